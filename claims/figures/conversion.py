"""From a quantity to a value in the base unit of its dimension."""

import re
from dataclasses import replace
from functools import cache, lru_cache

from claims.figures import currencies, digits, headers, numbers, packed, units
from claims.figures.degrees import apart
from claims.figures.units import Unit
from claims.figures.words import split
from claims.model import Quantity, Value
from claims.vocabulary import load

_PERCENT_STEP = 0.5
_RUN = re.compile(r"\d+(?:[.,]\d+)*")


def to_value(quantity: Quantity, text: str, context: str = "", header: str = "") -> Value:
    """Convert a quantity to its base unit.

    Args:
        quantity: As ``find`` gives it.
        text: The text that its offsets refer to.
        context: More text around it, to tell which crop a bushel holds.
        header: Header of the table's column that it stands in; gives a bare number its unit ("Loss (€m)").

    Returns:
        The value. A fall has negative bounds; ``step`` is half of the last significant place.
    """
    quantity, scale = under(quantity, header)
    if scale > 1:
        quantity = packed.weighed(quantity, packed.packs_of(context))
    unit, factor, offset = _base(quantity, text, context)
    if offset and apart(text, quantity.start, quantity.end) is not None:
        offset = 0.0  # "3 degrees Fahrenheit above the average"
    step = _step(quantity, text) * abs(factor) * scale
    low = None if quantity.low is None else _tidy(quantity.low * factor + offset)
    high = None if quantity.high is None else _tidy(quantity.high * factor + offset)
    if quantity.direction == "down" and _is_change(quantity):
        low, high = _fall(low, high)
    return Value(
        low=low,
        high=high,
        unit=unit,
        counted=quantity.counted,
        hedge=quantity.hedge,
        surface=text[quantity.start : quantity.end],
        direction=quantity.direction,
        start=quantity.start,
        end=quantity.end,
        step=_tidy(step),
    )


def base_unit(quantity: Quantity, text: str) -> str:
    """Return the unit that `to_value` converts a quantity of a text to."""
    return _base(quantity, text, "")[0]


def under(quantity: Quantity, header: str) -> tuple[Quantity, float]:
    """Give a bare number the unit and the magnitude that a table gives it.

    Args:
        quantity: A number; one with a unit of its own stays as it is.
        header: What names the unit ("Loss (€m)"), or "".

    Returns:
        The quantity with unit and kind, and what it was multiplied by.
    """
    found = headers.unit_of(header) if header and not quantity.unit and quantity.kind == "count" else None
    if found is None:
        return quantity, 1.0
    unit, scale, kind = found
    low = None if quantity.low is None else quantity.low * scale
    high = None if quantity.high is None else quantity.high * scale
    return replace(quantity, low=low, high=high, unit=unit, kind=kind), scale


def _is_change(quantity: Quantity) -> bool:
    return quantity.kind in {"growth", "money", "quantity"} and quantity.unit != "time"


def _fall(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    negative_low = None if low is None else -abs(low)  # "(-4%)" has its sign already
    negative_high = None if high is None else -abs(high)
    if low is not None and high is not None:
        return negative_high, negative_low
    return negative_low, negative_high


def _tidy(number: float) -> float:
    """Drop the noise of binary fractions: 1.48 crore is 14,800,000."""
    return float(f"{number:.12g}")


def _base(quantity: Quantity, text: str, context: str) -> tuple[str, float, float]:
    """Return the base unit, the factor to it and the offset."""
    if quantity.kind == "rank":
        return "rank", 1.0, 0.0
    unit = _unit(quantity.unit)
    if unit is not None and quantity.counted is None:
        base, factor = _part(unit, text, context)
        return base, factor, unit.offset
    if quantity.kind in {"share", "growth"}:
        return "%", 100.0, 0.0  # a fraction: "two-thirds of the crop"
    top, _, bottom = f" {quantity.unit}".partition(" per ")
    numerator = _unit(top.strip()) if quantity.counted is None else None
    if numerator is None:
        return _count_base(bottom, quantity.counted is not None), 1.0, 0.0
    base, factor = _part(numerator, text, context)
    return _rate_base(base, factor, bottom, text, context)


def _rate_base(base: str, factor: float, bottom: str, text: str, context: str) -> tuple[str, float, float]:
    """Divide by what stands below the line; a rate over time is dropped, but for flows and barrels a day."""
    seconds = load("units")["rates"]["flow"].get(bottom)
    if seconds is not None and base in load("units")["rates"]["flowing"]:
        return f"{base}/s", factor / seconds, 0.0
    if bottom in load("units")["rates"]["clock"]:
        daily = bottom == "day" and base in load("units")["rates"]["daily"]
        return (f"{base}/day" if daily else base), factor, 0.0
    below = _unit(bottom)
    if below is None:
        return f"{base}/{bottom}", factor, 0.0
    divisor_base, divisor = _part(below, text, context)
    return f"{base}/{divisor_base}", factor / divisor, 0.0


def _part(unit: Unit, text: str, context: str) -> tuple[str, float]:
    return _crop(unit, text, context) if unit.name == "bushel" else (unit.base, unit.to_base())


def for_one(unit: str) -> tuple[str, str] | None:
    """Split what falls to one of a thing: "EUR/household"; None for a price of a measure or of packed goods.

    Args:
        unit: The base unit of a value.

    Returns:
        The unit of the amount and the thing.
    """
    top, _, thing = unit.partition("/")
    if not thing or not (currencies.is_currency(top) or top in load("units")["rates"]["flowing"]):
        return None
    rates = load("units")["rates"]
    by_head = thing in rates["heads"] and currencies.is_currency(top)
    return None if by_head or thing in _bases() or thing in rates["clock"] else (top, thing)


@cache
def _bases() -> frozenset[str]:
    table = load("units")
    measures = {unit.base for unit in units.by_name().values()}
    return frozenset({*measures, *table["rates"]["priced"], *table["packs"]["words"]})


def _count_base(bottom: str, is_named: bool) -> str:
    """Return the base of a count; the rate stays where the counted thing is named ("cases a day")."""
    if bottom in load("units")["rates"]["clock"]:
        return f"count/{bottom}" if is_named else "count"
    return f"per_{bottom}" if bottom.isdecimal() else "count"


def _unit(name: str) -> Unit | None:
    known = units.by_name().get(name) or currencies.by_name().get(name) or _SPECIAL.get(name)
    return known or packed.unit_of(name)


_SPECIAL = {"time": Unit("time", "multiple", "count")}


def _crop(unit: Unit, text: str, context: str) -> tuple[str, float]:
    """Weigh a bushel where the text, or else its surroundings, names one crop."""
    crop = _crop_of(text) or _crop_of(context)
    return (unit.base, 1.0) if crop is None else ("t", load("units")["crops"][crop] / 1000)


@lru_cache(maxsize=64)
def _crop_of(text: str) -> str | None:
    """Return the crop that a text names most often."""
    text = text.lower()
    named = [(text.count(crop), crop) for crop in load("units")["crops"] if crop in text]
    return max(named)[1] if named else None


def _step(quantity: Quantity, text: str) -> float:
    """Return half of the last significant place of the number as written, in the quantity's own unit."""
    if quantity.kind == "rank" or quantity.unit == "time":
        return 0.0
    place = _last_place(quantity, text[quantity.number_start : quantity.number_end])
    return min(place / 2, _PERCENT_STEP) if quantity.unit == "percentage" else place / 2


def _last_place(quantity: Quantity, written: str) -> float:
    """Return what the last significant place of a number is worth; 0 where it has none."""
    if _RUN.fullmatch(written):  # most numbers: no words to look for
        read = digits.read(written, digits.is_european([written]))
        return read[1] if read is not None else 0.0
    told = [number for number in numbers.scan(split(written)) if number.form in {"digits", "words"}]
    if not told:
        return 0.0
    place = max(number.place for number in told)
    left_over = (quantity.low or 0) % 1
    if quantity.unit in load("units")["compound"] and len(told) > 1 and told[-1].value and left_over:
        place = told[-1].place * left_over / told[-1].value  # "2 hours 14 minutes" is exact to the minute
    return place
