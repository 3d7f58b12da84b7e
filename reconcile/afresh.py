"""A comparison made again with a few claims changed: what they do not touch stays as it is.

Whatever is known of the whole story, how much each word says, which names are common, stays as it was read:
that a reviewer corrects one claim must not change the verdict on another question.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from claims.model import Claim
from reconcile.arithmetic import ACROSS, BORROWED, checks_across, checks_inside
from reconcile.engine import groups_of, ranked, setting_of
from reconcile.grouping import gathered
from reconcile.keys import Key, make_key
from reconcile.match import Edge, find_edges, in_order
from reconcile.result import Check, Group, Reconciliation
from reconcile.words import Lexicon


class Comparison:
    """A result that can be had again with claims corrected and pairs kept apart.

    It is made ready when it is first asked for something that changes the result: that takes as long as
    comparing did. From then on the work is that of the groups that a change touches.
    """

    def __init__(self, result: Reconciliation) -> None:
        """Begin with a result as ``reconcile`` gives it."""
        self._result = result
        self._ready: _Basis | None = None

    def prepare(self) -> None:
        """Make ready; it may be done in a thread beforehand."""
        if self._ready is None:
            self._ready = _Basis(self._result)

    def afresh(
        self, corrected: Mapping[str, Claim], apart: Collection[frozenset[str]] = ()
    ) -> Reconciliation:
        """Return the result with some claims changed.

        Args:
            corrected: Id of a claim -> what takes its place.
            apart: Pairs of claims, by their ids, that are never put in one group.
        """
        if not corrected and not self._is_touched(apart):
            return self._result
        self.prepare()
        assert self._ready is not None
        return self._ready.afresh(corrected, apart)

    def _is_touched(self, apart: Collection[frozenset[str]]) -> bool:
        """Whether a pair that is to be kept apart is in one group."""
        if not apart:
            return False
        groups = [frozenset(group.claims) for group in self._result.groups]
        return any(pair <= group for pair in apart for group in groups)


class _Basis:
    """What comparing a result afresh starts from."""

    def __init__(self, result: Reconciliation) -> None:
        self._result = result
        self._texts = {source.name: source.text for source in result.sources}
        self._lexicon = Lexicon(self._texts.values())
        self._keys = in_order(make_key(claim, self._lexicon) for claim in result.compared or result.claims)
        self._place = {key.claim.id: at for at, key in enumerate(self._keys)}
        self._setting = setting_of(result.sources, self._keys)
        self._edges = find_edges(self._keys, self._setting.weights, [], told=self._setting.told)

    def afresh(self, corrected: Mapping[str, Claim], apart: Collection[frozenset[str]]) -> Reconciliation:
        """Return the result with some claims changed."""
        result = self._result
        corrected = {name: claim for name, claim in corrected.items() if name in self._place}
        keys = list(self._keys)
        for name, claim in corrected.items():
            keys[self._place[name]] = make_key(claim, self._lexicon)
        edges = self._edges_with(keys, {self._place[name] for name in corrected})
        changed = {*corrected, *(claim for pair in apart for claim in pair if claim in self._place)}
        touched = _connected({self._place[name] for name in changed}, [*self._edges, *edges])
        by_id = {key.claim.id: key for key in keys}
        claims = {keys[at].claim.id for at in touched}
        inside = [edge for edge in edges if edge[2] in touched]
        found = gathered(keys, self._setting, inside, apart)
        kept = [group for group in result.groups if claims.isdisjoint(group.claims)]
        homes = Counter(claim for group in result.groups for claim in group.claims)
        ready = {
            frozenset(group.claims): group
            for group in result.groups
            if corrected.keys().isdisjoint(group.claims) and all(homes[claim] == 1 for claim in group.claims)
        }
        groups = groups_of(found, by_id, self._setting, ready)
        asked = ranked([*kept, *groups], by_id)
        return replace(
            result,
            claims=tuple(corrected.get(claim.id, claim) for claim in result.claims),
            compared=tuple(corrected.get(claim.id, claim) for claim in result.compared),
            groups=asked,
            checks=self._checks(by_id, {claim.source for claim in corrected.values()}, asked, apart),
        )

    def _edges_with(self, keys: list[Key], places: set[int]) -> list[Edge]:
        """Return the pairs worth grouping, those of changed claims looked for anew."""
        if not places:
            return self._edges
        kept = [edge for edge in self._edges if edge[2] not in places and edge[3] not in places]
        return kept + find_edges(keys, self._setting.weights, [], places, self._setting.told)

    def _checks(
        self,
        by_id: Mapping[str, Key],
        sources: Collection[str],
        groups: Sequence[Group],
        apart: Collection[frozenset[str]],
    ) -> tuple[Check, ...]:
        """Return the sums, those inside some sources and those across sources made anew."""
        anew = [key for key in by_id.values() if key.claim.source in sources]
        anew.sort(key=lambda key: (key.claim.source, key.claim.start, key.claim.end, key.claim.id))
        kept = [
            check
            for check in self._result.checks
            if check.rule not in (ACROSS, BORROWED)
            and all(by_id[claim].claim.source not in sources for claim in check.claims if claim in by_id)
        ]
        made = [*kept, *checks_inside(anew, self._texts)]
        made.sort(key=lambda check: by_id[check.claims[0]].claim.source if check.claims else "")
        made.sort(key=lambda check: check.verdict != "inconsistent")
        asked = [group.claims for group in groups]
        return (*made, *checks_across(by_id.values(), self._texts, asked, made, apart))


def _connected(start: Iterable[int], edges: Iterable[Edge]) -> set[int]:
    """Return the places that can be reached over pairs from some places."""
    beside: dict[int, list[int]] = defaultdict(list)
    for _, _, one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    reached = set(start)
    waiting = list(reached)
    while waiting:
        for other in beside[waiting.pop()]:
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached
