"""What is told of a time to come: no fact yet, whatever the verb says ("voting begins on 4 June")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.polarity import stands_aside
from claims.speech.decided import is_awarded, is_in_force, of_decision
from claims.speech.given import is_given, is_replaced
from claims.speech.moods import of_infinitive
from claims.speech.noun_status import Sign, counted, is_starting_point
from claims.timing.tenses import tense
from claims.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from claims.model import Claim, Modality
    from claims.tokens import Token

_ARRANGING = frozenset({"will", "shall", "may"})
_BEFORE_IT = frozenset({"after", "following", "despite", "amid", "since", "because"})


def foreseen(
    claim: Claim,
    published: date | None,
    predicate: Token | None,
    anchor: Token | None = None,
    *,
    words: Iterable[Token] = (),
    lead: str = "",
) -> Claim:
    """Mark a claim that is told as a fact, for a time after its text appeared, as a plan or projection.

    Args:
        claim: A figure or date as its own words give it.
        published: When the text appeared; None where unknown, and then nothing is known to lie ahead.
        predicate: The verb of the claim's clause, if any.
        anchor: The head of the figure's noun phrase, if it is one.
        words: The words of its sentence, to tell an item of a list without a verb; none for a cell.
        lead: What the sentence before a list announced ("delivery schedule").

    Returns:
        The claim, with the status and where it was inferred from, or unchanged.
    """
    if anchor is not None and predicate is not None and _is_over(claim, published, predicate, anchor):
        return replace(claim, modality="actual")
    if claim.measure == "age" or (anchor is not None and _is_beside(anchor, predicate)):
        return claim
    begins = _begins(claim)
    if claim.modality != "actual" or published is None or begins is None or begins <= published.isoformat():
        return claim
    if is_in_force(predicate) or (predicate and anchor is not None and is_awarded(predicate, anchor)):
        return claim
    told = tense(predicate)
    if _is_arranged_aside(predicate) or _is_moved_to(claim, predicate):
        told = "present"
    elif told in ("past", "perfect") or _is_settled(predicate) or (predicate is None and _has_verb(words)):
        return claim
    planned = told == "present" or any(word.lower() in _schedules() for word in lead.split())
    status: Modality = "plan" if planned else "projection"
    note = f"it is for {begins}, after the text appeared on {published.isoformat()}"
    return replace(claim, modality=status, inferred={**claim.inferred, "modality": note})


def _is_arranged_aside(predicate: Token | None) -> bool:
    """Read "a hall, to be opened in May" and "the fair, set for 4 June": arranged, as what is said beside."""
    if predicate is None or predicate.dep_ not in ("acl", "relcl", "advcl"):
        return False
    if any(child.tag_ == "TO" for child in predicate.lefts):
        return of_infinitive(predicate).status == "plan"
    return predicate.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in predicate.lefts)


def _is_beside(anchor: Token, predicate: Token | None) -> bool:
    """Tell whether a figure only describes whoever does something: "crews, 140 people, vote on Monday"."""
    if is_given(counted(anchor)) or is_starting_point(anchor):
        return True
    return predicate is not None and stands_aside(anchor, predicate, frozenset({"appos"}))


def _is_over(claim: Claim, published: date | None, predicate: Token, anchor: Token) -> bool:
    """Tell whether a figure is what came before what will be: "will shed 40 jobs after a loss last year"."""
    ended = claim.period.end if claim.period is not None else None
    if claim.modality not in ("projection", "plan") or published is None or ended is None:
        return False
    between = (word.lower_ for word in anchor.doc[max(0, predicate.i - 1) : anchor.i])
    promised = tense(predicate) == "future" and not _BEFORE_IT.isdisjoint(between)
    return promised and ended < published.isoformat()


def is_to_be_replaced(figure: Token, verb: Token) -> bool:
    """Tell whether a clause says what is to replace a figure: "is to rise from £2", "instead of £2".

    Args:
        figure: The head of the figure's noun phrase.
        verb: The verb of its clause.
    """
    if is_starting_point(figure):
        ahead = verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_ == "be"
        return ahead or tense(verb) == "future" or of_decision(verb, figure) is not None
    return is_replaced(counted(figure)) and tense(verb) == "future"


def arranged(sign: Sign | None) -> Sign | None:
    """Return how a date is meant: a day on which something will be is arranged ("will be sworn in on 2 May").

    Args:
        sign: The status that its clause has by itself, with the word that gives it.
    """
    if sign is None or sign.status != "projection" or sign.word.lower_ not in _ARRANGING:
        return sign
    denied = any(item.dep_ == "neg" for item in sign.word.head.children)
    return sign if denied else Sign("plan", sign.word)


def _has_verb(words: Iterable[Token]) -> bool:
    return any(token.pos_ in ("VERB", "AUX") for token in words)


def _is_moved_to(claim: Claim, predicate: Token | None) -> bool:
    """Tell whether a day to come is the one that something was put off to: "was moved to 4 April"."""
    if claim.kind != "date" or predicate is None or claim.period is None:
        return False
    if predicate.lemma_.lower() not in load("when")["putting_off"]["verbs"]:
        return False
    adverbs = (part for part in predicate.rights if part.dep_ in ("advmod", "prt"))  # "pushed *back* to May"
    links = [*predicate.rights, *(link for part in adverbs for link in part.rights)]
    days = (day for link in links if link.lower_ in ("to", "until", "till") for day in link.children)
    return any(day.text in claim.period.text for day in days)


def _is_settled(predicate: Token | None) -> bool:
    """Tell whether a present passive tells how things stand ("fuel is hedged for the winter")."""
    if predicate is None or any(child.tag_ == "MD" for child in predicate.lefts):
        return False  # "must be tested from May on"
    return predicate.tag_ == "VBN" and tense(predicate) == "present"


def _begins(claim: Claim) -> str | None:
    """Return the first day that a claim speaks of."""
    if claim.kind == "date" and claim.value is not None:
        day = claim.value.low or claim.value.high
        return day if isinstance(day, str) else None
    return claim.period.start if claim.period is not None else None


def _schedules() -> frozenset[str]:
    return frozenset(load("modality")["plan"]["schedules"])
