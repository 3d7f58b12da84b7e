"""Whose a number is and what it measures, on sentences about disasters, firms, trials, votes and trade."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims import extract, load
from claims.model import Claim

STORIES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "frames.toml").read_text(encoding="utf-8")
)["story"]


def numbers(tmp_path: Path, text: str) -> list[Claim]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return [claim for claim in extract(load(path)) if claim.value is not None]


def row(claim: Claim) -> str:
    assert claim.value is not None
    return f"{claim.value.surface} | {claim.subject} | {claim.measure}"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["text"][:40])
def test_each_number_has_its_subject_and_measure(tmp_path: Path, story: dict[str, Any]) -> None:
    found = [row(claim).casefold() for claim in numbers(tmp_path, story["text"])]
    assert [wanted for wanted in story["claims"] if wanted.casefold() not in found] == []


ARTICLE = """Norvik Air profit down 9%, but Lisbon stays on the map

Norvik Air will fly to Lisbon twice a day. The airline carried 3.1m passengers in the half-year.
Net profit fell to €31m. A strike of pilots in July grounded 400 flights. Norvik said the strike had cost €8m.
Finance chief Ada Holm will leave. In Lisbon it employs 40 people. Its load factor rose to 88%.
"""


def test_the_topic_is_who_acts_and_no_place_or_person(tmp_path: Path) -> None:
    found = {claim.value.surface: claim for claim in numbers(tmp_path, ARTICLE) if claim.value}
    assert {found[surface].subject for surface in ("3.1m passengers", "€31m", "88%")} == {"Norvik"}
    assert found["€31m"].inferred["subject"].startswith("the article is about")
    assert "Norvik" in found["3.1m passengers"].inferred["subject"]


@pytest.mark.parametrize("word", ["fire", "blaze", "wildfire"])
def test_an_event_keeps_its_name_under_other_words(tmp_path: Path, word: str) -> None:
    text = f"The Alder fire broke out on Monday. The Alder fire grew fast. The {word} destroyed 41 homes."
    (claim,) = [c for c in numbers(tmp_path, text) if c.value and c.value.surface == "41 homes"]
    assert (claim.subject, claim.measure) == ("Alder fire", "homes destroyed")
    assert "Alder fire" in claim.inferred["subject"]


def test_another_years_event_is_another_event(tmp_path: Path) -> None:
    text = "The Alder fire spread. The Alder fire was contained. The 2019 blaze destroyed 41 homes."
    (claim,) = [c for c in numbers(tmp_path, text) if c.value and c.value.surface == "41 homes"]
    assert claim.subject == "2019 fire"


def test_goods_are_named_with_their_amounts(tmp_path: Path) -> None:
    text = (
        "Peru's copper exports rose. Copper exports from Chile fell. World copper production is flat. "
        "Zambia shipped 0.7 million tonnes. Its output was 0.8 million tonnes."
    )
    found = {row(claim) for claim in numbers(tmp_path, text)}
    assert "0.7 million tonnes | Zambia | copper exports" in found
    assert "0.8 million tonnes | Zambia | copper production" in found


def test_measures_carry_no_figures_and_subjects_are_short(tmp_path: Path) -> None:
    for story in STORIES:
        for claim in numbers(tmp_path, story["text"]):
            assert len(claim.subject.split()) <= 10, claim.subject
            assert not any(sign in claim.measure for sign in "$€£%"), claim.measure


@pytest.mark.parametrize(
    ("text", "surface", "place"),
    [
        ("In Chile, the firm employs 90 people.", "90 people", "Chile"),
        ("On the Oslo route, where it carried 40,000 people, occupancy was 88%.", "88%", "Oslo"),
        ("On the Oslo route, where it carried 40,000 people, occupancy was 88%.", "40,000 people", "Oslo"),
        ("The works at Marlene, where the firm has 90 staff, will go.", "90 staff", "Marlene"),
        ("It opened a mill in Ulm, in which 20 people work.", "20 people", "Ulm"),
    ],
)
def test_the_place_that_opens_a_clause_is_its_scope(
    tmp_path: Path, text: str, surface: str, place: str | None
) -> None:
    (claim,) = [c for c in numbers(tmp_path, text) if c.value and c.value.surface == surface]
    assert claim.scope.get("geography") == place
