"""Figures that the text of their sources sets apart: rows of a table, shares of two counts, older amounts."""

import pytest

from claims import quantities
from claims.extract import extract
from claims.sources import from_text
from claims.vocabulary import load
from reconcile import reconcile
from reconcile.vocabulary import load as load_course
from tests.make import article

HARD = {"conflict", "possible_conflict", "internal_inconsistency"}
REST = " The harbour of Marl has a new crane. Rain delayed the rye. Anna Berg leads the choir."
BILL = "# What the museum cost\n\n| Item | Cost (€m) |\n|---|---|\n| Museum hall | {hall} |\n| Depot | 21 |\n"


def verdicts(first: str, second: str, day: str) -> set[str]:
    """Return the grave verdicts on two texts, the first of 3 March 2025."""
    sources = [
        article(first + REST, "a.md", day="2025-03-03", publisher="Tolbeck Post"),
        article(second + REST, "b.md", day=day, publisher="Lund Herald"),
    ]
    return {pair.verdict for pair in reconcile(sources).pairs} & {*HARD, "superseded"}


# The two texts, the day of the second (the first appeared on 3 March 2025), and the gravest verdicts.
CASES = {
    "an amount and what it has come to since": (
        "The new arena in Marl has cost 312 million euros.",
        "The arena in Marl, which had cost 312 million euros at first, has come to 329 million euros.",
        "2025-09-05",
        {"superseded"},
    ),
    "an amount and another": (
        "The new arena in Marl has cost 312 million euros.",
        "The arena in Marl has cost 329 million euros.",
        "2025-09-05",
        {"conflict"},
    ),
    "the whole, and a row beside it": (
        "The museum in Lund cost 84 million euros to build.",
        BILL.format(hall=63) + "| **Total** | **84** |\n",
        "2025-03-05",
        set(),
    ),
    "the row, told by its name": (
        "The museum hall in Lund cost 58 million euros.",
        BILL.format(hall=63) + "| **Total** | **84** |\n",
        "2025-03-05",
        {"conflict"},
    ),
    "a share of the first samples and of all": (
        "Of 320 wells tested so far 96, or 30% of the wells, were polluted.",
        "In all, 1,240 wells were tested, of which 273, or 22% of the wells, were polluted.",
        "2025-04-25",
        {"superseded"},
    ),
    "two shares of the same samples": (
        "Of 320 wells tested so far 96, or 30% of the wells, were polluted.",
        "In all, 320 wells were tested, of which 70, or 22% of the wells, were polluted.",
        "2025-04-25",
        {"conflict"},
    ),
    "a share of any sale and of a sale": (
        "City keep 12 percent of any future sale of the player.",
        "City will receive 18 percent of a future sale of the player.",
        "2025-03-05",
        {"conflict"},
    ),
    "what will be done to so many, and what is to be done to so many": (
        "The builder will replace 96 bearings of the bridge.",
        "The 69 bearings of the bridge are to be replaced.",
        "2025-03-05",
        {"conflict"},
    ),
    "what would be done, and what there is": (
        "The builder will replace 96 bearings of the bridge.",
        "The builder replaced 69 bearings of the bridge.",
        "2025-03-05",
        set(),
    ),
    "a rise, and one that leaves something out": (
        "Sales rose 8 percent at Tarn Foods in 2024.",
        "{corrected} currencies, sales of Tarn Foods grew 6 percent in 2024.",
        "2025-03-05",
        set(),
    ),
    "goals here and goals there": (
        "Nelo Duarte scored 12 goals in 31 league games in 2024 and 17 in all competitions.",
        "Nelo Duarte scored 12 league goals in 2024 and five in the cups.",
        "2025-03-05",
        set(),
    ),
    "the houses of the north": (
        "The storm flooded 640 houses in Varn.",
        "In the north the storm flooded 410 houses.",
        "2025-03-05",
        set(),
    ),
}


@pytest.mark.parametrize("corrected", load("measures")["adjusting"]["corrected"])
def test_what_is_corrected_for_something_is_another_rise(corrected: str) -> None:
    first, second, day, expected = CASES["a rise, and one that leaves something out"]
    assert verdicts(first, second.format(corrected=corrected.capitalize()), day) == expected
    assert verdicts(first, "Sales of Tarn Foods grew 6 percent in 2024.", day) == {"conflict"}


@pytest.mark.parametrize(
    "told",
    [
        "Adjusted for inflation, sales of Tarn Foods grew 6 percent in 2024.",
        "Corrected for prices, sales of Tarn Foods grew 6 percent in 2024.",
        "Stripped of acquisitions, sales of Tarn Foods grew 6 percent in 2024.",
        "At constant prices, sales of Tarn Foods grew 6 percent in 2024.",
        "In constant prices, sales of Tarn Foods grew 6 percent in 2024.",
        "Not counting exports, sales of Tarn Foods grew 6 percent in 2024.",
        "Not including exports, sales of Tarn Foods grew 6 percent in 2024.",
        "Leaving out exports, sales of Tarn Foods grew 6 percent in 2024.",
        "Leaving aside exports, sales of Tarn Foods grew 6 percent in 2024.",
        "Excluding exports, sales of Tarn Foods grew 6 percent in 2024.",
        "Counting only exports, sales of Tarn Foods grew 6 percent in 2024.",
        "Without counting exports, sales of Tarn Foods grew 6 percent in 2024.",
    ],
)
def test_what_leaves_something_out_is_another_rise(told: str) -> None:
    assert verdicts("Sales rose 8 percent at Tarn Foods in 2024.", told, "2025-03-05") == set()


def test_what_only_some_are_counted_in_is_another_amount() -> None:
    whole, day = "Corran mined 31 tonnes of zinc in 2024.", "2025-03-05"
    part = "{} mined 28 tonnes of zinc in 2024."
    assert verdicts(whole, part.format("Corran"), day) == {"conflict"}
    assert verdicts(whole, part.format("Counting deep mines only, Corran"), day) == set()


@pytest.mark.parametrize("name", CASES)
def test_what_a_text_sets_apart_is_no_conflict(name: str) -> None:
    first, second, day, expected = CASES[name]
    assert verdicts(first, second.format(corrected="Corrected for"), day) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The stadium has 12,100 seats.",
            "The stadium has 15,300 seats, although the club claims 12,100 seats.",
        ),
        (
            "The museum had 120,000 visitors in 2024.",
            "The museum had 150,000 visitors in 2024 and 120,000 in 2023.",
        ),
    ],
)
def test_what_is_somebody_elses_or_of_another_time_is_not_given_too(first: str, second: str) -> None:
    assert verdicts(first, second, "2025-03-05") == {"conflict"}


@pytest.mark.parametrize("words", load_course("course")["set_aside"])
def test_a_figure_that_is_set_aside_is_not_given_too(words: str) -> None:
    told, first = f"The stadium has 15,300 seats, {words} 12,100 seats.", "The stadium has 12,100 seats."
    assert verdicts(first, told, "2025-03-05") == {"conflict"}
    assert verdicts(first, told.replace(words, "up from"), "2025-03-05") == {"superseded"}


def test_shares_of_two_things_do_not_agree() -> None:
    told = [f"About a third of the {things} were ill on Monday." for things in ("pupils", "staff", "pupils")]
    sources = [article(text, f"{n}.md", publisher=f"Paper {n}") for n, text in enumerate(told)]
    result = reconcile(sources)
    agreed = {(pair.a, pair.b) for pair in result.pairs if pair.verdict == "agree"}
    names = {claim.id: claim.source for claim in result.claims}
    assert {tuple(sorted(names[end] for end in ends)) for ends in agreed} == {("0.md", "2.md")}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Duarte signed for Rovers for five years.", "contract length"),
        ("She has signed on for three years with the choir.", "contract length"),
        ("She signed cards for two hours.", "time signing cards"),
    ],
)
def test_who_signs_for_a_time_has_a_contract(text: str, measure: str) -> None:
    assert [claim.measure for claim in extract(from_text(text)) if claim.value] == [measure]


def test_the_whole_of_a_part_is_no_rival_figure() -> None:
    text = "The union said that 450 of the 600 teachers had stopped work; the ministry spoke of 310."
    result = reconcile([from_text(text)])
    told = {claim.id: claim.value.surface for claim in result.claims if claim.value}
    flagged = [{told[pair.a], told[pair.b]} for pair in result.pairs if pair.verdict in HARD]
    assert flagged == [{"450", "310"}]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In all 95 died, 53% more than the 62 of 2008.", 62),
        ("Output rose 8% to 61 from 57.", 57),
        ("The club sold 40, 25% more than in May.", 40),
    ],
)
def test_by_how_much_two_numbers_differ_is_not_their_unit(text: str, number: float) -> None:
    assert [found.unit for found in quantities(text) if found.low == number] == [""]


@pytest.mark.parametrize(
    ("text", "now", "then"),
    [
        ("Sales came to 4.1 million euros, after 3.8 million in 2023.", None, "2023-01-01"),
        ("The mine yielded 4.1 million tonnes, after 3.8 million tonnes in 2023.", None, "2023-01-01"),
        ("The quay had 310 visitors in May, after only 280 in April.", "2024-05-01", "2024-04-01"),
        ("The town shut 12 pools, after three weeks of heat in 2023.", "2023-01-01", "2023-01-01"),
    ],
)
def test_what_stands_behind_after_is_the_figure_before(text: str, now: str | None, then: str) -> None:
    told = [
        claim for claim in extract(article(text, day="2025-03-03")) if claim.value and claim.kind != "date"
    ]
    assert [claim.period.start if claim.period else None for claim in told] == [now, then]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("About 40 officers are to be sent to Orn.", "officers sent to Orn"),
        ("Some 300 trees are to be felled.", "trees felled"),
        ("The nine schools are to close.", "schools close"),
        ("The nine schools are open.", "schools open"),
    ],
)
def test_what_is_to_be_done_to_so_many_is_measured(text: str, measure: str) -> None:
    assert [claim.measure for claim in extract(from_text(text)) if claim.value] == [measure]
