"""The ship that an article tells of, by its name: what "the vessel" and "her tanks" stand for in it."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.framing.frame import Frame
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_LEAD = 900
_OFTEN = 2
_MAINLY = 4
_MARKS = "[*_“\"']?"
_PART = r"(?:[A-Z][\w’'-]*[a-z]|[IVX]+)"
_NAME = rf"{_MARKS}(?P<name>{_PART}(?: {_PART}){{0,2}})\b{_MARKS}"
_MOST = 12  # names that are looked for
_ITS = frozenset({"she", "her"})


@dataclass(frozen=True, slots=True)
class Ship:
    """A ship.

    Attributes:
        name: Its name.
        kinds: The nouns that mean it: "ship", "vessel" and those that stand with its name ("tanker").
    """

    name: str
    kinds: frozenset[str]


@lru_cache(maxsize=2)
def ship_of(text: str) -> Ship | None:
    """Return the ship that a text names in its opening and goes on to tell of, or None.

    A ship is told by its kind before its name ("the tanker Elm Star"), by what befell it ("the grounding of
    the Elm Star") or by what only ships have ("the Elm Star's hull").

    Args:
        text: The headline and the running text of an article.
    """
    kinds = len(_kinds().findall(text))
    if kinds < _OFTEN or _definite().search(text) is None:
        return None
    named = Counter(found["name"] for pattern in _told() for found in pattern.finditer(text))
    opening = [name for name, _ in named.most_common(_MOST) if name in text[:_LEAD]]
    often = Counter({name: len(re.findall(rf"\b{re.escape(name)}\b", text)) for name in opening})
    if not often:
        return None
    (name, told), *others = often.most_common(2)
    if told + kinds < _MAINLY or any(count == told for _, count in others):  # about none of a fleet
        return None
    with_it = re.findall(rf"\b([a-z]+),? {_MARKS}{re.escape(name)}\b", text)
    return Ship(name, word_list("matters", "ships", "any") | frozenset(with_it))


def is_the_ship(noun: "Token", ship: Ship) -> bool:
    """Tell whether a noun means the ship that is told of: "the vessel", "the 200-foot tanker".

    Args:
        noun: The noun.
        ship: The ship.
    """
    if noun.tag_ != "NN" or noun.lower_ not in ship.kinds:
        return False
    before = list(noun.lefts)
    pointed = any(child.lower_ in ("the", "this") for child in before)
    return pointed and not any(child.pos_ == "PROPN" or child.dep_ == "poss" for child in before)


def has_as_ship(pronoun: "Token") -> bool:
    """Tell whether "her" means the owner of what ships have: "her hull".

    Args:
        pronoun: The pronoun.
    """
    return pronoun.lower_ in _ITS and pronoun.dep_ == "poss" and pronoun.head.lemma_ in _has()


def may_be_ship(pronoun: "Token", last: str, ship: Ship) -> bool:
    """Tell whether "she" or "her", that means nobody in its sentence, means the ship that was told of last.

    Args:
        pronoun: The pronoun.
        last: The last subject.
        ship: The ship.
    """
    return pronoun.lower_ in _ITS and last == ship.name


def is_of_ship(frame: Frame, unit: str) -> bool:
    """Tell whether an amount is of a ship's cargo or fuel that got lost or was taken off it.

    Args:
        frame: The frame of the amount.
        unit: The base unit of its value.
    """
    verb, noun = frame.predicate, frame.subject
    if verb is None or unit not in word_list("matters", "ships", "units"):
        return False
    if verb.lemma_ not in word_list("matters", "ships", "lost"):
        return False
    if noun is None:
        return True
    if noun.pos_ != "NOUN" or noun.dep_ not in ("nsubj", "nsubjpass", "pobj"):
        return False
    done_by = noun.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in verb.rights)
    return not done_by or noun.lemma_ in word_list("matters", "ships", "hands")


@cache
def _has() -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in load("matters")["ships"]["has"])


@cache
def ship_nouns() -> frozenset[str]:
    """Return the nouns for ships, without which no text tells of one."""
    return frozenset(kind.split()[-1] for kind in load("matters")["ships"]["kinds"])


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('matters')['ships']['kinds'])})\b")


@cache
def _definite() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]h(?:e|is) (?:[\w-]+ )?(?:{'|'.join(load('matters')['ships']['kinds'])})\b")


@cache
def _told() -> tuple[re.Pattern[str], ...]:
    """Return how a text names a ship: behind its kind, behind what befell it, before what it does or has."""
    data = load("matters")["ships"]
    kinds, befell, does, has = ("|".join(data[row]) for row in ("kinds", "befell", "does", "has"))
    return (
        re.compile(rf"\b(?:{kinds}),? (?!The\b|A\b){_NAME}"),
        re.compile(rf"\b(?:{befell}) of the {_NAME}"),
        re.compile(rf"\b[Tt]he {_NAME} (?:had |has |was |is )?(?:{does})\b"),
        re.compile(rf"\b[Tt]he {_NAME}['’]s (?:{has})\b"),
        re.compile(rf"\b[Tt]he {_NAME}, (?:a \S+ (?:{kinds})|[\d,.]+ (?:metres|meters|feet) long)\b"),
    )
