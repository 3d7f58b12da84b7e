"""Canonical words: what two wordings of the same thing have in common.

A text becomes a list of words in which inflection, spelling variants, demonyms ("Chinese") and synonyms are
undone, stop words are gone, and names are marked. All tables are data in ``reconcile/vocabulary``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.names import names_of
from claims.vocabulary import load as claims_vocabulary
from claims.vocabulary import load as load_claim_words
from reconcile import families
from reconcile.vocabulary import load

LONGEST_PHRASE = 4
WORLD = "@world"
LONGEST_TEXT = 600

_WORD = re.compile(r"[^\W\d_][\w]*(?:[.&'’][^\W\d_]+)*\.?|\d+[^\W\d_]+")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z,;:] )[A-Z]\w+")
_LOWER_CASE = re.compile(r"(?<![\w.])[a-z]\w+")
_SHORT = re.compile(r"[^aeiouy]+[aeiouy][^aeiouywx]")
_VOWEL = re.compile(r"[aeiouy]")
_CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[HQ][1-4])"
)
_POSSESSIVE = re.compile(r"['’]s?$|['’]$")
_SUFFIXES = (
    "ations",
    "ation",
    "ating",
    "ated",
    "ators",
    "ator",
    "ate",
    "ments",
    "ment",
    "ings",
    "ing",
    "ers",
    "er",
    "ed",
    "ly",
)
_INFLECTIONS = ("ed", "ing", "ings", "ation", "ations")


@dataclass(frozen=True, slots=True)
class Word:
    """One canonical word.

    Attributes:
        text: The canonical form; two words are the same when this is.
        name: Whether it is (part of) a proper name.
        run: Number of the run of capitalised words it stands in; words of one name share it.
        said: The words as written.
    """

    text: str
    name: bool
    run: int
    said: str


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the form that the inflections and derivations of a word share; only good for comparing."""
    if word in stop_words():
        return word
    short = _stem(load("wording")["irregular"].get(word, word))
    return word if short in stop_words() else short  # "willing" is not "will"


def _stem(word: str) -> str:
    if len(word) <= 3 or not word.isascii():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    word = load("wording")["irregular"].get(word, word)
    if word not in _whole():
        word = _without_suffix(word)
    if word.endswith("ion") and len(word) > 5 and word[-4] in "st":
        word = word[:-3]
    if word.endswith("e") and len(word) > 5:
        word = word[:-1]
    if word.endswith("y") and len(word) > 3:
        word = word[:-1] + "i"
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return _one_spelling(word)


def _one_spelling(word: str) -> str:
    """Labour is labor, and to organise to organize."""
    if word.endswith("our") and len(word) > 5:
        return f"{word[:-3]}or"
    return f"{word[:-1]}s" if word.endswith("iz") and len(word) > 4 else word


def _without_suffix(word: str) -> str:
    if word.endswith("eed") and len(word) > 4:
        return word[:-1]
    for suffix in _SUFFIXES:
        rest = word[: -len(suffix)]
        if word.endswith(suffix) and len(rest) >= 3 and _VOWEL.search(rest):
            if suffix in _INFLECTIONS and rest.endswith(("er", "ment")):
                return rest if rest in _whole() else _without_suffix(rest)  # "recovered" as "recover"
            return f"{rest}e" if suffix in ("ed", "ing") and _lost_e(rest) else rest
    return word


def _lost_e(rest: str) -> bool:
    """ "closed" is "close" and "raised" is "raise", but "planned" is "plan"."""
    soft = rest[-1] in "svzcgu" and rest[-1] != rest[-2]
    return soft or bool(_SHORT.fullmatch(rest))


@cache
def _whole() -> frozenset[str]:
    """Words whose end only looks like a suffix: a center is no cent, a department no departure."""
    return frozenset(load("wording")["whole"].split())


@cache
def stop_words() -> frozenset[str]:
    """Function words: never part of a key."""
    return frozenset(load("wording")["stop"].split())


@cache
def light_words() -> frozenset[str]:
    """Stems of words that do not tell one measure from another."""
    return frozenset(stem(word) for word in load("wording")["light"].split())


@cache
def _families() -> families.Node:
    """The members of all families, as a tree of their words."""
    return families.tree(plain_words, stem)


@cache
def _places() -> dict[tuple[str, ...], str]:
    """Name of a place as its words, case kept -> the state that it is or belongs to."""
    countries = load_claim_words("countries")
    table = {tuple(_surface(name)): f"@{name.lower()}" for name in countries["states"]["names"]}
    for other, state in {**countries["demonyms"], **countries["aliases"]}.items():
        table[tuple(_surface(other))] = f"@{state.lower()}"
        table.setdefault((*_surface(other)[:-1], f"{_surface(other)[-1]}s"), f"@{state.lower()}")
    for word in (*countries["world"]["nouns"], *countries["world"]["adjectives"]):
        if word != "international":  # an international airport is no airport of the world
            table.update({(word,): WORLD, (word.capitalize(),): WORLD})
    return table


def plain_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without possessives."""
    return [_POSSESSIVE.sub("", word).lower() for word in _surface(text)]


def _surface(text: str) -> list[str]:
    """Return the words as written; a full stop stays only in an initialism ("U.S.")."""
    found = _WORD.findall(text[:LONGEST_TEXT])
    return [word if word.count(".") > 1 else word.rstrip(".") for word in found]


class Lexicon:
    """The words of one run: which are names, what acronyms mean, which capitals stand for governments."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Collect the words of the texts.

        Args:
            texts: Running text, best whole sources.
        """
        self.common: set[str] = set()  # stems of words that are also written small: no names
        self.inside: set[str] = set()  # words with a capital that no sentence begins with
        self.acronyms: dict[str, list[str]] = {}
        self._agents = dict(_places())
        for text in texts:
            self.common.update(stem(word) for word in _LOWER_CASE.findall(text))
            self.inside.update(word.lower() for word in _CAPITAL_INSIDE.findall(text))
            names = names_of(text)
            for acronym, phrase in names.acronyms.items():
                self.acronyms.setdefault(acronym.removesuffix("s"), _in_lower_case(phrase))
            for city, state in names.governments.items():
                self._agents[tuple(_surface(city))] = f"@{state.lower()}"

    def words(self, text: str | None, capitals: bool = False) -> list[Word]:
        """Return the canonical words of a text, stop words left out, light words kept.

        Args:
            text: A phrase or a sentence; only its first characters count.
            capitals: Whether a capital city stands for its government ("Beijing demands").
        """
        if not text:
            return []
        surface = [_POSSESSIVE.sub("", word) for word in _surface(text)]
        joined = _join_families(self._mark(self._expand(surface), self._agents if capitals else _places()))
        return [word for word in joined if word.text not in stop_words() and len(word.text) > 1]

    def phrases(self, text: str) -> "dict[str, list[Word]]":
        """Return the words that a text has only inside phrases of families, and what these mean.

        A parse may keep one word of a phrase ("people moved" of "people were moved to safety").

        Args:
            text: A sentence.
        """
        marked = self._mark(self._expand([_POSSESSIVE.sub("", word) for word in _surface(text)]), _places())
        inside: dict[str, list[Word]] = {}
        alone: set[str] = set()
        for words, names in _members(marked):
            whole = " ".join(word.said for word in words)
            for word in words:
                if len(words) > 1 and word.text not in stop_words() and word.text not in light_words():
                    inside[word.said] = [Word(name, False, 0, whole) for name in names]
                elif not word.name:
                    alone.add(word.said)
        return {said: meant for said, meant in inside.items() if said not in alone}

    def _expand(self, surface: Sequence[str]) -> list[str]:
        """Write out the acronyms that a source has defined."""
        out: list[str] = []
        for word in surface:
            key = word[:-1] if word.endswith("s") and word[:-1] in self.acronyms else word
            out.extend(self.acronyms.get(key, [word]))
        return out

    def _is_common_acronym(self, word: str) -> bool:
        """Capitals that the vocabulary knows as a measure or an office ("EBIT", "CEO") name nobody."""
        if not word.isupper():
            return False
        return bool(families.longest([(stem(word.lower()), word.lower())], 0, _families())[1])

    def _mark(self, surface: Sequence[str], places: Mapping[tuple[str, ...], str]) -> list[Word]:
        """Resolve places, mark names and stem the rest."""
        out: list[Word] = []
        run, at, in_name = 0, 0, False
        while at < len(surface):
            size, place = _longest(surface, at, places)
            if place:
                run, in_name = run + 1, False
                out.append(Word(place, True, run, " ".join(surface[at : at + size])))
                at += size
                continue
            word = surface[at]
            at += 1
            lower = word.lower()
            if _CALENDAR.fullmatch(word):
                in_name = False
                continue
            if self._is_name(word, lower) and not self._is_common_acronym(word):
                run += 0 if in_name else 1
                in_name = True
                out.append(Word(lower, True, run, word))
                continue
            in_name = False
            out.append(Word(stem(lower), False, 0, lower))
        return out

    def _is_name(self, word: str, lower: str) -> bool:
        """A capital makes a name, unless the word is also written small or only begins sentences."""
        if not word[0].isupper() or stem(lower) in self.common or lower in stop_words():
            return False
        if lower in _ordinals() or lower in _row_labels():
            return False
        return lower in self.inside or not families.begins(stem(lower), lower, _families())


@cache
def _ordinals() -> frozenset[str]:
    """ "Fourth record in a row": a number that opens a sentence is no name."""
    return frozenset(claims_vocabulary("numbers")["ordinals"])


@cache
def _row_labels() -> frozenset[str]:
    """The capital that opens the last row of a table makes no name."""
    return frozenset(load("wording")["row_labels"].split())


def _longest(words: Sequence[str], at: int, table: Mapping[tuple[str, ...], str]) -> tuple[int, str | None]:
    """Return length and meaning of the longest phrase of the table that starts at a position."""
    for size in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        found = table.get(tuple(words[at : at + size]))
        if found:
            return size, found
    return 1, None


def _members(words: Sequence[Word]) -> Iterator[tuple[Sequence[Word], tuple[str, ...]]]:
    """Yield the words in order, those of a phrase together, with the names of their family."""
    forms = [("", "") if word.name else (word.text, word.said) for word in words]
    at = 0
    while at < len(words):
        size, names = families.longest(forms, at, _families())
        yield words[at : at + size], names
        at += size


def _join_families(words: Sequence[Word]) -> list[Word]:
    """Replace words and phrases by the name of their family."""
    out: list[Word] = []
    for found, names in _members(words):
        said = " ".join(word.said for word in found)
        out.extend([Word(name, False, 0, said) for name in names] or found)
    return out


def _in_lower_case(phrase: str) -> list[str]:
    """Write the words of an acronym small, except a state: initials were capital only for its sake."""
    return [word if (word,) in _places() else word.lower() for word in _surface(phrase)]
