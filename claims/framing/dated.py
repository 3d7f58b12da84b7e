"""Which times of a clause are a date that it asserts, and which only say when something else holds."""

import re
from collections.abc import Sequence, Set
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.noun_phrases import SUBJECTS, complement_of, is_verb, object_of, subject_of
from claims.language import Sentence
from claims.model import Claim
from claims.periods import TimeExpression
from claims.timing.tenses import is_speech, tense
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_DAY = timedelta(days=1)
_FEW_DAYS = 3
_WEEK = 7
_ISO = len("2025-01-01")
_DAY_OF_MONTH = re.compile(r"\b\d{1,2}\b")
_YEAR = re.compile(r"\b\d{4}\b")
_MODIFIERS = frozenset({"nummod", "compound", "amod", "nmod"})
_SIZES = frozenset({"dobj", "npadvmod", "attr"})
_NAMED = frozenset({"nsubj", "nsubjpass", "appos"})
_CLOSING = 4  # a question mark and the quotation marks and brackets behind it
_AMOUNTS = ("level", "change", "possession")
_PRESENT = frozenset({"VBP", "VBZ", "VB"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("dates")["dates"][name])


def is_pinned(time: TimeExpression) -> bool:
    """Tell whether a time names a day, a month or a year; "this week" and "last summer" are only periods.

    Args:
        time: A time expression.
    """
    if time.kind not in ("date", "span") or not (time.first or time.last):
        return False
    if _YEAR.search(time.text) or "ago" in time.text.lower().split():
        return True
    first, last = time.named
    if first is None or last is None or len(first) < _ISO or len(last) < _ISO:
        return first is not None and first == last
    begins, ends = date.fromisoformat(first), date.fromisoformat(last)
    if time.kind == "span":
        return begins.day > 1 or (ends + _DAY).day > 1
    days = (ends - begins).days + 1
    return days <= _FEW_DAYS or (days > _WEEK and (begins.year, begins.month) == (ends.year, ends.month))


def is_asserted(verb: "Token", time: TimeExpression, times: Sequence[TimeExpression]) -> bool:
    """Tell whether a clause says that something happens then: no condition, question, denial or habit.

    Args:
        verb: The verb that the time hangs on.
        time: The time.
        times: All times of the sentence; what only bounds one of them is no event.
    """
    if (
        (is_denied(verb) and not _only_put_off(verb, time))
        or _is_command(verb)
        or any(child.lower_ in _words("conditions") for child in verb.children)
    ):
        return False
    if any(token.text.startswith("?") for token in verb.doc[-_CLOSING:]):
        return False
    if time.text.lower() in _words("now") and verb.tag_ in _PRESENT:
        return False
    return not _bounds_a_time(verb, times)


def is_denied(verb: "Token") -> bool:
    """Tell whether a verb is denied right beside it."""
    return any(child.dep_ == "neg" for child in verb.children)


def is_not_so(verb: "Token") -> bool:
    """Tell whether a verb is denied, be it by what it hangs on: "is not expected to open", "cannot be had".

    Args:
        verb: A verb.
    """
    above = verb.head if verb.dep_ == "xcomp" else None
    while above is not None and above.pos_ == "ADJ":  # "will not be able to deliver"
        above = above.head
    return is_denied(verb) or (above is not None and above.i != verb.i and is_denied(above))


def _only_put_off(verb: "Token", time: TimeExpression) -> bool:
    """Tell "will not open before May", which is to happen, from "will not strike before May"."""
    return is_put_off(verb, time) or is_at_last(verb, time)


def is_put_off(verb: "Token", time: TimeExpression) -> bool:
    """Tell whether what is denied up to a time is to happen then or later: "will not open before May".

    Args:
        verb: The verb that the time hangs on.
        time: The time.
    """
    to_come = verb.lemma_ in load("frames")["dated"] or verb.lemma_ in _words("put_off")
    return time.relation == "before" and to_come and is_not_so(verb)


def is_at_last(verb: "Token", time: TimeExpression) -> bool:
    """Tell whether what is denied up to a time happened then: "did not open until 2020".

    Args:
        verb: The verb that the time hangs on.
        time: The time.
    """
    if time.text.lower().startswith("not until"):
        return True
    past = any(child.lower_ == "did" for child in verb.children)
    return time.relation == "until" and past and verb.lemma_ in load("frames")["dated"] and is_denied(verb)


def _is_command(verb: "Token") -> bool:
    above = verb.dep_ in ("ROOT", "ccomp", "parataxis") and verb.tag_ == "VB"
    return above and not any(child.dep_ in (*SUBJECTS, "aux") for child in verb.children)


def _bounds_a_time(verb: "Token", times: Sequence[TimeExpression]) -> bool:
    """Tell whether a clause only says how far a time reaches: "the season, which ended on Monday"."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None and own.tag_ == "WDT":
        return any(0 <= own.idx - time.end <= len(", ") for time in times)
    noun = own or subject_of(verb)
    return noun is not None and any(time.start <= noun.idx < time.end for time in times)


def figures_in(sentence: Sentence, numbers: Sequence[Claim]) -> frozenset[int]:
    """Return the tokens of all figures of a sentence, for `is_period_of`."""
    return frozenset(token.i for claim in numbers for token in _tokens(claim, sentence))


def is_period_of(
    time: TimeExpression,
    verb: "Token",
    sentence: Sentence,
    numbers: Sequence[Claim],
    figures: frozenset[int],
) -> bool:
    """Tell whether a time says when a number of the same clause holds, or when it was told.

    Args:
        time: The time.
        verb: The verb that it hangs on.
        sentence: The sentence of both.
        numbers: The number claims read from the sentence.
        figures: The tokens of their figures.
    """
    if is_speech(verb) and any(_is_said(child, figures) for child in verb.children):
        return True
    return any(
        _is_former(claim, time, sentence)
        or (
            claim.period is not None
            and claim.period.text == time.text
            and _is_stated(claim, verb, sentence, figures)
        )
        for claim in numbers
    )


def tells_event(verb: "Token", time: TimeExpression, figures: Set[int]) -> bool:
    """Tell whether a verb tells what happens on a day or by a deadline, and no amount that holds then.

    The day is a date of its own, then, although a number of the same clause has it for its period: "nine
    people were hurt on 6 May", "the mill will sack 40 weavers by May 2031".

    Args:
        verb: The verb that the time hangs on.
        time: The time.
        figures: The tokens of all figures of the sentence.
    """
    verbs = load("frames")["verbs"]
    if restores(verb) or _comes_about(verb):
        return time.relation in (None, "in", "by", "before")
    if is_arranged(verb):
        return time.kind == "date" and time.relation in (None, "in")
    deadline = time.relation in ("by", "before")
    if deadline and _is_aimed_at(verb):
        return True
    if is_speech(verb) or verb.tag_ == "VBG" or any(verb.lemma_ in verbs[name] for name in _AMOUNTS):
        return False
    if time.kind == "span" and time.relation == "from_to" and time.named[0] is not None:
        return tense(verb) == "past" and _DAY_OF_MONTH.search(time.text) is not None
    doubted = any(child.lower_ in _words("doubts") for child in verb.lefts)
    if doubted or _is_amount(verb, figures, deadline):
        return False
    when = tense(verb)
    if deadline:
        return when == "future" or (verb.tag_ == "VB" and verb.dep_ == "xcomp")
    one_day = time.kind == "date" and time.named[0] is not None and time.named[0] == time.named[1]
    return one_day and time.relation in (None, "in") and when in ("past", "future")


def _is_aimed_at(verb: "Token") -> bool:
    """Tell whether so much is to be done by a day: "will shed 40 branches by May", "aims for 12 by 2031"."""
    if verb.lemma_ in _words("aiming"):
        return complement_of(verb, "for") is not None
    verbs = load("frames")["verbs"]
    amounts = any(verb.lemma_ in verbs[name] for name in ("level", "possession"))
    moves = verb.lemma_ in verbs["change"] and object_of(verb) is None
    if amounts or moves or is_speech(verb) or verb.lemma_ in _words("levels"):
        return False
    if any(child.lower_ in _words("doubts") for child in verb.lefts):
        return False
    return tense(verb) == "future" or (verb.tag_ == "VB" and verb.dep_ == "xcomp")


def _is_amount(verb: "Token", figures: Set[int], deadline: bool) -> bool:
    """Tell whether a clause says how much was done or came: "shifted 900 boxes", "raised it to 4,000".

    What befalls so many, as "killed nine people" tells, or what they do together, as "nine died", happens;
    and so does what is to be done to so many by a deadline.
    """
    event = verb.lemma_ in load("frames")["dated"] or verb.lemma_ in _words("fates")
    for child in verb.children:
        inside = [word for word in (child, *child.lefts) if word.i in figures and word.tag_ != "JJ"]
        paid = any(word.is_currency for word in child.subtree)
        if child.dep_ in ("dobj", "nsubj") and inside and not event and (paid or not deadline):
            return True
        if child.lower_ == "to" and any(word.i in figures for word in child.subtree):
            return verb.lemma_ in _words("levels")
    return False


def is_arranged(verb: "Token") -> bool:
    """Tell whether something is put on a day that is to come: "is pencilled in for 3 May".

    Args:
        verb: A verb.
    """
    arranged = verb.tag_ == "VBN" and verb.lower_ in load("dates")["dates"]["arranged"]
    return arranged and any(child.dep_ == "auxpass" and child.tag_ in _PRESENT for child in verb.children)


def restores(verb: "Token") -> bool:
    """Tell whether "be" or "have" says that something is so again: "is back", "to have half of them back".

    Args:
        verb: A verb.
    """
    states = load("dates")["dates"]["restored"]
    told = {
        child.lower_ for child in verb.rights if child.dep_ in ("advmod", "acomp", "oprd", "ccomp", "dobj")
    }
    if verb.lemma_ == "be":
        return "back" in told
    return verb.lemma_ == "have" and verb.dep_ == "xcomp" and not told.isdisjoint(states)


def _comes_about(verb: "Token") -> bool:
    """Tell whether a phrase says that something comes to be, whatever its verb: "comes into being"."""
    target = complement_of(verb, "into")
    return target is not None and target.lower_ in _words("beginnings")


def _tokens(claim: Claim, sentence: Sentence) -> "list[Token]":
    assert claim.value is not None
    start, end = claim.value.start - sentence.start, claim.value.end - sentence.start
    return list(sentence.span.doc.char_span(start, end) or ())


def _is_said(part: "Token", figures: Set[int]) -> bool:
    """Tell whether a part of a clause is what somebody says or forecasts that day."""
    return part.dep_ == "ccomp" or (part.dep_ == "dobj" and part.i in figures)


def _is_former(claim: Claim, time: TimeExpression, sentence: Sentence) -> bool:
    """Tell whether a time follows the old figure of a comparison: "up from 12 in March"."""
    assert claim.value is not None
    start, end = claim.value.start - sentence.start, claim.value.end - sentence.start
    if not 0 <= time.start - end <= 1:
        return False
    before = sentence.text[max(0, start - 20) : start].split()[-1:]
    return "".join(before).lower() in _words("cues")


def _is_stated(claim: Claim, verb: "Token", sentence: Sentence, figures: Set[int]) -> bool:
    """Tell whether a verb states a number: not one of another clause, of a part, or of what is dealt in."""
    inside = _tokens(claim, sentence)
    if not inside:
        return False
    token = sentence.span.doc[inside[0].i : inside[-1].i + 1].root
    if claim.measure == "age":
        return False
    if claim.kind == "duration":  # "lasted four days", not "resigned after two years", "runs every two days"
        often = any(child.lower_ in _words("rhythm") for child in token.children)
        apart = inside[-1].i + 1 < len(token.doc) and inside[-1].nbor(1).lower_ in _words("apart")
        return bool(token.head.i == verb.i and token.dep_ in _SIZES and not often and not apart)
    if claim.kind == "rank" and token.dep_ in _NAMED:  # "the first left in May", "for €3m, the highest fee"
        return False
    if token.dep_ in _MODIFIERS and token.head.pos_ == "NOUN":
        return False
    while token.head != token and not _is_clause(token):
        token = token.head
        if token.lower_ == "of" and token.head.i in figures:  # "half of the 40 homes"
            return False
        if claim.kind == "money" and token.lower_ in _words("costs") and token.head.lower_ == "at":
            return False
        beside = token.lower_ in _words("sides") or (token.lower_ in _words("parties") and _counts(claim))
        if beside or (claim.kind == "money" and token.lower_ in _words("prices")):
            return False
    return bool(token.i == verb.i or (token.dep_ == "xcomp" and token.head.i == verb.i))


def _counts(claim: Claim) -> bool:
    """Tell whether a number counts people or things and says nothing of a change: "fell by 300"."""
    return claim.kind == "count" and claim.value is not None and claim.value.direction is None


def _is_clause(token: "Token") -> bool:
    return is_verb(token) and token.dep_ not in ("aux", "auxpass")
