"""Parts of what was told before, in a clause of their own: "12 plants, three of which are closed"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading
from claims.framing.gapping import comparable
from claims.framing.noun_phrases import is_verb, noun_phrase
from claims.framing.of_them import with_fate, with_limits
from claims.parts import before_end
from claims.tokens import FINITE

if TYPE_CHECKING:
    from claims.tokens import Token

_WHICH = frozenset({"which", "whom"})
_INCLUDING = frozenset({"including", "comprising"})
_MADE_OF = frozenset({("among", "them"), ("up", "of"), ("consisting", "of"), ("composed", "of")})
_MOST = 9  # words of a clause that stay in a measure


def as_portion(
    reading: Reading, before: Sequence[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """Return the frame of a part that a relative clause or "including" tells of, or None for other numbers.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    parts = _parts_before(reading, before)
    known = before if parts is None else before[: len(before) - parts]
    whole = next(
        ((old, frame) for old, frame in reversed(known) if _may_be_part(reading, old) and frame.measure),
        None,
    )
    if whole is None:
        return None
    if parts is not None:
        return _included(reading, *whole, values)
    clause = _clause(reading, values)
    return _told(reading, *whole, clause) if clause else None


def _may_be_part(reading: Reading, old: Reading) -> bool:
    if reading.quantity.kind == "share":
        return old.quantity.kind in ("count", "money", "quantity")
    return comparable(old.quantity, reading.quantity)


def _parts_before(reading: Reading, before: Sequence[tuple[Reading, Frame]]) -> int | None:
    """Return how many parts stand before one that "including" or "made up of" leads to; None for no part."""
    first = min(reading.inside)
    words = tuple(token.lower_ for token in reading.anchor.doc[max(0, first - 2) : first])
    if words and (words[-1] in _INCLUDING or words in _MADE_OF):
        return 0
    if not before or words[-1:] not in (("and",), (",",)):
        return None
    last = before[-1][0]
    between = reading.anchor.doc[max(last.inside) + 1 : first]
    if any(token.tag_ in FINITE for token in between) or not _may_be_part(reading, last):
        return None
    parts = _parts_before(last, before[:-1])
    return None if parts is None else parts + 1


def _included(reading: Reading, whole: Reading, frame: Frame, values: frozenset[int]) -> Frame | None:
    things, own = whole.quantity.counted or "", reading.quantity.counted
    if own and own != things and reading.anchor.pos_ in NOUNS:
        what = noun_phrase(reading.anchor, skip=lambda token: token.i in values, depth=1)
        return with_fate(what, things, frame)
    behind = _behind(reading, max(reading.inside) + 1, values)
    if not behind or behind[0].tag_ != "IN":
        return None
    return replace(frame, measure=f"{frame.measure} {_text(behind)}", shared=True)


def _clause(reading: Reading, values: frozenset[int]) -> list["Token"]:
    """Return the words of "three of which *are closed*" or "of which three *are closed*", or none."""
    doc, first, last = reading.anchor.doc, min(reading.inside), max(reading.inside)
    after = [token.lower_ for token in doc[last + 1 : last + 3]]
    ahead = [token.lower_ for token in doc[max(0, first - 3) : first]]
    if len(after) == 2 and after[0] == "of" and after[1] in _WHICH:
        start = last + 3
    elif any(one == "of" and two in _WHICH for one, two in pairwise(ahead)):
        start = last + 1
    else:
        return []
    found = _behind(reading, start, values)
    return found if found and (found[0].tag_ in FINITE or found[0].pos_ in ("ADV", "AUX")) else []


def _behind(reading: Reading, start: int, values: frozenset[int]) -> list["Token"]:
    found = before_end(reading.anchor.doc[start : start + _MOST])
    return [token for token in found if token.i not in values]


def _told(reading: Reading, whole: Reading, frame: Frame, clause: Sequence["Token"]) -> Frame | None:
    """Join what a clause tells of the part to what the whole is: "plants that are closed"."""
    things = whole.quantity.counted or frame.measure.removeprefix("share of ")
    verb = next((word for word in clause if is_verb(word) and not _is_auxiliary(word)), clause[0])
    if reading.quantity.kind == "count" and verb.lemma_ == "die" and frame.measure == "deaths":
        place = [word for word in clause if word.i > verb.i]
        return replace(frame, measure=f"deaths {_text(place)}".strip(), predicate=verb, shared=True)
    rest = list(clause)
    while rest and (rest[0].lemma_ == "be" or _is_adverb(rest[0]) or _is_auxiliary(rest[0])):
        rest.pop(0)
    linked = any(word.lemma_ == "be" for word in clause[: len(clause) - len(rest)])
    if not rest:
        return None
    if linked and rest[-1].pos_ in NOUNS and rest[0].tag_ not in ("IN", "VBN", "VBG"):
        return None  # "€1.1m was bonus" is the bonus, "40 were women" counts women
    named = linked and rest[0].tag_ not in ("IN", "VBN", "VBG")
    tail = f"that are {_text(rest)}" if named else _text(rest) if linked else f"that {_text(rest)}"
    if reading.quantity.kind == "share":
        return replace(frame, measure=f"share of {things} {tail}", whole=things, predicate=verb)
    return replace(frame, measure=f"{things} {tail}", predicate=verb)


def _is_adverb(word: "Token") -> bool:
    return word.pos_ == "ADV" or word.lower_ == "since"


def _is_auxiliary(word: "Token") -> bool:
    return word.dep_ in ("aux", "auxpass")


def _text(words: Sequence["Token"]) -> str:
    kept = [token.text for at, token in enumerate(words) if at or token.tag_ != "DT"]
    return with_limits(" ".join(kept))
