"""What a number measures, by what its clause says and what the text has said before it."""

import re
from dataclasses import replace

from claims.figures.currencies import is_currency
from claims.framing.acts import is_standing
from claims.framing.ballots import of_ballot
from claims.framing.budgets import spent_on
from claims.framing.carried import stems
from claims.framing.context import Context
from claims.framing.each import of_each
from claims.framing.frame import LAST, Frame, Reading, is_bare, state_of, word_class
from claims.framing.inflection import done, plural
from claims.framing.moves import stands
from claims.framing.noun_phrases import complement_of, object_of, owner_of
from claims.framing.of_them import is_of_them
from claims.framing.percentages import AWARD
from claims.framing.pointing import on_that_basis, points_back
from claims.framing.prices import compared
from claims.framing.settled import cost_of, is_of_close, shares_moved
from claims.framing.subjects import KIND
from claims.framing.topic import event_kinds, of_harm
from claims.vocabulary import load, word_list

CHANGE = "change in "
OTHERS = "others"
_OPERATING = "before interest and tax"


def measure_told(context: Context, reading: Reading, frame: Frame, unit: str) -> tuple[Frame, str]:
    """Return what the clause says that a number measures, and its frame without what that takes away.

    Args:
        context: What the text has said so far.
        reading: The number.
        frame: Its frame.
        unit: The base unit of its value.
    """
    measure = frame.measure.removeprefix("of ")
    if is_bare(reading) and context.counted and _lost_by_people(frame):
        measure = re.sub(rf"\b{re.escape(context.counted)}\b", "people", measure, count=1)
        context.counted = "people"
    if reading.quantity.counted == OTHERS:
        measure = _of_what_others(context, measure)
    if unit == "count":
        names = load("measures")
        for table in ("lives", "tolls", "let_in"):
            measure = names[table].get(measure.lower(), measure)
    holds = frame.predicate is not None and frame.predicate.lemma_ in word_class("verbs", "holding")
    partly = measure.startswith("share of ") and holds and not frame.parts
    if (
        not reading.quantity.counted and not partly and context.is_name(measure.removeprefix("share of "))
    ):  # "Mayor Holm's Elm List stood at 29 %"
        named = next((part for part in frame.parts if part.pos_ == "PROPN"), frame.subject)
        frame, measure = replace(frame, subject=named, measure="", parts=()), ""
    measure = _said_by_the_verb(context, reading, frame, measure)
    if unit == "%" and (shares := shares_moved(measure, frame, context)) is not None:
        frame, measure = replace(frame, subject=owner_of(shares) or shares, parts=()), "share price"
    elif _moves(reading, unit) and is_of_close(measure, frame):
        measure = "price"
    return _pointing_back(context, reading, frame, measure, unit)


def _lost_by_people(frame: Frame) -> bool:
    """Tell whether only people can do what a clause says: "900 have lost their jobs"."""
    target = object_of(frame.predicate) if frame.predicate is not None else None
    theirs = target is not None and any(child.lower_ == "their" for child in target.lefts)
    return theirs and target is not None and target.lemma_ in word_class("nouns", "of_people")


def _of_what_others(context: Context, measure: str) -> str:
    """Say what "others" are: people who came to harm, else more of what was counted: "homes damaged"."""
    things = "people" if of_harm(measure) else context.counted
    return re.sub(rf"\b{OTHERS}\b", things, measure) if things else measure


def _moves(reading: Reading, unit: str) -> bool:
    """Tell whether a number says by how much something moved, in percent or in money."""
    if unit == "%":
        return reading.quantity.kind == "growth"
    return is_currency(unit) and reading.quantity.direction is not None


def _pointing_back(
    context: Context, reading: Reading, frame: Frame, measure: str, unit: str
) -> tuple[Frame, str]:
    """Put what was measured last where a measure only points to it: "a new wing is to raise that to 610"."""
    last = context.last_in(unit)
    if last and (points_back(measure, frame) or on_that_basis(measure, reading, last)):
        frame, measure = replace(frame, subject=None, parts=(), of_last=True), last
    if measure.lower() in word_list("naming", "nouns", "pronouns"):
        measure = LAST
    if LAST in measure:
        said = _last_said(context, reading)
        said = said.partition(" on ")[0] if measure.startswith(f"{LAST} on ") else said
        measure = _of_its_kind(measure.replace(LAST, said))
    return frame, _ranked_alike(context, frame) if measure == "rank" else measure


def _said_by_the_verb(context: Context, reading: Reading, frame: Frame, measure: str) -> str:
    """Complete a measure that is only a verb by what was last measured: "they took 26 %", "they won 25"."""
    verb = frame.predicate
    if verb is None or measure not in (verb.lemma_, done(verb), f"share {done(verb)}"):
        leads = verb is not None and not measure and verb.lemma_ in word_class("standings", "leading")
        voted = leads and context.ballot and reading.quantity.kind == "share"
        return "share of the vote" if voted else measure
    if (
        reading.quantity.kind == "share"
        and context.ballot
        and verb.lemma_ in word_class("standings", "verbs") | word_class("standings", "leading")
    ):
        return "share of the vote"
    if reading.quantity.kind == "share" and context.part:
        return ""
    befell = measure in load("frames")["states"].values()
    if is_bare(reading) and context.counted and not befell and reading.anchor.dep_ in ("dobj", "pobj"):
        of_standing = is_standing(context.counted) and verb.lemma_ in word_class("standings", "verbs")
        return context.counted if of_standing else f"{context.counted} {done(verb)}"
    return measure


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


def of_what_does(context: Context, reading: Reading, frame: Frame, measure: str) -> str:
    """Name those who do or suffer what a bare number tells: "two remained in hospital" are people.

    Args:
        context: What the text has said so far.
        reading: The number.
        frame: Its frame.
        measure: What it measures, as far as known.
    """
    if measure.startswith(KIND) and context.counted in load("frames")["nouns"]["anyone"]:
        measure = measure.removeprefix(KIND)
    does = frame.subject is None and not frame.parts and reading.anchor.dep_ in ("nsubj", "nsubjpass")
    known = context.counted and context.counted in measure
    if not does or measure == "deaths" or known or not is_bare(reading) or state_of(reading):
        return measure
    opening = (measure.split() or [""])[0]
    people = opening in ("in", "at", "under") or opening in word_list("naming", "verbs", "done_to_people")
    things = context.counted or ("people" if people else "")  # "two remained in hospital"
    things = "" if measure.startswith("people ") else things
    return f"{things} {measure}".strip().removeprefix(KIND)


def keep_counted(context: Context, reading: Reading) -> None:
    """Remember what a number counts for those that leave it out.

    Args:
        context: What the text has said so far.
        reading: The number.
    """
    beside = reading.anchor.dep_ == "pobj" and reading.anchor.head.lower_ == "with"
    if (
        reading.quantity.counted and reading.quantity.counted != OTHERS and not beside
    ):  # "24 ships with 40 cabins": the ships are counted
        state = reading.quantity.counted.lower() in load("frames")["states"]
        context.counted = "people" if state else reading.quantity.counted


def measure_left_out(context: Context, reading: Reading, frame: Frame, measure: str, unit: str) -> str:
    """Return what a number measures whose clause leaves it to the text before, else the measure as it is.

    Args:
        context: What the text has said so far.
        reading: The number.
        frame: Its frame.
        measure: What it measures, as far as known.
        unit: The base unit of its value.
    """
    kind = reading.quantity.kind
    if measure.startswith("amount ") and measure in word_list("naming", "nouns", "only_told"):
        measure = ""
    parted = kind == "share" and is_of_them(reading) and context.counted
    if parted and (not measure or measure.startswith("share that ")):
        measure = f"share of {context.counted} {measure.removeprefix('share ')}".strip()
    if not measure and context.measure:
        measure = context.last_in(unit) if stands(frame) else context.elided(unit)
        if kind == "share":
            measure = _share_left_out(context, frame, context.part or measure)
        own = reading.quantity.counted if kind == "count" else None
        if own and _counts_others(measure, own):
            measure = own
    if not measure and kind in ("quantity", "money"):
        rises = unit == "km" and (context.event or "").endswith("flood")
        measure = context.ranked[0].removeprefix("rank by ") or (
            "water level" if rises else _bare(reading, unit)
        )
    return measure


def _bare(reading: Reading, unit: str) -> str:
    """Return what a quantity measures by its unit alone: so many miles are a length."""
    small = reading.anchor.lower_ in load("waters")["depths"]["units"]
    return "amount" if small else str(load("frames")["bare"].get(unit, "amount"))


def _counts_others(measure: str, own: str) -> bool:
    """Tell whether what was measured before counts other things: "jobs lost" tells of no "three votes"."""
    first = (measure.lower().split() or [""])[0]
    plural = first.endswith("s") or first == "people"
    amount = first in word_list("measures", "measured") or first in word_list("measures", "amounts")
    return plural and not amount and not stems(own) & stems(measure)


def _share_left_out(context: Context, frame: Frame, measure: str) -> str:
    """Return the share that is meant where the text before told of a share or of an amount."""
    if measure.startswith("share of ") or stands(frame):
        return measure
    voted = context.ballot is not None and of_ballot(measure) and not measure.startswith(CHANGE)
    own = voted or measure.split()[-1:] == ["share"]
    return measure.partition(" as share of ")[0] if own else f"share of {measure}"


def as_of_its_subject(
    context: Context, reading: Reading, frame: Frame, measure: str, subject: str, unit: str
) -> str:
    """Return a measure as it is called of its subject: the area of a fire, the price of a ware.

    Args:
        context: What the text has said so far.
        reading: The number.
        frame: Its frame.
        measure: What it measures.
        subject: Whose it is.
        unit: The base unit of its value.
    """
    if unit == "ha" and (measure == "area" or measure.removeprefix("area ") in _vague_losses()):
        kind = subject.split()[-1].lower()
        measure = load("frames")["event_area"].get(event_kinds().get(kind, kind), measure)
    if measure.lower() == subject.lower() and subject in context.priced:
        measure = "price"
    if is_currency(unit):
        measure = cost_of(measure, subject, frame, context)
    return compared(measure, subject, reading, frame)


def as_it_is_called(
    context: Context, reading: Reading, frame: Frame, measure: str, subject: str, unit: str
) -> str:
    """Return a measure as what it is in full: a pay rise, a sum for each, a profit before tax, a length.

    Args:
        context: What the text has said so far.
        reading: The number.
        frame: Its frame.
        measure: What it measures.
        subject: Whose it is.
        unit: The base unit of its value.
    """
    if measure.startswith(AWARD):
        measure = _awarded(measure, reading, subject, context)
    if len(unit.partition("/")[0]) == 3 and unit[:3].isupper():
        measure = of_each(measure, context, reading, frame)
    if measure in ("earnings", "profit") and _OPERATING in reading.anchor.doc.text:
        measure = "operating profit"
    if context.budget is not None and not reading.quantity.counted:
        measure = spent_on(measure, subject)
    if measure == "age" and reading.quantity.kind == "duration" and frame.measure != "age":
        measure = "length"  # the last number of years was somebody's age
    return measure


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
