"""The period that a report is on, for its figures that do not name it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.model import Claim, Period
from claims.timing.business_parts import months_named, reaching_to
from claims.timing.carrying import LONGEST_REPORT, SHORTEST_REPORT, joined, length, names, year_before
from claims.timing.clauses import Clause
from claims.timing.event_spans import stretch

# A report comes out within half a year of the period that it is on, and gives more than one figure for it.
_FRESH = 180
_FIGURES = 2
_HALF = 190
_BUSINESS = ("money", "growth", "share")
_RESULTS = "results"  # counted as one subject: a text may tell a firm's figures without its name
Dating = tuple[Period, str]


@dataclass(frozen=True, slots=True)
class Report:
    """Whose figures a report gives, and for what period.

    Attributes:
        subjects: What it gives a figure for that period of: firms, and measures where no firm is named.
        period: The period.
        fiscal_end: The month in which the business year of the text ends, or None.
        led: Whether the first sentences name the period, so that the whole text is on it.
    """

    subjects: frozenset[str]
    period: Period
    fiscal_end: int | None = None
    led: bool = False


def report_of(
    claims: Sequence[Claim],
    published: date | None,
    *,
    led: Period | None = None,
    fiscal_end: int | None = None,
) -> Report | None:
    """Return the latest period of business that a fresh report gives most figures for, or None.

    Where the text only names one by its length ("the first half"), that has no days yet.

    Args:
        claims: All claims of the source.
        published: The day of publication, or None.
        led: The period that its first sentences name, for a text that gives no figure with it.
        fiscal_end: The month in which the business year of the text ends, or None.
    """
    counted: Counter[tuple[str, Period]] = Counter()
    words: dict[Period, Period] = {}
    for claim in claims:
        if claim.value is None or claim.period is None or claim.modality != "actual":
            continue
        if is_fresh(claim.period, published):
            plain = Period(claim.period.start, claim.period.end, "")
            words.setdefault(plain, claim.period)
            counted[claim.subject, plain] += 1
            counted[_RESULTS, plain] += claim.kind in _BUSINESS and names(claim.measure, "results")
    most = max(counted.items(), key=lambda item: (item[1], item[0][1].end or ""), default=None)
    if most is not None and most[1] >= _FIGURES:
        period = most[0][1]
        subjects = frozenset(subject for subject, other in counted if other == period)
        leads = led is not None and (led.start, led.end) == (period.start, period.end)
        return Report(subjects, words[period], fiscal_end, leads)
    if led is not None and is_fresh(led, published):
        return Report(frozenset(), led, fiscal_end, led=True)
    return _named_only(claims) if not counted else None


def is_fresh(period: Period, published: date | None) -> bool:
    """Tell whether a period is one of business that a text reports on soon after its end.

    Args:
        period: A period.
        published: The day of publication, or None.
    """
    days = stretch(period)
    fresh = days is not None and published is not None and 0 <= (published - days[1]).days <= _FRESH
    return (
        fresh
        and "season" not in period.text.lower().split()
        and SHORTEST_REPORT <= length(period) <= LONGEST_REPORT
    )


def _named_only(claims: Sequence[Claim]) -> Report | None:
    """Return the period that a report only names by its length, for more than one figure of somebody's."""
    counted: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        unknown = claim.period is not None and not (claim.period.start or claim.period.end)
        if unknown and claim.period and months_named(claim.period.text) and claim.modality == "actual":
            counted[claim.subject, claim.period.text] += 1
    ranked = counted.most_common(1)
    if not ranked or ranked[0][1] < _FIGURES:
        return None
    (subject, words), _ = ranked[0]
    return Report(frozenset({subject}), Period(None, None, words))


def of_that_name(claim: Claim, report: Report | None) -> Dating | None:
    """Read "in the first half" as the half-year that the report is on, "the full year" as the year it is in.

    Args:
        claim: A claim whose period could not be resolved.
        report: What the source reports on, or None.
    """
    if report is None or claim.period is None:
        return None
    months = months_named(claim.period.text)
    found = reaching_to(report.period, months, report.fiscal_end) if months else None
    if found is None:
        return None
    link = "as" if found == report.period else "by"
    note = f"“{claim.period.text}” read {link} the period reported, “{report.period.text}”"
    return replace(found, text=claim.period.text), note


def of_report(claim: Claim, clause: Clause, report: Report | None) -> Dating | None:
    """Date a figure that goes on with what a report tells, wherever in the text it stands.

    Args:
        claim: An undated claim.
        clause: What its clause shows of its time.
        report: What the source reports on, or None.
    """
    if report is None or not _is_reported(claim, clause, report):
        return None
    if clause.timed or clause.events:
        return None
    if clause.expected:
        return report.period, f"expected for the period reported, “{report.period.text}”"
    if claim.modality not in ("actual", "estimate", "reported"):
        return None
    end = report.period.end
    if names(claim.measure, "stocks"):
        if end is None:
            return None
        told = clause.tense in ("present", "past", "none")
        if told and clause.old:
            before = year_before(report.period)
            note = f"the end of the year before “{report.period.text}”"
            return (replace(before, start=before.end), note) if before is not None else None
        return (replace(report.period, start=end), f"the end of “{report.period.text}”") if told else None
    told = clause.tense == "past" or (clause.tense == "none" and (clause.heading or clause.item))
    if told and clause.old:
        before = year_before(report.period)
        note = f"the year before the period reported, “{report.period.text}”"
        return (before, note) if before is not None else None
    return (report.period, f"the period reported, “{report.period.text}”") if told else None


def _is_reported(claim: Claim, clause: Clause, report: Report) -> bool:
    """Tell whether a figure is one of those that a report gives: of the firm, its results or its parts."""
    if claim.kind == "count" and report.led:
        handled = names(claim.measure, "handled") or (clause.item and names(claim.measure, "stocks"))
        return handled and (clause.item or (clause.tense == "past" and claim.subject in report.subjects))
    if claim.kind not in _BUSINESS:
        return False
    if report.led and clause.item:
        return True
    if claim.subject in report.subjects or names(claim.measure, "results"):
        return True
    return report.led and clause.tense == "past" and clause.earned


def of_year_of_part(claim: Claim, report: Report | None) -> Dating | None:
    """Read "(2024: £58m)" behind the profit of a quarter, and "a year ago", as that quarter a year before.

    Args:
        claim: A claim with a time of its own.
        report: What the source reports on, or None.
    """
    own = claim.period
    days = stretch(own) if own is not None else None
    if report is None or own is None or days is None:
        return None
    year = own.text == str(days[0].year) and f"({own.text}: " in claim.sentence and length(own) > _HALF
    ago = own.start == own.end and own.text.lower().removeprefix("of ") in ("a year ago", "a year earlier")
    before = year_before(report.period) if year or ago else None
    if before is None or before.start is None:
        return None
    bare = year and length(before) <= _HALF and days[0].year == int(before.start[:4])
    ours = report.led or names(claim.measure, "results") or claim.subject in report.subjects
    if ago and ours and claim.kind == "growth":  # "£27m, twice the £13m of a year ago"
        return report.period, f"the period reported, “{report.period.text}”"
    if not (bare or (ago and ours and claim.kind in _BUSINESS)):
        return None
    before = replace(before, start=before.end) if names(claim.measure, "stocks") else before
    return replace(before, text=own.text), f"the year before the period reported, “{report.period.text}”"


def of_cells(claims: Sequence[Claim], report: Report | None) -> list[Claim]:
    """Date the undated cells of a table of results by the period that the text reports on.

    Args:
        claims: All claims of the source, dated otherwise.
        report: What the source reports on, or None.
    """
    if report is None or report.period.end is None:
        return list(claims)
    return [_of_cell(claim, report.period) if _is_of_results(claim) else claim for claim in claims]


def _is_of_results(claim: Claim) -> bool:
    told = claim.period is None and claim.kind in _BUSINESS and claim.modality == "actual"
    return told and "column" in claim.scope and names(_label(claim), "results")


def _of_cell(claim: Claim, period: Period) -> Claim:
    at_end = replace(period, start=period.end) if names(_label(claim), "stocks") else period
    return with_period(claim, at_end, f"the period reported, “{period.text}”")


def _label(claim: Claim) -> str:
    return f"{claim.scope.get('row', '')} {claim.scope.get('column', '')}"


def with_period(claim: Claim, period: Period, note: str) -> Claim:
    """Date a claim by what the text implies, and say so.

    Args:
        claim: The claim.
        period: Its period.
        note: What that was taken from.
    """
    known = replace(period, resolved_from=joined(period.resolved_from, note))
    return replace(claim, period=known, inferred={**claim.inferred, "period": note})


def of_cost(claim: Claim, clause: Clause, report: Report | None) -> Dating | None:
    """Read what an event cost as booked in the period of the report that it fell into.

    "A strike in May cost it €7m" says when the strike was; the report on the half-year says what it cost.

    Args:
        claim: A claim with a time of its own.
        clause: What its clause shows of its time.
        report: What the source reports on, or None.
    """
    own = claim.period
    if report is None or own is None or claim.kind != "money" or claim.modality != "actual":
        return None
    days, whole = stretch(own), stretch(report.period)
    if days is None or whole is None or not clause.events or "cost" not in claim.measure.lower().split():
        return None
    inside = whole[0] <= days[0] and days[1] <= whole[1] and length(own) < SHORTEST_REPORT
    note = f"the cost of an event in the period reported, “{report.period.text}”"
    return (report.period, note) if inside else None
