"""Reader for JSON lines and JSON files of articles: one article in an object."""

import json
from collections.abc import Iterator
from typing import Any

from claims.sources.encoding import decode
from claims.sources.errors import NoArticles, Unreadable
from claims.sources.many.records import as_text, choose_columns, gathered, record
from claims.sources.reading import Budget, Member, Options

# An object with a text and one of these is an article; of a data set found in a folder that must be sure.
_SIGNS = frozenset({"title", "publisher", "published", "url", "authors"})


def read(data: bytes, name: str, options: Options, budget: Budget) -> Iterator[Member]:
    """Read objects with the fields of articles; they are numbered from 1.

    Yields:
        Its articles.

    Raises:
        Unreadable: It holds no objects, or none with a text.
    """
    text = decode(data).text
    found = _whole(text)
    listed = enumerate(found, 1) if found is not None else _lines(text)
    objects = [(number, thing) for number, thing in listed]
    names = dict.fromkeys(key for _, thing in objects if isinstance(thing, dict) for key in thing)
    if not names:
        raise NoArticles("is JSON without objects that could be articles", "give one object for each article")
    try:
        columns = choose_columns(names, options)
    except Unreadable as error:
        if options.columns:
            raise
        raise NoArticles(error.cause, error.advice) from error
    if not (options.named or options.columns or _SIGNS & columns.keys()):
        raise NoArticles("is JSON with texts, but none has a title or a date", "name the file itself")
    yield from gathered(_articles(objects, options))


def _articles(objects: list[tuple[int, Any]], options: Options) -> Iterator[Member]:
    for number, thing in objects:
        try:
            if not isinstance(thing, dict):
                raise Unreadable("is no JSON object", "correct it")
            columns = _columns_of(thing, options)
            fields = {field: as_text(thing.get(column)) for field, column in columns.items()}
            yield Member(f"#{number}", record(fields, "field", "json", columns))
        except Unreadable as problem:
            yield Member(f"#{number}", problem=problem)


def _columns_of(thing: dict[str, Any], options: Options) -> dict[str, str]:
    """Tell which field holds what; objects of one file may have different ones."""
    try:
        return choose_columns(thing, options)
    except Unreadable as error:
        raise Unreadable("has no text", "leave it out") from error


def _whole(text: str) -> list[Any] | None:
    """Return the objects of one JSON document, or None where it is none (but, say, JSON lines)."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(document, list):
        return document
    if isinstance(document, dict):
        lists = [value for value in document.values() if isinstance(value, list) and value]
        return next((value for value in lists if isinstance(value[0], dict)), [document])
    return []


def _lines(text: str) -> Iterator[tuple[int, Any]]:
    number = 0
    for line in text.split("\n"):
        if not line.strip():
            continue
        number += 1
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError):
            yield number, None
