"""Decisions applied to a reconciliation, again and again: only what a new decision changes is done anew."""

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from reconcile.decisions.anchors import Finder
from reconcile.decisions.fold import Folded, fold
from reconcile.decisions.placing import Entry, EntryState, Placer, replaced
from reconcile.decisions.record import OPINIONS, Decision
from reconcile.decisions.regroup import Apart, Changes, changes
from reconcile.decisions.rulings import Rulings
from reconcile.decisions.standing import Review, Standing, stand

if TYPE_CHECKING:
    from claims.model import Claim
    from reconcile.afresh import Comparison
    from reconcile.result import Reconciliation

# So many results are kept: undo and redo go back to one of the last.
_KEPT = 6

Afresh = Callable[[Mapping[str, "Claim"], Apart], "Reconciliation"]
_Key = tuple[tuple[tuple[str, str], ...], Apart]


def review(result: "Reconciliation", ledgers: Iterable[Iterable[Decision]]) -> Review:
    """Apply decisions to a reconciliation.

    A pure function: the order of the ledgers and of their records does not matter.

    Args:
        result: What comparing the sources gave, without decisions.
        ledgers: What each reviewer decided.
    """
    return Reviewing(result).review(ledgers)


class Reviewing:
    """Reviews one reconciliation as often as wanted.

    Each review is the same as one from nothing; what did not change since the last is taken from it.
    """

    def __init__(self, result: "Reconciliation", afresh: Afresh | None = None) -> None:
        """Begin with a result without decisions.

        Args:
            result: What comparing the sources gave.
            afresh: Compares with claims corrected and pairs kept apart; by default it is done in earnest.
        """
        self._original = result
        self._afresh = afresh
        self._comparison: Comparison | None = None
        self._compared = {claim.id: claim for claim in result.compared or result.claims}
        self._finder = Finder(result.claims, result.sources)
        self._placers: OrderedDict[_Key, Placer] = OrderedDict()
        self._last: tuple[Placer, Rulings, Mapping[str, list[Entry]], Mapping[str, Standing]] | None = None

    def review(self, ledgers: Iterable[Iterable[Decision]]) -> Review:
        """Apply decisions.

        Args:
            ledgers: What each reviewer decided.
        """
        folded = fold(decision for ledger in ledgers for decision in ledger)
        changed = changes(self._finder, self._compared, folded.in_force)
        placer = self._placer(changed)
        entries = _entries(placer, changed, folded)
        at_group: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry.group is not None and entry.state not in ("undone", "replaced"):
                at_group[entry.group].append(entry)
        standings = self._standings(placer, changed.rulings, at_group)
        return Review(
            placer.result,
            standings,
            tuple(entry.decision for entry in entries if entry.state == "orphaned"),
            tuple(_told(entry, standings) for entry in entries),
            tuple(f"decision {record.id} of {record.reviewer} {why}" for record, why in folded.odd),
            folded,
        )

    def prepare(self) -> None:
        """Make ready to compare afresh; it may be done in a thread before the first correction."""
        self._comparing().prepare()

    def _comparing(self) -> "Comparison":
        if self._comparison is None:
            from reconcile.afresh import Comparison

            self._comparison = Comparison(self._original)
        return self._comparison

    def _placer(self, changed: Changes) -> Placer:
        """Return the groups as the changes make them."""
        key = (tuple(sorted((name, repr(claim)) for name, claim in changed.corrected.items())), changed.apart)
        if key in self._placers:
            self._placers.move_to_end(key)
            return self._placers[key]
        result, finder = self._original, self._finder
        if changed.corrected or changed.apart:
            result = (self._afresh or self._comparing().afresh)(changed.corrected, changed.apart)
            finder = Finder(result.claims, result.sources)
        while len(self._placers) >= _KEPT:
            self._placers.popitem(last=False)
        self._placers[key] = Placer(result, finder)
        return self._placers[key]

    def _standings(
        self, placer: Placer, rulings: Rulings, at_group: Mapping[str, list[Entry]]
    ) -> Mapping[str, Standing]:
        before: Mapping[str, list[Entry]] = {}
        known: Mapping[str, Standing] = {}
        if self._last is not None and self._last[0] is placer and self._last[1] == rulings:
            _, _, before, known = self._last
        standings = {}
        for name, group in placer.groups.items():
            entries = at_group.get(name)
            if name in known and entries == before.get(name):
                standings[name] = known[name]
            else:
                standings[name] = stand(group, entries, rulings) if entries else Standing(name)
        self._last = placer, rulings, at_group, standings
        return standings


def _entries(placer: Placer, changed: Changes, folded: Folded) -> list[Entry]:
    """Return what became of each decision, in their order."""
    in_force = [_entry(decision, placer, changed) for decision in folded.in_force]
    opinions = [entry for entry in in_force if entry.decision.action in OPINIONS]
    # A decision that was upheld stays: who changes their mind differs from the ruling.
    gone = replaced(opinions) - set(changed.rulings.upheld)
    by_id = {
        e.decision.id: replace(e, state="replaced", why="") if e.decision.id in gone else e for e in in_force
    }
    entries = [by_id.get(decision.id) or Entry(decision, "undone") for decision in folded.decisions]
    if folded.unread:
        entries += [
            Entry(record, "unread", None, "of a later version of reconcile") for record in folded.unread
        ]
        entries.sort(key=lambda entry: entry.decision.order)
    return entries


def _entry(decision: Decision, placer: Placer, changed: Changes) -> Entry:
    """Return what became of a decision in force, apart from later ones."""
    entry, rulings = placer.place(decision), changed.rulings
    if fate := changed.fates.get(decision.id):
        return replace(entry, state=_FATES[fate[0]], why=fate[1])
    if ruling := rulings.overruled.get(decision.id):
        return replace(entry, state="overruled", why=f"{ruling.reviewer} decided against it")
    if decision.action == "adjudicate" and rulings.upheld.get(decision.target or "") != decision:
        return replace(
            entry, state="replaced", why="what it upheld was taken back, or a later one replaces it"
        )
    return entry


_FATES: dict[str, EntryState] = {
    "applied": "applied",
    "stale": "stale",
    "orphaned": "orphaned",
    "disputed": "disputed",
    "overruled": "overruled",
}


def _told(entry: Entry, standings: Mapping[str, Standing]) -> Entry:
    """Say of a decision that others differ."""
    standing = standings.get(entry.group or "")
    if standing is None or standing.state != "disputed" or entry.state != "counts":
        return entry
    if entry.decision.action not in OPINIONS or entry.decision.action == "skip":
        return entry
    return replace(entry, state="disputed", why=standing.why)
