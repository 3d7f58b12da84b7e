"""A claim that the tool read wrongly, as a reviewer reads it.

What was typed is read once and written down as it was read, so that a later version cannot read it otherwise.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from claims.model import Claim, Kind
from reconcile.decisions.record import Correction

# What a corrected claim says of where a facet is from.
CORRECTED = "corrected by "


def corrected(claim: Claim, correction: Correction, reviewer: str) -> Claim:
    """Return a claim with what a reviewer corrected; it says of each facet that it was.

    Args:
        claim: As it was read.
        correction: What to change; its id stays.
        reviewer: Who corrected it.
    """
    value = claim.value
    if correction.value is not None:
        place = (value.start, value.end) if value else (claim.start, claim.end)
        value = replace(correction.value, start=place[0], end=place[1])
    period = None if "period" in correction.cleared else correction.period or claim.period
    note = f"{CORRECTED}{reviewer}"
    return replace(
        claim,
        value=value,
        kind=_kind(claim, correction),
        period=period,
        subject=correction.subject or claim.subject,
        measure=correction.measure or claim.measure,
        inferred={**claim.inferred, **dict.fromkeys(correction.facets, note)},
        marks={facet: at for facet, at in claim.marks.items() if facet not in correction.facets},
    )


def joined(corrections: Iterable[Correction]) -> Correction:
    """Return what several corrections of one claim make together: a later one wins, facet by facet."""
    first, *others = corrections
    made = first
    for later in others:
        cleared = set(made.cleared) - set(later.facets) | set(later.cleared)
        made = Correction(
            made.claim,
            value=later.value or made.value,
            kind=later.kind or made.kind,
            period=later.period or (None if "period" in later.cleared else made.period),
            subject=later.subject or made.subject,
            measure=later.measure or made.measure,
            cleared=tuple(sorted(cleared)),
            typed={**made.typed, **later.typed},
        )
    return made


def _kind(claim: Claim, correction: Correction) -> Kind:
    """Return what sort of claim it is now; whatever a ledger holds, the sort fits the value."""
    value = correction.value
    if value is None:
        return claim.kind
    kind = next((known for known in get_args(Kind) if known == correction.kind), claim.kind)
    if value.unit == "date":
        return "date"
    return "quantity" if kind in ("date", "fact") else kind
