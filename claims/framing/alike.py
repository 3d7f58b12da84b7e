"""Numbers read by another of their sentence: a percentage beside a change is a change, too."""

from collections.abc import Sequence
from dataclasses import replace

from claims.framing.expectations import foretold, of_one_kind
from claims.framing.frame import Reading, first_conjunct, is_passed
from claims.framing.gapping import beside_without_verb
from claims.framing.swings import gained, is_put_in_percent


def moved_price(reading: Reading) -> Reading:
    """Read a sum that a price gained or lost as a change: "oil settled at $70, adding 57 cents".

    Args:
        reading: The number.
    """
    way = gained(reading) if reading.quantity.kind in ("money", "quantity") else None
    return reading if way is None else replace(reading, quantity=replace(reading.quantity, direction=way))


def passed(reading: Reading) -> Reading:
    """Read a number that something passes as a lower bound: "cases pass 100".

    Args:
        reading: The number.
    """
    if reading.quantity.hedge != "exact" or not is_passed(reading):
        return reading
    return replace(reading, quantity=replace(reading.quantity, hedge="over", high=None))


def alike(reading: Reading, others: Sequence[Reading]) -> Reading:
    """Read a percentage beside a change as a change, too: "rose 4 % in Oslo and 7 % in Bergen".

    Args:
        reading: The number.
        others: All numbers of its sentence, in order.
    """
    price = next((other for other in others if is_put_in_percent(reading, other)), None)
    if price is not None:
        return _changed_as(reading, price)
    if reading.quantity.kind == "share" and foretold(reading) is not None:
        before = [other for other in others if max(other.inside) < min(reading.inside)]
        last = next((other for other in reversed(before) if of_one_kind(other, reading)), None)
        if last is not None and last.quantity.kind == "growth":  # "rose 4 %, above forecasts of 3 %"
            return _changed_as(reading, last)
    first = first_conjunct(reading.anchor)
    joined = next((other for other in others if first.i in other.inside and other is not reading), None)
    joined = joined or beside_without_verb(reading, others)
    if joined is None or joined.quantity.kind != "growth" or reading.quantity.kind != "share":
        return reading
    if reading.quantity.unit != joined.quantity.unit:
        return reading
    return _changed_as(reading, joined)


def _changed_as(reading: Reading, other: Reading) -> Reading:
    return replace(
        reading, quantity=replace(reading.quantity, kind="growth", direction=other.quantity.direction)
    )
