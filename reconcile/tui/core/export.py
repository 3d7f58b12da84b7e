"""Write the report from the review: the ending of the file says in which form."""

from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.output import OutputError, check_target, write_file
from reconcile.report.formats import FORMATS, Material, for_file, writer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.sources import Problem
    from reconcile.decisions import Review
    from reconcile.report.document import Report

_NOWHERE: "Mapping[str, Path]" = {}
ENDINGS = tuple(endings[0] for _, endings in FORMATS.values() if endings)


def export(
    review: "Review", problems: "Sequence[Problem]", target: str, inputs: "Mapping[str, Path]" = _NOWHERE
) -> str:
    """Write the report to a file.

    Args:
        review: The result with the decisions on it.
        problems: What could not be read.
        target: The file.
        inputs: Where the sources lie, by their names; none of them is written over.

    Returns:
        What to tell the reviewer: that it was written, or why not.
    """
    form = for_file(target)
    if form is None:
        return f"not written: {target} names no format; end it in {', '.join(ENDINGS)}"
    result = review.result
    material = Material({source.name: source for source in result.sources}, result.claims, _paths(inputs))
    try:
        check_target(target, inputs.values())
        write_file(target, writer(form)(_document(review, problems), material))
    except OutputError as error:
        return f"not written: {error}"
    return f"wrote {target}"


def _document(review: "Review", problems: "Sequence[Problem]") -> "Report":
    from reconcile.report.build import build
    from reconcile.report.reviews import decided

    return build(review.result, problems, decided=decided(review))


def _paths(inputs: "Mapping[str, Path]") -> dict[str, str]:
    """Return where each source lies, as seen from the current folder."""
    here = Path.cwd()
    return {
        name: (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
        for name, path in inputs.items()
    }
