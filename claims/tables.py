"""Numbers outside of sentences: cells of tables and "label: value" lines, read with their labels."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.model import Block, Quantity, Source
from claims.quantities import quantities

_UNIT = re.compile(r"\(([^()]{1,20})\)\s*$")
_MARKUP = re.compile(r"[*_`]+")
_LABEL = re.compile(r"^([^:.!?\n]{2,60}):\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table.

    Attributes:
        quantity: The number with the unit of its cell or header; offsets count in the source's text.
        row: The label of its row.
        column: The header of its column, without the unit.
        start: First offset of the row.
        end: Offset after the row.
    """

    quantity: Quantity
    row: str
    column: str
    start: int
    end: int


def cells(source: Source) -> Iterator[Cell]:
    """Yield the numbers in the tables of a source, in order.

    The first cell of a row is its label. A cell without a unit has that of its header ("Crop (Mt)").
    """
    for block in source.blocks:
        if block.kind == "table_row" and block.header and len(block.cells) > 1:
            yield from _row(source, block)


def _row(source: Source, block: Block) -> Iterator[Cell]:
    label = _clean(source.text[slice(*block.cells[0])])
    for (start, end), header in zip(block.cells[1:], block.header[1:], strict=False):
        unit = _UNIT.search(header)
        written = source.text[start:end]
        read = _with_unit(_MARKUP.sub(" ", written), unit[1] if unit else "")
        for quantity in read:
            moved = _moved(quantity, start, end, written)
            yield Cell(moved, label, _clean(_UNIT.sub("", header)), block.start, block.end)


def _with_unit(written: str, unit: str) -> list[Quantity]:
    """Read a cell as if its header's unit stood beside the number."""
    number = written.strip()
    if unit and not re.search(r"[^\d\s.,–−+-]", number):
        before, after = ("", f" {unit}") if unit[0] not in "$€£₹¥" else (unit[0], unit[1:])
        return [*quantities(f"{before}{number}{after}")][:1]
    return [*quantities(number)][:1]


def _moved(quantity: Quantity, start: int, end: int, written: str) -> Quantity:
    left = start + len(written) - len(written.lstrip(" *_`"))
    right = start + len(written.rstrip(" *_`"))
    from dataclasses import replace

    return replace(quantity, start=left, end=right, number_start=left, number_end=right)


def _clean(text: str) -> str:
    return " ".join(_MARKUP.sub(" ", text).split())


def label_of(text: str) -> tuple[str, int] | None:
    """Return the label of a "label: value" line and the offset at which its value begins, or None.

    Args:
        text: A line or list item ("Net debt: €321m, against €402m in March").
    """
    match = _LABEL.match(text)
    return (match[1].strip(" *_"), match.end()) if match else None
