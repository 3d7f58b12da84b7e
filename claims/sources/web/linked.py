"""What a page says about itself in JSON-LD: the object that is the article, not one that it links to."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from claims.sources.web.tree import Node
from claims.vocabulary import load

_LONGEST = 1_000_000
_MOST_OBJECTS = 2_000


def linked_article(root: Node) -> dict[str, Any]:
    """Return the JSON-LD object of the article.

    Args:
        root: The page, not yet pruned.

    Returns:
        The object: an article rather than a page; of several the first. Empty where there is none. Lists of
        other articles ("related", "most read") are no part of it.
    """
    objects = [thing for script in _scripts(root) for thing in _objects(script)]
    for kind in ("articles", "pages"):
        for thing in objects:
            if _types(thing) & _known(kind):
                return thing
    return {}


def linked_names(thing: Any) -> str:
    """Return the names in a JSON-LD value: a text, an object with a name, or a list of them."""
    if isinstance(thing, list):
        return ", ".join(dict.fromkeys(filter(None, map(linked_names, thing[:20]))))
    if isinstance(thing, dict):
        return linked_names(thing.get("name") or "")
    return " ".join(thing.split()) if isinstance(thing, str) else ""


@cache
def _known(kind: str) -> frozenset[str]:
    return frozenset(load("metadata")["linked"][kind])


def _scripts(root: Node) -> Iterator[Any]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        if len(text) > _LONGEST:
            continue
        try:
            yield json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue


def _objects(document: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects at the top: of lists and graphs too, but none that an object refers to."""
    waiting, seen = [document], 0
    while waiting and seen < _MOST_OBJECTS:
        thing = waiting.pop(0)
        seen += 1
        if isinstance(thing, list):
            waiting[:0] = thing[:_MOST_OBJECTS]
        elif isinstance(thing, dict):
            yield thing
            for key in ("@graph", "mainEntity"):
                if isinstance(thing.get(key), list | dict):
                    waiting.append(thing[key])


def _types(thing: dict[str, Any]) -> frozenset[str]:
    kinds = thing.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(kind.rsplit("/", 1)[-1].lower() for kind in listed if isinstance(kind, str))
