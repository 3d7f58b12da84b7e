"""The first days or weeks of what opened: "it took 400 cars in its first week", from the day it opened."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from claims.model import Claim, Period
from claims.timing.reports import Dating
from claims.vocabulary import load

_OPENED = re.compile(r"date (?:of )?(?:[\w'’ -]+ )?open(?:ing|ed)\Z")
_FIRST = re.compile(
    r"\b(?:its|their|the) (?:first|opening) (?:(?P<count>\w+) )?(?P<unit>day|week|month|year)s?\b(?! of\b)"
)
_REACH = 60
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


def openings(claims: Iterable[Claim]) -> dict[str, date]:
    """Return the days on which the things of a text opened or are to open, by the name of the thing.

    Args:
        claims: All claims of a source.
    """
    found: dict[str, date] = {}
    for claim in claims:
        if claim.kind != "date" or _OPENED.match(claim.measure) is None or claim.period is None:
            continue
        if claim.polarity == "affirmed" and claim.period.start and claim.period.end:
            found.setdefault(claim.subject, date.fromisoformat(claim.period.start))
    return found


def first_days(claim: Claim, opened: dict[str, date]) -> Dating | None:
    """Return when a figure of the first days of what opened holds, or None.

    Args:
        claim: A figure without a time.
        opened: The days on which the things of its text opened.
    """
    said = _beside(claim)
    days = set(opened.values()) if claim.subject not in opened else {opened[claim.subject]}
    if said is None or len(days) != 1:
        return None
    first = min(days)
    last = _last(first, said)
    if last is None:
        return None
    note = f"“{said[0]}” counted from {first.isoformat()}, the day of the opening"
    return Period(first.isoformat(), last.isoformat(), said[0]), note


def _beside(claim: Claim) -> re.Match[str] | None:
    """Return the words for the first days that stand beside a figure in its clause."""
    if claim.value is None:
        return None
    at = claim.sentence.find(claim.value.surface or "\n")
    end = at + len(claim.value.surface or "")
    for said in _FIRST.finditer(claim.sentence) if at >= 0 else ():
        between = (
            claim.sentence[end : said.start()] if said.start() >= end else claim.sentence[said.end() : at]
        )
        inside = said.start() <= at and end <= said.end()
        opens = said.start() < at and said.start() < _REACH // 10
        near = len(between) < _REACH and not re.search(r"[\d;:.]", between)
        if inside or (near and (said.start() >= end or opens)):
            return said
    return None


def _last(first: date, said: re.Match[str]) -> date | None:
    word = said["count"]
    count = 1 if word is None else int(word) if word.isdecimal() else load("periods")["numbers"].get(word)
    if not isinstance(count, int):
        return None
    if said["unit"] in _DAYS:
        return first + timedelta(days=count * _DAYS[said["unit"]] - 1)
    months = first.year * 12 + first.month - 1 + count * _MONTHS[said["unit"]]
    year, month = divmod(months, 12)
    return _day(year, month + 1, first.day) - timedelta(days=1)


def _day(year: int, month: int, day: int) -> date:
    """Return a day of a month, or the first of the next where the month is too short."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day - 1), after)
