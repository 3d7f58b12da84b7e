"""Two texts give figures of one question: days apart, as a plan and as fact, of one whole, in a headline."""

from pathlib import Path

import pytest

from claims import load
from claims.model import Source
from reconcile import reconcile
from tests.make import article

SEEDS = Path(__file__).resolve().parents[1] / "seeds"

REST = " The harbour of Tolbeck has a new crane. Rain delayed the rye. Anna Berg leads the museum."

# The two texts (the first of 3 June 2025), the day of the second, the figures held against each other and the
# verdict.
CASES = {
    "each as of its report, two days apart": (
        "The Oster tunnel grows dearer: its cost now stands at €310m.",
        "The cost of the Oster tunnel is now put at €345m.",
        "2025-06-05",
        ("€310m", "€345m"),
        "conflict",
    ),
    "each as of its report, half a year apart": (
        "The Oster tunnel grows dearer: its cost now stands at €310m.",
        "The cost of the Oster tunnel is now put at €345m.",
        "2025-12-05",
        ("€310m", "€345m"),
        "different_period",
    ),
    "what was planned came about": (
        "The hearing on the Oster tunnel is expected to last eight days.",
        "The hearing on the Oster tunnel lasted eight days.",
        "2025-09-05",
        ("eight days", "eight days"),
        "agree",
    ),
    "what was planned came otherwise": (
        "The hearing on the Oster tunnel is expected to last eight days.",
        "The hearing on the Oster tunnel lasted 11 days.",
        "2025-09-05",
        ("eight days", "11 days"),
        "projection_vs_actual",
    ),
    "parts of one whole, in other words": (
        "In the storm four of the nine barges broke loose.",
        "In the storm six of the nine barges were torn away.",
        "2025-06-04",
        ("four", "six"),
        "conflict",
    ),
    "a part that one party made": (
        "Merrin Works built four of the nine barges.",
        "By June six of the nine barges were in the water.",
        "2025-06-04",
        ("four", "six"),
        None,
    ),
    "an age is not that of a contract's end": (
        "Rolf Ekdal, 31, signed a contract to June 2030.",
        "Rolf Ekdal, now 31, moved from Tarn.",
        "2025-06-04",
        ("31", "31"),
        "agree",
    ),
    "late by so much, whatever was planned": (
        "The Oster tunnel will open in May 2026, nine months later than planned.",
        "The Oster tunnel opened seven months late.",
        "2026-06-05",
        ("nine months", "seven months"),
        "conflict",
    ),
    "an age that grows": (
        "Rolf Ekdal, 31, moved to Tarn.",
        "Rolf Ekdal, 32, moved to Tarn.",
        "2026-06-05",
        ("31", "32"),
        "different_period",
    ),
    "an age that falls": (
        "Rolf Ekdal, 33, moved to Tarn.",
        "Rolf Ekdal, 32, moved to Tarn.",
        "2026-06-05",
        ("33", "32"),
        "conflict",
    ),
    "what a capacity is of": (
        "The Oster museum has 24 lockers.",
        "The capacity of the Oster museum is 31 lockers.",
        "2025-06-04",
        ("24 lockers", "31 lockers"),
        "conflict",
    ),
    "since one day, told by two reports": (
        "Since 12 May 2025 rangers have planted 1,400 oaks.",
        "From 12 May 2025 to 30 September 2025 rangers planted 5,200 oaks.",
        "2025-10-20",
        ("1,400 oaks", "5,200 oaks"),
        "superseded",
    ),
    "so many times as many, since one day": (
        "Since 12 May 2025 rangers have planted 1,400 oaks, three times as many as birches.",
        "From 12 May 2025 to 30 September 2025 rangers planted 5,200 oaks, four times as many as birches.",
        "2025-10-20",
        ("three times", "four times"),
        "different_period",
    ),
    "one of all of them": (
        "The Oster tunnel has 26 pumps.",
        "Divers have looked at every single one of the 24 pumps of the Oster tunnel.",
        "2025-06-04",
        ("26 pumps", "24 pumps"),
        "conflict",
    ),
    "what a first count was made": (
        "The Oster brewery has revised its first figure: 14 casks were stolen.",
        "Thieves stole 17 casks from the Oster brewery.",
        "2025-06-30",
        ("14 casks", "17 casks"),
        "conflict",
    ),
    "half as much again is no turnout": (
        "Turnout was 61% in the vote on the tram.",
        "A rich household gets €600 after the vote on the tram and a poor household half as much again.",
        "2025-06-04",
        ("61%", "half"),
        None,
    ),
}


def _verdicts(texts: list[Source], figures: tuple[str, str]) -> list[str]:
    result = reconcile(texts)
    claims = {claim.id: claim for claim in result.claims}
    found = []
    for pair in result.pairs:
        values = [claims[end].value for end in (pair.a, pair.b)]
        ends = sorted(value.surface if value else "" for value in values)
        if claims[pair.a].source != claims[pair.b].source and ends == sorted(figures):
            found.append(pair.verdict)
    return found


@pytest.mark.parametrize("case", CASES)
def test_two_figures_of_one_question(case: str) -> None:
    first, second, day, figures, verdict = CASES[case]
    texts = [
        article(first + REST, "a.md", title="From the coast", publisher="Coast Wire", day="2025-06-03"),
        article(second + REST, "b.md", title="In the bay", publisher="Bay Post", day=day),
    ]
    found = _verdicts(texts, figures)
    assert found == [verdict] if verdict else "conflict" not in found


def test_a_slip_of_a_headline_contradicts_other_sources_too() -> None:
    texts = [
        article(
            "In the referendum on 1 June 2025 the tram got a yes vote of 52.4%." + REST,
            "a.md",
            title="Lund says yes to the tram",
            publisher="Coast Wire",
            day="2025-06-03",
        ),
        article(
            "In the referendum on 1 June 2025 on the tram 52.4% voted yes." + REST,
            "b.md",
            title="Narrow yes: 54% vote for the tram",
            publisher="Bay Post",
            day="2025-06-03",
        ),
    ]
    assert _verdicts(texts, ("52.4%", "54%")) == ["conflict"]


def test_no_pair_is_told_in_two_groups() -> None:
    result = reconcile([load(path) for path in sorted(SEEDS.glob("*.md"))])
    told = [frozenset((pair.a, pair.b)) for pair in result.pairs]
    assert len(told) == len(set(told))
