"""An article on a public budget: whose its figures are, for which year, and how they are meant."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.framing.budgets import (
    budget_of,
    is_of_treasury,
    is_purpose,
    only_keeps,
    spent_on,
    status_in_budget,
)
from claims.language import sentences
from claims.model import Claim
from claims.sources import from_text
from claims.vocabulary import load as vocabulary

STATE = """---
title: "Norland budgets for a gap"
publisher: Corran Quarterly
date: 2031-10-14
---

# Norland budgets for a gap

Norland's finance minister presented the budget for 2032 on Tuesday. Spending rises by 3.9% to €48bn.
The ministry puts the deficit at €3bn, or 2.1% of GDP. The economy is expected to grow by 1.4% next year.

The tax on tea goes up by €4 a kilo. Parliament heard that debt stands at €90bn. In 2029 the deficit was €7bn.

## Spending by ministry

| Ministry | 2032 (€bn) |
|---|---|
| Roads | 9.5 |
| Schools | 6.1 |
"""
TOWN = """HALDEN POST
3 December 2031

Halden council passes the budget

The council of Halden adopted the budget for 2032 by 21 votes to 14. Spending goes up by 2.6%,
and debt grows to €75m.

The mayor said the property tax would stay at 0.4%. Libraries are to get €3m. Visitors brought €5m
in taxes in 2030.
"""
FILM = """A film on a budget

The film had a budget of €4m. The minister gave €1m. Tax relief brought €300,000. Next year it will be shown
in 40 towns. The director has a debt of €50,000.
"""


def numbers(tmp_path: Path, text: str, suffix: str = "txt") -> dict[str, Claim]:
    path = tmp_path / f"story.{suffix}"
    path.write_text(text, encoding="utf-8")
    found = (claim for claim in extract(load(path)) if claim.value is not None)
    return {claim.value.surface.split()[-1]: claim for claim in found if claim.value is not None}


@pytest.mark.parametrize(
    ("surface", "subject", "modality"),
    [
        ("3.9%", "Norland", "plan"),
        ("€48bn", "Norland", "plan"),
        ("€3bn", "Norland", "projection"),
        ("2.1%", "Norland", "projection"),
        ("1.4%", "Norland", "projection"),
        ("€90bn", "Norland", "actual"),
        ("€7bn", "Norland", "actual"),
        ("9.5", "Roads", "plan"),
    ],
)
def test_a_state_has_what_its_budget_lays_down_and_reckons_with(
    tmp_path: Path, surface: str, subject: str, modality: str
) -> None:
    claim = numbers(tmp_path, STATE, "md")[surface]
    assert (claim.subject, claim.modality) == (subject, modality)
    assert claim.scope["topic"] == "Norland budget"


@pytest.mark.parametrize(
    ("surface", "year"), [("€48bn", "2032"), ("€3bn", "2032"), ("6.1", "2032"), ("€7bn", "2029")]
)
def test_a_budget_holds_for_its_year(tmp_path: Path, surface: str, year: str) -> None:
    period = numbers(tmp_path, STATE, "md")[surface].period
    assert period is not None and (period.start, period.end) == (f"{year}-01-01", f"{year}-12-31")


def test_what_stands_is_of_no_year_to_come(tmp_path: Path) -> None:
    period = numbers(tmp_path, STATE, "md")["€90bn"].period
    assert period is None or (period.start or "") < "2032"


def test_a_table_by_years_measures_what_its_heading_says(tmp_path: Path) -> None:
    assert numbers(tmp_path, STATE, "md")["9.5"].measure == "spending"


@pytest.mark.parametrize(
    ("surface", "subject", "modality"),
    [
        ("2.6%", "Halden", "plan"),
        ("€75m", "Halden", "projection"),
        ("0.4%", "property tax", "plan"),
        ("€3m", "Libraries", "plan"),
        ("€5m", "visitors", "actual"),
    ],
)
def test_a_town_has_a_budget_too(tmp_path: Path, surface: str, subject: str, modality: str) -> None:
    claim = numbers(tmp_path, TOWN)[surface]
    assert (claim.subject, claim.modality) == (subject, modality)


def test_the_budget_of_a_film_is_no_public_one(tmp_path: Path) -> None:
    assert "topic" not in numbers(tmp_path, FILM)["€50,000"].scope


TOLD = (
    "Norland's parliament debated the {} on Monday. The {} is old. It sets spending, taxes and the deficit."
)


def told(kind: str, body: str) -> bool:
    source = from_text(TOLD.format(kind, body), "a.txt")
    return budget_of(source, sentences(source), None) is not None


@pytest.mark.parametrize("kind", vocabulary("budgets")["kinds"])
def test_what_a_budget_is_called(kind: str) -> None:
    assert told(kind, "government")
    assert not told("harvest", "government")


@pytest.mark.parametrize("other", vocabulary("budgets")["others"])
def test_what_is_only_cheap_is_no_budget(other: str) -> None:
    assert not told(f"budget {other}", "government")


@pytest.mark.parametrize("whose", vocabulary("budgets")["private"])
def test_what_others_have_to_spend_is_no_public_budget(whose: str) -> None:
    assert not told(f"{whose} budget", "government")


@pytest.mark.parametrize("rate", vocabulary("budgets")["set_elsewhere"])
def test_what_no_budget_sets_is_no_plan(rate: str) -> None:
    assert status_in_budget(f"{rate} rate", "Norland") is None


@pytest.mark.parametrize("body", sorted({*vocabulary("budgets")["bodies"]} - {"parliament"}))
def test_who_passes_a_budget(body: str) -> None:
    assert told("budget", body)
    assert not told("budget", "clock")


@pytest.mark.parametrize("sign", vocabulary("budgets")["signs"])
def test_what_a_budget_tells_of(sign: str) -> None:
    text = "The parliament of Norland and its government have a budget, with {}, {} and {}."
    others = [word for word in vocabulary("budgets")["signs"] if word != sign][:2]
    for third, known in ((sign, True), ("plums", False)):
        source = from_text(text.format(*others, third), "a.txt")
        assert (budget_of(source, sentences(source), None) is not None) is known


@pytest.mark.parametrize("of_town", vocabulary("budgets")["of_towns"])
def test_a_town_is_told_by_who_passes_its_budget(of_town: str) -> None:
    source = from_text(
        f"The {of_town} and the government have a budget: taxes, debt, spending.\n\nMore.", "a.txt"
    )
    budget = budget_of(source, sentences(source), None)
    assert budget is not None and budget.of_town


@pytest.mark.parametrize("word", vocabulary("budgets")["reckoned"])
def test_how_a_budget_comes_out_is_a_projection(word: str) -> None:
    assert status_in_budget(f"change in {word}", "Norland") == "projection"


@pytest.mark.parametrize("word", vocabulary("budgets")["laid_down"])
def test_what_a_budget_lays_down_is_a_plan(word: str) -> None:
    assert status_in_budget(f"tea {word}", "Norland") == "plan"
    assert status_in_budget("swans", "Norland") is None


@pytest.mark.parametrize("purpose", vocabulary("budgets")["purposes"])
def test_what_the_money_is_for(purpose: str) -> None:
    assert is_purpose(purpose.capitalize())
    assert status_in_budget(purpose, purpose) == "plan"


@pytest.mark.parametrize("word", vocabulary("budgets")["of_treasuries"])
def test_what_a_treasury_has(word: str) -> None:
    assert is_of_treasury(f"change in total {word} as share of GDP")
    assert not is_of_treasury(f"{word} of the swan keeper")


@pytest.mark.parametrize("word", vocabulary("budgets")["plain"])
def test_words_that_make_no_other_figure(word: str) -> None:
    assert is_of_treasury(f"{word} spending")
    assert not is_of_treasury("hospital spending")


@pytest.mark.parametrize("steward", vocabulary("budgets")["stewards"])
def test_who_only_gives_the_figures_of_a_treasury(steward: str) -> None:
    assert only_keeps(f"the {steward}")
    assert not only_keeps("health ministry")


@pytest.mark.parametrize(
    ("measure", "subject", "called"),
    [
        ("amount received", "health ministry", "spending"),
        ("change in budget", "housing department", "change in spending"),
        ("Roads", "Roads", "spending"),
        ("amount received", "bakery", "amount received"),
        ("posts", "health ministry", "posts"),
    ],
)
def test_what_a_ministry_or_purpose_gets_is_spent_there(measure: str, subject: str, called: str) -> None:
    assert spent_on(measure, subject) == called
