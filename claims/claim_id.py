"""Stable identifiers of claims."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from claims.model import Claim, Source


def with_ids(source: Source, claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims in text order, each with its identifier and none twice.

    The identifier depends on the text of the source and on the place and content of the claim, so that
    neither another source nor another name of the file changes it.

    Args:
        source: The source that the claims were read from.
        claims: Its claims, ids empty.
    """
    made: dict[str, Claim] = {}
    for claim in sorted(claims, key=_place):
        content = (
            source.sha256,
            claim.start,
            claim.end,
            claim.kind,
            claim.subject,
            claim.measure,
            claim.polarity,
            _value(claim),
        )
        name = hashlib.sha256(repr(content).encode()).hexdigest()[:12]
        made.setdefault(name, replace(claim, id=name))
    return list(made.values())


def _value(claim: Claim) -> tuple[object, ...]:
    value = claim.value
    return (value.low, value.high, value.unit, value.start) if value else ()


def _place(claim: Claim) -> tuple[object, ...]:
    value_start = claim.value.start if claim.value else claim.start
    return (value_start, claim.end, claim.kind, claim.measure, claim.subject)
