"""Values that words around a number make: shares of so many, limits of age, times at most."""

import pytest

from claims.extract import extract
from claims.sources import from_text

# text, words of the number, low, high, unit
TOLD = [
    # so many of so many, with what is counted between or behind
    ("Roughly four riders in five are content.", "four riders in five", 80.0, 80.0, "%"),
    ("More than 88 buses in every hundred were late.", "88 buses in every hundred", 88.0, None, "%"),
    ("Seventy in every hundred nurses have signed.", "Seventy in every hundred", 70.0, 70.0, "%"),
    ("Dalby agreed, with two votes in three.", "two votes in three", 66.6667, 66.6667, "%"),
    ("About 9,000 moved away, roughly one Dalbian in seven.", "one Dalbian in seven", 14.2857, 14.2857, "%"),
    ("She scored three goals in five.", "three goals", 3.0, 3.0, "count"),
    ("The hens laid six eggs in ten days.", "six eggs", 6.0, 6.0, "count"),
    # so much of every pound
    ("Tickets cover 35p in every pound spent.", "35p in every pound", 35.0, 35.0, "%"),
    ("The charity spends 80 cents of each dollar on care.", "80 cents of each dollar", 80.0, 80.0, "%"),
    ("The pay gap is 14 cents on the dollar.", "14 cents", 0.14, 0.14, "USD"),
    # ages that bound a group
    ("Under-12s swim free.", "Under-12s", None, 12.0, "year"),
    ("The over-75s get a licence.", "over-75s", 75.0, None, "year"),
    ("Pupils aged eight to 14 may enter.", "eight to 14", 8.0, 14.0, "year"),
    ("Only those under six travel free.", "under six", None, 6.0, "year"),
    ("Nine- and ten-year-olds sang.", "Nine- and ten-year-olds", 9.0, 10.0, "year"),
    ("The bank sells five- and ten-year bonds.", "five", 5.0, 5.0, "year"),
    # ages that a clause tells
    ("Ana Roth lived in Dalby. She was four when she left.", "four", 4.0, 4.0, "year"),
    ("The youngest of the divers was six.", "six", 6.0, 6.0, "year"),
    ("“It is cold,” says Ole Berg, a miller of 66.", "66", 66.0, 66.0, "year"),
]


@pytest.mark.parametrize(("text", "words", "low", "high", "unit"), TOLD)
def test_a_number_says_what_its_words_make_of_it(
    text: str, words: str, low: float | None, high: float | None, unit: str
) -> None:
    values = [claim.value for claim in extract(from_text(text, "a.txt")) if claim.value]
    found = [value for value in values if words in value.surface]
    assert [value.unit for value in found] == [unit]
    assert (found[0].low, found[0].high) == (pytest.approx(low), pytest.approx(high))


def test_a_team_of_the_young_is_no_limit_of_age() -> None:
    text = "The under-21s beat Norway. The manager thanked the Under-19s."
    assert not [claim for claim in extract(from_text(text, "a.txt")) if claim.value]


def test_a_share_names_what_it_is_a_share_of() -> None:
    [claim] = [
        claim for claim in extract(from_text("Four riders in five are content.", "a.txt")) if claim.value
    ]
    assert (claim.subject, claim.measure) == ("riders", "share of riders that are content")


def test_a_part_of_those_of_an_age_counts_people() -> None:
    text = "Nine- and ten-year-olds sang in the hall, and 80 of them had practised."
    [count] = [claim for claim in extract(from_text(text, "a.txt")) if claim.value and claim.value.low == 80]
    assert (count.kind, count.value and count.value.unit) == ("count", "count")


# Units that a clause leaves to the number before, or to none.
LEFT_OUT = [
    (
        "The heirs get €2 million each, 8 million in all; they had hoped for 12 million.",
        "8 million",
        "EUR",
    ),
    (
        "The heirs get €2 million each, 8 million in all; they had hoped for 12 million.",
        "12 million",
        "EUR",
    ),
    ("The pier cost 80 million kronor. The town paid 30% of it, or 24 million.", "24 million", "SEK"),
    ("The show cost €2 million and drew 1.3 million viewers.", "1.3 million viewers", "count"),
    ("Buses run at 40 mph through the park instead of 50.", "50", "km/h"),
    ("The club sold 40 shirts instead of 50.", "50", "count"),
    ("The rules ask for no more than 8 knots; the yacht was making 13.", "13", "km/h"),
    ("The union had wanted three years; the rules grant a maximum of four.", "four", "year"),
    ("The number of farms fell by 12%, from 430 in 2014 to 378.", "430", "count"),
    ("The smallest office loses most: in Dalby 11 of 62.", "11", "count"),
    ("The mill grinds 300 tonnes of wheat a day.", "300 tonnes of wheat a day", "t"),
    ("The pumps move 30 tonnes a minute.", "30 tonnes a minute", "t/s"),
    ("The boat was lost from sight 52 minutes later.", "52 minutes", "min"),
]


@pytest.mark.parametrize(("text", "words", "unit"), LEFT_OUT)
def test_a_number_has_the_unit_that_its_text_gives_it(text: str, words: str, unit: str) -> None:
    values = [claim.value for claim in extract(from_text(text, "a.txt")) if claim.value]
    assert [value.unit for value in values if value.surface.endswith(words)] == [unit]


def test_an_hour_at_which_something_happens_is_no_number() -> None:
    text = "The alarm rang at seven, and 52 minutes later the boat was empty."
    values = [claim.value for claim in extract(from_text(text, "a.txt")) if claim.value]
    assert [(value.low, value.unit) for value in values] == [(52.0, "min")]
