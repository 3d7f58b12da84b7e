"""Ordinals of stages, what comes on top of a cost, lists with figures in brackets, what "and cut" shares."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.model import Claim
from claims.vocabulary import load as vocabulary

NAMING = vocabulary("naming")
DATED = "---\npublished: 2024-06-03\n---\n\n"


def read(tmp_path: Path, text: str) -> list[Claim]:
    path = tmp_path / "story.md"
    path.write_text(DATED + text + "\n", encoding="utf-8")
    return [claim for claim in extract(load(path)) if claim.value is not None]


@pytest.mark.parametrize("stage", NAMING["nouns"]["stages"])
def test_the_first_of_the_stages_of_a_work_tells_no_rank(tmp_path: Path, stage: str) -> None:
    found = read(tmp_path, f"The first {stage} of the line is running five years late.")
    assert [claim.value.unit for claim in found if claim.value] == ["year"]


def test_the_third_strike_is_counted(tmp_path: Path) -> None:
    found = read(tmp_path, "It was the third strike of the year.")
    assert [claim.value.unit for claim in found if claim.value] == ["rank"]


@pytest.mark.parametrize("word", NAMING["beside"]["more"])
def test_what_comes_on_top_of_a_cost(tmp_path: Path, word: str) -> None:
    (claim,) = read(tmp_path, f"The railway in Tolbeck will cost {word} €20m.")
    assert claim.measure == "extra cost"


@pytest.mark.parametrize(
    ("text", "surface", "modality"),
    [
        ("Elm Mills said it would close a quarry and cut 340 jobs.", "340 jobs", "plan"),
        ("The line will open late and cost €4m.", "€4m", "projection"),
        ("The council planned a walk and cut 20 trees.", "20 trees", "actual"),
        ("The firm will move and had 3 sites.", "3 sites", "actual"),
    ],
)
def test_a_verb_of_one_form_shares_what_is_to_be_done(
    tmp_path: Path, text: str, surface: str, modality: str
) -> None:
    (claim,) = [claim for claim in read(tmp_path, text) if claim.value and claim.value.surface == surface]
    assert claim.modality == modality


def test_a_list_with_bare_numbers_in_brackets(tmp_path: Path) -> None:
    text = "Other branches that saw gains included mining (4,000), health care (2,000) and trade (1,500)."
    found = [(claim.subject, claim.measure) for claim in read(tmp_path, text)]
    assert found == [("mining", "gains"), ("health care", "gains"), ("trade", "gains")]


def test_a_forecast_behind_a_figure_is_of_the_figure_before_it(tmp_path: Path) -> None:
    told, foreseen = read(tmp_path, "Rents increased 1.2%, a bit lower than the 1.5% estimate.")
    assert (told.measure, foreseen.measure, foreseen.modality) == (told.measure, told.measure, "projection")


@pytest.mark.parametrize("level", vocabulary("when")["baseline"]["levels"])
def test_the_level_of_another_time_dates_nothing_else(tmp_path: Path, level: str) -> None:
    (claim, *_) = read(tmp_path, f"Rents stood at €640, well above the {level} in May 2018.")
    assert "2018" not in str(claim.period)


def test_compared_to_dates_what_is_compared_with(tmp_path: Path) -> None:
    rise = read(tmp_path, "Average pay rose 14 cents in May compared to April, to $27.40.")[0]
    assert "2024-05" in str(rise.period)


def test_a_place_is_no_player(tmp_path: Path) -> None:
    text = "The high-speed railway of Tolbeck is under construction. Builders dug its tunnel."
    found = read(
        tmp_path,
        f"{text} The railway is late.\n\nHarwick would cost more than €40bn in the end. HS7 would cost €3bn.",
    )
    assert {claim.measure for claim in found} == {"cost"}
