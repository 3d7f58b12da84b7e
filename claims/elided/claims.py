"""Claims of figures whose unit was taken from the text around, and whose good may be, too."""

from collections.abc import Sequence
from dataclasses import replace

from claims.elided.figure import Figure
from claims.model import Claim
from claims.names import demonym

_OFFERED = frozenset({"bid", "offer"})
_REACH = 200  # claims to look back over for the price of the same good


def completed(claim: Claim, figure: Figure, earlier: Sequence[Claim], home: str | None) -> Claim:
    """Mark a claim's unit as inferred; give a price its name, its place and, where it names none, its good.

    Args:
        claim: The claim of the figure.
        figure: The figure.
        earlier: The claims before it in the text.
        home: The state that the text is written from, or None.
    """
    if figure.unit_from is None:
        return claim
    inferred = claim.inferred | {"unit": figure.unit_from}
    claim = replace(claim, inferred=inferred)
    if not figure.is_price:
        return claim
    named = [word for word in claim.measure.lower().split() if word in _OFFERED]
    claim = replace(claim, measure=named[0] if named else "price")
    nation = demonym(figure.quantity.unit.split()[0])
    if home is not None and nation == home and "geography" not in claim.scope:
        inferred = claim.inferred | {"geography": f"in the currency of “{home}”, where the text is written"}
        claim = replace(claim, scope=claim.scope | {"geography": home}, inferred=inferred)
    lender = _price_at(figure.good_at, earlier)
    if lender is None:
        return claim
    inferred = claim.inferred | {"subject": f"{figure.unit_from} of “{lender.subject}”"}
    return replace(claim, subject=lender.subject, inferred=inferred)


def _price_at(start: int | None, earlier: Sequence[Claim]) -> Claim | None:
    if start is None:
        return None
    priced = (claim for claim in reversed(earlier[-_REACH:]) if claim.value is not None)
    return next((claim for claim in priced if claim.value and claim.value.start == start), None)
