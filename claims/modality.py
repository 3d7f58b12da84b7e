"""How a statement is meant: as a fact, an expectation, an intention, an estimate or a report."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from claims.assertions.clauses import (
    auxiliaries,
    child,
    clause_of,
    first_conjunct,
    governor,
    is_passive,
    is_predicate,
    modal_of,
    own_subject,
    subject_of,
)
from claims.polarity import negators, polarity
from claims.speech.speech_frames import words
from claims.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from claims.model import Modality

__all__ = ["modality", "modality_of_words", "polarity"]

Status = Literal["reported", "projection", "plan", "estimate"]
_STATUSES: tuple[Status, ...] = get_args(Status)
_FAR = 6


@cache
def _words(status: Status, kind: str) -> frozenset[str]:
    return frozenset(load("modality")[status].get(kind, ()))


def modality(token: Token) -> Modality:
    """Return the status that the words around a predicate, or around a noun with a number, give it.

    Args:
        token: The predicate of a clause, or the head of a noun phrase ("forecast of 48 Mt": either noun).

    Returns:
        The first status that the predicate, what modifies it or what governs it names; else actual.
    """
    figure = not is_predicate(token)
    if figure:
        found = _of_noun(token) or _of_argument(token)
        if found:
            return found
        if _is_starting_point(token):
            return "actual"
        token = clause_of(token)
    for predicate in _governing(token):
        found = _of_predicate(predicate, governs=predicate.i != token.i)
        if found:
            return found
    return _of_modal(token) or _of_modal(_finite(token)) or "actual"


def modality_of_words(tokens: Iterable[Token]) -> Modality:
    """Return the status of words without a verb, from the first of them that names one.

    Args:
        tokens: The words of a heading, a cell or a list item.

    Returns:
        The status, or actual.
    """
    for token in tokens:
        for status in _STATUSES:
            if any(
                token.lemma_.lower() in _words(status, kind) or token.lower_ in _words(status, kind)
                for kind in ("nouns", "adjectives", "adverbs")
            ):
                return status
    return "actual"


def _governing(predicate: Token) -> Iterator[Token]:
    """Yield the predicate and those whose content it is, innermost first."""
    yield predicate
    for _ in range(_FAR):
        first = (
            first_conjunct(predicate)
            if own_subject(predicate) is None or predicate.dep_ == "conj"
            else predicate
        )
        if first.i != predicate.i and own_subject(predicate) is None and not auxiliaries(predicate):
            predicate = first
            yield predicate
        if first.dep_ not in {"xcomp", "ccomp"} and not _is_participle_of(first):
            return
        head = clause_of(first.head)
        if head.i == first.i or not is_predicate(head):
            return
        predicate = head
        yield predicate


def _finite(predicate: Token) -> Token:
    """Return the predicate whose time an infinitive or participle shares."""
    for _ in range(_FAR):
        first = first_conjunct(predicate)
        if first.dep_ != "xcomp" and not _is_participle_of(first):
            break
        head = clause_of(first.head)
        if not is_predicate(head) or head.i == first.i:
            break
        predicate = head
    return predicate


def _is_participle_of(clause: Token) -> bool:
    """Tell whether a participle takes its time from the clause before ("…, taking the price to €400")."""
    if clause.tag_ != "VBG" or auxiliaries(clause):
        return False
    return clause.dep_ == "advcl" or (clause.dep_ == "pcomp" and clause.head.lower_ == "with")


def _of_predicate(predicate: Token, governs: bool) -> Status | None:
    lemma = predicate.lemma_.lower()
    adverbs = {item.lower_ for item in predicate.children if item.dep_ in {"advmod", "npadvmod"}}
    with_verb = governs or any(item.dep_ in {"xcomp", "ccomp"} for item in predicate.children)
    if (
        lemma in _words("reported", "passive_verbs")
        and is_passive(predicate)
        and child(predicate, "xcomp") is not None
    ):
        return "reported"
    for status in ("projection", "plan", "estimate"):
        narrow = lemma in _words(status, "only_with_verb")
        if lemma in _words(status, "verbs") and (with_verb or not narrow):
            return status
    if (
        lemma in _words("projection", "present_verbs")
        and predicate.tag_ in {"VBZ", "VBP"}
        and child(predicate, "dobj")
    ):
        return "projection"
    if lemma in _words("estimate", "verbs_with_at") and any(
        item.lower_ == "at" for item in predicate.children
    ):
        return "estimate"
    found = _of_complement(predicate)
    if found:
        return found
    return next((status for status in _STATUSES if adverbs & _words(status, "adverbs")), None)


def _of_complement(predicate: Token) -> Status | None:
    """Read "is set to", "is likely to", "is on course to": what stands between a copula and an infinitive."""
    for item in predicate.children:
        on = child(item, "pobj") if item.dep_ == "prep" and item.lower_ == "on" else None
        if on is not None and on.lower_ in _words("projection", "course_nouns"):
            return "projection"
    places = [item for item in predicate.children if item.dep_ in {"acomp", "attr", "oprd"}]
    if predicate.tag_ == "VBN" and is_passive(predicate):
        places.append(predicate)
    for place in places:
        infinitive = any(item.dep_ in {"xcomp", "ccomp"} for item in (*place.children, *predicate.children))
        for status in ("projection", "plan"):
            if place.lower_ in _words(status, "adjectives_with_infinitive") and infinitive:
                return status
            if place.lower_ in _words(status, "adjectives") and place.i != predicate.i:
                return status
    return None


def _of_modal(predicate: Token) -> Status | None:
    modal = modal_of(predicate)
    if modal not in _words("projection", "modals") or (modal == "could" and _is_of_the_past(predicate)):
        return None
    if modal in {"will", "shall"} and _is_decision(predicate):
        return "plan"
    return "projection"


def _is_of_the_past(predicate: Token) -> bool:
    """Tell whether "could" is the past of "can": "could not be found", "could have been"."""
    return bool(negators(predicate)) or any(item.lemma_ == "have" for item in auxiliaries(predicate))


def _is_decision(predicate: Token) -> bool:
    """Tell whether the clause says what its subject has decided to do."""
    subject = subject_of(predicate)
    if subject is not None and subject.lower_ == "it":
        # what somebody says that it will do is its plan
        above = governor(predicate)
        told = above is not None and above.i < predicate.i and not above.nbor(1).is_quote
        subject = subject_of(above) if above is not None and told else None
    if (
        subject is None
        or is_passive(predicate)
        or predicate.lemma_.lower() in _words("plan", "unplanned_verbs")
    ):
        return False
    return (
        subject.ent_type_ in _words("plan", "agent_labels")
        or subject.lemma_.lower() in _words("plan", "agent_nouns")
        or subject.lower_ in _words("plan", "agent_pronouns")
    )


def _of_argument(token: Token) -> Status | None:
    """Read "raised its forecast to 3%" and "the target was cut to 90": a forecast that changes or stands."""
    predicate = clause_of(token)
    if not is_predicate(predicate):
        return None
    lemma = predicate.lemma_.lower()
    if lemma not in _words("projection", "verbs_of_forecasts") and lemma not in words("revising_verbs"):
        return None
    for item in predicate.children:
        if item.dep_ in {"dobj", "nsubj", "nsubjpass"} and item.i != token.i:
            for status in _STATUSES:
                if item.lemma_.lower() in _words(status, "nouns"):
                    return status
    return None


def _is_starting_point(token: Token) -> bool:
    """Tell whether a figure is where a change to come starts ("will rise from 118 to 150")."""
    noun = token.head if token.dep_ in {"nummod", "quantmod"} else token
    return noun.dep_ == "pobj" and noun.head.lower_ == "from" and is_predicate(noun.head.head)


def _of_noun(noun: Token) -> Status | None:
    """Read the status off a noun phrase: "an estimated 60 houses", "a target of 20%"."""
    token = noun
    for _ in range(_FAR):
        for status in _STATUSES:
            if token.lemma_.lower() in _words(status, "nouns"):
                return status
            modifiers = [
                item
                for item in token.children
                if item.dep_ in {"amod", "compound", "nmod", "advmod", "quantmod"}
            ]
            if any(item.lower_ in _words(status, "adjectives") for item in modifiers):
                return status
        if token.dep_ not in {
            "pobj",
            "prep",
            "nummod",
            "quantmod",
            "compound",
            "amod",
            "nmod",
            "appos",
            "conj",
            "npadvmod",
            "dobj",
            "acl",
        }:
            return None
        if token.dep_ == "dobj" and (
            token.head.dep_ != "acl" or (is_predicate(token.head) and token.head.tag_ != "VB")
        ):
            return None
        token = token.head
        if token.pos_ == "VERB" and token.dep_ != "acl":
            return None
    return None
