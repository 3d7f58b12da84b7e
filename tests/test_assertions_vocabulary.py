"""Every word that tells what is asserted, of whom, and whether it happened, does so."""

import pytest

from claims import extract
from claims.sources import from_text
from claims.vocabulary import word_list


def _facts(text: str) -> dict[str, str]:
    """Return what is asserted, with its subject."""
    return {claim.measure: claim.subject for claim in extract(from_text(text, "a.txt")) if not claim.value}


@pytest.mark.parametrize("verb", sorted(word_list("assertions", "mindful", "verbs")))
def test_a_thing_wants_nothing(verb: str) -> None:
    told = f"{verb.replace('deny', 'denie')}s"
    things = "a new one" if verb in {"deny", "expect", "reject"} else "to build a new one"
    facts = _facts(f"The mayor says the bridge is unsafe and {told} {things}.")
    assert facts.pop("is unsafe") == "bridge"
    assert set(facts.values()) == {"mayor"}


@pytest.mark.parametrize("word", sorted(word_list("assertions", "beside", "connectives")))
def test_connectives_say_nothing_of_their_own(word: str) -> None:
    assert _facts(f"The harbour has closed {word}.") == {"has closed": "harbour"}


@pytest.mark.parametrize("word", sorted(word_list("assertions", "beside", "references")))
def test_what_is_referred_to_is_not_asserted(word: str) -> None:
    told = {"provided": "that the storm lasts", "given": "the storm", "following": "the storm"}
    rest = told.get(word, "to the storm")
    assert _facts(f"The harbour closed its gates {word} {rest}.") == {"closed its gates": "harbour"}


@pytest.mark.parametrize("noun", sorted(word_list("nominal_events", "nouns", "bare")))
def test_nouns_too_general_to_be_asserted(noun: str) -> None:
    facts = _facts(f"The council closed the harbour, a bitter {noun} for the town.")
    assert facts == {"closed the harbour": "council"}


@pytest.mark.parametrize("noun", sorted(word_list("nominal_events", "nouns", "whole")))
def test_what_befell_somebody_whole(noun: str) -> None:
    facts = _facts(f"The mayor's {noun} shocked the town.")
    assert "mayor" in facts.values()


@pytest.mark.parametrize("past", sorted(word_list("nominal_events", "offices", "past")))
def test_an_office_that_is_held_no_longer(past: str) -> None:
    facts = _facts(f"The bridge was opened by {past} mayor Ada Holm.")
    assert facts["was mayor"] == "Ada Holm"


@pytest.mark.parametrize("word", sorted(word_list("nominal_events", "unreal", "adjectives")))
def test_an_event_that_has_not_happened(word: str) -> None:
    assert "has closed" not in _facts(f"The {word} closure of the harbour worries the town.")
    assert _facts("The early closure of the harbour worries the town.")["has closed"] == "harbour"
