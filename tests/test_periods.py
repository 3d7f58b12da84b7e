"""Time expressions are found and put on the calendar as a careful reader would."""

from datetime import date

import pytest

from claims.periods import TimeExpression, context_year, find_times

THURSDAY = date(2025, 11, 20)


def one(text: str, published: date | None = THURSDAY) -> TimeExpression:
    times = find_times(text, published=published)
    assert len(times) == 1, times
    assert text[times[0].start : times[0].end] == times[0].text
    return times[0]


ABSOLUTE = [
    # days
    ("It opened on April 4, 2025.", "on April 4, 2025", "2025-04-04", "2025-04-04"),
    ("It opened on 4 April 2025.", "on 4 April 2025", "2025-04-04", "2025-04-04"),
    ("It opened on the 4th of April, 2025.", "on the 4th of April, 2025", "2025-04-04", "2025-04-04"),
    ("Updated 2025-04-04 by the desk", "2025-04-04", "2025-04-04", "2025-04-04"),
    ("Friday, 8 August 2025", "Friday, 8 August 2025", "2025-08-08", "2025-08-08"),
    ("Thursday, July 10, 2025", "Thursday, July 10, 2025", "2025-07-10", "2025-07-10"),
    ("Signed 25/12/2024 in Rome", "25/12/2024", "2024-12-25", "2024-12-25"),
    ("Signed 4.8.2025 in Bonn", "4.8.2025", "2025-08-04", "2025-08-04"),
    ("Sept. 9, 2024", "Sept. 9, 2024", "2024-09-09", "2024-09-09"),
    ("the fourth of July 2024", "the fourth of July 2024", "2024-07-04", "2024-07-04"),
    ("a goal in the 2010 World Cup", "2010", "2010-01-01", "2010-12-31"),
    ("8% more than 2019", "2019", "2019-01-01", "2019-12-31"),
    ("in May 2022 people left", "in May 2022", "2022-05-01", "2022-05-31"),
    ("the attack of April 4, 2025", "April 4, 2025", "2025-04-04", "2025-04-04"),
    # months and parts of them
    ("Prices fell in April 2025.", "in April 2025", "2025-04-01", "2025-04-30"),
    ("Prices fell in 2025-04.", "in 2025-04", "2025-04-01", "2025-04-30"),
    ("It rained in early May 2024.", "in early May 2024", "2024-05-01", "2024-05-10"),
    ("It rained in mid-May 2024.", "in mid-May 2024", "2024-05-11", "2024-05-20"),
    ("It rained in late May 2024.", "in late May 2024", "2024-05-21", "2024-05-31"),
    ("The fleet stood at 40 at the end of May 2024.", "at the end of May 2024", "2024-05-31", "2024-05-31"),
    ("the first week of May 2024", "the first week of May 2024", "2024-05-01", "2024-05-07"),
    ("the last two weeks of May 2024", "the last two weeks of May 2024", "2024-05-18", "2024-05-31"),
    # years and runs of years
    ("It closed in 1998.", "in 1998", "1998-01-01", "1998-12-31"),
    ("Output (2024) was flat.", "2024", "2024-01-01", "2024-12-31"),
    ("the year 2030", "the year 2030", "2030-01-01", "2030-12-31"),
    ("It was founded in 1652.", "in 1652", "1652-01-01", "1652-12-31"),
    ("in the whole of 2024", "in the whole of 2024", "2024-01-01", "2024-12-31"),
    ("in early 2026", "in early 2026", "2026-01-01", "2026-04-30"),
    ("in late 2027", "in late 2027", "2027-09-01", "2027-12-31"),
    ("mid-2025", "mid-2025", "2025-05-01", "2025-08-31"),
    ("the 1990s", "the 1990s", "1990-01-01", "1999-12-31"),
    ("in the early 1980s", "in the early 1980s", "1980-01-01", "1983-12-31"),
    ("music of the sixties", "the sixties", "1960-01-01", "1969-12-31"),
    ("in the 19th century", "in the 19th century", "1801-01-01", "1900-12-31"),
    # seasons and feasts
    ("spring 2024", "spring 2024", "2024-03-01", "2024-05-31"),
    ("in the summer of 2027", "in the summer of 2027", "2027-06-01", "2027-08-31"),
    ("the winter of 2023/24", "the winter of 2023/24", "2023-12-01", "2024-02-29"),
    ("Easter Monday 2024", "Easter Monday 2024", "2024-04-01", "2024-04-01"),
    ("on Christmas Eve 2023", "on Christmas Eve 2023", "2023-12-24", "2023-12-24"),
    # weeks
    ("in week 23 of 2025", "in week 23 of 2025", "2025-06-02", "2025-06-08"),
    ("the 12th week of 2025", "the 12th week of 2025", "2025-03-17", "2025-03-23"),
    ("in the week to 14 June 2025", "in the week to 14 June 2025", "2025-06-08", "2025-06-14"),
    ("the week of 9 June 2025", "the week of 9 June 2025", "2025-06-09", "2025-06-15"),
    # quarters, halves, business years
    ("in the third quarter of 2024", "in the third quarter of 2024", "2024-07-01", "2024-09-30"),
    ("Q2 2025", "Q2 2025", "2025-04-01", "2025-06-30"),
    ("3Q24 sales", "3Q24", "2024-07-01", "2024-09-30"),
    ("the first half of 2025", "the first half of 2025", "2025-01-01", "2025-06-30"),
    ("H1 FY26", "H1 FY26", "2025-04-01", "2025-09-30"),
    ("Q3FY25", "Q3FY25", "2024-10-01", "2024-12-31"),
    ("the first nine months of 2025", "the first nine months of 2025", "2025-01-01", "2025-09-30"),
    ("in the December 2024 quarter", "in the December 2024 quarter", "2024-10-01", "2024-12-31"),
    ("FY25", "FY25", "2024-04-01", "2025-03-31"),
    ("FY2024-25", "FY2024-25", "2024-04-01", "2025-03-31"),
    ("in fiscal 2025", "in fiscal 2025", "2024-04-01", "2025-03-31"),
    ("the financial year 2024-25", "the financial year 2024-25", "2024-04-01", "2025-03-31"),
    ("in 2024/25", "in 2024/25", "2024-07-01", "2025-06-30"),
    ("in the 2022-23 season", "in the 2022-23", "2022-07-01", "2023-06-30"),
    ("the marketing year 2024/25", "the marketing year 2024/25", "2024-07-01", "2025-06-30"),
    ("in 2024/25 (October-September)", "in 2024/25 (October-September)", "2024-10-01", "2025-09-30"),
    ("the July-to-June year 2024/25", "the July-to-June year 2024/25", "2024-07-01", "2025-06-30"),
    ("in the year ended 30 June 2024", "in the year ended 30 June 2024", "2023-07-01", "2024-06-30"),
    ("the year to June 2026", "the year to June 2026", "2025-07-01", "2026-06-30"),
    (
        "the six months to 30 September 2025",
        "the six months to 30 September 2025",
        "2025-04-01",
        "2025-09-30",
    ),
    ("the quarter ended March 31, 2025", "the quarter ended March 31, 2025", "2025-01-01", "2025-03-31"),
    (
        "in the fiscal year ending March 31, 2025",
        "in the fiscal year ending March 31, 2025",
        "2024-04-01",
        "2025-03-31",
    ),
    # spans
    ("from 2018 to 2023", "from 2018 to 2023", "2018-01-01", "2023-12-31"),
    ("2010 to 2012", "2010 to 2012", "2010-01-01", "2012-12-31"),
    ("1990–95", "1990–95", "1990-01-01", "1995-12-31"),
    ("between April and September 2025", "between April and September 2025", "2025-04-01", "2025-09-30"),
    ("between 5 and 14 August 2025", "between 5 and 14 August 2025", "2025-08-05", "2025-08-14"),
    ("October to March 2025", "October to March 2025", "2024-10-01", "2025-03-31"),
    ("July 22-25, 2025", "July 22-25, 2025", "2025-07-22", "2025-07-25"),
    ("from 28 July to 3 August 2025", "from 28 July to 3 August 2025", "2025-07-28", "2025-08-03"),
    ("Q1 to Q3 2025", "Q1 to Q3 2025", "2025-01-01", "2025-09-30"),
]


@pytest.mark.parametrize(("text", "words", "first", "last"), ABSOLUTE)
def test_absolute_times_need_no_publication_date(text: str, words: str, first: str, last: str) -> None:
    for published in (None, THURSDAY):
        found = one(text, published)
        assert (found.text, found.first, found.last) == (words, first, last)
        assert found.resolved_from is None
        assert found.kind in ("date", "span")


RELATIVE = [
    ("She said so on Tuesday.", "2025-11-18", "2025-11-18"),
    ("She said so on Thursday.", "2025-11-20", "2025-11-20"),
    ("She said so on Wednesday morning.", "2025-11-19", "2025-11-19"),
    ("She said so last Thursday.", "2025-11-13", "2025-11-13"),
    ("It happened on Tuesday of last week.", "2025-11-11", "2025-11-11"),
    ("It was shut from Wednesday to Friday of last week.", "2025-11-12", "2025-11-14"),
    ("Polls will open on Sunday.", "2025-11-23", "2025-11-23"),
    ("On Sunday, members will choose.", "2025-11-23", "2025-11-23"),
    ("It closed yesterday.", "2025-11-19", "2025-11-19"),
    ("It closes today.", "2025-11-20", "2025-11-20"),
    ("It reopens tomorrow evening.", "2025-11-21", "2025-11-21"),
    ("the day before yesterday", "2025-11-18", "2025-11-18"),
    ("It said late last night", "2025-11-19", "2025-11-19"),
    ("It said this morning", "2025-11-20", "2025-11-20"),
    ("the strike of last weekend", "2025-11-15", "2025-11-16"),
    ("this week", "2025-11-17", "2025-11-23"),
    ("earlier this week", "2025-11-17", "2025-11-20"),
    ("last month", "2025-10-01", "2025-10-31"),
    ("next month", "2025-12-01", "2025-12-31"),
    ("this year", "2025-01-01", "2025-12-31"),
    ("last year", "2024-01-01", "2024-12-31"),
    ("late last year", "2024-09-01", "2024-12-31"),
    ("so far this year", "2025-01-01", "2025-11-20"),
    ("later this year", "2025-11-20", "2025-12-31"),
    ("in the coming year", "2026-01-01", "2026-12-31"),
    ("the year to date", "2025-01-01", "2025-11-20"),
    ("two years ago", "2023-01-01", "2023-12-31"),
    ("a year ago", "2024-11-20", "2024-11-20"),
    ("three days ago", "2025-11-17", "2025-11-17"),
    ("two months ago", "2025-09-01", "2025-09-30"),
    ("It will open in two years.", "2027-01-01", "2027-12-31"),
    ("three weeks from now", "2025-12-08", "2025-12-14"),
    ("over the past three years", "2022-11-21", "2025-11-20"),
    ("in the past 24 hours", "2025-11-20", "2025-11-20"),
    ("this quarter", "2025-10-01", "2025-12-31"),
    ("this fiscal", "2025-04-01", "2026-03-31"),
    ("the last financial year", "2024-04-01", "2025-03-31"),
    ("the current marketing year", "2025-07-01", "2026-06-30"),
    ("last season", "2024-07-01", "2025-06-30"),
    ("this decade", "2020-01-01", "2029-12-31"),
    ("this summer", "2025-06-01", "2025-08-31"),
    ("last winter", "2024-12-01", "2025-02-28"),
    ("next summer", "2026-06-01", "2026-08-31"),
    ("bookings for the winter", "2025-12-01", "2026-02-28"),
    ("last October", "2025-10-01", "2025-10-31"),
    ("next March", "2026-03-01", "2026-03-31"),
    ("April last year", "2024-04-01", "2024-04-30"),
    ("in the second quarter of last year", "2024-04-01", "2024-06-30"),
    ("It was sold in April.", "2025-04-01", "2025-04-30"),
    ("It was sold in December.", "2024-12-01", "2024-12-31"),
    ("It will be sold in December.", "2025-12-01", "2025-12-31"),
    ("It was sold on 7 August.", "2025-08-07", "2025-08-07"),
    ("The minister will visit on July 22.", "2026-07-22", "2026-07-22"),
    ("It burned from 22 to 25 July.", "2025-07-22", "2025-07-25"),
    ("It rose in the year to March.", "2024-04-01", "2025-03-31"),
    ("It fell in the three months to end-September.", "2025-07-01", "2025-09-30"),
    ("It stood at 12 at the end of September.", "2025-09-30", "2025-09-30"),
    ("He will step down at the end of December.", "2025-12-31", "2025-12-31"),
    ("He is leaving at the turn of the year.", "2025-12-31", "2026-01-01"),
    ("a fall in Q3", "2025-07-01", "2025-09-30"),
    ("It was counted in epidemiological week 23.", "2025-06-02", "2025-06-08"),
    ("the July strike", "2025-07-01", "2025-07-31"),
    ("August’s fire will cost more", "2025-08-01", "2025-08-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), RELATIVE)
def test_relative_times_are_resolved_against_publication(text: str, first: str, last: str) -> None:
    found = one(text)
    assert (found.first, found.last) == (first, last)
    assert found.resolved_from == "published 2025-11-20"


@pytest.mark.parametrize(("text", "first", "last"), RELATIVE)
def test_relative_times_are_not_guessed_without_publication(text: str, first: str, last: str) -> None:
    found = one(text, None)
    assert found.resolved_from is None
    for day in (found.first, found.last):
        assert day is None or day.startswith("--")


OPEN = [
    ("It has grown since 1978.", "since", "1978-01-01", None, ("1978-01-01", "1978-12-31")),
    ("It has been shut since April.", "since", "2025-04-01", None, ("2025-04-01", "2025-04-30")),
    ("in force since mid-August", "since", "2025-08-15", None, ("2025-08-15", "2025-08-15")),
    ("It applies from 2030 onwards.", "since", "2030-01-01", None, ("2030-01-01", "2030-12-31")),
    ("It runs until 5 September.", "until", None, "2026-09-05", ("2026-09-05", "2026-09-05")),
    ("no strike before the summer of 2027", "before", None, "2027-05-31", ("2027-06-01", "2027-08-31")),
    ("It rose after May 2024.", "after", "2024-06-01", None, ("2024-05-01", "2024-05-31")),
    ("Demand doubles by 2050.", "by", "2050-01-01", "2050-12-31", ("2050-01-01", "2050-12-31")),
    ("80% will be back by Sunday.", "by", "2025-11-23", "2025-11-23", ("2025-11-23", "2025-11-23")),
    ("Results are due by Monday noon.", "by", "2025-11-24", "2025-11-24", ("2025-11-24", "2025-11-24")),
    ("By 30 September members had paid.", "by", "2025-09-30", "2025-09-30", ("2025-09-30", "2025-09-30")),
    ("Debt was 5 as of 30 June.", "as_of", "2025-06-30", "2025-06-30", ("2025-06-30", "2025-06-30")),
]


@pytest.mark.parametrize(("text", "relation", "first", "last", "named"), OPEN)
def test_prepositions_leave_times_open(
    text: str, relation: str, first: str | None, last: str | None, named: tuple[str, str]
) -> None:
    found = one(text)
    assert (found.relation, found.first, found.last, found.named) == (relation, first, last, named)


DURATIONS = [
    ("a six-month pause", "six-month"),
    ("It lasted four days.", "four days"),
    ("eleven weeks of sun", "eleven weeks"),
    ("valid for 30 days", "30 days"),
    ("after seven years in the job", "seven years"),
    ("14% over three years", "three years"),
    ("built within 24 months", "24 months"),
    ("the third in six years", "six years"),
    ("five to six weeks", "five to six weeks"),
    ("a two-and-a-half-year deal", "two-and-a-half-year"),
    ("two and a half years", "two and a half years"),
    ("a 90-minute match", "90-minute"),
    ("It took half a century.", "half a century"),
    ("It is expected to last six weeks.", "six weeks"),
    ("three days later than promised", "three days"),
    ("two weeks after the hearing", "two weeks"),
    ("twenty-five years", "twenty-five years"),
    ("a month-long siege", "month-long"),
]


@pytest.mark.parametrize(("text", "words"), DURATIONS)
def test_durations_are_no_dates(text: str, words: str) -> None:
    found = one(text)
    assert (found.text, found.kind, found.first, found.last) == (words, "duration", None, None)


@pytest.mark.parametrize("words", ["6.40pm", "18:00", "8 a.m.", "07:42 CET", "0742 GMT", "noon", "5 o’clock"])
def test_times_of_day(words: str) -> None:
    found = one(f"It closed at {words} there")
    assert (found.text, found.kind) == (words, "clock")


@pytest.mark.parametrize(
    "text",
    [
        "on polling day",
        "on day three of the trial",
        "in recent weeks",
        "several years ago",
        "into its fourth day",
    ],
)
def test_times_that_only_the_story_knows_stay_unknown(text: str) -> None:
    found = one(text)
    assert (found.kind, found.first, found.last, found.resolved_from) == ("date", None, None, None)


NO_TIMES = [
    "2,025 people in 12 cities",
    "a cost of $2025 and €1990",
    "some 2025 tonnes of grain",
    "2000 workers and 1984 lorries",
    "between 1900 and 2000 people",
    "it rose to 1984 from 1,500",
    "more than 1000 customers paid an average of 1500",
    "5% for every full year, a third of it",
    "elements 57 to 71",
    "They won 3-1 in extra time.",
    "You may march in second place.",
    "a man of 34, a 46-year-old and a girl 9 years old",
    "hikers in their sixties",
    "16 a day, 4% a year and seven a week",
    "up 5% year-on-year",
    "a quarter of the crop and three quarters of the rest",
    "a fall of 20% in a spring mattress",
    "May said that June Carter and April Smith agreed.",
    "Route 2020, page 1999 and flight 2001",
    "The Sunday Times and Sheffield Wednesday",
    "It counts afresh every Wednesday, and each Monday it rests",
    "the ratio was 24/7 or 9/11",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert find_times(text, published=THURSDAY) == []


def test_days_and_months_without_a_year() -> None:
    assert one("It fell in April.", None).first == "--04"
    assert one("It fell on April 4.", None).first == "--04-04"
    found = find_times("It fell on April 4.", context_year=2019)[0]
    assert (found.first, found.resolved_from) == ("2019-04-04", "the year 2019 named in the same text")
    span = one("It fell between April and June.", None)
    assert (span.first, span.last) == ("--04", "--06")


def test_lists_share_their_month_and_year() -> None:
    found = find_times("Games are on 3, 5 and 14 August 2024.")
    assert [time.first for time in found] == ["2024-08-03", "2024-08-05", "2024-08-14"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was signed on 2 April 2024. Two days later it fell.", "2024-04-04", "2024-04-04"),
        ("It was signed on 2 April 2024. The following day it fell.", "2024-04-03", "2024-04-03"),
        ("Profit in the first half of 2024 beat that of a year earlier.", "2023-01-01", "2023-06-30"),
        ("It sold 9 in 2024/25, against 7 the year before.", "2023-07-01", "2024-06-30"),
        (
            "It flew 9 between April and June 2025, and 7 in the same months of 2024.",
            "2024-04-01",
            "2024-06-30",
        ),
        ("In Q3 2024 it earned 4, against 3 in the year-ago quarter.", "2023-07-01", "2023-09-30"),
    ],
)
def test_times_that_lean_on_the_one_before(text: str, first: str, last: str) -> None:
    before, found = find_times(text)
    assert (found.first, found.last) == (first, last)
    assert found.resolved_from == f"“{before.text}” in the same text"


def test_nothing_is_carried_into_the_next_paragraph() -> None:
    *_, found = find_times("It was signed on 2 April 2024.\n\nTwo days later it fell.")
    assert found.first is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("It began on April 4, 2025 and in June 2025; the war of 1914 is past.", 2025),
        ("May 2024 and May 2025", None),
        ("Since 2019 it has grown.", None),
        ("Updated 2023-05-01", 2023),
        ("", None),
    ],
)
def test_year_for_days_without_one(text: str, year: int | None) -> None:
    assert context_year(text) == year


def test_a_moved_date_is_no_span() -> None:
    found = find_times("The vote was moved from June to September.", published=THURSDAY)
    assert [time.first for time in found] == ["2025-06-01", "2025-09-01"]


def test_a_month_told_from_today_lies_in_no_year_named_behind_it() -> None:
    found = find_times("They were fined last month in the 2019 bridge case.", published=THURSDAY)
    assert [(time.text, time.first) for time in found] == [
        ("last month", "2025-10-01"),
        ("2019", "2019-01-01"),
    ]
    assert one("the last month in the 2015 season").first == "2015-12-01"


def test_several_times_in_one_sentence() -> None:
    text = (
        "At 18:00 on Sunday, 3 of 40 polls had closed; by Monday noon all will, as in the 12 months to June."
    )
    found = find_times(text, published=THURSDAY)
    assert [time.text for time in found] == [
        "18:00",
        "on Sunday",
        "by Monday noon",
        "in the 12 months to June",
    ]
