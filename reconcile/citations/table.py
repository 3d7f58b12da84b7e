"""The citations as a table: what each column holds, and the table as CSV, Markdown or a workbook."""

import csv
import io
import re
from collections.abc import Callable, Sequence

from reconcile.citations.row import Citation
from reconcile.safe import visible

Cell = str | float | int | None

COLUMNS: dict[str, Callable[[Citation], Cell]] = {
    "claim": lambda row: row.claim,
    "question": lambda row: row.question,
    "verdict": lambda row: row.verdict,
    "decision": lambda row: row.decision,
    "reviewer": lambda row: row.reviewer,
    "decided": lambda row: row.decided,
    "note": lambda row: row.note,
    "kind": lambda row: row.kind,
    "subject": lambda row: row.subject,
    "measure": lambda row: row.measure,
    "object": lambda row: row.object,
    "scope": lambda row: row.scope,
    "as_written": lambda row: row.surface,
    "value": lambda row: row.value,
    "low": lambda row: row.low,
    "high": lambda row: row.high,
    "unit": lambda row: row.unit,
    "counted": lambda row: row.counted,
    "hedge": lambda row: row.hedge,
    "period": lambda row: row.period,
    "period_start": lambda row: row.period_start,
    "period_end": lambda row: row.period_end,
    "period_evidence": lambda row: row.period_evidence,
    "modality": lambda row: row.modality,
    "polarity": lambda row: row.polarity,
    "attribution": lambda row: row.attribution,
    "quote": lambda row: row.selector.exact,
    "prefix": lambda row: row.selector.prefix,
    "suffix": lambda row: row.selector.suffix,
    "start": lambda row: row.selector.start,
    "end": lambda row: row.selector.end,
    "locator": lambda row: row.locator,
    "source": lambda row: row.work.name,
    "title": lambda row: row.work.title,
    "authors": lambda row: row.work.authors,
    "publisher": lambda row: row.work.publisher,
    "url": lambda row: row.work.url,
    "link": lambda row: row.link,
    "published": lambda row: row.work.published,
    "published_evidence": lambda row: row.work.published_evidence,
    "modified": lambda row: row.work.modified,
    "modified_evidence": lambda row: row.work.modified_evidence,
    "accessed": lambda row: row.work.accessed,
    "not_the_original": lambda row: row.work.original,
    "group": lambda row: row.group,
    "file_sha256": lambda row: row.work.file_sha256,
    "text_sha256": lambda row: row.work.text_sha256,
}
"""Name of a column -> what it holds of a citation."""

_FORMULA = re.compile(r"[\s\x00-\x1f\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
# Excel holds no more in a cell.
_LONGEST_CELL = 32_767


def cells(row: Citation) -> list[Cell]:
    """Return the cells of a row, in the order of the columns."""
    return [cell(row) for cell in COLUMNS.values()]


def as_csv(rows: Sequence[Citation]) -> str:
    """Return the table as CSV (RFC 4180), with a header.

    A text that a spreadsheet could take for a formula gets an apostrophe before it, hidden characters are
    written as escapes.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(_safe(cell) for cell in cells(row))
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return _number(cell) if cell is not None else ""
    shown = visible(cell)
    return f"'{shown}" if _FORMULA.match(shown) else shown


def _number(cell: float | int) -> float | int:
    """Write a whole number without its ".0"."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15 else cell


def as_xlsx(rows: Sequence[Citation]) -> bytes:
    """Return the table as an Excel workbook; every text is text, whatever it begins with."""
    from datetime import datetime

    import xlsxwriter

    buffer = io.BytesIO()
    texts = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **texts}) as book:
        book.set_properties({"title": "Citations", "created": datetime(2000, 1, 1)})  # the same on every day
        head, body = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("citations")
        sheet.freeze_panes(1, 1)
        for column, name in enumerate(COLUMNS):
            sheet.write_string(0, column, name, head)
            sheet.set_column(column, column, _width(name))
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(cells(row)):
                if isinstance(cell, str):
                    sheet.write_string(line, column, visible(cell)[:_LONGEST_CELL], body)
                elif cell is not None:
                    sheet.write_number(line, column, cell, body)
        sheet.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)
    return buffer.getvalue()


def _width(column: str) -> int:
    """Return the width of a column in characters."""
    if column in ("quote", "question", "note"):
        return 50
    return 24 if column in ("measure", "prefix", "suffix", "title", "link", "url") else 14
