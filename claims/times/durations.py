"""Rules for counted units of time: how long something takes, how long ago it was, the time of day."""

import re

from claims.times.nodes import (
    Chosen,
    Clock,
    Cycle,
    Ending,
    FiscalYear,
    Fixed,
    Lasting,
    Moved,
    Node,
    Piece,
    SplitYear,
    Starting,
    Unknown,
    Weekday,
    Within,
    Yearly,
)
from claims.times.rules import Found, numbered, phrase, rule, units, vocabulary
from claims.times.words import Words

_NUMBERS = numbered("numbers")
_UNITS = units()
_LEADS_TO_DURATION = vocabulary("durations", "before_article")
_CLOCK_NUMBER = re.compile(r"\d{1,2}(?:\.\d{2})?")
_DIGIT_UNITS = frozenset(["min", "mins", "sec", "secs", "hr", "hrs", "yr", "yrs", "wk", "wks"])
_PLURALS = frozenset(word for word in _UNITS if word.endswith("s")) | _DIGIT_UNITS
_Count = tuple[int | None, int]


def count_at(words: Words, index: int) -> _Count | None:
    """Return a small number in digits or words (None for one that is not whole) and the index after it."""
    word = words[index]
    if word.kind == "number":
        digits = word.text.replace(",", "")
        return (int(digits) if digits.isdecimal() and len(digits) <= 6 else None), index + 1
    value = _NUMBERS.get(word.low)
    if value is None:
        return None
    end = index + 1
    if value >= 20 and value % 10 == 0 and value < 100:
        step = words.skip_dash(end)
        ones = _NUMBERS.get(words.low(step), 0)
        if 0 < ones < 10:
            return value + ones, step + 1
    return value, end


def _counted_unit(words: Words, index: int) -> tuple[int | None, str, int] | None:
    """Return the count, the unit and the index after "six months", "30-day", "five to six weeks"."""
    found = count_at(words, index)
    if not found:
        return None
    count, end = _second_count(words, *found)
    half = _skip_half(words, end)
    if half > end:
        count, end = None, half
    step = words.skip_dash(end)
    hyphened = step > end
    for _ in range(2):
        step = step + 1 if words.low(step) in vocabulary("words", "repeated") else step
    unit = _UNITS.get(words.low(step))
    if count != 1 and not hyphened and words.low(step) not in _PLURALS:
        return None
    if not unit or (words.low(step) in _DIGIT_UNITS and words[index].kind != "number"):
        return None
    if unit == "second" and words.low(step) == "second" and not (hyphened or count == 1):
        return None
    if unit == "quarter" and (count == 3 or words.low(step + 1) == "of" or hyphened):
        return None
    after = step + 1
    if words.has(after, "and", "a", "half"):
        count, after = None, after + 3
    return count, unit, after


def _skip_half(words: Words, index: int) -> int:
    """Return the index after "and a half", with or without hyphens."""
    end = index
    for word in ("and", "a", "half"):
        step = words.skip_dash(end)
        if words.low(step) != word:
            return index
        end = step + 1
    return end


def _second_count(words: Words, count: int | None, end: int) -> _Count:
    """Return the larger count of "five to six", "10-15", "five or six"."""
    step = words.skip_dash(end)
    link = words.low(step)
    start = step + 1 if link in ("to", "or") else step
    if start == end:
        return count, end
    found = count_at(words, start)
    return (None, found[1]) if found else (count, end)


@rule(words=[*_NUMBERS], kinds=["number"])
def counted(words: Words, index: int, depth: int) -> Found | None:
    """Six months, a 30-day pause; two years ago, three days later, the six months to June."""
    found = _counted_unit(words, index)
    if not found:
        return None
    count, unit, end = found
    if _is_age(words, end):
        return None
    return _placed(words, count, unit, end, depth) or (Lasting(count, unit), end)


def _is_age(words: Words, end: int) -> bool:
    return words.low(words.skip_dash(end)) in vocabulary("durations", "ages") or words.has(end, "of", "age")


def _placed(words: Words, count: int | None, unit: str, end: int, depth: int) -> Found | None:
    """Return what "ago", "later", "to June" and the like make of a counted unit."""
    moved = _moved(words, count, unit, end)
    return moved or up_to(words, count, unit, end, depth)


def _moved(words: Words, count: int | None, unit: str, end: int) -> Found | None:
    low = words.low(end)
    if low == "ago":
        return away(unit, count, -1, "published"), end + 1
    if words.has(end, "from", "now") or words.has(end, "from", "today"):
        return away(unit, count, 1, "published"), end + 2
    if low == "hence":
        return away(unit, count, 1, "published"), end + 1
    if low in ("'", "’", "'s") and words.low(end + 1) == "time":
        return away(unit, count, 1, "published"), end + 2
    compares = words.low(end + 1) == "than"
    if (low in ("earlier", "previously", "later", "afterwards") and not compares) or (
        low in ("before", "after") and is_end(words, end + 1)
    ):
        sign = 1 if low in ("later", "after", "afterwards") else -1
        return away(unit, count, sign, "anchor"), end + 1
    return None


def away(unit: str, count: int | None, sign: int, base: str) -> Node:
    """Return the time so many units before or after publication or the time named before."""
    if count is None or unit in ("second", "minute", "hour") or count > 10_000:
        return Unknown()
    if base == "published":
        if unit in ("decade", "century"):
            return Moved("year", sign * count * (10 if unit == "decade" else 100), "published")
        return Moved(unit, sign * count, "published", exact=count == 1 or unit in ("day", "night"))
    return Moved(unit, sign * count, "anchor", exact=True)


def is_end(words: Words, index: int) -> bool:
    """Return whether a phrase such as "the year before" is complete here, with no event following."""
    word = words[index]
    if word.low == "than":
        return False
    return word.kind not in ("word", "number") or word.low in vocabulary("cues", "boundary")


def up_to(words: Words, count: int | None, unit: str, end: int, depth: int) -> Found | None:
    """Return the units that end on a day: "(the six months) to 30 September", "(the week) ended Friday"."""
    start = words.skip(words.skip(end, "period"), "that", "which")
    comma = words.skip(start, ",")
    low = words.low(comma)
    if comma > start and low != "to":
        return None
    if low not in vocabulary("words", "ended") or unit in ("second", "minute", "hour") or count is None:
        return None
    start = words.skip(comma + 1, "to", "on", "in")
    found = phrase(words, start, depth + 1)
    if not found or not _can_end(found[0]) or count > 1000:
        return None
    return Ending(unit, count, found[0]), found[1]


def _can_end(node: Node) -> bool:
    match node:
        case Within(part, _):
            return _can_end(part)
        case Piece(_, whole):
            return _can_end(whole)
        case Yearly() | Fixed() | Chosen() | Weekday() | SplitYear() | FiscalYear() | Cycle():
            return True
    return False


@rule(words=["year", "half-year", "half", "quarter", "month", "week", "fortnight", "weekend", "season"])
def unit_to_day(words: Words, index: int, depth: int) -> Found | None:
    """The year to March, the quarter ended June 30, the week beginning 9 June."""
    low = words.low(index)
    end = index + 1
    if low == "half" and words.low(words.skip_dash(end)) == "year":
        end = words.skip_dash(end) + 1
    unit = "half" if low in ("half", "half-year") else low
    found = up_to(words, 1, unit, end, depth)
    if found or low != "week":
        return found
    if words.low(end) not in ("of", "beginning", "starting", "commencing", "from"):
        return None
    day = phrase(words, words.skip(end + 1, "on"), depth + 1)
    return (Starting("week", 1, day[0]), day[1]) if day and _is_day(day[0]) else None


def _is_day(node: Node) -> bool:
    match node:
        case Within(part, _):
            return _is_day(part)
        case Yearly(_, day):
            return day > 0
        case Fixed(stretch):
            return stretch.days == 1
    return isinstance(node, Weekday)


@rule(words=["a", "an", "half", "another"])
def one_unit(words: Words, index: int, depth: int) -> Found | None:
    """A year ago, a decade later, half a century, for a week; not "16 a day"."""
    start = index + 1
    half = words.low(index) == "half"
    if half:
        start = words.skip(start, "a", "an")
        if start == index + 1:
            return None
    if words.has(start, "quarter", "of", "a", "century") or words.has(start, "quarter", "century"):
        return Lasting(), start + (4 if words.low(start + 1) == "of" else 2)
    start = start + 1 if words.low(start) in vocabulary("words", "repeated") else start
    unit = _UNITS.get(words.low(start))
    if not unit or unit in ("second", "minute", "quarter") or words.low(start).endswith("s"):
        return None
    end, count = start + 1, None if half else 1
    if words.has(end, "and", "a", "half"):
        end, count = end + 3, None
    if _is_age(words, end):
        return None
    placed = _moved(words, count, unit, end)
    if placed:
        return placed
    if words[end].kind == "dash":
        return None
    led = words.low(index - 1) in _LEADS_TO_DURATION or half or count is None
    return (Lasting(count, unit), end) if led else None


@rule(
    words=[
        "few",
        "several",
        "couple",
        "many",
        "some",
        "a",
        "recent",
        *[word for word in _UNITS if word.endswith("s")],
    ]
)
def vague(words: Words, index: int, depth: int) -> Found | None:
    """Several weeks, a few days ago, recent months, decades later."""
    start = words.skip(index, "a")
    recent = words.low(start) == "recent"
    for _ in range(2):
        start = start + 1 if words.low(start) in vocabulary("words", "vague_counts") | {"of"} else start
    unit = _UNITS.get(words.low(start))
    if not unit or not words.low(start).endswith("s") or unit in ("second", "quarter"):
        return None
    end = start + 1
    if _moved(words, None, unit, end):
        return Unknown(), end + 1
    if recent:
        return Unknown(), end
    return (Lasting(), end) if start > words.skip(index, "a") else None


@rule(words=_UNITS)
def long_compound(words: Words, index: int, depth: int) -> Found | None:
    """Month-long, decades-long."""
    if words[index + 1].kind == "dash" and words.low(index + 2) == "long":
        return Lasting(), index + 3
    return None


@rule(kinds=["clock", "number"])
def clock(words: Words, index: int, depth: int) -> Found | None:
    """18:00, 6.40pm, 8 a.m., 0742 GMT."""
    word, end = words[index], index + 1
    if word.kind == "clock":
        hour, minute = (int(part) for part in word.text.split(":")[:2])
        if hour > 24 or minute > 59:
            return None
        return Clock(), _skip_zone(words, _skip_half_of_day(words, end))
    if _CLOCK_NUMBER.fullmatch(word.text) and float(word.text) < 25:
        after = _skip_half_of_day(words, end)
        if after > end:
            return Clock(), _skip_zone(words, after)
        if words.has(end, "o", "'", "clock") or words.has(end, "o", "’", "clock"):
            return Clock(), end + 3
    zoned = len(word.text) == 4 and word.value is not None and word.value < 2400 and word.value % 100 < 60
    after = _skip_zone(words, end)
    return (Clock(), after) if zoned and after > end else None


def _skip_half_of_day(words: Words, index: int) -> int:
    if words.low(index) in vocabulary("words", "am_pm"):
        return index + 1
    dotted = words.low(index) in ("a", "p") and words.has(index + 1, ".", "m") and words[index + 2].glued
    return words.skip(index + 3, ".") if dotted else index


def _skip_zone(words: Words, index: int) -> int:
    word = words[index]
    return index + 1 if word.low in vocabulary("words", "zones") and not word.text.istitle() else index


@rule(words=["noon", "midday", "midnight"])
def named_hour(words: Words, index: int, depth: int) -> Found | None:
    """Noon, midnight."""
    return Clock(), index + 1
