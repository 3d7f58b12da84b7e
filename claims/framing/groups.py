"""Groups of so many: "a team of 118 engineers", "a jury of nine"."""

from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading, first_conjunct, is_bare, phrase, word_class
from claims.framing.inflection import done, plural
from claims.framing.levels import holder_of
from claims.framing.noun_phrases import clause_verb, object_of, owner_of, subject_of

if TYPE_CHECKING:
    from claims.tokens import Token

_MEMBERS = "members"


def in_group(reading: Reading, noun: "Token", thing: str, values: frozenset[int]) -> Frame | None:
    """Return the frame of a number that says how many sit in a group, or None where it does not.

    Args:
        reading: The number.
        noun: What the group is called.
        thing: What the number counts, if it says so.
        values: The tokens of all numbers, units and times of the sentence.
    """
    verb = clause_verb(noun)
    if reading.quantity.counted:
        return Frame(owner_of(noun) or (noun if thing == _MEMBERS else None), thing, None, verb)
    if not is_bare(reading):
        return None
    holder = owner_of(noun) or holder_of(first_conjunct(noun))
    owned = verb is not None and verb.lemma_ in word_class("verbs", "possession")
    if holder is None and verb is not None and owned and first_conjunct(noun) == object_of(verb):
        holder = subject_of(verb)
    if holder is None:
        return Frame(noun, _MEMBERS, None, verb)
    return Frame(holder, f"{phrase(noun, values, possessor=False, depth=0)} {_MEMBERS}", None, verb)


def as_among(reading: Reading) -> Frame | None:
    """Return the frame of so many like the one that is told of: "her house is among 900 (that burned)".

    Args:
        reading: The number.
    """
    link = reading.anchor.head
    if reading.anchor.dep_ != "pobj" or link.lower_ != "among" or link.head.lemma_ != "be":
        return None
    one = subject_of(link.head)
    if not is_bare(reading) or one is None or one.pos_ != "NOUN" or one.tag_ == "NNS":
        return None
    behind = [item for item in link.head.subtree if item.i > reading.anchor.i and item.tag_ == "VBN"]
    told = next((item for item in behind if item.dep_ == "acl" or _has_relative(item)), None)
    things = plural(one.lemma_.lower())
    return Frame(None, f"{things} {done(told)}" if told is not None else things, None, link.head)


def _has_relative(verb: "Token") -> bool:
    """Tell whether a clause begins with "that" or "who", wherever the parse hangs it."""
    return any(item.tag_ in ("WDT", "WP") for item in verb.lefts)
