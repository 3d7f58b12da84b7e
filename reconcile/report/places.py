"""Where a quote stands: for a person page, line or paragraph, for programs lines and columns of the text."""

import re
from bisect import bisect_right

from claims.model import Source
from claims.sources.locators import locate
from reconcile.report.evidence import Place

# What an editor and a code host take for the end of a line.
LINE_END = re.compile(r"\r\n|\r|\n")


class Locator:
    """Finds the places of one source.

    Args:
        source: The source.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._starts = [0, *(match.end() for match in LINE_END.finditer(source.text))]

    def place(self, start: int, end: int) -> Place:
        """Return where the characters from ``start`` up to ``end`` stand."""
        line, column = self._position(start)
        end_line, end_column = self._position(max(start, end))
        found = locate(self._source, start)
        return Place(found.kind, found.number, str(found), line, column, end_line, end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
