"""Frames of numbers beside a noun or another number: "the dam, 40 m", "three hikers, two of them Danes"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.acts import unit_of
from claims.framing.frame import NOUNS, Frame, Reading, phrase, share_of, thing_of, word_class
from claims.framing.noun_phrases import clause_verb, complement_of, governed, noun_phrase, owner_of
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_PLACES = frozenset({"in", "from", "at", "on", "for", "under", "over", "abroad"})


def apposed(
    reading: Reading, noun: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Return the frame of a number that describes the noun before it.

    Args:
        reading: The number.
        noun: The noun.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    for earlier, frame in reversed(before):
        if noun.i in earlier.inside and reading.quantity.counted and earlier.quantity.counted:
            return part_of(reading, (earlier, frame), values)
        if noun.i in earlier.inside and earlier.quantity.kind == "share" and reading.quantity.kind == "money":
            measure = frame.measure.removeprefix("share of ")
            measure = measure.replace("share ", "amount ", 1) if measure.startswith("share ") else measure
            return replace(frame, measure=measure, whole=None, shared=True)  # "pay half, €2.30"
        if noun.i in earlier.inside:
            told = of_goods_beside(reading, earlier, frame.measure, values)
            measure = f"{share_of(reading, told, values)} {_place_of(reading)}".strip()
            return replace(frame, measure=measure, shared=True)
    if (whole := _counted_out(reading, noun, before)) is not None:
        return part_of(reading, whole, values)
    thing = thing_of(reading, values)
    if unit_of(reading) == "km" and noun.lemma_ not in word_class("nouns", "extents"):
        behind = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
        own = next((load("frames")["extent"].get(token.lower_) for token in behind), None)
        if own is not None:  # "its dam 30 m high"
            return Frame(noun, own, None, clause_verb(noun))
        return Frame(noun, load("frames")["extent_of"].get(noun.lemma_, "length"), None, clause_verb(noun))
    if noun.pos_ == "PROPN" or reading.quantity.counted:
        return Frame(noun, thing or phrase(noun, values), None, clause_verb(noun), parts=(noun,))
    return Frame(
        owner_of(noun), phrase(noun, values, possessor=False), None, clause_verb(noun), parts=(noun,)
    )


def _counted_out(
    reading: Reading, noun: "Token", before: list[tuple[Reading, Frame]]
) -> tuple[Reading, Frame] | None:
    """Return the number of what else is counted in these: "eight lots of the syrup, 4,000 bottles in all"."""
    of = noun.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if of is None or not reading.quantity.counted or not before:
        return None
    earlier, frame = before[-1]
    return (earlier, frame) if earlier.quantity.counted and of.head.i in earlier.inside else None


def part_of(reading: Reading, whole: tuple[Reading, Frame], values: frozenset[int]) -> Frame:
    """Read some of the things counted before: "nine guests fell ill, seven adults and two children".

    Args:
        reading: The number of some of them.
        whole: The number of all, with its frame.
        values: The tokens of all numbers, units and times of the sentence.
    """
    earlier, frame = whole
    thing = thing_of(reading, values) or (reading.quantity.counted or "")
    if frame.measure in load("frames")["fates"]:
        measure = f"{thing} {load('frames')['fates'][frame.measure]}"
    else:
        measure = swap(frame.measure, earlier, thing)
    return replace(frame, measure=measure, shared=True)


def swap(measure: str, earlier: Reading, thing: str) -> str:
    """Put other things into a measure in place of those that an earlier number counts."""
    old = earlier.quantity.counted
    return measure.replace(old, thing, 1) if old and old in measure else thing


def of_goods_beside(reading: Reading, earlier: Reading, measure: str, values: frozenset[int]) -> str:
    """Return what an amount of other goods than the one before measures: "9 t of rice and 4 t of beans".

    Args:
        reading: The number.
        earlier: The number before it.
        measure: What that measures.
        values: The tokens of all numbers, units and times of the sentence.
    """
    goods, others = (complement_of(it.anchor, "of") for it in (reading, earlier))
    if goods is None or others is None or not {goods.pos_, others.pos_} <= set(NOUNS):
        return measure
    if any(child.pos_ == "PRON" for child in goods.lefts):  # "900 square metres, 400 of it galleries"
        return measure
    return measure.replace(phrase(others, values), phrase(goods, values), 1)


def _place_of(reading: Reading) -> str:
    """Return where some of the things counted before are ("a third of them in Ghent"), or ""."""
    link = next((child for child in reading.anchor.rights if child.lower_ in _PLACES), None)
    noun = governed(link)
    if link is None or noun is None or noun.ent_type_ in ("DATE", "TIME") or noun.like_num:
        return ""
    return f"{link.lower_} {noun_phrase(noun, depth=1)}"
