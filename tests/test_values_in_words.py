"""Values that words around a number make: shares of so many, limits of age, times at most."""

import pytest

from claims.extract import extract
from claims.sources import from_text

# text, words of the number, low, high, unit
TOLD = [
    # so many of so many, with what is counted between or behind
    ("Roughly four riders in five are content.", "four riders in five", 80.0, 80.0, "%"),
    ("More than 97 buses in every hundred are on time.", "97 buses in every hundred", 97.0, None, "%"),
    ("Seventy in every hundred nurses have signed.", "Seventy in every hundred", 70.0, 70.0, "%"),
    ("Dalby agreed, with two votes in three.", "two votes in three", 66.6667, 66.6667, "%"),
    ("About 9,000 moved away, roughly one Dalbian in seven.", "one Dalbian in seven", 14.2857, 14.2857, "%"),
    ("She scored three goals in five.", "three goals", 3.0, 3.0, "count"),
    ("The hens laid six eggs in ten days.", "six eggs", 6.0, 6.0, "count"),
    # so much of every pound
    ("Tickets cover 40p in every pound of the costs.", "40p in every pound", 40.0, 40.0, "%"),
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
    ("“It is cold,” says Ole Berg, a skipper of 71.", "71", 71.0, 71.0, "year"),
    # a time that may be shorter
    ("The fee is due within 30 days.", "30 days", None, 30.0, "day"),
    ("The crews cleared the road within two hours.", "two hours", None, 2.0, "h"),
    ("A bakery opened within two miles of the mill.", "two miles", 3.218688, 3.218688, "km"),
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
    text = "Nine- and ten-year-olds sang for the first time, and 80 of them had practised."
    [count] = [claim for claim in extract(from_text(text, "a.txt")) if claim.value and claim.value.low == 80]
    assert (count.kind, count.value and count.value.unit) == ("count", "count")
