"""``reconcile report``: write what a person hands on."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reconcile.commands import shared
from reconcile.progress import Progress
from reconcile.report.formats import FORMATS, Material, for_file, writer

if TYPE_CHECKING:
    from reconcile.report.document import Report


@click.command(epilog=shared.EPILOG)
@shared.takes_paths
@shared.takes_output
@shared.takes_workspace
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="The form of the report; by default what the ending of FILE says, without a file text.",
)
@click.option("--title", metavar="TEXT", help="What to call the report.")
def report(
    paths: tuple[str, ...], output: str | None, workspace: str, form: str | None, title: str | None
) -> int:
    """Write the consistency report.

    Conflicts with the words they rest on and what was decided, differences with their explanation,
    agreements, arithmetic, figures that one source alone has, and what is left to do: as one HTML file,
    Markdown, JSON, SARIF, annotations for GitHub, or short text.
    """
    form = form or _form_of(output)
    with Progress() as progress:
        sources, problems = shared.load(paths, output, progress)
        import reconcile as api
        from reconcile.report.build import TITLE
        from reconcile.report.notes import notes
        from reconcile.report.writing import report_on

        result = api.reconcile(sources, progress)
        review = shared.reviewed(result, workspace)
        document = report_on(result, problems, review=review, title=title or TITLE)
        result = review.result if review else result
    shared.complain(problems, [*result.problems, *notes(sources, result.claims)], output)
    material = Material({source.name: source for source in result.sources}, result.claims, _paths(paths))
    shared.write(_written(document, material, form, output), output, None if form == "text" else "utf-8")
    if problems:
        return shared.INPUT_ERROR
    return shared.CONFLICTS if document.summary.open_conflicts else shared.OK


def _form_of(output: str | None) -> str:
    """Return the format that a file's name asks for."""
    if output is None:
        return "text"
    form = for_file(output)
    if form is None:
        raise click.UsageError(
            f"{output}: names no format; end it in .html, .md, .json, .sarif or .txt, or add --format"
        )
    return form


def _written(document: "Report", material: Material, form: str, output: str | None) -> str:
    if form != "text":
        return writer(form)(document, material)
    from reconcile.report.formats import as_text

    return as_text.render(document, material, width=shared.width(output), colour=shared.colour(output))


def _paths(paths: Sequence[str]) -> dict[str, str]:
    """Return where each source lies, as seen from the folder of the run."""
    from claims.sources.files import gather

    here = Path.cwd()
    inputs, _ = gather(paths)
    return {
        item.name: (item.path.relative_to(here) if item.path.is_relative_to(here) else item.path).as_posix()
        for item in inputs
        if item.path
    }
