"""Names of authors as bibliographies want them."""

import re

_BETWEEN = re.compile(r"\s*(?:;|,|&|\band\b)\s*")
# "von Suttner", "de la Cruz": a small word before the last name belongs to it.
_SMALL = re.compile(r"[^\W\d_a-z]?[a-z]+['’]?")
_MOST_WORDS = 5
_BODIES = re.compile(
    r"\b(?:staff|agency|agencies|desk|bureau|team|news|press|reporters?|correspondents?|editors?)\b", re.I
)


def authors(line: str) -> list[tuple[str, str]]:
    """Return family and given names of the authors that a byline names.

    Args:
        line: As printed ("Ann Lee and Bo de Wit").

    Returns:
        A pair for each; of a body ("Staff Reporter") the whole name and nothing.
    """
    return [_parts(name) for name in _BETWEEN.split(line.strip()) if name]


def _parts(name: str) -> tuple[str, str]:
    pieces = name.split()
    if len(pieces) < 2 or len(pieces) > _MOST_WORDS or _BODIES.search(name):
        return name, ""
    last = len(pieces) - 1
    while last > 1 and pieces[last - 1].islower() and _SMALL.fullmatch(pieces[last - 1]):
        last -= 1
    return " ".join(pieces[last:]), " ".join(pieces[:last])
