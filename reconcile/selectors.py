"""Quotes that are found again: the words with what stands around them, and their place.

The two selectors of the Web Annotation Data Model (W3C, 2017): a position is exact while the text is the
same; words with their context find the place in a text that was edited elsewhere.
"""

from dataclasses import dataclass
from itertools import takewhile

# Characters of context on either side.
CONTEXT = 32
# From here on, of 100, words that an edit changed are still the quote.
ALIKE = 85.0


@dataclass(frozen=True, slots=True)
class Selector:
    """A quote and where it stands.

    Attributes:
        exact: The words.
        prefix: What stands before them.
        suffix: What stands behind them.
        start: First offset in the text.
        end: Offset behind the last character.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


def select(text: str, start: int, end: int) -> Selector:
    """Return what finds a passage again.

    Args:
        text: The whole text.
        start: First offset of the passage.
        end: Offset behind it.
    """
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Selector(text[start:end], prefix, suffix, start, end)


def find(selector: Selector, text: str) -> tuple[int, int] | None:
    """Find a passage in a text that may have been edited since.

    Where the words stand more than once, those whose surroundings are most like the old ones are taken, the
    nearest first; where they stand nowhere, the passage most like them, if it is much like them.

    Args:
        selector: What was selected.
        text: The text as it is now.

    Returns:
        The first offset and the one behind the last character, or None where there is nothing like it.
    """
    places = _places(selector.exact, text)
    if not places:
        return _alike(selector, text)
    start = max(places, key=lambda at: (_around(selector, text, at), -abs(at - selector.start), -at))
    return start, start + len(selector.exact)


def _places(words: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _around(selector: Selector, text: str, start: int) -> int:
    """Count the characters around a place that are as they were, up to the first that is not."""
    end = start + len(selector.exact)
    before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return _same(selector.prefix[::-1], before[::-1]) + _same(selector.suffix, behind)


def _same(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _alike(selector: Selector, text: str) -> tuple[int, int] | None:
    if not selector.exact:
        return None
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(selector.exact, text, score_cutoff=ALIKE)
    return (found.dest_start, found.dest_end) if found is not None else None
