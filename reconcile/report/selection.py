"""Which pairs of a group to show: the most telling ones, so that a reader sees each contradiction once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.model import Claim
from reconcile.format import period, statement
from reconcile.result import Group, Pair, Reconciliation

# So many pairs of one group are shown in full.
MOST_PAIRS = 3
ALERTS = ("conflict", "internal_inconsistency", "possible_conflict")
SEVERITIES = ("high", "medium", "low")
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
    def of(cls, result: Reconciliation) -> "Index":
        """Build the index of a result."""
        claims = {claim.id: claim for claim in result.claims}
        return cls(claims, {identifier: place for place, identifier in enumerate(claims)})

    def said(self, identifier: str) -> tuple[str, str]:
        """Return what a claim says in short, and for when: equal for claims a reader would call the same."""
        claim = self.claims[identifier]
        return statement(claim), period(claim.period) if claim.period else ""


def telling_pairs(group: Group, index: Index, most: int) -> tuple[list[Pair], int]:
    """Choose the pairs of a group in conflict that a reader needs to see.

    Of pairs that say the same against the same, the first is kept; between two sources, the gravest.

    Args:
        group: A group whose verdict is an alert.
        index: The claims.
        most: How many to return at most.

    Returns:
        The pairs, gravest first, and how many others of the group are alerts and say something else.
    """
    alerts = [pair for pair in group.pairs if pair.verdict in ALERTS]
    alerts.sort(key=lambda pair: _gravity(pair, index))
    chosen: list[Pair] = []
    shown: set[frozenset[tuple[str, str]]] = set()
    sources: set[frozenset[str]] = set()
    for pair in alerts:
        between = frozenset((index.claims[pair.a].source, index.claims[pair.b].source))
        if len(chosen) < most and between not in sources and _sayings(pair, index) not in shown:
            chosen.append(pair)
            shown.add(_sayings(pair, index))
            sources.add(between)
    return chosen, sum(_sayings(pair, index) not in shown for pair in alerts)


def lettered(group: Group, index: Index) -> list[str]:
    """Return the claims of a group in the order of the letters that reports and the review give them.

    Those of its most telling pairs come first, so that A and B are the two that its verdict rests on.
    """
    if group.verdict in ALERTS:
        pairs, _ = telling_pairs(group, index, MOST_PAIRS)
    else:
        alike = [pair for pair in group.pairs if pair.verdict == group.verdict]
        pairs = sorted(alike, key=lambda pair: _closeness(pair, index))[:1]
    sides = [side for pair in pairs for side in (pair.a, pair.b)]
    return list(dict.fromkeys([*sides, *group.claims]))


def _closeness(pair: Pair, index: Index) -> tuple[bool, int, int, int]:
    inside = index.claims[pair.a].source == index.claims[pair.b].source
    return inside, SEVERITIES.index(pair.severity), index.order[pair.a], index.order[pair.b]


def _sayings(pair: Pair, index: Index) -> frozenset[tuple[str, str]]:
    return frozenset((index.said(pair.a), index.said(pair.b)))


def _gravity(pair: Pair, index: Index) -> tuple[int, int, int, int]:
    severity = SEVERITIES.index(pair.severity)
    return ALERTS.index(pair.verdict), severity, index.order[pair.a], index.order[pair.b]


def by_saying(claims: Iterable[str], index: Index) -> dict[tuple[str, str], list[str]]:
    """Gather claims that say the same, in the order of their first appearance."""
    found: dict[tuple[str, str], list[str]] = {}
    for identifier in sorted(claims, key=index.order.__getitem__):
        found.setdefault(index.said(identifier), []).append(identifier)
    return found


def source_names(claims: Iterable[str], index: Index) -> list[str]:
    """Return the names of the sources of some claims, each once, in order."""
    return list(dict.fromkeys(index.claims[identifier].source for identifier in claims))


def with_verdict(groups: Sequence[Group], *verdicts: str) -> list[Group]:
    """Return the groups with one of the verdicts, in their order."""
    return [group for group in groups if group.verdict in verdicts]


def why(pair: Pair) -> tuple[list[str], list[str]]:
    """Return what decided a pair with the notes on it, and what would make it no conflict."""
    decisive = [reason.text for reason in pair.reasons if reason.effect in (pair.verdict, "note")]
    return decisive, [reason.text for reason in pair.reasons if reason.effect == "resolution"]


def deciding(group: Group, index: Index) -> list[str]:
    """Return what led to the group's verdict in any of its pairs, each once, those between sources first."""
    pairs = [pair for pair in group.pairs if pair.verdict == group.verdict]
    pairs.sort(key=lambda pair: index.claims[pair.a].source == index.claims[pair.b].source)
    texts = (reason.text for pair in pairs for reason in pair.reasons if reason.effect == group.verdict)
    return list(dict.fromkeys(texts))
