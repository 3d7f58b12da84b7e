"""The figures of one source as arithmetic sees them: intervals, units, and how near they stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from claims.model import Value
from reconcile.intervals import Interval, hard, plain, stated, working
from reconcile.keys import Key

# A word that more than this part of a source's figures share is the story's, not a measure's.
COMMON = 0.3
# From as much to so many times as much: "thousands", "hundreds".
_MAGNITUDE = 9


@dataclass(frozen=True)
class Figure:
    """A claim with a number.

    Attributes:
        key: The claim's key.
        value: Its value.
        sentence: Number of its sentence among those of the source that carry figures.
        terms: The words of its measure that not every other figure of the source has, too.
    """

    key: Key
    value: Value
    sentence: int
    terms: frozenset[str]

    @cached_property
    def number(self) -> float:
        """The number printed, the middle of a range."""
        low, high = stated(self.value)
        return (low + high) / 2

    @cached_property
    def expected(self) -> Interval:
        """What to reckon with: rounding, and the usual reach of a hedge."""
        return working(self.value)

    @cached_property
    def possible(self) -> Interval:
        """What the wording leaves possible."""
        return hard(self.value)

    @property
    def unit(self) -> str:
        """The unit; durations of all units are told apart by theirs."""
        return self.value.unit

    @property
    def is_level(self) -> bool:
        """Whether it is an amount and no change, rank or date."""
        return self.key.claim.kind not in ("growth", "rank", "date", "fact")

    @property
    def sentence_text(self) -> str:
        """The sentence that it stands in."""
        return self.key.claim.sentence

    @property
    def span(self) -> tuple[str | None, str | None]:
        """The first and the last day for which it is stated to hold."""
        period = self.key.period
        return (period.start, period.end) if period else (None, None)

    @property
    def row(self) -> str:
        """The row of a table that it stands in; "" for a figure in a sentence."""
        return self.key.claim.scope.get("row", "")

    @property
    def column(self) -> str:
        """The column of a table that it stands in."""
        return self.key.claim.scope.get("column", "")

    @property
    def is_cell(self) -> bool:
        """Whether it stands in a table: what its neighbours are, its row and column say."""
        return "row" in self.key.claim.scope

    def __str__(self) -> str:
        """Print the number in a handy magnitude, without its unit."""
        return plain(round(self.number, 4))

    def shares_words(self, other: "Figure") -> bool:
        """Whether the two name a thing in common."""
        return bool(self.terms & other.terms)

    def is_kind_of(self, other: "Figure") -> bool:
        """Whether the measure is the other's with something added ("ticket revenue" of "revenue")."""
        return bool(other.terms) and other.terms < self.terms


def figures(keys: Sequence[Key]) -> list[Figure]:
    """Return the figures of one source in the order of the text."""
    common = _common_words(keys)
    numbers: dict[str, int] = {}
    found = []
    for key in sorted(keys, key=lambda key: (key.claim.start, key.claim.end, key.claim.id)):
        value = key.claim.value
        if value is None or value.unit == "date":
            continue
        try:
            low, high = stated(value)
        except ValueError:
            continue
        if low == high == 0.0 or _is_magnitude(value, low, high):
            continue
        number = numbers.setdefault(key.claim.sentence, len(numbers))
        found.append(Figure(key, value, number, key.concepts - common))
    return found


def _is_magnitude(value: Value, low: float, high: float) -> bool:
    """Whether only words say of what size it is, so that any sum would meet it: "thousands"."""
    return high >= _MAGNITUDE * low > 0 and not any(sign.isdigit() for sign in value.surface)


def dates(keys: Sequence[Key]) -> list[Figure]:
    """Return the dates of one source, as numbers of days, in the order of the text."""
    found: list[Figure] = []
    numbers: dict[str, int] = {}
    for key in sorted(keys, key=lambda key: (key.claim.start, key.claim.end, key.claim.id)):
        value = key.claim.value
        if value is None or value.unit != "date" or value.hedge != "exact":
            continue
        try:
            stated(value)
        except ValueError:
            continue
        number = numbers.setdefault(key.claim.sentence, len(numbers))
        if not found or found[-1].value.start != value.start:
            found.append(Figure(key, value, number, frozenset()))
    return found


def _common_words(keys: Sequence[Key]) -> frozenset[str]:
    """Words that so many figures of the source share that they tie none of them to another."""
    count = Counter(word for key in keys if key.claim.value for word in key.concepts)
    most = max(4, COMMON * sum(key.claim.value is not None for key in keys))
    return frozenset(word for word, number in count.items() if number > most)


def quotient(above: Interval, below: Interval) -> Interval:
    """Return what the one divided by the other can be; both are taken as positive."""
    low = max(above.low, 0.0) / below.high if below.high not in (0.0, inf) else 0.0
    high = above.high / below.low if below.low > 0 else inf
    return Interval(low, high)


def product(one: Interval, other: Interval) -> Interval:
    """Return what the product can be; both are taken as positive."""
    return Interval(max(one.low, 0.0) * max(other.low, 0.0), one.high * other.high)


def total(parts: Sequence[Interval]) -> Interval:
    """Return what the sum can be."""
    return Interval(sum(part.low for part in parts), sum(part.high for part in parts))


def bounds(interval: Interval, unit: str) -> str:
    """Print an interval as its bounds, in a handy unit."""
    factor, unit = handy(interval.high, unit)
    return f"{short(interval.low * factor)} to {short(interval.high * factor)}{space(unit)}"


def within(interval: Interval, unit: str) -> str:
    """Print the bounds of a result in brackets; "" where they are one number."""
    factor, _ = handy(interval.high, unit)
    exact = short(interval.low * factor) == short(interval.high * factor)
    return "" if exact else f" ({bounds(interval, unit)})"


def handy(size: float, unit: str) -> tuple[float, str]:
    """Return a unit in which a size is no small fraction, and how many of it make one of the old."""
    if unit.endswith("/ha") and abs(size) >= PLOT:
        return 1e-4, unit.replace("/ha", "/m²")
    for least, factor, name in _SMALLER.get(unit, ()):
        if least <= abs(size) < 1:
            return factor, name
    return 1.0, unit


def from_to(old: "Figure", new: "Figure") -> str:
    """Print two figures in one handy magnitude: "50 to 12" of metres, not "0.05 to 0.012" of kilometres."""
    size = max(abs(old.number), abs(new.number))
    factor = handy(size, old.unit)[0] if old.unit == new.unit else 1.0
    return f"{short(old.number * factor)} to {short(new.number * factor)}"


def short(number: float) -> str:
    """Print a number in a handy magnitude."""
    for factor, name in ((1e9, " billion"), (1e6, " million")):
        if abs(number) >= factor and abs(number) != inf:
            return f"{plain(round(number / factor, 3))}{name}"
    if 0 < abs(number) < 0.1:
        return plain(number) if abs(number) >= 0.001 else f"{number:.2g}"
    return plain(round(number, 3 if abs(number) < 10 else 1))


def space(unit: str) -> str:
    """Return a unit with a space before it; "" for what is counted."""
    return "" if unit in ("", "count") else f" {unit}"


# Units that stand for all of their kind, and those that people use for little of it: 1.9 m are no 0.0019 km.
_SMALLER = {
    "km": ((1e-3, 1e3, "m"), (0.0, 1e6, "mm")),
    "t": ((1e-3, 1e3, "kg"), (0.0, 1e6, "g")),
    "ha": ((0.0, 1e4, "m²"),),
}
# What a hectare of land costs is told by the square metre from here on.
PLOT = 1e5
_HEDGED = {
    "approx": "about ",
    "nearly": "nearly ",
    "over": "over ",
    "at_least": "at least ",
    "under": "under ",
    "at_most": "at most ",
}


def printed(figure: Figure) -> str:
    """Print a figure with its unit and its hedge."""
    factor, unit = handy(figure.number, figure.unit)
    low, high = (end * factor for end in stated(figure.value))
    number = short(low) if low == high else f"{short(low)} to {short(high)}"
    return f"{_HEDGED.get(figure.value.hedge, '')}{number}{space(unit)}"
