"""One decision of a reviewer, as it is written down: a frozen record, one line of JSON.

A record is never edited. What this version does not know of a line (fields, actions, versions of the format)
is kept as it was read.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from math import isfinite
from typing import Any, Literal, get_args

from claims.model import Direction, Hedge, Period, Value
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


class RecordError(ValueError):
    """A line is no record; the message says why."""


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


def from_line(line: bytes) -> Decision:
    """Return the record that a line holds.

    Raises:
        RecordError: It is no record.
    """
    try:
        document = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError("is no JSON") from error
    if not isinstance(document, dict):
        raise RecordError("is no JSON object")
    return from_json(document)


def from_json(document: Mapping[str, Any]) -> Decision:
    """Return the record that a JSON object holds.

    Raises:
        RecordError: A field that every record needs is missing or of another kind.
    """
    if not isinstance(version := document.get("v", VERSION), int) or isinstance(version, bool):
        raise RecordError("has no version number")
    for name in ("id", "action", "reviewer"):
        if not isinstance(document.get(name), str) or not document[name]:
            raise RecordError(f"has no “{name}”")
    if version > VERSION:  # its fields may mean something else
        known = {name: document[name] for name in ("id", "action", "reviewer")}
        return Decision(**known, version=version, extra=_rest(document, {"v", *known}))
    try:
        return _read(document, version)
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise RecordError("has a field that cannot be read") from error


_NAMES_IN_ORDER = tuple(item.name for item in fields(Decision) if item.name != "extra")
_YEARLESS = re.compile(r"--\d\d(?:-\d\d)?")
_NAMES = frozenset(item.name for item in fields(Decision)) - {"version", "extra"} | {"v"}


def _rest(document: Mapping[str, Any], known: set[str] | frozenset[str]) -> dict[str, Any]:
    return {name: document[name] for name in sorted(document.keys() - known)}


def _read(document: Mapping[str, Any], version: int) -> Decision:
    correction = document.get("correction")
    return Decision(
        action=document["action"],
        reviewer=document["reviewer"],
        id=document["id"],
        at=_text(document, "at"),
        clock=_number(document.get("clock", 0)),
        group=_text(document, "group"),
        title=_text(document, "title"),
        anchors=tuple(_anchor(item) for item in document.get("anchors", ())),
        chosen=_texts(document, "chosen"),
        facet=_text(document, "facet") or None,
        correction=_correction(correction) if correction is not None else None,
        note=_text(document, "note") or None,
        target=_text(document, "target") or None,
        over=_texts(document, "over"),
        version=version,
        extra=_rest(document, _NAMES),
    )


def _text(document: Mapping[str, Any], name: str) -> str:
    value = document.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(name)
    return value


def _texts(document: Mapping[str, Any], name: str) -> tuple[str, ...]:
    values = document.get(name, ())
    if not isinstance(values, list | tuple) or not all(isinstance(value, str) for value in values):
        raise ValueError(name)
    return tuple(values)


def _anchor(document: Mapping[str, Any]) -> Anchor:
    get = document.get
    value, period = get("value"), get("period")
    texts = [get(name, "") for name in _ANCHOR_TEXTS]
    if set(map(type, texts)) != {str}:
        raise ValueError("anchor")
    claim, source, quote, prefix, suffix, kind, subject, measure = texts
    return Anchor(
        claim,
        source,
        quote,
        prefix,
        suffix,
        _number(get("start", 0)),
        kind,
        subject,
        measure,
        (_said(value[0]), _said(value[1]), str(value[2])) if value is not None else None,
        (_words(period[0]), _words(period[1])) if period is not None else None,
        _texts(document, "corrected") if "corrected" in document else (),
    )


_ANCHOR_TEXTS = ("claim", "source", "quote", "prefix", "suffix", "kind", "subject", "measure")


def _correction(document: Mapping[str, Any]) -> Correction:
    value, period = document.get("value"), document.get("period")
    return Correction(
        claim=_text(document, "claim"),
        value=_value(value) if value is not None else None,
        kind=_text(document, "kind") or None,
        period=_period(period) if period is not None else None,
        subject=_text(document, "subject") or None,
        measure=_text(document, "measure") or None,
        cleared=_texts(document, "cleared"),
        typed={str(name): str(text) for name, text in document.get("typed", {}).items()},
    )


def _value(document: Mapping[str, Any]) -> Value:
    if document["hedge"] not in get_args(Hedge) or document.get("direction") not in (
        None,
        *get_args(Direction),
    ):
        raise ValueError("value")
    unit, bounds = _text(document, "unit"), (_bound(document.get("low")), _bound(document.get("high")))
    if any(isinstance(bound, str) != (unit == "date") for bound in bounds if bound is not None):
        raise ValueError("bounds")
    return Value(
        low=bounds[0],
        high=bounds[1],
        unit=unit,
        counted=_text(document, "counted") or None,
        hedge=document["hedge"],
        surface=_text(document, "surface"),
        direction=document.get("direction"),
        start=_number(document.get("start", 0)),
        end=_number(document.get("end", 0)),
        step=float(_bound(document.get("step")) or 0.0),
    )


def _period(document: Mapping[str, Any]) -> Period:
    source = _text(document, "resolved_from") or None
    return Period(_day(document.get("start")), _day(document.get("end")), _text(document, "text"), source)


def _said(value: object) -> float | str | None:
    """Return a bound that is only compared with others."""
    return value if isinstance(value, str) else _bound(value)


def _words(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ValueError("words")
    return value


def _bound(value: object) -> float | str | None:
    if value is None or isinstance(value, str):
        return _day(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise ValueError("bound")
    return float(value)


def _day(value: object) -> str | None:
    """Return a day of a year, or one whose year is not known ("--04-30")."""
    if value is None:
        return None
    if not isinstance(value, str) or not (_YEARLESS.fullmatch(value) or date.fromisoformat(value)):
        raise ValueError("day")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("number")
    return value
