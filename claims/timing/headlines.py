"""When the figures of a headline hold: as the text says of the same figure, or while its event lasted."""

from collections.abc import Sequence
from dataclasses import replace

from claims.model import Claim, Period
from claims.timing.carrying import joined


def headline(claims: list[Claim], lines: Sequence[tuple[int, int]], event: Period | None) -> list[Claim]:
    """Give the figures of a headline the period of the figure that they repeat, or of the event.

    Args:
        claims: All claims of the source.
        lines: First and last offset of the headline.
        event: The days of the event that the article is about, or None.
    """
    told = {_figure(claim): claim.period for claim in reversed(claims) if _is_dated(claim) and claim.value}
    return [
        _dated(claim, told.get(_figure(claim)), event)
        if any(start <= claim.start < end for start, end in lines)
        else claim
        for claim in claims
    ]


def _dated(claim: Claim, told: Period | None, event: Period | None) -> Claim:
    if claim.value is None or _is_dated(claim) or claim.value.unit in ("day", "year"):
        return claim
    period = told if told is not None else event if claim.kind in ("count", "quantity") else None
    if period is None:
        return claim
    note = f"carried from “{period.text}”"
    found = replace(period, resolved_from=joined(period.resolved_from, note))
    return replace(claim, period=found, inferred={**claim.inferred, "period": note})


def _is_dated(claim: Claim) -> bool:
    return claim.period is not None and bool(claim.period.start or claim.period.end)


def _figure(claim: Claim) -> tuple[object, ...]:
    value = claim.value
    return (value.low, value.high, value.unit) if value else ()
