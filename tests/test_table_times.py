"""When the figures of a table hold: its columns, its rows, or both may name the time."""

import pytest

from claims.extract import extract
from claims.model import Claim
from claims.sources import from_text
from tests.make import article


def _claims(table: str, published: str = "2025-03-04") -> list[Claim]:
    found = extract(article(f"The zoo counts.\n\n{table}", "zoo.md", day=published))
    return [claim for claim in found if claim.sentence.startswith("|")]


def _day(claims: list[Claim], words: str) -> tuple[str | None, str | None] | None:
    period = next(claim.period for claim in claims if claim.value and claim.value.surface == words)
    return (period.start, period.end) if period else None


YEARS = """
| Year | Visitors |
|---|---|
| 2021 | 4,100 |
| **2022** | 4,600 |
| Total | 8,700 |
"""


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("4,100", ("2021-01-01", "2021-12-31")),
        ("4,600", ("2022-01-01", "2022-12-31")),
        ("8,700", ("2021-01-01", "2022-12-31")),
    ],
)
def test_a_row_may_be_a_time_and_the_total_covers_all_rows(words: str, days: tuple[str, str]) -> None:
    assert _day(_claims(YEARS), words) == days


def test_the_total_says_what_its_time_was_read_from() -> None:
    total = next(claim for claim in _claims(YEARS) if claim.value and claim.value.surface == "8,700")
    assert total.period is not None
    assert (total.period.text, total.period.resolved_from) == ("2021 to 2022", "the rows of the table")


def test_a_row_of_a_month_takes_the_year_of_its_column() -> None:
    claims = _claims("| Month | 2023 | 2024 |\n|---|---|---|\n| January | 410 | 460 |")
    assert _day(claims, "410") == ("2023-01-01", "2023-01-31")
    assert _day(claims, "460") == ("2024-01-01", "2024-01-31")


def test_the_column_dates_the_rows_of_things() -> None:
    claims = _claims("| Animal | 2023 |\n|---|---|\n| Bears | 41 |\n| Total | 41 |")
    assert {_day([claim], claim.value.surface) for claim in claims if claim.value} == {
        ("2023-01-01", "2023-12-31")
    }


@pytest.mark.parametrize("label", ["Bears of 2021", "Room 2021", "Bears", "Second half of the house"])
def test_a_row_that_only_holds_a_year_is_no_time(label: str) -> None:
    assert _day(_claims(f"| Thing | Count |\n|---|---|\n| {label} | 410 |"), "410") is None


def test_two_tables_do_not_share_their_rows() -> None:
    claims = _claims(YEARS + "\nThen came the rest.\n\n| Animal | Count |\n|---|---|\n| Total | 77 |")
    assert _day(claims, "77") is None


def _boxes(rows: str) -> str:
    return f"| Unit | Boxes |\n|---|---|\n{rows}\n"


def test_a_total_that_the_text_dates_and_attributes_speaks_for_its_own_table_only() -> None:
    first = _boxes("| Aviary | 3,100 |\n| Bears | 1,400 |\n| Total | 4,500 |")
    second = _boxes("| Nursery | 210 |\n| Kiosk | 190 |\n| Total | 400 |")
    claims = _claims(
        f"The union said 4,500 boxes were sold in 2024.\n\n{first}\nVisitors came too.\n\n{second}"
    )
    dated = {claim.value.surface for claim in claims if claim.value and claim.period}
    named = {claim.value.surface for claim in claims if claim.value and claim.attribution}
    assert dated == named == {"3,100", "1,400", "4,500"}


WEEKS = """
The week of 2 June 2025 was quiet.

| Gate | Monday |
|---|---|
| North | 410 |

The week of 9 June 2025 was not.

| Gate | Monday |
|---|---|
| North | 960 |
"""


@pytest.mark.parametrize(("words", "day"), [("410", "2025-06-02"), ("960", "2025-06-09")])
def test_a_weekday_above_a_column_is_of_the_week_before_its_own_table(words: str, day: str) -> None:
    assert _day(_claims(WEEKS, "2025-06-20"), words) == (day, day)


def test_the_line_that_leads_to_a_table_may_date_it() -> None:
    text = (
        "# Wells\n\nThe wells of Dalby are low.\n\n"
        "Stocks on 1 September 2025:\n\nWell | Water (m³)\nElm | 90\nOak | 40\n"
    )
    cells = [claim for claim in extract(from_text(text, "a.txt")) if "row" in claim.scope]
    assert [(claim.period.start, claim.period.end) for claim in cells if claim.period] == [
        ("2025-09-01", "2025-09-01")
    ] * 2
