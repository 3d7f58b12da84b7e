"""Amounts in two units, ages said of persons, times of day in words, and places in an order."""

import pytest

from claims.language import parse, pipeline
from claims.model import Quantity
from claims.quantities import find, to_value
from claims.vocabulary import load


def _found(text: str) -> list[Quantity]:
    return [found for found in find(pipeline()(text)) if found.kind not in ("label", "date")]


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("The ban lasts two years and three months.", 2.25, "year"),
        ("The play runs for two hours and 15 minutes.", 2.25, "hour"),
        ("She won in 3 minutes 24 seconds.", 3.4, "minute"),
        ("The door is 6 feet 6 inches high.", 6.5, "foot"),
        ("The crossing took one day, 12 hours.", 1.5, "day"),
    ],
)
def test_an_amount_in_two_units_is_one(text: str, low: float, unit: str) -> None:
    (found,) = _found(text)
    assert (found.low, found.high, found.unit) == (pytest.approx(low), pytest.approx(low), unit)


@pytest.mark.parametrize(
    "text",
    [
        "They served three months and two years.",
        "It needs two hours or 15 minutes.",
        "The tests took one year and 18 months.",
        "They ran 2.5 hours and 15 minutes.",
    ],
)
def test_amounts_that_do_not_continue_each_other_stay_two(text: str) -> None:
    assert len(_found(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Lindt, who is 81, paints.",
        "She was 17 when the war began.",
        "“I am eighty-one.",
        "Rosa Lindt, now 58, lives in Ghent.",
        "He had played since he was 15.",
        "“Nobody asked,” says Rosa Lindt, the director, 44.",
        "He lived there from the age of 16.",
        "Lindt turned 25 in May.",
        "Rosa Lindt, a retired rigger of 62, came.",
        "Now 23, she leaves the choir.",
        "Of the fiddlers on stage, the younger is 31.",
        "The youngest, Rosa Lindt of Ghent, is 37 and sings.",
        "Captain: Rosa Lindt, 54",
        "They praised the striker, 31, and bought a bus.",
        "He moved to Ghent at 19 and never came back.",
        "Trams are free for those of 70 and over.",
        "People aged 40 and above may vote.",
    ],
)
def test_a_number_said_of_a_person_is_an_age(text: str) -> None:
    (found,) = _found(text)
    assert found.unit == "year of age"
    assert to_value(found, text).unit == "year"


@pytest.mark.parametrize(
    "text",
    [
        "She was 12 points ahead.",
        "He is 6 feet tall.",
        "Who was 30 km away?",
        "It was 81 at noon.",
        "He was 3.5 lengths behind.",
        "The Gulls, a winner of 34 games, lost.",
        "Hollin, a cluster of 34 farms, burned.",
        "Now 23 of them leave.",
        "The shares opened at 14, and closed at 17.",
        "The carts joined the queue at 14, and left.",
        "Oil left the day at 60.",
        "Winner: Spain, 54",
        "The boats, 14, and the nets were lost.",
    ],
)
def test_other_numbers_behind_to_be_are_no_age(text: str) -> None:
    assert all(found.unit != "year of age" for found in _found(text))


@pytest.mark.parametrize("verb", load("labels")["ages"]["lived"])
def test_what_somebody_did_at_an_age(verb: str) -> None:
    assert _found(f"Rosa Lindt {verb} in Ghent at 17.")[0].unit == "year of age"


@pytest.mark.parametrize("way", load("labels")["ages"]["ways"])
def test_what_comes_to_a_level_has_no_age(way: str) -> None:
    assert all(found.unit != "year of age" for found in _found(f"Lindt moved {way} at 14, and stayed."))


@pytest.mark.parametrize(
    "text",
    [
        "Nobody who came at eight o'clock was let in.",
        "The result came at ten past four.",
        "It closed at half past six.",
        "The bell rang at a quarter to nine.",
        "The shops stayed open until eight so that all could buy.",
        "At six she left the house.",
    ],
)
def test_a_time_of_day_in_words_counts_nothing(text: str) -> None:
    assert not _found(text)


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Of the 340 passengers 85 fell ill, exactly a quarter.", [0.25]),
        ("About 900 of the 3,600 houses, a quarter, cannot be saved.", [0.25]),
        ("It earned $5m a quarter.", []),
        ("It sold 300 cars, a quarter later than planned.", []),
        ("They meet in spring, a quarter, or a year.", []),
    ],
)
def test_a_quarter_behind_an_amount_is_its_share(text: str, shares: list[float]) -> None:
    assert [found.low for found in _found(text) if found.kind == "share"] == shares


@pytest.mark.parametrize("text", ["It rose from ten to four.", "The vote was ten to four."])
def test_two_counts_are_no_time_of_day(text: str) -> None:
    assert [found.low for found in _found(text)] == [10, 4]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sales jumped by more than a fifth thanks to a new shop.", [(0.2, None, "growth", "up")]),
        ("The debt fell, by £12m or 11%.", [(12e6, 12e6, "money", "down"), (11, 11, "growth", "down")]),
        ("The bills add up to £49m.", [(49e6, 49e6, "money", None)]),
        ("The fund will add up to £49m.", [(None, 49e6, "money", None)]),
        ("The toll went up to eight.", [(8, 8, "count", None)]),
        ("Membership has gone up to 4,000.", [(4000, 4000, "count", None)]),
        ("Fines go up to £500.", [(None, 500, "money", None)]),
        ("Another 2 3\N{FRACTION SLASH}4 metres of snow fell.", [(2.75, 2.75, "quantity", None)]),
        ("About 3\N{FRACTION SLASH}4 of the crop was lost.", [(0.75, 0.75, "share", None)]),
        ("It cost £8m less than planned.", [(8e6, 8e6, "money", "down")]),
        ("The road is 12 km longer than planned.", [(12, 12, "quantity", "up")]),
        (
            "He did 4.8 points better than in 2022, when he took 26%.",
            [(4.8, 4.8, "growth", "up"), (26, 26, "share", None)],
        ),
        ("Of his dozen goals three counted.", [(12, 12, "count", None), (3, 3, "count", None)]),
        ("They won eight seats, one fewer than before.", [(8, 8, "count", None), (1, 1, "count", None)]),
        ("They came third, finished seventh and went home.", [(3, 3, "rank", None), (7, 7, "rank", None)]),
        ("Three houses were half built.", [(3, 3, "count", None)]),
        ("He bought a centre-half.", []),
    ],
)
def test_what_the_words_around_a_number_say(
    text: str, wanted: list[tuple[float | None, float | None, str, str | None]]
) -> None:
    found = _found(text)
    assert [(item.low, item.high, item.kind, item.direction) for item in found] == wanted


def test_a_sum_that_is_less_than_another_has_negative_bounds() -> None:
    text = "It cost £8m less than planned."
    (doc,) = parse([text])
    (found,) = [item for item in find(doc[:]) if item.kind == "money"]
    value = to_value(found, text)
    assert (value.low, value.high, value.unit) == (-8e6, -8e6, "GBP")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Trams are free for those of 70 and over.", 70, None),
        ("People aged 40 and above may vote.", 40, None),
        ("Children of six or under go free.", None, 6),
    ],
)
def test_a_limit_behind_an_age_bounds_it(text: str, low: float | None, high: float | None) -> None:
    (found,) = _found(text)
    assert (found.low, found.high) == (low, high)
