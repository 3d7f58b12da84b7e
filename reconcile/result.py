"""What comparing several sources gave."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from claims.model import Claim, Source
from reconcile.pairing import Reason

if TYPE_CHECKING:
    import pandas

    from reconcile.decisions import Review

SCHEMA_VERSION = 1
OPEN = frozenset({"conflict", "possible_conflict", "internal_inconsistency"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of a group and how they stand to each other.

    Attributes:
        a: Id of a claim.
        b: Id of another.
        verdict: How they stand to each other.
        reasons: The gates passed and the one that decided, in order.
        severity: high, medium or low.
        fit: What made the two one question: facet -> what it added to their fit, which is the sum.
    """

    a: str
    b: str
    verdict: str
    reasons: tuple[Reason, ...]
    severity: str = "low"
    fit: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that answer the same question.

    Attributes:
        id: Stable for the same claims.
        title: The question, as a person would name it.
        claims: Ids of the claims, in the order of the result.
        verdict: The gravest of its pairs'.
        severity: The highest of the pairs with that verdict.
        pairs: Every two claims.
        origins: Its sources by origin: those with the same words or the same named origin stand together.
    """

    id: str
    title: str
    claims: tuple[str, ...]
    verdict: str
    severity: str
    pairs: tuple[Pair, ...]
    origins: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """A sum, share or product that the figures of a source allow.

    Attributes:
        id: Stable for the same claims and rule.
        rule: What was computed.
        claims: Ids of the claims it rests on.
        verdict: consistent or inconsistent.
        computed: What the other figures give for the last.
        text: The sum with its bounds.
    """

    id: str
    rule: str
    claims: tuple[str, ...]
    verdict: str
    computed: float | None
    text: str


@dataclass(frozen=True)
class Reconciliation:
    """Sources, what they claim, and how the claims stand to each other.

    Attributes:
        sources: The sources, sorted by name.
        claims: Their claims, by source and place.
        groups: Claims that answer the same question; conflicts first, the gravest first.
        checks: Sums that the sources allow.
        problems: One line for each thing that could not be done in full.
        compared: The claims as they were compared. In ``claims`` some have days that another source gives.
    """

    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    groups: tuple[Group, ...]
    checks: tuple[Check, ...]
    problems: tuple[str, ...] = ()
    compared: tuple[Claim, ...] = field(default=(), repr=False, compare=False)

    @property
    def open_conflicts(self) -> int:
        """Number of groups in conflict and of checks that fail."""
        failed = sum(check.verdict == "inconsistent" for check in self.checks)
        return failed + sum(group.verdict in OPEN for group in self.groups)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs of all groups."""
        return tuple(pair for group in self.groups for pair in group.pairs)

    def as_json(self) -> dict[str, Any]:
        """Return the documented JSON form."""
        return {
            "schema_version": SCHEMA_VERSION,
            "sources": [source.as_json() for source in self.sources],
            "claims": [claim.as_json() for claim in self.claims],
            "groups": [asdict(group) for group in self.groups],
            "checks": [asdict(check) for check in self.checks],
        }

    @property
    def claims_frame(self) -> "pandas.DataFrame":
        """The claims as a table, one a row; value and period spread over columns."""
        return _frame([_flat(claim.as_json()) for claim in self.claims], _CLAIM_COLUMNS)

    @property
    def groups_frame(self) -> "pandas.DataFrame":
        """The groups as a table, one a row."""
        rows = [
            {
                "id": g.id,
                "title": g.title,
                "verdict": g.verdict,
                "severity": g.severity,
                "claims": list(g.claims),
                "origins": len(g.origins),
            }
            for g in self.groups
        ]
        return _frame(rows, ["id", "title", "verdict", "severity", "claims", "origins"])

    @property
    def pairs_frame(self) -> "pandas.DataFrame":
        """The pairs as a table, one a row, with the sentence that decided each."""
        rows = [
            {
                "group": group.id,
                "a": pair.a,
                "b": pair.b,
                "verdict": pair.verdict,
                "severity": pair.severity,
                "reason": next((r.text for r in pair.reasons if r.effect == pair.verdict), ""),
            }
            for group in self.groups
            for pair in group.pairs
        ]
        return _frame(rows, ["group", "a", "b", "verdict", "severity", "reason"])

    def consistency(self, review: "Review | None" = None) -> "pandas.DataFrame":
        """Return the questions of the consistency report as a table, a row for each statement on each.

        Args:
            review: What reviewers made of this result; without it nothing is said of decisions.
        """
        from reconcile.report.frames import consistency
        from reconcile.report.writing import report_on

        return consistency(report_on(self, review=review))


_CLAIM_COLUMNS = [name for name in Claim.__dataclass_fields__ if name not in ("value", "period")]


def _flat(claim: dict[str, Any]) -> dict[str, Any]:
    """Spread the value and the period of a claim over columns."""
    value, period = claim.pop("value") or {}, claim.pop("period") or {}
    return claim | {f"value_{k}": v for k, v in value.items()} | {f"period_{k}": v for k, v in period.items()}


def _frame(rows: Sequence[dict[str, Any]], columns: list[str]) -> "pandas.DataFrame":
    import pandas  # takes as long as a small run, and only notebooks need it

    return pandas.DataFrame(list(rows)) if rows else pandas.DataFrame(columns=columns)
