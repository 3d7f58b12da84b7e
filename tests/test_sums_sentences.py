"""Sentences of many topics: what their figures give, and figures that only stand together."""

import tomllib
from pathlib import Path

import pytest

from claims.sources import from_text
from reconcile import reconcile
from reconcile.result import Check

SUMS = tomllib.loads((Path(__file__).parent / "sums.toml").read_text(encoding="utf-8"))["sum"]

NOTHING = [
    "Output went from 41 tonnes to 52 tonnes of cheese, a rise of 3% on the plan.",
    "The fund holds 5.2 million kronor. The school has had 3.1 million of it, the pool 1.4 million.",
    "Exports rose by 8% as the number of plants went from 40 to 50.",
    "It sold 400 bicycles in May and 560 lamps in June, a rise of a quarter.",
    "The strike began on 3 June 2024. It was called off a week later, on 12 June 2024.",
    "The fair runs from 5 July 2024 to 14 July 2024. Tickets are sold for three days.",
    "From 9 to 18 March 2024 the tent stood by the lake, for five days dry.",
    "It rained on nine days from 3 May 2024 to 30 May 2024.",
    "The works take nine working days, from 3 May 2024 to 16 May 2024.",
    "The clinic has 30 beds. A doctor sees 12 patients a day. Parking costs €4 an hour.",
    "Rents rose by 4% last year. The city has 25 parks and 26 schools.",
    "The orchestra has 60 players. It gave 36 concerts and sold 60% of its seats.",
    "The coach has won 12 of 20 games. Half of the fans want him out.",
    "A ticket costs €40. The club sold 3,000 scarves, and the stadium cost €120m.",
    "Turnout was 54% in the north and 58% in the south. Rain fell for four hours.",
    "The firm has 1,200 workers and 300 lorries. It owns 25% of a rival.",
    "The judge has sat for 20 years, and the clerk for five. The case took 25 weeks.",
    "Wheat costs $210 a tonne and barley $180. Freight rose by 30 cents.",
    "The reactor made 900 MW in May. Two of the six pumps failed, and 40% of the staff were on leave.",
    "Ms Hill, 41, has two sons and lives at number 67. Her 12 hens lay 53 eggs.",
    "Sales of tents were €40.2m in May and €46.3m in June. This makes an increase of 9% on the plan.",
    "Visits rose by 6% on the year to 26,400, after 22,000 in May.",
    "The town had 3,400 hens in 1998, and has 2,900 ducks today, a fall of nearly half.",
    "Of the farms 36% have panels, twice as many as the mayor hoped, and 12% a mill.",
    "The plane carried 180 people, 12 more than allowed in its class. It flew for two hours.",
]


@pytest.mark.parametrize("case", SUMS, ids=lambda case: case["text"][:60])
def test_what_a_sentence_adds_up_to_is_printed(case: dict[str, object]) -> None:
    found = [check for check in _checks(str(case["text"])) if check.text.startswith(str(case["gives"]))]
    assert [check.verdict == "consistent" for check in found] == [case["fits"]]


@pytest.mark.parametrize("text", NOTHING)
def test_figures_that_only_stand_together_give_nothing(text: str) -> None:
    assert [check.text for check in _checks(text)] == []


@pytest.mark.parametrize("case", SUMS, ids=lambda case: case["text"][:60])
def test_no_figures_are_said_to_fit_and_not_to_fit(case: dict[str, object]) -> None:
    checks = _checks(str(case["text"]))
    assert len({frozenset(check.claims) for check in checks}) == len(checks)


def _checks(text: str) -> list[Check]:
    return list(reconcile([from_text(text, "a.txt")]).checks)
