"""Ten thousand decisions on ten thousand groups: read, folded and applied in a moment; one more in less."""

from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from reconcile.decisions import Decision, Ledger, Session, anchor, read_ledgers, review
from reconcile.result import Group, Pair, Reconciliation
from tests.make import claim, exact, source

MANY = 10_000


@pytest.fixture(scope="module")
def result() -> Reconciliation:
    claims, groups = [], []
    for number in range(MANY):
        one = claim(f"a{number % 50:02}.txt", "Peru", f"output of mine {number}", exact(5.0, "t"))
        other = claim(f"b{number % 50:02}.txt", "Peru", f"output of mine {number}", exact(7.0, "t"))
        claims += [one, other]
        pair = Pair(one.id, other.id, "conflict", ())
        groups.append(
            Group(f"g{number:05}", f"Mine {number}", (one.id, other.id), "conflict", "high", (pair,))
        )
    sources = [source(name, "x") for name in sorted({claim.source for claim in claims})]
    return Reconciliation(tuple(sources), tuple(claims), tuple(groups), ())


def _decided(result: Reconciliation) -> list[Decision]:
    claims = {claim.id: claim for claim in result.claims}
    return [
        Decision(
            "stands",
            reviewer="Ann",
            id=f"{place:06}",
            clock=place,
            group=group.id,
            title=group.title,
            anchors=tuple(anchor(claims[claim], "") for claim in group.claims),
            chosen=group.claims[:1],
        )
        for place, group in enumerate(result.groups, 1)
    ]


def test_ten_thousand_decisions_are_folded_and_applied_in_under_a_second(
    result: Reconciliation, tmp_path: Path
) -> None:
    ledger = tmp_path / "decisions" / "Ann.jsonl"
    ledger.parent.mkdir()
    ledger.write_bytes(b"".join(decision.line() for decision in _decided(result)))
    ledgers, notices = read_ledgers(tmp_path)
    assert notices == () and len(ledgers[0].decisions) == MANY
    began = process_time()
    found = review(result, ledgers)
    took = process_time() - began
    assert {standing.state for standing in found.standings.values()} == {"done"}
    assert took < 1.0

    at_work = Session(result, Ledger(tmp_path, "Ann"))
    began = process_time()
    at_work.decide("g00500", "neither")
    took = process_time() - began
    assert at_work.standing("g00500").decision == at_work.undoable
    assert took < 0.4


def test_it_takes_little_longer_when_every_source_was_edited(result: Reconciliation) -> None:
    """No id is what it was: every claim is found by its words."""
    made = [
        replace(
            decision,
            anchors=tuple(replace(anchor, claim=f"old-{anchor.claim}") for anchor in decision.anchors),
            chosen=tuple(f"old-{claim}" for claim in decision.chosen),
        )
        for decision in _decided(result)
    ]
    began = process_time()
    found = review(result, [made])
    took = process_time() - began
    assert {standing.state for standing in found.standings.values()} == {"done"}
    assert took < 2.0
