"""From lines to paragraphs, as an eye would: by gaps, indents, sizes and sentences that go on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.model import BlockKind
from claims.sources.furniture import is_date_line, is_labelled
from claims.sources.lines import ends_sentence, is_unfinished
from claims.sources.pdf.lines import Line

_BULLET = re.compile(r"[•‣▪●◦■–-]\s")
_OTHER_SIZE = 0.08
_WIDE_GAP = 1.35
_LARGER = 1.12
_MOST_HEADING_WORDS = 30
_COLUMN = 30.0
_LONGEST_JOIN = 400  # lines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: tuple[Line, ...]
    kind: BlockKind | None = None

    @property
    def text(self) -> str:
        """Its lines below each other, as printed; without a bullet."""
        text = "\n".join(line.text for line in self.lines)
        bullet = _BULLET.match(text)
        return text[bullet.end() :] if bullet else text


def paragraphs(lines: Sequence[Line], body: float) -> list[Paragraph]:
    """Group the lines of a document.

    Args:
        lines: Its lines in reading order, over all pages.
        body: The size of most letters.

    Returns:
        Its paragraphs; what is larger or bold and short is a heading.
    """
    groups: list[list[Line]] = []
    pitch = _usual_pitch(lines)
    edges = _right_edges(lines)
    for line in lines:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and len(groups[-1]) < _LONGEST_JOIN
            and _goes_on(last, line, groups[-1], pitch, edges)
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(tuple(group), _kind(group, body)) for group in groups]


def _usual_pitch(lines: Sequence[Line]) -> float:
    """Return the distance from line to line inside of paragraphs, as a multiple of the size.

    Between paragraphs it is larger, so it is the lower quartile: short paragraphs have as many gaps as lines.
    """
    steps = sorted(
        (a.bottom - b.bottom) / max(a.size, 1.0)
        for a, b in pairwise(lines)
        if a.page == b.page and a.size == b.size and 0 < a.bottom - b.bottom < 3 * a.size
    )
    return steps[len(steps) // 4] if steps else 1.3


def _right_edges(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Return the right edge of each column of each page."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        for column in _columns(line):
            key = (line.page, column)
            edges[key] = max(edges.get(key, 0.0), line.right)
    return edges


def _columns(line: Line) -> tuple[int, ...]:
    column = int(line.left // _COLUMN)
    return (column, column + 1)


def _edge(line: Line, edges: dict[tuple[int, int], float]) -> float:
    return edges[line.page, int(line.left // _COLUMN)]


def _goes_on(
    last: Line, line: Line, group: Sequence[Line], pitch: float, edges: dict[tuple[int, int], float]
) -> bool:
    """Tell whether a line belongs to the paragraph of the line before it."""
    if (
        abs(last.size - line.size) > _OTHER_SIZE * last.size
        or last.bold != line.bold
        or _BULLET.match(line.text)
    ):
        return False
    if is_labelled(last.text) or is_labelled(line.text) or is_date_line(last.text):
        return False
    full = last.right > _edge(last, edges) - 0.12 * max(_edge(last, edges) - last.left, 1.0)
    below = last.page == line.page and line.bottom < last.bottom and line.left < last.right
    if not below:  # the next column or page
        return not last.text.rstrip().endswith((".", "!", "?", "”", '"')) and (
            full or is_unfinished(last.text) or line.text[:1].islower()
        )
    if (last.bottom - line.bottom) / max(last.size, 1.0) > _WIDE_GAP * pitch:
        return False
    if line.left > last.left + 0.7 * line.size and not _BULLET.match(group[0].text) and len(group) > 1:
        return False
    if line.left > last.left + 0.7 * line.size and len(group) == 1 and ends_sentence(last.text):
        return False
    return full or not ends_sentence(last.text)


def _kind(group: Sequence[Line], body: float) -> BlockKind | None:
    text = " ".join(line.text for line in group)
    if _BULLET.match(text):
        return "list_item"
    short = len(text.split()) <= _MOST_HEADING_WORDS and not text.rstrip().endswith((".", ";", ","))
    larger = group[0].size > _LARGER * body
    bold = all(line.bold for line in group) and len(group) <= 3
    return "heading" if short and (larger or bold) and any(c.isalpha() for c in text) else None
