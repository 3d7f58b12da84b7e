"""``reconcile cite``: from files to files, safely, with what reviewers decided."""

import csv
import json
from pathlib import Path

import pytest

from reconcile import cli
from reconcile.citations import citations
from reconcile.citations.formats import FORMATS
from reconcile.decisions import Ledger, Session
from reconcile.selectors import find
from tests import reports
from tests.citing import FIRST, HOSTILE, SECOND, THIRD, result

ENDINGS = {
    "csv": "csv",
    "md": "md",
    "xlsx": "xlsx",
    "html": "html",
    "csl": "json",
    "biblatex": "bib",
    "ris": "ris",
}
ENDINGS |= {"annotations": "jsonld"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in (("first.md", FIRST), ("second.md", SECOND), ("third.txt", THIRD)):
        (made / name).write_text(text, encoding="utf-8")
    return made


def _cite(*arguments: object) -> int:
    return cli.main(["cite", *map(str, arguments)])


def test_every_format_is_written_by_the_ending_of_the_file(folder: Path, tmp_path: Path) -> None:
    assert ENDINGS.keys() == set(FORMATS)
    for ending in ENDINGS.values():
        target = tmp_path / f"out.{ending}"
        assert _cite(folder, "-o", target) == cli.OK
        assert target.stat().st_size > 500


def test_without_a_file_the_table_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _cite(folder) == cli.OK
    assert capsys.readouterr().out.startswith("claim,question,verdict")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "x.pdf"], "no format ends like this"),
        (["--format", "xlsx"], "name a file to write to"),
        (["--group", "zzz"], "no group has an id that begins"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    folder: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _cite(folder, *arguments) == cli.INPUT_ERROR
    assert said in capsys.readouterr().err


def test_no_input_is_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _cite(folder, "-o", folder / "first.md") == cli.INPUT_ERROR
    assert (folder / "first.md").read_text(encoding="utf-8") == FIRST
    assert "one of the inputs" in capsys.readouterr().err


def test_what_was_decided_stands_in_the_table(tmp_path: Path) -> None:
    session = Session(result(), Ledger(tmp_path, "Kim"))
    group = next(group for group in result().groups if group.verdict == "conflict")
    session.decide(group.id, "stands", chosen=(group.claims[0],), note="=cmd|x")
    rows = citations(session.review.result, session.review, scope="decided")
    decisions = {row.claim: row.decision for row in rows}
    assert decisions[group.claims[0]] == "stands"
    assert {decisions[claim] for claim in group.claims[1:]} == {"does not stand"}
    assert {(row.reviewer, row.note) for row in rows} == {("Kim", "=cmd|x")}
    assert all(row.decided for row in rows)


def test_the_command_reads_decisions(folder: Path, tmp_path: Path) -> None:
    import reconcile
    from claims.sources import load_all

    workspace = tmp_path / "work"
    found = reconcile.reconcile(load_all([folder])[0])
    group = next(group for group in found.groups if group.verdict == "conflict")
    Session(found, Ledger(workspace, "Kim")).decide(group.id, "neither")
    target = tmp_path / "out.csv"
    assert _cite(folder, "--claims", "decided", "--workspace", workspace, "-o", target) == cli.OK
    with target.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert {row["claim"] for row in rows} == set(group.claims)
    assert {row["decision"] for row in rows} == {"neither"}


def test_a_hostile_name_and_text_stay_text(tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    (folder / "<script>alert(1)<").mkdir(parents=True)  # with "/script>.txt", the name of the file
    (folder / HOSTILE).write_text(THIRD, encoding="utf-8")
    (folder / "first.md").write_text(FIRST, encoding="utf-8")
    for form, ending in ENDINGS.items():
        target = tmp_path / f"out.{ending}"
        assert _cite(folder, "--format", form, "-o", target) == cli.OK
        written = target.read_bytes()
        if form == "xlsx":
            continue
        assert b"\x1b" not in written
        if form == "html":
            assert b"<script" not in written and b"<img" not in written
        if form in ("csl", "annotations"):
            json.loads(written)


def _edited(text: str) -> str:
    """Insert a paragraph in the middle and change one word after a third of the text."""
    middle = text.index("\n\n", len(text) // 2)
    text = f"{text[:middle]}\n\nA boat with 12 people sank on Monday, says the coast guard.{text[middle:]}"
    word = text.index(" the ", len(text) // 3)
    return f"{text[:word]} that {text[word + 5 :]}"


def test_quotes_are_found_after_the_source_was_edited_elsewhere() -> None:
    result = reports.seeds()
    texts = {source.name: source.text for source in result.sources}
    rows = citations(result)
    right = 0
    for row in rows:
        edited = _edited(texts[row.work.name])
        place = find(row.selector, edited)
        around = texts[row.work.name][row.selector.start : row.selector.end + 20]
        right += place is not None and edited[place[0] : place[0] + len(around)] == around
    assert right >= 0.95 * len(rows)


@pytest.mark.parametrize("command", ["report", "cite"])
def test_what_the_tool_wrote_is_no_source(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main([command, str(folder), "-o", str(folder / "out.html")])
    capsys.readouterr()
    assert cli.main(["sources", str(folder)]) == cli.INPUT_ERROR
    shown = capsys.readouterr()
    assert "was written by reconcile and is no source" in shown.err
    assert "first.md" in shown.out
