"""A reader per format: from a file to a ``Source`` with its blocks and its metadata.

``load`` reads one file, ``load_all`` files and folders. What cannot be read is a ``SourceError`` or a
``Problem``: one line with the file, the cause and what to do. Nothing is fetched, and nothing outside the
given paths is read.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from claims.model import Datum, Source
from claims.sources import files, formats, languages, sidecar
from claims.sources.errors import NoArticles, Problem, SourceError, Unreadable, one_line
from claims.sources.near import with_repeats
from claims.sources.reading import Budget, Member, Options, Reading

__all__ = ["Options", "Problem", "SourceError", "from_text", "load", "load_all"]

_CAUSE = "is in {name}, and only English is read"
_ADVICE = "give a translation; it was skipped"


def load(path: str | os.PathLike[str]) -> Source:
    """Read one file that holds one article.

    Args:
        path: A text, a web page, a PDF, a document …; a file with an unknown suffix is tried as plain text.

    Returns:
        The source. What could not be read of it is among its warnings.

    Raises:
        SourceError: It cannot be read at all, is in another language than English, or holds several articles.
    """
    shown = os.fspath(path)
    data = files.read_file(shown)
    members = list(_members(data, shown, Options()))
    readings = [member.reading for member in members if member.reading is not None]
    if len(readings) > 1:
        raise SourceError(shown, f"holds {len(readings):,} articles", "read it with load_all")
    if not readings:
        problem = members[0].problem if members else None
        cause, advice = (problem.cause, problem.advice) if problem else ("holds no article", "leave it out")
        raise SourceError(shown, cause, advice)
    reading = _judged(readings[0])
    if isinstance(reading, Unreadable):
        raise SourceError(shown, reading.cause, reading.advice)
    missed = [f"{member.label}: {member.problem}" for member in members if member.problem is not None]
    shortfalls = (*(f"{part.cause}; {part.advice}" for part in reading.shortfalls), *missed)
    return replace(reading, file_sha256=_digest(data)).as_source(one_line(Path(shown).name), shortfalls)


def load_all(
    paths: Iterable[str | os.PathLike[str]],
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
) -> tuple[list[Source], list[Problem]]:
    """Read files and folders.

    Args:
        paths: Files, "-" for standard input, and folders with the folders in them, where READMEs, hidden
            files and files with other suffixes are left out. A ``sources.toml`` says more about the files
            in its folder, and wins over what they say.
        stdin: What "-" stands for; the process's standard input by default.
        columns: For tables of articles: what a column holds (text, title, published …) -> its name.

    Returns:
        The sources in the order of their names, whatever the order of the paths, and everything that was
        asked for and could not be read, or not in full. A text that is there twice is read once; the kept
        source says so. A text that is nearly another's says which it repeats.
    """
    inputs, problems = files.gather(paths)
    known, complaints = sidecar.read(path for item in inputs for path in item.sidecars)
    problems += complaints
    sources: list[Source] = []
    for item in inputs:
        try:
            options = Options(columns or {}, item.named)
            data = files.read_file(item.path) if item.path else files.read_stream(stdin or sys.stdin.buffer)
            digest = _digest(data)
            for member in _members(data, item.name, options):
                name = item.name + member.label
                reading = (
                    _about(member.reading, item, member.label, known) if member.reading else member.problem
                )
                read = _judged(reading) if isinstance(reading, Reading) else reading
                if not isinstance(read, Reading):
                    problems += [Problem(name, read.cause, read.advice)] if read else []
                    continue
                problems += [Problem(name, part.cause, part.advice) for part in read.shortfalls]
                sources.append(replace(read, file_sha256=digest).as_source(name))
        except SourceError as error:
            problems.append(error.problem(item.name))
    return with_repeats(_without_duplicates(sources)), sorted(set(problems))


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
    from claims.sources.article import read_article

    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise SourceError(
            name, "holds characters that are no text (lone surrogates)", "decode it anew"
        ) from error
    try:
        return read_article(data, formats.of_name(name) is formats.MARKDOWN).as_source(name)
    except Unreadable as error:
        raise SourceError(name, error.cause, error.advice) from error


def _members(data: bytes, name: str, options: Options) -> Iterator[Member]:
    """Yield the articles of a file; what is wrong with all of it is an error with its name."""
    try:
        yield from formats.read(data, name, options, Budget())
    except Unreadable as error:
        if isinstance(error, NoArticles) and not options.named:
            return
        raise SourceError(name, error.cause, error.advice) from error


def _about(reading: Reading, item: files.Input, label: str, known: Mapping[Path, sidecar.Sidecar]) -> Reading:
    """Add what sidecars say; the nearest wins, and over the file itself too."""
    said: dict[str, Datum] = {}
    for path in reversed(item.sidecars):
        if path in known and item.path is not None:
            said |= known[path].about(item.path, label)
    return reading.replaced(metadata=reading.metadata | said) if said else reading


def _judged(reading: Reading) -> Reading | Unreadable:
    """Tell the language of an article; one that is not English is not read."""
    said = reading.metadata.get("language")
    if said is not None and said.evidence.startswith(files.SIDECAR) and said.value.lower().startswith("en"):
        return reading
    text = " ".join(
        reading.text[block.start : block.end] for block in reading.blocks if block.kind != "furniture"
    )
    language = languages.identify(text)
    if language is None:
        return reading
    if language is not languages.ENGLISH:
        return Unreadable(_CAUSE.format(name=language.name), _ADVICE)
    known = reading.metadata
    if said is None or not said.value.lower().startswith("en"):
        known = known | {"language": Datum("en", "small words of the text")}
    return reading.replaced(metadata=known)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _without_duplicates(sources: list[Source]) -> list[Source]:
    """Keep the first of the sources with one text; its warnings name the others, which may know more."""
    kept: dict[str, Source] = {}
    for source in sources:
        first = kept.get(source.sha256)
        if first is None:
            kept[source.sha256] = source
        else:
            warning = f"{source.name} holds the same text; it was read once"
            more = {
                key: replace(datum, evidence=f"{source.name}: {datum.evidence}")
                for key, datum in source.metadata.items()
                if key not in first.metadata
            }
            kept[source.sha256] = replace(
                first, warnings=(*first.warnings, warning), metadata=first.metadata | more
            )
    return list(kept.values())
