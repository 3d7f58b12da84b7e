"""When a figure holds: said in its clause, carried from what came before, or left open."""

import tomllib
from pathlib import Path

import pytest

from claims import extract
from claims.model import Claim
from claims.sources import from_text

# text, the words of the figure, first and last day (None: the text does not say)
OWN = [
    # in the clause
    ("Peru exported 40 tonnes of cocoa in 2023.", "40", "2023-01-01", "2023-12-31"),
    ("In May 2024 the plant made 700 cars.", "700", "2024-05-01", "2024-05-31"),
    ("Between 3 and 9 June 2024 the clinic saw 80 patients.", "80", "2024-06-03", "2024-06-09"),
    ("The club sold 4,000 tickets from May to July 2024.", "4,000", "2024-05-01", "2024-07-31"),
    ("The shop counts 60 visitors up to 9 November and will pay for no others.", "60", None, "2025-11-09"),
    ("Output reached 90 tonnes in 2023 (12 tonnes in 2022).", "90", "2023-01-01", "2023-12-31"),
    ("Output reached 90 tonnes in 2023 (12 tonnes in 2022).", "12", "2022-01-01", "2022-12-31"),
    # each its own
    (
        "The museum had 5,000 visitors in 2022 and 7,000 visitors in 2023.",
        "5,000",
        "2022-01-01",
        "2022-12-31",
    ),
    (
        "The museum had 5,000 visitors in 2022 and 7,000 visitors in 2023.",
        "7,000",
        "2023-01-01",
        "2023-12-31",
    ),
    # what somebody once did says which one is meant, not what was done that day
    ("A judge on 5 May 2024 jailed a baker who robbed three banks.", "three banks", None, None),
    # what is only compared with
    ("Sales were 40 tonnes in 2024, up from 33 tonnes in 2023.", "33", "2023-01-01", "2023-12-31"),
    ("Sales were 40 tonnes in 2024, up from 33 tonnes in 2023.", "40", "2024-01-01", "2024-12-31"),
    (
        "In 2024 the port handled 60 ships, compared with 52 ships a year earlier.",
        "60",
        "2024-01-01",
        "2024-12-31",
    ),
    (
        "In 2024 the port handled 60 ships, compared with 52 ships a year earlier.",
        "52",
        "2023-01-01",
        "2023-12-31",
    ),
    (
        "The mine lost $40m, or 22 cents a share, compared with a loss of $25m, or 17 cents a share, a year "
        "ago.",
        "40",
        None,
        None,
    ),
    (
        "In 2024 the mine lost $40m, up from $25m, or 17 cents a share, a year earlier.",
        "25",
        "2023-01-01",
        "2023-12-31",
    ),
    ("In 2024 the mine made $90m, against $70m in 2022.", "90", "2024-01-01", "2024-12-31"),
    ("In 2024 the mine made $90m, against $70m in 2022.", "70", "2022-01-01", "2022-12-31"),
    ("The yield fell from 6.1 t/ha in 2022 to 5.4 t/ha.", "6.1", "2022-01-01", "2022-12-31"),
    ("The yield fell from 6.1 t/ha in 2022 to 5.4 t/ha.", "5.4", None, None),
    ("The crop was 12% bigger than in 2019.", "12", None, None),
    ("The fund lost $3m in 2024, more than in 2020.", "3", "2024-01-01", "2024-12-31"),
    ("Rents rose from $900 to $980 in 2024.", "980", "2024-01-01", "2024-12-31"),
    ("Rents rose from $900 to $980 in 2024.", "900", None, None),
    # when it was said is not when it holds
    ("The bank predicted in May 2024 that prices would rise by 4%.", "4", None, None),
    ("The team lost 12 matches, the coach said on 3 May 2024.", "12", None, None),
    ("Nine people have died, the ministry said on 3 May 2024.", "Nine", "2024-05-03", "2024-05-03"),
    # what describes something else
    ("The fund granted $6m, twice what it gave after the 2010 storm.", "6", None, None),
    ("The 2019 flood, which destroyed 300 homes, is remembered.", "300", "2019-01-01", "2019-12-31"),
    ("The house has 20 rooms, empty for the summer of 2024.", "20", None, None),
    # up to the day it was told
    ("Power has been cut to 900 homes since 3 November.", "900", "2025-11-03", "2025-11-20"),
    ("The stall sold 300 pies this week.", "300", "2025-11-17", "2025-11-20"),
    ("The stall will sell 300 pies this week.", "300", "2025-11-17", "2025-11-23"),
    # nothing stated
    ("The bridge is 400 metres long.", "400", None, None),
    ("The committee has 14 members.", "14", None, None),
]

QUARTER = (
    "Brill Foods reported a profit of €40m for the three months to 30 June 2025, compared with €35m a year "
    "earlier. "
)
YEAR = "Chile exported 50,000 tonnes of apples in 2023. "
FLOOD = "Between 4 and 11 May 2024 the flood killed six people in the valley. "
OVER = "The strike was called off on 9 May 2025, six days after the walkout began. "
OUTLOOK = "Tin exports in the year to June 2026 are forecast at 90,000 tonnes. "
REPORTED = ("2025-04-01", "2025-09-30")
REPORT = (
    "Brill reported a profit of €40m for the six months to 30 September 2025. In the six months to 30 "
    "September 2025 Brill sold goods worth €300m."
)
TALLY = "At least 30 people have died in the storm, the coast guard said on 4 May 2025. "

CARRIED = [
    # a report goes on
    (QUARTER + "Revenue rose 8% to €310m.", "310", "2025-04-01", "2025-06-30"),
    (QUARTER + "Revenue rose 8% to €310m.", "8", "2025-04-01", "2025-06-30"),
    (QUARTER + "\n\nRevenue rose to €310m.", "310", "2025-04-01", "2025-06-30"),
    (QUARTER + "Revenue rose to €310m from €290m.", "290", "2024-04-01", "2024-06-30"),
    (QUARTER + "\n\nKey figures\n\n- Margin: 13%\n- Costs: €270m", "13", "2025-04-01", "2025-06-30"),
    (QUARTER + "\n\nKey figures\n\n- Net debt: €77m\n- Costs: €270m", "77", "2025-06-30", "2025-06-30"),
    (QUARTER + "It sold shares worth €9m in October 2025.", "9", "2025-10-01", "2025-10-31"),
    # … but not into another time, a forecast, a standing fact or an event
    (QUARTER + "It expects a profit of €60m.", "60", None, None),
    (QUARTER + "The company will hire 200 people.", "200", None, None),
    (QUARTER + "The company employs 3,000 people.", "3,000", None, None),
    (QUARTER + "The company has paid €5m to farmers.", "5", None, None),
    (QUARTER + "A strike cost the company €7m.", "7", None, None),
    (QUARTER + "\n\nThe founder had three children.", "three", None, None),
    # a year governs its paragraph
    (YEAR + "Peru sold 20,000 tonnes.", "20,000", "2023-01-01", "2023-12-31"),
    (YEAR + "\n\nPeru sold 20,000 tonnes.", "20,000", None, None),
    (YEAR + "Peru sells 20,000 tonnes.", "20,000", None, None),
    (YEAR + "The growers harvested 90,000 tonnes.", "90,000", None, None),
    (YEAR + "That is 40% of the world's exports.", "40", "2023-01-01", "2023-12-31"),
    # an event's toll
    (FLOOD + "It destroyed 40 bridges.", "40", "2024-05-04", "2024-05-11"),
    (FLOOD + "\n\nSome 900 people were moved to schools.", "900", "2024-05-04", "2024-05-11"),
    (FLOOD + "\n\nThe valley has 70,000 inhabitants.", "70,000", None, None),
    (FLOOD + "\n\nThe council wants 12 new pumps.", "12", None, None),
    (FLOOD + "\n\nIn 2019 a storm killed 20 people.", "20", "2019-01-01", "2019-12-31"),
    (OVER + "Some 400 trains were cancelled.", "400", "2025-05-03", "2025-05-09"),
    # an outlook
    (OUTLOOK + "Peru is expected to export 30,000 tonnes.", "30,000", "2025-07-01", "2026-06-30"),
    (OUTLOOK + "Peru is expected to hire 300 miners.", "300", None, None),
    (OUTLOOK + "Bolivia is expected to mine 20,000 tonnes.", "20,000", None, None),
    # a tally of one day
    (TALLY + "Another 80 have been treated for burns.", "80", "2025-05-04", "2025-05-04"),
    (TALLY + "The coast guard has 25 ships.", "25", None, None),
]


PUBLISHED = "2025-11-20"
LATER = "\n\nThe line is open again. The flood lasted from 4 to 9 November."

# What only the whole text tells: it is dated, and the claim says from what. Published on 20 November 2025.
IMPLIED = [
    # the event, wherever the text says how long it lasted
    ("# Flood\n\nThe flood destroyed 40 bridges." + LATER, "40", "2025-11-04", "2025-11-09"),
    ("# Flood\n\nSome 70 pumps are gone after the flood." + LATER, "70", "2025-11-04", "2025-11-09"),
    ("# Flood\n\nVolunteers filled 9,000 bags over the six days." + LATER, "six", "2025-11-04", "2025-11-09"),
    ("# Flood\n\nThe town had 40 pumps." + LATER, "40", None, None),
    ("# Flood\n\nThe town will need 40 pumps." + LATER, "40", None, None),
    ("# Flood\n\nThe vote cost 40 seats." + LATER, "40", None, None),
    # the present tense of what need not stay so
    ("Six of the players are injured.", "Six", PUBLISHED, PUBLISHED),
    ("Some 400 patients are still waiting.", "400", PUBLISHED, PUBLISHED),
    ("Ticket sales are down 12%.", "12", PUBLISHED, PUBLISHED),
    ("In Lima copper costs $9,100 a tonne.", "9,100", PUBLISHED, PUBLISHED),
    ("Eleven witnesses have been heard.", "Eleven", PUBLISHED, PUBLISHED),
    ("The club has 60,000 members.", "60,000", None, None),
    ("Italy controls 40% of the market.", "40", None, None),
    # how a market moved on the day
    ("Shares in Brill fell 4% in early trading, the lowest since June 2024.", "4", PUBLISHED, PUBLISHED),
    # the report goes on, under its own name or unnamed
    ("# Brill sells less\n\n" + REPORT + "\n\nBrill saw the average price rise to €31.", "31", *REPORTED),
    ("# Brill: profit down 9%\n\n" + REPORT, "9", *REPORTED),
    (REPORT + "\n\nBrill's net debt is €80m.", "80", "2025-09-30", "2025-09-30"),
    (REPORT + "\n\nA strike cost Brill €7m.", "7", None, None),
    # a clause behind a semicolon goes on
    ("Nine growers expect rain by 3 May 2026; six expect 40 mm of it.", "40", "2026-05-03", "2026-05-03"),
    (REPORT + "\n\n- Sales: €90m; average price €31", "31", *REPORTED),
    # an old stock is that of the last day
    (REPORT + " Its net debt fell to €80m from €95m in March 2025.", "95", "2025-03-31", "2025-03-31"),
    # a harvest is told by its year
    ("The board expects a crop 12% smaller than usual.", "12", "2025-01-01", "2025-12-31"),
    ("The board has set a target of 900 tonnes for the next crop.", "900", "2026-01-01", "2026-12-31"),
    ("Rain ruined the last harvest. Peru has gathered 900 tonnes of maize.", "900", None, None),
    ("Peru harvested 900 tonnes of quinoa this spring.", "900", "2025-01-01", "2025-12-31"),
    ("Sowing is complete on 40,000 hectares.", "40,000", "2025-01-01", "2025-12-31"),
    (
        "Peru harvested 900 tonnes this spring. The crop came from 700 hectares.",
        "700",
        "2025-01-01",
        "2025-12-31",
    ),
]


def _claims(text: str, published: bool = True) -> list[Claim]:
    head = "---\ndate: 2025-11-20\n---\n\n" if published else ""
    return extract(from_text(f"{head}{text}\n", "story.md"))


def _figure(text: str, words: str, published: bool = True) -> Claim:
    found = [c for c in _claims(text, published) if c.value and c.kind != "date" and words in c.value.surface]
    assert found, [c.value.surface for c in _claims(text, published) if c.value]
    return found[-1]


def _days(claim: Claim) -> tuple[str | None, str | None]:
    return (claim.period.start, claim.period.end) if claim.period else (None, None)


@pytest.mark.parametrize(("text", "words", "first", "last"), OWN)
def test_what_a_clause_says(text: str, words: str, first: str | None, last: str | None) -> None:
    assert _days(_figure(text, words)) == (first, last)


@pytest.mark.parametrize(("text", "words", "first", "last"), CARRIED)
def test_what_is_carried(text: str, words: str, first: str | None, last: str | None) -> None:
    assert _days(_figure(text, words)) == (first, last)


@pytest.mark.parametrize(("text", "words", "first", "last"), IMPLIED)
def test_what_the_whole_text_implies(text: str, words: str, first: str | None, last: str | None) -> None:
    claim = _figure(text, words)
    assert _days(claim) == (first, last)
    waits = claim.inferred.get("period", "").startswith("within the ")  # for another source to give the days
    assert ("period" in claim.inferred and not waits) == (first is not None)


def test_without_a_date_of_publication_a_tense_implies_nothing() -> None:
    assert _figure("Six of the players are injured.", "Six", published=False).period is None


def test_what_is_carried_says_from_where() -> None:
    claim = _figure(YEAR + "Peru sold 20,000 tonnes.", "20,000")
    assert claim.inferred["period"] == "carried from “in 2023”"
    assert claim.period is not None and claim.period.resolved_from == "carried from “in 2023”"
    assert "period" not in _figure(YEAR, "50,000").inferred


def test_a_headline_has_the_period_of_the_figure_it_repeats() -> None:
    claims = _claims("# Flood kills six\n\n" + FLOOD)
    assert [_days(claim) for claim in claims if claim.value and claim.value.low == 6] == [
        ("2024-05-04", "2024-05-11")
    ] * 2


def test_half_a_year_named_before_is_meant_again() -> None:
    text = "From April to September 2025 the line carried 8m riders. Trains were 81% full over the half-year."
    claim = _figure(text, "81")
    assert _days(claim) == ("2025-04-01", "2025-09-30")
    assert claim.inferred["period"] == "“over the half-year” read as “From April to September 2025”"


ACROSS = [
    # what is foreseen in one item of a list turns no month of the next one to the time to come
    ("- Guests: 4,000 a day expected by 2030\n- Cooks: 64 in October, up from 41 in May", "64", "2025-10-01"),
    ("- Guests: 4,000 a day expected by 2030\n- Cooks: 64 in October, up from 41 in May", "41", "2025-05-01"),
    ("Rooms to open in 2027\n\nThe inn lost 41 cooks in May.", "41", "2025-05-01"),
    # and a time counted from another needs one named in its own paragraph
    ("The inn shut on 4 May.\n\nSome 41 cooks left two days later.", "41", None),
    ("The inn shut on 4 May. Some 41 cooks left two days later.", "41", "2025-05-06"),
]


@pytest.mark.parametrize(("text", "words", "first"), ACROSS)
def test_no_time_is_read_across_the_border_of_a_paragraph(text: str, words: str, first: str | None) -> None:
    assert _days(_figure(text, words))[0] == first


UNDATED = [
    (
        "In March 2025 the ferry sank. The line aims to carry 12,000 cars this year.",
        "2025-01-01",
        "2025-12-31",
    ),
    ("The ferry sank. The line aims to carry 12,000 cars this year.", None, None),
    (
        "It sank in March 2024 and again in May 2025. The line aims to carry 12,000 cars this year.",
        None,
        None,
    ),
    (
        "It sank in March 2025 and May 2025; another comes in June 2027. It aims for 12,000 cars this year.",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("text", "first", "last"), UNDATED)
def test_this_year_of_a_text_without_a_date(text: str, first: str | None, last: str | None) -> None:
    assert _days(_figure(text, "12,000", published=False)) == (first, last)


_WHEN = tomllib.loads((Path(__file__).parent / "when.toml").read_text(encoding="utf-8"))["rows"]


@pytest.mark.parametrize(("text", "figure", "first", "last"), _WHEN)
def test_which_time_of_its_sentence_dates_a_figure(text: str, figure: str, first: str, last: str) -> None:
    heading = "Northport Gazette\n20 November 2025\n\nNews from the town\n\n"
    found = extract(from_text(f"{heading}{text}\n", name="gazette.txt"))
    claim = next(claim for claim in found if claim.value and figure in claim.value.surface)
    period = claim.period
    assert ((period.start or "", period.end or "") if period else ("", "")) == (first, last)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Profit was €9m in 2024.", "2024-01-01", "2024-12-31"),
        ("Profit was €9M in 2024.", "2024-01-01", "2024-12-31"),
        ("Revenue in 9M24 was €4m.", "2024-01-01", "2024-09-30"),
    ],
)
def test_nine_million_are_not_nine_months(text: str, start: str, end: str) -> None:
    (claim,) = [claim for claim in extract(from_text(text + "\n", name="a.txt")) if claim.value is not None]
    assert claim.period is not None
    assert (claim.period.start, claim.period.end) == (start, end)


def test_a_year_ago_quarter_dates_only_what_is_compared() -> None:
    text = """DORN, 26 October 2023

Net income fell to €4m in the third quarter of 2023 from €5m, or €2 a share, in the year-ago period.
"""
    source = from_text(text, "story.txt")
    found = {it.value.surface: it.period for it in extract(source) if it.value is not None}
    assert found["€4m"] is not None
    assert found["€5m"] is not None
    assert (found["€4m"].start, found["€5m"].start) == ("2023-07-01", "2022-07-01")


GIVEN = [
    "announced",
    "cited",
    "disclosed",
    "given",
    "published",
    "quoted",
    "released",
    "reported",
    "revealed",
    "stated",
]


@pytest.mark.parametrize("given", GIVEN)
def test_the_day_on_which_a_figure_was_given_out_is_not_its_own(given: str) -> None:
    text = f"Rents are above the 4% {given} in May 2024. Elm sold 9 tonnes in May 2024."
    found = {claim.value.surface: claim for claim in extract(from_text(text, "a.md")) if claim.value}
    assert found["4%"].period is None
    assert found["9 tonnes"].period is not None
