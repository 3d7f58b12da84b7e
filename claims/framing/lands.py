"""The state that an article is set in, where no list of states knows it."""

import re
from collections import Counter
from collections.abc import Set
from functools import cache, lru_cache

from claims.framing.opening import LEAD, WORD
from claims.names import demonym, state
from claims.unfamiliar import is_common
from claims.vocabulary import load, word_list

_HEADLINE = 4
_BODY = 3
_LEAST = 6
_FAR_MORE = 1.5
_NAME = r"(?P<name>[A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?)"
_COUNTED_BY = re.compile(rf"\bStatistics {_NAME}\b")


def land_of(headline: str, body: str, people: Set[str]) -> str | None:
    """Return the state that an article tells of by its name, or None where nothing says that it is one.

    A text that speaks of "the country", its capital or its ministries is set in a state: in that of which
    it says so ("the parliament of Norland"), or in the place of its headline that it calls no town.

    Args:
        headline: The title and headline.
        body: The running text.
        people: The words of the persons that it names.
    """
    if not _national().search(body):
        return None
    above = {word.capitalize() for word in WORD.findall(headline)}
    lead = body[:LEAD]
    score = as_states(body)
    placed = Counter(found["name"] for found in _inside().finditer(body))
    towns = {found["name"] for pattern in _settled() for found in pattern.finditer(body)}
    for name in {*score, *(above & placed.keys())}:
        if name in people or name in towns or _is_known(name):
            del score[name]
            continue
        score[name] += _HEADLINE * (name in above) + (name in lead) + placed[name]
    ranked = [(name, points) for name, points in score.most_common(2) if points >= _LEAST]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _FAR_MORE * ranked[1][1]):
        return None
    return ranked[0][0]


def as_states(body: str) -> Counter[str]:
    """Return the names that a text uses as those of states, each with what that weighs.

    Args:
        body: The running text.
    """
    return Counter(_weighed(body))


def state_of_figures(text: str, figures: Set[str]) -> str | None:
    """Return the state that no list knows of which a text gives figures, by its bodies or by them.

    Args:
        text: The text with its publisher: a statistics office tells by its name of which state it is.
        figures: What only states have figures of: "inflation in Norland", "Norland's inflation".
    """
    patterns = (*_bodies(), *_figured(frozenset(figures)))
    found = Counter(match["name"] for pattern in patterns for match in pattern.finditer(text))
    return max(found, key=lambda name: (found[name], name), default=None)


@lru_cache(maxsize=2)
def _weighed(body: str) -> dict[str, int]:
    score = Counter[str]()
    for pattern in _bodies():
        score.update(dict.fromkeys({found["name"] for found in pattern.finditer(body)}, _BODY))
    score.update(dict.fromkeys({found["name"] for found in _COUNTED_BY.finditer(body)}, _LEAST))
    return dict(score)


def _is_known(name: str) -> bool:
    """Tell whether a name is that of a listed state or people, or a common word."""
    listed = state(name) or demonym(name) or name in word_list("context", "themes", "no_places")
    return bool(listed) or is_common(name.lower())


@cache
def _national() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(load('context')['lands']['national'])})")


@cache
def _inside() -> re.Pattern[str]:
    words = sorted(word_list("context", "lands", "held"))
    held = "".join(f"(?<!{word} )(?<!{word.capitalize()} )" for word in words)
    where = "(?:[Ii]n|[Aa]cross|[Tt]hroughout) "
    # Looking ahead first spares the many looks behind at most words.
    return re.compile(rf"\b(?={where}[A-Z]){held}{where}{_NAME}\b(?! [A-Z])")


@cache
def _settled() -> tuple[re.Pattern[str], ...]:
    """Return how a text calls what it names a town or another part of a state."""
    kinds = "|".join(word_list("context", "lands", "settlements"))
    return (
        re.compile(rf"\b(?i:{kinds})(?: city)?,? (?:of )?{_NAME}\b"),
        re.compile(rf"\b{_NAME} (?i:{kinds}|town hall|city council)\b"),
        re.compile(rf"\b{_NAME},? (?:the|its|a|an) (?:[\w-]+ ){{0,3}}(?:{kinds})\b"),
    )


@cache
def _bodies() -> tuple[re.Pattern[str], ...]:
    """Return how a text names a state as one: by what only states have, before or behind it."""
    had = "|".join(word_list("context", "lands", "had"))
    called = "|".join(word_list("context", "lands", "called"))
    return (
        re.compile(rf"\b{_NAME}['’]s (?:[a-z]+ ){{0,2}}(?:{had})\b"),
        re.compile(rf"\b(?:{called}|{had}) of {_NAME}\b(?! [A-Z])"),
        re.compile(rf"\b{_NAME}, (?:a|an|the) (?:[a-z-]+ ){{0,3}}(?:{called})\b"),
    )


@cache
def _figured(figures: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """Return how a text names a state by what it has figures of, or by a body that is called after it."""
    had = "|".join(re.escape(figure) for figure in sorted(figures))
    after = "|".join(sorted(word_list("context", "lands", "named_after")))
    return (
        _COUNTED_BY,
        re.compile(rf"\b(?:(?i:{had}) in|(?:{after}) of(?: the)?) {_NAME}\b"),
        re.compile(rf"\b{_NAME}['’]s (?:{had})\b"),
    )
