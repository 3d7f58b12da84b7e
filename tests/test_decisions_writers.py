"""Several processes write at once, into one ledger or several, and every record stays whole."""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from reconcile.decisions import Decision, Ledger, LedgerError, files, locks, read_ledgers

WRITERS, RECORDS = 4, 30

_WRITER = """
import sys
from reconcile.decisions import Decision, Ledger

workspace, reviewer, who, records = sys.argv[1:]
ledger = Ledger(workspace, reviewer)
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(records)):
    print(ledger.append(Decision("note", group="g", note=f"{who}-{number} " + "y" * 5000)).id)
"""


@pytest.mark.parametrize("reviewers", [["Ann"] * WRITERS, ["Ann", "Bob", "Cleo", "Dan"]])
def test_every_record_of_concurrent_writers_is_intact(tmp_path: Path, reviewers: list[str]) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(tmp_path), reviewer, str(who), str(RECORDS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for who, reviewer in enumerate(reviewers)
    ]
    for writer in writers:
        assert writer.stdout is not None and writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    told = [identifier for writer in writers for identifier in writer.communicate(timeout=60)[0].split()]
    ledgers, notices = read_ledgers(tmp_path)
    read = [decision for ledger in ledgers for decision in ledger]
    assert notices == () and [writer.returncode for writer in writers] == [0] * WRITERS
    assert sorted(decision.id for decision in read) == sorted(told) and len(told) == WRITERS * RECORDS
    said = {(decision.note or "").split()[0] for decision in read}
    assert said == {f"{who}-{number}" for who in range(WRITERS) for number in range(RECORDS)}
    for ledger in ledgers:  # in one ledger no two decisions are of the same moment
        clocks = [decision.clock for decision in ledger]
        assert clocks == sorted(set(clocks))


def test_a_process_that_was_stopped_while_it_writes_does_not_hang_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = Ledger(tmp_path, "Ann")
    first = ledger.append(Decision("note", group="g", note="first"))
    with ledger.path.open("rb") as held:
        locks.lock(held.fileno(), exclusive=True)
        monkeypatch.setattr(files, "lock", partial(locks.lock, patience=0.05))
        with pytest.raises(LedgerError, match="another process holds it"):
            ledger.append(Decision("note", group="g", note="second"))
        assert read_ledgers(tmp_path)[0][0].decisions == (first,)  # reading goes on
    assert ledger.append(Decision("note", group="g", note="third")).clock == 2


def test_what_another_process_wrote_meanwhile_comes_before(tmp_path: Path) -> None:
    one, other = Ledger(tmp_path, "Ann"), Ledger(tmp_path, "Ann")
    first = one.append(Decision("note", group="g", note="first"))
    second = other.append(Decision("note", group="g", note="second"))
    third = one.append(Decision("note", group="g", note="third"))
    assert [item.clock for item in (first, second, third)] == [1, 2, 3]
    assert one.decisions == (first, second, third)


def test_a_ledger_that_git_has_put_in_place_meanwhile_is_written_to(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, "Ann")
    first = ledger.append(Decision("note", group="g", note="first"))
    merged = Decision("note", reviewer="Ann", id="from-elsewhere", clock=7, group="g", note="merged").line()
    new = ledger.path.with_suffix(".new")
    new.write_bytes(merged + first.line())
    new.replace(ledger.path)
    last = ledger.append(Decision("note", group="g", note="last"))
    assert last.clock == 8
    lines = ledger.path.read_bytes().splitlines()
    assert [json.loads(line)["note"] for line in lines] == ["merged", "first", "last"]
    assert {item.note for item in ledger} == {"merged", "first", "last"}
