"""Whom "he" and "she" mean where a clause has just told of somebody without a name."""

import pytest

from claims import extract
from claims.sources import from_text
from claims.vocabulary import load


def doers(text: str, *, verb: str) -> list[str]:
    """Return the subjects of the facts whose measure has a verb."""
    claims = extract(from_text(f"# Storm\n\nPresident Ana Ruiz visited the coast. {text}\n", "a.md"))
    return [claim.subject for claim in claims if claim.value is None and verb in claim.measure]


@pytest.mark.parametrize(
    ("text", "verb", "doer"),
    [
        ("The man was found after he had called the coastguard.", "called", "man"),
        ("The singer's van was hit as she attempted to park.", "attempted", "singer"),
        ("A teacher died when she ran back into the house.", "ran", "teacher"),
        ("The pupil said she had seen the fire.", "seen", "pupil"),
        ("A man said that she had called for help.", "called", "President Ana Ruiz"),
        ("The lorry was found after she had called the coastguard.", "called", "President Ana Ruiz"),
    ],
)
def test_who_is_told_of_goes_on(text: str, verb: str, doer: str) -> None:
    assert doers(text, verb=verb) == [doer]


@pytest.mark.parametrize("word", [word for word in load("context")["persons"]["women"] if word != "women"])
def test_she_is_a_woman_told_of_and_he_is_not(word: str) -> None:
    assert doers(f"A {word} was found after she had climbed a tree.", verb="climbed") == [word]
    assert doers(f"A {word} was found after he had climbed a tree.", verb="climbed") != [word]


@pytest.mark.parametrize("word", load("context")["persons"]["males"])
def test_he_is_a_man_told_of_and_she_is_not(word: str) -> None:
    assert doers(f"A {word} was found after he had climbed a tree.", verb="climbed") == [word]
    assert doers(f"A {word} was found after she had climbed a tree.", verb="climbed") != [word]
