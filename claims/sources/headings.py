"""Which lines of a text without marks are headings: short, no stop, before a paragraph."""

import re
from collections.abc import Sequence

from claims.sources.lines import CLOSERS, is_unfinished
from claims.sources.pieces import Piece, after_number

_LONGEST = 150
_MOST_WORDS = 24
# The headline of an article may be longer than the headings in it.
_LONGEST_HEADLINE = 220
_MOST_HEADLINE_WORDS = 34
# A headline of two sentences lacks the last stop: "The mill is small. Its debt isn't".
_MOST_OF_TWO = 14
_INNER_STOP = re.compile(r"[.!?…][\"'”’)\]]{0,2}\s+[\"'“‘(\[]{0,2}[A-Z]")
# A title may end in the full stop of an abbreviation.
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]\.){2,}|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|plc|No|etc|vs)\.)$")
# "One of those who lost a house said: “We …”" is a sentence, though “Minister: “No deal”” may be a headline.
_QUOTED_SPEECH = re.compile(r"(?:\S{1,40}\s){4,20}\S{1,40}[:,]\s[\"“]")
_LABELLED_FIGURE = re.compile(r"[^:]{2,60}:\s.{0,80}\d")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1:?")
# More short lines than this in a row are a list without bullets.
_MOST_IN_A_ROW = 3


def is_all_caps(text: str) -> bool:
    """Tell whether a line is set in capitals."""
    letters = [c for c in text[: 2 * _LONGEST] if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return len(letters) >= 4 and capitals > 0.9 * len(letters)


def may_be_heading(text: str, first: bool = False) -> bool:
    """Tell whether a line could be a heading by its form.

    Args:
        text: The line.
        first: Whether it is the first line of the article, which may be longer.

    Returns:
        True for a short line that is no sentence, and for a single question.
    """
    longest, most = (_LONGEST_HEADLINE, _MOST_HEADLINE_WORDS) if first else (_LONGEST, _MOST_WORDS)
    if len(text) > longest or len(text.splitlines()) > 2:
        return False
    words = text.split()
    if len(words) > most or not any(c.isalpha() for c in text):
        return False
    title = text[after_number(text) :]
    if is_all_caps(title):
        return True
    if title[0].islower() and not any(c.isupper() for c in title[1:3]):
        return False
    bare = title.rstrip(CLOSERS)
    parted = _INNER_STOP.search(_without_abbreviations(bare)) is not None
    if not bare or (parted and not (first and title[-1].isalnum() and len(words) <= _MOST_OF_TWO)):
        return False
    return _ends_like_heading(title, bare, len(words))


def _ends_like_heading(title: str, bare: str, words: int) -> bool:
    if _QUOTED_SPEECH.match(title):
        return False
    if bare.endswith("?"):
        return title[0] not in '"“‘«'
    if bare.endswith(":"):
        return words <= 4
    if bare.endswith("."):
        return bool(_ABBREVIATION.search(bare)) and _is_title_case(title)
    return not bare.endswith(("!", "…", ";")) and not is_unfinished(bare)


def _without_abbreviations(text: str) -> str:
    """The text without stops that end no sentence: "U.S. guarantee", "vs. Chile", "No. 5"."""
    return re.sub(r"\b(?:[A-Z]|St|Mr|Mrs|Ms|Dr|Inc|Ltd|Co|Corp|No|vs|Gen|Sen|Gov)\.", "", text)


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.5 * len(words)


def bold_line(text: str) -> tuple[int, int] | None:
    """Return the span inside the marks of a line that is bold as a whole and short, as a heading is."""
    match = _BOLD.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or match[1] in match[2]:
        return None
    inner = match[2].rstrip(":")
    return (match.start(2), match.end(2)) if may_be_heading(inner) else None


def sort_run(run: Sequence[Piece], followed: bool, in_header: bool) -> list[bool]:
    """Tell which of several lines in a row that could be headings are headings.

    Args:
        run: The lines; nothing stands between them.
        followed: Whether text follows the last of them.
        in_header: Whether they stand before the first paragraph.

    Returns:
        For each line, whether it is a heading; the others are items of a list without bullets or, at the end
        of the article, its last words.
    """
    if not followed:
        return [is_all_caps(piece.text) for piece in run]
    if in_header:
        return [True] * len(run)
    figures = sum(bool(_LABELLED_FIGURE.match(piece.text)) for piece in run)
    if len(run) <= _MOST_IN_A_ROW and figures < 2:
        return [True] * len(run)
    last = len(run) - 1
    return [
        is_all_caps(piece.text)
        or (i in (0, last) and (i == 0 or piece.gap) and not any(c.isdecimal() for c in piece.text))
        for i, piece in enumerate(run)
    ]
