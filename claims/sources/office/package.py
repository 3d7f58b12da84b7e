"""The zip packages that DOCX and ODT are: opened within limits, and their XML without entities."""

import io
import lzma
import zipfile
import zlib
from typing import Any

from claims.sources.errors import Unreadable

LARGEST_PART = 60_000_000
_MOST_PARTS = 5_000
# What reading a damaged package raises.
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    ValueError,
    KeyError,
    AttributeError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
)
_ANEW = "save it anew, or as text"


def open_package(data: bytes, what: str) -> zipfile.ZipFile:
    """Open a package whose parts are not larger than documents are.

    Raises:
        Unreadable: It is damaged, encrypted, or unpacks to too much.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    except DAMAGE as error:
        raise Unreadable(f"is {what} that is damaged or cut off", "get it anew") from error
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(f"is {what} locked by a password", "save a copy without the password")
    # Pictures are never unpacked, so only what is read counts.
    if len(parts) > _MOST_PARTS or any(
        part.file_size > LARGEST_PART for part in parts if part.filename.endswith(".xml")
    ):
        raise Unreadable(f"is {what} that unpacks to more than {LARGEST_PART // 1_000_000} MB", _ANEW)
    return package


def part(package: zipfile.ZipFile, name: str, what: str) -> bytes | None:
    """Return the bytes of a part, or None where there is none; never more than the limit."""
    try:
        with package.open(name) as stream:
            data = stream.read(LARGEST_PART + 1)
    except KeyError:
        return None
    except DAMAGE as error:
        raise Unreadable(f"is {what} that is damaged or cut off", "get it anew") from error
    if len(data) > LARGEST_PART:
        raise Unreadable(f"is {what} that unpacks to more than {LARGEST_PART // 1_000_000} MB", _ANEW)
    return data


def tree(data: bytes, what: str) -> Any:
    """Parse XML without entities, doctypes from elsewhere or the network.

    Raises:
        Unreadable: It is not well-formed.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"is {what} that is damaged", "save it anew, or as text") from error
