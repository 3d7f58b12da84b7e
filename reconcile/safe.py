"""Make the text of a source harmless for a terminal, and measure how many columns it takes.

A source may hold escape sequences, carriage returns or marks that turn the reading direction. None of
them may reach the terminal: they are shown as the escapes that a programmer would write (``\\x1b``).
Square brackets and everything else that can be seen stay as they are, because no markup engine reads them.
"""

import re
import unicodedata

# Marks that reorder or hide text, and code points that are no characters. Joiners (U+200C, U+200D) and the
# soft hyphen stay: scripts need them and they cannot mislead.
_HIDDEN_RANGES = (
    (0x00, 0x08),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0x061C, 0x061C),
    (0x180E, 0x180E),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0xD800, 0xDFFF),
    (0xFDD0, 0xFDEF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0xE0000, 0xE007F),
)


def _escape(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


_VISIBLE = {code: _escape(code) for first, last in _HIDDEN_RANGES for code in range(first, last + 1)}
_BLANKS = re.compile(r"[^\S\u00a0]+")
_WIDE = "WF"
_NO_WIDTH = {"Mn", "Me", "Cf"}

# JSON writes the same characters as its own escapes, so that it reads back unchanged. Its structure has none
# of them outside strings, apart from the line feed, which is not hidden.
_JSON_VISIBLE = {
    code: f"\\u{code:04x}"
    if code < 0x10000
    else f"\\u{0xD800 + ((code - 0x10000) >> 10):04x}\\u{0xDC00 + ((code - 0x10000) & 0x3FF):04x}"
    for code in _VISIBLE
}


def visible(text: str) -> str:
    """Return ``text`` with every control, direction mark and hidden character written as an escape.

    Line feeds and tabs stay; Windows line ends become line feeds.
    """
    return text.replace("\r\n", "\n").translate(_VISIBLE)


def one_line(text: str) -> str:
    """Return ``text`` on one line: blanks and line ends become one space, what is hidden is made visible.

    A no-break space stays, for ``wrap`` to respect.
    """
    return _BLANKS.sub(" ", visible(text)).strip(" ")


def json_visible(document: str) -> str:
    """Return a JSON document with hidden characters as JSON escapes; it parses to the same data."""
    return document.translate(_JSON_VISIBLE)


def columns(text: str) -> int:
    """Return the number of terminal columns that ``text`` takes: wide letters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.east_asian_width(character) in _WIDE:
        return 2
    return 0 if unicodedata.category(character) in _NO_WIDTH else 1


def cut(text: str, width: int) -> str:
    """Return ``text`` cut to ``width`` columns, with an ellipsis where something was left out."""
    if columns(text) <= width:
        return text
    kept, used = [], 0
    for character in text:
        used += _width(character)
        if used > width - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…" if width > 0 else ""


def wrap(text: str, width: int) -> list[str]:
    """Break ``text`` into lines of at most ``width`` columns.

    Breaks come at spaces only; a no-break space holds ("67 %") and is an ordinary space in the result. A word
    longer than a line is broken where the line ends.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        if not word:
            continue
        size = columns(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = "", 0
        if size > width:
            *full, word = _pieces(word, width)
            lines.extend(full)
            size = columns(word)
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    if line:
        lines.append(line)
    return [line.replace("\N{NO-BREAK SPACE}", " ") for line in lines]


def _pieces(word: str, width: int) -> list[str]:
    pieces, piece, used = [], "", 0
    for character in word:
        size = _width(character)
        if piece and used + size > width:
            pieces.append(piece)
            piece, used = "", 0
        piece += character
        used += size
    return [*pieces, piece]
