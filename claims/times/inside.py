"""Parts of a stretch of days: its April, its second half, its last three weeks."""

from claims.times import calendar
from claims.times.calendar import Stretch
from claims.times.nodes import Node, Portion, Weekday, WeekNumber, Within, Yearly, YearPart
from claims.times.recurring import Context, around


def inside(part: Node, whole: Stretch, context: Context) -> Stretch | None:
    """Return the days of a stretch that something yearless names, or None where it holds no such days."""
    match part:
        case Yearly() | WeekNumber():
            return next(
                (
                    one
                    for one in around(part, whole.first.year, context)
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
            between = inside(outer, whole, context)
            return inside(inner, between, context) if between else None
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
