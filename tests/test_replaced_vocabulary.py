"""Each word by which a text tells what was expected, or given before, does so."""

import re

import pytest

from reconcile import reconcile, replaced_figures
from reconcile.vocabulary import load
from tests.make import article

WORDS = load("replaced")
THAN = {word for word in WORDS["set_against"] if word.startswith("(")}


def plain(pattern: str) -> str:
    """Return a word that a pattern of the vocabulary finds."""
    return re.sub(r"\[(\w)\w*\]|\(\?:\w+[^)]*\)", r"\1", pattern).replace("?", "")


def is_revised(text: str) -> bool:
    result = reconcile([article(text, day="2025-03-03")])
    return any(
        reason.facet == "revision" and reason.effect != "pass"
        for pair in result.pairs
        for reason in pair.reasons
    )


@pytest.mark.parametrize("word", WORDS["expecting"])
def test_what_was_counted_on(word: str) -> None:
    assert replaced_figures._expecting().search(f"; the town had {word} ")


@pytest.mark.parametrize("word", WORDS["expected"])
def test_what_others_foresaw(word: str) -> None:
    assert is_revised(f"The fair drew 410 guests. Its hosts {word} 350.")


@pytest.mark.parametrize("word", WORDS["reaching"])
def test_what_was_to_be_done_with_it(word: str) -> None:
    assert replaced_figures._expecting().search(f"; the town had hoped to {word} ")


@pytest.mark.parametrize("word", WORDS["things"])
def test_a_thing_named_before(word: str) -> None:
    assert replaced_figures._expecting().search(f"; the town had expected a {word} of ")


@pytest.mark.parametrize("word", WORDS["telling"])
def test_what_was_given_before(word: str) -> None:
    assert replaced_figures._told_before().search(f"At noon the town had {word} ")


@pytest.mark.parametrize("word", WORDS["views"])
def test_views_that_are_replaced(word: str) -> None:
    assert is_revised(f"The town raised its {plain(word)} for flats from 400 to 500.")


@pytest.mark.parametrize("word", WORDS["changing"])
def test_words_by_which_a_view_is_replaced(word: str) -> None:
    assert is_revised(f"The town {plain(word)} its target for flats from 400 to 500.")


@pytest.mark.parametrize("word", WORDS["scheduling"])
def test_a_day_that_was_fixed(word: str) -> None:
    assert replaced_figures._scheduled().search(f", having been {word} ")


@pytest.mark.parametrize("word", WORDS["came"])
def test_what_came_instead(word: str) -> None:
    assert replaced_figures._came().search(f"The repair of the lock {word} ")


@pytest.mark.parametrize("word", WORDS["hedges"])
def test_what_leads_to_a_figure(word: str) -> None:
    assert replaced_figures._expecting().search(f"; the town had expected {word} ")


@pytest.mark.parametrize("word", WORDS["dating"])
def test_a_time_behind_a_figure(word: str) -> None:
    time = "in spring" if word == "earlier" else "spring"
    assert is_revised(f"The fair drew 410 guests; the town had counted on 350 {word} {time}.")


@pytest.mark.parametrize("word", WORDS["before"])
def test_words_behind_a_figure_that_say_it_was_so_earlier(word: str) -> None:
    assert is_revised(f"The fair drew 410 guests; the town had counted on 350 {word}.")


@pytest.mark.parametrize("word", WORDS["replacing"])
def test_words_between_what_came_and_what_did_not(word: str) -> None:
    assert is_revised(f"The repair of the lock took 18 months {word} 12.")


@pytest.mark.parametrize("word", sorted({*WORDS["set_against"], "fewer than", "later than"} - THAN))
def test_words_between_two_figures_of_which_the_second_was_hoped_for(word: str) -> None:
    assert is_revised(f"The fair drew 4,100 visitors, {word} the 5,000 that the town had hoped for.")


@pytest.mark.parametrize("word", WORDS["moved"])
def test_words_between_two_views(word: str) -> None:
    link = "of" if word == "instead" else "from"
    assert is_revised(f"The town changed its target to 500 flats, {word} {link} 400.")


@pytest.mark.parametrize("word", WORDS["comparing"])
def test_words_before_a_figure_that_is_only_compared(word: str) -> None:
    assert replaced_figures._compared().search(f"Sales came to €31m, {word} last year's ")


@pytest.mark.parametrize("word", WORDS["ahead"])
def test_words_that_look_ahead(word: str) -> None:
    assert replaced_figures._ahead().search(f"The town {plain(word)} ")


def test_what_is_only_told_beside_replaces_nothing() -> None:
    assert not is_revised("The fair drew 410 guests; the town had painted 350.")
