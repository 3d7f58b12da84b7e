"""Whose accounts are told: those of the firm that says so ("Elm Mills said that profit rose")."""

from typing import TYPE_CHECKING

from claims.framing.frame import Frame, word_class
from claims.framing.memory import Name, is_of_accounts
from claims.framing.noun_phrases import complement_of, subject_of
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.framing.context import Context
    from claims.tokens import Token

_NO_FIRMS = ("PERSON", "GPE", "NORP", "LOC")


def reporter_of(context: "Context", frame: Frame, measure: str) -> Name | None:
    """Return whose accounts a clause in reported speech tells of: a firm's that it names, else the speaker's.

    Args:
        context: What the text has said so far.
        frame: The frame of the number.
        measure: What it measures.
    """
    if frame.predicate is None or frame.shared or not is_of_accounts(measure):
        return None
    clause = frame.predicate
    doer = subject_of(clause.head) if clause.dep_ == "conj" else None
    if doer is not None and doer.i < clause.head.i < clause.i and doer.pos_ == "PROPN" and _is_firm(doer):
        name = context.subject(doer)
        return Name(name.text, f"the clause before it tells of “{name.text}”") if name is not None else None
    while clause.dep_ in ("conj", "xcomp") and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.lemma_ not in word_class("verbs", "speech"):
        return None
    other = complement_of(frame.predicate, "at")
    if other is not None and other.pos_ == "PROPN" and other.ent_type_ != "GPE":
        return context.subject(other)  # "the union said that profit rose at Elm Mills"
    speaker = subject_of(clause.head)
    if speaker is None or not _is_firm(speaker):
        return None
    name = context.subject(speaker)
    return Name(name.text, f"“{name.text}” says what its own accounts show") if name is not None else None


def _is_firm(speaker: "Token") -> bool:
    """Tell whether a speaker has accounts of its own: no ministry, union or agency that tells of others'."""
    words = load("attribution")
    if speaker.pos_ != "PROPN":
        return speaker.lemma_ in words["firms"]
    named = {child.lower_ for child in (*speaker.lefts, speaker)}
    return speaker.ent_type_ not in _NO_FIRMS and named.isdisjoint(load("context")["observing"])
