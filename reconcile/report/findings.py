"""The conflicts as a code host wants them: one finding for each source in each conflict."""

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.report.build import is_decided
from reconcile.report.document import Item, Report, Sum
from reconcile.report.evidence import Statement

_POSSIBLE = "possible_conflict"


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict, told at the place of one of its statements.

    Attributes:
        rule: The verdict.
        id: Id of the group or check; the same for all findings of one conflict.
        name: The verdict for a person.
        title: The question.
        text: What is in conflict with what, and what would make it none.
        statement: The statement at whose place it is told.
        others: The statements that it is held against.
        certain: Whether it is more than possible.
        severity: high, medium or low.
        decided: What was decided on it; "" where nothing was.
    """

    rule: str
    id: str
    name: str
    title: str
    text: str
    statement: Statement
    others: tuple[Statement, ...]
    certain: bool
    severity: str
    decided: str


def findings(report: Report) -> Iterator[Finding]:
    """Return the conflicts and the sums that do not add up, the gravest first."""
    for item in report.conflicts:
        yield from _of_item(item)
    for check in report.sums:
        if check.verdict == "inconsistent":
            yield _of_sum(check)


def _of_item(item: Item) -> Iterator[Finding]:
    telling = [of for of in item.statements if of.letter in item.telling]
    seen: set[str] = set()
    for of in telling:
        if of.source in seen:
            continue
        seen.add(of.source)
        others = [other for other in telling if other.source != of.source]
        # Inside one source the statements are held against each other.
        others = others or [other for other in telling if other is not of]
        yield Finding(
            rule=item.verdict,
            id=item.id,
            name=item.name.capitalize(),
            title=item.title,
            text=_text(item, of, others),
            statement=of,
            others=tuple(others),
            certain=item.verdict != _POSSIBLE,
            severity=item.severity,
            decided=item.review.text if item.review and is_decided(item) else "",
        )


def _text(item: Item, of: Statement, others: list[Statement]) -> str:
    own = [why for why in item.arguments if of.letter in (why.a, why.b)] or list(item.arguments[:1])
    against = "; ".join(f"{other.said} ({other.source}, {other.place.label})" for other in others)
    because = " ".join(filter(None, (part for why in own[:1] for part in (why.text, why.unless))))
    return f"{of.said} here, but elsewhere {against}. {because}".strip()


def _of_sum(check: Sum) -> Finding:
    last = check.statements[-1]
    return Finding(
        rule="inconsistent",
        id=check.id,
        name="Does not add up",
        title=check.rule,
        text=check.text,
        statement=last,
        others=check.statements[:-1],
        certain=True,
        severity="medium",
        decided="",
    )
