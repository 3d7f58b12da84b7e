"""Many decisions on many groups: read, folded and applied in work that grows as their number does."""

from dataclasses import replace
from pathlib import Path

from reconcile.decisions import Decision, Ledger, Review, Session, anchor, read_ledgers, review
from reconcile.result import Group, Pair, Reconciliation
from tests.make import claim, exact, source
from tests.work import work

MANY = 400
LINEAR = 2.5  # how much more twice as many may take: linear is 2, quadratic 4


def _result(many: int) -> Reconciliation:
    claims, groups = [], []
    for number in range(many):
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


def _of_changed_ids(decisions: list[Decision]) -> list[Decision]:
    return [
        replace(
            decision,
            anchors=tuple(replace(anchor, claim=f"old-{anchor.claim}") for anchor in decision.anchors),
            chosen=tuple(f"old-{claim}" for claim in decision.chosen),
        )
        for decision in decisions
    ]


def _states(found: Review) -> set[str]:
    return {standing.state for standing in found.standings.values()}


def _written(folder: Path, decisions: list[Decision]) -> Path:
    ledger = folder / "decisions" / "Ann.jsonl"
    ledger.parent.mkdir(parents=True)
    ledger.write_bytes(b"".join(decision.line() for decision in decisions))
    return folder


def test_each_of_many_decisions_stands_and_so_does_one_more(tmp_path: Path) -> None:
    result = _result(MANY)
    ledgers, notices = read_ledgers(_written(tmp_path, _decided(result)))
    assert notices == () and len(ledgers[0].decisions) == MANY
    assert _states(review(result, ledgers)) == {"done"}
    at_work = Session(result, Ledger(tmp_path, "Ann"))
    at_work.decide("g00050", "neither")
    assert at_work.standing("g00050").decision == at_work.undoable
    assert _states(at_work.review) == {"done"}


def test_the_work_of_many_decisions_grows_with_their_number(tmp_path: Path) -> None:
    def spent(many: int) -> tuple[int, int]:
        result, folder = _result(many), tmp_path / str(many)
        _written(folder, _decided(result))
        folded = work(lambda: review(result, read_ledgers(folder)[0]))
        at_work = Session(result, Ledger(folder, "Ann"))
        return folded, work(lambda: at_work.decide("g00050", "neither"))

    spent(100)  # fills the caches
    for small, large in zip(spent(MANY), spent(2 * MANY), strict=True):
        assert large < LINEAR * small


def test_many_decisions_are_found_by_their_words_when_every_source_was_edited() -> None:
    """No id is what it was: every claim is found by its words, in work that grows with their number."""

    def spent(many: int) -> int:
        result = _result(many)
        made = _of_changed_ids(_decided(result))
        assert _states(review(result, [made])) == {"done"}
        return work(lambda: review(result, [made]))

    assert spent(2 * MANY) < LINEAR * spent(MANY)
