"""The end of a time that runs up to when it was told: "since Monday", "this week", "the best since 1994"."""

from dataclasses import replace

from claims.model import Period
from claims.periods import TimeExpression
from claims.timing.carrying import is_since, is_told, joined, since_day
from claims.timing.event_spans import stretch
from claims.timing.governing import days_named
from claims.timing.told import Told

_TO_DATE = 31


def closed(own: TimeExpression, told: Told, until: str | None) -> Period:
    """Return the days of a time; "since Monday" and "this week" reach up to when they were told.

    Args:
        own: The time that a figure's clause gives.
        told: The figure.
        until: The day that the text tells of last, its own if no other, or None.
    """
    first, last = (day if day and len(day) == 10 else None for day in (own.first, own.last))
    period = Period(first, last, own.text, own.resolved_from)
    tallied = own.relation == "as_of" or (told.tense == "perfect" and is_told(own, told.sentence))
    since = since_day(told.sentence, told.times) if tallied else None
    if since is not None and first is not None and since.first is not None and since.first < first:
        note = joined(period.resolved_from, f"since “{since.text}”")
        return replace(period, start=since.first, resolved_from=note)
    if told.kind == "rank" and own.relation == "since" and days_named(own) and until is not None:
        note = joined(period.resolved_from, f"told {until}")
        return replace(period, start=own.named[1], end=until, resolved_from=note)
    if until is None or first is None or first > until or told.status != "actual":
        return period
    counted_on = own.relation in (None, "in") and told.tense == "perfect"
    if counted_on and is_since(own, told.sentence):
        return replace(period, end=until, resolved_from=joined(period.resolved_from, f"told {until}"))
    if own.relation == "since" and last is None and told.kind != "rank":
        if told.tense in ("perfect", "present"):
            return replace(period, end=until, resolved_from=joined(period.resolved_from, f"told {until}"))
        return period
    days = stretch(own)
    running = own.text.lower().removeprefix("in ").startswith("this ")
    begun = told.tense == "past" and days is not None and (days[1] - days[0]).days < _TO_DATE
    if running and last and last > until and (begun or told.tense == "perfect"):
        return replace(period, end=until)
    return period
