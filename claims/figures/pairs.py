"""Two numbers that the public call gives as one quantity: an old and a new value, the two sides of a score.

Neither is a range, and ``Quantity.pair`` says which it is. Claims keep the two values apart.
"""

from collections.abc import Sequence
from functools import cache

from claims.figures.readings import Reading
from claims.figures.spelled import lower
from claims.figures.words import Word
from claims.model import Pair
from claims.vocabulary import load

_DASHES = frozenset("-–")
_MOST = 200  # points of one side


def join(words: Sequence[Word], readings: Sequence[Reading]) -> list[Reading]:
    """Join old and new values of one measure, and the sides of scores.

    Args:
        words: The words of the text.
        readings: All readings in order, labels included; changed.

    Returns:
        The readings that remain.
    """
    kept: list[Reading] = []
    for right in readings:
        left = kept[-1] if kept else None
        if right.moved_from is not None and _is_change(right.moved_from, right):
            _pair(right.moved_from, right, "change")
        elif left is not None and _is_score(words, left, right):
            _pair(left, right, "score")
            left.mark, left.kind = None, "count"
        else:
            kept.append(right)
    return kept


def _is_change(left: Reading, right: Reading) -> bool:
    """Whether both are exact and in one unit of measure; two counts of things stay two counts."""
    same = left.unit is not None and right.unit is not None and left.unit.name == right.unit.name
    plain = left.hedge == right.hedge == "exact" and not (left.is_range or right.is_range)
    return same and plain and left.low != right.low


def _is_score(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Whether two labels are a result that the words around them name: "a 9-2 lead", "won 3-1"."""
    if not left.mark == right.mark == "label" or left.pair or not max(left.low, right.low) <= _MOST:
        return False
    dash = words[left.last]
    tight = right.first - left.last == 1 and dash.glued and words[right.first].glued
    if not tight or dash.text not in _DASHES or left.low == right.low:
        return False
    before, after = lower(words, left.first - 1), lower(words, right.last)
    return before in _listed("before") or after in _listed("after")


@cache
def _listed(side: str) -> frozenset[str]:
    return frozenset(load("ranges")["score"][side])


def _pair(left: Reading, right: Reading, what: Pair) -> None:
    left.pair, left.high = what, right.high
    left.last, left.number_last = right.last, right.number_last
    left.surface = right.surface or left.surface
