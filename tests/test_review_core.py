"""What the review shows and what a filter means, without a screen."""

import os
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import exact, value
from reviewing import GAZETTE, HERALD, MIRROR, THREE, desk, story

from claims.sources import load_all
from reconcile.decisions import Ledger
from reconcile.report.selection import SEVERITIES
from reconcile.result import Group
from reconcile.safe import columns
from reconcile.tui.core import keys, reading
from reconcile.tui.core.board import Board, numbers
from reconcile.tui.core.compact import compact, summary
from reconcile.tui.core.desk import Desk
from reconcile.tui.core.detail import detail, whole
from reconcile.tui.core.plot import plot
from reconcile.tui.core.query import SORTS
from reconcile.tui.core.rows import draw, rows_of
from reconcile.tui.core.source_page import source_page
from reconcile.tui.core.spans import Span, fitted, plain, width_of, wrap
from reconcile.tui.core.story import Story
from reconcile.vocabulary import load

CORE = Path(reading.__file__).parent


def test_the_core_knows_no_toolkit() -> None:
    modules = [f"reconcile.tui.core.{path.stem}" for path in CORE.glob("*.py") if path.stem != "__init__"]
    program = f"import sys, {', '.join(modules)}\nprint([m for m in ('textual', 'rich') if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    assert run.stdout.strip() == "[]"
    assert len(modules) > 10


words = st.lists(st.text("ab \N{NO-BREAK SPACE}漢\u0301[]", max_size=30), max_size=5)


@given(words, st.integers(4, 40), st.integers(0, 2))
def test_wrapping_loses_nothing_and_fits(texts: list[str], width: int, indent: int) -> None:
    spans = [Span(text, f"s{place}") for place, text in enumerate(texts)]
    lines = wrap(spans, width, indent)
    assert all(width_of(line) <= width for line in lines)
    flat = "".join(texts).replace("\N{NO-BREAK SPACE}", " ").replace(" ", "")
    assert "".join(plain(line) for line in lines).replace(" ", "") == flat
    styled = [
        (letter, span.style) for span in spans for letter in span.text if letter not in " \N{NO-BREAK SPACE}"
    ]
    shown = [(letter, span.style) for line in lines for span in line for letter in span.text if letter != " "]
    assert shown == styled


@given(st.text(max_size=40), st.integers(0, 30))
def test_a_cell_has_exactly_its_width(text: str, width: int) -> None:
    assert columns(fitted(text, width)) == width


@pytest.mark.parametrize(
    ("low", "high", "unit", "hedge", "written"),
    [
        (90.0, None, "%", "over", ">90 %"),
        (None, 90.0, "%", "nearly", "<~90 %"),
        (3_500_000.0, 3_500_000.0, "t", "exact", "3.5M t"),
        (240_000.0, 240_000.0, "t", "exact", "240k t"),
        (1_234.0, 1_234.0, "t", "approx", "~1,234 t"),
        (35e9, 50e9, "INR", "range", "35–50bn INR"),
        ("2025-04-01", "2025-04-30", "date", "exact", "Apr 2025"),
    ],
)
def test_values_in_few_columns(low: object, high: object, unit: str, hedge: str, written: str) -> None:
    assert compact(value(low, high, unit, hedge)).replace("\N{NO-BREAK SPACE}", " ") == written


def test_a_shared_unit_is_written_once() -> None:
    claims = [story().claims[0]] * 2
    pair = [
        replace(claim, value=figure)
        for claim, figure in zip(claims, (exact(90, "%"), exact(67, "%")), strict=True)
    ]
    assert summary(pair) == "90 | 67 %"
    assert summary(pair[:1] * 2) == "90 %"
    assert (
        summary([replace(pair[0], value=None), replace(pair[0], value=None, polarity="negated")])
        == "yes | no"
    )


def test_intervals_are_drawn_on_one_scale() -> None:
    values = [
        value(90.0, None, "%", "over"),
        exact(67, "%"),
        value(None, 90.0, "%", "nearly"),
        None,
        exact(5, "t"),
    ]
    drawn = plot(values, 30)
    assert drawn is not None
    over, stated, nearly, none, other = drawn.bars
    assert over.rstrip()[-1] == ">" and over.strip()[0] == "(" and len(over) == 30
    assert nearly[0] == "<" and nearly.rstrip()[-1] == ")"
    assert over.index("(") >= nearly.rindex(")") > stated.index(stated.strip()[0])
    assert (none, other) == ("", "")
    assert "%" in drawn.axis and columns(drawn.axis) <= 30


@given(
    st.lists(
        st.tuples(st.floats(-1e12, 1e12), st.sampled_from(["exact", "over", "under", "approx"])), min_size=2
    ),
    st.integers(5, 60),
)
def test_any_values_can_be_drawn(stated: list[tuple[float, str]], width: int) -> None:
    figures = [
        value(None if hedge == "under" else n, None if hedge == "over" else n, "t", hedge)
        for n, hedge in stated
    ]
    drawn = plot(figures, width)
    assert drawn is not None and {len(bar) for bar in drawn.bars} == {width}
    assert columns(drawn.axis) <= width


def _board() -> Board:
    board = Board()
    groups = story().groups
    states = {groups[0].id: "done", groups[1].id: "noted"}
    board.show(story(), states)
    return board


def _titles(board: Board) -> list[str]:
    return [row.group.title for row in board.visible]


@pytest.mark.parametrize(
    ("typed", "passes"),
    [
        ("", lambda group, state: True),
        ("open", lambda group, state: state == "open"),
        ("open noted", lambda group, state: state in ("open", "noted")),
        ("conflicts", lambda group, state: "conflict" in group.verdict),
        ("AGREE", lambda group, state: group.verdict == "agree"),
        ("agreement low", lambda group, state: group.verdict == "agree" and group.severity == "low"),
        ("-open", lambda group, state: state != "open"),
        ("-agree", lambda group, state: group.verdict != "agree"),
        ("source:mirror", lambda group, state: any("mirror.txt" in names for names in group.origins)),
        ("text:cobalt", lambda group, state: "cobalt" in group.title),
        ("cobolt", lambda group, state: "cobalt" in group.title),
        ("minister", lambda group, state: "ships" in group.title),
        ("text: open", lambda group, state: state == "open"),
        ("[sic]", lambda group, state: "ships" in group.title),
        ("zebra", lambda group, state: False),
    ],
)
def test_a_filter(typed: str, passes: object) -> None:
    board = _board()
    board.set_filter(typed)
    expected = [row.group.title for row in board.rows if passes(row.group, row.state)]  # type: ignore[operator]
    assert _titles(board) == expected
    assert (len(expected) > 0) == (typed != "zebra")


def test_every_word_of_the_filter_vocabulary_filters() -> None:
    verdicts = set(load("display")["verdicts"])
    assert set(load("review")["verdicts"]) == verdicts
    for word, meant in load("review")["filters"].items():
        assert set(meant) <= verdicts, word
    board = _board()
    for word in (*load("review")["states"], *SEVERITIES, *load("review")["filters"], *verdicts):
        board.set_filter(word)
        board.set_filter(f"-{word}")
        assert len(board.rows) >= len(board.visible)


@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_keeps_every_row(sort: str) -> None:
    board = _board()
    place = board.rows[2].group.id
    board.go_to(place)
    board.set_sort(sort)
    assert sorted(_titles(board)) == sorted(row.group.title for row in board.rows)
    assert board.current is not None and board.current.group.id == place
    once = _titles(board)
    board.set_sort(sort, reverse=True)
    assert _titles(board) == once[::-1]
    assert sort in load("review")["sorts"]


def test_the_next_open_question_is_found_around_the_end() -> None:
    board = _board()
    board.place(len(board.visible) - 1)
    assert board.next_open() and board.cursor == 1  # the first is done, the second has a note and is open
    assert board.next_open(-1) and board.cursor == len(board.visible) - 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2", [2]), ("1 3", [1, 3]), ("1,3", [1, 3]), ("1-3", [1, 2, 3]), ("3 3", [3])]
    + [(wrong, None) for wrong in ("", "0", "4", "a", "3-1", "1-9", "²", "-1", "9" * 999)],
)
def test_numbers_of_claims(typed: str, meant: list[int] | None) -> None:
    assert numbers(typed, 3) == meant


def _three(told: Story) -> Group:
    return next(group for group in told.result.groups if THREE in group.title)


@pytest.mark.parametrize("width", [40, 48, 64, 78, 120])
@pytest.mark.parametrize("low", [True, False])
def test_a_question_fits_its_width_and_shows_every_claim(width: int, low: bool) -> None:
    told = Story(story())
    for group in story().groups:
        laid_out = detail(told, group, 0, width, low=low)
        assert max(map(width_of, laid_out.lines)) <= width
    laid_out = detail(told, _three(told), 0, width, low=low)
    rows = {number: plain(laid_out.lines[place]) for place, number in laid_out.claims.items()}
    assert sorted(rows) == [1, 2, 3]
    if width >= 64:
        assert all(any(figure in row for row in rows.values()) for figure in (">90 %", "67 %", "<~90 %"))
    text = " ".join(plain(line).strip() for line in laid_out.lines)
    assert "WHY" in text and "FACET BY FACET" in text


def test_why_is_what_check_explains() -> None:
    from reconcile.report import explain

    told = Story(story())
    for group in story().groups:
        shown = "\n".join(plain(line) for line in whole(told, group, 80))
        assert shown + "\n" == explain.render(story(), group, width=80)
        facets = explain.render(story(), group, width=80).rpartition("PAIRS ")[2]
        first = [plain(line) for line in detail(told, group, 0, 80).lines]
        assert set(first[first.index("FACET BY FACET") + 1 :]) <= set(facets.splitlines())


@pytest.mark.parametrize("width", [20, 40, 55, 80, 160])
def test_a_row_has_exactly_its_width(width: int) -> None:
    told = Story(story())
    for row in rows_of(story().groups, told.known.claims, {}):
        assert width_of(draw(row, told, width)) == max(width, 20)


def test_a_source_is_shown_whole_with_the_value_in_brackets() -> None:
    told = Story(story())
    for claim in story().claims:
        source = told.sources[claim.source]
        page = source_page(source, claim, 60)
        text = " ".join(plain(line)[6:] for line in page.lines)
        assert " ".join(text.replace("[", "").replace("]", "").split()) == " ".join(
            source.text.replace("[", "").replace("]", "").split()
        )
        assert "[" in plain(page.lines[page.place])


def test_reading_step_by_step_gives_what_reading_at_once_gives(tmp_path: Path) -> None:
    for name, text in {"gazette.txt": GAZETTE, "herald.txt": HERALD, "mirror.txt": MIRROR}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    seen: list[tuple[str, int, bool]] = []
    result = reading.read(
        lambda: load_all([tmp_path]), lambda at: seen.append((at.stage, at.read, at.result is not None))
    )
    assert result.as_json()["groups"] == story().as_json()["groups"]
    assert ("Reading claims", 2, True) in seen  # the list fills before the last source is read
    assert seen[0][0] == "Reading" and seen[-1][0] == "Comparing"


def test_keys_are_unambiguous_and_known() -> None:
    for parts in (("review", "move", "look", "find", "app"), ("source",), ("ask",), ("form",)):
        pressed = [key for key, _, _ in keys.bindings(*parts)]
        assert len(pressed) == len(set(pressed))
    assert {key.part for key in keys.table()} == set(keys.parts())


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
def test_no_key_at_the_foot_is_cut(width: int) -> None:
    entries = keys.foot("review", "move", "look", "find", "app")
    rows = keys.key_lines(width, entries)
    assert all(width_of(line) <= width for line, _ in rows)
    assert [hint.action for _, hints in rows for hint in hints] == [action for *_, action in entries]
    for line, hints in rows:
        for hint in hints:
            name = next(f"{key} {name}" for key, name, action in entries if action == hint.action)
            assert plain(line)[hint.start : hint.end] == name
    assert width < 80 or len(rows) <= 2


def test_what_cannot_be_saved_is_not_shown_as_decided(tmp_path: Path) -> None:
    at = desk(tmp_path)
    (tmp_path / "decisions").write_text("in the way", encoding="utf-8")
    assert not at.decide("neither")
    assert at.failure and not at.saved
    assert at.board.counts()["open"] == len(story().groups) and at.board.cursor == 0
    (tmp_path / "decisions").unlink()
    assert at.decide("neither")
    assert not at.failure and at.saved


README = Path(__file__).parent.parent / "README.md"


def _table_of_keys() -> str:
    rows = ["| where | key | what it does |", "| --- | --- | --- |"]
    rows += [
        f"| {keys.parts()[key.part]} | {' '.join(f'`{name}`' for name in key.shown.split())} | {key.help} |"
        for key in keys.table()
    ]
    return "\n".join(rows)


def test_the_readme_has_the_keys_of_the_app() -> None:
    from reconcile.tui.dialogs import Choose, Form
    from reconcile.tui.pages import PageScreen
    from reconcile.tui.review_screen import PARTS, ReviewScreen

    text = README.read_text(encoding="utf-8")
    if os.environ.get("UPDATE_README"):
        block = f"\\1\n{_table_of_keys()}\n\\2"
        README.write_text(re.sub(r"(?s)(<!-- keys: begin -->).*(<!-- keys: end -->)", block, text), "utf-8")
        return
    shown = text.partition("<!-- keys: begin -->")[2].partition("<!-- keys: end -->")[0]
    assert shown.strip() == _table_of_keys(), "the keys have changed: run the tests with UPDATE_README=1 once"
    screens = {ReviewScreen: PARTS, PageScreen: ("source",), Choose: ("ask",), Form: ("form",)}
    for screen, parts in screens.items():
        bound = {(binding.key, binding.action) for binding in screen.BINDINGS}  # type: ignore[union-attr]
        assert bound == {(key, action) for key, action, _ in keys.bindings(*parts)}
        for _, action, _ in keys.bindings(*parts):
            assert hasattr(screen, f"action_{action.partition('(')[0]}"), action


def test_saved_is_said_only_after_the_disk_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = desk(tmp_path)
    said: list[str] = []
    real = os.fsync

    def watched(handle: int) -> None:
        said.append(at.saved)
        real(handle)

    monkeypatch.setattr("os.fsync", watched)
    assert at.decide("neither")
    assert said and not any(said) and at.saved


def test_the_work_goes_on_at_the_first_open_question(tmp_path: Path) -> None:
    at = desk(tmp_path)
    at.decide("neither")
    at.decide("skip")
    again = Desk("harbour", at.ledger)
    again.open(again.begin(story()))
    assert again.board.cursor == 2


def test_the_time_of_saving_is_the_one_in_the_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    time.tzset()
    at = Desk("harbour", Ledger(tmp_path, "Ann"))
    at.open(at.begin(story()))
    assert at.decide("neither")
    (made,) = at.ledger
    hours, minutes = int(made.at[11:13]), int(made.at[14:16])
    shifted = (hours * 60 + minutes + 330) % (24 * 60)
    assert at.saved == f"{shifted // 60:02d}:{shifted % 60:02d}:{made.at[17:19]}"
    monkeypatch.undo()
    time.tzset()
