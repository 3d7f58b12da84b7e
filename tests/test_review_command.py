"""``reconcile review`` from the first key to the last, on a terminal of its own."""

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest
from reviewing import GAZETTE, HERALD, MIRROR, ledger

from reconcile import cli

pty = pytest.importorskip("pty", reason="terminals like this exist on POSIX only")

_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-9;?<>=]*[ -/]*[@-~]|[PX^_\]].*?(?:\x1b\\|\x07)|[()][A-Z0-9]|[=>78cM])", re.S
)


def _folder(folder: Path) -> Path:
    for name, text in {"gazette.txt": GAZETTE, "herald.txt": HERALD, "mirror.txt": MIRROR}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


class Terminal:
    """The program on a new terminal: what it wrote so far, and keys for it."""

    def __init__(
        self, arguments: list[str], folder: Path, stdin: bytes | None = None, program: str = ""
    ) -> None:
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 32, 120, 0, 0))
        known = {key: text for key, text in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "LINES")}
        self.process = subprocess.Popen(
            [sys.executable, *(["-c", program] if program else ["-m", "reconcile"]), *arguments],
            cwd=folder,
            stdin=follower if stdin is None else subprocess.PIPE,
            stdout=follower,
            stderr=follower,
            env={**known, "TERM": "xterm-256color", "PYTHONPATH": str(Path(__file__).parent.parent)},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0),
        )
        os.close(follower)
        if stdin is not None and self.process.stdin:
            self.process.stdin.write(stdin)
            self.process.stdin.close()
        self.leader = leader
        self.written = ""

    def wait_for(self, *words: str) -> None:
        """Read what the program writes until all words are there, each after the one before."""
        seen = len(self.written)
        end = time.monotonic() + 120
        while time.monotonic() < end:
            place = 0
            text = _SEQUENCE.sub("", self.written[seen:] if seen < len(self.written) else "")
            if all((place := text.find(word, place)) != -1 for word in words):
                return
            if select.select([self.leader], [], [], 1)[0]:
                try:
                    self.written += os.read(self.leader, 65536).decode("utf-8", "replace")
                except OSError:
                    break
        raise AssertionError(f"{words} did not come; the end was {self.written[-2000:]!r}")

    def press(self, keys: str) -> None:
        os.write(self.leader, keys.encode())

    def end(self) -> int:
        """Wait for the end and return the exit status."""
        while True:
            try:
                if not os.read(self.leader, 65536):
                    break
            except OSError:
                break
        os.close(self.leader)
        return self.process.wait(60)


def test_from_the_first_key_to_the_last(tmp_path: Path) -> None:
    terminal = Terminal(["review", ".", "--reviewer", "Ann"], _folder(tmp_path))
    terminal.wait_for("gazette.txt")
    terminal.wait_for("open 5", "Ann")  # the name comes when everything is compared
    terminal.press("a")
    terminal.wait_for("saved ")
    assert [made.action for made in ledger(tmp_path / ".reconcile")] == ["stands"]
    terminal.press("q")
    assert terminal.end() == 0
    assert not (tmp_path / ".reconcile" / "decisions" / "Ben.jsonl").exists()


def test_an_article_from_a_pipe_leaves_the_keys_to_the_terminal(tmp_path: Path) -> None:
    _folder(tmp_path)
    (tmp_path / "gazette.txt").unlink()
    arguments = ["review", "-", "herald.txt", "--workspace", "work", "--reviewer", "Ann"]
    terminal = Terminal(arguments, tmp_path, GAZETTE.encode())
    terminal.wait_for("open 5", "Ann")
    terminal.press("n")
    terminal.wait_for("saved ")
    terminal.press("q")
    assert terminal.end() == 0
    assert [made.action for made in ledger(tmp_path / "work")] == ["neither"]


@pytest.mark.parametrize(
    ("arguments", "said"), [(["."], "review needs a terminal"), (["missing.txt"], "review needs a terminal")]
)
def test_without_a_terminal_one_line_says_so(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(_folder(tmp_path))
    assert cli.main(["review", *arguments]) == 2
    written = capsys.readouterr()
    assert said in written.err and written.err.count("\n") == 1 and not written.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.txt"], "missing.txt"),
        (["."], "holds no file that could be read"),
        (["one.txt", "--reviewer", " "], "has no name"),
        (["one.txt", "--workspace", "one.txt"], "one.txt"),
    ],
)
def test_what_is_wrong_is_said_before_the_screen_opens(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    if "." not in arguments:
        (tmp_path / "one.txt").write_text(GAZETTE, encoding="utf-8")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert cli.main(["review", *arguments]) == 2
    written = capsys.readouterr()
    assert said in written.err and written.err.count("\n") == 1, written.err
    assert "Traceback" not in written.err


def test_serving_in_a_browser_needs_its_extra_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(_folder(tmp_path))
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert cli.main(["review", ".", "--serve"]) == 2
    written = capsys.readouterr().err
    assert "textual-serve" in written and written.count("\n") == 1
    assert cli.main(["review", "-", "--serve"]) == 2
    assert "standard input" in capsys.readouterr().err


def test_only_its_own_page_reaches_the_served_review() -> None:
    pytest.importorskip("textual_serve", reason="serving in a browser is an extra")
    import asyncio

    from aiohttp import ClientSession, web

    from reconcile.tui.serving import HOST, LocalServer

    port = 8913
    url = f"http://{HOST}:{port}"

    async def ask() -> list[int]:
        server = LocalServer(["--reviewer=Ann", "--", "it's here.txt"], port)
        assert server.command.endswith("""review --reviewer=Ann -- 'it'"'"'s here.txt'""")
        runner = web.AppRunner(await server._make_app())
        await runner.setup()
        await web.TCPSite(runner, HOST, port).start()
        found = []
        async with ClientSession() as session:
            for path, headers in (
                ("/", {}),
                ("/", {"Host": "evil.example"}),
                ("/", {"Origin": "http://evil.example"}),
                ("/ws", {}),
                ("/ws", {"Origin": "http://evil.example"}),
            ):
                async with session.get(url + path, headers=headers) as answer:
                    found.append(answer.status)
                    if answer.status == 200:
                        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
        await runner.cleanup()
        return found

    assert asyncio.run(ask()) == [200, 403, 403, 403, 403]


BROKEN = """
from reconcile import Reconciliation
from reconcile.decisions import Ledger
from reconcile.tui.app import ReviewApp
from reconcile.tui.core.desk import Desk
from reconcile.tui.review_screen import ReviewScreen

def broken(*_):
    raise ZeroDivisionError("[b]never[/b]")

ReviewScreen.action_sort = broken
desk = Desk("harbour", Ledger(".reconcile", "Ann"))
desk.open(desk.begin(Reconciliation((), (), (), ())))
app = ReviewApp(desk)
app.ends_in_order = True
app.run()
print("ended by", repr(app.crash))
"""


def test_an_error_of_the_app_itself_ends_it_without_a_traceback(tmp_path: Path) -> None:
    terminal = Terminal([], tmp_path, program=BROKEN)
    terminal.wait_for("open 0", "Ann")
    terminal.press("t")
    terminal.wait_for("ended by ZeroDivisionError('[b]never[/b]')")
    assert terminal.end() == 0
    assert "Traceback" not in terminal.written
