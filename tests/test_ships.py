"""The ship that an article tells of: what "the vessel", "her tanks" and its lost cargo are told of."""

import pytest

from claims import extract
from claims.framing.ships import ship_of
from claims.model import Claim
from claims.sources import from_text
from claims.vocabulary import load

STRANDED = """# Freighter still fast on the sands

DALBY - The freighter Elm Star, 140 metres long, ran aground off Dalby on Monday. Captain Ada Holm radioed
for help. Her tanks held 600 tonnes of oil and 90 tonnes of diesel.

Some 40 tonnes of oil had escaped by Friday. The vessel was built in 1998. At her last visit to Dalby she had
nine faults. The 140-metre ship carried 8,000 tonnes of salt. A tug with a crew of six stood by.
"""


def claims_of(text: str) -> dict[str, Claim]:
    """Return the claims of a text by the words of their values."""
    return {claim.value.surface: claim for claim in extract(from_text(text, "story.md")) if claim.value}


@pytest.mark.parametrize(
    ("surface", "subject", "measure"),
    [
        ("600 tonnes", "Elm Star's tanks", "oil"),
        ("90 tonnes", "Elm Star's tanks", "diesel"),
        ("40 tonnes", "Elm Star", "oil escaped"),
        ("1998", "Elm Star", "date vessel built"),
        ("8,000 tonnes", "Elm Star", "salt"),
    ],
)
def test_whose_the_figures_of_a_ship_are(surface: str, subject: str, measure: str) -> None:
    found = next(claim for words, claim in claims_of(STRANDED).items() if surface in words)
    assert (found.subject, found.measure) == (subject, measure)


def test_a_description_says_which_ship_it_was_read_as() -> None:
    assert "the ship told of, “Elm Star”" in claims_of(STRANDED)["8,000 tonnes"].inferred["subject"]


@pytest.mark.parametrize(
    "told",
    [
        "The tanker Elm Star left.",
        "The grounding of the Elm Star was heard.",
        "The Elm Star ran aground.",
        "The Elm Star’s hull broke.",
        "The Elm Star, 90 metres long, broke.",
    ],
)
def test_how_a_text_names_a_ship(told: str) -> None:
    ship = ship_of(f"{told} The ship is old. No vessel came, and no other ship.")
    assert ship is not None
    assert ship.name == "Elm Star"
    assert {"ship", "vessel"} <= ship.kinds


@pytest.mark.parametrize("row", ["befell", "does", "has"])
def test_each_word_tells_a_ship(row: str) -> None:
    frames = {"befell": "The {} of the Elm Star", "does": "The Elm Star {}", "has": "The Elm Star’s {}"}
    for word in sorted(load("matters")["ships"][row]):
        plain = word.replace("(?:the|rocks)", "the")
        text = f"{frames[row].format(plain)}. The ship is old. No vessel came, and no other ship."
        assert ship_of(text) is not None, word


def test_no_ship_is_told_where_boats_only_pass_by() -> None:
    assert ship_of("The Elm Star Hotel has 40 rooms. A ship passed. The bay is full of vessels.") is None
    assert ship_of("The tanker Elm Star passed. The hotel has 40 rooms.") is None


def test_no_ship_is_told_of_where_the_opening_names_two_alike() -> None:
    text = "The liner Elm Star left, and the liner Oak Star came. The ship is old. No vessel came."
    assert ship_of(text) is None
    assert ship_of(f"{text} Elm Star waits.") is not None


def test_a_carrier_that_flies_is_no_ship() -> None:
    assert (
        ship_of("The carrier Elm Air hit the brakes. The carrier is old. This carrier lost. A carrier.")
        is None
    )
    assert ship_of("The bulk carrier Elm Star left. The ship is old. No vessel came, nor a ship.") is not None


def test_what_others_take_or_lose_is_no_ships() -> None:
    told = claims_of(
        f"{STRANDED}\nThe brewery recovered 500 litres of beer. Divers removed 20 tonnes of diesel."
    )
    assert told["500 litres"].subject == "brewery"
    assert told["20 tonnes"].subject == "Elm Star"


def test_she_is_somebody_of_her_own_sentence_first() -> None:
    told = claims_of(
        f"{STRANDED}\nThe Elm Star has 3 masts. Engineer Ann Orr said she had slept for 2 hours."
    )
    assert told["2 hours"].subject != "Elm Star"


def test_a_woman_keeps_what_is_hers() -> None:
    text = STRANDED + "\nCaptain Holm is 44. Her brother lives in Dalby with 12 goats."
    assert claims_of(text)["12 goats"].subject != "Elm Star's brother"


def test_a_ship_has_no_accounts() -> None:
    text = STRANDED + "\nThe Elm Star sank at noon. Revenue was €84m last year."
    assert claims_of(text)["€84m"].subject != "Elm Star"
