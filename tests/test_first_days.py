"""Figures dated by what opened, by how long an event lasted and by what a count began with."""

from pathlib import Path

import pytest

from claims import extract, load


def days(tmp_path: Path, text: str, surface: str) -> str:
    path = tmp_path / "story.txt"
    path.write_text(f"The Daily\n3 March 2025\n\n{text}\n", encoding="utf-8")
    found = [it for it in extract(load(path)) if it.value is not None and it.value.surface == surface]
    period = found[0].period
    return f"{period.start}..{period.end}" if period is not None else ""


@pytest.mark.parametrize(
    ("text", "surface", "told"),
    [
        (
            "The museum opened on 3 February. It sold 4,000 tickets in its first week.",
            "4,000 tickets",
            "2025-02-03..2025-02-09",
        ),
        (
            "The tunnel will open on 5 May 2026. The council expects 900 cars a day in the first year.",
            "900 cars a day",
            "2026-05-05..2027-05-04",
        ),
        (
            "The pool opened on 31 January. In its first month the pool sold 400 tickets.",
            "400 tickets",
            "2025-01-31..2025-02-28",
        ),
        ("The museum sold 4,000 tickets in its first week.", "4,000 tickets", ""),
        (
            "The pool opened on 31 January. It had 12 staff in the first week of March 2024.",
            "12 staff",
            "2024-03-01..2024-03-07",
        ),
        (
            "The strike ended on 2 February after nine days. Some 400 trains were cancelled.",
            "Some 400 trains",
            "2025-01-24..2025-02-02",
        ),
        (
            "An epidemic that lasted two weeks ended in Elm on 2 February. It killed 97 people.",
            "97 people",
            "2025-01-19..2025-02-02",
        ),
        (
            "Measles has killed 57 people since the first patient fell ill on 3 February, it said on Sunday.",
            "57 people",
            "2025-02-03..2025-03-02",
        ),
        (
            "The blaze has destroyed 40 homes since it broke out on 20 February, the brigade said on Sunday.",
            "40 homes",
            "2025-03-02..2025-03-02",
        ),
    ],
)
def test_a_figure_holds_from_what_its_text_counts_from(
    tmp_path: Path, text: str, surface: str, told: str
) -> None:
    assert days(tmp_path, text, surface) == told


def test_a_table_of_cases_is_of_the_days_of_the_outbreak(tmp_path: Path) -> None:
    lead = "An epidemic that had lasted two weeks ended in Norland on 2 February."
    table = "| District | Cases |\n|---|---|\n| Elm | 400 |\n| Ash | 300 |"
    path = tmp_path / "story.md"
    path.write_text(f"# Norland\n\n3 March 2025\n\n{lead}\n\n{table}\n", encoding="utf-8")
    cells = [it for it in extract(load(path)) if "column" in it.scope]
    assert {(it.period.start, it.period.end) for it in cells if it.period} == {("2025-01-19", "2025-02-02")}
