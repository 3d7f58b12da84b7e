"""The claims of the sources as a table that fits the terminal.

Where there is room a line says everything. On a narrow terminal the source stands above its claims instead of
on each line, identifiers are shortened, a negated claim says "not:" before its measure, and what is ordinary
(an actual figure, nobody named for it) is left out.
"""

from collections.abc import Sequence

from claims.model import Claim, Source
from reconcile.format import asserted, counted, period, provenance, value
from reconcile.report import notes
from reconcile.report.layout import Page
from reconcile.report.table import Row, fitted, write_table
from reconcile.safe import one_line

_WIDE_FROM = 120
_WIDE = (
    "source",
    "id",
    "kind",
    "subject",
    "measure",
    "value",
    "period",
    "modality",
    "attribution",
    "polarity",
)
_NARROW = ("id", "subject", "measure", "value", "period", "status")
_SMALLEST = {"id": 8, "subject": 10, "measure": 18, "value": 14, "period": 8, "status": 6}
_SHORT_ID = 8


def render(
    sources: Sequence[Source],
    claims: Sequence[Claim],
    problems: Sequence[object] = (),
    *,
    width: int | None = None,
    colour: bool = False,
) -> str:
    """Return the table as text.

    Args:
        sources: The sources that were read.
        claims: Their claims.
        problems: What could not be read; each is one line as a string.
        width: Columns to fit into by cutting long cells; None writes each cell in full, up to a limit.
        colour: Whether escape sequences are written.
    """
    page = Page(width or 10_000, colour)
    wide = width is None or width >= _WIDE_FROM
    by_source: dict[str, list[Row]] = {source.name: [] for source in sources}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(_row(claim, wide))
    rows = [row for of_source in by_source.values() for row in of_source]
    names, widths = fitted(_WIDE if wide else _NARROW, rows, width, _SMALLEST)
    if wide and rows:
        write_table(page, names, widths, rows)
        page.blank()
    for source in sources:
        found = by_source[source.name]
        page.paragraph(
            f"{one_line(source.name)} · {one_line(provenance(source))} · {counted(len(found), 'claim')}"
        )
        if not wide and found:
            page.blank()
            write_table(page, names, widths, found)
            page.blank()
    notes.write(page, map(one_line, map(str, problems)), map(one_line, notes.notes(sources, claims)))
    return page.text()


def _row(claim: Claim, wide: bool) -> Row:
    negated = "not: " if claim.polarity == "negated" and not wide else ""
    unusual = claim.modality if claim.modality != "actual" else ""
    cells = {
        "source": claim.source,
        "id": claim.id if wide else claim.id[:_SHORT_ID],
        "kind": claim.kind,
        "subject": claim.subject,
        "measure": negated + asserted(claim),
        "value": value(claim.value) if claim.value else "",
        "period": period(claim.period) if claim.period else "",
        "modality": claim.modality,
        "attribution": claim.attribution or "",
        "polarity": claim.polarity,
        "status": ", ".join(filter(None, (unusual, claim.attribution))),
    }
    return {name: one_line(cell) for name, cell in cells.items()}
