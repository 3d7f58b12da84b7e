"""A line of a ledger -> a record. Ledgers come from others' machines: whatever they hold, nothing breaks."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from math import isfinite
from typing import Any, get_args

from claims.model import Direction, Hedge, Period, Value
from reconcile.decisions.record import VERSION, Anchor, Correction, Decision


class RecordError(ValueError):
    """A line is no record; the message says why."""


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
