"""What is done is counted, whatever verb leads to it: "40 homes had to be demolished"."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.vocabulary import load as vocabulary

RAISING = vocabulary("frames")["raising"]
# The verbs of the list that take no participle behind "to be", with what they take.
SHAPES = {
    "be": "are to be cleared",
    "have": "have to be cleared",
    "happen": "happened to be cleared",
    "set": "are set to be cleared",
    "know": "are known to be cleared",
    "think": "are thought to be cleared",
    "say": "are said to be cleared",
    "understand": "are understood to be cleared",
    "forecast": "are forecast to be cleared",
    "plan": "are planned to be cleared",
    "begin": "began to be cleared",
}


def measures(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return [claim.measure for claim in extract(load(path)) if claim.value is not None]


def _passive(verb: str) -> str:
    return f"are {verb}d to be cleared" if verb.endswith("e") else f"are {verb}ed to be cleared"


@pytest.mark.parametrize("verb", sorted(set(RAISING["verbs"]) - set(RAISING["pending"])))
def test_a_verb_that_leads_to_what_is_done(tmp_path: Path, verb: str) -> None:
    told = SHAPES.get(verb, f"{verb} to be cleared")
    assert measures(tmp_path, f"In the valley 40 homes {told}.") == ["homes cleared"]


@pytest.mark.parametrize("verb", sorted(set(RAISING["passive"]) - set(RAISING["pending"])))
def test_what_is_expected_or_said_of_them(tmp_path: Path, verb: str) -> None:
    told = SHAPES.get(verb, _passive(verb))
    assert measures(tmp_path, f"In the valley 40 homes {told}.") == ["homes cleared"]


@pytest.mark.parametrize("state", RAISING["states"])
def test_what_they_are_due_to(tmp_path: Path, state: str) -> None:
    assert measures(tmp_path, f"In the valley 40 homes are {state} to be cleared.") == ["homes cleared"]


@pytest.mark.parametrize("told", ["need to be", "remain to be", "are required to be", "have yet to be"])
def test_what_is_still_to_be_done(tmp_path: Path, told: str) -> None:
    assert measures(tmp_path, f"In the valley 40 homes {told} rebuilt.") == ["homes to be rebuilt"]


def test_a_share_says_all_of_it(tmp_path: Path) -> None:
    found = measures(tmp_path, "A third of the homes had to be demolished.")
    assert found == ["share of homes that had to be demolished"]


def test_who_wants_to_do_something_has_not_done_it(tmp_path: Path) -> None:
    assert measures(tmp_path, "Nine shops refused to close.") != ["shops close"]
