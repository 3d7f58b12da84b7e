"""Claims -> groups that answer the same question.

Claims are blocked by dimension and by the words of their keys, fitted inside a block, and gathered by average
link: a claim joins by its fit to the whole group, so that groups do not chain into a heap. A block with more
claims than ``DENSEST`` is cut into narrower blocks, and where that does not help only neighbours in the order
of the keys are compared; that is reported.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.fit import fit
from reconcile.keys import FACT, Key, Weights

# A pair is worth grouping from here; below, the claims are about different things.
JOIN = 0.6
# Assertions are worded more freely than figures, and shares of one thing belong on one page.
JOIN_FACTS = 0.5
JOIN_SHARES = 0.5
DENSEST = 100
NEIGHBOURS = 25
LARGEST_GROUP = 80


@dataclass(frozen=True)
class Matching:
    """The groups and how their members fit.

    Attributes:
        groups: Ids of the claims that belong together, at least two each.
        notes: A line for every block that was too dense to be compared in full.
    """

    groups: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def match(keys: Sequence[Key], weights: Weights) -> Matching:
    """Gather the claims that answer the same question.

    Args:
        keys: A key for each claim, in any order.
        weights: How much each word says.

    Returns:
        The groups, sorted by their first id, and notes on dense blocks.
    """
    by_id = {key.claim.id: key for key in keys}
    notes: list[str] = []
    edges: list[tuple[float, str, str]] = []
    for a, b in sorted(_candidates(list(by_id.values()), notes)):
        score = fit(by_id[a], by_id[b], weights).score
        if score >= _threshold(by_id[a]):
            edges.append((score, a, b))
    groups = _average_link(edges, by_id, weights)
    return Matching(tuple(groups), tuple(sorted(set(notes))))


def _threshold(key: Key) -> float:
    if key.dimension == FACT:
        return JOIN_FACTS
    return JOIN_SHARES if key.claim.kind == "share" else JOIN


def _candidates(keys: Sequence[Key], notes: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each pair that shares a block, once."""
    seen: set[tuple[str, str]] = set()
    for name, block in _blocks(keys, notes):
        pairs = combinations(block, 2) if len(block) <= DENSEST else _neighbours(block, name, notes)
        for a, b in pairs:
            pair = (a.claim.id, b.claim.id) if a.claim.id < b.claim.id else (b.claim.id, a.claim.id)
            if pair not in seen:
                seen.add(pair)
                yield pair


def _blocks(keys: Sequence[Key], notes: list[str]) -> Iterator[tuple[str, list[Key]]]:
    """Yield the blocks: a dimension where it is small, else a word of it, else two words."""
    by_dimension: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        for name in key.blocks:
            by_dimension[name].append(key)
    for dimension, members in sorted(by_dimension.items()):
        if len(members) <= DENSEST:
            yield dimension, members
            continue
        for word, block in _by_word(members):
            if len(block) <= DENSEST:
                yield f"{dimension}: {word}", block
            else:
                for second, part in _by_word(block, without=word):
                    yield f"{dimension}: {word} {second}", part


def _by_word(keys: Iterable[Key], without: str = "") -> Iterator[tuple[str, list[Key]]]:
    """Yield the claims that share a word of their keys, words in order."""
    blocks: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        for word in key.concepts | {word for name in key.names for word in name}:
            if word != without:
                blocks[word].append(key)
    for word, block in sorted(blocks.items()):
        if len(block) > 1:
            yield word, block


def _neighbours(block: list[Key], name: str, notes: list[str]) -> Iterator[tuple[Key, Key]]:
    """Compare each claim of a dense block with the next few in the order of the keys."""
    ordered = sorted(block, key=lambda key: (key.text, key.claim.id))
    notes.append(
        f"{len(block)} claims share “{name}”: each was compared with its {NEIGHBOURS} nearest, not with all"
    )
    for at, key in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + NEIGHBOURS]:
            yield key, other


def _average_link(
    edges: list[tuple[float, str, str]], by_id: dict[str, Key], weights: Weights
) -> list[tuple[str, ...]]:
    """Merge the best pairs first, as long as the groups they join fit on average."""
    group_of: dict[str, list[str]] = {}
    known: dict[tuple[str, str], float] = {(a, b): score for score, a, b in edges}

    def score(a: str, b: str) -> float:
        pair = (a, b) if a < b else (b, a)
        if pair not in known:
            known[pair] = fit(by_id[a], by_id[b], weights).score
        return known[pair]

    for _, a, b in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        left, right = group_of.get(a, [a]), group_of.get(b, [b])
        if left is right or len(left) + len(right) > LARGEST_GROUP:
            continue
        average = sum(score(x, y) for x in left for y in right) / (len(left) * len(right))
        if average < _threshold(by_id[a]):
            continue
        merged = left + right
        group_of.update(dict.fromkeys(merged, merged))
    return sorted({tuple(sorted(group)) for group in group_of.values()})
