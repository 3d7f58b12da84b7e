"""Parts of a business year that a text names by their length alone: "in the quarter", "for the full year"."""

import calendar
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.framing.noun_phrases import clause_verb
from claims.model import Period
from claims.periods import TimeExpression
from claims.timing.carrying import is_told, length, names
from claims.timing.event_spans import stretch
from claims.timing.told import Told
from claims.timing.when import period_of
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

DAYS_OF = {3: range(89, 93), 6: range(181, 185), 9: range(272, 276), 12: range(364, 369)}
_LENGTHS = {"quarter": 3, "half": 6, "year": 12}
_YEAR = 12
_SHORTEST = 28
_PARTS = frozenset({"quarter", "half-year"})
_DURING = frozenset({"in", "during", "over", "for"})
_PLACING = frozenset({"ADP", "NOUN", "PROPN", "DET", "ADV"})
_COMPARING = frozenset({"from", "to", "against", "after", "compared"})
_PLACES = frozenset({"first", "second", "third", "fourth", "q1", "q2", "q3", "q4", "h1", "h2"})
# Words that name another part than the one reported on.
_FORMER = frozenset({"second", "third", "fourth", "next", "last", "previous", "prior", "earlier", "before"})


def months_named(text: str) -> int | None:
    """Return the months of a part of a year that is named by its length alone, or None.

    Args:
        text: The words: "in the first half", "Nine-month", "for the full year"; one that counts on or back
            ("the second quarter", "last half-year") is not the one reported.
    """
    words = text.lower().replace("-", " ").split()
    if _FORMER & {*words}:
        return None
    for number, unit in pairwise(words):
        months = load("periods")["numbers"].get(number)
        if unit in ("month", "months") and months in DAYS_OF:
            return int(months)
    if "year" in words and not {"half", "full", "whole"} & {*words}:
        return None
    return next((_LENGTHS[word] for word in words if word in _LENGTHS), None)


def is_ordinal(text: str) -> bool:
    """Tell whether a part of a year is only named by its place in a year that may begin in any month.

    Args:
        text: The words: "third-quarter", "Q3"; not "for the quarter ended 31 December".
    """
    words = {*text.lower().replace("-", " ").split()}
    return bool(words & _PLACES) and not words & {"to", "ended", "ending"}


def reaching_to(reported: Period, months: int, fiscal_end: int | None) -> Period | None:
    """Return so many months of the business year that a report is on, or None where it does not say.

    Args:
        reported: The period that the text reports on; one without days is only known by its name.
        months: How many: three are the report's own quarter, nine end with it, twelve are its whole year.
        fiscal_end: The month in which the business year of the text ends, or None.
    """
    days = stretch(reported)
    if days is None:
        return reported if months == months_named(reported.text) else None
    if length(reported) in DAYS_OF[months]:
        return reported
    if length(reported) > DAYS_OF[months].stop:
        return None
    closes = fiscal_end or _YEAR
    last = date(days[1].year + (days[1].month > closes), closes, calendar.monthrange(days[1].year, closes)[1])
    begins = _months_before(last, _YEAR)
    if months == _YEAR:
        return replace(reported, start=begins.isoformat(), end=last.isoformat())
    first = _months_before(days[1], months)
    return replace(reported, start=first.isoformat()) if first == begins else None


def _months_before(last: date, months: int) -> date:
    """Return the first day of so many months that end with a month."""
    count = last.year * _YEAR + last.month - months
    return date(count // _YEAR, count % _YEAR + 1, 1)


def part_of(told: Told) -> str | None:
    """Return the words by which a figure's clause or label names such a part: "in the quarter", "Nine-month".

    Args:
        told: A figure without a time of its own, in a text that reports on business.
    """
    for word in told.sentence.span:
        if word.lower_ in _PARTS and _is_the_part(word) and _is_beside(word, told):
            return f"{word.nbor(-2).text} the {word.text}"
    for time in told.times:
        piece = told.sentence.span.doc.char_span(time.start, time.end)
        monthly = time.kind == "duration" and "-month" in time.text.lower() and months_named(time.text)
        if monthly and piece is not None and names(told.measure, "results") and _is_beside(piece.root, told):
            return time.text
    return None


def _is_the_part(word: "Token") -> bool:
    if word.i < 2 or word.nbor(-1).lower_ != "the" or word.nbor(-2).lower_ not in _DURING:
        return False
    behind = next(iter(word.doc[word.i + 1 : word.i + 2]), None)  # not "the quarter behind the works"
    return behind is None or behind.pos_ not in _PLACING or behind.lower_ in _COMPARING


def _is_beside(word: "Token", told: Told) -> bool:
    """Tell whether a word stands in the label of a figure's item or in its clause."""
    if told.in_list:
        return word.idx < told.place[0]
    return told.frame.predicate is not None and clause_verb(word) == told.frame.predicate


def months_reported(told: Told) -> TimeExpression | None:
    """Return the months that a change is of, not when it was told: "9 in May, it said, a third more".

    Args:
        told: A figure whose clause gives the day on which it was told.
    """
    others = [time for time in told.times if not is_told(time, told.sentence)]
    own = period_of(told.reading.anchor, told.frame.predicate, others, told.sentence.span, told.place)
    own = own or (others[0] if told.kind == "growth" and len(others) == 1 else None)
    days = stretch(own) if own is not None else None
    return own if days is not None and (days[1] - days[0]).days >= _SHORTEST - 1 else None
