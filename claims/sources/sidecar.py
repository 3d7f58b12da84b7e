"""``sources.toml``: what a person knows about the files of a folder. It wins over all that the files say."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from claims import vocabulary
from claims.model import Datum
from claims.sources.dates import find_date
from claims.sources.errors import Problem, SourceError
from claims.sources.files import SIDECAR, read_file

_LONGEST_VALUE = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """What a sidecar says about the sources of one name.

    Attributes:
        pattern: A file's name, relative to the sidecar's folder; ``*`` stands for anything.
        data: What is known.
    """

    pattern: str
    data: Mapping[str, Datum]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A ``sources.toml``.

    Attributes:
        folder: Where it lies.
        entries: What it says.
    """

    folder: Path
    entries: tuple[Entry, ...]

    def about(self, path: Path, label: str) -> dict[str, Datum]:
        """Return what it says about an article.

        Args:
            path: The article's file.
            label: What tells it from others in the file.

        Returns:
            The data; what is said of exactly this name wins over what is said of many.
        """
        inside = path.relative_to(self.folder).as_posix()
        names = {inside, inside + label}
        found: dict[str, Datum] = {}
        for entry in self.entries:
            if any(fnmatchcase(name, entry.pattern) for name in names) and entry.pattern not in names:
                found |= entry.data
        for name in (inside, inside + label):
            for entry in self.entries:
                if entry.pattern == name:
                    found |= entry.data
        return found


def read(paths: Iterable[Path]) -> tuple[dict[Path, Sidecar], list[Problem]]:
    """Read sidecars.

    Args:
        paths: The files.

    Returns:
        What they say, by path, and what of it cannot be used.
    """
    found: dict[Path, Sidecar] = {}
    problems: list[Problem] = []
    for path in sorted(set(paths)):
        try:
            document = tomllib.loads(read_file(path).decode("utf-8"))
        except SourceError as error:
            problems.append(error.problem(SIDECAR))
            continue
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
            problems.append(Problem(SIDECAR, f"cannot be read ({error})", "correct it; it was left out"))
            continue
        entries = tuple(_entry(name, table, problems) for name, table in document.items())
        found[path] = Sidecar(path.parent, entries)
    return found, problems


@cache
def _keys() -> dict[str, str]:
    known = vocabulary.load("metadata")["keys"]
    return {spelling: key for key, spellings in known.items() for spelling in spellings}


def _entry(name: str, table: Any, problems: list[Problem]) -> Entry:
    data: dict[str, Datum] = {}
    if not isinstance(table, dict):
        problems.append(Problem(SIDECAR, f"{name} stands in no table", 'write ["file name"] above it'))
        return Entry(name, data)
    for written, value in table.items():
        key = _keys().get(re.sub(r"[\s-]+", "_", written.strip().lower()))
        if key is None:
            problems.append(
                Problem(
                    SIDECAR,
                    f"{name}: {written} is not known",
                    f"use one of {', '.join(sorted(set(_keys().values())))}",
                )
            )
            continue
        text = _text(value)
        if key in ("published", "modified", "accessed"):
            date = find_date(text)
            if date is None:
                problems.append(
                    Problem(
                        SIDECAR,
                        f"{name}: {written} {text[:60]!r} is no full, unambiguous date",
                        "write 2025-10-28",
                    )
                )
                continue
            text = date.day
        data[key] = Datum(text, f"{SIDECAR}: {written}")
    return Entry(name, data)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_text(item) for item in value)[:_LONGEST_VALUE]
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return " ".join(str(value).split())[:_LONGEST_VALUE]
