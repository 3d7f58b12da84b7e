"""What the greatest or least of counted things measures: "three towers, the tallest of 90 metres"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_OPENS = frozenset({",", "(", "—", "–"})
_LINKS = frozenset({"of", "at", "with", "aged", "being", "about", "around", "some", "over", "just", "under"})
_GREATEST = frozenset({"JJS", "JJR"})


def as_extreme(reading: Reading, before: Sequence[tuple[Reading, Frame]]) -> Frame | None:
    """Return the frame of what one of the things counted just before measures, or None for other numbers.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    quantity = reading.quantity
    counted = next(((old, frame) for old, frame in reversed(before) if old.quantity.counted), None)
    if counted is None or quantity.kind in ("rank", "share", "growth", "date"):
        return None
    things, frame = counted
    between = reading.anchor.doc[max(things.inside) + 1 : min(reading.inside)]
    said = [token for token in between if token.text not in _OPENS]
    if len(between) < len(said) + 1 or between[0].text not in _OPENS or len(said) < 2:
        return None
    greatest = said[1]
    if said[0].lower_ != "the" or greatest.tag_ not in _GREATEST:
        return None
    rest = [token.lower_ for token in said[2:]]
    of_them = rest[:1] == ["of"] and rest[1:2] in (["them"], ["these"], ["those"], ["which"])
    rest = rest[2:] if of_them else rest
    if not _LINKS.issuperset(rest):
        return None
    measure = _dimension(reading, greatest)
    if not measure:
        return None
    return replace(
        frame,
        measure=f"{measure} of {greatest.text} {things.quantity.unit}",
        whole=None,
        parts=(),
        shared=True,
    )


def _dimension(reading: Reading, greatest: "Token") -> str:
    """Return what is measured: by the word behind the number, by the superlative, or by the unit."""
    quantity, extents = reading.quantity, load("frames")["extent"]
    if quantity.kind == "count":
        return quantity.counted or ""
    behind = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    if behind and behind[0].lower_ in extents:
        return str(extents[behind[0].lower_])
    if quantity.unit.endswith(" of age"):
        return "age"
    if quantity.kind == "money":
        return "price"
    if quantity.unit == "magnitude":
        return quantity.unit
    return str(extents.get(greatest.lemma_.lower(), "size"))
