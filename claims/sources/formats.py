"""What a file is, by its first bytes and its name, and the reader for it, imported only when it is met."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any

from claims.sources.errors import Unreadable
from claims.sources.quiet import quietly
from claims.sources.reading import Budget, Member, Options


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read.

    Attributes:
        name: As a person calls it.
        module: Where its ``read`` is.
        suffixes: What its files are called.
        many: Whether a file holds several articles.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    many: bool = False


TEXT = Format("text", "claims.sources.text", (".txt", ".text"))
MARKDOWN = Format("Markdown", "claims.sources.markdown", (".md", ".markdown"))
HTML = Format("web page (HTML)", "claims.sources.html", (".html", ".htm", ".xhtml", ".shtml"))
PDF = Format("PDF", "claims.sources.pdf.read", (".pdf",))
WORD = Format("Word file", "claims.sources.office.word", (".docx", ".docm"))
ODT = Format("OpenDocument text", "claims.sources.office.opendocument", (".odt", ".fodt"))
RTF = Format("Rich Text document", "claims.sources.office.rich_text", (".rtf",))
MAIL = Format("mail", "claims.sources.many.mail", (".eml", ".mht", ".mhtml"), many=True)
TABLE = Format("table of articles (CSV)", "claims.sources.many.table", (".csv", ".tsv"), many=True)
JSON = Format("JSON", "claims.sources.many.objects", (".jsonl", ".ndjson", ".json"), many=True)
FEED = Format("feed", "claims.sources.many.feed", (".rss", ".atom", ".xml", ".rdf"), many=True)
WARC = Format("web archive (WARC)", "claims.sources.many.warc", (".warc",), many=True)
ZIP = Format("zip archive", "claims.sources.many.archive", (".zip",), many=True)
GZIP = Format("gzip file", "claims.sources.many.packed", (".gz",), many=True)
FORMATS = (TEXT, MARKDOWN, HTML, PDF, WORD, ODT, RTF, MAIL, TABLE, JSON, FEED, WARC, ZIP, GZIP)

# Formats told by their first bytes, whatever the file is called.
_MARKED: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", PDF),
    (b"{\\rtf", RTF),
    (b"WARC/1.", WARC),
    (b"\x1f\x8b", GZIP),
)
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "is an old Office document", "save it as DOCX or as text"),
    (b"Rar!", "is a RAR archive", "unpack it"),
    (b"7z\xbc\xaf", "is a 7z archive", "unpack it"),
    (b"\xff\xd8\xff", "is a picture", "run text recognition (OCR) over it"),
    (b"\x89PNG", "is a picture", "run text recognition (OCR) over it"),
)
# What people have, but what is not read: told, where other files in a folder are passed over.
UNREAD = {
    ".doc": ("is an old Word document", "save it as DOCX or as text"),
    ".pages": ("is a Pages document", "save it as DOCX or PDF"),
    ".wpd": ("is a WordPerfect document", "save it as DOCX or as text"),
    ".epub": ("is an e-book", "save its text"),
    ".msg": ("is an Outlook message", "save it as EML or as text"),
    ".rar": ("is a RAR archive", "unpack it"),
    ".7z": ("is a 7z archive", "unpack it"),
    ".tar": ("is a tar archive", "unpack it"),
    ".tgz": ("is a tar archive", "unpack it"),
}
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<\?[^>]{0,300}>\s*|<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.I | re.S,
)
_BINARY = (PDF, WORD, ODT, RTF, ZIP, GZIP, WARC)
_LOOK_AT = 4096


@cache
def _by_suffix() -> dict[str, Format]:
    return {suffix: known for known in FORMATS for suffix in known.suffixes}


def suffixes() -> list[str]:
    """Return the suffixes of the files that are read."""
    return list(_by_suffix())


def is_readable(name: str) -> bool:
    """Tell whether a file of this name is read when a folder is searched."""
    return _suffix(name) in _by_suffix()


def of_name(name: str) -> Format | None:
    """Return the format that a file's name tells, or None."""
    return _by_suffix().get(_suffix(name))


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def detect(data: bytes, name: str) -> tuple[Format, str | None]:
    """Tell what a file is.

    Args:
        data: Its bytes.
        name: What it is called.

    Returns:
        Its format, and a remark where that is not what its name says.

    Raises:
        Unreadable: It is of a kind that is known not to be read, or not what its name says.
    """
    named = of_name(name)
    found = _marked(data) or _by_markup(data, named)
    if found is None and named in _BINARY and data:
        raise Unreadable(f"is no {named.name}, though its name says so", "give it the suffix of what it is")
    actual = found or named or TEXT
    if named is None or named is actual or (named, actual) in ((WARC, GZIP), (FEED, HTML)):
        return actual, None
    return actual, f"is a {actual.name}, though its name says {_suffix(name)}; read as what it is"


def _marked(data: bytes) -> Format | None:
    start = data[:_LOOK_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, cause, advice in _REFUSED:
        if data.startswith(mark):
            raise Unreadable(cause, advice)
    for mark, known in _MARKED:
        if start.startswith(mark) or (known is PDF and mark in data[:1024] and b"\x00" not in data[:8]):
            return known
    return _package(data) if data[:4] in (b"PK\x03\x04", b"PK\x05\x06") else None


def _package(data: bytes) -> Format:
    """Tell Office packages, which are zip archives, from archives."""
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return ODT
    tail = data[-200_000:]
    if b"word/document.xml" in data[:_LOOK_AT] or b"word/document.xml" in tail:
        return WORD
    for part, cause in (
        (b"xl/workbook.xml", "an Excel workbook"),
        (b"ppt/presentation.xml", "a PowerPoint file"),
    ):
        if part in tail:
            raise Unreadable(f"is {cause}", "save its text as CSV, DOCX or PDF")
    return ZIP


def _by_markup(data: bytes, named: Format | None) -> Format | None:
    if named in (HTML, MAIL, TABLE, JSON, MARKDOWN) and named is not HTML:
        return None
    start = data[:_LOOK_AT].removeprefix(b"\xef\xbb\xbf")
    if _FEED.match(start):
        return FEED
    return HTML if _PAGE.match(start) else None


def read(data: bytes, name: str, options: Options, budget: Budget) -> Iterator[Member]:
    """Read all articles of a file.

    Args:
        data: Its bytes.
        name: What it is called.
        options: How to read.
        budget: How much it may unpack to.

    Yields:
        Its articles, and the problems of those that cannot be read.

    Raises:
        Unreadable: It cannot be read at all.
    """
    known, remark = detect(data, name)
    module: Any = import_module(known.module)
    try:
        if known.many:
            yield from module.read(data, name, options, budget)
            return
        with quietly():
            reading = module.read(data)
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # what a damaged file makes a library raise cannot be listed
        raise Unreadable(f"is a {known.name} that is damaged", "save it anew, or as text") from error
    yield Member("", reading.replaced(warnings=(remark, *reading.warnings)) if remark else reading)


def read_one(data: bytes, name: str, label: str, options: Options, budget: Budget) -> Iterator[Member]:
    """Read what an archive or a mail holds; its problems are those of the member.

    Args:
        data: Its bytes.
        name: What it is called inside.
        label: What tells it from the others.
        options: How to read.
        budget: How much it may unpack to.

    Yields:
        Its articles, with their labels.
    """
    try:
        for member in read(data, name, options, budget):
            yield Member(label + member.label, member.reading, member.problem)
    except Unreadable as problem:
        yield Member(label, problem=problem)
