"""A story of sport: the club that it follows, and the ground that this plays at."""

import re
from collections import Counter
from functools import cache, lru_cache

from claims.vocabulary import load, word_list

_SIGNS = 4
_OFTEN = 3
_TWICE = 2
_THE_CLUB = re.compile(r"\b[Tt]he club\b")
_WORDS = re.compile(r"[a-z]+(?:-[a-z]+)*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_CAPITAL = r"[A-Z][\w’'-]*[a-z]"


@lru_cache(maxsize=4)
def club_of(text: str) -> str | None:
    """Return the club that a story of sport names most, in full ("Harwick Rovers"), or None.

    Args:
        text: The text of a source.
    """
    if not _is_of_sport(text):
        return None
    plain = frozenset(_WORDS.findall(text))
    named = Counter(_without_opener(found[0], plain) for found in _clubs().finditer(text))
    often = {name: count + _alone(name.rpartition(" ")[2], text) for name, count in named.items()}
    ranked = sorted(often, key=lambda name: (-often[name], name))[:2]
    if not ranked or often[ranked[0]] + len(_THE_CLUB.findall(text)) < _OFTEN:
        return None
    alone = len(ranked) < 2 or often[ranked[0]] >= _TWICE * often[ranked[1]]
    return ranked[0] if alone and _is_side(ranked[0], text, plain) else None


@lru_cache(maxsize=4)
def ground_of(text: str) -> str | None:
    """Return the ground that a story of sport tells of: the one it names first, headlines with it, or None.

    Args:
        text: The text of a source.
    """
    if not _is_of_sport(text):
        return None
    lower = text.lower()
    patterns = (_headed(), _grounds(), _opened())
    named = {found["name"] for pattern in patterns for found in pattern.finditer(text)}
    return min(named, key=lambda name: lower.find(name.lower()), default=None)


@lru_cache(maxsize=4)
def opened_ground(text: str) -> str | None:
    """Return the ground that a story of sport says was opened, which is "the new stadium", or None.

    Args:
        text: The text of a source.
    """
    opened = _opened().search(text) if _is_of_sport(text) else None
    return opened["name"] if opened is not None else None


def is_ground(noun: str) -> bool:
    """Tell whether a noun means what sport is played at: "the stadium"."""
    return noun in word_list("sport", "ground_nouns")


@lru_cache(maxsize=4)
def _is_of_sport(text: str) -> bool:
    return len(word_list("sport", "signs") & set(_WORDS.findall(text.lower()))) >= _SIGNS


def _without_opener(name: str, plain: frozenset[str]) -> str:
    """Return a name without the word that only opens a sentence: "But" of "But Harwick Rovers lost"."""
    first, _, rest = name.partition(" ")
    return rest if " " in rest and first.lower() in plain else name


def _is_side(name: str, text: str, plain: frozenset[str]) -> bool:
    """Tell whether a name that a place or a day may have, too, is of a side by what is told of it."""
    first, *_, ending = name.split()
    if ending not in word_list("sport", "doubtful"):
        return True
    if first.lower() in plain | word_list("context", "descriptions", "openers"):
        return False  # "On Wednesday"
    called = re.compile(rf"\b{ending}\b")
    near = {word for part in _SENTENCE.split(text) if called.search(part) for word in _WORDS.findall(part)}
    return len(near & word_list("sport", "of_sides")) + bool(_THE_CLUB.search(text)) >= _TWICE


def _alone(ending: str, text: str) -> int:
    """Count how often a text calls a club only by the end of its name: "Rovers won"."""
    met = re.finditer(rf"(?P<before>\b[A-Z][\w’'-]* )?\b{ending}\b(?! [A-Z])", text)
    return sum(found["before"] is None for found in met)


@cache
def _clubs() -> re.Pattern[str]:
    return re.compile(rf"\b{_CAPITAL}(?: {_CAPITAL})? (?:{'|'.join(load('sport')['clubs'])})\b")


@cache
def _ground() -> str:
    return rf"(?P<name>{_CAPITAL}(?: {_CAPITAL})? (?:{'|'.join(load('sport')['grounds'])}))\b(?! [A-Z])"


@cache
def _grounds() -> re.Pattern[str]:
    return re.compile(rf"\b[Aa]t {_ground()}")


@cache
def _headed() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\n|# |\s\s){_ground()}(?=\n|\s\s|$)")


@cache
def _opened() -> re.Pattern[str]:
    return re.compile(rf"\b(?:opened|opens|inaugurated) {_ground()}")
