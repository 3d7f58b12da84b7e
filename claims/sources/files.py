"""Which files were asked for, what each is called, and their bytes."""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from claims.sources import formats
from claims.sources.errors import Problem, SourceError, one_line

# A larger file is no article, or no collection of articles; it is refused before it is in memory.
LARGEST_FILE = 20_000_000
LARGEST_COLLECTION = 200_000_000
SIDECAR = "sources.toml"
STDIN = "-"
_STDIN_NAME = "stdin"
_CHECK_PATH = "check the path"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read.

    Attributes:
        path: Its absolute path; None for standard input.
        name: What it is called in all output.
        sidecars: Files that say more about it, the nearest first.
        named: Whether it was named itself, and not found in a folder.
    """

    path: Path | None
    name: str
    sidecars: tuple[Path, ...] = ()
    named: bool = True


def gather(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[Input], list[Problem]]:
    """Find all files below the given paths.

    Args:
        paths: Files, folders (searched with their folders) and "-" for standard input.

    Returns:
        The files, each once and in the order of their names, and what could not be found.
    """
    found: dict[str, Path] = {}
    sidecars: set[Path] = set()
    named: set[Path] = set()
    problems: list[Problem] = []
    stdin = False
    for given in sorted({os.fspath(path) for path in paths}):
        if given == STDIN:
            stdin = True
            continue
        try:
            files = list(_files(given, problems))
        except SourceError as error:
            problems.append(error.problem())
            continue
        for file in files:
            if file.name == SIDECAR:
                sidecars.add(file)
                continue
            real = os.path.realpath(file)
            found[real] = min(file, found.get(real, file))
            if not Path(given).is_dir():
                named.add(found[real])
    inputs = [
        Input(path, name, _sidecars_of(path, sidecars), path in named)
        for path, name in _names(sorted(found.values()))
    ]
    if stdin:
        inputs.append(Input(None, _STDIN_NAME))
    return sorted(inputs, key=lambda item: (item.name, str(item.path))), problems


def _sidecars_of(path: Path, sidecars: set[Path]) -> tuple[Path, ...]:
    """Return the sidecars in the folders above a file, the nearest first."""
    above = [sidecar for sidecar in sidecars if sidecar.parent in path.parents]
    return tuple(sorted(above, key=lambda sidecar: -len(sidecar.parts)))


def read_file(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of a file.

    Raises:
        SourceError: It is missing, no regular file, unreadable or too large.
    """
    shown = os.fspath(path)
    try:
        status = Path(shown).stat()
        if stat.S_ISDIR(status.st_mode):
            raise SourceError(shown, "is a folder", "name a file, or read the folder with load_all")
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(shown, "is no regular file", "save it to a file, or use - for standard input")
        largest = _largest(shown)
        if status.st_size > largest:
            raise _too_large(shown, largest)
        with Path(shown).open("rb") as stream:
            return _bounded(stream, shown, largest)
    except (OSError, ValueError) as error:
        raise _unreadable(shown, error) from error


def read_stream(stream: BinaryIO) -> bytes:
    """Return the bytes of standard input.

    Raises:
        SourceError: There are too many.
    """
    try:
        return _bounded(stream, _STDIN_NAME, LARGEST_FILE)
    except (OSError, ValueError) as error:
        raise _unreadable(_STDIN_NAME, error) from error


def _largest(name: str) -> int:
    known = formats.of_name(name)
    return LARGEST_COLLECTION if known is not None and known.many else LARGEST_FILE


def _bounded(stream: BinaryIO, name: str, largest: int) -> bytes:
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise _too_large(name, largest)
    return data


def _too_large(name: str, largest: int) -> SourceError:
    advice = "split it" if largest == LARGEST_COLLECTION else "split it into one file for each article"
    return SourceError(name, f"is larger than {largest // 1_000_000} MB", advice)


def _unreadable(name: str, error: OSError | ValueError) -> SourceError:
    if isinstance(error, FileNotFoundError):
        return SourceError(name, "does not exist", _CHECK_PATH)
    if isinstance(error, PermissionError):
        return SourceError(name, "may not be read", "give yourself permission to read it")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SourceError(name, f"cannot be read ({reason})", _CHECK_PATH)


def _files(given: str, problems: list[Problem]) -> Iterator[Path]:
    """Yield the file itself, or the readable files of a folder."""
    path = Path(os.path.normpath(Path(given).absolute()))
    try:
        status = Path(given).stat()
    except (OSError, ValueError) as error:
        raise _unreadable(given, error) from error
    if not stat.S_ISDIR(status.st_mode):
        yield path
        return
    skipped: Counter[str] = Counter()
    before, empty = len(problems), True
    for file in _walk(path, problems):
        if file.name == SIDECAR:
            yield file
        elif formats.is_readable(file.name):
            empty = False
            yield file
        elif (suffix := file.suffix.lower()) in formats.UNREAD:
            problems.append(Problem(file.name, *formats.UNREAD[suffix]))
        else:
            skipped[file.suffix.lower() or "no suffix"] += 1
    if empty and len(problems) == before:
        problems.append(_without_text(given, skipped))


def _without_text(folder: str, skipped: Counter[str]) -> Problem:
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(skipped.items())[:8])
    cause = "holds no file that could be read" + (f" (skipped: {kinds})" if kinds else "")
    return Problem(folder, cause, f"put articles with the suffix {', '.join(formats.suffixes())} there")


def _walk(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Yield the files below a folder; hidden ones, READMEs and what lies outside are left out."""
    root = os.path.realpath(folder)

    def report(error: OSError) -> None:
        problems.append(_unreadable(str(error.filename or folder), error).problem())

    for place, folders, names in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            _report_link(Path(place, name), root, problems)
        for name in sorted(names):
            file = Path(place, name)
            if name.startswith(".") or file.stem.lower() == "readme":
                continue
            if not file.is_symlink() or _stays_inside(file, root, problems):
                yield file


def _is_inside(real: str, root: str) -> bool:
    return real.startswith(root.rstrip(os.sep) + os.sep)


def _report_link(folder: Path, root: str, problems: list[Problem]) -> None:
    """Links to folders are not followed; that is worth a line unless their files are read anyway."""
    if not folder.is_symlink():
        return
    real = os.path.realpath(folder)
    if real == root or _is_inside(str(folder), real):
        problems.append(
            Problem(str(folder), "is a link that leads back to its own folder", "remove the link")
        )
    elif not _is_inside(real, root):
        problems.append(
            Problem(
                str(folder), "is a link to a folder elsewhere and was not followed", "name that folder itself"
            )
        )


def _stays_inside(link: Path, root: str, problems: list[Problem]) -> bool:
    if not formats.is_readable(link.name) and link.name != SIDECAR:
        return False
    real = os.path.realpath(link)
    if not link.exists():
        problems.append(Problem(str(link), "is a link that leads nowhere", "remove or mend the link"))
        return False
    if not _is_inside(real, root):
        problems.append(
            Problem(str(link), "is a link to a file elsewhere and was not followed", "name that file itself")
        )
        return False
    return True


def _names(files: list[Path]) -> Iterator[tuple[Path, str]]:
    """Yield each file with its base name, and as many of its folders as tell it from the others."""
    groups: dict[str, list[Path]] = {}
    for file in files:
        groups.setdefault(file.name, []).append(file)
    for group in groups.values():
        depth = 1
        while len({file.parts[-depth:] for file in group}) < len(group):
            depth += 1
        for file in group:
            yield file, one_line("/".join(file.parts[-depth:]))
