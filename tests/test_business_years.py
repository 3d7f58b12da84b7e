"""The business year of a text is read from what it says of it, and places its halves and quarters."""

from datetime import date

import pytest

from claims.periods import find_times, fiscal_year_end

THURSDAY = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("the financial year to March", 3),
        ("takings in the half-year to 30 September, its first half", 3),
        ("the three months to June, its third quarter", 9),
        ("first-quarter (October-December) sales", 9),
        ("inflation in the year to June", None),
        ("in the sugar year 2021/22, closed on 31 March", 3),
        ("the 2023/24 season; sales in the year to the end of August, against those of 2022/23", 8),
        ("inflation in the year to June; the team's 2023/24 season", None),
        ("nothing of the sort", None),
    ],
)
def test_business_year_of_a_text(text: str, month: int | None) -> None:
    assert fiscal_year_end(text) == month


def test_halves_need_a_business_year() -> None:
    text = "Bookings in the first half rose."
    (unknown,) = find_times(text, published=THURSDAY)
    assert unknown.first is None
    (found,) = find_times(text, published=THURSDAY, fiscal_end=3)
    assert (found.first, found.last) == ("2025-04-01", "2025-09-30")
    (guidance,) = find_times("It kept its full-year guidance.", published=THURSDAY, fiscal_end=3)
    assert (guidance.first, guidance.last) == ("2025-04-01", "2026-03-31")
