"""The study that an article on medicine reports: "the HERON trial", "the trial, called HERON"."""

import re
from functools import cache

from claims.vocabulary import word_list

_OFTEN = 2
_NAME = r"(?P<name>[A-Z][\w-]*[A-Z0-9][\w-]*)"


def study_of(text: str) -> str | None:
    """Return the name of the one study that a text reports ("HERON trial"), or None.

    Args:
        text: The text of an article.
    """
    signs = word_list("context", "studies", "signs")
    if len(signs & frozenset(re.findall(r"[a-z]+", text.lower()))) < _OFTEN:
        return None
    named = {f"{found['name']} {found['kind']}" for pattern in _named() for found in pattern.finditer(text)}
    return next(iter(named)) if len({name.split()[0] for name in named}) == 1 else None


@cache
def _named() -> tuple[re.Pattern[str], re.Pattern[str]]:
    kinds, called = ("|".join(word_list("context", "studies", kind)) for kind in ("kinds", "called"))
    return (
        re.compile(rf"\b[Tt]he (?P<kind>{kinds}),? (?:{called}) {_NAME}\b"),
        re.compile(rf"\b[Tt]he {_NAME} (?P<kind>{kinds})\b"),
    )
