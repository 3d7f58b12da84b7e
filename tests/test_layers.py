"""Layers that only read give the numbers of the layers that they stand in for."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from thinc.api import LayerNorm, Maxout, Model, chain

from claims.language import pipeline
from claims.layers import only_read

WIDTH = 4
ROWS = arrays(
    np.float32,
    st.tuples(st.integers(0, 6), st.just(WIDTH)),
    elements=st.floats(-9, 9, width=32, allow_subnormal=False),
)


class Component:
    """Something of a pipeline that has a model."""

    def __init__(self, model: Model[Any, Any]) -> None:
        self.model = model


class Pipeline:
    """As much of a pipeline as is looked at."""

    def __init__(self, model: Model[Any, Any]) -> None:
        self.components = [("without", object()), ("with", Component(model))]


def layers() -> Model[Any, Any]:
    """Return a model of the two kinds of layers, the same each time."""
    model = chain(Maxout(3, WIDTH, nP=3), LayerNorm(3))
    model.initialize()
    wide = np.linspace(-2, 3, 3 * 3 * WIDTH, dtype=np.float32)
    model.layers[0].set_param("W", np.sin(wide * wide).reshape(3, 3, WIDTH))
    model.layers[0].set_param("b", np.linspace(-1, 1, 9, dtype=np.float32).reshape(3, 3))
    model.layers[1].set_param("G", np.array([0.5, 2, -1], dtype=np.float32))
    model.layers[1].set_param("b", np.array([0, 1, -3], dtype=np.float32))
    return model


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_the_numbers_are_the_same_to_the_last_bit(rows: Any) -> None:
    spared = layers()
    only_read(Pipeline(spared))  # type: ignore[arg-type]
    expected, found = layers().predict(rows), spared.predict(rows)
    assert found.dtype == expected.dtype
    assert np.array_equal(found, expected)


def test_other_layers_stay() -> None:
    model: Model[Any, Any] = chain(Model("other", lambda model, rows, is_train: (rows, None)), LayerNorm(3))
    only_read(Pipeline(model))  # type: ignore[arg-type]
    assert [layer.name for layer in model.layers] == ["other", "read_layernorm"]


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_no_layer_of_the_pipeline_works_for_training(name: str) -> None:
    component: Any = pipeline().get_pipe(name)
    inside = {
        layer.name
        for node in component.model.walk()
        if not node.name.startswith("read_")
        for layer in node.layers
    }
    assert not inside & {"maxout", "layernorm"}
