"""The lines of a PDF: which are running heads, page numbers or notes, and which form tables."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

# Heads and feet stand in this share of the page, at its top and bottom.
_EDGE = 0.11
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]{0,4}(?:page|p\.|seite)?\s{0,2}\d{1,4}(?:\s{0,2}(?:of|/|von|\|)\s{0,2}\d{1,4})?[-–—|\s]{0,4}",
    re.I,
)
# What a browser prints above and below: the moment of printing, the address.
_PRINTED = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}.*|(?:https?://|www\.)\S+(?: \d+/\d+)?", re.I
)
_NOTE_MARK = re.compile(r"(?:\d{1,2}|[*†‡])\s?\S")
_MARK = re.compile(r"^(?:\d{1,2}|[*†‡])[ .)]{0,2}(?=[^\W\d])")
_LONG_CELL = 25
_LONGEST_CELL = 60
_COLUMN_LINES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page.

    Attributes:
        page: Counted from 0.
        text: Its words.
        left: Where it begins, in points.
        right: Where it ends.
        bottom: Where its letters stand, from the bottom of the page.
        top: Where they end.
        size: Of its letters.
        bold: Whether it is set in bold.
        cells: Left, right and text of its parts with wide gaps between them.
    """

    page: int
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    cells: tuple[tuple[float, float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its lines in the order in which the file draws them."""

    number: int
    height: float
    lines: tuple[Line, ...]


def body_size(lines: Sequence[Line]) -> float:
    """Return the size that most letters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size)) if sizes else 1.0


def without_edges(pages: Sequence[Page]) -> list[Page]:
    """Leave out running heads and feet, page numbers and what a browser prints around a page."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_key(line) for line in page.lines if _is_at_edge(line, page)})
    return [
        replace(
            page,
            lines=tuple(
                line
                for line in page.lines
                if not (_is_at_edge(line, page) and (seen[_key(line)] >= 2 or _is_edge_text(line.text)))
            ),
        )
        for page in pages
    ]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text.lower())[:200]


def _is_at_edge(line: Line, page: Page) -> bool:
    return line.bottom > (1 - _EDGE) * page.height or line.top < _EDGE * page.height


def _is_edge_text(text: str) -> bool:
    shown = text[:300].strip()
    return bool(_PAGE_NUMBER.fullmatch(shown) or _PRINTED.fullmatch(shown))


def parted(page: Page, size: float) -> tuple[list[Line], list[Line]]:
    """Part the text of a page from its footnotes: small lines at the bottom, from the first with a mark on.

    Returns:
        The lines of the text and those of the notes, these without their marks.
    """
    small = [line.size < 0.9 * size and line.top < 0.35 * page.height for line in page.lines]
    start = len(small)
    while start and small[start - 1]:
        start -= 1
    first = next((i for i in range(start, len(small)) if _NOTE_MARK.match(page.lines[i].text)), None)
    if first is None:
        return list(page.lines), []
    notes = [replace(line, text=_MARK.sub("", line.text)) for line in page.lines[first:]]
    return list(page.lines[:first]), notes


def columns(lines: Sequence[Line]) -> list[Line]:
    """Put two columns of prose that the file draws line by line one below the other."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and len(lines[end].cells) == 2:
            end += 1
        run = lines[at:end]
        if len(run) >= _COLUMN_LINES and _mean_cell(run) > _LONG_CELL:
            found += [_cell_line(line, side) for side in (0, 1) for line in run]
            at = end
        else:
            found += lines[at : max(end, at + 1)]
            at = max(end, at + 1)
    return found


def _cell_line(line: Line, side: int) -> Line:
    left, right, text = line.cells[side]
    return replace(line, left=left, right=right, text=text, cells=((left, right, text),))


def _mean_cell(run: Sequence[Line]) -> float:
    cells = [cell for line in run for cell in line.cells]
    return sum(len(cell[2]) for cell in cells) / max(len(cells), 1)


def table_end(lines: Sequence[Line], at: int) -> int:
    """Return where the table ends that begins at a line; ``at`` where none begins."""
    end = at
    while end < len(lines) and _is_row(lines[end]) and lines[end].page == lines[at].page:
        end += 1
    return end if end - at >= 2 else at


def _is_row(line: Line) -> bool:
    return len(line.cells) >= 2 and all(len(cell[2]) <= _LONGEST_CELL for cell in line.cells)


def table_cells(lines: Sequence[Line]) -> list[list[str]]:
    """Return the cells of a table by row, each in the column of the widest row that it stands in."""
    widest = max(lines, key=lambda line: len(line.cells))
    edges = [(left, right) for left, right, _ in widest.cells]
    table = []
    for line in lines:
        row = [""] * len(edges)
        for left, right, text in line.cells:
            column = min(range(len(edges)), key=lambda i: _distance(edges[i], (left, right)))
            row[column] = f"{row[column]} {text}".strip()
        table.append(row)
    return table


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return min(abs(one[0] - other[0]), abs(one[1] - other[1]), abs(sum(one) - sum(other)) / 2)
