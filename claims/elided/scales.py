"""In which scale a text gives its temperatures that writes only "degrees"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from claims.elided.figure import Figure
from claims.language import Sentence
from claims.vocabulary import load, word_list

_BARE = "degree"
_SCALES = ("celsius", "fahrenheit")
_HOTTEST = 60.0  # no weather is hotter in degrees Celsius


def in_scale(sentences: Sequence[Sentence], found: Sequence[Sequence[Figure]]) -> Sequence[Sequence[Figure]]:
    """Read bare degrees in the scale that the text names, else in Celsius where it tells of warmth.

    Args:
        sentences: The parsed sentences of a source, in order.
        found: For each sentence its figures in order.
    """
    if not any(figure.quantity.unit == _BARE for figures in found for figure in figures):
        return found
    scale = _scale_of(sentences, found)
    if scale is None:
        return found
    name, why = scale
    return [
        [_read(figure, name, why, sentence) for figure in figures]
        for sentence, figures in zip(sentences, found, strict=True)
    ]


def _scale_of(sentences: Sequence[Sentence], found: Sequence[Sequence[Figure]]) -> tuple[str, str] | None:
    """Return the scale of a text, and why it is that."""
    for figures in found:
        for figure in figures:
            if figure.quantity.unit in _SCALES:
                return figure.quantity.unit, f"the text says “{figure.quantity.surface_unit}”"
    text = "\n".join(sentence.text for sentence in sentences)
    if _warm().search(text) is None or _imperial().search(text) is not None:
        return None
    return _SCALES[0], "the text tells of warmth and names no scale"


def _read(figure: Figure, scale: str, why: str, sentence: Sentence) -> Figure:
    quantity = figure.quantity
    if quantity.unit != _BARE or quantity.counted is not None or _angle().search(sentence.text):
        return figure
    ends = [abs(end) for end in (quantity.low, quantity.high) if end is not None]
    if scale == _SCALES[0] and ends and max(ends) > _HOTTEST and not _warm().search(sentence.text):
        return figure
    return replace(figure, quantity=replace(quantity, unit=scale), unit_from=why)


@cache
def _warm() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(word_list('changes', 'degrees', 'warmth'))})\b")


@cache
def _imperial() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:{'|'.join(word_list('changes', 'degrees', 'imperial'))})\b")


@cache
def _angle() -> re.Pattern[str]:
    words = load("changes")["degrees"]
    ways, kinds = "|".join(words["ways"]), "|".join(words["angles"])
    return re.compile(rf"(?i)\b(?:degrees? (?:{ways})|{kinds})\b")
