"""The same folder gives the same bytes: whatever the order of the files, the hash seed or the day."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import annotated
from tests.whole import ROOT

SEEDS = sorted(str(path) for path in (ROOT / "seeds").glob("[0-9]*.md"))
STRIKE = sorted(str(path) for path in (annotated.FOLDER / "dockers").glob("[0-9]*"))


def _output(paths: list[str], seed: str, folder: Path, zone: str) -> bytes:
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "reconcile", "check", *paths, "--format", "json"]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=folder, timeout=300, check=False)
    assert done.returncode == 1
    return done.stdout


@pytest.mark.parametrize("paths", [SEEDS, STRIKE], ids=["seeds", "strike"])
def test_order_hash_seed_and_time_zone_change_nothing(tmp_path: Path, paths: list[str]) -> None:
    first = _output(paths, "1", tmp_path, "UTC")
    assert first == _output(paths[::-1], "4", ROOT, "Pacific/Kiritimati")


def test_nothing_but_the_ledger_of_decisions_asks_what_day_it_is() -> None:
    ledger = ROOT / "reconcile" / "decisions" / "ledger.py"
    code = [
        path.read_text(encoding="utf-8")
        for name in ("claims", "reconcile")
        for path in (ROOT / name).rglob("*.py")
        if path != ledger
    ]
    assert not [text for text in code if ".today(" in text or ".now(" in text or "time.time(" in text]
