"""Adjudications: which decisions they uphold and which they overrule."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reconcile.decisions.record import Decision


@dataclass(frozen=True)
class Rulings:
    """What the adjudications in force make of the decisions in force.

    Attributes:
        upheld: Id of a decision -> the adjudication that upholds it.
        overruled: Id of a decision -> the adjudication that decided against it.
        clashing: Ids of decisions on which two adjudications differ that did not know of each other.
    """

    upheld: dict[str, Decision] = field(default_factory=dict)
    overruled: dict[str, Decision] = field(default_factory=dict)
    clashing: frozenset[str] = frozenset()

    @classmethod
    def of(cls, in_force: Iterable[Decision]) -> "Rulings":
        """Read the adjudications among the decisions in force.

        One that names another as seen replaces it. One whose upheld decision was taken back is void. What the
        same reviewer said beside the upheld decision (another facet of a correction) is not overruled.
        """
        by_id = {decision.id: decision for decision in in_force}
        rulings = [decision for decision in by_id.values() if decision.action == "adjudicate"]
        seen = {identifier for ruling in rulings for identifier in ruling.over}
        live = [ruling for ruling in rulings if ruling.id not in seen and ruling.target in by_id]
        upheld: dict[str, Decision] = {}
        overruled: dict[str, Decision] = {}
        for ruling in live:
            target = by_id[ruling.target or ""]
            upheld[target.id] = ruling
            for identifier in ruling.over:
                loser = by_id.get(identifier)
                if loser is not None and loser.reviewer != target.reviewer and loser.action != "adjudicate":
                    overruled[identifier] = ruling
        clashing = frozenset(upheld) & frozenset(overruled)
        for identifier in clashing:
            del overruled[identifier]
        return cls(upheld, overruled, clashing)
