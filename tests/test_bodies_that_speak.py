"""Whom "it" and "its" mean where a body tells of itself, and which capitals make a body and not a person."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.model import Claim
from claims.people import people_of
from claims.vocabulary import load as vocabulary

AIRLINE = """Peru Eastern Airlines said on Tuesday it had bought 12 jets.

The purchase cost €2.5bn. Peru Eastern said it also resold 5 larger planes.
Peru Eastern, one of the state carriers, had a net profit of €5m in 2014. Its fleet of 410 aircraft is old.
Its move to sell 39 hangars was late. It aims to employ 4,000 pilots by then.
"""
ROVERS = """Otterates said on Tuesday it had bought 12 jets.

Otterates serves a large network of towns. Its fleet stands at 174 aircraft. In May Otterates has a strike.
"""


def read(tmp_path: Path, text: str) -> dict[str, Claim]:
    path = tmp_path / "story.txt"
    path.write_text(text, encoding="utf-8")
    return {claim.value.surface: claim for claim in extract(load(path)) if claim.value is not None}


@pytest.mark.parametrize("surface", ["12 jets", "5", "410 aircraft", "39 hangars", "4,000 pilots"])
def test_what_a_body_says_it_does_is_its_own(tmp_path: Path, surface: str) -> None:
    assert read(tmp_path, AIRLINE)[surface].subject.startswith("Peru Eastern")


def test_a_name_that_looks_like_a_plural_is_one_body(tmp_path: Path) -> None:
    assert read(tmp_path, ROVERS)["174 aircraft"].subject == "Otterates"


@pytest.mark.parametrize("word", vocabulary("context")["persons"]["bodies"])
def test_a_name_with_a_word_for_a_body_behind_it_is_no_person(word: str) -> None:
    text = f"Elm Harwick said rents rose. The Elm Harwick {word.title()} is old."
    assert people_of(text) == frozenset()


def test_who_speaks_is_a_person() -> None:
    assert people_of("Ada Holm said rents rose. Ada Holm Tower is old.") == {"Ada", "Holm"}


def test_a_rise_in_something_told_behind_the_figure(tmp_path: Path) -> None:
    text = "The Orsa division reported an increase of 14 per cent in turnover to €5m in the quarter.\n"
    found = read(tmp_path, text)
    told = [(found[it].subject, found[it].measure) for it in ("14 per cent", "€5m")]
    assert told == [("Orsa division", "change in turnover"), ("Orsa division", "revenue (turnover)")]
