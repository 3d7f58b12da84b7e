"""The public budget that an article tells of: whose it is, for which year, and which figures are its own."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from claims.framing.economy import state_told
from claims.framing.opening import WORD, divided, opening_of
from claims.language import Sentence
from claims.model import Modality, Source
from claims.vocabulary import word_list

_SEVERAL = 2
_MANY = 3
_CHANGE = "change in "
_SHARE = re.compile(r" (?:as|of) share of .*$")
_DAY = re.compile(r"\b\d{1,2} [a-z]{3,9} 20\d\d\b")
_YEAR = re.compile(r"\b(20\d\d)\b(?![-–/]\d)")


@dataclass(frozen=True, slots=True)
class Budget:
    """What an article says of the budget that it is about.

    Attributes:
        owner: The state or town whose it is, or None where nothing tells.
        year: The year to come that it is for, where the text says which.
        of_town: Whether it is that of a town, not of a state.
    """

    owner: str | None
    year: int | None
    of_town: bool


def budget_of(source: Source, sentences: Sequence[Sentence], home: str | None) -> Budget | None:
    """Return the public budget that an article is about, or None.

    Args:
        source: The source.
        sentences: All its sentences, parsed.
        home: The state that it is written from, where that is known.
    """
    opening = opening_of(*divided(source)).lower()
    if _kinds().search(opening) is None:
        return None
    words = frozenset(word.lower() for word in WORD.findall(source.text))
    if len(words & _listed("bodies")) < _SEVERAL or len(words & _listed("signs")) < _MANY:
        return None
    of_town = not _listed("of_towns").isdisjoint(WORD.findall(opening))
    owner = None if of_town else state_told(sentences, home, source.text)
    return Budget(owner, _year(source), of_town)


def of_its_town(budget: Budget | None, town: str | None) -> Budget | None:
    """Return a town's budget as that of the town that the article tells of; any other as it is."""
    return replace(budget, owner=town) if budget is not None and budget.of_town else budget


def _year(source: Source) -> int | None:
    """Return the year to come that a budget is for: the one that its text has more often than the running."""
    told = source.known("published") or source.known("modified")
    if told is None:
        return None
    text = _DAY.sub("", f"{source.known('title') or ''}\n{source.text}".lower())
    met = Counter(int(year) for year in _YEAR.findall(text))
    met.update(int(year) for found in _beside().finditer(text) for year in _YEAR.findall(found[0]))
    running = int(told[:4])
    coming = running + 1
    met[coming] += text.count("next year")
    return coming if met[coming] > met[running] else None


def is_of_treasury(measure: str) -> bool:
    """Tell whether a figure of an article on a budget is of the one who has it: "total spending"."""
    words = _SHARE.sub("", measure.removeprefix(_CHANGE).lower()).split()
    while len(words) > 1 and words[0] in _listed("plain"):
        words = words[1:]
    return len(words) == 1 and words[0] in _listed("of_treasuries")


def only_keeps(name: str) -> bool:
    """Tell whether a name is of one who only gives the figures of a state, or of those figures."""
    plain = name.lower().removeprefix("the ")
    return plain in _listed("stewards") or is_of_treasury(plain)


def is_purpose(words: str) -> bool:
    """Tell whether a row or item names what money is for: "Health", "Roads"."""
    return words.lower() in _listed("purposes")


def spent_on(measure: str, subject: str) -> str:
    """Return a sum of a budget for a purpose or a ministry as spending; other measures unchanged."""
    plain = measure.removeprefix(_CHANGE)
    spends = subject.lower().split()[-1:] in (["ministry"], ["department"]) or is_purpose(subject)
    if not spends or plain.lower() not in (subject.lower(), "amount", "amount received", "budget"):
        return measure
    return f"{_CHANGE if measure != plain else ''}spending"


def status_in_budget(measure: str, subject: str) -> Modality | None:
    """Return how a figure of a budget to come is meant, by what it measures; None for any other figure."""
    for name in (measure.removeprefix(_CHANGE).lower(), subject.lower()):
        words = WORD.findall(_SHARE.sub("", name))
        if not _listed("set_elsewhere").isdisjoint(words):
            return None
        if any(word in _listed("reckoned") for word in words):
            return "projection"
        if any(word in _listed("laid_down") for word in words) or is_purpose(name):
            return "plan"
    return None


def _listed(row: str) -> frozenset[str]:
    return word_list("budgets", row)


@cache
def _kinds() -> re.Pattern[str]:
    kinds, others = ("|".join(sorted(_listed(row))) for row in ("kinds", "others"))
    private = "".join(rf"(?<!\b{whose} )" for whose in sorted(_listed("private")))
    return re.compile(rf"{private}\b(?:{kinds})\b(?! (?:{others})\b)")


@cache
def _beside() -> re.Pattern[str]:
    kinds = "|".join(sorted(_listed("kinds")))
    return re.compile(
        rf"\b20\d\d\b (?:[a-z]+ )?(?:{kinds})\b|\b(?:{kinds}) (?:for|of) (?:the )?(?:year )?20\d\d\b"
    )
