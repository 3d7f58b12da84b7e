"""What lets a period be carried into a clause that has none, and what forbids it."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading
from claims.framing.noun_phrases import SUBJECTS
from claims.language import Sentence
from claims.model import Period
from claims.periods import TimeExpression
from claims.timing.baselines import compared_place
from claims.timing.event_spans import stretch, verb_at
from claims.timing.records import bounds_record
from claims.timing.tenses import is_speech
from claims.timing.when import is_aside
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

SHORTEST_REPORT = 80
LONGEST_REPORT = 370
_MONTH = 31


def joined(source: str | None, note: str) -> str:
    """Put a note behind what a period was resolved from already."""
    return f"{source}; {note}" if source else note


def year_apart(earlier: date, later: date) -> bool:
    """Tell whether one day is the other a year before."""
    return (earlier.month, earlier.day, earlier.year + 1) == (later.month, later.day, later.year)


def year_before(period: Period) -> Period | None:
    """Return the same days a year earlier, or None where they are not known.

    Args:
        period: A period: that of "rose from 184 to 203", whose old figure is of the year before.
    """
    days = stretch(period)
    if days is None:
        return None
    try:
        first, last = (day.replace(year=day.year - 1) for day in days)
    except ValueError:  # 29 February
        return None
    return replace(period, start=first.isoformat(), end=last.isoformat())


def length(period: Period) -> int:
    """Return how many days a period has; 0 where it is open."""
    days = stretch(period)
    return (days[1] - days[0]).days + 1 if days else 0


@cache
def listed(key: str) -> frozenset[str]:
    """Return a word list about carrying."""
    return frozenset(load("when")["carry"][key])


def names(measure: str, key: str) -> bool:
    """Tell whether a word of a list stands in a measure; a "cash flow" is no stock."""
    words = measure.lower().split()
    if key == "stocks" and not {"flow", "flows"}.isdisjoint(words):
        return False
    return _has_one(words, listed(key))


def _has_one(words: Iterable[str], known: Set[str]) -> bool:
    """Tell whether one of some words is known, in the singular or the plural."""
    return any(word in known or word.removesuffix("s") in known for word in words)


def family_of(reading: Reading, frame: Frame, measure: str) -> str:
    """Return whether a figure tells what is made or what is traded, by the words nearest to it."""
    above = [word.lemma_ for word in (reading.anchor, *reading.anchor.ancestors) if word.pos_ == "NOUN"][:2]
    verb = frame.predicate
    objects = [child.lemma_ for child in verb.children if child.dep_ == "dobj"] if verb is not None else []
    verbs = [verb.lemma_] if verb is not None else []
    for words in (above, measure.split(), objects, verbs):
        told = [word.lower() for word in words]
        for family in ("made", "traded"):
            if _has_one(told, listed(family)):
                return family
    return ""


def is_toll(reading: Reading) -> bool:
    """Tell whether a figure can add up over an event."""
    return not is_owned(reading) and reading.quantity.kind in ("count", "quantity", "share")


def is_owned(reading: Reading) -> bool:
    """Tell whether a figure stands whatever happens: "its 40 gates", "its usual 12 tonnes"."""
    return any(child.dep_ == "poss" for child in reading.anchor.children)


def is_report(time: TimeExpression, days: tuple[date, date]) -> bool:
    """Tell whether a period is one that a report covers: a quarter, a half, a year of business or trade."""
    length = (days[1] - days[0]).days + 1
    closed = {"to", "ended", "ending"} & {*time.text.lower().split()}  # "in the year to 31 December"
    calendar_year = days[0].month == 1 and length >= 365 and not closed
    season = any(word in load("periods")["seasons"] for word in time.text.lower().split())
    return SHORTEST_REPORT <= length <= LONGEST_REPORT and not calendar_year and not season


def is_price(unit: str) -> bool:
    """Tell whether a unit is money per something; what is paid per share is a figure of the year."""
    return "/" in unit and unit[:3].isupper() and not unit.endswith("/share")


def speaks_of_time(frame: Frame) -> bool:
    """Tell whether a time is what the clause is about: "the season cost 5 million"."""
    found = [word for word in subjects(frame) if all(child.dep_ == "det" for child in word.children)]
    if frame.predicate is not None and frame.predicate.i > 1 and frame.predicate.nbor(-2).pos_ == "DET":
        found.append(frame.predicate.nbor(-1))
    return any(word.lemma_.lower() in listed("times") for word in found)


def subjects(frame: Frame) -> list["Token"]:
    """Return the grammatical subject of a clause and what its figure is said of."""
    children = frame.predicate.children if frame.predicate is not None else ()
    found = [child for child in children if child.dep_ in ("nsubj", "nsubjpass")]
    return found + ([frame.subject] if frame.subject is not None else [])


def has_time(
    reading: Reading,
    frame: Frame,
    times: Sequence[TimeExpression],
    sentence: Sentence,
    *,
    records: bool = True,
) -> bool:
    """Tell whether the clause names a time that it is not only compared with, or said at.

    Args:
        reading: The figure.
        frame: What it is about.
        times: The times of its sentence.
        sentence: The sentence.
        records: Whether a time counts that only bounds a record ("the highest since 1994").
    """
    for time in times:
        if time.kind not in ("date", "span") or compared_place(time, sentence.span) is not None:
            continue
        if time.text.lower() in load("periods")["seasons"]:
            continue  # "soft red winter", "spring onions": a bare season is no time of its own
        if _is_bracketed(sentence.text, time.start, reading.quantity.start):
            continue  # "Letters sorted: 730,000 (2023: 710,000)"
        verb = verb_at(sentence.span, time)
        if not records and time.relation == "since" and bounds_record(time, sentence.span):
            continue
        if _hangs_on_forecast(sentence, time) or _is_of_aside(sentence, time, reading):
            continue
        if verb is not None and frame.predicate is not None and verb.i == frame.predicate.i:
            if not is_speech(verb):
                return True
        elif verb is not None and verb in reading.anchor.ancestors and not is_speech(verb):
            return frame.predicate is None
    return False


def _is_bracketed(text: str, time: int, figure: int) -> bool:
    """Tell whether a time stands in a bracket that opens behind a figure."""
    opening = text.rfind("(", figure, time)
    return opening >= 0 and ")" not in text[opening:time]


def _hangs_on_forecast(sentence: Sentence, time: TimeExpression) -> bool:
    """Tell whether a time says when something was forecast: "the Council's forecast last summer"."""
    root = sentence.span.doc.root_of(time.start, time.end)
    return root is not None and root.head.lemma_ in load("when")["speech"]["nouns"]


def _is_of_aside(sentence: Sentence, time: TimeExpression, reading: Reading) -> bool:
    """Tell whether a time belongs to a word beside: "six halls, empty for the summer"."""
    root = sentence.span.doc.root_of(time.start, time.end)
    placed = root is not None and "ADP" in (root.pos_, root.head.pos_)
    return root is not None and placed and is_aside(reading.anchor, root)


def since_day(sentence: Sentence, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the day of what a tally began with: "since the first case on 4 May", or None."""
    for time in times:
        if not time.first or time.first != time.last:
            continue
        if is_since(time, sentence):
            return time
    return None


def is_since(time: TimeExpression, sentence: Sentence) -> bool:
    """Tell whether a time dates what something is counted from: "since the first case on 4 May"."""
    root = sentence.span.doc.root_of(time.start, time.end)
    for step in root.ancestors if root is not None else ():
        if step.lower_ == "since" and step.pos_ in ("ADP", "SCONJ"):
            return True
        if any(child.lower_ == "since" and child.dep_ == "mark" for child in step.lefts):
            first = (word for child in step.lefts if child.dep_ in SUBJECTS for word in child.lefts)
            return any(
                word.lower_ == "first" for word in first
            )  # "since the first patient fell ill on 4 May"
    return False


def told_on(sentence: Sentence, times: Sequence[TimeExpression], verb: "Token | None") -> Period | None:
    """Return the day on which a clause was told: "the flood killed 28, the office said on Thursday"."""
    for time in times:
        above = verb_at(sentence.span, time)
        if above is None or verb is None or not is_speech(above) or not time.first or time.first != time.last:
            continue
        if above in verb.ancestors or verb.i == above.i or above in verb.children:
            return Period(time.first, time.last, time.text, time.resolved_from)
    return None


def is_told(time: TimeExpression, sentence: Sentence) -> bool:
    """Tell whether a time says when something was said."""
    verb = verb_at(sentence.span, time)
    return verb is not None and is_speech(verb)


def is_when_given(time: TimeExpression, reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a time only says when a figure was given out: "the 4 % published in July".

    What was counted in a week is reported in it, too ("the 12 cases reported last week"), and what was given
    out a year ago mostly is of that year.

    Args:
        time: The time.
        reading: The number.
        sentence: Its sentence.
    """
    verb = verb_at(sentence.span, time)
    if verb is None or verb.tag_ != "VBN" or verb.dep_ != "acl" or reading.quantity.counted:
        return False
    root = sentence.span.doc.root_of(time.start, time.end)
    linked = root is not None and "for" not in (root.head.lower_, root.lower_)
    near = 0 < length(Period(time.first, time.last, time.text)) <= _MONTH
    given = verb.lemma_ in load("when")["speech"]["giving"] and verb.head.i in reading.inside
    return given and linked and near


def governs(time: TimeExpression, sentence: Sentence) -> bool:
    """Tell whether a time belongs to the main clause and not to an aside, so that it can go on governing."""
    before = sentence.text[: time.start]
    verb = verb_at(sentence.span, time)
    main = verb is None or verb.dep_ in ("ROOT", "conj", "ccomp", "parataxis")
    return main and before.count("(") <= before.count(")")
