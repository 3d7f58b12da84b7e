"""Statistics of a year: the calendar year that a text opens with, for figures in the same unit further on."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.model import Claim, Period
from claims.timing.carrying import is_price, names
from claims.timing.clauses import Clause
from claims.timing.event_spans import stretch
from claims.timing.reports import Dating

_FIGURES = 2
_FRESH = 366
_BESIDE = ("share", "growth", "rank")
_COUNTED = ("count", "quantity", "share", "growth", "money", "duration")
_OPENING = 2  # sentences
_SOON = 180  # days from the end of a year to a report on it
_TOLD = ("actual", "estimate", "reported")


@dataclass(frozen=True, slots=True)
class Yearly:
    """The year that a text gives the figures of a unit for.

    Attributes:
        unit: The unit: "t".
        year: The calendar year.
        sentences: The sentences that have a figure in that unit, as printed.
    """

    unit: str
    year: Period
    sentences: frozenset[str]


def yearly(claims: Sequence[Claim], published: date | None, *, foreseen: bool = False) -> Yearly | None:
    """Return the year that a text gives most of its figures in a unit of measure for, or None.

    Args:
        claims: All claims of the source.
        published: The day of publication, or None.
        foreseen: Whether to ask for its forecasts and not for what it reports.
    """
    counted: Counter[tuple[str, str]] = Counter()
    words: dict[str, Period] = {}
    for claim in claims:
        if not _is_measured(claim) or _is_foreseen(claim) != foreseen or claim.period is None:
            continue
        days = stretch(claim.period)
        if days is None or published is None or not _is_year(days):
            continue
        if foreseen or 0 <= (published - days[1]).days <= _FRESH:
            counted[claim.value.unit if claim.value else "", days[0].isoformat()] += 1
            words.setdefault(days[0].isoformat(), claim.period)
    ranked = counted.most_common(2)
    if not ranked or ranked[0][1] < _FIGURES or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    unit, first = ranked[0][0]
    inside = frozenset(item.sentence for item in claims if item.value is not None and item.value.unit == unit)
    return Yearly(unit, words[first], inside)


def year_led(claims: Sequence[Claim], published: date | None) -> Period | None:
    """Return the calendar year that a text opens with and that ended not long before, or None.

    A report on a year ("the port took 900 ships in 2031") goes on with figures of that year.

    Args:
        claims: All claims of the source, in the order of the text.
        published: The day of publication, or None.
    """
    told = [claim for claim in claims if claim.value is not None]
    opening = list(dict.fromkeys(claim.sentence for claim in told))[:_OPENING]
    years = [claim.period for claim in told if _is_year_of(claim, published)]
    led = next((claim.period for claim in told if claim.sentence in opening and claim.period in years), None)
    if led is None:
        return None
    often = sum((year.start, year.end) == (led.start, led.end) for year in years if year is not None)
    return led if often >= _FIGURES else None


def _is_year_of(claim: Claim, published: date | None) -> bool:
    """Tell whether a claim is a figure of a calendar year that ended not long before."""
    days = stretch(claim.period) if claim.period is not None else None
    if days is None or published is None or claim.kind not in _COUNTED or claim.modality not in _TOLD:
        return False
    return _is_year(days) and 0 <= (published - days[1]).days <= _SOON


def of_led_year(claim: Claim, clause: Clause, year: Period | None) -> Dating | None:
    """Date a figure of a report on a year: what was, in the past tense, and what it was before.

    Args:
        claim: An undated claim.
        clause: What its clause shows of its time.
        year: The year that the text opens with, or None.
    """
    if year is None or year.start is None or claim.kind not in _COUNTED or claim.modality not in _TOLD:
        return None
    if clause.timed or clause.habitual or clause.events or clause.moment or clause.tense != "past":
        return None
    if names(claim.measure, "stocks") or (
        claim.kind == "duration" and claim.value and claim.value.unit == "year"
    ):
        return None  # what took years was in none of them
    note = f"the year that the text opens with, “{year.text}”"
    if not clause.old:
        return year, note
    before = int(year.start[:4]) - 1
    whole = replace(year, start=f"{before}-01-01", end=f"{before}-12-31")
    return whole, f"the year before the one that the text opens with, “{year.text}”"


def of_year(claim: Claim, clause: Clause, found: Yearly | None) -> Dating | None:
    """Date a figure that goes on with the statistics of a year.

    Args:
        claim: An undated claim.
        clause: What its clause shows of its time.
        found: The year that the text gives the figures of a unit for, or None.
    """
    if found is None or claim.value is None or clause.timed or clause.habitual:
        return None
    if names(claim.measure, "stocks") or clause.harvest or not _is_alike(claim, found):
        return None
    told = _is_foreseen(claim) or clause.tense == "past" or _follows(clause)
    if not told:
        return None
    note = f"the year that the text gives such figures for, “{found.year.text}”"
    if not clause.old:
        return found.year, note
    if claim.kind != "quantity" or _is_foreseen(claim) or found.year.start is None:
        return None
    year = int(found.year.start[:4]) - 1
    before = replace(found.year, start=f"{year}-01-01", end=f"{year}-12-31")
    return before, f"the year before that, {note}"


def _is_measured(claim: Claim) -> bool:
    value = claim.value
    return (
        value is not None
        and claim.kind == "quantity"
        and value.unit not in ("count", "")
        and not is_price(value.unit)
    )


def _is_foreseen(claim: Claim) -> bool:
    return claim.modality not in _TOLD


def _is_year(days: tuple[date, date]) -> bool:
    first, last = days
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year


def _is_alike(claim: Claim, found: Yearly) -> bool:
    """Tell whether a figure has the unit, or is a share, change or place told beside one that has."""
    if _is_measured(claim):
        return claim.value is not None and claim.value.unit == found.unit
    return claim.kind in _BESIDE and claim.sentence in found.sentences


def _follows(clause: Clause) -> bool:
    """Tell whether a clause goes on with figures: "Peru follows with 2.7 m", "which leaves 3 m"."""
    return clause.words in ("follows", "follow", "leaves", "makes", "having")
