"""Figures without a time that belong to a figure beside them: its rank, its change, its forecast."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.model import Claim, Period
from claims.timing.carrying import joined
from claims.timing.clauses import Clause

_OF_ANOTHER = ("rank", "growth")
_FACTUAL = ("actual", "estimate", "reported")


def with_neighbours(claims: Sequence[Claim], clauses: Mapping[int, Clause]) -> list[Claim]:
    """Date figures that only say something of another figure as that one is dated.

    Args:
        claims: All claims of a source, in order, dated as far as their own clauses and the text say.
        clauses: What the clause of each figure shows, by where the figure stands.
    """
    dated = [claim for claim in claims if claim.value and claim.period and claim.period.start]
    return [_dated(claim, dated, clauses) for claim in claims]


def _dated(claim: Claim, dated: Sequence[Claim], clauses: Mapping[int, Clause]) -> Claim:
    clause = _clause_of(claim, clauses)
    if clause is None or clause.timed or (claim.period is not None and claim.period.start):
        return claim
    if clause.expected:
        found = _outcome(claim, clause, dated, clauses)
    elif claim.kind in _OF_ANOTHER and not clause.old:
        found = _beside(claim, clause, dated, clauses)
    else:
        return claim
    if found is None:
        return claim
    note = f"carried from “{found.text}” in the same sentence"
    if clause.expected:
        note = f"what was expected of “{found.text}”"
    period = replace(found, resolved_from=joined(found.resolved_from, note))
    return replace(claim, period=period, inferred={**claim.inferred, "period": note})


def _beside(
    claim: Claim, clause: Clause, dated: Sequence[Claim], clauses: Mapping[int, Clause]
) -> Period | None:
    """Return the time of the figure that a rank or a change of the same clause is about."""
    near = []
    for other in dated:
        there = _clause_of(other, clauses)
        if there is None or there.sentence != clause.sentence or there.old or _is_of_record(other):
            continue
        if there.verb == clause.verb and abs(_place(other) - _place(claim)) < len(claim.sentence):
            near.append(other)
    closest = min(near, key=lambda other: abs(_place(other) - _place(claim)), default=None)
    return closest.period if closest is not None else None


def _is_of_record(claim: Claim) -> bool:
    """Tell whether a figure is of the time that a record goes back to: "the most since 1994, when fees …"."""
    words = claim.period.text if claim.period is not None else ""
    return words.startswith("since ") and f"{words}, when" in claim.sentence


def _outcome(
    claim: Claim, clause: Clause, dated: Sequence[Claim], clauses: Mapping[int, Clause]
) -> Period | None:
    """Return the time of the outcome that a forecast was made of: the same measure, told before."""
    told = [
        other
        for other in dated
        if other.modality in _FACTUAL
        and _what(other) == _what(claim)
        and _unit(other) == _unit(claim)
        and _place(other) < _place(claim)
        and not _is_old(other, clauses)
    ]
    latest = max(told, key=lambda other: (_day(other), _place(other)), default=None)
    return latest.period if latest is not None else None


def _day(claim: Claim) -> str:
    return (claim.period.start or "") if claim.period else ""


def _what(claim: Claim) -> str:
    return claim.measure.lower().removeprefix("share of ")


def _is_old(claim: Claim, clauses: Mapping[int, Clause]) -> bool:
    clause = _clause_of(claim, clauses)
    return clause is not None and clause.old


def _clause_of(claim: Claim, clauses: Mapping[int, Clause]) -> Clause | None:
    return clauses.get(_place(claim)) if claim.value is not None else None


def _place(claim: Claim) -> int:
    return claim.value.start or 0 if claim.value else 0


def _unit(claim: Claim) -> str:
    return claim.value.unit if claim.value else ""
