"""Records -> the decisions that are in force: a pure function that does not depend on their order.

Undo and redo are records, too, and name what they take back or bring again. Of all that name one decision,
the last in the order of the clocks counts; who undoes a decision of somebody else changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.decisions.record import REVERSALS, Decision


@dataclass(frozen=True)
class Folded:
    """All records, in their order, and which of the decisions are in force.

    Attributes:
        decisions: The decisions that this version knows, without undo and redo, in their order.
        undone: Ids of those that are taken back.
        reversals: Undo and redo records that name a decision of their own reviewer, in their order.
        unread: Records of later versions.
        odd: Records that mean nothing, with the reason.
    """

    decisions: tuple[Decision, ...]
    undone: frozenset[str]
    reversals: tuple[Decision, ...] = ()
    unread: tuple[Decision, ...] = ()
    odd: tuple[tuple[Decision, str], ...] = ()

    @property
    def in_force(self) -> tuple[Decision, ...]:
        """The decisions that count, in their order."""
        return tuple(decision for decision in self.decisions if decision.id not in self.undone)

    def undoable(self, reviewer: str) -> Decision | None:
        """Return the decision that an undo of a reviewer takes back: the last that is in force."""
        own = (item for item in reversed(self.decisions) if item.reviewer == reviewer)
        return next((item for item in own if item.id not in self.undone), None)

    def redoable(self, reviewer: str) -> Decision | None:
        """Return the decision that a redo of a reviewer brings again: the last taken back.

        A new decision makes an end of what could be brought again before it.
        """
        last = max((item.order for item in self.decisions if item.reviewer == reviewer), default=None)
        by_id = {item.id: item for item in self.decisions}
        for reversal in reversed(self.reversals):
            if last is None or reversal.order < last:
                return None
            if reversal.reviewer == reviewer and reversal.action == "undo" and reversal.target in self.undone:
                return by_id[reversal.target]
        return None


def fold(records: Iterable[Decision]) -> Folded:
    """Return which decisions are in force.

    Args:
        records: Records of any reviewers, in any order; of one that is there twice, one counts.
    """
    ordered, odd = _each_once(records)
    unread = tuple(record for record in ordered if not record.is_known)
    decisions = [record for record in ordered if record.is_known and record.action not in REVERSALS]
    by_id = {decision.id: decision for decision in decisions}
    reversals: dict[str, list[Decision]] = defaultdict(list)
    for record in ordered:
        if record.action not in REVERSALS or not record.is_known:
            continue
        target = by_id.get(record.target or "")
        if target is None:
            odd.append((record, f"takes back or brings again a decision that is not there: {record.target}"))
        elif target.reviewer != record.reviewer:
            odd.append((record, f"is about a decision of {target.reviewer}; only they can take it back"))
        else:
            reversals[target.id].append(record)
    undone = frozenset(target for target, found in reversals.items() if found[-1].action == "undo")
    heard = sorted((record for found in reversals.values() for record in found), key=_order)
    return Folded(tuple(decisions), undone, tuple(heard), unread, tuple(odd))


def _order(record: Decision) -> tuple[int, str, str]:
    return record.order


def _each_once(records: Iterable[Decision]) -> tuple[list[Decision], list[tuple[Decision, str]]]:
    """Return the records in their order, each id once: git may keep a line from both sides of a merge."""
    odd: list[tuple[Decision, str]] = []
    kept: dict[str, Decision] = {}
    for record in records:
        known = kept.get(record.id)
        if known is None or known == record:
            kept[record.id] = record
            continue
        first, second = sorted((known, record), key=lambda item: item.line())
        kept[record.id] = first
        odd.append((second, "has the id of another record; a ledger must not be edited"))
    odd.sort(key=lambda item: (item[0].order, item[0].line()))
    return sorted(kept.values(), key=_order), odd
