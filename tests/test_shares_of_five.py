"""Shares told as so many in so many, and counts that only look like them."""

import pytest

from claims import quantities
from claims.extract import extract
from claims.sources import from_text

# Text -> the share in percent.
SHARES = {
    "The plan won two votes in five.": 40.0,
    "Two pupils in three passed the test.": 66.7,
    "Some four drivers in ten said that they were tired.": 40.0,
}
COUNTS = [
    "She scored three goals in five.",
    "It won two games in ten days.",
    "He saw two plays in five theatres.",
]


@pytest.mark.parametrize("text", SHARES)
def test_so_many_in_so_many_are_a_share(text: str) -> None:
    values = [claim.value for claim in extract(from_text(text, "a.txt")) if claim.value]
    assert [(value.unit, round(float(value.low or 0), 1)) for value in values] == [("%", SHARES[text])]


@pytest.mark.parametrize("text", COUNTS)
def test_what_is_scored_or_seen_is_counted(text: str) -> None:
    assert all(claim.value.unit != "%" for claim in extract(from_text(text, "a.txt")) if claim.value)


def test_a_village_that_says_no_is_no_source() -> None:
    text = "Hill End said no: 55% rejected the plan; turnout was 63%."
    assert {claim.attribution for claim in extract(from_text(text, "a.txt"))} == {None}


def test_a_percentage_with_its_sign_in_brackets_is_a_change() -> None:
    growth = [q for q in quantities("A day ticket goes from £2.60 to £2.90 (+7%).") if q.kind == "growth"]
    assert [(q.low, q.direction) for q in growth] == [(7.0, "up")]
