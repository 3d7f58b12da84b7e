"""``reconcile claims``: list what each source claims."""

import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reconcile.commands import shared
from reconcile.progress import Progress

if TYPE_CHECKING:
    from claims.model import Claim, Source


@click.command(epilog=shared.EPILOG)
@shared.reads_sources
@click.option("--explain", "claim", metavar="ID", help="Show where one claim comes from, by its id.")
def claims(paths: tuple[str, ...], form: str, output: str | None, claim: str | None) -> int:
    """List what each source claims.

    One line for each figure, date and checkable fact: what it is about, for when, and who says so. A narrow
    terminal cuts long cells; a file or a pipe gets them whole.
    """
    with Progress() as progress:
        sources, problems = shared.load(paths, output, progress)
        from claims.extract import extract
        from reconcile.report.notes import notes

        found = []
        for position, source in enumerate(sources):
            progress("Reading claims", position, len(sources))
            found += extract(source)
    shared.complain(problems, notes(sources, found), output)
    if claim is not None:
        _explain_claim(sources, found, claim, form, output)
    elif form == "json":
        from reconcile.result import SCHEMA_VERSION

        document = {
            "schema_version": SCHEMA_VERSION,
            "sources": [source.as_json() for source in sources],
            "claims": [claim.as_json() for claim in found],
            "problems": shared.problems_json(problems),
        }
        shared.write_json(document, output)
    else:
        from reconcile.report import claims_table

        width = shutil.get_terminal_size().columns if shared.on_terminal(output) else None
        shared.write(
            claims_table.render(sources, found, problems, width=width, colour=shared.colour(output)), output
        )
    return shared.INPUT_ERROR if problems else shared.OK


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
        shared.write_json(explain_claim.as_json(source, claim), output)
    else:
        page = explain_claim.render(source, claim, width=shared.width(output), colour=shared.colour(output))
        shared.write(page, output)
