"""Headings, paragraphs, lists, tables, captions and furniture are told apart; offsets are exact."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Source
from claims.sources import SourceError, from_text
from claims.sources.inline import readable

BODY = "The council voted on Monday to build the bridge, which will cost 40 million euros."


def kinds(source: Source) -> list[tuple[str, str]]:
    return [(block.kind, source.text[block.start : block.end]) for block in source.blocks]


def read(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    return kinds(from_text(text, name))


@pytest.mark.parametrize(
    "line",
    [
        "Bridge to be built by 2028",
        "COSTS RISE AGAIN",
        "1. The bridge",
        "2.3 The bridge",
        "What does it cost?",
        "1. What are the costs and who pays them?",
        "Key points:",
        "Deal with the U.S.",
        "Harbour: insurers count the cost of a €187m storm",
        "# Bridge to be built",
        "Costs\n=====",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_heading_does_not_run_into_the_sentence_below(line: str, gap: str) -> None:
    found = read(f"Bridge vote\n\n{BODY}\n\n{line}{gap}{BODY}\n")
    title = line.split("\n")[0].removeprefix("# ")
    assert ("heading", title) in found
    assert found[-1] == ("paragraph", BODY)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge is old.",
        "“Who pays?” he asked.",
        "What did it cost? Nobody knows.",
        "HARBOUR TOWN - The bridge was closed on Friday after cracks were found in two of its piers.",
        "Harbour Town: The bridge was closed on Friday.",
        "By 2030 the town wants a second bridge.",
        "Nobody was hurt!",
        'One man, who had signed, said: "It was my bridge"',
        "Three firms from the region, among them two that had built the old bridge, have been asked to hand "
        "in their offers by the end of the month, which gives them less time than the law asks for",
    ],
)
def test_a_sentence_is_no_heading(line: str) -> None:
    assert ("paragraph", line) in read(f"Bridge vote\n\n{line}\n\n{BODY}\n")


def test_lines_that_were_wrapped_are_joined() -> None:
    wrapped = (
        "Bridge vote\n\nThe council voted on Monday to build the bridge, which will\n"
        "cost 40 million euros. Work begins in the autumn and is to\nend in 2028. "
        "Mayor Lena Ost said that it was\nabout time.\n\n"
        "Who pays\nThe state pays half of it. The town has put aside\n12 million euros.\n"
    )
    found = read(wrapped)
    assert [kind for kind, _ in found] == ["heading", "paragraph", "heading", "paragraph"]
    assert found[1][1].startswith("The council") and found[1][1].endswith("about time.")
    assert found[3][1].endswith("12 million euros.")


def test_lines_that_are_paragraphs_stay_apart() -> None:
    lines = [BODY, "It is the third in ten years.", BODY.replace("bridge", "tunnel"), "Nobody objected."]
    assert read("\n".join(lines)) == [("paragraph", line) for line in lines]


def test_items_of_lists_stand_alone_and_without_their_marks() -> None:
    found = read(
        f"{BODY}\n\n- Cost: €40m\n- Length: 310 m\n  with ramps\n* Lanes: 4\n\n1. First.\n2. Second.\n"
    )
    assert found[1:] == [
        ("list_item", "Cost: €40m"),
        ("list_item", "Length: 310 m\n  with ramps"),
        ("list_item", "Lanes: 4"),
        ("list_item", "First."),
        ("list_item", "Second."),
    ]


def test_a_list_without_bullets_is_no_row_of_headings() -> None:
    found = read(f"{BODY}\n\nAt a glance\nCost: €40 million\nLength: 310 metres\nLanes: 4\n{BODY}\n")
    assert [kind for kind, _ in found] == ["paragraph", "heading", *["list_item"] * 3, "paragraph"]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_table_rows_know_their_cells_and_header(name: str) -> None:
    source = from_text(
        f"{BODY}\n\n| Town | Cost (€m) |\n|---|--:|\n| **North** | 12 |\n| A \\| B | |\n", name
    )
    rows = [block for block in source.blocks if block.kind == "table_row"]
    cells = [[source.text[start:end] for start, end in row.cells] for row in rows]
    assert cells == [["Town", "Cost (€m)"], ["North", "12"], ["A \\| B", ""]]
    assert [row.header for row in rows] == [(), ("Town", "Cost (€m)"), ("Town", "Cost (€m)")]


def test_rows_whose_cells_only_blanks_set_apart_are_a_table() -> None:
    source = from_text(
        f"{BODY}\n\nTown          Bridges    Cost\n"
        "North Ormley       3    12.5\nWend              11    €4m\n"
    )
    rows = [block for block in source.blocks if block.kind == "table_row"]
    cells = [[source.text[start:end] for start, end in row.cells] for row in rows]
    assert cells == [["Town", "Bridges", "Cost"], ["North Ormley", "3", "12.5"], ["Wend", "11", "€4m"]]
    assert rows[1].header == ("Town", "Bridges", "Cost")


@pytest.mark.parametrize(
    "lines",
    [
        "The bridge opened in 1998.  It cost 40 million.\nNobody  has crossed it since the flood.",
        "The first line has  two blanks\nthe second has  two as well",
    ],
)
def test_blanks_in_prose_make_no_table(lines: str) -> None:
    source = from_text(f"{BODY}\n\n{lines}\n")
    assert not [block for block in source.blocks if block.kind == "table_row"]


def test_rows_with_tabs_are_a_table() -> None:
    source = from_text(f"{BODY}\n\nYear\tCost\n2023\t12\n2024\t14\n")
    rows = [block for block in source.blocks if block.kind == "table_row"]
    assert [row.header for row in rows] == [(), ("Year", "Cost"), ("Year", "Cost")]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Caption: The old bridge carried 9,000 cars a day.", "caption"),
        ("PHOTO: Mayor Ost on the bridge, which she crossed first in 1998.", "caption"),
        ("Cars queue at the old bridge on Monday morning. Photo: A. Bell/Agency", "caption"),
        ("Image caption, The old bridge in May", "caption"),
        ("Image source, Harbour Archive", "furniture"),
        ("| Photo Credit:", "furniture"),
        ("Photo: Reuters", "furniture"),
        ("Source: https://example.org/bridge-240100", "furniture"),
        ("https://example.org/bridge", "furniture"),
        ("(Reporting by the harbour desk. Editing desk: +44 555 0100.)", "furniture"),
        ("Published on 3 March 2025", "furniture"),
        ("Last updated: March 3, 2025, 10:15 GMT", "furniture"),
        ("More", "furniture"),
        ("Advertisement", "furniture"),
        ("Follow us for more on bridges", "furniture"),
        ("© 2026 Harbour Media. All rights reserved.", "furniture"),
        ("Share prices of builders rose by 3 %.", "paragraph"),
        ("More than 9,000 cars a day used the old bridge.", "paragraph"),
        ("Published figures show that 9,000 cars a day use it.", "paragraph"),
        ("By Monday evening 9,000 people had signed.", "paragraph"),
        ("Sources close to the mayor said on Monday that the price would rise to 45 million.", "paragraph"),
        ("Contact with the firm broke off on Monday.", "paragraph"),
    ],
)
def test_what_surrounds_the_article_gives_no_paragraph(line: str, kind: str) -> None:
    assert read(f"Bridge vote\n\n{BODY}\n\n{line}\n\n{BODY}\n")[2] == (kind, line)


def test_the_caption_stands_above_an_empty_credit() -> None:
    caption = "The old bridge carried 9,000 cars a day until it was closed"
    found = read(f"Bridge vote\n\n{caption}\n| Photo Credit:\nAGENCY\n{BODY}\n")
    assert [kind for kind, _ in found] == ["heading", "caption", "furniture", "furniture", "paragraph"]


def test_the_section_about_the_author_is_furniture_up_to_the_next_heading() -> None:
    found = read(
        f"Bridge vote\n{BODY}\nAbout the author:\nShe has written 12 books on bridges.\nCosts\n{BODY}\n"
    )
    assert [kind for kind, _ in found] == [
        "heading",
        "paragraph",
        "furniture",
        "furniture",
        "heading",
        "paragraph",
    ]


def test_markdown_marks_are_left_out() -> None:
    text = (
        f"# Bridge *vote* #\n\n*How the council decided*\n\n**Costs**\n\n> {BODY}\n> It rained.\n\n"
        "![Cars at the bridge](cars.jpg)\n*Cars in May*\n\n"
        "```\ncode 5 t\n```\n<!-- 7 t\n8 t -->\n- [x] done\n"
    )
    assert read(text, "a.md") == [
        ("heading", "Bridge *vote*"),
        ("paragraph", "How the council decided"),
        ("heading", "Costs"),
        ("paragraph", BODY),
        ("paragraph", "It rained."),
        ("caption", "Cars at the bridge"),
        ("caption", "Cars in May"),
        ("furniture", "```\ncode 5 t\n```"),
        ("furniture", "<!-- 7 t\n8 t -->"),
        ("list_item", "done"),
    ]


def test_a_fence_without_an_end_hides_nothing() -> None:
    assert ("paragraph", BODY) in read(f"```\n\n{BODY}\n", "a.md")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**North.** It has 5 t", "  North.   It has 5 t"),
        ("see [the list](https://a.org/2025) now", "see  the list" + " " * 22 + "now"),
        ("in `code`,\nand\r\n> more", "in  code , and    more"),
        ("5 * 3 = 15 and a_b_c", "5 * 3 = 15 and a_b_c"),
    ],
)
def test_inline_marks_are_blanked_without_moving_a_word(text: str, expected: str) -> None:
    assert readable(text) == expected
    assert len(readable(text)) == len(text)


LINES = [
    *(BODY, "Costs", "- item", "1. The bridge", "| a | b |", "|---|---|", "# T", "---", "> q", "```", "<!--"),
    *(
        "a\tb",
        "By Ana Bell",
        "12 May 2025",
        "Photo: X",
        "*it*",
        "**b**",
        "",
        "  in",
        "ABC NEWS",
        "![](x)",
        "===",
    ),
    *("-->", "About the author", "| Photo Credit:", "Published on 1 May 2025", "Key points:"),
]
NOISE = st.text(alphabet=string.printable + "€“”’–\u2028\x85\u00a0", max_size=40)
NEWS = st.lists(st.sampled_from(LINES) | NOISE, max_size=30).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(NEWS, st.sampled_from(["a.txt", "a.md"]))
def test_blocks_are_in_order_apart_and_inside_the_text(text: str, name: str) -> None:
    try:
        source = from_text(text, name)
    except SourceError:
        return
    at = 0
    for block in source.blocks:
        assert at <= block.start < block.end <= len(source.text)
        assert source.text[block.start : block.end].strip() == source.text[block.start : block.end]
        for start, end in block.cells:
            assert block.start <= start <= end <= block.end
        at = block.end


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=2000))
def test_reading_keeps_length_when_marks_are_blanked(text: str) -> None:
    assert len(readable(text)) == len(text)


@settings(max_examples=200, deadline=None)
@given(NEWS)
def test_every_letter_of_a_plain_text_is_in_a_block(text: str) -> None:
    try:
        source = from_text(text, "a.txt")
    except SourceError:
        return
    covered = "".join(source.text[block.start : block.end] for block in source.blocks)
    assert sum(map(str.isalpha, covered)) >= sum(map(str.isalpha, source.text)) * 0.8


@pytest.mark.parametrize(
    "text",
    [
        "For the latest quarter, sales rose by 5 percent to 40 million euros.",
        "Advertisement spending fell by 12 percent in 2023.",
        "Copyright claims rose to 3,100 in 2023, the office said.",
        "Disclaimers were missing on 40 of the labels.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_read(text: str) -> None:
    source = from_text(f"Harbour reopens\n\n{text}\n\nIt had been shut for nine days.\n")
    kinds = {source.text[block.start : block.end]: block.kind for block in source.blocks}
    assert kinds[text] == "paragraph"


@pytest.mark.parametrize(
    "text",
    ["Copyright 2026 The Gazette. All rights reserved.", "Unsubscribe or view in browser", "Watch: 12 dogs"],
)
def test_furniture_of_pages_and_mails_is_told(text: str) -> None:
    source = from_text(f"Harbour reopens\n\nIt had been shut for nine days, the port said.\n\n{text}\n")
    assert source.blocks[-1].kind == "furniture"


def test_rows_with_bars_need_no_line_of_dashes() -> None:
    source = from_text(f"{BODY}\n\nTown | Bridges | Full\nOrmley | 3 | 20%\nWend | 11 | 25%\n")
    rows = [block for block in source.blocks if block.kind == "table_row"]
    assert [row.header for row in rows] == [(), ("Town", "Bridges", "Full"), ("Town", "Bridges", "Full")]


@pytest.mark.parametrize(
    "line", ["Press enquiries: 555 0136", "Media contact: 555 0136", "Further information: 555 0136"]
)
def test_a_telephone_number_is_no_figure(line: str) -> None:
    assert read(f"{BODY}\n\n{BODY}\n\n{line}\n")[-1] == ("furniture", line)
