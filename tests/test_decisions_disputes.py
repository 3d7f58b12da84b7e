"""Reviewers who differ are shown side by side until one of their decisions is upheld."""

from pathlib import Path

import pytest

from reconcile.decisions import Decision, DecisionError, Session, review
from tests.decided import claim_of, session, story, the_group

A, B = ("Peru", "copper output", 500.0), ("Peru", "copper output", 640.0)
RESULT = story({"a.txt": [A], "b.txt": [B]})
GROUP = the_group(RESULT).id
CLAIM = {"a": claim_of(RESULT, "a.txt", 500.0).id, "b": claim_of(RESULT, "b.txt", 640.0).id}


def _decide(workspace: Path, reviewer: str, action: str, *chosen: str) -> Decision:
    return session(RESULT, workspace, reviewer).decide(GROUP, action, chosen=[CLAIM[name] for name in chosen])


def _look(workspace: Path) -> Session:
    return session(RESULT, workspace, "Zoe")


@pytest.mark.parametrize(
    ("ann", "bob", "state"),
    [
        (("stands", "a"), ("stands", "a"), "done"),
        (("stands", "a"), ("stands", "b"), "disputed"),
        (("stands", "a"), ("both_hold",), "disputed"),
        (("neither",), ("neither",), "done"),
        (("neither",), ("both_hold",), "disputed"),
        (("stands", "a"), ("skip",), "done"),
        (("skip",), ("skip",), "skipped"),
        (("stands", "a"), ("wrong_match",), "disputed"),
    ],
)
def test_two_reviewers_agree_or_differ(
    tmp_path: Path, ann: tuple[str, ...], bob: tuple[str, ...], state: str
) -> None:
    made = {"Ann": _decide(tmp_path, "Ann", *ann)}
    # Bob works elsewhere and has not seen it.
    made["Bob"] = _decide(tmp_path / "elsewhere", "Bob", *bob)
    found = review(RESULT, [[made["Ann"]], [made["Bob"]]])
    standing = found.standings[GROUP]
    assert standing.state == state
    assert dict(standing.by_reviewer) == made
    assert (standing.decision is None) == (state != "done")
    if state == "disputed":
        assert "Ann" in standing.why and "Bob" in standing.why
        assert {entry.state for entry in found.entries} == {"disputed"}


def test_an_adjudication_settles_and_its_undo_opens_again(tmp_path: Path) -> None:
    ann, bob = _decide(tmp_path, "Ann", "stands", "a"), _decide(tmp_path, "Bob", "stands", "b")
    zoe = _look(tmp_path)
    ruling = zoe.adjudicate(GROUP, bob.id, note="the report says so")
    for looked in (zoe, _look(tmp_path)):
        standing = looked.standing(GROUP)
        assert (standing.state, standing.decision, standing.adjudication) == ("done", bob, ruling)
        assert standing.chosen == (CLAIM["b"],)
        assert set(standing.by_reviewer) == {"Ann", "Bob"}  # still shown side by side
    assert (ruling.target, set(ruling.over)) == (bob.id, {ann.id, bob.id})
    states = {entry.decision.id: entry.state for entry in zoe.review.entries}
    assert states == {ann.id: "overruled", bob.id: "counts", ruling.id: "counts"}
    assert zoe.undo() == ruling
    assert zoe.standing(GROUP).state == "disputed"
    assert zoe.redo() == ruling
    assert zoe.standing(GROUP).state == "done"


def test_who_changes_their_mind_after_an_adjudication_opens_the_dispute_again(tmp_path: Path) -> None:
    ann = _decide(tmp_path, "Ann", "stands", "a")
    _decide(tmp_path, "Bob", "stands", "b")
    _look(tmp_path).adjudicate(GROUP, ann.id)
    _decide(tmp_path, "Bob", "stands", "a")
    assert _look(tmp_path).standing(GROUP).state == "done"
    _decide(tmp_path, "Bob", "neither")
    assert _look(tmp_path).standing(GROUP).state == "disputed"
    _decide(tmp_path, "Bob", "stands", "a")
    # Ann leaves what was upheld for her.
    _decide(tmp_path, "Ann", "both_hold")
    assert _look(tmp_path).standing(GROUP).state == "disputed"


def test_a_later_adjudication_that_knows_the_first_replaces_it(tmp_path: Path) -> None:
    ann, bob = _decide(tmp_path, "Ann", "stands", "a"), _decide(tmp_path, "Bob", "stands", "b")
    _look(tmp_path).adjudicate(GROUP, ann.id)
    session(RESULT, tmp_path, "Yan").adjudicate(GROUP, bob.id)
    assert _look(tmp_path).standing(GROUP).decision == bob


def test_adjudications_that_did_not_know_of_each_other_are_a_dispute(tmp_path: Path) -> None:
    ann, bob = _decide(tmp_path, "Ann", "stands", "a"), _decide(tmp_path, "Bob", "stands", "b")
    zoe, yan = _look(tmp_path), session(RESULT, tmp_path, "Yan")
    zoe.adjudicate(GROUP, ann.id)
    yan.adjudicate(GROUP, bob.id)
    standing = _look(tmp_path).standing(GROUP)
    assert standing.state == "disputed" and "two adjudications" in standing.why


def test_an_adjudication_falls_with_the_decision_that_it_upheld(tmp_path: Path) -> None:
    ann = _decide(tmp_path, "Ann", "stands", "a")
    bob = _decide(tmp_path, "Bob", "stands", "b")
    _look(tmp_path).adjudicate(GROUP, ann.id)
    session(RESULT, tmp_path, "Ann").undo()
    standing = _look(tmp_path).standing(GROUP)
    assert (standing.state, standing.decision, standing.adjudication) == ("done", bob, None)


def test_only_a_decision_on_the_group_can_be_upheld(tmp_path: Path) -> None:
    zoe = _look(tmp_path)
    with pytest.raises(DecisionError, match="not about this group"):
        zoe.adjudicate(GROUP, "nothing")
    assert zoe.ledger.decisions == ()


def test_an_adjudication_goes_stale_with_what_it_upheld(tmp_path: Path) -> None:
    ann, _ = _decide(tmp_path, "Ann", "stands", "a"), _decide(tmp_path, "Bob", "stands", "b")
    _look(tmp_path).adjudicate(GROUP, ann.id)
    edited = story({"a.txt": [("Peru", "copper output", 510.0)], "b.txt": [B]})
    assert session(edited, tmp_path, "Zoe").standing(the_group(edited).id).state == "stale"


def test_one_fresh_decision_outweighs_a_stale_one(tmp_path: Path) -> None:
    _decide(tmp_path, "Ann", "stands", "a")
    edited = story({"a.txt": [("Peru", "copper output", 510.0)], "b.txt": [B]})
    bob = session(edited, tmp_path, "Bob")
    group = the_group(edited).id
    assert bob.standing(group).state == "stale"
    bob.decide(group, "neither")
    assert bob.standing(group).state == "done" and set(bob.standing(group).by_reviewer) == {"Ann", "Bob"}
