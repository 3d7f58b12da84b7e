"""Write results: to standard output, or to a file that is never half written and never an input."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

# The signs of our own layout, for terminals of another age.
_PLAIN_SIGNS = str.maketrans(
    {"─": "-", "·": "|", "“": '"', "”": '"', "…": "...", "–": "-", "−": "-", "÷": "/", "°": "deg ", "³": "3"}
)


class OutputError(Exception):
    """The result could not be written; the message is one line for the user."""


def check_target(target: str, inputs: Iterable[Path]) -> None:
    """Find out before the work whether ``target`` can be written.

    Args:
        target: The file that the user asked for.
        inputs: The files that are read.

    Raises:
        OutputError: It is an input, a folder, or its folder is missing or closed to writing.
    """
    path = Path(target)
    if path.is_dir():
        raise OutputError(f"{target}: is a folder; name a file to write to")
    if path.exists():
        for source in inputs:
            if source.exists() and source.samefile(path):
                raise OutputError(f"{target}: is one of the inputs; choose another file to write to")
    folder = _resolved(path).parent
    if not folder.is_dir():
        raise OutputError(f"{target}: the folder {folder} does not exist; create it first")
    if not os.access(path if _is_special(path) else folder, os.W_OK):
        raise OutputError(f"{target}: no permission to write there")


def write_file(target: str, content: str | bytes) -> None:
    """Write a file wholly or not at all: a new file in the same folder takes the target's place.

    Args:
        target: The file.
        content: Bytes, or text to be written as UTF-8.

    Raises:
        OutputError: It could not be written; the target is as it was.
    """
    path = _resolved(Path(target))
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    try:
        if _is_special(path):  # /dev/null, a pipe: nothing to replace
            path.write_bytes(data)
        else:
            _replace(path, data)
    except OSError as error:
        raise OutputError(f"{target}: could not be written: {error.strerror or error}") from error


def write_stdout(text: str, encoding: str | None = None) -> None:
    """Write ``text`` to standard output.

    Args:
        text: What to write.
        encoding: How; by default that of standard output, where what it lacks is written in plain signs or
            as an escape.

    Raises:
        BrokenPipeError: Nobody reads it any more.
        OutputError: It could not be written.
    """
    if sys.stdout is None:
        raise OutputError("standard output is closed; use --output FILE")
    encoding = encoding or sys.stdout.encoding or "utf-8"
    if not _can_write(encoding):
        text = text.translate(_PLAIN_SIGNS)
    try:
        buffer = getattr(sys.stdout, "buffer", None)
        if buffer is None:  # replaced by a program that uses this one
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            buffer.write(text.encode(encoding, "backslashreplace"))
            buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"standard output could not be written: {error.strerror or error}") from error


def _can_write(encoding: str) -> bool:
    try:
        "".join(map(chr, _PLAIN_SIGNS)).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _replace(path: Path, data: bytes) -> None:
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions of the file that is replaced, or those a new file gets."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _is_special(path: Path) -> bool:
    return path.exists() and not path.is_file()


def _resolved(path: Path) -> Path:
    """Return the file that a link points to, so that the link stays a link."""
    return Path(os.path.realpath(path))
