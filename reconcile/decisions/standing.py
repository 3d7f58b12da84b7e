"""What decisions make of a reconciliation: where every group stands, and what has lost its claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from reconcile.decisions.fold import Folded, fold
from reconcile.decisions.placing import ALERTS, Entry, Placer, replaced
from reconcile.decisions.record import OPINIONS, Decision
from reconcile.decisions.regroup import Regrouped, regroup
from reconcile.decisions.rulings import Rulings

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


def review(result: "Reconciliation", ledgers: Iterable[Iterable[Decision]]) -> Review:
    """Apply decisions to a reconciliation.

    A pure function: the order of the ledgers and of their records does not matter.

    Args:
        result: What comparing the sources gave, without decisions.
        ledgers: What each reviewer decided.
    """
    folded = fold(decision for ledger in ledgers for decision in ledger)
    return reviewed(regroup(result, folded.in_force), folded)


def reviewed(anew: Regrouped, folded: Folded) -> Review:
    """Tell where every group stands, once what changes the comparison is applied."""
    entries = _entries(anew, folded)
    at_group: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.group is not None and entry.state not in ("undone", "replaced"):
            at_group[entry.group].append(entry)
    standings = {
        group.id: stand(group, at_group[group.id], anew.rulings)
        if group.id in at_group
        else Standing(group.id)
        for group in anew.result.groups
    }
    return Review(
        anew.result,
        standings,
        tuple(entry.decision for entry in entries if entry.state == "orphaned"),
        tuple(_told(entry, standings) for entry in entries),
        tuple(f"decision {record.id} of {record.reviewer} {why}" for record, why in folded.odd),
        folded,
    )


def _entries(anew: Regrouped, folded: Folded) -> list[Entry]:
    placer = Placer(anew)
    in_force = [placer.place(decision) for decision in folded.in_force]
    in_force = [_ruling(entry, anew.rulings) for entry in in_force]
    opinions = [entry for entry in in_force if entry.decision.action in OPINIONS]
    gone = replaced(opinions) - set(anew.rulings.upheld)  # who changes their mind differs from the ruling
    in_force = [replace(e, state="replaced", why="") if e.decision.id in gone else e for e in in_force]
    undone = [Entry(d, "undone") for d in folded.decisions if d.id in folded.undone]
    unread = [Entry(d, "unread", None, "of a later version of reconcile") for d in folded.unread]
    return sorted([*in_force, *undone, *unread], key=lambda entry: entry.decision.order)


def _ruling(entry: Entry, rulings: Rulings) -> Entry:
    decision = entry.decision
    if decision.action != "adjudicate" or rulings.upheld.get(decision.target or "") == decision:
        return entry
    return replace(entry, state="replaced", why="what it upheld was taken back, or a later one replaces it")


def _told(entry: Entry, standings: Mapping[str, Standing]) -> Entry:
    """Say of a decision that others differ."""
    standing = standings.get(entry.group or "")
    is_opinion = entry.decision.action in OPINIONS - {"skip"} and entry.state == "counts"
    if standing is None or standing.state != "disputed" or not is_opinion:
        return entry
    return replace(entry, state="disputed", why=standing.why)


def stand(group: "Group", entries: Sequence[Entry], rulings: Rulings) -> Standing:
    """Tell where one group stands.

    Args:
        group: The group as it is compared today.
        entries: What is in force about it and not replaced, in order.
        rulings: The adjudications.
    """
    opinions = [entry for entry in entries if entry.decision.action in OPINIONS]
    said = Standing(
        group.id,
        by_reviewer={entry.decision.reviewer: entry.decision for entry in opinions if _is_said(entry)},
        notes=tuple(entry.decision for entry in entries if entry.decision.action == "note"),
        adjudication=_adjudication(opinions, rulings),
    )
    if why := _dispute(opinions, rulings):
        return replace(said, state="disputed", why=why)
    fresh = [entry for entry in opinions if entry.state == "counts" and entry.decision.action != "skip"]
    fresh += [entry for entry in opinions if _closes(entry, group)]
    if fresh:
        counting = next((entry for entry in fresh if entry.decision.id in rulings.upheld), fresh[-1])
        return replace(said, state="done", decision=counting.decision, chosen=counting.chosen)
    if looks := [entry for entry in opinions if entry.state in ("stale", "orphaned")]:
        return replace(said, state="stale", why=looks[-1].why)
    if any(entry.decision.action == "skip" for entry in opinions):
        return replace(said, state="skipped")
    return replace(said, state="noted") if said.notes else said


def _is_said(entry: Entry) -> bool:
    """Whether it is said of the group as it is today: claims kept apart made another group of it."""
    return not (entry.decision.action == "wrong_match" and entry.state == "applied")


def _closes(entry: Entry, group: "Group") -> bool:
    """Whether a correction has left nothing to decide."""
    return entry.decision.action == "correct" and entry.state == "applied" and group.verdict not in ALERTS


def _adjudication(opinions: Iterable[Entry], rulings: Rulings) -> Decision | None:
    return next((rulings.upheld[e.decision.id] for e in opinions if e.decision.id in rulings.upheld), None)


def _dispute(opinions: Sequence[Entry], rulings: Rulings) -> str:
    """Return on what reviewers differ, or ""."""
    if clash := next((entry for entry in opinions if entry.decision.id in rulings.clashing), None):
        return f"two adjudications differ on what {clash.decision.reviewer} decided"
    if contested := next((entry for entry in opinions if entry.state == "disputed"), None):
        return contested.why
    said: dict[tuple[str, frozenset[str]], list[str]] = {}
    for entry in opinions:
        if entry.state == "counts" and entry.decision.action != "skip":
            key = (entry.decision.action, frozenset(entry.chosen))
            said.setdefault(key, []).append(entry.decision.reviewer)
    if len(said) < 2:
        return ""
    words = {"stands": "stands", "both_hold": "both hold", "neither": "neither"}
    return "; ".join(f"{', '.join(who)}: {words.get(action, action)}" for (action, _), who in said.items())
