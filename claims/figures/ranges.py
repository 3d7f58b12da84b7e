"""Numbers that belong together: ranges, old and new values, parts of a whole."""

import itertools
from collections.abc import Sequence
from functools import cache

from claims.figures import counted, shares, units
from claims.figures.changes import way_of_verb
from claims.figures.readings import Reading
from claims.figures.spelled import lower
from claims.figures.surroundings import names_ratio
from claims.figures.words import Word, lowered
from claims.vocabulary import load

_DASHES = frozenset("-–—‑‐−")
_REACH = 14
_MOVE = 4  # "to", and hedges behind it
_WHEN = 6
_WHEN_OPENS = frozenset({"in", "at", "on", "last", "a", "this", "before"})
_WHEN_CLOSES = frozenset({",", ".", ";", "due", "and", "which", "who"})
_GUESSES = frozenset({1, 5, 10, 100, 1000})
_CLOSERS = frozenset(".;:?!")


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
        if left is not None and left.mark == right.mark == "age" and _are_ages(words, left, right):
            _extend(left, right)
            continue
        if left is not None and left.mark is right.mark is None and _shares_noun(words, left, right):
            if right.low == left.low + 1 or lower(words, right.first - 1) == "to":
                _extend(left, right)  # "eight- and nine-year-olds"
                continue
            left.unit, left.surface, left.inherited = right.unit, right.surface, True
        if left is None or left.mark != right.mark or left.mark in {"date", "age"}:
            kept.append(right)
            continue
        if left.mark == "label":
            if not _join_labels(words, left, right):
                kept.append(right)
            continue
        gap = lowered(words, left.last, right.first)
        if shares.is_share(words, left, right):
            shares.make_share(words, left, right)
        elif _is_ratio(words, left, right, gap):
            _make_ratio(left, right)
        elif _is_spread(gap) and left.unit in {None, right.unit}:
            _spread(left, right)
        elif _is_range(words, left, right, gap):
            _make_range(left, right)
        else:
            kept.append(right)
    for left, right in itertools.pairwise(reading for reading in kept if reading.mark is None):
        if _is_move(words, left, lowered(words, left.last, right.first)):
            _tie(words, left, right)
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


def _are_ages(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Whether two ages bound a group: "aged six to 11", "between 20 and 29"."""
    gap = lowered(words, left.last, right.first)
    bounds = gap in {("to",), ("-",), ("–",)} or (gap == ("and",) and _is_between(words, left))
    return bounds and not left.is_range and left.low < right.low


def _shares_noun(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Whether a hyphen without a word behind it leaves the unit to the next number: "10- and 20-year"."""
    gap, told = lowered(words, left.last, right.first), left.unit is not None or left.is_range
    hyphens = len(gap) == len(("-", "and")) and gap[0] in _DASHES and words[left.last].glued
    tied = right.unit is not None and lower(words, right.number_last) in _DASHES
    return hyphens and gap[1] in {"and", "or", "to"} and tied and not told and left.low < right.low


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
        return _is_choice(words, left, right)
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
    if gap != ("up", "to") and _is_from(words, left):
        return _is_extent(words, left, right)
    share = right.unit is not None and right.unit.dimension == "share"
    before, tag = lower(words, left.first - 1), words[left.first - 1].tag
    ahead = tag == "VB" and right.unit is not None  # "could rise 2 to 3 metres"; markets "rose 2 to 3,000"
    return share or ahead or not (before == "by" or _is_change(before, tag))


def _is_from(words: Sequence[Word], left: Reading) -> bool:
    return "from" in lowered(words, left.first - 3, left.first)


def _is_extent(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Whether "from A to B" says how far something reaches and not what became of it.

    The nearest word of extent or change before it decides; without one, what is measured has an extent.
    """
    at = left.first - 1
    while words[at].lower != "from":
        at -= 1
    for before in range(at - 1, max(-1, at - _REACH), -1):
        word = words[before].lower
        if word in _CLOSERS:
            break
        tag = words[before].tag
        if word == "last" and words[before + 1].lower in _listed("extent", "times"):
            continue  # "rose last year from 4 to 5 million"
        if word in _listed("extent", "words") and (before == at - 1 or tag != "NN"):
            return True  # "a range from", "ranging in price from"; not "boosts the driving range by 5% from"
        if _is_change(word, tag) or (word in _listed("change", "with_object") and before < at - 1):
            return False
    return right.unit is not None or counted.find(words, right.last) is not None


@cache
def _listed(section: str, name: str) -> frozenset[str]:
    return frozenset(load("ranges")[section][name])


@cache
def _changes() -> tuple[frozenset[str], frozenset[str]]:
    """Return the verbs and the nouns of change."""
    sides = [load("changes")[side] for side in ("up", "down")]
    verbs = {word for side in sides for name in ("verbs", "with_by") for word in side[name]}
    nouns = {word for side in sides for word in side["nouns"]}
    return _listed("change", "verbs") | verbs, _listed("change", "nouns") | nouns


def _is_change(word: str, tag: str) -> bool:
    verbs, nouns = _changes()
    if tag.startswith("NN"):
        return word in nouns
    return word in verbs and tag != "JJ"


def _is_choice(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Whether "five or six", "ten or fifteen", "two or three million" is one guess; two prices are two."""
    if left.unit is not None or _is_listed(words, left):
        return False
    low = left.low * _shared(left, right)
    gap = right.low - low
    if low == left.low and right.number.magnitude == left.number.magnitude == 1:
        money = right.unit is not None and right.unit.dimension == "money"
        named = right.unit is not None or counted.find(words, right.last) is not None
        return not money and gap in _GUESSES and low % gap == 0 and (low > 1 or (low == 1 and named))
    return gap == right.number.magnitude and low >= gap


def _is_listed(words: Sequence[Word], left: Reading) -> bool:
    """Whether "or" closes a list: "1,100, 1,200 or 1,300 rooms"."""
    return lower(words, left.first - 1) == "," and lower(words, left.first - 2)[-1:].isdecimal()


def _shared(left: Reading, right: Reading, most: float = 1.0) -> float:
    """Return the magnitude that the left number borrows from the right one, or 1.

    Args:
        left: The number before.
        right: The number with a magnitude.
        most: How many times the right one the left one may be.
    """
    if (
        left.number.magnitude != 1
        or right.number.magnitude == 1
        or left.number.form not in {"digits", "words"}
    ):
        return 1.0
    if left.unit is not None and not left.prefixed:
        return 1.0
    return right.number.magnitude if left.number.coefficient < most * right.number.coefficient else 1.0


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
    middle, spread = left.low, max(abs(right.low), abs(right.high))
    _extend(left, right)
    left.low, left.high = middle - spread, middle + spread


# Old and new values ----------------------------------------

_MOST_FALLEN = 10  # "from 15 to 12 million" are both millions, "from 900 to 1.2 million" are not


def _is_move(words: Sequence[Word], left: Reading, gap: tuple[str, ...]) -> bool:
    """Whether "from A to B", "from A last year to B" gives an old and a new value."""
    if not gap or left.number.form == "ordinal" or not _is_from(words, left):
        return False
    if gap[0] == "to":
        return len(gap) <= _MOVE
    last = gap[-_MOVE:].index("to") + max(0, len(gap) - _MOVE) if "to" in gap[-_MOVE:] else 0
    when = gap[:last]
    return 0 < len(when) <= _WHEN and when[0] in _WHEN_OPENS and not _WHEN_CLOSES & set(when)


def _tie(words: Sequence[Word], left: Reading, right: Reading) -> None:
    """Let old and new value share magnitude and unit where one of them lacks it."""
    factor = _shared(left, right, 1.0 if _rises(words, left) else _MOST_FALLEN)
    if factor != 1 and _compatible(left, right):
        left.scale(factor)
    if left.unit is None and right.unit is not None:
        left.unit, left.surface, left.inherited = right.unit, right.surface, True
    elif right.unit is None and left.unit is not None:
        right.unit, right.surface, right.inherited = left.unit, left.surface, True
    elif left.unit is not None and right.unit is not None:
        _tie_rates(left, right)
    right.moved_from = left


def _rises(words: Sequence[Word], left: Reading) -> bool:
    """Tell whether the new value is the higher one: "grew from 5 to 1.2 million"."""
    before = reversed(lowered(words, left.first - _REACH, left.first))
    return next((way for word in before if (way := way_of_verb(word))), None) == "up"


def _tie_rates(left: Reading, right: Reading) -> None:
    """Let "from $75 per barrel to $45.88" share the rate."""
    for giver, taker in ((left, right), (right, left)):
        if giver.unit is None or giver.rate is None or taker.unit is None or taker.rate is not None:
            continue
        if giver.unit.name == f"{taker.unit.name} per {giver.rate.name}":
            taker.unit, taker.rate = giver.unit, giver.rate


# Ratios ----------------------------------------


def _is_ratio(words: Sequence[Word], left: Reading, right: Reading, gap: tuple[str, ...]) -> bool:
    """Whether two numbers are a ratio: "outnumbered five to one", "18:1", "a 3-to-2 vote", "odds of 7-2"."""
    plain = left.unit is right.unit is None and not (left.is_range or right.is_range) and right.low > 0
    if not plain or {left.number.form, right.number.form} - {"digits", "words"}:
        return False
    if gap not in {("to",), ("-", "to", "-"), (":",), ("-",), ("/",), ("–",)}:
        return False
    return names_ratio(words, left.first) or (right.low == 1 and left.low > 1 and "to" in gap)


def _make_ratio(left: Reading, right: Reading) -> None:
    left.low = left.high = left.low / right.low
    left.unit, left.place = units.by_name()["ratio"], 0.0
    left.last = left.number_last = right.last
