"""Numbers of list items: behind a label the counted thing and the name right before still count."""

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading
from claims.framing.measures import is_money
from claims.framing.noun_phrases import noun_phrase
from claims.framing.tables import SHORT_LABEL
from claims.framing.topic import event_kinds, is_disaster
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_STEM = 4


def listed(reading: Reading, frame: Frame, label: str, start: int) -> Frame:
    """Return the frame of a number behind a label: "Partners: Dalby 40 %, Horn 60 %", "Season: 31 goals".

    Args:
        reading: The number.
        frame: Its frame by the parse.
        label: The label.
        start: Where the item begins behind it.
    """
    if frame.measure == "age":
        return frame  # "Captain: Ada Holm, 41"
    first = reading.anchor.doc[min(reading.inside)]
    name = first.nbor(-1) if first.i > 0 else first
    holder = name if name.pos_ == "PROPN" and name.idx >= start and name.ent_type_ != "DATE" else None
    counted = (reading.quantity.counted or "").lower()
    told = not counted or reading.quantity.kind == "duration" or counted.split()[-1][:_STEM] in label.lower()
    own = _measure_behind(reading, start)
    if own:
        return replace(frame, measure=noun_phrase(own), subject=holder or _head_of_label(own), predicate=None)
    happened = _event_above(reading, start)
    if happened is not None and reading.quantity.kind == "count":  # "Hotel fire: 12 dead, 40 rescued"
        harm = load("frames")["states"].get(counted, "")
        return replace(frame, measure=harm or frame.measure or counted, subject=happened, parts=())
    valid = reading.quantity.kind == "duration" and word_list("spells", "valid", "nouns")
    if valid and valid & set(label.lower().split()) and first.nbor(-1).text == ":":
        inside = [token for token in reading.anchor.doc if token.idx < start]
        outer = (token for token in inside if token.pos_ == "NOUN" and token.head not in inside)
        return replace(frame, measure="validity", subject=next(outer, inside[0]), parts=(), predicate=None)
    measure = label if told else f"{label} {counted}"
    if frame.predicate is not None and len(label.split()) > SHORT_LABEL:
        holder = holder or frame.subject  # "Miners sent to rest in winter: 40" says whose it is
    return replace(frame, measure=measure, subject=holder, predicate=None)


def _event_above(reading: Reading, start: int) -> "Token | None":
    """Return the event that a label names by its last word: "Hotel fire:"."""
    before = [token for token in reading.anchor.doc if token.idx < start and not token.is_punct]
    kind = before[-1].lemma_.lower() if before else ""
    return before[-1] if kind in event_kinds() and is_disaster(event_kinds()[kind]) else None


def _measure_behind(reading: Reading, start: int) -> "Token | None":
    """Return the noun that opens what stands behind a label: "North America: sales up 4 %, to €3m"."""
    words = [token for token in reading.anchor.doc if token.idx >= start]
    opening = list(takewhile(lambda token: token.pos_ in ("NOUN", "ADJ") and not token.like_num, words))
    if not opening or opening[-1].tag_ not in ("NN", "NNS") or len(opening) == len(words):
        return None
    changed = words[len(opening)].lower_ in word_list("labels", "items", "changed")
    return opening[-1] if changed or is_money(opening[-1].lower_) else None


def _head_of_label(measure: "Token") -> "Token":
    """Return the word that a label is about: the last noun before its colon."""
    before = [token for token in measure.doc[: measure.i] if token.text == ":"]
    return measure.doc[max(before[0].i - 1, 0)] if before else measure
