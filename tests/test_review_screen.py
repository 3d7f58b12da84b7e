"""What a person sees in the review: the main screens, live resizing, hostile text, errors."""

import os
import re
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reviewing import GAZETTE, HERALD, MIRROR, NARROW, SIZES, THREE, WIDE, Player, desk, ledger, play, story

from claims.sources import from_text, load_all
from reconcile import Reconciliation, reconcile
from reconcile.decisions import Ledger
from reconcile.safe import columns
from reconcile.tui import review_screen
from reconcile.tui.app import ReviewApp
from reconcile.tui.core.desk import Desk
from reconcile.tui.core.head import status_line
from reconcile.tui.core.reading import Progress, Tell, read
from reconcile.tui.core.rows import Row
from reconcile.tui.core.spans import Line, plain

both_sizes = pytest.mark.parametrize("size", SIZES, ids=["120x32", "80x24"])


@both_sizes
def test_the_main_screen(tmp_path: Path, size: tuple[int, int]) -> None:
    at = desk(tmp_path, on=THREE)
    place = at.board.cursor

    async def act(player: Player) -> None:
        lines = player.lines
        assert len(lines) == size[1] and max(map(len, lines)) <= size[0]
        assert re.match(rf"harbour  {place + 1}/5  open 5  done 0  noted 0 .*Ann", lines[0])
        assert lines[1].startswith("filter: all") and lines[1].endswith("? shows the keys")
        assert re.match(rf">  {place + 1}   ! CONFLICT .*Lindavia: share of", lines[2 + place])
        quotes = [line for line in lines if "│" in line]
        both = " ".join(quotes)
        assert "[over 90%]" in both and "[67%]" in both
        first = next(line for line in lines if "A · gazette" in line)
        assert "B · herald" in first, "the quotes are not side by side"
        for words in ("a A stands", "b B stands", "n Neither", "/ Filter", "? Help", "q Quit"):
            assert any(words in line for line in lines[-3:])
        screen = await player.press("space") if size == NARROW else player.screen
        assert "(─" in screen and ">1 A  >90 %" in screen and " 3 C  <~90 %" in screen

    play(at, act, size)


def test_resizing_is_live(tmp_path: Path) -> None:
    async def act(player: Player) -> None:
        wide = player.lines
        assert any("CONFLICT" in line and "│" in line for line in wide[2:5])  # the list beside the question
        await player.pilot.resize_terminal(*NARROW)
        await player.pilot.pause()
        assert len(player.lines) == NARROW[1]
        assert any(line.startswith("────────") for line in player.lines)  # the list above it
        assert any("A · " in line and "B · " in line for line in player.lines)
        await player.pilot.resize_terminal(40, 15)
        await player.pilot.pause()
        assert any("? Help" in line for line in player.lines)
        await player.pilot.resize_terminal(*WIDE)
        await player.pilot.pause()
        assert player.lines == wide

    play(desk(tmp_path), act)


@pytest.mark.parametrize("size", [(20, 6), (1, 1), (300, 100)])
def test_any_size_is_survived(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(player: Player) -> None:
        await player.press("j", "w", "escape", "enter", "escape", "e", "escape", "question_mark", "escape")

    play(desk(tmp_path, on=THREE), act, size)


HOSTILE = (
    "[bold]The storm[/bold] killed {} people[/] in \x1b[31mLindavia\x1b[0m in March 2024, [sic] said "
    "\u202eevil\u202c 漢字漢字 [@click=app.exit]Ana[/@click] Holt [/b] $error {{x}}.\n"
)


@both_sizes
def test_hostile_text_is_text(tmp_path: Path, size: tuple[int, int]) -> None:
    texts = {"[red]one[/red].txt": HOSTILE.format(14), "t\x1b[2Jwo.txt": HOSTILE.format(61)}
    result = reconcile([from_text(text, name) for name, text in texts.items()])
    assert result.groups
    at = desk(tmp_path, "[b]Ann\x1b[1m[/b]", result=result)

    async def act(player: Player) -> None:
        seen = player.screen
        await player.press("m")
        await player.type("[x] ok")
        seen += await player.press("enter")
        seen += await player.press("e", "o", "g")
        for key in ("enter", "tab", "escape", "w", "end", "escape", "i", "escape", "c", "1", "escape", "z"):
            seen += await player.press(key)
        seen += await player.press("slash", "left_square_bracket", "enter", "colon", "escape")
        assert not [
            letter for letter in seen if letter != "\n" and (ord(letter) < 32 or letter in "\u202e\x9b")
        ]
        for shown in ("[sic]", "[bold]The", "[/b]", "\\x1b[31m", "\\u202e", "漢字", "[x] ok", "[red]one"):
            assert shown in seen, shown

    play(at, act, size)


@both_sizes
def test_a_full_disk_is_shown_and_nothing_is_pretended(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    at = desk(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async def act(player: Player) -> None:
        with monkeypatch.context() as patch:
            patch.setattr("os.fsync", full)
            screen = await player.press("a")
        assert player.lines[0].startswith("NOT SAVED") and "disk is full" in screen
        assert "saved 14:41:07" not in screen and at.board.cursor == 0
        assert at.board.counts()["done"] == 0
        screen = await player.press("a")
        assert "saved 14:41:07" in screen and "NOT SAVED" not in screen and "done 1" in screen

    play(at, act, size)
    assert len(ledger(tmp_path)) == 1


def _folder(folder: Path) -> Path:
    for name, text in {"gazette.txt": GAZETTE, "herald.txt": HERALD, "mirror.txt": MIRROR}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_reading_happens_beside_the_screen_and_the_list_fills(tmp_path: Path) -> None:
    """The thread waits after each step until the test has looked at the screen."""
    folder = _folder(tmp_path)
    at = Desk("harbour", Ledger(tmp_path / "work", "Ann"))
    steps, go = threading.Semaphore(0), threading.Semaphore(0)

    def work(tell: Tell) -> Reconciliation:
        def told(progress: Progress) -> None:
            tell(progress)
            steps.release()
            go.acquire(timeout=60)

        return read(lambda: load_all([folder]), told)

    async def act(player: Player) -> None:
        screens = []
        for _ in range(7):  # reading, the model, three sources, comparing
            await player.until(lambda: steps.acquire(blocking=False))
            screens.append(await player.press("a"))
            go.release()
        assert "Loading the language model" in screens[1] and "gazette.txt" in screens[1]
        assert "Reading claims 0/3" in screens[2] and "Reading claims 1/3" in screens[3]
        assert "Lindavia" in screens[4] and "still reading" in screens[4]
        assert "Comparing" in screens[6]
        await player.until(lambda: at.session)
        await player.pilot.pause()
        assert "open 5" in await player.press("g")

    play(at, act, app=ReviewApp(at, work))
    assert not (tmp_path / "work").exists()  # what was pressed too early decided nothing


def test_an_error_of_the_work_is_shown_and_the_app_lives(tmp_path: Path) -> None:
    at = Desk("harbour", Ledger(tmp_path, "Ann"))

    def work(tell: Tell) -> Reconciliation:
        tell(Progress())
        raise RuntimeError("[b]out of\x1b luck")

    async def act(player: Player) -> None:
        await player.until(lambda: player.app.problem)
        screen = await player.press("j")
        assert "[b]out of\\x1b luck" in screen
        await player.press("question_mark", "escape", "q")

    app = play(at, act, app=ReviewApp(at, work))
    assert "out of" in app.problem


def test_sources_that_say_nothing(tmp_path: Path) -> None:
    at = Desk("harbour", Ledger(tmp_path, "Ann"))
    at.open(at.begin(reconcile([from_text("Nothing to see here.", "one.txt")])))

    async def act(player: Player) -> None:
        assert "nothing that could be compared" in player.screen
        for key in ("a", "e", "x", "m", "enter", "w", "j", "o", "u", "right_square_bracket", "space", "d"):
            await player.press(key)
        assert "one.txt" in await player.press("i")

    play(at, act)


def test_a_changed_source_is_visible(tmp_path: Path) -> None:
    desk(tmp_path).decide("neither")
    texts = {"gazette.txt": GAZETTE, "herald.txt": HERALD, "mirror.txt": MIRROR}
    changed = {name: text.replace("870 tonnes", "950 tonnes") for name, text in texts.items()}
    at = desk(tmp_path, result=reconcile([from_text(text, name) for name, text in changed.items()]))

    async def act(player: Player) -> None:
        screen = player.screen
        assert "stale 1" in screen
        at.board.set_filter("stale")
        assert "LOOK AGAIN" in await player.press("j")

    play(at, act)
    gone = desk(
        tmp_path, result=reconcile([from_text(MIRROR, "mirror.txt"), from_text(GAZETTE, "gazette.txt")])
    )

    async def look(player: Player) -> None:
        screen = await player.press("i")
        assert "herald.txt" in screen or "DECISIONS" in screen

    play(gone, look)


def test_marks_say_what_colours_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    at = desk(tmp_path)
    at.decide("neither")
    at.decide("skip")
    at.decide("note", note="hm")

    async def act(player: Player) -> None:
        rows = player.lines[2:7]
        assert [row[5] for row in rows] == ["✓", "-", "+", " ", " "]
        assert [row[0] for row in rows] == [" ", " ", ">", " ", " "]
        assert {row[7] for row in rows} == {"!", "="}
        colours = {
            segment.style.color.name
            for strip in player.app.screen._compositor.render_strips(player.app.size)
            for segment in strip.apply_filter(player.app._filters[-1], player.app.screen.background_colors[1])
            if segment.style and segment.style.color
        }
        assert all(re.fullmatch(r"#(..)\1\1", name) for name in colours)

    play(at, act)
    assert story().groups


def test_only_what_is_seen_is_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand questions cost no more to draw than ten."""
    groups = story().groups
    many = [replace(groups[at % len(groups)], id=f"{at:012d}", title=f"Town {at}") for at in range(10_000)]
    drawn: list[int] = []
    real = review_screen.draw

    def counting(row: Row, *rest: Any) -> Line:
        drawn.append(row.number)
        return real(row, *rest)

    monkeypatch.setattr(review_screen, "draw", counting)
    at = desk(tmp_path, result=replace(story(), groups=tuple(many)))

    async def act(player: Player) -> None:
        assert "1/10000" in player.lines[0]
        await player.press("pagedown", "G", "pageup")
        assert "Town 99" in player.screen
        assert len(drawn) < 10 * WIDE[1]
        screen = await player.press("a")
        assert "done 1" in screen and "Town 99" in screen

    play(at, act)


@pytest.mark.parametrize("width", [10, 40, 60, 80, 120])
def test_what_is_saved_is_never_pushed_off_the_screen(tmp_path: Path, width: int) -> None:
    at = desk(tmp_path)
    at.name = "a story with a long name [sic] \x1b"
    for action in ("neither", "skip"):
        at.decide(action)
    at.decide("note", note="hm")
    line = plain(status_line(at, width))
    assert columns(line) <= width
    assert line.endswith("saved 14:41:07"[:width] if width >= 14 else "…")
    if width >= 60:
        assert "open 2" in line and "skipped 1" in line


ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "review.svg"


def test_the_readme_shows_a_picture_of_the_screen(tmp_path: Path) -> None:
    """The picture is the app's own; UPDATE_README=1 takes it anew."""
    if os.environ.get("UPDATE_README"):
        at = desk(tmp_path, result=reconcile(load_all([ROOT / "seeds"])[0]))
        at.name = "rare-earths"

        async def act(player: Player) -> None:
            await player.press("j", "s", "g")
            drawn = player.app.export_screenshot(title="reconcile review seeds", simplify=True)
            PICTURE.parent.mkdir(exist_ok=True)
            # Without the fonts that it would fetch: those of the reader do.
            PICTURE.write_text(re.sub(r"(?s)\s*@font-face \{.*?\}", "", drawn), encoding="utf-8")

        play(at, act)
    drawn = PICTURE.read_text(encoding="utf-8")
    assert "CONFLICT" in drawn and "saved" in drawn and "url(http" not in drawn.replace('"', "")
    assert "](docs/review.svg)" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_palette_filters(tmp_path: Path) -> None:
    at = desk(tmp_path)
    at.decide("skip")

    async def act(player: Player) -> None:
        await player.press("colon")
        await player.type("show only: skipped")
        await player.until(lambda: "filter skipped" in player.screen)
        await player.press("enter")
        await player.until(lambda: "filter: skipped" in player.screen)
        assert len(at.board.visible) == 1

    play(at, act)


@both_sizes
def test_a_torn_line_is_mended_and_told(tmp_path: Path, size: tuple[int, int]) -> None:
    desk(tmp_path).decide("neither")
    with (tmp_path / "decisions" / "Ann.jsonl").open("ab") as stream:
        stream.write(b'{"v":1,"id":"torn')
    at = desk(tmp_path)

    async def act(player: Player) -> None:
        assert "1 note on the decisions: i shows them" in player.screen and "done 1" in player.screen
        assert "cut short" in " ".join((await player.press("i")).split())

    play(at, act, size)
    assert [made.action for made in ledger(tmp_path)] == ["neither"]
