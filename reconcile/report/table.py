"""A table that fits the terminal: the widest cells give way first."""

from collections.abc import Iterable, Mapping, Sequence

from reconcile.report.layout import Page
from reconcile.safe import columns, cut

_SMALLEST = 6
_WIDEST = 60
_GAP = "  "

Row = dict[str, str]


def write_table(page: Page, names: Sequence[str], widths: Sequence[int], rows: Iterable[Row]) -> None:
    """Write a line of titles and one for each row.

    Args:
        page: Where to.
        names: The columns.
        widths: Their widths, as ``fitted`` gives them.
        rows: The rows.
    """
    page.raw(_line(names, widths), "bold")
    for row in rows:
        page.raw(_line([row[name] for name in names], widths))


def fitted(
    names: Sequence[str], rows: Sequence[Row], width: int | None, smallest: Mapping[str, int]
) -> tuple[Sequence[str], list[int]]:
    """Return the columns with their widths: what they need, then less for the widest until the line fits.

    Where not even the least fits, the last column is left out.

    Args:
        names: The columns.
        rows: The rows.
        width: Columns of the terminal to fit into; None gives each what it needs, up to a limit.
        smallest: What a column needs at least.
    """
    widths = [min(_WIDEST, max([columns(name), *(columns(row[name]) for row in rows)])) for name in names]
    if width is None:
        return names, widths
    least = [smallest.get(name, _SMALLEST) for name in names]
    narrowest = [min(pair) for pair in zip(widths, least, strict=True)]
    room = width - len(_GAP) * (len(widths) - 1)
    if sum(narrowest) > room and len(names) > 1:
        return fitted(names[:-1], rows, width, smallest)
    while sum(widths) > room and widths != narrowest:
        widest = max(range(len(widths)), key=lambda place: widths[place] - narrowest[place])
        widths[widest] -= 1
    return names, widths


def _line(cells: Iterable[str], widths: Sequence[int]) -> str:
    parts = []
    for cell, width in zip(cells, widths, strict=True):
        shown = cut(cell, width)
        parts.append(shown + " " * (width - columns(shown)))
    return _GAP.join(parts).rstrip()
