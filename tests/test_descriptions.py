"""Whom "the company", "the club", "the manager", "he" and "it" mean, where a text says it otherwise."""

import pytest

from claims import extract
from claims.framing.descriptions import Descriptions
from claims.framing.mentions import is_womans
from claims.sources import from_text
from claims.vocabulary import load

RECALL = """# Jam recalled

Glass was found in jars of Selwick Foods in May. The {} employs 310 people. It took back 40 tonnes.
"""
SEASON = """# A quiet summer

Dalby signed the winger Mina Orrel in June for a fee of €9m. The medical took an hour. Dalby were seventh in
May. Corran had wanted her, too. Dalby Rovers play at Mill Lane.

The {} spent €30m on players.
"""
COACH = """# A quiet summer

Dalby have a new manager, Arne Holm, who came in June. Rain fell on 12 days. The manager won 61 games in Oslo.
"""


def subjects(text: str) -> dict[str, tuple[str, str | None]]:
    claims = extract(from_text(text, "story.md"))
    return {it.value.surface: (it.subject, it.inferred.get("subject")) for it in claims if it.value}


@pytest.mark.parametrize("noun", load("context")["descriptions"]["firms"])
def test_a_firm_is_the_one_named_just_before(noun: str) -> None:
    subject, why = subjects(RECALL.format(noun))["310 people"]
    assert subject == "Selwick Foods"
    assert why and noun in why


@pytest.mark.parametrize("noun", load("context")["descriptions"]["clubs"])
def test_the_club_is_the_one_that_a_story_of_sport_names_most(noun: str) -> None:
    subject, why = subjects(SEASON.format(noun))["€30m"]
    assert subject == "Dalby Rovers"
    assert why and noun in why


def test_no_club_is_guessed_where_no_sport_is_told() -> None:
    text = "# Tea\n\nDalby has a club. Dalby is old. Dalby is small. The club spent €30 on tea.\n"
    assert subjects(text)["€30"][0] == "club"


@pytest.mark.parametrize("ending", load("context")["descriptions"]["public"])
def test_a_public_body_is_no_firm(ending: str) -> None:
    text = RECALL.replace("Selwick Foods", f"the Selwick {ending.title()}").format("company")
    assert "Selwick" not in subjects(text)["310 people"][0]


@pytest.mark.parametrize(
    ("told", "beside"),
    [
        ("The employer met the union.", True),
        ("The firm pays a bonus.", True),
        ("A baker met the union.", False),
    ],
)
def test_the_union_is_no_firm_where_the_text_speaks_of_one(told: str, *, beside: bool) -> None:
    assert Descriptions(told, None).is_beside_firm("union", "") is beside


def test_a_role_is_the_person_who_was_named_with_it() -> None:
    subject, why = subjects(COACH)["61 games"]
    assert subject == "Arne Holm"
    assert why and "manager" in why


@pytest.mark.parametrize(
    "verb", ["cost €4m", "last 9 days", "take 9 days", "amount to €4m", "reach 9 metres"]
)
def test_what_somebody_says_that_it_costs_is_not_the_speaker(verb: str) -> None:
    text = f"# Strike\n\nThe strike at the port goes on. The union says that it cannot {verb}.\n"
    assert not [subject for subject, _ in subjects(text).values() if subject == "union"]


def test_he_is_not_a_woman_named_between() -> None:
    text = """# Goals

Arne Holm signed in June. The treasurer, Nadia Frayne, is 61. He scored 9 goals.
"""
    assert subjects(text)["9 goals"][0] == "Arne Holm"


@pytest.mark.parametrize("first", load("context")["persons"]["men"])
def test_a_mans_name_may_end_like_a_womans(first: str) -> None:
    assert not is_womans(f"{first} Holm")
    assert is_womans("Nadia Holm")


def test_what_has_beds_is_what_the_text_tells_of_and_no_builder_named_between() -> None:
    text = """# What you need to know

The construction of Dorn hospital is over, engineers say. Contractors built it on the old site, and its budget
rose. Tillgate Builders laid the foundation. Nurses cheered. It has 40 beds.
"""
    assert subjects(text)["40 beds"][0] == "Dorn hospital"
