"""Figures of a vote are the vote's, those of what is built are of what is built, and of nothing else."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.model import Claim
from claims.vocabulary import load as vocabulary

BALLOTS, WORKS = vocabulary("ballots"), vocabulary("works")


def claim_of(tmp_path: Path, text: str, surface: str) -> Claim:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return next(c for c in extract(load(path)) if c.value is not None and surface in c.value.surface)


@pytest.mark.parametrize(("verb", "side"), BALLOTS["sides"].items())
def test_votes_are_cast_for_a_side(tmp_path: Path, verb: str, side: str) -> None:
    past = f"{verb}d" if verb.endswith("e") else f"{verb}ed"
    text = f"The referendum is over. The plan was {past} by 5,210 voters."
    claim = claim_of(tmp_path, text, "5,210")
    assert (claim.subject, claim.measure) == ("referendum", f"{side} votes")


@pytest.mark.parametrize("word", BALLOTS["electorate"]["entitled"])
def test_a_share_of_those_who_may_vote_is_the_turnout(tmp_path: Path, word: str) -> None:
    text = f"The referendum is over. Only 41% of those {word} voted."
    assert claim_of(tmp_path, text, "41%").measure == "turnout"


@pytest.mark.parametrize("passed", ["sailed through", "squeezed through", "was endorsed"])
def test_what_passes_has_the_yes_votes_told_first(tmp_path: Path, passed: str) -> None:
    text = f"The council met on the ferry law. The law {passed} by 60 to 41."
    assert claim_of(tmp_path, text, "60").measure == "votes in favour"
    assert claim_of(tmp_path, text, "41").measure == "votes against"


def test_lawmakers_and_shares_of_others_are_no_yes_votes(tmp_path: Path) -> None:
    text = "The budget was backed by 210 lawmakers. Only 41% of the members went to the party."
    assert "yes votes" not in claim_of(tmp_path, text, "210").measure
    assert claim_of(tmp_path, text, "41%").measure != "turnout"


def test_a_place_that_opens_the_sentence_narrows_the_vote(tmp_path: Path) -> None:
    text = "The referendum is over. Voters backed the plan. In the old town, turnout was 61%."
    claim = claim_of(tmp_path, text, "61%")
    assert (claim.subject, claim.scope) == ("referendum", {"geography": "old town"})


@pytest.mark.parametrize("word", [word for words in WORKS["kinds"].values() for word in words])
def test_what_is_built_owns_figures_without_an_owner(tmp_path: Path, word: str) -> None:
    text = (
        f"Council doubts the {word}. The {word} is to be built by a contractor. The {word} is a project. "
        "The workforce is 310."
    )
    claim = claim_of(tmp_path, text, "310")
    assert claim.subject == word
    assert "subject" in claim.inferred


@pytest.mark.parametrize("word", WORKS["undertakings"])
def test_the_undertaking_is_what_is_built(tmp_path: Path, word: str) -> None:
    text = f"Doubts over Elm Bridge. Elm Bridge is to be built by a contractor. The {word} will cost €9m."
    assert claim_of(tmp_path, text, "€9m").subject == "Elm Bridge"


@pytest.mark.parametrize("word", WORKS["building"])
def test_words_that_tell_of_building(tmp_path: Path, word: str) -> None:
    text = f"Elm Bridge: a {word}. Elm Bridge is there. A {word} is near. The workforce is 310."
    assert claim_of(tmp_path, text, "310").subject == "Elm Bridge"


def test_a_school_in_an_outbreak_is_not_what_the_article_is_about(tmp_path: Path) -> None:
    text = "Measles at a school. The school is open. The school has a nurse. The number of cases is 31."
    assert claim_of(tmp_path, text, "31").subject != "school"


@pytest.mark.parametrize("chamber", BALLOTS["chambers"]["nouns"])
def test_the_votes_by_which_a_bill_passes_a_chamber_are_on_the_bill(tmp_path: Path, chamber: str) -> None:
    claim = claim_of(tmp_path, f"The bill passed the {chamber} by 51 votes to 49.", "51")
    assert (claim.subject, claim.measure) == ("bill", "votes in favour")
