"""Rows and cells of Markdown tables and of tables with tabs."""

import re
from collections.abc import Sequence

from claims.sources.lines import Line

_DELIMITER = re.compile(r"\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?")
_LONGEST_ROW = 20_000
_LETTERS = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?:FY ?)?(?:19|20)\d{2}(?:[-–/]\d{2,4})?", re.IGNORECASE)
_FIGURE = re.compile(r"[^\w]{0,4}\d")
# What stands between cells that only blanks set apart, as in plain text: "North      118,000     3.4".
BLANKS = "  "
_APART = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_CELL_OF_FIGURES = re.compile(r"[^\w\s]{0,3}\s?\d[\d.,   –-]*\s?[^\W\d]{0,3}%?|[–—-]")
_EMPHASIS = "*_` \t\u00a0"


def is_delimiter(line: Line) -> bool:
    """Tell whether this is the line of dashes below a table's header."""
    return (
        "-" in line.text
        and "|" in line.text
        and len(line.text) < _LONGEST_ROW
        and bool(_DELIMITER.fullmatch(line.text))
    )


def starts_table(line: Line, following: Line | None) -> bool:
    """Tell whether a table with a header starts at this line."""
    return (
        "|" in line.text
        and following is not None
        and not following.gap
        and is_delimiter(following)
        and len(line.text) < _LONGEST_ROW
    )


def is_titled(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row of a table names its columns.

    It does where it alone has no figures, and where its cells are words or years while most cells below are
    figures.

    Args:
        rows: The cells of all rows.
    """
    head, below = rows[0], rows[1:]
    if not any(map(_has_figure, head)) and any(_has_figure(cell) for row in below for cell in row):
        return True
    names = [cell.strip() for cell in head[1:] if cell.strip()]
    values = [cell.strip() for row in below for cell in row[1:] if cell.strip()]
    named = all(map(_is_name, names))
    figures = sum(bool(_FIGURE.match(value)) for value in values)
    return bool(names) and named and 2 * figures > len(values)


def _is_name(cell: str) -> bool:
    """Tell whether a cell may name its column: "2024 (Mt)" or "Share of exports", but not "58 million"."""
    return bool(_YEAR.match(cell)) or (len(_LETTERS.findall(cell)) > 4 and not _FIGURE.match(cell))


def _has_figure(text: str) -> bool:
    return any(c.isdecimal() for c in text)


def is_row(line: Line) -> bool:
    """Tell whether a line after a header is one more row."""
    return not line.gap and "|" in line.text and len(line.text) < _LONGEST_ROW


def cells(line: Line, separator: str = "|") -> tuple[tuple[int, int], ...]:
    """Return the spans of a row's cells, without blanks and emphasis around their text.

    Args:
        line: The row.
        separator: What stands between cells: a bar, which may be escaped by a backslash, a tab or BLANKS.

    Returns:
        Offsets in the source's text; an empty cell has an empty span.
    """
    if separator == BLANKS:
        apart = [found.span() for found in _APART.finditer(line.text)]
        starts, ends = [0, *(end for _, end in apart)], [*(start for start, _ in apart), len(line.text)]
        return tuple(_trim(line, start, end) for start, end in zip(starts, ends, strict=True))
    spans = []
    begin = 1 if separator == "|" and line.text.startswith("|") else 0
    end = len(line.text)
    if separator == "|" and line.text.endswith("|") and not line.text.endswith("\\|") and end > begin:
        end -= 1
    for match in re.finditer(
        r"(?:\\.|[^|])*" if separator == "|" else rf"[^{separator}]*", line.text[begin:end]
    ):
        at = match.start()
        if match.group() or at == 0 or line.text[begin + at - 1] == separator:
            spans.append(_trim(line, begin + at, begin + match.end()))
    return tuple(spans)


def columns(line: Line) -> int:
    """Return how many cells a line has that only blanks set apart; 1 where it has none, as most prose."""
    return len(_APART.findall(line.text)) + 1 if len(line.text) < _LONGEST_ROW else 1


def barred(line: Line) -> int:
    """Return how many cells a line has that bars set apart; 1 where it has none, as most prose."""
    return line.text.strip("|").count("|") + 1 if len(line.text) < _LONGEST_ROW else 1


def holds_figures(line: Line) -> bool:
    """Tell whether all cells of such a line but the first are figures."""
    text = line.text.strip("|")
    others = [cell.strip() for cell in (text.split("|") if "|" in text else _APART.split(text))[1:]]
    return all(_CELL_OF_FIGURES.fullmatch(cell) for cell in others)


def _trim(line: Line, start: int, end: int) -> tuple[int, int]:
    inner = line.text[start:end]
    left = len(inner) - len(inner.lstrip(_EMPHASIS))
    kept = inner.strip(_EMPHASIS)
    return line.start + start + left, line.start + start + left + len(kept)
