"""Reader for saved mail (EML) and for web pages saved as one (MHTML)."""

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from typing import Any

from claims.model import Datum
from claims.sources import formats, html
from claims.sources.article import read_text
from claims.sources.dates import find_date
from claims.sources.errors import Unreadable, one_line
from claims.sources.reading import Budget, Member, Options, Reading

_REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg)\s{0,2}:\s{0,3}){1,5}", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_HEADER = re.compile(rb"[!-9;-~]{1,80}:")
_LONGEST_HEADER = 50_000
_MOST_TYPES = 2_000
_MOST_PARTS = 500


def read(data: bytes, name: str, options: Options, budget: Budget) -> Iterator[Member]:
    """Read a mail with what is attached to it, or a saved page.

    Yields:
        The mail or the page, and the attachments that can be read.

    Raises:
        Unreadable: It is no mail, or holds no text.
    """
    _refuse_endless(data)
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        if not message.keys():
            raise Unreadable("is no mail and no saved page", "give it the suffix of what it is")
        parts = [
            part
            for _, part in zip(range(_MOST_PARTS), message.walk(), strict=False)
            if not part.is_multipart()
        ]
        page = _saved_page(message, parts)
        if page is not None:
            yield Member("", page)
            return
        yield from _mail(message, parts, options, budget)
    except Unreadable:
        raise
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable("is a mail that is damaged", "save it anew, or as text") from error


def _refuse_endless(data: bytes) -> None:
    """Refuse headers and parts beyond all measure, whose reading takes the square of their number."""
    if data.lower().count(b"content-type:") > _MOST_TYPES:
        raise Unreadable(f"is a mail of more than {_MOST_TYPES:,} parts", "save the article in it as text")
    size = 0
    for line in data.splitlines():
        if line[:1] in (b" ", b"\t"):
            size += len(line) if size else 0
        else:
            size = len(line) if _HEADER.match(line) else 0
        if size > _LONGEST_HEADER:
            raise Unreadable(
                f"is a mail with a header of more than {_LONGEST_HEADER:,} characters", "save it as text"
            )


def _payload(part: Any) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _saved_page(message: Any, parts: list[Any]) -> Reading | None:
    """Return the page, if this is one that a browser saved; its date is that of saving and says nothing."""
    location = message.get("Snapshot-Content-Location")
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    saved = location or "saved by" in str(message.get("From") or "").lower()
    if not pages or not (
        saved or (not message.get("To") and str(pages[0].get("Content-Location") or "").startswith("http"))
    ):
        return None
    reading = html.read(_payload(pages[0]), pages[0].get_content_charset())
    address = one_line(str(location or pages[0].get("Content-Location") or ""))
    known = {"url": Datum(address, "MHTML: location")} if address.startswith("http") else {}
    return reading.replaced(metadata=known | reading.metadata, format="mhtml")


def _mail(message: Any, parts: list[Any], options: Options, budget: Budget) -> Iterator[Member]:
    body: Any = (
        message.get_body(preferencelist=("plain", "html")) if isinstance(message, EmailMessage) else None
    )
    attached = [
        part
        for part in parts
        if part is not body and part.get_filename() and formats.is_readable(part.get_filename())
    ]
    try:
        yield Member("", _body(message, body))
    except Unreadable as problem:
        if not attached:
            raise
        if body is not None and _payload(body).strip():
            yield Member("", problem=problem)
    for part in attached:
        label = one_line(part.get_filename()).replace("/", "_").replace("\\", "_")
        yield from formats.read_one(_payload(part), label, f"/{label}", options, budget)


def _body(message: Any, body: Any) -> Reading:
    if body is None or not _payload(body).strip():
        raise Unreadable("is a mail without text", "leave it out")
    known, title = _headers(message), ""
    if "title" in known:
        title = known["title"].value
    if body.get_content_type() == "text/html":
        reading = html.read(_payload(body), body.get_content_charset())
        return reading.replaced(metadata=reading.metadata | known, format="email")
    text = _unquoted(_SIGNATURE.split(_text(body), maxsplit=1)[0]).strip()
    if title and not text.lower().startswith(title.lower()):
        text = f"{title}\n\n{text}"
    reading = read_text(text)
    return reading.replaced(metadata=reading.metadata | known, format="email")


def _text(body: Any) -> str:
    from claims.sources.encoding import decode

    charset = body.get_content_charset()
    data = _payload(body)
    try:
        return data.decode(charset or "utf-8").replace("\r\n", "\n")
    except (LookupError, UnicodeError):
        return decode(data).text.replace("\r\n", "\n")


def _unquoted(text: str) -> str:
    """Leave out what a reply quotes; where nearly all is quoted, that is what the mail passes on."""
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(line.startswith(">") for line in lines)
    if quoted > 0.6 * len(lines):
        return _QUOTED.sub("", text)
    return "\n".join(line for line in text.split("\n") if not line.startswith(">"))


def _headers(message: Any) -> dict[str, Datum]:
    found: dict[str, Datum] = {}
    subject = _REPLY.sub("", one_line(str(message.get("Subject") or "")), count=1).strip()
    if subject:
        found["title"] = Datum(subject[:1000], "mail header: Subject")
    name, address = parseaddr(one_line(str(message.get("From") or "")))
    if name or address:
        found["authors"] = Datum((name or address)[:1000], "mail header: From")
    if day := find_date(str(message.get("Date") or "")):
        found["published"] = Datum(day.day, "mail header: Date")
    return found
