"""What the commands share: their options, reading the sources, and writing the result."""

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reconcile.output import check_target, write_file, write_stdout
from reconcile.progress import Progress
from reconcile.safe import json_visible, one_line

if TYPE_CHECKING:
    from claims.model import Source
    from claims.sources import Problem
    from reconcile.decisions import Ledger, Review
    from reconcile.result import Reconciliation

OK, CONFLICTS, INPUT_ERROR = 0, 1, 2
WORKSPACE = ".reconcile"
_NARROWEST, _PLAIN_WIDTH, _WIDEST = 40, 80, 100

_COLUMNS = "reconcile.columns"

_Command = TypeVar("_Command", bound=Callable[..., Any])

EPILOG = (
    "Exit status: 0 no open conflict; 1 conflicts found; 2 an input or usage error, also when something "
    "asked for could not be read; 70 an internal error; 130 interrupted; 141 the reader of the output "
    "went away."
)


def takes_paths(command: _Command) -> _Command:
    """Add the sources that a command reads, and how tables of articles name their columns."""
    return _with_columns(click.argument("paths", nargs=-1, required=True, metavar="PATH...")(command))


def may_take_paths(command: _Command) -> _Command:
    """Add the sources that a command reads where they are named."""
    return _with_columns(click.argument("paths", nargs=-1, metavar="[PATH...]")(command))


def _with_columns(command: _Command) -> _Command:
    columns = click.option(
        "--columns",
        metavar="FIELD=NAME,...",
        expose_value=False,
        callback=_columns,
        help="For tables of articles (CSV, JSON): which column holds the text, title, published, publisher, "
        "url or authors, where its name does not say.",
    )
    return columns(command)


def _columns(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    """Keep the columns for ``load``, so that no command has to pass them on."""
    if not value:
        return
    from claims.sources.many.records import fields

    chosen = {}
    for part in value.split(","):
        field, equals, name = part.partition("=")
        if not equals or field.strip() not in fields() or not name.strip():
            raise click.BadParameter(f"{part!r} is not FIELD=NAME with one of {', '.join(fields())}")
        chosen[field.strip()] = name.strip()
    context.meta[_COLUMNS] = chosen


def takes_output(command: _Command) -> _Command:
    """Add where a command writes to."""
    return click.option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to FILE instead of standard output; wholly or not at all, and never over an input.",
    )(command)


def takes_workspace(command: _Command) -> _Command:
    """Add where the decisions of reviewers lie."""
    return click.option(
        "--workspace",
        metavar="DIR",
        default=WORKSPACE,
        show_default=True,
        help="Folder with the decisions of reviewers; it need not exist.",
    )(command)


def takes_reviewer(command: _Command) -> _Command:
    """Add who decides."""
    return click.option(
        "--reviewer", metavar="NAME", help="Who decides; by default as git or the system knows you."
    )(command)


def takes_form(command: _Command) -> _Command:
    """Add the choice between text and JSON."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Text for people or JSON for programs.",
    )(command)


def reads_sources(command: _Command) -> _Command:
    """Add what the commands take that read sources and print text or JSON."""
    return takes_output(takes_form(takes_paths(command)))


def load(
    paths: Sequence[str], output: str | None, progress: Progress
) -> tuple[list["Source"], list["Problem"]]:
    """Read the sources, after making sure that the work will not be in vain."""
    from claims.sources import load_all
    from claims.sources.files import gather
    from reconcile.doctor import missing_model

    if output is not None:
        inputs, _ = gather(paths)
        asked = [path for item in inputs for path in (item.path, *item.sidecars) if path]
        check_target(output, asked)
    if missing := missing_model():
        raise click.ClickException(missing)

    progress("Reading")
    return load_all(paths, sys.stdin.buffer if sys.stdin else io.BytesIO(), columns())


def columns() -> dict[str, str] | None:
    """Return what was given with --columns to the command that is run."""
    context = click.get_current_context(silent=True)
    return context.meta.get(_COLUMNS) if context else None


def ledgers_of(workspace: str) -> "tuple[tuple[Ledger, ...], tuple[str, ...]]":
    """Return the ledgers of a workspace, and what a person should know of them.

    Args:
        workspace: Folder with the decisions.

    Raises:
        click.ClickException: They cannot be read.
    """
    from reconcile.decisions import LedgerError, read_ledgers

    try:
        return read_ledgers(workspace)
    except LedgerError as error:
        raise click.ClickException(str(error)) from error


def reviewed(
    result: "Reconciliation", workspace: str, notices: Callable[[str], None] | None = None
) -> "Review | None":
    """Apply what reviewers decided to a result.

    Args:
        result: What comparing the sources gave.
        workspace: Folder with their decisions.
        notices: Called with each line that a person should know; by default it goes to standard error.

    Returns:
        The review with the result afresh, or None where nobody decided anything.

    Raises:
        click.ClickException: The decisions cannot be read.
    """
    from reconcile.decisions import review

    ledgers, told = ledgers_of(workspace)
    found = review(result, ledgers) if ledgers else None
    for line in (*told, *(found.notices if found else ())):
        (notices or _warn)(line)
    return found


def write_json(document: dict[str, Any], output: str | None) -> None:
    """Write a document as JSON, in UTF-8."""
    import json

    text = json_visible(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"
    write(text, output, encoding="utf-8")


def problems_json(problems: Iterable["Problem"], limits: Iterable[str] = ()) -> list[dict[str, str]]:
    """Return what could not be read or not be done in full."""
    unread = [{"name": item.name, "cause": item.cause, "advice": item.advice} for item in problems]
    return unread + [{"name": "", "cause": limit, "advice": ""} for limit in limits]


def write(document: str | bytes, output: str | None, encoding: str | None = None) -> None:
    """Write a document to the file asked for, or to standard output."""
    if output is not None:
        write_file(output, document)
    elif isinstance(document, bytes):
        raise click.UsageError("this format is no text: name a file to write to with --output")
    else:
        write_stdout(document, encoding)


def complain(problems: Iterable["Problem"], remarks: Iterable[str], output: str | None) -> None:
    """Write what went wrong to standard error, a line each; remarks only where the screen lacks them."""
    for problem in problems:
        say(str(problem))
    if not on_terminal(output):
        for remark in remarks:
            say(f"warning: {remark}")


def _warn(line: str) -> None:
    say(f"warning: {line}")


def say(message: str) -> None:
    """Write one line to standard error."""
    click.echo(f"reconcile: {one_line(message)}", err=True)


def on_terminal(output: str | None) -> bool:
    """Return whether the result goes to a terminal."""
    return output is None and sys.stdout is not None and sys.stdout.isatty()


def colour(output: str | None) -> bool:
    """Return whether the result may be coloured."""
    return on_terminal(output) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def width(output: str | None) -> int:
    """Return how many columns the result may take."""
    if not on_terminal(output):
        return _PLAIN_WIDTH
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
