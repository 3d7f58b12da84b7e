"""A claim's sentence with the words that carry it, and its value in brackets."""

from itertools import pairwise

from claims.model import Claim, Source
from reconcile.tui.core.spans import Span, flat

_AROUND = 400


def in_sentence(claim: Claim, source: Source | None) -> list[Span]:
    """Return the whole sentence of a claim, its value highlighted; a fact's clause where it has no value.

    Args:
        claim: The claim.
        source: Its source, to find the place of the sentence; without it the quote stands alone.
    """
    text, offset = _sentence(claim, source)
    start, end = marked(claim)
    start, end = start - offset, end - offset
    if not 0 <= start < end <= len(text):
        return [Span("“"), Span(flat(text).strip()), Span("”")]
    clause = max(claim.start - offset, 0), min(claim.end - offset, len(text))
    parts = [Span("“", "dim")]
    for first, last in ((max(0, start - _AROUND), start), (end, min(len(text), end + _AROUND))):
        around = _dimmed(text, first, last, clause)
        if first > 0 and last == start:
            around.insert(0, Span("… ", "dim"))
        if last < len(text) and first == end:
            around.append(Span(" …", "dim"))
        parts += around
        if last == start:
            parts.append(Span(f"[{flat(text[start:end]).strip()}]", "value"))
    return [*parts, Span("”", "dim")]


def marked(claim: Claim) -> tuple[int, int]:
    """Return the place of what is highlighted: the value where it stands in the source, else the clause."""
    if claim.value is not None and claim.value.start < claim.value.end:
        return claim.value.start, claim.value.end
    return claim.start, claim.end


def _sentence(claim: Claim, source: Source | None) -> tuple[str, int]:
    if source is not None:
        first, last = claim.end - len(claim.sentence), claim.start + len(claim.sentence)
        found = source.text.find(claim.sentence, max(0, first), last)
        if found != -1:
            return claim.sentence, found
    return claim.quote, claim.start


def _dimmed(text: str, start: int, end: int, clause: tuple[int, int]) -> list[Span]:
    """Return a part of a sentence, what lies outside the clause dimmed."""
    cuts = sorted({start, end, *(min(max(edge, start), end) for edge in clause)})
    return [
        Span(flat(text[first:last]), "" if clause[0] <= first < clause[1] else "dim")
        for first, last in pairwise(cuts)
        if first < last
    ]
