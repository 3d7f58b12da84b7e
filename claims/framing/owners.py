"""Whose the counted things are: a possessor beside what is counted goes before the subject of the clause."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading
from claims.framing.noun_phrases import owner_of, possessor_of
from claims.framing.topic import event_kinds

if TYPE_CHECKING:
    from claims.tokens import Token

_COUNTING = ("count", "quantity")


def owned(reading: Reading, frame: Frame) -> Frame:
    """Make the possessor of the counted things the subject: "reached five of the county's 40 schools".

    Args:
        reading: The number.
        frame: Its frame.
    """
    if (whose := _of_predicate(frame)) is not None:
        return replace(frame, subject=whose)
    if frame.shared or reading.quantity.kind not in _COUNTING:
        return frame
    noun = reading.anchor
    if frame.subject == noun and _says_which(noun):
        kind = f"{noun.text}' {noun.head.text}"
        return replace(frame, subject=None, measure=frame.measure.replace(noun.head.text, kind, 1))
    owner = owner_of(noun) if reading.quantity.counted and noun.pos_ in NOUNS else None
    if owner is None or owner == frame.subject or owner.ent_type_ in ("DATE", "TIME"):
        return frame
    named = possessor_of(noun)
    measure = frame.measure
    if named is not None:
        words = [word.text for word in named.subtree if word.dep_ != "det" and word.tag_ != "POS"]
        measure = measure.replace(f"{' '.join(words)}'s ", "").replace(f"{' '.join(words)}' ", "")
    return replace(frame, subject=owner, measure=measure)


def _says_which(noun: "Token") -> bool:
    """Tell whether a plural behind a number says of which kind things are: "40 farmers' markets"."""
    if noun.dep_ != "poss" or noun.tag_ != "NNS":
        return False
    return not any(child.tag_ in ("DT", "PRP$") for child in noun.lefts)


def _of_predicate(frame: Frame) -> "Token | None":
    """Return whose it is that "it" only points to: they in "it was their ninth win in ten games"."""
    if frame.subject is None or frame.subject.lower_ not in ("it", "this", "that"):
        return None
    verb = frame.subject.head
    told = next((child for child in verb.rights if child.dep_ == "attr"), None)
    if verb.lemma_ != "be" or told is None or told.lemma_.lower() in event_kinds():
        return None
    return next((child for child in told.lefts if child.dep_ == "poss"), None)
