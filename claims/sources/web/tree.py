"""A web page as a tree: parsed without fetching anything, and freed of what cannot be the article."""

import re
from functools import cache
from itertools import pairwise
from typing import Any

from claims.sources.errors import Unreadable
from claims.vocabulary import load

# A page larger than this without its pictures, scripts and styles is no article.
LARGEST_MARKUP = 3_000_000
_DATA_ADDRESS = re.compile(r"data:[\w/+.;=-]{1,100}?(?:;base64)?,[A-Za-z0-9+/=%_.~-]{100,}")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_BULKY = re.compile(r"<(script|style|svg)\b[^<>]{0,2000}>", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDING = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
# What holds this share of the page's text is not furniture, whatever it is called.
_NEARLY_ALL = 0.75
_LONGEST_NAMES = 500

Node = Any  # an lxml element; lxml has no types of its own


def parse(markup: str) -> Node:
    """Parse a page.

    Args:
        markup: The decoded page.

    Returns:
        The root of its tree, with comments.

    Raises:
        Unreadable: It is too large, nested too deeply, holds nothing, or is a report of this tool.
    """
    from lxml import etree
    from lxml import html as parser

    markup = _CONTROLS.sub("", markup)
    markup = _without_bulk(_DATA_ADDRESS.sub("", markup))
    if len(markup) > LARGEST_MARKUP:
        raise Unreadable(
            f"is a web page with {len(markup):,} characters of markup", "save the article alone, or as text"
        )
    reader = parser.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=False)
    try:
        root = parser.document_fromstring(markup.encode("utf-8", "replace"), parser=reader)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Unreadable("is a web page that cannot be parsed", "save it anew, or as text") from error
    if any("depth" in entry.message.lower() for entry in reader.error_log):
        raise Unreadable("is a web page that is nested too deeply", "save it anew, or as text")
    if root.xpath("//meta[@name='generator'][starts-with(@content, 'reconcile ')]"):
        raise Unreadable("was written by reconcile and is no source", "keep reports in another folder")
    return root


def _without_bulk(markup: str) -> str:
    """Leave out what is in scripts, styles and drawings, but for what a page says of itself in JSON-LD."""
    kept: list[str] = []
    unclosed: set[str] = set()
    at = begin = 0
    while opening := _BULKY.search(markup, at):
        at, tag = opening.end(), opening[1].lower()
        if tag in unclosed or "ld+json" in opening[0].lower():
            continue
        closing = re.compile(f"</{tag}", re.IGNORECASE).search(markup, at)
        if closing is None:
            unclosed.add(tag)
            continue
        kept.append(markup[begin:at])
        begin = at = closing.start()
    return "".join([*kept, markup[begin:]])


def prune(root: Node) -> None:
    """Take out what cannot be the article: menus, forms, banners, related links, comments, what is hidden.

    A part that holds much of the page's text stays, whatever its name: names are given by people.

    Args:
        root: The page; it is changed.
    """
    whole = len(_inner(root))
    waiting = [root]
    while waiting:
        for child in list(waiting.pop()):
            if not isinstance(child.tag, str) or (_is_chrome(child) and not _is_essential(child, whole)):
                _drop(child)
            else:
                waiting.append(child)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("webpages")["prune"][kind])


@cache
def _never() -> frozenset[str]:
    """Tags that never hold the article, however long."""
    return frozenset(load("webpages")["prune"]["never"])


def _is_chrome(node: Node) -> bool:
    tag = node.tag.lower()
    if tag in _words("tags"):
        return True
    if tag in ("html", "body", "article", "main", "p", "h1", "table", "tr", "td", "tbody"):
        return _is_hidden(node)
    if (node.get("role") or "").lower() in _words("roles") or _is_hidden(node):
        return True
    if tag == "header" and not _holds(node, "h1"):
        return bool(node.getparent().tag == "body")
    return _has_telling_name(node)


def _is_hidden(node: Node) -> bool:
    if node.get("hidden") is not None or (node.get("aria-hidden") or "").lower() == "true":
        return True
    return bool(_HIDING.search((node.get("style") or "")[:_LONGEST_NAMES]))


def _has_telling_name(node: Node) -> bool:
    names = f"{node.get('class') or ''} {node.get('id') or ''} {node.get('data-component') or ''}"[
        :_LONGEST_NAMES
    ]
    for name in names.split():
        parts = [part.lower() for part in re.split(r"[^A-Za-z]+", _CAMEL.sub("-", name)) if part]
        if any(part in _words("words") for part in parts):
            return True
        if any(f"{one} {other}" in _words("pairs") for one, other in pairwise(parts)):
            return True
    return False


def _is_essential(node: Node, whole: int) -> bool:
    """Tell whether the article must be in there: the headline is, or nearly all of the text."""
    if node.tag in _never():
        return False
    return _holds(node, "h1") or _holds(node, "main") or len(_inner(node)) > _NEARLY_ALL * whole


def _holds(node: Node, tag: str) -> bool:
    return any(True for _ in node.iter(tag))


def _inner(node: Node) -> str:
    return "".join(node.itertext())


def _drop(node: Node) -> None:
    """Remove a node and what is in it; the text behind it stays."""
    parent, before = node.getparent(), node.getprevious()
    if node.tail:
        if before is not None:
            before.tail = (before.tail or "") + node.tail
        else:
            parent.text = (parent.text or "") + node.tail
    parent.remove(node)
