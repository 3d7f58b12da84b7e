"""Rows and cells of Markdown tables and of tables with tabs."""

import re

from claims.sources.lines import Line

_DELIMITER = re.compile(r"\|?\s*:?-{1,}:?\s*(?:\|\s*:?-{1,}:?\s*)*\|?")
_LONGEST_ROW = 20_000
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


def is_row(line: Line) -> bool:
    """Tell whether a line after a header is one more row."""
    return not line.gap and "|" in line.text and len(line.text) < _LONGEST_ROW


def cells(line: Line, separator: str = "|") -> tuple[tuple[int, int], ...]:
    """Return the spans of a row's cells, without blanks and emphasis around their text.

    Args:
        line: The row.
        separator: What stands between cells; a bar may be escaped by a backslash.

    Returns:
        Offsets in the source's text; an empty cell has an empty span.
    """
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


def _trim(line: Line, start: int, end: int) -> tuple[int, int]:
    inner = line.text[start:end]
    left = len(inner) - len(inner.lstrip(_EMPHASIS))
    kept = inner.strip(_EMPHASIS)
    return line.start + start + left, line.start + start + left + len(kept)
