"""The firms of a text, told by how it writes of them, where the parser takes them for persons."""

import re
from collections.abc import Sequence, Set
from functools import cache
from typing import TYPE_CHECKING

from claims.people import people_of, surnames_of
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.language import Sentence

_PART = r"[A-Z][\w&-]{0,38}[a-z]"  # no longer than a name: a run of hyphens is read from each of its words
_NAME = rf"(?P<name>{_PART}(?: {_PART}){{0,2}})"
# Only a body, a place or a thing has what is "its": "Nord puts its losses at £2m".
_ITS = r" (?!(?:said|says|told|thinks|knows) )[a-z]{3,}s? its\b"
_SPOKEN_FOR = r"spokes(?:man|woman|person) (?:for|of|at)"
_PLAIN = re.compile(r"\b[a-z]+\b")
_PLACED = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear) {_NAME}")


def firms_of(text: str) -> frozenset[str]:
    """Return the words of the names of firms: those behind "the retailer", or whose shares or sales it tells.

    Args:
        text: The text of a source.
    """
    persons = people_of(text) | {word for name in surnames_of(text).values() for word in name.split()}
    no_names = persons | {match["name"] for match in _PLACED.finditer(text)}
    return _named(text, no_names)


def label_firms(sentences: Sequence["Sentence"], firms: Set[str]) -> None:
    """Set right which names the parse takes for those of persons and the text uses of firms.

    Args:
        sentences: All sentences of a text.
        firms: The words of the names of firms, from `firms_of`.
    """
    for sentence in sentences:
        firm = False
        for token in sentence.span:
            firm = token.ent_type_ == "PERSON" and (firm or token.text in firms)
            if firm:
                token.ent_type_ = "ORG"


def _named(text: str, no_names: Set[str]) -> frozenset[str]:
    """Return the words of the names that patterns find; what stands in small letters elsewhere is none."""
    plain = _days().union(_PLAIN.findall(text))
    runs = [match["name"].split() for pattern in _beside_name() for match in pattern.finditer(text)]
    earned = [match["name"].split() for match in _earned().finditer(text)]
    runs += earned if earned and _accounts().search(text) else []
    names = [run[1:] if run[0].lower() in plain else run for run in runs]
    return frozenset(
        word
        for name in names
        if not {*name, " ".join(name)} & no_names
        for word in name
        if word.lower() not in plain
    )


@cache
def _days() -> frozenset[str]:
    return frozenset(word.lower() for word in load("context")["themes"]["no_places"])


@cache
def _beside_name() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns for what a firm is or has beside its name: "the retailer Nord", "Nord, the maker"."""
    roles = "|".join(
        sorted(map(re.escape, (*load("attribution")["firms"], *load("context")["descriptions"]["makers"])))
    )
    partners = "|".join(sorted(map(re.escape, load("attribution")["partnerships"])))
    owned, traded, had = (_either(kind) for kind in ("owned_by", "traded", "had"))
    partner = rf"(?:of|at|for|with) the (?:[a-z-]{{1,40}} )?(?:{partners})"
    maker = rf"(?:, (?:the|an?|its)| (?:is|was|became) (?:the|an?)) (?:[a-z-]{{1,40}} ){{0,2}}(?:{roles})\b"
    return (
        re.compile(rf"\b(?:(?:{roles}),?|{partner}|{owned} of|{_SPOKEN_FOR}) {_NAME}"),
        re.compile(rf"\b{_NAME}(?={maker}|(?:['’]s?)? {traded}\b|['’]s? (?:\w+ ){{0,2}}{had}\b|{_ITS})"),
    )


@cache
def _earned() -> re.Pattern[str]:
    return re.compile(rf"\b{_NAME} {_either('earning')} (?:[a-z]+ ){{0,4}}[€$£¥₹]")


@cache
def _accounts() -> re.Pattern[str]:
    return re.compile(rf"\b{_either('accounts')}\b", re.I)


def _either(kind: str) -> str:
    """Return a pattern for one of the words that tell a firm beside its name."""
    return f"(?:{'|'.join(load('context')['firms'][kind])})"
