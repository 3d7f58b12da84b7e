"""Whatever the text, times are found in order, and what was written is read back."""

import calendar
from collections.abc import Callable
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


def short(day: date) -> str:
    """Shorten a month with a point, May excepted: nothing of it is left out."""
    return MONTHS[day.month - 1][:3] + "." * (day.month != 5)


FORMATS: dict[str, Callable[[date], str]] = {
    "day first": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "day first, comma": lambda day: f"{day.day} {MONTHS[day.month - 1]}, {day.year}",
    "two figures": lambda day: f"{day.day:02d} {MONTHS[day.month - 1]} {day.year}",
    "month first": lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    "month first, no comma": lambda day: f"{MONTHS[day.month - 1]} {day.day} {day.year}",
    "short month": lambda day: f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}",
    "short month with a point": lambda day: f"{short(day)} {day.day}, {day.year}",
    "day first, short month": lambda day: f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    "ordinal": lambda day: f"the {ordinal(day.day)} of {MONTHS[day.month - 1]} {day.year}",
    "bare ordinal": lambda day: f"{ordinal(day.day)} {MONTHS[day.month - 1]} {day.year}",
    "month and ordinal": lambda day: f"{MONTHS[day.month - 1]} {ordinal(day.day)}, {day.year}",
    "iso": lambda day: day.isoformat(),
    "weekday": lambda day: f"{day:%A}, {day.day} {MONTHS[day.month - 1]} {day.year}",
    "weekday, no comma": lambda day: f"{day:%A} {day.day} {MONTHS[day.month - 1]} {day.year}",
    "short weekday": lambda day: f"{day:%a}, {day.day} {MONTHS[day.month - 1][:3]} {day.year}",
    "weekday, month first": lambda day: f"{day:%A}, {MONTHS[day.month - 1]} {day.day}, {day.year}",
    "weekday the ordinal": lambda day: (
        f"{day:%A} the {ordinal(day.day)} of {MONTHS[day.month - 1]} {day.year}"
    ),
}


@pytest.mark.parametrize("name", FORMATS)
@given(day=DAYS, published=st.none() | DAYS, follows=st.sampled_from([", they said.", "."]))
def test_a_written_day_is_read_back(name: str, day: date, published: date | None, follows: str) -> None:
    (found,) = find_times(f"It opened on {FORMATS[name](day)}{follows}", published=published)
    assert (found.first, found.last, found.resolved_from) == (day.isoformat(), day.isoformat(), None)


@given(DAYS, st.integers(1, 2000))
def test_a_written_span_is_read_back(day: date, length: int) -> None:
    end = day + timedelta(days=length)
    written = [FORMATS["day first"](moment) for moment in (day, end)]
    for text in (f"from {written[0]} to {written[1]}", f"between {written[0]} and {written[1]}"):
        (found,) = find_times(text)
        assert (found.first, found.last, found.kind) == (day.isoformat(), end.isoformat(), "span")


# --- times told from the day of publication, counted off day by day ----------------------------------------

# Each unit numbers its weeks, months …, so that days with the same number are in the same one.
UNITS: dict[str, Callable[[date], int]] = {
    "day": date.toordinal,
    "week": lambda day: (day.toordinal() - 1) // 7,
    "month": lambda day: day.year * 12 + day.month,
    "quarter": lambda day: day.year * 4 + (day.month - 1) // 3,
    "year": lambda day: day.year,
}
PAST, FUTURE = "Prices fell {}.", "Prices will fall {}."


def days_of(unit: str, published: date, shift: int) -> tuple[str, str]:
    """Count off the first and the last day of the unit that lies ``shift`` units from publication."""
    number, wanted = UNITS[unit], UNITS[unit](published) + shift
    step = timedelta(days=1 if number(published) < wanted else -1)
    day = published
    while number(day) != wanted:
        day += step
    first = last = day
    while number(first - timedelta(days=1)) == wanted:
        first -= timedelta(days=1)
    while number(last + timedelta(days=1)) == wanted:
        last += timedelta(days=1)
    return first.isoformat(), last.isoformat()


def nearest(published: date, step: int, fits: Callable[[date], bool], start: int = 0) -> date:
    """Walk from publication, ``start`` days away from it, to the first day that fits."""
    day = published + timedelta(days=start * step)
    while not fits(day):
        day += timedelta(days=step)
    return day


def read(sentence: str, published: date) -> tuple[str | None, str | None]:
    (found,) = find_times(sentence, published=published)
    assert found.resolved_from == f"published {published.isoformat()}"
    return found.first, found.last


@given(DAYS, st.sampled_from(["week", "month", "quarter", "year"]), st.sampled_from([-1, 0, 1]))
def test_last_this_and_next_are_counted_from_publication(published: date, unit: str, shift: int) -> None:
    chosen = f"{['this', 'next', 'last'][shift]} {unit}"
    sentence = (FUTURE if shift > 0 else PAST).format(chosen)
    assert read(sentence, published) == days_of(unit, published, shift)


NUMBERS = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]


@given(
    published=DAYS,
    count=st.integers(2, 11),
    unit=st.sampled_from(["day", "week", "month", "year"]),
    in_words=st.booleans(),
    shape=st.sampled_from(["{} ago", "in {}", "{} from now"]),
)
def test_units_ago_and_ahead_are_counted_from_publication(
    published: date, count: int, unit: str, in_words: bool, shape: str
) -> None:
    written = shape.format(f"{NUMBERS[count] if in_words else count} {unit}s")
    past = shape.endswith("ago")
    expected = days_of(unit, published, -count if past else count)
    assert read((PAST if past else FUTURE).format(written), published) == expected


@given(DAYS, st.sampled_from(["yesterday", "today", "tomorrow", "the day before yesterday"]))
def test_days_named_from_today(published: date, name: str) -> None:
    shift = {"yesterday": -1, "today": 0, "tomorrow": 1}.get(name, -2)
    sentence = (FUTURE if shift > 0 else PAST).format(name)
    assert read(sentence, published) == days_of("day", published, shift)


WEEKDAYS = list(calendar.day_name)


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_latest_or_the_next_one(published: date, name: str) -> None:
    def fits(day: date) -> bool:
        return WEEKDAYS[day.weekday()] == name

    latest, before = nearest(published, -1, fits), nearest(published, -1, fits, start=1)
    coming = nearest(published, 1, fits, start=1)
    monday = published - timedelta(days=published.weekday())
    this = nearest(monday, 1, fits)
    for sentence, expected in (
        (PAST.format(f"on {name}"), latest),
        (PAST.format(f"last {name}"), before),
        (FUTURE.format(f"on {name}"), coming),
        (FUTURE.format(f"next {name}"), coming),
        (PAST.format(f"this {name}"), this),
    ):
        assert read(sentence, published) == (expected.isoformat(), expected.isoformat()), sentence


DAYS_OF_MONTHS = ["{day} {month}", "{month} {day}", "{short} {day}", "the {nth} of {month}"]


@given(DAYS, DAYS, st.sampled_from(DAYS_OF_MONTHS))
def test_a_day_without_a_year_is_the_latest_or_the_next_one(published: date, day: date, shape: str) -> None:
    month = MONTHS[day.month - 1]
    written = "on " + shape.format(day=day.day, month=month, short=short(day), nth=ordinal(day.day))

    def fits(other: date) -> bool:
        return (other.month, other.day) == (day.month, day.day)

    for sentence, step in ((PAST, -1), (FUTURE, 1)):
        expected = nearest(published, step, fits).isoformat()
        assert read(sentence.format(written), published) == (expected, expected), sentence


@given(DAYS, st.sampled_from(MONTHS))
def test_a_month_without_a_year_is_the_latest_or_the_next_one(published: date, month: str) -> None:
    for sentence, step in ((PAST, -1), (FUTURE, 1)):
        day = nearest(published, step, lambda other: MONTHS[other.month - 1] == month)
        assert read(sentence.format(f"in {month}"), published) == days_of("month", day, 0), sentence


@given(DAYS, st.sampled_from(MONTHS), st.sampled_from([-1, 0, 1]))
def test_a_month_of_another_year(published: date, month: str, shift: int) -> None:
    written = f"in {month} {['this', 'next', 'last'][shift]} year"
    year = published.year + shift
    first = date(year, MONTHS.index(month) + 1, 1)
    assert read((FUTURE if shift > 0 else PAST).format(written), published) == days_of("month", first, 0)


@given(day=DAYS, count=st.integers(2, 30), shape=st.sampled_from(["later", "earlier", "before"]))
def test_days_are_counted_from_the_day_named_before(day: date, count: int, shape: str) -> None:
    text = f"The fair opened on {FORMATS['day first'](day)}. Prices had doubled {count} days {shape}."
    found = find_times(text)
    moved = day + timedelta(days=count if shape == "later" else -count)
    assert [(one.first, one.last) for one in found] == [(d.isoformat(), d.isoformat()) for d in (day, moved)]
    assert found[1].resolved_from is not None and FORMATS["day first"](day) in found[1].resolved_from
