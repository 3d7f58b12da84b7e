"""A reader per format: from a file to a ``Source`` with its blocks and its metadata.

``load`` reads one file, ``load_all`` files and folders. What cannot be read is a ``SourceError`` or a
``Problem``: one line with the file, the cause and what to do.
"""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from claims.model import Source
from claims.sources import files
from claims.sources.errors import Problem, SourceError, Unreadable, one_line
from claims.sources.reading import Reading

__all__ = ["Problem", "SourceError", "from_text", "load", "load_all"]


def load(path: str | os.PathLike[str]) -> Source:
    """Read one file.

    Args:
        path: A text or Markdown file; a file with another suffix is tried as plain text.

    Returns:
        The source. What could not be read of it is among its warnings.

    Raises:
        SourceError: It cannot be read at all.
    """
    shown = os.fspath(path)
    reading = _from_file(files.read_file(shown), shown)
    shortfalls = tuple(f"{part.cause}; {part.advice}" for part in reading.shortfalls)
    return reading.as_source(one_line(Path(shown).name), shortfalls)


def load_all(
    paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None = None
) -> tuple[list[Source], list[Problem]]:
    """Read files and folders.

    Args:
        paths: Files, "-" for standard input, and folders with the folders in them, where READMEs, hidden
            files and files with other suffixes are left out.
        stdin: What "-" stands for; the process's standard input by default.

    Returns:
        The sources in the order of their names, whatever the order of the paths, and everything that was
        asked for and could not be read, or not in full. A text that is there twice is read once; the kept
        source says so.
    """
    inputs, problems = files.gather(paths)
    sources: list[Source] = []
    for item in inputs:
        try:
            data = files.read_file(item.path) if item.path else files.read_stream(stdin or sys.stdin.buffer)
            reading = _from_file(data, item.name)
        except SourceError as error:
            problems.append(error.problem(item.name))
            continue
        problems += [Problem(item.name, part.cause, part.advice) for part in reading.shortfalls]
        sources.append(reading.as_source(item.name))
    return _without_duplicates(sources), sorted(set(problems))


def from_text(text: str, name: str = "text.txt") -> Source:
    """Return a source for a text that is at hand.

    Args:
        text: The article.
        name: What to call it; a Markdown suffix has it read as Markdown.

    Returns:
        The source.

    Raises:
        SourceError: The text is empty or cannot be stored as UTF-8.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SourceError(
            name, "holds characters that are no text (lone surrogates)", "decode it anew"
        ) from error
    return _read(data, name).as_source(name)


def _from_file(data: bytes, name: str) -> Reading:
    return replace(_read(data, name), file_sha256=sha256(data).hexdigest())


def _read(data: bytes, name: str) -> Reading:
    try:
        return files.reader_for(name)(data)
    except Unreadable as error:
        raise SourceError(name, error.cause, error.advice) from error


def _without_duplicates(sources: list[Source]) -> list[Source]:
    """Keep the first of the sources with one text; its warnings name the others."""
    kept: dict[str, Source] = {}
    for source in sources:
        first = kept.get(source.sha256)
        if first is None:
            kept[source.sha256] = source
        else:
            warning = f"{source.name} holds the same text; it was read once"
            kept[source.sha256] = replace(first, warnings=(*first.warnings, warning))
    return list(kept.values())
