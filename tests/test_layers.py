"""Layers that only read give the numbers of the layers that they stand in for."""

import importlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from spacy.language import Language
from thinc.api import LayerNorm, Maxout, Model, chain

from claims.language import MODEL, pipeline
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


@pytest.fixture(scope="module")
def stock() -> Language:
    model: Language = importlib.import_module(MODEL).load()
    return model


TEXTS = {
    "words": "The bridge of Corran cost 9 million and opened on 3 May.",
    "very long": "The bridge of Corran cost 9 million. " * 200,
    "one letter": "a",
    "only space": " \n\n ",
    "a word without end": "é" * 3000,
    "German": "Der Zug fuhr um 9 Uhr ab.",
    "Japanese": "今日は晴れです。",
    "Arabic": "حدث زلزال في المدينة",
    "signs": "👍👍 40% \u200b\0",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_is_read_as_by_the_model_itself(stock: Language, text: str) -> None:
    own, spared = (_vectors(nlp, text) for nlp in (stock, pipeline()))
    assert np.array_equal(own, spared)
    read, expected = next(iter(pipeline().pipe([text]))), stock(text)
    assert [(token.tag_, token.dep_, token.head.i) for token in read] == [
        (token.tag_, token.dep_, token.head.i) for token in expected
    ]


def _vectors(nlp: Language, text: str) -> Any:
    component: Any = nlp.get_pipe("tok2vec")
    return component.model.predict([nlp.make_doc(text)])[0]


def test_texts_without_a_word_are_read() -> None:
    assert [len(doc) for doc in pipeline().pipe(["", ""])] == [0, 0]


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
