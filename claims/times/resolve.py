"""Put what a time phrase says on the calendar, and say from what it was resolved."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from claims.times import calendar
from claims.times.calendar import Stretch
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
    Portion,
    Running,
    Same,
    Span,
    SplitYear,
    Starting,
    Unknown,
    Weekday,
    WeekNumber,
    Within,
    Yearly,
    YearPart,
)

Lean = Literal["past", "future"]
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
        anchors: The times named before in the same paragraph with their words, the latest last.
    """

    published: date | None = None
    year: int | None = None
    fiscal_end: int | None = None
    anchors: list[tuple[Stretch, str]] = field(default_factory=list)

    @property
    def publication(self) -> str | None:
        """Return the words for "resolved against the day of publication"."""
        return f"published {self.published.isoformat()}" if self.published else None


def resolve(node: Node, context: Context, lean: Lean = "past") -> Reading:
    """Return the days that a phrase names.

    Args:
        node: The phrase as the grammar read it.
        context: What to resolve against.
        lean: Whether the wording speaks of what was or of what will be.
    """
    match node:
        case Fixed(stretch):
            return Reading(stretch)
        case Unknown() | Lasting() | Clock() | Portion():
            return Reading()
        case Yearly() | WeekNumber() | YearPart():
            return _recurring(node, context, lean)
        case Weekday():
            return _weekday(node, context, lean)
        case SplitYear(start_year, basis, start_month):
            return _split_year(start_year, start_month or _start_month(basis, context), context, basis)
        case FiscalYear(end_year):
            start = _fiscal_start(context)
            return _split_year(end_year - (start > 1), start, context, "fiscal")
        case Cycle(unit, shift):
            return _cycle(unit, shift, context)
        case Chosen(shift, what):
            return _chosen(what, shift, context)
        case Running(unit, count):
            return _running(unit, count, context)
        case Moved():
            return _moved(node, context)
        case Within(part, whole):
            return _within(part, resolve(whole, context, lean), context)
        case Piece(which, whole):
            return _piece(which, whole, context, lean)
        case Ending(unit, count, end):
            reading = resolve(end, context, lean)
            if reading.stretch is None:
                return Reading()
            return Reading(calendar.ending(reading.stretch.last, unit, count), reading.source)
        case Starting(unit, count, start_node):
            reading = resolve(start_node, context, lean)
            if reading.stretch is None:
                return Reading()
            return Reading(calendar.starting(reading.stretch.first, unit, count), reading.source)
        case Same(year):
            return _same(resolve(year, context, lean), context)
        case Span(first, last):
            return _span(first, last, context, lean)


def _recurring(node: Recurring, context: Context, lean: Lean) -> Reading:
    """Return the occurrence of something yearless that is nearest on the side the wording leans to."""
    if isinstance(node, YearPart) and not _has_known_year(node, context):
        return Reading()
    if context.published:
        found = _nearest(node, context.published, context, lean)
        return Reading(found, context.publication)
    if context.year is not None and isinstance(node, Yearly):
        found = next(iter(_in_year(node, context.year, context)), None)
        return Reading(found, f"the year {context.year} named in the same text") if found else Reading()
    return Reading(symbols=_symbols(node))


def _has_known_year(part: YearPart, context: Context) -> bool:
    """Return whether one can tell when the years begin that a half or a quarter is counted in."""
    return part.by_calendar or context.fiscal_end is not None or (part.count == 3 and part.index > 0)


def _nearest(node: Recurring, published: date, context: Context, lean: Lean) -> Stretch | None:
    candidates = list(_around(node, published.year, context))
    if lean == "future":
        return next((found for found in candidates if found.last >= published), None)
    ended = isinstance(node, YearPart)
    started = [found for found in candidates if (found.last if ended else found.first) <= published]
    return started[-1] if started else None


def _around(node: Recurring, year: int, context: Context, reach: int = 2) -> Iterable[Stretch]:
    """Yield the occurrences in the years around one, in order."""
    leap = isinstance(node, Yearly) and (node.month, node.day) == (2, 29)
    reach = _LEAP_CYCLE if leap else reach
    for step in range(-reach, reach + 1):
        yield from _in_year(node, year + step, context)


def _in_year(node: Recurring, year: int, context: Context) -> Iterable[Stretch]:
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
            start = 1 if by_calendar else _quarter_start(context)
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


def _quarter_start(context: Context) -> int:
    """Return the first month of a business year; quarters without any hint are the calendar's."""
    return context.fiscal_end % 12 + 1 if context.fiscal_end else 1


def _fiscal_start(context: Context) -> int:
    return context.fiscal_end % 12 + 1 if context.fiscal_end else _DEFAULT_FISCAL_START


def _start_month(basis: str, context: Context) -> int:
    if basis == "fiscal" or (basis == "bare" and context.fiscal_end):
        return _fiscal_start(context)
    return _SEASON_START


def _split_year(start_year: int, start_month: int, context: Context, basis: str) -> Reading:
    by_text = context.fiscal_end is not None and basis != "season"
    return Reading(calendar.months(start_year, start_month, 12), _fiscal_source(context) if by_text else None)


def _fiscal_source(context: Context) -> str:
    month = date(2000, context.fiscal_end or 12, 1).strftime("%B")
    return f"the business year to {month} named in the same text"


def _weekday(node: Weekday, context: Context, lean: Lean, strict: bool = False) -> Reading:
    """Return the latest such day up to publication, or the next one after it."""
    if not context.published:
        return Reading()
    ahead = (node.index - context.published.weekday()) % 7
    behind = ahead - 7 if ahead or strict else 0
    step = (ahead or 7) if lean == "future" else behind
    first = calendar.move_day(context.published, step)
    last = calendar.move_day(first, node.count - 1) if first else None
    return Reading(Stretch(first, last) if first and last else None, context.publication)


def _cycle(unit: str, shift: int, context: Context) -> Reading:
    """Return the calendar unit that holds the publication, moved by some."""
    if not context.published:
        return Reading()
    now = _holding(unit, context.published, context)
    return Reading(calendar.move(now, unit, shift) if now else None, context.publication)


def _holding(unit: str, day: date, context: Context) -> Stretch | None:
    match unit:
        case "week":
            return calendar.week_of(day)
        case "month":
            return calendar.months(day.year, day.month, 1)
        case "quarter" | "half":
            count = calendar.MONTHS_IN[unit]
            return _year_slice(day, _quarter_start(context), count)
        case "fiscal":
            return _year_slice(day, _fiscal_start(context), 12)
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


def _chosen(what: Node, shift: int, context: Context) -> Reading:
    """Return the last, this or next one of something that comes every year or every week."""
    published = context.published
    if not published:
        return Reading()
    if isinstance(what, Weekday):
        return _chosen_weekday(what, shift, context, published)
    if not isinstance(what, Yearly):
        return resolve(what, context)
    candidates = list(_around(what, published.year, context))
    found: Stretch | None
    if shift > 0:
        found = next((one for one in candidates if one.first > published), None)
    elif shift < 0:
        found = next((one for one in reversed(candidates) if one.last < published), None)
    else:
        found = min(candidates, key=lambda one: _distance(one, published), default=None)
    return Reading(found, context.publication)


def _chosen_weekday(what: Weekday, shift: int, context: Context, published: date) -> Reading:
    if shift:
        return _weekday(what, context, "future" if shift > 0 else "past", strict=True)
    week = calendar.week_of(published)
    first = calendar.move_day(week.first, what.index) if week else None
    last = calendar.move_day(first, what.count - 1) if first else None
    return Reading(Stretch(first, last) if first and last else None, context.publication)


def _distance(stretch: Stretch, day: date) -> tuple[int, int]:
    """Return how far a stretch is from a day; one of the same year comes first."""
    gap = max((stretch.first - day).days, (day - stretch.last).days, 0)
    return (
        0 if gap == 0 else 1 if stretch.last.year == day.year or stretch.first.year == day.year else 2
    ), gap


def _running(unit: str, count: int, context: Context) -> Reading:
    if not context.published:
        return Reading()
    make = calendar.ending if count < 0 else calendar.starting
    return Reading(make(context.published, unit, abs(count)), context.publication)


def _moved(node: Moved, context: Context) -> Reading:
    if node.base == "anchor":
        return _from_anchor(node, context)
    if not context.published:
        return Reading()
    today = calendar.single(context.published)
    moved = calendar.move(today, node.unit, node.count)
    if moved and not node.exact:
        moved = _holding(node.unit, moved.first, context)
    return Reading(moved, context.publication)


def _from_anchor(node: Moved, context: Context) -> Reading:
    """Move the latest time named before that is as fine as the unit it is moved by."""
    for stretch, words in reversed(context.anchors):
        if stretch.days <= _COARSEST.get(node.unit, stretch.days):
            moved = calendar.move(stretch, node.unit, node.count)
            return Reading(moved, f"“{words}” in the same text")
    return Reading()


_COARSEST = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 7, "month": 31, "quarter": 92}


def _same(year: Reading, context: Context) -> Reading:
    """Return the time named before, moved into another year."""
    if year.stretch is None or not context.anchors:
        return Reading()
    stretch, words = context.anchors[-1]
    shift = year.stretch.first.year - stretch.first.year
    return Reading(calendar.move(stretch, "year", shift), year.source or f"“{words}” in the same text")


def _within(part: Node, whole: Reading, context: Context) -> Reading:
    """Return the part of a stretch that something yearless names."""
    if whole.stretch is None:
        return Reading(symbols=_symbols(part))
    found = _inside(part, whole.stretch, context)
    return Reading(found, whole.source if found else None)


def _inside(part: Node, whole: Stretch, context: Context) -> Stretch | None:
    match part:
        case Yearly() | WeekNumber():
            return next(
                (
                    one
                    for one in _around(part, whole.first.year, context)
                    if whole.first <= one.first <= whole.last
                ),
                None,
            )
        case YearPart(count, index, by_calendar):
            return _cut(whole, count, index, by_calendar, context)
        case Weekday(index, count):
            days = (calendar.move_day(whole.first, step) for step in range(min(whole.days, 7)))
            first = next((day for day in days if day and day.weekday() == index), None)
            last = calendar.move_day(first, count - 1) if first else None
            return Stretch(first, last) if first and last else None
        case Portion(unit, index, count):
            return _portion(whole, unit, index, count)
        case Within(inner, outer):
            between = _inside(outer, whole, context)
            return _inside(inner, between, context) if between else None
    return None


def _cut(whole: Stretch, count: int, index: int, by_calendar: bool, context: Context) -> Stretch | None:
    """Return a half, quarter or so of a stretch; a calendar year may stand for the business year."""
    if index == 0:
        return None
    parts = 12 // count if count in (3, 4, 6) else 1
    if not whole.is_whole_months or whole.days < 300:
        size = whole.days // parts
        rank = parts - 1 if index < 0 else index - 1
        first = calendar.move_day(whole.first, size * rank)
        last = whole.last if rank == parts - 1 else calendar.move_day(whole.first, size * (rank + 1) - 1)
        return Stretch(first, last) if first and last and first <= last else None
    span = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    size = span // parts if span != 12 else count
    rank = span // size - 1 if index < 0 else index - 1
    return calendar.months(whole.first.year, whole.first.month + rank * size, size)


def _portion(whole: Stretch, unit: str, index: int, count: int) -> Stretch | None:
    """Return the n-th unit of a stretch, or its first or last several units."""
    if unit == "week" and count == 1 and index > 0 and whole.is_whole_months and whole.days > 300:
        return calendar.iso_week(whole.first.year, index)
    if index < 0:
        return calendar.ending(whole.last, unit, count)
    first = calendar.single(whole.first)
    start = calendar.move(first, unit, (index - 1) * count)
    found = calendar.starting(start.first, unit, count) if start else None
    return found if found and found.first <= whole.last else None


def _piece(which: str, whole: Node, context: Context, lean: Lean) -> Reading:
    reading = _whole_of_piece(which, whole, context, lean)
    stretch, published = reading.stretch, context.published
    if stretch is None:
        return Reading(symbols=reading.symbols)
    if which not in ("earlier", "later", "rest"):
        return Reading(calendar.piece(stretch, which), reading.source)
    if not published or not stretch.first <= published <= stretch.last:
        return reading
    if which == "earlier":
        return Reading(Stretch(stretch.first, published), reading.source)
    return Reading(Stretch(published, stretch.last), reading.source)


def _whole_of_piece(which: str, whole: Node, context: Context, lean: Lean) -> Reading:
    """Return the whole that a piece is cut from; the end of a season just past is that season's."""
    reading = resolve(whole, context, lean)
    published = context.published
    if (
        isinstance(whole, Cycle)
        and whole == Cycle("season", 0)
        and which == "end"
        and reading.stretch
        and published
    ):
        ahead = (reading.stretch.last - published).days
        if lean == "past" and ahead > reading.stretch.days // 2:
            return resolve(Cycle("season", -1), context)
    return reading


def _span(first: Node, last: Node, context: Context, lean: Lean) -> Reading:
    """Return from the one to the other; what is missing in one end is taken from the other."""
    if isinstance(last, Yearly | Weekday) and not isinstance(first, Yearly | Weekday | YearPart):
        return _span_forward(resolve(first, context, lean), last, context)
    end = resolve(last, context, lean)
    if end.stretch is None:
        symbols = _symbols(first), end.symbols
        return Reading(symbols=(symbols[0][0], symbols[1][1]) if symbols[0] and symbols[1] else None)
    start = _latest_before(first, end, context, lean)
    if start.stretch is None or start.stretch.first > end.stretch.last:
        return Reading()
    return Reading(Stretch(start.stretch.first, end.stretch.last), end.source or start.source)


def _latest_before(first: Node, end: Reading, context: Context, lean: Lean) -> Reading:
    assert end.stretch is not None
    limit = end.stretch.first
    match first:
        case Yearly() | WeekNumber():
            found = [one for one in _around(first, limit.year, context) if one.first <= limit]
            return Reading(found[-1] if found else None, end.source)
        case YearPart():
            found = [one for one in _around(first, limit.year, context) if one.first <= limit]
            return Reading(found[-1] if found else None, end.source)
        case Weekday(index, _):
            day = calendar.move_day(limit, -((limit.weekday() - index) % 7))
            return Reading(calendar.single(day) if day else None, end.source)
    return resolve(first, context, lean)


def _span_forward(start: Reading, last: Yearly | Weekday, context: Context) -> Reading:
    """Return a span whose end is the first such day or month after a start that is known."""
    if start.stretch is None:
        return Reading()
    begin = start.stretch.first
    if isinstance(last, Weekday):
        day = calendar.move_day(begin, (last.index - begin.weekday()) % 7)
        return Reading(Stretch(begin, day) if day else None, start.source)
    end = next((one for one in _around(last, begin.year, context) if one.last >= begin), None)
    return Reading(Stretch(begin, end.last) if end else None, start.source)


def _symbols(node: Node) -> tuple[str, str] | None:
    """Return truncated ISO dates for a month or day whose year is not known."""
    match node:
        case Yearly(month, day, 1, None):
            text = f"--{month:02d}" + (f"-{day:02d}" if day else "")
            return text, text
        case Within(part, _):
            return _symbols(part)
    return None
