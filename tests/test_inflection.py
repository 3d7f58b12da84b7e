"""Past participles, whatever form a sentence gives a verb."""

import pytest

from claims import extract
from claims.framing.inflection import past_participle
from claims.sources import from_text
from claims.vocabulary import load

FORMS = load("participles")


@pytest.mark.parametrize(("verb", "form"), FORMS["irregular"].items())
def test_irregular_verbs_have_their_own_form(verb: str, form: str) -> None:
    assert past_participle(verb) == form
    assert not form.endswith("eed")


@pytest.mark.parametrize("prefix", FORMS["prefixes"]["words"])
def test_a_prefix_leaves_the_form_of_the_verb(prefix: str) -> None:
    assert past_participle(f"{prefix}hold") == f"{prefix}held"


def test_an_adverb_right_behind_a_verb_belongs_to_it() -> None:
    found = extract(from_text("The flood washed away 40 huts. The port sent back 90 crates.\n", "a.md"))
    assert [claim.measure for claim in found if claim.value] == ["huts washed away", "crates sent back"]


@pytest.mark.parametrize("verb", FORMS["doubled"]["verbs"])
def test_some_verbs_double_their_last_letter(verb: str) -> None:
    assert past_participle(verb) == f"{verb}{verb[-1]}ed"


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("treat", "treated"),
        ("close", "closed"),
        ("carry", "carried"),
        ("employ", "employed"),
        ("plan", "planned"),
        ("ship", "shipped"),
        ("fix", "fixed"),
        ("follow", "followed"),
        ("rescue", "rescued"),
        ("need", "needed"),
        ("visit", "visited"),
        ("relay", "relayed"),
        ("return", "returned"),
        ("update", "updated"),
    ],
)
def test_regular_verbs(verb: str, form: str) -> None:
    assert past_participle(verb) == form
