"""What was read: each source with its format, its words and claims, its date and where that was found."""

from collections.abc import Iterable, Sequence
from typing import Any

from claims.model import Claim, Source
from reconcile.format import day
from reconcile.report import notes
from reconcile.report.layout import Page
from reconcile.report.table import Row, fitted, write_table
from reconcile.safe import one_line

_NAMES = ("source", "read as", "words", "claims", "published", "found in", "publisher", "title")
_SMALLEST = {"source": 12, "read as": 8, "published": 11, "found in": 10}
_UNKNOWN = "unknown"


def render(
    sources: Sequence[Source],
    claims: Iterable[Claim],
    problems: Iterable[object] = (),
    *,
    width: int | None = None,
    colour: bool = False,
) -> str:
    """Return the table as text, with what was found about each source and what went wrong below it.

    Args:
        sources: The sources that were read.
        claims: Their claims.
        problems: What could not be read; each is one line as a string.
        width: Columns to fit into by cutting long cells; None writes each cell in full, up to a limit.
        colour: Whether escape sequences are written.
    """
    page = Page(width or 10_000, colour)
    found = list(claims)
    counts = _counts(found)
    rows = [_row(source, counts.get(source.name, 0)) for source in sources]
    if rows:
        write_table(page, *fitted(_NAMES, rows, width, _SMALLEST), rows)
    notes.write(page, map(one_line, map(str, problems)), map(one_line, notes.notes(sources, found)))
    return page.text()


def as_json(sources: Iterable[Source], claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Return the same for programs: all metadata with their evidence, and the text that offsets count in."""
    counts = _counts(claims)
    return [
        {
            **source.as_json(),
            "words": words(source),
            "claims": counts.get(source.name, 0),
            "text": source.text,
        }
        for source in sources
    ]


def words(source: Source) -> int:
    """Return how many words the article has, without what surrounds it."""
    return sum(
        len(source.text[block.start : block.end].split())
        for block in source.blocks
        if block.kind != "furniture"
    )


def _counts(claims: Iterable[Claim]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for claim in claims:
        counts[claim.source] = counts.get(claim.source, 0) + 1
    return counts


def _row(source: Source, claims: int) -> Row:
    published, guessed = source.metadata.get("published"), source.metadata.get("published_guess")
    date = published or guessed
    cells = {
        "source": source.name,
        "read as": f"{source.format} ({source.reader})" if source.reader else source.format,
        "words": str(words(source)),
        "claims": str(claims),
        "published": (day(date.value) + ("?" if date.guess else "")) if date else _UNKNOWN,
        "found in": date.evidence if date else "",
        "publisher": source.known("publisher") or _UNKNOWN,
        "title": source.known("title") or "",
    }
    return {name: one_line(cell) for name, cell in cells.items()}
