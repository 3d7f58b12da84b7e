"""Calendar arithmetic: stretches of days, and how they are found, moved and cut."""

from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that follow each other, from the first to the last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    @property
    def is_whole_months(self) -> bool:
        """Return whether it begins on the first and ends on the last day of a month."""
        return self.first.day == 1 and (self.last == date.max or (self.last + ONE_DAY).day == 1)


def day(year: int, month: int, number: int) -> Stretch | None:
    """Return one day, or None where the calendar has no such day."""
    try:
        return single(date(year, month, number))
    except ValueError:
        return None


def single(moment: date) -> Stretch:
    """Return the stretch of one day."""
    return Stretch(moment, moment)


def months(year: int, month: int, count: int) -> Stretch | None:
    """Return ``count`` whole months; ``month`` may run over the ends of the year (0: the December before)."""
    first, after = month_start(year, month), month_start(year, month + count)
    return Stretch(first, after - ONE_DAY) if first and after else None


def month_start(year: int, month: int) -> date | None:
    """Return the first day of a month counted from January of ``year``, or None out of range."""
    years, before = divmod(month - 1, 12)
    try:
        return date(year + years, before + 1, 1)
    except ValueError:
        return None


def years(year: int, count: int = 1) -> Stretch | None:
    """Return ``count`` calendar years from ``year`` on."""
    return months(year, 1, 12 * count)


def iso_week(year: int, number: int) -> Stretch | None:
    """Return the ISO week (Monday to Sunday), or None where the year has no such week."""
    try:
        return Stretch(date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7))
    except ValueError:
        return None


def week_of(moment: date) -> Stretch | None:
    """Return the week, Monday to Sunday, that holds a day."""
    monday = move_day(moment, -moment.weekday())
    sunday = move_day(moment, 6 - moment.weekday())
    return Stretch(monday, sunday) if monday and sunday else None


def easter(year: int) -> date:
    """Return Easter Sunday (Oudin's algorithm for the Gregorian calendar)."""
    century, golden = year // 100, year % 19
    epact = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    epact -= (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def move_day(moment: date, days: int) -> date | None:
    """Return the day ``days`` later, or None off the calendar."""
    try:
        return moment + timedelta(days=days)
    except OverflowError:
        return None


def move_months(moment: date, count: int) -> date | None:
    """Return the same day ``count`` months later, or that month's last day where it is shorter."""
    month = months(moment.year, moment.month + count, 1)
    return month.first.replace(day=min(moment.day, month.last.day)) if month else None


def move(stretch: Stretch, unit: str, count: int) -> Stretch | None:
    """Return a stretch moved by days, weeks, months or years; whole months stay whole months."""
    if unit in DAYS_IN:
        first, last = (move_day(moment, DAYS_IN[unit] * count) for moment in (stretch.first, stretch.last))
    else:
        by = MONTHS_IN[unit] * count
        first, last = move_months(stretch.first, by), move_months(stretch.last, by)
        if first and stretch.days > 1 and stretch.is_whole_months:
            span = (
                (stretch.last.year - stretch.first.year) * 12 + stretch.last.month - stretch.first.month + 1
            )
            return months(first.year, first.month, span)
    return Stretch(first, last) if first and last else None


DAYS_IN = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
MONTHS_IN = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "fiscal": 12,
    "current_year": 12,
    "season": 12,
    "decade": 120,
    "century": 1200,
}


def ending(last: date, unit: str, count: int) -> Stretch | None:
    """Return the ``count`` units that end on ``last``."""
    if unit in DAYS_IN:
        first = move_day(last, 1 - DAYS_IN[unit] * count)
    else:
        after = move_day(last, 1)
        first = move_months(after, -MONTHS_IN[unit] * count) if after else None
    return Stretch(first, last) if first else None


def starting(first: date, unit: str, count: int) -> Stretch | None:
    """Return the ``count`` units that start on ``first``."""
    if unit in DAYS_IN:
        after = move_day(first, DAYS_IN[unit] * count)
    else:
        after = move_months(first, MONTHS_IN[unit] * count)
    return Stretch(first, after - ONE_DAY) if after else None


def piece(stretch: Stretch, which: str) -> Stretch:
    """Return the early, mid or late third of a stretch, or its very start or end.

    A single day stays what it is. Whole months are cut at months where there are three or more, a
    month at its 10th and 20th.
    """
    if stretch.days == 1:
        return stretch
    if which == "start":
        return single(stretch.first)
    if which == "end":
        return single(stretch.last)
    low, high = _thirds(stretch)
    if which == "early":
        return Stretch(stretch.first, low)
    if which == "late":
        return Stretch(high + ONE_DAY, stretch.last)
    return Stretch(low + ONE_DAY, high)


def _thirds(stretch: Stretch) -> tuple[date, date]:
    """Return the last days of the first and of the second third."""
    if stretch.is_whole_months:
        span = (stretch.last.year - stretch.first.year) * 12 + stretch.last.month - stretch.first.month + 1
        if span == 1:
            return stretch.first.replace(day=10), stretch.first.replace(day=20)
        if span > 12 and span % 12 == 0:
            early, late = (span // 12 + 2) // 3, span // 12 - span // 36
            return date(stretch.first.year + early, stretch.first.month, 1) - ONE_DAY, date(
                stretch.first.year + late, stretch.first.month, 1
            ) - ONE_DAY
        if span >= 3:
            low = months(stretch.first.year, stretch.first.month, span // 3)
            high = months(stretch.first.year, stretch.first.month, span - span // 3)
            if low and high:
                return low.last, high.last
    third = timedelta(days=max(1, stretch.days // 3))
    low_day = min(stretch.first + third - ONE_DAY, stretch.last - ONE_DAY)
    return low_day, max(low_day, stretch.last - third)
