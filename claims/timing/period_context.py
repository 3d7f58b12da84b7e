"""For when a figure holds whose own clause does not say it: what the text said before governs.

A report names its period once ("for the six months to September") and goes on in the past tense; a tally
is told as of one evening; an event's toll belongs to the days it lasted. Nothing is carried into a clause
with a time of its own, into another tense or into a forecast, and every claim says what it was carried from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claims.language import Sentence
from claims.modality import modality_of_words
from claims.model import Claim, Modality, Period
from claims.periods import TimeExpression
from claims.speech.given import is_of_now
from claims.speech.noun_status import counted
from claims.timing.baselines import compared_place
from claims.timing.business_parts import months_reported, part_of
from claims.timing.carrying import (
    SHORTEST_REPORT,
    governs,
    is_owned,
    is_price,
    is_report,
    is_told,
    is_toll,
    is_when_given,
    length,
    names,
    speaks_of_time,
    year_apart,
    year_before,
)
from claims.timing.clauses import clause_of, is_of_shares
from claims.timing.closing import closed
from claims.timing.dated import Dated, as_of_now, carried_from, noted
from claims.timing.event_notes import taken
from claims.timing.event_spans import about_event, kinds_of_events, stretch
from claims.timing.governing import days_named, goes_on, is_tally, may_govern
from claims.timing.harvests import crop_year, of_a_season
from claims.timing.headlines import headline
from claims.timing.implied import DatedEvent, Implied
from claims.timing.labels import labelled
from claims.timing.memory import Held, Memory
from claims.timing.old_figures import (
    at_its_end,
    in_running_year,
    not_to_come,
    year_before_change,
)
from claims.timing.one_day import days_told, event_days, kinds_named
from claims.timing.records import bounds_record
from claims.timing.seasons import half_of_season
from claims.timing.tenses import is_pluperfect
from claims.timing.told import Told
from claims.timing.when import period_of, stated

_SHORTEST_CARRIED = 28
_SHORTEST_BESIDE = 7
_MONTH = range(28, 32)
_KINDS = ("money", "share", "growth", "quantity", "count", "rank")
_OLD_AGE = ("year", "month")


@dataclass(slots=True)
class PeriodContext:
    """Dates the figures of a source, from what their clauses say and from what was said before.

    Attributes:
        published: The day of publication, or None.
        fiscal_end: The month in which the business year ends that the text speaks of, or None.
        section: How the heading of the section says that its list is meant: "Outlook for 2026".
        heading: That heading.
        season: The season of a league that the text tells of, or None.
    """

    published: date | None
    fiscal_end: int | None = None
    section: Modality = "actual"
    heading: str = ""
    season: Period | None = None
    _memory: Memory = field(default_factory=Memory)
    _headlines: list[tuple[int, int]] = field(default_factory=list)
    _implied: Implied = field(init=False)

    def __post_init__(self) -> None:
        """Start with nothing said."""
        self._implied = Implied(self.published, self.fiscal_end, self.season)

    def enter(self, sentence: Sentence, times: Sequence[TimeExpression]) -> None:
        """Take note of a sentence before its figures are read.

        Args:
            sentence: The sentence.
            times: Its times, with offsets relative to it.
        """
        memory = self._memory
        self._implied.disaster.enter(sentence.span, opening=memory.in_opening)
        if memory.in_opening:
            self._implied.lead(kinds_of_events(sentence.span), kinds_named(sentence.span))
        memory.enter(sentence)
        if memory.in_lead:
            self._note_report(sentence, times)
        if sentence.block.kind == "heading":
            self._headlines.append((sentence.block.start, sentence.block.end))
            return
        self._implied.event_days(event_days(sentence, times, self.published, lead=memory.in_lead))
        self._implied.days_told(sentence.printed, days_told(sentence, times, self.published))
        days = memory.see_event(sentence, times)
        if days is not None:
            kinds = sorted(kinds_of_events(sentence.span))
            self._implied.event(DatedEvent(kinds[0] if kinds else "", days))

    def _note_report(self, sentence: Sentence, times: Sequence[TimeExpression]) -> None:
        """Note the period of business that a first sentence is about: "The third quarter was a good one"."""
        for time in times:
            days = stretch(time)
            if days is None or not is_report(time, days) or compared_place(time, sentence.span) is not None:
                continue
            period = stated(time)
            if period is not None and time.relation in (None, "in"):
                self._implied.reports_on(period)

    def enter_section(self, sentence: Sentence, times: Sequence[TimeExpression]) -> None:
        """Take note of a heading that is read for no claims: "Key figures for 2025".

        Args:
            sentence: The heading.
            times: Its times, with offsets relative to it.
        """
        self._memory.enter(sentence)
        named = [time for time in times if stretch(time) is not None]
        self._memory.headed = stated(named[0]) if len(named) == 1 else None
        self.section, self.heading = modality_of_words(sentence.span), sentence.text

    def status_of(self, sentence: Sentence) -> tuple[Modality, str]:
        """Return how a figure is meant that says nothing of it itself, as the heading of its list says it.

        Args:
            sentence: The sentence or item of a list that it stands in.

        Returns:
            The status, and what it was inferred from, or "".
        """
        if sentence.block.kind != "list_item" or self.section == "actual":
            return "actual", ""
        return self.section, f"the heading, “{self.heading}”"

    def period(self, told: Told) -> Dated:
        """Return when a figure holds, from its own clause or from what governs it."""
        dated = in_running_year(told, at_its_end(told, self._said(told)), self.published)
        dated = not_to_come(told, dated, self.published)
        memory = self._memory
        tally = memory.tally(told.sentence)
        clause = clause_of(told, tally.period if tally else None, memory.told_of)
        period = dated.period
        if period is None or period.start is None:
            self._implied.undated(told.start, clause)
            return dated
        season = self._implied.harvests.season(period, told.measure)
        if told.kind != "duration":  # "shut for ten weeks last winter"
            season = season or half_of_season(period, self.fiscal_end)
        self._implied.dated(told.start, season[0] if season else period, clause)
        if season is not None:
            return noted(*season)
        if clause.harvest and of_a_season(period):
            harvest = crop_year(period, int(period.start[:4]))
            if self._memory.in_lead:
                self._implied.harvests.led_by(harvest)
            return Dated(harvest, f"“{period.text}” counted by the year of the harvest")
        sum_owed = told.kind == "money" and names(told.measure, "stocks")
        if told.is_old and sum_owed and length(period) in _MONTH:
            note = f"the last day of “{period.text}”, as a stock is counted"
            return noted(replace(period, start=period.end), note)
        return dated

    def _said(self, told: Told) -> Dated:
        predicate, span = told.frame.predicate, told.sentence.span
        own = period_of(told.reading.anchor, predicate, told.times, span, told.place)
        if own is not None and is_told(own, told.sentence):
            if told.kind == "rank":
                return Dated(None)  # "the third in a row", behind "the ministry said on Monday"
            if compared_place(own, span) is None and not told.is_old:
                own = months_reported(told) or own
        if own is not None and told.kind == "rank" and own.relation == "since" and not days_named(own):
            own = None  # "the highest since 1994" says how long nothing was higher, not when it was
        if own is not None and own.relation != "since" and bounds_record(own, span):
            own = None  # "the first rise in six years"
        if own is not None and is_when_given(own, told.reading, told.sentence):
            own = None
        if told.measure != "age" and is_of_now(counted(told.reading.anchor)):
            return as_of_now(self.published, told.words)  # "by 2027 …, now 40 %"
        before = year_before_change(told, own)
        if before is not None:
            return noted(*before)
        own = own or labelled(told)
        named = self._part_named(told) if own is None and self._reports else None
        if named is not None:
            return Dated(Period(None, None, named))
        if own is not None and (own.first or own.last):
            return Dated(self._keep(own, told))
        if own is not None:
            return self._same_length(own, told)
        headed = self._memory.headed
        if told.in_list and headed is not None and not told.is_old and told.unit not in _OLD_AGE:
            label = told.sentence.text[: told.place[0]].partition(":")[0]
            headed = replace(headed, start=headed.end) if names(label, "stocks") else headed
            return carried_from(headed, f"the heading, “{headed.text}”")
        if told.kind not in _KINDS or told.unit in _OLD_AGE or told.has_time:
            return Dated(None)
        if told.is_foreseen:
            return self._foreseen(told)
        return self._before(told) if told.is_old else self._carried(told)

    def _part_named(self, told: Told) -> str | None:
        """Return the part of the year that a figure's clause or its list item names before it."""
        named, item = part_of(told), told.sentence.printed
        if named is None and told.in_list and self._memory.part[0] == item and not told.times:
            return self._memory.part[1]  # "Nine-month sales: £720m; operating profit: £64m"
        if named is not None and told.in_list:
            self._memory.part = item, named
        return named

    @property
    def _reports(self) -> bool:
        """Whether the text has named a period of business that it reports on."""
        held = self._memory.held
        return self._implied.led is not None or any(length(one.period) >= SHORTEST_REPORT for one in held)

    # --- what a clause says itself ---------------------------------------------------------------------

    def _keep(self, own: TimeExpression, told: Told) -> Period:
        memory, sentence = self._memory, told.sentence
        as_of = memory.as_of.period.end if memory.as_of else None
        period = closed(own, told, as_of or (self.published.isoformat() if self.published else None))
        days = stretch(own)
        if days is None or told.in_heading:
            return period
        held = Held(period, sentence.block.start, told.family, True, told.unit)
        if told.is_foreseen:
            if memory.in_lead and is_report(own, days):
                memory.planned.append(held)
            return period
        if compared_place(own, sentence.span) is not None:
            memory.compared = period
            return period
        if days[0] == days[1] and is_tally(own, told):
            memory.see_tally(held, told=own.relation != "by" and (memory.in_lead or own.relation != "as_of"))
        elif told.tense == "past" and told.kind != "duration" and may_govern(own) and governs(own, sentence):
            article = memory.in_lead and is_report(own, days) and not memory.reports_on(days)
            memory.held.append(replace(held, article=article, lead=memory.in_lead))
            memory.detour = False
        return period

    def _same_length(self, own: TimeExpression, told: Told) -> Dated:
        """Read "over the half-year" as the half-year that the paragraph named before."""
        unresolved = Dated(Period(None, None, own.text, own.resolved_from))
        words = own.text.lower().replace("-", " ").split()
        lengths = {"half": (181, 184), "quarter": (89, 92), "season": (360, 366)}
        wanted = next((lengths[word] for word in words if word in lengths), None)
        held = self._memory.reachable(told.sentence, "")
        if wanted is None or held is None or not wanted[0] <= length(held.period) <= wanted[1]:
            return unresolved
        source = f"“{held.period.text}” in the same text"
        period = Period(held.period.start, held.period.end, own.text, source)
        return Dated(period, f"“{own.text}” read as “{held.period.text}”")

    # --- what was said before --------------------------------------------------------------------------

    def _before(self, told: Told) -> Dated:
        """Return the earlier period for the old figure of a comparison: "to 9 from 8"."""
        memory = self._memory
        held = memory.reachable(told.sentence, told.family)
        if held is None or memory.detour:
            return Dated(None)
        compared, days = memory.compared, stretch(held.period)
        earlier = stretch(compared) if compared is not None else None
        if compared and days is not None and earlier is not None and year_apart(earlier[0], days[0]):
            return carried_from(compared)
        return self._year_before(told, held)

    def _year_before(self, told: Told, held: Held) -> Dated:
        """Date the old figure of a change that a firm reports by the same months a year before."""
        before = year_before(held.period) if held.article and told.kind == "money" else None
        if before is None or not (told.tense == "past" or told.in_list):
            return Dated(None)
        label = told.sentence.text[: told.place[0]].partition(":")[0] if told.in_list else told.measure
        before = replace(before, start=before.end) if names(label, "stocks") else before
        return noted(before, f"the year before “{held.period.text}”")

    def _foreseen(self, told: Told) -> Dated:
        """Return the period that an outlook named at its start, for a later forecast of the same sort."""
        if told.in_heading or told.is_old or is_owned(told.reading):
            return Dated(None)
        family = told.family
        for held in self._memory.planned:
            same = told.unit == held.unit != "count"
            kept = same and names(told.measure, "stocks")  # goods in stock are counted by the year of trade
            if kept or (family == held.family and (family or same)):
                return carried_from(held.period)
        return Dated(None)

    def _carried(self, told: Told) -> Dated:
        if told.in_heading or speaks_of_time(told.frame):
            return Dated(None)
        memory, when = self._memory, told.tense
        perfect = when == "perfect" or is_pluperfect(told.frame.predicate)
        tallied = told.kind in ("count", "quantity", "share")
        past = when == "past" and memory.tallied_in(told.sentence)
        tally = memory.tally(told.sentence)
        if tally is not None and tallied and (perfect or past):
            memory.tally_goes_on(told.sentence)
            return carried_from(tally.period)
        if perfect:
            return Dated(None)
        event = memory.event_near()
        if event is not None and when == "past" and is_toll(told.reading):
            return noted(event, taken(self._implied.topic, event.text))
        return self._governed(told)

    def _governed(self, told: Told) -> Dated:
        memory, sentence = self._memory, told.sentence
        if about_event(told.frame.subject):
            memory.detour = True
        if is_price(told.unit):
            return self._of_prices(told)
        held = memory.reachable(sentence, told.family)
        if is_of_shares(told.frame.predicate, told.measure):
            return Dated(None)  # "its shares rose 4 %" is told of the day
        if held is None or memory.detour or is_price(held.unit) or not goes_on(told, held):
            return Dated(None)
        near = held.block == sentence.block.start
        if told.kind == "money" and held.unit in ("count", "rank") and length(held.period) < SHORTEST_REPORT:
            return Dated(None)  # "it closed two halls in May. Interest took 9 million."
        if length(held.period) < (_SHORTEST_BESIDE if near and told.kind == "share" else _SHORTEST_CARRIED):
            return Dated(None)
        if told.kind == "count" and not near and memory.carried_in != sentence.index:
            return Dated(None)
        memory.carried_in = sentence.index
        label = sentence.text[: told.place[0]].partition(":")[0]
        if (
            held.period.end
            and told.kind != "growth"
            and (names(told.measure, "stocks") or (told.in_list and names(label, "stocks")))
        ):
            end = held.period.end
            return carried_from(replace(held.period, start=end), f"the end of “{held.period.text}”")
        return carried_from(held.period)

    def _of_prices(self, told: Told) -> Dated:
        """Return the time of the prices told before in the paragraph; one that runs on dates today's, too."""
        held = self._memory.price_beside(told.sentence)
        if held is None or self._memory.detour:
            return Dated(None)
        today = self.published.isoformat() if self.published else None
        runs_on = told.tense == "present" and held.period.end is not None and held.period.end == today
        return carried_from(held.period) if runs_on or goes_on(told, held) else Dated(None)

    # --- what the whole text dates ---------------------------------------------------------------------

    def settled(self, claims: list[Claim], tables: Mapping[int, int]) -> list[Claim]:
        """Date the figures that only the whole text dates, those of the headline last.

        Args:
            claims: All claims of the source.
            tables: Where the table of each row begins, by where the row begins.
        """
        self._implied.tally = self._memory.as_of.period if self._memory.as_of else None
        dated = self._implied.settled(claims, tables)
        return headline(dated, self._headlines[:1], self._memory.article_event)
