"""Invented stories: what an editor would flag is found ever more often, and ever less else is flagged."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.whole import checked

STORIES = Path(__file__).parent / "stories"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((STORIES / "expected.toml").read_text(encoding="utf-8"))
HARD = {"conflict", "possible_conflict", "internal_inconsistency"}
FOUND = 22  # of all flags in all stories; it only rises
EXTRA = 0  # flags that an editor would not raise; it only falls


def _pairs(story: str) -> list[tuple[dict[str, Any], dict[str, Any], str]]:
    output = checked(STORIES / story)
    claims = {claim["id"]: claim for claim in output["claims"]}
    return [(claims[p["a"]], claims[p["b"]], p["verdict"]) for g in output["groups"] for p in g["pairs"]]


def _is_side(claim: dict[str, Any], side: list[str]) -> bool:
    source, words = side
    said = claim["value"]["surface"] if claim["value"] else claim["quote"]
    return bool(claim["source"] == source and words.lower() in said.lower())


def _verdicts(story: str, row: dict[str, Any]) -> set[str]:
    return {
        verdict
        for a, b, verdict in _pairs(story)
        if (_is_side(a, row["a"]) and _is_side(b, row["b"]))
        or (_is_side(b, row["a"]) and _is_side(a, row["b"]))
    }


def _is_found(story: str, row: dict[str, Any]) -> bool:
    wanted = HARD | ({"superseded"} if row.get("superseded") else set())
    return bool(_verdicts(story, row) & wanted)


@pytest.mark.parametrize("story", EXPECTED)
def test_what_must_stay_silent_does(story: str) -> None:
    loud = [row["question"] for row in EXPECTED[story]["silent"] if _verdicts(story, row) & HARD]
    assert loud == []


def _is_expected(a: dict[str, Any], b: dict[str, Any], row: dict[str, Any]) -> bool:
    return (_is_side(a, row["a"]) and _is_side(b, row["b"])) or (
        _is_side(b, row["a"]) and _is_side(a, row["b"])
    )


def test_little_else_is_flagged() -> None:
    extra = [
        (story, a["quote"], b["quote"], verdict)
        for story in EXPECTED
        for a, b, verdict in _pairs(story)
        if verdict in HARD and not any(_is_expected(a, b, row) for row in EXPECTED[story]["flags"])
    ]
    assert len(extra) <= EXTRA, extra


def test_what_an_editor_would_flag_is_found() -> None:
    found = [
        (story, row["question"])
        for story in EXPECTED
        for row in EXPECTED[story]["flags"]
        if _is_found(story, row)
    ]
    assert len(found) >= FOUND, found
