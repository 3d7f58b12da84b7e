"""Vectors of words, made once for each word of a batch.

A model's first layers give each word a vector by its form alone, whatever stands around it. Here the words of
a batch are told apart first, and a word that comes again gets the vector that it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model, Ragged

if TYPE_CHECKING:
    from spacy.language import Language

_LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
_BY_WORD = slice(2, 4)  # of the layers, those that look at one word at a time


def embed_once(nlp: Language) -> None:
    """Let the models of a pipeline embed each word of a batch once; one of another make stays as it is.

    Args:
        nlp: The pipeline, changed in place.
    """
    models = [getattr(component, "model", None) for _, component in nlp.components]
    nodes = [node for model in models if model for node in model.walk() if node.has_ref("embed")]
    for layers in (node.get_ref("embed").layers for node in nodes):
        if tuple(layer.name.partition("(")[0] for layer in layers) == _LAYERS:
            layers[_BY_WORD] = [Model("once", _once, layers=layers[_BY_WORD])]


def _once(model: Model[Any, Any], words: Any, is_train: bool) -> tuple[Any, Any]:
    """Give words, a row of numbers each, to the layers without those that come again."""
    rows: Any = np.ascontiguousarray(words.data)
    whole_rows = rows.view(np.dtype((np.void, rows.itemsize * rows.shape[1]))).ravel()
    _, first, place = np.unique(whole_rows, return_index=True, return_inverse=True)
    found: Any = Ragged(rows[first], model.ops.asarray1i([len(first)]))
    for layer in model.layers:
        found = layer.predict(found)
    return Ragged(found.data[place], words.lengths), None
