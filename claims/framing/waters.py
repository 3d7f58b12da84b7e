"""Frames of water: how high it stands, and how much rain or snow has fallen."""

from typing import TYPE_CHECKING

from claims.framing.acts import unit_of
from claims.framing.frame import NOUNS, Frame, Reading
from claims.framing.noun_phrases import clause_verb, complement_of, subject_of
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_PLACES = ("on", "in", "at", "over", "across", "near", "to")


def as_water(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Return the frame of a length that tells of water, or None.

    Args:
        reading: The number.
        values: The tokens of all numbers, units and times of the sentence.
    """
    if reading.quantity.kind in ("count", "growth"):
        return None
    if unit_of(reading) in ("m3", "l"):
        return _stored(reading)
    if unit_of(reading) != "km":
        return None
    return _fallen(reading, values) or _level(reading)


def _fallen(reading: Reading, values: frozenset[int]) -> Frame | None:
    """ "70 mm fell on the hills", "the town got 40 mm of rain", "it dumped 9 cm of snow": of the place."""
    anchor, table = reading.anchor, load("waters")
    what = complement_of(anchor, "of")
    verb = clause_verb(anchor)
    falls = verb is not None and verb.lemma_ == "fall" and anchor.dep_ == "nsubj"
    named = table["fallen"].get(what.lower_) if what is not None else None
    gets = verb is not None and verb.lemma_ in table["getting"]["verbs"]
    brings = verb is not None and verb.lemma_ in table["getting"]["bringing"]
    subject = subject_of(verb) if verb is not None else None
    in_time = brings and what is None and subject is not None and subject.ent_type_ == "DATE"
    if in_time and anchor.lower_ in table["depths"]["units"]:
        return Frame(complement_of(verb, *_PLACES) if verb is not None else None, "rainfall", None, verb)
    if (named is None and not (what is None and falls)) or not (verb is None or falls or gets or brings):
        return None
    place = complement_of(verb, *_PLACES) if verb is not None else None
    if place is None and what is not None:
        place = complement_of(what, *_PLACES)
    if place is not None and (place.i in values or place.ent_type_ in ("DATE", "TIME")):
        place = None
    if place is not None and place.lower_ in table["getting"]["somewhere"]:
        place = complement_of(place, "of")  # "in parts of the valley"
    owner = subject_of(verb) if verb is not None and (gets or (brings and place is None)) else place
    return Frame(owner, named or "rainfall", None, verb)


def _stored(reading: Reading) -> Frame | None:
    """ "The dams held 154 million cubic metres": the water stored."""
    table = load("waters")["stores"]
    verb = reading.anchor.head
    subject = subject_of(verb) if verb.lemma_ in table["verbs"] and reading.anchor.dep_ == "dobj" else None
    if subject is None or complement_of(reading.anchor, "of") is not None:
        return None
    waters = (*table["nouns"], *load("waters")["levels"]["waters"])
    if subject.pos_ != "PRON" and subject.lemma_.lower() not in waters:
        return None
    return Frame(subject, "water stored", None, verb)


def _level(reading: Reading) -> Frame | None:
    """ "The river peaked at 8.4 m", "the Orl reached 7 m at the gauge": the water level."""
    anchor, levels = reading.anchor, load("waters")["levels"]
    verb = anchor.head.head if anchor.dep_ == "pobj" else anchor.head
    if verb.lemma_ not in (*levels["standing"], *levels["highest"]):
        return None
    subject = subject_of(verb)
    if subject is None or subject.pos_ not in (*NOUNS, "PRON") or not _is_water(subject, verb):
        return None
    by = anchor.dep_ == "pobj" and anchor.head.lower_ == "by"
    if by:
        return Frame(subject, f"rise of {subject.lower_ if subject.pos_ == 'NOUN' else 'water'}", None, verb)
    peak = verb.lemma_ in levels["highest"]
    return Frame(subject, "peak water level" if peak else "water level", None, verb)


def _is_water(subject: "Token", verb: "Token") -> bool:
    table = load("waters")["levels"]
    gauged = any(token.lemma_.lower() in table["gauges"] for token in verb.doc)
    named = subject.pos_ in ("PROPN", "PRON") and gauged
    return subject.lemma_.lower() in table["waters"] or named
