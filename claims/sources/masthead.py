"""The name of the publication on the first line of a printed or copied article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims import vocabulary
from claims.sources import furniture, headings
from claims.sources.dates import find_date
from claims.sources.pieces import Piece

_SEPARATOR = re.compile(r"\s[|–—·•/-]\s|\s\|")
# What parts a publisher from a place or date behind it: "THE ELM POST, Saturday", "Elm Weekly | 3 May".
_BEFORE_REST = re.compile(r"(,|\s[|–—·•-]\s)")
_PERIODICAL = re.compile(
    r"(?i)(?:an?|the) (?:[\w-]+ ){0,3}?(?:newsletter|blog|magazine|bulletin|podcast|newspaper|column)\b"
)
_PLACE = re.compile(r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}")
_NUMBERED = re.compile(r"\b(?:pages?|p\.|No\.?|[Ii]ssue|[Vv]ol(?:ume|\.)?|[Ee]dition)\s*\d", re.IGNORECASE)
# "Magazine, p. 12", "Page 3"
_PAGE = re.compile(r"(?:[A-Z][\w&]*(?: [\w&]+)?, )?(?:pages?|pp?\.) ?\d+(?:[-–]\d+)?", re.IGNORECASE)
_MOST_WORDS = 6
# "of", "the", "del", "und": names hold small words, headlines longer ones.
_LONGEST_SMALL_WORD = 3


@cache
def _words() -> dict[str, Any]:
    return vocabulary.load("furniture")["masthead"]  # type: ignore[no-any-return]


def name(text: str) -> str | None:
    """Return the publication's name in a masthead ("THE DAILY X | World"), or None for a mere section."""
    bare = _SEPARATOR.split(text.strip("*_# "), maxsplit=1)[0].strip()
    return None if is_section(bare) else bare


def is_section(text: str) -> bool:
    """Tell whether a line is nothing but the name of a newspaper's section."""
    bare = text.strip("*_# :|")
    return bare.lower() in _words()["sections"] or _PAGE.fullmatch(bare) is not None


@dataclass(frozen=True, slots=True)
class Imprint:
    """A line of the header that names who publishes an article.

    Attributes:
        at: Index of its piece.
        name: The publisher.
    """

    at: int
    name: str


def below_headline(found: Sequence[Piece], body: int) -> Imprint | None:
    """Find who publishes an article on a line between its headline and its text.

    It is a name above the date, or before it on its line, that has a word by which publications call
    themselves, stands in capitals, or is that of a firm or of its press office.

    Args:
        found: The pieces, with furniture marked.
        body: Index of the first paragraph.
    """
    for at, piece in enumerate(found[: max(1, body)]):
        first, mark, rest = (part.strip() for part in _BEFORE_REST.split(piece.text + ",", maxsplit=1)[:3])
        bare, rest = first.strip("*_# "), rest.strip("*_, ")
        if not bare or not _looks_like_name(bare) or is_section(bare):
            continue
        below = found[at + 1] if at + 1 < len(found) else None
        described = body > 1 and _describes(rest)
        if _is_office(rest) or described or (not rest and below is not None and _describes(below.text)):
            return Imprint(at, bare)
        dated_below = below is not None and (
            furniture.is_date_line(below.text) or _has_labelled_date(below.text)
        )
        alone = (mark != "," or not rest or _PLACE.fullmatch(rest) is not None) and dated_below
        if at and (alone or find_date(rest) is not None) and _is_called(bare, alone=alone):
            return Imprint(at, bare)
    return None


def _describes(rest: str) -> bool:
    """Tell whether what follows a name says that it is a publication: "a newsletter on ships by Ada Holm"."""
    found = _PERIODICAL.match(rest)
    return found is not None and find_date(rest[: found.end()]) is None


def _is_office(rest: str) -> bool:
    """Tell whether what follows a name is its press office: "Elm AG, Corporate Communications"."""
    return rest.lower() in _words()["offices"]


def _is_called(bare: str, *, alone: bool) -> bool:
    """Tell whether a name is that of a publication or firm by its form."""
    words = re.findall(r"[^\W\d_]+", bare.lower())
    if not words:
        return False
    capitals = headings.is_all_caps(bare) and len(words) > 1
    return (
        capitals
        or words[-1] in _words()["firms"]
        or bool(set(words) & set(_words()["nouns"]) and (alone or len(words) > 1))
    )


def find(found: Sequence[Piece], body: int) -> int | None:
    """Return the index of the masthead, or None.

    It is the first line, it looks like a name, a headline follows in the header, and it has a word that
    publications call themselves by, stands in capitals above the date, or above a date with page or issue.

    Args:
        found: The pieces, with furniture marked.
        body: Index of the first paragraph.
    """
    if not found or found[0].kind is not None or not _looks_like_name(found[0].text):
        return None
    header = found[1:body]
    has_title = any(
        piece.kind in (None, "heading") and headings.may_be_heading(piece.text, True) for piece in header
    )
    dated = bool(header) and header[0].kind == "furniture" and furniture.is_date_line(header[0].text)
    stamped = dated or (len(header) > 1 and find_date(header[0].text) is not None)
    if stamped and has_title and _NUMBERED.search(header[0].text):
        return 0  # "Tuesday 4 June 2024, page 3": only a publication counts its pages and issues
    if has_title and _is_name(found[0].text, dated):
        return 0
    below = header[1:2]  # "ELM BASIN AUTHORITY", "Flood Bulletin No. 4", "Issued 3 May 2026"
    issued = bool(below) and (furniture.is_date_line(below[0].text) or _has_labelled_date(below[0].text))
    return 0 if issued and has_title and _ends_in_noun(found[0].text) else None


def _has_labelled_date(text: str) -> bool:
    return furniture.label("published", text) is not None and find_date(text) is not None


def _ends_in_noun(text: str) -> bool:
    """Tell whether a line in capitals ends with a word that publications and offices call themselves by."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return headings.is_all_caps(text) and bool(words) and words[-1] in _words()["nouns"]


def _is_name(text: str, dated: bool) -> bool:
    """Tell whether a line that looks like a name is that of a publication or of its section."""
    if name(text) is None:
        return True
    capitals, parted = headings.is_all_caps(text), bool(_SEPARATOR.search(text))
    if capitals and dated:
        return True
    nouns = _words()["nouns"]
    words = re.findall(r"[^\W\d_]+", text.lower())
    if capitals or parted:
        return any(word in nouns for word in words)
    return dated and words[-1] in nouns


def _looks_like_name(text: str) -> bool:
    bare = _SEPARATOR.split(text, maxsplit=1)[0]
    words = bare.split()
    if not words or len(words) > _MOST_WORDS or len(text) > 80 or text[-1] in ".?!:;," or ":" in bare:
        return False
    if any(c.isdecimal() for c in bare):
        return False
    return all(word.lstrip("(")[:1].isupper() or len(word) <= _LONGEST_SMALL_WORD for word in words)
