"""Spans against dates: "nine days, from 9 to 18 March", "a week later, on 2 April"."""

import calendar
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from reconcile.figures import Figure, short
from reconcile.intervals import Interval, to_days
from reconcile.numerals import numerals
from reconcile.rules import Finding, before, by_sentence

_COUNT = {"a": 1, **numerals(1, 12)}
_LATER = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(_COUNT)})\s(day|week|month|year)s?\s(later|after|earlier|before)\b",
    re.I,
)
_FROM_TO = re.compile(r"(?:from|between)\s.*\s(?:to|until|till|and)\s", re.I | re.S)
_FOR = re.compile(r"\bfor\s(?:the\s)?$", re.I)
_WITHIN = re.compile(r"\b(?:in|during|on|of|within|at)\b", re.I)
_PHRASE = 40
_OVERDUE = re.compile(r"^\s*(?:late|later|behind|overdue|after|delay)", re.I)
_WORKING = re.compile(r"\b(?:working|business|trading|school|match)\s(?:day|week)s?\b", re.I)
# How far a span may be off from the days between two dates: both ends may count, longer units are rounded.
SLACK = {"day": 1.0, "week": 3.0, "month": 16.0, "year": 183.0}
FEWEST_DAYS = 3
# How well the days between two dates must be known, as a part of the span.
CLOSE = 0.15
MOST_DATES = 4
NEAR_BY = 2


def spans(dates: Sequence[Figure], figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """The days from one date to another = the length of time told beside them."""
    times = [f for f in figures if f.unit in SLACK and f.is_level and f.value.hedge != "range"]
    for time in times:
        if found := _from_to(time, text):
            yield found
    yield from _late(dates, times, text)
    told: dict[str, list[Figure]] = {}
    for time in times:
        told.setdefault(time.sentence_text, []).append(time)
    for days in by_sentence(dates):
        beside = told.get(days[0].sentence_text, [])
        if len(beside) != 1 or len(days) > MOST_DATES:
            continue
        for pair in combinations(days, 2):
            first, last = sorted(pair, key=lambda f: f.number)
            if found := span(first, last, beside[0], False):
                yield found
                break


def _from_to(time: Figure, text: str) -> Finding | None:
    """Return what the days give that a span is said to reach from and to: "nine days, from 9 to 18 March"."""
    period = time.key.claim.period
    if (
        period is None
        or period.text not in time.sentence_text
        or period.start is None
        or period.end is None
        or not _FROM_TO.match(period.text)
    ):
        return None
    first, last = date.fromisoformat(period.start), date.fromisoformat(period.end)
    by_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    by_month = first.day == 1 and last.day == _days_in(last)
    began = (
        first.replace(month=12, day=31)
        if by_year
        else first.replace(day=_days_in(first))
        if by_month
        else first
    )
    ended = last.replace(month=1, day=1) if by_year else last.replace(day=1) if by_month else last
    made = Interval(float((ended - began).days), float((last - first).days))
    lasts = (to_days(time.unit) or 0.0) * time.number
    slack = SLACK[time.unit]
    fits = made.meets(Interval(lasts - slack, lasts + slack))
    if made.low == made.high == lasts - 1:
        made = Interval(lasts, lasts)  # the first day counts, too
    told = f"{_until(first, last, by_year, by_month)} is {_lasting(made, time.unit)}"
    if fits:
        return Finding((time,), True, made.low, f"{told}, printed “{time.value.surface}”")
    at = text.find(period.text, time.value.end)
    gap = text[time.value.end : at]
    is_near = 0 <= at <= time.value.end + _PHRASE and not _WITHIN.search(gap)
    sure = time.value.hedge == "exact" and is_near
    one_span = "-" in time.value.surface or _FOR.search(before(text, time, 12))
    if not (
        sure
        and one_span
        and period.text.lower().startswith("from")
        and not _WORKING.search(time.sentence_text)
    ):
        return None
    return Finding((time,), False, made.low, f"{told}, but printed “{time.value.surface}”")


def _days_in(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1]


def _until(first: date, last: date, by_year: bool, by_month: bool) -> str:
    if by_year:
        return f"{first.year} to {last.year}"
    return f"{_written(first, not by_month)} to {_written(last, not by_month)}"


def _written(day: date, exactly: bool) -> str:
    return f"{f'{day.day} ' if exactly else ''}{calendar.month_name[day.month]} {day.year}"


def _lasting(made: Interval, unit: str) -> str:
    """Print a number of days in months and years where the text reckons in these."""
    unit = unit if unit in ("month", "year") else "day"
    low, high = (short(round(end / (to_days(unit) or 1.0), 1)) for end in (made.low, made.high))
    return f"{low if low == high else f'{low} to {high}'} {unit}s"


def span(first: Figure, last: Figure, time: Figure, told: bool) -> Finding | None:
    """Return the finding on a span that fits the two dates of its sentence, or those it is said of."""
    lasts = (to_days(time.unit) or 0.0) * time.number
    made = Interval(
        max(0.0, last.possible.low - first.possible.high), last.possible.high - first.possible.low
    )
    exact = time.unit == "day" and made.low == made.high and lasts >= FEWEST_DAYS
    vague = made.high - made.low > max(2.0, lasts * CLOSE)
    fits = made.meets(Interval(lasts - SLACK[time.unit], lasts + SLACK[time.unit]))
    if vague or not fits or not (exact or told):
        return None
    return _finding((first, last, time), made, f"“{time.value.surface}”", time.unit)


def _late(dates: Sequence[Figure], times: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "It was to open in June 2023. It opened in March 2025, 21 months late": one date a sentence ago."""
    starts = [time.value.start for time in times]
    for first, last in pairwise(dates):
        if last.sentence - first.sentence != 1 or first.number >= last.number:
            continue
        at = bisect_left(starts, last.value.end)
        time = times[at] if at < len(times) else None
        if (
            time is None
            or time.value.start - last.value.end > _PHRASE
            or not _OVERDUE.search(text[time.value.end :][:24])
        ):
            continue
        if found := span(first, last, time, True):
            yield found


def offsets(dates: Sequence[Figure], figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "A week later, on 2 April": the date so far from another that is told just before."""
    for at, last in enumerate(dates):
        if not any(char.isdigit() for char in last.value.surface):
            continue  # the day is only known from the span
        start = max(0, last.value.start - 60)
        around = text[start : last.value.end + 24]
        for match in _LATER.finditer(around):
            apart = (
                around[match.end() : last.value.start - start]
                if start + match.end() <= last.value.start
                else ""
            )
            if len(apart) > 12 or re.search(r"[.;]", apart):
                continue
            word, unit = match.group(1).lower(), match.group(2).lower()
            number = int(word) if word.isdecimal() else _COUNT[word]
            sign = 1 if match.group(3).lower() in ("later", "after") else -1
            found = _offset(dates[max(0, at - NEAR_BY * 2) : at], last, sign * number, unit)
            if found:
                yield found
                break


def days_later(told: str) -> float:
    """Return the days that a wording tells to have passed ("two days later"); 0 where it tells none."""
    match = _LATER.match(told.strip())
    if match is None:
        return 0.0
    word, unit, way = (part.lower() for part in match.groups())
    number = int(word) if word.isdecimal() else _COUNT[word]
    return (to_days(unit) or 0.0) * (number if way in ("later", "after") else -number)


def _offset(earlier: Sequence[Figure], last: Figure, number: int, unit: str) -> Finding | None:
    days = (to_days(unit) or 0.0) * number
    slack = 0.0 if unit in ("day", "week") else SLACK[unit] / 8
    for first in reversed(earlier):
        made = Interval(last.possible.low - first.possible.high, last.possible.high - first.possible.low)
        if made.high - made.low <= 1 and made.meets(Interval(days - slack, days + slack)):
            told = f"{abs(number)} {unit}{'' if abs(number) == 1 else 's'}"
            return _finding((first, last), made, told)
    return None


def _finding(found: tuple[Figure, ...], made: Interval, told: str, unit: str = "day") -> Finding:
    one, other = (day_told(figure) for figure in found[:2])
    return Finding(found, True, made.low, f"{one} to {other} is {_lasting(made, unit)}, printed {told}")


def day_told(figure: Figure) -> str:
    """Print a date as far as it is known: "9 March 2026", "March 2026", "2026"."""
    first, last = (date.fromordinal(int(end)) for end in (figure.possible.low, figure.possible.high))
    if first == last:
        return _written(first, True)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    whole = (
        first.day == 1 and last.day == _days_in(last) and (first.year, first.month) == (last.year, last.month)
    )
    return _written(first, False) if whole else f"{_written(first, True)} – {_written(last, True)}"
