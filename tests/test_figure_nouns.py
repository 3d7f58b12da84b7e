"""What a figure is of that is only called a record, a count or a forecast."""

import pytest

from claims import extract
from claims.model import Claim
from claims.sources import from_text
from claims.vocabulary import word_list


def claim_of(text: str, surface: str) -> Claim:
    """Return the claim of a text with some words of a value."""
    found = extract(from_text(f"# Report\n\n{text}\n", "story.md"))
    return next(claim for claim in found if claim.value and claim.value.surface == surface)


@pytest.mark.parametrize("noun", sorted(word_list("measures", "figure_nouns", "levels")))
def test_a_count_or_forecast_is_of_what_was_counted(noun: str) -> None:
    found = claim_of(f"Corran’s exports of zinc reached 400 tonnes. The {noun} was 380 tonnes.", "380 tonnes")
    assert found.measure == "exports of zinc"
    assert noun in found.inferred["measure"]


@pytest.mark.parametrize("noun", sorted(word_list("measures", "figure_nouns", "extremes")))
def test_an_extreme_is_one_of_what_was_counted(noun: str) -> None:
    found = claim_of(f"Corran’s exports of zinc reached 400 tonnes. The {noun} was 380 tonnes.", "380 tonnes")
    assert found.measure == f"{noun} exports of zinc"


@pytest.mark.parametrize("word", sorted(word_list("measures", "figure_nouns", "before")))
def test_words_before_such_a_noun_say_no_more(word: str) -> None:
    text = f"Corran’s exports of zinc reached 400 tonnes. The {word} estimate was 380 tonnes."
    assert claim_of(text, "380 tonnes").measure == "exports of zinc"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Corran’s exports of zinc reached 400 tonnes. The estimate was €380.", "€380"),
        ("Corran’s exports of zinc reached 400 tonnes. The estimate was 3 tonnes.", "3 tonnes"),
        ("Corran’s exports of zinc rose by 400 tonnes. The estimate was 380 tonnes.", "380 tonnes"),
        ("Corran’s exports of zinc reached 400 tonnes. Dalby took 380 tonnes of the total.", "380 tonnes"),
        ("Corran’s exports of zinc reached 400 tonnes. A ship took the total to 380 tonnes.", "380 tonnes"),
        ("Corran’s exports reached 40%. The estimate was 38%.", "38%"),
    ],
)
def test_another_unit_or_size_a_change_or_a_part_lends_nothing(text: str, surface: str) -> None:
    assert "told before it" not in claim_of(text, surface).inferred.get("measure", "")


def test_what_is_called_a_record_is_of_who_had_the_figure_before() -> None:
    found = claim_of(
        "Corran had 9,000 visitors in May. The previous record, 8,600, stood for years.", "8,600"
    )
    assert (found.subject, found.measure) == ("Corran", "previous record visitors")


def test_what_is_itself_read_as_of_another_lends_nothing() -> None:
    text = "Corran had 9,000 visitors. The previous record was 8,600. The board expects a total of 9,900."
    assert claim_of(text, "9,900").measure == "visitors"
