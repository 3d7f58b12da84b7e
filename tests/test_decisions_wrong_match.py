"""Claims that are no answers to one question are kept apart from then on, and the rest is grouped again."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.decisions import Decision, review
from reconcile.decisions.anchors import anchors
from reconcile.result import Reconciliation
from tests.decided import Said, claim_of, session, story, the_group

SAID = {"a": 500.0, "b": 640.0, "c": 640.0, "d": 700.0}
TEXTS: dict[str, list[Said]] = {
    name: [f"So writes {name}.", ("Peru", "copper output", number)] for name, number in SAID.items()
}
RESULT = story({f"{name}.txt": said for name, said in TEXTS.items()})
GROUP = the_group(RESULT)
CLAIM = {name: claim_of(RESULT, f"{name}.txt", number).id for name, number in SAID.items()}


def _together(result: Reconciliation) -> set[frozenset[str]]:
    names = {identifier: name for name, identifier in CLAIM.items()}
    pairs = (pair for group in result.groups for pair in combinations(group.claims, 2))
    return {frozenset(names[claim] for claim in pair) for pair in pairs}


@pytest.mark.parametrize(
    ("chosen", "apart"),
    [
        ("ab", ["ab"]),
        ("a", ["ab", "ac", "ad"]),
        ("abc", ["ab", "ac", "bc"]),
        ("", ["ab", "ac", "ad", "bc", "bd", "cd"]),
    ],
)
def test_what_is_said_to_be_no_match_is_never_in_one_group(
    tmp_path: Path, chosen: str, apart: list[str]
) -> None:
    at_work = session(RESULT, tmp_path)
    at_work.decide(GROUP.id, "wrong_match", chosen=[CLAIM[name] for name in chosen])
    for found in (at_work, session(RESULT, tmp_path)):
        assert not _together(found.result) & {frozenset(pair) for pair in apart}
        assert [entry.state for entry in found.review.entries] == ["applied"]
        assert {s.state for s in found.review.standings.values()} <= {"open"}  # new questions
    if chosen == "a":  # the others still are
        assert _together(at_work.result) == {frozenset("bc"), frozenset("bd"), frozenset("cd")}


def test_undo_puts_them_together_again(tmp_path: Path) -> None:
    at_work = session(RESULT, tmp_path)
    at_work.decide(GROUP.id, "wrong_match", chosen=[CLAIM["a"], CLAIM["b"]])
    at_work.undo()
    assert at_work.result == RESULT and at_work.standing(GROUP.id).state == "open"


def test_pairs_add_up_and_what_is_decided_on_the_new_group_leaves_them_apart(tmp_path: Path) -> None:
    at_work = session(RESULT, tmp_path)
    at_work.decide(GROUP.id, "wrong_match", chosen=[CLAIM["a"]])
    rest = the_group(at_work.result)
    at_work.decide(rest.id, "wrong_match", chosen=[CLAIM["d"]])
    rest = the_group(at_work.result)
    at_work.decide(rest.id, "both_hold")
    assert _together(at_work.result) == {frozenset("bc")}
    assert at_work.standing(rest.id).state == "done"
    assert [entry.state for entry in at_work.review.entries] == ["applied", "applied", "counts"]


def test_they_stay_apart_when_the_source_is_edited_or_a_figure_corrected(tmp_path: Path) -> None:
    at_work = session(RESULT, tmp_path)
    at_work.decide(GROUP.id, "wrong_match", chosen=[CLAIM["a"]])
    edited = {f"{name}.txt": ["A word first.", *said] for name, said in TEXTS.items()}
    moved = session(story(edited), tmp_path)
    assert {len(group.claims) for group in moved.result.groups} == {3}


def test_a_changed_figure_is_to_be_looked_at_again(tmp_path: Path) -> None:
    session(RESULT, tmp_path).decide(GROUP.id, "wrong_match", chosen=[CLAIM["a"]])
    edited = TEXTS | {"a": [("Peru", "copper output", 510.0)]}
    found = session(story({f"{name}.txt": said for name, said in edited.items()}), tmp_path).review
    assert [entry.state for entry in found.entries] == ["stale"]
    assert found.standings[the_group(found.result).id].state == "stale"


def test_an_earlier_decision_on_the_old_group_is_replaced(tmp_path: Path) -> None:
    at_work = session(RESULT, tmp_path)
    at_work.decide(GROUP.id, "stands", chosen=[CLAIM["b"]])
    at_work.decide(GROUP.id, "wrong_match", chosen=[CLAIM["a"]])
    assert [entry.state for entry in at_work.review.entries] == ["replaced", "applied"]
    assert at_work.standing(the_group(at_work.result).id).state == "open"
    at_work.undo()
    assert at_work.standing(GROUP.id).state == "done"


def test_of_two_claims_kept_apart_nothing_is_left_to_decide(tmp_path: Path) -> None:
    result = story({"a.txt": [("Peru", "copper output", 5.0)], "b.txt": [("Peru", "copper output", 6.0)]})
    at_work = session(result, tmp_path)
    at_work.decide(the_group(result).id, "wrong_match")
    assert at_work.result.groups == () and at_work.review.orphans == ()
    assert [entry.state for entry in at_work.review.entries] == ["applied"]


def test_another_reviewer_who_takes_them_for_a_match_disputes_it(tmp_path: Path) -> None:
    wrong = session(RESULT, tmp_path, "Ann").decide(GROUP.id, "wrong_match", chosen=[CLAIM["a"]])
    elsewhere = session(RESULT, tmp_path / "elsewhere", "Bob").decide(GROUP.id, "stands", chosen=[CLAIM["b"]])
    found = review(RESULT, [[wrong], [elsewhere]])
    assert found.result == RESULT  # not applied until somebody settles it
    assert found.standings[GROUP.id].state == "disputed"
    for upheld, groups in ((wrong, {3}), (elsewhere, {4})):
        ruling = Decision(
            "adjudicate",
            reviewer="Zoe",
            id="ruling",
            clock=9,
            group=GROUP.id,
            anchors=anchors(GROUP, RESULT),
            target=upheld.id,
            over=(wrong.id, elsewhere.id),
        )
        settled = review(RESULT, [[wrong], [elsewhere], [ruling]])
        assert {len(group.claims) for group in settled.result.groups} == groups
        states = {standing.state for standing in settled.standings.values()}
        assert states == ({"done"} if upheld is elsewhere else {"open"})


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from([frozenset(pair) for pair in combinations("abcd", 2)])))
def test_no_pair_that_is_kept_apart_is_ever_together(pairs: set[frozenset[str]]) -> None:
    made = [
        Decision(
            "wrong_match",
            reviewer="Ann",
            id=str(number),
            clock=number,
            group=GROUP.id,
            anchors=anchors(GROUP, RESULT),
            chosen=tuple(sorted(CLAIM[name] for name in pair)),
        )
        for number, pair in enumerate(sorted(pairs, key=sorted), 1)
    ]
    found = review(RESULT, [made])
    assert not _together(found.result) & pairs
    assert found == review(RESULT, [made[::-1]])
