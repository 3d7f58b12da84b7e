"""The command line. Heavy modules are imported only by the command that needs them."""

import io
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from reconcile.output import OutputError, check_target, write_file, write_stdout
from reconcile.progress import Progress
from reconcile.safe import json_visible, one_line

if TYPE_CHECKING:
    from claims.model import Claim, Source
    from claims.sources import Problem
    from reconcile.result import Reconciliation

OK, CONFLICTS, INPUT_ERROR, INTERNAL_ERROR, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 70, 130, 141
_NARROWEST, _PLAIN_WIDTH, _WIDEST = 40, 80, 100

_Command = TypeVar("_Command", bound=Callable[..., Any])

_EPILOG = (
    "Exit status: 0 no open conflict; 1 conflicts found; 2 an input or usage error, also when something "
    "asked for could not be read; 70 an internal error; 130 interrupted; 141 the reader of the output "
    "went away."
)


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        args: The arguments; those of the process if None.

    Returns:
        The exit status. An error is one line on standard error; with ``RECONCILE_DEBUG=1`` its traceback too.
    """
    try:
        status = cli.main(args, prog_name="reconcile", standalone_mode=False)
        return status if isinstance(status, int) else OK
    except click.UsageError as error:
        error.show()
        return INPUT_ERROR
    except (click.ClickException, OutputError) as error:
        return _fail(str(error), INPUT_ERROR)
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click leaves by SystemExit only where standard output was closed
        _drop_stdout()
        return BROKEN_PIPE
    except Exception as error:
        if os.environ.get("RECONCILE_DEBUG"):
            traceback.print_exc()
        cause = one_line(f"{type(error).__name__}: {error}")[:300]
        return _fail(
            f"internal error: {cause}; please report it (RECONCILE_DEBUG=1 shows where)", INTERNAL_ERROR
        )


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EPILOG)
@click.version_option(package_name="reconcile", message="%(prog)s %(version)s")
def cli() -> None:
    """Find where several articles on one story agree, where they conflict, and why.

    PATH is a text or Markdown file, a folder of them, or - for standard input. Everything runs offline; no
    input is changed.
    """


def _reads_sources(command: _Command) -> _Command:
    """Add what every command that reads sources takes."""
    add: list[Callable[[_Command], _Command]] = [
        click.option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to FILE instead of standard output; wholly or not at all, and never over an input.",
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
            help="Text for people or JSON for programs.",
        ),
        click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
    ]
    for decorate in add:
        command = decorate(command)
    return command


@cli.command(epilog=_EPILOG)
@_reads_sources
@click.option("--explain", "group", metavar="GROUP", help="Show why one group has its verdict, by its id.")
def check(paths: tuple[str, ...], form: str, output: str | None, group: str | None) -> int:
    """Compare the sources and show their conflicts.

    Conflicts come first, each with the words it rests on and why; then the differences that only look like
    conflicts, sums that add up, and what the sources agree on.
    """
    with Progress() as progress:
        sources, problems = _load(paths, output, progress)
        import reconcile as api
        from reconcile.report.notes import notes

        result = api.reconcile(sources, progress)
    _complain(problems, [*result.problems, *notes(sources, result.claims)], output)
    if group is not None:
        _explain(result, group, form, output)
    elif form == "json":
        _write_json({**result.as_json(), "problems": _problems(problems, result.problems)}, output)
    else:
        from reconcile.report import text

        _write(text.render(result, problems, width=_width(output), colour=_colour(output)), output)
    if problems:
        return INPUT_ERROR
    return CONFLICTS if result.open_conflicts else OK


def _explain(result: "Reconciliation", wanted: str, form: str, output: str | None) -> None:
    """Write all that is known of one group."""
    from dataclasses import asdict

    from reconcile.report import explain

    try:
        found = explain.find_group(result, wanted)
    except explain.UnknownGroup as error:
        raise click.ClickException(str(error)) from error
    if form == "json":
        _write_json(asdict(found), output)
    else:
        _write(explain.render(result, found, width=_width(output), colour=_colour(output)), output)


@cli.command(epilog=_EPILOG)
@_reads_sources
@click.option("--explain", "claim", metavar="ID", help="Show where one claim comes from, by its id.")
def claims(paths: tuple[str, ...], form: str, output: str | None, claim: str | None) -> int:
    """List what each source claims.

    One line for each figure, date and checkable fact: what it is about, for when, and who says so. A narrow
    terminal cuts long cells; a file or a pipe gets them whole.
    """
    with Progress() as progress:
        sources, problems = _load(paths, output, progress)
        from claims.extract import extract
        from reconcile.report.notes import notes

        found = []
        for position, source in enumerate(sources):
            progress("Reading claims", position, len(sources))
            found += extract(source)
    _complain(problems, notes(sources, found), output)
    if claim is not None:
        _explain_claim(sources, found, claim, form, output)
    elif form == "json":
        from reconcile.result import SCHEMA_VERSION

        document = {
            "schema_version": SCHEMA_VERSION,
            "sources": [source.as_json() for source in sources],
            "claims": [claim.as_json() for claim in found],
            "problems": _problems(problems),
        }
        _write_json(document, output)
    else:
        from reconcile.report import claims_table

        width = shutil.get_terminal_size().columns if _on_terminal(output) else None
        _write(claims_table.render(sources, found, problems, width=width, colour=_colour(output)), output)
    return INPUT_ERROR if problems else OK


def _explain_claim(
    sources: Sequence["Source"], found: Sequence["Claim"], wanted: str, form: str, output: str | None
) -> None:
    """Write where each facet of one claim comes from."""
    from reconcile.report import explain_claim

    try:
        claim = explain_claim.find_claim(found, wanted)
    except explain_claim.UnknownClaim as error:
        raise click.ClickException(str(error)) from error
    source = next(source for source in sources if source.name == claim.source)
    if form == "json":
        _write_json(explain_claim.as_json(source, claim), output)
    else:
        page = explain_claim.render(source, claim, width=_width(output), colour=_colour(output))
        _write(page, output)


@cli.command()
def doctor() -> int:
    """Say what is installed and what is missing."""
    from reconcile import doctor as module

    found = module.findings()
    write_stdout(module.render(found))
    return INPUT_ERROR if any(finding.advice for finding in found) else OK


def _load(
    paths: Sequence[str], output: str | None, progress: Progress
) -> tuple[list["Source"], list["Problem"]]:
    """Read the sources, after making sure that the work will not be in vain."""
    from claims.sources import load_all
    from claims.sources.files import gather
    from reconcile.doctor import missing_model

    if output is not None:
        inputs, _ = gather(paths)
        check_target(output, [item.path for item in inputs if item.path])
    if missing := missing_model():
        raise click.ClickException(missing)

    progress("Reading")
    return load_all(paths, sys.stdin.buffer if sys.stdin else io.BytesIO())


def _write_json(document: dict[str, Any], output: str | None) -> None:
    import json

    text = json_visible(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"
    _write(text, output, encoding="utf-8")


def _problems(problems: Iterable["Problem"], limits: Iterable[str] = ()) -> list[dict[str, str]]:
    """Return what could not be read or not be done in full."""
    unread = [{"name": item.name, "cause": item.cause, "advice": item.advice} for item in problems]
    return unread + [{"name": "", "cause": limit, "advice": ""} for limit in limits]


def _write(document: str, output: str | None, encoding: str | None = None) -> None:
    if output is None:
        write_stdout(document, encoding)
    else:
        write_file(output, document)


def _complain(problems: Iterable["Problem"], remarks: Iterable[str], output: str | None) -> None:
    """Write what went wrong to standard error, a line each; remarks only where the screen lacks them."""
    for problem in problems:
        _say(str(problem))
    if not _on_terminal(output):
        for remark in remarks:
            _say(f"warning: {remark}")


def _fail(message: str, status: int) -> int:
    _say(message)
    return status


def _say(message: str) -> None:
    click.echo(f"reconcile: {one_line(message)}", err=True)


def _on_terminal(output: str | None) -> bool:
    return output is None and sys.stdout is not None and sys.stdout.isatty()


def _colour(output: str | None) -> bool:
    return _on_terminal(output) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _width(output: str | None) -> int:
    if not _on_terminal(output):
        return _PLAIN_WIDTH
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)


def _drop_stdout() -> None:
    """Keep the interpreter from complaining about the closed pipe when it ends."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (OSError, ValueError):
        pass
