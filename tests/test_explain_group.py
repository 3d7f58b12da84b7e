"""``reconcile check --explain GROUP`` shows every claim, what made each two one question, and every gate."""

import json
from pathlib import Path

import pytest

from reconcile import cli
from reconcile.compare import TABLE

GAZETTE = "The storm killed 14 people in Lindavia in March 2024.\n"
HERALD = "The storm killed 61 people in Lindavia in March 2024.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    return tmp_path


def _group(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    cli.main(["check", str(folder), "--format", "json"])
    groups = json.loads(capsys.readouterr().out)["groups"]
    return str(next(group["id"] for group in groups if group["verdict"] == "conflict"))


def test_claims_fit_and_gates_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    group = _group(folder, capsys)
    assert cli.main(["check", str(folder), "--explain", group[:6]]) == 1
    shown = capsys.readouterr().out
    for words in (group, "[14 people]", "[61 people]", "A and B  CONFLICT", "2 sources, 2 origins"):
        assert words in shown
    for facet, _ in TABLE:
        assert facet in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_waterfall_adds_up(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    group = _group(folder, capsys)
    cli.main(["check", str(folder), "--explain", group, "--format", "json"])
    pair = json.loads(capsys.readouterr().out)["pairs"][0]
    assert 0.5 < sum(effect for _, effect in pair["fit"]) <= 1.001
    assert pair["fit"][0][0] == "measure"


@pytest.mark.parametrize("wanted", ["zzz", ""])
def test_an_unknown_group_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str], wanted: str) -> None:
    assert cli.main(["check", str(folder), "--explain", wanted]) == 2
    written = capsys.readouterr()
    assert not written.out
    assert written.err.count("\n") == 1 and "no group" in written.err
