"""From the parts of a formatted document (a web page, a PDF, a Word file) to one text with its pieces.

Every such reader says what it knows of a part (a heading, a row, a caption) and leaves the rest to the
wording, which is judged as in a plain text file: so one article gives the same blocks in every format.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from claims.model import Block, BlockKind, Datum
from claims.sources import blocks
from claims.sources.errors import Unreadable
from claims.sources.front_matter import FrontMatter
from claims.sources.metadata import metadata
from claims.sources.pieces import Piece, after_bullet
from claims.sources.reading import Reading, Shortfall
from claims.sources.tables import is_titled

PARAGRAPH_BREAK = "\n\n"
_CELL_BREAK = " | "
# More parts make no article but a data set.
MOST_ELEMENTS = 100_000


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a document.

    Attributes:
        text: Its text, which may have line breaks inside; not used for a row.
        kind: What the format says that it is; None where the wording must tell.
        cells: The texts of a row's cells.
        header: The texts of the header's cells, for a row below one.
    """

    text: str = ""
    kind: BlockKind | None = None
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()

    def has_text(self) -> bool:
        """Tell whether there is anything to read."""
        return (
            any(cell.strip() for cell in self.cells) if self.kind == "table_row" else bool(self.text.strip())
        )


@dataclass(slots=True)
class Composed:
    """A text in the making.

    Attributes:
        text: The parts, with blank lines between them.
        pieces: Each part with its place.
    """

    text: str = ""
    pieces: list[Piece] = field(default_factory=list)


def compose(elements: Iterable[Element]) -> Composed:
    """Put the parts of a document together.

    Args:
        elements: Its parts in reading order; those without text are left out.

    Returns:
        One text with the place of each part. The rows of a table stand in a line each.
    """
    written: list[str] = []
    found: list[Piece] = []
    offset = 0
    in_table = False
    for element in elements:
        if not element.has_text():
            continue
        row = element.kind == "table_row"
        shown = [" ".join(cell.split()) for cell in element.cells]
        text = _CELL_BREAK.join(shown) if row else element.text.strip()
        kind = element.kind
        if kind is None and (bullet := after_bullet(text)):
            text, kind = text[bullet:], "list_item"
        if found:
            glue = "\n" if row and in_table and element.header else PARAGRAPH_BREAK
            written.append(glue)
            offset += len(glue)
        cells = _spans(shown, offset) if row else ()
        number = len(found) + 1
        found.append(
            Piece(
                offset,
                offset + len(text),
                text,
                number,
                True,
                kind,
                cells=cells,
                header=element.header,
            )
        )
        written.append(text)
        offset += len(text)
        in_table = row
    return Composed("".join(written), found)


def _spans(cells: list[str], offset: int) -> tuple[tuple[int, int], ...]:
    spans = []
    for cell in cells:
        spans.append((offset, offset + len(cell)))
        offset += len(cell) + len(_CELL_BREAK)
    return tuple(spans)


def rows(table: Iterable[Iterable[str]], headed: bool) -> list[Element]:
    """Return the rows of a table; the first is its header if ``headed``, or if it has only years."""
    lines = [tuple(row) for row in table]
    lines = [line for line in lines if any(cell.strip() for cell in line)]
    if not lines:
        return []
    titled = headed or is_titled(lines)
    titles = tuple(" ".join(cell.split()) for cell in lines[0]) if titled else ()
    first = Element(kind="table_row", cells=lines[0])
    return [first, *(Element(kind="table_row", cells=line, header=titles) for line in lines[1:])]


def as_reading(
    elements: Iterable[Element],
    known: dict[str, Datum],
    file_format: str,
    reader: str,
    warnings: Iterable[str] = (),
    unit: str = "paragraph",
) -> Reading:
    """Make a reading of a document's parts.

    Args:
        elements: The parts in reading order.
        known: The metadata that the format itself carries; they win over bylines in the text.
        file_format: See ``Source.format``.
        reader: See ``Source.reader``.
        warnings: What a user should know.
        unit: What the places of bylines are counted in.

    Returns:
        The reading.

    Raises:
        Unreadable: There is no paragraph of text.
    """
    composed = compose(elements)
    return lay_out(composed.text, composed.pieces, known, file_format, reader, warnings, unit)


def lay_out(
    text: str,
    pieces: list[Piece],
    known: dict[str, Datum],
    file_format: str,
    reader: str,
    warnings: Iterable[str] = (),
    unit: str = "paragraph",
) -> Reading:
    """Judge pieces by their wording and collect what is known; see ``as_reading``."""
    if len(pieces) > MOST_ELEMENTS:
        raise Unreadable(
            f"has more than {MOST_ELEMENTS:,} paragraphs", "split it into one file for each article"
        )
    layout = blocks.judge(pieces, unit)
    whole: tuple[Block, ...] = layout.blocks()
    if all(block.kind == "furniture" for block in whole):
        raise Unreadable(
            "holds no paragraph of text", "check that it holds the article and not only links or pictures"
        )
    found, remarks = metadata(FrontMatter(), layout, known)
    return Reading(
        text=text,
        blocks=whole,
        metadata=found,
        warnings=(*warnings, *remarks),
        shortfalls=shortfalls_of(layout),
        format=file_format,
        reader=reader,
    )


def shortfalls_of(layout: blocks.Layout) -> tuple[Shortfall, ...]:
    """Return the parts of a layout that are no prose and were left out."""
    found = []
    for piece in layout.too_long:
        size = f"{piece.end - piece.start:,} characters in one paragraph ({layout.unit} {piece.line})"
        most = f"{blocks.LONGEST_PARAGRAPH:,}"
        limit = f"break it into paragraphs of at most {most}; that {layout.unit} was skipped"
        found.append(Shortfall(f"has {size}", limit))
    for piece in layout.wordless:
        size = f"{piece.end - piece.start:,} digits and signs with hardly a word ({layout.unit} {piece.line})"
        found.append(Shortfall(f"has {size}", "write them out as a table; that paragraph was skipped"))
    return tuple(found)
