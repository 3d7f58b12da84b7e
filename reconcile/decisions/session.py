"""A reviewer at work: decide, undo, redo, each on the disk before it is shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reconcile.decisions.adjudicating import adjudication
from reconcile.decisions.anchors import anchors
from reconcile.decisions.errors import DecisionError
from reconcile.decisions.ledger import Ledger, read_ledgers
from reconcile.decisions.record import ACTIONS, REVERSALS, Anchor, Correction, Decision
from reconcile.decisions.reviewing import Reviewing
from reconcile.decisions.standing import Review, Standing

if TYPE_CHECKING:
    from reconcile.result import Group, Reconciliation


class Session:
    """What one reviewer decides on one reconciliation, with what the others of the workspace decided.

    Attributes:
        original: What comparing the sources gave, without decisions.
        ledger: Where decisions are written down.
        review: What all decisions make of it; new after every decision.
        notices: What a person should know about the ledgers, a line each.
    """

    def __init__(self, result: "Reconciliation", ledger: Ledger) -> None:
        """Begin, or go on where the reviewer left off.

        Args:
            result: What comparing the sources gave, without decisions.
            ledger: The reviewer's own ledger, open for writing.

        Raises:
            LedgerError: A ledger of the workspace cannot be read.
        """
        self.original = result
        self._reviewing = Reviewing(result)
        self.ledger = ledger
        self.notices: tuple[str, ...] = ()
        self._others: tuple[Ledger, ...] = ()
        self.reload()

    def reload(self) -> None:
        """Read what other reviewers, or other windows of this one, wrote meanwhile."""
        self.ledger.reload()
        ledgers, notices = read_ledgers(self.ledger.workspace)
        self._others = tuple(item for item in ledgers if item.path != self.ledger.path)
        self.notices = (*self.ledger.notices, *(line for line in notices if line not in self.ledger.notices))
        for other in self._others:
            self.ledger.witness(max((decision.clock for decision in other), default=0))
        self._refresh()

    def _refresh(self) -> None:
        self.review: Review = self._reviewing.review((self.ledger, *self._others))

    def prepare(self) -> None:
        """Make ready for corrections and wrong matches; a thread may do it while the reviewer reads on.

        Without it, the first of them takes as long as comparing the sources did.
        """
        self._reviewing.prepare()

    @property
    def result(self) -> "Reconciliation":
        """The reconciliation as it is with all decisions."""
        return self.review.result

    @property
    def reviewer(self) -> str:
        """Who decides."""
        return self.ledger.reviewer

    @property
    def saved(self) -> str | None:
        """When the last decision of the reviewer was written to the disk (ISO, UTC), or None."""
        return max((item.at for item in self.ledger if item.reviewer == self.reviewer), default=None)

    def standing(self, group: str) -> Standing:
        """Return where a group stands."""
        return self.review.standings[group]

    def decide(
        self,
        group: str,
        action: str,
        *,
        chosen: Sequence[str] = (),
        facet: str | None = None,
        correction: Correction | None = None,
        note: str | None = None,
    ) -> Decision:
        """Decide on a group; when this returns, the decision is on the disk.

        Args:
            group: Id of a group of ``result``.
            action: stands, both_hold, neither, wrong_match, correct, skip or note.
            chosen: The claims that stand, or those that are kept apart (all of the group if empty).
            facet: On what both differ, where both hold.
            correction: What one claim says, as ``read_correction`` gives it.
            note: Words that go with it.

        Returns:
            The record as it was written.

        Raises:
            DecisionError: It makes no sense; nothing was written.
            LedgerError: It could not be written.
        """
        found = self._group(group)
        made = Decision(
            action,
            group=found.id,
            title=found.title,
            anchors=self._anchors(found, correction),
            chosen=tuple(chosen) or (found.claims if action == "wrong_match" else ()),
            facet=facet or None,
            correction=correction,
            note=(note or "").strip() or None,
        )
        _check(made)
        return self._append(made)

    def adjudicate(self, group: str, upheld: str, note: str | None = None) -> Decision:
        """Settle a dispute: one decision counts, what others decided does not.

        Args:
            group: Id of a group of ``result``.
            upheld: Id of the decision that counts.
            note: Words that go with it.

        Raises:
            DecisionError: The decision is not about this group, or nobody differs from it.
            LedgerError: It could not be written.
        """
        about = {entry.decision.id for entry in self.review.entries if entry.group == group}
        if upheld not in about:
            raise DecisionError(f"decision {upheld} is not about this group; uphold one that is")
        return self._append(adjudication(self.review, upheld, note))

    def undo(self) -> Decision | None:
        """Take back the reviewer's last decision that is in force; return it, or None if there is none."""
        return self._reverse("undo", self.undoable)

    def redo(self) -> Decision | None:
        """Bring the decision again that was taken back last; return it, or None if there is none."""
        return self._reverse("redo", self.redoable)

    @property
    def undoable(self) -> Decision | None:
        """What ``undo`` would take back."""
        return self.review.folded.undoable(self.reviewer)

    @property
    def redoable(self) -> Decision | None:
        """What ``redo`` would bring again."""
        return self.review.folded.redoable(self.reviewer)

    def _reverse(self, action: str, target: Decision | None) -> Decision | None:
        if target is not None:
            self._append(Decision(action, group=target.group, title=target.title, target=target.id))
        return target

    def _append(self, decision: Decision) -> Decision:
        written = self.ledger.append(decision)
        self._refresh()
        return written

    def _group(self, wanted: str) -> "Group":
        found = next((group for group in self.result.groups if group.id == wanted), None)
        if found is None:
            raise DecisionError(f"there is no group {wanted} any more; go on with another")
        return found

    def _anchors(self, group: "Group", correction: Correction | None) -> tuple[Anchor, ...]:
        """Return the anchors of a group; what is corrected is held on to as the source says it."""
        shown = anchors(group, self.result)
        if correction is None:
            return shown
        sourced = {item.claim: item for item in anchors(group, self.original, only=correction.claim)}
        return tuple(sourced.get(item.claim, item) for item in shown)


def _check(decision: Decision) -> None:
    """Refuse a decision that makes no sense."""
    action, claims = decision.action, decision.claims
    if action not in ACTIONS or action in REVERSALS or action == "adjudicate":
        raise DecisionError(f"“{action}” is no decision on a group")
    if unknown := [claim for claim in decision.chosen if claim not in claims]:
        raise DecisionError(f"claim {unknown[0]} is not in the group; choose among its claims")
    if action == "stands" and not decision.chosen:
        raise DecisionError("choose the claim that stands")
    if action == "correct" and not (decision.correction and decision.correction.facets):
        raise DecisionError("fill in what the claim says")
    if decision.correction is not None and decision.correction.claim not in claims:
        raise DecisionError(
            f"claim {decision.correction.claim} is not in the group; correct one of its claims"
        )
    if action == "note" and not decision.note:
        raise DecisionError("write something into the note")
