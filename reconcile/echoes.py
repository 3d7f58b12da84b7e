"""Conflicts that are none, by what else a source says, or that a wider part of a sentence tells already."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.model import Claim
from claims.timing import OF_THE_MOMENT
from reconcile.compare import HARD
from reconcile.pairing import Reason
from reconcile.result import Pair
from reconcile.window import is_set_aside
from reconcile.words import plain_words

# How a source's own two figures stand when they are for two times.
ANOTHER_TIME = frozenset({"different_period", "projection_vs_actual", "superseded"})

# And when they are of two things.
OF_ANOTHER = frozenset({"different_scope", "not_comparable"})


def without_echoes(pairs: Sequence[Pair], claims: Mapping[str, Claim]) -> list[Pair]:
    """Withdraw the conflicts of claims whose own source also speaks of what the other side says.

    "402 in March, 321 now" against "321": the first source knows both, so its 402 is for another time. "From
    6.9 in 2024 to 7.4" against "6.2 in 2024": what the first source says of 2024 is 6.9, and 7.4 is for
    another time. Where the source contradicts itself, the conflict stands.

    Args:
        pairs: All pairs of a group.
        claims: The claims by id.
    """
    source = {identifier: claim.source for identifier, claim in claims.items()}
    other_times = {frozenset((pair.a, pair.b)) for pair in pairs if _is_for_another_time(pair)}
    contradicted = {
        end for pair in pairs if pair.verdict == "internal_inconsistency" for end in (pair.a, pair.b)
    }
    agreeing: dict[tuple[str, str], list[str]] = defaultdict(list)
    for pair in pairs:
        if pair.verdict == "agree" and source[pair.a] != source[pair.b]:
            agreeing[pair.b, source[pair.a]].append(pair.a)
            agreeing[pair.a, source[pair.b]].append(pair.b)

    def echo(claim: str, other: str) -> bool:
        """Whether the source of a claim also says what the other says, without contradicting itself."""
        twins = agreeing[other, source[claim]]
        return any(
            frozenset((twin, claim)) in other_times and not is_set_aside(claims[twin]) for twin in twins
        )

    def later(claim: str, other: str) -> bool:
        """Whether a claim is undated and its source dates another one as the other side is dated."""
        days = _days(claims[other])
        if days is None or _days(claims[claim]) is not None or claim in contradicted:
            return False
        return any(
            _days(claims[twin]) == days
            and source[twin] == source[claim]
            and claims[twin].sentence != claims[claim].sentence
            for pair in pairs
            for twin, met in ((pair.a, pair.b), (pair.b, pair.a))
            if met == claim and _is_of_one_thing(pair, claims)
        )

    def told_apart(pair: Pair) -> bool:
        ends = ((pair.a, pair.b), (pair.b, pair.a))
        return any(echo(claim, other) or later(claim, other) for claim, other in ends)

    return [_withdrawn(pair) if _cross(pair, source) and told_apart(pair) else pair for pair in pairs]


def told_once(pairs: Sequence[Pair], claims: Mapping[str, Claim]) -> list[Pair]:
    """Withdraw the conflicts of assertions that lie inside others which contradict each other, too.

    "The council brought in rules requiring sellers to hold an import licence" asserts what the council did
    and what the rules require; against "export licences" that is one conflict.

    Args:
        pairs: All pairs of a group.
        claims: The claims by id.
    """
    asserted = [
        pair
        for pair in pairs
        if pair.verdict in HARD and claims[pair.a].value is None and claims[pair.b].value is None
    ]

    def within(pair: Pair, other: Pair) -> bool:
        ends = ((other.a, other.b), (other.b, other.a))
        return any(
            _lies_in(claims[pair.a], claims[one]) and _lies_in(claims[pair.b], claims[two])
            for one, two in ends
        )

    def is_second(pair: Pair) -> bool:
        """Whether a wider pair tells it, or one as wide that stands before it."""
        return any(
            within(pair, other) and (not within(other, pair) or (other.a, other.b) < (pair.a, pair.b))
            for other in asserted
        )

    inner = {(pair.a, pair.b) for pair in asserted if is_second(pair)}
    return [_told(pair) if (pair.a, pair.b) in inner else pair for pair in pairs]


def _lies_in(claim: Claim, other: Claim) -> bool:
    return claim.source == other.source and other.start <= claim.start and claim.end <= other.end


def _told(pair: Pair) -> Pair:
    text = "A wider part of the same sentence is in conflict already: this is not a second one."
    return _set_aside(pair, "insufficient", Reason("sentence", "insufficient", text))


def _days(claim: Claim) -> tuple[str, str] | None:
    """Return the first and last day that a claim states, or None."""
    period = claim.period
    if period is None or not (period.start and period.end) or OF_THE_MOMENT in (period.resolved_from or ""):
        return None
    return period.start, period.end


def _is_for_another_time(pair: Pair) -> bool:
    """Whether two figures of a source are for two times, or are compared without saying for which."""
    if pair.verdict == "insufficient":
        return any(r.facet == "period" and r.effect == "insufficient" for r in pair.reasons)
    return pair.verdict in ANOTHER_TIME


def _is_of_one_thing(pair: Pair, claims: Mapping[str, Claim]) -> bool:
    """Whether two figures of a source are of one thing, as far as they and their subjects can say."""
    if pair.verdict == "insufficient" and not _is_for_another_time(pair):
        one, other = (set(plain_words(claims[end].subject)) for end in (pair.a, pair.b))
        return not one.isdisjoint(other)
    return pair.verdict not in OF_ANOTHER


def _cross(pair: Pair, source: Mapping[str, str]) -> bool:
    return pair.verdict in HARD and source[pair.a] != source[pair.b]


def _withdrawn(pair: Pair) -> Pair:
    text = "The source speaks of the other's time or figure elsewhere: this one is for another time or part."
    return _set_aside(pair, "different_period", Reason("source", "different_period", text))


def _set_aside(pair: Pair, verdict: str, why: Reason) -> Pair:
    """Give a pair another verdict and keep what led to the first as a note."""
    kept = [replace(r, effect="note") if r.effect == pair.verdict else r for r in pair.reasons]
    kept = [reason for reason in kept if reason.effect != "resolution"]
    return replace(pair, verdict=verdict, severity="low", reasons=(*kept, why))
