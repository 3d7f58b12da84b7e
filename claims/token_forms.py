"""What words are wherever they stand: the strings and forms of a vocabulary, each looked up once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    import spacy.vocab

_MOST = 50_000  # words whose form is remembered
_FLAGS = ("is_alpha", "is_currency", "is_digit", "is_punct", "is_quote", "is_space", "like_num")
# Of a word wherever it stands: text, lower case, the flags.
Form = tuple[str, str, bool, bool, bool, bool, bool, bool, bool]


class _Strings(dict[int, str]):
    """The strings of a vocabulary by their numbers, each looked up once."""

    def __init__(self, vocab: spacy.vocab.Vocab) -> None:
        super().__init__({0: ""})
        self._strings = vocab.strings

    def __missing__(self, number: int) -> str:
        """Look a string up."""
        found = self[number] = self._strings[number]
        return found


class _Forms(dict[int, Form]):
    """What a word is wherever it stands, by the number of its text."""

    def __init__(self, vocab: spacy.vocab.Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, number: int) -> Form:
        """Look a word up."""
        if len(self) > _MOST:
            self.clear()
        word = self._vocab[number]
        alpha, currency, digit, punct, quote, space, like_num = (bool(getattr(word, flag)) for flag in _FLAGS)
        found = self[number] = (
            word.text,
            word.lower_,
            alpha,
            currency,
            digit,
            punct,
            quote,
            space,
            like_num,
        )
        return found


@lru_cache(maxsize=2)
def strings_of(vocab: spacy.vocab.Vocab) -> Mapping[int, str]:
    """Return the strings of a vocabulary by their numbers."""
    return _Strings(vocab)


@lru_cache(maxsize=2)
def forms_of(vocab: spacy.vocab.Vocab) -> Mapping[int, Form]:
    """Return what the words of a vocabulary are, by the numbers of their texts."""
    return _Forms(vocab)
