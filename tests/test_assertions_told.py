"""Every word that lets a clause tell a fact, and of whom, does so."""

import pytest

from claims import extract
from claims.sources import from_text
from claims.vocabulary import word_list


def _facts(text: str) -> dict[str, str]:
    """Return what is asserted, with its subject."""
    found = [claim for claim in extract(from_text(text, "a.txt")) if not claim.value]
    return {claim.measure: claim.subject.replace("’", "'") for claim in found}


@pytest.mark.parametrize("verb", sorted(word_list("assertions", "permitted", "verbs")))
def test_what_a_rule_permits(verb: str) -> None:
    assert f"may {verb} there" in _facts(f"Residents may {verb} there.")
    assert f"may {verb} there" not in _facts(f"The baker may {verb} there.")


@pytest.mark.parametrize("verb", sorted(word_list("assertions", "deeds", "verbs")))
def test_what_a_body_does_in_the_passive(verb: str) -> None:
    done = {"hire": "hired", "sign": "signed", "buy": "bought", "pay": "paid", "cut": "cut"}
    done |= {"plan": "planned", "rule": "ruled", "find": "found"}
    past = done.get(verb, verb.removesuffix("e") + "ed")
    lead = "Velmo sold a mill. Velmo bought a quarry. The company said Velmo lost £2m. "
    assert _facts(f"{lead}A head was {past}.")[f"head was {past}"] == "Velmo"
    assert f"head was {past}" not in _facts(f"{lead}A head was {past} by the mayor.")


FILED = {"reject": "rejected", "dismiss": "dismissed", "uphold": "upheld", "grant": "granted"}
FILED |= {"throw": "threw out", "quash": "quashed"}


@pytest.mark.parametrize("verb", sorted(word_list("assertions", "rulings", "of_filings")))
def test_what_a_court_says_to_what_is_asked(verb: str) -> None:
    assert "weaver's appeal" in _facts(f"A court {FILED[verb]} the weaver's appeal.").values()


@pytest.mark.parametrize("noun", sorted(word_list("assertions", "rulings", "filings")))
def test_what_is_asked_of_a_court(noun: str) -> None:
    assert f"weaver's {noun}" in _facts(f"The court rejected the weaver's {noun}.").values()


@pytest.mark.parametrize("verb", sorted(word_list("assertions", "pleading", "verbs")))
def test_what_is_owned_up_to_whatever_its_count(verb: str) -> None:
    past = {"admit": "admitted", "deny": "denied", "plead": "pleaded guilty to", "confess": "confessed to"}[
        verb
    ]
    assert "weaver" in _facts(f"The weaver {past} two thefts.").values()


@pytest.mark.parametrize("noun", sorted(word_list("nominal_events", "nouns", "held")))
def test_what_a_person_is_in_passing(noun: str) -> None:
    assert f"is the {noun} of the choir" in _facts(f"Ada Holm, the {noun} of the choir, sang on Monday.")
    assert _facts("Ada Holm, a retired nurse, sang on Monday.") == {"sang on Monday": "Ada Holm"}


@pytest.mark.parametrize(
    ("told", "suffered"),
    [
        ("threw out", "was thrown out"),
        ("upheld", "was upheld"),
        ("rejected", "was rejected"),
    ],
)
def test_a_court_disposes_of_what_was_asked_of_it(told: str, suffered: str) -> None:
    assert any(fact.startswith(suffered) for fact in _facts(f"The court {told} the port's appeal."))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "A jury convicted Karl Lund of robbing 15-year-old Anna Berg in Oslo.",
            "was convicted by jury of robbing 15-year-old Anna Berg in Oslo",
        ),
        (
            "The old ferry was sold by the then-mayor and former union captain Karl Lund to Malmo "
            "on Aug. 18, 2015.",
            "was sold by the then-mayor and former union captain Karl Lund to Malmo",
        ),
        (
            "The club have hired the tall young Danish keeper Karl Berg from the Swedish side "
            "for £9 million.",
            "have hired the tall young Danish keeper Karl Berg from the Swedish side",
        ),
    ],
)
def test_a_fact_is_not_cut_inside_a_number(text: str, fact: str) -> None:
    assert fact in _facts(text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The jury convicted Berg, a former Malmo port officer, of fraud.",
            "was convicted by jury of fraud",
        ),
        (
            "The council moved the market, a landmark, to the pier.",
            "moved the market to the pier",
        ),
    ],
)
def test_what_is_added_to_a_name_does_not_end_the_fact(text: str, fact: str) -> None:
    assert fact in _facts(text)
