"""What a figure measures where its clause says it in more words than one, or in other words than its own."""

import pytest

from claims.extract import extract
from claims.sources import from_text

Row = tuple[str, str, str, str]


def _frame(text: str, surface: str) -> tuple[str, str]:
    """Return subject and measure of the last figure that is written so."""
    found = [claim for claim in extract(from_text(text, "a.txt")) if claim.value is not None]
    claim = next(claim for claim in reversed(found) if claim.value and claim.value.surface == surface)
    return claim.subject.lower(), claim.measure


LIVES: list[Row] = [
    ("The avalanche took 46 lives in May.", "46 lives", "avalanche", "deaths"),
    ("The blaze claimed nine lives.", "nine lives", "blaze", "deaths"),
    ("The barge went down with the loss of 58 lives.", "58 lives", "barge", "deaths"),
    ("The storm cost 70 people their lives.", "70 people", "storm", "deaths"),
    ("The storm cost 70 goats their lives.", "70 goats", "storm", "goats killed"),
    ("The vaccine saved 400 lives.", "400 lives", "vaccine", "lives saved"),
    ("Sixty people were pulled out alive by Monday.", "Sixty people", "people", "people pulled out alive"),
    ("Nine cats were found alive.", "Nine cats", "cats", "cats found alive"),
    ("Two climbers were found injured.", "Two climbers", "climbers", "climbers found injured"),
]
GROUPS: list[Row] = [
    ("The plane had 178 guests and a crew of six on board.", "178 guests", "plane", "guests"),
    ("The plane had 178 guests and a crew of six on board.", "six", "plane", "crew"),
    ("The borough has a council of 31.", "31", "borough", "council members"),
    ("The borough opens with 900 flats and an assembly of 12.", "12", "borough", "assembly members"),
    ("Elections to a council of 31 members are due.", "31 members", "council", "members"),
    ("A team of 12 is searching the lake.", "12", "team", "members"),
    (
        "Imports and exports of 40 tonnes were booked.",
        "40 tonnes",
        "imports and exports",
        "imports and exports",
    ),
]


@pytest.mark.parametrize(("text", "surface", "subject", "measure"), [*LIVES, *GROUPS])
def test_what_a_figure_measures(text: str, surface: str, subject: str, measure: str) -> None:
    assert _frame(text, surface) == (subject, measure)
