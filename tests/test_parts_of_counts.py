"""Parts of what was counted, told without a verb, and what the greatest of several things measures."""

import pytest

from claims import extract
from tests.make import article

# Sentence -> the measures of its numbers, by what is written.
PARTS = {
    "The blast killed 27 people, four of them children.": {"27 people": "deaths", "four": "children killed"},
    "Some 50 people were arrested, nine of them women from Lund.": {
        "Some 50 people": "people arrested",
        "nine": "women from Lund arrested",
    },
    "The fund owns 90 flats, 12 of them empty.": {"90 flats": "flats", "12": "flats that are empty"},
    "The bus had 44 passengers, nine of them under 18.": {
        "44 passengers": "passengers",
        "nine": "passengers under-18",
        "under 18": "age",
    },
    "There were 340 injured, 60 of them seriously.": {"340 injured": "injured", "60": "seriously injured"},
    "Police arrested 60 people, 15 of them for theft, and fined 40.": {
        "60 people": "people arrested",
        "15": "people arrested for theft",
        "40": "people fined",
    },
    "The tram has 19 stops, two of them on the hill, and runs every nine minutes.": {
        "19 stops": "stops",
        "two": "stops on the hill",
        "nine minutes": "interval",
    },
    "Thirty-one survivors are in hospital, six of them in a serious condition.": {
        "Thirty-one survivors": "survivors in hospital",
        "six": "survivors in hospital in a serious condition",
    },
}

SHARES = {
    "The club has 800 members, two thirds of them women.": "share of members that are women",
    "Some 4,000 people signed, four in ten of them students.": "share of people that are students",
    "The army lost 40 tanks, at least half of them to mines.": "share of tanks to mines",
    "The union has 800 members; a third of them are over 60.": "share of members that are over-60",
}

GREATEST = {
    "The firm runs three towers, the tallest of 90 metres.": "height of tallest tower",
    "The lake has nine islands, the largest 4 km long.": "length of largest island",
    "The port got two new ships, the larger of 4,000 tonnes.": "size of larger ship",
    "Lund sold five paintings, the dearest at €3m.": "price of dearest painting",
    "The fair drew 40 bands, the biggest with 30 members.": "members of biggest band",
}


def _measures(text: str, kinds: tuple[str, ...] = ()) -> dict[str, str]:
    claims = extract(article(text))
    return {c.value.surface: c.measure for c in claims if c.value and (not kinds or c.kind in kinds)}


@pytest.mark.parametrize("text", PARTS)
def test_a_part_is_told_from_its_whole(text: str) -> None:
    assert _measures(text) == PARTS[text]


@pytest.mark.parametrize("text", SHARES)
def test_a_share_says_what_the_part_is(text: str) -> None:
    assert list(_measures(text, ("share",)).values()) == [SHARES[text]]


@pytest.mark.parametrize("text", GREATEST)
def test_the_greatest_of_several_is_measured_by_itself(text: str) -> None:
    assert GREATEST[text] in _measures(text).values()


def test_an_age_limit_is_no_count() -> None:
    claims = extract(
        article("The lorry lost 30 pipes, 12 of them under 40 kg. Ten riders fell, two of them under 16.")
    )
    units = {c.value.surface: c.value.unit for c in claims if c.value and c.value.surface.startswith("under")}
    assert units == {"under 40 kg": "t", "under 16": "year"}


def test_what_a_part_is_does_not_limit_the_whole() -> None:
    claims = extract(article("Police arrested 60 people, 15 of them for theft."))
    whole = next(c for c in claims if c.value and c.value.low == 60)
    assert "circumstance" not in whole.scope
