"""What moved where a clause has only a noun for the move, and whose part of a whole is told."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.model import Claim
from claims.vocabulary import load as vocabulary

FRAMES = vocabulary("frames")
OTHERS = {"touch", "reach", "hit"}


def read(tmp_path: Path, text: str) -> dict[str, Claim]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return {claim.value.surface: claim for claim in extract(load(path)) if claim.value is not None}


@pytest.mark.parametrize(
    ("text", "surface", "subject", "measure"),
    [
        (
            "The Orsa unit reported a 14 per cent rise in turnover to €3m.",
            "14 per cent",
            "Orsa unit",
            "change in turnover",
        ),
        (
            "The Orsa unit reported a 14 per cent rise in turnover to €3m.",
            "€3m",
            "Orsa unit",
            "revenue (turnover)",
        ),
        ("Police recorded a 4% rise in thefts.", "4%", "thefts", "change in thefts"),
        ("Rents reached a five-year high of €800.", "€800", "rents", "rents"),
        ("Rents reached a five-year high of €800.", "five-year", "rents", "time for which rents is highest"),
        ("Rents fell to a two-year low.", "two-year", "rents", "time for which rents is lowest"),
        ("Bills rose by £49, after a 6% hike by the council.", "6%", "bills", "change in Bills"),
        (
            "The core rate rose to 3.9%, beating hopes for a decline to 3.6%.",
            "3.6%",
            "core rate",
            "core rate",
        ),
        (
            "The jobless rate fell to 5.1%. It was down from 6.2% in May.",
            "6.2%",
            "jobless rate",
            "jobless rate",
        ),
        ("The mill made a loss of €6m.", "€6m", "mill", "loss"),
        ("Tolbeck's Elm Mills said it would close 3 plants.", "3 plants", "Elm Mills", "plants closed"),
    ],
)
def test_what_moved(tmp_path: Path, text: str, surface: str, subject: str, measure: str) -> None:
    claim = read(tmp_path, text)[surface]
    assert (claim.subject.lower(), claim.measure) == (subject.lower(), measure)


@pytest.mark.parametrize("verb", sorted(set(FRAMES["moves"]["verbs"]) - OTHERS))
def test_the_subject_of_a_verb_that_carries_a_move_is_what_moved(tmp_path: Path, verb: str) -> None:
    text = f"Exports will {verb} a 5% decline."
    assert next(iter(read(tmp_path, text).values())).measure == "change in exports"


@pytest.mark.parametrize("noun", FRAMES["moves"]["high"] + FRAMES["moves"]["low"])
def test_an_extreme_is_a_level_of_what_reached_it(tmp_path: Path, noun: str) -> None:
    claim = read(tmp_path, f"Rents reached a {noun} of €800.")["€800"]
    assert claim.measure == "rents"


def test_the_part_in_a_place_is_of_that_place_alone(tmp_path: Path) -> None:
    text = "Elm Mills had 5,500 employees, including 900 in France, 700 in Peru and 800 in Norway."
    found = read(tmp_path, text)
    assert [found[part].scope["geography"] for part in ("900", "700", "800")] == ["France", "Peru", "Norway"]
