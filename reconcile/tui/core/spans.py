"""Lines of text in named styles: wrapped, cut, set side by side.

Text of a source never goes through a markup language: a span is a text and the names of its styles, and
that is all the screen gets.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reconcile.safe import columns, cut, one_line, visible

_NBSP = "\N{NO-BREAK SPACE}"
_BLANKS = re.compile(r"[^\S\u00a0]+")
_ESCAPE = re.compile(r"\x1b\[([0-9;]*)m")
_STYLES = {"1": "bold", "2": "dim", "1;31": "alert", "1;33": "possible", "36": "explained", "32": "agree"}


class Span(NamedTuple):
    """A run of text in one style.

    Attributes:
        text: What is shown; free of control characters.
        style: Names of styles, separated by spaces: bold, dim, value, alert, possible, explained, agree …
    """

    text: str
    style: str = ""


Line = tuple[Span, ...]


def line(*parts: Span | str) -> Line:
    """Return a line of spans; a plain text has no style."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts if part)


def flat(text: str) -> str:
    """Return a piece of a text on one line, the blanks at its ends kept as one space."""
    return _BLANKS.sub(" ", visible(text))


def width_of(spans: Iterable[Span]) -> int:
    """Return the columns that spans take."""
    return sum(columns(span.text) for span in spans)


def plain(spans: Iterable[Span]) -> str:
    """Return the text of spans as a screen shows it."""
    return "".join(span.text for span in spans).replace(_NBSP, " ")


def wrap(spans: Sequence[Span], width: int, indent: int = 0) -> list[Line]:
    """Break spans into lines of at most ``width`` columns, at spaces only where that is possible.

    Args:
        spans: The text.
        width: Columns that no line exceeds.
        indent: Columns before every line but the first.
    """
    width = max(width, indent + 2)
    margin = [Span(" " * indent)] if indent else []
    lines: list[Line] = []
    current: list[Span] = []
    used, filled = 0, False

    def end_line() -> None:
        nonlocal current, used, filled
        lines.append(_joined(current))
        current, used, filled = [*margin], indent, False

    for word in _words(spans):
        if filled and used + 1 + width_of(word) > width:
            end_line()
        elif filled:
            current.append(Span(" ", word[0].style if word[0].style == current[-1].style else ""))
            used += 1
        for piece in _pieces(word, width - indent):
            if filled and used + width_of(piece) > width:
                end_line()
            current += piece
            used, filled = used + width_of(piece), True
    if filled:
        lines.append(_joined(current))
    return lines


def _words(spans: Sequence[Span]) -> Iterator[list[Span]]:
    word: list[Span] = []
    for text, style in spans:
        head, *rest = text.split(" ")
        if head:
            word.append(Span(head, style))
        for part in rest:
            if word:
                yield word
            word = [Span(part, style)] if part else []
    if word:
        yield word


def _pieces(word: list[Span], width: int) -> Iterator[list[Span]]:
    """Break a word that is longer than a line."""
    if width_of(word) <= width:
        yield word
        return
    piece: list[Span] = []
    used = 0
    for text, style in word:
        for character in text:
            size = columns(character)
            if piece and used + size > width:
                yield piece
                piece, used = [], 0
            piece.append(Span(character, style))
            used += size
    if piece:
        yield piece


def _joined(spans: Iterable[Span]) -> Line:
    """Merge neighbours of one style, and write no-break spaces as the ordinary ones they look like."""
    merged: list[Span] = []
    for text, style in spans:
        text = text.replace(_NBSP, " ")
        if merged and merged[-1].style == style:
            merged[-1] = Span(merged[-1].text + text, style)
        else:
            merged.append(Span(text, style))
    return tuple(merged)


def fitted(text: str, width: int) -> str:
    """Return a text cut or padded to exactly ``width`` columns."""
    short = cut(one_line(text), width).replace(_NBSP, " ")
    return short + " " * (width - columns(short))


def beside(left: Sequence[Line], right: Sequence[Line], width: int, gap: str = " │ ") -> list[Line]:
    """Set two columns of lines side by side, the left one ``width`` columns wide."""
    rows = []
    for place in range(max(len(left), len(right))):
        first = left[place] if place < len(left) else ()
        second = right[place] if place < len(right) else ()
        rows.append((*first, Span(" " * (width - width_of(first))), Span(gap, "dim"), *second))
    return rows


def from_page(text: str) -> list[Line]:
    """Read the page that a report wrote for a terminal: its own colour codes become styles."""
    lines = []
    for row in text.splitlines():
        spans, style, place = [], "", 0
        for code in _ESCAPE.finditer(row):
            spans.append(Span(row[place : code.start()], style))
            style, place = _STYLES.get(code[1], ""), code.end()
        spans.append(Span(row[place:], style))
        lines.append(tuple(span for span in spans if span.text))
    return lines
