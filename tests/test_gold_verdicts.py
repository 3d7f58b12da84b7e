"""On hand-made claims, groups and verdicts reach these floors; nothing that must stay silent is flagged."""

from typing import Any

import pytest

from reconcile.engine import reconcile_claims
from tests import gold

# corpus -> kind of group -> how many of them at least
FLOORS = {
    "seeds": {"conflict": 1, "different_scope": 14, "hard_negative": 43, "projection_vs_actual": 1},
    "island_fire": {"agree": 11, "conflict": 5, "different_scope": 4, "hard_negative": 10, "superseded": 3},
    "airline": {"agree": 17, "conflict": 8, "different_period": 6, "hard_negative": 12, "superseded": 2},
    "wheat": {
        "agree": 12,
        "conflict": 5,
        "different_period": 10,
        "hard_negative": 12,
        "internal_inconsistency": 1,
    },
}
ARITHMETIC = {"island_fire": 9, "airline": 11, "wheat": 12}


def _report(corpus: str) -> dict[str, Any]:
    if not gold.available(corpus):
        pytest.skip(f"the hand-made claims of {corpus} are not here")
    sources, claims, _ = gold.load(corpus)
    output = reconcile_claims(sources, claims).as_json()
    wanted, groups = gold.scorer().load(gold.GOLD / corpus)
    report: dict[str, Any] = gold.scorer().score(wanted, groups, output)[0]
    return report


@pytest.mark.parametrize("corpus", FLOORS)
def test_verdicts_on_hand_made_claims(corpus: str) -> None:
    report = _report(corpus)
    reached = {kind: int(found.split("/")[0]) for kind, found in report["groups"].items()}
    assert {kind: reached[kind] for kind in FLOORS[corpus] if reached[kind] < FLOORS[corpus][kind]} == {}
    assert report["conflicts"]["false_alarms_on_known_pairs"] == 0


@pytest.mark.parametrize("corpus", ARITHMETIC)
def test_sums_on_hand_made_claims(corpus: str) -> None:
    found = _report(corpus)["groups"]["arithmetic_consistent"]
    assert int(found.split("/")[0]) >= ARITHMETIC[corpus]
