"""An accident by what it was, and by where it was: "Dalby derailment", not "Orlavia accident"."""

import pytest

from claims import extract
from claims.framing.theme_place import place_of
from claims.sources import from_text
from claims.vocabulary import load, word_list

NEWS = """# Nine die in accident in Orlavia

ELM - Nine people died when a tram {told} near the village of Dalby in Orlavia on Monday, police said. The
accident is the second of the year. It {told} again when it was lifted.

Crews mended the accident site in Orlavia for €3m.
"""


def topics(told: str, plain: str = "accident") -> set[str]:
    """Return what an article is said to tell of."""
    text = NEWS.format(told=told).replace("accident", plain)
    return {claim.scope.get("topic", "") for claim in extract(from_text(text, "story.md")) if claim.value}


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (form, kind)
        for kind, forms in load("context")["accidents"]["kinds"].items()
        for form in forms
        if not form.startswith("(")
    ]
    + [
        ("left the rails", "derailment"),
        ("jumped the tracks", "derailment"),
        ("came off the rails", "derailment"),
    ],
)
def test_an_accident_is_named_by_what_it_was(told: str, kind: str) -> None:
    assert topics(told) == {f"Dalby {kind}"}


@pytest.mark.parametrize("plain", ["tragedy", "misfortune"])
def test_nobody_need_call_it_an_accident(plain: str) -> None:
    assert topics("derailed", plain) == {"Dalby derailment"}
    assert "Dalby collapse" in topics("collapsed", plain)


def test_where_nobody_came_to_harm_a_collapse_may_be_of_anything() -> None:
    text = NEWS.format(told="collapsed").replace("accident", "slump")
    text = text.replace("Nine die", "Fares fall").replace("Nine people died", "Nine fares fell")
    found = extract(from_text(text, "story.md"))
    assert not any("collapse" in claim.scope.get("topic", "") for claim in found)


def test_what_is_told_once_names_nothing() -> None:
    text = NEWS.replace("{told} again", "rang").format(told="derailed")
    found = extract(from_text(text, "story.md"))
    assert not any("derailment" in claim.scope.get("topic", "") for claim in found)


@pytest.mark.parametrize("word", sorted(word_list("context", "themes", "before_names")))
def test_words_before_the_name_in_a_headline_are_no_part_of_it(word: str) -> None:
    body = "The tram rang in Dalby on Monday. Crews went to Dalby."
    assert place_of(f"{word.capitalize()} Dalby: what now", body, set(), set()) == ("Dalby", True)
