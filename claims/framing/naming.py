"""The subject and measure of a number claim: its frame, completed by what the text has said so far."""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claims.figures.currencies import is_currency
from claims.framing.acts import is_standing
from claims.framing.ballots import of_ballot
from claims.framing.carried import Carried, of_goods
from claims.framing.context import Context
from claims.framing.each import of_each
from claims.framing.economy import is_of_economy, is_of_its_prices
from claims.framing.fees import fee_of
from claims.framing.former import former_event
from claims.framing.frame import LAST, NOUNS, Frame, Reading, is_bare, state_of, word_class
from claims.framing.illness import is_outbreak, is_patient
from claims.framing.inflection import done, plural
from claims.framing.measures import name_measure
from claims.framing.memory import Name
from claims.framing.moves import stands
from claims.framing.noun_phrases import complement_of, governed, owner_of, possessor_of, premodifiers, text_of
from claims.framing.of_them import is_of_them
from claims.framing.percentages import AWARD
from claims.framing.pointing import on_that_basis, points_back
from claims.framing.prices import beyond_first, compared, priced
from claims.framing.reporters import reporter_of
from claims.framing.settled import (
    cost_of,
    is_of_close,
    note_of_story,
    settled,
    shares_moved,
)
from claims.framing.subjects import KIND
from claims.framing.topic import event_kinds, of_harm
from claims.framing.whereabouts import is_part_of_last, place_of
from claims.names import demonym, is_world, state_named
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_CHANGE = "change in "
_BEFORE_TAX = "before interest and tax"


def subject_and_measure(context: Context, reading: Reading, frame: Frame, unit: str) -> tuple[Name, Name]:
    """Return what a number measures and whose it is, each with what it was inferred from.

    Args:
        context: What the text has said so far.
        reading: The number.
        frame: Its frame.
        unit: The base unit of its value.
    """
    measure, name = _framed(context, reading, frame, unit)
    if "/" in unit and unit[:3].isupper():
        measure, name = priced(measure, name, frame, unit)
    elif not name.text.strip():  # "a magnitude 6.4 earthquake": only the noun beside the number is left
        noun = reading.anchor.head if reading.anchor.head.pos_ in NOUNS else reading.anchor
        name = context.subject(noun) or Name(noun.text)
    note = context.noted or of_goods(measure, context.goods, reading.anchor.doc)
    return Name(measure, note or None), name


def _framed(context: Context, reading: Reading, frame: Frame, unit: str) -> tuple[str, Name]:
    before = Carried.by(context)
    measure = frame.measure.removeprefix("of ")
    if unit == "count":
        tolls, lives = load("measures")["tolls"], load("measures")["lives"]
        measure = lives.get(measure.lower()) or tolls.get(measure.lower(), measure)
    holds = frame.predicate is not None and frame.predicate.lemma_ in ("have", "hold", "own", "control")
    partly = measure.startswith("share of ") and holds and not frame.parts
    if (
        not reading.quantity.counted and not partly and context.is_name(measure.removeprefix("share of "))
    ):  # "Mayor Holm's Elm List stood at 29 %"
        named = next((part for part in frame.parts if part.pos_ == "PROPN"), frame.subject)
        frame, measure = replace(frame, subject=named, measure="", parts=()), ""
    measure = _said_by_the_verb(context, reading, frame, measure)
    if unit == "%" and (shares := shares_moved(measure, frame)) is not None:
        frame, measure = replace(frame, subject=owner_of(shares) or shares, parts=()), "share price"
    elif unit == "%" and reading.quantity.kind == "growth" and is_of_close(measure, frame):
        measure = "price"
    last = context.last_in(unit)
    if last and (points_back(measure, frame) or on_that_basis(measure, reading, last)):
        frame, measure = replace(frame, subject=None, parts=(), of_last=True), last
    if measure.lower() in word_list("naming", "nouns", "pronouns"):
        measure = LAST  # "a new wing is to raise that to 610"
    if LAST in measure:
        measure = _of_its_kind(measure.replace(LAST, _last_said(context, reading)))
    if measure == "rank":
        measure = _ranked_alike(context, frame)
    empty = frame.subject is not None and frame.subject.lemma_ in _empty()
    name = _pointed_to(context, frame) or (None if empty else context.subject(frame.subject))
    if then := former_event(reading, frame, measure, context.event):
        name = Name(then, f"the clause tells of another time, read as the “{then}”")
    if name is not None and name.text == "I" and frame.predicate is not None:
        priced = is_currency(unit.partition("/")[0])
        dealt = frame.predicate.lemma_ in word_list("naming", "verbs", "dealing")
        if priced and dealt:  # "I would not be paying €90 for it"
            name = None
    if frame.subject is not None and frame.subject.pos_ == "NOUN" and frame.parts:
        owner = possessor_of(frame.parts[0])
        if owner is not None and owner is frame.subject:
            name = context.subject(owner)
    if measure == "age" and name is not None and frame.subject is not None and frame.subject.pos_ == "NOUN":
        name = name if name.inferred else Name(text_of(premodifiers(frame.subject)))
    for part in frame.parts:
        owned = owner_in(part)
        if owned is not None and (frame.subject is None or name is None):
            word = part.doc[min(owned[1])].text
            measure = " ".join(piece for piece in measure.split() if piece != word) or measure
            name = Name(owned[0])
    if frame.subject is None and frame.parts:
        name = name or context.nation(frame.parts[0])
    if measure.startswith(KIND) and context.counted in load("frames")["nouns"]["anyone"]:
        measure = measure.removeprefix(KIND)
    does = frame.subject is None and not frame.parts and reading.anchor.dep_ in ("nsubj", "nsubjpass")
    if measure == "deaths":
        does = False
    known = context.counted and context.counted in measure
    if does and is_bare(reading) and not state_of(reading) and not known:
        opening = (measure.split() or [""])[0]
        people = opening in ("in", "at", "under") or opening in word_list("naming", "verbs", "done_to_people")
        things = context.counted or ("people" if people else "")  # "two remained in hospital"
        things = "" if measure.startswith("people ") else things
        measure = f"{things} {measure}".strip().removeprefix(KIND)
    beside = reading.anchor.dep_ == "pobj" and reading.anchor.head.lower_ == "with"
    if reading.quantity.counted and not beside:  # "24 ships with 40 cabins": the ships are counted
        state = reading.quantity.counted.lower() in load("frames")["states"]
        context.counted = "people" if state else reading.quantity.counted
    parted = reading.quantity.kind == "share" and is_of_them(reading) and context.counted
    if parted and (not measure or measure.startswith("share that ")):
        measure = f"share of {context.counted} {measure.removeprefix('share ')}".strip()
    if not measure and context.measure:
        measure = context.last_in(unit) if stands(frame) else context.elided(unit)
        if reading.quantity.kind == "share" and context.part:
            measure = context.part
        if reading.quantity.kind == "share" and not (measure.startswith("share of ") or stands(frame)):
            voted = context.ballot is not None and of_ballot(measure) and not measure.startswith(_CHANGE)
            own = voted or measure.split()[-1:] == ["share"]
            measure = measure.partition(" as share of ")[0] if own else f"share of {measure}"
    if not measure and reading.quantity.kind in ("quantity", "money"):
        rises = unit == "km" and (context.event or "").endswith("flood")
        measure = context.ranked[0].removeprefix("rank by ") or ("water level" if rises else "amount")
    if name is not None and (_is_measure(name.text) or _is_of_votes(name.text, context)):
        again = context.worded[1] if context.worded[0].startswith(f"{name.text} ") else name.text
        measure, name = (measure if frame.measure else again), None
    if _are_the_sick(context, frame, name) and frame.measure and frame.measure != "age":
        name = context.told_event()
    if name is None and unit == "km/h" and measure.split()[-1:] in (["winds"], ["gusts"], ["wind"]):
        name = Name("wind")
    if name is not None and name.text.replace(",", "").isdecimal():  # "40,112 turned up"
        name = None
    if name is None:
        name = reporter_of(context, frame, measure) or _left_to_before(context, reading, measure)
        name = name or _owner_said_before(context, reading, frame)
    whole = frame.whole if " as share of " not in measure and not frame.shared else None
    if name is None and reading.quantity.kind == "share" and whole:
        name = Name(whole)
    if name is None:
        suffered = frame.subject is None and reading.anchor.dep_ in ("nsubj", "nsubjpass", "ROOT")
        counted = context.counted if is_bare(reading) and measure.startswith(context.counted) else None
        if frame.parts and measure.startswith("share of "):
            counted = counted or frame.parts[0].text
        if frame.parts and is_bare(reading) and reading.anchor.dep_ == "nsubj":
            counted = counted or text_of(premodifiers(frame.parts[0]))
        counts = reading.quantity.counted
        if frame.parts and counts and reading.anchor.head.lower_ == "by" and counts not in measure.lower():
            counts = None  # "thefts rose by 100 incidents"
        name = context.unnamed(measure, suffered=suffered, thing=counts or counted)
        # who acted last is not who was hurt: "Police fired. Six were hurt."
        befell = not frame.shared and (of_harm(measure) or measure.startswith("people "))
        if befell and is_bare(reading) and measure.startswith("people "):
            name = name if name.inferred else Name("people")
        elif not name.inferred:
            name = _last_resort(context, frame, reading, befell=befell) or name
        name = _of_economy(context, measure) or name
    noted = before.note(measure, frame, reading.anchor.doc)
    if unit == "ha" and (measure == "area" or measure.removeprefix("area ") in _vague_losses()):
        kind = name.text.split()[-1].lower()
        measure = load("frames")["event_area"].get(event_kinds().get(kind, kind), measure)
    if measure.lower() == name.text.lower() and name.text in context.priced:
        measure = "price"
    if is_currency(unit):
        measure = cost_of(measure, name.text, frame, context)
    measure = compared(measure, name.text, reading, frame)
    plain, measure = measure, settled(measure, unit, name.text, frame, context)
    measure = beyond_first(measure, reading)
    context.noted = noted or note_of_story(plain, measure, context, unit)
    player = fee_of(context, reading, unit)
    if player is not None:
        measure, name = "transfer fee", player
    if measure.startswith(AWARD):
        measure = _awarded(measure, reading, name.text, context)
    if len(unit.partition("/")[0]) == 3 and unit[:3].isupper():
        measure = of_each(measure, context, reading, frame)
    if measure in ("earnings", "profit") and _BEFORE_TAX in reading.anchor.doc.text:
        measure = "operating profit"
    if measure == "age" and reading.quantity.kind == "duration" and frame.measure != "age":
        measure = "length"  # the last number of years was somebody's age
    final = name_measure(measure, unit, name.text, context.goods) or measure
    context.worded = measure, final
    return final, name


def _of_economy(context: Context, measure: str) -> Name | None:
    """Return the state whose inflation or the like a clause tells of nobody's, else the rate itself."""
    if context.economy and (is_of_economy(measure) or is_of_its_prices(measure)):
        return Name(context.economy, f"the article tells of the economy of “{context.economy}”")
    if measure.removeprefix(_CHANGE).lower() not in load("context")["economy"]["measures"]:
        return None
    if context.home:
        return Name(context.home, f"the text is written from “{context.home}”")
    return Name(measure.removeprefix(_CHANGE).removesuffix(" rate"))


def _left_to_before(context: Context, reading: Reading, measure: str) -> Name | None:
    """Return the place that "where" stands for, or whose the whole is that a number is a part of."""
    place = place_of(reading)
    if place is not None and not of_harm(measure):  # what befell people is told of the event
        return context.subject(place)
    return context.owner_of_last() if is_part_of_last(reading) else None


def _said_by_the_verb(context: Context, reading: Reading, frame: Frame, measure: str) -> str:
    """Complete a measure that is only a verb by what was last measured: "they took 26 %", "they won 25"."""
    verb = frame.predicate
    if verb is None or measure not in (verb.lemma_, done(verb), f"share {done(verb)}"):
        return measure
    if (
        reading.quantity.kind == "share"
        and context.ballot
        and verb.lemma_ in word_class("standings", "verbs")
    ):
        return "share of the vote"
    if reading.quantity.kind == "share" and context.part:
        return ""
    befell = measure in load("frames")["states"].values()
    if is_bare(reading) and context.counted and not befell and reading.anchor.dep_ in ("dobj", "pobj"):
        of_standing = is_standing(context.counted) and verb.lemma_ in word_class("standings", "verbs")
        return context.counted if of_standing else f"{context.counted} {done(verb)}"
    return measure


def _are_the_sick(context: Context, frame: Frame, name: Name | None) -> bool:
    """Tell whether a subject is only what the outbreak that is told of is counted in: "new cases fell"."""
    noun = frame.subject
    if name is None or noun is None or name.inferred or not is_outbreak(context.event):
        return False
    if frame.measure.startswith("share of "):
        return False
    return noun.pos_ == "NOUN" and is_patient(noun.lemma_) and possessor_of(noun) is None


def _awarded(measure: str, reading: Reading, subject: str, context: Context) -> str:
    """Call what is asked for or given in percent a pay rise where those who work get it."""
    workers = {_plural_of(word) for word in word_class("awards", "workers")}
    at_work = workers & set(subject.lower().split())
    of_pay = {token.lower_ for token in reading.anchor.doc} & word_class("awards", "pay")
    told = context.measure.startswith("pay rise") or (context.event or "").endswith("strike")
    return measure.replace(AWARD, "pay rise" if at_work or of_pay or told else "rise", 1)


def _plural_of(worker: str) -> str:
    return worker if worker in ("staff", "crew", "union") else plural(worker)


def _vague_losses() -> frozenset[str]:
    return frozenset(load("frames")["event_area"]["verbs"].split())


def _last_resort(context: Context, frame: Frame, reading: Reading, *, befell: bool) -> Name | None:
    """Return the subject of a clause that nothing names: its pronoun, or that of the number before it."""
    if frame.subject is not None and frame.subject.lower_ in ("he", "she", "they"):
        return Name(frame.subject.lower_)
    if frame.shared and frame.subject is None and context.owner:
        return Name(context.owner, f"shared with the number before it, of “{context.owner}”")
    if _is_left_out(reading, frame):
        of_money = reading.quantity.kind == "money"
        whole = _opening(context, reading) or (None if of_money else context.left_out())
        return whole or (None if befell else context.last)
    return None


def _opening(context: Context, reading: Reading) -> Name | None:
    """Return what a sentence opens with as the whole of its numbers: "Of the clinics, six …"."""
    first = reading.anchor.doc[0]
    whole = governed(first)
    return context.subject(whole) if first.lower_ == "of" and whole is not None else None


def _is_left_out(reading: Reading, frame: Frame) -> bool:
    """Tell whether a clause leaves out what its number counts: "ten failed", "half have returned"."""
    kind = reading.quantity.kind
    bare = is_bare(reading) or (kind == "share" and not frame.whole) or kind == "money"
    return bare and not frame.parts and reading.anchor.dep_ in ("nsubj", "nsubjpass", "ROOT", "dep")


@cache
def _empty() -> frozenset[str]:
    return word_list("frames", "nouns", "empty") - {"rest"}


def _last_said(context: Context, reading: Reading) -> str:
    """Return what the number last told measures or is a share of; a rank is by an amount if one was told."""
    amount, told = context.amount
    ranked = reading.quantity.kind == "rank" and amount and context.told - told < 2
    said = re.split(" as (?:share|multiple) of ", amount if ranked else context.said)[0]
    ranking, last = context.ranked
    if reading.quantity.kind == "rank" and not ranked and context.told - last < 2:
        said = ranking.removeprefix("rank by ") if ranking.startswith("rank by ") else said
    return said.removeprefix("share of ") or "amount"


def _ranked_alike(context: Context, frame: Frame) -> str:
    """Return what a bare rank is by: that of the ranking told just before ("Australia came second")."""
    ranking, told = context.ranked
    elsewhere = frame.predicate is not None and complement_of(frame.predicate, "in", "at") is not None
    return ranking if ranking and context.told - told < 2 and not elsewhere else "rank"


def _of_its_kind(measure: str) -> str:
    """Shorten a share of more of the same: "exports as share of all exports" is a "share of all exports"."""
    part, as_share, whole = measure.partition(" as share of ")
    same = bool(as_share) and part.split()[-1:] == whole.split()[-1:]
    return f"share of {whole}" if same else measure


def _pointed_to(context: Context, frame: Frame) -> Name | None:
    """Return the subject that a frame takes from the text before: the event, or that of the last number."""
    if frame.of_event:
        return context.told_event()
    return context.owner_of_last() if frame.of_last else None


def _is_measure(subject: str) -> bool:
    """Tell whether what a pronoun or noun stands for is itself a measure ("exports", "net profit")."""
    words = subject.lower().split()
    if words[1:2] == ["of"] and words[0] in ("share", "number", "rate", "level", "amount"):
        return True
    return len(words) < 3 and bool(words) and words[-1] in word_list("measures", "measured")


def _is_of_votes(subject: str, context: Context) -> bool:
    """Tell whether a noun or what a pronoun stands for is a figure of the vote told of ("support")."""
    return context.ballot is not None and subject.lower() in load("ballots")["measures"]


def _owner_said_before(context: Context, reading: Reading, frame: Frame) -> Name | None:
    """Return the only state named before in a sentence on goods ("The shock was French: the crop …")."""
    amount = word_list("measures", "amounts").intersection(frame.measure.lower().split())
    if (context.goods is None and not amount) or context.section or not frame.parts:
        return None
    named = {
        found
        for token in reading.anchor.doc[: frame.parts[0].i]
        if not (token.dep_ == "pobj" and token.head.lower_ in ("to", "from"))  # whom another trades with
        and (found := demonym(token.text) or state_named(token) or context.names.governments.get(token.text))
    }
    if len(named) != 1:
        return None
    only = named.pop()
    return Name(only, f"the only state named before in the sentence, “{only}”")


def owner_in(noun: "Token") -> tuple[str, frozenset[int]] | None:
    """Return the state or world that an adjective before a noun names, and the tokens that do.

    Args:
        noun: The head of a measure ("exports" of "Chinese exports", "demand" of "global demand").
    """
    for token in premodifiers(noun, possessor=False):
        if token.i == noun.i:
            continue
        if is_world(token.text):
            return "world", frozenset({token.i})
        people = demonym(token.text) or (state_named(token) if token.pos_ == "PROPN" else None)
        if people:
            return people, frozenset({token.i})
    return None
