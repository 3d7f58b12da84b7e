"""The command line: the commands, and what becomes of their errors."""

import os
import sys
import traceback
from collections.abc import Sequence

import click

from reconcile.commands import (
    adjudicate,
    check,
    cite,
    claims,
    decisions,
    doctor,
    report,
    review,
    schema,
    sources,
)
from reconcile.commands.shared import CONFLICTS, EPILOG, INPUT_ERROR, OK, say
from reconcile.output import OutputError
from reconcile.safe import one_line

INTERNAL_ERROR, INTERRUPTED, BROKEN_PIPE = 70, 130, 141

__all__ = ["BROKEN_PIPE", "CONFLICTS", "INPUT_ERROR", "INTERNAL_ERROR", "INTERRUPTED", "OK", "cli", "main"]


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


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@click.version_option(package_name="reconcile", message="%(prog)s %(version)s")
def cli() -> None:
    """Find where several articles on one story agree, where they conflict, and why.

    PATH is a file (text, Markdown, web page, PDF, Word, mail, feed, archive ...), a folder of them, or - for
    standard input. Everything runs offline; no input is changed.
    """


for _command in (
    check.check,
    report.report,
    cite.cite,
    claims.claims,
    sources.sources,
    review.review,
    decisions.decisions,
    adjudicate.adjudicate,
    schema.schema,
    doctor.doctor,
):
    cli.add_command(_command)


def _fail(message: str, status: int) -> int:
    say(message)
    return status


def _drop_stdout() -> None:
    """Keep the interpreter from complaining about the closed pipe when it ends."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except (OSError, ValueError):
        pass
