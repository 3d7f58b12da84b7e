"""In which month the business year of a text ends."""

from collections.abc import Iterator
from typing import NamedTuple

from claims.times.business import ordinal_at
from claims.times.dates import day_number, month_name
from claims.times.durations import count_at
from claims.times.rules import units, vocabulary
from claims.times.words import Words

_NEAR = 8
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


class _Closing(NamedTuple):
    """So many months that end with a month: "the six months to 30 September"."""

    months: int
    month: int
    start: int
    end: int


def fiscal_year_end(words: Words) -> int | None:
    """Return the last month of the business year that a text states or implies, or None."""
    closings = list(_closings(words))
    for closing in closings:
        if closing.months == 12 and words.low(closing.start - 1) in vocabulary("words", "fiscal"):
            return closing.month
    for closing in closings:
        end = _from_neighbours(words, closing)
        if end:
            return end
    bracketed = next(_bracketed_quarters(words), None)
    if bracketed:
        return bracketed
    yearly = {closing.month for closing in closings if closing.months == 12}
    return yearly.pop() if len(yearly) == 1 and _speaks_of_business_years(words) else None


def _closings(words: Words) -> Iterator[_Closing]:
    for index in range(1, len(words)):
        if words.low(index) not in ("to", "ended", "ending"):
            continue
        unit = units().get(words.low(index - 1))
        if unit not in _MONTHS:
            continue
        start = index - 1
        count = count_at(words, start - 1) if unit == "month" else (1, start)
        start -= unit == "month"
        named = _month_of_day(words, index + 1)
        if count and count[0] and named and _MONTHS[unit] * count[0] in (3, 6, 9, 12):
            yield _Closing(_MONTHS[unit] * count[0], named[0], start, named[1])


def _month_of_day(words: Words, index: int) -> tuple[int, int] | None:
    """Return the month of "March", "30 September", "June 30" and the index after it."""
    found = month_name(words, index + (day_number(words, index) is not None))
    if not found:
        return None
    return found[0], found[1] + (day_number(words, found[1]) is not None)


def _from_neighbours(words: Words, closing: _Closing) -> int | None:
    """Return the year's end where "first half" or "third quarter" stands beside a closing."""
    names = {3: ("quarter",), 6: ("half",)}.get(closing.months, ())
    for index in [*range(closing.end, closing.end + _NEAR), *range(closing.start - _NEAR, closing.start)]:
        rank = ordinal_at(words, index)
        if rank and rank > 0 and words.low(words.skip_dash(index + 1)) in names:
            return _wrap(closing.month - rank * closing.months)
    return None


def _bracketed_quarters(words: Words) -> Iterator[int]:
    """Yield what "second-quarter (July-September)" gives away."""
    for index in range(len(words)):
        if words.low(index) != "quarter" or words.low(index + 1) != "(":
            continue
        start = index - 1 - (words[index - 1].kind == "dash")
        rank = ordinal_at(words, start)
        first = month_name(words, index + 2)
        last = month_name(words, words.skip(words.skip_dash(first[1]), "to")) if first else None
        if rank and rank > 0 and last:
            yield _wrap(last[0] - rank * 3)


def _wrap(month: int) -> int:
    return (month - 1) % 12 + 1


def _speaks_of_business_years(words: Words) -> bool:
    for index in range(len(words)):
        low = words.low(index)
        if low == "interim" or (
            low in ("full", "fiscal", "financial") and words.low(words.skip_dash(index + 1)) == "year"
        ):
            return True
    return False
