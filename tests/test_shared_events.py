"""The days of an event that one source tells of and another gives: for people to see, not for verdicts."""

import pytest

from claims.model import Claim
from claims.sources import from_text
from reconcile.engine import reconcile
from reconcile.vocabulary import load

DATED = "# The storm\n\nBetween 5 and 14 July 2025 the storm at Ruga destroyed 41 barns. It flooded 30 roads."
STORM = ("2025-07-05", "2025-07-14")


def _source(name: str, published: str | None, text: str) -> tuple[str, str]:
    head = f"---\ndate: {published}\npublisher: {name}\n---\n\n" if published else ""
    return f"{name}.md", f"{head}{text}\n"


def _read(*told: tuple[str, str]) -> list[Claim]:
    return list(reconcile(from_text(text, name) for name, text in told).claims)


def _figure(claims: list[Claim], words: str, name: str = "Herald.md") -> Claim:
    return next(c for c in claims if c.source == name and c.value and words in c.value.surface)


def _days(claim: Claim) -> tuple[str | None, str | None] | None:
    return (claim.period.start, claim.period.end) if claim.period else None


ROWS = [
    # no time at all
    ("The storm flooded 29 roads.", "29", STORM),
    ("The storm hit Ruga hard. Some 900 people were moved.", "900", STORM),
    # a month that holds the event
    ("July’s storm at Ruga will cost insurers €41m, the guild said.", "41", STORM),
    ("The storm in July destroyed 44 barns.", "44", STORM),
    # long after, what has come in since the event
    (
        "The storm was bad. By 31 August 2025 the storm's victims had lodged 290 claims.",
        "290",
        ("2025-07-05", "2025-08-31"),
    ),
    # a tally of these days tells how things stood
    ("The storm was bad. By 16 July 2025 the storm had killed 29 people.", "29", ("2025-07-16",) * 2),
    # its own time, another event, what is no part of it
    ("The storm of 2019 flooded 29 roads.", "29", ("2019-01-01", "2019-12-31")),
    *((f"The {other} storm flooded 29 roads.", "29", None) for other in load("course")["others"]),
    ("The Tolva storm flooded 29 roads.", "29", None),
    ("The storm will flood 29 roads.", "29", None),
    ("The flood closed 29 roads.", "29", None),
    ("Ruga had 29 fishing boats.", "29", None),
]


@pytest.mark.parametrize(("text", "words", "days"), ROWS)
def test_the_figures_of_an_event_have_the_days_that_another_source_gives(
    text: str, words: str, days: tuple[str, str] | None
) -> None:
    found = _figure(
        _read(_source("Courier", "2025-07-20", DATED), _source("Herald", "2025-09-02", text)), words
    )
    assert _days(found) == days


def test_what_was_read_in_another_source_says_in_which() -> None:
    claims = _read(
        _source("Courier", "2025-07-20", DATED), _source("Herald", "2025-09-02", "July’s storm cost €41m.")
    )
    claim = _figure(claims, "41")
    assert claim.inferred["period"] == "from the storm, “Between 5 and 14 July 2025” in Courier"
    assert claim.period is not None and claim.period.text == "July"
    assert (claim.period.resolved_from or "").endswith(claim.inferred["period"])


def test_alone_a_figure_says_that_it_waits_for_the_days() -> None:
    claim = _figure(_read(_source("Herald", "2025-09-02", "The storm flooded 29 roads.")), "29")
    assert claim.period is None
    assert claim.inferred["period"] == "within the storm, whose days the text does not give"


SECOND = DATED.replace("5 and 14", "4 and 9").replace("41", "77")
HERALD = "The storm flooded 29 roads."


@pytest.mark.parametrize(
    "others",
    [
        # two sources that do not agree on the days
        (_source("Courier", "2025-07-20", DATED), _source("Mail", "2025-07-21", SECOND)),
        # a text that came out while it went on, or too long after, or nobody knows when
        (_source("Courier", "2025-07-20", DATED), _source("Herald", "2025-07-12", HERALD)),
        (_source("Courier", "2025-07-20", DATED), _source("Herald", "2027-07-12", HERALD)),
        (_source("Courier", "2025-07-20", DATED), _source("Herald", None, HERALD)),
    ],
)
def test_in_doubt_a_figure_stays_undated(others: tuple[tuple[str, str], ...]) -> None:
    names = {name for name, _ in others}
    told = others if "Herald.md" in names else (*others, _source("Herald", "2025-09-02", HERALD))
    assert _days(_figure(_read(*told), "29")) is None


def test_days_from_another_source_make_no_verdict() -> None:
    one = _source("Herald", "2025-09-02", "The storm at Ruga destroyed 60 barns.")
    two = _source("Mail", "2025-09-03", "The storm at Ruga destroyed 80 barns.")
    dated = _source(
        "Courier",
        "2025-07-20",
        "Between 5 and 14 July 2025 the storm at Ruga flooded 30 roads. It drowned 9 cows.",
    )
    with_days, without = (
        reconcile(from_text(text, name) for name, text in told) for told in ((one, two, dated), (one, two))
    )
    assert _days(_figure(list(with_days.claims), "60")) == STORM
    assert _days(_figure(list(without.claims), "60")) is None
    verdicts = [
        {(pair.a, pair.b): (pair.verdict, pair.reasons) for pair in result.pairs}
        for result in (with_days, without)
    ]
    assert verdicts[1] and verdicts[1].items() <= verdicts[0].items()


def test_the_day_of_a_vote_is_taken_from_another_source() -> None:
    claims = _read(
        _source("Courier", "2026-03-16", "Voters in Ruga on Sunday approved a new pool. Turnout was 61%."),
        _source("Herald", "2026-03-18", "# The vote and us\n\nHere 70% said no (290 votes to 120)."),
    )
    assert _days(_figure(claims, "70")) == ("2026-03-15", "2026-03-15")
    assert _days(_figure(claims, "290")) == ("2026-03-15", "2026-03-15")


def test_seats_of_a_year_are_those_of_its_vote() -> None:
    table = "| List | Seats 2026 | Seats 2022 |\n|---|---|---|\n| Greens | 31 | 27 |"
    text = f"# A vote\n\nVoters in Ruga on Sunday elected a council. Turnout was 61%.\n\n{table}"
    claims = _read(_source("Herald", "2026-03-18", text))
    assert _days(_figure(claims, "31")) == ("2026-03-15", "2026-03-15")
    assert _days(_figure(claims, "27")) == ("2022-01-01", "2022-12-31")


SUNK = "# The wreck\n\nThe tug Marl sank off Dorn on 4 July 2025. Some 14 people were aboard."
# Published, what is told, the figure, and its day.
DISASTER = [
    # another source gives the day, long after, too
    ("2025-09-02", "# The tug\n\nThe tug Marl sank in July. Nine people were hurt.", "Nine", "2025-07-04"),
    ("2027-05-02", "# The tug\n\nThe tug Marl sank. The crew had 12 liferafts.", "12", "2025-07-04"),
    # its own text gives it
    ("2025-07-20", "# A ferry sank\n\nA ferry sank at Ruga on 9 July 2025. Nine died.", "Nine", "2025-07-09"),
    # while people are missing a toll is that of the morning on which it is told, what went on is not
    (
        "2025-07-06",
        "# The tug\n\nThe tug Marl sank at Dorn on 4 July. Nine people drowned. Six are missing.",
        "Nine",
        "2025-07-06",
    ),
    (
        "2025-07-06",
        "# The tug\n\nThe tug Marl sank at Dorn on 4 July. Two lifeboats leaked. Six are missing.",
        "Two",
        "2025-07-04",
    ),
    # another year, a plan, and a text about something else
    ("2025-09-02", "# The tug\n\nThe tug Marl sank. In 2019 a gale killed 21 people.", "21", None),
    ("2025-09-02", "# The tug\n\nThe tug Marl sank. The heirs will get 12 liferafts.", "12", None),
    (
        "2025-09-02",
        "# The brewery\n\nBeer is dear. The choir had 12 survivors of its first year.",
        "12",
        None,
    ),
]


@pytest.mark.parametrize(("published", "text", "words", "day"), DISASTER)
def test_the_figures_of_a_disaster_are_of_its_day(
    published: str, text: str, words: str, day: str | None
) -> None:
    claims = _read(_source("Courier", "2025-07-20", SUNK), _source("Herald", published, text))
    found = _days(_figure(claims, words))
    assert (found[0] if found and found[0] != "2019-01-01" else None) == day


def test_the_rows_of_a_table_are_of_the_disaster() -> None:
    rows = "| | Crew |\n|---|---|\n| Died | 5 |\n| Survived | 9 |\n"
    table = f"# How the tug Marl sank\n\n{rows}\nThe tug sank in July."
    claims = _read(_source("Courier", "2025-07-20", SUNK), _source("Herald", "2025-09-02", table))
    assert _days(_figure(claims, "5")) == ("2025-07-04", "2025-07-04")
