"""Parts of speech from tags, as spaCy's attribute ruler gives them, without matching all patterns each time.

Most of the ruler's patterns look at one token: at its tag, its label and, for a few words, at the word. So
what they give a token depends on little, and can be remembered; where a pattern of two tokens may begin, on
little of both. A sentence with something new goes to the ruler itself; its answers are what is remembered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from numpy import array

from claims.components import stand_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    Seen = tuple[int, int, int]  # tag, label and, where a pattern names it, word
    Key = Seen | tuple[Seen | None, Seen, Seen | None]  # with what stands before and behind, where it matters

_NAME = "remembered_attributes"
_RULER = "attribute_ruler"
_LOOKED_AT = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
_GIVEN = frozenset({"POS", "MORPH", "LEMMA"})
_SET: list[int | str] = ["POS", "MORPH", "LEMMA"]
_LOOKED_UP: list[int | str] = ["TAG", "DEP", "LOWER", "IS_SPACE"]
_LONGEST = 2  # tokens that a pattern looks at
_MOST = 20_000


def remember_attributes(nlp: Language) -> None:
    """Let a pipeline remember what its attribute ruler says; one with patterns of other kinds stays as it is.

    Args:
        nlp: The pipeline, changed in place.
    """
    stand_in(nlp, _RULER, _NAME, _is_understood, _Remembered)


def _is_understood(ruler: Any) -> bool:
    """Tell whether the patterns look only at what a memory is kept by, and where the longer ones begin."""
    for entry in ruler.patterns:
        for pattern in entry["patterns"]:
            if any(token.keys() - _LOOKED_AT for token in pattern):
                return False
            spaces = any("IS_SPACE" in token for token in pattern)
            if entry["attrs"].keys() - _GIVEN and not spaces:
                return False
            if len(pattern) > _LONGEST or (len(pattern) > 1 and not pattern[0].keys() & {"LOWER", "DEP"}):
                return False
    return True


class _Remembered:
    """The attribute ruler with a memory: what its patterns look at -> what they give."""

    def __init__(self, ruler: Any) -> None:
        self._ruler = ruler
        self._strings = ruler.vocab.strings
        patterns = [pattern for entry in ruler.patterns for pattern in entry["patterns"]]
        firsts = [pattern[0] for pattern in patterns if len(pattern) > 1]
        self._named = _tests("LOWER", [token for pattern in patterns for token in pattern])
        self._opening_words = _tests("LOWER", firsts)
        self._opening_labels = _tests("DEP", [token for token in firsts if "LOWER" not in token])
        self._words: dict[int, tuple[int, bool]] = {}
        self._labels: dict[int, bool] = {}
        self._known: dict[Key, tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of a document's tokens, from memory where all of it is known."""
        keys = self._keys(doc)
        if keys is None:
            return self._ask(doc)
        found = [self._known.get(key) for key in keys]
        if None in found:
            self._ask(doc)
            if len(self._known) > _MOST:
                self._known.clear()
            given = doc.to_array(_SET).tolist()
            self._known.update((key, tuple(row)) for key, row in zip(keys, given, strict=True))
            return doc
        return doc.from_array(_SET, array(found, dtype="uint64"))  # type: ignore[arg-type]

    def _ask(self, doc: Doc) -> Doc:
        answered: Doc = self._ruler(doc)
        return answered

    def _keys(self, doc: Doc) -> Sequence[Key] | None:
        """Return what the patterns look at, or None where there is nothing or a space among the tokens."""
        seen: list[Seen] = []
        begins: list[bool] = []
        for tag, label, word, is_space in doc.to_array(_LOOKED_UP).tolist():
            if is_space:
                return None
            named, opens = self._words.get(word) or self._word(word)
            seen.append((tag, label, named))
            begins.append(opens or self._opens(label))
        return _beside(seen, begins) if True in begins else seen or None

    def _word(self, word: int) -> tuple[int, bool]:
        """Return a word as far as patterns tell it from others, and whether it begins a longer pattern."""
        if len(self._words) > _MOST:
            self._words.clear()
        text = self._strings[word]
        named = any(test(text) for test in self._named)
        self._words[word] = (word if named else 0, any(test(text) for test in self._opening_words))
        return self._words[word]

    def _opens(self, label: int) -> bool:
        if label not in self._labels:
            text = self._strings[label] if label else ""
            self._labels[label] = any(test(text) for test in self._opening_labels)
        return self._labels[label]


def _beside(seen: Sequence[Seen], begins: Sequence[bool]) -> list[Key]:
    """Add what stands beside, in a sentence that has tokens with which a pattern of two may begin."""
    before = [None, *(item if begun else None for item, begun in zip(seen, begins, strict=True))]
    behind = [item if begun else None for item, begun in zip([*seen[1:], None], begins, strict=True)]
    rows = zip(before, seen, behind, strict=False)
    return [(left, own, right) if left or right else own for left, own, right in rows]


def _tests(attribute: str, tokens: Sequence[dict[str, Any]]) -> list[Callable[[str], bool]]:
    return [_test(token[attribute]) for token in tokens if attribute in token]


def _test(wanted: Any) -> Callable[[str], bool]:
    """Return a test for what a pattern wants of an attribute; of what it does not know it lets all pass."""
    if isinstance(wanted, str):
        return lambda text: text == wanted
    if "IN" in wanted:
        return lambda text: text in wanted["IN"]
    if "REGEX" in wanted:
        return lambda text: re.search(wanted["REGEX"], text) is not None
    return lambda text: True
