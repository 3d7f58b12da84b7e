"""Reader for web archives (WARC): the pages that a crawl got, each an article."""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

from claims.model import Datum
from claims.sources import formats
from claims.sources.errors import Unreadable
from claims.sources.many.archive import LARGEST_MEMBER, too_large
from claims.sources.many.records import gathered
from claims.sources.quiet import quietly
from claims.sources.reading import Budget, Member, Options

_KINDS = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "application/pdf": "page.pdf",
}


def read(data: bytes, name: str, options: Options, budget: Budget) -> Iterator[Member]:
    """Read the pages of a crawl, numbered from 1; the day of the crawl is not taken for that of publication.

    Yields:
        Its articles.

    Raises:
        Unreadable: It is no web archive, or holds no pages.
    """
    with quietly():
        members = list(gathered(_pages(data, options, budget)))
    if not members:
        raise Unreadable("is a web archive without pages of text", "leave it out")
    yield from members


@cache
def version() -> str:
    """Return the name and version of the library that reads."""
    from importlib.metadata import version as of

    return f"warcio {of('warcio')}"


def _pages(data: bytes, options: Options, budget: Budget) -> Iterator[Member]:
    from warcio.archiveiterator import ArchiveIterator

    number = 0
    try:
        for record in ArchiveIterator(io.BytesIO(data), no_record_parse=False):
            if record.rec_type not in ("response", "resource") or not _is_found(record):
                continue
            kind, charset = _content_type(record)
            if kind not in _KINDS:
                continue
            number += 1
            budget.members -= 1
            if budget.members < 0 or budget.characters < 0:
                yield Member(f"#{number}", problem=Unreadable("is one page too many", "split the archive"))
                return
            yield from _page(record, f"#{number}", _KINDS[kind], charset, options, budget)
    except Exception as error:  # a damaged archive raises whatever its bytes lead to
        if isinstance(error, MemoryError):
            raise
        yield Member(
            "",
            problem=Unreadable(
                "is a web archive that is damaged or cut off", "get it anew; what stood before was read"
            ),
        )


def _is_found(record: Any) -> bool:
    return record.http_headers is None or record.http_headers.get_statuscode() == "200"


def _content_type(record: Any) -> tuple[str, str | None]:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    kind, _, rest = (headers.get_header("Content-Type") or "").partition(";")
    charset = rest.partition("charset=")[2].strip().strip('"').split(";")[0] or None
    return kind.strip().lower(), charset


def _page(
    record: Any, label: str, name: str, charset: str | None, options: Options, budget: Budget
) -> Iterator[Member]:
    data = record.content_stream().read(LARGEST_MEMBER + 1)
    budget.characters -= len(data)
    if len(data) > LARGEST_MEMBER:
        yield Member(label, problem=too_large())
        return
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    for member in _read(data, name, label, charset, options, budget):
        reading = member.reading
        if reading is not None:
            known = {"url": Datum(address, "WARC: target")} if address.startswith("http") else {}
            reader = f"{version()}, {reading.reader}" if reading.reader else version()
            reading = reading.replaced(metadata=reading.metadata | known, format="warc", reader=reader)
        yield Member(member.label, reading, member.problem)


def _read(
    data: bytes, name: str, label: str, charset: str | None, options: Options, budget: Budget
) -> Iterator[Member]:
    if name != "page.html" or charset is None:
        yield from formats.read_one(data, name, label, options, budget)
        return
    from claims.sources import html

    try:
        yield Member(label, html.read(data, charset))
    except Unreadable as problem:
        yield Member(label, problem=problem)
