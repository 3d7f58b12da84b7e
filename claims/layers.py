"""Layers of spaCy's models as reading needs them, without what only training does.

The layers that choose the largest of several pieces also remember which it was, and those that bring vectors
to one scale work out their means twice. Here the same numbers are found with less work.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model

if TYPE_CHECKING:
    from spacy.language import Language

_LEAST_SPREAD = 1e-8  # what thinc adds, so that nothing is divided by zero


def only_read(nlp: Language) -> None:
    """Spare the models of a pipeline the work that only training needs; what they answer stays the same.

    Args:
        nlp: The pipeline, changed in place; its models can no longer be trained.
    """
    spared = {"maxout": _largest, "layernorm": _scaled}
    models = [getattr(component, "model", None) for _, component in nlp.components]
    for node in [node for model in models if model for node in model.walk()]:
        node.layers[:] = [
            Model(f"read_{layer.name}", spared[layer.name], layers=[layer]) if layer.name in spared else layer
            for layer in node.layers
        ]


def _largest(model: Model[Any, Any], rows: Any, is_train: bool) -> tuple[Any, None]:
    """Give the largest of the pieces that a layer makes of each of its outputs."""
    layer: Model[Any, Any] = model.layers[0]
    weights: Any = layer.get_param("W")
    bias: Any = layer.get_param("b")
    made: Any = layer.ops.gemm(rows, weights.reshape(bias.size, -1), trans2=True)
    made += bias.ravel()
    return reduce(np.maximum, made.reshape(-1, *bias.shape).transpose(2, 0, 1)), None


def _scaled(model: Model[Any, Any], rows: Any, is_train: bool) -> tuple[Any, None]:
    """Bring rows to one scale around their mean."""
    layer: Model[Any, Any] = model.layers[0]
    apart = rows - rows.mean(axis=1, keepdims=True)
    spread = (apart * apart).mean(axis=1, keepdims=True) + _LEAST_SPREAD
    apart *= spread ** (-1 / 2)
    apart *= layer.get_param("G")
    apart += layer.get_param("b")
    return apart, None
