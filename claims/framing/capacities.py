"""How many a thing can hold, and how many live in a place."""

from typing import TYPE_CHECKING

from claims.framing.acts import unit_of
from claims.framing.frame import NOUNS, Frame, Reading, is_bare, word_class
from claims.framing.inflection import plural
from claims.framing.mentions import is_calling
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    is_verb,
    object_of,
    possessor_of,
    sizes,
    subject_of,
)

if TYPE_CHECKING:
    from claims.tokens import Token


def as_capacity(reading: Reading) -> Frame | None:
    """Return the frame of how many a thing has room for or a place has inhabitants; else None.

    Args:
        reading: The number.
    """
    if reading.quantity.kind not in ("count", "quantity"):
        return None
    return _built_of(reading) or _room(reading) or _made_for(reading) or _held(reading) or _peopled(reading)


def _built_of(reading: Reading) -> Frame | None:
    """Read how many parts or members a thing has: "a 60-bed ward", "the 12-member panel"."""
    part = reading.anchor
    if not sizes(part) or not reading.quantity.counted:
        return None
    return Frame(part.head, plural(part.lower_), None, clause_verb(part))


def _room(reading: Reading) -> Frame | None:
    """Read for how many there is room: "the hall has room for 300"."""
    anchor, link = reading.anchor, reading.anchor.head
    if anchor.dep_ != "pobj" or link.lower_ != "for" or not (is_bare(reading) or _are_guests(reading)):
        return None
    verb = link.head if is_verb(link.head) else clause_verb(link)
    noun = object_of(link.head) if is_verb(link.head) else link.head
    if noun is None or noun.lemma_ not in word_class("capacity", "room"):
        return None
    return Frame(subject_of(verb) if verb is not None else None, "capacity", None, verb)


def _made_for(reading: Reading) -> Frame | None:
    """Read for how much or how many a thing was made: "the jail was designed for 400 inmates"."""
    anchor, link = reading.anchor, reading.anchor.head
    verb = link.head
    described = next(
        (child for child in anchor.rights if child.dep_ == "relcl" and child.tag_ == "VBN"), None
    )
    stranded = described is not None and any(child.lower_ == "for" for child in described.rights)
    if stranded and described is not None:  # "the 5m tonnes that it was built for"
        verb = described
    elif anchor.dep_ != "pobj" or link.lower_ != "for" or verb.tag_ != "VBN":
        return None
    matter = reading.quantity.kind == "quantity" and unit_of(reading) not in ("km", "ha", "point")
    if verb.lemma_ not in word_class("capacity", "made_for") or not (
        matter or reading.quantity.kind == "count"
    ):
        return None
    subject = subject_of(verb)
    return Frame(subject, "capacity", None, verb) if subject is not None else None


def _are_guests(reading: Reading) -> bool:
    return (reading.quantity.counted or "").lower() in word_class("capacity", "guests")


def _held(reading: Reading) -> Frame | None:
    """Read how much or how many a thing can take: "the stadium holds 40,000", "the bus can carry 60"."""
    verb = reading.anchor.head
    subject = subject_of(verb) if is_verb(verb) else None
    if (
        subject is None
        or reading.anchor.i < verb.i
        or reading.anchor.dep_ not in ("dobj", "advmod", "npadvmod")
    ):
        return None
    made = (
        verb.dep_ in ("xcomp", "advcl")
        and verb.head.tag_ == "VBN"
        and verb.head.lemma_ in word_class("capacity", "allowed")
    )
    if made and verb.lemma_ in word_class("capacity", "to_take"):
        things = is_bare(reading) or _are_guests(reading)
        return Frame(subject, "capacity", None, verb) if things else None
    if subject.pos_ == "NUM" or subject.ent_type_ in ("PERSON", "ORG", "GPE") or is_calling(subject):
        return None
    if complement_of(reading.anchor, "of") is not None:
        return None
    can = any(child.lower_ in ("can", "could") for child in verb.lefts)
    holds = verb.lemma_ in word_class("capacity", "verbs") and subject.lemma_ not in word_class(
        "nouns", "anyone"
    )
    holds = holds or (verb.lemma_ == "take" and subject.lemma_ in word_class("capacity", "takers"))
    if not (holds or (can and verb.lemma_ in word_class("capacity", "verbs_with_can"))):
        return None
    matter = can and unit_of(reading) in ("l", "m3", "t", "barrel")
    return (
        Frame(subject, "capacity", None, verb) if is_bare(reading) or _are_guests(reading) or matter else None
    )


def _peopled(reading: Reading) -> Frame | None:
    """Read how many live in a place: "Dorn's 23,000 people", "the valley, home to 58,000"."""
    anchor, link = reading.anchor, reading.anchor.head
    people = anchor.lemma_ in word_class("nouns", "inhabitants")
    if anchor.dep_ == "pobj" and link.lower_ == "to" and link.head.lower_ == "home":
        home = link.head
        if not people and not is_bare(reading):
            return None
        said = is_verb(home.head) and (home.nbor(-1).text == "," or _is_said(home))
        place = home.head if home.head.pos_ in NOUNS else subject_of(home.head) if said else None
        return Frame(place, "inhabitants", None, clause_verb(link))
    place = possessor_of(anchor) if people else None
    if place is not None and place.lemma_ in word_class("workplaces", "nouns"):
        return Frame(place, "employees", None, clause_verb(anchor))  # "the brewery's 90 people"
    if place is None or not (place.ent_type_ == "GPE" or place.lemma_ in word_class("nouns", "inhabited")):
        return None
    return Frame(place, "inhabitants", None, clause_verb(anchor))


def _is_said(noun: "Token") -> bool:
    """Tell whether a noun is what a clause says of its subject: "the valley is home to 58,000"."""
    return noun.head.lemma_ == "be" and noun.i > noun.head.i
