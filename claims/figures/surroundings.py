"""Questions about the words around a number, shared by what tells labels, dates and ages apart."""

from collections.abc import Sequence
from functools import cache

from claims.figures import currencies, units
from claims.figures.numbers import Number
from claims.figures.words import Word
from claims.vocabulary import load

_CUE = 9


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """Return one word list of the label vocabulary."""
    return frozenset(load("labels")[section][name])


def at_index(words: Sequence[Word], index: int) -> Word | None:
    """Return the word at an index, or None outside the text."""
    return words[index] if 0 <= index < len(words) else None


def glued_digits(words: Sequence[Word], at: int) -> bool:
    """Whether digits stand at an index and touch what is before them."""
    word = at_index(words, at)
    return word is not None and word.kind == "digits" and word.glued


def glued_letters(words: Sequence[Word], at: int) -> bool:
    """Whether small letters stand at an index and touch what is before them."""
    word = at_index(words, at)
    return word is not None and word.kind == "letters" and word.glued and word.text.islower()


def digits_before(words: Sequence[Word], at: int) -> bool:
    """Whether digits stand before an index and touch it."""
    word = at_index(words, at - 1)
    return word is not None and word.kind == "digits" and words[at].glued


def has_amount(words: Sequence[Word], number: Number) -> bool:
    """Whether a unit or a currency belongs to the number."""
    if currencies.before(words, number.first):
        return True
    found = units.match(words, number.last) or currencies.after(words, number.last)
    return found is not None


def counts_noun(words: Sequence[Word], number: Number) -> bool:
    """Whether a plural noun follows directly, or behind one adjective."""
    after = at_index(words, number.last)
    if after is None or after.kind != "letters":
        return False
    if after.tag in {"NNS", "NNPS"} or after.lower in load("counted")["chunk"]["unchanged"]:
        return True
    beyond = at_index(words, number.last + 1)
    return after.tag in {"JJ", "NN"} and beyond is not None and beyond.tag == "NNS"


def names_ratio(words: Sequence[Word], at: int) -> bool:
    """Whether a word shortly before an index says that a ratio follows: "odds of 7-2"."""
    cues: list[str] = load("ranges")["ratio"]["words"]
    return any(word.lower in cues for word in words[max(0, at - _CUE) : at])
