"""Whose the counted things are: a possessor beside what is counted goes before the subject of the clause."""

from dataclasses import replace

from claims.framing.frame import NOUNS, Frame, Reading
from claims.framing.noun_phrases import owner_of, possessor_of

_COUNTING = ("count", "quantity")


def owned(reading: Reading, frame: Frame) -> Frame:
    """Make the possessor of the counted things the subject: "reached five of the county's 40 schools".

    Args:
        reading: The number.
        frame: Its frame.
    """
    if frame.shared or reading.quantity.kind not in _COUNTING:
        return frame
    noun = reading.anchor
    owner = owner_of(noun) if reading.quantity.counted and noun.pos_ in NOUNS else None
    if owner is None or owner == frame.subject or owner.ent_type_ in ("DATE", "TIME"):
        return frame
    named = possessor_of(noun)
    measure = frame.measure
    if named is not None:
        words = [word.text for word in named.subtree if word.dep_ != "det" and word.tag_ != "POS"]
        measure = measure.replace(f"{' '.join(words)}'s ", "").replace(f"{' '.join(words)}' ", "")
    return replace(frame, subject=owner, measure=measure)
