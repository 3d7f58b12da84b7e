"""Reader for Rich Text (RTF)."""

import re
from functools import cache
from typing import Any

from claims.sources.elements import Element, as_reading, rows
from claims.sources.errors import Unreadable
from claims.sources.reading import Reading

SUFFIXES = (".rtf",)
_LARGEST = 8_000_000
# Pictures are hexadecimal; they are the bulk of a file and none of its text.
_PICTURE = re.compile(rb"[0-9a-fA-F\s]{2000,}")


def read(data: bytes) -> Reading:
    """Read a Rich Text document.

    Raises:
        Unreadable: It is no Rich Text, too large, or holds no text.
    """
    from striprtf import striprtf

    if not data.lstrip().startswith(b"{\\rtf"):
        raise Unreadable("is no Rich Text document", "give it the suffix of what it is")
    data = _PICTURE.sub(b" ", data)
    if len(data) > _LARGEST:
        raise Unreadable(
            f"is a Rich Text document of {len(data):,} bytes without its pictures", "save it as text"
        )
    try:
        convert: Any = striprtf.rtf_to_text
        text: str = convert(data.decode("latin-1"), errors="replace")
    except (ValueError, LookupError, IndexError, KeyError, RecursionError) as error:
        raise Unreadable("is a Rich Text document that is damaged", "save it anew, or as text") from error
    return as_reading(_elements(text), {}, "rtf", version())


@cache
def version() -> str:
    """Return the name and version of the library that reads."""
    from importlib.metadata import version as of

    return f"striprtf {of('striprtf')}"


def _elements(text: str) -> list[Element]:
    """A line is a paragraph; lines with bars are the rows of a table."""
    found: list[Element] = []
    table: list[list[str]] = []
    for line in filter(str.strip, text.splitlines()):
        if line.count("|") >= 2 and line.rstrip().endswith("|"):
            table.append(line.rstrip()[:-1].split("|"))
            continue
        if table:
            found += rows(table, False)
            table = []
        found.append(Element(line.strip()))
    return [*found, *rows(table, False)]
