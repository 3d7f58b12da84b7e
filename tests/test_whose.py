"""Whose figures are: in tables and lists, behind pronouns and descriptions, in clauses that share a verb."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims.extract import extract
from claims.model import Claim
from claims.sources import from_text

STORIES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "whose.toml").read_text(encoding="utf-8")
)["story"]


def _row(claim: Claim) -> str:
    assert claim.value is not None
    part = claim.scope.get("part", "")
    return " | ".join(it for it in (claim.value.surface, claim.subject, claim.measure, part) if it)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["id"])
def test_each_figure_has_its_owner(story: dict[str, Any]) -> None:
    source = from_text(story["text"], "story.md")
    found = [_row(claim).casefold() for claim in extract(source) if claim.value is not None]
    assert [wanted for wanted in story["claims"] if wanted.casefold() not in found] == []


def test_an_age_told_aside_is_not_what_is_counted_next() -> None:
    text = "Ada Holm, 37, left. Last May 31,000 riders came to Dalby. By 2017 there were 52,000."
    found = {claim.value.surface: claim for claim in extract(from_text(text, "story.md")) if claim.value}
    assert (found["37"].measure, found["37"].subject) == ("age", "Ada Holm")
    assert (found["52,000"].subject, found["52,000"].measure) != ("Ada Holm", "age")
