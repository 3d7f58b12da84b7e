"""What ledgers say by themselves, without the sources: who decided what, and where reviewers differ.

Whether a decision still holds nobody can tell without the sources; decisions that share a claim are taken to
be about one question.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims.model import Claim, Period, Value
from reconcile.decisions.fold import fold
from reconcile.decisions.record import Anchor, Decision
from reconcile.decisions.reviewing import Reviewing
from reconcile.decisions.standing import Review

if TYPE_CHECKING:
    from reconcile.result import Reconciliation


def recorded(ledgers: Iterable[Iterable[Decision]]) -> Review:
    """Return a review of what is written down, with questions and claims as the records have them.

    Args:
        ledgers: What each reviewer decided.
    """
    records = [decision for ledger in ledgers for decision in ledger]
    result = _remembered(fold(records).in_force)
    return Reviewing(result, afresh=lambda *_: result).review([records])


def _remembered(in_force: Iterable[Decision]) -> "Reconciliation":
    """Return the questions of some decisions, each with the claims that were seen with one another."""
    from reconcile.result import Group, Reconciliation

    anchors: dict[str, Anchor] = {}
    group_of: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for decision in in_force:
        if not decision.anchors:
            continue
        own = decision.claims[0]
        members.setdefault(own, [])
        for anchor in decision.anchors:
            known = anchors.get(anchor.claim)
            if known is None or decision.action != "correct":  # a correction holds on to what the source says
                anchors[anchor.claim] = anchor
            _join(group_of, members, own, anchor.claim)
    groups = tuple(
        Group(name, "", tuple(claims), "conflict", "low", ())
        for name, claims in sorted(members.items())
        if claims
    )
    return Reconciliation((), tuple(_claim(anchor) for anchor in anchors.values()), groups, ())


def _join(group_of: dict[str, str], members: dict[str, list[str]], one: str, other: str) -> None:
    """Put two claims, and all that are with them, into one group; it has the name of the larger one."""
    for claim in (one, other):
        if claim not in group_of:
            group_of[claim] = claim
            members[claim] = [claim]
    left, right = group_of[one], group_of[other]
    if left == right:
        return
    if len(members[left]) < len(members[right]):
        left, right = right, left
    for claim in members.pop(right):
        group_of[claim] = left
        members[left].append(claim)


def _claim(anchor: Anchor) -> Claim:
    """Return a claim as a record remembers it."""
    value = None
    if anchor.value is not None:
        low, high, unit = anchor.value
        value = Value(low, high, unit, None, "exact", "", None, anchor.start, anchor.start)
    period = Period(*anchor.period, "") if anchor.period is not None else None
    return Claim(
        id=anchor.claim,
        source=anchor.source,
        start=anchor.start,
        end=anchor.start + len(anchor.quote),
        quote=anchor.quote,
        sentence=anchor.quote,
        kind="fact",
        subject=anchor.subject,
        measure=anchor.measure,
        value=value,
        period=period,
    )
