"""One decision among the groups of today: which of them it is about, and whether it still counts there."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reconcile.decisions.anchors import Finder, Found
from reconcile.decisions.record import Decision

if TYPE_CHECKING:
    from reconcile.result import Group, Reconciliation

EntryState = Literal[
    "counts", "applied", "replaced", "undone", "stale", "orphaned", "disputed", "overruled", "unread"
]
# How two claims stand that a person has to look at; the same as ``reconcile.result.OPEN``.
ALERTS = frozenset({"conflict", "possible_conflict", "internal_inconsistency"})
# A decision is about a question: of one claim alone there is none.
FEWEST = 2
_LOOSE = frozenset({"stale", "orphaned"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one decision.

    Attributes:
        decision: The record.
        state: "counts"; "applied" (a correction, or claims kept apart); "replaced" by a later one of its
            reviewer; "undone"; "stale"; "orphaned"; "disputed"; "overruled" by an adjudication; "unread" (a
            record of a later version).
        group: Id of the group that it is about today; None where there is none.
        why: One line for a person, or "".
        chosen: Its chosen claims by their ids of today.
    """

    decision: Decision
    state: EntryState
    group: str | None = None
    why: str = ""
    chosen: tuple[str, ...] = ()


class Placer:
    """Finds the groups that decisions are about; each decision is looked for once.

    Attributes:
        result: The reconciliation with these groups.
        groups: Group by id.
    """

    def __init__(self, result: "Reconciliation", finder: Finder) -> None:
        """Begin with the groups of today.

        Args:
            result: The reconciliation with these groups.
            finder: Finds its claims.
        """
        self.result = result
        self.groups: Mapping[str, Group] = {group.id: group for group in result.groups}
        self._finder = finder
        self._groups_of: dict[str, list[str]] = defaultdict(list)
        for group in result.groups:
            for claim in group.claims:
                self._groups_of[claim].append(group.id)
        self._placed: dict[str, Entry] = {}

    def place(self, decision: Decision) -> Entry:
        """Return which group a decision is about, and whether it counts there."""
        known = self._placed.get(decision.id)
        if known is None or known.decision != decision:
            known = self._placed[decision.id] = self._place(decision)
        return known

    def _place(self, decision: Decision) -> Entry:
        found = dict(zip(decision.claims, self._finder.find_all(decision.anchors), strict=True))
        now = {then: item.claim for then, item in found.items() if item.claim is not None}
        chosen = tuple(now[claim] for claim in decision.chosen if claim in now)
        group = self._group(decision, now, chosen)
        state, why = self._fit(decision, found, now, group)
        return Entry(decision, state, group, why, chosen)

    def _group(self, decision: Decision, now: Mapping[str, str], chosen: Iterable[str]) -> str | None:
        """Return the group with most of the claims; of several one with a chosen claim, then the first."""
        if decision.group in self.groups and set(now.values()) >= set(self.groups[decision.group].claims):
            return decision.group
        counts = Counter(group for claim in now.values() for group in self._groups_of.get(claim, ()))
        if not counts:
            return None
        with_chosen = {group for claim in chosen for group in self._groups_of.get(claim, ())}
        return min(counts, key=lambda group: (-counts[group], group not in with_chosen, group))

    def _fit(
        self, decision: Decision, found: Mapping[str, Found], now: Mapping[str, str], group: str | None
    ) -> tuple[EntryState, str]:
        gone = [item.why for item in found.values() if item.claim is None]
        lost = [found[claim].why for claim in decision.chosen if claim in found and claim not in now]
        if group is None:
            apart = "its claims no longer answer one question" if now else "it names no claim"
            return "orphaned", (lost or gone or [apart])[0]
        if decision.action == "note":  # words on a question hold whatever became of the figures
            return "counts", ""
        if lost:
            return "orphaned", lost[0]
        members = self.groups[group].claims
        here = [claim for claim in now.values() if claim in members]
        if len(here) < FEWEST:
            return ("orphaned", gone[0]) if gone else ("stale", "its claims no longer answer one question")
        if changed := next((item.why for item in found.values() if item.state == "changed"), None):
            return "stale", changed
        if len(members) > len(here) and (why := self._joined(decision, self.groups[group], now)):
            return "stale", why
        return "counts", ""

    def _joined(self, decision: Decision, group: "Group", now: Mapping[str, str]) -> str:
        """Tell of a claim that was not there and contradicts what was decided."""
        known = set(now.values())
        held = {now[claim] for claim in decision.chosen if claim in now} or known
        for pair in group.pairs:
            for new, old in ((pair.a, pair.b), (pair.b, pair.a)):
                if new not in known and old in held and pair.verdict in ALERTS:
                    source = self._finder.claims[new].source
                    return f"a claim of {source} has joined the group and contradicts it"
        return ""


def replaced(entries: Sequence[Entry]) -> frozenset[str]:
    """Return the ids of opinions that a later one of the same reviewer on the same question replaces.

    Args:
        entries: Opinions in force, in their order.
    """
    gone: set[str] = set()
    at_group: set[tuple[str, str]] = set()
    later: dict[tuple[str, str], list[str]] = {}  # reviewer and claim -> what was decided on it later
    loose = any(entry.state in _LOOSE for entry in entries)
    for entry in reversed(entries):
        decision, place = entry.decision, (entry.decision.reviewer, entry.group or "")
        is_loose = entry.state in _LOOSE and _shares(decision, later)
        if entry.state != "applied" and (is_loose or (entry.group and place in at_group)):
            gone.add(decision.id)
        at_group.add(place)
        if loose:
            for claim in decision.claims:
                later.setdefault((decision.reviewer, claim), []).append(decision.id)
    return frozenset(gone)


def _shares(decision: Decision, later: Mapping[tuple[str, str], Sequence[str]]) -> bool:
    """Whether a later opinion of its reviewer was made on two of its claims."""
    shared = Counter(
        other for claim in decision.claims for other in later.get((decision.reviewer, claim), ())
    )
    return any(claims >= FEWEST for claims in shared.values())
