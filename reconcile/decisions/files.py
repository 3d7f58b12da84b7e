"""A file of JSON lines that only ever grows: locked, written through to the disk, and never glued together.

Whoever appends holds the file's lock. A line that was cut short (a killed process, a full disk) is moved to a
file beside it before anything is appended behind it.
"""

import errno
import json
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from reconcile.decisions.locks import lock

_NEW_FILE = 0o666
_ADVICE = "check its permissions or choose another --workspace"
_FULL = {errno.ENOSPC, errno.EDQUOT}


class LedgerError(Exception):
    """A ledger could not be read or written; the message is one line for the user."""


class Seen(NamedTuple):
    """How much of a file has been read.

    Attributes:
        file: Which file it was: another may be put in its place.
        size: Its whole lines in bytes.
    """

    file: int = 0
    size: int = 0


NOTHING = Seen()


def append(path: Path, make: Callable[[bytes], bytes], seen: Seen = NOTHING) -> Seen:
    """Append a line to a file; when this returns, it is on the disk.

    Args:
        path: The file; it is made where there is none.
        make: Gets what the caller has not read (all, where the file was replaced) and returns the line.
        seen: How much of the file the caller has read.

    Returns:
        How much it has read then, its own line included.

    Raises:
        LedgerError: It could not be written; what was in the file before is still there, and nothing else.
    """
    try:
        make_folder(path.parent)
        with _locked(path) as handle:
            size = _mended(handle, path)
            if size == 0:
                sync_folder(path.parent)
            number = os.fstat(handle).st_ino
            is_same = seen.file == number and seen.size <= size
            line = make(_read_from(handle, seen.size if is_same else 0))
            try:
                _write(handle, line)
                os.fsync(handle)
            except OSError:
                with suppress(OSError):  # the next start mends what cannot be taken back now
                    os.ftruncate(handle, size)
                raise
            return Seen(number, size + len(line))
    except OSError as error:
        raise LedgerError(_refused(path, error)) from error


def read(path: Path) -> tuple[bytes, bytes, Seen]:
    """Return the whole lines of a file, what is left of a last line that was cut short, and how much that is.

    Raises:
        LedgerError: It could not be read.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # a pipe would wait for ever
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise LedgerError(f"{path}: is no ordinary file; {_ADVICE}")
            with suppress(OSError):  # some network file systems have no locks: read what is there
                lock(handle, exclusive=False)
            data, number = _read_from(handle, 0), os.fstat(handle).st_ino
        finally:
            os.close(handle)
    except FileNotFoundError:
        return b"", b"", Seen()
    except OSError as error:
        raise LedgerError(f"{path}: could not be read: {error.strerror or error}; {_ADVICE}") from error
    whole, end, rest = data.rpartition(b"\n")
    return whole + end, rest, Seen(number, len(whole + end))


def mend(path: Path) -> str | None:
    """Move a last line that was cut short to a file beside it.

    Returns:
        What was done, for the user; None where there was nothing to do.

    Raises:
        LedgerError: It could not be done.
    """
    if not read(path)[1]:
        return None
    try:
        with _locked(path) as handle:
            before = os.fstat(handle).st_size
            torn = before - _mended(handle, path)
    except OSError as error:
        full = error.errno in _FULL
        cause = "the disk is full" if full else error.strerror or str(error)
        advice = "free some space" if full else _ADVICE
        raise LedgerError(
            f"{path}: its last line was cut short and cannot be moved aside: {cause}; "
            f"nothing is lost; {advice}"
        ) from error
    if torn <= 0:  # it only lacked its line end, or somebody else has mended it
        return None
    return (
        f"{path}: the last line was cut short while it was written ({torn} bytes); it was never reported as "
        f"saved and has been moved to {aside(path).name}"
    )


def aside(path: Path) -> Path:
    """Return the file that keeps what is left of torn lines."""
    return path.with_suffix(".torn")


def introduce(path: Path, text: str) -> None:
    """Write a small file where there is none yet, or only an empty one.

    Raises:
        LedgerError: It could not be written.
    """
    try:
        make_folder(path.parent)
        if path.exists() and path.stat().st_size:
            return
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _NEW_FILE)
        try:
            _write(handle, text.encode())
        except OSError:
            os.ftruncate(handle, 0)  # whoever comes next finds it empty and tries again
            raise
        finally:
            os.close(handle)
    except OSError as error:
        raise LedgerError(_refused(path, error)) from error


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each on the disk when this returns."""
    missing = [folder, *folder.parents]
    missing = missing[: next((at for at, item in enumerate(missing) if item.is_dir()), len(missing))]
    for item in reversed(missing):
        item.mkdir(exist_ok=True)
        sync_folder(item.parent)


def sync_folder(folder: Path) -> None:
    """Write through what a folder holds, where the system can."""
    if os.name == "nt":  # has no such thing
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(path: Path) -> Iterator[int]:
    """Open and lock a file for appending; git may have put another file in its place meanwhile."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, _NEW_FILE)
        try:
            lock(handle, exclusive=True)
            if _is_still(handle, path):
                yield handle
                return
        finally:
            os.close(handle)  # and with it the lock


def _is_still(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _mended(handle: int, path: Path) -> int:
    """Put the end of a locked file in order and return its size."""
    data = _tail(handle)
    size = os.fstat(handle).st_size
    if not data:
        return size
    if _is_whole(data):
        _write(handle, b"\n")
        os.fsync(handle)
        return size + 1
    _keep(aside(path), data)
    os.ftruncate(handle, size - len(data))
    os.fsync(handle)
    return size - len(data)


def _is_whole(data: bytes) -> bool:
    """Whether a last line lacks nothing but its line end: what was cut short is no JSON object."""
    try:
        return isinstance(json.loads(data), dict)
    except (ValueError, RecursionError):
        return False


def _keep(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _NEW_FILE)
    try:
        _write(handle, data + b"\n")
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(path.parent)


def _tail(handle: int) -> bytes:
    """Return what stands behind the last line end."""
    at = os.fstat(handle).st_size
    data = b""
    while at > 0 and b"\n" not in data:
        step = min(at, 1 << 16)
        at -= step
        os.lseek(handle, at, os.SEEK_SET)
        data = os.read(handle, step) + data
    return data.rpartition(b"\n")[2]


def _read_from(handle: int, start: int) -> bytes:
    os.lseek(handle, start, os.SEEK_SET)
    parts = []
    while part := os.read(handle, 1 << 20):
        parts.append(part)
    return b"".join(parts)


def _write(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


def _refused(path: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return (
            f"{path}: the disk is full: this decision was not saved, all earlier ones were; "
            "free some space and decide again"
        )
    return f"{path}: could not be written: {error.strerror or error}; this decision was not saved; {_ADVICE}"
