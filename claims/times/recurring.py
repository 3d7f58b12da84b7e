"""What comes again and again: which April, which second quarter, which business year is meant."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from claims.times import calendar
from claims.times.calendar import Stretch
from claims.times.nodes import WeekNumber, Yearly, YearPart

Lean = Literal["past", "future", "near", "soon"]
Recurring = Yearly | WeekNumber | YearPart
_DEFAULT_FISCAL_START = 4
_SEASON_START = 7
_LEAP_CYCLE = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase came to.

    Attributes:
        stretch: The days, or None where they cannot be known.
        source: What a relative phrase was resolved against; None for one that names its days itself.
        symbols: First and last as truncated ISO dates ("--04") where only the year is missing.
    """

    stretch: Stretch | None = None
    source: str | None = None
    symbols: tuple[str, str] | None = None


@dataclass(slots=True)
class Context:
    """What phrases are resolved against.

    Attributes:
        published: The day of publication.
        year: The year that days and months without one belong to where no day of publication is known.
        fiscal_end: The month in which the business year of the story ends.
        written: The year in which an undated text was plainly written, by the months that it dates.
        anchors: The times named before in the same paragraph with their words, the latest last.
    """

    published: date | None = None
    year: int | None = None
    fiscal_end: int | None = None
    written: int | None = None
    anchors: list[tuple[Stretch, str]] = field(default_factory=list)

    @property
    def publication(self) -> str | None:
        """Return the words for "resolved against the day of publication"."""
        return f"published {self.published.isoformat()}" if self.published else None


def around(node: Recurring, year: int, context: Context, reach: int = 2) -> Iterable[Stretch]:
    """Yield the occurrences in the years around one, in order."""
    leap = isinstance(node, Yearly) and (node.month, node.day) == (2, 29)
    reach = _LEAP_CYCLE if leap else reach
    for step in range(-reach, reach + 1):
        yield from in_year(node, year + step, context)


def in_year(node: Recurring, year: int, context: Context) -> Iterable[Stretch]:
    """Yield what begins in a calendar year (a business year: what belongs to the one beginning in it)."""
    if not date.min.year < year < date.max.year:
        return
    found: Stretch | None
    match node:
        case Yearly(_, _, _, int(offset)):
            day = calendar.move_day(calendar.easter(year), offset)
            found = calendar.single(day) if day else None
        case Yearly(month, 0, count):
            found = calendar.months(year, month, count)
        case Yearly(month, day_number):
            found = calendar.day(year, month, day_number)
        case WeekNumber(number):
            found = calendar.iso_week(year, number)
        case YearPart(count, index, by_calendar):
            start = 1 if by_calendar else quarter_start(context)
            yield from _parts(year, start, count, index)
            return
    if found:
        yield found


def _parts(year: int, start: int, count: int, index: int) -> Iterable[Stretch]:
    """Yield the parts of the business year that begins in a year; all of them where none is chosen."""
    in_year = 12 // count
    wanted = range(in_year) if index == 0 else [in_year - 1 if index < 0 else index - 1]
    for step in wanted:
        found = calendar.months(year, start + step * count, count)
        if found:
            yield found


def quarter_start(context: Context) -> int:
    """Return the first month of a business year; quarters without any hint are the calendar's."""
    return context.fiscal_end % 12 + 1 if context.fiscal_end else 1


def fiscal_start(context: Context) -> int:
    """Return the first month of a business year, April where nothing says otherwise."""
    return context.fiscal_end % 12 + 1 if context.fiscal_end else _DEFAULT_FISCAL_START


def start_month_of(basis: str, context: Context) -> int:
    """Return the first month of a year over two calendar years, which cannot be January."""
    if basis == "fiscal" or (basis == "bare" and context.fiscal_end):
        start = fiscal_start(context)
        return start if start > 1 else _DEFAULT_FISCAL_START
    return _SEASON_START


def fiscal_source(context: Context) -> str:
    """Return the words for "resolved by the business year that the text names"."""
    month = date(2000, context.fiscal_end or 12, 1).strftime("%B")
    return f"the business year to {month} named in the same text"


def holding(unit: str, day: date, context: Context) -> Stretch | None:
    """Return the unit of the calendar, or of the business year, that holds a day."""
    match unit:
        case "week":
            return calendar.week_of(day)
        case "month":
            return calendar.months(day.year, day.month, 1)
        case "quarter" | "half":
            count = calendar.MONTHS_IN[unit]
            return _year_slice(day, quarter_start(context), count)
        case "fiscal":
            return _year_slice(day, fiscal_start(context), 12)
        case "current_year":
            return _year_slice(day, quarter_start(context), 12)
        case "season":
            return _year_slice(day, _SEASON_START, 12)
        case "decade":
            return calendar.years(day.year - day.year % 10, 10)
        case "century":
            return calendar.years(day.year - (day.year - 1) % 100, 100)
        case "year":
            return calendar.years(day.year)
    return calendar.single(day)


def _year_slice(day: date, start: int, count: int) -> Stretch | None:
    """Return the run of ``count`` months that holds a day, when years are cut from a start month on."""
    offset = (day.month - start) % 12
    return calendar.months(day.year, day.month - offset % count, count)
