"""Frames of numbers that are subjects themselves: "40 homes were lost", "38 % of homes carried a policy"."""

from typing import TYPE_CHECKING

from claims.framing.acts import act_of, nominal, unit_of
from claims.framing.frame import (
    Frame,
    Reading,
    agent_of,
    complements,
    counted_before,
    is_bare,
    participle,
    phrase,
    says_something,
    thing_of,
    whole_of,
    word_class,
)
from claims.framing.noun_phrases import object_of, owner_of, text_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def as_subject(
    reading: Reading, verb: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Return the frame of a number whose things do or suffer something: "nineteen others were treated".

    Args:
        reading: The number.
        verb: What its things do.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    thing = thing_of(reading, values) or counted_before(reading, before)
    if reading.quantity.kind == "share":
        return _share_that(reading, verb, before, values)
    doer = agent_of(verb)
    if not thing and unit_of(reading) in ("ha", "km2"):
        return Frame(doer, act_of(reading, verb) or f"area {participle(verb)}", None, verb)
    if verb.lemma_ == "be":
        attribute = next((child for child in verb.children if child.dep_ in ("attr", "acomp")), None)
        if attribute is not None and attribute.pos_ == "NOUN" and is_bare(reading):
            return Frame(None, phrase(attribute, values), whole_of(reading, values), verb, parts=(attribute,))
        tail = phrase(attribute, values) if attribute is not None else complements(verb, values)
        return Frame(None, f"{thing} {tail}".strip(), whole_of(reading, values), verb)
    lost = object_of(verb)
    if nominal(verb) == "deaths" or (verb.lemma_ == "lose" and lost is not None and lost.lemma_ == "life"):
        anyone = set(thing.lower().split()) <= word_class("nouns", "anyone")
        return Frame(doer, "deaths" if anyone else f"{thing} killed", None, verb)
    tail = f"{participle(verb)} {complements(verb, values)}".strip() if says_something(verb) else ""
    return Frame(doer or owner_of(reading.anchor), f"{thing} {tail}".strip(), whole_of(reading, values), verb)


def _share_that(
    reading: Reading, verb: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """A share of some things does or suffers something: "38 % of homes carried a policy"."""
    counted = (old.quantity.counted for old, _ in reversed(before) if old.quantity.counted)
    earlier = reading.quantity.counted or next(counted, None)
    whole = whole_of(reading, values) or earlier
    from_ = next(
        (child for child in reading.anchor.rights if child.lower_ in ("from", "in", "at", "on")), None
    )
    if whole and from_ is not None:  # "half of them from the mainland"
        return Frame(None, f"share of {whole} {text_of(from_.subtree)}", whole, verb)
    auxiliaries = [child.text for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg")]
    tail = " ".join([*auxiliaries, verb.text, complements(verb, values)]).strip()
    return Frame(None, f"share of {whole} that {tail}" if whole else f"share that {tail}", whole, verb)
