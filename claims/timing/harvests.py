"""Harvests, which statistics count by the calendar year in which they are brought in."""

from dataclasses import dataclass, field, replace
from datetime import date

from claims.model import Claim, Period
from claims.timing.clauses import Clause, is_yield
from claims.timing.event_spans import stretch
from claims.timing.reports import Dating
from claims.vocabulary import load


@dataclass(slots=True)
class Harvests:
    """Gives the figures of a harvest the year that it is counted by.

    Source: FAO assigns a crop to the calendar year in which the bulk of it is harvested.

    Attributes:
        published: The day of publication, or None.
    """

    published: date | None
    _told: list[tuple[int, Period]] = field(default_factory=list)
    _bases: list[tuple[str, int]] = field(default_factory=list)
    _lead: Period | None = None

    def dated(self, start: int, period: Period, clause: Clause) -> None:
        """Note a dated figure of a harvest, or the old one that it is compared with."""
        days = stretch(period)
        if not clause.harvest or days is None or days[0].year != days[1].year:
            return
        if clause.old:
            self._bases.append((clause.sentence, days[0].year))
        else:
            self._told.append((start, crop_year(period, days[0].year)))

    def led_by(self, period: Period) -> None:
        """Note the harvest that the first sentences of a text tell of."""
        self._lead = self._lead or period

    def season(self, own: Period, measure: str) -> Dating | None:
        """Read "this season" as that of the harvest that the text is about; trade has seasons of its own.

        Args:
            own: The period as the season of trade would have it.
            measure: What is measured.
        """
        words, days = own.text.lower().split(), stretch(own)
        if self._lead is None or self.published is None or days is None or "season" not in words:
            return None
        if set(measure.lower().split()) & set(load("when")["carry"]["abroad"]):
            return None
        current = self.published.year - (self.published.month < days[0].month)
        year = int((self._lead.start or "")[:4]) + days[0].year - current
        note = f"“{own.text}” counted from the harvest of “{self._lead.text}”"
        return crop_year(own, year), note

    def to_come(self, clause: Clause) -> Dating | None:
        """Return the year of a harvest that is only expected or aimed at."""
        if self.published is None or not clause.harvest or clause.timed:
            return None
        year = self.published.year + clause.coming
        return crop_year(Period(None, None, clause.words), year), f"the harvest expected in {year}"

    def year(self, claim: Claim, clause: Clause) -> Dating | None:
        """Return the year of a harvest from those told before, or that of the text."""
        start = claim.value.start or 0 if claim.value else 0
        before = [period for place, period in self._told if clause.block <= place < start]
        if clause.tense == "past" and before and clause.harvest:
            told = before[-1]
            if clause.old:
                year = int((told.start or "")[:4]) - 1
                return crop_year(told, year), f"the year before “{told.text}”, by the year of the harvest"
            return told, f"carried from “{told.text}”, by the year of the harvest"
        if clause.grown and not clause.harvest:
            return (self._lead, f"the harvest told first, “{self._lead.text}”") if self._lead else None
        return self._of_the_text(claim, clause) if clause.harvest and not clause.old else None

    def _of_the_text(self, claim: Claim, clause: Clause) -> Dating | None:
        if self.published is None or clause.habitual:
            return None
        year = self.published.year
        fresh = clause.tense in ("perfect", "none") or clause.moment or claim.modality == "estimate"
        standing = clause.tense == "present" and claim.value is not None and is_yield(claim.value.unit)
        recovered = clause.tense == "past" and (clause.sentence, year - 1) in self._bases
        if not (fresh or standing or recovered):
            return None
        found = crop_year(Period(None, None, clause.words), year)
        return found, f"the harvest of the year it is told in, {year}"


def crop_year(period: Period, year: int) -> Period:
    """Return the calendar year by which a harvest is counted."""
    return replace(period, start=f"{year}-01-01", end=f"{year}-12-31")


def of_a_season(period: Period) -> bool:
    """Tell whether a period is a season of one calendar year: "this spring"."""
    words = period.text.lower().split()
    days = stretch(period)
    named = any(word in load("periods")["seasons"] for word in words)
    return named and days is not None and days[0].year == days[1].year
