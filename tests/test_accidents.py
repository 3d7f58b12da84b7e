"""Whose a number is and what it measures in reports of accidents, storms and crimes."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims import extract, load

STORIES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "accidents.toml").read_text(encoding="utf-8")
)["story"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["text"][:40])
def test_each_number_of_a_report_has_its_subject_and_measure(tmp_path: Path, story: dict[str, Any]) -> None:
    path = tmp_path / "story.txt"
    path.write_text(story["text"] + "\n", encoding="utf-8")
    told = (claim for claim in extract(load(path)) if claim.value is not None)
    found = [f"{it.value.surface} | {it.subject} | {it.measure}".casefold() for it in told if it.value]
    assert [wanted for wanted in story["claims"] if wanted.casefold() not in found] == []
    surfaces = {row.partition(" | ")[0] for row in found}
    assert surfaces.isdisjoint(story.get("none", ()))


def test_a_total_that_its_number_tells_is_no_fact(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("A total of 57 farmers were hurt in the gale.\n", encoding="utf-8")
    assert [it.value is None for it in extract(load(path))] == [False]


def test_a_town_that_opens_an_article_is_no_subject(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("ALBY: A barge sank off the port on Friday, killing at least nine.\n", encoding="utf-8")
    claims = extract(load(path))
    assert [(it.subject, it.measure) for it in claims if it.value] == [("barge", "deaths")]
    assert [it.subject for it in claims if not it.value] == ["barge"]
