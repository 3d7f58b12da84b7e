"""Quantities of a text: numbers with their units, hedges and directions, labels and dates told apart."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from claims.figures import assemble, changes, labels, numbers, spelled
from claims.figures.conversion import to_value
from claims.figures.spelled import table
from claims.figures.words import Word, split
from claims.model import Quantity

if TYPE_CHECKING:
    from claims.tokens import Doc, Span

__all__ = ["find", "quantities", "quantities_many", "to_value"]

_PIECE = 10_000  # texts are read in pieces of at most this many characters, cut at white space
_BATCH = 10_000  # characters that are tagged at once: the tagger's memory grows with them
_NO_LANGUAGE = re.compile(r"\S{200,}|[\W\d_]{200,}")
_LETTER = re.compile(r"[^\W\d_]")
_TAGGING = frozenset({"tok2vec", "tagger"})


def quantities(text: str) -> list[Quantity]:
    """Find the quantities of a text.

    Args:
        text: Any text.

    Returns:
        The quantities in order. Numbers that are none (dates, labels, ranks, ages that name a person)
        are left out. Old and new value of one measure ("from $75 to $45") and the sides of a score are one
        quantity with its ``pair`` named, no range; ``find`` gives them apart. ``direction`` is given for an
        exact number that a verb, "up" or "down" makes the size of a change; ``find`` gives it for hedged
        numbers and for nouns ("a 9% drop"), too.
    """
    return quantities_many([text])[0]


def quantities_many(texts: Iterable[str]) -> list[list[Quantity]]:
    """Find the quantities of many texts, in batches.

    Args:
        texts: Any texts.

    Returns:
        One list a text, in order.
    """
    texts = list(texts)
    pieces = [
        (at, start, piece)
        for at, text in enumerate(texts)
        for start, piece in _pieces(text)
        if _may_hold(piece)
    ]
    found: list[list[Quantity]] = [[] for _ in texts]
    for (at, start, piece), tags in zip(pieces, _tags([piece for _, _, piece in pieces]), strict=True):
        words = split(piece, tags)
        found[at] += assemble.public(piece, words, _readings(words), start)
    return found


def find(doc: "Doc | Span") -> list[Quantity]:
    """Find every number of a tagged text, labels, dates, ranks and superlatives included.

    Args:
        doc: A spaCy document or span with part-of-speech tags; a parse is not needed.

    Returns:
        The quantities in order, of all kinds, with offsets in ``doc.text``.
    """
    base = doc[0].idx if len(doc) else 0
    tags = [(token.idx - base, token.idx - base + len(token.text), token.tag_) for token in doc]
    found: list[Quantity] = []
    for start, piece in _pieces(doc.text):
        words = split(piece, _inside(tags, start, start + len(piece)))
        found += assemble.everything(piece, words, _readings(words), start)
    return found


def _inside(tags: Sequence[tuple[int, int, str]], start: int, end: int) -> Sequence[tuple[int, int, str]]:
    """Return the tags of a piece of a text, with offsets in the piece."""
    left, right = bisect_left(tags, (start,)), bisect_left(tags, (end,))
    if not start:
        return tags[left:right]
    return [(first - start, last - start, tag) for first, last, tag in tags[left:right]]


def _readings(words: Sequence[Word]) -> "assemble.Readings":
    found = numbers.scan(words)
    return assemble.read(words, found, labels.mark_all(words, found))


def _pieces(text: str) -> Iterable[tuple[int, str]]:
    """Cut a text at white space so that no piece is long."""
    start = 0
    while len(text) - start > _PIECE:
        middle, end = start + _PIECE // 2, start + _PIECE
        places = (text.rfind(mark, middle, end) for mark in ("\n", ". ", " "))
        cut = next((place + 1 for place in places if place >= 0), end)
        yield start, text[start:cut]
        start = cut
    yield start, text[start:]


@cache
def _cue() -> re.Pattern[str]:
    """Return a pattern for what every quantity contains: a digit, a number word or a word for a multiple."""
    names = {
        *table("small"),
        *table("decades"),
        "tens",
        *spelled.magnitudes(),
        *spelled.denominators(),
        *changes.multiple_words(),
    }
    return re.compile(rf"[\d¼-⅞]|\b(?:{'|'.join(sorted(names))})\b|fold\b", re.IGNORECASE)


def _may_hold(text: str) -> bool:
    return _cue().search(text) is not None


def _tags(texts: Sequence[str]) -> Iterable[list[tuple[int, int, str]]]:
    """Tag texts in batches; long runs without a space or without a letter are kept from the tagger."""
    if not texts:
        return
    from claims.language import pipeline, plain

    nlp = pipeline()
    idle = [name for name in nlp.pipe_names if name not in _TAGGING]
    for batch in _batches(texts):
        # A cell of a table is often a bare number: without a letter there is nothing to tag.
        worded = [_LETTER.search(text) is not None for text in batch]
        told = compress(batch, worded)
        calm = [_NO_LANGUAGE.sub(lambda run: " " * len(run[0]), plain(text)) for text in told]
        docs = nlp.pipe(calm, batch_size=max(1, len(calm)), disable=idle)
        for has_words in worded:
            yield [(t.idx, t.idx + len(t), t.tag_) for t in next(docs)] if has_words else []


def _batches(texts: Sequence[str]) -> Iterable[Sequence[str]]:
    first = size = 0
    for index, text in enumerate(texts):
        if index > first and size + len(text) > _BATCH:
            yield texts[first:index]
            first, size = index, 0
        size += len(text)
    yield texts[first:]
