"""The outbreak that an article tells of where it names only the illness: "12 people are ill with measles"."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from claims.language import Sentence
from claims.vocabulary import load

_LEAD = 4
_OPENING = 10
_OF = frozenset({"more", "further", "other", "new"})
_WORD = re.compile(r"[a-z]+")
_NUMBER_OF_CASES = re.compile(r"number of ((?:[\w-]+ )*cases)\b")
_KNOWN = re.compile(r"(?i)\bthe (?:outbreak|epidemic)\b")
_PLACE = re.compile(r" (?:in|at|across|from) (?:the )?[A-Z].*")


@cache
def _diseases() -> str:
    names = sorted(load("context")["outbreaks"]["diseases"], key=lambda name: (-len(name), name))
    return rf"\b(?P<name>(?i:{'|'.join(names)})(?: [A-E]\b)?)"


@cache
def _named() -> re.Pattern[str]:
    return re.compile(_diseases())


@cache
def _suffered() -> re.Pattern[str]:
    signs = "|".join(load("context")["outbreaks"]["suffered"])
    return re.compile(rf"\b(?i:{signs}) (?:[a-z-]+ )?{_diseases()}")  # "ill with confirmed measles"


def outbreak_of(sentences: Sequence[Sentence], text: str) -> str | None:
    """Name the outbreak of the illness that people are said to have, or of the one that the lead names.

    Args:
        sentences: All sentences of the article.
        text: Its text in small letters.
    """
    for sentence in sentences[:_OPENING]:
        if found := _suffered().search(sentence.text):
            return _outbreak(found["name"])
    signs = load("context")["outbreaks"]["signs"]
    for sentence in sentences[:_LEAD]:
        found = _named().search(sentence.text)
        if found and text.count(found["name"].lower()) > 1 and any(sign in text for sign in signs):
            return _outbreak(found["name"])
    return None


def outbreak_beside(text: str) -> str | None:
    """Name the outbreak that an article on something else points to as known: "since the outbreak".

    Args:
        text: Its text.
    """
    if _KNOWN.search(text) is None:
        return None
    met = Counter(found["name"].lower() for found in _named().finditer(text))
    illness = max(met, key=lambda name: (met[name], name), default="")
    return _outbreak(illness) if met[illness] > 1 or len(met) == 1 else None


def _outbreak(illness: str) -> str:
    kept = illness if illness[1:2].isupper() else illness[0].lower() + illness[1:]
    return f"{kept} outbreak"


def is_outbreak(event: str | None) -> bool:
    """Tell whether an event is an outbreak of an illness."""
    return event is not None and event.endswith(" outbreak")


def of_the_sick(measure: str) -> bool:
    """Tell whether a measure is of the sick and the dead, which an outbreak is measured by."""
    words, listed = set(_WORD.findall(measure.lower())), load("context")["outbreaks"]
    return words.isdisjoint(listed["examined"]) and not words.isdisjoint(listed["toll"])


def cases_of(measure: str) -> str:
    """Call people who have fallen ill or tested positive cases, whoever they are.

    Args:
        measure: A measure of an article on an outbreak ("pupils infected").
    """
    if counted := _NUMBER_OF_CASES.match(measure):
        return " ".join(_named().sub("", counted[1]).split())
    words = load("context")["outbreaks"]
    found = re.search(rf"\b(?:{'|'.join(words['infected'])})\b", measure)
    if found is None or measure.startswith(("share ", "change ", "number ")):
        return measure
    told = _PLACE.sub("", measure[: found.start()]).strip()
    who = set(_WORD.findall(told)) - _OF
    if not who.isdisjoint(words["examined"]):
        return measure
    anyone = who <= set(load("frames")["nouns"]["anyone"]) | set(words["toll"])
    return "cases" if anyone else f"cases among {told}"


def is_patient(noun: str) -> bool:
    """Tell whether a noun (lemma) means the sick or their cases, who are no subject of their own."""
    return noun.lower() in load("context")["outbreaks"]["patients"]
