"""The subject and measure of a number claim: its frame, completed by what the text has said so far."""

from claims.context import Context, Name, owner_in
from claims.frame import Frame, Reading, is_bare
from claims.measures import name_measure
from claims.noun_phrases import possessor_of
from claims.vocabulary import load


def subject_and_measure(context: Context, reading: Reading, frame: Frame, unit: str) -> tuple[str, Name]:
    """Return what a number measures and whose it is.

    Args:
        context: What the text has said so far.
        reading: The number.
        frame: Its frame.
        unit: The base unit of its value.
    """
    measure, name = _framed(context, reading, frame, unit)
    if "/" in unit and unit[:3].isupper():
        return _priced(measure, name)
    return measure, name


def _framed(context: Context, reading: Reading, frame: Frame, unit: str) -> tuple[str, Name]:
    measure = frame.measure.removeprefix("of ")
    name = context.subject(frame.subject)
    if frame.subject is not None and frame.subject.pos_ == "NOUN" and frame.parts:
        owner = possessor_of(frame.parts[0])
        if owner is not None and owner is frame.subject:
            name = context.subject(owner)
    for part in frame.parts:
        owned = owner_in(part)
        if owned is not None and (frame.subject is None or name is None):
            word = part.doc[min(owned[1])].text
            measure = " ".join(piece for piece in measure.split() if piece != word) or measure
            name = Name(owned[0])
    does = frame.subject is None and reading.anchor.dep_ == "nsubj"
    if does and is_bare(reading) and context.counted not in measure:
        measure = f"{context.counted} {measure}".strip()
    if reading.quantity.counted:
        context.counted = reading.quantity.counted
    if not measure and context.measure:
        measure = context.elided(unit)
        if reading.quantity.kind == "share" and not measure.startswith("share of "):
            measure = f"share of {measure}"
    if name is None:
        suffered = frame.subject is None and reading.anchor.dep_ in ("nsubj", "nsubjpass", "ROOT")
        name = context.unnamed(measure, suffered=suffered, thing=reading.quantity.counted)
    return name_measure(measure, unit, name.text, context.goods) or measure, name


def _priced(measure: str, name: Name) -> tuple[str, Name]:
    """Call a price a price: "wheat traded at $228 a tonne" measures the price of wheat."""
    if not measure or any(word in load("frames")["nouns"]["price"] for word in measure.lower().split()):
        return measure, name
    return f"price of {measure}", Name(measure) if name.inferred else name
