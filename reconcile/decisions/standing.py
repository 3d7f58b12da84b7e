"""What decisions make of a reconciliation: where every group stands, and what has lost its claims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reconcile.decisions.anchors import amount_in_words
from reconcile.decisions.fold import Folded, fold
from reconcile.decisions.placing import ALERTS, Entry
from reconcile.decisions.record import OPINIONS, Decision
from reconcile.decisions.rulings import Rulings
from reconcile.vocabulary import load

if TYPE_CHECKING:
    from reconcile.result import Group, Reconciliation

GroupState = Literal["open", "done", "noted", "skipped", "stale", "disputed"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a group stands.

    Attributes:
        group: Its id.
        state: open, done, noted (open, with a note), skipped, stale (the sources changed: look again) or
            disputed (reviewers differ).
        decision: The one that counts, or None.
        by_reviewer: Reviewer -> the last that each said of it, stale and overruled ones included.
        notes: All notes, in order.
        chosen: The claims that ``decision`` chose, by their ids of today.
        adjudication: The record that settled a dispute, or None.
        why: One line on why it is stale or disputed; "" elsewhere.
    """

    group: str
    state: GroupState = "open"
    decision: Decision | None = None
    by_reviewer: Mapping[str, Decision] = field(default_factory=dict)
    notes: tuple[Decision, ...] = ()
    chosen: tuple[str, ...] = ()
    adjudication: Decision | None = None
    why: str = ""


@dataclass(frozen=True)
class Review:
    """What decisions make of a reconciliation.

    Attributes:
        result: The reconciliation afresh: corrections and kept-apart pairs applied.
        standings: Group id -> where it stands; every group of ``result`` has one, in the same order.
        orphans: Decisions whose claims are gone, in their order.
        entries: What became of every decision, in their order; undo and redo are not among them.
        notices: What a person should know, a line each.
        folded: The records, folded.
    """

    result: "Reconciliation"
    standings: Mapping[str, Standing]
    orphans: tuple[Decision, ...] = ()
    entries: tuple[Entry, ...] = ()
    notices: tuple[str, ...] = ()
    folded: Folded = field(default_factory=lambda: fold(()))


def stand(group: "Group", entries: Sequence[Entry], rulings: Rulings) -> Standing:
    """Tell where one group stands.

    Args:
        group: The group as it is compared today.
        entries: What is in force about it and not replaced, in order.
        rulings: The adjudications.
    """
    opinions = [entry for entry in entries if entry.decision.action in OPINIONS]
    notes = tuple(entry.decision for entry in entries if entry.decision.action == "note")
    state, counting, why = _state(group, opinions, rulings)
    if state == "open" and notes:
        state = "noted"
    upheld = [rulings.upheld[e.decision.id] for e in opinions if e.decision.id in rulings.upheld]
    return Standing(
        group.id,
        state,
        counting.decision if counting else None,
        {entry.decision.reviewer: entry.decision for entry in opinions if _is_said(entry)},
        notes,
        counting.chosen if counting else (),
        upheld[0] if upheld else None,
        why,
    )


def _state(
    group: "Group", opinions: Sequence[Entry], rulings: Rulings
) -> tuple[GroupState, Entry | None, str]:
    """Return the state that opinions make, the one that counts, and why it is stale or disputed."""
    if why := _dispute(opinions, rulings):
        return "disputed", None, why
    fresh = [entry for entry in opinions if entry.state == "counts" and entry.decision.action != "skip"]
    fresh += [entry for entry in opinions if _closes(entry, group)]
    if fresh:
        upheld = [entry for entry in fresh if entry.decision.id in rulings.upheld]
        return "done", (upheld or fresh[-1:])[0], ""
    if looks := [entry for entry in opinions if entry.state in ("stale", "orphaned")]:
        return "stale", None, looks[-1].why
    if any(entry.decision.action == "skip" for entry in opinions):
        return "skipped", None, ""
    return "open", None, ""


def _is_said(entry: Entry) -> bool:
    """Whether it is said of the group as it is today: claims kept apart made another group of it."""
    return not (entry.decision.action == "wrong_match" and entry.state == "applied")


def _closes(entry: Entry, group: "Group") -> bool:
    """Whether a correction has left nothing to decide."""
    return entry.decision.action == "correct" and entry.state == "applied" and group.verdict not in ALERTS


def _dispute(opinions: Sequence[Entry], rulings: Rulings) -> str:
    """Return on what reviewers differ, or ""."""
    if len(opinions) == 1 and opinions[0].state != "disputed":
        return ""
    said: dict[tuple[str, frozenset[str]], tuple[Decision, list[str]]] = {}
    for entry in opinions:
        decision = entry.decision
        if decision.id in rulings.clashing:
            return f"two adjudications differ on what {decision.reviewer} decided"
        if entry.state == "disputed":
            return entry.why
        if entry.state == "counts" and decision.action != "skip":
            key = decision.action, frozenset(entry.chosen)
            said.setdefault(key, (decision, []))[1].append(decision.reviewer)
    if len(said) < 2:
        return ""
    return "; ".join(f"{', '.join(who)}: {_in_words(made)}" for made, who in said.values())


def _in_words(decision: Decision) -> str:
    words = str(load("decisions")["actions"][decision.action])
    if decision.action != "stands":
        return words
    chosen = [anchor for anchor in decision.anchors if anchor.claim in decision.chosen]
    named = (f"{amount_in_words(a.value)} in {a.source}" if a.value else a.source for a in chosen)
    return f"{' and '.join(named)} {words}"
