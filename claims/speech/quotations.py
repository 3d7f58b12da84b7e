"""Direct speech: where quotation marks open and close, across sentences and paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from claims.language import Sentence

_PAIRS = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’"}
_MARK = re.compile(f"[{''.join(sorted({*_PAIRS, *''.join(_PAIRS.values())}))}]")
_OPENS_AFTER = frozenset(" \t\n([—–-:\u00a0")
FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of quoted text.

    Attributes:
        start: Offset of the first character inside the marks, in the source.
        end: Offset after the last character inside the marks.
        continues: The quotation of the paragraph before was left open and goes on here.
        speech: Long enough to be somebody's words rather than a quoted term.
    """

    start: int
    end: int
    continues: bool
    speech: bool


def quotations(sentences: Sequence[Sentence]) -> list[Quotation]:
    """Find the quotations in the sentences of a source.

    Args:
        sentences: The sentences in order.

    Returns:
        The quotations in order; none crosses a paragraph, but one may go on in the next.
    """
    found: list[Quotation] = []
    left_open = False
    for _, group in groupby(sentences, key=lambda sentence: (sentence.block.start, sentence.block.end)):
        block = list(group)
        continues = left_open and block[0].text[:1] in _PAIRS
        left_open = False
        for number, (start, end, first, last) in enumerate(_marked(block)):
            closed = last is not None
            text = _between(block[first : None if last is None else last + 1], start, end)
            speech = len(text.split()) >= FEWEST_WORDS or text.rstrip().endswith((".", "!", "?", ","))
            found.append(Quotation(start, end, continues and number == 0, speech))
            left_open = not closed
    return found


def _marked(block: Sequence[Sentence]) -> Iterator[tuple[int, int, int, int | None]]:
    """Yield what stands between marks in a paragraph, with the numbers of its first and last sentence.

    The last number is None where the closing mark is missing.
    """
    opened: tuple[int, int, str] | None = None
    for number, sentence in enumerate(block):
        text = sentence.text
        for mark in _MARK.finditer(text):
            place, character = mark.start(), mark[0]
            before = text[place - 1] if place else " "
            after = text[place + 1] if place + 1 < len(text) else " "
            if opened is not None and character in opened[2]:
                if character != "’" or not after.isalnum():
                    yield opened[0], sentence.start + place, opened[1], number
                    opened = None
            elif opened is None and character in _PAIRS and before in _OPENS_AFTER and not after.isspace():
                opened = (sentence.start + place + 1, number, _PAIRS[character])
    if opened is not None and opened[2] != "’":
        yield opened[0], block[-1].end, opened[1], None


def _between(block: Sequence[Sentence], start: int, end: int) -> str:
    parts = []
    for sentence in block:
        if sentence.start < end and start < sentence.end:
            parts.append(sentence.text[max(0, start - sentence.start) : end - sentence.start])
    return " ".join(parts)
