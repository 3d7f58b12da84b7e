"""From bytes to text: UTF-8 first, then what the file declares, then a guess that is told."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from claims.sources.errors import Unreadable

_SAVE_AS_TEXT = "save it as plain text or Markdown in UTF-8"

# File formats that are often handed over under a wrong name, by their first bytes.
_FORMATS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "a Rich Text (RTF) document"),
    (b"<!doctype html", "a web page (HTML)"),
    (b"<html", "a web page (HTML)"),
    (b"<?xml", "an XML document"),
)
_BOMS: tuple[tuple[bytes, str], ...] = (  # UTF-32 first: its mark begins like that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"(?:charset|encoding|coding)\s{0,4}[:=]\s{0,4}[\"']?([A-Za-z0-9._-]{2,30})", re.IGNORECASE
)
_DECLARED_WITHIN = 2048
# Codecs that Python counts as text encodings but that no article is stored in.
_NOT_FOR_FILES = {
    "utf-7",
    "idna",
    "punycode",
    "unicode-escape",
    "raw-unicode-escape",
    "undefined",
    "mbcs",
    "oem",
}
_GUESS_FROM = 65_536
_JUDGED_FROM = 1_000_000
_ODD_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_MOST_ODD_CONTROLS = 0.01
_FOREIGN_RUN = re.compile(r"[^\W\d_a-zA-Z]{3}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file.

    Attributes:
        text: Decoded and otherwise unchanged; only a byte order mark is dropped.
        warning: Which encoding it was read in, where that was not UTF-8.
    """

    text: str
    warning: str | None = None


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a text file.

    Args:
        data: The whole file.

    Returns:
        The text, with a warning where the encoding was declared or guessed.

    Raises:
        Unreadable: The bytes are no text.
    """
    if not data:
        raise Unreadable("is empty", "put the article's text into it or leave it out")
    start = data[:64].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for mark, format_name in _FORMATS:
        if start.startswith(mark.lower()):
            raise Unreadable(f"is {format_name}, not plain text", _SAVE_AS_TEXT)
    decoded = _by_mark(data) or _utf8(data) or _wide(data)
    if decoded is None:
        _refuse_nul(data)
        decoded = _declared(data) or _guessed(data)
    if decoded is None:
        raise Unreadable("is not text in any known encoding (binary data?)", _SAVE_AS_TEXT)
    _refuse_noise(decoded.text)
    if not decoded.text.strip():
        raise Unreadable("holds nothing but white space", "put the article's text into it or leave it out")
    return decoded


def decode_markup(data: bytes, charset: str | None = None) -> Decoded:
    """Decode the bytes of a web page or an XML document; see ``decode``.

    Args:
        data: The whole file.
        charset: The encoding that came with it, or None; a byte order mark wins over it, UTF-8 over what
            the page says.
    """
    if not data.strip():
        raise Unreadable("is empty", "save the page anew or leave it out")
    if data.lstrip()[:4] in (b"%PDF", b"PK\x03\x04"):
        raise Unreadable("is no web page", "give it the suffix of what it is")
    given = _named(charset.encode("ascii", "replace"), data) if charset else None
    decoded = _by_mark(data) or given or _utf8(data) or _wide(data) or _declared(data) or _guessed(data)
    if decoded is None:
        raise Unreadable("is not text in any known encoding (binary data?)", "save the page anew as UTF-8")
    _refuse_noise(decoded.text)
    return decoded if decoded.warning is None or "guessed" in decoded.warning else Decoded(decoded.text)


def _strict(data: bytes, encoding: str) -> str | None:
    """Decode, or return None; a text that UTF-8 cannot store again counts as undecodable."""
    try:
        text = data.decode(encoding)
        text.encode("utf-8")
    except (UnicodeError, LookupError, ValueError):
        return None
    return text


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark) and (text := _strict(data, encoding)) is not None:
            return Decoded(text, f"read as {encoding.upper()}, as its byte order mark says")
    return None


def _utf8(data: bytes) -> Decoded | None:
    text = None if _looks_wide(data) else _strict(data, "utf-8-sig")
    return None if text is None else Decoded(text)


def _looks_wide(data: bytes) -> str | None:
    """Name the UTF-16 order in which every other byte of Latin text is NUL."""
    sample = data[:4096]
    if len(data) % 2 or b"\x00" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * len(sample) and not even:
        return "utf-16-le"
    if even > 0.3 * len(sample) and not odd:
        return "utf-16-be"
    return None


def _wide(data: bytes) -> Decoded | None:
    encoding = _looks_wide(data)
    text = _strict(data, encoding) if encoding else None
    return (
        None
        if encoding is None or text is None
        else Decoded(text, f"not UTF-8; read as {encoding.upper()} (guessed)")
    )


def _declared(data: bytes) -> Decoded | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    return _named(match[1], data) if match else None


def _named(name: bytes, data: bytes) -> Decoded | None:
    """Decode as an encoding of this name; Latin-1 is what Windows-1252 is often called."""
    try:
        codec = codecs.lookup(name.decode("ascii"))
    except (LookupError, UnicodeError, ValueError):
        return None
    if codec.name in _NOT_FOR_FILES or not getattr(codec, "_is_text_encoding", True):
        return None
    encoding = "cp1252" if codec.name in ("iso8859-1", "ascii") and _strict(data, "cp1252") else codec.name
    text = _strict(data, encoding)
    return None if text is None else Decoded(text, f"not UTF-8; read as {encoding}, as it declares")


def _guessed(data: bytes) -> Decoded | None:
    """Guess: Windows-1252 where that gives plausible English, else what charset-normalizer finds."""
    western = _strict(data, "cp1252")
    if western is not None and _plausible_english(western):
        return Decoded(western, "not UTF-8; read as cp1252 (guessed)")
    best = from_bytes(data[:_GUESS_FROM]).best()
    for encoding in (best.encoding if best else None, "cp1252"):
        text = _strict(data, encoding) if encoding else None
        if text is not None:
            return Decoded(text, f"not UTF-8; read as {encoding} (guessed)")
    return None


def _plausible_english(text: str) -> bool:
    """Tell whether letters beyond ASCII are few and stand alone, as in English with quotes and names."""
    text = text[:_JUDGED_FROM]
    letters = sum(c.isalpha() for c in text)
    foreign = sum(c.isalpha() and not c.isascii() for c in text)
    return foreign <= 0.15 * letters and not _FOREIGN_RUN.search(text) and not _ODD_CONTROLS.search(text)


def _refuse_nul(data: bytes) -> None:
    if b"\x00" in data:
        raise Unreadable("holds NUL bytes, so it is binary data or damaged", _SAVE_AS_TEXT)


def _refuse_noise(text: str) -> None:
    if "\x00" in text:
        raise Unreadable("holds NUL bytes, so it is binary data or damaged", _SAVE_AS_TEXT)
    if len(text) - len(_ODD_CONTROLS.sub("", text)) > _MOST_ODD_CONTROLS * len(text):
        raise Unreadable("is binary data, not text", _SAVE_AS_TEXT)
