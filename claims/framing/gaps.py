"""Clauses without a verb of their own: "Revenue was €5m and net profit €1m"."""

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading, phrase, word_class
from claims.framing.noun_phrases import subject_of

if TYPE_CHECKING:
    from claims.tokens import Token

_BREAKS = frozenset({",", "and", ";", "while", "but"})
_NAMING = frozenset({"NOUN", "ADJ", "DET", "PROPN"})
_COMMON = frozenset({"NN", "NNS"})


def as_gap(reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]) -> Frame | None:
    """Read a noun right before a number as what it is said of, where the verb before is left out.

    Args:
        reading: The number.
        before: The numbers before it in the sentence with their frames.
        values: The places of all numbers.
    """
    noun = _named_before(reading)
    if noun is None or not before:
        return None
    earlier, frame = before[-1]
    verb = frame.predicate
    subject = frame.subject or (subject_of(verb) if verb is not None else None)
    if subject is None or verb is None or subject.tag_ not in _COMMON or subject.i > verb.i > noun.i:
        return None
    if verb.lemma_ not in word_class("verbs", "level") or reading.quantity.kind != earlier.quantity.kind:
        return None
    own = phrase(subject, values)
    measure = phrase(noun, values) if frame.measure.lower() in ("", own.lower()) else frame.measure
    return replace(frame, subject=noun, measure=measure, parts=(), shared=True)


def _named_before(reading: Reading) -> "Token | None":
    """Return the noun between a break of the sentence and the number, or None where more stands there."""
    doc, first = reading.anchor.doc, min(reading.inside)
    first -= first > 0 and doc[first - 1].is_currency
    words = list(takewhile(lambda token: token.pos_ in _NAMING, reversed(list(doc[:first]))))
    if not words or words[0].tag_ not in _COMMON or words[0].ent_type_ in ("DATE", "TIME"):
        return None
    opening = first - len(words) - 1
    if opening < 0 or doc[opening].lower_ not in _BREAKS or words[0].lemma_ in word_class("nouns", "empty"):
        return None
    return words[0]
