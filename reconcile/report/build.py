"""From a result to the report: which questions go where, and what is left to do."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.model import Source
from claims.sources import Problem
from reconcile.format import counted, verdicts_counted
from reconcile.report import notes
from reconcile.report.document import (
    Count,
    Item,
    OpenItem,
    Report,
    Review,
    Ruling,
    SourceRead,
    Sum,
    Summary,
    Unread,
)
from reconcile.report.evidence import Statement
from reconcile.report.items import item
from reconcile.report.made_with import made_with
from reconcile.report.matrix import matrix
from reconcile.report.selection import ALERTS, EXPLAINED, with_verdict
from reconcile.report.statements import Witness, letter, wording
from reconcile.result import Check, Group, Reconciliation
from reconcile.vocabulary import load

TITLE = "Consistency report"
MOST_IMPORTANT = 7
# Groups of which nothing can be said; the reason is as much an explanation as another scope is.
_UNDECIDABLE = ("not_comparable", "insufficient")


@dataclass(frozen=True, slots=True)
class Decided:
    """What reviewers decided, as the report needs it.

    Attributes:
        by_group: Group -> how far its review has come.
        reviewers: Who decided something.
        changes: Corrections, and claims kept apart: the result has them already.
        orphans: One line for each decision whose claims are gone.
    """

    by_group: dict[str, Review]
    reviewers: tuple[str, ...] = ()
    changes: tuple[Ruling, ...] = ()
    orphans: tuple[str, ...] = ()


def build(
    result: Reconciliation,
    problems: Sequence[Problem] = (),
    *,
    decided: Decided | None = None,
    title: str = TITLE,
) -> Report:
    """Return the report of a result.

    Args:
        result: What comparing the sources gave; where reviewers decided, the one that heeds them.
        problems: What could not be read.
        decided: What reviewers decided; None where nobody was asked.
        title: What to call the report.
    """
    witness = Witness(result)
    conflicts = with_verdict(result.groups, *ALERTS)
    differences = [*with_verdict(result.groups, *EXPLAINED), *with_verdict(result.groups, *_UNDECIDABLE)]
    differences.sort(key=lambda group: _sources(group) < 2)
    agreements = [group for group in with_verdict(result.groups, "agree") if _sources(group) > 1]
    items = []
    for number, group in enumerate([*conflicts, *differences, *agreements], 1):
        review = decided.by_group.get(group.id) if decided else None
        items.append(item(group, number, witness, review))
    first, second = len(conflicts), len(conflicts) + len(differences)
    claimed = Counter(claim.source for claim in result.claims)
    sums = tuple(_sum(check, witness) for check in _by_verdict(result.checks))
    return Report(
        title=title,
        made_with=made_with(),
        sources=tuple(_source(source, claimed[source.name]) for source in result.sources),
        summary=_summary(items, sums),
        matrix=matrix(items, witness),
        conflicts=tuple(items[:first]),
        differences=tuple(items[first:second]),
        agreements=tuple(items[second:]),
        sums=sums,
        changes=decided.changes if decided else (),
        single=_single(result, items, witness),
        open_items=tuple(_open_items(result.sources, items[:first], sums, decided)),
        unread=tuple(_unread(result, problems)),
        reviewers=decided.reviewers if decided else None,
    )


def is_decided(of: Item) -> bool:
    """Whether a reviewer settled a conflict, and nothing that was found since speaks against it."""
    return of.review is not None and of.review.state == "done"


def _sources(group: Group) -> int:
    return sum(map(len, group.origins))


def _by_verdict(checks: Iterable[Check]) -> list[Check]:
    return sorted(checks, key=lambda check: check.verdict != "inconsistent")


def _source(source: Source, claimed: int) -> SourceRead:
    known = source.metadata
    return SourceRead(
        name=source.name,
        title=source.known("title"),
        publisher=source.known("publisher"),
        published=source.known("published"),
        published_from=known["published"].evidence if "published" in known else None,
        modified=source.known("modified"),
        modified_from=known["modified"].evidence if "modified" in known else None,
        url=source.known("url"),
        wording=wording(source),
        format=source.format,
        reader=source.reader,
        pages=len(source.pages) or None,
        repeats=source.repeats,
        metadata={key: known[key] for key in sorted(known)},
        sha256=source.sha256,
        file_sha256=source.file_sha256 or None,
        characters=len(source.text),
        claims=claimed,
        warnings=source.warnings,
    )


def _summary(items: Sequence[Item], sums: Sequence[Sum]) -> Summary:
    alerts = [of for of in items if of.verdict in ALERTS]
    failed = sum(of.verdict == "inconsistent" for of in sums)
    pending = [of for of in alerts if not is_decided(of)]
    ranked = [*pending, *(of for of in alerts if is_decided(of))]
    still_open = len(pending) + failed
    explained = sum(of.verdict in EXPLAINED for of in items)
    agreed = sum(of.verdict == "agree" for of in items)
    counts = [
        Count(verdict, mark, found, verdicts_counted(found, verdict))
        for verdict, (mark, *_) in load("display")["verdicts"].items()
        if (found := sum(of.verdict == verdict for of in items))
    ]
    if failed:
        text = f"{counted(failed, 'sum')} that {'does' if failed == 1 else 'do'} not add up"
        counts.insert(0, Count("inconsistent", "!", failed, text))
    parts = [
        counted(still_open, "open conflict"),
        *([f"{len(alerts) - len(pending)} decided"] if len(alerts) > len(pending) else []),
        counted(explained, "explained difference"),
        counted(agreed, "agreement"),
    ]
    important = tuple(of.number for of in ranked[:MOST_IMPORTANT])
    return Summary(", ".join(parts), tuple(counts), still_open, len(alerts) - len(pending), important)


def _sum(check: Check, witness: Witness) -> Sum:
    statements = (witness.statement(claim, letter(place)) for place, claim in enumerate(check.claims))
    return Sum(check.id, check.rule, check.verdict, check.text, check.computed, tuple(statements))


def _single(result: Reconciliation, items: Sequence[Item], witness: Witness) -> tuple[Statement, ...]:
    """Return the figures that no other source speaks of; one that its source repeats comes once."""
    shared = {of.claim for question in items if question.sources > 1 for of in question.statements}
    first_of = {
        claim: group.claims[0] for group in result.groups for claim in group.claims if _repeats(group)
    }
    return tuple(
        witness.statement(claim.id)
        for claim in result.claims
        if claim.value is not None and claim.id not in shared and first_of.get(claim.id, claim.id) == claim.id
    )


def _repeats(group: Group) -> bool:
    return group.verdict == "agree" and _sources(group) == 1


def _open_items(
    sources: Iterable[Source], conflicts: Iterable[Item], sums: Iterable[Sum], decided: Decided | None
) -> Iterable[OpenItem]:
    for of in conflicts:
        state = of.review.state if of.review else "open"
        if state in ("open", "noted"):
            yield OpenItem("undecided", f"{of.title}: nobody has decided", of.number)
        elif state == "skipped":
            yield OpenItem("skipped", f"{of.title}: put off", of.number)
        elif state == "disputed":
            yield OpenItem("disputed", f"{of.title}: reviewers differ", of.number)
        elif state == "stale":
            yield OpenItem("stale", f"{of.title}: a source changed after it was decided", of.number)
    for failed in sums:
        if failed.verdict == "inconsistent":
            yield OpenItem(
                "failed_check", f"does not add up: {failed.text}", source=failed.statements[0].source
            )
    for orphan in decided.orphans if decided else ():
        yield OpenItem("orphaned", orphan)
    for source in sources:
        if source.known("published") is None:
            text = "its date is unknown, so that what it says of “now” or “last year” stays undated"
            yield OpenItem("undated", text, source=source.name)
        if source.known("publisher") is None:
            yield OpenItem("unpublished", "its publisher is unknown", source=source.name)


def _unread(result: Reconciliation, problems: Iterable[Problem]) -> Iterable[Unread]:
    for problem in problems:
        yield Unread(problem.name, problem.cause, problem.advice)
    for limit in result.problems:
        yield Unread("", limit, "")
    speaking = {claim.source for claim in result.claims}
    for source in result.sources:
        for warning in source.warnings:
            yield Unread(source.name, warning, "")
        if source.name not in speaking:
            yield Unread(source.name, notes.SILENT, "")
