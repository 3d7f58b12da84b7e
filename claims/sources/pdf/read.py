"""Reader for PDF files."""

import json
import re
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from claims.model import Datum
from claims.sources.elements import Composed, Element, compose, lay_out, rows
from claims.sources.errors import Unreadable
from claims.sources.pdf.lines import (
    Line,
    Page,
    body_size,
    columns,
    parted,
    table_cells,
    table_end,
    without_edges,
)
from claims.sources.pdf.paragraphs import paragraphs
from claims.sources.reading import Reading, Shortfall

SUFFIXES = (".pdf",)
MOST_PAGES = 1_000
SECONDS = 60
MEMORY = 1_000_000_000
_WORKER = Path(__file__).with_name("worker.py")
_DAY = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_FILE_NAME = re.compile(
    r"\.(?:docx?|indd|pdf|qxd|pages|odt|rtf|tex|html?)\b|^untitled|^microsoft word", re.IGNORECASE
)
_SPLIT_IT = "split it and keep the pages with the article"


def read(data: bytes) -> Reading:
    """Read a PDF; its pages are in the reading.

    Raises:
        Unreadable: It is damaged, locked by a password, holds no text, or is too much for the limits.
    """
    document = _document(data)
    pages = [
        Page(number, page["height"], tuple(_line(number, line) for line in page["lines"]))
        for number, page in enumerate(document["pages"])
    ]
    if not any(page.lines for page in pages):
        raise Unreadable("is a PDF without text (scanned?)", "run text recognition (OCR) over it")
    placed = _elements(without_edges(pages))
    composed = compose(element for element, _ in placed)
    reading = lay_out(composed.text, composed.pieces, {}, "pdf", version())
    metadata = _properties(document["info"]) | reading.metadata
    if "published" in metadata:
        metadata.pop("published_guess", None)
    return reading.replaced(
        metadata=metadata,
        pages=_starts(composed, [lines for _, lines in placed], len(pages)),
        shortfalls=reading.shortfalls + _unread(document),
    )


@cache
def version() -> str:
    """Return the name and version of the library that reads."""
    from importlib.metadata import version as of

    return f"pypdfium2 {of('pypdfium2')}"


@cache
def _library() -> str:
    """Return the folder that the library is installed in."""
    found = find_spec("pypdfium2")
    return str(Path(found.origin).parents[1]) if found and found.origin else ""


def _document(data: bytes) -> dict[str, Any]:
    """Have the worker read the lines."""
    command = [sys.executable, "-I", str(_WORKER), str(MOST_PAGES), str(MEMORY), _library()]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"is a PDF that takes more than {SECONDS} seconds", _SPLIT_IT) from error
    try:
        document: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        raise Unreadable("is a PDF that cannot be read within the limits of memory", _SPLIT_IT) from error
    problem = document.get("error")
    if problem == "password":
        raise Unreadable("is a PDF locked by a password", "save a copy without the password")
    if problem == "memory":
        raise Unreadable("is a PDF that cannot be read within the limits of memory", _SPLIT_IT)
    if problem:
        raise Unreadable("is a PDF that is damaged or cut off", "get it anew")
    return document


def _line(page: int, line: dict[str, Any]) -> Line:
    cells = tuple((left, right, text) for left, right, text in line["cells"])
    return Line(
        page,
        line["text"],
        line["left"],
        line["right"],
        line["bottom"],
        line["top"],
        line["size"],
        line["bold"],
        cells,
    )


def _elements(pages: list[Page]) -> list[tuple[Element, tuple[Line, ...]]]:
    """The parts of the document with their lines; notes come after the text, so as not to cut it."""
    size = body_size([line for page in pages for line in page.lines])
    text: list[Line] = []
    notes: list[Line] = []
    for page in pages:
        of_text, of_notes = parted(page, size)
        text += columns(of_text)
        notes += of_notes
    return [placed for placed in (*_flow(text, size), *_flow(notes, size)) if placed[0].has_text()]


def _flow(lines: list[Line], size: float) -> list[tuple[Element, tuple[Line, ...]]]:
    found: list[tuple[Element, tuple[Line, ...]]] = []
    at = begin = 0
    while at <= len(lines):
        end = table_end(lines, at) if at < len(lines) else at
        if end > at or at == len(lines):
            prose = paragraphs(lines[begin:at], size)
            found += [(Element(part.text, part.kind), part.lines) for part in prose]
            table = lines[at:end]
            found += (
                [(row, (line,)) for row, line in zip(rows(table_cells(table), False), table, strict=False)]
                if table
                else []
            )
            begin = end
        at = max(end, at + 1)
    return found


def _starts(composed: Composed, lines: list[tuple[Line, ...]], count: int) -> tuple[int, ...]:
    """Where each page begins in the text; a page without text begins where the next one does."""
    first: dict[int, int] = {}
    for piece, parts in zip(composed.pieces, lines, strict=True):
        offset = piece.start
        for line in parts:
            first[line.page] = min(offset, first.get(line.page, offset))
            offset += len(line.text) + 1
    starts: list[int] = []
    following = len(composed.text)
    for page in reversed(range(count)):
        following = min(first.get(page, following), following)
        starts.append(following)
    return (0, *reversed(starts[:-1]))


def _properties(info: dict[str, str]) -> dict[str, Datum]:
    """What the file says about itself: often the typist and the draft, so it is all a guess."""
    found: dict[str, Datum] = {}
    for key, name in (("title", "Title"), ("authors", "Author")):
        value = " ".join((info.get(name) or "").split())[:1000]
        if len(value) > 2 and not _FILE_NAME.search(value):
            found[key] = Datum(value, f"guess: PDF properties, {name}", guess=True)
    if match := _DAY.match(info.get("CreationDate") or ""):
        found["published_guess"] = Datum(
            "-".join(match.groups()), "guess: PDF properties, CreationDate", guess=True
        )
    return found


def _unread(document: dict[str, Any]) -> tuple[Shortfall, ...]:
    found = []
    bad = [str(number) for number, page in enumerate(document["pages"], 1) if page.get("unread")]
    if bad:
        found.append(
            Shortfall(f"has damaged pages ({', '.join(bad[:8])})", "get it anew; the other pages were read")
        )
    if document["count"] > MOST_PAGES:
        found.append(
            Shortfall(f"has {document['count']:,} pages; the first {MOST_PAGES:,} were read", _SPLIT_IT)
        )
    return tuple(found)
