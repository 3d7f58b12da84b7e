"""The README names every command and option, and what it shows is what the tool says."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from reconcile import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _options() -> list[tuple[str, str]]:
    commands: dict[str, click.Command] = {"reconcile": cli.cli, **cli.cli.commands}
    return [
        (name, option)
        for name, command in sorted(commands.items())
        for parameter in command.get_params(click.Context(command, info_name=name))
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    ]


@pytest.mark.parametrize("name", sorted(cli.cli.commands))
def test_the_readme_names_every_command(name: str) -> None:
    assert f"`reconcile {name}" in README


@pytest.mark.parametrize(("command", "option"), _options())
def test_the_readme_names_every_option(command: str, option: str) -> None:
    rows = [line for line in README.splitlines() if re.search(rf"`[^`]*(?<!\S|-){option}\b|`{option}", line)]
    assert rows, f"{option} of {command} is missing"


@pytest.mark.parametrize(
    "status", [cli.OK, cli.CONFLICTS, cli.INPUT_ERROR, cli.INTERNAL_ERROR, cli.INTERRUPTED, cli.BROKEN_PIPE]
)
def test_the_readme_explains_every_exit_status(status: int) -> None:
    assert re.search(rf"^\| (?:\d+, )?{status}\b", README, re.MULTILINE)


def test_the_changelog_has_the_version_that_is_installed(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["--version"])
    version = capsys.readouterr().out.split()[1]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def _excerpt(report: str) -> str:
    """Return the head of a report and its first conflict between sources."""
    head, _, rest = report.partition("CONFLICTS ─")
    conflict = re.search(r"(?m)^! CONFLICT .*\n(?:(?:  .*)?\n)*", rest)
    assert conflict
    return f"{head}CONFLICTS ─{rest.splitlines()[0]}\n\n{conflict[0].rstrip()}"


def test_the_claim_that_the_readme_explains_is_explained_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = README.partition("<!-- claim: begin -->")[0].rpartition("> ")[2].strip()
    Path("copper.txt").write_text(text + "\n", encoding="utf-8")
    cli.main(["claims", "copper.txt", "--format", "json"])
    claims = json.loads(capsys.readouterr().out)["claims"]
    cli.main(["claims", "copper.txt", "--explain", claims[-1]["id"]])
    page = capsys.readouterr().out
    if os.environ.get("UPDATE_README"):
        block = f"\\1\n```text\n{page}```\n\\2"
        now = (ROOT / "README.md").read_text(encoding="utf-8")
        updated = re.sub(r"(?s)(<!-- claim: begin -->).*(<!-- claim: end -->)", block, now)
        (ROOT / "README.md").write_text(updated, encoding="utf-8")
        return
    shown = README.partition("<!-- claim: begin -->")[2].partition("<!-- claim: end -->")[0]
    assert shown == f"\n```text\n{page}```\n", (
        "the output has changed: run the tests with UPDATE_README=1 once"
    )


def test_what_the_readme_shows_is_what_the_tool_says(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    cli.main(["check", "seeds"])
    report = capsys.readouterr().out
    if os.environ.get("UPDATE_README"):
        block = f"\\1\n```text\n{_excerpt(report)}\n```\n\\2"
        updated = re.sub(
            r"(?s)(<!-- excerpt: begin -->).*(<!-- excerpt: end -->)",
            block,
            (ROOT / "README.md").read_text(encoding="utf-8"),
        )
        (ROOT / "README.md").write_text(updated, encoding="utf-8")
        return
    excerpt = README.partition("```text\n")[2].partition("```")[0]
    missing = [line for line in excerpt.splitlines() if line not in report.splitlines()]
    assert excerpt and not missing, "the output has changed: run the tests with UPDATE_README=1 once"


def test_the_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    program = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert program
    calls = "assert claims.extract(sources[0])\nassert claims.quantities('about 870 tonnes')[0].low == 870\n"
    run = subprocess.run(
        [sys.executable, "-c", program[1] + calls], capture_output=True, check=False, timeout=300
    )
    assert run.returncode == 0, run.stderr
