"""Evidence: the words of a source that each facet of a claim came from, and what was inferred from where.

The reader of a text marks the words that it decided by: the head of the subject, the verb that makes a
forecast, the mention of the source. The words of a measure or scope are found again in the claim's own
sentence. What stands nowhere in it was inferred or supplied, and is said to be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.names import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.model import Claim, Source
    from claims.tokens import Token

Place = tuple[int, int]

_WORD = re.compile(r"[^\W_]+(?:[.,'’&-][^\W_]+)*")
_SMALL = frozenset(
    {
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "per",
        "that",
        "the",
        "to",
        "which",
        "with",
    }
)
_CASES = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one facet of a claim comes from.

    Attributes:
        facet: Name of the facet; a part of the scope is ``scope.`` and its name.
        places: Where its words stand in the source's text, in order; none where it was taken from elsewhere.
        supplied: Words of the facet that do not stand in the sentence.
        note: What it was inferred or resolved from, or None.
    """

    facet: str
    places: tuple[Place, ...]
    supplied: tuple[str, ...] = ()
    note: str | None = None


def marks(start: int, **words: Iterable[Token | None]) -> dict[str, Place]:
    """Return the places of the words that a facet was read from.

    Args:
        start: Offset of the sentence in the source's text.
        **words: Facet -> its words, None among them for those that are not there.
    """
    found = {}
    for facet, several in words.items():
        tokens = [token for token in several if token is not None]
        if tokens:
            last = max(tokens, key=lambda token: token.idx)
            found[facet] = (start + min(token.idx for token in tokens), start + last.idx + len(last))
    return found


def evidence(source: Source, claim: Claim) -> list[Evidence]:
    """Return where every facet of a claim comes from.

    Args:
        source: The source that the claim was read from.
        claim: One of its claims.

    Returns:
        Subject, measure, object, value, period, modality, attribution, polarity and the parts of the scope;
        those that the claim does not have are left out.
    """
    return [_of_facet(source, claim, facet, text) for facet, text in _facets(claim)]


def _facets(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "subject", claim.subject
    yield "measure", claim.measure
    if claim.object:
        yield "object", claim.object
    if claim.value is not None:
        yield "value", claim.value.surface
    if claim.period is not None:
        yield "period", claim.period.text
    yield "modality", ""
    if claim.attribution:
        yield "attribution", claim.attribution
    yield "polarity", ""
    for name, text in claim.scope.items():
        yield f"scope.{name}", text


def _of_facet(source: Source, claim: Claim, facet: str, text: str) -> Evidence:
    note = claim.inferred.get(facet)
    if facet == "value" and claim.value is not None:
        return Evidence(facet, ((claim.value.start, claim.value.end),), (), claim.inferred.get("unit"))
    marked = claim.marks.get(facet)
    if facet == "period" and claim.period is not None:
        resolved = claim.period.resolved_from
        note = note or (f"resolved from {resolved}" if resolved else None)
        return Evidence(facet, _whole(source, claim, text), (), note)
    if (note is not None and facet != "measure") or not text:
        return Evidence(facet, (marked,) if marked else (), (), note)
    places, missing = _words(source, claim, text, marked)
    return Evidence(facet, places or ((marked,) if marked else ()), missing, note)


def sentence_of(source: Source, claim: Claim) -> Place:
    """Return the place of a claim's sentence in its source: the one that covers its quote.

    Args:
        source: The source that the claim was read from.
        claim: One of its claims.
    """
    size = len(claim.sentence)
    first = source.text.find(claim.sentence, max(0, claim.end - size), claim.start + size)
    return (first, first + size) if first >= 0 else (claim.start, claim.end)


def _whole(source: Source, claim: Claim, text: str) -> tuple[Place, ...]:
    """Return the place of some words in the claim's sentence, the nearest to its value."""
    start, end = sentence_of(source, claim)
    near = claim.value.start if claim.value is not None else claim.start
    found = [match.start() for match in re.finditer(re.escape(text), source.text[start:end])] if text else []
    best = min((start + at for at in found), key=lambda at: abs(at - near), default=None)
    return ((best, best + len(text)),) if best is not None else ()


def _words(
    source: Source, claim: Claim, text: str, near: Place | None
) -> tuple[tuple[Place, ...], tuple[str, ...]]:
    """Find the words of a facet in the claim's sentence.

    Returns:
        Their places, those side by side as one, and the words that are not there.
    """
    start, end = sentence_of(source, claim)
    centre = near[0] if near else claim.value.start if claim.value is not None else claim.start
    there: dict[str, list[Place]] = {}
    for match in _WORD.finditer(source.text, start, end):
        for form in {_stem(match[0]), _stem(canonical(match[0]))}:
            there.setdefault(form, []).append(match.span())
    places, missing = set(), []
    for word in _WORD.findall(text):
        if word.casefold() in _SMALL:
            continue
        found = there.get(_stem(word))
        if found:
            places.add(min(found, key=lambda place: abs(place[0] - centre)))
        else:
            missing.append(word)
    return _joined(source.text, sorted(places)), tuple(dict.fromkeys(missing))


def _stem(word: str) -> str:
    bare = _CASES.sub("", word).casefold()
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") else bare


def _joined(text: str, places: list[Place]) -> tuple[Place, ...]:
    """Join places that nothing but small words divides."""
    joined: list[Place] = []
    for start, end in places:
        between = text[joined[-1][1] : start] if joined else ""
        if (
            joined
            and all(word.casefold() in _SMALL for word in _WORD.findall(between))
            and _is_plain(between)
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _is_plain(between: str) -> bool:
    return not set(between) & set(",;:.()[]–—")
