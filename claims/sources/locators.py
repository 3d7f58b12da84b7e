"""Where an offset stands, in words that a person can look up: the page of a PDF, a line, a paragraph."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from claims.model import Source

_LINED = frozenset({"text", "markdown"})


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a document.

    Attributes:
        kind: What is counted: pages where the document has them, lines in text files, else paragraphs.
        number: Counted from 1.
    """

    kind: Literal["page", "line", "paragraph"]
    number: int

    def __str__(self) -> str:
        """Return it as a person would write it: "page 3"."""
        return f"{self.kind} {self.number}"


def locate(source: Source, offset: int) -> Locator:
    """Tell where an offset stands.

    Args:
        source: A source as it was read.
        offset: An offset in its text.

    Returns:
        The page, line or paragraph; an offset outside the text counts as its nearest end.
    """
    offset = min(max(offset, 0), len(source.text))
    if source.pages:
        return Locator("page", max(bisect_right(source.pages, offset), 1))
    if source.format in _LINED:
        return Locator("line", len((source.text[:offset] + ".").splitlines()))
    before = sum(block.start <= offset and block.kind != "furniture" for block in source.blocks)
    return Locator("paragraph", max(before, 1))
