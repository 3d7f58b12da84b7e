"""``reconcile check``: compare the sources."""

from typing import TYPE_CHECKING

import click

from reconcile.commands import shared
from reconcile.progress import Progress

if TYPE_CHECKING:
    from reconcile.result import Reconciliation


@click.command(epilog=shared.EPILOG)
@shared.reads_sources
@click.option("--explain", "group", metavar="GROUP", help="Show why one group has its verdict, by its id.")
def check(paths: tuple[str, ...], form: str, output: str | None, group: str | None) -> int:
    """Compare the sources and show their conflicts.

    Conflicts come first, each with the words it rests on and why; then the differences that only look like
    conflicts, sums that add up, and what the sources agree on.
    """
    with Progress() as progress:
        sources, problems = shared.load(paths, output, progress)
        import reconcile as api
        from reconcile.report.notes import notes

        result = api.reconcile(sources, progress)
    shared.complain(problems, [*result.problems, *notes(sources, result.claims)], output)
    if group is not None:
        _explain(result, group, form, output)
    elif form == "json":
        shared.write_json(
            {**result.as_json(), "problems": shared.problems_json(problems, result.problems)}, output
        )
    else:
        from reconcile.report import text

        shared.write(
            text.render(result, problems, width=shared.width(output), colour=shared.colour(output)), output
        )
    if problems:
        return shared.INPUT_ERROR
    return shared.CONFLICTS if result.open_conflicts else shared.OK


def _explain(result: "Reconciliation", wanted: str, form: str, output: str | None) -> None:
    """Write all that is known of one group."""
    from dataclasses import asdict

    from reconcile.report import explain

    try:
        found = explain.find_group(result, wanted)
    except explain.UnknownGroup as error:
        raise click.ClickException(str(error)) from error
    if form == "json":
        shared.write_json(asdict(found), output)
    else:
        shared.write(
            explain.render(result, found, width=shared.width(output), colour=shared.colour(output)), output
        )
