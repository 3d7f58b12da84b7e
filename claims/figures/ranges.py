"""Numbers that belong together: ranges, old and new values, parts of a whole."""

import itertools
from collections.abc import Sequence

from claims.figures.readings import Reading
from claims.figures.spelled import lower
from claims.figures.words import Word, lowered
from claims.vocabulary import load

_DASHES = frozenset("-–—‑‐−")
_SUBJECT = 4


def join(words: Sequence[Word], readings: list[Reading]) -> list[Reading]:
    """Join the two ends of ranges and the two halves of a share; tie old and new values.

    Args:
        words: The words of the text.
        readings: All numbers in order, units attached.

    Returns:
        The readings that remain.
    """
    kept: list[Reading] = []
    for right in readings:
        left = kept[-1] if kept else None
        if left is None or left.mark != right.mark or left.mark in {"date", "age"}:
            kept.append(right)
            continue
        if left.mark == "label":
            if not _join_labels(words, left, right):
                kept.append(right)
            continue
        gap = lowered(words, left.last, right.first)
        if _is_share(words, left, right):
            _make_share(words, left, right)
        elif _is_spread(gap) and left.unit is None:
            _spread(left, right)
        elif _is_range(words, left, right, gap):
            _make_range(left, right)
        else:
            kept.append(right)
    for left, right in itertools.pairwise(kept):
        if left.mark is right.mark is None and _is_move(words, left, lowered(words, left.last, right.first)):
            _tie(left, right)
    return kept


def _join_labels(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Join "elements 57 to 71": a run of names has two ends, too."""
    gap = lowered(words, left.last, right.first)
    run = lower(words, left.first - 1) in load("labels")["names"]["runs"]
    if (
        not run
        or left.is_range
        or gap not in {("to",), ("-",), ("–",), ("through",)}
        or left.low >= right.high
    ):
        return False
    _extend(left, right)
    return True


# Ranges ----------------------------------------


def _is_range(words: Sequence[Word], left: Reading, right: Reading, gap: tuple[str, ...]) -> bool:
    if (left.number.form == "fraction") != (right.number.form == "fraction"):
        return False
    if left.is_range or right.is_range or "ordinal" in {left.number.form, right.number.form}:
        return False
    if not _compatible(left, right):
        return False
    rising = left.low * _shared(left, right) < right.high
    if _is_between(words, left) and gap in {("and",), ("to",), ("-",), ("–",)}:
        return rising
    if len(gap) == 1 and gap[0] in _DASHES:
        return rising and _tight(words, left, right)
    if gap in {("to",), ("-", "to", "-"), ("-", "to"), ("to", "-"), ("up", "to"), ("through",)}:
        return rising and _is_span(words, left, right, gap)
    if gap == ("or",):
        return _is_choice(left, right)
    return False


def _compatible(left: Reading, right: Reading) -> bool:
    if left.unit is None or right.unit is None:
        return True
    return left.unit.name == right.unit.name or right.unit.dimension.startswith(f"{left.unit.dimension}/")


def _is_between(words: Sequence[Word], left: Reading) -> bool:
    return "between" in lowered(words, left.first - 2, left.first) and not left.extra.get("between_used")


def _tight(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Whether a dash ties the two without spaces, or with spaces on both sides and a unit behind."""
    dash = words[left.last]
    if dash.glued and words[left.last + 1].glued:
        return True
    spaced = not dash.glued and not words[left.last + 1].glued
    return (
        spaced
        and dash.text in "-–"
        and right.unit is not None
        and (left.unit is None or left.unit == right.unit)
    )


def _is_span(words: Sequence[Word], left: Reading, right: Reading, gap: tuple[str, ...]) -> bool:
    if left.unit is not None and right.unit is None and not left.prefixed:
        return False  # "rose 64 points to 4,577"
    if left.unit is None and right.prefixed:
        return False  # "added 15 to $2.70"
    if gap != ("up", "to") and _is_from(words, left) and not _ranges(words, left):
        return False
    share = right.unit is not None and right.unit.dimension == "share"
    return share or not _behind_change(words, left)


def _is_from(words: Sequence[Word], left: Reading) -> bool:
    return "from" in lowered(words, left.first - 3, left.first)


def _ranges(words: Sequence[Word], left: Reading) -> bool:
    """Whether the verb before "from" is of extent and not of change: "ranging from", "priced from"."""
    for at in range(left.first - 1, max(-1, left.first - 8), -1):
        if _is_change(words[at].lower):
            return False
        if words[at].lower in _extents() and not words[at].tag.startswith("NN"):
            return True
    return _opens_clause(words, left.first - 1)


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    """Whether only a noun stands before "from": "Homes from $1m to $2m sold", nothing that could change."""
    before = words[max(0, at - _SUBJECT) : at]
    return 0 < at < _SUBJECT and all(word.tag.startswith(("NN", "JJ", "DT", "CD")) for word in before)


def _extents() -> frozenset[str]:
    return frozenset(load("ranges")["extent"]["words"])


def _behind_change(words: Sequence[Word], left: Reading) -> bool:
    before = lower(words, left.first - 1)
    return before == "by" or _is_change(before)


def _is_change(word: str) -> bool:
    changes = load("changes")
    return word in changes["up"]["verbs"] or word in changes["down"]["verbs"]


def _is_choice(left: Reading, right: Reading) -> bool:
    """Whether "five or six" is one guess: neighbours in the same form, no prices."""
    whole = left.low == int(left.low) and right.low == int(right.low)
    money = any(reading.unit is not None and reading.unit.dimension == "money" for reading in (left, right))
    return whole and not money and left.unit is None and right.low - left.low == 1 and left.low > 1


def _shared(left: Reading, right: Reading) -> float:
    """Return the magnitude that the left number borrows from the right one, or 1."""
    if (
        left.number.magnitude != 1
        or right.number.magnitude == 1
        or left.number.form not in {"digits", "words"}
    ):
        return 1.0
    if left.unit is not None and not left.prefixed:
        return 1.0
    return right.number.magnitude if left.number.coefficient < right.number.coefficient else 1.0


def _make_range(left: Reading, right: Reading) -> None:
    factor = _shared(left, right)
    if factor != 1:
        left.scale(factor)
    _extend(left, right)


def _extend(left: Reading, right: Reading) -> None:
    left.high, left.is_range = right.high, True
    left.place = max(left.place, right.place)
    left.last, left.number_last = right.last, right.number_last
    if left.unit is None or (right.unit is not None and "/" in right.unit.dimension):
        left.unit, left.surface, left.rate = right.unit, right.surface or left.surface, right.rate
    elif right.surface is not None and not right.prefixed:
        left.surface = right.surface


def _is_spread(gap: tuple[str, ...]) -> bool:
    return gap in {("±",), ("+", "/", "-"), ("plus", "or", "minus")}


def _spread(left: Reading, right: Reading) -> None:
    """Read "5 ± 2 kg"."""
    middle, spread = left.low, right.high
    _extend(left, right)
    left.low, left.high = middle - spread, middle + spread


# Old and new values ----------------------------------------


def _is_move(words: Sequence[Word], left: Reading, gap: tuple[str, ...]) -> bool:
    """Whether "from A to B" gives an old and a new value."""
    return (
        bool(gap)
        and gap[0] == "to"
        and len(gap) <= 4
        and _is_from(words, left)
        and left.number.form != "ordinal"
    )


def _tie(left: Reading, right: Reading) -> None:
    """Let old and new value share magnitude and unit where one of them lacks it."""
    factor = _shared(left, right)
    if factor != 1 and _compatible(left, right):
        left.scale(factor)
    if left.unit is None and right.unit is not None:
        left.unit, left.surface, left.inherited = right.unit, right.surface, True
    elif right.unit is None and left.unit is not None:
        right.unit, right.surface, right.inherited = left.unit, left.surface, True
    elif left.unit is not None and right.unit is not None:
        _tie_rates(left, right)
    right.moved_from = left


def _tie_rates(left: Reading, right: Reading) -> None:
    """Let "from $75 per barrel to $45.88" share the rate."""
    for giver, taker in ((left, right), (right, left)):
        if giver.unit is None or giver.rate is None or taker.unit is None or taker.rate is not None:
            continue
        if giver.unit.name == f"{taker.unit.name} per {giver.rate.name}":
            taker.unit, taker.rate = giver.unit, giver.rate


# Parts of a whole ----------------------------------------


def _is_share(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Whether two numbers make a share: "two in every five", "one islander in twelve", "nine out of ten"."""
    small, whole = left.low, right.low
    if (
        left.unit is not None
        or right.prefixed
        or left.is_range
        or not 0 < small < whole
        or whole != int(whole)
    ):
        return False
    if right.unit is not None or {left.number.form, right.number.form} - {"digits", "words"}:
        return False
    if left.number.magnitude != 1 or (whole > 1000 and whole % 1000):
        return False
    gap = lowered(words, left.last, right.first)
    if gap in {("out", "of"), ("out", "of", "every")}:
        return whole <= 10 or whole in {20, 100, 1000}
    if gap in {("in", "every"), ("of", "every"), ("in", "each")}:
        return True
    words_only = words[left.number.first].kind == "letters"
    if gap == ("in",):
        return words_only and small < 10 and whole < 1900
    return (
        words_only
        and small == 1
        and len(gap) in {2, 3}
        and gap[-1] == "in"
        and words[left.last].tag in {"NN", "JJ", ""}
        and whole < 1900
    )


def _make_share(words: Sequence[Word], left: Reading, right: Reading) -> None:
    from claims.figures.numbers import Number

    value = left.low / right.low
    left.low = left.high = value
    left.place = 0.0
    left.number = Number(left.number.first, right.number_last, value, value, value, 1.0, 0.0, "fraction")
    left.last = left.number_last = right.last
