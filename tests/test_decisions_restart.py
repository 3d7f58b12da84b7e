"""Undo and redo go on after a restart, without limit, and nobody undoes what another decided."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.decisions import Session
from tests.decided import session, story, the_group

RESULT = story({"a.txt": [("Peru", "copper output", 500.0)], "b.txt": [("Peru", "copper output", 640.0)]})
GROUP = the_group(RESULT).id
ACTIONS = ("neither", "both_hold", "skip")


def _states(at_work: Session) -> list[str]:
    return [decision.id for decision in at_work.review.folded.in_force]


def test_everything_is_undone_and_brought_again_after_a_restart(tmp_path: Path) -> None:
    first = session(RESULT, tmp_path)
    made = [first.decide(GROUP, ACTIONS[number % 3]) for number in range(9)]
    undone = []
    while (taken := session(RESULT, tmp_path).undo()) is not None:
        undone.append(taken)
    assert undone == made[::-1]
    assert session(RESULT, tmp_path).standing(GROUP).state == "open"
    again = []
    while (brought := session(RESULT, tmp_path).redo()) is not None:
        again.append(brought)
    assert again == made
    assert session(RESULT, tmp_path).standing(GROUP).decision is None  # the last was to skip
    assert session(RESULT, tmp_path).undoable == made[-1] and session(RESULT, tmp_path).redoable is None


def test_only_the_own_decisions_are_undone(tmp_path: Path) -> None:
    session(RESULT, tmp_path, "Ann").decide(GROUP, "neither")
    bob = session(RESULT, tmp_path, "Bob")
    assert bob.undoable is None and bob.undo() is None and bob.redo() is None
    assert bob.standing(GROUP).state == "done"


def test_the_time_of_the_last_record_is_known(tmp_path: Path) -> None:
    at_work = session(RESULT, tmp_path)
    assert at_work.saved is None
    at_work.decide(GROUP, "skip")
    at_work.undo()
    assert at_work.saved == at_work.ledger.decisions[-1].at


def test_what_others_decide_meanwhile_is_seen_after_reloading(tmp_path: Path) -> None:
    ann, bob = session(RESULT, tmp_path, "Ann"), session(RESULT, tmp_path, "Bob")
    bob.decide(GROUP, "both_hold")
    assert ann.standing(GROUP).state == "open"
    ann.reload()
    assert ann.standing(GROUP).state == "done"
    assert ann.decide(GROUP, "note", note="fine").clock == 2


def test_a_second_window_of_the_same_reviewer_is_seen_when_something_is_decided(tmp_path: Path) -> None:
    one, other = session(RESULT, tmp_path), session(RESULT, tmp_path)
    first = one.decide(GROUP, "neither")
    second = other.decide(GROUP, "both_hold")
    assert _states(other) == [first.id, second.id]
    one.reload()
    assert _states(one) == [first.id, second.id] and one.undoable == second


@settings(max_examples=15, deadline=None)
@given(steps=st.lists(st.sampled_from(("decide", "undo", "redo", "restart")), max_size=12))
def test_a_restart_never_makes_a_difference(tmp_path_factory: object, steps: list[str]) -> None:
    workspace: Path = tmp_path_factory.mktemp("restart")  # type: ignore[attr-defined]
    at_work = session(RESULT, workspace)
    for number, step in enumerate(steps):
        if step == "decide":
            at_work.decide(GROUP, ACTIONS[number % 3])
        elif step == "undo":
            at_work.undo()
        elif step == "redo":
            at_work.redo()
        else:
            at_work = session(RESULT, workspace)
        again = session(RESULT, workspace)
        assert again.review == at_work.review
        assert (again.undoable, again.redoable) == (at_work.undoable, at_work.redoable)
