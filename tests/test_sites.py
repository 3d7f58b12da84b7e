"""A firm and one of its sites: workers and output are of the site, revenue and shares of the firm."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims import extract, load
from claims.framing.theme import TOPIC
from claims.model import Claim

STORIES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "sites.toml").read_text(encoding="utf-8")
)["story"]


def numbers(tmp_path: Path, story: dict[str, Any]) -> list[Claim]:
    head = f"---\npublisher: {story['publisher']}\n---\n\n# " if "publisher" in story else ""
    path = tmp_path / ("story.md" if head else "story.txt")
    path.write_text(f"{head}{story['text']}", encoding="utf-8")
    return [claim for claim in extract(load(path)) if claim.value is not None]


def row(claim: Claim) -> str:
    assert claim.value is not None
    return f"{claim.value.surface} | {claim.subject} | {claim.measure}"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["id"])
def test_figures_are_of_the_site_or_of_the_firm(tmp_path: Path, story: dict[str, Any]) -> None:
    told = numbers(tmp_path, story)
    found = {row(claim).casefold() for claim in told}
    assert [wanted for wanted in story["claims"] if wanted.casefold() not in found] == []
    sited = {claim.value.surface for claim in told if claim.value and "the site" in str(claim.inferred)}
    assert sited.isdisjoint(story.get("others", ()))
    if "topic" in story:
        assert {claim.scope.get(TOPIC) for claim in told} == {story["topic"]}


def test_what_a_site_was_inferred_from_is_said(tmp_path: Path) -> None:
    (claim,) = [it for it in numbers(tmp_path, STORIES[0]) if it.value and it.value.surface == "340 people"]
    assert claim.inferred["subject"] == "“the brewery” read as the site told of, “Ardvale brewery”"
