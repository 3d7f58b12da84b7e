"""Names that no dictionary holds, where the parser reads common words: "Brackmoor finished seventh"."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from claims.language import pipeline
from claims.names import demonym

if TYPE_CHECKING:
    from claims.language import Sentence
    from claims.tokens import Token

_SMALL = re.compile(r"\b[a-z]{3,}\b")
_SHORT = 3
_COMMON = frozenset({"NOUN", "ADJ", "ADV"})


def label_names(sentences: Sequence["Sentence"], text: str) -> None:
    """Set right which words the parse takes for common ones though they are names.

    A word is a name that has a capital wherever the text writes it and that the model's dictionary lacks.

    Args:
        sentences: All sentences of a text.
        text: The text.
    """
    small = frozenset(_SMALL.findall(text))
    words = [token for sentence in sentences for token in sentence.span if token.pos_ in _COMMON]
    named = {token.text for token in words if _is_name(token, small)}
    for token in words:
        if token.text in named:
            token.pos_, token.tag_, token.lemma_ = "PROPN", "NNP", token.text
            if token.dep_ == "amod":
                token.dep_ = "compound"


def _is_name(token: "Token", small: frozenset[str]) -> bool:
    if len(token) <= _SHORT or not token.text.istitle() or not token.is_alpha or demonym(token.text):
        return False
    if token.tag_ == "NNS" and token.lower_.endswith("s") and not _names_one(token):
        return False
    forms = {token.lower_, token.lemma_.lower()}
    return small.isdisjoint(forms) and not any(is_common(form) for form in forms)


def _names_one(token: "Token") -> bool:
    """Tell whether a word like a plural does or has something as one: "Harrowells has closed its shops"."""
    verb = token.head
    one = verb.tag_ == "VBZ" or any(child.tag_ == "VBZ" for child in verb.lefts)
    return token.dep_ in ("nsubj", "nsubjpass") and one and not demonym(token.text[:-1])


def is_common(word: str) -> bool:
    """Tell whether the model's dictionary holds a word in small letters."""
    return word in _dictionary()


@cache
def _dictionary() -> frozenset[str]:
    """Return the ground forms of common words, those of the lemmatizer and their irregular forms."""
    tables = pipeline().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    kinds = (*tables.get_table("lemma_index").values(), *tables.get_table("lemma_exc").values())
    return frozenset(word for kind in kinds for word in kind)
