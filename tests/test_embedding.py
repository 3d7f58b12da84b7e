"""Vectors that are made once for each word are those that the model makes each time."""

import importlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from spacy.language import Language
from thinc.api import Model

from claims.embedding import embed_once
from claims.language import MODEL, pipeline

WORDS = ["the", "The", "bridge", "bridges", "40", "4.0", "%", "Oslo", "  ", "\n", "is", "n't", "£9m"]


@pytest.fixture(scope="module")
def stock() -> Language:
    model: Language = importlib.import_module(MODEL).load()
    return model


def embedder(nlp: Language, name: str) -> Any:
    component: Any = nlp.get_pipe(name)
    return next(node.get_ref("embed") for node in component.model.walk() if node.has_ref("embed"))


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
@settings(max_examples=40, deadline=None)
@given(texts=st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join), min_size=1, max_size=4))
def test_words_have_the_vectors_that_the_model_gives_them(
    stock: Language, name: str, texts: list[str]
) -> None:
    docs = [pipeline().make_doc(text) for text in [*texts, "The bridge"]]
    expected, made = (embedder(nlp, name).predict(docs) for nlp in (stock, pipeline()))
    for doc, left, right in zip(docs, expected, made, strict=True):
        assert len(right) == len(doc)
        assert_allclose(left, right, rtol=1e-5, atol=1e-6)


def test_a_word_that_comes_again_is_embedded_once() -> None:
    embed = embedder(pipeline(), "tok2vec")
    layers, seen = embed.layers[2].layers, list[int]()
    hashes = layers[0]

    def counted(model: Model[Any, Any], rows: Any, is_train: bool) -> tuple[Any, Any]:
        seen.append(len(rows.data))
        return model.layers[0](rows, is_train)

    layers[0] = Model("counted", counted, layers=[hashes])
    embed.predict([pipeline().make_doc(text) for text in ["a bridge a dam ", "a dam "]])
    layers[0] = hashes
    assert seen == [3]


def test_layers_of_another_make_stay(stock: Language) -> None:
    layers = embedder(stock, "tok2vec").layers
    before = layers.pop()
    embed_once(stock)
    assert [layer.name for layer in layers].count("once") == 0
    layers.append(before)
