"""Small numbers as words: "six" is 6."""

import re
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


_WRITTEN = re.compile(r"\d+(?:[.,:–-]\d+)*|[a-z]+", re.I)
# "3-1"; no years
SCORE = re.compile(r"(?<![\d–-])\d{1,3}[–-]\d{1,3}(?![\d–-])")


def numbers_of(text: str) -> Mapping[str, frozenset[str]]:
    """Return the numbers from two on in a text, in digits, by the word behind; a score stands for itself.

    Args:
        text: Any text: "beat Hull 3-1 in two days" gives 2 for "days" and 3-1 for "".
    """
    small = numerals(2, 99)
    words = [word.lower() for word in _WRITTEN.findall(text)]
    found: dict[str, frozenset[str]] = {}
    for word, behind in zip(words, [*words[1:], ""], strict=True):
        if word in small or word[0].isdigit():
            of = "" if SCORE.fullmatch(word) else behind or "."
            found[of] = found.get(of, frozenset()) | {str(small.get(word, word))}
    return found
