"""What reviewers decided, in the words of the report: who, when, on what, and whether it still holds."""

from collections.abc import Mapping

from reconcile import decisions
from reconcile.decisions import Decision, Standing
from reconcile.report.build import Decided
from reconcile.report.document import Review, Ruling
from reconcile.report.explain import letters_of
from reconcile.report.selection import ALERTS, Index
from reconcile.result import Group
from reconcile.vocabulary import load

_LONGEST_ID = 8


def decided(review: decisions.Review) -> Decided:
    """Return what the report says of a review.

    Args:
        review: What decisions make of a result; the report has to be built of that result.
    """
    known = Index.of(review.result)
    by_group = {
        group.id: _review(review.standings[group.id], letters_of(group, known))
        for group in review.result.groups
        if _is_told(group, review.standings[group.id])
    }
    entries = [entry for entry in review.entries if entry.state != "unread"]
    changes = tuple(_ruling(entry.decision, {}) for entry in entries if entry.state == "applied")
    orphans = tuple(_orphan(entry) for entry in review.orphans)
    return Decided(by_group, tuple(sorted({e.decision.reviewer for e in entries})), changes, orphans)


def _is_told(group: Group, standing: Standing) -> bool:
    return group.verdict in ALERTS or standing.state != "open"


def _review(standing: Standing, letters: Mapping[str, str]) -> Review:
    text = str(load("report")["states"][standing.state])
    ruling = None
    if standing.decision is not None:
        ruling = _ruling(standing.decision, letters, standing.chosen)
        text = f"{text}: {ruling.text}" if standing.state == "done" else text
    if standing.why:
        text = f"{text} ({standing.why})"
    said = sorted(standing.by_reviewer.items())
    return Review(
        standing.state,
        text,
        ruling,
        tuple(_ruling(decision, letters) for _, decision in said),
        tuple(_ruling(note, letters) for note in standing.notes),
    )


def _ruling(decision: Decision, letters: Mapping[str, str], today: tuple[str, ...] = ()) -> Ruling:
    chosen = today or decision.chosen
    return Ruling(
        decision.id,
        decision.reviewer,
        decision.at,
        decision.action,
        _said(decision, chosen, letters),
        decision.title,
        chosen,
        decision.facet,
        decision.note,
    )


def _said(decision: Decision, chosen: tuple[str, ...], letters: Mapping[str, str]) -> str:
    """Say in words what was decided; statements go by their letters, or by their words if they have none."""
    words = str(load("decisions")["actions"].get(decision.action, decision.action))
    named = _named(decision, chosen, letters)
    if decision.action == "stands":
        return f"{named} {'stands' if len(chosen) == 1 else 'stand'}" if named else words
    if decision.action == "wrong_match":
        return f"{words}: {named}" if named else words
    if decision.action == "both_hold" and decision.facet:
        return f"{words}, they differ on {decision.facet}"
    if decision.correction is not None:
        typed = ", ".join(f"{facet} “{text}”" for facet, text in decision.correction.typed.items())
        who = _named(decision, (decision.correction.claim,), letters)
        return ": ".join(part for part in (words, ", ".join(filter(None, (who, typed)))) if part)
    if decision.action == "adjudicate":
        return f"{words}: {(decision.target or '')[:_LONGEST_ID]} is upheld"
    return words


def _named(decision: Decision, claims: tuple[str, ...], letters: Mapping[str, str]) -> str:
    quotes = {anchor.claim: f"“{anchor.quote}” ({anchor.source})" for anchor in decision.anchors}
    names = [letters.get(claim) or quotes.get(claim, "") for claim in claims]
    return ", ".join(sorted(filter(None, names)))


def _orphan(decision: Decision) -> str:
    return f"{decision.title}: what {decision.reviewer} decided on it has lost its claims"
