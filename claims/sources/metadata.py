"""Title, publisher, dates and authors of a source, each with where it was found; nothing is invented."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claims import vocabulary
from claims.model import Datum
from claims.sources import furniture, masthead
from claims.sources.blocks import Layout
from claims.sources.dates import find_date
from claims.sources.front_matter import FrontMatter
from claims.sources.pieces import Piece

_DATES = ("published", "modified", "accessed")
_LONGEST_VALUE = 1000
# "Madrid, 12 November 2025 (Agency) — The airline …", "MADRID (Nov. 12, 2025) — …", "[Madrid, 12 May 2025]":
# a full date in the dateline of the first paragraph.
_DATELINE = re.compile(r"[\[(]?[A-Z][\w .,'’-]{1,40}(?:\([^()]{1,40}\))?[ :|–—-]{1,3}[(\[]?")
_RELEASE = re.compile(
    r"(?i)(?:(?:press|news|media) (?:release|statement)|for immediate release)"
    r"(?: ?(?:no\.?|nr\.?|#)? ?[\d/.-]+)?"
)
_BRACKET = re.compile(r"[\[(]")
_AFTER_DATELINE = re.compile(
    r"\s{0,2}[)\]]?\s{0,2}(?:\([^()]{1,40}\)\s{0,2}|/[\w ]{1,30}/\s{0,2})?(?:[|–—:]|--?\s)"
)
_AFTER_BRACKET = re.compile(r"[)\]]\s")


def metadata(
    front: FrontMatter, layout: Layout, known: Mapping[str, Datum] | None = None
) -> tuple[dict[str, Datum], list[str]]:
    """Collect what is known about a source.

    Front matter wins over the byline, the byline over the date line; a date of change stands in for an
    unknown date of publication, and says so.

    Args:
        front: The parsed front matter.
        layout: The article's pieces.
        known: What the file's format says; it wins over all of these.

    Returns:
        The data that were found, by key, and warnings about values that could not be read.
    """
    found: dict[str, Datum] = dict(known or {})
    warnings: list[str] = []
    for key, datum in _from_front_matter(front, warnings):
        found.setdefault(key, datum)
    for key, datum in _from_text(layout):
        found.setdefault(key, datum)
    if "published" not in found and "modified" in found:
        modified = found["modified"]
        found["published"] = Datum(modified.value, f"{modified.evidence} (updated)")
    return found, warnings


def _from_front_matter(front: FrontMatter, warnings: list[str]) -> Iterator[tuple[str, Datum]]:
    known = vocabulary.load("metadata")
    for key, spellings in known["keys"].items():
        for spelling in spellings:
            value = _as_text(front.fields.get(spelling))
            if value.lower() in known["unknown"]["values"]:
                continue
            evidence = f"front matter: {spelling}"
            if key in _DATES:
                date = find_date(value)
                if date is None:
                    warnings.append(
                        f"front matter: {spelling} {value[:60]!r} is no full, unambiguous date; not used"
                    )
                    continue
                value = date.day
            if key == "publisher" and value.startswith(("http://", "https://")):
                yield "url", Datum(value, evidence)
                continue
            yield key, Datum(value, evidence)
            break


def _as_text(value: Any) -> str:
    """A front matter value as one line; lists are joined, a mapping gives its name or all its values."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_as_text, value)))[:_LONGEST_VALUE]
    if isinstance(value, dict):
        return (
            _as_text(value.get("name"))
            or "; ".join(f"{k}: {_as_text(v)}" for k, v in value.items())[:_LONGEST_VALUE]
        )
    return "" if value is None else " ".join(str(value).split())[:_LONGEST_VALUE]


def _from_text(layout: Layout) -> Iterator[tuple[str, Datum]]:
    """What the article's own lines say, the surest first."""
    yield from _title_and_publisher(layout)
    short = [
        (i, p)
        for i, p in enumerate(layout.pieces)
        if p.kind == "furniture" and len(p.text) <= furniture.LONGEST
    ]
    for i, piece in short:
        yield from _labelled_dates(piece, _place(layout, i, "byline" if i < layout.body else None))
    for i, piece in short:
        if i < layout.body and furniture.is_date_line(piece.text) and (day := _unlabelled(piece.text)):
            yield "published", Datum(day, _place(layout, i, "date line"))
    yield from _dateline(layout)
    for i, piece in short:
        near_edge = i < layout.body or i >= len(layout.pieces) - 3
        if near_edge and (names := furniture.byline(piece.text)):
            yield "authors", Datum(names, _place(layout, i, "byline"))


def _title_and_publisher(layout: Layout) -> Iterator[tuple[str, Datum]]:
    if layout.masthead is not None and (name := masthead.name(layout.pieces[layout.masthead].text)):
        yield "publisher", Datum(name, _place(layout, layout.masthead, "masthead"))
    elif (imprint := masthead.below_headline(layout.pieces, layout.body)) is not None:
        yield "publisher", Datum(imprint.name, _place(layout, imprint.at, "masthead"))
    first = next((i for i, piece in enumerate(layout.pieces) if _is_title(piece)), None)
    if first is None or first > layout.body:
        return
    # A topic may stand above the headline: "Wheat", then "Wheat: prices fall again".
    following = layout.pieces[first + 1] if first + 1 < len(layout.pieces) else None
    if (
        following
        and following.kind == "heading"
        and layout.pieces[first].text.lower() in following.text.lower()
    ):
        first += 1
    yield "title", Datum(" ".join(layout.pieces[first].text.split()), _place(layout, first, "heading"))


def _is_title(piece: Piece) -> bool:
    """Tell whether a heading is a title, and not only says that this is a press release."""
    return piece.kind == "heading" and not _RELEASE.fullmatch(piece.text.strip())


def _parts(text: str) -> list[str]:
    """The parts of a byline between its bars; a slash parts them before a label only, not before an hour."""
    return re.split(r"\s[|·•]\s|\s/\s(?=[A-Z][a-z]{3})", text)


def _unlabelled(text: str) -> str | None:
    """The day of a date line that it does not give as the one of a change."""
    kept = [part for part in _parts(text) if not furniture.label("updated", part)]
    return next((date.day for part in kept if (date := find_date(part))), None)


def _labelled_dates(piece: Piece, place: str) -> Iterator[tuple[str, Datum]]:
    """Dates after "Published" and "Updated"; a byline may hold both, parted by bars."""
    for part in _parts(piece.text):
        for kind, key in (("published", "published"), ("updated", "modified")):
            match = furniture.label(kind, part)
            if match and furniture.is_dated_label(part) and (date := find_date(part[match.end() :])):
                yield key, Datum(date.day, place)
                break


def _dateline(layout: Layout) -> Iterator[tuple[str, Datum]]:
    if layout.body >= len(layout.pieces) or layout.pieces[layout.body].kind != "paragraph":
        return
    opening = layout.pieces[layout.body].text[:120]
    date = find_date(opening)
    if date is None:
        return
    before = opening[: date.start]
    placed = _DATELINE.fullmatch(before) and _AFTER_DATELINE.match(opening, date.end)
    enclosed = before[:1] in ("(", "[") and _AFTER_BRACKET.match(opening, date.end)
    if placed or (enclosed and (_BRACKET.fullmatch(before) or _DATELINE.fullmatch(before))):
        yield "published", Datum(date.day, _place(layout, layout.body, "dateline"))


def _place(layout: Layout, at: int, what: str | None) -> str:
    piece = layout.pieces[at]
    if what is None and at == len(layout.pieces) - 1:
        return f"last {layout.unit}"
    where = f"{layout.unit} {piece.line}"
    return f"{what}, {where}" if what else where
