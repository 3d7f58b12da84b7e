"""What becomes of a decision when a source is edited: it counts, is found again, is stale, or is orphaned."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from claims.model import Claim
from reconcile.decisions import Anchor, Review, Standing, anchor
from reconcile.decisions.anchors import Finder, amount_in_words
from reconcile.decisions.record import Amount
from reconcile.result import Reconciliation
from tests.decided import Said, claim_of, session, story, the_group
from tests.make import claim, exact, source

A = ("Peru", "copper output", 500.0)
B = ("Peru", "copper output", 640.0)
OTHER = ("Chile", "zinc exports", 77.0)
TALK = "Much has been said of it."


def _told(a: Sequence[Said], b: Sequence[Said] = (B,), **more: Sequence[Said]) -> Reconciliation:
    return story({"a.txt": a, "b.txt": b} | {f"{name}.txt": said for name, said in more.items()})


def _reviewed(
    workspace: Path, before: Reconciliation, after: Reconciliation, action: str = "stands", source: str = "a"
) -> Review:
    """Decide before an edit, and look after it."""
    number = {"a": 500.0, "b": 640.0}[source]
    chosen = [claim_of(before, f"{source}.txt", number).id] if action == "stands" else []
    session(before, workspace).decide(the_group(before, "copper output").id, action, chosen=chosen)
    return session(after, workspace).review


def _standing(review: Review) -> Standing:
    return review.standings[the_group(review.result, "copper output").id]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([A], [TALK, A]),
        ([TALK, A], [A]),
        ([A], [A, OTHER]),
        ([A, TALK], [OTHER, TALK, A, TALK]),
        ([A], [A]),
    ],
)
@pytest.mark.parametrize("action", ["stands", "both_hold", "neither"])
def test_a_decision_counts_where_its_claims_still_stand(
    tmp_path: Path, before: list[Said], after: list[Said], action: str
) -> None:
    result = _told(after)
    review = _reviewed(tmp_path, _told(before), result, action)
    standing = _standing(review)
    assert (standing.state, standing.why) == ("done", "")
    assert standing.decision is not None and standing.decision.action == action
    assert standing.chosen == ((claim_of(result, "a.txt", 500.0).id,) if action == "stands" else ())
    assert review.orphans == ()


def test_of_two_equal_sentences_the_one_in_the_same_place_is_meant(tmp_path: Path) -> None:
    said = ("Peru", "copper output", 500.0, 2020)
    before = _told(["In the north.", said, "In the south.", said])
    after = _told(["At last.", "In the north.", said, "In the south.", said])
    ids = [sorted((c.start, c.id) for c in r.claims if c.source == "a.txt") for r in (before, after)]
    for (_, then), (_, now) in zip(*ids, strict=True):
        workspace = tmp_path / then
        session(before, workspace).decide(the_group(before).id, "stands", chosen=[then])
        assert _standing(session(after, workspace).review).chosen == (now,)


@pytest.mark.parametrize(
    ("after", "why"),
    [
        ([("Peru", "copper output", 510.0)], "value was 500"),
        ([("Peru", "copper output", 500.0, 2020)], "words were"),
        ([TALK, ("Peru", "copper output", 700.0), TALK], "value was 500"),
    ],
)
@pytest.mark.parametrize("action", ["stands", "both_hold", "neither"])
def test_a_changed_claim_makes_a_decision_stale(
    tmp_path: Path, after: list[Said], why: str, action: str
) -> None:
    review = _reviewed(tmp_path, _told([A]), _told(after), action)
    standing = _standing(review)
    assert standing.state == "stale" and standing.decision is None
    assert why in standing.why and "a.txt" in standing.why
    assert standing.by_reviewer["Ann"].action == action
    assert [entry.state for entry in review.entries] == ["stale"]


def test_words_around_a_quote_that_make_something_else_of_it_make_it_stale(tmp_path: Path) -> None:
    before = _told([A])
    session(before, tmp_path).decide(the_group(before).id, "neither")
    edited = _told(["Not in Peru but in Chile:", A])
    edited = replace(edited, claims=tuple(_of_chile(claim) for claim in edited.claims))
    standing = _standing(session(edited, tmp_path).review)
    assert standing.state == "stale" and "it was about “Peru: copper output”" in standing.why


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Long asked for it. As of now no less than 730 t leave the mills. It rains.", "changed"),
        ("It snows in the south all year. The mills may well send 730 t. Nobody minds.", "gone"),
    ],
)
def test_a_sentence_written_anew_in_its_place_is_a_change(words: str, state: str) -> None:
    held = Anchor(
        "old",
        "a.txt",
        "Peru reports copper output of 500 t",
        "Long asked for it. ",
        ". It rains.",
        19,
        "quantity",
        "Peru",
        "copper output",
        (500.0, 500.0, "t"),
    )
    start, end = words.index(". ") + 2, words.index("t leave" if "leave" in words else "t. Nob") + 1
    figure = exact(730.0, "t", surface="730 t")
    anew = claim("a.txt", "Peru", "copper output", figure, start=start, end=end, quote=words[start:end])
    (found,) = Finder([anew], [source("a.txt", words)]).find_all([held])
    assert found.state == state


def test_another_reading_of_the_same_words_changes_nothing() -> None:
    result = _told([A])
    read = claim_of(result, "a.txt", 500.0)
    held = anchor(read, result.sources[0].text)
    later = replace(_of_chile(read), id="of a later version of the tool")
    (found,) = Finder([later], result.sources).find_all([held])
    assert (found.state, found.claim) == ("moved", later.id)


def _of_chile(claim: Claim) -> Claim:
    return replace(claim, subject="Chile") if claim.source == "a.txt" else claim


def test_it_is_stale_too_where_the_other_claim_changed(tmp_path: Path) -> None:
    review = _reviewed(tmp_path, _told([A]), _told([A], [("Peru", "copper output", 650.0)]))
    assert _standing(review).state == "stale"


def test_looking_again_settles_it(tmp_path: Path) -> None:
    after = _told([("Peru", "copper output", 510.0)])
    _reviewed(tmp_path, _told([A]), after)
    again = session(after, tmp_path)
    again.decide(the_group(after).id, "neither")
    assert again.standing(the_group(after).id).state == "done"
    assert [entry.state for entry in again.review.entries] == ["replaced", "counts"]


@pytest.mark.parametrize("after", [[], [TALK], [OTHER]])
@pytest.mark.parametrize("action", ["stands", "both_hold", "skip", "wrong_match"])
def test_a_decision_whose_claim_is_gone_is_orphaned_and_listed(
    tmp_path: Path, after: list[Said], action: str
) -> None:
    review = _reviewed(tmp_path, _told([A]), _told(after), action)
    assert [decision.action for decision in review.orphans] == [action]
    (entry,) = review.entries
    assert entry.state == "orphaned" and "a.txt no longer says" in entry.why
    assert review.orphans[0].title == "Peru: copper output"  # what it was about can still be shown
    assert review.orphans[0].anchors[0].quote == "Peru reports copper output of 500 t"


def test_a_claim_that_stood_and_is_gone_orphans_the_decision_and_the_rest_is_to_be_looked_at(
    tmp_path: Path,
) -> None:
    c = [("Peru", "copper output", 900.0)]
    review = _reviewed(tmp_path, _told([A], c=c), _told([TALK], c=c))
    assert [entry.state for entry in review.entries] == ["orphaned"] and len(review.orphans) == 1
    assert _standing(review).state == "stale" and "no longer says" in _standing(review).why


def test_a_decision_outlives_a_claim_that_it_did_not_choose(tmp_path: Path) -> None:
    c = [("Peru", "copper output", 900.0)]
    review = _reviewed(tmp_path, _told([A], c=c), _told([A], c=[TALK]))
    assert _standing(review).state == "done" and review.orphans == ()


def test_a_note_is_orphaned_only_with_its_question(tmp_path: Path) -> None:
    before = _told([A])
    session(before, tmp_path).decide(the_group(before).id, "note", note="call them")
    changed = _told([("Peru", "copper output", 510.0)])
    assert _standing(session(changed, tmp_path).review).state == "noted"
    assert [d.note for d in session(_told([]), tmp_path).review.orphans] == ["call them"]


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    review = _reviewed(tmp_path, _told([A]), story({"b.txt": [B]}))
    assert review.entries[0].why == "a.txt is not among the sources"


def test_an_orphan_counts_again_when_its_claim_is_back(tmp_path: Path) -> None:
    before = _told([A])
    assert _reviewed(tmp_path, before, _told([])).orphans
    assert _standing(session(before, tmp_path).review).state == "done"


def test_a_renamed_source_changes_nothing(tmp_path: Path) -> None:
    after = story({"z.txt": [A], "b.txt": [B]})
    assert _standing(_reviewed(tmp_path, _told([A]), after)).state == "done"


def test_a_renamed_and_edited_source_is_found_by_its_words(tmp_path: Path) -> None:
    after = story({"z.txt": [TALK, A], "b.txt": [B]})
    standing = _standing(_reviewed(tmp_path, _told([A]), after))
    assert standing.state == "done" and standing.chosen == (claim_of(after, "z.txt", 500.0).id,)


def test_a_claim_that_joins_and_contradicts_makes_it_stale(tmp_path: Path) -> None:
    standing = _standing(_reviewed(tmp_path, _told([A]), _told([A], c=[("Peru", "copper output", 900.0)])))
    assert standing.state == "stale" and "c.txt" in standing.why


@pytest.mark.parametrize("number", [500.0, 640.0])
def test_a_claim_that_joins_and_agrees_with_what_stands_changes_nothing(
    tmp_path: Path, number: float
) -> None:
    source = {500.0: "a", 640.0: "b"}[number]
    after = _told([A], c=[("Peru", "copper output", number)])
    assert _standing(_reviewed(tmp_path, _told([A]), after, source=source)).state == "done"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ((90.0, 90.0, "%"), "90 %"),
        ((90.0, None, "%"), "90 % or more"),
        ((None, 3.06e9, "INR"), "3,060,000,000 INR or less"),
        ((0.5, 1.5, "t"), "0.5–1.5 t"),
        ((12.0, 12.0, "count"), "12"),
        (("2024-05-01", "2024-05-01", "date"), "2024-05-01"),
        (None, "not stated"),
    ],
)
def test_what_a_value_was_is_said_in_words(value: Amount | None, words: str) -> None:
    assert amount_in_words(value) == words
