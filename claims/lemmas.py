"""Ground forms of words, as spaCy's lemmatizer gives them by rule, each worked out once.

The rules look at a word, its part of speech and its morphology alone, so what they say can be remembered. A
sentence with something new goes to the lemmatizer itself; its answers are what is remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from numpy import array

from claims.components import stand_in

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    Key = tuple[int, int, int]

_NAME = "remembered_lemmas"
_LEMMATIZER = "lemmatizer"
_READ: list[int | str] = ["ORTH", "POS", "MORPH", "LEMMA"]
_MOST = 50_000


def remember_lemmas(nlp: Language) -> None:
    """Let a pipeline remember what its lemmatizer says; one that works in another way stays as it is.

    Args:
        nlp: The pipeline, changed in place.
    """
    stand_in(nlp, _LEMMATIZER, _NAME, _is_understood, _Remembered)


def _is_understood(lemmatizer: Any) -> bool:
    return lemmatizer.mode == "rule" and not lemmatizer.overwrite


class _Remembered:
    """The lemmatizer with a memory: word, part of speech and morphology -> ground form."""

    def __init__(self, lemmatizer: Any) -> None:
        self._lemmatizer = lemmatizer
        self._known: dict[Key, int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the ground forms that a document's tokens lack, from memory where all are known."""
        rows = doc.to_array(_READ).tolist()
        found = [lemma or self._known.get((word, pos, morph), 0) for word, pos, morph, lemma in rows]
        if 0 not in found:
            return doc.from_array(["LEMMA"], array(found, dtype="uint64"))  # type: ignore[arg-type]
        answered: Doc = self._lemmatizer(doc)
        if len(self._known) > _MOST:
            self._known.clear()
        given = answered.to_array(_READ).tolist()
        for (*key, before), (*_, lemma) in zip(rows, given, strict=True):
            if not before:
                self._known[key[0], key[1], key[2]] = lemma
        return answered
