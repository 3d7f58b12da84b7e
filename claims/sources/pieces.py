"""From lines to pieces: what the marks of Markdown, of lists and of tables say about runs of lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.model import BlockKind
from claims.sources import tables
from claims.sources.furniture import is_labelled
from claims.sources.lines import Line, continues, ends_sentence, wrap_width

# Where only blanks set cells apart, fewer make no table.
_COLUMNS, _ROWS = 2, 2
# Lists of bullets and of numbers; a number of four digits is a year.
_BULLET = re.compile(r"[-*+•‣▪●◦–—](?:[ \t\u00a0]+(?:\[[ xX]\][ \t]+)?)(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)](?:\d{1,2}\.?)*[ \t\u00a0]+(?=\S)")
_ATX = re.compile(r"#{1,6}[ \t\u00a0]+(?=\S)")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_FENCE = re.compile(r"`{3,}|~{3,}")
_UNDERLINE = re.compile(r"={2,}|-{2,}|~{3,}|\^{3,}|\*{3,}|_{3,}|#{3,}")
_LONGEST_TITLE = 250
# A paragraph of wrapped lines without an end is cut here.
_LONGEST_JOIN = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A block in the making.

    Attributes:
        start: First offset.
        end: Offset after the last character.
        text: ``source[start:end]``.
        line: Number of its first line.
        gap: Whether a blank line comes before it.
        kind: What its marks say that it is; None where it has none and its wording must tell.
        number: Of a numbered line, its number.
        bullet: Whether it had a bullet.
        cells: Spans of a table row.
        header: Texts of the table's header.
        italic: Whether marks of emphasis stood around it, which were left out.
        image: Whether it was an image, of which the text is kept.
    """

    start: int
    end: int
    text: str
    line: int
    gap: bool
    kind: BlockKind | None = None
    number: int | None = None
    bullet: bool = False
    cells: tuple[tuple[int, int], ...] = ()
    header: tuple[str, ...] = ()
    italic: bool = False
    image: bool = False


def pieces(text: str, lines: Sequence[Line], markdown: bool) -> list[Piece]:
    """Group lines into pieces.

    Args:
        text: The source's text.
        lines: Its lines that are not blank.
        markdown: Whether fences, comments and quotes are marks.

    Returns:
        The pieces in order; every line is in one of them.
    """
    return list(_Grouper(text, lines, markdown).run())


class _Grouper:
    def __init__(self, text: str, lines: Sequence[Line], markdown: bool) -> None:
        self.text = text
        self.lines = lines
        self.markdown = markdown
        self.width = wrap_width(lines)
        self.open_marks: set[str] = set()

    def run(self) -> Iterator[Piece]:
        at = 0
        while at < len(self.lines):
            found, at = self._next(at)
            yield from found

    def _line(self, at: int) -> Line | None:
        return self.lines[at] if at < len(self.lines) else None

    def _next(self, at: int) -> tuple[list[Piece], int]:
        line, following = self.lines[at], self._line(at + 1)
        if self.markdown and (end := self._hidden_until(at)):
            return [self._piece(at, end, kind="furniture")], end
        if tables.starts_table(line, following):
            return self._table(at)
        if _is_tabbed(line) and following and not following.gap and _is_tabbed(following, like=line):
            return self._separated(at, self._tabbed(at), "\t")
        if end := self._barred(at):
            return self._separated(at, end, "|")
        if end := self._aligned(at):
            return self._separated(at, end, tables.BLANKS)
        if _UNDERLINE.fullmatch(line.text) or not any(c.isalnum() for c in line.text[:_LONGEST_TITLE]):
            return [self._piece(at, at + 1, kind="furniture")], at + 1
        if match := _ATX.match(line.text):
            return [_heading(line, match.end())], at + 1
        if self._is_underlined(at):
            return [
                self._piece(at, at + 1, kind="heading"),
                self._piece(at + 1, at + 2, kind="furniture"),
            ], at + 2
        return self._prose(at)

    def _hidden_until(self, at: int) -> int | None:
        """Where a code fence or comment that starts here ends; None if none starts."""
        first = self.lines[at].text
        fence = _FENCE.match(first)
        mark = fence[0] if fence else first[:4]
        if mark in self.open_marks:
            return None
        if fence:
            ends = (i + 1 for i in range(at + 1, len(self.lines)) if self.lines[i].text.startswith(mark))
        elif mark == "<!--":
            ends = (i + 1 for i in range(at, len(self.lines)) if "-->" in self.lines[i].text)
        else:
            return None
        end = next(ends, None)
        if end is None:  # without an end it hides nothing, here and further down
            self.open_marks.add(mark)
        return end

    def _is_underlined(self, at: int) -> bool:
        line, following = self.lines[at], self._line(at + 1)
        return (
            following is not None
            and not following.gap
            and bool(_UNDERLINE.fullmatch(following.text))
            and len(line.text) <= _LONGEST_TITLE
            and not ends_sentence(line.text)
        )

    def _table(self, at: int) -> tuple[list[Piece], int]:
        header = self.lines[at]
        spans = tables.cells(header)
        titles = tuple(self.text[start:end] for start, end in spans)
        found = [self._row(header, spans, ())]
        found.append(self._piece(at + 1, at + 2, kind="furniture"))
        at += 2
        while (line := self._line(at)) and tables.is_row(line):
            found.append(self._row(line, tables.cells(line), titles))
            at += 1
        return found, at

    def _tabbed(self, at: int) -> int:
        """Where the rows with as many tabs as the first end."""
        end = at + 1
        while (line := self._line(end)) and not line.gap and _is_tabbed(line, like=self.lines[at]):
            end += 1
        return end

    def _barred(self, at: int) -> int | None:
        """Where the rows with bars end that have no line of dashes; None if none start here."""
        count = tables.barred(self.lines[at])
        if count < _COLUMNS:
            return None
        end = at + 1
        while (line := self._line(end)) and not line.gap and tables.barred(line) == count:
            end += 1
        with_figures = sum(map(tables.holds_figures, self.lines[at:end]))
        return end if with_figures >= _ROWS else None

    def _aligned(self, at: int) -> int | None:
        """Where the rows end whose cells are set apart by blanks alone; None if none start here."""
        first = self.lines[at]
        count = tables.columns(first)
        if count < _COLUMNS:
            return None
        end = at + 1
        while (line := self._line(end)) and not line.gap and tables.columns(line) == count:
            end += 1
        with_figures = sum(map(tables.holds_figures, self.lines[at:end]))
        return end if with_figures >= _ROWS else None

    def _separated(self, first: int, end: int, separator: str) -> tuple[list[Piece], int]:
        """Rows with marks or blanks between cells; the first is a header if it alone has no figures."""
        rows = self.lines[first:end]
        spans = [tables.cells(row, separator) for row in rows]
        texts = [[self.text[start:stop] for start, stop in row] for row in spans]
        titles = tuple(texts[0]) if tables.is_titled(texts) else ()
        found = [self._row(rows[0], spans[0], ())]
        found += [self._row(row, cells, titles) for row, cells in zip(rows[1:], spans[1:], strict=True)]
        return found, end

    def _row(self, line: Line, spans: tuple[tuple[int, int], ...], header: tuple[str, ...]) -> Piece:
        return Piece(
            line.start, line.end, line.text, line.number, line.gap, "table_row", cells=spans, header=header
        )

    def _prose(self, at: int) -> tuple[list[Piece], int]:
        """A paragraph, list item or heading: this line and those that continue it."""
        first = self.lines[at]
        end = at + 1
        while end < len(self.lines) and self._joins(self.lines[end - 1], end, first):
            end += 1
        piece = self._piece(at, end)
        return [_unmarked(piece, self.markdown)], end

    def _joins(self, last: Line, at: int, first: Line) -> bool:
        line = self.lines[at]
        if line.end - first.start > _LONGEST_JOIN or self._starts_block(at):
            return False
        if is_labelled(line.text) or is_labelled(first.text):
            return False
        in_list = bool(_BULLET.match(first.text) or _NUMBER.match(first.text))
        if in_list and not line.gap and line.indent >= first.indent + 2:
            return True
        quoted = self.markdown and line.text.startswith(">") and last.text.startswith(">")
        return (
            continues(_quoted(last), _quoted(line), self.width)
            if quoted
            else continues(last, line, self.width)
        )

    def _starts_block(self, at: int) -> bool:
        line, text = self.lines[at], self.lines[at].text
        number = _NUMBER.match(text)
        return bool(
            (_BULLET.match(text) and not self._is_dash_in_sentence(at))
            or (number and (number[1] == "1" or self._after_number(at)))
            or _ATX.match(text)
            or _UNDERLINE.fullmatch(text[:_LONGEST_TITLE])
            or tables.starts_table(line, self._line(at + 1))
            or (self.markdown and (_FENCE.match(text) or text.startswith("<!--")))
        )

    def _is_dash_in_sentence(self, at: int) -> bool:
        """Tell whether a line was wrapped before a dash rather than begins with a bullet."""
        last, line = self.lines[at - 1], self.lines[at]
        full = self.width is not None and len(last.text) >= 0.8 * self.width
        dash = line.text[0] in "-–—" and not line.gap and not _BULLET.match(last.text)
        return dash and full and not ends_sentence(last.text)

    def _after_number(self, at: int) -> bool:
        return bool(_NUMBER.match(self.lines[at - 1].text))

    def _piece(self, at: int, end: int, kind: BlockKind | None = None) -> Piece:
        first, last = self.lines[at], self.lines[end - 1]
        return Piece(first.start, last.end, self.text[first.start : last.end], first.number, first.gap, kind)


def _is_tabbed(line: Line, like: Line | None = None) -> bool:
    count = line.text.count("\t") if len(line.text) < _LONGEST_JOIN else 0
    return count > 0 and (like is None or count == like.text.count("\t"))


def _quoted(line: Line) -> Line:
    """The line without its quotation marks (``>``), for telling whether it continues."""
    inner = _QUOTE.sub("", line.text, count=1).strip() or ">"
    return Line(line.number, line.start, line.end, inner, line.indent, line.gap, line.hard_break)


def _heading(line: Line, begin: int) -> Piece:
    kept = line.text[begin:].rstrip("#").rstrip() or line.text[begin:]
    start = line.start + begin
    return Piece(start, start + len(kept), kept, line.number, line.gap, "heading")


def _unmarked(piece: Piece, markdown: bool) -> Piece:
    """Leave the mark of a quote or bullet out; a number stays, to be judged with its neighbours."""
    if markdown and (match := _QUOTE.match(piece.text)):
        piece = _without(piece, match.end())
    if match := _BULLET.match(piece.text):
        return _without(piece, match.end(), kind="list_item", bullet=True)
    if match := _NUMBER.match(piece.text):
        return Piece(piece.start, piece.end, piece.text, piece.line, piece.gap, None, number=int(match[1]))
    return piece


def _without(piece: Piece, count: int, kind: BlockKind | None = None, bullet: bool = False) -> Piece:
    if count >= len(piece.text):
        return Piece(piece.start, piece.end, piece.text, piece.line, piece.gap, "furniture")
    start = piece.start + count
    return Piece(start, piece.end, piece.text[count:], piece.line, piece.gap, kind, bullet=bullet)


def after_number(text: str) -> int:
    """Return how long the number that opens a numbered line is, with the blanks after it."""
    match = _NUMBER.match(text)
    return match.end() if match else 0


def after_bullet(text: str) -> int:
    """Return how long the bullet that opens a line is, with the blanks after it."""
    match = _BULLET.match(text)
    return match.end() if match else 0
