"""The citations table: a row for each claim, whole and safe to open, as CSV and as a workbook."""

import csv
import io
import re

import pytest
from openpyxl import load_workbook

from reconcile.citations import UnknownGroup, citations, render
from reconcile.citations.table import COLUMNS
from tests.citing import HOSTILE, result, rows, sources

TEXTS = {source.name: source.text for source in sources()}


def _csv() -> list[dict[str, str]]:
    written = render(rows(), "csv")
    assert isinstance(written, str)
    return list(csv.DictReader(io.StringIO(written, newline="")))


def test_every_claim_has_a_row() -> None:
    assert [row["claim"] for row in _csv()] == [claim.id for claim in result().claims]


def test_every_quote_stands_at_its_place_with_its_surroundings() -> None:
    for row in rows():
        text, at = TEXTS[row.work.name], row.selector
        assert text[at.start : at.end] == at.exact
        assert (at.prefix + at.exact + at.suffix) in text


def test_the_table_holds_the_same_quotes() -> None:
    for line, row in zip(_csv(), rows(), strict=True):
        assert (line["start"], line["end"]) == (str(row.selector.start), str(row.selector.end))
        assert line["quote"].removeprefix("'").replace("\\x1b", "\x1b") == row.selector.exact


def test_a_row_says_what_is_known_of_value_period_and_source() -> None:
    line = next(
        line for line in _csv() if line["as_written"].startswith("41,200") and line["source"] == "first.md"
    )
    wanted = {
        "low": "41200",
        "high": "41200",
        "unit": "count",
        "counted": "passengers",
        "hedge": "exact",
        "period_start": "2024-01-01",
        "period_end": "2024-12-31",
        "modality": "reported",
        "polarity": "affirmed",
        "publisher": "The Harbour Gazette",
        "published": "2025-03-04",
        "published_evidence": "front matter: published",
        "modified": "2025-03-06",
        "modified_evidence": "front matter: modified",
        "accessed": "2025-04-01",
        "url": "https://example.org/news/ferry?id=3&lang=en",
        "verdict": "conflict",
        "locator": "line 12",
        "not_the_original": "",
    }
    assert {name: line[name] for name in wanted} == wanted
    assert line["link"].startswith(line["url"] + "#:~:text=")
    assert len(line["text_sha256"]) == 64


def test_a_translation_is_marked_and_has_no_link_to_words_of_the_original() -> None:
    lines = [line for line in _csv() if line["source"] == "second.md"]
    assert lines
    assert {line["not_the_original"] for line in lines} == {"translated from Der Küstenbote"}
    assert {line["link"] for line in lines} == {""}


def test_no_cell_of_text_can_be_taken_for_a_formula() -> None:
    numbers = {"low", "high", "start", "end"}
    shown = [cell for line in _csv() for name, cell in line.items() if name not in numbers]
    assert not [cell for cell in shown if re.match(r"\s*[=+\-@]", cell)]
    assert [cell for cell in shown if cell.startswith(("'+", "'="))]


def test_hidden_characters_are_shown_as_escapes() -> None:
    written = render(rows(), "csv")
    assert isinstance(written, str)
    assert "\x1b" not in written and HOSTILE in written


def test_the_workbook_holds_the_same_as_text_and_numbers() -> None:
    written = render(rows(), "xlsx")
    assert isinstance(written, bytes)
    sheet = load_workbook(io.BytesIO(written))["citations"]
    head, *body = sheet.iter_rows()
    assert [cell.value for cell in head] == list(COLUMNS)
    assert len(body) == len(rows())
    for cells, row in zip(body, rows(), strict=True):
        assert not [cell for cell in cells if cell.data_type == "f"]
        found = dict(zip(COLUMNS, cells, strict=True))
        assert found["start"].value == row.selector.start
        assert found["quote"].data_type == "s"
        assert found["low"].value == row.low


def test_a_workbook_is_the_same_on_every_day() -> None:
    assert render(rows(), "xlsx") == render(rows(), "xlsx")


@pytest.mark.parametrize("scope", ["all", "grouped", "conflicts", "decided"])
def test_a_part_of_the_claims_can_be_cited(scope: str) -> None:
    found = citations(result(), scope=scope)  # type: ignore[arg-type]
    assert {row.claim for row in found} <= {row.claim for row in rows()}
    if scope == "grouped":
        assert found and all(row.group for row in found)
    if scope == "conflicts":
        assert found and {row.verdict for row in found} <= {
            "conflict",
            "possible_conflict",
            "internal_inconsistency",
        }
    if scope == "decided":
        assert not found


def test_one_group_can_be_cited() -> None:
    group = result().groups[0]
    assert [row.claim for row in citations(result(), group=group.id[:6])] == list(group.claims)


@pytest.mark.parametrize("wanted", ["zz", ""])
def test_a_group_that_is_not_there_is_an_error(wanted: str) -> None:
    with pytest.raises(UnknownGroup, match="no group"):
        citations(result(), group=wanted)
