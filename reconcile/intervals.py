"""Values as intervals: what a wording excludes (hard) and what a reader expects (soft).

All tolerances of the program stand here, in ``TOLERANCE`` and beside it. A stated number n means

    hedge            hard                        soft
    exact            n ± rounding                n ± the larger of rounding and 0.5 %
    approx           no bound                    n ± 7.5 %
    nearly           up to n, n not included     from 90 % of n up to n
    over             from n, n not included      n to 125 % of n
    at_least         from n                      n to 125 % of n
    under            up to n, n not included     80 % of n up to n
    at_most          up to n                     80 % of n up to n
    just over n      as over, under, nearly      up to 5 % from n
    range a–b        a to b                      the same ± 0.5 %

Rounding is half the last significant place of the number printed (``Value.step``). Changes are compared by
their size: "down by more than 20 %" is −20 % or lower. Dates are closed intervals of days.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import inf, isinf

from claims.model import Value

TOLERANCE: dict[str, float] = {"exact": 0.005, "approx": 0.075, "nearly": 0.10}
EXPECTED_EXCESS = 1.25
EXPECTED_SHORTFALL = 0.80
# "Just over 77", "barely 40", "a shade under seven" lie no further from the number than this part of it.
BARELY = 0.05
_BARELY = re.compile(
    r"(?:only )?(?:just|barely|slightly|fractionally|marginally|a (?:shade|touch|little|fraction))\b", re.I
)
# Converted at a day's rate, a figure may be off by so much of itself: the rate moves while a period lasts,
# and each source converts on a day of its own.
EXCHANGE_SOFT = 0.03
EXCHANGE_HARD = 0.10
# How far a figure in a sum may lie from the number of its hedge; an approximate one a quarter of that.
REACH = 0.10
# Counts, ranks and whole days, months and years below this are counted, not rounded.
COUNTED_BELOW = 1000
# Stretches that share less than this part of a number only touch.
TOUCHING = 1e-9
# A share in words ("a third", "two in five") has no last place: it may be off by this part of itself.
WORDED_SHARE = 0.05
COARSE = 5.0
LOWER_BOUND = frozenset({"over", "at_least"})
UPPER_BOUND = frozenset({"under", "at_most", "nearly"})

_DAYS = {
    "s": 1 / 86400,
    "min": 1 / 1440,
    "h": 1 / 24,
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.436875,
    "year": 365.2425,
}


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``; an open end excludes its bound."""

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a number in common."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        touches_open = (
            (self.open_low and self.low == low)
            or (other.open_low and other.low == low)
            or (self.open_high and self.high == high)
            or (other.open_high and other.high == high)
        )
        return not touches_open

    def gap(self, other: "Interval") -> float:
        """Return the distance between the two, 0 where they meet."""
        return max(0.0, self.low - other.high, other.low - self.high)

    def mirrored(self) -> "Interval":
        """Return the interval of the negated numbers."""
        return Interval(-self.high, -self.low, self.open_high, self.open_low)

    def scaled(self, factor: float) -> "Interval":
        """Return the interval in another unit, ``factor`` of which make one of the old."""
        return Interval(self.low * factor, self.high * factor, self.open_low, self.open_high)

    def widened(self, part: float) -> "Interval":
        """Return the interval with both bounds put out so far that a number is off by a part of itself."""
        low = self.low / (1 + part) if self.low > 0 else self.low * (1 + part)
        high = self.high * (1 + part) if self.high > 0 else self.high / (1 + part)
        return Interval(low, high, self.open_low, self.open_high)

    def __str__(self) -> str:
        """Print with brackets that show which ends belong to it."""
        left = "(" if self.open_low or isinf(self.low) else "["
        right = ")" if self.open_high or isinf(self.high) else "]"
        return f"{left}{plain(self.low)}, {plain(self.high)}{right}"


def plain(number: float) -> str:
    """Print a number as a person would: no exponent, no needless digits, groups of thousands."""
    if isinf(number):
        return "∞" if number > 0 else "−∞"
    digits = 0 if abs(number) >= 1000 or number == round(number) else 2 if abs(number) >= 1 else 4
    text = f"{abs(number):,.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"−{text}" if number < 0 and text != "0" else text


def stated(value: Value) -> tuple[float, float]:
    """Return the number or numbers printed, without what the hedge does to them.

    Raises:
        ValueError: The value has no bound at all.
    """
    low, high = _number(value.low), _number(value.high)
    if low is None and high is None:
        raise ValueError(f"no bound in {value.surface!r}")
    first = low if low is not None else high
    last = high if high is not None else low
    assert first is not None and last is not None
    return min(first, last), max(first, last)


def times_apart(one: Value, other: Value) -> float:
    """Return how many times the smaller of two printed figures the larger is; of unlike signs, infinite."""
    small, large = sorted((stated(one)[1], stated(other)[1]), key=abs)
    return large / small if small and (small > 0) == (large > 0) else inf


def _number(bound: float | str | None) -> float | None:
    """Return a bound as a number; a date as its ordinal day."""
    if isinstance(bound, str):
        return float(_ordinal(bound))
    return None if bound is None else float(bound)


def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError as error:
        raise ValueError(f"not an ISO day: {day!r}") from error


@lru_cache(maxsize=65536)
def hard(value: Value) -> Interval:
    """Return what the wording leaves possible."""
    return _interval(value, soft=False)


@lru_cache(maxsize=65536)
def soft(value: Value) -> Interval:
    """Return what a reader expects the true number to be."""
    return _interval(value, soft=True)


def _interval(value: Value, soft: bool) -> Interval:
    low, high = stated(value)
    if value.unit == "date":
        return _dates(value, low, high)
    if high <= 0 and low < 0:
        return _sized(value, -high, -low, soft).mirrored()
    return _sized(value, low, high, soft)


def _dates(value: Value, low: float, high: float) -> Interval:
    if value.hedge in ("under", "at_most"):
        return Interval(-inf, high, False, value.hedge == "under")
    if value.hedge in LOWER_BOUND:
        return Interval(low, inf, value.hedge == "over", False)
    return Interval(low, high)


def _sized(value: Value, low: float, high: float, soft: bool) -> Interval:
    """Build the interval of a number that is not negative."""
    step = rounding(value)
    hedge = value.hedge
    most = BARELY if _BARELY.match(value.surface) else inf
    if hedge in LOWER_BOUND:
        excess = min(EXPECTED_EXCESS, 1 + most)
        return Interval(low, low * excess if soft else inf, hedge == "over", False)
    if hedge in UPPER_BOUND:
        nearest = 1 - TOLERANCE["nearly"] if hedge == "nearly" else EXPECTED_SHORTFALL
        nearest = max(nearest, 1 - most)
        return Interval(high * nearest if soft else -inf, high, False, hedge != "at_most")
    if hedge == "approx":
        margin = max(step, abs(low) * TOLERANCE["approx"])
        return Interval(low - margin, high + margin) if soft else Interval(-inf, inf)
    if hedge == "range":  # it already says how uncertain it is
        step = 0.0
    margin = max(step, abs(low) * TOLERANCE["exact"]) if soft and not _is_counted(value) else step
    return Interval(low - margin, high + margin)


def _is_counted(value: Value) -> bool:
    low, high = stated(value)
    whole = low == round(low) and high == round(high)
    return value.unit in ("count", "rank", *_DAYS) and max(abs(low), abs(high)) < COUNTED_BELOW and whole


def rounding(value: Value) -> float:
    """Return half the last significant place; 0 for what is counted one by one."""
    if _is_counted(value):
        return 0.0
    if value.unit == "%" and (value.step > COARSE or not value.step):
        return WORDED_SHARE * abs(stated(value)[1])
    return value.step


def working(value: Value) -> Interval:
    """Return the interval to reckon with: rounding and the hedge's usual reach, without a reader's leeway."""
    low, high = stated(value)
    if high <= 0 and low < 0:
        return _working(value, -high, -low).mirrored()
    return _working(value, low, high)


def _working(value: Value, low: float, high: float) -> Interval:
    step = 0.0 if value.hedge == "range" else rounding(value)
    if value.hedge in LOWER_BOUND:
        return Interval(low, low * (1 + REACH), value.hedge == "over")
    if value.hedge in UPPER_BOUND:
        return Interval(high * (1 - REACH), high)
    if value.hedge == "approx":
        step = max(step, abs(low) * REACH / 4)
    return Interval(low - step, high + step)


def compare_values(a: Value, b: Value, factor: float = 1.0, *, exchanged: bool = False) -> str:
    """Return how two values of one dimension stand to each other.

    Args:
        a: A value.
        b: Another, in the same base unit or in one that ``factor`` converts to it.
        factor: Units of ``a`` in one unit of ``b``.
        exchanged: Whether the factor is an exchange rate.

    Returns:
        "agree" where the soft intervals meet, "possible" where only the hard ones do, or where a reader takes
        both for one number from either side ("nearly 40", "over 40"), else "disjoint".
    """
    one, other = soft(a), soft(b).scaled(factor)
    possible, elsewhere = hard(a), hard(b).scaled(factor)
    if exchanged:
        other, elsewhere = other.widened(EXCHANGE_SOFT), elsewhere.widened(EXCHANGE_HARD)
    rounded = a.hedge == b.hedge == "exact" and a.unit != "date"
    if one.meets(other) and not (rounded and _only_touch(one, other)) and not _are_steps(a, b, factor):
        return "agree"
    return "possible" if one.gap(other) == 0 or possible.meets(elsewhere) else "disjoint"


def _are_steps(a: Value, b: Value, factor: float) -> bool:
    """Whether one range begins where the other ends: 40 to 44, and 44 to 48."""
    if not a.hedge == b.hedge == "range" or a.unit == "date":
        return False
    (low, high), (least, most) = stated(a), (bound * factor for bound in stated(b))
    return low < high and least < most and (high <= least or most <= low)


def _only_touch(one: Interval, other: Interval) -> bool:
    """Whether two stretches end where the other begins: 12,000 and 13,000, both to the thousand."""
    low, high = max(one.low, other.low), min(one.high, other.high)
    return high - low <= TOUCHING * abs(high) and one.low < one.high and other.low < other.high


def to_days(unit: str) -> float | None:
    """Return the days in a unit of time, or None for another unit."""
    return _DAYS.get(unit)


def relation(a: Value | None, b: Value | None, rate: float | None = None) -> str:
    """Return how two values stand to each other: agree, possible, disjoint, or none where they cannot.

    Args:
        a: A value.
        b: Another.
        rate: Units of the currency of ``a`` for one of that of ``b``, where the two differ and it is known.
    """
    if a is None or b is None:
        return "none"
    factor = conversion(a, b, rate)
    if factor is None:
        return "none"
    try:
        return compare_values(a, b, factor, exchanged=rate is not None)
    except ValueError:
        return "none"


def conversion(a: Value, b: Value, rate: float | None = None) -> float | None:
    """Return the units of ``a`` in one unit of ``b``, or None where the two cannot be converted."""
    if a.unit == b.unit:
        return 1.0
    if rate is not None:
        return rate
    one, other = to_days(a.unit), to_days(b.unit)
    return other / one if one is not None and other is not None else None


def is_telling(value: Value) -> bool:
    """Whether a number has two significant figures at least, and is no small count."""
    if value.unit == "date":
        return True
    try:
        low, _ = stated(value)
    except ValueError:
        return False
    return len(digits(low)) >= 2 and (abs(low) >= 20 or low != round(low))


def digits(number: float) -> str:
    """Return the significant digits of a number, whatever its scale."""
    return f"{abs(number):.12g}".split("e")[0].replace(".", "").strip("0")
