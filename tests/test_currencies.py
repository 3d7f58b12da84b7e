"""Amounts in two currencies are compared at a dated rate, which the reason prints, or not at all."""

from datetime import date

import pytest

from claims.model import Claim
from reconcile.engine import reconcile_claims
from reconcile.rates import currency, rate
from reconcile.result import Pair
from tests.make import claim, exact, period, source

JULY = period("2025-07-01", "2025-07-25")


def _compared(one: Claim, other: Claim, **published: str) -> Pair:
    text = f"{one.sentence} {other.sentence}"
    sources = [source(name, text, published.get(name)) for name in ("a", "b")]
    return reconcile_claims(sources, [one, other]).pairs[0]


def _cost(name: str, amount: float, unit: str, **more: object) -> Claim:
    return claim(name, "Norland", "stadium cost", exact(amount, unit, step=amount / 200), **more)


# amounts, verdict: on 25 July 2025 a euro cost 1.1724 dollars
CASES = [
    (46e6, "EUR", 53.9e6, "USD", "agree"),
    (46e6, "EUR", 55e6, "USD", "agree"),
    (46e6, "EUR", 58e6, "USD", "possible_conflict"),
    (46e6, "EUR", 75e6, "USD", "conflict"),
    (46e6, "EUR", 4.66e9, "INR", "agree"),
    (230, "EUR/t", 269, "USD/t", "agree"),
    (230, "EUR/t", 269, "USD", "apart"),
]


@pytest.mark.parametrize(("amount", "unit", "other", "unit_of_other", "verdict"), CASES)
def test_two_currencies(amount: float, unit: str, other: float, unit_of_other: str, verdict: str) -> None:
    a, b = _cost("a", amount, unit, period=JULY), _cost("b", other, unit_of_other, period=JULY)
    sources = [source("a", a.sentence), source("b", b.sentence)]
    pairs = reconcile_claims(sources, [a, b]).pairs
    assert (pairs[0].verdict if pairs else "apart") == verdict


def test_the_reason_prints_rate_day_and_source() -> None:
    pair = _compared(_cost("a", 46e6, "EUR", period=JULY), _cost("b", 75e6, "USD", period=JULY))
    said = next(reason.text for reason in pair.reasons if reason.facet == "currency")
    assert "1 USD = 0.853 EUR" in said or "1 EUR = 1.17 USD" in said
    assert "European Central Bank, 25 July 2025" in said.replace("\u00a0", " ")


def test_without_a_day_nothing_is_converted() -> None:
    pair = _compared(_cost("a", 46e6, "EUR"), _cost("b", 75e6, "USD"))
    assert pair.verdict == "not_comparable"
    assert any("dated exchange rate" in reason.text for reason in pair.reasons)


def test_the_days_of_the_sources_serve_where_the_claims_name_none() -> None:
    pair = _compared(_cost("a", 46e6, "EUR"), _cost("b", 54e6, "USD"), a="2025-07-25", b="2025-07-28")
    assert pair.verdict == "agree"


def test_a_day_without_a_rate_has_that_of_the_business_day_before() -> None:
    sunday, friday = rate("EUR", "USD", date(2025, 7, 27)), rate("EUR", "USD", date(2025, 7, 25))
    assert sunday == friday and sunday is not None and sunday.day == "2025-07-25"


@pytest.mark.parametrize(
    ("base", "quote", "day"),
    [("EUR", "XAU", date(2025, 7, 25)), ("EUR", "USD", date(1990, 1, 2)), ("EUR", "USD", date(2090, 1, 2))],
)
def test_no_rate_is_made_up(base: str, quote: str, day: date) -> None:
    assert rate(base, quote, day) is None


@pytest.mark.parametrize(
    ("unit", "parts"),
    [("USD", ("USD", "")), ("USD/t", ("USD", "t")), ("t", None), ("count", None), ("km/h", None)],
)
def test_units_of_money(unit: str, parts: tuple[str, str] | None) -> None:
    assert currency(unit) == parts
