"""When figures hold by what a whole text reports: a year's statistics, a firm's year, an event, a heading."""

import pytest

from claims.extract import extract
from tests.make import article

FIRM = (
    "Brill increased its sales by 6% to €910m in the year to 30 September and will pay a higher dividend, "
    "it said on Tuesday. Operating profit rose from €41m to €52m.\n\n"
)
MINES = "Peru mined 900,000 tonnes of zinc in 2024, it said. China mined 4.1 million tonnes in 2024.\n\n"
OUTLOOK = (
    "The guild forecasts world output of zinc of 13 million tonnes in 2026. It expects output in Peru of "
    "2 million tonnes in 2026.\n\n"
)
FERRY = "They ended the search on 15 November, ten days after the ferry Ottla went down off Hveld.\n\n"
YEAR, BEFORE = ("2024-10-01", "2025-09-30"), ("2023-10-01", "2024-09-30")
MINED, NEXT, SANK, NONE = (
    ("2024-01-01", "2024-12-31"),
    ("2026-01-01", "2026-12-31"),
    ("2025-11-05",) * 2,
    (None, None),
)

QUARTER = "Tallow's third quarter was better than it looks.\n\n"
ASKED, THIS = ("2025-07-01", "2025-09-30"), ("2025-01-01", "2025-12-31")

ROWS = [
    # a firm's year is told by its profit and its dividend
    (FIRM + "Orders grew by 8% in the fourth quarter.", "8", ("2025-07-01", "2025-09-30")),
    (FIRM + "For the current year it expects sales of €950m.", "950", ("2025-10-01", "2026-09-30")),
    (FIRM, "52", YEAR),
    # the old figure of a change is a year older, also in a bracket
    (FIRM, "41", BEFORE),
    (FIRM + "- Net debt: €310m (€355m)", "310", ("2025-09-30",) * 2),
    (FIRM + "- Net debt: €310m (€355m)", "355", ("2024-09-30",) * 2),
    (FIRM + "- Halls let: 88 of 104 (85%)", "85", YEAR),
    # a quarter governs its paragraph, the year the text; shares move on the day
    (FIRM + "Orders grew by 8% in the fourth quarter.\n\n- Profit: €52m", "Profit: €52", YEAR),
    (FIRM + "Shares in Brill rose by 4%.", "4%", ("2025-11-20",) * 2),
    # a change in a stock is one of the whole year
    (FIRM + "Net debt fell by 9%.", "9", YEAR),
    # the time in an item's label or in the heading of its list
    ("The port is busy.\n\n- Boxes moved in 2024: 730,000, or 2,000 a day", "2,000", MINED),
    ("## Figures for 2024\n\nThe port is busy.\n\n## Figures for 2024\n\n- Boxes: 1.9 million", "1.9", MINED),
    ("## Figures for 2024\n\nThe port is busy.\n\n## Figures\n\n- Boxes: 1.9 million", "1.9", NONE),
    # statistics of a year
    (MINES + "Canada mined 300,000 tonnes.", "300,000", MINED),
    (MINES + "Canada raised its output by 8%, from 300,000 tonnes to 324,000 tonnes.", "8", MINED),
    (
        MINES + "Canada raised its output by 8%, from 300,000 tonnes to 324,000 tonnes.",
        "300,000",
        ("2023-01-01", "2023-12-31"),
    ),
    (MINES + "The mine at Hveld held 300 guests.", "300", NONE),
    (OUTLOOK + "Output in Canada should rise by 200,000 tonnes.", "200,000", NEXT),
    # what a change is of, not when it was told
    (
        "India imported 90 tonnes of zinc in the year to March 2025, the ministry said on Tuesday, "
        "13% more than before.",
        "13",
        ("2024-04-01", "2025-03-31"),
    ),
    # an event's day, counted back from when its search ended
    (FERRY + "Only 40 passengers were aboard.", "40", SANK),
    (FERRY + "The ferry sank in 20 minutes.", "20", SANK),
    (FERRY + "The town has 40 halls.", "40", NONE),
    # a ballot that closed, and one of which only the day of its outcome is told
    (
        "In a ballot that ended on Friday, 68% of those voting said yes. The turnout was 74%.",
        "74",
        ("2025-11-14",) * 2,
    ),
    (
        "Nurses have voted to strike, their union said on Monday. The turnout was 74%.",
        "74",
        ("2025-11-17",) * 2,
    ),
    (
        "The union said on Monday that its nurses had voted to strike. The turnout was 74%.",
        "74",
        ("2025-11-17",) * 2,
    ),
    # a verdict told of somebody who is described at length
    (
        "A jury on Tuesday found Anton Kell, founder of the failed builder Brill, guilty. "
        "He was convicted on eight counts.",
        "eight",
        ("2025-11-18",) * 2,
    ),
    # the period that a text opens with, for figures told without it
    (QUARTER + "Its profit fell to £40m.", "40", ASKED),
    (QUARTER + "In Wales it sold 4.3 million tiles in the quarter.", "4.3", ASKED),
    (QUARTER + "- Tiles sold in the quarter: 4.3 million", "4.3", ASKED),
    (QUARTER + "Some 310 people live in the quarter behind the works.", "310", NONE),
    (QUARTER + "- Nine-month profit: £130m", "130", ("2025-01-01", "2025-09-30")),
    (QUARTER + "For the full year it expects a profit of £160m.", "160", ("2025-01-01", "2025-12-31")),
    (QUARTER + "It expects sales of £900m this year. In May it had forecast £950m.", "950", THIS),
    (QUARTER + "It wants to pay a dividend of £2.20, after £2.10 for 2024.", "2.20", NONE),
    (QUARTER + "It wants to pay a dividend of £2.20, after £2.10 for 2024.", "2.10", MINED),
    (QUARTER + "The choir had 40 members.", "40", NONE),
    # a part of the year in an item's label holds behind its semicolon; a list also counts what was handled
    (QUARTER + "- Nine-month sales: £900m; profit: £130m", "130", ("2025-01-01", "2025-09-30")),
    (QUARTER + "- Tiles sold: 4.3m", "4.3", ASKED),
    (QUARTER + "- Halls: 43", "43", NONE),
    (QUARTER + "- Tiles sold: 4.3m (2024: 4.1m)", "4.3", ASKED),
    (QUARTER + "- Headcount: 430", "430", ("2025-09-30",) * 2),
    (QUARTER + "- Margin: 6.7% (prior year: 6.8%)", "6.8", ("2024-07-01", "2024-09-30")),
    (
        "Tallow's profit fell to €84m in the year to 30 September. Tallow's sales were €1.2bn in the year to "
        "30 September.\n\nTallow sold 1.1 million tiles.",
        "1.1",
        YEAR,
    ),
    (QUARTER + "- Fire costs of £14m", "14", ASKED),
    # parts of the firm are told by their names alone
    (QUARTER + "Garden, our oldest branch, grew by 7% to £140m.", "7", ASKED),
    (QUARTER + "Roofs slipped by 3% to £71m, and spare parts contributed £19m.", "19", ASKED),
    ("The port is busy.\n\nRoofs slipped by 3% to £71m.", "71", NONE),
    # a year in a bracket or "a year ago" is the same quarter of that year
    (QUARTER + "- Profit of £51m (2024: £58m)", "58", ("2024-07-01", "2024-09-30")),
    (
        QUARTER + "Rents came to £18m in the quarter, twice the £9m of a year ago.",
        "9",
        ("2024-07-01", "2024-09-30"),
    ),
    (QUARTER + "Rents came to £18m in the quarter, twice the £9m of a year ago.", "twice", ASKED),
    # the days of a quarter count more than its place in a year that may begin in any month
    (
        "# Third-quarter results\n\nThis is about the quarter ended 31 October 2025.\n\n- Profit of £51m",
        "51",
        ("2025-08-01", "2025-10-31"),
    ),
    # a time at the end of two clauses dates both, not where the second has its own tense or comma
    ("The storm killed four people and injured 60 on Sunday.", "four", ("2025-11-16",) * 2),
    ("The hall seated 400 people, and 60 came on Sunday.", "400", NONE),
    ("The hall seats 400 people and 60 came on Sunday.", "400", NONE),
    # what a strike cost is of its days; what a court says must be paid, of the day on which it says so
    (
        "The strike lasted from 3 to 7 November.\n\nThe strike cost exporters £48m.",
        "48",
        ("2025-11-03", "2025-11-07"),
    ),
    ("A court ruled on Tuesday that the firm must pay £8m.", "8m", ("2025-11-18",) * 2),
    # an average is no habit
    (MINES + "The average grade sank by 8%, to 300,000 tonnes.", "300,000", MINED),
    (MINES + "In an average year Canada sold 300,000 tonnes.", "300,000", NONE),
    # how things are at present; a winter of work is no half of a business year
    ("Some 260 people work on the hall at present.", "260", ("2025-11-20",) * 2),
    (FIRM + "Kell left the site for ten weeks last winter.", "ten", ("2024-12-01", "2025-02-28")),
    # how long something was the highest does not say when it was
    ("Output of rye was 41 tonnes, the highest since 1994.", "the highest", NONE),
]


@pytest.mark.parametrize(("text", "words", "days"), ROWS, ids=[f"{row[1]}: {row[0][-60:]}" for row in ROWS])
def test_when_a_figure_of_a_report_holds(text: str, words: str, days: tuple[str | None, str | None]) -> None:
    source = article(text, "guild.md")
    place = source.text.rindex(words)
    found = next(
        claim
        for claim in extract(source)
        if claim.value
        and claim.kind != "date"
        and claim.value.start is not None
        and claim.value.end is not None
        and claim.value.start - 1 <= place + len(words) - 1 < claim.value.end
    )
    period = found.period
    assert ((period.start, period.end) if period else NONE) == days


TABLE = """

| Part | Sales (€m) | Margin (%) |
|---|---|---|
| Pumps | 600 | 9.1 |
| Valves | 310 | 7.2 |
| Total | 910 | 8.8 |
"""


def test_a_table_is_of_the_time_that_the_text_gives_its_total_for() -> None:
    source = article(FIRM.strip() + TABLE, "guild.md")
    cells = [claim for claim in extract(source) if claim.sentence.startswith("|")]
    assert len(cells) == 6
    assert all(cell.period and (cell.period.start, cell.period.end) == YEAR for cell in cells)
    assert all("total" in cell.inferred["period"] for cell in cells)


def test_a_table_of_results_is_of_the_period_that_the_text_opens_with() -> None:
    rows = "| Part | Sales (£m) | Halls |\n|---|---|---|\n| Tiles | 600 | 14 |\n| Bricks | 310 | 9 |\n"
    source = article(QUARTER + rows, "guild.md")
    cells = {claim.value.low: claim for claim in extract(source) if claim.value and "column" in claim.scope}
    assert {low: claim.period and claim.period.start for low, claim in cells.items()} == {
        600e6: "2025-07-01",
        310e6: "2025-07-01",
        14.0: None,
        9.0: None,
    }
    assert "period reported" in cells[600e6].inferred["period"]


def test_weekdays_of_a_table_are_those_of_the_week_named_before_it() -> None:
    table = "| Day | Boxes |\n|---|---|\n| Monday | 410 |\n| Friday | 500 |\n"
    text = f"The walkout lasted from 3 to 7 November. Its figures:\n\n{table}"
    source = article(text, "guild.md")
    days = [
        claim.period and claim.period.start for claim in extract(source) if claim.sentence.startswith("|")
    ]
    assert days == ["2025-11-03", "2025-11-07"]


def test_figures_under_an_outlook_are_forecasts_in_lists_and_columns() -> None:
    text = (
        "## Year\n\nIt sold shoes.\n\n## Outlook for 2026\n\n- Halls: 310\n\n"
        "| Item | 2025 | 2026 (forecast) |\n|---|---|---|\n| Shops | 810 | 850 |\n"
    )
    claims = extract(article(text, "guild.md", day="2026-02-20"))
    told = {claim.value.surface.split()[0]: claim.modality for claim in claims if claim.value}
    assert told == {"310": "projection", "810": "actual", "850": "projection"}
    notes = {
        claim.value.surface.split()[0]: claim.inferred.get("modality") for claim in claims if claim.value
    }
    assert notes == {"310": "the heading, “Outlook for 2026”", "810": None, "850": None}


def test_a_business_year_may_be_the_calendar_year() -> None:
    text = "Tallow's profit fell to €84m in the year to 31 December.\n\n- Costs of fires: €14m"
    claims = extract(article(text, "guild.md", day="2026-02-20"))
    costs = next(claim for claim in claims if claim.value and claim.value.low == 14e6)
    assert costs.period is not None and (costs.period.start, costs.period.end) == THIS
