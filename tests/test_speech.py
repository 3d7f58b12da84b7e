"""Who says each figure and how it is meant, in passages on many topics."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims import extract, load
from claims.model import Claim

PASSAGES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "speech.toml").read_text(encoding="utf-8")
)["passage"]


def claims_of(tmp_path: Path, text: str) -> list[Claim]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return extract(load(path))


def figure(claims: list[Claim], words: str) -> Claim:
    """Return the claim whose figure contains some words."""
    (found,) = [claim for claim in claims if claim.value and words in claim.value.surface]
    return found


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["text"][:60])
def test_each_figure_has_its_source_and_its_status(tmp_path: Path, passage: dict[str, Any]) -> None:
    claims = claims_of(tmp_path, passage["text"])
    wanted = [tuple(row.split(" | ")) for row in passage["claims"]]
    found = [figure(claims, words) for words, _, _ in wanted]
    told = [
        (words, claim.attribution or "-", claim.modality)
        for (words, *_), claim in zip(wanted, found, strict=True)
    ]
    assert told == wanted
