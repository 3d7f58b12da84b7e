"""Reader for zip archives: nothing is written, and no more is unpacked than the limits allow."""

import io
import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from claims.sources import formats
from claims.sources.errors import Unreadable, one_line
from claims.sources.office.package import DAMAGE
from claims.sources.reading import Budget, Member, Options

LARGEST_MEMBER = 20_000_000
# Text shrinks to a tenth; what shrinks to a hundredth or less and is large was made to fill the memory.
_MOST_PACKED = 100
_LARGE = 2_000_000
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 50_000
_DAMAGED = Unreadable("is damaged or cut off", "get the archive anew")


def read(data: bytes, name: str, options: Options, budget: Budget) -> Iterator[Member]:
    """Read the articles in a zip archive.

    Args:
        data: The archive.
        name: What it is called.
        options: How to read.
        budget: How much may still be unpacked; it is used up.

    Yields:
        The articles in the order of their names, and what could not be read; files of other kinds are left
        out.

    Raises:
        Unreadable: It is no archive, or too deep inside others.
    """
    if budget.depth <= 0:
        raise Unreadable("is an archive inside too many others", "unpack it")
    if data.count(_ENTRY) > _MOST_ENTRIES:  # before they are all in memory
        raise Unreadable(f"is a zip archive of more than {_MOST_ENTRIES:,} files", "unpack it")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
    except DAMAGE as error:
        raise Unreadable("is a zip archive that is damaged or cut off", "get it anew") from error
    budget.depth -= 1
    found = False
    for entry in entries:
        if not _is_wanted(entry):
            continue
        found = True
        label = f"/{one_line(entry.filename)}"
        try:
            unpacked = _unpack(archive, entry, budget)
        except Unreadable as problem:
            yield Member(label, problem=problem)
            if budget.members <= 0 or budget.characters <= 0:
                break
            continue
        yield from formats.read_one(unpacked, entry.filename, label, options, budget)
    budget.depth += 1
    if not found:
        raise Unreadable("is a zip archive without a file that could be read", "put articles into it")


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    path = PurePosixPath(entry.filename)
    if entry.is_dir() or path.stem.lower() == "readme" or path.parts[:1] == ("__MACOSX",):
        return False
    if _leads_out(entry.filename):
        return True  # worth a line, whatever it is
    return not any(part.startswith(".") for part in path.parts) and formats.is_readable(entry.filename)


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes:
    if _leads_out(entry.filename):
        raise Unreadable("has a path that leads out of its archive", "rename it; it was skipped")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise Unreadable("is a link inside an archive", "put the file itself there; it was skipped")
    if entry.flag_bits & 1:
        raise Unreadable("is locked by a password", "unpack the archive")
    budget.members -= 1
    if budget.members < 0:
        raise Unreadable("is one file too many in its archive", "unpack the archive; the rest was skipped")
    check_size(entry.file_size, entry.compress_size)
    try:
        with archive.open(entry) as stream:
            return bounded(stream, budget)
    except DAMAGE as error:
        raise _DAMAGED from error


def check_size(unpacked: int, packed: int) -> None:
    """Refuse what says of itself that it unpacks to too much.

    Raises:
        Unreadable: It does.
    """
    if unpacked > _LARGE and unpacked > _MOST_PACKED * max(packed, 1):
        raise Unreadable(
            f"unpacks to {unpacked // max(packed, 1):,} times its size (an archive bomb?)",
            "unpack it if you trust it",
        )
    if unpacked > LARGEST_MEMBER:
        raise too_large()


def too_large() -> Unreadable:
    """Return the problem of a member that unpacks to too much."""
    return Unreadable(
        f"unpacks to more than {LARGEST_MEMBER // 1_000_000} MB", "split it into one file for each article"
    )


def bounded(stream: IO[bytes] | io.BufferedIOBase, budget: Budget, largest: int = LARGEST_MEMBER) -> bytes:
    """Unpack a stream, whatever it says of its size.

    Raises:
        Unreadable: It is larger than a file or the whole budget may be.
    """
    data = stream.read(min(largest, max(budget.characters, 0)) + 1)
    budget.characters -= len(data)
    if budget.characters < 0:
        raise Unreadable("is more than may be unpacked at once", "unpack the archive; the rest was skipped")
    if len(data) > largest:
        raise too_large()
    return data
