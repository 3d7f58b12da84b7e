"""Frames of ranks: "the largest reserves", "the third strike", "finished fourth", "the lowest since May"."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.frame import LAST, NOUNS, Frame, Reading, outside_reach, phrase, word_class
from claims.framing.inflection import plural
from claims.framing.measures import amounts
from claims.framing.mentions import is_best_of_its_place, organisations
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    is_verb,
    noun_phrase,
    possessor_of,
    subject_of,
)
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_IN_FIGURES = re.compile(r"\d+(?:st|nd|rd|th)")
_IN_A_ROW = frozenset({"successive", "consecutive", "straight"})


def as_rank(
    reading: Reading, frame: Frame, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Name what a rank is by: "the largest reserves" by reserves, "the largest importer" as importer.

    Args:
        reading: The rank.
        frame: What its grammatical relation says.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    anchor = reading.anchor
    noun = anchor if anchor.pos_ in NOUNS else anchor.head
    verb = clause_verb(anchor) if not is_verb(noun) else noun
    subject = subject_of(verb) if verb is not None else None
    bare = (anchor.pos_ not in NOUNS and noun.i < anchor.i) or _is_place(noun)
    bare = bare or (noun.i in values and noun.ent_type_ == "DATE")  # "finished sixth last season"
    if bare or noun.pos_ not in NOUNS or any(noun.i in earlier.inside for earlier, _ in before):
        return _bare_rank(reading, subject, verb, before, values)
    run = _run_of(noun, reading)
    if run:
        return Frame(possessor_of(noun), f"number of {run} in a row", None, verb)
    for earlier, told in reversed(before):
        if (
            noun.dep_ == "appos"
            and noun.head.i in earlier.inside
            and noun.lemma_ in word_class("nouns", "change")
        ):
            return replace(told, measure=f"rank as {noun.lemma_} in {LAST}", shared=True)
    name = noun_phrase(noun, possessor=False, depth=2, skip=lambda token: token.i in values)
    subject = complement_of(noun, "by") or subject
    by_amount = noun.dep_ in ("dobj", "pobj") and verb is not None and verb.lemma_ != "be"
    measure = _by(reading, name) if by_amount else _as(reading, noun, name)
    home = _home_of(noun) if subject == noun else None
    if home is not None:
        return Frame(home, _by(reading, name), None, verb, parts=(noun,))
    if noun.lemma_ in organisations() and is_best_of_its_place(noun) and (subject is None or subject == noun):
        whose = noun_phrase(noun, depth=2, skip=lambda token: token.i in values)
        return Frame(noun, _as(reading, noun, whose), None, verb)  # "the county's oldest brewery shut"
    if subject == noun:
        subject = None
    owner = possessor_of(noun) if subject is None else subject
    return Frame(owner, measure, None, verb, parts=(noun,))


def ranked_by(before: list[tuple[Reading, Frame]], values: frozenset[int]) -> str:
    """Return the amount that a rank is by ("the largest stocks are in Peru, which has 4 t"), or ""."""
    nouns = (
        frame.parts[0]
        for reading, frame in reversed(before)
        if reading.quantity.kind == "rank" and frame.parts
    )
    noun = next(nouns, None)
    named = noun is not None and noun.lower_ in amounts()
    return phrase(noun, values, possessor=False) if noun is not None and named else ""


def _home_of(noun: "Token") -> "Token | None":
    """Return the place that has an amount which is somewhere: "the largest stocks are in Peru"."""
    verb = noun.head
    place = complement_of(verb, "in") if noun.lower_ in amounts() and is_verb(verb) else None
    return place if place is not None and place.ent_type_ == "GPE" else None


def _is_place(noun: "Token") -> bool:
    """Tell whether a noun only says that there is an order: "in third place"."""
    return noun.lemma_ in word_class("nouns", "placing") and complement_of(noun, "of", "for") is None


def _word(reading: Reading) -> str:
    """Return the ordinal or superlative itself."""
    quantity = reading.quantity
    return reading.anchor.doc.text[quantity.start : quantity.end].lower().split()[-1]


def _quality(reading: Reading) -> str:
    """Return "best " or "worst ": unlike "largest", they say by what things are ranked."""
    word = _word(reading)
    return f"{word} " if word in word_class("ranks", "qualities") else ""


def _as(reading: Reading, noun: "Token", name: str) -> str:
    """Name the order that things of a kind are in: their sequence ("the third hearing") or their ranks."""
    ordinal = reading.anchor.doc.text[reading.quantity.start : reading.quantity.end].lower()
    word = ordinal.removeprefix("the ")
    numbered = _IN_FIGURES.fullmatch(word) or word in load("numbers")["ordinals"]
    if numbered and noun.tag_ == "NN":
        things = (plural(said) if said == noun.text else said for said in name.split())
        return f"number among {' '.join(things)}"
    return f"rank as {_quality(reading)}{name}"


def _by(reading: Reading, measure: str) -> str:
    """Tell from which end of the order a rank counts."""
    end = "rank from the bottom by" if _word(reading) in word_class("ranks", "low") else "rank by"
    return f"{end} {measure}"


def _run_of(noun: "Token", reading: Reading) -> str:
    """Return what comes so many times in a row ("the third successive record"), or ""."""
    apart = {child.i for child in noun.lefts if child.lower_ in _IN_A_ROW}
    in_row = next((child for child in noun.rights if child.lower_ == "in"), None)
    row = (
        next((word for word in in_row.children if word.lemma_ == "row"), None) if in_row is not None else None
    )
    if not apart and row is None:
        return ""
    apart |= reading.inside
    return noun_phrase(noun, possessor=False, complement=False, skip=lambda token: token.i in apart)


def _bare_rank(
    reading: Reading,
    subject: "Token | None",
    verb: "Token | None",
    before: list[tuple[Reading, Frame]],
    values: frozenset[int],
) -> Frame:
    """The rank names no noun: it is of the number before it, of what the clause is about, or of an act."""
    anchor = reading.anchor
    known = [told for told in before if told[1].measure != "age"]
    behind = known[-1] if known and not outside_reach(known[-1][0], reading) else None
    if behind is not None and _is_aside(behind[1], reading):
        behind = None
    ordinal = anchor.tag_ not in ("JJS", "RBS")
    if ordinal and verb is not None and verb.lemma_ in word_class("ranks", "placed"):
        return Frame(subject, "rank", None, verb)
    if behind is not None and behind[1].measure and behind[0].quantity.kind != "rank":
        return replace(behind[1], measure=_by(reading, LAST), shared=True)
    if subject is None or subject.i in values or subject.pos_ not in NOUNS:
        return Frame(subject, "rank", None, verb, shared=True)
    named = subject.pos_ == "PROPN" or subject.ent_type_ in ("GPE", "ORG", "PERSON", "NORP")
    among = complement_of(anchor, "among") or (complement_of(verb, "among") if verb is not None else None)
    if among is not None and among.pos_ in NOUNS:
        return Frame(subject, f"rank among {noun_phrase(among, depth=1)}", None, verb)
    if named and verb is not None and verb.lemma_ == "rank":
        return Frame(subject, f"rank by {LAST}", None, verb, shared=True)
    if named:
        return Frame(subject, "rank" if behind is None else f"rank by {LAST}", None, verb, shared=True)
    if ordinal and anchor.dep_ in ("attr", "acomp") and verb is not None and verb.lemma_ == "be":
        return Frame(subject, f"number among {plural(subject.lemma_)}", None, verb)
    if ordinal:
        return Frame(subject, "rank", None, verb)
    return Frame(
        None, _by(reading, noun_phrase(subject, possessor=False, depth=1)), None, verb, parts=(subject,)
    )


def _is_aside(frame: Frame, reading: Reading) -> bool:
    """Tell whether a number is of a relative clause that a rank is not in: "Kent, who lost 4, are 19th"."""
    verb = frame.predicate
    return verb is not None and verb.dep_ == "relcl" and verb not in reading.anchor.ancestors
