"""The tokens that the number reader works on: runs of digits, words and single signs, with their tags.

spaCy's tokens serve grammar; a number reader must see "€2.34bn", "60-strong" and "km/h" in pieces, so it cuts
the text itself and takes over the part-of-speech tag of the spaCy token that a piece lies in.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from claims import vocabulary

WordKind = Literal["digits", "letters", "sign"]

# Each alternative consumes what it starts on, so the scan is linear whatever the text.
_HARD = (
    r"\d{1,3}(?:[\u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:[.,]\d+)?"  # 1 234 567 with hard or thin spaces, 1'234
)
_CLEAR = r"\d{1,3}(?: \d{3}){2,}(?![\d,.]\d|\d)|\d{1,3} 000(?!\d)"  # with plain spaces, where it is clear
_PAIR = r"\d{1,3} \d{3}(?![\d,.]\d|\d)"  # 45 300, in a text that writes another number so
_REST = (
    r"|\d+(?:[.,]\d+)*"
    r"|(?<![\w.])\.\d+"
    r")"
    r"|(?P<letters>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>[^\s])"
)
_TOKEN = re.compile(rf"(?P<digits>{_HARD}|{_CLEAR}{_REST}")
_SPACED_TOKEN = re.compile(rf"(?P<digits>{_HARD}|{_CLEAR}|{_PAIR}{_REST}")
_SPACED = re.compile(r"\d \d{3}")
_SHOWS_SPACES = re.compile(rf"(?<![\d.,])(?:{_CLEAR})")
# "reported 2 384 cases": behind a word in small letters, and before another or at the clause's end.
_TOLD_PAIR = re.compile(rf"(?<![^\W_])(?P<word>[^\W\d_]+) {_PAIR}(?= [^\W\d_A-Z]| \(|[.;:)]|, [^\W\d_]|$)")


@dataclass(slots=True)
class Word:
    """A piece of the text.

    Attributes:
        text: As written.
        lower: In lower case, with a straight apostrophe.
        start: First offset.
        end: Offset after it.
        tag: Penn Treebank tag of the token it lies in, or "".
        kind: Digits, letters or one other sign.
        glued: Whether it follows the piece before it without a space.
    """

    text: str
    lower: str
    start: int
    end: int
    tag: str
    kind: WordKind
    glued: bool


def is_owner(word: str) -> bool:
    """Return whether a word, in lower case as split, tells whose something is ("bank's", "players'")."""
    return word.endswith(("'s", "s'"))


def split(text: str, tags: Iterable[tuple[int, int, str]] = ()) -> list[Word]:
    """Cut a text into words.

    Args:
        text: Any text.
        tags: Start, end and tag of tokens, in order.

    Returns:
        The words in order; white space is dropped.
    """
    words: list[Word] = []
    end = -1
    token = _SPACED_TOKEN if _writes_spaces(text) else _TOKEN
    for match in token.finditer(text):
        raw, before = match.group(), end
        start, end = match.span()
        kind: WordKind = match.lastgroup  # type: ignore[assignment]
        words.append(Word(raw, raw.lower().replace("’", "'"), start, end, "", kind, start == before))
    _take_tags(words, tags)
    return words


def _writes_spaces(text: str) -> bool:
    """Tell whether a text parts the thousands of a number by plain spaces ("rose to 1 240")."""
    if not _SPACED.search(text):
        return False
    if _SHOWS_SPACES.search(text):
        return True
    names = vocabulary.load("labels")["names"]["nouns"]
    return any(
        (pair["word"].islower() or not pair.start()) and pair["word"] not in names
        for pair in _TOLD_PAIR.finditer(text)
    )


def _take_tags(words: Sequence[Word], tags: Iterable[tuple[int, int, str]]) -> None:
    tokens = iter(tags)
    token = next(tokens, None)
    for word in words:
        while token and token[1] <= word.start:
            token = next(tokens, None)
        if token is None:
            return
        if token[0] <= word.start:
            word.tag = token[2]


def lowered(words: Sequence[Word], first: int, last: int) -> tuple[str, ...]:
    """Return the lower-case forms of ``words[first:last]``."""
    return tuple([word.lower for word in words[max(0, first) : last]])
