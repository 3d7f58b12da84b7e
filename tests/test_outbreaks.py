"""An outbreak is what the sick and dead are told of, though the text names only the illness."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.vocabulary import load as vocabulary

WORDS = vocabulary("context")["outbreaks"]


def subjects(tmp_path: Path, text: str) -> dict[str, str | None]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return {claim.value.surface: claim.subject for claim in extract(load(path)) if claim.value}


@pytest.mark.parametrize("disease", WORDS["diseases"])
def test_each_illness_has_its_outbreak(tmp_path: Path, disease: str) -> None:
    found = subjects(
        tmp_path, f"By Friday 61 people had been diagnosed with {disease}. Two people have died."
    )
    assert found["Two people"] == f"{disease} outbreak"


@pytest.mark.parametrize("sign", WORDS["suffered"])
def test_each_way_to_have_an_illness(tmp_path: Path, sign: str) -> None:
    found = subjects(tmp_path, f"In Dorn there are people {sign} cholera. Two people have died.")
    assert found["Two people"] == "cholera outbreak"


@pytest.mark.parametrize("sign", WORDS["signs"])
def test_each_sign_that_people_are_sick(tmp_path: Path, sign: str) -> None:
    text = f"Cholera comes to Dorn. Cholera is old. The report tells of {sign} of it. Two people have died."
    assert subjects(tmp_path, text)["Two people"] == "cholera outbreak"


def test_an_illness_alone_is_no_outbreak(tmp_path: Path) -> None:
    text = "Vaccines against cholera sell well. Cholera is rare. Two people have died on the M4."
    assert "outbreak" not in str(subjects(tmp_path, text)["Two people"])


def test_what_is_not_of_the_sick_is_not_of_the_outbreak(tmp_path: Path) -> None:
    text = "By Friday 61 were ill with cholera. Bring 20 litres of water. Some 14 patients are in hospital."
    found = subjects(tmp_path, text)
    assert found["Some 14 patients"] == "cholera outbreak"
    assert found["20 litres"] != "cholera outbreak"


@pytest.mark.parametrize("place", vocabulary("context")["named_after"]["places"])
def test_a_body_named_after_a_place_does_not_make_the_place_the_topic(tmp_path: Path, place: str) -> None:
    name = f"Harwick General {place.capitalize()}"
    text = f"{name} hired 40 guards. {name} cut 12 beds. {name} sold land. Then 31 chairs were lost."
    assert subjects(tmp_path, text)["31 chairs"] != "Harwick"


@pytest.mark.parametrize(
    ("told", "measure"),
    [
        ("By May 91 people in Tarn Valley had caught cholera.", "cases"),
        ("The number of cholera cases in Tarn has risen to 91.", "cases"),
        ("By May 91 pupils in Tarn Valley had caught cholera.", "cases among pupils"),
    ],
)
def test_people_who_fall_ill_anywhere_are_cases(tmp_path: Path, told: str, measure: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"A cholera outbreak has begun in Tarn.\n\n{told}\n", encoding="utf-8")
    found = [it.measure for it in extract(load(path)) if it.value and it.value.low == 91]
    assert found == [measure]
