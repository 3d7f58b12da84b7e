"""What the clause of an undated figure shows of its time: its tense, its events, how things stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.frame import Reading
from claims.framing.noun_phrases import SUBJECTS, is_verb
from claims.model import Period
from claims.timing.carrying import is_owned, is_price, is_toll, listed, names, told_on
from claims.timing.disasters import Role, role_of
from claims.timing.event_spans import kinds_of_events
from claims.timing.foreseen import is_to_be_replaced
from claims.timing.labels import state_in_label, states
from claims.timing.one_day import (
    is_judgment,
    kinds_counted,
    kinds_lasting,
    kinds_named,
    names_event,
    sets_apart,
)
from claims.timing.tenses import Tense, is_made_before
from claims.timing.told import Told
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_CLOSE = 4
_PLACES = ("count", "quantity", "rank")
_BELOW = ("ccomp", "advcl", "conj", "parataxis", "relcl")

_SHARE_PRICE = "share price"


@dataclass(frozen=True, slots=True)
class Clause:
    """What the clause of an undated figure shows of its time.

    Attributes:
        tense: The tense of its verb.
        heading: Whether it stands in a headline.
        events: The kinds of the events that it names.
        around: The kinds of event that the paragraph has told of, where the clause names none.
        toll: Whether its figure can add up over an event.
        lasting: Days that it names as those of the event: "across the four days".
        moment: Whether it tells what is so at the time of writing and need not stay so.
        stood: Whether it tells so of the day that the text is told as of: "40 were in hospital".
        now: The word by which it says so itself ("now", "so far"), or "".
        market: Whether it tells how a market moved.
        harvest: Whether it measures a harvest, which is told by the year it is brought in.
        timed: Whether it names a time of its own, be it one that could not be resolved.
        told: The day up to which the text had told its event so far, or None.
        told_on: The day on which somebody told a loss, or None.
        gone: Whether it tells what is lost: "30 olive trees are gone".
        block: Where its paragraph begins.
        sentence: The whole sentence as printed.
        item: Whether it is an item of a list, which needs no verb.
        coming: Whether it speaks of the next one: "the next crop".
        words: The words that the tense was read from.
        counted: The kinds of one-day event that its figure is counted at: "a turnout of 48 %".
        near: The kinds of one-day event that its sentence counts something at.
        pointed: Whether its subject points at what was said before: "that is 52 %".
        further: Whether it adds to the figure before: "another 40 were spoilt".
        judged: Whether it says what a court decided: "was convicted of five counts".
        old: Whether its figure is the old one of a change: "from 40".
        verb: Where its verb stands in the source, or -1.
        expected: Whether it tells what had been expected: "analysts had forecast 40".
        grown: Whether its sentence tells what somebody grew.
        habitual: Whether it tells what is so as a rule: "in a normal year".
        since: The kinds of the events since which it tells something: "has checked 40 lifts since the crash".
        clock: Whether it names a time of day: "at noon 80 were missing".
        earned: Whether it tells what somebody or something brought in, and how that changed.
        disaster: What it would tell of a disaster: whom that hit, what went on, or "".
        days: First and last days of the times that its sentence names.
        replaced: Whether another is to take the place of its figure: "will rise *from 40*", "instead of 40".
    """

    tense: Tense
    heading: bool
    events: frozenset[str]
    around: frozenset[str]
    toll: bool
    lasting: int | None
    moment: bool
    stood: bool
    now: str
    market: bool
    harvest: bool
    timed: bool
    told: Period | None
    told_on: Period | None
    gone: bool
    block: int
    sentence: str
    item: bool
    coming: bool
    words: str
    counted: frozenset[str]
    near: frozenset[str]
    pointed: bool
    further: bool
    judged: bool
    old: bool
    verb: int
    expected: bool
    grown: bool
    habitual: bool
    since: frozenset[str]
    clock: bool
    earned: bool
    disaster: Role = ""
    days: frozenset[tuple[str | None, str | None]] = frozenset()
    replaced: bool = False


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(load("when")["implied"][key])


def shows_tally(header: str) -> bool:
    """Tell whether a column of a table shows a tally: "Confirmed cases"."""
    return not _listed("tallies").isdisjoint(header.lower().split())


def clause_of(told: Told, as_of: Period | None, around: frozenset[str]) -> Clause:
    """Note what the clause of an undated figure shows of its time.

    Args:
        told: The figure with its sentence.
        as_of: The day as of which the text tells its event, or None.
        around: The kinds of event that its paragraph has told of.
    """
    reading, sentence, unit = told.reading, told.sentence, told.unit
    verb, when = told.frame.predicate, told.tense
    words = _clause_words(reading, verb)
    lemmas = {word.lemma_.lower() for word in words}
    in_sentence = sentence.span.doc.lemmas
    reaped = names(told.measure, "reaped") and not in_sentence.isdisjoint(_listed("harvesting"))
    harvest = reaped or names(told.measure, "harvests") or not lemmas.isdisjoint(_listed("harvesting"))
    lasting = reading.quantity.kind == "duration"
    gone = verb is not None and _is_gone(verb)
    standing = verb is not None and verb.lemma_ in _listed("standing")
    state, so_far = state_in_label(told)
    old, compared = told.is_old and not is_of_other_side(told), _up_to_comparison(told)
    return Clause(
        tense=when,
        heading=told.in_heading,
        events=kinds_of_events(sentence.span if lasting else words),
        around=around,
        toll=is_toll(reading) and (not standing or gone),
        lasting=_lasting(words),
        moment=bool(state) or _of_the_moment(verb, when, reading, unit),
        stood=when == "past" and verb is not None and reading.quantity.kind == "count" and _is_placed(verb),
        now=state
        if so_far
        else (_said_now(verb) if verb is not None and when in ("present", "perfect") else ""),
        market=when == "past"
        and (not lemmas.isdisjoint(_listed("market")) or is_of_shares(verb, told.measure)),
        harvest=is_yield(unit) or (harvest and not is_price(unit) and reading.quantity.kind != "money"),
        timed=told.is_timed,
        told=as_of,
        told_on=told_on(sentence, told.times, verb)
        if verb is not None and verb.lemma_ in _listed("harm")
        else None,
        gone=gone,
        block=sentence.block.start,
        sentence=sentence.printed,
        item=told.in_list,
        coming=not in_sentence.isdisjoint(_listed("coming")),
        words=state or (verb.text if verb is not None else ""),
        counted=frozenset()
        if old
        else kinds_counted(words, when, verb, compared, whole=in_sentence, share=told.kind == "share")
        | (kinds_lasting(verb, when, lapse=_is_lapse(told)) if lasting else frozenset()),
        near=frozenset() if old else kinds_counted(sentence.span, when, verb, compared, whole=in_sentence),
        pointed=not old and verb is not None and _points_back(verb),
        further=any(word.lower_ == "another" for word in (reading.anchor, *reading.anchor.children)),
        judged=is_judgment(verb, when, term=lasting and unit in ("year", "month", "h")),
        old=old,
        verb=sentence.start + verb.idx if verb is not None else -1,
        expected=told.is_foreseen and _was_expected(told),
        grown="grow" in in_sentence,
        habitual=not in_sentence.isdisjoint(_listed("habitual"))
        and any(_is_habitual(word) for word in sentence.span),
        since=_since(verb) if verb is not None and when == "perfect" else frozenset(),
        clock=any(time.kind == "clock" for time in told.times) and _is_direct(reading.anchor, verb),
        earned=verb is not None and verb.lemma_ in _listed("earning"),
        disaster=role_of(told, lemmas, when),
        days=frozenset((time.first, time.last) for time in told.times if time.kind in ("date", "span")),
        replaced=verb is not None and is_to_be_replaced(reading.anchor, verb),
    )


def _up_to_comparison(told: Told) -> frozenset[str]:
    """Return the lemmas of a sentence up to what its figure is compared with: "… 58 %, up 4 points on"."""
    span, end = told.sentence.span, told.place[1]
    if not sets_apart(span.doc.lemmas):
        return span.doc.lemmas
    cues = {"than", "on", "from", "against", "compared"}
    cut = next(
        (word.idx for word in span if word.idx >= end and word.lower_ in cues), len(told.sentence.text)
    )
    if cut >= len(told.sentence.text):
        return span.doc.lemmas
    return frozenset(word.lemma_.lower() for word in span if word.idx < cut)


def is_of_other_side(told: Told) -> bool:
    """Tell whether a figure is that of an opponent and no older one: "52 %, against 48 % for the Greens".

    Args:
        told: A figure behind a word of comparison.
    """
    anchor, quantity = told.reading.anchor, told.reading.quantity
    behind = [word for word in told.sentence.span if word.idx >= quantity.end][:1]
    ahead = [word for word in told.sentence.span if word.idx < quantity.number_start][-4:]
    against = any(word.lower_ == "against" for word in ahead)
    return against and any(word.lower_ == "for" for word in (*anchor.rights, *behind))


def _points_back(verb: "Token") -> bool:
    """Tell whether the subject of a clause takes up what was said before."""
    return any(child.dep_ in SUBJECTS and child.lower_ in _listed("pointing") for child in verb.children)


def _clause_words(reading: Reading, verb: "Token | None") -> list["Token"]:
    """Return the words of a figure's clause without the clauses below it."""
    top = verb if verb is not None else _topmost(reading.anchor)
    words, left = [], [top]
    while left:
        word = left.pop()
        words.append(word)
        left += [child for child in word.children if not (child.dep_ in _BELOW and is_verb(child))]
    return words


def _topmost(noun: "Token") -> "Token":
    """Return the noun that a phrase without a verb is about."""
    while noun.head.i != noun.i and noun.head.pos_ in ("NOUN", "PROPN", "NUM"):
        noun = noun.head
    return noun


def _is_gone(verb: "Token") -> bool:
    """Tell whether a clause tells of a loss as a state: "30 trees are gone"."""
    return any(word.lower_ in _listed("gone") for word in (verb, *verb.children))


def _is_lapse(told: Told) -> bool:
    """Tell whether minutes or hours went by before what a clause tells: "ten minutes later it was gone"."""
    return told.unit in ("s", "min", "h") and told.measure.startswith("time until ")


def _lasting(words: Sequence["Token"]) -> int | None:
    """Return the days of "across the four days", or None."""
    for word in words:
        if word.lower_ != "days" or word.dep_ != "pobj":
            continue
        if not any(child.lower_ in ("the", "those", "these") for child in word.children):
            continue
        number = next((child.lower_ for child in word.children if child.dep_ == "nummod"), "")
        count = int(number) if number.isdecimal() else load("periods")["numbers"].get(number)
        return int(count) if count else None
    return None


def _was_expected(told: Told) -> bool:
    """Tell whether a forecast is told as one made before: "had expected 40", "the 40 that it forecast"."""
    below = [child for child in told.reading.anchor.children if child.dep_ == "relcl"]
    verbs = [told.frame.predicate, *below]
    return any(verb is not None and is_made_before(verb) for verb in verbs)


def is_yield(unit: str) -> bool:
    """Tell whether a unit is a mass per area, as only harvests have it."""
    return unit in ("t/ha", "kg/ha")


def _said_now(verb: "Token") -> str:
    """Return the word by which a clause says that it tells how things stand: "now", "so far", or ""."""
    for child in verb.children:
        if child.lower_ == "far" and child.i and child.nbor(-1).lower_ == "so":
            return "so far"
        if child.dep_ in ("advmod", "npadvmod") and child.lower_ in _listed("now"):
            return str(child.lower_)
        if child.lower_ == "at" and any(word.lower_ in ("moment", "present") for word in child.children):
            return " ".join(word.text for word in child.subtree)
    return ""


def _of_the_moment(verb: "Token | None", when: Tense, reading: Reading, unit: str) -> bool:
    """Tell whether a clause says how things stand while it is told: "four are parked", "sales are down"."""
    if verb is None or verb.lemma_.lower() in word_list("frames", "verbs", "speech"):
        return False
    if is_price(unit):
        return when == "present" and verb.lemma_ in _listed("priced")
    if when == "present" and reading.quantity.kind in _PLACES and _tells_a_place(verb):
        return True
    if when == "present" and _stands_at(verb, reading):
        return True
    if reading.quantity.kind not in ("count", "share", "quantity", "growth") or is_owned(reading):
        return False
    if when == "perfect":
        return reading.quantity.kind == "count" and _is_near(reading.anchor, verb)
    if when != "present":
        return False
    if verb.lemma_ in _listed("staying") or _has_in_place(verb):
        return True
    children = [
        *verb.children,
        *(word for item in verb.children if item.dep_ == "xcomp" for word in item.lefts),
    ]
    if any(child.lower_ in _listed("still") for child in children):
        return True
    if any(child.dep_ in ("aux", "auxpass") and child.lemma_ == "be" for child in children):
        return not any(child.dep_ == "agent" for child in children)
    return _is_placed(verb)


def _tells_a_place(verb: "Token") -> bool:
    """Tell whether a clause says which place somebody has: "they lie fifth with 38 points"."""
    placed = verb.lemma_ in _listed("placing")
    return placed and any(child.ent_type_ == "ORDINAL" for child in verb.children)


def _is_habitual(word: "Token") -> bool:
    """Tell whether a word says what is so as a rule: "in an average year"; not "average grades"."""
    if word.lemma_ not in _listed("habitual"):
        return False
    return word.pos_ == "ADV" or word.head.lemma_.lower() in listed("times")


def _is_direct(anchor: "Token", verb: "Token | None") -> bool:
    """Tell whether a figure is the subject or object of its clause: "80 were missing", not "a town of 80"."""
    return verb is not None and anchor.head == verb and anchor.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")


def _since(verb: "Token") -> frozenset[str]:
    """Return the kinds of the events that a clause, or the one that it goes on with, counts from."""
    starts = [*verb.children, *(verb.head.children if verb.dep_ == "conj" else ())]
    nouns = [word for child in starts if child.lower_ == "since" for word in child.children]
    days = kinds_named(word for word in nouns if names_event(word))
    return days | kinds_of_events(nouns)


def _stands_at(verb: "Token", reading: Reading) -> bool:
    """Tell whether a clause says at what a sum or tally stands: "the account stands at €2.6m"."""
    at = any(child.lower_ == "at" and child.is_ancestor(reading.anchor) for child in verb.children)
    if verb.lemma_ != "stand" or not at:
        return False
    counted = (child for child in verb.children if child.dep_ in SUBJECTS)
    return reading.quantity.kind != "count" or any(word.lemma_ in _listed("counts") for word in counted)


def _has_in_place(verb: "Token") -> bool:
    """Tell whether a clause says whom or what somebody has somewhere: "has 40 people on site"."""
    words = verb.doc[verb.i : verb.doc[-1].i] if verb.lemma_ == "have" else ()
    near = (word for word in words if verb in (word.head, word.head.head))
    return any(f"{word.lower_} {word.nbor(1).lower_}" in states() for word in near)


def _is_near(anchor: "Token", verb: "Token") -> bool:
    """Tell whether a figure is what a verb is about: "has won 11", "has won 11 of 21", "11 in 21 games"."""
    step = anchor.head
    if any(child.lower_ == "from" for child in verb.children):  # "has grown from 7 to 12" tells a change
        return step.lower_ == "to" and step.head == verb
    for _ in range(_CLOSE):
        if step.i == verb.i:
            return True
        if is_verb(step):
            return False
        step = step.head
    return False


def _is_placed(verb: "Token") -> bool:
    """Tell whether a clause says where or how things are: "40 are in hospital", "sales are up"."""
    if verb.lemma_ != "be":
        return False
    placed = ("prep", "advmod", "prt", "acomp")
    return any(
        child.i > verb.i
        and child.dep_ in placed
        and (child.pos_ == "ADP" or child.lower_ in _listed("directions"))
        for child in verb.children
    )


def is_of_shares(verb: "Token | None", measure: str) -> bool:
    """Tell whether a clause says how shares moved, which is told of the day: "its shares fell 3 %".

    Args:
        verb: The verb of the clause, if any.
        measure: What its figure measures.
    """
    if measure.endswith(_SHARE_PRICE):  # "Elm lost 4 %"
        return True
    if verb is not None and verb.dep_ == "xcomp" and verb.lemma_ in _listed("closing"):
        verb = verb.head  # "gained 2 % to end at 90p"
    if verb is None or verb.lemma_ not in _listed("moving") | _listed("closing") | {"be"}:
        return False
    if verb.lemma_ == "be" and not any(child.lower_ in _listed("courses") for child in verb.children):
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in _listed("traded") for child in verb.children)
