"""Shares told as so many of so many: "two in every five", "four eggs in nine", "20p of every pound"."""

from collections.abc import Sequence

from claims.figures import counted, currencies
from claims.figures.numbers import Number
from claims.figures.readings import Reading
from claims.figures.spelled import lower
from claims.figures.words import Word, lowered
from claims.vocabulary import load

_EACH = frozenset({"every", "each"})
_LINKS = frozenset({"in", "of"})
_ROUND = frozenset({20, 100, 1000})
_FEW = 10
_YEARS = 1900
NAMED = "whole"  # marks a share that names what it is of inside its own words: "one nurse in five left"
_LONGEST = 3  # words between the two numbers: "one nurse in five", "four bus passengers in five"


def is_share(words: Sequence[Word], left: Reading, right: Reading) -> bool:
    """Whether two numbers make a share: "two in every five", "one islander in twelve", "nine out of ten".

    Args:
        words: The words of the text, tagged.
        left: A number.
        right: The number behind it.
    """
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
        return whole <= _FEW or whole in _ROUND
    if gap in {("in", "every"), ("of", "every"), ("in", "each")}:
        return True
    words_only = words[left.number.first].kind == "letters"
    if gap == ("in",):
        return words_only and small < _FEW and whole < _YEARS
    return _names_what(words, left, right, gap)


def _names_what(words: Sequence[Word], left: Reading, right: Reading, gap: tuple[str, ...]) -> bool:
    """Whether what is counted stands between: "one voter in twelve", "four eggs in nine"."""
    every = len(gap) > 1 and gap[-1] in _EACH
    named = gap[:-1] if every else gap
    if not 1 < len(named) <= _LONGEST or named[-1] not in _LINKS or (named[-1] == "of" and not every):
        return False
    inside = words[left.last : left.last + len(named) - 1]
    if any(word.tag not in {"NN", "NNS", "NNP", "NNPS", "JJ", ""} for word in inside):
        return False
    if every:
        return True
    if words[left.number.first].kind != "letters" or inside[-1].lower in load("counted")["shares"]["scored"]:
        return False
    if left.low == 1:
        return right.low < _YEARS and inside[-1].tag != "NNS"
    few = right.low <= _FEW or right.low in _ROUND
    return few and left.low < _FEW and counted.find(words, right.last) is None


def make_share(words: Sequence[Word], left: Reading, right: Reading) -> None:
    """Make one share of two numbers; a noun between them is what it is a share of."""
    named = words[left.last].kind == "letters" and words[left.last].lower not in {*_LINKS, "out"}
    _divide(left, left.low / right.low, right.last, right.number_last)
    if named:
        left.extra[NAMED] = "inside"


def of_money(words: Sequence[Word], reading: Reading) -> None:
    """Read "9p in every pound", "70 cents of each dollar", "30p in the pound" as a share.

    Args:
        words: The words of the text.
        reading: A sum of money; changed.
    """
    link = reading.last
    out = lower(words, link) == "out"
    link += out
    if lower(words, link) not in _LINKS or lower(words, link + 1) not in {*_EACH, "the"}:
        return
    unit, small = reading.unit, reading.low
    whole = currencies.after(words, link + 2)
    if unit is None or whole is None or reading.is_range or unit.dimension != "money":
        return
    worth = small * unit.to_base()
    if whole[0].base != unit.base or whole[0].to_base() <= unit.to_base() or not 0 < worth < 1:
        return
    _divide(reading, worth, whole[1], whole[1])


def _divide(reading: Reading, value: float, last: int, number_last: int) -> None:
    reading.low = reading.high = value
    reading.place, reading.unit, reading.surface, reading.rate = 0.0, None, None, None
    reading.number = Number(reading.number.first, number_last, value, value, value, 1.0, 0.0, "fraction")
    reading.last = reading.number_last = last
