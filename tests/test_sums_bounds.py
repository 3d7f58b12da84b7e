"""Bounds are carried through sums: whatever the figures are within theirs, the result lies within its own."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.sources import from_text
from reconcile import reconcile
from reconcile.figures import product, quotient, total
from reconcile.intervals import Interval, hard, working
from tests.make import exact

NUMBERS = st.floats(0.01, 1e9, allow_nan=False)
PARTS = st.floats(0, 1)


@st.composite
def within(draw: st.DrawFn) -> tuple[Interval, float]:
    """An interval of positive numbers and a number in it."""
    low, wide, at = draw(NUMBERS), draw(PARTS), draw(PARTS)
    return Interval(low, low * (1 + wide)), low * (1 + wide * at)


def _holds(interval: Interval, number: float) -> bool:
    slack = 1e-9 * abs(number)
    return interval.low - slack <= number <= interval.high + slack


@given(within(), within())
def test_quotient_and_product_keep_what_is_possible(
    one: tuple[Interval, float], other: tuple[Interval, float]
) -> None:
    assert _holds(quotient(one[0], other[0]), one[1] / other[1])
    assert _holds(product(one[0], other[0]), one[1] * other[1])


@given(st.lists(within(), min_size=1, max_size=12))
def test_a_total_keeps_what_is_possible(parts: list[tuple[Interval, float]]) -> None:
    assert _holds(total([interval for interval, _ in parts]), sum(number for _, number in parts))


@given(st.lists(within(), min_size=2, max_size=12), st.randoms())
def test_a_total_does_not_depend_on_the_order(parts: list[tuple[Interval, float]], order: object) -> None:
    intervals = [interval for interval, _ in parts]
    shuffled = sorted(intervals, key=lambda _: order.random())  # type: ignore[attr-defined]
    one, other = total(intervals), total(shuffled)
    assert one.low == pytest.approx(other.low) and one.high == pytest.approx(other.high)


@given(within(), within(), PARTS)
def test_wider_figures_never_give_a_narrower_result(
    one: tuple[Interval, float], other: tuple[Interval, float], more: float
) -> None:
    for made in (quotient, product):
        narrow, wide = made(one[0], other[0]), made(one[0].widened(more), other[0])
        assert wide.low <= narrow.low and narrow.high <= wide.high


@given(st.integers(1, 10**9), st.sampled_from([0.5, 5.0, 50.0]))
def test_what_is_reckoned_with_is_possible(number: int, step: float) -> None:
    value = exact(number, "t", step=step)
    assert hard(value).low <= working(value).low <= number <= working(value).high <= hard(value).high


@settings(max_examples=25, deadline=None)
@given(st.integers(20, 400), st.integers(401, 9000))
def test_a_share_rounded_as_it_should_be_is_never_an_error(part: int, whole: int) -> None:
    share = round(100 * part / whole)
    if not 1 <= share <= 99:
        return
    text = f"The vet saw {part} sheep out of {whole:,} sheep, or {share}%."
    assert all(check.verdict == "consistent" for check in reconcile([from_text(text, "a.txt")]).checks)


@settings(max_examples=25, deadline=None)
@example(231, 401, 5)  # 63 % is what 401 make of the two together
@given(st.integers(20, 400), st.integers(401, 9000), st.integers(3, 20))
def test_a_share_far_off_is_an_error(part: int, whole: int, off: int) -> None:
    share = round(100 * part / whole) + off
    if share > 99:
        return
    text = f"The vet saw {part} sheep out of {whole:,} sheep, or {share}%."
    assert [check.verdict for check in reconcile([from_text(text, "a.txt")]).checks] == ["inconsistent"]


@pytest.mark.parametrize("total", ["Thousands of animals", "Hundreds and hundreds of animals"])
def test_nothing_adds_up_to_a_word_for_any_size(total: str) -> None:
    text = f"# Farm\n\n{total} live at the farm in Leme. It keeps 2,600 sheep and 300 goats.\n"
    assert reconcile([from_text(text, name="a.md")]).checks == ()
