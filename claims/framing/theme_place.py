"""Where most of an article happens: the place that its headline or lead name and the rest repeats."""

import re
from collections import Counter
from collections.abc import Mapping, Set
from functools import cache

from claims.figures.spelled import starters
from claims.framing.descriptions import openers
from claims.framing.lands import as_states
from claims.framing.opening import LEAD, WORD, opening_of
from claims.names import demonym, state
from claims.unfamiliar import is_common
from claims.vocabulary import load, word_list

OFTEN = 2
HEADLINE = 4
_STRUCK = 4
_NAME = r"(?P<name>[A-Z][a-z]{2}[\w-]*(?: [A-Z][a-z][\w-]*){0,2})"
_INSIDE = re.compile(r"(?<=[a-z,;] )([A-Z][a-z]{3,})\b(?! [A-Z])")
_DATELINE = re.compile(r"(?m)^[^\S\n]*([A-Z][A-Z-]{3,}(?: [A-Z-]{3,})?)(?=,? [^\n]{0,30}[–—-] | ?\()")


@cache
def _where() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how a text names a place: behind a preposition, or before what kind of place it is."""
    called = sorted(word_list("context", "lands", "called"))
    kinds = "|".join((*load("context")["descriptions"]["places"], *called, "people", "area", "coast"))
    before = "[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Aa]cross|[Oo]utside|[Aa]round"
    return re.compile(rf"\b(?:{before}|(?:{kinds}) of) {_NAME}(?!['’]s)"), re.compile(
        rf"{_NAME} (?:{kinds})\b"
    )


@cache
def _kicker() -> re.Pattern[str]:
    """Return how a headline names its place before a colon: "Harwick: what the vote means"."""
    before = "|".join(word.capitalize() for word in word_list("context", "themes", "before_names"))
    return re.compile(
        rf"(?m)^(?:(?:{before}) )?(?P<name>(?!(?:{before})\b)[A-Z][a-z]{{3,}}(?: [A-Z][a-z]+)?): "
    )


@cache
def _befell() -> re.Pattern[str]:
    """Return how a text names the place that a disaster struck: "the Harwick fire"."""
    disasters = "|".join(word_list("context", "themes", "of_places"))
    return re.compile(rf"{_NAME} (?i:{disasters})\b")


def place_of(head: str, body: str, people: Set[str], towns: Set[str]) -> tuple[str | None, bool]:
    """Return the place that headline or lead name and where most of the rest happens, and if that is sure."""
    words = Counter(word.lower() for word in WORD.findall(f"{head}\n{body}"))
    plain = Counter(WORD.findall(body))
    opening = opening_of(head, body).lower()
    where = Counter(found["name"] for pattern in _where() for found in pattern.finditer(body))
    where.update(sent_from(body))
    where.update(towns)
    struck = [found["name"] for found in _befell().finditer(body)]
    struck += [_as_named(found["name"], plain) for found in _befell().finditer(head.title())]
    where.update(dict.fromkeys(filter(None, struck), _STRUCK))
    above = (found["name"] for found in _kicker().finditer(head))
    where.update({name: _STRUCK for name in above if not is_common(name.split()[0].lower())})  # "Opinion: …"
    where.update(as_states(body))
    score: dict[str, int] = {}
    for name, placed in where.items():
        if name.lower() not in opening:
            continue
        often = min(words[word.lower()] for word in WORD.findall(name)) - _in_longer(name, f"{head}\n{body}")
        known = (
            plain[name.split()[0].lower()]
            or name.split()[0].lower() in openers()
            or name in people
            or name.split()[0].lower() in starters()
            or demonym(name)
            or name.split()[-1] in word_list("context", "themes", "no_places")
            or name.isupper()
            or _is_foreign(name, head)
            or _is_capital(name, body)
        )
        if known or often < OFTEN:
            continue
        score[name] = 2 * placed + often + HEADLINE * (name.lower() in head.lower())
    best = max(score, key=lambda name: (score[name], name), default=None)
    return (best, True) if best is not None else (named_above(head, body, people, plain), False)


def _as_named(name: str, plain: Mapping[str, int]) -> str:
    """Return the last words of a name in a headline that the text writes with capitals, too; else ""."""
    kept = name.split()
    while kept and not all(plain[word] for word in kept):
        kept.pop(0)
    return " ".join(kept)


def sent_from(body: str) -> list[str]:
    """Return the towns of datelines: "HARWICK (Agency) -"."""
    return [name.title() for name in _DATELINE.findall(body[:LEAD])]


def _is_only_of_paper(word: str, body: str) -> bool:
    """Tell whether a text names what its publisher is called after only for its own work: "an Elm poll"."""
    own = "|".join(word_list("context", "local_papers", "own"))
    return re.search(rf"\b{re.escape(word)}\b(?! (?:{own})\b)", body) is None


def _in_longer(name: str, text: str) -> int:
    """Return how often a name is only part of another: "Amber" in "Port Amber"."""
    return len(re.findall(rf"\b[A-Z][a-z]+ {re.escape(name)}\b", text)) if " " not in name else 0


def _is_foreign(name: str, head: str) -> bool:
    """Tell whether a name is of a known state that the headline does not name: one of many, perhaps."""
    return state(name) is not None and name.lower() not in head.lower()


def _is_capital(name: str, body: str) -> bool:
    """Tell whether a text calls a place the capital: it tells of the whole state."""
    return re.search(rf"\b[Tt]he capital,? {name}\b|\b{name}, the (?:\w+ )?capital\b", body) is not None


def site_of(body: str) -> str | None:
    """Return what a lead says of where an accident was: "Corran" of "at Corran station"."""
    sites = "|".join(word_list("context", "themes", "sites"))
    where = r"\b(?:in|at|near|outside)"
    found = re.search(rf"{where} {_NAME} (?:{sites})\b", body[:LEAD])
    found = found or re.search(rf"{where} the (?:\w+ )?(?:{sites}) of {_NAME}", body[:LEAD])
    return found["name"] if found is not None else None


def named_above(head: str, body: str, people: Set[str], plain: Mapping[str, int]) -> str | None:
    """Return the name that stands above an article and most often in it."""
    title, _, publisher = head.rpartition("\n")
    above = {word.capitalize() for word in WORD.findall(title)}
    above.update(word for word in WORD.findall(publisher.title()) if not _is_only_of_paper(word, body))
    met = Counter(found[1] for found in _INSIDE.finditer(body))
    named = {
        word: count
        for word, count in met.items()
        if word in above
        and not plain.get(word.lower())
        and word not in people
        and word not in word_list("context", "themes", "no_places")
        and word.lower() not in word_list("context", "local_papers", "titles")
        and not demonym(word)
        and word.lower() not in word_list("context", "descriptions", "public")
    }
    return max(named, key=lambda word: (named[word], word), default=None)
