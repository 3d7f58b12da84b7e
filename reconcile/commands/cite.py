"""``reconcile cite``: write the citations table."""

import click

from reconcile.citations.formats import FORMATS, endings, for_file, render
from reconcile.commands import shared
from reconcile.progress import Progress

SCOPES = ("all", "grouped", "conflicts", "decided")


@click.command(epilog=shared.EPILOG)
@shared.takes_paths
@shared.takes_output
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Default: what the ending of the file's name stands for, else csv.",
)
@click.option(
    "--claims",
    "scope",
    type=click.Choice(SCOPES),
    default="all",
    show_default=True,
    help="All claims, those that answer a question another claim answers too, those in conflict, or those "
    "decided on.",
)
@click.option("--group", metavar="GROUP", help="Only the claims of one group, by its id.")
@shared.takes_workspace
def cite(
    paths: tuple[str, ...],
    output: str | None,
    form: str | None,
    scope: str,
    group: str | None,
    workspace: str,
) -> int:
    """Write a citation for every claim.

    Tables (csv, xlsx, md, html) have a row for each claim: its exact words with what stands around them, its
    place, its value as written and normalised, verdict and decision, and its source. Bibliographies (csl,
    biblatex, ris) have an entry for each source with the quotes taken from it; annotations are W3C Web
    Annotations.
    """
    form = _format(form, output)
    with Progress() as progress:
        sources, problems = shared.load(paths, output, progress)
        import reconcile as api
        from reconcile.citations import UnknownGroup, citations
        from reconcile.report.notes import notes

        result = api.reconcile(sources, progress)
        review = shared.reviewed(result, workspace)
        result = review.result if review is not None else result
    try:
        rows = citations(result, review, scope=scope, group=group)  # type: ignore[arg-type]
    except UnknownGroup as error:
        raise click.ClickException(str(error)) from error
    shared.complain(problems, [*result.problems, *notes(sources, result.claims)], output)
    shared.write(render(rows, form), output, encoding="utf-8")
    return shared.INPUT_ERROR if problems else shared.OK


def _format(form: str | None, output: str | None) -> str:
    if form is not None or output is None:
        return form or "csv"
    found = for_file(output)
    if found is None:
        raise click.UsageError(f"{output}: no format ends like this; use one of {endings()}, or --format")
    return found
