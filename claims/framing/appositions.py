"""The name that a sentence gives beside what it calls somebody: "her successor, Ada Holm"."""

from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.nominals import named_by_apposition
from claims.framing.noun_phrases import SUBJECTS
from claims.names import state
from claims.people import roles
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Token


def called(noun: "Token") -> "Token":
    """Return the name that stands for the same as a noun, or the noun itself.

    Args:
        noun: The head of a subject's noun phrase.
    """
    if (
        noun.tag_ == "NNS"
        and (name := _named_behind(noun)) is not None
        and name.ent_type_ in ("PERSON", "ORG")
    ):
        return name  # "the auditors, Elm and Rask,"
    if noun.tag_ not in ("NN", "JJS"):
        return noun
    return (
        _named_behind(noun)
        or _christened(noun)
        or _described(noun)
        or _seen_as(noun)
        or _subject_before(noun)
        or noun
    )


def _named_behind(noun: "Token") -> "Token | None":
    """Return the name in apposition to a noun: "its insurer, Elm Mutual", "the largest, the villa Rask"."""
    if noun.pos_ == "NOUN":
        return named_by_apposition(noun)
    beside = next((child for child in noun.rights if child.dep_ == "appos"), None)
    return beside if beside is None or beside.pos_ == "PROPN" else named_by_apposition(beside)


def _christened(noun: "Token") -> "Token | None":
    """Return the name that a participle gives a noun: "a firm called Elm Foods", "a town, known as Dorn,"."""
    clause = next((child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None)
    if clause is None or clause.lemma_ not in word_list("naming", "verbs", "christening"):
        return None
    link = next((child for child in clause.rights if child.lower_ == "as"), clause)
    name = next((child for child in link.rights if child.dep_ in ("oprd", "dobj", "pobj", "attr")), None)
    return name if name is not None and name.pos_ == "PROPN" else None


def _described(noun: "Token") -> "Token | None":
    """Return the name that a noun describes: "Elm Air, the carrier that flies …", "Ada Holm, a driver"."""
    name = noun.head
    if noun.dep_ != "appos" or name.pos_ != "PROPN" or name.i > noun.i or _is_joined(noun):
        return None
    return name


def _seen_as(noun: "Token") -> "Token | None":
    """Return whom a verb calls so: "they remember Ada Holm as the student who scored 19 goals"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ != "as":
        return None
    beside = link.head.pos_ == "PROPN" and link.head.dep_ == "dobj"
    verb = link.head.head if beside else link.head
    if verb.lemma_ not in word_list("naming", "nouns", "seen_as"):
        return None
    target = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    return target if target is not None and target.pos_ == "PROPN" else None


def _subject_before(noun: "Token") -> "Token | None":
    """Return the name before an aside read as the subject: "Ada Holm, until May the head of Elm, was"."""
    if noun.dep_ not in SUBJECTS or noun.i == 0:
        return None
    others = [child for child in noun.head.lefts if child.dep_ in SUBJECTS and child.i < noun.i]
    if not others or others[0].pos_ != "PROPN" or state(others[0].text):
        return None
    between = noun.doc[others[0].i + 1 : noun.i]
    return others[0] if len(between) and between[0].text == "," else None


def _is_joined(noun: "Token") -> bool:
    """Tell whether a noun is one of several that follow each other: a list, no description."""
    return any(child.dep_ in ("conj", "cc") for child in (*noun.children, *noun.head.children))


_MOST_BEFORE = 2  # words before a role: "former British carmaker Elm"


def without_role(phrase: str) -> str:
    """Return a name without what its bearer is: "British carmaker Elm", "Finnish minister Ada Holm".

    Args:
        phrase: A noun phrase that ends in a name.
    """
    words = phrase.split()
    at = next((at for at, word in enumerate(words[:-1]) if word.lower() in _bearers()), None)
    name = words[at + 1 :] if at is not None else []
    if at is None or at > _MOST_BEFORE or not all(word[:1].isupper() and word[1:] for word in name):
        return phrase
    return " ".join(name) if words[at].islower() else phrase


@cache
def _bearers() -> frozenset[str]:
    return roles() | word_list("context", "organisations")
