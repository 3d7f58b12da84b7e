"""An interval plot has an axis that shows every value, and says in words what it draws."""

import math
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim, Value
from reconcile.engine import reconcile_claims
from reconcile.report.axis import scale_for, span, ticks
from reconcile.report.evidence import Plot
from reconcile.report.formats.drawing import drawing
from reconcile.report.plots import allows, expects, plots
from reconcile.report.statements import Witness
from tests.make import claim, exact, source, value

_FINITE = st.floats(-1e15, 1e15, allow_nan=False, allow_infinity=False)
_DAYS = st.integers(1, date.max.toordinal())


def _plots(*values: Value, sources: int = 2) -> tuple[Plot, ...]:
    """The plots of claims with these values, by turns of the sources."""
    claims: list[Claim] = [
        replace(claim(f"{place % sources}.txt", "Lindau", "steel output", figure), start=place, end=place + 1)
        for place, figure in enumerate(values)
    ]
    texts = [source(f"{number}.txt", "x" * 99) for number in range(sources)]
    witness = Witness(replace(reconcile_claims(texts, []), claims=tuple(claims)))
    letters = {of.id: chr(ord("A") + place) for place, of in enumerate(claims)}
    return plots("Lindau: steel output", letters, witness)


@given(st.lists(_FINITE, min_size=1, max_size=6))
def test_every_number_has_its_place_and_a_few_round_ones_are_named(numbers: list[float]) -> None:
    scale = scale_for(numbers, dates=False)
    low, high = span(numbers, scale)
    assert low < high and all(low <= number <= high for number in numbers)
    marks = [tick.at for tick in ticks(low, high, scale)]
    assert marks == sorted(set(marks)) and len(marks) <= 8
    assert all(low - 1e-6 * abs(low) <= mark <= high + 1e-6 * abs(high) for mark in marks)


@given(st.lists(_DAYS, min_size=1, max_size=6))
def test_days_have_their_place_too(ordinals: list[int]) -> None:
    low, high = span([float(ordinal) for ordinal in ordinals], "dates")
    assert all(low <= ordinal <= high for ordinal in ordinals)
    marks = ticks(low, high, "dates")
    assert len(marks) <= 7 and all(low <= tick.at <= high for tick in marks)
    assert [tick.at for tick in marks] == sorted({tick.at for tick in marks})


@pytest.mark.parametrize(
    ("numbers", "scale", "labels"),
    [
        ([64.0, 112.5], "linear", ["70", "80", "90", "100", "110"]),
        ([3.0, 4.0], "linear", ["3", "3.2", "3.4", "3.6", "3.8", "4"]),
        ([1.0, 1e6], "logarithmic", ["1", "100", "10,000", "1 million"]),
        ([-5.0, 5.0], "linear", ["−4", "−2", "0", "2", "4"]),
        ([739000.0, 739010.0], "dates", None),
    ],
)
def test_ticks(numbers: list[float], scale: Any, labels: list[str] | None) -> None:
    found = [tick.label.replace("\N{NO-BREAK SPACE}", " ") for tick in ticks(*span(numbers, scale), scale)]
    assert found == labels or (labels is None and all(len(label) <= 11 for label in found))


def test_small_and_large_are_told_apart() -> None:
    (plot,) = _plots(exact(2, "t"), exact(9000, "t"))
    assert plot.scale == "logarithmic"
    places = [row.stated[0] for row in drawing(plot, ()).rows]
    assert 0 < places[0] < 40 < 60 < places[1] < 100


def test_a_plot_needs_two_values_of_one_unit() -> None:
    assert _plots(exact(2, "t")) == ()
    assert _plots(exact(2, "t"), exact(2, "km")) == ()
    assert [plot.unit for plot in _plots(exact(2, "t"), exact(3, "t"), exact(2, "km"), exact(4, "km"))] == [
        "t",
        "km",
    ]
    assert _plots(value(None, None, "t"), exact(2, "t")) == ()


def test_what_one_source_repeats_is_one_bar() -> None:
    (plot,) = _plots(exact(2, "t"), exact(3, "t"), exact(2, "t"))
    assert [(bar.letter, bar.others) for bar in plot.bars] == [("A", ("C",)), ("B", ())]


def test_more_values_than_a_person_can_look_at_are_counted() -> None:
    (plot,) = _plots(*(exact(number, "t") for number in range(1, 45)))
    assert (len(plot.bars), plot.left_out) == (30, 14)
    assert "14\N{NO-BREAK SPACE}further values not drawn" in plot.description


@pytest.mark.parametrize(
    ("figure", "allowed", "expected"),
    [
        (value(90, None, "%", "over"), "more than 90", "90 to 112.5"),
        (value(90, 90, "%", "nearly"), "less than 90", "81 to 90"),
        (value(90, None, "%", "at_least"), "at least 90", "90 to 112.5"),
        (value(None, 90, "%", "at_most"), "at most 90", "72 to 90"),
        (value(90, 90, "%", "approx"), "no hard bound", "83.25 to 96.75"),
        (exact(90, "%", step=0.5), "89.5 to 90.5", "89.5 to 90.5"),
        (exact(7, "count"), "exactly 7", "7"),
        (value("2025-04-04", "2025-04-04", "date"), "exactly 4 April 2025", "4 April 2025"),
        (value("2025-04-01", None, "date", "at_least"), "1 April 2025 or later", "1 April 2025 or later"),
        (value(None, "2025-04-01", "date", "under"), "before 1 April 2025", "1 April 2025 or earlier"),
    ],
)
def test_bounds_are_said_in_words(figure: Value, allowed: str, expected: str) -> None:
    (plot,) = _plots(figure, replace(figure, surface="other"), sources=2)
    bar = plot.bars[0]
    told = allows(bar, plot.unit), expects(bar, plot.unit)
    assert tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in told) == (allowed, expected)


@given(st.lists(st.floats(-1e9, 1e9, allow_nan=False), min_size=2, max_size=5))
def test_every_shape_stays_on_the_page(numbers: list[float]) -> None:
    for plot in _plots(*(exact(number, "t", step=0.5) for number in numbers)):
        for row in drawing(plot, ()).rows:
            ends = [*row.stated, row.expected.start, row.expected.end]
            assert all(0 <= end <= 100 and math.isfinite(end) for end in ends)
            assert row.expected.width >= 0
