"""Unit prices: what a quantity is worth, against what another of the same goods is worth in one source."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from reconcile.figures import Figure, handy, printed, quotient, short, within
from reconcile.rules import Finding, between

# "870 tonnes of magnets worth ₹306 crore", "40 buses for €20m".
_WORTH = re.compile(
    r"(?:\sof)?(?P<goods>(?:\s[\w'’-]+){0,6}?),?"
    r"\s(?:worth|valued at|for|at a cost of|costing)\s[^\w.;,]{0,3}",
    re.I,
)
# Prices of what is sold by these differ, by place and by day, but hardly by so many times: a unit is wrong.
# Those of land or of an hour's work may well do so.
BULK = frozenset({"mass", "l", "m3", "km3", "Wh"})
SLIP = 10

# The quantity, what it is worth, and the goods as named between the two.
Sale = tuple[Figure, Figure, str]


def unit_prices(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Value ÷ quantity of the same goods in two places: one price, or one that no price comes to.

    Args:
        figures: The figures of one source.
        text: Its text.

    Yields:
        Where both come to one price, and where one price is ten times the other.
    """
    for first, second in combinations(_sales(figures, text), 2):
        found = _compared(first[:2], second[:2]) if _are_alike(first, second) else None
        if found is not None:
            yield found


def _sales(figures: Sequence[Figure], text: str) -> list[Sale]:
    """Return the quantities that are told with what they are worth."""
    levels = [figure for figure in figures if figure.is_level and figure.number > 0 and not figure.is_cell]
    return [
        (goods, value, told["goods"].strip().lower())
        for goods, value in pairwise(levels)
        if _is_priced(goods, value) and (told := _WORTH.fullmatch(between(text, goods, value)))
    ]


def _is_priced(goods: Figure, value: Figure) -> bool:
    counted = goods.key.dimension not in ("money", "percent", "change")
    return counted and value.key.dimension == "money" and "/" not in f"{goods.unit}{value.unit}"


def _are_alike(first: Sale, second: Sale) -> bool:
    """Whether both tell a sum in one currency for the same goods in one unit, in two sentences."""
    (goods, value, name), (others, other, called) = first, second
    if goods.unit != others.unit or value.unit != other.unit or goods.sentence == others.sentence:
        return False
    if goods.unit == "count":
        return bool(goods.key.counted & others.key.counted)
    return name == called if name and called else goods.key.predicate == others.key.predicate


def _compared(first: tuple[Figure, Figure], second: tuple[Figure, Figure]) -> Finding | None:
    one, other = (quotient(value.expected, goods.expected) for goods, value in (first, second))
    low, high = sorted(
        (quotient(value.possible, goods.possible) for goods, value in (first, second)),
        key=lambda price: price.low,
    )
    fits = one.meets(other)
    if not fits and (first[0].key.dimension not in BULK or high.low < SLIP * low.high):
        return None
    text = ", ".join(_priced(*sale) for sale in (first, second))
    verdict = "one price" if fits else f"one price is more than {SLIP} times the other"
    return Finding((*first, *second), fits, second[1].number / second[0].number, f"{text}: {verdict}")


def _priced(goods: Figure, value: Figure) -> str:
    price, bounds = value.number / goods.number, quotient(value.expected, goods.expected)
    unit = f"{value.unit}/{goods.unit}" if goods.unit != "count" else value.unit
    factor, unit = handy(price, unit)
    return f"{printed(value)} ÷ {printed(goods)} = {short(price * factor)} {unit}{within(bounds, unit)}"
