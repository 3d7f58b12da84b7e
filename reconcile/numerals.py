"""Small numbers as words: "six" is 6."""

from collections.abc import Mapping
from functools import cache

from claims.vocabulary import load


@cache
def numerals(first: int, last: int) -> Mapping[str, int]:
    """Return the words for the numbers from one to another, both of them included."""
    return {word: number for word, number in load("numbers")["small"].items() if first <= number <= last}


def either(first: int, last: int) -> str:
    """Return a regular expression for the words of the numbers from one to another."""
    return "|".join(numerals(first, last))
