"""A process that is killed while it writes loses nothing that it reported as saved."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.decisions import Ledger, read_ledgers

ROUNDS = 220

# A process of its own, small and without threads, forks one writer a round and kills it at a random moment.
# The writer reports an id only when ``append`` has returned. The disk is slow and takes some hundred bytes
# at a time, so that many writes are cut; most rounds do without fsync, which a kill makes no difference to.
_DRIVER = """
import json, os, random, signal, sys, time
from reconcile.decisions import Decision, Ledger

workspace, rounds = sys.argv[1], int(sys.argv[2])
dice = random.Random(20)
told, notices = [], []

def write(pipe):
    ledger = Ledger(workspace, f"Ann {round % 5}")
    whole = os.write
    os.write(pipe, json.dumps(ledger.notices).encode() + b"\\n")
    os.write = lambda handle, data: time.sleep(0.0002) or whole(handle, data[:300])
    if round % 8:
        os.fsync = lambda handle: None
    while True:
        made = ledger.append(Decision("note", group="g", note="x" * dice.choice((10, 1_000, 5_000))))
        whole(pipe, json.dumps([made.id, made.clock]).encode() + b"\\n")

for round in range(rounds):
    dice.seed(round)
    source, pipe = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(source)
        write(pipe)
    os.close(pipe)
    with os.fdopen(source, "rb") as stream:
        notices += json.loads(stream.readline())
        told += [json.loads(stream.readline()) for _ in range(dice.randrange(4))]
        time.sleep(dice.random() * 0.006)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += [json.loads(line) for line in stream.read().split(b"\\n")[:-1]]
heavy = [name for name in ("spacy", "pandas") if name in sys.modules]
print(json.dumps({"told": told, "notices": notices, "heavy": heavy}))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_every_reported_decision_is_there_after_kills_at_random_moments(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", _DRIVER, str(tmp_path), str(ROUNDS)],
        capture_output=True,
        check=True,
        timeout=120,
    )
    found = json.loads(run.stdout)
    assert found["heavy"] == []
    assert len(found["told"]) > ROUNDS and len(found["notices"]) > ROUNDS / 20  # many writes were cut
    clocks = {}
    for who in range(5):
        last = Ledger(tmp_path, f"Ann {who}")
        for line in last.path.read_bytes().splitlines():
            json.loads(line)  # nothing was glued together
        assert len({decision.clock for decision in last}) == len(last.decisions)
        clocks.update({decision.id: decision.clock for decision in last})
    assert [saved for saved in found["told"] if clocks.get(saved[0]) != saved[1]] == []
    assert read_ledgers(tmp_path)[1] == ()  # whatever was cut short was moved aside
