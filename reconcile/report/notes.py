"""What a reader should know about the reading of the sources, a line each."""

from collections.abc import Iterable

from claims.model import Claim, Source
from reconcile.report.layout import Page

SILENT = "holds no figure, date or checkable fact"


def notes(sources: Iterable[Source], claims: Iterable[Claim]) -> list[str]:
    """Return the warnings of the sources, and which of them say nothing that could be compared."""
    speaking = {claim.source for claim in claims}
    lines = []
    for source in sources:
        lines += [f"{source.name}: {warning}" for warning in source.warnings]
        if source.name not in speaking:
            lines.append(f"{source.name}: {SILENT}")
    return lines


def write(page: Page, problems: Iterable[str], remarks: Iterable[str]) -> None:
    """Write what could not be read, then the notes."""
    lines = [*(("! ", problem) for problem in problems), *(("? ", remark) for remark in remarks)]
    if not lines:
        return
    page.heading("READING")
    for mark, line in lines:
        page.paragraph(line, lead=mark, lead_style="red" if mark == "! " else "yellow")
