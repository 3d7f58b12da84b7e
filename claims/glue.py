"""Sentences that were glued together where a break was lost: "mineralsIndia holds", "was late.India said"."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
# The part before the inner capital is at least this long, or the word is a name ("iPhone").
_SHORTEST_LEFT = 3
_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_AFTER_STOP = re.compile(r"(?<=[a-z0-9%)\]\"'”’][.!?])[\"'”’)]{0,2}(?=[\"'“‘(]?[A-Z][a-z])")
_DOMAIN_ENDS = frozenset({"com", "org", "net", "gov", "edu", "info", "io", "js", "ai"})
_ADDRESS_MARKS = ("://", "www.", "@", "/", "_")
_LONGEST_TOKEN = 200


@lru_cache(maxsize=32)
def _words(text: str) -> frozenset[str]:
    """All words of a text that stand alone."""
    return frozenset(_WORD.findall(text))


def glue_points(text: str, start: int = 0, end: int | None = None) -> list[int]:
    """Find where a new sentence begins inside what looks like one word.

    A capital in a word begins a sentence only where the part after it is a word of its own elsewhere in the
    text, and the part before it is one too or stands in small letters; so names with inner capitals
    ("YouTube", "McDonald") stay whole.

    Args:
        text: The whole text, from which the words are known.
        start: Where to look from.
        end: Where to look up to; the end of the text by default.

    Returns:
        Offsets in ``text`` of the first character of each such sentence, in order.
    """
    found: list[int] = []
    stop = len(text) if end is None else end
    if not (_INSIDE.search(text, start, stop) or _AFTER_STOP.search(text, start, stop)):
        return found  # most texts: no word to look into
    for token in re.finditer(r"\S+", text[start:end]):
        written = token.group()
        if (
            len(written) > _LONGEST_TOKEN
            or written.islower()
            or any(mark in written for mark in _ADDRESS_MARKS)
        ):
            continue
        found += (start + token.start() + at for at in _points(written, text))
    return found


def _points(token: str, text: str) -> list[int]:
    inside = [match.start() for match in _INSIDE.finditer(token) if _is_glued(token, match.start(), text)]
    stops = [match.end() for match in _AFTER_STOP.finditer(token) if _starts_sentence(token, match)]
    return sorted({*inside, *stops})


def _is_glued(token: str, at: int, text: str) -> bool:
    """Tell whether the parts on both sides of a capital are words of their own."""
    left, right = _last_word(token[:at]), _first_word(token[at:])
    whole = left + right
    known = _words(text)
    if len(left) < _SHORTEST_LEFT or right not in known:
        return False
    return left.islower() or (left in known and text.count(whole) == 1)


def _starts_sentence(token: str, match: re.Match[str]) -> bool:
    left, right = token[: match.start()], _first_word(token[match.end() :])
    initials = len(_last_word(left.rstrip(".!?\"'”’)]"))) == 1
    return not initials and right.lower() not in _DOMAIN_ENDS


def _last_word(text: str) -> str:
    words = _WORD.findall(text)
    return words[-1] if words else ""


def _first_word(text: str) -> str:
    match = _WORD.search(text)
    return match.group() if match else ""
