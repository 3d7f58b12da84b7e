"""For when a figure holds whose own clause does not say it: what the text said before governs.

A report names its period once ("for the six months to September") and goes on in the past tense; a tally
is told as of one evening; an event's toll belongs to the days it lasted. Nothing is carried into a clause
with a time of its own, into another tense or into a forecast, and every claim says what it was carried from.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claims.framing.frame import Frame, Reading
from claims.language import Sentence
from claims.model import Claim, Modality, Period
from claims.periods import TimeExpression
from claims.timing.baselines import compared_place, follows_cue
from claims.timing.carrying import (
    SHORTEST_REPORT,
    family_of,
    governs,
    has_time,
    is_owned,
    is_price,
    is_report,
    is_told,
    is_toll,
    joined,
    length,
    listed,
    names,
    speaks_of_time,
    subjects,
    year_apart,
)
from claims.timing.clauses import Clause, clause_of, kinds_of_events
from claims.timing.event_spans import about_event, is_event, span_of_event, stretch
from claims.timing.headlines import headline
from claims.timing.implied import DatedEvent, Implied, crop_year, of_a_season
from claims.timing.one_day import event_days, kinds_named
from claims.timing.when import is_pluperfect, period_of, tense

_LEAD = 5
_SHORTEST_CARRIED = 28
_TO_DATE = 31
_MONTH = range(28, 32)
_KINDS = ("money", "share", "growth", "quantity", "count", "rank")
_OLD_AGE = ("year", "month")


@dataclass(frozen=True, slots=True)
class Dated:
    """A period and, where it was not in the clause itself, what it was taken from."""

    period: Period | None
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class _Held:
    """A period that may govern later figures.

    Attributes:
        period: The period.
        block: Where the paragraph of its sentence begins.
        family: Whether it dates what is made or what is traded; "" for anything else.
        article: Whether it governs the whole article and not only its paragraph.
        unit: The unit of the figure that it dates.
    """

    period: Period
    block: int
    family: str
    article: bool
    unit: str


@dataclass(slots=True)
class PeriodContext:
    """What a source has said so far about when things hold.

    Attributes:
        published: The day of publication, or None.
    """

    published: date | None
    _seen: int = 0
    _held: list[_Held] = field(default_factory=list)
    _planned: list[_Held] = field(default_factory=list)
    _compared: Period | None = None
    _as_of: _Held | None = None
    _event: _Held | None = None
    _paragraphs: list[int] = field(default_factory=list)
    _detour: bool = False
    _carried_in: int = -1
    _headlines: list[tuple[int, int]] = field(default_factory=list)
    _implied: Implied = field(init=False)

    def __post_init__(self) -> None:
        """Start with nothing said."""
        self._implied = Implied(self.published)

    def enter(self, sentence: Sentence, times: Sequence[TimeExpression]) -> None:
        """Take note of a sentence before its figures are read.

        Args:
            sentence: The sentence.
            times: Its times, with offsets relative to it.
        """
        if self._seen < _LEAD:
            self._implied.lead(kinds_of_events(sentence.span), kinds_named(sentence.span))
        if sentence.block.kind == "heading":
            self._headlines.append((sentence.block.start, sentence.block.end))
            self._detour = False
            return
        if not self._paragraphs or self._paragraphs[-1] != sentence.block.start:
            self._paragraphs.append(sentence.block.start)
            self._detour = False
        self._seen += 1
        days = event_days(sentence, times, self.published, lead=self._seen <= _LEAD)
        self._implied.event_days(days)
        event = span_of_event(sentence.span, times)
        if event is not None:
            lead = any(is_event(token) for token in sentence.span) and self._seen <= _LEAD
            self._event = _Held(event, sentence.block.start, "", lead, "")
            kinds = sorted(kinds_of_events(sentence.span))
            self._implied.event(DatedEvent(kinds[0] if kinds else "", event))

    def period(
        self,
        reading: Reading,
        frame: Frame,
        times: list[TimeExpression],
        sentence: Sentence,
        *,
        measure: str,
        unit: str,
        status: Modality,
    ) -> Dated:
        """Return when a figure holds, from its own clause or from what governs it.

        Args:
            reading: The figure in its parse.
            frame: What it is about.
            times: The times of its sentence, with offsets relative to it.
            sentence: The sentence.
            measure: What is measured, completed from the context.
            unit: The unit of its value.
            status: Whether it is told as a fact, a forecast or a plan.
        """
        dated = self._said(reading, frame, times, sentence, measure=measure, unit=unit, status=status)
        clause = self._clause(reading, frame, times, sentence, measure=measure, unit=unit)
        start = sentence.start + reading.quantity.start
        if dated.period is None or dated.period.start is None:
            self._implied.undated(start, clause)
            return dated
        old = follows_cue(reading.quantity.number_start, sentence.span)
        self._implied.dated(start, dated.period, clause, old=old)
        if clause.harvest and of_a_season(dated.period):
            note = f"“{dated.period.text}” counted by the year of the harvest"
            return Dated(crop_year(dated.period, int(dated.period.start[:4])), note)
        sum_owed = reading.quantity.kind == "money" and names(measure, "stocks")
        if old and sum_owed and length(dated.period) in _MONTH:
            note = f"the last day of “{dated.period.text}”, as a stock is counted"
            last = replace(dated.period, start=dated.period.end)
            return Dated(replace(last, resolved_from=joined(last.resolved_from, note)), note)
        return dated

    def _clause(
        self,
        reading: Reading,
        frame: Frame,
        times: list[TimeExpression],
        sentence: Sentence,
        *,
        measure: str,
        unit: str,
    ) -> Clause:
        timed = has_time(reading, frame, times, sentence) or speaks_of_time(frame)
        told = self._as_of.period if self._as_of else None
        return clause_of(reading, frame, sentence, measure=measure, unit=unit, timed=timed, told=told)

    def _said(
        self,
        reading: Reading,
        frame: Frame,
        times: list[TimeExpression],
        sentence: Sentence,
        *,
        measure: str,
        unit: str,
        status: Modality,
    ) -> Dated:
        place = (reading.quantity.number_start, reading.quantity.number_end)
        own = period_of(reading.anchor, frame.predicate, times, sentence.span, place)
        family = family_of(reading, frame, measure)
        if own is not None and (own.first or own.last):
            return Dated(self._keep(own, reading, frame, sentence, family, unit, status))
        if own is not None:
            return self._same_length(own, sentence)
        if reading.quantity.kind not in _KINDS or unit in _OLD_AGE:
            return Dated(None)
        if has_time(reading, frame, times, sentence):
            return Dated(None)
        if status not in ("actual", "estimate", "reported"):
            return self._foreseen(reading, sentence, family, unit)
        if follows_cue(place[0], sentence.span):
            return self._before(sentence, family)
        return self._carried(reading, frame, times, sentence, family, unit, measure)

    # --- what a clause says itself ---------------------------------------------------------------------

    def _keep(
        self,
        own: TimeExpression,
        reading: Reading,
        frame: Frame,
        sentence: Sentence,
        family: str,
        unit: str,
        status: Modality,
    ) -> Period:
        period = self._closed(own, reading, frame, status)
        when = tense(frame.predicate)
        days = stretch(own)
        if days is None or sentence.block.kind == "heading":
            return period
        if status not in ("actual", "estimate", "reported"):
            if self._seen <= _LEAD and is_report(own, days):
                self._planned.append(_Held(period, sentence.block.start, family, True, unit))
            return period
        if compared_place(own, sentence.span) is not None:
            self._compared = period
            return period
        if days[0] == days[1] and when == "perfect" and is_told(own, sentence):
            self._as_of = _Held(period, sentence.block.start, family, True, unit)
        elif when == "past" and own.relation in (None, "in", "from_to") and governs(own, sentence):
            article = self._seen <= _LEAD and is_report(own, days)
            self._held.append(_Held(period, sentence.block.start, family, article, unit))
            self._detour = False
        return period

    def _closed(self, own: TimeExpression, reading: Reading, frame: Frame, status: Modality) -> Period:
        """Return the days of a time; "since Monday" and "this week" reach up to when they were told."""
        first, last = (day if day and len(day) == 10 else None for day in (own.first, own.last))
        period = Period(first, last, own.text, own.resolved_from)
        told = self._as_of.period.end if self._as_of else None
        told = told or (self.published.isoformat() if self.published else None)
        if told is None or first is None or first > told or status != "actual":
            return period
        if own.relation == "since" and last is None and reading.quantity.kind != "rank":
            if tense(frame.predicate) in ("perfect", "present"):
                return replace(period, end=told, resolved_from=joined(period.resolved_from, f"told {told}"))
            return period
        days = stretch(own)
        running = (
            own.text.lower().removeprefix("in ").startswith("this ") and tense(frame.predicate) == "past"
        )
        if days and running and last and last > told and (days[1] - days[0]).days < _TO_DATE:
            return replace(period, end=told)
        return period

    def _same_length(self, own: TimeExpression, sentence: Sentence) -> Dated:
        """Read "over the half-year" as the half-year that the paragraph named before."""
        unresolved = Dated(Period(None, None, own.text, own.resolved_from))
        words = own.text.lower().replace("-", " ").split()
        lengths = {"half": (181, 184), "quarter": (89, 92), "season": (360, 366)}
        wanted = next((lengths[word] for word in words if word in lengths), None)
        held = self._reachable(sentence, "")
        if wanted is None or held is None:
            return unresolved
        days = stretch(held.period)
        if days is None or not wanted[0] <= (days[1] - days[0]).days + 1 <= wanted[1]:
            return unresolved
        source = f"“{held.period.text}” in the same text"
        period = Period(held.period.start, held.period.end, own.text, source)
        return Dated(period, f"“{own.text}” read as “{held.period.text}”")

    # --- what was said before --------------------------------------------------------------------------

    def _before(self, sentence: Sentence, family: str) -> Dated:
        """Return the earlier period for the old figure of a comparison: "to 9 from 8"."""
        held = self._reachable(sentence, family)
        if held is None or self._compared is None or self._detour:
            return Dated(None)
        days, earlier = stretch(held.period), stretch(self._compared)
        if days is None or earlier is None or not year_apart(earlier[0], days[0]):
            return Dated(None)
        return self._from(self._compared)

    def _foreseen(self, reading: Reading, sentence: Sentence, family: str, unit: str) -> Dated:
        """Return the period that an outlook named at its start, for a later forecast of the same sort."""
        old = follows_cue(reading.quantity.number_start, sentence.span)
        if sentence.block.kind == "heading" or old or is_owned(reading):
            return Dated(None)
        for held in self._planned:
            if family == held.family and (family or (unit == held.unit != "count")):
                return self._from(held.period)
        return Dated(None)

    def _carried(
        self,
        reading: Reading,
        frame: Frame,
        times: list[TimeExpression],
        sentence: Sentence,
        family: str,
        unit: str,
        measure: str,
    ) -> Dated:
        if sentence.block.kind == "heading" or speaks_of_time(frame):
            return Dated(None)
        when = tense(frame.predicate)
        perfect = when == "perfect" or is_pluperfect(frame.predicate)
        tallied = self._as_of is not None and reading.quantity.kind in ("count", "quantity", "share")
        if self._as_of and tallied and (perfect or (when == "past" and self._as_of_block(sentence))):
            self._as_of = replace(self._as_of, block=sentence.block.start)
            return self._from(self._as_of.period)
        if perfect:
            return Dated(None)
        event = self._event_for(sentence)
        if event is not None and when == "past" and is_toll(reading):
            return self._from(event)
        return self._governed(reading, frame, sentence, family, unit, measure)

    def _governed(
        self,
        reading: Reading,
        frame: Frame,
        sentence: Sentence,
        family: str,
        unit: str,
        measure: str,
    ) -> Dated:
        if about_event(frame.subject):
            self._detour = True
        held = self._reachable(sentence, family)
        if held is None or self._detour or not self._goes_on(frame, sentence, held):
            return Dated(None)
        near = held.block == sentence.block.start
        alike = near and is_price(unit) and is_price(held.unit)
        if length(held.period) < _SHORTEST_CARRIED and not alike:
            return Dated(None)
        if not near and is_price(unit):
            return Dated(None)
        if reading.quantity.kind == "count" and not near and self._carried_in != sentence.index:
            return Dated(None)
        self._carried_in = sentence.index
        label = sentence.text[: reading.quantity.number_start].partition(":")[0]
        item = sentence.block.kind == "list_item"
        if held.period.end and (names(measure, "stocks") or (item and names(label, "stocks"))):
            end = held.period.end
            return self._from(replace(held.period, start=end), f"the end of “{held.period.text}”")
        return self._from(held.period)

    def _goes_on(self, frame: Frame, sentence: Sentence, held: _Held) -> bool:
        """Tell whether a clause goes on with what was told: past tense, elliptic, or a list item."""
        when = tense(frame.predicate)
        if when == "past":
            return True
        item = sentence.block.kind == "list_item"
        if when == "none" or (item and ":" in sentence.text):
            return item
        report = length(held.period) >= SHORTEST_REPORT
        ahead = list(frame.predicate.lefts) if frame.predicate is not None else []
        pointed = any(word.lower_ in listed("pointers") for word in (*subjects(frame), *ahead))
        return when == "present" and report and (not frame.measure or pointed)

    def _reachable(self, sentence: Sentence, family: str) -> _Held | None:
        """Return the latest period that governs a sentence: of its paragraph, else of the whole article."""
        for held in reversed(self._held):
            if held.family and family and held.family != family:
                continue
            if held.article or held.block == sentence.block.start:
                return held
        return None

    def _as_of_block(self, sentence: Sentence) -> bool:
        return self._as_of is not None and self._as_of.block == sentence.block.start

    def _event_for(self, sentence: Sentence) -> Period | None:
        if self._event is None:
            return None
        near = self._event.block in self._paragraphs[-2:]
        return self._event.period if self._event.article or near else None

    def _from(self, period: Period, words: str | None = None) -> Dated:
        note = f"carried from {words}" if words else f"carried from “{period.text}”"
        return Dated(replace(period, resolved_from=joined(period.resolved_from, note)), note)

    # --- what the whole text dates ---------------------------------------------------------------------

    def settled(self, claims: list[Claim]) -> list[Claim]:
        """Date the figures that only the whole text dates, those of the headline last.

        Args:
            claims: All claims of the source.
        """
        event = self._event.period if self._event and self._event.article else None
        return headline(self._implied.settled(claims), self._headlines[:1], event)
