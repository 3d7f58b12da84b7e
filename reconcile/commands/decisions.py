"""``reconcile decisions``: list what reviewers decided."""

from typing import TYPE_CHECKING

import click

from reconcile.commands import shared
from reconcile.progress import Progress

if TYPE_CHECKING:
    from claims.sources import Problem
    from reconcile.decisions import Review


@click.command(epilog=shared.EPILOG)
@shared.takes_form
@shared.takes_output
@shared.takes_workspace
@click.option("--reviewer", metavar="NAME", help="List only what this reviewer decided.")
@shared.may_take_paths
def decisions(
    paths: tuple[str, ...], form: str, output: str | None, workspace: str, reviewer: str | None
) -> int:
    """List what reviewers decided, and what became of it.

    With the sources, each decision is held against them: where a figure or its words changed, it is stale,
    and where they are gone, orphaned. Without, the list says what the ledgers say. Nothing is changed.
    """
    found, problems, notices = look(paths, workspace, output)
    from reconcile.report.decisions import as_json, listed, render

    known = sorted({entry.decision.reviewer for entry in found.entries})
    if reviewer is not None and reviewer not in known:
        there = f"there are: {', '.join(known)}" if known else "nobody has decided anything"
        raise click.ClickException(f"{workspace} has no decisions of “{reviewer}”; {there}")
    entries = listed(found, reviewer)
    shared.complain(problems, (), output)
    for notice in notices:
        shared.say(f"warning: {notice}")
    if form == "json":
        document = as_json(found, entries, checked=bool(paths))
        shared.write_json({**document, "problems": shared.problems_json(problems, notices)}, output)
    else:
        page = render(
            entries, workspace, checked=bool(paths), width=shared.width(output), colour=shared.colour(output)
        )
        shared.write(page, output)
    return shared.INPUT_ERROR if problems else shared.OK


def look(
    paths: tuple[str, ...], workspace: str, output: str | None = None
) -> "tuple[Review, list[Problem], list[str]]":
    """Read the ledgers of a workspace and, where they are named, the sources.

    Returns:
        What the decisions make of the sources, what could not be read, and what a person should know.

    Raises:
        click.ClickException: A ledger cannot be read.
    """
    from reconcile.decisions import recorded, review

    ledgers, told = shared.ledgers_of(workspace)
    problems: list[Problem] = []
    if paths:
        with Progress() as progress:
            sources, problems = shared.load(paths, output, progress)
            import reconcile as api

            found = review(api.reconcile(sources, progress), ledgers)
    else:
        found = recorded(ledgers)
    return found, problems, [*told, *found.notices]
