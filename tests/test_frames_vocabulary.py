"""Every word by which a number's measure is named does so."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.framing.measures import name_measure
from claims.vocabulary import load as vocabulary

FRAMES = vocabulary("frames")


def measure_of(tmp_path: Path, text: str, surface: str) -> tuple[str, str]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    found = [c for c in extract(load(path)) if c.value is not None and surface in c.value.surface]
    return found[0].subject, found[0].measure


@pytest.mark.parametrize(("payer", "measure"), FRAMES["payers"].items())
def test_who_pays_for_damage(tmp_path: Path, payer: str, measure: str) -> None:
    assert measure_of(tmp_path, f"The storm will cost {payer}s €40m.", "€40m") == ("storm", measure)


@pytest.mark.parametrize("payer", FRAMES["payers"])
@pytest.mark.parametrize("verb", sorted(set(FRAMES["verbs"]["bearing"]) - {"cost", "pay", "cover"}))
def test_who_bears_damage(tmp_path: Path, payer: str, verb: str) -> None:
    text = f"After the storm the {payer}s will {verb} €40m."
    assert measure_of(tmp_path, text, "€40m")[1] == FRAMES["payers"][payer]


@pytest.mark.parametrize(("thing", "extent"), FRAMES["extent_of"].items())
def test_lengths_before_a_noun(tmp_path: Path, thing: str, extent: str) -> None:
    assert measure_of(tmp_path, f"The 300-metre {thing} is famous.", "300") == (thing, extent)


@pytest.mark.parametrize("thing", FRAMES["nouns"]["costly"])
def test_money_before_a_thing_is_its_cost(tmp_path: Path, thing: str) -> None:
    assert measure_of(tmp_path, f"The council approved a €40m {thing}.", "€40m") == (thing, "cost")


@pytest.mark.parametrize(("phrase", "plain"), vocabulary("measures")["idioms"].items())
def test_states_told_by_a_phrase(phrase: str, plain: str) -> None:
    assert name_measure(f"things {phrase}", "count", "army", None) == f"things {plain}"


@pytest.mark.parametrize("low", FRAMES["ranks"]["low"])
def test_ranks_from_the_bottom(tmp_path: Path, low: str) -> None:
    text = f"Turnout was 61%, the {low} since 1998."
    assert measure_of(tmp_path, text, low)[1] == "rank from the bottom by turnout"


def measure_of_date(noun: str) -> str:
    return f"date {noun}" if noun in vocabulary("dated_acts")["told"] else f"date of {noun}"


@pytest.mark.parametrize(("verb", "noun"), FRAMES["dated"].items())
def test_what_a_day_is_the_date_of(tmp_path: Path, verb: str, noun: str) -> None:
    assert measure_of(tmp_path, f"The minister will {verb} on 4 May 2031.", "4 May")[1] == measure_of_date(
        noun
    )


@pytest.mark.parametrize("parent", vocabulary("labels")["ages"]["parents"])
def test_a_parent_of_two_has_two_children(tmp_path: Path, parent: str) -> None:
    assert measure_of(tmp_path, f"Mara Lund is a {parent} of two.", "two")[1] == "children"


@pytest.mark.parametrize("word", FRAMES["more"]["words"])
def test_what_may_come_on_top(tmp_path: Path, word: str) -> None:
    leading = word if word == "another" else f"a {word}"
    text = f"The city spent €40m on roads, and ministers say there could be {leading} €10m."
    assert measure_of(tmp_path, text, "€10m") == ("city", "spending on roads")


@pytest.mark.parametrize("verb", vocabulary("waters")["getting"]["bringing"])
def test_what_a_storm_brings(tmp_path: Path, verb: str) -> None:
    text = f"The storm will {verb} 9 cm of snow on the valley."
    assert measure_of(tmp_path, text, "9 cm") == ("valley", "snowfall")


@pytest.mark.parametrize("somewhere", vocabulary("waters")["getting"]["somewhere"])
def test_rain_in_places_names_no_place(tmp_path: Path, somewhere: str) -> None:
    text = f"Over 9 cm of rain fell in {somewhere} of the valley."
    assert measure_of(tmp_path, text, "9 cm") == ("valley", "rainfall")
