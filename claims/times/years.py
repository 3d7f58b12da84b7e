"""Rules for years: 2025, 2024/25, FY25, the 1990s, the 21st century."""

import re

from claims.times import calendar
from claims.times.durations import up_to
from claims.times.nodes import FiscalYear, Fixed, Span, SplitYear, Within, Yearly
from claims.times.rules import Found, numbered, rule, units, vocabulary
from claims.times.words import Words
from claims.vocabulary import load

_FREE_YEARS = range(1900, 2100)
_FISCAL_CODE = re.compile(r"fy(\d{2}|\d{4})?")
_FISCAL_CODES = [f"fy{number:02d}" for number in range(100)] + [f"fy{number}" for number in range(1950, 2100)]
_DECADES = numbered("decades")
_MONTHS = numbered("months") | numbered("month_abbreviations")
_ORDINALS = numbered("ordinals")
_SEASONS = {name: months for name, months in load("periods")["seasons"].items() if name != "fall"}
_CURRENCIES = frozenset("$€£¥₹#+−/")


@rule(kinds=["number"])
def year(words: Words, index: int, depth: int) -> Found | None:
    """2025, and what begins with it: 2024/25, 2018-23, 2025-04."""
    if not is_year(words, index):
        return None
    value = words[index].value or 0
    pair = _second_year(words, index)
    found = _paired(words, value, *pair) if pair else _fixed(value, index + 1)
    season = _SEASONS.get(words[found[1]].text) if found else None
    if found and season and not isinstance(found[0], Span):
        return Within(Yearly(season[0], count=season[1]), found[0]), found[1] + 1
    return found


def is_year(words: Words, index: int) -> bool:
    """Return whether four digits name a year rather than count something."""
    word, before = words[index], words[index - 1]
    if not word.is_year or before.low in _CURRENCIES or before.low in vocabulary("years", "not_after"):
        return False
    if word.glued and (before.low in (".", ",") or before.text.isalnum() or before.kind == "clock"):
        return False
    if before.kind == "number" and words[index - 2].kind == "number":
        return False  # 055 555 2000: the end of a telephone number
    if _ends_a_date(words, index):
        return not words[index + 1].glued or words[index + 1].kind not in ("word", "number")
    if _counts(words, index + 1):
        return False
    if before.low in ("in", "since", "during", "until"):
        return True
    if before.low == "from" and words.low(index - 2) in ("up", "down") and words.low(index + 1) == "in":
        return False
    if words.low(index + 1) in ("to", "or") and _is_count(words, index + 2):
        return (words[index + 2].value or word.value or 0) < (word.value or 0)
    if before.low == "between" and words.low(index + 1) == "and" and _is_count(words, index + 2):
        return False
    if before.low == "to":
        return _may_follow_to(words, index - 2)
    if before.low in vocabulary("years", "hedges"):
        return _may_follow_hedge(words, index)
    if _counts_a_plural(words, index) and not (before.low == "and" and words[index - 2].is_year):
        return False
    second = before.low == "and" and words[index - 2].is_year
    return second or word.value in _FREE_YEARS or before.low in vocabulary("years", "far_leads")


def _may_follow_hedge(words: Words, index: int) -> bool:
    """Return whether digits after "about" or "than" are a year: "by about 2030", "higher than 2019"."""
    before, earlier = words.low(index - 1), words.low(index - 2)
    if before in ("early", "late"):
        return True
    if before == "than":
        counts = earlier in ("more", "less", "fewer", "rather") and words[index + 1].kind == "word"
        return words[index].value in _FREE_YEARS and not counts
    return earlier in vocabulary("years", "leads")


def _ends_a_date(words: Words, index: int) -> bool:
    """Return whether a month or a day of one stands before: "May 2022", "4 April, 2025", "April 4, 2025"."""
    step = index - 1 - (words.low(index - 1) in (",", "."))
    if words[step].kind in ("number", "ordinal") and step < index - 1:
        step -= 1
    return words[step].is_capital and words.low(step) in _MONTHS


def _counts(words: Words, index: int) -> bool:
    """Return whether what follows a number makes it a count or a measure."""
    after = words[index]
    if after.glued and (after.kind in ("word", "number") or after.low in ("%", "°")):
        return True
    if after.low == "%" or after.low in vocabulary("years", "not_before"):
        return True
    compound = words.low(index + 1)
    return after.kind == "dash" and (compound in vocabulary("years", "not_before") or compound in units())


def _counts_a_plural(words: Words, index: int) -> bool:
    """Return whether a number without an article or preposition counts the noun after it: "1984 lorries"."""
    after = words[index + 1]
    plural = after.kind == "word" and len(after.low) > 4 and after.low.endswith("s") and not after.is_capital
    return (
        plural
        and not after.low.endswith("ss")
        and words.low(index - 1) not in vocabulary("years", "articles")
    )


def _is_count(words: Words, index: int) -> bool:
    return words[index].kind == "number" and (not words[index].is_year or _counts(words, index + 1))


def _may_follow_to(words: Words, index: int) -> bool:
    """Return whether the word before "to 2019" makes that a year: "compared to", "2010 to", "April to"."""
    word = words[index]
    return word.is_year or any(
        word.low in table for table in (vocabulary("years", "to_after"), numbered("months"), units())
    )


def _second_year(words: Words, index: int) -> tuple[str, int, int] | None:
    """Return the mark, the digits' index and their value of the second year in "2024/25" or "2018-2023"."""
    mark, second = words[index + 1], words[index + 2]
    if not (mark.glued and second.glued and second.kind == "number" and second.value is not None):
        return None
    if mark.low != "/" and mark.kind != "dash":
        return None
    if len(second.text) not in (2, 4) or _counts(words, index + 3):
        return None
    return ("/" if mark.low == "/" else "-"), index + 2, second.value


def _paired(words: Words, first: int, mark: str, index: int, second: int) -> Found | None:
    last = second if second >= 1000 else first - first % 100 + second
    last += 100 if last < first and second == 0 else 0
    end = index + 1
    spelled_out = second >= 1000
    if last == first + 1 and (mark == "/" or not spelled_out or _year_word(words, end)):
        return _split_year(words, first, end)
    if last > first:
        start, stop = calendar.years(first), calendar.years(last)
        return (Span(Fixed(start), Fixed(stop)), end) if start and stop else None
    if mark == "-" and 1 <= second <= 12:
        stretch = calendar.months(first, second, 1)
        return (Fixed(stretch), end) if stretch else None
    return _fixed(first, index - 1)


def _fixed(value: int, end: int) -> Found | None:
    stretch = calendar.years(value)
    return (Fixed(stretch), end) if stretch else None


def _year_word(words: Words, index: int) -> str:
    """Return "fiscal" or "season" where such a word follows a pair of years, else nothing."""
    low = words.low(index)
    if low in vocabulary("words", "fiscal"):
        return "fiscal"
    return "season" if low == "season" or low in vocabulary("words", "seasonal") else ""


def _split_year(words: Words, first: int, end: int, basis: str = "") -> Found:
    """Return a year over two calendar years, with the months it says in brackets: "2024/25 (July-June)"."""
    months = _twelve_months(words, end + 1) if words.low(end) == "(" else None
    if months and words.low(months[1]) == ")":
        return SplitYear(first, "season", months[0]), months[1] + 1
    basis = basis or _year_word(words, end)
    if basis == "fiscal":
        return SplitYear(first, "fiscal"), end
    return SplitYear(first, "season" if basis else "bare"), end


def _twelve_months(words: Words, index: int) -> tuple[int, int] | None:
    """Return the first month of "July-to-June" or "Oct/Sep" and the index after it."""
    months = numbered("months") | numbered("month_abbreviations")
    first = months.get(words.low(index))
    link = words.skip_dash(words.skip(words.skip_dash(index + 1), "to", "/", "through"))
    last = months.get(words.low(link))
    if not first or not last or link == index + 1 or last != (first - 2) % 12 + 1:
        return None
    return first, link + 1


@rule(words=[*numbered("months"), *numbered("month_abbreviations")])
def year_with_its_months(words: Words, index: int, depth: int) -> Found | None:
    """The July-to-June year 2024/25, October-September 2025/26."""
    months = _twelve_months(words, index)
    if not months:
        return None
    start, end = months
    for _ in range(3):
        named = vocabulary("words", "fiscal") | vocabulary("words", "seasonal") | {"year", "season"}
        end = end + 1 if words.low(end) in named else end
    pair = _second_year(words, end) if is_year(words, end) else None
    first = words[end].value
    if not pair or first is None or pair[2] % 100 != (first + 1) % 100:
        return None
    return SplitYear(first, "season", start), pair[1] + 1


@rule(
    words=[
        *vocabulary("words", "fiscal"),
        *vocabulary("words", "seasonal"),
        "year",
        "season",
        "calendar",
        "fy",
    ]
)
def named_year(words: Words, index: int, depth: int) -> Found | None:
    """Fiscal 2025, the financial year 2024-25, the marketing year 2024/25, FY 25, the year 2030."""
    low = words.low(index)
    start = words.skip(index + 1, "year", "season") if low not in ("year", "season") else index + 1
    start = words.skip(start, "of", "’", "'")
    if words.low(start - 1) == "year" and low not in ("year", "calendar"):
        ending = up_to(words, 1, "year", start, depth)
        if ending:
            return ending
    fiscal = low == "fy" or low in vocabulary("words", "fiscal")
    if low == "fy" and words[start].kind == "number" and len(words[start].text) == 2:
        return fiscal_year(words, start, words[start].value or 0)
    if not is_year(words, start):
        return None
    value = words[start].value or 0
    if fiscal:
        return fiscal_year(words, start, value)
    pair = _second_year(words, start)
    if pair:
        found = _paired(words, value, *pair)
        if found and isinstance(found[0], SplitYear) and not found[0].start_month:
            basis = "season" if low in vocabulary("words", "seasonal") or low == "season" else ""
            return _split_year(words, value, pair[1] + 1, basis)
        return found
    return _fixed(value, start + 1)


def fiscal_year(words: Words, index: int, value: int) -> Found | None:
    """Return the business year whose digits stand at an index: "25", "2025", "2024-25"."""
    value = value if value >= 1000 else 2000 + value
    pair = _second_year(words, index)
    if pair and pair[2] % 100 == (value + 1) % 100:
        return SplitYear(value, "fiscal"), pair[1] + 1
    return FiscalYear(value), index + 1


@rule(words=_FISCAL_CODES)
def fiscal_code(words: Words, index: int, depth: int) -> Found | None:
    """FY25, FY2025, FY2024-25."""
    code = _FISCAL_CODE.fullmatch(words.low(index))
    if not code or not code[1]:
        return None
    value = int(code[1])
    second = words[index + 2]
    joined = words[index + 1].kind == "dash" or words.low(index + 1) == "/"
    start = value if value >= 1000 else 2000 + value
    if joined and second.glued and second.value is not None and second.value % 100 == (start + 1) % 100:
        return SplitYear(start, "fiscal"), index + 3
    return FiscalYear(start), index + 1


rule(words=[f"fy{number:02d}" for number in range(100)] + [f"fy{number}" for number in range(1950, 2100)])(
    fiscal_code
)


@rule(kinds=["decade", "number"])
def decade(words: Words, index: int, depth: int) -> Found | None:
    """The 1990s, the 90s."""
    word, end = words[index], index + 1
    if word.kind == "number":
        if not (word.is_year and words[end].kind == "possessive" and words.low(index - 1) == "the"):
            return None
        end += 1
    value = word.value
    if value is None or value % 10:
        return None
    if value < 100:
        led = words.low(index - 1) in ("the", "’", "'", "‘", "early", "late", "mid", "-")
        aged = words.low(index - 2) in ("over", "under") and words.low(index - 1) == "-"  # "the over-50s"
        if not led or aged or value < 30:
            return None
        value += 1900
    return _decade(value, end)


def _decade(value: int, end: int) -> Found | None:
    stretch = calendar.years(value, 10)
    return (Fixed(stretch), end) if stretch else None


@rule(words=_DECADES)
def spelled_decade(words: Words, index: int, depth: int) -> Found | None:
    """The sixties; not "in her sixties"."""
    if words.low(index - 1) not in ("the", "early", "mid", "late"):
        return None
    if words.low(index - 2) in ("his", "her", "their", "my", "your", "its"):
        return None
    return _decade(_DECADES[words.low(index)], index + 1)


@rule(words=_ORDINALS, kinds=["ordinal"])
def century(words: Words, index: int, depth: int) -> Found | None:
    """The 20th century, the twentieth-century …"""
    word = words[index]
    number = word.value if word.kind == "ordinal" else _ORDINALS.get(word.low)
    after = words.skip_dash(index + 1)
    if words.low(after) != "century" or not number or not 1 <= number <= 22:
        return None
    stretch = calendar.years(100 * (number - 1) + 1, 100)
    return (Fixed(stretch), after + 1) if stretch else None
