"""A period that one source only names ("the first half") read as another source of the story dates it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from claims.model import Claim, Period
from claims.timing.business_parts import DAYS_OF, months_named
from claims.timing.carrying import length
from reconcile.words import plain_words

# Sources that came out this many days apart report on the same period of business.
TOGETHER = 45
# Months of what is reported on when it is over; a year that is only named may be still to come.
_REPORTED = (3, 6)


def with_shared_periods(
    claims: Sequence[Claim], published: Mapping[str, str], labels: Mapping[str, str]
) -> list[Claim]:
    """Resolve periods that a source names by their length alone, where the other sources agree on the days.

    Args:
        claims: The claims of all sources.
        published: Source -> the day it was published, where that is known.
        labels: Source -> the name by which the note on the claim calls it.

    Returns:
        The claims in their order; what was resolved says from which source.
    """
    dated = [claim for claim in claims if claim.period and length(claim.period) and claim.value]
    return [_resolved(claim, dated, published, labels) for claim in claims]


def _resolved(
    claim: Claim, dated: Sequence[Claim], published: Mapping[str, str], labels: Mapping[str, str]
) -> Claim:
    if claim.period is None or claim.period.start or claim.period.end:
        return claim
    months = months_named(claim.period.text)
    if months is None or months not in _REPORTED:
        return claim
    found = [
        other
        for other in dated
        if other.source != claim.source
        and other.period is not None
        and length(other.period) in DAYS_OF[months]
        and _one_holder(claim, other)
        and _is_fresh(other.period, claim, published)
        and _came_together(claim, other, published)
    ]
    spans = [(other.period, other.source) for other in found if other.period and other.period.end]
    latest = [span for span in spans if span[0].end == max(period.end or "" for period, _ in spans)]
    if len({period.start for period, _ in latest}) != 1:
        return claim
    said, source = latest[0]
    note = f"“{claim.period.text}” read as “{said.text}” in {labels.get(source, source)}"
    period = Period(said.start, said.end, claim.period.text, note)
    return replace(claim, period=period, inferred={**claim.inferred, "period": note})


def _one_holder(claim: Claim, other: Claim) -> bool:
    one, two = set(plain_words(claim.subject)), set(plain_words(other.subject))
    return bool(one and two) and (one <= two or two <= one)


def _is_fresh(period: Period, claim: Claim, published: Mapping[str, str]) -> bool:
    """Whether a period had ended when a claim was published: a report looks back."""
    day = published.get(claim.source)
    return day is not None and period.end is not None and period.end <= day


def _came_together(claim: Claim, other: Claim, published: Mapping[str, str]) -> bool:
    days = [published.get(source) for source in (claim.source, other.source)]
    if not all(days):
        return False
    one, two = (date.fromisoformat(str(day)[:10]) for day in days)
    return abs((one - two).days) <= TOGETHER
