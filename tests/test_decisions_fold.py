"""Which decisions are in force: the same whatever the order of lines, and undo and redo are inverse."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reconcile.decisions import Decision
from reconcile.decisions.fold import Folded, fold

REVIEWERS = ("Ann", "Bob")


def _history(steps: list[tuple[str, str]]) -> list[Decision]:
    """Return what reviewers write who decide, undo and redo, one step after the other."""
    records: list[Decision] = []
    for clock, (reviewer, step) in enumerate(steps, 1):
        made = Decision(step, reviewer=reviewer, id=f"{clock:04}", clock=clock)
        if step in ("undo", "redo"):
            folded = fold(records)
            target = folded.undoable(reviewer) if step == "undo" else folded.redoable(reviewer)
            if target is None:
                continue
            made = replace(made, target=target.id)
        records.append(made)
    return records


_STEPS = st.lists(
    st.tuples(st.sampled_from(REVIEWERS), st.sampled_from(("stands", "neither", "note", "undo", "redo"))),
    max_size=24,
)


def _again(records: list[Decision], reviewer: str, action: str) -> list[Decision]:
    folded = fold(records)
    target = folded.undoable(reviewer) if action == "undo" else folded.redoable(reviewer)
    assert target is not None
    clock = max(record.clock for record in records) + 1
    return [*records, Decision(action, reviewer=reviewer, id=f"{clock:04}", clock=clock, target=target.id)]


@given(_STEPS, st.randoms())
def test_the_order_of_lines_does_not_matter(steps: list[tuple[str, str]], random: object) -> None:
    records = _history(steps)
    mixed = [*records, *records[:3]]  # git may keep a line from both sides
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert fold(mixed) == fold(records)


@given(_STEPS)
def test_undo_after_a_decision_leaves_what_was_there_before(steps: list[tuple[str, str]]) -> None:
    before = _history(steps)
    clock = len(steps) + 1
    decided = [*before, Decision("stands", reviewer="Ann", id="new", clock=clock)]
    assert fold(_again(decided, "Ann", "undo")).in_force == fold(before).in_force


@given(_STEPS)
def test_redo_after_undo_changes_nothing(steps: list[tuple[str, str]]) -> None:
    records = _history([*steps, ("Ann", "stands")])
    there_and_back = _again(_again(records, "Ann", "undo"), "Ann", "redo")
    assert fold(there_and_back).in_force == fold(records).in_force


@given(_STEPS)
def test_everything_can_be_undone_and_brought_again(steps: list[tuple[str, str]]) -> None:
    records = _history([*steps, ("Ann", "stands")])
    mine = [item for item in fold(records).in_force if item.reviewer == "Ann"]
    for _ in mine:
        records = _again(records, "Ann", "undo")
    assert not [item for item in fold(records).in_force if item.reviewer == "Ann"]
    for _ in mine:
        records = _again(records, "Ann", "redo")
    assert [item for item in fold(records).in_force if item.reviewer == "Ann"] == mine


def test_a_new_decision_ends_what_could_be_brought_again() -> None:
    folded = fold(_history([("Ann", "stands"), ("Ann", "undo"), ("Ann", "neither")]))
    assert folded.redoable("Ann") is None
    assert [item.action for item in folded.in_force] == ["neither"]


def test_nobody_takes_back_what_somebody_else_decided() -> None:
    records = [
        Decision("stands", reviewer="Ann", id="a", clock=1),
        Decision("undo", reviewer="Bob", id="b", clock=2, target="a"),
        Decision("redo", reviewer="Ann", id="c", clock=3, target="nothing"),
    ]
    folded: Folded = fold(records)
    assert [item.id for item in folded.in_force] == ["a"]
    assert {record.id for record, _ in folded.odd} == {"b", "c"}


def test_an_edited_copy_of_a_record_is_told_and_one_counts_everywhere() -> None:
    one = Decision("stands", reviewer="Ann", id="a", clock=1, chosen=("x",))
    other = replace(one, chosen=("y",))
    assert fold([one, other]) == fold([other, one])
    assert len(fold([one, other]).odd) == 1
