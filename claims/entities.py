"""Named entities by spaCy's trained recogniser, with its greedy search done for a whole batch at a time.

spaCy asks each of the recogniser's moves at each word whether it may be made, one after the other, and that
takes most of the time of a parse. Here the words at one place of all sentences are decided together, from the
same weights and by the same rules (Ratinov and Roth 2009: a name begins, goes on and ends, or is one word).
"""

from __future__ import annotations

from itertools import compress, islice
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.tokens import Span

from claims.components import stand_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy.typing as npt
    from spacy.language import Language
    from spacy.tokens import Doc

    Numbers = npt.NDArray[np.intp]
    Scores = npt.NDArray[np.float32]

_NAME = "batched_entities"
_RECOGNISER = "ner"
_FEATURES = 3  # of a state: the word, the first word of the open name, the word before it
_PIECES = 2  # of which the larger counts
_OUT = "O"


def batch_entities(nlp: Language) -> None:
    """Let a pipeline recognise names in batches; one whose recogniser is of another make stays as it is.

    Args:
        nlp: The pipeline, changed in place.
    """
    stand_in(nlp, _RECOGNISER, _NAME, _is_understood, _Batched)


def _is_understood(recogniser: Any) -> bool:
    """Tell whether the search is greedy and its model has the three layers that are read here."""
    model = recogniser.model
    return (
        recogniser.cfg.get("beam_width") == 1
        and model.attrs.get("has_upper") is True
        and not model.attrs.get("unseen_classes")
        and [layer.name for layer in model.layers[1:]] == ["precomputable_affine", "linear"]
        and [model.layers[1].get_dim(name) for name in ("nF", "nP")] == [_FEATURES, _PIECES]
    )


class _Batched:
    """A recogniser of names that decides the words at one place of many sentences together."""

    def __init__(self, recogniser: Any) -> None:
        self._recogniser = recogniser
        self._words, self._state, upper = recogniser.model.layers
        self._bias = self._state.get_param("b")
        self._weights, self._offsets = upper.get_param("W"), upper.get_param("b")
        self._multiply = upper.ops.gemm
        moves = recogniser.moves
        names = [moves.get_class_name(move) for move in range(moves.n_moves)]
        self.labels = sorted({name[2:] for name in names if name[2:]})
        number = {label: place for place, label in enumerate(self.labels)}
        self._kind = np.array([name[0] for name in names])
        self._label = np.array([number.get(name[2:], -1) for name in names])
        self._begins, self._ends = self._kind == "B", np.isin(self._kind, ("L", "U"))
        self._leaves_open = np.isin(self._kind, ("B", "I"))
        self._state_after = np.where(self._leaves_open, 4 + 2 * self._label, 0)
        self._forbidden = self._forbiddances()

    def __call__(self, doc: Doc) -> Doc:
        """Set the names of one document."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Set the names of documents.

        Args:
            docs: Documents, as the components before leave them.
            batch_size: How many are read together.

        Yields:
            Each document, in order.
        """
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            plain = [_is_plain(doc) for doc in batch]
            if any(plain):
                self._recognise(sorted(compress(batch, plain), key=len, reverse=True))
            for doc, is_read in zip(batch, plain, strict=True):
                yield doc if is_read else self._recogniser(doc)

    def _forbiddances(self) -> Scores:
        """Return what keeps moves from being made, by state: a penalty for each move.

        Rows 0 to 3 have no open name: anything may follow, at the last word, at a space, at a last space.
        Then there are two for each label that is open: any word, the last word.
        """
        labelled = self._label >= 0
        begins, goes_on, ends, single = (labelled & (self._kind == kind) for kind in "BILU")
        out = self._kind == _OUT
        allowed = [out | begins | single, out | single, out, out]
        for label in range(len(self.labels)):
            same = self._label == label
            allowed += [same & (goes_on | ends), same & ends]
        return np.where(np.array(allowed), 0, -np.inf).astype(np.float32)

    def _recognise(self, docs: Sequence[Doc]) -> None:
        """Set the names of documents, the longest first."""
        lengths = np.array([len(doc) for doc in docs])
        first = np.concatenate(([0], np.cumsum(lengths)[:-1])) + 1  # row 0 stands for no word
        features = self._state.predict(self._words.predict(list(docs)))
        spaces = np.zeros(len(features), dtype=np.intp)
        spaces[1:] = 2 * np.concatenate([doc.to_array("IS_SPACE") for doc in docs])
        places = np.arange(lengths[0])
        made = np.full((len(places), len(docs)), np.argmax(self._kind == _OUT))
        starts = np.zeros_like(made)  # the first word of the open name; 0 where none is open
        state = opened = np.zeros_like(first)
        for place, going in enumerate((lengths > places[:, None]).sum(axis=1).tolist()):
            word, state, opened = first[:going] + place, state[:going], opened[:going]
            row = np.where(state, state, spaces[word]) + (lengths[:going] == place + 1)
            moves = self._moves(features, word, opened, row)
            opened = np.where(self._begins[moves], word, opened)
            made[place, :going], starts[place, :going] = moves, opened
            opened, state = opened * self._leaves_open[moves], self._state_after[moves]
        self._set(docs, first, made, starts)

    def _set(self, docs: Sequence[Doc], first: Numbers, made: Numbers, starts: Numbers) -> None:
        """Set the names that the moves made at each place of each document end."""
        names: list[list[Any]] = [[] for _ in docs]
        for place, number in np.argwhere(self._ends[made]).tolist():
            move = made[place, number]
            begun = place if self._kind[move] == "U" else int(starts[place, number] - first[number])
            names[number].append(self._span(docs[number], begun, place + 1, int(self._label[move])))
        for doc, found in zip(docs, names, strict=True):
            doc.set_ents(found, default="outside")

    def _moves(self, features: Scores, word: Numbers, opened: Numbers, row: Numbers) -> Numbers:
        """Return the best move of each state that may be made there."""
        before = np.where(opened > 0, word - 1, 0)
        summed = features[word, 0] + features[opened, 1] + features[before, 2] + self._bias
        largest = np.maximum(summed[..., 0], summed[..., 1])
        scores = self._multiply(largest, self._weights, trans2=True) + self._offsets
        best: Numbers = (scores + self._forbidden[row]).argmax(axis=1)
        return best

    def _span(self, doc: Doc, start: int, end: int, label: int) -> Any:
        return Span(doc, start, end, label=self.labels[label])


def _is_plain(doc: Doc) -> bool:
    """Tell whether a document is one sentence and has no names yet: only the rules of the moves hold."""
    if not len(doc) or doc.has_annotation("ENT_IOB"):
        return False
    return not (doc.to_array("SENT_START")[1:] == 1).any()
