"""A source that also gives the figure of the other does not contradict it with a further one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile.compare import HARD
from reconcile.pairing import Reason
from reconcile.result import Pair

# How a source's own two figures stand when they are for two times.
ANOTHER_TIME = frozenset({"different_period", "insufficient", "projection_vs_actual", "superseded"})


def without_echoes(pairs: Sequence[Pair], source: Mapping[str, str]) -> list[Pair]:
    """Withdraw the conflicts of claims whose own source agrees with the other side elsewhere.

    "402 in March, 321 now" against "321": the first source knows both, so its 402 is for another time.
    Where the source contradicts itself, the conflict stands.

    Args:
        pairs: All pairs of a group.
        source: The source of each claim.
    """
    verdicts = {frozenset((pair.a, pair.b)): pair.verdict for pair in pairs}
    agreeing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pair in pairs:
        if pair.verdict == "agree" and source[pair.a] != source[pair.b]:
            agreeing[pair.b, source[pair.a]].append(pair.a)
            agreeing[pair.a, source[pair.b]].append(pair.b)

    def echo(claim: str, other: str) -> bool:
        """Whether the source of a claim also says what the other says, without contradicting itself."""
        twins = agreeing[other, source[claim]]
        return any(verdicts.get(frozenset((twin, claim))) in ANOTHER_TIME for twin in twins)

    return [_withdrawn(p) if _cross(p, source) and (echo(p.a, p.b) or echo(p.b, p.a)) else p for p in pairs]


def _cross(pair: Pair, source: Mapping[str, str]) -> bool:
    return pair.verdict in HARD and source[pair.a] != source[pair.b]


def _withdrawn(pair: Pair) -> Pair:
    text = "The source also gives the other's figure: this one is for another time or part."
    kept = [replace(r, effect="note") if r.effect == pair.verdict else r for r in pair.reasons]
    kept = [reason for reason in kept if reason.effect != "resolution"]
    return replace(
        pair,
        verdict="different_period",
        severity="low",
        reasons=(*kept, Reason("source", "different_period", text)),
    )
