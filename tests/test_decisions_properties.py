"""Whatever reviewers decide, in whatever order it is read, the review is the same, and undo undoes."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.decisions import Correction, Decision, Review, adjudication, review
from reconcile.decisions.anchors import anchors
from reconcile.decisions.errors import DecisionError
from reconcile.decisions.reviewing import Reviewing
from tests.decided import Said, story
from tests.make import exact

_SAID: dict[str, list[Said]] = {
    f"{name}.txt": [f"So writes {name}.", ("Peru", "copper output", copper), ("Chile", "zinc exports", zinc)]
    for name, copper, zinc in (("a", 500.0, 70.0), ("b", 640.0, 70.0), ("c", 640.0, 90.0))
}
RESULT = story(_SAID)
REVIEWERS = ("Ann", "Bob", "Cleo")
OPINIONS = ("stands", "both_hold", "neither", "wrong_match", "correct", "skip")

# Who acts, what they do, on which of the groups of that moment, and with which of its claims.
_STEPS = st.lists(
    st.tuples(
        st.sampled_from(REVIEWERS),
        st.sampled_from((*OPINIONS, "note", "undo", "redo", "uphold")),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    max_size=8,
)


def _made(found: Review, reviewer: str, action: str, group: int, claim: int) -> Decision | None:
    if action in ("undo", "redo"):
        folded = found.folded
        target = folded.undoable(reviewer) if action == "undo" else folded.redoable(reviewer)
        return Decision(action, target=target.id) if target else None
    if action == "uphold":
        try:
            return adjudication(found, found.entries[group % len(found.entries)].decision.id)
        except (DecisionError, ZeroDivisionError):
            return None
    if not found.result.groups:
        return None
    on = found.result.groups[group % len(found.result.groups)]
    chosen = on.claims[claim % len(on.claims)]
    right = Correction(chosen, value=exact(500.0, "t", step=0.5)) if action == "correct" else None
    return Decision(
        action,
        group=on.id,
        title=on.title,
        anchors=anchors(on, found.result),
        chosen=(chosen,) if action in ("stands", "wrong_match") else (),
        correction=right,
        note="n" if action == "note" else None,
    )


def _history(steps: list[tuple[str, str, int, int]]) -> list[Decision]:
    records: list[Decision] = []
    for clock, (reviewer, action, group, claim) in enumerate(steps, 1):
        made = _made(review(RESULT, [records]), reviewer, action, group, claim)
        if made is not None:
            records.append(replace(made, reviewer=reviewer, id=f"{clock:03}", clock=clock))
    return records


@settings(max_examples=40, deadline=None)
@given(_STEPS, st.randoms(use_true_random=False))
def test_the_order_of_lines_and_files_does_not_matter(
    steps: list[tuple[str, str, int, int]], rng: random.Random
) -> None:
    records = _history(steps)
    ledgers = [[r for r in records if r.reviewer == reviewer] for reviewer in REVIEWERS]
    found = review(RESULT, ledgers)
    for ledger in ledgers:
        rng.shuffle(ledger)
    rng.shuffle(ledgers)
    assert review(RESULT, ledgers) == found


@settings(max_examples=40, deadline=None)
@given(
    _STEPS,
    st.tuples(
        st.just("Ann"),
        st.sampled_from(OPINIONS),
        *[st.integers(0, 9)] * 2,
    ),
)
def test_undo_after_a_decision_is_as_if_it_had_not_been_made(
    steps: list[tuple[str, str, int, int]], last: tuple[str, str, int, int]
) -> None:
    before = _history(steps)
    decided = _history([*steps, last])
    undone = _history([*steps, last, ("Ann", "undo", 0, 0)])
    again = _history([*steps, last, ("Ann", "undo", 0, 0), ("Ann", "redo", 0, 0)])
    then, now = review(RESULT, [before]), review(RESULT, [undone])
    if len(decided) > len(before):
        assert (now.result, now.standings, now.orphans) == (then.result, then.standings, then.orphans)
        made, back = review(RESULT, [decided]), review(RESULT, [again])
        assert (made.result, made.standings, made.entries) == (back.result, back.standings, back.entries)


@settings(max_examples=40, deadline=None)
@given(_STEPS)
def test_reviewing_step_by_step_is_reviewing_from_nothing(steps: list[tuple[str, str, int, int]]) -> None:
    records, at_work = _history(steps), Reviewing(RESULT)
    for end in range(len(records) + 1):
        assert at_work.review([records[:end]]) == review(RESULT, [records[:end]])


@settings(max_examples=40, deadline=None)
@given(_STEPS)
def test_nothing_is_lost_and_every_group_has_a_standing(steps: list[tuple[str, str, int, int]]) -> None:
    records = _history(steps)
    found = review(RESULT, [records])
    assert [e.decision for e in found.entries] == [r for r in records if r.action not in ("undo", "redo")]
    assert list(found.standings) == [group.id for group in found.result.groups]
    for standing in found.standings.values():
        assert (standing.decision is not None) == (standing.state == "done")
        assert bool(standing.why) == (standing.state in ("stale", "disputed"))
