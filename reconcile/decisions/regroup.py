"""Decisions that change what is compared: corrected claims, and claims that are kept apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from reconcile.decisions.anchors import Finder, Found
from reconcile.decisions.corrections import corrected, joined
from reconcile.decisions.record import Correction, Decision
from reconcile.decisions.rulings import Rulings

if TYPE_CHECKING:
    from claims.model import Claim

# What takes the claims of a group for answers to one question.
TOGETHER = frozenset({"stands", "both_hold", "neither"})
_STILL = frozenset({"same", "moved"})

Apart = frozenset[frozenset[str]]


@dataclass(frozen=True)
class Changes:
    """What decisions change before claims are compared.

    Attributes:
        corrected: Id of a claim -> the claim as reviewers read it.
        apart: Pairs of claims that are kept apart.
        fates: Id of a correction or a wrong match -> what became of it and why: "applied", "stale",
            "orphaned", "disputed" or "overruled".
        rulings: The adjudications.
    """

    corrected: Mapping[str, "Claim"]
    apart: Apart
    fates: Mapping[str, tuple[str, str]]
    rulings: Rulings


def changes(original: Finder, compared: Mapping[str, "Claim"], in_force: Sequence[Decision]) -> Changes:
    """Tell what decisions change before claims are compared.

    Args:
        original: Finds claims as they were read.
        compared: The claims as they were compared, by their ids.
        in_force: The decisions that count, in their order.
    """
    rulings = Rulings.of(in_force)
    fates: dict[str, tuple[str, str]] = {}
    corrected = _corrected(in_force, original, compared, rulings, fates)
    finder = original.with_claims(corrected) if corrected else original
    apart = _apart(in_force, original, finder, rulings, fates)
    return Changes(corrected, apart, fates, rulings)


def _pairs(claims: Iterable[str]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in combinations(claims, 2)}


# --- corrections --------------------------------------------------------------------------------------------


def _corrected(
    in_force: Iterable[Decision],
    finder: Finder,
    compared: Mapping[str, "Claim"],
    rulings: Rulings,
    fates: dict[str, tuple[str, str]],
) -> dict[str, "Claim"]:
    """Return the claims that are corrected, by their ids."""
    wanted: dict[str, dict[str, list[Decision]]] = defaultdict(lambda: defaultdict(list))
    for decision in in_force:
        if decision.action != "correct" or decision.correction is None:
            continue
        if decision.id in rulings.overruled:
            fates[decision.id] = ("overruled", _by(rulings.overruled[decision.id]))
            continue
        found = _of_claim(decision, decision.correction.claim, finder)
        if found.claim is None or found.state not in _STILL:
            fates[decision.id] = ("orphaned" if found.claim is None else "stale", found.why)
            continue
        wanted[found.claim][decision.reviewer].append(decision)
    changed: dict[str, Claim] = {}
    for claim, by_reviewer in wanted.items():
        made = {reviewer: joined(map(_correction, some)) for reviewer, some in by_reviewer.items()}
        decisions = [decision for some in by_reviewer.values() for decision in some]
        if facet := _contested(made.values()):
            named = " and ".join(sorted(made))
            fates.update({d.id: ("disputed", f"{named} correct the {facet} differently") for d in decisions})
            continue
        for reviewer, correction in sorted(made.items()):
            changed[claim] = corrected(changed.get(claim, compared[claim]), correction, reviewer)
        fates.update({decision.id: ("applied", "") for decision in decisions})
    return changed


def _correction(decision: Decision) -> Correction:
    assert decision.correction is not None
    return decision.correction


def _of_claim(decision: Decision, claim: str, finder: Finder) -> Found:
    for anchor, found in zip(decision.anchors, finder.find_all(decision.anchors), strict=True):
        if anchor.claim == claim:
            return found
    return Found("gone", None, "the record does not say where the claim stands")


def _contested(corrections: Iterable[Correction]) -> str | None:
    """Return a facet that two reviewers correct differently, or None."""
    for one, other in combinations(corrections, 2):
        for facet in one.facets:
            if facet in other.facets and _meant(one, facet) != _meant(other, facet):
                return facet
    return None


def _meant(correction: Correction, facet: str) -> object:
    if facet == "value" and correction.value is not None:
        value = correction.value  # "0.5 kt" is "500 t"
        return value.low, value.high, value.unit, value.counted, value.hedge
    if facet == "period" and correction.period is not None:
        return correction.period.start, correction.period.end
    return getattr(correction, facet)


# --- wrong matches ------------------------------------------------------------------------------------------


def _apart(
    in_force: Sequence[Decision],
    original: Finder,
    finder: Finder,
    rulings: Rulings,
    fates: dict[str, tuple[str, str]],
) -> Apart:
    """Return the pairs that are kept apart."""
    wrong = [decision for decision in in_force if decision.action == "wrong_match"]
    if not wrong:
        return frozenset()
    together = _taken_together(in_force, finder, rulings)
    apart: set[frozenset[str]] = set()
    for decision in wrong:
        if decision.id in rulings.overruled:
            fates[decision.id] = ("overruled", _by(rulings.overruled[decision.id]))
            continue
        pairs, fate = _parted(decision, original, finder)
        others = {who for pair in pairs for who in together.get(pair, ()) if who != decision.reviewer}
        if fate[0] == "applied" and others:
            named = ", ".join(sorted(others))
            fate = ("disputed", f"{decision.reviewer} takes the match for wrong, {named} does not")
        fates[decision.id] = fate
        if fate[0] == "applied":
            apart |= pairs
    return frozenset(apart)


def _parted(
    decision: Decision, original: Finder, finder: Finder
) -> tuple[set[frozenset[str]], tuple[str, str]]:
    """Return the pairs that a decision keeps apart, and what became of it.

    That two figures are not of one thing stays true when one of them is corrected.
    """
    now: dict[str, Found] = {}
    for anchor, first, second in zip(
        decision.anchors,
        original.find_all(decision.anchors),
        finder.find_all(decision.anchors),
        strict=True,
    ):
        now[anchor.claim] = first if first.state in _STILL else second
    chosen = decision.chosen or decision.claims
    ends = [
        now.get(claim, Found("gone", None, "the record does not say where it stands")) for claim in chosen
    ]
    others = [found for claim, found in now.items() if claim not in chosen] if len(chosen) == 1 else ends
    if gone := next((found for found in ends if found.claim is None), None):
        return set(), ("orphaned", gone.why)
    if changed := next((found for found in ends if found.state not in _STILL), None):
        return set(), ("stale", changed.why)
    pairs = {frozenset((a.claim, b.claim)) for a in ends for b in others if a.claim and b.claim}
    pairs = {pair for pair in pairs if len(pair) == 2}
    if not pairs:
        return set(), ("orphaned", "what it was kept apart from is gone")
    return pairs, ("applied", "")


def _taken_together(
    in_force: Sequence[Decision], finder: Finder, rulings: Rulings
) -> dict[frozenset[str], set[str]]:
    """Return for each pair that is said to be no match who takes it for one, by the last word of each."""
    wrong = {claim for decision in in_force if decision.action == "wrong_match" for claim in decision.claims}
    said: dict[frozenset[str], dict[str, str]] = defaultdict(dict)
    for decision in in_force:
        if decision.action not in TOGETHER | {"wrong_match"} or decision.id in rulings.overruled:
            continue
        if not wrong.intersection(decision.claims) and all(i in finder.claims for i in decision.claims):
            continue  # most decisions are about other claims
        found = [item.claim for item in finder.find_all(decision.anchors) if item.claim]
        for pair in _pairs(found):
            said[pair][decision.reviewer] = decision.action
    return {
        pair: {reviewer for reviewer, action in by_reviewer.items() if action in TOGETHER}
        for pair, by_reviewer in said.items()
    }


def _by(ruling: Decision) -> str:
    return f"{ruling.reviewer} decided against it"
