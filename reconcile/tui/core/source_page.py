"""A whole source as lines, with the place of a claim highlighted."""

from dataclasses import dataclass
from itertools import pairwise

from claims.model import Claim, Source
from reconcile.format import provenance
from reconcile.report.conflicts import said
from reconcile.safe import one_line, visible
from reconcile.tui.core.quotation import marked
from reconcile.tui.core.spans import Line, Span, wrap

_NUMBER = 5


@dataclass(frozen=True)
class Page:
    """A source laid out.

    Attributes:
        head: What stands above it: the source, and what the claim says.
        lines: Its lines.
        place: The line on which the highlighted words begin.
    """

    head: tuple[Line, ...]
    lines: tuple[Line, ...]
    place: int


def source_page(source: Source, claim: Claim, width: int, letter: str = "") -> Page:
    """Lay out a source as it was read, each line with its number.

    Args:
        source: The source.
        claim: One of its claims; its clause is highlighted, its value in brackets.
        width: Columns that no line exceeds.
        letter: What the claim is called.
    """
    start, end = marked(claim)
    clause = (min(claim.start, start), max(claim.end, end))
    room = max(width - _NUMBER - 1, 10)
    lines: list[Line] = []
    place = offset = 0
    for number, text in enumerate(source.text.split("\n"), 1):
        spans = _marked_up(text, offset, (start, end), clause)
        for row, wrapped in enumerate(wrap(spans, room) or [()]):
            label = f"{number:>{_NUMBER}} " if row == 0 else " " * (_NUMBER + 1)
            lines.append((Span(label, "dim"), *wrapped))
            if any("value" in span.style for span in wrapped) and not place:
                place = len(lines) - 1
        offset += len(text) + 1
    name = f"{letter} · " if letter else ""
    head = wrap(
        [Span(name, "bold"), Span(one_line(source.name), "bold"), Span(f"  {one_line(provenance(source))}")],
        width,
        2,
    )
    head += wrap([Span(said(claim), "bold")], width, 2)
    return Page(tuple(head), tuple(lines), place)


def _marked_up(text: str, offset: int, value: tuple[int, int], clause: tuple[int, int]) -> list[Span]:
    """Return one line of a source as spans: the clause in bold, the value in brackets."""
    edges = sorted({0, len(text), *(min(max(edge - offset, 0), len(text)) for edge in (*value, *clause))})
    spans = []
    for first, last in pairwise(edges):
        piece = visible(text[first:last].removesuffix("\r")).replace("\t", "    ")
        if value[0] <= first + offset < value[1]:
            opened = "[" if first + offset == value[0] else ""
            closed = "]" if last + offset == value[1] else ""
            spans.append(Span(opened + piece + closed, "value"))
        else:
            inside = clause[0] <= first + offset < clause[1]
            spans.append(Span(piece, "clause" if inside else ""))
    return spans
