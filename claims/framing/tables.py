"""Numbers outside of sentences: cells of tables and "label: value" lines, read with their labels."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claims.figures import headers
from claims.model import Block, Quantity, Source
from claims.quantities import quantities_many
from claims.vocabulary import word_list

_MARKUP = re.compile(r"[*_`]+")
_LONGEST_CAPTION = 60
_LONGEST_TITLE = 100
_LABEL = re.compile(r"^([^:.!?\n]{2,60}):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table.

    Attributes:
        quantity: The number with the unit of its cell or header; offsets count in the source's text.
        row: The label of its row.
        column: The header of its column, with its unit ("Crop (Mt)").
        unit_from: What gives a bare number its unit: its column, its row, the corner or the line above.
        start: First offset of the row.
        end: Offset after the row.
        table: Offset of the first row of its table.
        title: The line above its table, if it is short.
    """

    quantity: Quantity
    row: str
    column: str
    start: int
    end: int
    table: int
    unit_from: str = ""
    title: str = ""


def cells(source: Source) -> Iterator[Cell]:
    """Yield the numbers in the tables of a source, in order.

    The first cell of a row is its label. What stands above a table without a header tells of all its cells.
    """
    table, above, title = None, "", ""
    heads = {one.start for one, other in pairwise(source.blocks) if other.header and not one.header}
    rows = [block for block in source.blocks if _has_figures(block) and block.start not in heads]
    places = [place for block in rows for place in block.cells[1:]]
    read = dict(zip(places, quantities_many(source.text[slice(*place)] for place in places), strict=True))
    for block in source.blocks:
        if block.kind != "table_row":
            table = None
            text = source.text[block.start : block.end]
            above = above if block.kind == "furniture" else _caption(text)
            title = title if block.kind == "furniture" else _caption(text, _LONGEST_TITLE)
        elif block.start in heads:
            table = block.start
        elif _has_figures(block):
            table = block.start if table is None else table
            header = block.header or ("", *([title] * (len(block.cells) - 1)))
            row = _row(source, replace(block, header=header), read, table, above)
            yield from (replace(cell, title=title) for cell in row)


def tables_of(source: Source) -> dict[int, int]:
    """Return where the table begins that each row of a source belongs to, by where the row begins."""
    found: dict[int, int] = {}
    table = None
    for block in source.blocks:
        table = None if block.kind != "table_row" else block.start if table is None else table
        if table is not None:
            found[block.start] = table
    return found


def is_total(label: str) -> bool:
    """Tell whether a row of a table adds up the others."""
    return label.lower().rstrip(":") in word_list("naming", "nouns", "totals")


def _caption(text: str, longest: int = _LONGEST_CAPTION) -> str:
    """Return a short line above a table that may say in what its figures are: "All amounts in £m"."""
    line = _clean(text).rstrip(".:")
    return line if len(line) <= longest else ""


def _unit_from(places: Sequence[str]) -> str:
    """Return the first of some places of a table that names a unit, or ""."""
    return next((place for place in places if place and headers.unit_of(place)), "")


def _has_figures(block: Block) -> bool:
    return block.kind == "table_row" and len(block.cells) > 1


def _row(
    source: Source, block: Block, read: Mapping[tuple[int, int], list[Quantity]], table: int, above: str
) -> Iterator[Cell]:
    label = _clean(source.text[slice(*block.cells[0])])
    shared = _unit_from((label, _clean(block.header[0]), above))
    for (start, end), header in zip(block.cells[1:], block.header[1:], strict=False):
        for quantity in [q for q in read[start, end] if q.pair is None][:1]:
            moved = replace(
                quantity,
                start=start + quantity.start,
                end=start + quantity.end,
                number_start=start + quantity.number_start,
                number_end=start + quantity.number_end,
            )
            column = _clean(header)
            yield Cell(moved, label, column, block.start, block.end, table, _unit_from((column,)) or shared)


def _clean(text: str) -> str:
    return " ".join(_MARKUP.sub(" ", text).split())


def label_of(text: str) -> tuple[str, int] | None:
    """Return the label of a "label: value" line and the offset at which its value begins, or None.

    Args:
        text: A line or list item ("Net debt: €37m, against €52m in June").
    """
    match = _LABEL.match(text)
    return (match[1].strip(" *_"), match.end()) if match else None


def counted_by(label: tuple[str, int] | None, quantity: Quantity) -> Quantity:
    """Let a rate without a noun count what its line's label names ("Visitors: 3,200 a day").

    Args:
        label: As ``label_of`` gives it for the line.
        quantity: A number of the line.
    """
    bare = quantity.kind == "count" and quantity.counted is None and quantity.unit.startswith("per ")
    if label is None or not bare or quantity.start < label[1] or len(label[0].split()) > 1:
        return quantity
    return replace(quantity, counted=label[0].lower())


# A label of so many words is a name; a longer one tells something, and whose.
SHORT_LABEL = 4
_MOST_BEFORE_ALL = 12
_ENDS = (".", "!", "?", "”", '"', "’", "'")


def opens_item(text: str, label: tuple[str, int] | None, start: int, end: int) -> bool:
    """Tell whether a number stands right behind the label of a list item: "Track laid: 74 %".

    A long label needs to have nothing but the number behind it: "Miners sent to rest in winter: 40".

    Args:
        text: A line or list item; one that ends like a sentence is none.
        label: Its label and where its value begins, as ``label_of`` returns them.
        start: Where the number begins.
        end: Where it ends.
    """
    most = SHORT_LABEL if text[end:].strip() else _MOST_BEFORE_ALL
    if label is None or text.rstrip().endswith(_ENDS) or len(label[0].split()) > most:
        return False
    return not text[label[1] : start].strip()
