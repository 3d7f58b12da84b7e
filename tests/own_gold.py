"""The project's own hand-made gold of ``seeds/``, and how the tool's output is held against it.

``seeds_gold/<n>.toml`` is what a careful reader of article n writes down. Each row names its words
(``quote``, found exactly once in the article) and

    value, or low and high   the number in its base unit; one bound alone leaves the other open
    unit, hedge              as in a claim; where the unit is date, low and high are days
    subject, measure         the words that must be there
    from, to                 first and last day of the period; none: the text states none; "any": not judged
    modality                 as in a claim; none: actual
    by                       who says so; none: nobody is named
    negated                  the measure, put positively, is denied

A list holds answers that are equally right. Rows under ``numbers`` have a value, those under ``facts`` none.
Words under ``optional`` may be read as claims or not: opinion, generic truths, labels, the frame of reported
speech, a fact told with another. ``pairs.toml`` holds what an editor says of two rows.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests import whole

SEEDS = whole.ROOT / "seeds"
FOLDER = Path(__file__).parent / "seeds_gold"
HARD = {"conflict", "possible_conflict", "internal_inconsistency"}
EMPTY = re.compile(
    r"a|an|the|of|for|by|in|on|at|to|and|or|with|from|as|its|their|his|is|are|was|were|be|been"
)

Claim = dict[str, Any]


@dataclass(frozen=True)
class Row:
    """One row of the gold and where its words stand."""

    name: str
    source: str
    start: int
    end: int
    quote: str
    said: dict[str, Any]

    @property
    def has_value(self) -> bool:
        return not {"value", "low", "high"}.isdisjoint(self.said)

    def any_of(self, key: str, default: str = "") -> list[Any]:
        answers = self.said.get(key, default)
        return answers if isinstance(answers, list) else [answers]


@dataclass(frozen=True)
class Gold:
    """All rows, the spans that are not judged, and the pairs."""

    rows: list[Row]
    optional: list[Row]
    pairs: list[dict[str, Any]]


@cache
def load() -> Gold:
    """Return the gold; a quote that does not stand exactly once in its article is an error."""
    rows, optional = [], []
    for path in sorted(FOLDER.glob("[0-9].toml")):
        article = next(SEEDS.glob(f"{path.stem}-*.md"))
        text = article.read_text(encoding="utf-8")
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        for said in raw["numbers"] + raw["facts"]:
            rows.append(_row(path.stem, article.name, text, said))
        optional += [_row(path.stem, article.name, text, {"quote": quote}) for quote in raw["optional"]]
    pairs = tomllib.loads((FOLDER / "pairs.toml").read_text(encoding="utf-8"))["pairs"]
    return Gold(rows, optional, pairs)


def _row(number: str, source: str, text: str, said: dict[str, Any]) -> Row:
    quote = said["quote"]
    if text.count(quote) != 1:
        raise ValueError(f"{source}: {quote!r} stands there {text.count(quote)} times, not once")
    start = text.index(quote)
    return Row(f"{number}.{said.get('id', quote)}", source, start, start + len(quote), quote, said)


def stems(text: str) -> set[str]:
    """The words that carry a meaning, cut to five letters so that inflection does not matter."""
    words = re.findall(r"[^\W_]+(?:\.[^\W_])*", text.lower())
    return {word[:5] for word in words if not EMPTY.fullmatch(word)}


def share(wanted: str, found: str) -> float:
    """Which part of the wanted words is found."""
    words = stems(wanted)
    return len(words & stems(found)) / len(words) if words else float(not stems(found))


def agrees(wanted: list[str], found: str, least: float = 0.6) -> bool:
    return any(share(words, found) >= least for words in wanted)


def subject_agrees(row: Row, claim: Claim) -> bool:
    return agrees(row.any_of("subject"), f"{claim['subject']} {' '.join(map(str, claim['scope'].values()))}")


def measure_agrees(row: Row, claim: Claim) -> bool:
    scope = " ".join(map(str, claim["scope"].values()))
    return agrees(row.any_of("measure"), f"{claim['measure']} {claim['object'] or ''} {scope}")


def value_agrees(row: Row, claim: Claim) -> bool:
    """Both bounds and the unit, to the last digit."""
    said, value = row.said, claim["value"]
    low, high = _bounds(said)
    if value is None or value["unit"] not in row.any_of("unit"):
        return False
    found = (value["low"], value["high"])
    return all(_same(a, b) for a, b in zip((low, high), found, strict=True))


def _bounds(said: dict[str, Any]) -> tuple[Any, Any]:
    if "value" in said:
        return float(said["value"]), float(said["value"])
    return said.get("low"), said.get("high")


def _same(wanted: Any, found: Any) -> bool:
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return abs(wanted - found) <= 1e-9 * abs(wanted)
    return bool(wanted == found)


def hedge_agrees(row: Row, claim: Claim) -> bool:
    return claim["value"]["hedge"] in row.any_of("hedge")


def period_agrees(row: Row, claim: Claim) -> bool:
    found = claim["period"] or {}
    return (found.get("start"), found.get("end")) == (row.said.get("from"), row.said.get("to"))


def modality_agrees(row: Row, claim: Claim) -> bool:
    return claim["modality"] in row.any_of("modality", "actual")


def attribution_agrees(row: Row, claim: Claim) -> bool:
    return agrees(row.any_of("by"), claim["attribution"] or "")


def polarity_agrees(row: Row, claim: Claim) -> bool:
    return (claim["polarity"] == "negated") == row.said.get("negated", False)


def overlap(row: Row, claim: Claim) -> bool:
    return bool(row.source == claim["source"] and row.start < claim["end"] and claim["start"] < row.end)


def answers(rows: list[Row], claims: list[Claim]) -> dict[str, Claim]:
    """The best claim for each row, shortest rows first; no claim answers two rows.

    A number is answered by its exact value; a fact by a claim without a value whose subject and measure
    are right.
    """
    found: dict[str, Claim] = {}
    taken: set[str] = set()
    for row in sorted(rows, key=lambda row: (row.end - row.start, row.source, row.start)):
        right = [
            claim
            for claim in claims
            if claim["id"] not in taken and overlap(row, claim) and _answers(row, claim)
        ]
        if right:
            found[row.name] = max(right, key=lambda claim: _closeness(row, claim))
            taken.add(found[row.name]["id"])
    return found


def _answers(row: Row, claim: Claim) -> bool:
    if row.has_value:
        return value_agrees(row, claim)
    return claim["value"] is None and subject_agrees(row, claim) and measure_agrees(row, claim)


def _closeness(row: Row, claim: Claim) -> tuple[int, int, str]:
    together = min(row.end, claim["end"]) - max(row.start, claim["start"])
    return subject_agrees(row, claim) + measure_agrees(row, claim), together, claim["id"]


@dataclass(frozen=True)
class Measured:
    """One figure of the report: how many of how many are right, and which are not."""

    right: int
    of: int
    misses: list[str]

    @property
    def reached(self) -> float:
        return self.right / self.of if self.of else 1.0


def measure(output: dict[str, Any]) -> dict[str, Measured]:
    """Hold what the tool prints for ``seeds/`` against the gold, figure by figure."""
    gold, claims = load(), output["claims"]
    found = answers(gold.rows, claims)
    numbers = [row for row in gold.rows if row.has_value]
    facts = [row for row in gold.rows if not row.has_value]
    figures = [row for row in numbers if row.said["unit"] != "date"]
    return {
        "values_recall": _recall(numbers, found),
        "values_precision": _precision([c for c in claims if c["value"]], found, gold),
        "subject": _facet(numbers, found, subject_agrees, "subject"),
        "measure": _facet(numbers, found, measure_agrees, "measure"),
        "hedge": _facet(figures, found, hedge_agrees, "value"),
        "period": _facet([r for r in figures if r.said.get("from") != "any"], found, period_agrees, "period"),
        "modality": _facet(numbers, found, modality_agrees, "modality"),
        "attribution": _facet(numbers, found, attribution_agrees, "attribution"),
        "facts_recall": _recall(facts, found),
        "facts_precision": _precision([c for c in claims if not c["value"]], found, gold),
        "facts_polarity": _facet(facts, found, polarity_agrees, "polarity"),
        "facts_modality": _facet(facts, found, modality_agrees, "modality"),
        "facts_attribution": _facet(facts, found, attribution_agrees, "attribution"),
        "pairs": _pairs(gold, found, output),
    }


def _recall(rows: list[Row], found: dict[str, Claim]) -> Measured:
    missed = [f"{row.source}: {row.quote!r}" for row in rows if row.name not in found]
    return Measured(len(rows) - len(missed), len(rows), missed)


def _facet(
    rows: list[Row], found: dict[str, Claim], agree: Callable[[Row, Claim], bool], facet: str
) -> Measured:
    answered = [(row, found[row.name]) for row in rows if row.name in found]
    wrong = [
        f"{row.source}: {row.quote!r} has {claim[facet]!r}"
        for row, claim in answered
        if not agree(row, claim)
    ]
    return Measured(len(answered) - len(wrong), len(answered), wrong)


def _precision(claims: list[Claim], found: dict[str, Claim], gold: Gold) -> Measured:
    """The part of the claims that answer a row; what is optional or retells a number is not judged."""
    right = {claim["id"] for claim in found.values()}
    wrong = [
        f"{claim['source']}: {claim['subject']!r}, {claim['measure']!r} in {claim['quote']!r}"
        for claim in claims
        if not (claim["id"] in right or _is_optional(claim, gold.optional) or _retells(claim, gold.rows))
    ]
    answered = sum(claim["id"] in right for claim in claims)
    return Measured(answered, answered + len(wrong), wrong)


def _is_optional(claim: Claim, optional: list[Row]) -> bool:
    """Whether half of its words lie in spans that are not judged: of the number's words where it has one."""
    place = claim["value"] or claim
    shared = [
        min(place["end"], row.end) - max(place["start"], row.start)
        for row in optional
        if row.source == claim["source"]
    ]
    return sum(max(0, length) for length in shared) * 2 >= place["end"] - place["start"]


def _retells(claim: Claim, rows: list[Row]) -> bool:
    return claim["value"] is None and any(
        row.has_value and overlap(row, claim) and subject_agrees(row, claim) and measure_agrees(row, claim)
        for row in rows
    )


def verdicts(output: dict[str, Any]) -> dict[frozenset[str], str]:
    return {frozenset((p["a"], p["b"])): p["verdict"] for g in output["groups"] for p in g["pairs"]}


def _pairs(gold: Gold, found: dict[str, Claim], output: dict[str, Any]) -> Measured:
    """The verdict of each pair; a side that was not read is a miss."""
    printed = verdicts(output)
    got = {
        pair["question"]: printed.get(frozenset((a["id"], b["id"])), "apart")
        for pair, a, b in _read_pairs(gold, found)
    }
    wrong = [
        f"{pair['question']}: {pair['verdict']} expected, got {got.get(pair['question'], 'no claim')}"
        for pair in gold.pairs
        if got.get(pair["question"]) not in {pair["verdict"], *pair.get("accept", ())}
    ]
    return Measured(len(gold.pairs) - len(wrong), len(gold.pairs), wrong)


def _read_pairs(gold: Gold, found: dict[str, Claim]) -> Iterator[tuple[dict[str, Any], Claim, Claim]]:
    for pair in gold.pairs:
        if pair["a"] in found and pair["b"] in found:
            yield pair, found[pair["a"]], found[pair["b"]]


def false_alarms(output: dict[str, Any]) -> list[str]:
    """Pairs flagged as a conflict that an editor would not flag: known pairs with another verdict."""
    gold = load()
    found, printed = answers(gold.rows, output["claims"]), verdicts(output)
    return [
        pair["question"]
        for pair, a, b in _read_pairs(gold, found)
        if printed.get(frozenset((a["id"], b["id"]))) in HARD
        and HARD.isdisjoint({pair["verdict"], *pair.get("accept", ())})
    ]
