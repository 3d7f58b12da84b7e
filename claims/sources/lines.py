"""Lines of a text with their places, and which of them were wrapped and belong together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claims import vocabulary

# Wider lines than this are paragraphs of their own: nobody wraps text there.
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 30
# What may follow the last stop of a sentence.
CLOSERS = "\"'”’»)]*_ "
_LAST_WORD = re.compile(r"[^\W\d_]{1,12}$")
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


def count(text: str) -> int:
    """Return how many line ends there are, without splitting."""
    return sum(map(text.count, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"))


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


@cache
def _unfinished_words() -> frozenset[str]:
    return frozenset(vocabulary.load("furniture")["wrapped"]["unfinished"])


def is_unfinished(text: str) -> bool:
    """Tell whether the text breaks off: after a comma, an article, a preposition …"""
    word = _LAST_WORD.search(text[-13:])
    return text.endswith(",") or bool(word and word[0] in _unfinished_words())


def _runs_on(first: Line, second: Line) -> bool:
    """Tell whether a sentence goes on from one line to the next: it breaks off, or a small letter follows."""
    if second.gap or ends_sentence(first.text):
        return False
    return is_unfinished(first.text) or (second.text[0].islower() and len(first.text) >= _NARROWEST_WRAP)


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width that the lines were wrapped at, or None where each line is a paragraph.

    Wrapped prose betrays itself: about three lines in four of a paragraph begin with a small letter after a
    line without a stop. Paragraphs that stand in one line each hardly ever do.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    lengths = [len(a.text) for a, b in pairs if _runs_on(a, b) and len(a.text) <= _WIDEST_WRAP]
    wide = sum(len(line.text) > _WIDEST_WRAP for line in lines)
    least = 0.15 if wide <= 0.05 * len(lines) else 0.3
    return max(lengths) if lengths and len(lengths) >= least * len(pairs) else None


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
        return True
    word = _FIRST_WORD.match(second.text)
    if width is None or word is None or len(first.text) > _WIDEST_WRAP:
        return False
    needed = len(first.text) + 1 + len(word[0])
    return needed > (width if ends_sentence(first.text) else 0.85 * width)
