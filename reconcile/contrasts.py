"""Words that exclude one another, by rows of the vocabulary: production and export, heavy and light."""

from functools import cache

from reconcile.vocabulary import load
from reconcile.words import Lexicon

# A phrase, its row and its member.
Entry = tuple[frozenset[str], str, int]


@cache
def _by_first() -> dict[str, tuple[Entry, ...]]:
    """First word of a contrasting phrase -> its words, its row and its member."""
    reader = Lexicon()
    found: dict[str, list[Entry]] = {}
    for row, table in load("contrasts").items():
        for number, member in enumerate(table["members"]):
            for phrase in member:
                words = frozenset(word.text for word in reader.words(phrase))
                if words:
                    found.setdefault(min(words), []).append((words, row, number))
    return {word: tuple(entries) for word, entries in found.items()}


def sides(words: frozenset[str], dimension: str) -> dict[str, frozenset[int]]:
    """Return which members of which contrasts words name; some rows only divide claims of some dimensions."""
    found: dict[str, set[int]] = {}
    for word in words:
        for phrase, row, member in _by_first().get(word, ()):
            if phrase <= words and _divides(row, dimension):
                found.setdefault(row, set()).add(member)
    return {row: frozenset(members) for row, members in found.items()}


def is_limited(row: str) -> bool:
    """Whether a row only divides claims of some dimensions."""
    return "among" in load("contrasts")[row]


def _divides(row: str, dimension: str) -> bool:
    return not is_limited(row) or dimension.partition("/")[0] in load("contrasts")[row]["among"]
