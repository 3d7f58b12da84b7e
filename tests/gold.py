"""Hand-made claims as the objects that the program uses, for tests that need perfect claims."""

import importlib.util
import json
import re
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from claims.model import Claim, Datum, Period, Source, Value

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold"
CORPORA = ("seeds", "island_fire", "airline", "wheat")


def has_scorer() -> bool:
    return (SHARED / "score" / "score.py").exists()


def available(corpus: str) -> bool:
    return (GOLD / corpus / "claims.jsonl").exists() and has_scorer()


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def raw_claims(corpus: str) -> list[dict[str, Any]]:
    lines = (GOLD / corpus / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _bound(raw: Any, unit: str, last: bool) -> float | str | None:
    if raw is None or unit != "date":
        return raw
    text = str(raw).replace("--", "2025-")
    if re.fullmatch(r"\d{4}", text):
        return f"{text}-12-31" if last else f"{text}-01-01"
    if re.fullmatch(r"\d{4}-\d\d", text):
        return f"{text}-30" if last else f"{text}-01"
    return text


def _step(raw: dict[str, Any], quote: str) -> float:
    """Half the last place of the number in the quote whose digits make the value."""
    stated = (raw.get("value_stated") or [None])[0]
    low = raw["value_low"] if raw["value_low"] is not None else raw["value_high"]
    if not isinstance(low, int | float) or not low:
        return 0.0
    digits = f"{abs(stated if isinstance(stated, int | float) else low):.10g}".split("e")[0]
    significant = len(digits.replace(".", "").strip("0"))
    leading = abs(low)
    power = 0
    while leading >= 10:
        leading, power = leading / 10, power + 1
    while 0 < leading < 1:
        leading, power = leading * 10, power - 1
    return 0.5 * 10.0 ** (power - significant + 1)


def _value(raw: dict[str, Any]) -> Value | None:
    if raw.get("value_low") is None and raw.get("value_high") is None:
        return None
    unit = raw.get("unit") or "count"
    low, high = _bound(raw["value_low"], unit, False), _bound(raw["value_high"], unit, True)
    if unit == "date" and low is not None and high is None and raw["hedge"] == "exact":
        high = _bound(raw["value_low"], unit, True)
    hedge = {"--": "exact"}.get(raw["hedge"], raw["hedge"]) or "exact"
    down = isinstance(low, int | float) and low < 0
    return Value(
        low,
        high,
        unit,
        raw.get("counted"),
        hedge,
        raw["quote"],
        "down" if down else None,
        raw["start"] or 0,
        raw["end"] or 0,
        0.0 if unit == "date" else _step(raw, raw["quote"]),
    )


def _period(raw: dict[str, Any]) -> Period | None:
    period = raw.get("period")
    if not period or not (period.get("start") or period.get("end")):
        return None
    return Period(period.get("start"), period.get("end"), period.get("text") or "")


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence, or line, that holds a span; as rough as a test may be."""
    left = max((text.rfind(mark, 0, start) for mark in (". ", "\n", "? ", "! ")), default=-1)
    ends = [at for mark in (". ", "\n", "? ", "! ") if (at := text.find(mark, max(end - 1, 0))) >= 0]
    return text[left + 1 : min(ends, default=len(text)) + 1].strip()


def load(corpus: str) -> tuple[list[Source], list[Claim], dict[str, dict[str, Any]]]:
    """Return the sources, the core claims as objects and the raw records by id."""
    raws = raw_claims(corpus)
    folder = SHARED / "seeds" if corpus == "seeds" else GOLD / corpus
    texts: dict[str, str] = {}
    for raw in raws:
        name = raw["source"]
        if name not in texts:
            path = folder / Path(name).name
            with path.open(encoding="utf-8", newline="") as file:
                texts[name] = file.read()
    claims = []
    for raw in raws:
        if not raw["subject"] or not raw.get("core", True):
            continue  # labels, bylines and headlines
        text, start, end = texts[raw["source"]], raw.get("start") or 0, raw.get("end") or 0
        claims.append(
            Claim(
                id=raw["id"], source=raw["source"], start=start, end=end, quote=raw["quote"],
                sentence=_sentence(text, start, end), kind=raw["kind"],
                subject=raw["subject"], measure=raw["measure"] or "",
                object=raw.get("object"), scope={k: str(v) for k, v in (raw.get("scope") or {}).items() if v},
                value=_value(raw), period=_period(raw), modality=raw.get("modality") or "actual",
                attribution=raw.get("attribution"), polarity=raw.get("polarity") or "affirmed",
            )
        )  # fmt: skip
    published = {raw["source"]: raw["as_of"] for raw in raws if raw.get("as_of")}
    published |= {name: day for name, text in texts.items() if (day := _published(text))}
    sources = [
        Source(
            name,
            texts[name],
            (),
            "0" * 64,
            {"published": Datum(published[name], "gold")} if name in published else {},
        )
        for name in sorted(texts)
    ]
    return sources, claims, {raw["id"]: raw for raw in raws}


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _published(text: str) -> str | None:
    head = text[:250]
    iso = re.search(r"date: (\d{4}-\d\d-\d\d)", head)
    if iso:
        return iso.group(1)
    spelled = re.search(r"(\d{1,2}) (" + "|".join(_MONTHS) + r")[a-z]* (\d{4})", head)
    if not spelled:
        return None
    return f"{spelled.group(3)}-{_MONTHS.index(spelled.group(2)) + 1:02d}-{int(spelled.group(1)):02d}"
