"""Whole folders checked once a test run, for tests that look at the same result from several sides."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import claims
import reconcile
from tests import gold

ROOT = Path(__file__).resolve().parents[1]
ORIGINALS = gold.SHARED / "seeds"


def folder(corpus: str) -> Path:
    return ORIGINALS if corpus == "seeds" else gold.GOLD / corpus


@cache
def checked(path: Path) -> dict[str, Any]:
    """The JSON of a folder, as the command line prints it."""
    sources, problems = claims.load_all([str(path)])
    assert problems == []
    found: dict[str, Any] = json.loads(json.dumps(reconcile.reconcile(sources).as_json()))
    return found
