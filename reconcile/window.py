"""The words around a figure: its clause, up to the next figure on either side.

A parse may give a figure the wrong measure or the wrong holder; the words beside it are still its own.
"""

import re
from collections.abc import Iterator
from functools import cache

from claims.model import Claim
from claims.vocabulary import load as claims_vocabulary
from reconcile.vocabulary import load

_CLAUSE_END = re.compile(
    r"[,;:—–]\s|\s(?:since|because|after|when|while|before|until|although|which|who|where)\s"
)
# "In Lund, 40 houses burned": what opens a sentence so is said of all that follows.
_OPENING = re.compile(
    r"\s*(?:in|at|on|for|across|around|near|outside|along|off|throughout)\s[^,;:—–\d]*(?=[,;:—–]|$)", re.I
)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
# A figure that tells a day or a year measures nothing.
_OF_TIME = re.compile(rf"(?:19|20)\d\d\b|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}\b")


@cache
def _figure() -> re.Pattern[str]:
    numerals = "|".join(word for word in claims_vocabulary("numbers")["small"] if word not in ("one", "zero"))
    return re.compile(rf"\d[\d.,]*\d|\d|\b(?:{numerals})\b", re.I)


def clause(claim: Claim) -> str:
    """Return a claim's clause with what opens it: "In Lund 40 houses burned", not ", most of them there"."""
    at = claim.sentence.find(claim.quote)
    if at < 0:
        return claim.sentence
    start = claim.sentence.rfind(";", 0, at) + 1
    first = max([start, *(match.end() for match in _CLAUSE_END.finditer(claim.sentence, start, at))])
    end = _CLAUSE_END.search(claim.sentence, at + len(claim.quote))
    opening = _OPENING.match(claim.sentence, start)
    return (opening.group() + " " if opening else "") + claim.sentence[first : end.start() if end else None]


def windows(claim: Claim) -> Iterator[str]:
    """Yield the words of a figure's clause from the figure before it to the one behind it, then ever more.

    A clause may hold the figure only ("Turnout, she said, came to 56%"): then its sentence tells of what.
    """
    yield _between(clause(claim), claim)
    yield beside_figure(claim)
    yield claim.sentence


def beside_figure(claim: Claim) -> str:
    """Return the words of a figure's sentence from the figure before it to the one behind it."""
    return _between(claim.sentence, claim)


def window(claim: Claim) -> str:
    """Return the words of a figure's clause from the figure before it to the one behind it."""
    return next(windows(claim))


def _between(text: str, claim: Claim) -> str:
    found = _place(text, claim)
    if found is None:
        return text
    times = [(time.start(), time.end()) for time in _OF_TIME.finditer(text)]
    figures = [
        (figure.start(), figure.end())
        for figure in _figure().finditer(text)
        if not any(first <= figure.start() < last for first, last in times)
    ]
    first = max((stop for _, stop in figures if stop <= found.start()), default=0)
    last = min((start for start, _ in figures if start >= found.end()), default=len(text))
    return text[first:last]


def apart(claim: Claim) -> tuple[str, str]:
    """Return what its sentence has before a figure and behind it; nothing where it does not stand there.

    What is only the end of a longer figure is another one: "16%, without fuel 6%".
    """
    found = _place(claim.sentence, claim)
    return (claim.sentence[: found.start()], claim.sentence[found.end() :]) if found else ("", "")


def _place(text: str, claim: Claim) -> re.Match[str] | None:
    if claim.value is None:
        return None
    return re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(claim.value.surface)}(?!\w)(?![.,]\d)", text)


def next_to(claim: Claim, *, behind: bool, most: int = 40) -> str:
    """Return the words right behind a figure in its sentence, or right before it."""
    before, after = apart(claim)
    return after[:most] if behind else before[-most:]


def is_set_aside(claim: Claim) -> bool:
    """Whether a text gives a figure as another's and not as its own: "52, rather than the 40".

    A figure with a time is only compared with: "52 instead of the 40 in 2020".
    """
    return claim.period is None and bool(_set_aside().search(next_to(claim, behind=False)))


@cache
def _set_aside() -> re.Pattern[str]:
    words = "|".join(load("course")["set_aside"])
    return re.compile(rf"\b(?:{words})(?: (?:the|its|their|about))? ?$", re.I)
