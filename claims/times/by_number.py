"""Rules for times that are told by a number: the weeks of a year, the days of an event."""

from claims.times.dates import with_year
from claims.times.nodes import Span, Unknown, WeekNumber, Within
from claims.times.rules import Found, numbered, rule, units
from claims.times.words import Word, Words


@rule(words=["weeks", "epidemiological", "epi", "calendar"])
def numbered_weeks(words: Words, index: int, depth: int) -> Found | None:
    """Weeks 20 to 25 of 2025, epidemiological weeks 20-25."""
    start = index if words.low(index) == "weeks" else index + 1
    link = start + 2
    joined = words[link].kind == "dash" or words.low(link) in ("to", "and")
    first, last = words[start + 1].value, words[link + 1].value
    if words.low(start) != "weeks" or not joined or not first or not last or not first < last <= 53:
        return None
    node, end = with_year(words, link + 2, depth, WeekNumber(last))
    whole = Within(WeekNumber(first), node.whole) if isinstance(node, Within) else WeekNumber(first)
    return Span(whole, node), end


@rule(words=["week", "epidemiological", "epi", "calendar"])
def numbered_week(words: Words, index: int, depth: int) -> Found | None:
    """Week 23 of 2025, epidemiological week 23."""
    start = index if words.low(index) == "week" else index + 1
    number = words[start + 1]
    if (
        words.low(start) != "week"
        or number.kind != "number"
        or not number.value
        or not 1 <= number.value <= 53
    ):
        return None
    node, end = with_year(words, start + 2, depth, WeekNumber(number.value))
    if end == start + 2 and words.low(end) == "of":
        return Unknown(), end
    return node, end


@rule(words=["day", "week", "night"])
def numbered_by_event(words: Words, index: int, depth: int) -> Found | None:
    """Day three of a trial: a time that only its event knows."""
    word: Word = words[index + 1]
    if word.low not in numbered("numbers") and not (word.kind == "number" and words.low(index) == "day"):
        return None
    if words.low(index + 2) in units():
        return None
    return Unknown(), index + 2
