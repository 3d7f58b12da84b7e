"""What became of those who are counted: what they are made, left, put or without."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.vocabulary import load as vocabulary

OUTCOMES = vocabulary("outcomes")
PARTICLES = {"knock": "out ", "shut": "off "}


def read(tmp_path: Path, text: str, surface: str) -> tuple[str, str]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    found = [c for c in extract(load(path)) if c.value is not None and c.value.surface == surface]
    return found[0].subject, found[0].measure


@pytest.mark.parametrize(
    ("text", "surface", "subject", "measure"),
    [
        ("The heat left 12 runners unconscious.", "12 runners", "heat", "runners unconscious"),
        ("The explosion left 90 families homeless.", "90 families", "explosion", "families homeless"),
        ("Inspectors found 860 houses safe.", "860 houses", "inspectors", "houses safe"),
        ("The jury found 12 men guilty.", "12 men", "jury", "men convicted"),
        ("The flood left 47,000 homes without power.", "47,000 homes", "flood", "homes without power"),
        ("A strike put 300 nurses out of work.", "300 nurses", "strike", "nurses out of work"),
        ("The virus killed 53 people in the port of Delm.", "53 people", "virus", "deaths"),
        ("The virus killed two people and made 740 ill.", "740 ill", "virus", "people taken ill"),
        ("The club left three players at home.", "three players", "club", "players left"),
        ("The army left 300 soldiers in the valley.", "300 soldiers", "army", "soldiers left"),
    ],
)
def test_those_who_are_counted_are_named_by_their_state(
    tmp_path: Path, text: str, surface: str, subject: str, measure: str
) -> None:
    found = read(tmp_path, text, surface)
    assert (found[0].lower(), found[1]) == (subject, measure)


@pytest.mark.parametrize(("adjective", "called"), OUTCOMES["named"].items())
def test_who_falls_ill(tmp_path: Path, adjective: str, called: str) -> None:
    assert read(tmp_path, f"The fumes made 46 workers {adjective}.", "46 workers")[1] == f"workers {called}"


@pytest.mark.parametrize("verb", sorted(set(OUTCOMES["become"]["verbs"]) - {"turn"}))
def test_who_becomes_ill(tmp_path: Path, verb: str) -> None:
    text = f"After lunch 340 pupils will {verb} ill."
    assert read(tmp_path, text, "340 pupils")[1] == "pupils taken ill"


@pytest.mark.parametrize("verb", OUTCOMES["made"]["verbs"])
def test_what_somebody_is_made(tmp_path: Path, verb: str) -> None:
    text = f"The judges will {verb} 40 players eligible."
    assert read(tmp_path, text, "40 players")[1] == "players eligible"


@pytest.mark.parametrize("verb", OUTCOMES["put"]["verbs"])
def test_where_somebody_is_put(tmp_path: Path, verb: str) -> None:
    assert read(tmp_path, f"The rules will {verb} 40 men in jail.", "40 men")[1] == "men in jail"


@pytest.mark.parametrize("link", sorted(set(OUTCOMES["put"]["prepositions"]) - {"out"}))
def test_what_somebody_is_left_in(tmp_path: Path, link: str) -> None:
    assert read(tmp_path, f"The storm left 40 homes {link} water.", "40 homes")[1] == f"homes {link} water"


@pytest.mark.parametrize("verb", OUTCOMES["taken"]["verbs"])
def test_what_is_taken_from_somebody(tmp_path: Path, verb: str) -> None:
    text = f"The storm will {verb} {PARTICLES.get(verb, '')}power to 900 homes."
    assert read(tmp_path, text, "900 homes")[1] == "homes without power"


@pytest.mark.parametrize("verb", OUTCOMES["stay"]["verbs"])
def test_who_is_still_so(tmp_path: Path, verb: str) -> None:
    assert read(tmp_path, f"Nine miners {verb} trapped.", "Nine miners")[1] == "miners trapped"
