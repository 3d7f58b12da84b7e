"""Rules for the parts of a year that offices count in: quarters, halves, first nine months."""

import re

from claims.times import calendar
from claims.times.dates import month_before_dash, month_name
from claims.times.durations import count_at
from claims.times.nodes import (
    Cycle,
    Ending,
    Fixed,
    Node,
    Piece,
    Portion,
    SplitYear,
    Unknown,
    Within,
    Yearly,
    YearPart,
)
from claims.times.rules import (
    Found,
    is_yearlike,
    numbered,
    of_year,
    phrase,
    rule,
    skip_determiners,
    units,
    vocabulary,
)
from claims.times.words import Words
from claims.times.years import fiscal_year

_ORDINALS = numbered("ordinals")
_MONTHS_OF = {"quarter": 3, "trimester": 4, "semester": 6, "half": 6, "half-year": 6}
_CODE = re.compile(r"(?:([qh])([1-4])|([1-4])([qh])|(9)m)(fy)?(\d{2}|\d{4})?")
_CODES = [f"{letter}{number}" for letter in "qh" for number in range(1, 5)]
_YEARS = [f"{year:02d}" for year in range(100)] + [str(year) for year in range(1990, 2100)]


def ordinal_at(words: Words, index: int) -> int | None:
    """Return the rank that a word gives (-1 for the last)."""
    word = words[index]
    return word.value if word.kind == "ordinal" else _ORDINALS.get(word.low)


@rule(words=_ORDINALS, kinds=["ordinal"])
def year_part(words: Words, index: int, depth: int) -> Found | None:
    """The second quarter of 2024, the first half of its financial year, second-half …"""
    rank = ordinal_at(words, index)
    start = words.skip_dash(index + 1)
    count = _MONTHS_OF.get(words.low(start))
    if rank is None or not count or rank > 12 // count:
        return None
    end = start + 1
    if words.low(start) == "half" and words.low(words.skip_dash(end)) in ("year", "yearly"):
        end = words.skip_dash(end) + 1
    node = YearPart(count, rank)
    if words.low(index) == "last" and not words.has(end, "of"):
        return Cycle("quarter" if count == 3 else "half", -1), end
    return part_of_year(words, end, depth, node)


@rule(kinds=["number"])
def part_behind_year(words: Words, index: int, depth: int) -> Found | None:
    """The 2024 fourth quarter, in the 2025 first half."""
    stretch = calendar.years(words[index].value or 0) if words[index].is_year else None
    part = year_part(words, index + 1, depth) if stretch and ordinal_at(words, index + 1) else None
    if stretch is None or part is None or not isinstance(part[0], YearPart):
        return None
    return Within(part[0], Fixed(stretch)), part[1]


def part_of_year(words: Words, end: int, depth: int, node: YearPart) -> Found | None:
    """Return a part of a business year with the year it belongs to, where one follows."""
    year = of_year(words, end, depth)
    if year:
        return Within(node, _business_year(year[0])), year[1]
    if words.low(end) != "of":
        return node, end
    start = skip_determiners(words, end + 1)
    if words.low(start) in vocabulary("words", "fiscal") and words.low(start + 1) == "year":
        return node, start + 2
    if words.low(start) == "year":
        return YearPart(node.count, node.index, by_calendar=True), start + 1
    whole = phrase(words, start, depth + 1)
    if whole:
        return Within(node, whole[0]), whole[1]
    return Unknown(), end


def _business_year(year: Node) -> Node:
    """Return "2024-25" as a business year, which it is where its quarters are counted."""
    return (
        SplitYear(year.start_year, "fiscal") if isinstance(year, SplitYear) and year.basis == "bare" else year
    )


@rule(words=["half", "full", "half-year"])
def unnumbered_part(words: Words, index: int, depth: int) -> Found | None:
    """The half-year, the full year 2025."""
    start = words.skip_dash(index + 1)
    in_number = words[index - 1].kind == "dash" or words.low(index - 2) == "and"
    repeated = words.low(index - 1) in ("every", "each", "a", "per", "another", "one")
    if words.low(start) not in ("year", "yearly") or in_number or repeated:
        return None
    count = 6 if words.low(index) == "half" else 12
    year = of_year(words, start + 1, depth)
    if year:
        return (Within(YearPart(count, 0), year[0]) if count == 6 else year[0]), year[1]
    return YearPart(count, 0), start + 1


@rule(
    words=[*_CODES, *(code + fy + year for code in _CODES for fy in ("", "fy") for year in _YEARS)],
    kinds=["number"],
)
def code(words: Words, index: int, depth: int) -> Found | None:
    """Q2 2025, H1 FY26, Q3FY25, 2Q25, 9M 2025."""
    read = _read_code(words, index)
    if not read:
        return None
    node, match, end = read
    if not match[7]:
        return None if match[5] and not of_year(words, end, depth) else part_of_year(words, end, depth, node)
    year = _coded_year(words, end, match[7], bool(match[6]))
    return (Within(node, year[0]), year[1]) if year else None


def _read_code(words: Words, index: int) -> tuple[YearPart, re.Match[str], int] | None:
    """Return the part of the year that a code names, its match and the index after it."""
    text, end = words.low(index), index + 1
    if words[index].kind == "number":
        text, end = text + words.low(index + 1), index + 2
        if not words[index + 1].glued:
            return None
    match = _CODE.fullmatch(text)
    if not match or (words[end].kind == "dash" and words[end].glued and words[end + 1].kind == "word"):
        return None
    if match[5] and (words[index].glued or "m" in words[end - 1].text):
        return None  # "€9m in 2024" is money, "9M 2024" nine months
    letter, number = match[1] or match[4], match[2] or match[3]
    if letter == "h" and number not in ("1", "2"):
        return None
    node = YearPart(9, 1) if match[5] else YearPart(3 if letter == "q" else 6, int(number))
    return node, match, end


def code_at(words: Words, index: int) -> tuple[int, int, int] | None:
    """Return the months, the rank and the index after a code without a year: "Q2", "H1"."""
    read = _read_code(words, index)
    return (read[0].count, read[0].index, read[2]) if read and not read[1][7] else None


def _coded_year(words: Words, end: int, digits: str, fiscal: bool) -> Found | None:
    value = int(digits) if len(digits) == 4 else 2000 + int(digits)
    if fiscal:
        found = fiscal_year(words, end - 1, value)
        return found if found else None
    stretch = calendar.years(value)
    return (Fixed(stretch), end) if stretch else None


@rule(words=[*numbered("months"), *numbered("month_abbreviations")])
def month_quarter(words: Words, index: int, depth: int) -> Found | None:
    """The March quarter: the three months that end with March."""
    named = month_name(words, index)
    if not named or (words[index - 1].kind == "dash" and month_before_dash(words, index - 1)):
        return None
    middle = phrase(words, named[1], depth + 1) if words[named[1]].is_year else None
    if middle and words.low(middle[1]) == "quarter":
        return Ending("quarter", 1, Within(Yearly(named[0]), middle[0])), middle[1] + 1
    if words.low(named[1]) not in ("quarter", "half"):
        return None
    month, end = Yearly(named[0]), named[1] + 1
    year = of_year(words, end, depth)
    last: Node = Within(month, year[0]) if year else month
    return Ending(words.low(end - 1), 1, last), year[1] if year else end


@rule(words=_ORDINALS, kinds=["ordinal"])
def portion(words: Words, index: int, depth: int) -> Found | None:
    """The first three months of 2025, the last week of May, the second day of the month."""
    rank = ordinal_at(words, index)
    start = index + 1
    counted = count_at(words, start)
    count, start = counted if counted else (1, start)
    start = start + 1 if words.low(start) in ("full", "whole", "calendar") else start
    unit = units().get(words.low(start))
    if rank is None or not unit or not count or count > 100 or unit in ("second", "minute", "hour"):
        return None
    end = start + 1
    # "fined last month in the 2019 case": the month before this one
    past = words.low(index) == "last" and not counted and not _is_determined(words, index)
    if words.low(end) != "of" and (words.low(end) != "in" or past):
        return _alone(words, index, end, rank, unit, count)
    whole = _whole(words, end + 1, depth)
    vague = not counted and words.low(end - 1).endswith("s")
    if whole and vague and rank in (1, -1):
        cut = Piece("early" if rank == 1 else "late", whole[0]) if unit == "month" else Unknown()
        return cut, whole[1]
    if not whole:
        return _alone(words, index, end, rank, unit, count)
    if unit == "week" and count == 1 and rank > 5 and not is_yearlike(whole[0]):
        return None
    return Within(Portion(unit, rank, count), whole[0]), whole[1]


def _is_determined(words: Words, index: int) -> bool:
    return words.low(index - 1) in vocabulary("words", "determiners")


def _alone(words: Words, index: int, end: int, rank: int, unit: str, count: int) -> Found | None:
    """Return what "the third day" or "the first nine months" is where nothing says of what."""
    if words.low(index) == "last":
        return None
    if unit == "month" and rank == 1 and count in (3, 6, 9):
        return YearPart(count, 1), end
    return (Unknown(), end) if unit in ("day", "night") and count == 1 and rank > 0 else None


def _whole(words: Words, index: int, depth: int) -> Found | None:
    found = phrase(words, index, depth + 1)
    return found or this_unit(words, index)


def this_unit(words: Words, index: int) -> Found | None:
    """Return the current unit of "the year", "the month", "the season" after "of" or "in"."""
    start = skip_determiners(words, index)
    if start == index:
        return None
    low = words.low(start)
    if low in vocabulary("words", "fiscal") and words.low(start + 1) == "year":
        return Cycle("fiscal", 0, loose=True), start + 2
    if low in ("year", "month", "week", "quarter", "season", "decade", "century"):
        return Cycle(low, 0, loose=True), start + 1
    return None


@rule(words=["year"])
def year_end(words: Words, index: int, depth: int) -> Found | None:
    """Year-end; the year to date."""
    start = words.skip_dash(index + 1)
    led = start > index + 1 or words.low(index - 1) in ("by", "at", "the", "until", "before")
    if words.low(start) == "end" and led and words.low(start + 1) != "of":
        year = of_year(words, start + 1, depth)
        whole, end = year or (Cycle("year", 0, loose=True), start + 1)
        return Piece("end", whole), end
    after = words.skip_dash(start + 1)
    if words.low(start) == "to" and words.low(after) == "date":
        return Piece("earlier", Cycle("year", 0)), after + 1
    return None
