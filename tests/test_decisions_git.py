"""Ledgers are merged by git without a conflict, and mean the same in whatever order their lines come."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from reconcile.decisions import Decision, Ledger, read_ledgers
from reconcile.decisions.fold import fold

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def _git(folder: Path, *arguments: str) -> str:
    who = {f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    run = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=os.environ | who | alone,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def _decide(repository: Path, reviewer: str, *actions: str) -> None:
    ledger = Ledger(repository / ".reconcile", reviewer)
    for action in actions:
        target = fold(ledger).undoable(reviewer) if action == "undo" else None
        ledger.append(
            Decision(action, group="g", title="Wells: how many?", target=target.id if target else None)
        )
    _git(repository, "add", "--all")
    _git(repository, "commit", "-qm", f"{reviewer} decides")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    _git(tmp_path, "init", "-q", "-b", "main")
    _decide(tmp_path, "Ann", "skip")
    return tmp_path


def test_ledgers_of_two_reviewers_merge_without_conflict(repository: Path) -> None:
    _git(repository, "checkout", "-qb", "bob")
    _decide(repository, "Bob", "neither", "undo", "stands")
    _git(repository, "checkout", "-q", "main")
    _decide(repository, "Ann", "stands")
    _git(repository, "merge", "-q", "bob", "-m", "merge")
    ledgers, notices = read_ledgers(repository / ".reconcile")
    assert notices == ()
    in_force = fold(d for ledger in ledgers for d in ledger).in_force
    assert sorted((d.reviewer, d.action) for d in in_force) == [
        ("Ann", "skip"),
        ("Ann", "stands"),
        ("Bob", "stands"),
    ]


def test_one_reviewer_on_two_machines_merges_without_conflict(repository: Path) -> None:
    _git(repository, "checkout", "-qb", "laptop")
    _decide(repository, "Ann", "stands", "undo", "neither")
    _git(repository, "checkout", "-q", "main")
    _decide(repository, "Ann", "both_hold")
    both = [Ledger(repository / ".reconcile", "Ann").decisions]
    _git(repository, "merge", "-q", "laptop", "-m", "merge")
    merged = Ledger(repository / ".reconcile", "Ann")
    _git(repository, "checkout", "-q", "laptop")
    both.append(Ledger(repository / ".reconcile", "Ann").decisions)
    assert merged.notices == ()
    assert fold(merged) == fold([*both[0], *both[1]]) == fold([*both[1], *both[0]])
    assert [d.action for d in fold(merged).in_force].count("skip") == 1
    assert {d.action for d in fold(merged).in_force} == {"skip", "neither", "both_hold"}


def test_the_rule_for_git_is_made_once_and_left_alone(repository: Path) -> None:
    rules = repository / ".reconcile" / ".gitattributes"
    assert "decisions/*.jsonl" in rules.read_text() and "merge=union" in rules.read_text()
    rules.write_text("# mine\n")
    _decide(repository, "Ann", "stands")
    assert rules.read_text() == "# mine\n"
