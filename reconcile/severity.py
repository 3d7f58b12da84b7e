"""How grave a contradiction is, said in one sentence, and what would make it none."""

from math import inf

from claims.model import Claim
from reconcile.gates_scope import SURE, extra_words, quoted
from reconcile.gates_time import missing_period
from reconcile.intervals import soft, stated
from reconcile.pairing import Pairing, surface

# Relative distance between what readers expect: from here it is large.
LARGE = 0.15
SMALL = 0.03


def severity(pair: Pairing, verdict: str) -> str:
    """Grade a pair: large and certain is high; each doubt takes a step off."""
    if verdict not in ("conflict", "possible_conflict", "internal_inconsistency"):
        return "low"
    grade = 3
    if pair.relation in ("possible", "disjoint"):
        distance = _distance(pair)
        grade = 3 if distance >= LARGE else 2 if distance >= SMALL else 1
        grade -= int(missing_period(pair) is not None and distance < 2 * LARGE)
    grade -= int(verdict == "possible_conflict") + int(pair.fit.what < SURE)
    return ("low", "low", "medium", "high")[max(0, min(3, grade))]


def _distance(pair: Pairing) -> float:
    """Return the gap between the soft intervals, as a part of the larger value."""
    a, b = pair.a.claim.value, pair.b.claim.value
    assert a is not None and b is not None
    if a.unit == "date":
        return LARGE if soft(a).gap(soft(b)) > 7 else SMALL
    if a.unit == "rank":
        return LARGE
    size = max(abs(number) for value in (a, b) for number in stated(value))
    gap = soft(a).gap(soft(b)) if a.unit == b.unit else inf
    return gap / size if size else inf


def explanation(pair: Pairing, verdict: str, why: str) -> str:
    """Return one sentence that a person would say about the pair."""
    if verdict not in ("conflict", "possible_conflict", "internal_inconsistency"):
        return why
    if pair.same_source and not pair.two_voices:
        return f"{pair.a.claim.source} says both {_said(pair.a.claim)} and {_said(pair.b.claim)}. {why}"
    sides = (f"{_speaker(pair, key.claim)} says {_said(key.claim)}" for key in (pair.a, pair.b))
    return f"{'; '.join(sides)}. {why}"


def _speaker(pair: Pairing, claim: Claim) -> str:
    return f"{claim.attribution} ({claim.source})" if pair.two_voices else claim.source


def _said(claim: Claim) -> str:
    when = (
        f" for {claim.period.text or claim.period.end}"
        if claim.period
        else ", undated"
        if claim.value
        else ""
    )
    return f"“{surface(claim)}”{when}"


def resolution(pair: Pairing) -> str:
    """Return what would make the contradiction none."""
    conditions = []
    silent = [key.claim.source for key in (pair.a, pair.b) if key.claim.period is None]
    if silent and pair.a.dimension not in ("date", "fact"):
        other = next((key.claim.period for key in (pair.a, pair.b) if key.claim.period), None)
        another = f"another time than {other.text or other.end}" if other else "different times"
        conditions.append(f"the undated figure{'s are' if len(silent) == 2 else ' is'} for {another}")
    for extra, key in zip(extra_words(pair), (pair.a, pair.b), strict=True):
        if extra:
            conditions.append(f"{key.claim.source} counts something else by {quoted(extra, key)}")
    if not conditions:
        conditions.append(
            "one of them means another part, place or moment than it says, or has since been corrected"
        )
    return f"It would be no conflict if {' or if '.join(conditions)}."
