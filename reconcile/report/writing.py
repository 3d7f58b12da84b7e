"""The whole way from a result to the written report, for whoever does not need the document in between."""

from collections.abc import Mapping, Sequence

from claims.sources import Problem
from reconcile.decisions import Review
from reconcile.report.build import TITLE, build
from reconcile.report.document import Report
from reconcile.report.formats import Material, writer
from reconcile.report.reviews import decided
from reconcile.result import Reconciliation


def report_on(
    result: Reconciliation,
    problems: Sequence[Problem] = (),
    *,
    review: Review | None = None,
    title: str = TITLE,
) -> Report:
    """Return the report of a result.

    Args:
        result: What comparing the sources gave.
        problems: What could not be read.
        review: What reviewers made of it; the report is then on the result that heeds them.
        title: What to call the report.
    """
    if review is None:
        return build(result, problems, title=title)
    return build(review.result, problems, decided=decided(review), title=title)


def written(report: Report, result: Reconciliation, form: str, paths: Mapping[str, str] | None = None) -> str:
    """Return a report in one format.

    Args:
        report: The report.
        result: What it was made of.
        form: One of ``reconcile.report.formats.FORMATS``.
        paths: Name of a file -> where it lies, for formats that point at files.
    """
    sources = {source.name: source for source in result.sources}
    return writer(form)(report, Material(sources, result.claims, paths or {}))
