"""Invented stories, annotated by hand: see ``annotated/README.md``."""

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "annotated"
STORIES = tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))
USUAL: dict[str, Any] = {
    "subject": None,
    "scope": {},
    "value_low": None,
    "value_high": None,
    "unit": None,
    "hedge": "exact",
    "period": None,
    "modality": "actual",
    "attribution": None,
    "polarity": "affirmed",
    "core": True,
}


@cache
def load(story: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the claims and the groups of a story, with what their lines leave out."""
    claims = [USUAL | row | {"end": row["start"] + len(row["quote"])} for row in _lines(story, "claims")]
    return claims, [{"acceptable": []} | row for row in _lines(story, "groups")]


def text_of(story: str, source: str) -> str:
    """Return an article as it was counted: line ends unchanged."""
    return (FOLDER / story / source).read_bytes().decode("utf-8")


def _lines(story: str, name: str) -> list[dict[str, Any]]:
    lines = (FOLDER / story / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
