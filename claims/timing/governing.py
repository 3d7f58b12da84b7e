"""Which times go on governing what a text tells next, and which clauses go on with them."""

from claims.periods import TimeExpression
from claims.timing.carrying import SHORTEST_REPORT, is_told, is_toll, length, listed, subjects
from claims.timing.memory import Held
from claims.timing.tenses import is_pluperfect
from claims.timing.told import Told

_DAY = len("2025-01-01")


def days_named(own: TimeExpression) -> bool:
    """Tell whether "the lowest since April" names a month, after whose end nothing was lower."""
    first, last = own.named
    return (
        first is not None and last is not None and len(first) == len(last) == _DAY and first[:7] == last[:7]
    )


def may_govern(own: TimeExpression) -> bool:
    """Tell whether a time can go on governing; "the worst since 2006" only bounds a record."""
    return own.relation in (None, "in", "from_to") and not own.text.lower().startswith("since ")


def is_tally(own: TimeExpression, told: Told) -> bool:
    """Tell whether a tally runs up to a day: "9 have died, it said on Sunday", "by Sunday 9 had died"."""
    so_far = told.tense == "perfect" or is_pluperfect(told.frame.predicate)
    if own.relation in ("by", "as_of"):
        return is_toll(told.reading) and (so_far or own.relation == "as_of")
    return told.tense == "perfect" and is_told(own, told.sentence)


def goes_on(told: Told, held: Held) -> bool:
    """Tell whether a clause goes on with what was told: past tense, elliptic, or a list item."""
    when = told.tense
    if when == "past":
        return True
    if when == "none" or (told.in_list and ":" in told.sentence.text):
        return told.in_list
    predicate = told.frame.predicate
    report = length(held.period) >= SHORTEST_REPORT
    ahead = list(predicate.lefts) if predicate is not None else []
    pointed = any(word.lower_ in listed("pointers") for word in (*subjects(told.frame), *ahead))
    return when == "present" and report and (not told.frame.measure or pointed)
