"""What must not change a verdict: the unit of a figure, the order of sentences, the names of the sources."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Hedge
from claims.sources import from_text
from reconcile import reconcile
from reconcile.intervals import compare_values
from tests.make import exact

FEW = settings(max_examples=15, deadline=None)

# base unit, another unit, how many of it make one
UNITS = [("tonnes", "kg", 1000), ("kilometres", "metres", 1000), ("hectares", "square metres", 10_000)]
VERBS = {"tonnes": "produced", "kilometres": "paved", "hectares": "sowed"}
SENTENCES = [
    "Norland exported 40,000 tonnes of tin in 2023.",
    "The Tolbeck mine employs 1,200 people.",
    "Anna Berg was elected mayor of Tolbeck in May 2024.",
    "The flood of 2019 destroyed 300 houses in Tolbeck.",
    "Tin traded at $27,000 a tonne on 3 May 2024.",
]
OTHERS = [
    "Norland exported 55,000 tonnes of tin in 2023.",
    "The Tolbeck mine employs 1,200 people.",
    "The flood of 2019 destroyed 450 houses in Tolbeck.",
]
# Each hedge with one that says less.
WIDER: list[tuple[Hedge, Hedge]] = [
    ("exact", "approx"),
    ("over", "at_least"),
    ("under", "at_most"),
    ("nearly", "approx"),
]


def _verdicts(*texts: str, names: tuple[str, str] = ("a.txt", "b.txt")) -> list[str]:
    sources = [from_text(text, name) for text, name in zip(texts, names, strict=True)]
    return sorted(pair.verdict for pair in reconcile(sources).pairs)


@FEW
@given(unit=st.sampled_from(UNITS), one=st.integers(2, 900), other=st.integers(2, 900))
def test_the_unit_that_a_figure_is_told_in(unit: tuple[str, str, int], one: int, other: int) -> None:
    base, small, factor = unit
    first = f"Norland {VERBS[base]} {one},000 {base} in 2023."
    second = f"In 2023 Norland {VERBS[base]} {{}} {{}}."  # one text twice would be one source
    whole = second.format(f"{other},000", base)
    converted = second.format(f"{other * 1000 * factor:,}", small)
    assert _verdicts(first, whole) == _verdicts(first, converted)


@FEW
@given(st.permutations(SENTENCES), st.permutations(OTHERS))
def test_the_order_of_sentences(one: list[str], other: list[str]) -> None:
    assert _verdicts(" ".join(one), " ".join(other)) == _verdicts(" ".join(SENTENCES), " ".join(OTHERS))


@pytest.mark.parametrize("names", [("b.txt", "a.txt"), ("zebra.txt", "1.txt"), ("x (2).md", "Ümläut.txt")])
def test_the_names_of_the_sources(names: tuple[str, str]) -> None:
    texts = " ".join(SENTENCES), " ".join(OTHERS)
    assert _verdicts(*texts, names=names) == _verdicts(*texts)


@given(
    pair=st.sampled_from(WIDER),
    one=st.floats(1, 1e6, allow_nan=False),
    other=st.floats(1, 1e6, allow_nan=False),
    exponent=st.integers(0, 3),
)
def test_a_wider_hedge_never_makes_a_conflict_of_agreement(
    pair: tuple[Hedge, Hedge], one: float, other: float, exponent: int
) -> None:
    def told(amount: float, hedge: Hedge) -> object:
        made = exact(float(round(amount)), "t", step=10.0**exponent / 2)
        low = None if hedge in ("under", "at_most") else made.low
        high = None if hedge in ("over", "at_least") else made.high
        return replace(made, hedge=hedge, low=low, high=high)

    narrow, wide = (told(one, hedge) for hedge in pair)
    fixed = told(other, "exact")
    if compare_values(narrow, fixed) == "agree":  # type: ignore[arg-type]
        assert compare_values(wide, fixed) != "disjoint"  # type: ignore[arg-type]
