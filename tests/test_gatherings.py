"""A cup, fair or race that an article tells of by its name, and the disaster that befell people there."""

import pytest

from claims import extract
from claims.framing.gatherings import gathering_of
from claims.sources import from_text
from claims.vocabulary import load

FAIR = """# Alder Book Fair ends with a loss

The Alder Book Fair closed in Corran on Sunday. Dalby House sold 900 novels there. The fair had 40 stands,
and the event cost €3m.

Coaches brought 300 classes.
"""

STAND = """# Nine dead at the Amber Regatta

A stand gave way at the Amber Regatta on Sunday. Nine people died in the collapse. The race was stopped, and
the Amber Regatta will not be rowed again this year.

The collapse hurt 40 people. The inquiry has 6 members.
"""
FALL = """# Holm takes the Amber Cup after a crash

Ada Holm won the Amber Cup on Sunday. A crash at the last bend held up 30 riders for an hour. The crash was
the third of the race.

The Amber Cup is worth €9m. The van has 12 seats.
"""

HURT = """# Injured Holm to miss the Amber Cup

Ada Holm will miss the Amber Cup. Holm was injured in a car accident on Monday. The accident happened in
Corran. The Amber Cup begins on Friday. The cup has 16 teams.
"""


def topics(text: str) -> set[str]:
    """Return what an article is said to tell of."""
    claims = extract(from_text(text, "story.md"))
    return {claim.scope["topic"] for claim in claims if "topic" in claim.scope}


@pytest.mark.parametrize(
    ("text", "topic"),
    [(FAIR, "Alder Book Fair"), (STAND, "Amber Regatta collapse"), (FALL, "Amber Cup"), (HURT, "Amber Cup")],
)
def test_the_theme_is_the_gathering_or_what_befell_people_there(text: str, topic: str) -> None:
    assert topics(text) == {topic}


@pytest.mark.parametrize("word", load("context")["themes"]["deadly"])
def test_a_headline_tells_of_a_disaster_by_the_dead(word: str) -> None:
    assert topics(STAND.replace("Nine dead", f"Nine {word}")) == {"Amber Regatta collapse"}


def test_a_cup_that_is_only_mentioned_is_no_theme() -> None:
    title = "The brewer who won the Dalby Cup"
    assert gathering_of(title, f"{title}\nAda Holm brews. She rowed when Corran won the Dalby Cup.") is None
    assert (
        gathering_of("A brewer", "The Dalby Cup began. The Dalby Cup ended. The Dalby Cup was won.") is None
    )


@pytest.mark.parametrize("kind", load("context")["themes"]["gatherings"])
def test_a_gathering_is_named_by_its_kind(kind: str) -> None:
    body = f"The Dalby {kind} began. Rain fell. The Dalby {kind} ended. The Dalby {kind} was a joy."
    assert gathering_of(f"Dalby {kind} ends", body) == f"Dalby {kind}"


@pytest.mark.parametrize("word", load("context")["themes"]["gathered"])
def test_a_gathering_is_told_of_by_what_it_is(word: str) -> None:
    body = f"The Dalby Cup began. The {word} drew a crowd. This {word} was a joy."
    assert gathering_of("Dalby Cup ends", body) == "Dalby Cup"


def test_a_congress_that_sits_is_no_gathering() -> None:
    told = "The Dalby Congress sat. The congress voted. The Dalby Congress rose. The Dalby Congress rests."
    assert gathering_of("Dalby Congress rises", told) is None
