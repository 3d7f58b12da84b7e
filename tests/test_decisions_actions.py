"""What each decision makes of its group, and what is refused."""

from pathlib import Path

import pytest

from reconcile.decisions import Correction, Decision, DecisionError, review
from tests.decided import claim_of, session, story, the_group

RESULT = story(
    {
        "a.txt": [("Peru", "copper output", 500.0)],
        "b.txt": [("Peru", "copper output", 640.0)],
        "c.txt": [("Peru", "copper output", 900.0)],
    }
)
GROUP = the_group(RESULT)
A = claim_of(RESULT, "a.txt", 500.0).id


@pytest.mark.parametrize(
    ("action", "more", "state"),
    [
        ("stands", {"chosen": [A]}, "done"),
        ("stands", {"chosen": list(GROUP.claims[:2])}, "done"),
        ("both_hold", {"facet": "period"}, "done"),
        ("both_hold", {}, "done"),
        ("neither", {"note": "both misread the report"}, "done"),
        ("skip", {}, "skipped"),
        ("note", {"note": " call the mill "}, "noted"),
    ],
)
def test_an_action_sets_the_state_and_is_read_back(
    tmp_path: Path, action: str, more: dict[str, object], state: str
) -> None:
    made = session(RESULT, tmp_path).decide(GROUP.id, action, **more)  # type: ignore[arg-type]
    again = session(RESULT, tmp_path)
    standing = again.standing(GROUP.id)
    assert standing.state == state
    assert (standing.decision == made) == (state == "done")
    assert list(standing.notes) == ([made] if action == "note" else [])
    assert (made.group, made.title, made.claims) == (GROUP.id, GROUP.title, GROUP.claims)
    assert made.facet == more.get("facet") and (made.note or "") == str(more.get("note", "")).strip()
    assert standing.chosen == tuple(more.get("chosen", ()))  # type: ignore[arg-type]


def test_without_a_decision_every_group_is_open_and_the_result_is_the_given_one() -> None:
    found = review(RESULT, [])
    assert found.result is RESULT
    assert {standing.state for standing in found.standings.values()} == {"open"}
    assert list(found.standings) == [group.id for group in RESULT.groups]


def test_the_last_word_of_a_reviewer_counts_and_notes_add_up(tmp_path: Path) -> None:
    at_work = session(RESULT, tmp_path)
    for action, note in (
        ("skip", None),
        ("note", "one"),
        ("neither", None),
        ("note", "two"),
        ("both_hold", None),
    ):
        at_work.decide(GROUP.id, action, note=note)
    standing = at_work.standing(GROUP.id)
    assert standing.state == "done" and standing.decision and standing.decision.action == "both_hold"
    assert [note.note for note in standing.notes] == ["one", "two"]
    states = [entry.state for entry in at_work.review.entries]
    assert states == ["replaced", "counts", "replaced", "counts", "counts"]


def test_a_note_does_not_close_what_was_skipped(tmp_path: Path) -> None:
    at_work = session(RESULT, tmp_path)
    at_work.decide(GROUP.id, "skip")
    at_work.decide(GROUP.id, "note", note="later")
    assert at_work.standing(GROUP.id).state == "skipped"


@pytest.mark.parametrize(
    ("action", "more", "words"),
    [
        ("stands", {}, "choose the claim"),
        ("stands", {"chosen": ["nowhere"]}, "not in the group"),
        ("wrong_match", {"chosen": ["nowhere"]}, "not in the group"),
        ("correct", {}, "fill in"),
        ("correct", {"correction": Correction("nowhere", subject="x")}, "not in the group"),
        ("correct", {"correction": Correction(A)}, "fill in"),
        ("note", {"note": "  "}, "write something"),
        ("undo", {}, "no decision"),
        ("adjudicate", {}, "no decision"),
        ("applaud", {}, "no decision"),
    ],
)
def test_what_makes_no_sense_is_refused_and_not_written(
    tmp_path: Path, action: str, more: dict[str, object], words: str
) -> None:
    at_work = session(RESULT, tmp_path)
    with pytest.raises(DecisionError, match=words):
        at_work.decide(GROUP.id, action, **more)  # type: ignore[arg-type]
    assert at_work.ledger.decisions == () and not at_work.ledger.path.exists()


def test_a_group_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="no group"):
        session(RESULT, tmp_path).decide("nowhere", "skip")


def test_records_that_name_nothing_are_orphans_and_no_error() -> None:
    odd = [
        Decision("stands", reviewer="Ann", id="1", clock=1, group=GROUP.id),
        Decision("correct", reviewer="Ann", id="2", clock=2, group=GROUP.id),
        Decision("wrong_match", reviewer="Ann", id="3", clock=3, group=GROUP.id, chosen=("x", "y")),
        Decision("adjudicate", reviewer="Ann", id="4", clock=4, target="nothing"),
    ]
    found = review(RESULT, [odd])
    assert found.standings[GROUP.id].state == "open"
    assert {entry.state for entry in found.entries} <= {"orphaned", "replaced"}
