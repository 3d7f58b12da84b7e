"""Values are intervals: what the wording excludes, and what a reader expects."""

from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.intervals import Interval, compare_values, hard, relation, soft, times_apart
from tests.make import exact, value


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        (exact(870, "t", step=5), exact(872, "t", step=0.5), "agree"),
        (exact(67, "%", step=0.5), value(90, None, "%", "over"), "disjoint"),
        (value(90, 90, "%", "nearly"), value(90, None, "%", "over"), "possible"),
        (value(90, 90, "%", "nearly"), exact(89, "%", step=0.5), "agree"),
        (value(90, 90, "%", "nearly"), exact(67, "%", step=0.5), "possible"),
        (value(6000, None, "count", "over"), exact(6200), "agree"),
        (value(None, 2000, "count", "under"), exact(2900), "disjoint"),
        (value(None, 60, "count", "at_most"), exact(60), "agree"),
        (value(380, 420, "EUR", "range"), exact(400, "EUR", step=0.5), "agree"),
        (value(380, 420, "EUR", "range"), value(430, 460, "EUR", "range"), "disjoint"),
        (value(380, 420, "EUR", "range"), value(420, 460, "EUR", "range"), "possible"),
        (value(70, None, "%", "over", surface="just over 70%"), exact(76, "%", step=0.5), "possible"),
        (value(70, None, "%", "over", surface="just over 70%"), exact(72, "%", step=0.5), "agree"),
        (value(70, None, "%", "over", surface="over 70%"), exact(76, "%", step=0.5), "agree"),
        (value(8, 8, "km", "nearly", surface="a shade under 8 km"), exact(7.4, "km", step=0.05), "possible"),
        (exact(6), exact(7), "disjoint"),
        (exact(-9, "%", step=0.5), value(-10, -10, "%", "nearly"), "agree"),
        (exact(-9, "%", step=0.5), exact(-12, "%", step=0.5), "disjoint"),
        (exact(-25, "%", step=0.5), value(-20, None, "%", "over", direction="down"), "agree"),
        (exact(-25, "%"), exact(-24, "%", step=0.5), "agree"),
        (exact(-25, "%"), exact(-40, "%", step=0.5), "disjoint"),
        (exact(2, "week"), exact(14, "day"), "agree"),
        (exact(5, "t"), exact(5, "EUR"), "none"),
        (value("2024-04-01", "2024-04-30", "date"), value("2024-04-04", "2024-04-04", "date"), "agree"),
        (value("2024-04-01", "2024-04-30", "date"), value("2024-05-04", "2024-05-04", "date"), "disjoint"),
        (value(None, "2024-08-10", "date", "at_most"), value("2024-08-13", "2024-08-13", "date"), "disjoint"),
        (value(None, None, "t"), exact(5, "t"), "none"),
    ],
)
def test_how_values_stand_to_each_other(a: Any, b: Any, wanted: str) -> None:
    assert relation(a, b) == relation(b, a) == wanted


def test_an_interval_prints_which_ends_belong_to_it() -> None:
    assert str(hard(value(90, None, "%", "over"))) == "(90, ∞)"
    assert str(hard(exact(67, "%", step=0.5))) == "[66.5, 67.5]"


numbers = st.floats(min_value=0.01, max_value=1e12, allow_nan=False)


@given(numbers, numbers)
def test_comparison_is_symmetric(one: float, other: float) -> None:
    a, b = exact(one, "t", step=one / 100), exact(other, "t", step=other / 100)
    assert compare_values(a, b) == compare_values(b, a)


@given(numbers, numbers)
def test_a_wider_hedge_never_turns_agreement_into_conflict(one: float, other: float) -> None:
    a, b = exact(one, "t", step=one / 1000), exact(other, "t", step=other / 1000)
    wide = value(one, one, "t", "approx", step=one / 1000)
    if compare_values(a, b) == "agree":
        assert compare_values(wide, b) == "agree"
    assert compare_values(wide, b) != "disjoint"


@given(numbers, numbers, st.sampled_from([1e-3, 0.45359237, 1000.0]))
def test_converting_both_units_changes_nothing(one: float, other: float, factor: float) -> None:
    def made(number: float, unit: float) -> Any:
        return exact(number * unit, "km", step=number * unit / 100)

    assert compare_values(made(one, 1), made(other, 1)) == compare_values(
        made(one, factor), made(other, factor)
    )


@given(numbers, st.sampled_from(["exact", "approx", "nearly", "over", "at_least", "under", "at_most"]))
def test_what_a_reader_expects_lies_within_what_is_possible(number: float, hedge: str) -> None:
    given_value = value(number, number, "t", hedge, step=number / 50)
    expected, possible = soft(given_value), hard(given_value)
    assert possible.low <= expected.low and expected.high <= possible.high


def test_touching_open_ends_do_not_meet() -> None:
    assert not Interval(0, 1, open_high=True).meets(Interval(1, 2))
    assert Interval(0, 1).meets(Interval(1, 2))


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [(12, 8, 1.5), (8, 12, 1.5), (-12, -8, 1.5), (7, 7, 1), (-8, 8, inf), (0, 3, inf), (0, 0, inf)],
)
def test_how_many_times_one_figure_is_the_other(one: float, other: float, times: float) -> None:
    assert times_apart(exact(one), exact(other)) == times
