"""Two sources that say the same in other words agree, whatever each of them adds; others do not."""

import pytest

from claims import extract
from claims.sources import from_text
from reconcile import reconcile

# What else a story tells: words are weighed by how rare they are in it.
REST = (
    " Anna Berg leads the museum in Tolbeck. Rain delayed the harvest of oats. The council bought 40 buses."
    " The striker scored 24 goals. Voters chose a new mayor on Sunday. A court jailed two smugglers in March."
)


def _verdicts(one: str, other: str) -> set[str]:
    sources = [from_text(f"{text}{REST}", f"{name}.txt") for name, text in (("a", one), ("b", other))]
    result = reconcile(sources)
    told = {claim.id for claim in result.claims if claim.sentence in (one, other)}
    return {pair.verdict for pair in result.pairs if {pair.a, pair.b} <= told}


AGREEING = {
    "a state of goods that only one side names": (
        "Shipments remain stalled.",
        "Imports of heavy pumps are halted.",
    ),
    "two parties who talk, about different things": (
        "Norland is in talks with Sudland on how best to share the river.",
        "Norland has opened formal negotiations with Sudland to settle fishing rights.",
    ),
    "by the way, one speaks of another flow of goods": (
        "The dispute affects Norland's furniture and production industries.",
        "Norland's furniture industry has been hit hard by the dispute over exports of oak since April.",
    ),
    "a name that only the sentence has": (
        "The second defendant, the broker Ivo Marsden, was acquitted on all charges.",
        "Ivo Marsden of Tarrow Lane was cleared by the jury.",
    ),
    "one amount of money, told of two subjects": (
        "The ministry released €1.7m for a new wing.",
        "The capital sent one point seven million euros.",
    ),
    "one count of one noun": (
        "Brell Air has 1,650 pilots.",
        "The firm employs 1,650 pilots on three continents.",
    ),
    "a small number, once in each, beside the same rare words": (
        "The recount in the sports hall took eleven hours.",
        "Helpers spent eleven hours on it in the sports hall.",
    ),
    "stations and polling stations": (
        "The recount took in 41 stations.",
        "The district has 41 polling stations.",
    ),
    "what was lost is a loss": ("Norland Mills made a loss of £14.2m.", "The Norland Mills lost £14.2m."),
    "since when something is in force": (
        "The governor imposed a curfew on 9 August 2025.",
        "The curfew, in force since 9 August 2025, runs until 5 September 2025.",
    ),
}


@pytest.mark.parametrize("texts", AGREEING.values(), ids=AGREEING.keys())
def test_the_same_in_other_words(texts: tuple[str, str]) -> None:
    assert "agree" in _verdicts(*texts)


APART = {
    "talks that go on and talks that failed": (
        "Norland is in talks with Sudland on the river.",
        "Talks between Norland and Sudland collapsed.",
    ),
    "one number of two nouns": ("The town has 640 firefighters.", "The flood killed 640 sheep."),
    "one percentage of two things": (
        "Capacity grew 4.5% in May.",
        "The pilots asked for a pay rise of 4.5%.",
    ),
    "bought and sold": ("Hedda Brock bought the mill.", "Hedda Brock sold the mill."),
}


@pytest.mark.parametrize("texts", APART.values(), ids=APART.keys())
def test_other_things_in_like_words(texts: tuple[str, str]) -> None:
    assert "agree" not in _verdicts(*texts)


@pytest.mark.parametrize(
    ("text", "subject", "measure"),
    [
        (
            "While Norland has cautiously resumed exports to Torvik, shipments to Sudland are still pending"
            " approval.",
            "shipments to Sudland",
            "are still pending approval",
        ),
        (
            "The rules also state that loans for idle mills will be refused.",
            "rules",
            "state that loans for idle mills will be refused",
        ),
    ],
)
def test_a_clause_keeps_its_own_words(text: str, subject: str, measure: str) -> None:
    facts = {(c.subject, c.measure) for c in extract(from_text(text, "a.txt")) if c.value is None}
    assert (subject, measure) in facts


def test_what_something_is_in_since_a_day_is_dated() -> None:
    text = "The curfew, in force since 9 August 2025, angers shopkeepers."
    dates = {
        (c.measure, c.value.low) for c in extract(from_text(text, "a.txt")) if c.kind == "date" and c.value
    }
    assert dates == {("date in force", "2025-08-09")}


def test_the_old_forecast_is_superseded_by_the_new_one_of_the_same_source() -> None:
    text = "Norland will harvest 84.5 Mt of rye in 2026. The rye forecast is raised from 81.5 Mt in 2026."
    verdicts = {pair.verdict for pair in reconcile([from_text(f"Norland. {text}{REST}", "a.txt")]).pairs}
    assert not verdicts & {"conflict", "internal_inconsistency"}


def test_a_budget_is_held_against_what_its_thing_cost() -> None:
    verdicts = _verdicts(
        "The budget of the Tarn bridge was €8.6m.", "The Tarn bridge cost €9.2m, the auditors found."
    )
    assert verdicts == {"projection_vs_actual"}


def test_the_last_row_of_a_table_names_nobody() -> None:
    table = "| District | Confirmed cases |\n|---|---|\n| Elm | 190 |\n| Oak | 222 |\n| Total | 412 |\n"
    text = f"# Measles outbreak in Elm\n\nThe outbreak has 412 confirmed cases.\n\n{table}"
    result = reconcile([from_text(text, "a.md")])
    told = {claim.id for claim in result.claims if claim.value is not None and claim.value.low == 412}
    assert {p.verdict for p in result.pairs if {p.a, p.b} <= told} == {"agree"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The council election of 8 March 2026 cost more.", ("council election", "date held", "2026-03-08")),
        ("The plant has been idle since 10 March 2026.", ("plant", "date idle since", "2026-03-10")),
        ("The inquiry did not open until 2020.", ("inquiry", "date of inquiry opening", "2020-01-01")),
    ],
)
def test_days_that_no_act_tells(text: str, date: tuple[str, str, str]) -> None:
    found = [
        (c.subject, c.measure, c.value.low, c.polarity)
        for c in extract(from_text(text, "a.txt"))
        if c.kind == "date" and c.value is not None
    ]
    assert found == [(*date, "affirmed")]


def test_the_size_of_a_thing_is_not_dated_by_when_it_opens() -> None:
    text = "The canal, just under nine miles of it, will not open before the autumn of 2031."
    dates = [c.value for c in extract(from_text(text, "a.txt")) if c.kind == "date"]
    assert [(value.low, value.high) for value in dates if value] == [("2031-09-01", None)]


def test_a_year_names_an_event_and_dates_none() -> None:
    text = "It was larger than the fire of 2021 and the strike of 2019."
    assert [c for c in extract(from_text(text, "a.txt")) if c.kind == "date"] == []
