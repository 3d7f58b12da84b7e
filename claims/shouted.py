"""Headlines set in capitals, read in the case that their words have in the text below."""

import re
from collections import Counter
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
        body: The whole that it is a part of. What is written with a capital there and never small is a name,
            what is in capitals elsewhere, too, an acronym; other words become small.
    """
    met, here = Counter(_WORD.findall(body)), Counter(_WORD.findall(text))

    def written(match: re.Match[str]) -> str:
        word = match[0]
        small, name = word.lower(), word.capitalize()
        if len(small) != len(word) or (len(word) > 1 and met[word] > here[word]):
            return word
        if small in _stop_words() or met[small]:
            return small
        short = len(word) < _LETTERS and not met[name]
        return word if short else name if met[name] else small

    opening = next((at for at, letter in enumerate(text) if letter.isalpha()), 0)
    calm = _FIGURE.sub(lambda match: match[0].lower(), _WORD.sub(written, text))
    return calm[:opening] + calm[opening : opening + 1].upper() + calm[opening + 1 :]


@cache
def _stop_words() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(STOP_WORDS)
