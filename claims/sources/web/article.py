"""Which parts of a page are the article: trafilatura chooses the text, the page itself says what is what."""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import Any

from claims.sources import furniture
from claims.sources.quiet import quietly
from claims.sources.web.parts import Part
from claims.sources.web.tree import Node

_NOT_WORDS = re.compile(r"[\W_]+")
# A part as long as this is recognised in the chosen text; a shorter one only as a line of its own.
_TELLING = 40
# The article's container holds at least this share of the chosen text.
_NEARLY_ALL = 0.9
# Of more parts each has to be a line of the chosen text: searching all of it for each takes too long.
_MOST_SEARCHED = 5_000
# Of larger pages the library's second opinion is left out: its time grows with the square of their size.
_MANY_NODES = 6_000
_MOSTLY_LINKS = 0.6
_CAPTIONS = ("figcaption", "caption")
# So many parts below the headline are looked at for bylines and dates.
_HEADER = 10
# A caption may stand this far below the last paragraph.
_BELOW = 3


@cache
def version() -> str:
    """Return the name and version of the library that chooses."""
    from importlib.metadata import version as of

    return f"trafilatura {of('trafilatura')}"


def choose(root: Node, found: Sequence[Part]) -> list[Part]:
    """Return the parts of a page that are the article, its headline, byline, captions and tables with it.

    Args:
        root: The pruned page.
        found: Its parts.
    """
    anchors = _anchors(root, found)
    if not anchors:
        anchors = _by_form(found)
    if not anchors:
        return []
    first, last = anchors[0], anchors[-1]
    container = _container([found[i] for i in anchors])
    inside = set(anchors)
    head = _headline(found, first)
    chosen: list[int] = []
    for i, part in enumerate(found):
        if i == head or i in inside or (head is not None and head < i < first and _is_of_header(part)):
            chosen.append(i)
        elif i > last and part.tag == "tr" and chosen[-1:] == [i - 1]:
            chosen.append(i)  # the rest of a table
        elif not first < i <= last + _BELOW or not _is_within(part.owner, container):
            continue
        elif part.tag in _CAPTIONS or (i < last and _belongs(part, found, i, inside)):
            chosen.append(i)
    until = -1 if head is None else head + _HEADER
    return [
        _in_header(found[i]) if head is not None and head < i <= until else found[i]
        for i in chosen
        if _says(found[i])
    ]


def _says(part: Part) -> bool:
    """Tell whether a part has words; a number alone counts shares or comments."""
    return part.tag == "tr" or any(character.isalpha() for character in part.text)


def _in_header(part: Part) -> Part:
    """Mark what says only who wrote the article and when."""
    if part.tag in _CAPTIONS or part.tag == "tr" or not _is_of_header(part):
        return part
    return replace(part, element=replace(part.element, kind="furniture"))


def _anchors(root: Node, found: Sequence[Part]) -> list[int]:
    """Return the parts that the library takes for the article's text."""
    text = _main_text(root)
    if text is None:
        return []
    lines = {_squash(line) for line in text.splitlines()}
    whole = _squash(text)
    squashed = [_squash(part.text) for part in found]
    searched = len(found) <= _MOST_SEARCHED
    taken = [
        i
        for i, words in enumerate(squashed)
        if words and (words in lines or (searched and len(words) >= _TELLING and words in whole))
    ]
    long = [i for i in taken if len(squashed[i]) >= _TELLING and found[i].element.kind != "heading"]
    if not long:
        return taken
    near = set(range(long[0] - 1, long[-1] + 4))
    return [i for i in taken if i in near and (i <= long[-1] or found[i].linked < _MOSTLY_LINKS)]


def _main_text(root: Node) -> str | None:
    from lxml import etree
    from trafilatura import bare_extraction

    large = sum(1 for _ in root.iter()) > _MANY_NODES
    try:
        with quietly():
            document: Any = bare_extraction(
                deepcopy(root),
                include_comments=False,
                include_tables=True,
                with_metadata=False,
                deduplicate=False,
                fast=large,
            )
    except (etree.LxmlError, ValueError, RecursionError):
        return None
    return document.text if document is not None else None


def _squash(text: str) -> str:
    return _NOT_WORDS.sub("", text).casefold()


def _by_form(found: Sequence[Part]) -> list[int]:
    """Return the paragraphs of prose, for a page so short that the library finds no article in it."""
    return [
        i
        for i, part in enumerate(found)
        if part.linked < _MOSTLY_LINKS
        and part.element.kind in (None, "list_item")
        and len(part.text.split()) >= 5
        and not furniture.is_furniture(part.text)
    ]


def _container(anchors: Sequence[Part]) -> Node:
    """Return the smallest block of the page that holds nearly all of the chosen text."""
    whole = sum(len(part.text) for part in anchors)
    held: dict[Node, int] = {}
    for part in anchors:
        node = part.owner
        while node is not None:
            held[node] = held.get(node, 0) + len(part.text)
            node = node.getparent()
    node = max(anchors, key=lambda part: len(part.text)).owner
    while node.getparent() is not None and held[node] < _NEARLY_ALL * whole:
        node = node.getparent()
    return node


def _is_within(node: Node, container: Node) -> bool:
    while node is not None:
        if node is container:
            return True
        node = node.getparent()
    return False


def _headline(found: Sequence[Part], first: int) -> int | None:
    """Return the last first-level heading above the text."""
    above = [i for i, part in enumerate(found[: first + 1]) if part.tag == "h1"]
    return above[-1] if above else None


def _is_of_header(part: Part) -> bool:
    """Tell whether a part between headline and text is the byline, the date line or a caption."""
    if part.tag in _CAPTIONS:
        return True
    text = part.text
    return len(text) <= furniture.LONGEST and (
        furniture.byline(text) is not None or furniture.is_date_line(text) or furniture.is_dated_label(text)
    )


def _belongs(part: Part, found: Sequence[Part], at: int, inside: set[int]) -> bool:
    """Tell whether a part that was not chosen belongs to those around it: a row, a short paragraph."""
    if part.tag == "tr":
        return True
    if part.linked >= _MOSTLY_LINKS or part.tag not in ("p", "h2", "h3", "blockquote"):
        return False
    parent = part.owner.getparent()
    near = [i for i in range(at - 3, at + 4) if i in inside]
    return any(found[i].owner.getparent() is parent for i in near if i < at) and any(
        found[i].owner.getparent() is parent for i in near if i > at
    )
