"""Which dates become claims: that something happens then, and not when something else holds."""

import pytest

from claims.extract import extract
from claims.model import Claim
from tests.make import article

ASSERTED = [
    ("The bridge opened on 4 May.", "2025-05-04"),
    ("The keeper signed a contract on Tuesday.", "2025-11-18"),
    ("The court will rule on 2 December.", "2025-12-02"),
    ("The museum, which opened in 1911, is closed.", "1911-01-01"),
    ("The tram line was shut in March 2024.", "2024-03-01"),
    ("In June the senate passed the bill.", "2025-06-01"),
    ("The union was founded ten years ago.", "2015-01-01"),
    ("The ice rink was shut from 3 to 5 May.", "2025-05-03"),
    ("Schools stay closed until 30 November.", "2025-11-30"),
    ("The painting was sold for $3m in 1998.", "1998-01-01"),
    ("The board will choose by June 2026 between two designs.", None),
    ("Mr Lund, 61, was sentenced to six years on Wednesday.", "2025-11-19"),
    ("The coach resigned on 4 May after two years.", "2025-05-04"),
    ("The museum was to have opened in May 2024 at a cost of $90m.", "2024-05-01"),
    ("The ferry will run every 20 minutes from May 2026.", "2026-05-01"),
    ("The museum will not open before May 2027.", "2027-05-01"),
    ("The next concert is on 4 December at 7.30 p.m. in the old mill.", "2025-12-04"),
    ("The hearing was on 4 May.", "2025-05-04"),
    # when something is due, or is to be done by
    ("A decision is due on 4 December.", "2025-12-04"),
    ("A new roof is due by May 2027.", None),
    ("Old stoves must be taken out by 2035.", None),
    # between a subject and its verb
    ("A jury on Tuesday acquitted the surgeon.", "2025-11-18"),
    # an event of one day that a noun names
    ("The referendum of 4 May split the island.", "2025-05-04"),
    ("Of the 640 islanders, 512 voted in Sunday's referendum.", "2025-11-16"),
    # beside a number of those who take part, or of another day
    ("In March 2024 the firm settled with 14 nurses.", "2024-03-01"),
    ("She was convicted in May by a jury of seven.", "2025-05-01"),
    ("The debut came on 4 May before 9,000 spectators.", "2025-05-04"),
    # what happens on a day or by a deadline to those who are counted
    ("Nine people were hurt on 6 May.", "2025-05-06"),
    ("The blast killed 14 miners on 6 May.", "2025-05-06"),
    ("The bank will close 60 of its 140 branches by the end of 2030.", None),
    ("The firm vowed to have 70% of the flats back by Sunday.", None),
    ("Buses were back on 9 May, three days after the strike.", "2025-05-09"),
    ("The county comes into being on 1 July 2028 with 40,000 people.", "2028-07-01"),
    ("Elections to a board of nine are pencilled in for 9 March 2026.", "2026-03-09"),
    ("The pier was iced in; not until Monday did the ferries sail again.", "2025-11-17"),
    # a day that a noun carries
    ("The opening of the hall on 4 May drew 900 guests.", "2025-05-04"),
    ("The disaster of 3 April took 300 lives.", "2025-04-03"),
    ("On its busiest day, 2 October, 9,000 people passed the gates.", "2025-10-02"),
    ("The last day of the shop is 3 May.", "2025-05-03"),
    ("The council spoke of a new bridge; it is due in June 2028.", "2028-06-01"),
    # an event beside a place, between commas, or with a label
    ("The crash at Dorn Castle on 4 May has left questions open.", "2025-05-04"),
    ("At the last hearing, in May 2022, the roof was dry.", "2022-05-01"),
    ("- First loaf: 2031", "2031-01-01"),
    ("- Old lease: until 2031", "2031-01-01"),
    ("The choir meets again on 4 June 2026.", "2026-06-04"),
    # reports that say nothing of what they say
    ("The panel reported on 4 May.", "2025-05-04"),
    ("The panel has to report by 12 June 2027.", None),
    ("The guild was warned of the smell in 2021.", "2021-01-01"),
    # deadlines, aims and what is put off
    ("Neighbours have until 8 June 2026 to object.", "2026-06-08"),
    ("All pumps must be in use by May 2027.", None),
    ("The cook is under contract until 2033.", "2033-01-01"),
    ("By the end of 2031 the choir will lose 40 singers.", None),
    ("The town had 300 lamps and aims for 500 lamps by 2033.", None),
    ("Rehearsals will not restart before 4 June 2026.", "2026-06-04"),
    ("The kiln will not be able to fire before 2034.", "2034-01-01"),
    # what went on from one day to another
    ("The fire burned 600 hectares between 3 and 17 June 2025.", "2025-06-03"),
    # a state that a preposition tells
    ("The lift has been out of order since August 2022.", "2022-08-01"),
]

PERIODS = [
    # coarser than a month and without a year
    "This week you could skate on it.",
    "The old pier was closed last summer.",
    "Planting begins in seven weeks.",
    # when a number of the clause holds
    "Ticket sales rose 4% in May 2024.",
    "Exports grew at a rate of 6% from 2018 to 2023.",
    "By 2040, demand is expected to reach 90 tonnes.",
    "The lockout in August 2024 lasted four days.",
    # what was done in all, or might be
    "The port shifted 900 boxes on 6 May.",
    "He could fetch €5m by 2028.",
    "The wing is to lift that to 5,200 by June 2028.",
    "Crews were still digging for 14 miners on 6 May.",
    "Between 2010 and 2020 the mill made 40 looms.",
    "In 2021 they were quoted €6m.",
    "By 4 June the schools had reported these totals.",
    # when a figure was told
    "The bank sees a profit of €380m, having forecast €430m in May 2024.",
    "The mayor announced on Tuesday that the pool would close.",
    # the old figure of a comparison
    "The forecast goes up from 83 tonnes in July.",
    "The club sold 300 tickets, up from 280 in August 2024.",
    # supposed, asked, denied, ordered, usual
    "If the team wins on 17 May, the coach stays.",
    "Will she play on Sunday?",
    "We will not strike before June 2027.",
    "Lund was not on 4 May the man to ask.",
    "There is on 4 May a fair.",
    "“Ask me on Saturday.”",
    "We pay every claim that we receive today.",
    "Water saved by 2035: 310,000 litres a year.",
    "The bank on Tuesday said that rates rose.",
    "Sales fell by 300 in May 2024.",
    # how far a named time reaches
    "The season of 2024 ended on Monday.",
]

RANKING = "Peru is the largest exporter of quinoa, with 40 tonnes. "


def _claims(text: str) -> list[Claim]:
    return extract(article(text, "story.md"))


def _dates(text: str) -> list[Claim]:
    return [claim for claim in _claims(text) if claim.kind == "date"]


@pytest.mark.parametrize(("text", "low"), ASSERTED)
def test_an_event_on_a_day_in_a_month_or_a_year_is_a_claim(text: str, low: str | None) -> None:
    [claim] = _dates(text)
    assert claim.value is not None
    assert claim.value.low == low


@pytest.mark.parametrize("text", PERIODS)
def test_a_time_that_only_says_when_something_holds_is_no_claim(text: str) -> None:
    assert [claim.value.surface for claim in _dates(text) if claim.value] == []


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Lund began selling boats in 2003.", "date began selling boats"),
        ("The last day of the shop is 3 May.", "date of last day"),
        ("The village concert is pencilled in for 3 May 2026.", "date of village concert"),
        ("The closure of the pit on 3 May angered many.", "date of closure"),
        ("Buses were back on 9 May.", "date buses back"),
        ("The lift has been out of order since May 2023.", "date out of order since"),
        ("The county comes into being on 1 July 2028.", "date county comes into being"),
    ],
)
def test_a_date_is_named_after_what_happened(text: str, measure: str) -> None:
    assert [claim.measure for claim in _dates(text)] == [measure]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("It was her best season since 2013.", "rank as best season"),
        ("It was her worst season since 2013.", "rank as worst season"),
        ("It is the largest port in Peru.", "rank as port in Peru"),
    ],
)
def test_a_rank_says_by_what_if_its_word_does(text: str, measure: str) -> None:
    assert [claim.measure for claim in _claims(text) if claim.kind == "rank"] == [measure]


def test_an_event_that_is_named_twice_is_dated_once() -> None:
    text = "Sunday's vote was close. After Sunday's vote the mayor left."
    assert [claim.value.surface for claim in _dates(text) if claim.value] == ["Sunday"]


def test_a_day_that_ends_a_named_time_is_no_claim() -> None:
    found = [
        claim.value.surface for claim in _dates("Peru won in 2024, which ended on Tuesday.") if claim.value
    ]
    assert found == ["in 2024"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The siege drags into its fourth day.", 4),
        ("The strike entered its third week.", 21),
        ("The talks went into a second day.", 2),
    ],
)
def test_an_ordinal_tells_how_long_something_has_lasted(text: str, days: int) -> None:
    [claim] = [claim for claim in _claims(text) if claim.kind == "duration"]
    assert claim.value is not None
    factor = {"day": 1, "week": 7}[claim.value.unit]
    assert claim.value.low is not None
    assert float(claim.value.low) * factor == days


@pytest.mark.parametrize(
    ("text", "subject", "place"),
    [
        (RANKING + "Bolivia follows with 36 tonnes.", "Bolivia", 2),
        (RANKING[:-2] + ", followed by Bolivia with 36 tonnes.", "Bolivia", 2),
        ("Lyon came third with 40 points. Marseille followed with 36 points.", "Marseille", 4),
    ],
)
def test_who_follows_in_a_ranking_has_the_next_place(text: str, subject: str, place: int) -> None:
    claims = [claim for claim in _claims(text) if claim.kind == "rank" and "value" in claim.inferred]
    assert [(claim.subject, claim.value.low) for claim in claims if claim.value] == [(subject, place)]


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia follows with 36 tonnes.",
        RANKING + "Bolivia follows the talks with 36 experts.",
        RANKING + "An inquiry followed.",
        RANKING + "Bolivia followed in May.",
    ],
)
def test_without_a_ranking_nobody_has_a_place(text: str) -> None:
    assert [claim for claim in _claims(text) if "value" in claim.inferred] == []


def test_what_is_put_off_is_dated_from_its_first_day_on() -> None:
    [claim] = _dates("The museum will not open before May 2027.")
    assert claim.value is not None
    assert (claim.value.low, claim.value.high, claim.value.hedge) == ("2027-05-01", None, "at_least")
    assert (claim.measure, claim.polarity) == ("date of museum opening", "affirmed")
    assert claim.period is not None
    assert (claim.period.start, claim.period.end) == ("2027-05-01", None)


def test_what_is_to_be_done_before_a_time_is_done_the_day_before_at_the_latest() -> None:
    [claim] = _dates("The bank intends to close 60 branches before 2027.")
    assert claim.value is not None
    assert (claim.value.low, claim.value.high, claim.value.hedge) == (None, "2026-12-31", "at_most")


def test_a_day_before_the_verb_that_agrees_to_something_is_past() -> None:
    claims = _dates("On 4 November the village agreed to merge with its neighbour.")
    assert [claim.value.low for claim in claims if claim.value] == ["2025-11-04"]
