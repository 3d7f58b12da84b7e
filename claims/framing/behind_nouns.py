"""Frames of numbers behind a noun and a preposition: "imports of 870 tonnes", "a rise of 4 % in exports"."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.framing.acts import act_of, is_player, unit_of
from claims.framing.forecasts import foreseen, is_forecast
from claims.framing.frame import (
    LAST,
    NOUNS,
    Frame,
    Reading,
    follow,
    is_bare,
    phrase,
    thing_of,
    whole_of,
    word_class,
)
from claims.framing.groups import in_group
from claims.framing.inflection import done
from claims.framing.levels import bearer, holder_of, in_charge, is_agent, level_of, only_moves, owner_foreseen
from claims.framing.measures import is_money
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    is_time,
    noun_phrase,
    object_of,
    owner_of,
    subject_of,
)
from claims.framing.topic import event_kinds
from claims.framing.verdicts import judged_of
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token


@dataclass(frozen=True, slots=True)
class _Behind:
    """A number behind a noun and a preposition.

    Attributes:
        reading: The number.
        noun: The noun.
        word: The preposition.
        verb: The verb of the clause, or None.
        values: The tokens of all numbers, units and times of the sentence.
    """

    reading: Reading
    noun: "Token"
    word: str
    verb: "Token | None"
    values: frozenset[int]


def of_noun(
    reading: Reading, noun: "Token", word: str, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """The number belongs to a noun by a preposition: "imports of 870 tonnes", "a rate of 11.6 %".

    Args:
        reading: The number.
        noun: The noun.
        word: The preposition, in small letters.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    above = noun.head.head
    warm = noun.lemma_ in word_list("changes", "degrees", "names")
    if word == "of" and unit_of(reading) == "degC" and not warm:
        return Frame(noun, "temperature", None, clause_verb(noun))  # "in water of 3 degrees"
    if word == "of" and noun.pos_ == "PROPN" and noun.dep_ == "pobj" and above.pos_ == "NOUN":
        noun = above if above.i not in values else noun  # "a fund for Dorn of €25m"
    if noun.lower_ == "share" and noun.head.lower_ == "per" and above.pos_ in NOUNS:
        noun = above  # "a payout per share of 9 cents"
    told = _extent(reading, noun, word) or _of_number(reading, noun, word, before, values)
    if told is not None:
        return told
    behind = _Behind(reading, noun, word, clause_verb(noun), values)
    told = _of_deed(behind) or _length(behind) or _price(behind)
    if told is not None:
        return told
    thing = thing_of(reading, values)
    return (
        _of_forecast(behind, before)
        or _inhabitants(behind)
        or _of_group(behind, thing)
        or _of_holder(behind, thing)
        or _of_rate(behind)
        or _of_worth(behind, thing, before)
        or _of_empty(behind, thing)
        or _of_change(behind)
        or _of_owner(behind, thing)
    )


def _extent(reading: Reading, noun: "Token", word: str) -> Frame | None:
    """How long or wide a thing is: "a fence of 3 km"."""
    if word != "of" or unit_of(reading) != "km":
        return None
    extent = load("frames")["extent_of"].get(noun.lemma_)
    return Frame(noun, extent, None, clause_verb(noun), parts=(noun,)) if extent else None


def _of_number(
    reading: Reading, noun: "Token", word: str, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """The whole or the other end of a number before it: "two of 14 shops", "8 % of 900 tonnes"."""
    for earlier, frame in reversed(before):
        if noun.i in earlier.inside and earlier.quantity.kind == "share" and word == "of":
            amount = _shared_out(reading, noun, earlier, frame, values) or _shared_amount(reading, before)
            if amount is not None:
                return amount
        if noun.i in earlier.inside and word in ("of", "from", "to", "for", "out"):
            measure = _measure_behind(reading, frame, values)
            owner = owner_of(reading.anchor) if reading.quantity.counted else None
            if owner is not None and owner.pos_ in NOUNS:  # "three of the county's nine bridges"
                return replace(frame, subject=owner, measure=measure, parts=(), shared=True)
            return replace(frame, measure=measure, shared=True)
    return None


def _measure_behind(reading: Reading, frame: Frame, values: frozenset[int]) -> str:
    """Return the measure of a number behind the "of" of another, the whole ("two of 14 shops")."""
    if not reading.quantity.counted:
        return follow(reading, frame)
    return thing_of(reading, values) or frame.measure


def _shared_amount(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Read the amount that the one before is a share of: "$3m, a third of its old $9m"."""
    if len(before) < 2 or reading.quantity.counted or before[-2][0].quantity.kind != reading.quantity.kind:
        return None
    adjective = next((child.text for child in reading.anchor.lefts if _describes(child, reading)), "")
    frame = before[-2][1]
    owner = owner_of(reading.anchor)
    if owner is not None and unit_of(reading) == "ha":  # "7 % of its 250 km²"
        return Frame(owner, "area", None, frame.predicate)
    return replace(frame, measure=f"{adjective} {frame.measure or LAST}".strip(), shared=True)


def _describes(word: "Token", reading: Reading) -> bool:
    return word.dep_ == "amod" and word.i not in reading.inside


def _shared_out(
    reading: Reading, noun: "Token", earlier: Reading, frame: Frame, values: frozenset[int]
) -> Frame | None:
    """Read how much there is of what the number before is a share of: "a third of a catch of 9 Mt"."""
    if noun in earlier.figures or noun.pos_ != "NOUN" or reading.quantity.kind in ("share", "growth"):
        return None
    if noun.lemma_ in word_class("nouns", "empty"):
        return replace(frame, measure=thing_of(reading, values) or frame.measure, shared=True)
    return Frame(
        owner_of(noun) or frame.subject,
        phrase(noun, values - earlier.inside, possessor=False),
        None,
        frame.predicate,
        parts=(noun,),
    )


def _of_deed(behind: _Behind) -> Frame | None:
    """What somebody got or what it was sold for: "convicted Holm of …", "sold a barge for €2m"."""
    reading, noun, word, verb = behind.reading, behind.noun, behind.word, behind.verb
    if verb is None or object_of(verb) != noun:
        return None
    if word in ("of", "on") and verb.lemma_ in word_class("judging", "verbs"):
        return judged_of(reading, verb, behind.values)
    if word == "of" and verb.lemma_ in word_class("verbs", "robbing") and reading.quantity.counted:
        return Frame(subject_of(verb), f"{thing_of(reading, behind.values)} {done(verb)}", None, verb)
    if word == "for" and reading.quantity.kind == "money":
        act = act_of(reading, verb)
        if act == "price" or (act and is_player(noun)):  # "sold a barge for €2m": the parse may err
            return Frame(noun, act, None, verb)
    return None


def _length(behind: _Behind) -> Frame | None:
    """How long a work or an event is: "a canal of 40 km", "after a strike of nine weeks"."""
    reading, noun = behind.reading, behind.noun
    if behind.word != "of":
        return None
    lasts = noun.lemma_ in event_kinds() or noun.lemma_ in word_class("nouns", "lasting")
    long = unit_of(reading) == "km" and noun.lemma_ in load("works")["kinds"] and noun.i not in behind.values
    if long or (reading.quantity.kind == "duration" and lasts):
        return Frame(noun, "length", None, behind.verb, parts=(noun,))
    return None


def _price(behind: _Behind) -> Frame | None:
    """What one of a kind costs: "a kettle at €19, sold in the spring, was faulty"."""
    noun = behind.noun
    at = behind.word == "at" and behind.reading.quantity.kind == "money" and noun.dep_ == "nsubj"
    return Frame(noun, "price", None, behind.verb) if at and _is_sold(noun) else None


def _is_sold(noun: "Token") -> bool:
    """Tell whether a noun is any one of a kind of things, which may have a price."""
    any_one = any(child.lower_ in ("a", "an", "each", "every") for child in noun.lefts)
    return any_one and noun.tag_ == "NN" and not is_money(noun.lower_) and not is_forecast(noun)


def _of_forecast(behind: _Behind, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """What a forecast or a plan is of: "€84m, against a forecast of €90m", "a forecast for sales of €9m"."""
    noun, verb = behind.noun, behind.verb
    inner = foreseen(noun, verb)
    set_against = noun.dep_ == "pobj" and noun.head.lower_ in ("against", "with", "than", "to")
    kin = before[-1] if before and before[-1][0].quantity.kind == behind.reading.quantity.kind else None
    if set_against and is_forecast(noun) and inner == noun and kin is not None:
        return replace(kin[1], shared=True)  # "€84m, against a forecast of €90m"
    if inner is not noun and inner.pos_ == "NOUN":
        measure = phrase(inner, behind.values, possessor=False)
        return Frame(owner_foreseen(inner, noun), measure, None, verb, parts=(inner, noun))
    return None


def _inhabitants(behind: _Behind) -> Frame | None:
    """How many live in a place: "Dorn, a village of 400 people"."""
    reading, noun = behind.reading, behind.noun
    if behind.word != "of" or noun.lemma_ not in word_class("nouns", "inhabited"):
        return None
    if reading.anchor.lemma_ not in word_class("nouns", "inhabitants") and not is_bare(reading):
        return None
    apposed = noun.dep_ == "appos" and noun.head.pos_ == "PROPN"
    named = noun.head if apposed else None if noun.lemma_ == "place" else noun
    return Frame(named, "inhabitants", None, behind.verb)


def _of_group(behind: _Behind, thing: str) -> Frame | None:
    noun = behind.noun
    if behind.word == "of" and noun.lemma_ in word_class("group", "nouns") and noun.i not in behind.values:
        return in_group(behind.reading, noun, thing, behind.values)
    return None


def _of_holder(behind: _Behind, thing: str) -> Frame | None:
    """What somebody has who is named: "Elm Foods, with 900 staff"."""
    if behind.word != "with" or not is_agent(behind.noun):
        return None
    return Frame(behind.noun, thing, whole_of(behind.reading, behind.values), behind.verb)


def _of_rate(behind: _Behind) -> Frame | None:
    """At what rate something moved: "sales grew at a rate of 4 %"."""
    noun, verb = behind.noun, behind.verb
    if noun.lemma_ not in word_class("nouns", "rate") or verb is None:
        return None
    if verb.lemma_ not in word_class("verbs", "change"):
        return None
    level = level_of(behind.reading, verb, subject_of(verb), behind.values)
    return replace(level, measure=f"{noun_phrase(noun, complement=False)} of {level.measure}")


def _of_worth(behind: _Behind, thing: str, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """What the number before is worth: "900 tonnes to the value of €2m"."""
    if behind.noun.lemma_ not in ("value", "worth") or not before or thing:
        return None
    return replace(before[-1][1], measure=f"value of {before[-1][1].measure}", shared=True)


def _of_empty(behind: _Behind, thing: str) -> Frame | None:
    """What is counted behind a noun that says nothing: "a total of 60 nurses"."""
    noun, verb = behind.noun, behind.verb
    if noun.lemma_ not in word_class("nouns", "empty") or not thing:
        return None
    holder = in_charge(noun) or holder_of(noun) or (subject_of(verb) if verb is not None else None)
    return Frame(holder, thing, None, verb)


def _of_change(behind: _Behind) -> Frame | None:
    """What changed by so much: "a rise in exports of 4 %", "a rise of 4 % in exports"."""
    noun, values = behind.noun, behind.values
    if noun.lemma_ not in word_class("nouns", "change"):
        return None
    changed = complement_of(noun, "in") or _beyond(behind)
    if changed is None and _sums_up(noun):
        return Frame(None, LAST, None, behind.verb, parts=(noun,), of_last=True)
    if changed is None or is_time(changed):
        return None
    return Frame(owner_of(changed), phrase(changed, values), None, behind.verb, parts=(changed, noun))


def _sums_up(noun: "Token") -> bool:
    """Tell whether a clause says of the figures before it how they changed: "that makes a drop of 9 %"."""
    told = subject_of(noun.head) if noun.dep_ == "attr" and noun.head.lemma_ == "be" else None
    return told is not None and told.lower_ in ("that", "this", "it")


def _beyond(behind: _Behind) -> "Token | None":
    """Return the noun behind the "in" that follows the number, or that the number itself is."""
    last = max(behind.reading.inside)
    following = behind.noun.doc[last + 1 : last + 2]
    inside = next((link for link in following if link.lower_ == "in" and behind.word == "of"), None)
    inside = inside or behind.reading.anchor
    if inside.lower_ != "in":
        return None
    return next((child for child in inside.children if child.dep_ == "pobj"), None)


def _of_owner(behind: _Behind, thing: str) -> Frame:
    """What the noun says, of whom it is or of whom the clause tells it: "Elm has debts of €9m"."""
    reading, noun, word, verb, values = behind.reading, behind.noun, behind.word, behind.verb, behind.values
    owner = owner_of(noun) or in_charge(noun) or complement_of(noun, "by", "from", "at")
    if owner is not None and owner.i in values:
        owner = None
    if verb is not None and owner is None and noun.dep_ == "dobj" and word in ("from", "to"):
        owner = noun if only_moves(verb, subject_of(verb)) else None
    name = phrase(noun, values, possessor=False, depth=0 if thing and word == "of" else 3)
    measure = f"{name} of {thing}" if thing and word == "of" else thing or name
    by_whom = owner is not None and owner.dep_ == "pobj" and owner.head.head == noun
    if owner is not None and by_whom and not thing:  # "loans of €9m from the owner"
        measure = phrase(noun, values | {owner.i, owner.head.i}, possessor=False) or measure
    subject = owner or (bearer(verb) if verb is not None else None)
    of_firm = noun.lower_ in word_class("nouns", "of_firms")
    if owner is None and word == "of" and subject is not None and of_firm:
        subject = owner_of(subject) or subject  # "Elm's profit rose, on sales of €9m"
    bearing = subject if subject != noun or owner == noun else None
    return Frame(bearing, measure, whole_of(reading, values), verb, parts=(noun,))
