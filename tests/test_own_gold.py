"""On ``seeds/``, read by hand in ``seeds_gold/``, claims and verdicts reach floors that only rise."""

import copy
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import own_gold, whole

FLOORS: dict[str, float] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))[
    "own_seeds"
]


@cache
def _measured() -> dict[str, own_gold.Measured]:
    return own_gold.measure(whole.checked(own_gold.SEEDS))


@pytest.mark.parametrize("figure", FLOORS)
def test_seeds_reach_their_floor(figure: str) -> None:
    measured = _measured()[figure]
    reached = f"{figure}: {measured.right} of {measured.of}, floor {FLOORS[figure]}"
    assert measured.reached >= FLOORS[figure], "\n  ".join([reached, *measured.misses])


def test_every_figure_has_a_floor() -> None:
    assert FLOORS.keys() == _measured().keys()


def test_no_pair_is_flagged_that_an_editor_would_not_flag() -> None:
    assert own_gold.false_alarms(whole.checked(own_gold.SEEDS)) == []


def test_pairs_name_rows() -> None:
    gold = own_gold.load()
    names = [row.name for row in gold.rows]
    assert len(names) == len(set(names))
    assert {pair[side] for pair in gold.pairs for side in "ab"} <= set(names)


def _as_claim(row: own_gold.Row) -> dict[str, Any]:
    """The claim that a perfect reader would make of a row."""
    low = row.said.get("value", row.said.get("low"))
    high = row.said.get("value", row.said.get("high"))
    dates = {"start": row.said.get("from"), "end": row.said.get("to")}
    span = {"start": row.start, "end": row.end}
    value = {"low": low, "high": high, "unit": row.any_of("unit")[0], "hedge": row.any_of("hedge")[0]}
    return {
        "id": row.name, "source": row.source, "quote": row.quote, **span, "subject": row.any_of("subject")[0],
        "measure": row.any_of("measure")[0], "object": None, "scope": {},
        "period": dates if dates["start"] else None,
        "value": {**value, **span} if row.has_value else None,
        "modality": row.any_of("modality", "actual")[0], "attribution": row.any_of("by")[0] or None,
        "polarity": "negated" if row.said.get("negated") else "affirmed",
    }  # fmt: skip


def _perfect() -> dict[str, Any]:
    gold = own_gold.load()
    pairs = [{key: pair[key] for key in ("a", "b", "verdict")} for pair in gold.pairs]
    return {"claims": [_as_claim(row) for row in gold.rows], "groups": [{"pairs": pairs}]}


def test_a_perfect_reading_reaches_all() -> None:
    measured = own_gold.measure(_perfect())
    assert {figure: found.misses for figure, found in measured.items() if found.misses} == {}
    assert own_gold.false_alarms(_perfect()) == []


DAMAGE: dict[str, dict[str, Any]] = {
    "subject": {"subject": "Atlantis"},
    "measure": {"measure": "height"},
    "period": {"period": {"start": "1066-10-14", "end": "1066-10-14"}},
    "modality": {"modality": "rumour"},
    "attribution": {"attribution": "the town crier"},
    "values_recall": {"value": None},
    "values_precision": {"source": "elsewhere.md"},
    "facts_recall": {"measure": "height"},
    "facts_precision": {"measure": "height"},
    "facts_modality": {"modality": "rumour"},
    "facts_attribution": {"attribution": "the town crier"},
    "facts_polarity": {"polarity": "negated"},
}


@pytest.mark.parametrize("figure", DAMAGE)
def test_a_wrong_reading_lowers_its_figure(figure: str) -> None:
    output = copy.deepcopy(_perfect())
    of_facts = figure.startswith("facts")
    wrong = next(claim for claim in output["claims"] if (claim["value"] is None) == of_facts)
    wrong.update(DAMAGE[figure])
    assert own_gold.measure(output)[figure].reached < 1


def test_a_wrong_verdict_is_a_miss_and_a_false_alarm() -> None:
    output = _perfect()
    reserves = next(pair for pair in output["groups"][0]["pairs"] if pair["a"] == "1.reserves")
    reserves["verdict"] = "conflict"
    assert own_gold.measure(output)["pairs"].misses == ["India's reserves: agree expected, got conflict"]
    assert own_gold.false_alarms(output) == ["India's reserves"]
