"""What a person sees on a terminal: colour unless it is unwanted, progress that goes away, a quiet Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="terminals like this exist on POSIX only")

ARTICLE = "The storm killed {} people in Lindavia in March 2024.\n"


def _on_terminal(
    arguments: list[str], interrupt_at: bytes | None = None, **environment: str
) -> tuple[int, str]:
    """Run the program with all its streams on a new terminal; return its status and everything it wrote.

    With ``interrupt_at`` it gets a Ctrl-C as soon as it has written these words.
    """
    leader, follower = pty.openpty()
    known = {key: text for key, text in os.environ.items() if key not in ("NO_COLOR", "COLUMNS")}
    process = subprocess.Popen(
        [sys.executable, "-m", "reconcile", *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**known, "TERM": "xterm", **environment},
        start_new_session=True,
    )
    os.close(follower)
    written = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # Linux says so when the last writer is gone
            break
        if not piece:
            break
        written += piece
        if interrupt_at is not None and interrupt_at in written:
            process.send_signal(signal.SIGINT)
            interrupt_at = None
    os.close(leader)
    return process.wait(60), written.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for name, dead in (("one.txt", 14), ("two.txt", 61)):
        (tmp_path / name).write_text(ARTICLE.format(dead))
    return str(tmp_path)


def _without_progress(written: str) -> str:
    return written.rpartition("\r\x1b[K")[2]


def test_colour_and_progress_on_a_terminal(folder: str) -> None:
    status, written = _on_terminal(["check", folder], COLUMNS="60")
    assert status == 1
    assert "\r\x1b[KReading" in written
    report = _without_progress(written)
    assert "\x1b[1;31mCONFLICTS\x1b[0m" in report
    assert max(map(len, re.sub(r"\x1b\[[0-9;]*m", "", report).splitlines())) <= 60


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colour_can_be_refused(folder: str, environment: dict[str, str]) -> None:
    _, written = _on_terminal(["check", folder], **environment)
    assert "\x1b" not in _without_progress(written)
    assert "CONFLICTS" in written


def test_the_claims_table_fits_the_terminal(folder: str) -> None:
    status, written = _on_terminal(["claims", folder], COLUMNS="70", NO_COLOR="1")
    assert status == 0
    lines = _without_progress(written).splitlines()
    assert max(map(len, lines)) <= 70
    assert sum(line.startswith("id ") for line in lines) == 2


def test_ctrl_c_is_quiet(folder: str) -> None:
    for number in range(400):
        Path(folder, f"{number}.txt").write_text(ARTICLE.format(number) * 20 + str(number))
    status, written = _on_terminal(["check", folder], interrupt_at=b"Reading claims")
    assert status == 130
    assert "Traceback" not in written
