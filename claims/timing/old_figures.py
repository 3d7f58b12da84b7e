"""When the old figure of a change over a year was so: "rose last year from £450m to £486m"."""

import re

from claims.model import Period
from claims.periods import TimeExpression
from claims.timing.baselines import compared_place
from claims.timing.carrying import length, year_before
from claims.timing.clauses import is_of_other_side
from claims.timing.told import Told
from claims.timing.when import period_of, stated

_YEAR = range(360, 372)
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
    before = year_before(period) if period is not None and length(period) in _YEAR else None
    return (before, f"the year before “{main.text}”") if before is not None else None


def _counts_others(told: Told) -> bool:
    """Tell whether a figure counts other things than those before it: "44 points from 34 games"."""
    noun = told.reading.anchor
    if told.kind != "count" or noun.pos_ != "NOUN":
        return False
    return all(word.lemma_ != noun.lemma_ for word in told.sentence.span if word.idx < told.place[0])
