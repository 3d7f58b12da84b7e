"""Cut a text into the words, numbers and marks that time phrases are made of."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar, cast

_Answer = TypeVar("_Answer")

# One pass, no alternative can run past what it consumes: linear on any input.
_TOKEN = re.compile(
    r"""
      (?P<word>[^\W\d_]\w*)
    | (?P<iso>\d{4}(?:-\d{2}-\d{2}|/\d{2}/\d{2})(?![\d/-]))
    | (?P<slashed>\d{1,2}(?:[/.]\d{1,2}[/.]|-\d{1,2}-)\d{4}(?![\d/]))
    | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\d:.]\d))
    | (?P<decade>\d{2}(?:\d{2})?s\b|\d{2}['’]s\b)
    | (?P<ordinal>\d{1,4}(?:st|nd|rd|th)\b)
    | (?P<number>\d+(?:,\d{2,3}(?!\d))*(?:\.\d+)?)
    | (?P<possessive>['’]s\b)
    | (?P<dash>[-‐‑‒–—−])
    | (?P<gap>\u2029\s*+|\n[^\S\n]*+\n\s*+)
    | (?P<newline>\n)
    | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
# A line that ends earlier than this was ended on purpose; a longer one was wrapped.
_WRAPPED_LINE = 50
_DIGITS_OF_A_YEAR = 4


class Word(NamedTuple):
    """A word, a number or a mark with its place.

    Attributes:
        kind: word, number, ordinal, decade, iso, slashed, clock, dash, possessive, mark or gap.
        text: As written.
        low: In lower case, typographic apostrophes made plain.
        start: First offset in the text.
        end: Offset after the last character.
        glued: Whether it follows the word before without a space.
        value: The whole number of a short run of digits (also of an ordinal or decade), else None.
    """

    kind: str
    text: str
    low: str
    start: int
    end: int
    glued: bool
    value: int | None = None

    @property
    def is_capital(self) -> bool:
        """Return whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def is_year(self) -> bool:
        """Return whether it is four digits that could name a year."""
        return (
            self.kind == "number"
            and self.value is not None
            and len(self.text) == _DIGITS_OF_A_YEAR
            and 1000 <= self.value < 2200
        )


_NOTHING = Word("gap", "", "", 0, 0, False)


class Words:
    """The words of a text; asking past either end gives an empty one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = _split(text)
        self._size = len(self._words)
        self._known: dict[Callable[..., object], object] = {}

    def once(self, question: Callable[["Words"], _Answer]) -> _Answer:
        """Return the answer to a question about the whole text, asked only once."""
        if question not in self._known:
            self._known[question] = question(self)
        return cast(_Answer, self._known[question])

    def __iter__(self) -> Iterator[Word]:
        """Walk through the words."""
        return iter(self._words)

    def __len__(self) -> int:
        """Return how many words there are."""
        return self._size

    def __getitem__(self, index: int) -> Word:
        """Return the word at an index, or an empty one outside the text."""
        return self._words[index] if 0 <= index < self._size else _NOTHING

    def low(self, index: int) -> str:
        """Return a word in lower case."""
        return self._words[index].low if 0 <= index < self._size else ""

    def has(self, index: int, *phrase: str) -> bool:
        """Return whether these words stand here, in lower case."""
        return all(self[index + step].low == word for step, word in enumerate(phrase))

    def ends_sentence(self, index: int) -> bool:
        """Return whether a sentence, or the text, ends with the word at an index."""
        word = self[index]
        return (
            word.kind == "gap"
            or word.low in ("!", "?", ";")
            or (word.low == "." and not self[index + 1].glued)
        )

    def skip(self, index: int, *options: str) -> int:
        """Return the index after one of these words, or the index itself where none stands here."""
        return index + 1 if self[index].low in options else index

    def skip_dash(self, index: int) -> int:
        """Return the index after a dash inside a compound."""
        return index + 1 if self[index].kind == "dash" else index


def _split(text: str) -> list[Word]:
    words: list[Word] = []
    line_start = last_end = 0
    for match in _TOKEN.finditer(text):
        kind, (start, end) = match.lastgroup or "mark", match.span()
        if kind == "newline":
            wrapped = start - line_start >= _WRAPPED_LINE
            line_start = end
            if wrapped:
                continue
            kind = "gap"
        elif kind == "gap":
            line_start = end
        surface = match.group()
        low = surface.lower().replace("’", "'")
        words.append(
            Word(kind, surface, low, start, end, start == last_end and start > 0, _value(kind, surface))
        )
        last_end = end
    return words


def _value(kind: str, surface: str) -> int | None:
    if kind == "number":
        digits = surface
    elif kind == "ordinal":
        digits = surface[:-2]
    elif kind == "decade":
        digits = surface.rstrip("s’'")
    else:
        return None
    return int(digits) if len(digits) <= _DIGITS_OF_A_YEAR and digits.isdecimal() else None
