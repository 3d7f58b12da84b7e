"""An operation, project or mission that an article tells of by a name of its own: "Operation Heron"."""

import re
from collections import Counter
from functools import cache

from claims.framing.opening import opening_of
from claims.vocabulary import word_list

_OFTEN = 2


def undertaking_of(head: str, body: str) -> str | None:
    """Return the named operation or the like that an article tells of, or None.

    Args:
        head: Its title, headline and publisher.
        body: Its running text.
    """
    opening = opening_of(head, body)
    often = Counter(found["name"] for found in _named().finditer(body))
    given = {found["name"] for found in _given().finditer(body)}
    told = {
        name: times for name, times in often.items() if times >= _OFTEN or name in opening or name in given
    }
    return max(told, key=lambda name: (told[name], name), default=None)


@cache
def _named() -> re.Pattern[str]:
    kinds = "|".join(word_list("matters", "undertakings", "kinds"))
    return re.compile(rf"\b(?P<name>(?:{kinds}) [A-Z][\w-]+(?: [A-Z][\w-]+)?)")


@cache
def _given() -> re.Pattern[str]:
    """Return how a text says what something is called: "the investigation, named Operation Heron"."""
    given = "|".join(word_list("matters", "undertakings", "given"))
    return re.compile(rf"\b(?:{given}),? [\"“'‘]?{_named().pattern}")
