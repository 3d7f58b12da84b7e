"""When a figure holds by the figures beside it, by its harvest, or by a word like "now"."""

import pytest

from claims.extract import extract
from claims.model import Claim
from tests.make import article

LEAD = "Peru harvested 900 tonnes of quinoa this spring. "
HALF = (
    "Brill said on Wednesday that operating profit fell to €31m in the six months to 30 September 2025. "
    "Sales rose to €90m.\n\n"
)
BRILL = (
    "Brill reported a profit of €40m for the six months to 30 September 2025. In the six months to 30 "
    "September 2025 Brill sold goods worth €300m.\n\n"
)
BUSINESS = "Brill made €40m in the six months to 30 September 2025, the first half of its financial year.\n\n"
YEAR, BEFORE, NEXT = (
    ("2025-01-01", "2025-12-31"),
    ("2024-01-01", "2024-12-31"),
    ("2026-01-01", "2026-12-31"),
)
TODAY, REPORTED, NONE = ("2025-11-20", "2025-11-20"), ("2025-04-01", "2025-09-30"), (None, None)

ROWS = [
    # "now" and "so far" are the day of the text, whatever the tense
    ("The guild has now raised €41,000.", "41,000", TODAY),
    ("The guild has paid €41,000 so far.", "41,000", TODAY),
    ("The bill now stands at €41m.", "41", TODAY),
    ("The guild raised €41,000.", "41,000", NONE),
    ("The guild has raised €41,000.", "41,000", NONE),
    ("Some 340 welders work on it at the moment.", "340", TODAY),
    # how things stand, and what has come together up to now
    ("Nine masts have still to be raised.", "Nine", TODAY),
    ("She has scored 11 goals in 21 games for the Gulls.", "21", TODAY),
    ("She has scored 11 goals in 21 games for the Gulls.", "11", TODAY),
    ("The Gulls lie fifth with 38 points.", "38", TODAY),
    ("Their debts stand at 38 boats.", "38", NONE),
    ("The toll stands at 38.", "38", TODAY),
    ("The relief account stands at €2.6m.", "2.6", TODAY),
    ("The guild has 62 people on site.", "62", TODAY),
    ("The guild has 62 people.", "62", NONE),
    ("The crew has shrunk to 64 people, from 80.", "64", TODAY),
    # the label of an item says so, too
    ("The hall is late.\n\n- Welders on site: 62", "62", TODAY),
    ("The hall is late.\n\n- Seats in place: 150 of 200 (75%)", "75", TODAY),
    ("The hall is late.\n\n- Homes without power: 6,200", "6,200", TODAY),
    ("The hall is late.\n\n- Money raised so far: €41m", "41", TODAY),
    ("The hall is late.\n\n- Still in hospital: 14", "14", TODAY),
    ("The hall is late.\n\n- Height of the mast: 14 m", "14", NONE),
    ("The tunnel is 73% finished.", "73", TODAY),
    # from an event or its day on, up to the day of the text
    ("They have checked 118 lifts since the crash on 18 January.", "118", ("2025-01-18", "2025-11-20")),
    (
        "A lift crashed on 18 January, killing four.\n\nThey have checked 118 lifts since the accident.",
        "118",
        ("2025-01-18", "2025-11-20"),
    ),
    # the hour is one of the day that the text tells of
    ("The ferry Ottla sank on Sunday.\n\nAt noon 80 people were missing.", "80", ("2025-11-16",) * 2),
    ("The ferry Ottla sank on Sunday.\n\nIt lay off a town of 90 at noon.", "90", NONE),
    # the lowest since a month: from its end up to the day of the text
    ("Shares in Brill fell to €8, the lowest since April.", "the lowest", ("2025-04-30", "2025-11-20")),
    ("She scored 11 goals in 21 games for the Gulls.", "21", NONE),
    # a season of the harvest that the text is about
    (LEAD + "The mill paid farmers €410 a tonne this season.", "410", YEAR),
    (LEAD + "The mill paid €410 a tonne this season, 6% more than the €390 of the season before.", "6", YEAR),
    (LEAD + "The mill paid €410 this season, more than the €390 of the season before.", "390", BEFORE),
    (LEAD + "Exports will reach 70 tonnes this season.", "70", ("2025-07-01", "2026-06-30")),
    ("The mill paid farmers €410 this season.", "410", ("2025-07-01", "2026-06-30")),
    # the old figure of a harvest is that of the year before
    (
        "The world harvest of rye came to 700 tonnes in 2024. Peru's harvest rose from 41 tonnes to 52.",
        "41",
        ("2023-01-01", "2023-12-31"),
    ),
    ("Peru has gathered 90 tonnes: its yield recovered from 3 t/ha in 2024 to 5 t/ha.", "5 t/ha", YEAR),
    ("Peru has gathered 90 tonnes: its yield recovered from 3 t/ha in 2021 to 5 t/ha.", "5 t/ha", NONE),
    ("Her fields have 4 tonnes of rye a hectare.", "4 t", YEAR),
    ("Her fields have 4 tonnes of rye a hectare in a normal year.", "4 t", NONE),
    # a rank and a change go with the figure of their clause
    ("Sowing is complete on 41,000 hectares, the most in ten years.", "the most", YEAR),
    # what had been expected goes with the outcome
    ("Output of rye was 41 tonnes in 2024. Analysts had expected output of rye of 52 tonnes.", "52", BEFORE),
    (HALF + "Analysts had expected operating profit of €35m.", "35", REPORTED),
    (HALF + "Analysts expect operating profit of €35m.", "35", NONE),
    # prices of one paragraph
    ("Rye closed at €41 a tonne on 3 May 2025. Oats closed at €52 a tonne.", "52", ("2025-05-03",) * 2),
    (
        "Rye was quoted at €41 a tonne this week. Freight to Oslo costs €8 a tonne.",
        "8",
        ("2025-11-17", "2025-11-20"),
    ),
    ("Rye was quoted at €41 a tonne in May. Freight to Oslo costs €8 a tonne.", "8", TODAY),
    # goods in stock are foreseen for the year of trade
    (
        "Exports in the year to June 2026 are forecast at 41 tonnes.\n\nStocks will rise to 52 tonnes.",
        "52",
        ("2025-07-01", "2026-06-30"),
    ),
    # behind "on" stands what is only compared with, but for days
    ("Sales of rye rose 8% on last year.", "8", NONE),
    ("Sales of rye were up 8% on 2023.", "8", NONE),
    ("Sales of rye rose 8% on Monday.", "8", ("2025-11-17",) * 2),
    ("Turnout was 58%, up 4 points on the last poll, in March 2022.", "58", NONE),
    ("The river stood 81 cm above the mark of 1993.", "81", NONE),
    ("The choir did better than in 2022, when it won 26 prizes.", "26", ("2022-01-01", "2022-12-31")),
    # shares move on the day; an item may say for when
    ("Brill, whose shares rose 3% to €27, makes rye bread.", "3", TODAY),
    ("Brill saw its share of the market rise 3%.", "3", NONE),
    ("- Guests: 9,300 a night expected by 2030", "9,300", ("2030-01-01", "2030-12-31")),
    # an announced change starts from how things are
    ("The ferry will raise its trips from 41 to 62 a week in March 2026.", "41", TODAY),
    # what an event cost is booked in the period of the report; what it did otherwise is not
    (BRILL + "A four-day strike in June cost it €7m.", "7", REPORTED),
    ("A four-day strike in June cost it €7m.", "7", ("2025-06-01", "2025-06-30")),
    # a report that only names its period
    ("Profit fell to €31m in the first half. Sales rose to €90m. The margin fell by 2 points.", "2", NONE),
    # a business that reports by half-years sells by its halves, too
    (BUSINESS + "Bookings for the winter were 4% ahead.", "4", ("2025-10-01", "2026-03-31")),
    (BUSINESS + "Coal is 61% hedged for the winter.", "61", ("2025-10-01", "2026-03-31")),
    (BUSINESS + "Bookings in the winter of 2023 were 4% ahead.", "4", ("2023-12-01", "2024-02-29")),
    (BUSINESS + "Bookings in late winter will be 4% ahead.", "4", ("2026-02-01", "2026-02-28")),
    ("Bookings for the winter were 4% ahead.", "4", ("2025-12-01", "2026-02-28")),
    # what more is said of a record or a price dates it
    ("It rose to 8 m on Monday, above the record of 7 m, set in 1993.", "7 m", ("1993-01-01", "1993-12-31")),
    ("It rose to 8 m on Monday, above the record of 7 m, set in 1993.", "8 m", ("2025-11-17",) * 2),
    # times of words beside, and of another clause
    ("The port had half of the 41 cranes mended on 3 May.", "half", ("2025-05-03",) * 2),
    ("The guild has 41 members, and plans to open a hall in May 2026.", "41", NONE),
    ("The ministry said on Monday that Peru made 41 tonnes, the third record in a row.", "third", NONE),
]


TALLIES = [
    # the day of a tally governs what is told with it, in its paragraph
    ("By Tuesday 41 people had fallen ill. Four have died.", "Four", ("2025-11-18",) * 2),
    ("By Tuesday 41 people had fallen ill. Nine lay in hospital.", "Nine", ("2025-11-18",) * 2),
    ("By Tuesday 41 people had fallen ill.\n\nFour have died.", "Four", TODAY),
    ("By Tuesday 41 metres had been dug.\n\nThe crew has been cut to 62 people.", "62", TODAY),
    # from what it says that it began with
    (
        "As of 5 May 2025, 41 cases had been seen in Ruga since the first case on 4 April 2025.",
        "41",
        ("2025-04-04", "2025-05-05"),
    ),
    (
        "As of 5 May 2025, 41 cases had been seen since the first case on 4 April 2025. Six people died.",
        "Six",
        ("2025-04-04", "2025-05-05"),
    ),
    # a loss is told of the day on which somebody tells it
    ("The flood at Ruga killed 28 people, the county said on Tuesday.", "28", ("2025-11-18",) * 2),
    ("The flood at Ruga moved 28 boats, the county said on Tuesday.", "28", NONE),
    # a state of the past is of that day, too
    (
        "Two people have died in Ruga, the county said on Tuesday.\n\nNine patients were in hospital.",
        "Nine",
        ("2025-11-18",) * 2,
    ),
]


@pytest.mark.parametrize(("text", "words", "days"), TALLIES)
def test_up_to_which_day_a_tally_runs(text: str, words: str, days: tuple[str | None, str | None]) -> None:
    period = _figure(text, words).period
    assert (period.start if period else None, period.end if period else None) == days


def test_a_table_of_cases_has_the_day_of_the_tally() -> None:
    text = (
        "As of 5 May 2025, 41 cases had been seen in Ruga.\n\n"
        "| Town | Confirmed cases | Schools |\n|---|---|---|\n| Ruga | 31 | 7 |"
    )
    assert [_figure(text, words).period is not None for words in ("31", "7")] == [True, False]


def test_a_table_of_results_has_the_day_of_the_vote() -> None:
    text = (
        "# A vote\n\nVoters in Ruga on Sunday elected a council.\n\n"
        "| List | Share (%) | Offices |\n|---|---|---|\n| Greens | 31 | 7 |"
    )
    day = _figure(text, "31").period
    assert day is not None and day.start == "2025-11-16"
    assert _figure(text, "7").period is None


def _figure(text: str, words: str) -> Claim:
    found = extract(article(text, "story.md"))
    claims = [c for c in found if c.value and c.kind != "date" and words in c.value.surface]
    assert claims, [c.value.surface for c in found if c.value]
    return claims[-1]


@pytest.mark.parametrize(("text", "words", "days"), ROWS)
def test_when_a_figure_holds(text: str, words: str, days: tuple[str | None, str | None]) -> None:
    period = _figure(text, words).period
    assert (period.start if period else None, period.end if period else None) == days


@pytest.mark.parametrize(("text", "words", "days"), [row for row in ROWS if row[2] != NONE])
def test_what_was_not_said_in_the_clause_says_where_it_is_from(
    text: str, words: str, days: tuple[str, str]
) -> None:
    claim = _figure(text, words)
    stated = claim.period is not None and claim.period.text.split()[-1].isdigit()
    assert claim.period is not None and (stated or claim.period.resolved_from), days
