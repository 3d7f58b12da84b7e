"""Sentences glued together by a lost break are found; names with inner capitals stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.glue import glue_points


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("India mines little. It named priority mineralsIndia holds 6 t.", ["India holds"]),
        ("The vote was late.Opponents left. Nobody else voted.", ["Opponents"]),
        ("It cost 40 million in 2025.The town paid.", ["The town"]),
        ("“We will pay.”The mayor left.", ["The mayor"]),
        ("He lives in Brazil. Exports from BrazilIndia said fell. India denied it.", ["India said"]),
        (
            "An iPhone from McDonald on YouTube and eBay at SoftBank GmbH. Phone Bank Tube Donald Bay",
            [],
        ),
        ("The U.S.China talks; J.Smith of Booking.Com and www.Example.Org wrote to a.Bell@example.org", []),
        ("It grew by 3.5% at 6.40pm. Nothing is glued here.", []),
        ("", []),
    ],
)
def test_glued_sentences_are_found(text: str, starts: list[str]) -> None:
    assert [text[at:][: len(start)] for at, start in zip(glue_points(text), starts, strict=True)] == starts


def test_only_the_asked_part_is_searched_and_offsets_are_of_the_whole() -> None:
    text = "It was late.India left. They spoke of lateIndia again."
    first, second = glue_points(text)
    assert glue_points(text, 20) == [second]
    assert glue_points(text, 0, 20) == [first]


@given(st.text(max_size=300))
def test_points_lie_inside_words(text: str) -> None:
    for at in glue_points(text):
        assert 0 < at < len(text)
        assert not text[at - 1].isspace()
