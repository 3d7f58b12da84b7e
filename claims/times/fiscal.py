"""In which month the business year of a text ends; the text may say so anywhere."""

from collections.abc import Iterator
from typing import NamedTuple

from claims.times.business import code_at, ordinal_at
from claims.times.dates import day_number, month_name
from claims.times.durations import count_at
from claims.times.rules import units, vocabulary
from claims.times.words import Words

_NEAR = 8
_YEAR = 4
_YEAR_LONG = 12
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_LENGTH_OF = {"quarter": 3, "half": 6}
# A part of a year is at most so many words: "H1", "second - quarter".
_PART = 4
_BEFORE_MONTH = ("on", "in", "at", "the", "end", "of", "-", "close", "last", "day")


class _Closing(NamedTuple):
    """So many months that end with a month: "the six months to 30 September"."""

    months: int
    month: int
    start: int
    end: int
    named: bool = False  # "the sugar year 2021/22, closed on 30 June"


def fiscal_year_end(words: Words) -> int | None:
    """Return the last month of the business year that a text states or implies, or None."""
    closings = list(_closings(words))
    for closing in closings:
        own = closing.named or words.low(closing.start - 1) in vocabulary("words", "fiscal")
        if closing.months == 12 and own:
            return closing.month
    for closing in closings:
        end = _from_neighbours(words, closing)
        if end:
            return end
    bracketed = next(_bracketed_parts(words), None)
    if bracketed:
        return bracketed
    yearly = {closing.month for closing in closings if closing.months == 12}
    if len(yearly) == 1 and (_speaks_of_business_years(words) or _closes_a_pair(words, closings)):
        return yearly.pop()
    return _from_half(words, closings) or next(_running_years(words), None)


def _closings(words: Words) -> Iterator[_Closing]:
    """Yield "the six months to 30 September", "half-year ended June", "its fiscal year ends in March"."""
    closes = vocabulary("fiscal", "closes")
    for index, word in enumerate(words):
        if not index or word.low not in closes:
            continue
        paired = _before_pair(words, index)
        unit, start = _unit_before(words, paired or index)
        if unit not in _MONTHS:
            continue
        count = count_at(words, start - 1) if unit == "month" else (1, start)
        start -= unit == "month"
        named = _month_of_day(words, index + 1)
        if count and count[0] and named and _MONTHS[unit] * count[0] in (3, 6, 9, 12):
            yield _Closing(_MONTHS[unit] * count[0], named[0], start, named[1], named=paired is not None)


def _before_pair(words: Words, index: int) -> int | None:
    """Return the index of the pair of years before "closed": "the sugar year 2021/22, closed on …"."""
    last = index - 1
    while words.low(last) in ("which", "that", ","):
        last -= 1
    return last - 2 if _is_pair(words, last - 2) else None


def _is_pair(words: Words, index: int) -> bool:
    """Tell whether two years that follow each other begin here: "2024/25"."""
    if index < 0:
        return False
    first, second = words[index].value, words[index + 2].value
    year = words[index].kind == "number" and len(words[index].text) == _YEAR
    linked = words.low(index + 1) == "/" or words[index + 1].kind == "dash"
    return bool(year and linked and first and second and (first + 1 - second) % 100 == 0)


def _closes_a_pair(words: Words, closings: list[_Closing]) -> bool:
    """Tell whether "the year to the end of June" is one of those that the text calls "2023/24"."""
    days = any(it.months == _YEAR_LONG and _says_day(words, it) for it in closings)
    return days and any(_is_pair(words, index) for index in range(len(words) - 2))


def _says_day(words: Words, closing: _Closing) -> bool:
    inside = range(closing.start, closing.end)
    return any(words.low(at) == "end" or day_number(words, at) is not None for at in inside)


def _unit_before(words: Words, index: int) -> tuple[str, int]:
    """Return the unit that stands before a word, and where it begins."""
    last = index - 1 - (words.low(index - 1) in ("that", "which", "period", ","))
    unit = units().get(words.low(last), "half" if words.low(last) == "half" else "")
    first = last - 1 - (words[last - 1].kind == "dash")
    if unit == "year" and words.low(first) == "half":
        return "half", first
    return unit, last


def _month_of_day(words: Words, index: int) -> tuple[int, int] | None:
    """Return the month of "March", "30 September", "the end of June" and the index after it."""
    start = index
    while start < index + 4 and (words.low(start) in _BEFORE_MONTH or words[start].kind == "dash"):
        start += 1
    found = month_name(words, start + (day_number(words, start) is not None))
    if not found:
        return None
    return found[0], found[1] + (day_number(words, found[1]) is not None)


def _from_neighbours(words: Words, closing: _Closing) -> int | None:
    """Return the year's end where "first half" or "third quarter" stands beside a closing."""
    for index in (*_sentence_after(words, closing.end), *_sentence_before(words, closing.start)):
        part = _numbered_part(words, index)
        if part and part[0] == closing.months:
            return _wrap(closing.month - part[1] * closing.months)
    return None


def _sentence_after(words: Words, start: int) -> Iterator[int]:
    for index in range(start, start + _NEAR):
        if words.ends_sentence(index):
            return
        yield index


def _sentence_before(words: Words, start: int) -> list[int]:
    found: list[int] = []
    for index in range(start - 1, start - 1 - _NEAR, -1):
        if words.ends_sentence(index):
            break
        found.insert(0, index)
    return found


def _numbered_part(words: Words, index: int) -> tuple[int, int, int] | None:
    """Return months, rank and the index after "first half", "third-quarter", "Q2"."""
    coded = code_at(words, index)
    if coded:
        return coded
    rank = ordinal_at(words, index)
    after = words.skip_dash(index + 1)
    length = _LENGTH_OF.get(words.low(after))
    return (length, rank, after + 1) if rank and rank > 0 and length else None


def _bracketed_parts(words: Words) -> Iterator[int]:
    """Yield what "second-quarter (July-September)" and "H1 (April to September)" give away."""
    brackets = [index for index, word in enumerate(words) if word.low == "("]
    near = {index for bracket in brackets for index in range(bracket - _PART, bracket)}
    for index in sorted(near):
        part = _numbered_part(words, index)
        if not part or words.low(part[2]) != "(":
            continue
        first = month_name(words, part[2] + 1)
        last = month_name(words, words.skip(words.skip_dash(first[1]), "to")) if first else None
        if first and last and (last[0] - first[0]) % 12 == part[0] - 1:
            yield _wrap(last[0] - part[1] * part[0])


def _wrap(month: int) -> int:
    return (month - 1) % 12 + 1


def _speaks_of_business_years(words: Words) -> bool:
    seen = {word.low for word in words}
    if len(seen & set(vocabulary("fiscal", "results"))) > 1:
        return True  # a report with profit and dividends is told by the business year
    for index, word in enumerate(words):
        if word.low == "interim" or (
            word.low in ("full", "fiscal", "financial") and words.low(words.skip_dash(index + 1)) == "year"
        ):
            return True
    return False


def _from_half(words: Words, closings: list[_Closing]) -> int | None:
    """Return the end of the year whose first half is told of: "six months to May … the first half"."""
    ends = {closing.month for closing in closings if closing.months == 6}
    if len(ends) != 1 or not any(_is_first_half(words, index) for index in range(len(words))):
        return None
    return _wrap(ends.pop() + 6)


def _is_first_half(words: Words, index: int) -> bool:
    """Return whether a report on half a business year is named: "first half", "half-year", "interim"."""
    low, after = words.low(index), words.skip_dash(index + 1)
    if low == "interim":
        return True
    if low == "half":
        return words.low(after) in ("year", "yearly") and words.low(index - 1) not in ("a", "second", "and")
    part = _numbered_part(words, index)
    return part is not None and part[:2] == (6, 1) and words.low(part[2]) != "of"


def _running_years(words: Words) -> Iterator[int]:
    """Yield the end of "a fiscal year that runs from April to March", "the financial year (July-June)"."""
    for index, word in enumerate(words):
        if word.low != "year" or words.low(index - 1) not in vocabulary("words", "fiscal"):
            continue
        start = index + 1
        while start < index + 6 and words.low(start) in vocabulary("fiscal", "runs"):
            start += 1
        first = month_name(words, start)
        link = words.skip(words.skip_dash(first[1]), "to", "through", "until") if first else start
        last = month_name(words, link) if first and link > first[1] else None
        if first and last and (last[0] - first[0]) % 12 == 11:
            yield last[0]
