"""Parts of what was counted, told without a verb, and what the greatest of several things measures."""

import pytest

from claims import extract
from tests.make import article

# Sentence -> the measures of its numbers, by what is written.
PARTS = {
    "The blast killed 16 miners, three of them women.": {
        "16 miners": "miners killed",
        "three": "women killed",
    },
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
    "The bus has 22 stops, three of them on the quay, and runs every nine minutes.": {
        "22 stops": "stops",
        "three": "stops on the quay",
        "nine minutes": "interval",
    },
    "Forty sailors are in quarantine, nine of them in a single cabin.": {
        "Forty sailors": "sailors in quarantine",
        "nine": "sailors in quarantine in a single cabin",
    },
}

SHARES = {
    "The club has 800 members, two thirds of them women.": "share of members that are women",
    "Some 4,000 people signed, four in ten of them students.": "share of people that are students",
    "The army lost 40 tanks, at least half of them to mines.": "share of tanks to mines",
    "The union has 800 members; a third of them are over 60.": "share of members that are over-60",
}

# Sentence -> the measure of the part that a clause of its own, or "including", tells of.
TOLD = {
    "The firm has 12 plants, three of which are in Norland.": ("three", "plants in Norland"),
    "The fund owns 90 flats, 40 of which stand empty.": ("40", "flats that stand empty"),
    "The survey asked 2,000 people, 12% of whom had no job.": ("12%", "share of people that had no job"),
    "The city spent €9m, of which €2m went to schools.": ("€2m", "spending that went to schools"),
    "The move costs €80m, of which €30m will be booked this year.": ("€30m", "cost booked"),
    "The storm killed 79 people, 55 of whom died in Lund.": ("55", "deaths in Lund"),
    "Some 340 guests were hurt, 12 of whom have since died.": ("12", "guests that died"),
    "The city ordered 40 trams, including six for the airport line.": (
        "six",
        "orders of trams for the airport line",
    ),
    "The museum owns 3,000 works, among them 40 by Berg.": ("40", "works by Berg"),
    "The blast killed 27 people, including four children.": ("four children", "children killed"),
    "The fire injured 12 guests, among them two nurses.": ("two nurses", "nurses injured"),
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


@pytest.mark.parametrize("text", TOLD)
def test_a_part_in_a_clause_of_its_own(text: str) -> None:
    surface, measure = TOLD[text]
    assert _measures(text)[surface] == measure


def test_a_part_in_a_clause_is_dated_by_that_clause() -> None:
    claims = extract(article("The move costs €80m, of which €30m will be booked next year."))
    part = next(c for c in claims if c.value and c.value.surface == "€30m")
    assert part.period is not None
    assert (part.period.start, part.modality) == ("2026-01-01", "plan")


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
