"""Words that decide what a time, a sum, a length or a vote is called."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.framing.measures import name_measure
from claims.vocabulary import load as vocabulary
from claims.vocabulary import word_list


def measure_of(tmp_path: Path, text: str, surface: str) -> str:
    """Return the measure of the last figure that is written so."""
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    told = [claim for claim in extract(load(path)) if claim.value and surface in claim.value.surface]
    return told[-1].measure


@pytest.mark.parametrize(
    ("told", "measure"),
    [
        ("The guests waited for two hours.", "waiting time"),
        ("The start was delayed by two hours.", "delay"),
        ("The match was held up for two hours.", "delay"),
        ("The deadline was extended by two hours.", "extension"),
        ("The jury deliberated for two hours.", "deliberations"),
        ("The miners walked out for two hours.", "length of strike"),
        ("The miners will stop work for two hours.", "length of strike"),
        ("The road was closed for two hours.", "length of closure"),
        ("The talks dragged on for two hours.", "length"),
        ("The talks broke down after two hours.", "length"),
        ("The search was called off after two hours.", "length"),
        ("The road reopened after two hours.", "length of closure"),
        ("Work resumed after two hours.", "length of interruption"),
        ("The owner has two hours to repair the lock.", "time to repair lock"),
        ("The owner spent two hours in the witness box.", "time in witness box"),
    ],
)
def test_what_a_time_is_called(tmp_path: Path, told: str, measure: str) -> None:
    assert measure_of(tmp_path, told, "two hours") == measure


@pytest.mark.parametrize("verb", ["get", "receive", "serve"])
def test_what_a_court_gives_is_a_sentence(tmp_path: Path, verb: str) -> None:
    court = "The judge told the jury at the trial that the court would be harsh. "
    assert measure_of(tmp_path, f"{court}Ode Larn will {verb} nine years.", "nine years") == "prison sentence"
    alone = measure_of(tmp_path, f"Ode Larn will {verb} nine years.", "nine years")
    assert alone != "prison sentence"


@pytest.mark.parametrize(("payer", "called"), vocabulary("payments")["payers"].items())
def test_what_is_paid_for_the_use_of_something(tmp_path: Path, payer: str, called: str) -> None:
    assert measure_of(tmp_path, f"A {payer} will pay €5.", "€5") == called


@pytest.mark.parametrize(("verb", "into"), vocabulary("payments")["into"].items())
def test_what_money_goes_into(tmp_path: Path, verb: str, into: str) -> None:
    assert measure_of(tmp_path, f"The trust will {verb} €5m into cranes.", "€5m") == f"{into} cranes"


@pytest.mark.parametrize("water", sorted(word_list("extents", "waters") - {"tide", "river", "sea"}))
def test_what_is_so_deep(tmp_path: Path, water: str) -> None:
    assert measure_of(tmp_path, f"The wreck lies in 60 metres of {water}.", "60") == f"depth of {water}"


@pytest.mark.parametrize(("word", "called"), vocabulary("extents")["behind"].items())
def test_how_far_something_is(tmp_path: Path, word: str, called: str) -> None:
    told = f"The cave lies 60 metres {word} the village."
    assert measure_of(tmp_path, told, "60") == f"{called} {word} village"


@pytest.mark.parametrize("way", ["north", "south", "east", "west", "upstream", "downstream"])
def test_which_way_something_lies(tmp_path: Path, way: str) -> None:
    assert measure_of(tmp_path, f"The cave lies 6 miles {way} of Dorn.", "6 miles") == "distance from Dorn"


@pytest.mark.parametrize(
    ("deed", "first", "second"),
    [
        ("passed", "in favour", "against"),
        ("carried", "in favour", "against"),
        ("approved", "in favour", "against"),
        ("rejected", "against", "in favour"),
        ("thrown out", "against", "in favour"),
        ("turned down", "against", "in favour"),
    ],
)
def test_whose_votes_are_told_first(tmp_path: Path, deed: str, first: str, second: str) -> None:
    text = f"The fishing bill was {deed} by 81 to 62."
    assert measure_of(tmp_path, text, "81") == f"votes {first}"
    assert measure_of(tmp_path, text, "62") == f"votes {second}"


@pytest.mark.parametrize(
    ("told", "measure"),
    [
        ("Orland imposed controls on 4 May 2021.", "date controls imposed"),
        ("The law took effect on 4 May 2021.", "date law takes effect"),
        ("Holm made her debut on 4 May 2021.", "date of debut"),
        ("The crew gave up the search on 4 May 2021.", "date of end of search"),
        ("The bank went into administration on 4 May 2021.", "date went into administration"),
        ("The judges acquitted Ode Larn on 4 May 2021.", "date of verdict"),
    ],
)
def test_what_a_day_is_the_date_of(tmp_path: Path, told: str, measure: str) -> None:
    assert measure_of(tmp_path, told, "4 May 2021").replace("bank ", "") == measure


@pytest.mark.parametrize("thing", sorted(word_list("measures", "going", "things")))
@pytest.mark.parametrize("verb", sorted(word_list("measures", "going", "verbs")))
def test_what_goes_is_lost(thing: str, verb: str) -> None:
    assert name_measure(f"{thing} {verb}", "count", "mill", None) == f"{thing} lost"
    assert name_measure(f"coaches {verb}", "count", "mill", None) != "coaches lost"


@pytest.mark.parametrize("preposition", sorted(word_list("frames", "kept", "prepositions") - {"out"}))
def test_a_share_of_those_who_do_something_keeps_with_what(tmp_path: Path, preposition: str) -> None:
    said = {"to": "walked to school", "of": "died of fever"}.get(preposition, f"came {preposition} ferry")
    assert measure_of(tmp_path, f"A third of the guests {said}.", "third").endswith(said)


@pytest.mark.parametrize("where", sorted(word_list("frames", "kept", "adverbs")))
def test_where_people_are_sent_is_told(tmp_path: Path, where: str) -> None:
    assert measure_of(tmp_path, f"On Monday 41 guards were sent {where}.", "41") == f"guards sent {where}"


@pytest.mark.parametrize("thing", sorted(word_list("measures", "going", "costing")))
def test_what_something_costs_is_lost(tmp_path: Path, thing: str) -> None:
    assert measure_of(tmp_path, f"The quarrel cost 40 {thing}.", "40") == f"{thing} lost"
    assert measure_of(tmp_path, f"The quarrel cost 40 bakers most of their {thing}.", "40") != "bakers lost"


@pytest.mark.parametrize(("told", "measure"), sorted(vocabulary("measures")["let_in"].items()))
def test_what_is_let_in_is_conceded(tmp_path: Path, told: str, measure: str) -> None:
    assert measure_of(tmp_path, f"The Rovers let in 27 {told.split()[0]}.", "27") == measure
    assert measure_of(tmp_path, "The town let 27 flats.", "27") == "flats let"


@pytest.mark.parametrize("tax", vocabulary("measures")["taxes"]["words"])
def test_a_tax_in_percent_has_a_rate(tax: str) -> None:
    short = tax.upper() if tax in vocabulary("measures")["taxes"]["acronyms"] else tax
    assert name_measure(f"boat {tax}", "%", f"Boat {tax}", None) == f"{short} rate"
    assert name_measure(f"boat {tax}", "%", "Norland", None) == f"boat {tax}"


@pytest.mark.parametrize("pay", vocabulary("measures")["pay"]["words"])
def test_a_wage_in_money_has_an_amount(pay: str) -> None:
    assert name_measure(f"least {pay}", "EUR/month", f"Least {pay}", None) == "amount"
    assert name_measure(f"least {pay}", "%", f"Least {pay}", None) == f"least {pay}"


@pytest.mark.parametrize("grown", ["economy", "change in economy", "change in GDP"])
def test_an_economy_has_growth(grown: str) -> None:
    assert name_measure(grown, "%", "Norland", None) == "growth"
