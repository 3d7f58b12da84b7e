"""The text as it is read: without what typesetting did to it, and with the way back to the stored text.

Offsets of claims are those of the stored text, in which a ligature is one character, a word may be cut by a
hyphen at the end of a line, and soft hyphens stand where a line might break. A reader of language should
see none of it.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from claims.model import Block, Claim, Source, Value
from claims.vocabulary import load

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# Soft hyphens, and marks without width that may stand inside a word.
_SILENT = "\u00ad\u200b\u2060\ufeff\u200c\u200d\u200e\u200f"
_HYPHENS = "-\u2010\u2011\u00ad"
# A word cut at the end of a line: its parts, each with a reach that keeps the search linear.
_CUT = re.compile(rf"([^\W\d_]{{2,40}})([{_HYPHENS}])[ \t]{{0,4}}\r?\n[ \t]{{0,20}}(?=([^\W\d_]{{2,40}}))")
_HYPHENATED = re.compile(r"[^\W\d_]{2,40}-[^\W\d_]{2,40}")
_HYPHEN_AT_END = re.compile(rf"[{_HYPHENS}][ \t]{{0,4}}\r?\n")  # which both kinds of cuts have
_CUT_FIGURE = re.compile(rf"(?<=\d)[{_HYPHENS}][ \t]{{0,4}}\r?\n[ \t]{{0,20}}(?=[^\W\d_]{{2}}|\d)")
_SINGLE = re.compile(f"[{''.join(_LIGATURES)}{_SILENT}\u2010\u2011]")
# Spaces that do not break divide the digits of one number: 12 500.
_GROUP = re.compile(r"(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))(?<![\d.,]\d{3}.)(?<!\d{4}.)")
_DECOMPOSED = re.compile(r"[^\W\d_][\u0300-\u036f]{1,4}")


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the stored text that is read as something else.

    Attributes:
        start: First offset in the stored text.
        end: Offset after it.
        read: What is read instead.
    """

    start: int
    end: int
    read: str


@dataclass(frozen=True, slots=True)
class View:
    """A source as it is read.

    Attributes:
        source: The source with the text that is read; its blocks lie in that text.
        stored: The source as it is stored.
        edits: What is read otherwise, in order.
    """

    source: Source
    stored: Source
    edits: tuple[Edit, ...]

    def back(self, offset: int, at_end: bool = False) -> int:
        """Return the place in the stored text of one in the text that is read.

        Args:
            offset: A place in the text that is read.
            at_end: Whether something ends there; what was left out right before is then not part of it.
        """
        return _moved_back(self.edits, offset, at_end)


def as_read(source: Source, read: Callable[[Source], Iterable[Claim]]) -> list[Claim]:
    """Read the claims of a source without what typesetting did to its text.

    Args:
        source: The source as stored.
        read: What reads the claims of a source.

    Returns:
        The claims, with their places in the stored text.
    """
    seen = view(source)
    return [stored(seen, claim) if seen.edits else claim for claim in read(seen.source)]


def view(source: Source) -> View:
    """Return a source as it is read.

    Args:
        source: The source as stored.

    Returns:
        A view whose source is the same one where nothing is to be read otherwise.
    """
    edits = tuple(_edits(source.text))
    if not edits:
        return View(source, source, ())
    written: list[str] = []
    at = 0
    for edit in edits:
        written += [source.text[at : edit.start], edit.read]
        at = edit.end
    written.append(source.text[at:])
    forth = _Forth(edits)
    blocks = tuple(
        Block(
            forth(block.start),
            forth(block.end),
            block.kind,
            tuple((forth(start), forth(end)) for start, end in block.cells),
            tuple(_plain(title) for title in block.header),
        )
        for block in source.blocks
    )
    metadata = {key: replace(datum, value=_plain(datum.value)) for key, datum in source.metadata.items()}
    return View(replace(source, text="".join(written), blocks=blocks, metadata=metadata), source, edits)


def stored(found: View, claim: Claim) -> Claim:
    """Return a claim of the text that is read as one of the stored text."""
    text, shown = found.stored.text, found.source.text
    start, end = found.back(claim.start), found.back(claim.end, at_end=True)
    return replace(
        claim,
        start=start,
        end=end,
        quote=text[start:end],
        sentence=_sentence(found, claim, shown, text),
        value=_value(found, claim.value, text) if claim.value else None,
        marks={
            facet: (found.back(first), found.back(last, at_end=True))
            for facet, (first, last) in claim.marks.items()
        },
    )


def _sentence(found: View, claim: Claim, shown: str, text: str) -> str:
    at = shown.find(
        claim.sentence, max(0, claim.end - len(claim.sentence)), claim.start + len(claim.sentence)
    )
    if at < 0:
        return claim.sentence
    return text[found.back(at) : found.back(at + len(claim.sentence), at_end=True)]


def _value(found: View, value: Value, text: str) -> Value:
    start, end = found.back(value.start), found.back(value.end, at_end=True)
    return replace(value, start=start, end=end, surface=text[start:end])


def _plain(text: str) -> str:
    for edit in reversed(list(_edits(text))):
        text = text[: edit.start] + edit.read + text[edit.end :]
    return text


@cache
def _parts(which: str) -> frozenset[str]:
    """Words that are joined to the next ("first") or to the one before ("second") by a hyphen."""
    return frozenset(load("hyphens")[which])


def _edits(text: str) -> Iterator[Edit]:
    """Yield what is read otherwise, in order and without overlaps."""
    found = [*_joins(text), *_letters(text)]
    end = 0
    for edit in sorted(found, key=lambda item: (item.start, -item.end)):
        if edit.start >= end and text[edit.start : edit.end] != edit.read:
            yield edit
            end = edit.end


def _joins(text: str) -> Iterator[Edit]:
    """Yield the hyphens at the ends of lines: left out with the break in a word that was cut, else kept."""
    if not _HYPHEN_AT_END.search(text):
        return
    cuts = list(_CUT.finditer(text))
    joined = set(_HYPHENATED.findall(text)) if cuts else set()
    for match in cuts:
        left, hyphen, right = match[1], match[2], match[3]
        kept = hyphen != "\u00ad" and _keeps_hyphen(joined, left, right)
        yield Edit(match.start(2), match.end(), "-" if kept else "")
    for match in _CUT_FIGURE.finditer(text):
        yield Edit(match.start(), match.end(), "-")


def _keeps_hyphen(joined: set[str], left: str, right: str) -> bool:
    """Tell whether a word has a hyphen of its own where a line ends."""
    if not right.islower() or right in _parts("second") or f"{left}-{right}" in joined:
        return True
    return left.lower() in _parts("first") and right not in _parts("endings")


def _letters(text: str) -> Iterator[Edit]:
    if text.isascii():
        return
    for match in _SINGLE.finditer(text):
        character = match[0]
        yield Edit(match.start(), match.end(), _LIGATURES.get(character, "" if character in _SILENT else "-"))
    for match in _GROUP.finditer(text):
        yield Edit(match.start(), match.end(), ",")
    for match in _DECOMPOSED.finditer(text):
        yield Edit(match.start(), match.end(), unicodedata.normalize("NFC", match[0]))


class _Forth:
    """The way from the stored text to the one that is read."""

    def __init__(self, edits: tuple[Edit, ...]) -> None:
        self.starts = [edit.start for edit in edits]
        self.edits = edits
        self.shifts = [0]
        for edit in edits:
            self.shifts.append(self.shifts[-1] + len(edit.read) - (edit.end - edit.start))

    def __call__(self, offset: int) -> int:
        place = bisect_right(self.starts, offset)
        if place and offset < self.edits[place - 1].end:
            edit = self.edits[place - 1]
            return edit.start + self.shifts[place - 1] + min(offset - edit.start, len(edit.read))
        return offset + self.shifts[place]


@cache
def _read_starts(edits: tuple[Edit, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where each edit begins in the text that is read, and how far that is from where it is stored."""
    starts, shifts, shift = [], [0], 0
    for edit in edits:
        starts.append(edit.start + shift)
        shift += len(edit.read) - (edit.end - edit.start)
        shifts.append(shift)
    return tuple(starts), tuple(shifts)


def _moved_back(edits: tuple[Edit, ...], offset: int, at_end: bool) -> int:
    if not edits:
        return offset
    starts, shifts = _read_starts(edits)
    # What was left out right before an end stands behind it; right before a beginning, in front of it.
    place = bisect_right(starts, offset - 1 if at_end else offset)
    if place == 0:
        return offset
    edit, begin = edits[place - 1], starts[place - 1]
    inside = offset - begin
    if inside < len(edit.read):
        return edit.start if inside == 0 or not at_end else edit.end
    return offset - shifts[place]
