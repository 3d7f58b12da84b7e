"""Whatever the text, times are found in order, and what was written is read back."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.periods import context_year, find_times, fiscal_year_end

MONTHS = list(calendar.month_name)[1:]
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
VOCABULARY = """
in on at by since until from to between and of the a last next this early late end week first second April May
March Monday Sat summer fall year years month quarter half FY25 Q2 2025 2024/25 1990s 4 22nd ago later before
after earlier than six 12 30 - – / , . ( ) ’ ’s $ % 6.40pm 18:00 2025-04-04 31/12/2024 fiscal financial season
ending same day days two 9999 0000 29 February Easter Christmas
"""
PIECES = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n"])


def check(text: str, published: date | None) -> None:
    times = find_times(text, published=published, context_year=2024)
    last = 0
    for found in times:
        assert last <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        if found.kind in ("duration", "clock"):
            assert found.first is None and found.last is None
        if found.first and found.last and not found.first.startswith("--"):
            assert date.fromisoformat(found.first) <= date.fromisoformat(found.last)
        last = found.end
    context_year(text)
    fiscal_year_end(text)


@given(st.text(), st.none() | st.dates())
def test_any_text_is_read(text: str, published: date | None) -> None:
    check(text, published)


@given(st.lists(PIECES, max_size=30), st.booleans(), st.none() | st.dates())
def test_any_mixture_of_time_words_is_read(pieces: list[str], spaced: bool, published: date | None) -> None:
    check((" " if spaced else "").join(pieces), published)


def ordinal(day: int) -> str:
    ending = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


FORMATS = {
    "day first": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "month first": lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    "short month": lambda day: f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}",
    "ordinal": lambda day: f"the {ordinal(day.day)} of {MONTHS[day.month - 1]} {day.year}",
    "iso": lambda day: day.isoformat(),
    "weekday": lambda day: f"{day:%A}, {day.day} {MONTHS[day.month - 1]} {day.year}",
    "weekday, month first": lambda day: f"{day:%A}, {MONTHS[day.month - 1]} {day.day}, {day.year}",
}


@pytest.mark.parametrize("name", FORMATS)
@given(day=DAYS)
def test_a_written_day_is_read_back(name: str, day: date) -> None:
    (found,) = find_times(f"It opened on {FORMATS[name](day)}, they said.")
    assert (found.first, found.last) == (day.isoformat(), day.isoformat())


@given(DAYS, st.integers(1, 2000))
def test_a_written_span_is_read_back(day: date, length: int) -> None:
    end = day + timedelta(days=length)
    written = [FORMATS["day first"](moment) for moment in (day, end)]
    for text in (f"from {written[0]} to {written[1]}", f"between {written[0]} and {written[1]}"):
        (found,) = find_times(text)
        assert (found.first, found.last, found.kind) == (day.isoformat(), end.isoformat(), "span")


@given(DAYS)
def test_a_day_without_a_year_is_the_latest_one(published: date) -> None:
    written = published - timedelta(days=200)
    (found,) = find_times(f"It opened on {written.day} {MONTHS[written.month - 1]}.", published=published)
    if (written.month, written.day) != (2, 29):
        assert found.first == written.isoformat()


@given(DAYS)
def test_a_weekday_is_the_latest_one(published: date) -> None:
    (found,) = find_times("She said so on Friday.", published=published)
    day = date.fromisoformat(found.first or "")
    assert day.weekday() == 4 and timedelta(0) <= published - day < timedelta(7)
