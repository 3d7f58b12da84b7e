"""What a source has said so far about when things hold: its periods, its tally's day, its event."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claims.framing.noun_phrases import SUBJECTS
from claims.language import Sentence
from claims.model import Period
from claims.periods import TimeExpression
from claims.timing.carrying import is_price
from claims.timing.event_spans import is_event, kinds_of_events, span_of_event, stretch

_LEAD = 5


@dataclass(frozen=True, slots=True)
class Held:
    """A period that may govern later figures.

    Attributes:
        period: The period.
        block: Where the paragraph of its sentence begins.
        family: Whether it dates what is made or what is traded; "" for anything else.
        article: Whether it governs the whole article and not only its paragraph.
        unit: The unit of the figure that it dates.
        lead: Whether one of the first sentences names it.
    """

    period: Period
    block: int
    family: str
    article: bool
    unit: str
    lead: bool = False


@dataclass(slots=True)
class Memory:
    """The periods that a source has named, by what each of them governs.

    Attributes:
        held: Periods of what was told as past.
        planned: Periods of an outlook.
        compared: The latest period that something was only compared with.
        as_of: The day as of which the article tells its tally.
        event: The days of the event that the text tells of.
        detour: Whether the paragraph has left what the text reports on for an event.
        told_of: The kinds of event that the paragraph has told of, as the subject of a clause.
        carried_in: The latest sentence into which a period was carried.
        headed: The time that the heading of the section names, for the items of its list.
        part: The latest item of a list that names a part of the business year, and its words.
    """

    held: list[Held] = field(default_factory=list)
    planned: list[Held] = field(default_factory=list)
    compared: Period | None = None
    as_of: Held | None = None
    event: Held | None = None
    detour: bool = False
    told_of: frozenset[str] = frozenset()
    carried_in: int = -1
    headed: Period | None = None
    part: tuple[str, str] = "", ""
    _here: Held | None = None
    _paragraphs: list[int] = field(default_factory=list)
    _sentences: int = 0

    def enter(self, sentence: Sentence) -> None:
        """Take note of where a sentence stands; a heading begins something new."""
        if sentence.block.kind == "heading":
            self.detour, self.told_of, self.headed = False, frozenset(), None
            return
        if not self._paragraphs or self._paragraphs[-1] != sentence.block.start:
            self._paragraphs.append(sentence.block.start)
            self.detour, self.told_of = False, frozenset()
        self._sentences += 1
        told = kinds_of_events(word for word in sentence.span if word.dep_ in SUBJECTS)
        self.told_of = told or self.told_of

    @property
    def in_opening(self) -> bool:
        """Whether the next sentence is one of the first."""
        return self._sentences < _LEAD

    @property
    def in_lead(self) -> bool:
        """Whether the text is still in its first sentences."""
        return self._sentences <= _LEAD

    def see_event(self, sentence: Sentence, times: Sequence[TimeExpression]) -> Period | None:
        """Remember the days of an event where a sentence gives them, and return them."""
        days = span_of_event(sentence.span, times)
        if days is not None:
            lead = any(is_event(token) for token in sentence.span) and self.in_lead
            self.event = Held(days, sentence.block.start, "", lead, "")
        return days

    def reachable(self, sentence: Sentence, family: str) -> Held | None:
        """Return the latest period that governs a sentence: of its paragraph, else of the whole article."""
        for held in reversed(self.held):
            if held.family and family and held.family != family:
                continue
            if held.article or held.block == sentence.block.start:
                return held
        return None

    def reports_on(self, days: tuple[date, date]) -> bool:
        """Tell whether the text has named a longer report that holds some days: a year its last quarter."""
        for held in self.held:
            whole = stretch(held.period) if held.lead else None
            if whole is not None and whole[0] <= days[0] and days[1] <= whole[1] and whole != days:
                return True
        return False

    def price_beside(self, sentence: Sentence) -> Held | None:
        """Return the period of the latest price in the paragraph of a sentence."""
        near = (held for held in reversed(self.held) if held.block == sentence.block.start)
        return next((held for held in near if is_price(held.unit)), None)

    def see_tally(self, day: Held, *, told: bool) -> None:
        """Remember the day up to which a tally runs.

        Args:
            day: The day; one that only its paragraph is told by governs no other.
            told: Whether it is when the tally was told ("the agency said on Sunday").
        """
        if told:
            self.as_of = day
        else:
            self._here = day

    def tally(self, sentence: Sentence) -> Held | None:
        """Return the day of the tally that governs a sentence: of its paragraph, else of the article."""
        near = self._here is not None and self._here.block == sentence.block.start
        return self._here if near else self.as_of

    def tallied_in(self, sentence: Sentence) -> bool:
        """Tell whether a sentence stands in the paragraph of the tally that governs it."""
        tally = self.tally(sentence)
        return tally is not None and tally.block == sentence.block.start

    def tally_goes_on(self, sentence: Sentence) -> None:
        """Let the day of the article's tally govern the paragraph of a sentence, too."""
        if self.as_of is not None and self.tally(sentence) is self.as_of:
            self.as_of = replace(self.as_of, block=sentence.block.start)

    def event_near(self) -> Period | None:
        """Return the days of the event, where the whole text or these paragraphs tell of it."""
        if self.event is None:
            return None
        near = self.event.block in self._paragraphs[-2:]
        return self.event.period if self.event.article or near else None

    @property
    def article_event(self) -> Period | None:
        """The days of the event that the whole article is about, or None."""
        return self.event.period if self.event and self.event.article else None
