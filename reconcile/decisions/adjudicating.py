"""How a dispute is settled: one decision is upheld against all others that were seen."""

from reconcile.decisions.errors import DecisionError
from reconcile.decisions.placing import Entry
from reconcile.decisions.record import OPINIONS, Decision
from reconcile.decisions.standing import Review

_OVER = frozenset({"undone", "replaced", "unread"})


def adjudication(review: Review, upheld: str, note: str | None = None) -> Decision:
    """Return the record that upholds one decision; it is not written yet.

    Args:
        review: What was decided.
        upheld: Id of the decision that counts, or the beginning of it.
        note: Words that go with it.

    Raises:
        DecisionError: There is no such decision, or nobody differs from it.
    """
    entry = _wanted(review, upheld)
    decision = entry.decision
    if decision.action not in OPINIONS:
        raise DecisionError(f"{decision.id} does not say how a question stands; uphold one that does")
    if entry.state in _OVER:
        raise DecisionError(f"decision {decision.id} is {entry.state} and cannot be upheld; choose another")
    if entry.group is None:
        raise DecisionError(f"decision {decision.id} has lost its claims ({entry.why}); decide afresh")
    seen = [item.decision for item in review.entries if _is_said(item, entry.group)]
    if all(item.reviewer == decision.reviewer for item in seen if item.action in OPINIONS):
        raise DecisionError(f"nobody differs from {decision.reviewer} on “{decision.title}”")
    return Decision(
        "adjudicate",
        group=decision.group,
        title=decision.title,
        anchors=decision.anchors,
        note=(note or "").strip() or None,
        target=decision.id,
        over=tuple(item.id for item in seen),
    )


def _wanted(review: Review, upheld: str) -> Entry:
    found = [entry for entry in review.entries if upheld and entry.decision.id.startswith(upheld)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise DecisionError(f"there is no decision “{upheld}”; `reconcile decisions` prints their ids")
    several = ", ".join(entry.decision.id for entry in found[:5])
    raise DecisionError(f"several decisions begin with “{upheld}”: {several}; give more of the id")


def _is_said(entry: Entry, group: str) -> bool:
    """Whether something is in force that is said of a group, adjudications included."""
    in_force = entry.group == group and entry.state not in _OVER
    return in_force and (entry.decision.action in OPINIONS or entry.decision.action == "adjudicate")
