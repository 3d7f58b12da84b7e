"""Which pairs of a group to show: the most telling ones, so that a reader sees each contradiction once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model import Claim
from reconcile.report.format import period, statement

if TYPE_CHECKING:
    from reconcile.result import Group, Pair, Reconciliation

ALERTS = ("conflict", "internal_inconsistency", "possible_conflict")
EXPLAINED = ("superseded", "projection_vs_actual", "different_scope", "different_period")


@dataclass(frozen=True)
class Index:
    """Claims and the order of sources, for looking up.

    Attributes:
        claims: Claim by id.
        order: Place of a claim in the result, which is its place in the texts.
    """

    claims: dict[str, Claim]
    order: dict[str, int]

    @classmethod
    def of(cls, result: "Reconciliation") -> "Index":
        """Build the index of a result."""
        claims = {claim.id: claim for claim in result.claims}
        return cls(claims, {identifier: place for place, identifier in enumerate(claims)})

    def said(self, identifier: str) -> tuple[str, str]:
        """Return what a claim says in short, and for when: equal for claims a reader would call the same."""
        claim = self.claims[identifier]
        return statement(claim), period(claim.period) if claim.period else ""


def telling_pairs(group: "Group", index: Index, most: int) -> tuple[list["Pair"], int]:
    """Choose the pairs of a group in conflict that a reader needs to see.

    Of pairs that say the same against the same, the first is kept; between two sources, the gravest.

    Args:
        group: A group whose verdict is an alert.
        index: The claims.
        most: How many to return at most.

    Returns:
        The pairs, gravest first, and how many other pairs of the group are alerts too.
    """
    alerts = [pair for pair in group.pairs if pair.verdict in ALERTS]
    alerts.sort(key=lambda pair: (ALERTS.index(pair.verdict), index.order[pair.a], index.order[pair.b]))
    chosen: list[Pair] = []
    sayings, sources = set(), set()
    for pair in alerts:
        saying = frozenset((index.said(pair.a), index.said(pair.b)))
        between = frozenset((index.claims[pair.a].source, index.claims[pair.b].source))
        if saying not in sayings and between not in sources:
            chosen.append(pair)
        sayings.add(saying)
        sources.add(between)
    return chosen[:most], len(alerts) - len(chosen[:most])


def by_saying(claims: Iterable[str], index: Index) -> dict[tuple[str, str], list[str]]:
    """Gather claims that say the same, in the order of their first appearance."""
    found: dict[tuple[str, str], list[str]] = {}
    for identifier in sorted(claims, key=index.order.__getitem__):
        found.setdefault(index.said(identifier), []).append(identifier)
    return found


def source_names(claims: Iterable[str], index: Index) -> list[str]:
    """Return the names of the sources of some claims, each once, in order."""
    return list(dict.fromkeys(index.claims[identifier].source for identifier in claims))


def with_verdict(groups: Sequence["Group"], *verdicts: str) -> list["Group"]:
    """Return the groups with one of the verdicts, in their order."""
    return [group for group in groups if group.verdict in verdicts]


def why(pair: "Pair") -> list[str]:
    """Return the sentences that say why a pair got its verdict, the decisive first."""
    decisive = [reason.text for reason in pair.reasons if reason.effect == pair.verdict]
    others = [reason.text for reason in pair.reasons if reason.effect != pair.verdict]
    return list(dict.fromkeys(decisive + others))


def deciding(group: "Group", verdict: str) -> list[str]:
    """Return the reasons that led to a verdict anywhere in a group, each once."""
    pairs = [pair for pair in group.pairs if pair.verdict == verdict]
    texts = [reason.text for pair in pairs for reason in pair.reasons if reason.effect == verdict]
    return list(dict.fromkeys(texts))
