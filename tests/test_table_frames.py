"""Whose a cell of a table is: names stand in its rows or in its columns; months and states own nothing."""

import pytest

from claims.extract import extract
from claims.sources import from_text

OPENING = (
    "# Three villages share a bus\n\nOrmley, Tasker and Wend share a bus. People in Ormley "
    "and in Tasker paid for it, and Wend followed.\n\n"
)


NOBODY = "# How busy was it?\n\nThe weather was fine. People slept well.\n\n"


def _frames(table: str, opening: str = OPENING) -> dict[tuple[str, str], tuple[str, str]]:
    found = extract(from_text(opening + table, "table.md"))
    return {(c.scope["row"], c.scope["column"]): (c.subject, c.measure) for c in found if "row" in c.scope}


TURNED = (
    "| | Ormley | Tasker | Wend |\n|---|---|---|---|\n"
    "| Crew (people) | 25 | 17 | 9 |\n| Debt (€m) | 4.6 | 0.8 | 2 |\n"
)


def test_columns_may_name_whose_the_figures_are() -> None:
    found = _frames(TURNED)
    assert found["Crew", "Tasker"] == ("Tasker", "crew")
    assert found["Debt", "Wend"] == ("Wend", "debt")


@pytest.mark.parametrize(
    ("heading", "measure"),
    [
        ("## Goats by age", "goats"),
        ("Number of milk goats per barn", "milk goats"),
        ("## The goats in figures", "young"),
        ("The count was held up by rain, and nobody came.", "young"),
    ],
)
def test_a_heading_says_what_is_counted_by_the_rows(heading: str, measure: str) -> None:
    table = "| | Ormley | Tasker | Wend |\n|---|---|---|---|\n| Young | 25 | 17 | 9 |\n| Old | 4 | 8 | 2 |\n"
    assert _frames(f"{heading}\n\n{table}")["Young", "Tasker"] == ("Tasker", measure)


def test_names_in_the_rows_own_the_figures() -> None:
    found = _frames("| Village | Gold | Total |\n|---|---|---|\n| Ormley | 3 | 7 |\n| Wend | 5 | 6 |\n")
    assert found["Ormley", "Gold"] == ("Ormley", "Gold")
    assert found["Wend", "Total"] == ("Wend", "Total")


@pytest.mark.parametrize("month", ["May", "June"])
def test_a_month_owns_nothing(month: str) -> None:
    found = _frames(f"| Month | Calls |\n|---|---|\n| {month} | 41 |\n| Total | 41 |\n", NOBODY)
    assert found[month, "Calls"] == found["Total", "Calls"] == ("calls", "Calls")


@pytest.mark.parametrize(
    ("row", "column", "frame"),
    [
        ("On board", "Pupils", ("pupils", "pupils on board")),
        ("On board", "Total", ("people", "people on board")),
        ("Survived", "Teachers", ("teachers", "teachers survived")),
        ("Died", "Total", ("people", "deaths")),
        ("Died", "Pupils", ("pupils", "pupils killed")),
        ("Members", "Pupils", ("Members", "Pupils")),
    ],
)
def test_a_row_may_tell_what_befell_the_people_of_each_column(
    row: str, column: str, frame: tuple[str, str]
) -> None:
    header = "| | Pupils | Teachers | Total |\n|---|---|---|---|\n"
    assert _frames(f"{header}| {row} | 30 | 4 | 34 |\n", NOBODY)[row, column] == frame


def test_a_total_is_of_whom_the_line_above_tells() -> None:
    above = "All of Tasker's barns stay open. They stand in two counties:"
    table = "| County | Barns |\n|---|---|\n| North | 11 |\n| South | 3 |\n| Total | 14 |\n"
    assert _frames(f"{above}\n\n{table}")["Total", "Barns"][0] == "Tasker"


def test_a_line_above_a_table_without_a_header_tells_of_its_cells() -> None:
    text = "Savings a year (€m)\n\nWages        95\nRent         41\nTotal       136\n"
    found = extract(from_text(OPENING.replace("# ", "") + text, "table.txt"))
    cells = {c.scope["row"]: c for c in found if "row" in c.scope}
    assert {row: (c.value.low, c.value.unit) for row, c in cells.items() if c.value} == {
        "Wages": (95e6, "EUR"),
        "Rent": (41e6, "EUR"),
        "Total": (136e6, "EUR"),
    }
    assert "avings" in cells["Rent"].measure


def test_a_header_of_years_is_no_row_of_figures() -> None:
    text = (
        "Budget by heading (€m)\n\n"
        "Heading     2019    2025\nRails        236     371\nStops         31      79\n"
    )
    found = extract(from_text(OPENING.replace("# ", "") + text, "table.txt"))
    cells = [c for c in found if "row" in c.scope]
    assert [c.value.low for c in cells if c.value] == [236e6, 371e6, 31e6, 79e6]
    assert {c.modality for c in cells} == {"plan"}


def test_a_column_may_be_headed_by_its_unit_in_a_word() -> None:
    found = extract(
        from_text(OPENING + "| Village | Hours |\n|---|---|\n| Ormley | 3.5 |\n| Wend | 5 |\n", "t.md")
    )
    assert [c.value.unit for c in found if "row" in c.scope and c.value] == ["h", "h"]


def test_a_numbered_heading_gives_the_unit_and_what_the_years_measure() -> None:
    text = (
        "1. Exports by destination (tonnes, dried figs)\n\n"
        "Destination | 2025 | 2024\nPeru | 180 | 162\nChile | 135 | 123\nTotal | 315 | 285\n"
    )
    found = extract(from_text(OPENING.replace("# ", "") + text, "table.txt"))
    cells = [c for c in found if "row" in c.scope and c.value]
    assert {c.value.unit for c in cells if c.value} == {"t"}
    assert {c.measure.split()[0] for c in cells} == {"exports"}
    assert [c.value.low for c in cells if c.value][:2] == [180.0, 162.0]
