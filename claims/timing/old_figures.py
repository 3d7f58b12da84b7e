"""Figures of a year or of its end: "rose last year from £450m to £486m", "ended June at £40m"."""

import re
from dataclasses import replace
from datetime import date

from claims.model import Period
from claims.periods import TimeExpression
from claims.speech.given import is_given
from claims.speech.noun_status import counted, is_starting_point
from claims.timing.baselines import compared_place
from claims.timing.carrying import length, year_before
from claims.timing.clauses import is_of_other_side
from claims.timing.dated import Dated, as_of_now, noted
from claims.timing.told import Told
from claims.timing.when import period_of, stated

_YEAR = range(360, 372)
_HALF_YEAR = range(181, 185)
_FULL_YEAR = re.compile(r"(?:the |its )?(?:full|whole)[ -]year\Z", re.IGNORECASE)
_CLOSING = frozenset({"end", "finish", "close"})
_TOLD_BEHIND = re.compile(r",\s(?:up |down )?(?:from|against|compared with)\s[^,;]*\Z")
_KINDS = ("money", "share", "growth", "quantity", "count")


def year_before_change(told: Told, own: TimeExpression | None) -> tuple[Period, str] | None:
    """Date the old figure of a change over a year by the year before, where the clause gives it no time.

    Args:
        told: A figure.
        own: The time that its clause gives it: one that opens the clause may only be that of the change.

    Returns:
        The year before, and from what it was read; None for any other figure.
    """
    if not told.is_old or told.kind not in _KINDS or told.unit in ("year", "month") or is_of_other_side(told):
        return None
    place, span = told.place, told.sentence.span
    if _counts_others(told):
        return None
    if own is not None and not (
        compared_place(own, span) is None and _TOLD_BEHIND.search(told.sentence.text[: place[0]])
    ):
        return None
    main = own or period_of(told.reading.anchor, told.frame.predicate, told.times, span)
    if main is None or main.relation not in (None, "in") or compared_place(main, span) is not None:
        return None
    if main.end > place[0]:
        return None  # "rents rose from $900 to $980 in 2024"
    period = stated(main)
    compared = (*_YEAR, *_HALF_YEAR) if _TOLD_BEHIND.search(told.sentence.text[: place[0]]) else _YEAR
    before = year_before(period) if period is not None and length(period) in compared else None
    return (before, f"the year before “{main.text}”") if before is not None else None


def _counts_others(told: Told) -> bool:
    """Tell whether a figure counts other things than those before it: "44 points from 34 games"."""
    noun = told.reading.anchor
    if told.kind != "count" or noun.pos_ != "NOUN":
        return False
    return all(word.lemma_ != noun.lemma_ for word in told.sentence.span if word.idx < told.place[0])


def at_its_end(told: Told, dated: Dated) -> Dated:
    """Date by its last day what a period was ended at: "net debt ended June at £40m".

    Args:
        told: A figure.
        dated: Its period as its words give it.
    """
    verb, period = told.frame.predicate, dated.period
    if verb is None or period is None or not period.end or period.start == period.end:
        return dated
    if verb.lemma_ not in _CLOSING or told.is_foreseen:
        return dated
    behind = told.sentence.text[verb.idx + len(verb.text) :].lstrip()
    named = behind.removeprefix("the ").startswith(period.text.removeprefix("in ").removeprefix("the "))
    return noted(replace(period, start=period.end), f"the end of “{period.text}”") if named else dated


def not_to_come(told: Told, dated: Dated, published: date | None) -> Dated:
    """Date what there is by the day of its text: "will close 12 of its 40 shops next year", "from 40".

    Args:
        told: A figure.
        dated: Its period as its words give it.
        published: The day of publication, or None.
    """
    period = dated.period
    if told.is_foreseen or published is None or period is None or not period.start:
        return dated
    if period.start <= published.isoformat() or told.kind not in _KINDS:
        return dated
    there = is_given(counted(told.reading.anchor)) or is_starting_point(told.reading.anchor)
    return as_of_now(published, told.words) if there else dated


def in_running_year(told: Told, dated: Dated, published: date | None) -> Dated:
    """Date a forecast for "the full year" by the year that runs, not by the last one that was over.

    Args:
        told: A figure.
        dated: Its period as its words give it.
        published: The day of publication, or None.
    """
    period = dated.period
    if published is None or period is None or not told.is_foreseen or not _FULL_YEAR.match(period.text):
        return dated
    if (
        not period.start
        or not period.end
        or period.end >= published.isoformat()
        or length(period) not in _YEAR
    ):
        return dated
    first, last = (date.fromisoformat(day) for day in (period.start, period.end))
    if (first.month, first.day) == (2, 29) or (last.month, last.day) == (2, 29):
        return dated
    coming = replace(
        period,
        start=first.replace(year=first.year + 1).isoformat(),
        end=last.replace(year=last.year + 1).isoformat(),
    )
    return noted(coming, "the year that runs, as it is foreseen")
