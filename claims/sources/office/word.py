"""Reader for Word files (DOCX)."""

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from claims.model import BlockKind, Datum
from claims.sources.dates import find_date
from claims.sources.elements import Element, as_reading, rows
from claims.sources.errors import Unreadable
from claims.sources.office.package import DAMAGE, open_package
from claims.sources.reading import Reading

SUFFIXES = (".docx", ".docm")
_WHAT = "a Word file"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Deleted text, text moved from here, field codes, pictures' alternatives: they are not what the page shows.
_UNSEEN = frozenset(
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "footnoteReference")
)
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"heading \d|title|subtitle", re.IGNORECASE)
_LONGEST_CELL = 400


def read(data: bytes) -> Reading:
    """Read a Word file: the text as it stands, insertions accepted and deletions left out.

    Raises:
        Unreadable: It is damaged, locked, or holds no text.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    open_package(data, _WHAT).close()
    try:
        document = docx.Document(io.BytesIO(data))
        elements = list(_elements(document.element.body, _style_names(document)))
        known = _properties(document.core_properties)
    except (OpcError, etree.LxmlError, *DAMAGE) as error:
        raise Unreadable(f"is {_WHAT} that is damaged", "save it anew, or as text") from error
    reading = as_reading(elements, {}, "docx", version())
    return reading.replaced(metadata=known | reading.metadata)


@cache
def version() -> str:
    """Return the name and version of the library that reads."""
    from importlib.metadata import version as of

    return f"python-docx {of('python-docx')}"


def _style_names(document: Any) -> dict[str, str]:
    return {style.style_id: (style.name or "").lower() for style in document.styles}


def _elements(body: Any, styles: dict[str, str]) -> Iterator[Element]:
    """The parts of a document's body, also in content controls and text boxes."""
    for node in body:
        if node.tag == f"{_W}p":
            yield from _paragraph(node, styles)
        elif node.tag == f"{_W}tbl":
            yield from _table(node, styles)
        elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag", f"{_W}customXml"):
            yield from _elements(node, styles)


def _paragraph(node: Any, styles: dict[str, str]) -> Iterator[Element]:
    for line in re.split(r"\n{2,}", _text(node)):
        text = " ".join(line.split("\n")).strip()
        if text:
            yield Element(text, _kind(node, styles))
    for box in node.iter(f"{_W}txbxContent"):
        if not any(above.tag == _ALTERNATIVE for above in box.iterancestors()):
            yield from _elements(box, styles)


def _kind(node: Any, styles: dict[str, str]) -> BlockKind | None:
    properties = node.find(f"{_W}pPr")
    style = properties.find(f"{_W}pStyle") if properties is not None else None
    name = styles.get(style.get(f"{_W}val") or "", "") if style is not None else ""
    if _HEADING.match(name):
        return "heading"
    if name == "caption":
        return "caption"
    listed = properties is not None and properties.find(f"{_W}numPr") is not None
    return "list_item" if listed or name.startswith("list ") else None


def _text(node: Any) -> str:
    """The words of a paragraph; those of a text box in it are a part of their own."""
    written: list[str] = []
    waiting = [iter(node)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
            continue
        if child.tag in _UNSEEN or child.tag in (f"{_W}txbxContent", _ALTERNATIVE):
            continue
        if child.tag == f"{_W}t":
            written.append(child.text or "")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            written.append("\n")
        elif child.tag == f"{_W}tab":
            written.append("\t")
        elif child.tag == f"{_W}noBreakHyphen":
            written.append("\u2011")
        elif child.tag == f"{_W}softHyphen":
            written.append("\u00ad")
        else:
            waiting.append(iter(child))
    return "".join(written)


def _table(node: Any, styles: dict[str, str]) -> Iterator[Element]:
    """A table of data; one with long cells lays out the page, and its cells are read as text."""
    lines = [[cell for cell in row if cell.tag == f"{_W}tc"] for row in node.iter(f"{_W}tr")]
    texts = [[" ".join(_text(p) for p in cell.iter(f"{_W}p")).strip() for cell in line] for line in lines]
    layout = any(len(text) > _LONGEST_CELL for line in texts for text in line)
    if (
        layout
        or max(map(len, lines), default=0) < 2
        or any(cell.find(f"{_W}tbl") is not None for line in lines for cell in line)
    ):
        for line in lines:
            for cell in line:
                yield from _elements(cell, styles)
        return
    yield from rows(texts, node.find(f"{_W}tr/{_W}trPr/{_W}tblHeader") is not None)


def _properties(properties: Any) -> dict[str, Datum]:
    """What the file says about itself: often the typist and the draft, so it is all a guess."""
    found: dict[str, Datum] = {}
    for key, name in (("title", "title"), ("authors", "author")):
        value = " ".join((getattr(properties, name, "") or "").split())[:1000]
        if value and value.lower() != "python-docx":
            found[key] = Datum(value, f"guess: Word properties, {name}", guess=True)
    created = getattr(properties, "created", None)
    day = find_date(created.date().isoformat()) if created else None
    if day:
        found["published_guess"] = Datum(day.day, "guess: Word properties, created", guess=True)
    return found
