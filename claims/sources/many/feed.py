"""Reader for saved feeds (RSS, Atom): one article in an entry."""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

from claims.sources.errors import NoArticles, Unreadable
from claims.sources.many.records import gathered, record
from claims.sources.quiet import quietly
from claims.sources.reading import Budget, Member, Options


def read(data: bytes, name: str, options: Options, budget: Budget) -> Iterator[Member]:
    """Read the entries of a feed, numbered from 1; nothing that it links to is fetched.

    Yields:
        Its articles.

    Raises:
        Unreadable: It is no feed, or has no entries.
    """
    import feedparser

    if not data.strip():
        raise Unreadable("is empty", "save the feed anew or leave it out")
    # A stream, never a name: the library would open or fetch what looks like one.
    try:
        with quietly():
            feed: Any = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise Unreadable("is a feed that is damaged", "save it anew") from error
    if not feed.entries:
        if not feed.version:
            raise NoArticles("is XML, but no feed", "leave it out")
        raise Unreadable("is a feed without entries", "save the feed anew or leave it out")
    publisher = " ".join((feed.feed.get("title") or "").split())
    yield from gathered(_articles(feed.entries, publisher))


@cache
def version() -> str:
    """Return the name and version of the library that reads."""
    from importlib.metadata import version as of

    return f"feedparser {of('feedparser')}"


def _articles(entries: list[Any], publisher: str) -> Iterator[Member]:
    for number, entry in enumerate(entries, 1):
        source = entry.get("source") or {}
        fields = {
            "text": _text(entry),
            "title": entry.get("title") or "",
            "publisher": source.get("title") or publisher,
            "published": entry.get("published") or "",
            # The library gives the date of publication where there is none of a change; a plain look does
            # not.
            "modified": dict.get(entry, "updated") or "",
            "url": entry.get("link") or "",
            "authors": ", ".join(a.get("name", "") for a in entry.get("authors", [])[:20] if a.get("name")),
        }
        try:
            reading = record({key: value for key, value in fields.items() if value}, "feed", "feed")
        except Unreadable as problem:
            yield Member(f"#{number}", problem=problem)
            continue
        reader = f"{version()}, {reading.reader}" if reading.reader else version()
        yield Member(f"#{number}", reading.replaced(reader=reader))


def _text(entry: Any) -> str:
    """The whole text where the feed has it, else the summary."""
    contents = [content.get("value") or "" for content in entry.get("content", [])]
    return str(max([*contents, entry.get("summary") or ""], key=len))
