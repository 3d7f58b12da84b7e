"""Which claims answer one question: groups of claims, and what claims of two groups say of each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from reconcile.beside import is_one_number
from reconcile.certainty import SAME_WORDING, doubt
from reconcile.compare import compare
from reconcile.keys import FACT, Key
from reconcile.match import Edge, gather
from reconcile.pairing import Pairing, Setting

# What makes a question of its own of claims that belong to two groups.
BRIDGING = frozenset({"conflict", "possible_conflict", "superseded", "agree"})
# A forecast is held against what came of it only where both are told in the same words, and of one thing.
SURELY_BRIDGING = frozenset({"projection_vs_actual"})
# Inside one source that it says the same again, contradicts itself, or tells what has replaced a figure; what
# else differs there is mostly of two things.
RETOLD = frozenset({"agree", "superseded", "internal_inconsistency"})

Members = tuple[str, ...]


def gathered(
    ordered: Sequence[Key], setting: Setting, edges: Iterable[Edge], apart: Collection[frozenset[str]] = ()
) -> tuple[Members, ...]:
    """Return the groups that some pairs make, as sorted ids; a claim may answer a second question, too.

    Args:
        ordered: The keys as ``in_order`` gives them.
        setting: What comparing needs to know beyond two claims.
        edges: The pairs.
        apart: Pairs of claims, by their ids, that are never put in one group.
    """
    edges = list(edges)
    groups = gather(ordered, setting.weights, edges, apart)
    return (*groups, *_bridges(ordered, setting, edges, groups, apart))


def _bridges(
    ordered: Sequence[Key],
    setting: Setting,
    edges: Iterable[Edge],
    groups: Iterable[Members],
    apart: Collection[frozenset[str]],
) -> list[Members]:
    """Return the claims of two groups of which comparing says something."""
    home = {claim: group for group in groups for claim in group}
    across: dict[tuple[Members, ...], set[str]] = defaultdict(set)
    for _, _, one, other in sorted(edges):
        a, b = ordered[one], ordered[other]
        ends = frozenset((a.claim.id, b.claim.id))
        between = tuple(sorted((home.get(a.claim.id, (a.claim.id,)), home.get(b.claim.id, (b.claim.id,)))))
        if between[0] == between[1] or ends in apart:
            continue
        told = ends in setting.told
        if told:
            between = ((a.claim.id,), (b.claim.id,))  # what else their groups hold is of another matter
        if told or (_may_say(a, b, setting) and _says_something(a, b, setting)):
            kept = any(frozenset(two) in apart for two in combinations(across[between] | ends, 2))
            across[((a.claim.id,), (b.claim.id,)) if kept else between] |= ends
    return sorted(tuple(sorted(members)) for members in across.values() if members)


def _says_something(a: Key, b: Key, setting: Setting) -> bool:
    """Whether comparing two claims of two groups tells what is worth a question of its own."""
    found = compare(a, b, setting).verdict
    if a.claim.source == b.claim.source:
        return found in RETOLD
    return found in BRIDGING or (found in SURELY_BRIDGING and _is_sure(Pairing.of(a, b, setting)))


def _is_sure(pair: Pairing) -> bool:
    """Whether the two are told in the same words, and nothing speaks for two things."""
    return pair.fit.what >= SAME_WORDING and doubt(pair) is None


def _may_say(a: Key, b: Key, setting: Setting) -> bool:
    """Whether comparing can say more than that two figures are of two holders; it costs little."""
    apart = bool(a.holder_words and b.holder_words) and not a.holder_words & b.holder_words
    apart = apart and not a.holder_is_guess and not b.holder_is_guess
    return not apart or FACT in (a.dimension, b.dimension) or is_one_number(a, b, setting.weights)
