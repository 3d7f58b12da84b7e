"""Lines of a text with their places, and which of them were wrapped and belong together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Wider lines than this are paragraphs of their own: nobody wraps text there.
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 30
# What may follow the last stop of a sentence.
CLOSERS = "\"'”’»)]*_ "
_FIRST_WORD = re.compile(r"\S{1,200}")
_HARD_BREAK = ("  ", "\\")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank.

    Attributes:
        number: Counted from 1.
        start: Offset of its first visible character.
        end: Offset after its last visible character.
        text: The line without the white space around it.
        indent: How many white-space characters stand before it.
        gap: Whether a blank line (or the start of the text) comes before it.
        hard_break: Whether it ends in a Markdown line break (two blanks or a backslash).
    """

    number: int
    start: int
    end: int
    text: str
    indent: int
    gap: bool
    hard_break: bool = False


def split(text: str, begin: int = 0) -> list[Line]:
    """Return the lines of ``text`` from offset ``begin`` on that are not blank."""
    found: list[Line] = []
    number = len(text[:begin].splitlines())
    offset, gap = begin, True
    for whole in text[begin:].splitlines(keepends=True):
        number += 1
        stripped = whole.strip()
        if stripped:
            indent = len(whole) - len(whole.lstrip())
            start = offset + indent
            hard = whole.rstrip("\r\n").endswith(_HARD_BREAK)
            found.append(Line(number, start, start + len(stripped), stripped, indent, gap, hard))
        gap = not stripped
        offset += len(whole)
    return found


def ends_sentence(text: str) -> bool:
    """Tell whether the text ends in a stop, apart from closing quotes and brackets."""
    return text[-12:].rstrip(CLOSERS).endswith((".", "!", "?", "…", ":", ";"))


def _runs_on(first: Line, second: Line) -> bool:
    """Tell whether a sentence goes on from one line to the next: no stop here, a small letter there."""
    return not second.gap and second.text[0].islower() and not ends_sentence(first.text)


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width that the lines were wrapped at, or None where each line is a paragraph.

    Wrapped prose betrays itself: about three lines in four of a paragraph begin with a small letter after a
    line without a stop. Paragraphs that stand in one line each hardly ever do.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    lengths = sorted(
        len(a.text) for a, b in pairs if _runs_on(a, b) and _NARROWEST_WRAP <= len(a.text) <= _WIDEST_WRAP
    )
    if not lengths or len(lengths) < 0.3 * len(pairs):
        return None
    return lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)]


def continues(first: Line, second: Line, width: int | None) -> bool:
    """Tell whether ``second`` is the same paragraph as ``first``, the line before it.

    Args:
        first: A line.
        second: The next line that is not blank.
        width: What ``wrap_width`` found.

    Returns:
        True where the sentence runs on, or where the next word would not have fitted on the line.
    """
    if second.gap or first.hard_break or second.indent >= first.indent + 2:
        return False
    if _runs_on(first, second):
        return len(first.text) >= _NARROWEST_WRAP
    word = _FIRST_WORD.match(second.text)
    if width is None or word is None or len(first.text) > _WIDEST_WRAP:
        return False
    needed = len(first.text) + 1 + len(word[0])
    return needed > (width if ends_sentence(first.text) else 0.85 * width)
