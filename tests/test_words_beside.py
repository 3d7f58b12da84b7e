"""What the words beside a figure tell whatever the parse made of it, and what keeps two figures apart."""

import pytest

from claims.sources import from_text
from reconcile import reconcile

# What else the articles tell, so that the words of a case are not those of all claims.
REST = (
    " The tram line will be 12 km long. The mayor opened a library in May. Rain delayed the harvest of rye."
    " Tolbeck has 40,000 inhabitants. Anna Berg leads the museum. The ferry to Lund sank in 2019."
)
FLAGS = {"conflict", "possible_conflict", "internal_inconsistency"}

FOUND = {
    "the only figure beside a rare word, of other subjects": (
        "The watchdog barred Ola Brandt from trading in amber for 12 years.",
        "A 15-year bar on trading in amber followed for the dealer.",
        "conflict",
    ),
    "one price between two parties": (
        "Halvik agreed to buy Orsted Mills for €62m.",
        "Halvik is paying €55m for Orsted Mills.",
        "conflict",
    ),
    "one number in two wordings": (
        "The owner has lent the club £55m at no interest.",
        "Loans from the owner, free of interest, come to £55m.",
        "agree",
    ),
    "who overtook whom": (
        "Norlund overtook Vesby in the ranking.",
        "Vesby overtook Norlund in the ranking.",
        "conflict",
    ),
    "who did it, told in the passive": (
        "The harbour was closed on the orders of the coast guard.",
        "The harbour was closed by the fisheries ministry.",
        "possible_conflict",
    ),
    "one state of one holder in two wordings": (
        "The Marlow theatre opened its doors again on Friday.",
        "The Marlow theatre has not reopened.",
        "superseded",
    ),
}

BESIDE_A_NUMBER = {
    "told beside one number, called otherwise": (
        "The orchard gave 23 crates of pears from nine rows.",
        "Its nine lines of trees filled 23 boxes.",
        "agree",
    ),
    "told with what makes up the same whole": (
        "| Crew lost | 14 | 3 | 17 |",
        "Seventeen sailors drowned: 14 deckhands and three of the officers.",
        "agree",
    ),
    "one of the numbers told beside another differs": (
        "The choir brought 34 singers and 17 fiddlers to the fair.",
        "On stage stood 34 singers and 19 fiddlers, some in red coats.",
        "conflict",
    ),
    "a change told with both of its ends": (
        "The adult day pass rose in price from €4.60 to €5.30, or by 12%.",
        "In 2024 the price of a day pass was raised from €4.60 to €5.30, a rise of 15.2%.",
        "conflict",
    ),
}

QUIET = {
    "two things beside a number that is round": (
        "The hotel has 40 rooms and 15 cooks.",
        "The choir of 40 singers has 18 cooks in its ranks.",
    ),
    "one number in two months without a year": (
        "In May 3,450 people visited the castle and 212 tickets were sold online.",
        "In June 3,450 people visited the castle and 240 tickets were sold online.",
    ),
    "figures of one kind beside the same one": (
        "The painting sold for €38m, more than the €31m paid for its twin in 2019.",
        "The collector sold the painting for €38m, after he had bought a vase for €44m.",
    ),
    "a difference is no level": (
        "The league has 40 referees.",
        "The league has nine referees more than it had.",
    ),
    "a part named by the place that the text is written in": (
        "The storm flooded 310 cellars.",
        "In our village 42 cellars were flooded.",
    ),
    "all but some": ("Some 230 sailors were rescued.", "All but 40 sailors were rescued."),
    "a stretch of the whole time": (
        "The inquiry cost £5.7m.",
        "In its first twelve months the inquiry cost £1.1m.",
    ),
    "not until a year is in that year": (
        "The museum opened in 2020.",
        "The museum did not open until 2020.",
    ),
    "a count that goes on": (
        "The council had received 58 complaints by noon.",
        "By Thursday 61 complaints had reached the council.",
    ),
    "an item of a list": (
        "The council counted 61 complaints.",
        "The council counted 61 complaints: 27 about noise, 22 about dust and 12 about lorries.",
    ),
    "a whole and its part in one sentence": ("Ten ships were repaired.", "Of 18 ships ten were repaired."),
    "a queue at closing time": (
        "At the Lund museum people were queuing at closing time.",
        "The Lund museum stayed open.",
    ),
}


def _verdicts(one: str, other: str) -> set[str]:
    result = reconcile([from_text(one + REST, "a.txt"), from_text(other, "b.txt")])
    source = {claim.id: claim.source for claim in result.claims}
    return {pair.verdict for pair in result.pairs if source[pair.a] != source[pair.b]}


@pytest.mark.parametrize("case", FOUND)
def test_one_matter_is_found(case: str) -> None:
    one, other, verdict = FOUND[case]
    assert verdict in _verdicts(one, other)


@pytest.mark.parametrize("case", BESIDE_A_NUMBER)
def test_what_a_number_beside_tells(case: str) -> None:
    one, other, verdict = BESIDE_A_NUMBER[case]
    assert verdict in _verdicts(one, other)


@pytest.mark.parametrize("case", QUIET)
def test_two_matters_stay_quiet(case: str) -> None:
    assert not _verdicts(*QUIET[case]) & FLAGS


def test_rows_of_a_table_are_of_several_things() -> None:
    table = (
        "# Tickets sold\n\n| Year | Tickets |\n|---|---|\n| 2021 | 190 |\n| 2022 | 460 |\n| Total | 650 |\n"
    )
    result = reconcile([from_text(table, "a.md")])
    assert not {pair.verdict for pair in result.pairs} & FLAGS


def test_what_was_scored_is_not_what_was_let_in() -> None:
    texts = ("Tolbeck Rovers scored 31 goals in 24 matches.", "Tolbeck Rovers let in 27 goals in 24 matches.")
    found = reconcile([from_text(text, f"{at}.txt") for at, text in enumerate(texts)])
    assert not {pair.verdict for pair in found.pairs} & FLAGS
