"""Where an axis begins and ends, and which round numbers or days stand on it."""

import math
from collections.abc import Iterator
from datetime import date

from reconcile.format import NBSP, days, number
from reconcile.report.evidence import Scale, Tick

# From this ratio of largest to smallest number on, small ones could not be told apart on a linear axis.
LOGARITHMIC_FROM = 200.0
# Below this a power of ten is none that a float can hold.
_LEAST = 1e-300
_MARGIN = 0.06
# Shorter than this part of its numbers an axis would make a mountain of a rounding.
_SHORTEST = 0.05
_MOST_TICKS = 6
_MOST_DATES = 4
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)


def scale_for(numbers: list[float], dates: bool) -> Scale:
    """Return the scale on which all of some numbers can be told apart."""
    if dates:
        return "dates"
    if min(numbers) > _LEAST and max(numbers) / min(numbers) >= LOGARITHMIC_FROM:
        return "logarithmic"
    return "linear"


def span(numbers: list[float], scale: Scale) -> tuple[float, float]:
    """Return the first and the last value of an axis that shows all numbers with a margin."""
    low, high = min(numbers), max(numbers)
    if scale == "logarithmic":
        return 10 ** math.floor(math.log10(low)), 10 ** math.ceil(math.log10(high))
    least = 30.0 if scale == "dates" else max(abs(low), abs(high)) * _SHORTEST or 1.0
    margin = max((high - low) * _MARGIN, (least - (high - low)) / 2)
    start = low - margin
    return (0.0 if scale == "linear" and low >= 0 > start else start), high + margin


def ticks(low: float, high: float, scale: Scale) -> tuple[Tick, ...]:
    """Return the labelled places between two values."""
    if scale == "dates":
        return tuple(_date_ticks(low, high))
    if scale == "logarithmic":
        first, last = round(math.log10(low)), round(math.log10(high))
        step = max(1, math.ceil((last - first) / _MOST_DATES))
        return tuple(Tick(10.0**power, number(10.0**power)) for power in range(first, last + 1, step))
    return tuple(Tick(at, number(at)) for at in _round_numbers(low, high))


def _round_numbers(low: float, high: float) -> Iterator[float]:
    rough = (high - low) / _MOST_TICKS
    power = 10 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in _ROUND if power * factor >= rough * (1 - 1e-9))
    for multiple in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1):
        yield float(f"{multiple * step:.12g}")


def _date_ticks(low: float, high: float) -> Iterator[Tick]:
    first, last = (max(1, min(end, date.max.toordinal())) for end in (math.ceil(low), math.floor(high)))
    start, end = date.fromordinal(first), date.fromordinal(last)
    step = next((step for step in _DAY_STEPS if (last - first) / step <= _MOST_DATES), None)
    if step is not None:
        for ordinal in range(first - first % -step, last + 1, step):
            yield Tick(float(ordinal), _short(date.fromordinal(ordinal), with_day=True))
        return
    months = (end.year - start.year) * 12 + end.month - start.month
    step = next((step for step in _MONTH_STEPS if months / step <= _MOST_DATES), None)
    if step is not None:
        yield from _month_ticks(start, end, step)
        return
    rough = max(1, math.ceil((end.year - start.year) / _MOST_DATES))
    power = 10 ** (len(str(rough)) - 1)
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    for year in range(start.year + -start.year % step, end.year + 1, step):
        if year >= 1 and first <= date(year, 1, 1).toordinal() <= last:
            yield Tick(float(date(year, 1, 1).toordinal()), str(year))


def _month_ticks(start: date, end: date, step: int) -> Iterator[Tick]:
    for month in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        day = date(month // 12, month % 12 + 1, 1)
        if month % step == 0 and start <= day <= end:
            yield Tick(float(day.toordinal()), _short(day, with_day=False))


def _short(day: date, *, with_day: bool) -> str:
    """Write a day in the room that an axis has: "4 Apr 2025", "Apr 2025"."""
    number_of_day, month, year = days(day.isoformat(), day.isoformat()).split(NBSP)
    return NBSP.join([*([number_of_day] if with_day else []), month[:3], year])
