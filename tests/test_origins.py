"""Sources that carry the same words or name the same origin are one voice, and agreement says so."""

import pytest

from reconcile.engine import reconcile_claims
from reconcile.origins import origins
from reconcile.report import text
from tests.make import claim, exact, source

LONG = "The reactor at Tolbeck ran at half its capacity for most of the dry summer."
CASES = {
    "two that say it themselves": ((None, None), ("Short words.", "Other words."), 2),
    "one agency, named by both": (("Delta Press", "Delta Press"), ("a", "b"), 1),
    "in full and by its acronym": (("NSO", "National Statistics Office (NSO)"), ("a", "b"), 1),
    "one names the other": (("The Herald", None), ("a", "b"), 1),
    "two who are not named": (("officials", "officials"), ("a", "b"), 2),
    "two who are named": (("Anna Berg", "Omar Haddad"), ("a", "b"), 2),
    "the same sentence": ((None, None), (LONG, LONG.replace("most", "much")), 1),
    "the same sentence with another figure": (
        (None, None),
        (f"{LONG} It lost 40 workers.", f"{LONG} It lost 50 workers."),
        2,
    ),
    "the same few words": ((None, None), ("It rained.", "It rained."), 2),
}


@pytest.mark.parametrize("case", CASES)
def test_two_sources(case: str) -> None:
    (said_a, said_b), (sentence_a, sentence_b), expected = CASES[case]
    one = claim("a", "Tolbeck", "power", exact(7, "MW"), attribution=said_a, sentence=sentence_a)
    other = claim("b", "Tolbeck", "power", exact(7, "MW"), attribution=said_b, sentence=sentence_b)
    labels = {"a": "The Gazette", "b": "The Herald"}
    found = origins([one, other], labels)
    assert len(found) == expected
    assert origins([other, one], labels) == found
    assert sorted(name for names in found for name in names) == ["a", "b"]


def test_a_chain_is_one_origin() -> None:
    made = [claim(name, "Tolbeck", "power", exact(7, "MW"), attribution="Delta Press") for name in "abc"]
    assert origins(made, {}) == (("a", "b", "c"),)


def test_agreement_counts_sources_and_origins() -> None:
    made = [
        claim(name, "Norland", "cement production", exact(5e6, "t"), attribution="Delta Press")
        for name in "ab"
    ]
    result = reconcile_claims([source(name, "Norland made cement.") for name in "ab"], made)
    assert [len(group.origins) for group in result.groups] == [1]
    assert "(2 sources, 1 origin)" in text.render(result).replace("\n  ", " ")
    assert list(result.groups_frame["origins"]) == [1]
