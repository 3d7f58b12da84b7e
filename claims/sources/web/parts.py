"""The parts of a page in reading order: headings, paragraphs, items, captions, rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from claims.model import BlockKind
from claims.sources.elements import Element, rows
from claims.sources.web.tree import Node
from claims.vocabulary import load

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’)\]]{0,2}$")
_CLOSING = 8  # characters at the end of a line that tell whether a sentence ends there
_NOTE = re.compile(r"\s*\[?\d{1,3}\]?\s*")
_LONGEST_HEADING_SENTENCE = 25
_BREAK = "\n"


@cache
def _blocks() -> frozenset[str]:
    """Tags that begin and end a paragraph."""
    return _HEADINGS | frozenset(load("webpages")["blocks"]["tags"])


@dataclass(frozen=True, slots=True)
class Part:
    """A run of text of a page.

    Attributes:
        element: What it is and what it says.
        owner: The block of the page that it stands in.
        tag: What it is marked as: h1, p, li …
        linked: Which share of it is links.
    """

    element: Element
    owner: Node
    tag: str
    linked: float

    @property
    def text(self) -> str:
        """Its words; those of a row's cells together."""
        return self.element.text or " ".join(self.element.cells)


def parts(root: Node) -> list[Part]:
    """Return the parts of a page in reading order."""
    return list(_Walk(root).run())


class _Walk:
    """One walk through a page, which gathers inline text and lets go of it where a block begins or ends."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.buffer: list[str] = []
        self.linked = 0
        self.in_link = 0
        self.blocks: list[Node] = [root]

    def run(self) -> Iterator[Part]:
        from lxml import etree

        walk = etree.iterwalk(self.root, events=("start", "end", "comment", "pi"))
        for event, node in walk:
            if event == "start":
                if node.tag == "table" and _is_data(node):
                    yield from self._flush()
                    yield from _table(node)
                    walk.skip_subtree()
                else:
                    yield from self._start(node)
                    if _is_note(node):
                        walk.skip_subtree()
                    else:
                        self._take(node.text)
            elif event == "end":
                yield from self._end(node)
                if node is not self.root:
                    self._take(node.tail)
            else:
                self._take(node.tail)
        yield from self._flush()

    def _start(self, node: Node) -> Iterator[Part]:
        if node.tag in _blocks():
            yield from self._flush()
            self.blocks.append(node)
        elif node.tag == "br":
            self.buffer.append(_BREAK)
        elif node.tag == "a":
            self.in_link += 1

    def _end(self, node: Node) -> Iterator[Part]:
        if node.tag in _blocks() and len(self.blocks) > 1 and self.blocks[-1] is node:
            yield from self._flush()
            self.blocks.pop()
        elif node.tag == "a":
            self.in_link -= 1

    def _take(self, text: str | None) -> None:
        if not text:
            return
        shown = _BLANKS.sub(" ", text)
        self.buffer.append(shown)
        if self.in_link:
            self.linked += len(shown.strip())

    def _flush(self) -> Iterator[Part]:
        whole = "".join(self.buffer)
        linked = self.linked
        self.buffer, self.linked = [], 0
        if not whole.strip():
            return
        owner = self.blocks[-1]
        tag = _marked_as(owner)
        size = max(len(whole.strip()), 1)
        for text in _lines(whole):
            yield Part(Element(text, _kind(tag, text)), owner, tag, min(linked / size, 1.0))


def _lines(whole: str) -> Iterator[str]:
    """Yield the paragraphs that line breaks make: at two breaks, or at one behind a full sentence."""
    written: list[str] = []
    for piece in whole.split(_BREAK):
        text = _BLANKS.sub(" ", piece).strip(" ")
        if written and (not text or _ENDS_SENTENCE.search(written[-1][-_CLOSING:])):
            yield " ".join(written)
            written = []
        if text:
            written.append(text)
    if written:
        yield " ".join(written)


def _marked_as(owner: Node) -> str:
    """What a block is marked as: its own tag, or that of the heading, item or caption that it stands in."""
    node, steps = owner, 0
    while node is not None and steps < 4:
        if node.tag in _HEADINGS or node.tag in ("li", "figcaption", "caption", "summary"):
            return str(node.tag)
        if "caption" in (node.get("class") or "").lower():
            return "figcaption"
        if node.tag not in ("p", "div", "span", "header"):
            break
        node, steps = node.getparent(), steps + 1
    return str(owner.tag)


def _kind(tag: str, text: str) -> BlockKind | None:
    if tag == "h1":
        return "heading"
    if tag in _HEADINGS:
        is_prose = len(text.split()) > _LONGEST_HEADING_SENTENCE or (
            len(text.split()) > 7 and bool(re.search(r"[.!][\"'”’)]?$", text))
        )
        return None if is_prose else "heading"
    if tag == "li":
        return "list_item"
    return "caption" if tag in ("figcaption", "caption") else None


def _is_note(node: Node) -> bool:
    """Tell whether this is the number of a footnote."""
    return (
        node.tag == "sup" and node.find("a") is not None and bool(_NOTE.fullmatch("".join(node.itertext())))
    )


def _is_data(table: Node) -> bool:
    """Tell a table of data from one that lays out a page."""
    longest = int(load("webpages")["data"]["longest_cell"])
    lines = list(table.iter("tr"))
    if not lines or table.find(".//table") is not None:
        return False
    cells = [cell for line in lines for cell in line if cell.tag in ("td", "th")]
    if any(sum(map(len, cell.itertext())) > longest for cell in cells):
        return False
    return max(sum(cell.tag in ("td", "th") for cell in line) for line in lines) > 1


def _table(table: Node) -> Iterator[Part]:
    caption = table.find("caption")
    if caption is not None and (text := _words(caption)):
        yield Part(Element(text, "caption"), table, "caption", 0.0)
    lines = [line for line in table.iter("tr") if any(cell.tag in ("td", "th") for cell in line)]
    headed = bool(lines) and all(cell.tag == "th" for cell in lines[0] if cell.tag in ("td", "th"))
    for element in rows(([_words(cell) for cell in _spread(line)] for line in lines), headed):
        yield Part(element, table, "tr", 0.0)


def _spread(line: Node) -> list[Node]:
    """The cells of a row; a cell over several columns counts for each."""
    found = []
    for cell in line:
        if cell.tag in ("td", "th"):
            width = cell.get("colspan") or "1"
            found += [cell] * (min(int(width), 20) if width.isdecimal() and width.isascii() else 1)
    return found


def _words(node: Node) -> str:
    return _BLANKS.sub(" ", "".join(node.itertext())).strip()
