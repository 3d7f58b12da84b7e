"""One amount in two units: "four years and six months", "6 feet 2 inches"."""

from collections.abc import Sequence

from claims.figures.readings import Reading
from claims.figures.units import Unit
from claims.figures.words import Word, lowered
from claims.vocabulary import load

_GAPS = frozenset({(), ("and",), (",",)})


def join(words: Sequence[Word], readings: Sequence[Reading]) -> list[Reading]:
    """Add to an amount what is left over in the next smaller unit.

    Args:
        words: The words of the text.
        readings: The readings in order, units attached; those joined are changed.

    Returns:
        The readings that remain.
    """
    kept: list[Reading] = []
    for reading in readings:
        if kept and _continues(words, kept[-1], reading):
            _add(kept[-1], reading)
        else:
            kept.append(reading)
    return kept


def _continues(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Whether a number is the rest of the one before: a whole number of a smaller unit, less than one."""
    if left.mark is not None or right.mark is not None or left.is_range or right.is_range:
        return False
    if left.unit is None or right.unit is None or left.rate is not None or right.rate is not None:
        return False
    if right.unit.name not in load("units")["compound"].get(left.unit.name, ()):
        return False
    whole = left.low == int(left.low) and right.low == int(right.low)
    small = right.low * right.unit.to_base() < _worth(left.unit, right.unit)
    return whole and small and lowered(words, left.last, right.first) in _GAPS


def _worth(large: Unit, small: Unit) -> float:
    """Return what one of the larger unit is worth in the base of the smaller."""
    return float(load("units")["compound"][large.name][small.name]) * small.to_base()


def _add(left: Reading, right: Reading) -> None:
    assert left.unit is not None and right.unit is not None
    parts = float(load("units")["compound"][left.unit.name][right.unit.name])
    left.low = left.high = left.low + right.low / parts
    left.place = right.place / parts
    left.last, left.number_last = right.last, right.number_last
