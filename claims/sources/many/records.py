"""From a record of named fields (a row, an object, a feed's entry) to a reading."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from claims import vocabulary
from claims.model import Datum
from claims.sources.article import read_text
from claims.sources.dates import find_date
from claims.sources.errors import Unreadable
from claims.sources.reading import Member, Options, Reading

_MARKUP = re.compile(r"</?(?:p|div|br|h[1-6]|ul|table|article|html)\b[^<>]{0,300}>", re.IGNORECASE)
_MORE = 5
Fields = Mapping[str, str]


@cache
def _keys() -> dict[str, list[str]]:
    known = vocabulary.load("metadata")
    return {"text": known["records"]["text"], **known["keys"]}


def fields() -> list[str]:
    """Return what a column can hold."""
    return list(_keys())


def choose_columns(names: Iterable[str], options: Options) -> dict[str, str]:
    """Tell which column holds what.

    Args:
        names: The columns there are.
        options: What the user says; it wins.

    Returns:
        Field (text, title, published …) -> column.

    Raises:
        Unreadable: No column holds the text, or one that the user names is not there.
    """
    there = {_normal(name): name for name in names}
    chosen: dict[str, str] = {}
    for field, spellings in _keys().items():
        column = next((there[spelling] for spelling in spellings if spelling in there), None)
        if column is not None and field not in options.columns:
            chosen[field] = column
    for field, name in options.columns.items():
        column = name if name in there.values() else there.get(_normal(name))
        if column is None:
            raise Unreadable(f"has no column {name!r}", f"its columns are {_listed(there.values())}")
        chosen[field] = column
    if "text" not in chosen:
        raise Unreadable(
            f"has no column that is known to hold the text (its columns are {_listed(there.values())})",
            "name it with --columns text=NAME",
        )
    return chosen


def _normal(name: str) -> str:
    return re.sub(r"[\s-]+", "_", name.strip().lower())


def _listed(names: Iterable[str]) -> str:
    shown = [name[:40] for name in names]
    return ", ".join(shown[:12]) + (" …" if len(shown) > 12 else "")


def record(fields: Fields, place: str, file_format: str, names: Fields | None = None) -> Reading:
    """Make a reading of one record.

    Args:
        fields: Field -> value; ``text`` holds the article, as text or as markup.
        place: What the evidence calls the place: "column", "feed".
        file_format: See ``Source.format``.
        names: Field -> what it is called in the file.

    Raises:
        Unreadable: There is no article.
    """
    text = fields.get("text", "").strip()
    if not text:
        raise Unreadable("has no text", "leave it out")
    known, warnings = _known(fields, place, names or {})
    if _MARKUP.search(text[:20_000]):
        from claims.sources.html import read_page

        reading = read_page(text, known)
        return reading.replaced(warnings=reading.warnings + warnings, format=file_format)
    title = known.get("title")
    if title is not None and not text[: len(title.value) + 10].lower().startswith(title.value.lower()):
        text = f"{title.value}\n\n{text}"
    reading = read_text(text)
    return reading.replaced(
        metadata=reading.metadata | known, warnings=reading.warnings + warnings, format=file_format
    )


def _known(fields: Fields, place: str, names: Fields) -> tuple[dict[str, Datum], tuple[str, ...]]:
    found: dict[str, Datum] = {}
    warnings = []
    for key, written in fields.items():
        value = " ".join(written.split())[:1000]
        if key == "text" or value.lower() in vocabulary.load("metadata")["unknown"]["values"]:
            continue
        evidence = f"{place}: {names.get(key, key)}"
        if key in ("published", "modified"):
            date = find_date(value)
            if date is None:
                warnings.append(f"{evidence} {value[:60]!r} is no full, unambiguous date; not used")
                continue
            value = date.day
        found[key] = Datum(value, evidence)
    return found, tuple(warnings)


def gathered(members: Iterable[Member]) -> Iterator[Member]:
    """Yield the articles, and the problems of records: those of one kind together, in one line.

    Args:
        members: Records in their order.
    """
    alike: dict[tuple[str, str], list[str]] = {}
    for member in members:
        if member.problem is None:
            yield member
        else:
            alike.setdefault((member.problem.cause, member.problem.advice), []).append(member.label)
    for (cause, advice), labels in alike.items():
        if len(labels) == 1:
            yield Member(labels[0], problem=Unreadable(cause, advice))
            continue
        shown = ", ".join(labels[:_MORE]) + (
            f" and {len(labels) - _MORE:,} more" if len(labels) > _MORE else ""
        )
        yield Member(
            "", problem=Unreadable(f"{len(labels):,} of its articles ({shown}): each {cause}", advice)
        )


def as_text(value: Any) -> str:
    """Return a value of JSON as text: a list joined, an object by its name."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(as_text, value[:50])))
    if isinstance(value, dict):
        return as_text(value.get("name") or "")
    if value is None or isinstance(value, bool):
        return ""
    return str(value)
