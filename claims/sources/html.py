"""Reader for web pages."""

from collections.abc import Iterable
from dataclasses import replace

from claims.model import Datum
from claims.sources import furniture
from claims.sources.elements import Element, as_reading
from claims.sources.encoding import decode_markup
from claims.sources.errors import Unreadable
from claims.sources.reading import Reading
from claims.sources.web import article, metadata
from claims.sources.web.linked import linked_article
from claims.sources.web.parts import Part, parts
from claims.sources.web.tree import Node, parse, prune

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_FEWEST_WORDS = 5
_HEADER = 10  # elements, among which the byline may be
_LAST = 4  # paragraphs, among which the author may be described
_NONE = Datum("", "")


def read(data: bytes, charset: str | None = None) -> Reading:
    """Read a saved web page.

    Args:
        data: The whole page.
        charset: The encoding that came with it (in a mail or an archive), or None.

    Returns:
        The article in it.

    Raises:
        Unreadable: There is no article that could be read.
    """
    decoded = decode_markup(data, charset)
    reading = read_page(decoded.text)
    warnings = ((decoded.warning,) if decoded.warning else ()) + reading.warnings
    return reading.replaced(warnings=warnings)


def read_page(markup: str, known: dict[str, Datum] | None = None) -> Reading:
    """Read the markup of a page or of a part of one.

    Args:
        markup: The decoded markup.
        known: What is known from elsewhere; it wins over what the page says.

    Raises:
        Unreadable: There is no article that could be read.
    """
    root = parse(markup)
    found, warnings = metadata.page_metadata(root)
    body = _articles_own(root)
    prune(root)
    chosen = article.choose(root, parts(root))
    if "published" not in found and (time := metadata.header_time(root)):
        found["published"] = time
        found.pop("published_guess", None)
    found |= known or {}
    if any(part.tag == "h1" for part in chosen) and found.get("title", _NONE).evidence == metadata.TITLE_TAG:
        del found["title"]  # the headline itself says it without the name of the site
    if names := _bylines(part.element for part in chosen):
        found.setdefault("authors", Datum(names[0], "byline below the headline"))
    elements = _without_authors([part.element for part in chosen], found) or body
    if not elements:
        raise Unreadable(
            "is a web page without an article in its text (a script may fill it in)",
            "save it with its text, or as PDF",
        )
    return as_reading(_titled(elements, chosen, found), found, "html", article.version(), warnings)


def _articles_own(root: Node) -> list[Element]:
    """The text that a page carries for machines, for one that shows nothing itself."""
    text = linked_article(root).get("articleBody")
    lines = text.splitlines() if isinstance(text, str) else []
    return [Element(" ".join(line.split())) for line in lines if len(line.split()) >= _FEWEST_WORDS]


def _bylines(elements: Iterable[Element]) -> list[str]:
    """Return the names in the bylines below the headline."""
    marked = (item.text for item in list(elements)[:_HEADER] if item.kind == "furniture")
    return [names for text in marked if (names := furniture.byline(text))]


def _without_authors(elements: list[Element], found: dict[str, Datum]) -> list[Element]:
    """Mark the lines at the end that tell of the author: "A. Writer has covered the port for 17 years."."""
    named = ", ".join([found.get("authors", _NONE).value, *_bylines(elements)]).split(", ")
    names = tuple(name for name in named if len(name.split()) > 1)
    if not names:
        return elements
    last = len(elements) - _LAST
    return [
        replace(element, kind="furniture") if i >= last and element.text.startswith(names) else element
        for i, element in enumerate(elements)
    ]


def _titled(elements: list[Element], chosen: list[Part], found: dict[str, Datum]) -> list[Element]:
    """Put the title that the page states above a text without a headline."""
    title = found.get("title")
    if title is None or any(part.tag == "h1" for part in chosen):
        return elements
    if any(element.kind == "heading" and element.text == title.value for element in elements[:3]):
        return elements
    return [Element(title.value, "heading"), *elements]
