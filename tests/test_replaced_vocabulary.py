"""Each word by which a text tells what was expected, or given before, does so."""

import re

import pytest

from reconcile import reconcile, replaced_figures
from reconcile.vocabulary import load
from tests.make import article

WORDS = load("replaced")


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
    assert replaced_figures._PAST.search(f"The repair of the lock {word} ")


def test_what_is_only_told_beside_replaces_nothing() -> None:
    assert not is_revised("The fair drew 410 guests; the town had painted 350.")
