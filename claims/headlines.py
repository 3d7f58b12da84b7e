"""Repairs of headlines and list items on what is to be done: "Elm to axe 90 jobs and shut a mill"."""

from typing import TYPE_CHECKING

from claims.tokens import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_MOST_BEFORE = 6
_ENDS = (".", "!", "?", "”", '"', ":")
_TO_BE = frozenset({"be"})
_OPENERS = frozenset({"PRON", "ADP", "SCONJ", "PART", "DET", "CCONJ", "AUX"})


def read_infinitive_headline(doc: "Doc") -> None:
    """Read "Elm to axe 90 jobs and shut a mill" as a clause of which Elm is the subject.

    Args:
        doc: A parsed line; one that ends like a sentence is none.
    """
    at = next((token.i for token in doc[1 : _MOST_BEFORE + 1] if token.lower_ == "to"), 0)
    if not at or at + 2 >= len(doc) or doc[-1].text in _ENDS:
        return
    verb = _verb_behind(doc, at)
    if verb is None or not _is_name(doc, at):
        return
    subject, old = doc[at - 1], next(token for token in doc if token.head == token)
    if verb == old and subject.dep_ in ("nsubj", "nsubjpass") and subject.pos_ in ("NOUN", "PROPN"):
        return
    for word in doc[at : verb.i]:
        word.head, word.dep_ = verb, "aux" if word.i == at else "auxpass"
    for word in list(old.children):
        if word.i > verb.i:  # what the parse gave to the name goes on from the verb
            word.head = verb
            if word.dep_ == "conj" and word.tag_ in ("VBD", "VBP", "VBN"):
                word.tag_ = "VB"
    verb.head, verb.dep_ = verb, "ROOT"
    for word in doc[: at - 1]:
        word.head, word.dep_ = subject, "compound"
    subject.head, subject.dep_ = verb, "nsubjpass" if verb.tag_ == "VBN" else "nsubj"
    if subject.pos_ not in ("NOUN", "PROPN"):
        subject.pos_, subject.tag_ = ("PROPN", "NNP") if subject.is_title else ("NOUN", "NN")


def _verb_behind(doc: "Doc", at: int) -> "Token | None":
    """Return the infinitive behind "to": "axe", of "to be reduced" the participle."""
    first, second = doc[at + 1], doc[at + 2]
    if first.lower_ in _TO_BE:
        return second if second.tag_ == "VBN" else None
    return first if first.tag_ == "VB" else None


def _is_name(doc: "Doc", at: int) -> bool:
    """Tell whether nothing but the name of somebody or something stands before "to"."""
    before = doc[:at]
    if not before[0].text[:1].isupper() or before[0].pos_ in _OPENERS:
        return False
    if any(word.text in {",", ":", ";", "-"} or word.like_num or word.tag_ == "IN" for word in before):
        return False
    alone = at == 1
    return alone or not any(
        word.tag_ in FINITE or word.tag_ in {"VBG", "VBN", "JJ", "RB"} for word in before[1:]
    )
