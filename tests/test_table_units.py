"""The figures of a table get their unit from their column, their row, the corner or the line above."""

import pytest

from claims.extract import extract
from claims.model import Claim
from claims.sources import from_text

OPENING = (
    "# A year at the Lowick Ferry Company\n\nThe Lowick Ferry Company had a good year. The company grew.\n\n"
)


def _claims(table: str) -> dict[tuple[str, str], Claim]:
    source = from_text(OPENING + table, "table.md")
    return {(c.scope["row"], c.scope["column"]): c for c in extract(source) if "row" in c.scope}


@pytest.mark.parametrize(
    ("table", "row", "column", "low", "unit", "kind"),
    [
        ("| £m | 2024/25 |\n|---|---|\n| Tickets | 41.2 |\n", "Tickets", "2024/25", 41.2e6, "GBP", "money"),
        ("| | 2024 |\n|---|---|\n| Turnover (€m) | 186.4 |\n", "Turnover", "2024", 186.4e6, "EUR", "money"),
        ("| | 2024 |\n|---|---|\n| Margin, % | 12 |\n", "Margin", "2024", 12, "%", "share"),
        ("| Line | Fuel (t) |\n|---|---|\n| North | 310 |\n", "North", "Fuel", 310, "t", "quantity"),
        (
            "All amounts in $m\n\n| Line | 2024 |\n|---|---|\n| North | 3.1 |\n",
            "North",
            "2024",
            3.1e6,
            "USD",
            "money",
        ),
        ("| £m | 2024 |\n|---|---|\n| Riders (000) | 410 |\n", "Riders", "2024", 410_000, "count", "count"),
        ("| Line | 2024 |\n|---|---|\n| North | 3.1 |\n", "North", "2024", 3.1, "count", "count"),
        (
            "All figures in million visits\n\n| Line | 2024 |\n|---|---|\n| North | 3.1 |\n",
            "North",
            "2024",
            3.1e6,
            "count",
            "count",
        ),
        (
            "It took 9,000 sacks of 50 kg.\n\n| Line | Sold (thousand sacks) |\n|---|---|\n| North | 3 |\n",
            "North",
            "Sold",
            150,
            "t",
            "quantity",
        ),
    ],
)
def test_a_cell_has_the_unit_of_its_table(
    table: str, row: str, column: str, low: float, unit: str, kind: str
) -> None:
    claim = _claims(table)[row, column]
    assert claim.value is not None
    assert (claim.value.low, claim.value.unit, claim.kind) == (pytest.approx(low), unit, kind)
    assert ("unit" in claim.inferred) == (unit != "count" or low > 1000)


@pytest.mark.parametrize("row", ["Under 5", "5 to 11", "12-17", "18 and over", "65+", "Over 100"])
def test_a_row_of_an_age_group_multiplies_nothing(row: str) -> None:
    claim = _claims(f"| Age group | Passes |\n|---|---|\n| {row} | 52 |\n")[row, "Passes"]
    assert claim.value is not None
    assert (claim.value.low, claim.value.unit) == (52, "count")


def test_where_columns_are_times_the_rows_say_what_is_measured() -> None:
    claim = _claims("| £m | 2024 | 2023 |\n|---|---|---|\n| Tickets | 41.2 | 37.4 |\n")["Tickets", "2023"]
    assert (claim.subject, claim.measure) == ("Lowick Ferry Company", "tickets")
    assert "subject" in claim.inferred
    assert claim.period is not None and claim.period.start == "2023-01-01"


def test_rows_that_are_named_in_the_text_are_what_the_figures_are_about() -> None:
    table = "The boats of Norby sail daily.\n\n| | 2024 |\n|---|---|\n| Norby | 41 |\n| Total | 90 |\n"
    assert _claims(table)["Norby", "2024"].subject == "Norby"
