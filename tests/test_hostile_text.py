"""Hostile text must not reach a terminal as anything but visible characters."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.safe import columns, cut, json_visible, one_line, visible, wrap


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("bell\x07 back\x08", r"bell\x07 back\x08"),
        ("8-bit \x9b2J", r"8-bit \x9b2J"),
        ("over\rwritten", r"over\x0dwritten"),
        ("windows\r\nline", "windows\nline"),
        ("tab\tstays", "tab\tstays"),
        ("right \u202eto left", r"right \u202eto left"),
        ("isolated \u2066here\u2069", r"isolated \u2066here\u2069"),
        ("zero\u200bwidth", r"zero\u200bwidth"),
        ("half \ud800 pair", r"half \ud800 pair"),
        ("tag \U000e0041", r"tag \U000e0041"),
        ("delete\x7f", r"delete\x7f"),
        ("he said [sic] [/b] [red]", "he said [sic] [/b] [red]"),
        ("₹3,500–5,000 crore — “quoted”", "₹3,500–5,000 crore — “quoted”"),
    ],
)
def test_hidden_characters_are_shown_and_everything_else_is_kept(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(), max_size=200))
def test_no_control_and_no_direction_mark_is_left(text: str) -> None:
    for character in one_line(text):
        code = ord(character)
        assert code >= 0x20 and not 0x7F <= code <= 0x9F
        assert code not in {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
        character.encode("utf-8")


@given(st.dictionaries(st.text(st.characters()), st.text(st.characters())))
def test_json_stays_the_same_data_without_a_raw_control(data: dict[str, str]) -> None:
    document = json_visible(json.dumps(data, ensure_ascii=False, indent=2))
    assert json.loads(document) == json.loads(json.dumps(data))
    assert visible(document) == document


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs", "Mn"]), max_size=300), st.integers(4, 60))
def test_no_line_is_wider_than_the_page_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_no_break_space_holds_and_is_written_as_a_space() -> None:
    assert wrap("about 67\N{NO-BREAK SPACE}% of it", 9) == ["about", "67 % of", "it"]


def test_wide_letters_take_two_columns_and_combining_marks_none() -> None:
    assert columns("稀土") == 4
    assert columns("e\u0301") == 1


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("short", 5, "short"), ("too long", 5, "too…"), ("稀土永磁", 5, "稀土…"), ("any", 0, "")],
)
def test_what_is_cut_says_so(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown
