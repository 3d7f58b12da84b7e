"""``reconcile review``: go through the conflicts in the terminal and decide."""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from reconcile.commands import shared

_PORT = 8000
_SERVED_BY = "TEXTUAL_DRIVER"


@click.command(epilog=shared.EPILOG)
@shared.takes_workspace
@click.option("--reviewer", metavar="NAME", help="Who decides; by default as git or the system knows you.")
@click.option("--serve", is_flag=True, help="Show it in a browser on this machine instead (127.0.0.1 only).")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=_PORT,
    show_default=True,
    help="The port that --serve listens on.",
)
@shared.takes_paths
def review(paths: tuple[str, ...], workspace: str, reviewer: str | None, serve: bool, port: int) -> int:
    """Go through the conflicts in the terminal and decide.

    Every decision is on the disk before the screen says so. ? shows the keys.
    """
    from claims.sources import load_all
    from claims.sources.files import gather
    from reconcile.decisions import Ledger, LedgerError, default_reviewer
    from reconcile.doctor import missing_model

    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    if not (serve or on_terminal or os.environ.get(_SERVED_BY)):
        raise click.ClickException("review needs a terminal; `reconcile check` prints what it would show")
    inputs, problems = gather(paths)
    if not inputs:
        shared.complain(problems, (), None)
        return shared.INPUT_ERROR
    if missing := missing_model():
        raise click.ClickException(missing)
    try:
        ledger = Ledger(workspace, reviewer or default_reviewer())
    except LedgerError as error:
        raise click.ClickException(str(error)) from error
    columns = shared.columns()
    if serve:
        return _serve(paths, workspace, ledger.reviewer, columns, port)
    stdin = _piped() if any(item.path is None for item in inputs) else None

    from reconcile.tui.app import ReviewApp
    from reconcile.tui.core.desk import Desk
    from reconcile.tui.core.reading import read

    app = ReviewApp(
        Desk(_name(paths), ledger),
        lambda tell: read(lambda: load_all(paths, stdin, columns), tell),
        {item.name: item.path for item in inputs if item.path},
    )
    app.ends_in_order = not os.environ.get("RECONCILE_DEBUG")
    app.run()
    if app.crash is not None:
        raise app.crash
    if app.problem:
        raise click.ClickException(app.problem)
    shared.complain(app.desk.progress.problems, (), None)
    return shared.INPUT_ERROR if app.desk.progress.problems else shared.OK


def _serve(
    paths: Sequence[str], workspace: str, reviewer: str, columns: dict[str, str] | None, port: int
) -> int:
    """Serve the same command without --serve."""
    if "-" in paths:
        raise click.UsageError("--serve cannot read standard input: name files or folders")
    try:
        from reconcile.tui.serving import serve
    except ImportError as error:
        advice = 'python -m pip install "textual-serve>=1.1"'
        raise click.ClickException(f"--serve needs textual-serve; install it: {advice}") from error
    named = [f"--columns={','.join(f'{field}={name}' for field, name in columns.items())}"] if columns else []
    try:
        serve([f"--workspace={workspace}", f"--reviewer={reviewer}", *named, "--", *paths], port)
    except OSError as error:
        cause = error.strerror or error
        raise click.ClickException(f"port {port}: {cause}; choose another with --port") from error
    return shared.OK


def _name(paths: tuple[str, ...]) -> str:
    """Return what the story is called: its folder."""
    first = Path(paths[0] if paths[0] != "-" else ".").resolve()
    return first.name if first.is_dir() else first.parent.name


def _piped() -> io.BytesIO:
    """Read standard input to its end, then make the terminal the standard input: keys come from there."""
    data = sys.stdin.buffer.read() if sys.stdin else b""
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError as error:
        raise click.ClickException("review needs a terminal to read keys from") from error
    os.dup2(terminal, 0)
    os.close(terminal)
    return io.BytesIO(data)
