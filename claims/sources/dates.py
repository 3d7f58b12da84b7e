"""Full dates as articles print them in front matter and bylines; nothing is completed or guessed."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from claims import vocabulary

_SPACE = r"[\s\u00a0]{1,3}"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day, month and year in a text.

    Attributes:
        day: The date in ISO form.
        start: Offset of its first character, weekday excluded.
        end: Offset after it.
    """

    day: str
    start: int
    end: int


@cache
def _months() -> dict[str, int]:
    names = vocabulary.load("metadata")["dates"]["months"]
    return {name: number for number, spellings in enumerate(names, 1) for name in spellings}


@cache
def weekday_pattern() -> str:
    """Return a regular expression for the names of weekdays."""
    return "|".join(vocabulary.load("metadata")["dates"]["weekdays"])


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(_months())
    return re.compile(
        rf"""\b(?:
        (?P<y1>\d{{4}})[-/](?P<m1>\d{{2}})[-/](?P<d1>\d{{2}})(?!\d)
        |(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?{_SPACE}(?:of{_SPACE})?(?P<m2>{month})\.?,?{_SPACE}(?P<y2>\d{{4}})\b
        |(?P<m3>{month})\.?{_SPACE}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?{_SPACE}(?P<y3>\d{{4}})\b
        |(?P<d4>\d{{1,2}})[-\s](?P<m4>{month})[-\s](?P<y4>\d{{4}})\b
        |(?P<a5>\d{{1,2}})(?P<sep>[/.])(?P<b5>\d{{1,2}})(?P=sep)(?P<y5>\d{{4}})\b
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def find_date(text: str) -> FoundDate | None:
    """Return the first full date in the text.

    ``03/04/2025`` may be March or April, so it is no date; ``13/04/2025`` is one.
    """
    for match in _pattern().finditer(text):
        day = _day(match)
        if day:
            return FoundDate(day, match.start(), match.end())
    return None


def _day(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    for i in "1234":
        if part["y" + i]:
            month = part["m" + i].lower()
            number = int(month) if month.isdecimal() else _months()[month]
            return _iso(int(part["y" + i]), number, int(part["d" + i]))
    a, b, year = int(part["a5"]), int(part["b5"]), int(part["y5"])
    if a > 12 or a == b:
        return _iso(year, b, a)
    return _iso(year, a, b) if b > 12 else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
