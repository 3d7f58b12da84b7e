"""Reader for OpenDocument text (ODT)."""

import re
from collections.abc import Iterator
from typing import Any

from claims.model import Datum
from claims.sources.dates import find_date
from claims.sources.elements import Element, as_reading, rows
from claims.sources.errors import Unreadable
from claims.sources.office.package import open_package, part, tree
from claims.sources.reading import Reading

SUFFIXES = (".odt", ".fodt")
_WHAT = "an OpenDocument text"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_UNSEEN = frozenset(
    {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}table-of-content"}
)
_BLANKS = re.compile(r"[ \t\r\n]+")


def read(data: bytes) -> Reading:
    """Read an OpenDocument text, packed or flat.

    Raises:
        Unreadable: It is damaged, locked, or holds no text.
    """
    if data.lstrip()[:1] == b"<":
        root, about = tree(data, _WHAT), None
    else:
        package = open_package(data, _WHAT)
        content = part(package, "content.xml", _WHAT)
        if content is None:
            raise Unreadable(f"is {_WHAT} without a text", "save it anew, or as text")
        meta = part(package, "meta.xml", _WHAT)
        root, about = tree(content, _WHAT), tree(meta, _WHAT) if meta else None
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise Unreadable(f"is {_WHAT} without a text", "save it as text")
    reading = as_reading(_elements(body), {}, "odt", "")
    return reading.replaced(metadata=_properties(root if about is None else about) | reading.metadata)


def _elements(body: Any) -> Iterator[Element]:
    """The parts of the text, also in sections, lists and frames."""
    waiting = [(iter(body), False)]
    while waiting:
        children, listed = waiting[-1]
        node = next(children, None)
        if node is None:
            waiting.pop()
        elif not isinstance(node.tag, str) or node.tag in _UNSEEN:
            continue
        elif node.tag in (f"{_TEXT}h", f"{_TEXT}p"):
            kind = "heading" if node.tag == f"{_TEXT}h" else "list_item" if listed else None
            yield Element(_words(node), kind)  # type: ignore[arg-type]
        elif node.tag == f"{_TABLE}table":
            yield from _table(node)
        else:
            waiting.append((iter(node), listed or node.tag == f"{_TEXT}list"))


def _table(node: Any) -> list[Element]:
    headed = node.find(f"{_TABLE}table-header-rows") is not None
    return rows(
        (
            [" ".join(_words(p) for p in cell.iter(f"{_TEXT}p")) for cell in row.iter(f"{_TABLE}table-cell")]
            for row in node.iter(f"{_TABLE}table-row")
        ),
        headed,
    )


def _words(node: Any) -> str:
    written: list[str] = []
    _gather(node, written, 0)
    return "".join(written).strip()


def _gather(node: Any, written: list[str], depth: int) -> None:
    written.append(_BLANKS.sub(" ", node.text or ""))
    for child in node:
        if isinstance(child.tag, str) and child.tag not in _UNSEEN and depth < 100:
            if child.tag == f"{_TEXT}s" or child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
                written.append(" ")
            else:
                _gather(child, written, depth + 1)
        written.append(_BLANKS.sub(" ", child.tail or ""))


def _properties(root: Any) -> dict[str, Datum]:
    """What the file says about itself: often the typist and the draft, so it is all a guess."""
    found: dict[str, Datum] = {}
    for key, name, shown in (
        ("title", f"{_DC}title", "title"),
        ("authors", f"{_META}initial-creator", "creator"),
    ):
        if value := " ".join((root.findtext(f".//{name}") or "").split())[:1000]:
            found[key] = Datum(value, f"guess: document properties, {shown}", guess=True)
    if day := find_date(root.findtext(f".//{_META}creation-date") or ""):
        found["published_guess"] = Datum(day.day, "guess: document properties, created", guess=True)
    return found
