"""Where a claim comes from: its sentence, the words that each facet was read from, what was inferred."""

from collections.abc import Sequence
from typing import Any

from claims.evidence import Evidence, evidence, sentence_of
from claims.model import Claim, Source
from reconcile.format import period, provenance, value
from reconcile.report.layout import CLOSE, OPEN, Page
from reconcile.safe import columns, one_line

_INDENT = 2


class UnknownClaim(ValueError):
    """No claim, or more than one, has an id that begins as asked; the text says what to do."""


def find_claim(claims: Sequence[Claim], wanted: str) -> Claim:
    """Return the claim whose id begins with some characters.

    Args:
        claims: The claims of all sources.
        wanted: The id of a claim or its beginning.

    Raises:
        UnknownClaim: None or several begin so.
    """
    found = [claim for claim in claims if wanted and claim.id.startswith(wanted)]
    if not found:
        raise UnknownClaim(f"no claim “{one_line(wanted)}”; `reconcile claims` prints the id of each")
    if len({claim.id for claim in found}) == 1:
        return found[0]
    several = ", ".join(claim.id for claim in found[:5])
    raise UnknownClaim(f"several claims begin with “{one_line(wanted)}”: {several}; give more of the id")


def render(source: Source, claim: Claim, *, width: int = 80, colour: bool = False) -> str:
    """Return the explanation of a claim as text.

    Args:
        source: The source that it was read from.
        claim: The claim.
        width: Columns that no line exceeds.
        colour: Whether escape sequences for colour are written.
    """
    page = Page(width, colour)
    page.paragraph(one_line(_said(claim)), lead=f"{claim.kind}  ", lead_style="bold", style="bold")
    place = f"{source.name} · {provenance(source)} · characters {claim.start}–{claim.end} · claim {claim.id}"
    page.paragraph(one_line(place), style="dim")
    page.blank()
    page.paragraph(_sentence(source, claim), _INDENT)
    page.heading("WHERE EACH FACET COMES FROM")
    found = evidence(source, claim)
    widest = max(columns(one_line(item.facet)) for item in found)
    for item in found:
        _facet(page, source, claim, item, widest)
    return page.text()


def as_json(source: Source, claim: Claim) -> dict[str, Any]:
    """Return the explanation as data: the claim, and for each facet its places, words and notes."""
    return {
        "claim": claim.as_json(),
        "evidence": [
            {
                "facet": item.facet,
                "value": _shown(claim, item.facet),
                "places": [list(place) for place in item.places],
                "words": [source.text[start:end] for start, end in item.places],
                "supplied": list(item.supplied),
                "note": item.note,
            }
            for item in evidence(source, claim)
        ],
    }


def _said(claim: Claim) -> str:
    denied = "not: " if claim.polarity == "negated" else ""
    figure = f": {value(claim.value)}" if claim.value else ""
    return f"{claim.subject} · {denied}{claim.measure}{figure}"


def _sentence(source: Source, claim: Claim) -> str:
    """Return the sentence with the value, or the words of a fact, highlighted."""
    start, end = (claim.value.start, claim.value.end) if claim.value else (claim.start, claim.end)
    first, last = sentence_of(source, claim)
    if not first <= start <= end <= last:
        return f"“{one_line(claim.sentence)}”"
    before, inside, after = source.text[first:start], source.text[start:end], source.text[end:last]
    gap = " " if before[-1:].isspace() else ""
    follow = " " if after[:1].isspace() else ""
    return f"“{one_line(before)}{gap}{OPEN}{one_line(inside)}{CLOSE}{follow}{one_line(after)}”"


def _facet(page: Page, source: Source, claim: Claim, item: Evidence, widest: int) -> None:
    name = one_line(item.facet)
    lead = name + " " * (widest - columns(name) + 2)
    page.paragraph(one_line(_shown(claim, item.facet)) or "none", _INDENT, lead=lead, lead_style="bold")
    margin = _INDENT + columns(lead)
    if item.places:
        words = ", ".join(f"“{one_line(source.text[start:end])}”" for start, end in item.places)
        first, last = sentence_of(source, claim)
        here = all(first <= start and end <= last for start, end in item.places)
        page.paragraph(words, margin, lead="from " if here else "from another sentence, ", style="cyan")
    elif item.note is None and item.facet not in ("modality", "polarity"):
        page.paragraph("not in these words in the sentence", margin, style="yellow")
    if item.supplied and item.places:
        added = ", ".join(f"“{one_line(word)}”" for word in item.supplied)
        page.paragraph(f"supplied: {added}", margin, style="yellow")
    if item.note:
        page.paragraph(one_line(item.note), margin, lead="inferred: ", style="yellow")


def _shown(claim: Claim, facet: str) -> str:
    if facet.startswith("scope."):
        return claim.scope[facet.removeprefix("scope.")]
    if facet == "value" and claim.value is not None:
        return value(claim.value)
    if facet == "period" and claim.period is not None:
        return period(claim.period)
    shown = getattr(claim, facet)
    return shown if isinstance(shown, str) else ""
