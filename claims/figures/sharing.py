"""Units and nouns that one number takes over from another in a list or a comparison."""

from collections.abc import Sequence

from claims.figures import counted
from claims.figures.readings import Reading
from claims.figures.spelled import lower
from claims.figures.words import Word, is_owner, lowered
from claims.vocabulary import load

_MEMORY = 12  # numbers to look back over for a unit
_WHOLE = 100.0
_STRONGEST = 10  # on any scale that is named before its number
_FAR = 50.0  # two numbers further apart than this factor do not share a unit across words
_PART_SIGNS = frozenset({("out", "of"), ("of", "the"), ("of", "its"), ("of", "their"), ("of",)})
_LONGEST_OWNER = 6
_OF_THEM = frozenset({"them", "these", "those", "which", "whom"})
_LIST_SIGNS = frozenset({(",",), ("and",), ("or",), (",", "and"), (",", "or"), ("&",), ("/",)})


def share(words: Sequence[Word], readings: Sequence[Reading]) -> None:
    """Give a bare number the unit or noun of its neighbour: "12, seven and three medals", "against 63".

    Args:
        words: The words of the text.
        readings: The readings in order, nouns attached; changed.
    """
    live = [reading for reading in readings if reading.mark is None and reading.number.form != "ordinal"]
    for at in range(len(live) - 2, -1, -1):
        left, right = live[at], live[at + 1]
        gap = lowered(words, left.last, right.first)
        if not gap and _is_bare(left) and _is_size(words, right):
            _count_behind(words, left, right)
        part = (gap in _PART_SIGNS or _is_owner(gap)) and right.unit is None and right.counted is not None
        if _is_bare(left) and (part or (right.moved_from is left and not _is_bare(right))):
            _borrow(left, right)
        elif (
            _is_bare(left)
            and not _is_bare(right)
            and gap in _LIST_SIGNS
            and not _is_total(words, left, right)
        ):
            _borrow(left, right)
            if (
                left.number.magnitude == 1
                and not right.is_range
                and right.number.magnitude > 1
                and left.low < right.number.coefficient * 10
                and not left.is_range
            ):
                left.scale(right.number.magnitude)
    for at in range(1, len(live)):
        _share_back(words, live[max(0, at - _MEMORY) : at][::-1], live[at])


def _is_owner(gap: Sequence[str]) -> bool:
    """Whether the words between two numbers tell whose things the second counts: "9 of the choir's 60"."""
    return 1 < len(gap) <= _LONGEST_OWNER and gap[0] == "of" and is_owner(gap[-1])


def _is_total(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Whether a share restates a count: the "1,890" of "1,890, or 55%" is no percentage."""
    if not _is_share(right):
        return False
    again = lowered(words, left.last, right.first) == (",", "or") and lower(words, left.first - 1) != ","
    again = again and lower(words, right.last) in {",", "of", ")"}  # "18, or 25%, were"
    return left.low > _WHOLE or again or _is_by_how_much(words, right)


def _is_share(reading: Reading) -> bool:
    return reading.unit is not None and reading.unit.name == "percentage"


def _is_by_how_much(words: Sequence[Word], reading: Reading) -> bool:
    """Whether a share only tells how far two amounts differ: "40, or 25% more than the 32 of last year"."""
    return reading.last < len(words) and words[reading.last].tag in {"JJR", "RBR"}


def _is_size(words: Sequence[Word], reading: Reading) -> bool:
    """Whether a hyphen makes a measure part of an adjective: the "60-kg" of "63 million 60-kg bags"."""
    return reading.unit is not None and lower(words, reading.number_last) in {"-", "‑", "‐"}


def _count_behind(words: Sequence[Word], left: Reading, right: Reading) -> None:
    noun = counted.find(words, right.last)
    if noun is not None:
        left.counted, left.head, left.inherited = (noun.first, noun.last), noun.head, True


def _share_back(words: Sequence[Word], earlier: Sequence[Reading], reading: Reading) -> None:
    """Let a number that is compared with an earlier one take its rate, unit or noun."""
    priced = next((other for other in earlier if other.rate is not None), None)
    if priced is not None:
        _share_rate(words, priced, reading)
    if _is_bare(reading) and _is_elliptic(words, reading) and not _is_moved(words, earlier, reading):
        lender = next((other for other in earlier if _may_lend(words, other, reading)), None)
        if lender is not None:
            _borrow(reading, lender)


def _is_moved(words: Sequence[Word], earlier: Sequence[Reading], reading: Reading) -> bool:
    """Whether it is what a bare number right before it was: the 57 of "rose 8% to 61 from 57"."""
    moved = bool(earlier) and lowered(words, earlier[0].last, reading.first) == ("from",)
    return moved and _is_bare(earlier[0])


def _share_rate(words: Sequence[Word], before: Reading, reading: Reading) -> None:
    """Give a bare price the rate of the one it is compared with: "$232 a tonne, lower than the $261"."""
    if before.unit is None or before.rate is None or reading.unit is None or reading.rate is not None:
        return
    same = before.unit.name == f"{reading.unit.name} per {before.rate.name}"
    if same and _is_elliptic(words, reading) and 1 / 3 < before.low / max(reading.low, 1e-9) < 3:
        reading.unit, reading.rate = before.unit, before.rate


def _is_bare(reading: Reading) -> bool:
    return (
        reading.unit is None
        and reading.counted is None
        and reading.rate is None
        and reading.number.form in {"digits", "words"}
    )


def _borrow(reading: Reading, lender: Reading) -> None:
    reading.unit, reading.rate, reading.surface = lender.unit, lender.rate, lender.surface
    reading.counted, reading.head, reading.inherited = lender.counted, lender.head, True


def _is_elliptic(words: Sequence[Word], reading: Reading) -> bool:
    """Whether the words before a bare number compare it with one that was said."""
    if lower(words, reading.last) == "of" and lower(words, reading.last + 1) in _OF_THEM:
        return True
    before = lower(words, reading.first - 1)
    at = reading.first - 1
    if before in {"the", "about", "around", "nearly", "almost", "roughly", "some", "just", "over", "under"}:
        at -= 1
        before = lower(words, at)
    if before in {"with", "for"}:
        closed = reading.last >= len(words) or words[reading.last].text in {".", ",", ";", ")"}
        return lower(words, at - 1) in load("ranges")["comparison"]["with"] or (before == "for" and closed)
    if reading.last < len(words) and words[reading.last].tag in {"WP", "WDT"} and before in {"and", ","}:
        return True
    return before in load("ranges")["comparison"]["words"]


def _may_lend(words: Sequence[Word], lender: Reading, reading: Reading) -> bool:
    if lender.is_range or lender.low <= 0 or reading.low <= 0:
        return False
    if lender.unit is None and lender.counted is None:
        return False
    if lender.unit is not None and lender.unit.dimension in {
        "year",
        "month",
        "time",
        "hour",
        "minute",
        "second",
    }:
        return False
    if (
        lender.unit is not None
        and lender.unit.dimension in {"share", "points"}
        and lower(words, reading.first - 1) == "to"
    ):
        return False
    if _is_share(lender) and lender.low < _WHOLE < reading.low:
        return False  # "34% were thefts, which fell from 255"
    by = lower(words, lender.first - 1) == "by"  # "shrank by 5%, from 80": what it fell from is no share
    if _is_share(lender) and (by or _is_by_how_much(words, lender)):
        return False
    if lender.direction is not None and lender.unit is not None and lender.unit.dimension == "share":
        return False
    on_scale = lender.unit is not None and lender.unit.name in load("units")["scales"]["before"]
    if on_scale and reading.low > _STRONGEST:
        return False  # no quake is of magnitude 70
    return 1 / _FAR < lender.low / reading.low < _FAR
