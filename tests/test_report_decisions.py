"""The report says what reviewers decided: who, when, why, and what is left to decide."""

import json
from pathlib import Path

import pytest

from reconcile import cli
from reconcile.decisions import read_ledgers, review
from reconcile.report.build import build
from reconcile.report.document import Report
from reconcile.report.reviews import decided
from reconcile.result import Reconciliation
from tests import reports
from tests.decided import claim_of, session, story, the_group

_STORY = {
    "a.txt": [("Lindau", "steel output", 410.0, 2023), ("Aster", "coal output", 90.0, 2023)],
    "b.txt": [("Lindau", "steel output", 870.0, 2023), ("Aster", "coal output", 900.0, 2023)],
}


@pytest.fixture
def result() -> Reconciliation:
    return story(_STORY)


def _report(result: Reconciliation, workspace: Path) -> tuple[Reconciliation, Report]:
    ledgers, _ = read_ledgers(workspace)
    found = review(result, ledgers)
    return found.result, build(found.result, decided=decided(found))


def _decide(result: Reconciliation, workspace: Path, who: str, action: str, **more: object) -> None:
    group = the_group(result, "steel output")
    session(result, workspace, who).decide(group.id, action, **more)  # type: ignore[arg-type]


def test_without_a_workspace_nothing_is_said_of_decisions(result: Reconciliation) -> None:
    report = build(result)
    assert report.reviewers is None and not any(item.review for item in report.items)
    assert "No decisions were read" in reports.written(result, "html", report)


def test_a_decided_conflict_names_reviewer_time_and_note(result: Reconciliation, tmp_path: Path) -> None:
    right = claim_of(result, "a.txt", 410).id
    _decide(result, tmp_path, "Ann", "stands", chosen=[right], note="the ministry <confirms> it")
    anew, report = _report(result, tmp_path)
    item = next(item for item in report.conflicts if "steel" in item.title)
    assert item.review and item.review.ruling
    letter = next(of.letter for of in item.statements if of.claim == right)
    ruling = item.review.ruling
    assert (item.review.state, ruling.reviewer, ruling.text) == ("done", "Ann", f"{letter} stands")
    assert ruling.note == "the ministry <confirms> it" and ruling.at.endswith("Z")
    assert report.summary.open_conflicts == 1 and report.summary.decided == 1
    assert [of.item for of in report.open_items if of.kind == "undecided"] == [
        of.number for of in report.conflicts if of is not item
    ]
    # What is decided matters less than what is open.
    assert report.summary.most_important[-1] == item.number
    for form in ("html", "md"):
        text = reports.written(anew, form, report)
        assert "Ann" in text and f"decided: {letter} stands" in text
        assert "the ministry &lt;confirms&gt; it" in text and ruling.at[:4] in text
    sarif = json.loads(reports.written(anew, "sarif", report))["runs"][0]["results"]
    assert [bool(of.get("suppressions")) for of in sarif if "steel" in of["message"]["text"]] == [True, True]
    github = reports.written(anew, "github", report).splitlines()
    assert [line[:8] for line in github if "steel" in line] == ["::notice", "::notice"]


def test_reviewers_who_differ_leave_it_open(result: Reconciliation, tmp_path: Path) -> None:
    _decide(result, tmp_path, "Ann", "neither")
    _decide(result, tmp_path, "Bo", "both_hold", facet="scope")
    anew, report = _report(result, tmp_path)
    item = next(item for item in report.conflicts if "steel" in item.title)
    assert item.review and item.review.state == "disputed"
    assert {of.reviewer for of in item.review.rulings} == {"Ann", "Bo"}
    assert ("disputed", item.number) in {(of.kind, of.item) for of in report.open_items}
    assert report.summary.open_conflicts == 2
    text = reports.written(anew, "md", report)
    assert "reviewers differ" in text and "both hold, they differ on scope" in text


def test_claims_kept_apart_are_told_among_the_changes(result: Reconciliation, tmp_path: Path) -> None:
    _decide(
        result,
        tmp_path,
        "Ann",
        "wrong_match",
        chosen=[claim_of(result, "b.txt", 870).id],
        note="another mill",
    )
    anew, report = _report(result, tmp_path)
    assert not any("steel" in item.title for item in report.conflicts)
    (change,) = report.changes
    assert (change.reviewer, change.action, change.note) == ("Ann", "wrong_match", "another mill")
    assert "870 t" in change.text
    for form in ("html", "md"):
        assert "another mill" in reports.written(anew, form, report)


def test_a_decision_on_what_is_gone_is_an_open_item(result: Reconciliation, tmp_path: Path) -> None:
    _decide(result, tmp_path, "Ann", "neither")
    _, report = _report(story({"c.txt": _STORY["a.txt"][1:], "d.txt": _STORY["b.txt"][1:]}), tmp_path)
    assert [of.kind for of in report.open_items if "Ann" in of.text] == ["orphaned"]


def test_the_command_reads_the_workspace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, tonnes in (("a.txt", 410), ("b.txt", 870)):
        text = f"The steel mill of Lindau produced {tonnes} tonnes of steel in 2023.\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    inputs = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    workspace = tmp_path / "kept"
    out = tmp_path / "report.json"
    arguments = ["report", *inputs, "-o", str(out), "--workspace", str(workspace)]
    assert cli.main(arguments) == cli.CONFLICTS
    document = json.loads(out.read_text(encoding="utf-8"))
    assert document["reviewers"] is None

    import claims
    import reconcile

    result = reconcile.reconcile(claims.load_all(inputs)[0])
    group = the_group(result)
    session(result, workspace).decide(group.id, "neither")
    assert cli.main([*arguments, "--title", "Steel"]) == cli.OK
    document = json.loads(out.read_text(encoding="utf-8"))
    assert (document["title"], document["reviewers"]) == ("Steel", ["Ann"])
    assert document["conflicts"][0]["review"]["state"] == "done"
    capsys.readouterr()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["-o", "report.pdf"], "names no format"),
        (["-o", "a.txt"], "is one of the inputs"),
        (["--format", "docx"], "Invalid value for '--format'"),
        (["-o", "nowhere/report.html"], "does not exist"),
    ],
)
def test_what_cannot_be_written_is_one_line_before_the_work(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Lindau produced 410 tonnes of steel in 2023.", encoding="utf-8")
    assert cli.main(["report", "a.txt", *arguments]) == cli.INPUT_ERROR
    assert words in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]
