"""The period that a report is on, for its figures that do not name it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from claims.model import Claim, Period
from claims.timing.carrying import LONGEST_REPORT, SHORTEST_REPORT, length, names, year_before
from claims.timing.clauses import Clause
from claims.timing.event_spans import stretch

# A report comes out within half a year of the period that it is on, and gives more than one figure for it.
_FRESH = 180
_FIGURES = 2
_BUSINESS = ("money", "growth", "share")
# Days of the periods that are named by their length, and words that name another one than that reported.
_LENGTHS = {"half": (181, 184), "quarter": (89, 92)}
_FORMER = frozenset({"second", "third", "fourth", "next", "last", "previous", "prior", "earlier", "before"})

Dating = tuple[Period, str]


@dataclass(frozen=True, slots=True)
class Report:
    """Whose figures a report gives, and for what period."""

    subject: str
    period: Period


def report_of(claims: Sequence[Claim], published: date | None) -> Report | None:
    """Return the latest period of business that a fresh report gives most figures for, or None.

    Where the text only names one by its length ("the first half"), that has no days yet.

    Args:
        claims: All claims of the source.
        published: The day of publication, or None.
    """
    counted: Counter[tuple[str, Period]] = Counter()
    words: dict[Period, Period] = {}
    for claim in claims:
        days = stretch(claim.period) if claim.period else None
        if days is None or claim.value is None or claim.period is None or published is None:
            continue
        fresh = 0 <= (published - days[1]).days <= _FRESH
        if fresh and SHORTEST_REPORT <= length(claim.period) <= LONGEST_REPORT and claim.modality == "actual":
            plain = Period(claim.period.start, claim.period.end, "")
            words.setdefault(plain, claim.period)
            counted[claim.subject, plain] += 1
    if not counted:
        return _named_only(claims)
    (subject, plain), figures = max(counted.items(), key=lambda item: (item[1], item[0][1].end or ""))
    return Report(subject, words[plain]) if figures >= _FIGURES else None


def _named_only(claims: Sequence[Claim]) -> Report | None:
    """Return the period that a report only names by its length, for more than one figure of somebody's."""
    counted: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        unknown = claim.period is not None and not (claim.period.start or claim.period.end)
        if unknown and claim.period and named_length(claim.period.text) and claim.modality == "actual":
            counted[claim.subject, claim.period.text] += 1
    ranked = counted.most_common(1)
    if not ranked or ranked[0][1] < _FIGURES:
        return None
    (subject, words), _ = ranked[0]
    return Report(subject, Period(None, None, words))


def named_length(text: str) -> tuple[int, int] | None:
    """Return the fewest and the most days of a period that is named by its length alone, or None.

    Args:
        text: The words of the period: "in the first half"; one that counts on or back ("the second quarter",
            "last half-year") is not the one reported.
    """
    words = text.lower().replace("-", " ").split()
    return None if _FORMER & {*words} else next((_LENGTHS[w] for w in words if w in _LENGTHS), None)


def of_that_name(claim: Claim, report: Report | None) -> Dating | None:
    """Read "in the first half" as the half-year that the report is on.

    Args:
        claim: A claim whose period could not be resolved.
        report: What the source reports on, or None.
    """
    if report is None or claim.period is None:
        return None
    wanted = named_length(claim.period.text)
    if wanted is None or not wanted[0] <= length(report.period) <= wanted[1]:
        return None
    note = f"“{claim.period.text}” read as the period reported, “{report.period.text}”"
    return replace(report.period, text=claim.period.text), note


def of_report(claim: Claim, clause: Clause, report: Report | None) -> Dating | None:
    """Date a figure that goes on with what a report tells, wherever in the text it stands.

    Args:
        claim: An undated claim.
        clause: What its clause shows of its time.
        report: What the source reports on, or None.
    """
    if report is None or claim.subject != report.subject or claim.kind not in _BUSINESS:
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
