"""The subject and measure of a number claim: its frame, completed by what the text has said so far."""

from functools import cache
from typing import TYPE_CHECKING

from claims.figures.conversion import for_one
from claims.figures.currencies import is_currency
from claims.figures.units import is_unit
from claims.framing.appositions import called
from claims.framing.budgets import is_of_treasury, only_keeps
from claims.framing.carried import Carried, of_goods
from claims.framing.context import Context
from claims.framing.disasters import of_disaster
from claims.framing.economy import is_of_economy, is_of_its_prices, is_whole_economys
from claims.framing.fees import fee_of
from claims.framing.former import former_event
from claims.framing.frame import NOUNS, Frame, Reading, is_bare
from claims.framing.illness import is_patient
from claims.framing.measured import (
    CHANGE,
    OTHERS,
    as_it_is_called,
    as_of_its_subject,
    keep_counted,
    measure_left_out,
    measure_told,
    of_what_does,
)
from claims.framing.measures import name_measure
from claims.framing.memory import Name
from claims.framing.noun_phrases import complement_of, governed, possessor_of, premodifiers, text_of
from claims.framing.prices import beyond_first, per_one, priced
from claims.framing.reporters import reporter_of
from claims.framing.settled import note_of_story, settled
from claims.framing.ships import is_of_ship
from claims.framing.site_figures import at_site
from claims.framing.topic import of_harm
from claims.framing.whereabouts import is_part_of_last, place_of
from claims.names import demonym, is_world, state_named
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_THE = frozenset({"the", "this", "last"})
_MOVING = ("by", "to", "from")
_COUNTING = ("count", "share", "growth", "rank")


def subject_and_measure(context: Context, reading: Reading, frame: Frame, unit: str) -> tuple[Name, Name]:
    """Return what a number measures and whose it is, each with what it was inferred from.

    Args:
        context: What the text has said so far.
        reading: The number.
        frame: Its frame.
        unit: The base unit of its value.
    """
    top, _, thing = unit.partition("/")
    of_one = thing in ("share", *load("units")["rates"]["heads"]) or for_one(unit) is not None
    if of_one:  # "a saving of €87 per inhabitant"
        told, name = subject_and_measure(context, reading, frame, top)
        return per_one(told, thing, frame), name
    measure, name = _framed(context, reading, frame, unit)
    if "/" in unit and unit[:3].isupper():
        measure, name = priced(measure, _good(context, frame) or name, frame, unit)
    elif not name.text.strip():  # "a magnitude 6.4 earthquake": only the noun beside the number is left
        noun = reading.anchor.head if reading.anchor.head.pos_ in NOUNS else reading.anchor
        name = context.subject(noun) or Name(noun.text)
    note = context.noted or of_goods(measure, context.goods, reading.anchor.doc)
    return Name(measure, note or None), name


def _good(context: Context, frame: Frame) -> Name | None:
    """Return of what good a kilo or barrel is that costs so much, or None for any other subject."""
    noun = frame.subject
    if noun is None or not is_unit(noun.lower_) or possessor_of(noun) is not None:
        return None
    of = complement_of(noun, "of")
    if of is not None:
        return context.subject(of)
    return Name(context.goods, f"the article counts “{context.goods}”") if context.goods else None


def _framed(context: Context, reading: Reading, frame: Frame, unit: str) -> tuple[str, Name]:
    before = Carried.by(context)
    frame, measure = measure_told(context, reading, frame, unit)
    name = of_disaster(context, reading, frame, measure, unit, _told(context, reading, frame, measure, unit))
    if context.ship is not None and is_of_ship(frame, unit):
        name = Name(context.ship.name, f"the article tells of the ship “{context.ship.name}”")
    measure, name = _with_owner_inside(context, frame, measure, name)
    measure = of_what_does(context, reading, frame, measure)
    keep_counted(context, reading)
    measure = measure_left_out(context, reading, frame, measure, unit)
    measure, name = _unmeasured(context, reading, frame, measure, name)
    if name is None and unit == "km/h" and measure.split()[-1:] in (["winds"], ["gusts"], ["wind"]):
        name = Name("wind")
    if name is not None and name.text.replace(",", "").isdecimal():  # "40,112 turned up"
        name = None
    name = name or _told_before(context, reading, frame, measure) or _untold(context, reading, frame, measure)
    if context.economy and is_whole_economys(name.text):
        name = Name(context.economy, f"the article tells of the economy of “{context.economy}”")
    name = _of_budget(context, measure, name) or name
    if name.inferred:
        measure, name = _with_name_before(context, measure, name)
    noted = before.note(measure, frame, reading.anchor.doc)
    measure = as_of_its_subject(context, reading, frame, measure, name.text, unit)
    plain, measure = measure, settled(measure, unit, name.text, frame, context)
    measure = beyond_first(measure, reading)
    context.noted = noted or note_of_story(plain, measure, context, unit)
    player = fee_of(context, reading, unit)
    if player is not None:
        measure, name = "transfer fee", player
    measure = as_it_is_called(context, reading, frame, measure, name.text, unit)
    final = name_measure(measure, unit, name.text, context.goods) or measure
    if context.site is not None:
        final, name = at_site(context, reading, frame, final, name)
    context.worded = measure, final
    return final, name


def _of_budget(context: Context, measure: str, name: Name) -> Name | None:
    """Return the state or town whose budget is told, for a figure of it that is nobody else's."""
    owner = context.budget.owner if context.budget is not None else None
    if owner is None or not is_of_treasury(measure) or not (name.inferred or only_keeps(name.text)):
        return None
    return Name(owner, f"the article tells of the budget of “{owner}”")


def _told(context: Context, reading: Reading, frame: Frame, measure: str, unit: str) -> Name | None:
    """Return the subject that the clause itself names or points to, or None."""
    clause = frame.subject is not None and frame.subject.pos_ == "AUX"  # "what is sure is that there are two"
    vain = frame.subject is not None and (frame.subject.lemma_ in _empty() or _is_a_time(frame.subject))
    empty = clause or vain
    name = _pointed_to(context, frame) or (None if empty else context.subject(frame.subject))
    if then := former_event(reading, frame, measure, context.event):
        name = Name(then, f"the clause tells of another time, read as the “{then}”")
    if name is not None and name.text == "I" and frame.predicate is not None:
        priced = is_currency(unit.partition("/")[0])
        dealt = frame.predicate.lemma_ in word_list("naming", "verbs", "dealing")
        if priced and dealt:  # "I would not be paying €90 for it"
            name = None
    if frame.subject is None or frame.subject.pos_ != "NOUN":
        return name
    if frame.parts:
        owner = possessor_of(frame.parts[0])
        if owner is not None and owner is frame.subject:
            name = context.subject(owner)
    if measure == "age" and name is not None and not name.inferred:
        return Name(text_of(premodifiers(called(frame.subject))))
    return name


def _with_owner_inside(
    context: Context, frame: Frame, measure: str, name: Name | None
) -> tuple[str, Name | None]:
    """Take the state out of a measure that an adjective names in it: "Chinese exports", "national debt"."""
    for part in frame.parts:
        owned = owner_in(part)
        if owned is not None and (frame.subject is None or name is None):
            word = part.doc[min(owned[1])].text
            measure = " ".join(piece for piece in measure.split() if piece != word) or measure
            name = Name(owned[0])
    if frame.subject is None and frame.parts:
        name = name or context.nation(frame.parts[0])
    return measure, name


def _unmeasured(
    context: Context, reading: Reading, frame: Frame, measure: str, name: Name | None
) -> tuple[str, Name | None]:
    """Take for no subject what is itself measured ("it", the exports), nor the sick of an outbreak."""
    if name is not None and (_is_measure(name.text) or _is_of_votes(name.text, context)):
        again = context.worded[1] if context.worded[0].startswith(f"{name.text} ") else name.text
        measure, name = (measure if frame.measure else again), None
    of_many = reading.quantity.kind in _COUNTING and frame.measure not in ("", "age")
    if of_many and _are_the_sick(context, frame, name):
        name = context.told_outbreak()
    return measure, name


def _told_before(context: Context, reading: Reading, frame: Frame, measure: str) -> Name | None:
    """Return whose a number is by what was told before it, or the whole that it is a share of."""
    name = reporter_of(context, frame, measure) or _left_to_before(context, reading, measure)
    name = name or _owner_said_before(context, reading, frame)
    whole = frame.whole if " as share of " not in measure and not frame.shared else None
    return Name(whole) if name is None and reading.quantity.kind == "share" and whole else name


def _untold(context: Context, reading: Reading, frame: Frame, measure: str) -> Name:
    """Return the subject of a clause that names none: what the article tells of, or what is counted."""
    opens = reading.quantity.kind != "money" and reading.anchor.dep_ in ("nsubj", "nsubjpass", "ROOT")
    suffered = frame.subject is None and opens
    name = context.unnamed(measure, suffered=suffered, thing=_thing_counted(context, reading, frame, measure))
    # who acted last is not who was hurt: "Police fired. Six were hurt."
    befell = not frame.shared and (of_harm(measure) or measure.startswith("people "))
    if befell and is_bare(reading) and measure.startswith("people "):
        name = name if name.inferred else Name("people")
    elif not name.inferred:
        name = _last_resort(context, frame, reading, befell=befell) or name
    return _of_economy(context, measure) or name


def _thing_counted(context: Context, reading: Reading, frame: Frame, measure: str) -> str | None:
    """Return the things that a number counts, by its own noun or by those counted before."""
    counts = reading.quantity.counted
    if frame.parts and counts and counts not in measure.lower() and reading.anchor.head.lower_ in _MOVING:
        counts = None  # "thefts rose by 40 incidents to 900"
    if (goods := _goods_of(reading)) is not None:
        return text_of(premodifiers(goods))
    if counts == OTHERS and context.counted:
        return "people" if of_harm(measure) else context.counted
    if counts:
        return measure if f"{counts}' " in measure else counts  # "40 farmers' markets"
    counted = context.counted if is_bare(reading) and measure.startswith(context.counted) else None
    if frame.parts and measure.startswith("share of "):
        counted = counted or frame.parts[0].text
    if frame.parts and is_bare(reading) and reading.anchor.dep_ == "nsubj":
        counted = counted or text_of(premodifiers(frame.parts[0]))
    return counted


def _with_name_before(context: Context, measure: str, name: Name) -> tuple[str, Name]:
    """Take the name that opens a measure for whose it is: "Elm Foods revenue", "Elm's debt"."""
    change = CHANGE if measure.startswith(CHANGE) else ""
    words = measure.removeprefix(change).split()
    named = next((at for at, word in enumerate(words) if not context.is_name(word)), len(words))
    if not 0 < named < len(words) or not words[-1].islower():
        return measure, name
    if named == 1 and words[0].lower() in word_list("budgets", "plain"):
        return measure, name  # "Public debt" is no debt of a "Public Fund"
    return change + " ".join(words[named:]), Name(" ".join(words[:named]).removesuffix("'s"))


def _goods_of(reading: Reading) -> "Token | None":
    """Return of what so many tonnes are: "1.5 tonnes of ivory were weighed"; None for no goods."""
    goods = complement_of(reading.anchor, "of") if reading.quantity.kind == "quantity" else None
    if goods is None or goods.pos_ not in NOUNS or not goods.text.islower():
        return None
    if goods.ent_type_ in ("DATE", "TIME"):
        return None
    return goods


def _of_economy(context: Context, measure: str) -> Name | None:
    """Return the state whose inflation or the like a clause tells of nobody's, else the rate itself."""
    if context.economy and (is_of_economy(measure) or is_of_its_prices(measure)):
        return Name(context.economy, f"the article tells of the economy of “{context.economy}”")
    if measure.removeprefix(CHANGE).lower() not in load("context")["economy"]["measures"]:
        return None
    if context.home:
        return Name(context.home, f"the text is written from “{context.home}”")
    return Name(measure.removeprefix(CHANGE).removesuffix(" rate"))


def _left_to_before(context: Context, reading: Reading, measure: str) -> Name | None:
    """Return the place that "where" stands for, or whose the whole is that a number is a part of."""
    place = place_of(reading)
    if place is not None and not of_harm(measure):  # what befell people is told of the event
        return context.subject(place)
    return context.owner_of_last() if is_part_of_last(reading) else None


def _are_the_sick(context: Context, frame: Frame, name: Name | None) -> bool:
    """Tell whether a subject is only what the outbreak that is told of is counted in: "new cases fell"."""
    noun = frame.subject
    if name is None or noun is None or name.inferred or context.outbreak is None:
        return False
    if frame.measure.startswith("share of "):
        return False
    return noun.pos_ == "NOUN" and is_patient(noun.lemma_) and possessor_of(noun) is None


def _last_resort(context: Context, frame: Frame, reading: Reading, *, befell: bool) -> Name | None:
    """Return the subject of a clause that nothing names: its pronoun, or that of the number before it."""
    if frame.subject is not None and frame.subject.lower_ in ("he", "she", "they"):
        return Name(frame.subject.lower_)
    own = reading.quantity.counted and context.owner == context.worded[1]  # "30 barns and nine inns"
    if frame.shared and frame.subject is None and context.owner and not own:
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


def _is_a_time(noun: "Token") -> bool:
    """Tell whether a bare noun is only the time of what is told: "the year ended with a loss of 9"."""
    is_time = noun.i > 0 and noun.lower_ in word_list("elided", "prices", "times")
    return is_time and noun.nbor(-1).lower_ in _THE


@cache
def _empty() -> frozenset[str]:
    return word_list("frames", "nouns", "empty") - {"rest"}


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
        of_all = token.nbor(1).lower_ in word_list("measures", "of_all")
        own = token.lower_ == "international" and not of_all
        if is_world(token.text) and not own:
            return "world", frozenset({token.i})
        people = demonym(token.text) or (state_named(token) if token.pos_ == "PROPN" else None)
        if people:
            return people, frozenset({token.i})
    return None
