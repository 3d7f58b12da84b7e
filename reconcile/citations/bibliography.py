"""The sources of the citations as bibliographies: CSL-JSON, BibLaTeX and RIS; an entry for each source.

Each entry carries the quotes that were taken from it, with their places.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from reconcile.citations.fragments import is_web
from reconcile.citations.people import authors
from reconcile.citations.row import Citation, Work
from reconcile.safe import one_line

Entry = tuple[str, Work, list[Citation]]

_KEY_SIGNS = re.compile(r"[^A-Za-z0-9]+")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_TEX_SIGNS = str.maketrans(_TEX)
# An address is printed as it is; only what would end the field is encoded.
_ADDRESS_SIGNS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", "%": r"\%", "#": r"\#", "~": "%7E"})


def entries(rows: Sequence[Citation]) -> list[Entry]:
    """Return each source with its key and its citations, in order."""
    by_name: dict[str, list[Citation]] = {}
    for row in rows:
        by_name.setdefault(row.work.name, []).append(row)
    found: list[Entry] = []
    used: set[str] = set()
    for name in sorted(by_name):
        work = by_name[name][0].work
        found.append((_key(work, used), work, by_name[name]))
    return found


def _key(work: Work, used: set[str]) -> str:
    """Return a key that says what it stands for: publisher or file, and year."""
    stem = work.name.rpartition("/")[2].rpartition(".")[0] or work.name
    base = (
        _KEY_SIGNS.sub("-", f"{work.publisher or stem} {work.published[:4]}").strip("-").lower() or "source"
    )
    key, number = base, 2
    while key in used:
        key, number = f"{base}-{number}", number + 1
    used.add(key)
    return key


def as_csl(rows: Sequence[Citation]) -> list[dict[str, Any]]:
    """Return the sources as CSL-JSON items (schema 1.0)."""
    return [_item(key, work, quotes) for key, work, quotes in entries(rows)]


def _item(key: str, work: Work, quotes: Sequence[Citation]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": key,
        "type": "article-newspaper" if work.publisher else "document",
        "title": one_line(work.title or work.name),
    }
    if names := authors(work.authors):
        item["author"] = [
            {"family": family, "given": given} if given else {"literal": family} for family, given in names
        ]
    if work.publisher:
        item["container-title"] = one_line(work.publisher)
    if is_web(work.url):
        item["URL"] = work.url
    for field, day in (("issued", work.published), ("accessed", work.accessed)):
        if parts := _date_parts(day):
            item[field] = {"date-parts": [parts]}
    if work.language:
        item["language"] = one_line(work.language)
    item["note"] = "\n".join(_notes(work, quotes))
    return item


def _date_parts(day: str) -> list[int]:
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return []
    return [found.year, found.month, found.day]


def as_biblatex(rows: Sequence[Citation]) -> str:
    """Return the sources as BibLaTeX entries, in UTF-8; quotes are annotations."""
    return "\n".join(_bib_entry(key, work, quotes) for key, work, quotes in entries(rows))


def _bib_entry(key: str, work: Work, quotes: Sequence[Citation]) -> str:
    fields: list[tuple[str, str]] = [("title", _tex(work.title or work.name))]
    if names := authors(work.authors):
        fields.append(("author", " and ".join(_bib_name(*name) for name in names)))
    if work.publisher:
        fields.append(("journaltitle", _tex(work.publisher)))
    for field, day in (("date", work.published), ("urldate", work.accessed)):
        if _date_parts(day):
            fields.append((field, day))
    if is_web(work.url):
        fields.append(("url", work.url.translate(_ADDRESS_SIGNS)))
    if work.language:
        fields.append(("langid", _tex(work.language)))
    if work.original:
        fields.append(("note", _tex(f"Not the original: {work.original}")))
    fields.append(("annotation", " \\par ".join(_tex(_quoted(row)) for row in quotes)))
    kind = "article" if work.publisher else "online" if is_web(work.url) else "misc"
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
    return f"@{kind}{{{key},\n{body}\n}}\n"


def _bib_name(family: str, given: str) -> str:
    return f"{_tex(family)}, {_tex(given)}" if given else f"{{{_tex(family)}}}"


def _tex(text: str) -> str:
    return one_line(text).translate(_TEX_SIGNS)


def as_ris(rows: Sequence[Citation]) -> str:
    """Return the sources as RIS records; quotes are notes."""
    lines: list[str] = []
    for key, work, quotes in entries(rows):
        lines += [f"{tag}  - {one_line(value)}" for tag, value in _ris(key, work, quotes) if value]
        lines += ["ER  - ", ""]
    return "\r\n".join(lines) + "\r\n" if lines else ""


def _ris(key: str, work: Work, quotes: Sequence[Citation]) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if work.publisher else "ELEC" if is_web(work.url) else "GEN"
    yield "ID", key
    yield "TI", work.title or work.name
    for family, given in authors(work.authors):
        yield "AU", f"{family}, {given}" if given else family
    yield "T2", work.publisher
    if parts := _date_parts(work.published):
        yield "PY", str(parts[0])
        yield "DA", "{:04}/{:02}/{:02}/".format(*parts)
    if parts := _date_parts(work.accessed):
        yield "Y2", "{:04}/{:02}/{:02}/".format(*parts)
    yield "UR", work.url if is_web(work.url) else ""
    yield "LA", work.language
    for note in _notes(work, quotes):
        yield "N1", note


def _notes(work: Work, quotes: Sequence[Citation]) -> list[str]:
    told = [f"Not the original: {one_line(work.original)}"] if work.original else []
    return [*told, *map(_quoted, quotes)]


def _quoted(row: Citation) -> str:
    """A quote with its place and its claim."""
    return f"“{one_line(row.selector.exact)}” ({row.locator}; claim {row.claim})"
