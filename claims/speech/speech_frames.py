"""Frames of speech: predicates that only present what somebody says, and texts that lay down a rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.clauses import (
    child,
    is_passive,
    is_predicate,
    is_taken_up,
    own_subject,
    subject_of,
)
from claims.polarity import denies_infinitive, denies_report
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token


@cache
def words(table: str) -> frozenset[str]:
    """Return a word list of the vocabulary of attribution."""
    return frozenset(load("attribution")[table])


@cache
def forecasts() -> frozenset[str]:
    """Return the nouns for what somebody foresees or proposes, and so says."""
    return word_list("naming", "nouns", "forecasts") | words("proposals")


@cache
def _binding_verbs() -> frozenset[str]:
    return frozenset(load("assertions")["regulation"]["verbs"])


@cache
def _opinion_nouns() -> frozenset[str]:
    return frozenset(load("assertions")["opinion_nouns"]["nouns"])


@cache
def _speaking() -> frozenset[str]:
    tables = ("speaker_nouns", "person_nouns", "documents", "firms", "voices")
    return frozenset().union(*map(words, tables))


def may_speak(noun: Token) -> bool:
    """Tell whether a noun names a body, a document or people, who can be the "it" or "they" that speak.

    Args:
        noun: The head of a noun phrase.
    """
    lemma = noun.lemma_.lower()
    if noun.ent_type_ in {"ORG", "NORP", "PERSON"} or (noun.pos_ == "PROPN" and noun.ent_type_ != "GPE"):
        return True
    if noun.tag_ == "NNS" and lemma in words("people"):
        return True
    calls = noun.tag_ == "NNS" and lemma.endswith(("er", "or", "ist", "ant", "man", "y"))
    return lemma in _speaking() or (calls and lemma != "other")


def is_frame(predicate: Token) -> bool:
    """Tell whether a predicate only presents what somebody says, without a statement of its own."""
    if states_opinion_noun(predicate) or denies_report(predicate) is not None:
        return True
    if _only_calls(predicate) or _answers(predicate):
        return True
    inner = child(predicate, "xcomp")
    if inner is not None and denies_infinitive(predicate) and inner.lemma_.lower() in words("declined_verbs"):
        return True
    lemma = predicate.lemma_.lower()
    if lemma in words("quoting_verbs") and _closes(predicate):
        return True
    if lemma not in words("frame_verbs") or binds(predicate):
        return False
    if any(
        (item.dep_ == "parataxis" and not _only_tells_who(item, predicate))
        or (item.dep_ == "ccomp" and is_predicate(item) and not _precedes_colon(item, predicate))
        for item in predicate.children
    ):
        return True
    if is_taken_up(predicate):
        return False
    if lemma == "know" and is_passive(predicate):
        return False  # "the cause is not known"
    if lemma in words("knowing_verbs") and _is_about(predicate):
        return False  # "knew of the risk"
    if child(predicate, "ccomp") is not None:
        return False  # a small clause: "found him guilty"
    if child(predicate, "xcomp") is not None:
        return not is_passive(predicate) and lemma not in words("frame_verbs_with_own_infinitive")
    if child(predicate, "dobj", "nsubjpass") is None:
        return not is_passive(predicate) and lemma not in words("telling_acts") and _may_say(predicate)
    return lemma in words("empty_frame_verbs")


def _only_tells_who(aside: Token, predicate: Token) -> bool:
    """Tell whether a clause beside a predicate says whose words it is ("…, she says, cannot be foreseen")."""
    lemma = aside.lemma_.lower()
    return lemma in words("quoting_verbs") and own_subject(aside) is not None and aside.i != predicate.i


def _may_say(predicate: Token) -> bool:
    """Tell whether a clause without an object has somebody who says something, not a thing ("dividend kept").

    The parse takes "guidance confirmed" and "no damage found" for what guidance and damage do.
    """
    subject = own_subject(predicate)
    return subject is None or subject.pos_ != "NOUN" or predicate.tag_ != "VBD" or may_speak(subject)


def _closes(predicate: Token) -> bool:
    """Tell whether a clause only says at the end of a sentence who said it ("…, the mayor promised")."""
    said = child(predicate, "ccomp")
    subject = own_subject(predicate)
    if said is None or subject is None or not said.i < subject.i or not is_predicate(said):
        return False
    return subject.left_edge.i > 0 and subject.left_edge.nbor(-1).text in {",", "”", '"'}


def _precedes_colon(clause: Token, predicate: Token) -> bool:
    """Tell whether a colon closes a clause before a predicate, which then tells of it, not what it says."""
    between = clause.doc[clause.right_edge.i : predicate.i]
    return any(token.text in {":", ";"} and token.head.i == predicate.i for token in between)


def _is_about(predicate: Token) -> bool:
    """Tell whether a verb governs a thing with "of" or "about", not a statement."""
    if child(predicate, "dobj") is not None:
        return False  # "what we know about the crash"
    places = [item for item in predicate.children if item.dep_ == "prep" and item.lower_ in {"of", "about"}]
    named = [part for item in places if item.i > predicate.i for part in item.children if part.dep_ == "pobj"]
    return any(item.pos_ in {"NOUN", "PROPN"} for item in named)


def _only_calls(predicate: Token) -> bool:
    """Tell whether a predicate only gives a thing a name or a wording ("calls it a lie", "as one put it")."""
    lemma, thing = predicate.lemma_.lower(), child(predicate, "dobj")
    if lemma != "put" and lemma not in words("naming_verbs"):
        return False
    if lemma == "put" and thing is not None and thing.lower_ in {"it", "this", "that"}:
        return child(predicate, "prep", "prt", "advmod") is None
    if _judges(predicate, thing):
        return False
    as_what = any(item.dep_ == "prep" and item.lower_ == "as" for item in predicate.children)
    second = thing is not None and (as_what or child(predicate, "oprd", "npadvmod") is not None)
    return lemma in words("naming_verbs") and (second or child(predicate, "ccomp") is not None)


def _judges(predicate: Token, thing: Token | None) -> bool:
    """Tell whether somebody found a thing so or so ("the monitors called the vote orderly")."""
    state = child(predicate, "oprd", "acomp")
    subject = own_subject(predicate)
    named = thing is not None and thing.pos_ in {"NOUN", "PROPN"}
    who = subject is not None and subject.pos_ in {"NOUN", "PROPN"}
    return named and who and state is not None and state.pos_ == "ADJ" and predicate.tag_ in {"VBD", "VBN"}


def _answers(predicate: Token) -> bool:
    """Tell whether a predicate only affirms or denies what was said before ("the firm denies this")."""
    if predicate.lemma_.lower() not in words("frame_verbs"):
        return False
    thing = child(predicate, "dobj")
    pointing = thing is not None and thing.lower_ in {"this", "that", "it"} and thing.pos_ != "NOUN"
    return pointing or any(item.lower_ == "so" and item.dep_ == "advmod" for item in predicate.rights)


def states_opinion_noun(predicate: Token) -> bool:
    """Tell whether a copula presents a view as its subject ("Our understanding is that …")."""
    if predicate.lemma_.lower() != "be" or child(predicate, "ccomp") is None:
        return False
    subject = own_subject(predicate)
    return subject is not None and subject.lemma_.lower() in _opinion_nouns()


def binds(predicate: Token) -> bool:
    """Tell whether a text that orders lays something down here ("the rules state that …")."""
    lemma = predicate.lemma_.lower()
    if lemma not in _binding_verbs() and lemma not in words("frame_verbs"):
        return False
    subject = subject_of(predicate)
    return subject is not None and subject.lemma_.lower() in words("instruments")
