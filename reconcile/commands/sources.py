"""``reconcile sources``: what was read, how, and what is known about it."""

import shutil

import click

from reconcile.commands import shared
from reconcile.progress import Progress


@click.command(epilog=shared.EPILOG)
@shared.reads_sources
def sources(paths: tuple[str, ...], form: str, output: str | None) -> int:
    """Show what was read, how, and what is known about it.

    One line for each source: its format and what read it, its words and claims, its date and where that was
    found. A date with a question mark is a guess and decides nothing. Below are the warnings and what could
    not be read. JSON has all that is known, each with its evidence, and the extracted text, in which the
    offsets of claims count.
    """
    with Progress() as progress:
        read, problems = shared.load(paths, output, progress)
        from claims.extract import extract
        from reconcile.report import sources_table
        from reconcile.report.notes import notes

        found = []
        for position, source in enumerate(read):
            progress("Reading claims", position, len(read))
            found += extract(source)
    shared.complain(problems, notes(read, found), output)
    if form == "json":
        from reconcile.result import SCHEMA_VERSION

        document = {
            "schema_version": SCHEMA_VERSION,
            "sources": sources_table.as_json(read, found),
            "problems": shared.problems_json(problems),
        }
        shared.write_json(document, output)
    else:
        width = shutil.get_terminal_size().columns if shared.on_terminal(output) else None
        page = sources_table.render(read, found, problems, width=width, colour=shared.colour(output))
        shared.write(page, output)
    return shared.INPUT_ERROR if problems else shared.OK
