"""Frames of numbers in brackets: "Oslo (3 %)", "production (240 of 356 kilotons, or 67 %)"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.acts import unit_of
from claims.framing.frame import (
    LAST,
    NOUNS,
    Frame,
    Reading,
    bracket_depth,
    first_conjunct,
    follow,
    is_whole,
    phrase,
    share_of,
    whole_of,
    word_class,
)
from claims.framing.inflection import done
from claims.framing.noun_phrases import clause_verb, noun_phrase, object_of, subject_of
from claims.framing.topic import event_kinds
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_NAMED = frozenset({"GPE", "ORG", "PERSON", "LOC", "NORP", "FAC"})


def outside_bracket(anchor: "Token", values: frozenset[int]) -> "Token | None":
    """Return the last noun before the bracket that the anchor stands in, or None outside of brackets."""
    depth = 0
    if "(" not in anchor.doc.text:
        return None
    for token in reversed(anchor.doc[: anchor.i]):
        depth += (token.text == ")") - (token.text == "(")
        if depth < 0:
            before = reversed(anchor.doc[: token.i])
            outer = next((word for word in before if word.pos_ in NOUNS or word.i in values), None)
            return _dated(outer) if outer is not None else None
    return None


def _dated(outer: "Token") -> "Token":
    """Return the event that a year before a bracket only dates: "the fire of 2021 (1,240 ha)"."""
    above = outer.head.head
    if outer.like_num and outer.dep_ == "pobj" and outer.head.lower_ in ("of", "in"):
        return above if above.lemma_.lower() in event_kinds() else outer
    return outer


def in_bracket(
    reading: Reading, outer: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Return the frame of a number in brackets.

    Args:
        reading: The number.
        outer: The noun before the bracket.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    return (
        _of_its_own(reading, outer, before)
        or _like_earlier(reading, outer, before, values)
        or _of_noun_before(reading, outer, before, values)
        or _of_clause(reading, outer, before, values)
    )


def _like_earlier(
    reading: Reading, outer: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """The number says the number before the bracket, or the one before it in there, in another way."""
    quantity = reading.quantity
    for earlier, frame in reversed(before):
        if outer.i in earlier.inside:
            same = quantity.kind == earlier.quantity.kind or quantity.kind == "money"
            measure = frame.measure if same else share_of(reading, frame.measure, values)
            return replace(frame, measure=measure, shared=True)
        if is_whole(earlier) and len(before) > 1:
            continue
        if _same_bracket(earlier.anchor, reading.anchor):
            own = _basis_of(whole_of(reading, values), frame.whole)
            measure = f"share of {own}" if own else follow(reading, frame)
            return replace(frame, measure=measure, whole=own or frame.whole, shared=True)
    return None


def _of_noun_before(
    reading: Reading, outer: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """What stands before the bracket has so much: a ware, a name, one of those who share, an event."""
    verb, content = clause_verb(outer), reading.anchor.head
    modifies = reading.anchor.dep_ in ("compound", "nummod") and content.i == reading.anchor.i + 1
    if reading.quantity.kind == "share" and modifies:
        return Frame(outer, phrase(content, values), None, verb)  # "ale (5 % alcohol)"
    named = outer.pos_ == "PROPN" or outer.ent_type_ in _NAMED
    if named or _shares_in(outer):
        own = whole_of(reading, values)
        return Frame(outer, _measure_beside(reading, outer, own, before, values), own, verb)
    if outer.lemma_.lower() not in event_kinds():
        return None
    if unit_of(reading) == "ha":
        return Frame(outer, "area", None, verb)
    if outer.dep_ == "pobj" and outer.head.head.pos_ in NOUNS:
        return Frame(outer, noun_phrase(outer.head.head, complement=False), None, verb)
    return None


def _of_clause(
    reading: Reading, outer: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """The clause around the bracket tells whose the number is: "they mine (4,000) and fish (900)"."""
    quantity, own, verb = reading.quantity, whole_of(reading, values), clause_verb(outer)
    subject = subject_of(verb) if verb is not None else None
    if quantity.kind == "count" and not quantity.counted and outer.tag_ == "NN":  # "mining (4,000)"
        return Frame(outer, _by_relative(subject, values) or LAST, None, verb)
    beside = [
        frame for earlier, frame in before if bracket_depth(earlier.anchor) > 0 and not is_whole(earlier)
    ]
    subject = beside[-1].subject if beside else subject
    noun = phrase(outer, values, possessor=False)
    measure = f"share of {own or noun}" if quantity.kind == "share" else noun
    return Frame(subject if subject != outer else None, measure, own or noun, verb, parts=(outer,))


def _shares_in(outer: "Token") -> bool:
    """Tell whether a noun is one of those among whom something is split: "among the guild (€4m), …"."""
    link = first_conjunct(outer).head
    verb = link.head if link.lower_ in ("between", "among") else link
    return outer.i > verb.i and verb.lemma_ in word_class("verbs", "sharing")


def _of_its_own(reading: Reading, outer: "Token", before: list[tuple[Reading, Frame]]) -> Frame | None:
    """What a thing has, told in a bracket behind it: "the road (14 km, two bridges)"."""
    counted, verb = reading.quantity.counted, clause_verb(outer)
    alone = not any(outer.i in earlier.inside for earlier, _ in before)
    if not alone or outer.tag_ != "NN" or outer.like_num:
        return None
    noun = outer.head.head if outer.dep_ == "pobj" and outer.head.head.pos_ in NOUNS else outer
    if reading.quantity.kind == "count" and counted and counted != outer.text:
        return Frame(noun, counted, None, verb)
    lines = word_class("brackets", "long")
    if unit_of(reading) == "km" and noun.lemma_ in lines:
        return Frame(noun, "length", None, verb)
    return None


def listed_before(reading: Reading, frame: Frame, earlier: Reading) -> bool:
    """Tell whether a bracket stands behind a name of its own in a list of such: "Peru (30 %), Chile (29 %)".

    Args:
        reading: The number in the bracket.
        frame: Its frame.
        earlier: The number before it.
    """
    apart = bracket_depth(reading.anchor) > 0 and not _same_bracket(earlier.anchor, reading.anchor)
    name = frame.subject
    return apart and name is not None and name.pos_ == "PROPN" and name.i > max(earlier.inside)


def _by_relative(subject: "Token | None", values: frozenset[int]) -> str:
    """Return what is said of all of a list: "branches that saw gains include mining (4,000)"; or ""."""
    clause = next((it for it in subject.rights if it.dep_ == "relcl"), None) if subject is not None else None
    target = object_of(clause) if clause is not None else None
    if clause is None or target is None or target.i in values or target.pos_ not in NOUNS:
        return ""
    named = phrase(target, values, depth=0)
    light = clause.lemma_ in word_list("frames", "moves", "verbs") | word_class("verbs", "possession")
    return named if light else f"{named} {done(clause)}"


def _basis_of(whole: str | None, before: str | None) -> str | None:
    """Complete a whole that is only a basis: "64 % of export value and 86 % of quantity"."""
    bases = word_class("nouns", "basis")
    if whole in bases and before and before.split()[-1] in bases:
        return " ".join([*before.split()[:-1], whole])
    return whole


def _same_bracket(first: "Token", second: "Token") -> bool:
    between = first.doc[first.i : second.i]
    return all(token.text not in "()" for token in between) and bracket_depth(first) > 0


def _measure_beside(
    reading: Reading,
    outer: "Token",
    own: str | None,
    before: list[tuple[Reading, Frame]],
    values: frozenset[int],
) -> str:
    """Return what the numbers in a list of names with brackets measure ("Oslo (3 %), Bergen (2 %)")."""
    if own:
        return f"share of {own}"
    for earlier, frame in reversed(before):
        if earlier.quantity.kind == reading.quantity.kind and bracket_depth(earlier.anchor) > 0:
            return frame.measure
    joint = next((token for token in outer.ancestors if token.lemma_ in word_class("joint", "nouns")), None)
    if (
        joint is not None and reading.quantity.kind == "share"
    ):  # "a consortium of Dorn (55 %) and Holm (45 %)"
        return f"share of {joint.text}"
    verb = clause_verb(outer)
    subject = subject_of(verb) if verb is not None else None
    if (
        subject is not None
        and subject.i not in values
        and subject.pos_ == "NOUN"
        and subject.lemma_ not in ("other",)
    ):
        owned = reading.quantity.kind == "share" and verb is not None and verb.lemma_ in ("own", "hold")
        return f"{'share of ' if owned else ''}{noun_phrase(subject, skip=_evaluative)}"
    return ""


def _evaluative(token: "Token") -> bool:
    return token.lower_ in ("other", "notable", "several", "such", "many", "some")
