"""Where a figure stands in its sentence: not inside another figure, and nowhere where it is not printed."""

import pytest

from claims.sources import from_text
from reconcile import reconcile
from reconcile.window import apart, beside_figure, next_to
from tests.make import claim, exact

PLACES = {
    "the end of a longer figure": (
        "Fares rose 16%, without fuel 6%.",
        "6%",
        ("Fares rose 16%, without fuel ", "."),
    ),
    "the end of a decimal": (
        "Of rye 1.4%, of oats 4%, they said.",
        "4%",
        ("Of rye 1.4%, of oats ", ", they said."),
    ),
    "the head of a decimal": ("It grew 4.5 and 4 cm.", "4", ("It grew 4.5 and ", " cm.")),
    "inside a word": ("In 2040 came 40.", "40", ("In 2040 came ", ".")),
    "not printed there": ("The fair drew a crowd.", "40", ("", "")),
}


@pytest.mark.parametrize(("sentence", "surface", "wanted"), PLACES.values(), ids=PLACES)
def test_what_stands_before_and_behind_a_figure(sentence: str, surface: str, wanted: tuple[str, str]) -> None:
    told = claim("a.md", "fair", "crowd", exact(40, surface=surface), sentence=sentence)
    assert apart(told) == wanted


def test_a_figure_that_is_not_printed_has_its_whole_sentence_beside_it() -> None:
    told = claim("a.md", "fair", "crowd", exact(40), sentence="The fair drew a crowd")
    assert beside_figure(told) == "The fair drew a crowd"
    assert next_to(told, behind=True) == next_to(told, behind=False) == ""


def test_a_condition_holds_for_the_figure_behind_it_where_a_longer_one_ends_alike() -> None:
    told = "Fuel costs at Brill Foods rose 16% in 2024; leave out tax, and they rose 6%.\n"
    other = "Fuel costs at Brill Foods rose 7% in 2024.\n"
    result = reconcile([from_text(told, "a.txt"), from_text(other, "b.txt")])
    small = {claim.id for claim in result.claims if claim.value and claim.value.surface in ("6%", "7%")}
    assert [pair.verdict for pair in result.pairs if {pair.a, pair.b} == small] == ["different_scope"]
