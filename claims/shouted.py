"""Headlines set in capitals, read in the case that their words have in the text below."""

import re
from functools import cache

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIGURE = re.compile(r"(?<=\d)[A-Z]{1,2}\b")
_MOST = 0.9
_LETTERS = 4


def is_shouted(text: str) -> bool:
    """Tell whether a text is set in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= _LETTERS and sum(map(str.isupper, letters)) > _MOST * len(letters)


def calmed(text: str, body: str) -> str:
    """Return a text set in capitals as its words are written in the body; nothing changes its place.

    Args:
        text: The text, such as a headline.
        body: The text around it. What it writes with a capital and never small is a name, what it writes only
            in capitals an acronym; other words become small.
    """
    small = frozenset(word for word in _WORD.findall(body) if not word.isupper())

    def written(match: re.Match[str]) -> str:
        word = match[0]
        name = word.capitalize()
        if name in small and word.lower() not in small:
            return name
        short = len(word) < _LETTERS and word.lower() not in _stop_words()
        acronym = word.lower() not in small and (short or body.count(word) > text.count(word))
        return word if acronym or len(word.lower()) != len(word) else word.lower()

    opening = next((at for at, letter in enumerate(text) if letter.isalpha()), 0)
    calm = _FIGURE.sub(lambda match: match[0].lower(), _WORD.sub(written, text))
    return calm[:opening] + calm[opening : opening + 1].upper() + calm[opening + 1 :]


@cache
def _stop_words() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)
