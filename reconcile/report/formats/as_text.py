"""The report in short, for a terminal: what is in conflict, what was decided, what is left to do."""

from reconcile.format import NBSP
from reconcile.report.document import Item, Report
from reconcile.report.formats import Material
from reconcile.report.layout import Page, Style
from reconcile.safe import one_line

_WIDTH = 80
_MOST_ITEMS = 12


def render(report: Report, material: Material, *, width: int = _WIDTH, colour: bool = False) -> str:
    """Return the report as plain text.

    Args:
        report: What to write.
        material: Not used; all that is printed is in the report.
        width: Columns that no line exceeds.
        colour: Whether escape sequences for colour are written.
    """
    page = Page(width, colour)
    page.paragraph(one_line(report.title), style="bold")
    page.paragraph(one_line(f"{len(report.sources)}{NBSP}sources: {report.summary.text}."))
    for count in report.summary.counts:
        page.paragraph(one_line(count.text), 2, lead=f"{count.mark} ")
    if report.conflicts:
        page.heading("CONFLICTS")
    for item in report.conflicts:
        _conflict(page, item)
    failed = [check for check in report.sums if check.verdict == "inconsistent"]
    if failed:
        page.heading("SUMS THAT DO NOT ADD UP")
    for check in failed:
        page.paragraph(one_line(check.text), lead="! ", lead_style="red")
        last = check.statements[-1]
        page.paragraph(one_line(f"{last.source}, {last.place.label}"), 2, style="dim")
    _left(page, report)
    return page.text()


def _conflict(page: Page, item: Item) -> None:
    style: Style = "yellow" if item.verdict == "possible_conflict" else "red"
    page.paragraph(one_line(item.title), lead=f"{item.mark} ", lead_style=style, style="bold")
    for of in item.statements:
        if of.letter in item.telling:
            page.paragraph(one_line(of.said), 2, lead=f"{of.letter}  ")
            page.paragraph(one_line(f"{of.source}, {of.place.label}"), 5, style="dim")
    if item.review:
        page.paragraph(one_line(item.review.text), 2, lead="-> ")
    page.blank()


def _left(page: Page, report: Report) -> None:
    if report.unread:
        page.heading("READING")
    for of in report.unread:
        words = "; ".join(filter(None, (of.cause, of.advice)))
        page.paragraph(one_line(f"{of.name}: {words}" if of.name else words), lead="? ")
    if report.open_items:
        page.heading("OPEN ITEMS")
    for left in report.open_items[:_MOST_ITEMS]:
        page.paragraph(one_line(f"{left.source}: {left.text}" if left.source else left.text), lead="- ")
    if len(report.open_items) > _MOST_ITEMS:
        page.paragraph(f"… and {len(report.open_items) - _MOST_ITEMS} more", style="dim")
