"""Names: states behind capitals and demonyms, and acronyms that a text defines.

A capital stands for its government only where the text also speaks of the state ("Beijing" beside "China"),
and only as an agent; that the word is an agent is for the caller to know.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_DEFINED = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_WORD = re.compile(r"[\w'’&.-]+")
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "de", "la"})
_ARTICLE = re.compile(  # but "No side"
    r"^(?:(?i:the|a|an|this|that|these|those|its|their|his|her|our|both|all|some|any)|no)\s+(?!of\b)"
)


@cache
def _states() -> dict[str, str]:
    data = load("countries")
    own = {name: name for name in data["states"]["names"]}
    return {**own, **data["aliases"]}


@cache
def _long_names() -> tuple[str, ...]:
    return tuple(name for name in _states() if " " in name)


def without_article(phrase: str) -> str:
    """Return the phrase without a leading article, possessive pronoun or demonstrative."""
    return _ARTICLE.sub("", phrase, count=1)


def state(name: str) -> str | None:
    """Return the state that a name or alias denotes ("US" -> "United States"), or None."""
    return _states().get(name)


def is_state(name: str) -> bool:
    """Tell whether a name is that of a state or of a union of states."""
    return state(name) == name or name.endswith(" Union")


def state_named(token: "Token") -> str | None:
    """Return the state that a word names, None where a longer name holds it ("North America")."""
    found = state(token.text)
    if found and any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in token.lefts):
        return None
    return found


def demonym(word: str) -> str | None:
    """Return the state that a demonym belongs to ("Chinese" -> "China"), or None."""
    found: str | None = load("countries")["demonyms"].get(word)
    return found


@cache
def _denoted() -> dict[str, str]:
    return {**load("countries")["demonyms"], **_states()}


def denoted(word: str) -> str | None:
    """Return the state that a name, an alias or a demonym denotes, or None."""
    return _denoted().get(word)


def capital(word: str) -> str | None:
    """Return the state whose capital this is ("Beijing" -> "China"), or None."""
    found: str | None = load("countries")["capitals"].get(word)
    return found


@cache
def _world() -> frozenset[str]:
    world = load("countries")["world"]
    return frozenset(world["adjectives"]) | frozenset(world["nouns"])


def is_world(word: str) -> bool:
    """Tell whether a word stands for the whole world ("global", "world", "worldwide")."""
    return word.lower() in _world()


def canonical(name: str) -> str:
    """Return a name in its normal form, as far as the name alone tells.

    Args:
        name: A name or noun phrase, with or without an article.

    Returns:
        The state for a state's name, alias, capital or demonym; else the name without its article.
    """
    bare = without_article(name.strip()).strip("'’\" ")
    bare = re.sub(r"['’]s$|(?<=s)['’]$", "", bare)
    return state(bare) or capital(bare) or demonym(bare) or bare


@dataclass(frozen=True)
class Names:
    """The names of one text.

    Attributes:
        acronyms: Acronym -> what it stands for, where the text defines it.
        governments: Capitals that stand for their state in this text.
    """

    acronyms: dict[str, str]
    governments: dict[str, str]

    def agent(self, name: str) -> str:
        """Return the normal form of a name that acts: a capital is read as its state's government."""
        bare = without_article(name)
        bare = re.sub(r"['’]s$|(?<=s)['’]$", "", bare)
        return self.governments.get(bare) or state(bare) or bare

    def expand(self, phrase: str) -> str:
        """Return the phrase with an acronym that the text defines written out, where it stands alone."""
        return self.acronyms.get(without_article(phrase), phrase)


def names_of(text: str) -> Names:
    """Collect the names that a text defines.

    Args:
        text: The whole text of a source.

    Returns:
        Acronyms in brackets after their expansion ("International Energy Agency (IEA)"), and capitals
        whose state the text names as well.
    """
    acronyms: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        acronym = match[1]
        expansion = _expansion(acronym, text[max(0, match.start() - 120) : match.start()])
        if expansion:
            acronyms.setdefault(acronym, expansion)
    words = set(_WORD.findall(text))
    words |= {word.split("'")[0].split("’")[0] for word in words}
    data = load("countries")
    spoken_of = {found for word in words if (found := denoted(word))}
    spoken_of |= {full for full in _long_names() if full in text}
    governments = {
        city: country
        for city, country in data["capitals"].items()
        if country in spoken_of and city in text and not _is_half_a_name(city, text)
    }
    return Names(acronyms, governments)


def _is_half_a_name(city: str, text: str) -> bool:
    """Tell whether a city mostly opens a longer name ("Lisbon Athletic"), for which it then stands alone."""
    longer = len(re.findall(rf"\b{re.escape(city)} [A-Z][a-z]+", text))
    return longer > 1 and 3 * longer >= text.count(city)


def _expansion(acronym: str, before: str) -> str | None:
    letters = [c.lower() for c in acronym if c.isalpha()]
    if len(letters) > 2 and letters[-1] == "s" and acronym[-1] == "s":
        letters = letters[:-1]
    words = re.findall(r"[\w'’&-]+", re.split(r"[.;:,!?()]", before)[-1])
    for size in range(1, len(letters) + 4):
        tail = words[-size:]
        if len(tail) < size:
            return None
        initials = [part[0].lower() for word in tail for part in word.split("-") if part]
        content = [
            part[0].lower() for word in tail if word.lower() not in _SMALL for part in word.split("-") if part
        ]
        if letters in (initials, content) and tail[0].lower() not in _SMALL:
            return " ".join(tail)
    return None
