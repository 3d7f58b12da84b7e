"""Which values can be compared with each other: mass, percent, money, count, change, date …, or fact."""

import re

from claims.figures.currencies import is_currency
from claims.model import Claim
from reconcile.intervals import to_days
from reconcile.window import next_to

FACT = "fact"
_MASS_LIKE = {
    "t": "mass",
    "km": "length",
    "m": "length",
    "ha": "area",
    "km2": "area",
    "%": "percent",
    "pp": "percent",
}


def dimension(claim: Claim) -> str:
    """Return the block of comparable values that a claim belongs to."""
    if claim.value is None:
        return FACT
    unit = claim.value.unit
    if (claim.kind == "growth" and unit in ("%", "count")) or (unit == "%" and _tells_change(claim)):
        return "change"
    if to_days(unit):
        return "duration"
    if "/" in unit:
        top, bottom = unit.split("/", 1)
        return f"{_simple(top)}/{bottom}"
    return _simple(unit)


# "A rise of 8%", "8% is what the cut comes to".
_CHANGE = re.compile(r"\b\w*(?:rise|raise|increase|growth|reduction|decline)\b", re.I)


# "Half as much again", "half as many as last year".
_AS_MUCH = re.compile(r"\s*as (?:much|many|big|large|high|long) (?:again|as)\b", re.I)


def _tells_change(claim: Claim) -> bool:
    """Whether a percentage is called a rise or a fall: no share of anything."""
    named = _CHANGE.search(claim.measure) is not None and "share" not in claim.measure.split()
    return named or _AS_MUCH.match(next_to(claim, behind=True)) is not None


def tells_move(claim: Claim) -> bool:
    """Whether an amount is by how much something changed or differs: "rose by €2m"."""
    return claim.kind in ("count", "quantity", "money") and claim.measure.startswith("change in ")


def _simple(unit: str) -> str:
    if is_currency(unit):
        return "money"
    return _MASS_LIKE.get(unit, unit)
