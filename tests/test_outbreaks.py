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


FIRM = """Ostling Creamery is recalling its blue cheese, the firm said.

The Farm Safety Board declared the outbreak over. It counted three deaths and 29 confirmed cases. \
The salmonella was in a pipe. Ostling Creamery had sales of €31m. \
The Health Agency has registered 17 infections at sea. \
Inspectors took 40 swabs, and six swabs were positive."""


@pytest.mark.parametrize("surface", ["three deaths", "29 confirmed cases", "17 infections"])
def test_a_firms_article_tells_of_the_sick_of_its_outbreak(tmp_path: Path, surface: str) -> None:
    assert subjects(tmp_path, FIRM)[surface] == "salmonella outbreak"


@pytest.mark.parametrize("surface", ["€31m", "six swabs"])
def test_what_is_the_firms_or_examined_is_not_of_the_sick(tmp_path: Path, surface: str) -> None:
    assert "outbreak" not in str(subjects(tmp_path, FIRM)[surface])


@pytest.mark.parametrize("thing", WORDS["examined"])
def test_what_is_examined_is_no_case(tmp_path: Path, thing: str) -> None:
    text = f"By Friday 61 were ill with cholera. Later 14 {thing} were positive."
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    found = [it for it in extract(load(path)) if it.value and it.value.low == 14]
    assert all("case" not in str(it.measure) and it.subject != "cholera outbreak" for it in found)


def test_how_far_patients_come_is_no_size_of_the_outbreak(tmp_path: Path) -> None:
    text = "By Friday 61 were ill with cholera. Patients travelled 64 km to the ward."
    assert subjects(tmp_path, text)["64 km"] != "cholera outbreak"
