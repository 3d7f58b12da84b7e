"""Frames of what a time brings: "a busy night draws 900 guests" counts guests on such a day."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.frame import (
    LAST,
    NOUNS,
    Frame,
    Reading,
    counted_before,
    is_bare,
    phrase,
    thing_of,
    word_class,
)
from claims.framing.noun_phrases import clause_verb, is_verb, subject_of

if TYPE_CHECKING:
    from claims.tokens import Token

_ANY = frozenset({"a", "an", "each", "every"})


def as_brought(reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]) -> Frame | None:
    """Return the frame of how many a time brings: they are of what the text tells of, not of the time.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    verb = reading.anchor.head
    if before and (again := _again(reading, before[-1][1])) is not None:
        return again
    if (
        reading.anchor.dep_ != "dobj"
        or not is_verb(verb)
        or verb.lemma_ not in word_class("bringing", "verbs")
    ):
        return None
    time = subject_of(verb)
    if reading.quantity.kind not in ("count", "quantity") or time is None or time.pos_ not in NOUNS:
        return None
    if time.lemma_.lower() not in word_class("bringing", "times"):
        return None
    things = thing_of(reading, values) or counted_before(reading, before)
    if not things and is_bare(reading):
        things = before[-1][1].measure.partition(" on ")[0] if before else LAST
    such = _on_such(time)
    if not things or (not such and (things == LAST or things in word_class("nouns", "anyone"))):
        return None
    return Frame(None, f"{things}{such}", None, verb)


def _again(reading: Reading, frame: Frame) -> Frame | None:
    """Read a bare number joined to what a time brings: "900 guests in May and 800 in June"."""
    verb = frame.predicate
    if verb is None or frame.subject is not None or not is_bare(reading) or reading.anchor.dep_ != "conj":
        return None
    brought = verb.lemma_ in word_class("bringing", "verbs") and clause_verb(reading.anchor) == verb
    return replace(frame, shared=True) if brought and " on " in frame.measure else None


def _on_such(time: "Token") -> str:
    """Return on what sort of day it is so many, where the clause tells of any such day."""
    usual = [word for word in time.lefts if word.lower_ in word_class("bringing", "usual")]
    if not usual and not any(word.lower_ in _ANY for word in time.lefts):
        return ""
    return f" on {phrase(time, frozenset(), depth=0)}"
