"""Frames of what courts find: "guilty of 12 counts", "convicted her of nine counts"."""

from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading, thing_of
from claims.framing.inflection import done
from claims.framing.noun_phrases import object_of, subject_of
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


def judged(verdict: "Token", thing: str, verb: "Token") -> Frame:
    """Read of how much somebody was found guilty: "guilty of 12 counts" are counts convicted.

    Args:
        verdict: The word for it.
        thing: What is counted.
        verb: The verb that goes with it.
    """
    denied = any(child.dep_ == "neg" for child in (*verdict.children, *verb.children))
    named = next((child for child in verdict.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    deed = load("frames")["verdicts"][f"not {verdict.lower_}" if denied else verdict.lower_]
    return Frame(named or object_of(verb) or subject_of(verb), f"{thing} {deed}", None, verb)


def judged_of(reading: Reading, verb: "Token", values: frozenset[int]) -> Frame:
    """Read of how much a court finds somebody guilty or clears them: "convicted her of nine counts".

    Args:
        reading: The number.
        verb: What the court does.
        values: The tokens of all numbers, units and times of the sentence.
    """
    thing = thing_of(reading, values)
    return Frame(object_of(verb) or subject_of(verb), f"{thing} {done(verb)}".strip(), None, verb)
