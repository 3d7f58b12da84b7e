"""Title, publisher, authors, dates, address and language of a page, each with where it was found.

Nothing is taken from the wording of a title or of a footer, and nothing from the day of the run. A date
that only the address shows is a guess, and kept apart.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from claims import vocabulary
from claims.model import Datum
from claims.sources.dates import find_date
from claims.sources.web.linked import linked_article, linked_names
from claims.sources.web.tree import Node

_LONGEST_VALUE = 1000
_SAVED_FROM = re.compile(r"(?:saved from url=\(\d{1,6}\)|\burl:)\s{0,3}(https?://[^\s>]{1,900})")
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-]|$)")
_LINKED = {"title": "headline", "authors": "author", "publisher": "publisher", "published": "datePublished"}
_LINKED |= {"modified": "dateModified", "url": "url", "language": "inLanguage"}
_DATES = ("published", "modified")
TITLE_TAG = "title tag"


def page_metadata(root: Node) -> tuple[dict[str, Datum], list[str]]:
    """Collect what a page says about itself.

    JSON-LD wins over meta tags, these over microdata and ``<time>``.

    Args:
        root: The page, not yet pruned.

    Returns:
        The data that were found, by key, and warnings about dates that contradict each other or cannot be
        read.
    """
    warnings: list[str] = []
    found: dict[str, Datum] = {}
    for key, value, evidence in _said(root):
        datum = _datum(key, value, evidence, warnings)
        if datum is None:
            continue
        kept = found.setdefault(key, datum)
        if key == "published" and kept.value != datum.value:
            warnings.append(
                f"says two dates of publication: {kept.value} ({kept.evidence}) and "
                f"{datum.value} ({datum.evidence}); the first is used"
            )
    if "published" not in found and (guess := _guess(found)):
        found["published_guess"] = guess
    return found, list(dict.fromkeys(warnings))


def _said(root: Node) -> Iterator[tuple[str, str, str]]:
    """Yield key, value and evidence, the surest first."""
    article = linked_article(root)
    for key, name in _LINKED.items():
        if value := linked_names(article.get(name)):
            yield key, value, f"JSON-LD: {name}"
    tags = _meta(root)
    for key, names in vocabulary.load("metadata")["meta"].items():
        for name in names:
            for value in tags.get(name, ()):
                yield key, value, f"meta tag: {name}"
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield "url", link.get("href") or "", "link: canonical"
    yield from _marked(root)
    if language := root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"):
        yield "language", language, "html: lang"
    yield from _saved(root)
    title = root.find(".//head/title")
    if title is not None:
        yield "title", "".join(title.itertext()), TITLE_TAG


def _meta(root: Node) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        value = tag.get("content") or ""
        for kind in ("property", "name", "itemprop", "http-equiv"):
            for name in (tag.get(kind) or "").lower().split()[:5]:
                tags.setdefault(name, []).append(value)
    return tags


def _marked(root: Node) -> Iterator[tuple[str, str, str]]:
    """What microdata says; the times of links, teasers and comments do not count."""
    for node in root.iter("time", "span", "div", "p", "abbr"):
        marks = (node.get("itemprop") or "").lower().split()
        when = node.get("datetime") or node.get("content") or ""
        if "datepublished" in marks:
            yield "published", when or _text(node), "itemprop: datePublished"
        elif "datemodified" in marks:
            yield "modified", when or _text(node), "itemprop: dateModified"
        elif node.tag == "time" and node.get("pubdate") is not None:
            yield "published", when or _text(node), "time: pubdate"


def header_time(root: Node) -> Datum | None:
    """Return the date of the one ``<time>`` that stands in the header of the article.

    Args:
        root: The pruned page.
    """
    heading = next(root.iter("h1"), None)
    if heading is None:
        return None
    holder = heading.getparent()
    for _ in range(2):
        times = [] if holder is None else list(holder.iter("time"))
        if times or holder is None or holder.tag in ("body", "html"):
            break
        holder = holder.getparent()
    days = {find_date(time.get("datetime") or _text(time)) for time in times}
    if len(times) != 1 or None in days:
        return None
    (day,) = days
    return Datum(day.day, "time tag in the header") if day else None


def _saved(root: Node) -> Iterator[tuple[str, str, str]]:
    from lxml import etree

    comments = [*root.itersiblings(etree.Comment, preceding=True), *root.iter(etree.Comment)]
    for comment in comments[:20]:
        if match := _SAVED_FROM.search((comment.text or "")[:3000]):
            yield "url", match[1], "comment of the program that saved it"


def _text(node: Node) -> str:
    return " ".join("".join(node.itertext()).split())[:_LONGEST_VALUE]


def _datum(key: str, value: str, evidence: str, warnings: list[str]) -> Datum | None:
    value = " ".join(value.split())[:_LONGEST_VALUE]
    if value.lower() in vocabulary.load("metadata")["unknown"]["values"]:
        return None
    if key in _DATES:
        date = find_date(value)
        if date is None:
            warnings.append(f"{evidence} {value[:60]!r} is no full, unambiguous date; not used")
        return Datum(date.day, evidence) if date else None
    if key == "url" and not value.startswith(("http://", "https://")):
        return None
    if key == "authors" and value.startswith(("http://", "https://", "/")):
        return None
    return Datum(value.replace("_", "-") if key == "language" else value, evidence)


def _guess(found: dict[str, Datum]) -> Datum | None:
    """Guess the day of publication from the address; it is never used for a verdict."""
    address = found.get("url")
    match = _DAY_IN_ADDRESS.search(urlsplit(address.value).path) if address else None
    date = find_date("-".join(part.zfill(2) for part in match.groups())) if match else None
    return Datum(date.day, "guess: from the address", guess=True) if date else None
