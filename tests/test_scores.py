"""On whole articles that somebody annotated by hand, claims and verdicts reach floors that only rise."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests import annotated, gold, whole

FLOORS: dict[str, dict[str, float]] = tomllib.loads(
    (Path(__file__).parent / "floors.toml").read_text(encoding="utf-8")
)


def _scored(corpus: str) -> dict[str, Any]:
    if corpus in annotated.STORIES:
        if not gold.has_scorer():
            pytest.skip("the scorer is not here")
        wanted, groups = annotated.load(corpus)
        folder = annotated.FOLDER / corpus
    else:
        if not gold.available(corpus) or not whole.folder(corpus).exists():
            pytest.skip(f"the annotated articles of {corpus} are not here")
        wanted, groups = gold.scorer().load(gold.GOLD / corpus)
        folder = whole.folder(corpus)
    report: dict[str, Any] = gold.scorer().score(wanted, groups, whole.checked(folder))[0]
    return report


def _reached(corpus: str) -> dict[str, float]:
    report = _scored(corpus)
    facets = {name: found["right"] for name, found in report["facets"].items()}
    values, facts = report["values"], report["facts"]
    return facets | {
        "recall_exact": values["recall_exact"],
        "precision": values["precision_if_gold_exhaustive"],
        "whole_claim_recall": values["whole_claim_recall"],
        "facts_recall": facts["recall"],
        "facts_precision": facts["precision_if_gold_exhaustive"],
        "polarity": facts["polarity_right"],
        "false_alarms": report["conflicts"]["false_alarms_on_known_pairs"],
        "hard_negative": int(report["groups"]["hard_negative"].split("/")[0]),
        "agree": int(report["groups"]["agree"].split("/")[0]),
        "sums": int(report["groups"]["arithmetic_consistent"].split("/")[0]),
        "conflict_recall": report["conflicts"]["recall"],
        "conflict_precision": report["conflicts"]["precision_strict"],
    }


@pytest.mark.parametrize("corpus", (*gold.CORPORA, *annotated.STORIES))
def test_whole_articles_reach_their_floors(corpus: str) -> None:
    reached = _reached(corpus)
    below = {
        name: (reached[name], floor)
        for name, floor in FLOORS[corpus].items()
        if (reached[name] > floor if name == "false_alarms" else reached[name] < floor)
    }
    assert below == {}
