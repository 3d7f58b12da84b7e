"""A report that opens with a calendar year: its figures in the past tense are of that year."""

from claims import extract
from claims.model import Period
from claims.sources import from_text

REPORT = """---
title: Corran museum counts its guests
date: {published}
---

# Corran museum counts its guests

The Corran museum had 40,000 guests in 2025. In 2025 it held 9 fairs.

Guests bought 800 maps, compared with 700 a year earlier. The cafe sold {cakes} cakes{when}. It has 12 tables.
A fire in the yard burned 3 sheds.
"""


def periods(published: str = "2026-01-20", when: str = "") -> dict[str, Period | None]:
    """Return for when each figure holds by its words."""
    text = REPORT.format(published=published, cakes="5,000", when=when)
    claims = extract(from_text(text, "story.md"))
    return {claim.value.surface: claim.period for claim in claims if claim.value is not None}


def days(period: Period | None) -> tuple[str | None, str | None] | None:
    """Return first and last day of a period."""
    return None if period is None else (period.start, period.end)


def test_what_was_told_in_the_past_tense_was_in_that_year() -> None:
    found = periods()
    assert days(found["5,000 cakes"]) == ("2025-01-01", "2025-12-31")
    assert found["5,000 cakes"] is not None
    assert "opens with" in (found["5,000 cakes"].resolved_from or "")


def test_what_is_has_no_year() -> None:
    assert days(periods()["12 tables"]) != ("2025-01-01", "2025-12-31")


def test_a_time_of_its_own_stands() -> None:
    assert days(periods(when=" in August 2024")["5,000 cakes"]) == ("2024-08-01", "2024-08-31")


def test_a_year_long_past_is_none_that_a_text_reports_on() -> None:
    assert days(periods(published="2026-11-20")["5,000 cakes"]) is None
