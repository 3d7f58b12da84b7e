"""The state that a text is written from: its dateline's, else the one it names far more often than others."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

from claims.model import Source
from claims.names import capital, denoted
from claims.unfamiliar import is_common
from claims.vocabulary import load, word_list

_NAME = re.compile(r"[^\W\d_][\w-]+")
_DATELINE = re.compile(r"^\s*([A-Z][^\n–—:-]{1,30}?)\s*(?:[–—:]|--| - )")
_DATED = re.compile(r"(?m)^([A-Z][\w-]+), [^\n]{0,40}\b(?:19|20)\d\d\b")
_OF_A_BODY = re.compile(r"\b(?:Bank|Church|University|Institute|Museum|College) of (?:the )?[A-Z][\w-]+")
_OFTEN = 3


def home_of(source: Source) -> str | None:
    """Return the state whose ban "the ban" is and whose government "the government" is, or None.

    Args:
        source: The source.
    """
    body = next((block.start for block in source.blocks if block.kind == "paragraph"), 0)
    dateline = _DATELINE.match(source.text[body : body + 60])
    found = _capital_in(dateline[1]) if dateline else None
    return found or dated_place(source.text[:body]) or _most_named(source.text[body:])


def dated_place(header: str) -> str | None:
    """Return the state of the capital on a header's line that gives a place and a year."""
    for line in header.splitlines():
        if re.search(r"\b(?:19|20)\d\d\b", line):
            found = _capital_in(line)
            if found:
                return found
    return None


def written_in(source: Source) -> frozenset[str]:
    """Return the towns that the lines with a date above an article give: "Harwick, 3 March 2025"."""
    body = next((block.start for block in source.blocks if block.kind == "paragraph"), 0)
    dated = (found[1] for found in _DATED.finditer(source.text[:body]))
    return frozenset(name.title() if name.isupper() else name for name in dated)


def town_of(source: Source) -> str | None:
    """Return the place that a paper or office is called after, where the text only says "this town", or None.

    Args:
        source: The source.
    """
    return place_of_office(source) or (
        town_of_paper(source) if _this_town().search(source.text) is not None else None
    )


def place_of_office(source: Source) -> str | None:
    """Return the place that an office has its name from: of the "Elm Basin Authority" the Elm basin, or None.

    Args:
        source: The source; its text only says "the basin".
    """
    publisher = (source.known("publisher") or "").title().split()
    for name, kind in pairwise(publisher):
        of_place = kind.lower() in load("context")["descriptions"]["places"] and not is_common(name.lower())
        if of_place and re.search(rf"\b[Tt]he {kind.lower()}\b", source.text) is not None:
            return f"{name} {kind.lower()}"
    return None


def town_of_paper(source: Source) -> str | None:
    """Return the town that a local paper has its name from: of the "Harwick Post" Harwick, or None."""
    words = re.findall(r"[^\W\d_]{4,}", source.known("publisher") or "")
    if not words or words[-1].lower() not in word_list("context", "local_papers", "titles"):
        return None
    named = [word for word in words if not is_common(word.lower()) and not denoted(word)]
    return named[0].title() if len(words) > 1 and named else None


def _capital_in(text: str) -> str | None:
    name = re.split("[,(]", text)[0].strip()
    return capital(name) or (capital(name.title()) if name.isupper() else None)


@cache
def _long_names() -> tuple[str, ...]:
    return tuple(name for name in load("countries")["states"]["names"] if " " in name)


def _most_named(text: str) -> str | None:
    text = _OF_A_BODY.sub("", text)
    found = Counter(name for word in _NAME.findall(text) if (name := denoted(word)))
    found.update({name: text.count(name) for name in _long_names() if name in text})
    ranked = found.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]


@cache
def _this_town() -> re.Pattern[str]:
    towns = "|".join(word_list("context", "local_papers", "towns"))
    return re.compile(rf"\b(?:[Tt]his|[Tt]he|[Oo]ur) (?:{towns})\b")
