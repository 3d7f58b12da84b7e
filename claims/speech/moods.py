"""The status that a clause has by its mood: "will", "would", a demand, a headline's infinitive."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.clauses import (
    auxiliaries,
    child,
    first_conjunct,
    governor,
    is_passive,
    modal_of,
    own_subject,
    subject_of,
)
from claims.polarity import negators
from claims.speech.decided import comes_into_being, is_agent, is_cut, is_programme, is_set_price
from claims.speech.noun_status import Sign, status_words
from claims.speech.speech_frames import words
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


def of_demand(predicate: Token) -> Sign | None:
    """Read the subjunctive: "(that) 14 wardens be hired"."""
    if any(item.dep_ == "aux" for item in predicate.children):
        return None
    found = child(predicate, "auxpass")
    return Sign("plan", found) if found is not None and found.tag_ == "VB" and found.lower_ == "be" else None


def of_headline(predicate: Token) -> Sign | None:
    """Read "Nord to cut 40 jobs": an infinitive behind a bare name, with no other verb above it."""
    if predicate.tag_ != "VB" or not any(
        item.lower_ == "to" and item.dep_ == "aux" for item in predicate.lefts
    ):
        return None
    name = own_subject(predicate) if predicate.dep_ == "ROOT" else predicate.head
    led = predicate.dep_ == "ROOT" or (predicate.dep_ == "acl" and predicate.head.dep_ == "ROOT")
    if name is None or not led or name.pos_ not in {"NOUN", "PROPN"} or name.i > predicate.i:
        return None
    return of_infinitive(predicate) if child(name, "det", "poss") is None else None


def of_infinitive(verb: Token) -> Sign:
    """Read "is to open in May" and "tram to cost 4 million": what nobody decides is a projection."""
    outcome = verb.lemma_.lower() in status_words("projection", "outcome_verbs")
    if outcome and verb.lemma_ in status_words("plan", "shrinking_verbs") and is_agent(verb):
        outcome = False  # "the town courts are to fall to 40 judges"
    return Sign("projection" if outcome and not is_passive(verb) else "plan", verb)


def of_modal(predicate: Token) -> Sign | None:
    """Read "will", "would" and the like: a plan where somebody decides it, else a projection."""
    modal = modal_of(predicate)
    if modal not in status_words("projection", "modals") or (modal == "could" and _is_of_the_past(predicate)):
        return None
    helpers = (*auxiliaries(predicate), *auxiliaries(first_conjunct(predicate)))
    word = next((item for item in helpers if item.tag_ == "MD"), predicate)
    decided = _is_decision(predicate) or _is_set(predicate)
    if modal in {"will", "shall"} and (decided or _is_arranged(predicate) or is_programme(predicate)):
        return Sign("plan", word)
    if modal == "will" and _is_of_past_event(predicate):
        return Sign("estimate", word)
    if modal == "would" and (_is_wish(predicate) or (decided and _is_announced(predicate))):
        return Sign("plan", word)
    return Sign("projection", word)


def _is_of_past_event(predicate: Token) -> bool:
    """Read "July's flood will cost insurers €60m": what has happened is reckoned, not foreseen."""
    subject = subject_of(predicate) if predicate.lemma_ == "cost" else None
    if subject is None or subject.lemma_.lower() not in _events():
        return False
    when = next((item for item in subject.children if item.dep_ == "poss" and item.ent_type_ == "DATE"), None)
    return when is not None and not any(item.lower_ in status_words("plan", "ahead") for item in when.subtree)


@cache
def _events() -> frozenset[str]:
    return frozenset(load("context")["events"])


def _is_wish(predicate: Token) -> bool:
    """Read "would like to build a hall"."""
    return predicate.lemma_ == "like" and child(predicate, "dobj", "xcomp", "ccomp") is not None


def _is_set(predicate: Token) -> bool:
    """Tell whether what changes is set by somebody: "the fare will rise to £3", not "demand will rise"."""
    subject = subject_of(predicate)
    changed = predicate.lemma_.lower() in status_words("plan", "setting_verbs")
    return changed and subject is not None and is_set_price(subject)


def _is_arranged(predicate: Token) -> bool:
    """Tell whether what "will" be is arranged, whatever is its subject: "will reopen", "will be charged"."""
    lemma = predicate.lemma_.lower()
    if is_passive(predicate):
        return lemma not in status_words("plan", "suffered_verbs")
    if lemma in status_words("plan", "arranged_verbs") or lemma in status_words("plan", "designed_verbs"):
        return True
    if is_cut(predicate) or comes_into_being(predicate):
        return True
    subject = subject_of(predicate)
    things = _works() | status_words("plan", "built_things")
    built = subject is not None and subject.lemma_.lower() in things
    return built and lemma in status_words("plan", "built_verbs")


@cache
def _works() -> frozenset[str]:
    kinds: dict[str, list[str]] = load("works")["kinds"]
    return frozenset(word for words in kinds.values() for word in words)


def _is_announced(predicate: Token) -> bool:
    """Tell whether "would" is the past of "will": "said it would appeal"."""
    first = first_conjunct(predicate)
    aside = (item for item in first.lefts if item.dep_ in {"parataxis", "ccomp"})
    if any(item.lemma_.lower() in words("frame_verbs") and item.tag_ == "VBD" for item in aside):
        return True  # "the firm, it said, would appeal"
    head = governor(predicate)
    told = head is not None and first.dep_ == "ccomp" and head.lemma_.lower() in words("frame_verbs")
    return told and head is not None and head.tag_ in {"VBD", "VBN"}


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
        or predicate.lemma_.lower() in status_words("plan", "unplanned_verbs")
    ):
        return False
    return (
        subject.ent_type_ in status_words("plan", "agent_labels")
        or (subject.pos_ == "PROPN" and not subject.ent_type_)
        or subject.lemma_.lower() in status_words("plan", "agent_nouns")
        or subject.lower_ in status_words("plan", "agent_pronouns")
    )
