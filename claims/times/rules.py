"""The register of rules: which ways of naming a time a word can open.

A rule looks at the words from an index on and returns what they name and where they end, or None. The
longest reading wins. Rules may ask for a phrase inside their own ("the end of …"), a few levels deep.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from claims.times import calendar
from claims.times.nodes import Cycle, Ending, FiscalYear, Fixed, Moved, Node, SplitYear
from claims.times.words import Words
from claims.vocabulary import load

Found = tuple[Node, int]
Rule = Callable[[Words, int, int], Found | None]

_DEEPEST = 3
_BY_WORD: dict[str, list[Rule]] = defaultdict(list)
_BY_KIND: dict[str, list[Rule]] = defaultdict(list)
_TWELVE_MONTHS = (365, 366)


def rule(*, words: Iterable[str] = (), kinds: Iterable[str] = ()) -> Callable[[Rule], Rule]:
    """Register a rule for the words, in lower case, or the kinds of word that can open it."""

    def register(function: Rule) -> Rule:
        for word in words:
            _BY_WORD[word].append(function)
        for kind in kinds:
            _BY_KIND[kind].append(function)
        return function

    return register


@cache
def vocabulary(table: str, key: str) -> frozenset[str]:
    """Return a word list of the vocabulary as a set."""
    return frozenset(load("periods")[table][key])


@cache
def numbered(table: str) -> dict[str, int]:
    """Return a table of the vocabulary that gives each word a number."""
    return dict(load("periods")[table])


@cache
def units() -> dict[str, str]:
    """Return the words for units of time and the unit they stand for."""
    return dict(load("periods")["units"])


def skip_determiners(words: Words, index: int) -> int:
    """Return the index after an article or a possessive."""
    return index + 1 if words.low(index) in vocabulary("words", "determiners") else index


def phrase(words: Words, index: int, depth: int = 0) -> Found | None:
    """Return the longest reading of the words from an index on as a time, with the index after it."""
    if depth > _DEEPEST:
        return None
    first = skip_determiners(words, index)
    word = words[first]
    best: Found | None = None
    for reading in (*_BY_WORD.get(word.low, ()), *_BY_KIND.get(word.kind, ())):
        found = reading(words, first, depth)
        if found and (best is None or found[1] > best[1]):
            best = found
    return best


def opens(word_low: str, kind: str) -> bool:
    """Return whether any rule begins with such a word."""
    return word_low in _BY_WORD or kind in _BY_KIND


def is_yearlike(node: Node) -> bool:
    """Return whether something names a year, or another stretch of twelve months."""
    match node:
        case Fixed(stretch):
            return stretch.days in _TWELVE_MONTHS
        case Cycle(unit) | Moved(unit):
            return unit in ("year", "fiscal", "season")
        case Ending(unit, count, _):
            return (unit, count) in (("year", 1), ("month", 12))
        case SplitYear() | FiscalYear():
            return True
    return False


def of_year(words: Words, index: int, depth: int) -> Found | None:
    """Return the year that follows a part of it: "2025", ", 2025", "of last year", "in FY25", "’25"."""
    if words.low(index) in ("'", "’", "‘") and words[index + 1].glued and len(words[index + 1].text) == 2:
        return _short_year(words, index + 1)
    start = words.skip(index, "of", "in", ",")
    if words.low(index) == "," and not words[start].is_year:
        return None
    found = phrase(words, start, depth + 1)
    return found if found and is_yearlike(found[0]) else None


def _short_year(words: Words, index: int) -> Found | None:
    value = words[index].value
    stretch = calendar.years(2000 + value) if value is not None else None
    return (Fixed(stretch), index + 1) if stretch else None
