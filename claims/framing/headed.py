"""Whom or what a section of an article is about, where its heading names that: "Harwick in figures"."""

import re
from collections.abc import Set

from claims.framing.sport import ground_of
from claims.vocabulary import word_list

_OPENS = re.compile(r"\W*(?P<name>(?:[A-ZÀ-Þ][\w’'-]+ ?){1,4})(?P<rest>.*)$", re.S)
_SHORT = 3


def named_in(heading: str, text: str, names: Set[str]) -> str | None:
    """Return the name that a heading opens with, where it says nothing of it but that it is told of it.

    Args:
        heading: The heading of a section.
        text: The text of the source, which writes names as such.
        names: The words that it writes with a capital inside its sentences.
    """
    found = _OPENS.match(heading.strip())
    if found is None:
        return None
    words, rest = found["name"].split(), found["rest"].strip(" :*#_")
    ground = ground_of(text)
    while words:
        called = " ".join(words)
        if ground is not None and called.lower() == ground.lower() and _says_no_more(rest):
            return ground
        written = called.title() if called.isupper() else called
        if _is_name(written, text, names) and _says_no_more(rest):
            return written
        rest = f"{words.pop()} {rest}".strip()
    return None


def _says_no_more(rest: str) -> bool:
    return not rest or rest.lower() in word_list("context", "headings", "of_figures")


def _is_name(written: str, text: str, names: Set[str]) -> bool:
    words = written.split()
    if any(word not in names for word in words) or written in word_list("context", "themes", "no_places"):
        return False
    return len(written) > _SHORT and re.search(rf"[a-z,;] {re.escape(written)}\b(?! [A-Z])", text) is not None
