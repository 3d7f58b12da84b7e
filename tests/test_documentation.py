"""The README names every command and option, and what it shows is what the tool says."""

import re
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
