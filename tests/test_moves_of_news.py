"""Figures as firms, markets and states report them: accounts, prices, trade, how much warmer it was."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims import extract, load

STORIES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "moves_of_news.toml").read_text(encoding="utf-8")
)["story"]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["id"])
def test_a_figure_of_news_has_its_subject_and_measure(tmp_path: Path, story: dict[str, Any]) -> None:
    path = tmp_path / "story.txt"
    path.write_text(story["text"] + "\n", encoding="utf-8")
    claims = [claim for claim in extract(load(path)) if claim.value is not None]
    found = set()
    for claim in claims:
        assert claim.value is not None
        value = claim.value
        named = [value.surface]
        if isinstance(value.low, float):
            named.append(f"{value.surface}={value.low:.6g}")
        found |= {f"{surface} | {claim.subject} | {claim.measure}" for surface in named}
    known = {row.casefold() for row in found}
    assert [wanted for wanted in story["claims"] if wanted.casefold() not in known] == []
    assert not {claim.measure for claim in claims}.intersection(story.get("none", []))
