"""For when an undated figure holds, by what the whole text implies: its event, its tense, its crop year.

Read after the last sentence, because a text may say at its end how long its event lasted. What is implied is
never passed off as stated: every claim says what its period was taken from.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading
from claims.framing.noun_phrases import is_verb
from claims.framing.topic import event_kinds
from claims.language import Sentence
from claims.model import Claim, Period
from claims.timing import OF_THE_MOMENT
from claims.timing.carrying import SHORTEST_REPORT, is_owned, is_price, is_toll, joined, names
from claims.timing.event_spans import is_event, stretch
from claims.timing.when import Tense, tense
from claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

_SLACK = 1
_LONGEST = 370
# A report comes out within half a year of the period that it is on, and gives more than one figure for it.
_FRESH = 180
_FIGURES = 2
_BUSINESS = ("money", "growth", "share")


@dataclass(frozen=True, slots=True)
class Clause:
    """What the clause of an undated figure shows of its time.

    Attributes:
        tense: The tense of its verb.
        heading: Whether it stands in a headline.
        events: The kinds of the events that it names.
        toll: Whether its figure can add up over an event.
        lasting: Days that it names as those of the event: "across the four days".
        moment: Whether it tells what is so at the time of writing and need not stay so.
        market: Whether it tells how a market moved.
        harvest: Whether it measures a harvest, which is told by the year it is brought in.
        timed: Whether it names a time of its own, be it one that could not be resolved.
        told: The day up to which the text had told its event so far, or None.
        gone: Whether it tells what is lost: "30 olive trees are gone".
        words: The words that the tense was read from.
    """

    tense: Tense
    heading: bool
    events: frozenset[str]
    toll: bool
    lasting: int | None
    moment: bool
    market: bool
    harvest: bool
    timed: bool
    told: Period | None
    gone: bool
    words: str


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event whose days the text gives: its kind ("" where only a pronoun names it) and its days."""

    kind: str
    days: Period


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(load("when")["implied"][key])


def kinds_of_events(words: Iterable["Token"]) -> frozenset[str]:
    """Return the kinds of the events that words name ("fire" for a blaze)."""
    return frozenset(event_kinds()[word.lemma_.lower()] for word in words if is_event(word))


def clause_of(
    reading: Reading,
    frame: Frame,
    sentence: Sentence,
    *,
    measure: str,
    unit: str,
    timed: bool,
    told: Period | None,
) -> Clause:
    """Note what the clause of an undated figure shows of its time.

    Args:
        reading: The figure in its parse.
        frame: What it is about.
        sentence: The sentence.
        measure: What is measured, completed from the context.
        unit: The unit of its value.
        timed: Whether the clause names a time of its own.
        told: The day as of which the text tells its event, or None.
    """
    verb = frame.predicate
    when = tense(verb)
    words = _clause_words(reading, verb)
    lemmas = {word.lemma_.lower() for word in words}
    harvest = names(measure, "harvests") or not lemmas.isdisjoint(_listed("harvesting"))
    standing = verb is not None and verb.lemma_ in _listed("standing")
    return Clause(
        tense=when,
        heading=sentence.block.kind == "heading",
        events=kinds_of_events(words),
        toll=is_toll(reading) and not standing,
        lasting=_lasting(words),
        moment=_of_the_moment(verb, when, reading, unit),
        market=not lemmas.isdisjoint(_listed("market")) and when == "past",
        harvest=_is_yield(unit) or (harvest and not is_price(unit) and reading.quantity.kind != "money"),
        timed=timed,
        told=told,
        gone=verb is not None and _is_gone(verb),
        words=verb.text if verb is not None else "",
    )


def _clause_words(reading: Reading, verb: "Token | None") -> list["Token"]:
    """Return the words of a figure's clause without the clauses below it."""
    top = verb if verb is not None else reading.anchor
    words, left = [], [top]
    while left:
        word = left.pop()
        words.append(word)
        left += [child for child in word.children if not (is_verb(child) and child.dep_ in _BELOW)]
    return words


_BELOW = ("ccomp", "advcl", "conj", "parataxis", "relcl")


def _is_gone(verb: "Token") -> bool:
    """Tell whether a clause tells of a loss as a state: "30 trees are gone"."""
    return any(word.lower_ in _listed("gone") for word in (verb, *verb.children))


def _lasting(words: Sequence["Token"]) -> int | None:
    """Return the days of "across the four days", or None."""
    for word in words:
        definite = any(child.lower_ in ("the", "those", "these") for child in word.children)
        if word.lower_ != "days" or not definite or word.dep_ != "pobj":
            continue
        number = next((child.lower_ for child in word.children if child.dep_ == "nummod"), "")
        count = int(number) if number.isdecimal() else load("periods")["numbers"].get(number)
        return int(count) if count else None
    return None


def _is_yield(unit: str) -> bool:
    """Tell whether a unit is a mass per area, as only harvests have it."""
    return unit in ("t/ha", "kg/ha")


def _of_the_moment(verb: "Token | None", when: Tense, reading: Reading, unit: str) -> bool:
    """Tell whether a clause says how things stand while it is told: "four are parked", "sales are down"."""
    if verb is None or verb.lemma_.lower() in load("frames")["verbs"]["speech"]:
        return False
    if is_price(unit):
        return when == "present" and verb.lemma_ in _listed("priced")
    if reading.quantity.kind not in ("count", "share", "quantity", "growth") or is_owned(reading):
        return False
    if when == "perfect":
        return reading.quantity.kind in ("count", "share")
    if when != "present":
        return False
    children = list(verb.children)
    if any(child.lower_ in _listed("now") for child in children) or verb.lemma_ in _listed("staying"):
        return True
    if any(child.dep_ in ("aux", "auxpass") and child.lemma_ == "be" for child in children):
        return not any(child.dep_ == "agent" for child in children)
    if verb.lemma_ != "be":
        return False
    placed = ("prep", "advmod", "prt", "acomp")
    return any(
        child.i > verb.i
        and child.dep_ in placed
        and (child.pos_ == "ADP" or child.lower_ in _listed("directions"))
        for child in children
    )


class Implied:
    """Collects the undated figures of a source, and dates them when all of it is read.

    Args:
        published: The day of publication, or None.
    """

    def __init__(self, published: date | None) -> None:
        self._published = published
        self._clauses: dict[int, Clause] = {}
        self._events: list[DatedEvent] = []
        self._harvest: list[tuple[int, Period]] = []
        self._leads: list[str] = []

    def lead(self, kinds: frozenset[str]) -> None:
        """Note the events that the title and the first sentences name."""
        self._leads += sorted(kinds)

    def event(self, found: DatedEvent) -> None:
        """Note an event whose days the text gives."""
        self._events.append(found)

    def undated(self, start: int, clause: Clause) -> None:
        """Note an undated figure by where it stands in the source."""
        self._clauses[start] = clause

    def dated(self, start: int, period: Period, *, harvest: bool) -> None:
        """Note when a harvest was, for the later figures of it."""
        days = stretch(period)
        if harvest and days and days[0].year == days[1].year:
            self._harvest.append((start, crop_year(period, days[0].year)))

    def settled(self, claims: list[Claim]) -> list[Claim]:
        """Give every undated figure the period that the text implies, if it implies one.

        Args:
            claims: All claims of the source.
        """
        report = self._report_of(claims)
        return [self._settle(claim, report) for claim in claims]

    def _settle(self, claim: Claim, report: "Report | None") -> Claim:
        if claim.value is None or claim.value.start is None:
            return claim
        clause = self._clauses.get(claim.value.start)
        if clause is None or (claim.period is not None and claim.period.start):
            return claim
        found = self._implied(claim, clause) or _of_report(claim, clause, report)
        if found is None:
            return claim
        period, note = found
        dated = replace(period, resolved_from=joined(period.resolved_from, note))
        return replace(claim, period=dated, inferred={**claim.inferred, "period": note})

    def _implied(self, claim: Claim, clause: Clause) -> tuple[Period, str] | None:
        if claim.modality in ("projection", "plan"):
            return None
        event = self._event_of(claim, clause)
        if event is not None:
            return event, f"taken from the days of the event, “{event.text}”"
        if self._published is not None and clause.market:
            return self._today(clause)
        if clause.timed:
            return None
        if clause.harvest and not clause.heading:
            return self._crop_year(clause, claim.value.start or 0 if claim.value else 0)
        if clause.told is not None and (clause.moment or (clause.toll and clause.tense == "past")):
            return clause.told, f"{OF_THE_MOMENT}, “{clause.told.text}”"
        return self._today(clause) if clause.moment else None

    def _today(self, clause: Clause) -> tuple[Period, str] | None:
        if self._published is None:
            return None
        day = self._published.isoformat()
        return Period(day, day, clause.words), f"{OF_THE_MOMENT}, {day}"

    # --- reports ---------------------------------------------------------------------------------------

    def _report_of(self, claims: list[Claim]) -> "Report | None":
        """Return the latest period of business that a fresh report gives most figures for."""
        counted: Counter[tuple[str, Period]] = Counter()
        for claim in claims:
            days = stretch(claim.period) if claim.period else None
            if days is None or claim.kind not in _BUSINESS or claim.period is None or self._published is None:
                continue
            length = (days[1] - days[0]).days + 1
            fresh = 0 <= (self._published - days[1]).days <= _FRESH
            if fresh and SHORTEST_REPORT <= length <= _LONGEST and claim.modality == "actual":
                plain = Period(claim.period.start, claim.period.end, "")
                counted[claim.subject, plain] += 1
        if not counted:
            return None
        (subject, plain), figures = max(counted.items(), key=lambda item: (item[1], item[0][1].end or ""))
        if figures < _FIGURES:
            return None
        words = next(c.period for c in claims if c.period and _same_days(c.period, plain))
        return Report(subject, words)

    # --- events ----------------------------------------------------------------------------------------

    def _event_of(self, claim: Claim, clause: Clause) -> Period | None:
        if claim.kind == "duration":
            return self._of_that_length(claim, clause)
        if claim.kind not in ("count", "quantity", "share", "growth") or not clause.toll:
            return None
        found = clause.tense == "past" or clause.gone or (clause.heading and clause.tense == "none")
        if not found or (clause.timed and not clause.lasting):
            return None
        if clause.lasting is not None:
            return next((e.days for e in self._events if _length(e.days) == clause.lasting), None)
        for event in self._events:
            kind = event.kind or (self._leads[0] if self._leads else "")
            named = kind in clause.events if clause.events else kind in self._leads
            if named:
                return event.days
        return None

    def _of_that_length(self, claim: Claim, clause: Clause) -> Period | None:
        """Return the event's days for "beaten after nine days" and "nine days after a fire broke out"."""
        value = claim.value
        if value is None or value.unit != "day" or not isinstance(value.low, int | float) or clause.timed:
            return None
        for event in self._events:
            kind = event.kind or (self._leads[0] if self._leads else "")
            if kind in clause.events and abs(_length(event.days) - value.low) <= _SLACK:
                return event.days
        return None

    # --- harvests --------------------------------------------------------------------------------------

    def _crop_year(self, clause: Clause, start: int) -> tuple[Period, str] | None:
        """Return the calendar year of a harvest, as agricultural statistics count it.

        Source: FAO assigns a crop to the calendar year in which the bulk of it is harvested.
        """
        before = [period for place, period in self._harvest if place < start]
        if clause.tense == "past" and before:
            return before[-1], f"carried from “{before[-1].text}”, by the year of the harvest"
        if self._published is not None and clause.tense in ("present", "perfect", "none"):
            year = self._published.year
            return crop_year(
                Period(None, None, clause.words), year
            ), f"the harvest of the year it is told in, {year}"
        return None


@dataclass(frozen=True, slots=True)
class Report:
    """Whose figures a report gives, and for what period."""

    subject: str
    period: Period


def _same_days(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _of_report(claim: Claim, clause: Clause, report: Report | None) -> tuple[Period, str] | None:
    """Date a figure that goes on with what a report tells, wherever in the text it stands."""
    if report is None or claim.subject != report.subject or claim.kind not in _BUSINESS:
        return None
    if clause.timed or clause.events or claim.modality not in ("actual", "estimate", "reported"):
        return None
    end = report.period.end
    if names(claim.measure, "stocks"):
        told = clause.tense in ("present", "past", "none")
        return (replace(report.period, start=end), f"the end of “{report.period.text}”") if told else None
    told = clause.tense == "past" or (clause.heading and clause.tense in ("past", "none"))
    return (report.period, f"the period reported, “{report.period.text}”") if told else None


def crop_year(period: Period, year: int) -> Period:
    """Return the calendar year by which a harvest is counted."""
    return replace(period, start=f"{year}-01-01", end=f"{year}-12-31")


def of_a_season(period: Period) -> bool:
    """Tell whether a period is a season of one calendar year: "this spring"."""
    words = period.text.lower().split()
    days = stretch(period)
    named = any(word in load("periods")["seasons"] for word in words)
    return named and days is not None and days[0].year == days[1].year


def _length(period: Period) -> int:
    days = stretch(period)
    return (days[1] - days[0]).days + 1 if days else 0
