"""Claims -> groups that answer the same question.

Claims are blocked by dimension and by the words of their keys, fitted inside a block, and gathered by average
link: a claim joins by its fit to the whole group, so that groups do not chain into a heap. A block with more
claims than ``DENSEST`` is cut into narrower blocks, and where that does not help only neighbours in the order
of the keys are compared; that is reported.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from reconcile.assertions import is_one_body
from reconcile.beside import is_one_matter, is_one_number
from reconcile.denials import is_amount_denied, is_anybody_denied, is_denied_alike
from reconcile.fit import LEAST, SAME_TOPIC, cannot_fit, fit
from reconcile.keys import FACT, Key
from reconcile.likelihood import may_be_likely
from reconcile.weights import Weights

JOIN = LEAST
# Assertions are worded more freely than figures, and shares of one thing belong on one page.
JOIN_FACTS = 0.5
JOIN_SHARES = 0.5
# Two assertions that fit so well bring their groups together where these fit less well on average: each
# source adds something else to what all of them say.
WELL_LINKED = 0.6
JOIN_WELL_LINKED = 0.3
DENSEST = 100
NEIGHBOURS = 25
LARGEST_GROUP = 80
# From here, two figures known to be of one holder belong together before all others are gathered.
ONE_QUESTION = 0.8

# Whether it is less than sure that both are one holder's figures, the fit (below zero, so that the best comes
# first) and the places of the two claims.
Edge = tuple[bool, float, int, int]


@dataclass(frozen=True)
class Matching:
    """The groups and how their members fit.

    Attributes:
        groups: Ids of the claims that belong together, at least two each.
        notes: A line for every block that was too dense to be compared in full.
    """

    groups: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def match(keys: Sequence[Key], weights: Weights, apart: Collection[frozenset[str]] = ()) -> Matching:
    """Gather the claims that answer the same question.

    Args:
        keys: A key for each claim, in any order.
        weights: How much each word says.
        apart: Pairs of claims, by their ids, that are never put in one group.

    Returns:
        The groups, sorted by their first id, and notes on dense blocks.
    """
    ordered = in_order(keys)
    notes: list[str] = []
    edges = find_edges(ordered, weights, notes)
    return Matching(gather(ordered, weights, edges, apart), tuple(sorted(set(notes))))


def in_order(keys: Iterable[Key]) -> list[Key]:
    """Return the keys in the order of their claims' ids, each once; their places are the ends of edges."""
    return sorted({key.claim.id: key for key in keys}.values(), key=lambda key: key.claim.id)


def find_edges(
    ordered: Sequence[Key],
    weights: Weights,
    notes: list[str],
    touching: Collection[int] | None = None,
    told: Collection[frozenset[str]] = (),
) -> list[Edge]:
    """Return the pairs that fit well enough to be grouped.

    Args:
        ordered: The keys as ``in_order`` gives them.
        weights: How much each word says.
        notes: Gets a line for every block that is too dense to be compared in full.
        touching: If given, only pairs with one of these places are looked at.
        told: Pairs of claims, by their ids, that belong together whatever their words.
    """
    edges: list[Edge] = []
    for one, others in _candidates(ordered, notes):
        a = ordered[one]
        if touching is not None and one not in touching:
            others &= set(touching)
        for other in sorted(others):
            b = ordered[other]
            if cannot_fit(a, b) and not _is_one_question(a, b, weights):
                continue
            found = fit(a, b, weights)
            if found.score >= _threshold(a):
                sure = (
                    a.dimension != FACT and (found.who or 0.0) >= SAME_TOPIC and found.score >= ONE_QUESTION
                )
                edges.append((not sure, -found.score, one, other))
    return edges + _told_edges(
        ordered, weights, told, touching, {edge[2:] for edge in edges} if told else set()
    )


def _told_edges(
    ordered: Sequence[Key],
    weights: Weights,
    told: Collection[frozenset[str]],
    touching: Collection[int] | None,
    known: Collection[tuple[int, int]],
) -> list[Edge]:
    """Return the pairs that belong together whatever their words, but for those that are known."""
    place = {key.claim.id: at for at, key in enumerate(ordered)} if told else {}
    found = []
    for pair in told:
        ends = sorted(place[claim] for claim in pair if claim in place)
        if len(ends) < 2 or (ends[0], ends[1]) in known:
            continue
        if touching is None or not set(ends).isdisjoint(touching):
            one, other = ends
            found.append((True, -fit(ordered[one], ordered[other], weights).score, one, other))
    return found


def _is_one_question(a: Key, b: Key, weights: Weights) -> bool:
    """Whether two claims without a word in common may be of one number, matter or body all the same."""
    return (
        is_one_body(a, b)
        or is_one_matter(a, b, weights)
        or is_one_number(a, b, weights)
        or may_be_likely(a, b)
        or is_amount_denied(a, b)
        or is_anybody_denied(a, b)
        or is_denied_alike(a, b)
    )


def gather(
    ordered: Sequence[Key], weights: Weights, edges: Iterable[Edge], apart: Collection[frozenset[str]] = ()
) -> tuple[tuple[str, ...], ...]:
    """Return the groups that some pairs make, as sorted ids, sorted.

    Args:
        ordered: The keys as ``in_order`` gives them.
        weights: How much each word says.
        edges: The pairs.
        apart: Pairs of claims, by their ids, that are never put in one group.
    """
    groups = AverageLink(ordered, weights, apart).groups(edges)
    return tuple(sorted(tuple(sorted(ordered[at].claim.id for at in group)) for group in groups))


def _threshold(key: Key) -> float:
    if key.dimension == FACT:
        return JOIN_FACTS
    return JOIN_SHARES if key.claim.kind == "share" else JOIN


def _least(key: Key, link: float) -> float:
    """Return how well two groups must fit on average; assertions that say the same may be told at length."""
    return JOIN_WELL_LINKED if key.dimension == FACT and link >= WELL_LINKED else _threshold(key)


def _candidates(keys: Sequence[Key], notes: list[str]) -> Iterator[tuple[int, set[int]]]:
    """Yield each claim with the later ones that share a block with it, by their places."""
    blocks_of: dict[int, list[list[int]]] = defaultdict(list)
    nearest: dict[int, set[int]] = defaultdict(set)
    for name, block in _blocks(keys, notes):
        if len(block) <= DENSEST:
            for at in block:
                blocks_of[at].append(block)
        else:
            _neighbours(keys, block, name, nearest, notes)
    for at in range(len(keys)):
        others = nearest.pop(at, set())
        for block in blocks_of.pop(at, ()):
            others.update(block[bisect_right(block, at) :])
        if others:
            yield at, others


def _blocks(keys: Sequence[Key], notes: list[str]) -> Iterator[tuple[str, list[int]]]:
    """Yield the blocks: a dimension where it is small, else a word of it, else two words."""
    by_dimension: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        for name in key.blocks:
            by_dimension[name].append(at)
    for dimension, members in sorted(by_dimension.items()):
        if len(members) <= DENSEST:
            yield dimension, members
            continue
        by_word = _by_word(keys, members, None)
        dense = {word for word, block in by_word.items() if len(block) > DENSEST}
        for word, block in sorted(by_word.items()):
            if word not in dense:
                yield f"{dimension}: {word}", block
                continue
            # A rare word has a block of its own: only two common ones make another, in one order.
            for second, part in sorted(_by_word(keys, block, dense).items()):
                if second > word:
                    yield f"{dimension}: {word} {second}", part


def _by_word(keys: Sequence[Key], members: Iterable[int], among: set[str] | None) -> dict[str, list[int]]:
    """Return the claims that share a word of their keys, or one of some words."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for at in members:
        words = keys[at].concepts | keys[at].name_words
        for word in words if among is None else words & among:
            blocks[word].append(at)
    return {word: block for word, block in blocks.items() if len(block) > 1}


def _neighbours(
    keys: Sequence[Key], block: list[int], name: str, nearest: dict[int, set[int]], notes: list[str]
) -> None:
    """Compare each claim of a dense block with the next few in the order of the keys."""
    ordered = sorted(block, key=lambda at: (keys[at].text, at))
    shared = _written(name, keys[block[0]])
    notes.append(
        f"{len(block)} claims share “{shared}”: each was compared with its {NEIGHBOURS} nearest, not with all"
    )
    for place, at in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + NEIGHBOURS]:
            nearest[min(at, other)].add(max(at, other))


def _written(name: str, key: Key) -> str:
    """Write the words of a block as a claim has them."""
    return " ".join(key.said.get(word, word) for word in name.split(" "))


class AverageLink:
    """Merges the best pairs first, as long as the groups they join fit on average.

    Pairs known to be about one holder come before all others: claims that do not say whose figure they give
    fit everyone's, and would else gather the figures of all holders in one heap.
    The sum of the fits between two groups is that of their parts, so each pair of claims is fitted once.
    """

    def __init__(self, keys: Sequence[Key], weights: Weights, apart: Collection[frozenset[str]] = ()) -> None:
        """Begin with each claim alone."""
        self.keys = keys
        self.weights = weights
        self.members: dict[int, list[int]] = {}
        self.group_of: dict[int, int] = {}
        self.sums: dict[int, dict[int, float]] = defaultdict(dict)
        place = {key.claim.id: at for at, key in enumerate(keys)} if apart else {}
        self.apart: dict[int, set[int]] = defaultdict(set)
        for pair in apart:
            known = [place[claim] for claim in pair if claim in place]
            for claim in known:
                self.apart[claim].update(known)

    def groups(self, edges: Iterable[Edge]) -> list[list[int]]:
        """Return the groups of two and more that the pairs make."""
        edges = sorted(edges)
        for _, score, a, b in edges:
            self._note(a, b, -score)
        for _, score, a, b in edges:
            left, right = self._group(a), self._group(b)
            if left != right and self._fits(left, right, _least(self.keys[a], -score)):
                self._merge(left, right)
        return [group for group in self.members.values() if len(group) > 1]

    def _group(self, claim: int) -> int:
        if claim not in self.group_of:
            self.group_of[claim] = claim
            self.members[claim] = [claim]
        return self.group_of[claim]

    def _note(self, left: int, right: int, total: float) -> None:
        self.sums[left][right] = self.sums[right][left] = total

    def _fits(self, left: int, right: int, least: float) -> bool:
        size = len(self.members[left]) + len(self.members[right])
        pairs = len(self.members[left]) * len(self.members[right])
        if size > LARGEST_GROUP or self._are_apart(left, right):
            return False
        return self._between(left, right) / pairs >= least

    def _are_apart(self, left: int, right: int) -> bool:
        """Whether a claim of one group is to be kept apart from one of the other."""
        others = self.members[right]
        return any(not self.apart[one].isdisjoint(others) for one in self.members[left] if one in self.apart)

    def _between(self, left: int, right: int) -> float:
        """Return the sum of the fits between two groups."""
        known = self.sums[left].get(right)
        if known is None:
            known = sum(
                fit(self.keys[a], self.keys[b], self.weights).score
                for a in self.members[left]
                for b in self.members[right]
            )
            self._note(left, right, known)
        return known

    def _merge(self, left: int, right: int) -> None:
        """Add the smaller group to the larger, and with it what is known of its fits."""
        if len(self.members[left]) < len(self.members[right]):
            left, right = right, left
        for other in sorted((self.sums[left].keys() | self.sums[right].keys()) - {left, right}):
            self._group(other)
            self._note(left, other, self._between(left, other) + self._between(right, other))
            self.sums[other].pop(right, None)
        self.sums.pop(right, None)
        self.sums[left].pop(right, None)
        for claim in self.members.pop(right):
            self.group_of[claim] = left
            self.members[left].append(claim)
