"""Who speaks: the word beside a verb of saying that names the speaker, wherever the parse put it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import child, own_subject, subject_of
from claims.speech.speakers import is_some_of_them
from claims.speech.speech_frames import words

if TYPE_CHECKING:
    from claims.tokens import Token

APART = frozenset({",", "-", "--", "–", "—", '"', "''", ")"})
_NO_SPEAKER = frozenset({"i", "you", "one", "me", "us"})
_FAR = 12
_MISREAD = frozenset({"relcl", "acl", "appos", "dep", "conj"})


def speaker_of(verb: Token, *, quoting: bool) -> Token | None:
    """Return the head of the phrase that names who speaks, or None where nobody in particular does.

    Args:
        verb: A verb of saying.
        quoting: Whether it frames direct speech.
    """
    found = final_speaker(verb) or _behind_quotation(verb) or _inverted(verb) or subject_of(verb)
    if found is None:
        found = _after_verb(verb) or _behind_verb(verb) or (_nearest_noun(verb) if quoting else None)
    found = _person_who(verb) or found
    if found is None or found.lower_ in _NO_SPEAKER or _is_bare_share(found) or _is_date(found):
        return None
    return found if found.pos_ in {"NOUN", "PROPN", "PRON", "ADJ"} or is_some_of_them(found) else None


def _is_date(noun: Token) -> bool:
    return noun.ent_type_ == "DATE" and noun.lower_ != "old"  # "the 24-year-old said"


def _person_who(verb: Token) -> Token | None:
    """Return the person whom "who" means behind a firm: "Ada Holm of the broker Kell, who cut …"."""
    own = own_subject(verb) if verb.dep_ == "relcl" else None
    if own is None or own.lower_ != "who" or verb.head.ent_type_ == "PERSON" or verb.head.pos_ == "NOUN":
        return None
    before = verb.doc[max(0, own.i - _FAR) : own.i]
    return next((word for word in reversed(list(before)) if word.ent_type_ == "PERSON"), None)


def _is_bare_share(noun: Token) -> bool:
    """Tell whether "40% said …" names nobody: those who answered a question are no source."""
    return noun.text == "%" and child(noun, "prep") is None


def _inverted(verb: Token) -> Token | None:
    """Return the speaker behind a verb between commas ("Insurers, says the broker Ada Holm, face …")."""
    if verb.i == 0 or verb.nbor(-1).text not in APART or verb.lemma_.lower() not in words("quoting_verbs"):
        return None
    subjects = [item for item in verb.children if item.dep_ == "nsubj"]
    return subjects[-1] if len(subjects) > 1 and subjects[-1].left_edge.i == verb.i + 1 else None


def final_speaker(verb: Token) -> Token | None:
    """Return the speaker of a sentence that ends in ", X said", where the parse took X for something else.

    Args:
        verb: A verb of saying.
    """
    left_alone = verb.dep_ == "ROOT" and own_subject(verb) is None
    if (verb.dep_ not in _MISREAD and not left_alone) or verb.lemma_.lower() not in words("quoting_verbs"):
        return None
    if verb.i + 2 < len(verb.doc) or verb.i < 2:
        return None
    found, depth = None, 0
    for place in range(verb.i - 1, 0, -1):
        token: Token = verb.doc[place]
        depth += (token.text == ")") - (token.text == "(")
        if token.text == "," and not depth:
            return found
        if not depth and found is None and token.text != "(":
            if token.pos_ not in {"NOUN", "PROPN"}:
                return None
            found = token
    return None


def _after_verb(verb: Token) -> Token | None:
    """Return a speaker that follows its verb and was parsed as the object ("…, reported The Courier")."""
    found = child(verb, "dobj")
    if found is None or verb.lemma_.lower() not in words("quoting_verbs") or verb.i == 0:
        return None
    return found if verb.nbor(-1).text in APART and child(verb, "ccomp") is not None else None


def _behind_quotation(verb: Token) -> Token | None:
    """Return the speaker behind a verb that follows a closing quotation mark, whatever the parse says."""
    own = own_subject(verb)
    if verb.i == 0 or not verb.nbor(-1).is_quote or own is not None:
        return None
    return _opened_behind(verb) if verb.lemma_.lower() in words("quoting_verbs") else None


def _behind_verb(verb: Token) -> Token | None:
    """Return a speaker right behind its verb that the parse gave to the next clause ("…, says X, and …")."""
    if verb.lemma_.lower() not in words("quoting_verbs") or verb.i == 0 or child(verb, "ccomp") is None:
        return None
    return _opened_behind(verb) if verb.nbor(-1).text in APART else None


def _opened_behind(verb: Token) -> Token | None:
    """Return the head of the noun phrase that begins right behind a verb."""
    if verb.i + 1 >= len(verb.doc):
        return None
    found, token = None, verb.nbor(1)
    while token.left_edge.i == verb.i + 1 and token.pos_ in {"NOUN", "PROPN", "DET", "ADJ"}:
        found = token if token.pos_ in {"NOUN", "PROPN"} else found
        if token.head.i == token.i or token.head.left_edge.i != verb.i + 1:
            break
        token = token.head
    return found


def _nearest_noun(verb: Token) -> Token | None:
    """Return the noun beside a verb of saying that the parse left without a subject."""
    size = len(verb.doc)
    for place in (*range(verb.i + 1, min(size, verb.i + 6)), *range(verb.i - 1, max(-1, verb.i - 6), -1)):
        token: Token = verb.doc[place]
        if token.pos_ in {"PROPN", "NOUN"}:
            while token.dep_ == "compound" and token.head.i > token.i:
                token = token.head
            return token
    return None
