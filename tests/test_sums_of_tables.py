"""Tables whose last row or last column is the sum of the others, called a total or only printed so."""

import pytest

from claims.sources import from_text
from reconcile import reconcile

ROW_IN_BOLD = """# Beds by island

| Island | Beds |
|---|---|
| Arholm | 418 |
| Brenna | 265 |
| Corra | 192 |
| Dunsk | 131 |
| **{name}** | **{last}** |
"""

COLUMN = """# On the lake

| | Guests | Crew | {name} |
|---|---|---|---|
| Morning | 214 | 31 | 245 |
| Evening | 187 | 24 | {last} |
"""


def _sums(table: str) -> list[str]:
    checks = reconcile([from_text(table, "a.md")]).checks
    return [f"{check.verdict}: {check.text.partition(' (')[0]}" for check in checks if "+" in check.text]


@pytest.mark.parametrize(
    ("name", "last", "found"),
    [
        ("The four islands", "1,006", "consistent: 418 + 265 + 192 + 131 = 1,006, printed 1,006"),
        ("The four islands", "1,060", "inconsistent: 418 + 265 + 192 + 131 = 1,006, but printed 1,060"),
        ("Average", "1,060", None),  # no sum by its name
        ("Eskil", "600", None),  # nor by its size: the row that the text is about
    ],
)
def test_a_last_row_in_bold_is_a_total_where_it_is_near_one(name: str, last: str, found: str | None) -> None:
    told = _sums(ROW_IN_BOLD.format(name=name, last=last))
    assert [text.replace(" (1,006 to 1,006)", "") for text in told] == ([found] if found else [])


@pytest.mark.parametrize(
    ("name", "last", "found"),
    [
        ("Total", "211", ["consistent: 214 + 31 = 245", "consistent: 187 + 24 = 211"]),
        ("Total", "221", ["consistent: 214 + 31 = 245", "inconsistent: 187 + 24 = 211"]),
        ("Seats", "221", []),
    ],
)
def test_a_column_of_totals(name: str, last: str, found: list[str]) -> None:
    told = _sums(COLUMN.format(name=name, last=last))
    assert sorted(text.partition(", ")[0] for text in told) == sorted(found)


def test_a_column_of_totals_that_fits_nowhere_is_one_of_something_else() -> None:
    assert not _sums(COLUMN.format(name="Total", last="221").replace("| 245 |", "| 255 |"))
