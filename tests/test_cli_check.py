"""``reconcile check`` and ``reconcile claims`` from files to output, and what they say about bad input."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile import cli

GAZETTE = """---
title: Harbour reopens
publisher: The Gazette
published: 2025-03-04
---
The storm killed 14 people in Lindavia in March 2024.

The port of Lindavia handled 230,000 tonnes of grain in 2024.
"""
HERALD = """---
title: After the storm
publisher: The Herald
published: 2025-03-05
---
The storm killed 61 people in Lindavia in March 2024.

The port of Lindavia handled 230,000 tonnes of grain in 2024.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gazette.md").write_text(GAZETTE, encoding="utf-8")
    (tmp_path / "herald.md").write_text(HERALD, encoding="utf-8")
    return tmp_path


def _agreeing(folder: Path) -> Path:
    (folder / "herald.md").write_text(HERALD.replace("61", "14"), encoding="utf-8")
    return folder


def test_a_conflict_is_shown_with_both_sides_and_is_status_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(folder)]) == 1
    written = capsys.readouterr()
    assert not written.err
    assert "\x1b" not in written.out
    conflicts = written.out[written.out.index("CONFLICTS") :]
    for words in ("[14 people]", "[61 people]", "The Gazette · 4 March 2025", "The Herald · 5 March 2025"):
        assert words in conflicts
    assert max(map(len, written.out.splitlines())) <= 80


def test_agreement_is_status_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(_agreeing(folder))]) == 0
    assert "no conflict found" in capsys.readouterr().out


def test_json_has_the_documented_keys(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(folder), "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert {"schema_version", "sources", "claims", "groups", "checks", "problems"} <= set(document)
    assert cli.main(["claims", str(folder), "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert set(listed) == {"schema_version", "sources", "claims", "problems"}
    assert listed["claims"] == document["claims"]


def test_the_order_of_the_paths_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [str(folder / "gazette.md"), str(folder / "herald.md")]
    seen = set()
    for arguments in (paths, paths[::-1], [str(folder)]):
        cli.main(["check", *arguments])
        seen.add(capsys.readouterr().out)
    assert len(seen) == 1


def test_standard_input_is_a_source(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO((folder / "herald.md").read_bytes()))
    (folder / "herald.md").unlink()
    monkeypatch.setattr("sys.stdin", stdin)
    cli.main(["claims", "-", str(folder)])
    assert "stdin" in capsys.readouterr().out


def test_claims_are_a_table_with_a_line_each(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["claims", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["source", "id", "kind"]
    assert any("230,000 t" in line and "2024" in line and line.startswith("gazette.md") for line in lines)


def test_the_output_file_holds_what_would_have_been_printed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["check", str(folder)])
    printed = capsys.readouterr().out
    target = tmp_path / "out" / "report.txt"
    target.parent.mkdir()
    assert cli.main(["check", str(folder), "--output", str(target)]) == 1
    assert target.read_text(encoding="utf-8") == printed
    assert not capsys.readouterr().out


@pytest.mark.parametrize("target", ["gazette.md", "./herald.md", ".", "missing/out.txt"])
def test_an_output_that_is_refused_is_one_line_and_status_2(
    folder: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert cli.main(["check", str(folder), "--output", str(folder / target)]) == 2
    written = capsys.readouterr()
    assert written.err.count("\n") == 1
    assert not written.out
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


BAD_INPUT = {
    "empty file": ("empty.txt", b""),
    "binary noise": ("noise.txt", bytes(range(256)) * 40),
    "only blanks": ("blank.md", b" \n\n\t\n"),
}


@pytest.mark.parametrize("case", sorted(BAD_INPUT))
def test_what_cannot_be_read_is_one_line_and_the_rest_is_still_read(
    folder: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name, data = BAD_INPUT[case]
    (folder / name).write_bytes(data)
    assert cli.main(["check", str(folder)]) == 2
    written = capsys.readouterr()
    assert written.err.count("\n") == 1
    assert name in written.err
    assert "[61 people]" in written.out
    assert name in written.out[written.out.index("READING") :]


@pytest.mark.parametrize("paths", [["nowhere.txt"], ["nowhere.txt", "nothing-here"]])
@pytest.mark.parametrize("command", ["check", "claims"])
def test_nothing_readable_is_a_line_for_each_path(
    tmp_path: Path, command: str, paths: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nothing-here").mkdir()
    assert cli.main([command, *(str(tmp_path / path) for path in paths)]) == 2
    assert capsys.readouterr().err.count("\n") == len(paths)


def test_problems_are_in_the_json_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["check", str(folder), str(folder / "nowhere.md"), "--format", "json"])
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [set(problem) for problem in problems] == [{"name", "cause", "advice"}]


def test_a_wrong_encoding_is_read_with_a_warning(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Die Brücke: The bridge in Müllerstadt cost 30 million euros — twice as much as in 2019. " * 3
    (folder / "latin.txt").write_bytes(text.encode("cp1252"))
    assert cli.main(["claims", str(folder)]) == 0
    written = capsys.readouterr()
    assert written.err.count("\n") == 1
    assert written.err.startswith("reconcile: warning: latin.txt: ")


def test_a_source_without_claims_is_said_and_is_no_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (_agreeing(folder) / "still.txt").write_text("Oh well. Such a day!\n")
    assert cli.main(["check", str(folder)]) == 0
    written = capsys.readouterr()
    assert written.err == "reconcile: warning: still.txt: holds no figure, date or checkable fact\n"
    assert "still.txt: holds no figure" in written.out


def test_hostile_text_reaches_the_output_as_escapes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hostile = HERALD.replace("in Lindavia", "in [sic] \x1b[31mLindavia\x07\u202e", 1).replace(
        "The Herald", "\x1b]0;x\x07"
    )
    (folder / "herald.md").write_text(hostile, encoding="utf-8")
    for command in (["check"], ["claims"], ["check", "--format", "json"], ["claims", "--format", "json"]):
        cli.main([*command, str(folder)])
        written = capsys.readouterr()
        for hidden in "\x1b\x07\u202e\x9b":
            assert hidden not in written.out + written.err


def test_a_very_long_line_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "long.txt").write_text("x" * 5_000_000)
    assert cli.main(["claims", str(tmp_path)]) in (0, 2)
    assert capsys.readouterr().err.count("\n") == 1


def test_json_is_utf_8_and_text_has_plain_signs_on_a_terminal_of_another_age(folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "reconcile", "claims", str(folder), "--format", "json"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert json.loads(run.stdout.decode("utf-8"))["claims"]
    run = subprocess.run(
        [sys.executable, "-m", "reconcile", "check", str(folder)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert b"CONFLICTS ---" in run.stdout
    assert b"The Gazette | 4 March 2025" in run.stdout


def test_progress_is_for_terminals_only(folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "reconcile", "check", str(folder)],
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert not run.stderr
