"""Claims and sources made by hand for tests, with the fields that a test does not care about filled in."""

from typing import Any

from claims.model import Claim, Datum, Period, Source, Value
from claims.sources import from_text

_NUMBER = iter(range(10**9))


def value(low: Any, high: Any, unit: str = "count", hedge: Any = "exact", **more: Any) -> Value:
    fields: dict[str, Any] = {
        "counted": None,
        "surface": f"{low}–{high} {unit}",
        "direction": None,
        "start": 0,
        "end": 0,
    }
    return Value(low=low, high=high, unit=unit, hedge=hedge, **(fields | more))


def exact(number: float, unit: str = "count", **more: Any) -> Value:
    return value(number, number, unit, **({"surface": f"{number:g} {unit}"} | more))


def claim(source: str, subject: str, measure: str, figure: Value | None = None, **more: Any) -> Claim:
    text = f"{subject} {measure} {figure.surface if figure else ''} ({source})."
    kind = (
        "fact"
        if figure is None
        else "quantity"
        if figure.unit not in ("count", "%", "rank", "date")
        else None
    )
    kinds = {"count": "count", "%": "share", "rank": "rank", "date": "date"}
    fields: dict[str, Any] = {
        "id": f"c{next(_NUMBER):09d}",
        "start": 0,
        "end": len(text),
        "quote": text,
        "sentence": text,
        "kind": kind or kinds[figure.unit] if figure else "fact",
    }
    return Claim(source=source, subject=subject, measure=measure, value=figure, **(fields | more))


def period(start: str, end: str | None = None) -> Period:
    return Period(start, end or start, f"{start} to {end or start}")


def source(name: str, text: str = "", published: str | None = None) -> Source:
    metadata = {"published": Datum(published, "test")} if published else {}
    return Source(name, text, (), "0" * 64, metadata)


def article(
    text: str,
    name: str = "a.md",
    *,
    day: str = "2025-11-20",
    publisher: str | None = None,
    title: str | None = None,
) -> Source:
    """Return an article whose front matter says when it was published, and what else is given."""
    known = {"title": title, "publisher": publisher, "date": day}
    front = "".join(f"{key}: {said}\n" for key, said in known.items() if said)
    heading = f"# {title}\n\n" if title else ""
    return from_text(f"---\n{front}---\n\n{heading}{text}\n", name)
