"""From pieces to blocks: what each is, told by its marks, its wording and its neighbours."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.model import Block, BlockKind
from claims.sources import furniture, headings, masthead
from claims.sources.lines import split
from claims.sources.pieces import Piece, after_number, pieces

# A longer paragraph is no prose, and no parser should be given it.
LONGEST_PARAGRAPH = 100_000
# Nor is a longer one in which fewer of the visible characters than one in so many are letters.
LONGEST_WORDLESS = 1_000
_LETTERS = 10
# The article's header: what stands before its first paragraph, and no more than this.
_LONGEST_HEADER = 12
# A summary below the headline has no more paragraphs or points than this.
_LONGEST_SUMMARY = 3
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]{0,2000})\]\([^)]{0,2000}\)")
_EMPHASISED = re.compile(r"(\*|_)(?![\s*_])(.+?)(?<!\s)\1", re.DOTALL)
_LONGEST_EMPHASIS = 2000


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a text, for its reader and for its metadata.

    Attributes:
        pieces: All pieces in order, each with its kind.
        body: Index of the first piece after the header.
        masthead: Index of the piece that names the publication, or None.
        too_long: Pieces longer than a paragraph may be; they are kept as furniture.
        wordless: Long pieces of digits and signs, likewise.
        unit: What a piece's ``line`` counts.
    """

    pieces: tuple[Piece, ...]
    body: int
    masthead: int | None
    too_long: tuple[Piece, ...]
    wordless: tuple[Piece, ...]
    unit: str = "line"

    def blocks(self) -> tuple[Block, ...]:
        """Return the pieces as blocks of a source."""
        return tuple(Block(p.start, p.end, p.kind or "paragraph", p.cells, p.header) for p in self.pieces)


def lay_out(text: str, begin: int = 0, markdown: bool = False) -> Layout:
    """Find the blocks of a text.

    Args:
        text: The whole text.
        begin: Where the article starts, after any front matter.
        markdown: Whether it is Markdown.

    Returns:
        Its pieces from ``begin`` on, all with a kind.
    """
    return judge([_emphasised(piece) for piece in pieces(text, split(text, begin), markdown)])


def judge(found: list[Piece], unit: str = "line") -> Layout:
    """Tell what pieces are, by their wording and their neighbours.

    Args:
        found: The pieces in order, each with the kind that its marks tell.
        unit: What their ``line`` counts.

    Returns:
        The same pieces, all with a kind.
    """
    too_long = tuple(piece for piece in found if piece.end - piece.start > LONGEST_PARAGRAPH)
    wordless = tuple(piece for piece in found if _is_wordless(piece))
    unread = {piece.start for piece in (*too_long, *wordless)}
    found = [replace(piece, kind="furniture") if piece.start in unread else piece for piece in found]
    body = _body(found)
    found = _mark_dates(_mark_furniture(found, body), body)
    title_page = masthead.find(found, body)
    if title_page is not None:
        found[title_page] = replace(found[title_page], kind="furniture")
    elif (imprint := masthead.below_headline(found, body)) is not None:
        found[imprint.at] = replace(found[imprint.at], kind="furniture")
    found = _mark_sections(_mark_headings(_mark_numbers(found), body))
    return Layout(tuple(found), body, title_page, too_long, wordless, unit)


def _is_wordless(piece: Piece) -> bool:
    length = piece.end - piece.start
    if not LONGEST_WORDLESS < length <= LONGEST_PARAGRAPH or piece.kind in ("furniture", "table_row"):
        return False
    visible = sum(map(len, piece.text.split()))
    return sum(map(str.isalpha, piece.text)) * _LETTERS < visible


def _emphasised(piece: Piece) -> Piece:
    """Leave out the marks around an image's text, a bold line and a line in italics."""
    if piece.kind not in (None, "list_item"):
        return piece
    if (image := _IMAGE.fullmatch(piece.text[:5000])) and len(piece.text) < 5000:
        if not image["alt"].strip():
            return replace(piece, kind="furniture", image=True)
        return replace(_cut(piece, *image.span("alt"), kind="caption"), image=True)
    if piece.kind is None and (span := headings.bold_line(piece.text)):
        return _cut(piece, *span, kind="heading")
    if piece.kind is None and piece.text[0] in "*_" and len(piece.text) <= _LONGEST_EMPHASIS:
        match = _EMPHASISED.fullmatch(piece.text)
        if match and match[1] not in match[2]:
            return replace(_cut(piece, *match.span(2), kind=None), italic=True)
    return piece


def _cut(piece: Piece, start: int, end: int, kind: BlockKind | None) -> Piece:
    return replace(
        piece, start=piece.start + start, end=piece.start + end, text=piece.text[start:end], kind=kind
    )


def _is_sentence(piece: Piece) -> bool:
    """Tell whether a piece without marks reads as prose."""
    text = piece.text
    if piece.kind in ("list_item", "table_row") or len(text) > furniture.LONGEST:
        return True
    if piece.kind is not None or furniture.is_labelled(text) or furniture.is_furniture(text):
        return False
    return len(text.split()) >= 5 and not headings.may_be_heading(text, first=True)


def _body(found: Sequence[Piece]) -> int:
    """Index of the first paragraph; a summary that stands above the only date line belongs to the header."""
    first = next(
        (i for i, piece in enumerate(found[:_LONGEST_HEADER]) if _is_sentence(piece)),
        len(found[:_LONGEST_HEADER]),
    )
    below = range(first + 1, min(first + 1 + _LONGEST_SUMMARY, len(found) - 1))
    dated = next((i for i in below if _is_date_line(found[i])), None)
    if dated is None or any(_is_date_line(piece) for i, piece in enumerate(found) if i != dated):
        return first
    return dated + 1


def _is_date_line(piece: Piece) -> bool:
    return piece.kind in (None, "heading") and furniture.is_date_line(piece.text)


def _mark_furniture(found: list[Piece], body: int) -> list[Piece]:
    """Mark what is furniture or a caption by its own words, and a caption by the credit below it."""
    marked = [replace(piece, kind=_by_words(found, i, body)) for i, piece in enumerate(found)]
    for i, piece in enumerate(found):
        if piece.kind is None and furniture.is_credit(piece.text):
            _mark_around_credit(marked, i)
    return marked


def _by_words(found: Sequence[Piece], at: int, body: int) -> BlockKind | None:
    """Return the kind of a piece that its own words tell; what it had, where they tell nothing."""
    piece = found[at]
    if piece.kind is None and furniture.ends_in_credit(piece.text):
        return "caption"
    if piece.kind not in (None, "list_item", "heading") or len(piece.text) > furniture.LONGEST:
        return piece.kind
    near_edge = at < body or at >= len(found) - 3
    if furniture.is_furniture(piece.text) or (near_edge and _is_byline(piece.text, at, body)):
        return "furniture"
    if 0 < at < body and masthead.is_section(piece.text):
        return "furniture"
    if piece.kind is None and (furniture.is_caption_label(piece.text) or _is_below_image(found, at)):
        return "caption"
    return piece.kind


def _is_byline(text: str, at: int, body: int) -> bool:
    return furniture.byline(text) is not None or (0 < at < body and furniture.is_byline_without_label(text))


def _is_below_image(found: Sequence[Piece], at: int) -> bool:
    """Tell whether a line in italics stands right below an image."""
    above = found[at - 1] if at else None
    return bool(found[at].italic and not found[at].gap and above and above.image)


def _mark_around_credit(marked: list[Piece], at: int) -> None:
    """The paragraph right above a credit is a caption; below an empty credit stands who took the picture."""
    above = marked[at - 1] if at else None
    if above and above.kind is None and not marked[at].gap and len(above.text) > 40:
        marked[at - 1] = replace(above, kind="caption")
    below = marked[at + 1] if at + 1 < len(marked) else None
    if (
        below
        and furniture.is_open_credit(marked[at].text)
        and below.kind is None
        and len(below.text.split()) <= 6
    ):
        marked[at + 1] = replace(below, kind="furniture")


def _mark_dates(found: list[Piece], body: int) -> list[Piece]:
    """Mark the date line of the header; where dates also head later paragraphs, the text is a chronicle."""
    dated = [i for i, piece in enumerate(found) if _is_date_line(piece)]
    last = len(found) - 1
    if any(body <= i < last for i in dated):
        return found
    for i in dated:
        found[i] = replace(found[i], kind="furniture")
    return found


def _mark_numbers(found: list[Piece]) -> list[Piece]:
    """Tell items of a numbered list from numbered headings, which have text below them."""
    marked = list(found)
    for i, piece in enumerate(found):
        if piece.number is None or piece.kind is not None:
            continue
        above = found[i - 1].number if i else None
        below = found[i + 1] if i + 1 < len(found) else None
        in_list = above == piece.number - 1 or (below is not None and below.number == piece.number + 1)
        if in_list or below is None or not headings.may_be_heading(piece.text):
            marked[i] = replace(_cut(piece, after_number(piece.text), len(piece.text), "list_item"))
    return marked


def _mark_headings(found: list[Piece], body: int) -> list[Piece]:
    """Mark the lines without marks that are headings; the rest are paragraphs, or a list without bullets."""
    marked = list(found)
    at = 0
    while at < len(marked):
        run, end = _short_lines(marked, at, body)
        followed = end < len(marked)
        headed = headings.sort_run([marked[i] for i in run], followed, bool(run) and run[-1] < body)
        for i, is_heading in zip(run, headed, strict=True):
            marked[i] = replace(marked[i], kind="heading" if is_heading else _plain(followed))
        at = max(end, at + 1)
    return [piece if piece.kind else replace(piece, kind="paragraph") for piece in marked]


def _short_lines(found: Sequence[Piece], at: int, body: int) -> tuple[list[int], int]:
    """Find the lines in a row from ``at`` on that may be headings, and where the row ends.

    Furniture between a heading and its text does not part them.
    """
    run: list[int] = []
    while at < len(found):
        piece = found[at]
        if (
            piece.kind is None
            and not piece.italic
            and headings.may_be_heading(piece.text, at < body and not run)
        ):
            run.append(at)
        elif not run or piece.kind != "furniture":
            break
        at += 1
    return run, at


def _plain(followed: bool) -> BlockKind:
    return "list_item" if followed else "paragraph"


def _mark_sections(found: list[Piece]) -> list[Piece]:
    """Everything below "About the author" and the like, up to the next heading, is furniture."""
    marked, inside = list(found), False
    for i, piece in enumerate(found):
        if len(piece.text) <= furniture.LONGEST and furniture.is_section(piece.text):
            inside = True
        elif piece.kind == "heading":
            inside = False
        if inside:
            marked[i] = replace(piece, kind="furniture", cells=(), header=())
    return marked
