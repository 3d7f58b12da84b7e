"""Whose accounts are told: those of the firm that says so ("Elm Mills said that profit rose")."""

from typing import TYPE_CHECKING

from claims.framing.frame import Frame, word_class
from claims.framing.memory import Name, is_of_accounts
from claims.framing.mentions import organisations
from claims.framing.noun_phrases import subject_of

if TYPE_CHECKING:
    from claims.framing.context import Context

_NO_FIRMS = ("PERSON", "GPE", "NORP", "LOC")


def reporter_of(context: "Context", frame: Frame, measure: str) -> Name | None:
    """Return the firm that says itself what its accounts show, where the clause names no other owner.

    Args:
        context: What the text has said so far.
        frame: The frame of the number.
        measure: What it measures.
    """
    if frame.predicate is None or frame.shared or not is_of_accounts(measure):
        return None
    clause = frame.predicate
    while clause.dep_ in ("conj", "xcomp") and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.lemma_ not in word_class("verbs", "speech"):
        return None
    speaker = subject_of(clause.head)
    if speaker is None or speaker.ent_type_ in _NO_FIRMS:
        return None
    if speaker.pos_ != "PROPN" and speaker.lemma_ not in organisations():
        return None
    name = context.subject(speaker)
    return Name(name.text, f"“{name.text}” says what its own accounts show") if name is not None else None
