"""Stories of sport: the club, its ground, the section that a heading names, and the season."""

from datetime import date

import pytest

from claims import extract
from claims.framing.headed import named_in
from claims.framing.sport import club_of, ground_of, opened_ground
from claims.model import Claim
from claims.sources import from_text
from claims.timing.seasons import season_told
from claims.vocabulary import load

STORY = """---
title: A long spring for Dalby Rovers
date: 2024-05-06
---

# A long spring for Dalby Rovers

Rovers ended the season fifth in the league after a last match at Elm Road. They won with 61 points from 17
wins before 9,000 fans. The coach praised his squad. Rovers owe the bank €3m. The ground holds 11,400 people.

## Quay Park

The stadium cost €40m. Seats: 18,000
"""
SIGNS = "The league match drew fans to see the coach. "


def found(text: str, surface: str) -> Claim:
    """Return the claim of a text whose figure is written so."""
    claims = extract(from_text(text, "story.md"))
    return next(claim for claim in claims if claim.value and claim.value.surface == surface)


@pytest.mark.parametrize(
    ("surface", "subject"),
    [
        ("61 points", "Dalby Rovers"),
        ("€3m", "Dalby Rovers"),
        ("11,400 people", "Elm Road"),
        ("18,000", "Quay Park"),
    ],
)
def test_figures_go_to_the_club_its_ground_and_what_a_heading_names(surface: str, subject: str) -> None:
    text = STORY.replace("The ground", "The stadium")
    if surface == "18,000":
        text = text.replace("at Elm Road", "in the rain")
    assert found(text, surface).subject == subject


def test_what_a_club_has_at_the_end_of_a_season_is_of_that_season() -> None:
    period = found(STORY, "61 points").period
    assert period is not None
    assert (period.start, period.end) == ("2023-07-01", "2024-06-30")


def test_a_running_season_goes_to_the_day_of_the_text() -> None:
    text = f"{SIGNS}Dalby Rovers lead the table this season. Rovers won, and Rovers are happy."
    season = season_told(text, date(2024, 11, 20))
    assert season is not None
    assert (season.start, season.end) == ("2024-07-01", "2024-11-20")
    assert season_told("The farm had a good season.", date(2024, 11, 20)) is None
    assert season_told(text, None) is None


@pytest.mark.parametrize(
    "ended",
    [
        "Rovers finished their season fifth",
        "On the last day of the season Rovers won",
        "Rovers won the last home match of the season",
        "Rovers lost the final game of their season",
    ],
)
def test_a_season_that_is_over_ends_in_summer(ended: str) -> None:
    text = f"{SIGNS}Dalby Rovers are fifth. Rovers are happy, and Rovers sing. {ended}."
    season = season_told(text, date(2024, 5, 20))
    assert season is not None
    assert (season.start, season.end) == ("2023-07-01", "2024-06-30")


@pytest.mark.parametrize("ending", load("sport")["clubs"])
def test_a_club_is_known_by_the_end_of_its_name(ending: str) -> None:
    club = f"Dalby {ending}"
    assert club_of(f"{SIGNS}The {club} won the cup; then {ending} lost, and {ending} are sad.") == club


TOWN = f"{SIGNS}In Corran %s a bridge fell. Corran %s opened the stadium to families. Corran %s has 9 cooks."


@pytest.mark.parametrize("ending", load("sport")["doubtful"])
def test_a_town_is_no_club_unless_the_text_tells_of_it_as_of_one(ending: str) -> None:
    town = TOWN.replace("%s", ending)
    assert club_of(town) is None
    assert club_of(f"{town} Rescue teams slept there.") is None
    assert club_of(f"{town} Corran {ending} beat Dalby by two goals.") == f"Corran {ending}"
    assert (
        club_of(f"{SIGNS}On {ending} they ran. On {ending} the club won by a goal. On {ending} all slept.")
        is None
    )


@pytest.mark.parametrize("word", load("sport")["of_sides"])
def test_a_club_that_may_be_a_town_is_known_by_what_is_told_of_sides(word: str) -> None:
    other = "beat" if word == "goal" else "goal"
    assert club_of(f"{TOWN.replace('%s', 'Town')} Corran Town and a {other}; the {word}.") == "Corran Town"


@pytest.mark.parametrize(
    ("who", "measure"),
    [
        ("Dalby Rovers", "defeats"),
        *((f"The {noun}", "matches lost") for noun in load("frames")["results"]["no_sides"]),
    ],
)
def test_who_plays_no_matches_loses_them_otherwise(who: str, measure: str) -> None:
    assert (
        found(
            f"The league drew fans. The league is old.\n\n{who} lost nine matches.\n", "nine matches"
        ).measure
        == measure
    )


def test_no_club_is_found_without_sport_or_among_equals() -> None:
    assert club_of("Dalby City voted. Then City paid, and City are sad.") is None
    assert club_of(f"{SIGNS}Dalby United met Corran United. Dalby United met Corran United.") is None


@pytest.mark.parametrize("ending", load("sport")["grounds"])
def test_a_ground_is_known_by_the_end_of_its_name(ending: str) -> None:
    assert ground_of(f"{SIGNS}They play at Elm {ending} on Sunday.") == f"Elm {ending}"
    assert opened_ground(f"{SIGNS}The club opened Elm {ending} in May.") == f"Elm {ending}"


@pytest.mark.parametrize("noun", load("sport")["ground_nouns"])
def test_the_new_ground_is_the_one_that_was_opened(noun: str) -> None:
    text = (
        "# A house for Dalby Rovers\n\nDalby Rovers opened Elm Park on Saturday with a win in the league. A "
        f"match followed. The coach of Rovers saw fans weep.\n\nThe new {noun} cost €90m.\n"
    )
    assert found(text, "€90m").subject == "Elm Park"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Harwick", "Harwick"),
        ("HARWICK IN FIGURES", "Harwick"),
        ("Harwick: key figures", "Harwick"),
        ("Harwick sells its port", None),
        ("Outlook", None),
        ("", None),
    ],
)
def test_a_heading_names_whom_its_section_is_about(heading: str, name: str | None) -> None:
    text = "Trains run to Harwick daily. The outlook is good."
    assert named_in(heading, text, frozenset({"Harwick"})) == name
