"""Title, publisher, dates and authors come with their evidence, and nothing is invented."""

import pytest

from claims.sources import from_text

BODY = "The council voted on Monday to build the bridge, which will cost 40 million euros."


def known(text: str, name: str = "a.txt") -> dict[str, tuple[str, str]]:
    return {key: (datum.value, datum.evidence) for key, datum in from_text(text, name).metadata.items()}


def test_front_matter() -> None:
    text = (
        "---\ntitle: 'The bridge: a vote'\nPublisher: Harbour Mail\nDate: 2025-03-04T10:00:00+05:30\n"
        "last-modified: 5 March 2025\nurl: https://example.org/b\nauthor:\n  - Ana Bell\n  - name: Bo Cox\n"
        f"retold_from: {{file: b.txt, sha256: 00ff}}\n---\n# Another title\n\n{BODY}\n"
    )
    assert known(text, "a.md") == {
        "title": ("The bridge: a vote", "front matter: title"),
        "publisher": ("Harbour Mail", "front matter: publisher"),
        "published": ("2025-03-04", "front matter: date"),
        "modified": ("2025-03-05", "front matter: last_modified"),
        "url": ("https://example.org/b", "front matter: url"),
        "authors": ("Ana Bell, Bo Cox", "front matter: author"),
        "retold_from": ("file: b.txt; sha256: 00ff", "front matter: retold_from"),
    }


def test_front_matter_in_toml() -> None:
    assert (
        known(f'+++\ntitle = "T"\ndate = 2025-03-04\n+++\n{BODY}\n', "a.md")["published"][0] == "2025-03-04"
    )


@pytest.mark.parametrize("value", ["", "null", "~", "unknown"])
def test_an_empty_value_is_unknown(value: str) -> None:
    assert known(f"---\npublished: {value}\npublisher: {value}\n---\n{BODY}\n") == {}


@pytest.mark.parametrize("value", ["2025", "March 2025", "03/04/2025", "2025-02-30", "soon"])
def test_a_date_that_is_not_full_is_not_used_and_told(value: str) -> None:
    source = from_text(f"---\ndate: {value}\n---\n{BODY}\n")
    assert source.metadata == {}
    assert value in source.warnings[0]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-03-04", "2025-03-04"),
        ("4th of March 2025", "2025-03-04"),
        ("Tue, 04 Mar 2025 10:00:00 GMT", "2025-03-04"),
        ("Sept. 4, 2025", "2025-09-04"),
        ("24/03/2025", "2025-03-24"),
        ("03/24/2025", "2025-03-24"),
        ("2025/03/04", "2025-03-04"),
    ],
)
def test_full_dates(value: str, day: str) -> None:
    assert known(f"---\ndate: {value}\n---\n{BODY}\n")["published"][0] == day


@pytest.mark.parametrize(
    ("line", "published", "authors"),
    [
        ("Tuesday, 4 March 2025", ("2025-03-04", "date line, line 2"), None),
        ("Port Hope, 4 March 2025", ("2025-03-04", "date line, line 2"), None),
        ("4 March 2025, 07:42 CET", ("2025-03-04", "date line, line 2"), None),
        ("Weekly review No. 1,284 — 4 March 2025", ("2025-03-04", "date line, line 2"), None),
        ("Tuesday 4 March 2025 · Business, page 17", ("2025-03-04", "date line, line 2"), None),
        ("Published on March 4, 2025", ("2025-03-04", "byline, line 2"), None),
        ("Posted: 4 Mar 2025 | 3 min read", ("2025-03-04", "byline, line 2"), None),
        ("First published on Tue 4 Mar 2025 11.20 GMT", ("2025-03-04", "byline, line 2"), None),
        ("2025-03-04T10:23:00Z", ("2025-03-04", "date line, line 2"), None),
        ("By Ana Bell | March 4, 2025", ("2025-03-04", "date line, line 2"), "Ana Bell"),
        ("By Ana Bell | March 4, 2025 at 6:10 p.m.", ("2025-03-04", "date line, line 2"), "Ana Bell"),
        ("By Ana Bell Mar 4, 2025", ("2025-03-04", "date line, line 2"), "Ana Bell"),
        ("By 4 March 2025 all bridges opened", None, None),
        ("By Ana Bell and Bo de Cox, Staff Writers", None, "Ana Bell and Bo de Cox"),
        ("By Ana Bell in Port Hope", None, "Ana Bell"),
        ("By our harbour correspondent", None, None),
        ("From our harbour bureau", None, None),
        ("From our correspondent in Port Hope", None, None),
        ("Bridge of 4 March 2025 reopened", None, None),
        ("March 2025", None, None),
    ],
)
def test_lines_below_the_headline(line: str, published: tuple[str, str] | None, authors: str | None) -> None:
    found = known(f"Council votes for a bridge\n{line}\n\n{BODY}\n")
    assert found["title"] == ("Council votes for a bridge", "heading, line 1")
    assert found.get("published") == published
    assert found.get("authors", (None,))[0] == authors
    assert "publisher" not in found


def test_a_date_of_change_stands_in_and_says_so() -> None:
    found = known(f"Council votes for a bridge\nBy Ana Bell | Updated: March 4, 2025, 12:07 IST\n{BODY}\n")
    assert found["modified"] == ("2025-03-04", "byline, line 2")
    assert found["published"] == ("2025-03-04", "byline, line 2 (updated)")


def test_a_date_of_publication_wins_over_one_of_change() -> None:
    found = known(f"Council votes\nPublished: March 3, 2025 | Updated: March 4, 2025\n{BODY}\n")
    assert (found["published"][0], found["modified"][0]) == ("2025-03-03", "2025-03-04")


@pytest.mark.parametrize(
    "summary", ["The council has voted to build it.", "- It costs 40 million euros\n- It opens in 2027"]
)
def test_a_summary_may_stand_above_the_date(summary: str) -> None:
    found = known(f"Council builds bridge\n\n{summary}\n\n4 March 2025, 1:41 PM\n\n{BODY}\n\n{BODY}\n")
    assert found["published"][0] == "2025-03-04"


def test_one_date_among_several_below_the_opening_is_not_that_of_the_text() -> None:
    opening = "How the council came to build the bridge after all."
    text = f"Council builds bridge\n\n{opening}\n\n4 March 2025\n\n{BODY}\n\n9 April 2025\n\n{BODY}\n"
    assert "published" not in known(text)


def test_the_last_line_may_hold_the_date() -> None:
    assert known(f"Council votes\n{BODY}\nPublished on March 4, 2025\n")["published"] == (
        "2025-03-04",
        "last line",
    )


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT HOPE, March 4, 2025 (Agency) — ",
        "PORT HOPE (March 4, 2025) — ",
        "PORT HOPE (Agency) - March 4, 2025 - ",
        "PORT HOPE: 4 March 2025: ",
        "PORT HOPE | 4 March 2025 | ",
        "[Port Hope, 4 March 2025] ",
        "(4 March 2025) ",
    ],
)
def test_a_dateline_with_a_full_date(dateline: str) -> None:
    source = from_text(f"Council votes\n\n{dateline}{BODY}\n")
    assert source.known("published") == "2025-03-04"
    assert source.blocks[1].kind == "paragraph"


@pytest.mark.parametrize(
    "opening", ["4 March 2025: ", "The vote (4 March 2025) was close. ", "On 4 March 2025, "]
)
def test_the_day_of_an_event_is_no_dateline(opening: str) -> None:
    assert from_text(f"Council votes\n\n{opening}{BODY}\n").known("published") is None


@pytest.mark.parametrize(
    ("first", "publisher"),
    [
        ("HARBOUR COURIER", "HARBOUR COURIER"),
        ("THE HARBOUR LEDGER | World", "THE HARBOUR LEDGER"),
        ("HARBOUR NEWS AGENCY (HNA)", "HARBOUR NEWS AGENCY (HNA)"),
        ("HARBOUR BUSINESS WIRE - MARKETS", "HARBOUR BUSINESS WIRE"),
        ("HARBOUR NEWSWIRE", "HARBOUR NEWSWIRE"),
        ("Diario del Puerto — English edition", "Diario del Puerto"),
        ("SPORT", None),
        ("Why the Harbour Needs It", None),
    ],
)
def test_a_masthead_names_the_publisher(first: str, publisher: str | None) -> None:
    text = f"{first}\n4 March 2025\n\nCouncil votes for a bridge\n\nBy Ana Bell\n\n{BODY}\n"
    found = known(text)
    expected = (publisher, "masthead, line 1") if publisher else None
    assert found.get("publisher") == expected
    if publisher:
        assert found["title"] == ("Council votes for a bridge", "heading, line 4")


def test_a_name_above_a_page_number_is_a_masthead() -> None:
    head = "The Harbour Lantern\nTuesday 4 March 2025, page 3\n\nCouncil votes for a bridge\n\nBy Ana Bell"
    found = known(f"{head}\n\n{BODY}\n")
    assert found["publisher"][0] == "The Harbour Lantern"
    assert found["title"][0] == "Council votes for a bridge"


@pytest.mark.parametrize("title", ["The bridge is short. Its toll isn't", "Nobody crosses. Why"])
def test_a_headline_may_be_two_sentences(title: str) -> None:
    head = f"Harbour Daily\nTuesday 4 March 2025\nMagazine, p. 12\n\n{title}\n\nBy Ana Bell"
    found = known(f"{head}\n\n{BODY}\n")
    assert (found["publisher"][0], found["title"][0]) == ("Harbour Daily", title)


@pytest.mark.parametrize(
    "title", ["CANADA OVERTAKES AUSTRALIA", "The Post Office Closes", "FIRE ON THE PIER"]
)
def test_a_headline_is_no_masthead(title: str) -> None:
    found = known(f"{title}\n4 March 2025\n\n{BODY}\n")
    assert found["title"] == (title, "heading, line 1")
    assert "publisher" not in found


def test_a_chronicle_has_no_date_of_its_own() -> None:
    source = from_text(
        f"The trial\n\n12 March 2024\n\n{BODY}\n\n3 June 2024\n\n{BODY}\n\n1 May 2025\n\n{BODY}\n"
    )
    assert source.known("published") is None
    assert [block.kind for block in source.blocks].count("heading") == 4


@pytest.mark.parametrize(
    "line",
    [
        "Copyright 2026 Harbour Mail",
        "© 4 March 2026 Harbour Mail",
        "Source: https://example.org/2026/03/04/b",
    ],
)
def test_a_footer_gives_no_date(line: str) -> None:
    assert set(known(f"Council votes\n\n{BODY}\n\n{line}\n")) == {"title"}


def test_nothing_known_is_nothing_said() -> None:
    assert known(BODY) == {}


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("First published on Oct 9, 2018 / 6:32 AM EDT", "2018-10-09"),
        ("Last modified on Wed 10 Oct 2018 11.20 BST", "2018-10-10"),
        ("Oct. 10, 2018, 3:15 PM UTC / Updated Oct. 11, 2018, 5:20 PM UTC", "2018-10-10"),
        ("By ADA HOLM • Harbour Press October 9, 2018 8:14 pm", "2018-10-09"),
        ("Ada Holm, Harbour News Oct 9, 2018, 9:25 AM", "2018-10-09"),
        ("date 2018-10-10 (Adds what the mayor said, and that the pier will stay shut)", "2018-10-10"),
        ("Harbour Trust of Leme | Port Hope | Updated: October 9, 2018 9:30:12 pm", "2018-10-09"),
    ],
)
def test_a_stamp_of_date_and_hour(line: str, published: str) -> None:
    source = from_text(f"Council votes\n\n{line}\n\n{BODY}\n")
    assert source.known("published") == published
    assert [block.kind for block in source.blocks] == ["heading", "furniture", "paragraph"]


def test_a_heading_that_ends_in_a_date_stays_one() -> None:
    source = from_text(f"Council votes\n\n{BODY}\n\nResults of Port Hope October 9, 2018\n\n{BODY}\n")
    assert source.blocks[2].kind == "heading"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Harbour Press Agency\nThursday, 5 March 2026, 05:40", "Harbour Press Agency"),
        ("THE CORRAN COURIER, Saturday 7 March 2026", "THE CORRAN COURIER"),
        ("PRESS RELEASE\nAlder SE, Corran, 5 March 2026", "Alder SE"),
        ("Alder, Corporate Communications\nCorran, 5 March 2026", "Alder"),
        ("The Bridge Letter - notes on building\n5 March 2026", "The Bridge Letter"),
        ("ARCH & PIER, a building blog\n5 March 2026", "ARCH & PIER"),
        ("The Toll House – a newsletter on roads by Ana Bell\n5 March 2026", "The Toll House"),
        ("National Bridge Institute of Peru, Lima\nIssued 5 March 2026", "National Bridge Institute of Peru"),
    ],
)
def test_a_publisher_may_stand_below_the_headline(line: str, publisher: str) -> None:
    found = known(f"Bridge to open in May after all\n\n{line}\n\n{BODY}\n")
    assert found["title"][0] == "Bridge to open in May after all"
    assert found["publisher"][0] == publisher
    assert "masthead" in found["publisher"][1]


@pytest.mark.parametrize(
    "line", ["Corran, 5 March 2026", "By Ana Bell\n5 March 2026", "A Bridge Too Late\n5 March 2026"]
)
def test_no_publisher_is_made_of_a_town_a_writer_or_a_second_headline(line: str) -> None:
    assert "publisher" not in known(f"Bridge to open in May after all\n\n{line}\n\n{BODY}\n")


def test_that_it_is_a_press_release_is_no_title() -> None:
    found = known(f"PRESS RELEASE No. 3/2026\nCorran, 5 March 2026\n\nBridge to open in May\n\n{BODY}\n")
    assert found["title"][0] == "Bridge to open in May"


def test_an_office_issues_a_bulletin_below_its_name() -> None:
    found = known(f"ELM BASIN AUTHORITY\nFlood Bulletin No. 4\nIssued 5 March 2026\n\n{BODY}\n")
    assert [found[key][0] for key in ("title", "publisher", "published")] == [
        "Flood Bulletin No. 4",
        "ELM BASIN AUTHORITY",
        "2026-03-05",
    ]
