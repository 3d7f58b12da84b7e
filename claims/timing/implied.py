"""For when an undated figure holds, by what the whole text implies: its event, its tense, its crop year.

Read after the last sentence, because a text may say at its end how long its event lasted. What is implied is
never passed off as stated: every claim says what its period was taken from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.model import Claim, Period
from claims.timing import OF_THE_MOMENT
from claims.timing.business_parts import is_ordinal
from claims.timing.carrying import length
from claims.timing.clauses import Clause, shows_tally
from claims.timing.disasters import Disaster, role_in_disaster
from claims.timing.event_notes import awaited, taken
from claims.timing.first_days import first_days, openings
from claims.timing.harvests import Harvests
from claims.timing.one_day import EventDay, day_of, kinds_of_column
from claims.timing.reports import (
    Dating,
    Report,
    is_fresh,
    of_cells,
    of_cost,
    of_report,
    of_that_name,
    of_year_of_part,
    report_of,
    with_period,
)
from claims.timing.same_sentence import with_neighbours
from claims.timing.seasons import of_season
from claims.timing.table_times import with_totals
from claims.timing.yearly import Yearly, of_led_year, of_year, year_led, yearly

_SLACK = 1
_GROWN = ("quantity", "growth")


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event whose days the text gives: its kind ("" where only a pronoun names it) and its days."""

    kind: str
    days: Period


class Implied:
    """Collects the undated figures of a source, and dates them when all of it is read.

    Args:
        published: The day of publication, or None.
        fiscal_end: The month in which the business year of the text ends, or None.
        season: The season of a league that the text tells of, or None.
    """

    def __init__(
        self, published: date | None, fiscal_end: int | None = None, season: Period | None = None
    ) -> None:
        self._published = published
        self._fiscal_end = fiscal_end
        self._season = season
        self.led: Period | None = None
        self._clauses: dict[int, Clause] = {}
        self._dated: dict[int, tuple[Clause, Period]] = {}
        self._events: list[DatedEvent] = []
        self.harvests = Harvests(published)
        self.tally: Period | None = None
        self._leads: list[str] = []
        self._days: list[EventDay] = []
        self._opened: set[str] = set()
        self._told: dict[str, Period] = {}
        self._openings: dict[str, date] = {}
        self._reached: tuple[int, EventDay] | None = None
        self.disaster = Disaster()
        self._forecasts: list[tuple[int, str, Period]] = []  # paragraph, unit and time of each
        self._year: Period | None = None
        self._yearly: tuple[Yearly | None, Yearly | None] = (None, None)

    def lead(self, kinds: frozenset[str], of_a_day: frozenset[str]) -> None:
        """Note the events that the title and the first sentences name, and those of them that take a day."""
        self._leads += sorted(kinds)
        self._opened |= of_a_day

    def reports_on(self, period: Period) -> None:
        """Note a period of business that the title or the first sentences name."""
        better = self.led is not None and is_ordinal(self.led.text) and not is_ordinal(period.text)
        if (self.led is None or better) and is_fresh(period, self._published):
            self.led = period

    def event(self, found: DatedEvent) -> None:
        """Note an event whose days the text gives."""
        self._events.append(found)

    def event_days(self, found: Sequence[EventDay]) -> None:
        """Note events of one day whose day the text gives."""
        self._days += found

    def days_told(self, sentence: str, day: Period | None) -> None:
        """Note the day on which the first clause of a sentence says that something happened.

        Args:
            sentence: The whole sentence as printed.
            day: The day, or None.
        """
        if day is not None:
            self._told.setdefault(sentence, day)

    def undated(self, start: int, clause: Clause) -> None:
        """Note an undated figure by where it stands in the source."""
        self._clauses[start] = clause

    def dated(self, start: int, period: Period, clause: Clause) -> None:
        """Note when a figure holds, for what goes on with it.

        Args:
            start: Where the figure stands in the source.
            period: When it holds.
            clause: What its clause shows of its time.
        """
        self._dated[start] = (clause, period)
        self.harvests.dated(start, period, clause)

    def settled(self, claims: list[Claim], tables: Mapping[int, int]) -> list[Claim]:
        """Give every undated figure the period that the text implies, if it implies one.

        Args:
            claims: All claims of the source.
            tables: Where the table of each row begins, by where the row begins.
        """
        report = report_of(claims, self._published, led=self.led, fiscal_end=self._fiscal_end)
        self._openings = openings(claims)
        self._yearly = yearly(claims, self._published), yearly(claims, self._published, foreseen=True)
        self._year = year_led(claims, self._published)
        settled = [self._note_forecast(self._settle(claim, report)) for claim in claims]
        dated = {start: clause for start, (clause, _) in self._dated.items()}
        told = with_totals(with_neighbours(settled, self._clauses | dated), tables)
        return of_cells(told, report)

    def _settle(self, claim: Claim, report: Report | None) -> Claim:
        if claim.value is None or claim.value.start is None:
            return claim
        if claim.value.start in self._dated:
            found = of_cost(claim, self._dated[claim.value.start][0], report)
            found = found or of_year_of_part(claim, report)
            return with_period(claim, *found) if found else claim
        if "column" in claim.scope and claim.period is None:
            return self._settle_cell(claim)
        clause = self._clauses.get(claim.value.start)
        if clause is None or (claim.period is not None and claim.period.start):
            return claim
        found = (
            of_that_name(claim, report)
            or first_days(claim, self._openings)
            or self._revised(claim, clause)
            or of_season(claim, self._season, "" if clause.timed or clause.old else clause.tense)
            or self._implied(claim, clause)
            or of_report(claim, clause, report)
            or of_year(claim, clause, self._yearly[claim.modality in ("projection", "plan")])
            or of_led_year(claim, clause, self._year)
        )
        if found is None:
            role = clause.disaster if _is_of_a_day(claim) else ""
            note = self.disaster.note(claim, role, self._days, clause.days)
            if not note and (kind := self._awaits(claim, clause)):
                note = awaited(kind)
            return replace(claim, inferred={**claim.inferred, "period": note}) if note else claim
        return with_period(claim, *found)

    def _settle_cell(self, claim: Claim) -> Claim:
        """Date a cell of a table of results by the day of the vote that the text is about."""
        kinds = kinds_of_column(claim.scope["column"]) & self._opened
        day = day_of(kinds, self._days, self._opened, -1) if kinds and claim.modality == "actual" else None
        if day is None:
            if not shows_tally(claim.scope["column"]):
                role = role_in_disaster(frozenset(), f"{claim.scope['row']} {claim.measure}")
                note = self.disaster.note(claim, role if _is_of_a_day(claim) else "", self._days)
                return replace(claim, inferred={**claim.inferred, "period": note}) if note else claim
            if self.tally is not None:
                return with_period(claim, self.tally, f"the tally told “{self.tally.text}”")
            own = [event for event in self._events if self._kind(event) in self._leads]
            days = own[0].days if len(own) == 1 else None
            return with_period(claim, days, taken(self._kind(own[0]), days.text)) if days else claim
        return with_period(claim, day.day, taken(day.kind or min(kinds), day.day.text, of_a_day=True))

    def _implied(self, claim: Claim, clause: Clause) -> Dating | None:
        if clause.now and not clause.timed and self._published is not None:
            told = self._published.isoformat()
            return Period(told, told, clause.now), f"“{clause.now}” as of {told}, when the text appeared"
        if clause.since and not clause.timed and self._published is not None:
            return self._since(clause, self._published)
        if clause.replaced or (clause.old and clause.tense == "future"):
            return self._today(clause)  # "will rise from 40 to 60 in May": now it is 40
        if clause.clock and clause.tense == "past" and not clause.timed and claim.kind != "duration":
            return self._at_hour()
        beside = self._beside(claim, clause) or self._further(claim, clause)
        if beside is not None:
            return beside
        day = self._day_of(claim, clause)
        if day is not None:
            kind = day.kind or min(clause.counted or clause.near or self._opened, default="event")
            return day.day, taken(kind, day.day.text, of_a_day=True)
        if claim.modality in ("projection", "plan"):
            return self.harvests.to_come(clause)
        event = self._event_of(claim, clause)
        if event is not None:
            return event.days, taken(self._kind(event), event.days.text)
        if self._published is not None and clause.market:
            return self._today(clause)
        if clause.timed:
            return None
        if clause.told_on is not None and clause.toll and clause.tense == "past":
            return clause.told_on, f"a tally as told “{clause.told_on.text}”"
        if clause.harvest or (clause.grown and claim.kind in _GROWN):
            return self.harvests.year(claim, clause)
        past = clause.stood or (clause.toll and clause.tense == "past")
        if clause.told is not None and (clause.moment or past):
            return clause.told, f"{OF_THE_MOMENT}, “{clause.told.text}”"
        return self._today(clause) if clause.moment else None

    def _today(self, clause: Clause) -> Dating | None:
        if self._published is None:
            return None
        day = self._published.isoformat()
        return Period(day, day, clause.words), f"{OF_THE_MOMENT}, {day}"

    def _at_hour(self) -> Dating | None:
        """Date what is told by the time of day alone by the one day that the text puts its event on."""
        leads = [event for event in self._days if event.lead]
        if len({event.day.start for event in leads}) != 1:
            return None
        return leads[0].day, taken(leads[0].kind, leads[0].day.text, of_a_day=True)

    def _since(self, clause: Clause, published: date) -> Dating | None:
        """Date what has come together since an event: "has checked 40 lifts since the crash"."""
        kind = min(clause.since)
        day = day_of(clause.since, self._days, self._opened, clause.block)
        spans = [event.days for event in self._events if self._kind(event) in clause.since]
        start = day.day if day is not None else next(iter(spans), None)
        if start is None or start.start is None:
            return self._today(clause) if clause.moment else None
        told = Period(start.start, published.isoformat(), f"since the {kind}")
        return told, taken(kind, start.text, of_a_day=day is not None)

    # --- events ----------------------------------------------------------------------------------------

    def _event_of(self, claim: Claim, clause: Clause) -> DatedEvent | None:
        if claim.kind == "duration":
            return self._of_that_length(claim, clause)
        if not _is_of_event(claim, clause) or (clause.timed and not clause.lasting):
            return None
        if clause.lasting is not None:
            return next((event for event in self._events if length(event.days) == clause.lasting), None)
        for event in self._events:
            kind = self._kind(event)
            named = kind in clause.events if clause.events else kind in self._leads
            if named:
                return event
        return None

    def _kind(self, event: DatedEvent) -> str:
        return event.kind or self.topic

    @property
    def topic(self) -> str:
        """The kind of the event that the text names first, or ""."""
        return self._leads[0] if self._leads else ""

    def _awaits(self, claim: Claim, clause: Clause) -> str:
        """Return the kind of the event that a figure belongs to, where the text does not date it."""
        if clause.timed or clause.habitual or claim.modality not in ("actual", "estimate", "reported"):
            return ""
        counted = clause.counted & self._opened
        unknown = not any(day.kind in counted for day in self._days)
        if len(counted) == 1 and unknown and claim.kind in ("count", "quantity", "share"):
            return min(counted)
        named = clause.events or clause.around
        fits = len(named) == 1 and _is_of_event(claim, clause) and clause.tense == "past"
        return min(named) if fits and not any(self._kind(event) in named for event in self._events) else ""

    def _day_of(self, claim: Claim, clause: Clause) -> EventDay | None:
        told = claim.modality in ("actual", "estimate", "reported") and not clause.timed
        told = told and claim.measure != "age"
        if told and clause.judged:
            return day_of(frozenset({"hearing"}), self._days, self._opened, clause.block)
        if not told or not _is_of_a_day(claim):
            return None
        day = day_of(clause.counted, self._days, self._opened, clause.block)
        if day is None and clause.near & self._opened:
            day = day_of(clause.near & self._opened, self._days, self._opened, clause.block)
        if (
            day is None
            and (clause.pointed or (clause.further and clause.tense == "past"))
            and self._reached
            and self._reached[0] == clause.block
        ):
            day = self._reached[1]
        self._reached = (clause.block, day) if day is not None else None
        return day

    def _of_that_length(self, claim: Claim, clause: Clause) -> DatedEvent | None:
        """Return the event's days for "beaten after nine days" and "nine days after a fire broke out"."""
        value = claim.value
        if value is None or value.unit != "day" or not isinstance(value.low, int | float):
            return None
        for event in self._events:
            named = self._kind(event) in clause.events or clause.lasting == value.low
            if named and abs(length(event.days) - value.low) <= _SLACK:
                return event
        return None

    # --- forecasts ---------------------------------------------------------------------------------------

    def _note_forecast(self, claim: Claim) -> Claim:
        """Note where the text gives a forecast for a time, for an earlier one told after it."""
        clause = self._clause_of(claim)
        foreseen = claim.modality in ("projection", "plan") and claim.value is not None
        if clause is not None and foreseen and claim.value and claim.period and claim.period.start:
            self._forecasts.append((clause.block, claim.value.unit, claim.period))
        return claim

    def _clause_of(self, claim: Claim) -> Clause | None:
        at = claim.value.start if claim.value else None
        dated = self._dated.get(at) if at is not None else None
        return dated[0] if dated is not None else self._clauses.get(-1 if at is None else at)

    def _revised(self, claim: Claim, clause: Clause) -> Dating | None:
        """Date an earlier forecast by the one told before it: "sees 4% this year; in May it had seen 5%"."""
        if not clause.expected or clause.tense != "past" or claim.value is None or not self._forecasts:
            return None
        block, unit, period = self._forecasts[-1]
        near = unit == claim.value.unit and block == clause.block
        return (period, f"the forecast before it, for “{period.text}”") if near else None

    # --- clauses of one sentence -----------------------------------------------------------------------

    def _beside(self, claim: Claim, clause: Clause) -> Dating | None:
        """Date a clause behind a semicolon as the one before it: "nine expect rain by May; six do not"."""
        start = claim.value.start if claim.value else None
        if start is None or clause.timed or ";" not in claim.sentence or claim.kind == "duration":
            return None
        reach = range(start - len(claim.sentence) + 1, start)
        before = [
            place
            for place, (told, period) in self._dated.items()
            if place in reach and not told.old and period.end is not None
        ]
        if not before:
            return self._behind(claim, clause)
        other, period = self._dated[max(before)]
        alike = clause.item or clause.tense in (other.tense, "none")
        goes_on = alike and clause.sentence == other.sentence
        return (period, f"carried from “{period.text}” in the same sentence") if goes_on else None

    def _behind(self, claim: Claim, clause: Clause) -> Dating | None:
        """Date what is told behind a semicolon as what happened before it: "it sank on 3 May; 12 drowned"."""
        day = self._told.get(clause.sentence)
        told = clause.toll and clause.tense == "past" and claim.modality in ("actual", "estimate", "reported")
        if day is None or not told or claim.sentence.find(day.text) > claim.sentence.find(";"):
            return None
        return day, f"carried from “{day.text}” in the same sentence"

    def _further(self, claim: Claim, clause: Clause) -> Dating | None:
        """Date what adds to the figure before: "killed five on Monday. Another 20 were hurt"."""
        start = claim.value.start if claim.value else None
        if start is None or not clause.further or clause.timed or clause.tense != "past":
            return None
        before = [
            place
            for place, (told, _) in self._dated.items()
            if place < start and told.block == clause.block and not told.old
        ]
        if not before or self._dated[max(before)][0].tense != "past":
            return None
        period = self._dated[max(before)][1]
        return period, f"carried from “{period.text}”, as it adds to the figure there"


def _is_of_a_day(claim: Claim) -> bool:
    """Tell whether a figure can belong to an event of one day: a number, a share, or some minutes of it."""
    if claim.kind == "duration":
        return claim.value is not None and claim.value.unit in ("min", "h", "s") and claim.measure != "age"
    return claim.kind in ("count", "quantity", "share")


def _is_of_event(claim: Claim, clause: Clause) -> bool:
    """Tell whether a figure adds up over an event: what was burned, who was moved, what was cancelled."""
    if claim.kind == "money" and clause.words == "cost" and clause.events:
        return clause.tense == "past"
    if claim.kind not in ("count", "quantity", "share", "growth") or not clause.toll:
        return False
    return clause.tense == "past" or clause.gone or (clause.heading and clause.tense == "none")
