"""The questions of the first story get the verdicts that an editor would sign, in both tellings of it.

The retelling in ``seeds/`` is always checked; the original articles where they are present. Each must answer
the same, and neither may know a conflict that the other does not.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import whole

RETOLD = whole.ROOT / "seeds"
TELLINGS = [RETOLD, whole.ORIGINALS]
Value = tuple[int, float | None, float | None, str]

# What is asked, the two figures (number of the source, low, high, unit), the verdicts that answer it.
FIGURES: list[tuple[str, Value, Value, set[str]]] = [
    ("India's reserves", (0, 6.9e6, 6.9e6, "t"), (4, 6.9e6, 6.9e6, "t"), {"agree"}),
    ("China's share of production", (1, 90, None, "%"), (4, 67, 67, "%"), {"conflict"}),
    ("heavy magnets, all rare earths", (0, 90, 90, "%"), (4, 67, 67, "%"), {"different_scope", "apart"}),
    ("heavy magnets, rare earths", (0, 90, 90, "%"), (1, 90, None, "%"), {"different_scope", "apart"}),
    ("production, processing", (3, 90, 90, "%"), (4, 90, None, "%"), {"different_scope", "apart"}),
    (
        "imports: half-year, sector",
        (3, 870, 870, "t"),
        (4, 460, 460, "t"),
        {"different_period", "different_scope"},
    ),
    (
        "imports: actual, projected",
        (3, 870, 870, "t"),
        (4, 700, 700, "t"),
        {"projection_vs_actual", "different_scope"},
    ),
    ("number of elements", (1, 17, 17, "count"), (4, 17, 17, "count"), {"agree"}),
]


def _present(telling: Path) -> dict[str, Any]:
    if not telling.exists():
        pytest.skip("the original articles are not here")
    return whole.checked(telling)


def _keys(output: dict[str, Any]) -> dict[str, Value]:
    number = {name: index for index, name in enumerate(sorted({c["source"] for c in output["claims"]}))}
    return {
        claim["id"]: (
            number[claim["source"]],
            claim["value"]["low"],
            claim["value"]["high"],
            claim["value"]["unit"],
        )
        for claim in output["claims"]
        if claim["value"]
    }


def _pairs(output: dict[str, Any]) -> Iterator[tuple[str, str, str, list[dict[str, str]]]]:
    for group in output["groups"]:
        for pair in group["pairs"]:
            yield pair["a"], pair["b"], pair["verdict"], pair["reasons"]


def _verdicts(output: dict[str, Any], one: Value, other: Value) -> set[str]:
    keys = _keys(output)
    found = {v for a, b, v, _ in _pairs(output) if {keys.get(a), keys.get(b)} == {one, other}}
    return found or {"apart"}


@pytest.mark.parametrize("telling", TELLINGS, ids=["retold", "original"])
@pytest.mark.parametrize(("question", "one", "other", "verdicts"), FIGURES, ids=[f[0] for f in FIGURES])
def test_figures(telling: Path, question: str, one: Value, other: Value, verdicts: set[str]) -> None:
    output = _present(telling)
    assert {one, other} <= set(_keys(output).values())
    found = _verdicts(output, one, other)
    assert found & verdicts
    assert "conflict" in verdicts or not found & {"conflict", "internal_inconsistency"}


@pytest.mark.parametrize("telling", TELLINGS, ids=["retold", "original"])
def test_the_conflict_says_that_one_side_gives_no_year(telling: Path) -> None:
    output = _present(telling)
    keys = _keys(output)
    sides = {(1, 90, None, "%"), (4, 67, 67, "%")}
    told = [r for a, b, v, r in _pairs(output) if {keys.get(a), keys.get(b)} == sides and v == "conflict"]
    assert any(
        "undated" in reason["text"] or "no year" in reason["text"] for reasons in told for reason in reasons
    )


@pytest.mark.parametrize("telling", TELLINGS, ids=["retold", "original"])
def test_a_part_of_a_whole_fits_the_share_that_is_printed(telling: Path) -> None:
    found = [
        check for check in _present(telling)["checks"] if "67" in check["text"] and "356" in check["text"]
    ]
    assert [check["verdict"] for check in found] == ["consistent"]
    assert "67.4 %" in found[0]["text"]


def _between(output: dict[str, Any], one: tuple[str, ...], other: tuple[str, ...]) -> set[str]:
    said = {claim["id"]: f"{claim['quote']} {claim['measure']}".lower() for claim in output["claims"]}
    source = {claim["id"]: claim["source"] for claim in output["claims"]}

    def sides(a: str, b: str) -> bool:
        return all(word in said[a] for word in one) and all(word in said[b] for word in other)

    return {v for a, b, v, _ in _pairs(output) if source[a] != source[b] and (sides(a, b) or sides(b, a))}


@pytest.mark.parametrize("telling", TELLINGS, ids=["retold", "original"])
def test_shipments_stalled_and_resumed(telling: Path) -> None:
    assert _between(_present(telling), ("stalled",), ("resumed",)) & {"superseded", "conflict"}


@pytest.mark.parametrize("telling", TELLINGS, ids=["retold", "original"])
def test_export_licences_and_import_permits(telling: Path) -> None:
    found = _between(_present(telling), ("licence",), ("import permit",))
    assert found & {"conflict", "possible_conflict"}


def _conflicts(output: dict[str, Any]) -> set[frozenset[Value]]:
    keys = _keys(output)
    hard = {"conflict", "possible_conflict", "internal_inconsistency"}
    return {
        frozenset((keys[a], keys[b]))
        for a, b, v, _ in _pairs(output)
        if v in hard and a in keys and b in keys
    }


def test_both_tellings_know_the_same_conflicts_of_figures() -> None:
    assert _conflicts(_present(RETOLD)) == _conflicts(_present(whole.ORIGINALS))


def _compared(output: dict[str, Any]) -> dict[frozenset[Value], set[str]]:
    keys, source = _keys(output), {claim["id"]: claim["source"] for claim in output["claims"]}
    found: dict[frozenset[Value], set[str]] = {}
    for a, b, verdict, _ in _pairs(output):
        if a in keys and b in keys and source[a] != source[b]:
            found.setdefault(frozenset((keys[a], keys[b])), set()).add(verdict)
    return found


def test_figures_that_both_tellings_compare_get_the_same_verdict() -> None:
    retold, original = _compared(_present(RETOLD)), _compared(_present(whole.ORIGINALS))
    both = retold.keys() & original.keys()
    assert len(both) >= 13
    assert {pair for pair in both if retold[pair] != original[pair]} == set()
