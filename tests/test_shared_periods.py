"""A period that one source names by its length alone is read as the other sources of the story date it."""

import pytest

from claims.model import Claim, Period
from reconcile.engine import reconcile_claims
from tests.make import claim, exact, period, source

HALF = period("2025-04-01", "2025-09-30")
BEFORE = period("2024-04-01", "2024-09-30")
QUARTER = period("2025-07-01", "2025-09-30")


def _named(text: str, subject: str = "Brill") -> Claim:
    return claim("a", subject, "profit", exact(40e6, "EUR", step=5e5), period=Period(None, None, text))


def _read(one: Claim, *others: Claim, published: str | None = "2025-11-20") -> Period | None:
    sources = [source("a", one.sentence, published), source("b", "Brill.", "2025-11-12")]
    result = reconcile_claims(sources, [one, *others])
    return next(found.period for found in result.claims if found.source == "a")


def _other(days: Period, subject: str = "Brill Foods") -> Claim:
    return claim("b", subject, "profit", exact(40e6, "EUR", step=5e5), period=days)


def test_the_half_year_of_the_other_source_is_meant() -> None:
    found = _read(_named("first half"), _other(HALF), _other(BEFORE))
    assert found is not None and (found.start, found.end) == ("2025-04-01", "2025-09-30")
    assert found.text == "first half" and "in b" in (found.resolved_from or "")


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        (_named("second half"), _other(HALF), "2025-11-20"),
        (_named("last half-year"), _other(HALF), "2025-11-20"),
        (_named("first half"), _other(QUARTER), "2025-11-20"),
        (_named("first half"), _other(HALF, "Norland"), "2025-11-20"),
        (_named("first half"), _other(HALF), None),
        (_named("first half"), _other(HALF), "2026-11-20"),
        (_named("first half"), _other(HALF), "2025-06-20"),
    ],
)
def test_else_it_stays_open(one: Claim, other: Claim, published: str | None) -> None:
    found = _read(one, other, published=published)
    assert found is not None and found.start is None


def test_the_claim_says_that_it_was_taken_from_another_source() -> None:
    one = _named("first half")
    result = reconcile_claims(
        [source("a", one.sentence, "2025-11-20"), source("b", "Brill.", "2025-11-12")], [one, _other(HALF)]
    )
    assert "read as" in next(c.inferred["period"] for c in result.claims if c.source == "a")
    assert [pair.verdict for pair in result.pairs] == ["agree"]
