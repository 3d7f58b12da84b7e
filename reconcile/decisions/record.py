"""One decision of a reviewer, as it is written down: a frozen record, one line of JSON.

A record is never edited. What this version does not know of a line (fields, actions, versions of the format)
is kept as it was read.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal, get_args

from claims.model import Period, Value
from reconcile.safe import json_visible

VERSION = 1

Action = Literal[
    "stands",
    "both_hold",
    "neither",
    "wrong_match",
    "correct",
    "skip",
    "note",
    "undo",
    "redo",
    "adjudicate",
]
ACTIONS: tuple[Action, ...] = get_args(Action)
# What says how a group stands; the latest of a reviewer counts.
OPINIONS = frozenset({"stands", "both_hold", "neither", "wrong_match", "correct", "skip"})
# What takes back another record or brings it again.
REVERSALS = frozenset({"undo", "redo"})

Span = tuple[str | None, str | None]
Amount = tuple[float | str | None, float | str | None, str]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a decision holds on to in a source, so that it is found again after the source was edited.

    Attributes:
        claim: Id of the claim.
        source: Name of its source.
        quote: The clause that carries it.
        prefix: What stands before the clause.
        suffix: What stands behind it.
        start: First offset of the clause.
        kind: What sort of claim it is.
        subject: Who or what it is about.
        measure: What is measured or asserted.
        value: Bounds and unit as they were when the decision was made; None for a fact.
        period: First and last day, likewise; None where nothing was stated.
        corrected: Facets that a reviewer had corrected by then.
    """

    claim: str
    source: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    kind: str = ""
    subject: str = ""
    measure: str = ""
    value: Amount | None = None
    period: Span | None = None
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What one claim says, as a reviewer reads it. None leaves a facet as it was read by the tool.

    Attributes:
        claim: Id of the claim.
        value: The right value.
        kind: What sort of claim that makes it; set with ``value``.
        period: The right period.
        subject: Who or what it is about.
        measure: What is measured or asserted.
        cleared: Facets that the claim does not state ("period").
        typed: Facet -> what the reviewer typed.
    """

    claim: str
    value: Value | None = None
    kind: str | None = None
    period: Period | None = None
    subject: str | None = None
    measure: str | None = None
    cleared: tuple[str, ...] = ()
    typed: Mapping[str, str] = field(default_factory=dict)

    @property
    def facets(self) -> tuple[str, ...]:
        """The facets that are corrected, in a fixed order."""
        named = ("value", "period", "subject", "measure")
        return tuple(name for name in named if getattr(self, name) is not None or name in self.cleared)


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that one reviewer decided.

    Attributes:
        action: What was decided.
        reviewer: Who decided.
        id: Of this record; the ledger gives it.
        at: When, as an ISO time in UTC; the ledger gives it. For people: the order is that of ``clock``.
        clock: Higher than that of every record its reviewer could see, so that the order of decisions has a
            meaning whatever the order of the lines; the ledger gives it.
        group: Id of the group when the decision was made.
        title: Its question, likewise.
        anchors: Every claim of the group.
        chosen: Ids of the claims that stand (``stands``) or are kept apart (``wrong_match``: one from all
            others of the group, several from each other).
        facet: On what both differ (``both_hold``).
        correction: What one claim says (``correct``).
        note: Words of the reviewer; may go with any action.
        target: Id of the record taken back (``undo``), brought again (``redo``) or upheld (``adjudicate``).
        over: Ids of the decisions that were seen when one of them was upheld (``adjudicate``).
        version: Of the record's format.
        extra: Fields that this version does not know, as they were read.
    """

    action: str
    reviewer: str = ""
    id: str = ""
    at: str = ""
    clock: int = 0
    group: str = ""
    title: str = ""
    anchors: tuple[Anchor, ...] = ()
    chosen: tuple[str, ...] = ()
    facet: str | None = None
    correction: Correction | None = None
    note: str | None = None
    target: str | None = None
    over: tuple[str, ...] = ()
    version: int = VERSION
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def is_known(self) -> bool:
        """Whether this version knows what the record means."""
        return self.version <= VERSION and self.action in ACTIONS

    @property
    def order(self) -> tuple[int, str, str]:
        """The place among all decisions: the same on every machine, whatever the order of files and lines."""
        return self.clock, self.reviewer, self.id

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the claims that it was made on."""
        return tuple(anchor.claim for anchor in self.anchors)

    def as_json(self) -> dict[str, Any]:
        """Return the JSON form: what is empty is left out, unknown fields are kept."""
        document = {name: value for name, value in _plain(self).items() if value not in (None, "", 0, [], {})}
        document["v"] = document.pop("version")
        first = ("v", "id", "reviewer", "at", "clock", "action")
        ordered = {name: document[name] for name in first if name in document} | document
        return ordered | {name: value for name, value in self.extra.items() if name not in ordered}

    def line(self) -> bytes:
        """Return the record as a line of JSON, its line end included."""
        text = json.dumps(self.as_json(), ensure_ascii=False, separators=(",", ":"))
        return json_visible(text).encode() + b"\n"


def _plain(decision: Decision) -> dict[str, Any]:
    document = {name: getattr(decision, name) for name in _NAMES_IN_ORDER}
    document["anchors"] = [_said_of(anchor) for anchor in decision.anchors]
    document["chosen"], document["over"] = list(decision.chosen), list(decision.over)
    if decision.correction is not None:
        correction = asdict(decision.correction)
        document["correction"] = {k: v for k, v in correction.items() if v not in (None, (), {})}
    return document


def _said_of(anchor: Anchor) -> dict[str, Any]:
    values = ((name, getattr(anchor, name)) for name in Anchor.__dataclass_fields__)
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values
        if value not in (None, ())
    }


_NAMES_IN_ORDER = tuple(item.name for item in fields(Decision) if item.name != "extra")
