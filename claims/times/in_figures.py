"""Rules for dates that are written in figures alone: 2025-04-04, 25/12/2025, 4.8.2025."""

from claims.times import calendar
from claims.times.calendar import Stretch
from claims.times.nodes import Fixed, Unknown
from claims.times.rules import Found, rule
from claims.times.words import Words


@rule(kinds=["iso"])
def iso_day(words: Words, index: int, depth: int) -> Found | None:
    """2025-04-04."""
    year, month, number = (int(part) for part in words[index].text.replace("/", "-").split("-"))
    stretch = calendar.day(year, month, number)
    return (Fixed(stretch), index + 1) if stretch else None


@rule(kinds=["slashed"])
def slashed_day(words: Words, index: int, depth: int) -> Found | None:
    """25/12/2025 and 4.8.2025; 04/08/2025 is April or August, as the text's other dates show, or unknown."""
    european, american = _readings(words[index].text)
    if not european or not american or european == american:
        stretch = european or american
        return (Fixed(stretch), index + 1) if stretch else None
    orders = words.once(_orders_shown)
    if len(orders) != 1:
        return Unknown(), index + 1
    return Fixed(american if "american" in orders else european), index + 1


def _readings(text: str) -> tuple[Stretch | None, Stretch | None]:
    """Return what a date in figures is with the day first and with the month first."""
    one, two, year = (int(part) for part in text.replace("/", ".").replace("-", ".").split("."))
    american = calendar.day(year, one, two) if "." not in text else None
    return calendar.day(year, two, one), american


def _orders_shown(words: Words) -> frozenset[str]:
    """Return which order of day and month those dates in figures show that can be read in one way only."""
    shown: set[str] = set()
    for index in range(len(words)):
        if words[index].kind == "slashed" and "." not in words[index].text:
            european, american = _readings(words[index].text)
            if (european is None) != (american is None):
                shown.add("american" if american else "european")
    return frozenset(shown)
