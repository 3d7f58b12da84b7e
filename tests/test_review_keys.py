"""Every key of the review does what the help says, at both sizes, and what it decides is on the disk."""

from pathlib import Path

import pytest
from reviewing import SIZES, THREE, WIDE, Player, desk, ledger, play, story

from reconcile.decisions import Session
from reconcile.tui.app import ReviewApp

both_sizes = pytest.mark.parametrize("size", SIZES, ids=["120x32", "80x24"])

# Keys pressed on a question of three claims; the decision, the claims it chose, and on what they differ.
DECISIONS: list[tuple[str, str, str, str | None]] = [
    ("a", "stands", "A", None),
    ("1", "stands", "A", None),
    ("b", "stands", "B", None),
    ("2", "stands", "B", None),
    ("3", "stands", "C", None),
    ("number_sign 1 space 3 enter", "stands", "AC", None),
    ("e p", "both_hold", "", "period"),
    ("e down enter", "both_hold", "", "scope"),
    ("n", "neither", "", None),
    ("x 3 enter", "wrong_match", "C", None),
    ("x enter", "wrong_match", "ABC", None),
    ("s", "skip", "", None),
    ("m h m enter", "note", "", None),
    ("c 2 1 4 ctrl+s", "correct", "", None),
]


def _title(player: Player) -> str:
    row = player.app.desk.board.current
    assert row is not None
    return row.group.title


@both_sizes
def test_a_key_decides_and_it_is_on_the_disk(tmp_path: Path, size: tuple[int, int]) -> None:
    at = desk(tmp_path, on=THREE)
    title = at.board.current.group.title  # type: ignore[union-attr]
    claims = dict(zip("ABC", at.board.letters(), strict=True))

    async def act(player: Player) -> None:
        for keys, action, chosen, facet in DECISIONS:
            screen = await player.press(*keys.split())
            assert "saved 14:41:07" in screen, keys
            made = ledger(tmp_path)[-1]
            assert (made.action, made.title, made.facet) == (action, title, facet), keys
            assert set(made.chosen) == {claims[letter] for letter in chosen}, keys
            if made.note is not None:
                assert made.note == "hm"
            if made.correction is not None:
                assert made.correction.claim == claims["B"]
                assert made.correction.value is not None and made.correction.value.low == 14
            await player.press("u")
            assert _title(player) == title and at.standing is not None and at.standing.state == "open"

    play(at, act, size)


@both_sizes
def test_deciding_goes_on_to_the_next_open_question(tmp_path: Path, size: tuple[int, int]) -> None:
    at = desk(tmp_path)

    async def act(player: Player) -> None:
        seen = [_title(player)]
        for key in ("a", "n", "s", "b"):
            await player.press(key)
            seen.append(_title(player))
        assert seen == [group.title for group in story().groups]
        screen = await player.press("a")
        assert "nothing is open any more" in screen
        assert "open 0" in screen and "done 4" in screen and "skipped 1" in screen

    play(at, act, size)


@both_sizes
def test_undo_and_redo_without_limit_and_after_a_restart(tmp_path: Path, size: tuple[int, int]) -> None:
    async def decide(player: Player) -> None:
        await player.press("a", "n", "b")
        screen = await player.press("u")
        assert "took back: B stands" in screen and "done 2" in screen

    async def go_on(player: Player) -> None:
        assert "done 2" in player.screen
        screen = await player.press("u", "u")
        assert "done 0" in screen
        assert "nothing to take back" in await player.press("u")
        screen = await player.press("r", "r", "r")
        assert "done 3" in screen
        assert "nothing to bring back" in await player.press("r")

    play(desk(tmp_path), decide, size)
    play(desk(tmp_path), go_on, size)
    assert [made.action for made in ledger(tmp_path)] == [
        "stands",
        "neither",
        "stands",
        *["undo"] * 3,
        *["redo"] * 3,
    ]


def test_a_wrong_match_is_regrouped_and_undone(tmp_path: Path) -> None:
    at = desk(tmp_path, on=THREE)
    before, title = len(story().groups), at.board.current.group.title  # type: ignore[union-attr]

    async def act(player: Player) -> None:
        await player.press("x", "enter")
        assert len(at.board.rows) == before - 1
        screen = await player.press("i")
        assert "KEPT APART" in screen and title[:20] in screen and "· Ann" in screen
        await player.press("escape")
        screen = await player.press("u")
        assert len(at.board.rows) == before
        assert _title(player) == title and "took back" in screen

    play(at, act)


@both_sizes
def test_a_correction_is_compared_afresh_and_a_bad_one_explained(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    at = desk(tmp_path, on="copper")

    async def act(player: Player) -> None:
        await player.press("c", "1")
        screen = await player.type("much")
        assert "read as: 870 tonnes" in screen or "read as: 460 tonnes" in screen
        screen = await player.press("ctrl+s")
        assert "! “much" in screen and "no number" in screen
        assert not ledger(tmp_path)
        await player.press(*["backspace"] * 4)
        await player.type("460 t" if "870" in screen.partition("read as")[2][:20] else "870 t")
        screen = await player.press("ctrl+s")
        row = next(row for row in at.board.rows if "copper" in row.group.title)
        assert row.group.verdict == "agree" and row.state == "done"

    play(at, act, size)
    (made,) = ledger(tmp_path)
    assert made.correction is not None and set(made.correction.typed) == {"value"}


@both_sizes
def test_reviewers_who_differ_stand_side_by_side_and_one_is_upheld(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    ben = desk(tmp_path, "Ben")
    ben.decide("neither", note="both count the wounded")
    at = desk(tmp_path)

    async def act(player: Player) -> None:
        screen = await player.press("a")
        assert "disputed 1" in screen
        screen = await player.press("g")
        assert any("Ann 20" in line and "Ben 20" in line for line in player.lines)
        assert "A stands" in screen and "neither is right" in screen and "wounded" in screen
        screen = await player.press("d")
        assert "Whose decision is upheld?" in screen
        screen = await player.press("2")
        assert "disputed" not in screen and "done 1" in screen and "upheld Ben: neither is right" in screen

    play(at, act, size)
    made = ledger(tmp_path)[-1]
    (upheld,) = ledger(tmp_path, "Ben")
    assert (made.action, made.target) == ("adjudicate", upheld.id)


def test_nothing_to_settle_is_said(tmp_path: Path) -> None:
    async def act(player: Player) -> None:
        assert "nothing to settle" in await player.press("d")

    play(desk(tmp_path), act)
    assert not ledger(tmp_path)


@both_sizes
def test_a_question_that_is_cancelled_decides_nothing(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(player: Player) -> None:
        for keys in ("e escape", "m h escape", "c escape", "c 1 escape", "number_sign escape", "x escape"):
            await player.press(*keys.split())
            assert player.app.screen is player.app.review_screen, keys

    play(desk(tmp_path, on=THREE), act, size)
    assert not ledger(tmp_path)


@both_sizes
def test_moving(tmp_path: Path, size: tuple[int, int]) -> None:
    at = desk(tmp_path)
    last = len(story().groups) - 1

    async def act(player: Player) -> None:
        steps = {"j": 1, "down": 2, "k": 1, "up": 0, "G": last, "home": 0, "end": last, "g": 0}
        steps |= {"pagedown": min(last, max(player.app.review_screen.groups.page - 1, 1)), "pageup": 0}
        for key, place in steps.items():
            await player.press(key)
            assert at.board.cursor == place, key
        await player.press("a", "g", "o")
        assert at.board.cursor == 1
        await player.press("O")
        assert at.board.cursor == last

    play(at, act, size)


@both_sizes
def test_enter_opens_the_source_at_the_place(tmp_path: Path, size: tuple[int, int]) -> None:
    at = desk(tmp_path, on=THREE)

    async def act(player: Player) -> None:
        first, second = (at.board.story.known.claims[claim] for claim in at.board.pair())  # type: ignore[union-attr]
        screen = await player.press("enter")
        assert first.source in player.lines[0] and f"[{first.value.surface}]" in screen.replace("\n", " ")  # type: ignore[union-attr]
        screen = await player.press("tab")
        assert second.source in player.lines[0] and f"[{second.value.surface}]" in screen  # type: ignore[union-attr]
        screen = await player.press("3")
        assert "mirror.txt" in player.lines[0]
        await player.press("escape")
        assert player.app.screen is player.app.review_screen

    play(at, act, size)


@both_sizes
def test_the_other_pairs_are_a_key_away(tmp_path: Path, size: tuple[int, int]) -> None:
    at = desk(tmp_path, on=THREE)
    title = at.board.current.group.title  # type: ignore[union-attr]

    async def act(player: Player) -> None:
        assert "A and B (pair 1 of 3," in await player.press("z")
        assert "A and B (pair 1 of 3," not in await player.press("right_square_bracket")
        assert "A and B (pair 1 of 3," in await player.press("left_square_bracket")
        screen = await player.press("z")
        assert "Filter" in screen and at.board.current.group.title == title  # type: ignore[union-attr]

    play(at, act, (size[0], 60))


@both_sizes
def test_looking_closer(tmp_path: Path, size: tuple[int, int]) -> None:
    async def act(player: Player) -> None:
        screen = await player.press("w")
        assert "CLAIMS ───" in screen
        await player.press("escape")
        screen = await player.press("i")
        assert "gazette.txt" in screen and "SOURCES" in screen
        await player.press("q")
        screen = await player.press("question_mark")
        assert "Decide" in screen and "A stands: the first claim is right" in screen
        await player.press("escape")
        before, place = player.screen, player.app.desk.board.cursor
        await player.press("space")
        after = player.screen
        assert before != after
        await player.press("K")
        assert player.screen == before
        await player.press("tab", "j")
        assert player.app.desk.board.cursor == place  # the question has the focus and scrolls
        await player.press("tab", "k")
        assert player.app.desk.board.cursor == place - 1

    play(desk(tmp_path, on=THREE), act, size)


@both_sizes
def test_filtering_and_sorting(tmp_path: Path, size: tuple[int, int]) -> None:
    at = desk(tmp_path)
    everything = len(story().groups)

    async def act(player: Player) -> None:
        await player.press("slash")
        await player.type("agree")
        screen = await player.press("enter")
        assert "filter: agree" in screen
        assert {row.group.verdict for row in at.board.visible} == {"agree"}
        assert f"1/{len(at.board.visible)} of {everything}" in screen
        await player.press("slash")
        await player.type("xqz")
        assert not at.board.visible
        await player.press("escape")
        assert at.board.filter == "agree"
        await player.press("escape")
        assert len(at.board.visible) == everything
        screen = await player.press("t")
        assert "sort: title" in screen
        titles = [row.group.title for row in at.board.visible]
        assert titles == sorted(titles, key=str.casefold)
        await player.press("T")
        assert [row.group.title for row in at.board.visible] == titles[::-1]

    play(at, act, size)


def test_the_palette_does_every_action(tmp_path: Path) -> None:
    at = desk(tmp_path)

    async def act(player: Player) -> None:
        await player.press("colon")
        await player.type("neither")
        await player.until(lambda: "neither is right" in player.screen)
        await player.press("enter")
        await player.until(lambda: ledger(tmp_path))
        assert [made.action for made in ledger(tmp_path)] == ["neither"]

    play(at, act)


def test_the_mouse_works(tmp_path: Path) -> None:
    at = desk(tmp_path, on=THREE)

    place = at.board.cursor

    async def act(player: Player) -> None:
        screen = player.app.review_screen
        await player.pilot.click(screen.groups, offset=(10, 2))
        assert at.board.cursor == 2
        await player.pilot.click(screen.groups, offset=(10, place))
        rows = [row for row, line in enumerate(player.lines) if "3 C " in line]
        await player.pilot.click(offset=(70, rows[0]))
        await player.pilot.pause()
        assert at.board.letters()[at.board.pair()[1]] == "C"  # type: ignore[index]
        foot = next(row for row, line in enumerate(player.lines) if "n Neither" in line)
        await player.pilot.click(offset=(player.lines[foot].index("n Neither") + 2, foot))
        await player.pilot.pause()
        await player.pilot.click(screen.groups, offset=(10, 1), times=2)
        await player.pilot.pause()
        assert player.app.screen is not screen

    play(at, act, WIDE)
    assert [made.action for made in ledger(tmp_path)] == ["neither"]


def test_leaving(tmp_path: Path) -> None:
    async def act(player: Player) -> None:
        await player.press("q")
        assert not player.app.is_running or player.app._exit

    play(desk(tmp_path), act)


def test_the_report_is_exported_and_never_over_a_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def act(player: Player) -> None:
        await player.press("n", "E")
        screen = await player.press("enter")
        assert "wrote harbour-report.html" in screen
        await player.press("E", "ctrl+u")
        await player.type("out.md")
        assert "wrote out.md" in await player.press("enter")
        for target, why in (
            ("none/there.md", "does not exist"),
            ("report.doc", "names no format"),
            ("gazette.txt", "is one of the inputs"),
        ):
            assert player.app.export(target).startswith("not written") and why in player.app.export(target)
        assert source.read_text(encoding="utf-8") == "untouched"

    at = desk(tmp_path / "work")
    source = tmp_path / "gazette.txt"
    source.write_text("untouched", encoding="utf-8")
    play(at, act, app=ReviewApp(at, inputs={"gazette.txt": source}))
    assert "cobalt" in (tmp_path / "harbour-report.html").read_text(encoding="utf-8")
    written = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert "cobalt" in written and "Ann" in written and "neither" in written


def _states(workspace: Path) -> list[str]:
    session = Session(story(), desk(workspace).ledger)
    return [standing.state for standing in session.review.standings.values()]


def test_a_note_keeps_a_question_open(tmp_path: Path) -> None:
    async def act(player: Player) -> None:
        await player.press("m")
        await player.type("ask the port")
        screen = await player.press("enter")
        assert "noted 1" in screen and "ask the port" in screen

    play(desk(tmp_path), act)
    assert _states(tmp_path)[0] == "noted"
