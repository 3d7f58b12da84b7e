"""Sums by their parts: "the bill consists of €3m for roads, €2m for trams and €1m for lawyers"."""

from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, phrase, word_class
from claims.framing.noun_phrases import clause_verb, governed, subject_of

if TYPE_CHECKING:
    from claims.tokens import Token


def as_part_of_sum(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Return the frame of a sum that is a part of another by what it is for, or None.

    Args:
        reading: The number.
        values: The tokens of all numbers, units and times of the sentence.
    """
    verb = clause_verb(reading.anchor)
    if reading.quantity.kind != "money" or verb is None or not _is_made_up(verb):
        return None
    behind = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    purpose = governed(behind[0]) if behind and behind[0].lower_ in ("for", "on") else None
    whole = subject_of(verb)
    if purpose is None or purpose.pos_ not in NOUNS or whole is None:
        return None
    total = phrase(whole, values, depth=0) if whole.pos_ == "NOUN" else "amount"
    return Frame(whole, f"{total} {behind[0].lower_} {phrase(purpose, values)}", None, verb, parts=(whole,))


def _is_made_up(verb: "Token") -> bool:
    """Tell whether a verb says of what something is made up: "consists of", "is made up of"."""
    made = verb.lemma_ == "make" and verb.tag_ == "VBN" and any(child.lower_ == "up" for child in verb.rights)
    return made or verb.lemma_ in word_class("verbs", "composing")
