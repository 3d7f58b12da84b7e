"""What is remembered of the lemmatizer is what the lemmatizer says."""

import importlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from claims.language import MODEL, pipeline, plain
from claims.lemmas import remember_lemmas

SENTENCES = [
    "The geese were flying lower than the planes that they had followed.",
    "Leaves fall; she leaves the offices closed and has left no keys.",
    "Axes, axles and better saws were sold cheaper in Dublin's markets.",
    "It's 40% worse: they'd have met him, wouldn't they?",
    " \n ",
    "",
]
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()} | {"\n", "saw", "found"})


@pytest.fixture(scope="module")
def stock() -> Language:
    model: Language = importlib.import_module(MODEL).load()
    return model


def lemmas(nlp: Language, text: str) -> list[str]:
    return [token.lemma_ for token in nlp(plain(text))]


@pytest.mark.parametrize("text", SENTENCES)
def test_the_first_and_the_second_time_are_as_the_lemmatizer_says(stock: Language, text: str) -> None:
    for _ in range(2):
        assert lemmas(pipeline(), text) == lemmas(stock, text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_words_have_the_lemmas_that_the_lemmatizer_says(stock: Language, text: str) -> None:
    assert lemmas(pipeline(), text) == lemmas(stock, text)


def test_the_lemmatizer_is_asked_only_once_for_what_it_said(monkeypatch: pytest.MonkeyPatch) -> None:
    known = lemmas(pipeline(), SENTENCES[0])
    asked: list[Doc] = []

    def note(_: Any, doc: Doc) -> Doc:
        asked.append(doc)
        return doc

    monkeypatch.setattr(type(pipeline().get_pipe("lemmatizer")), "__call__", note)
    assert lemmas(pipeline(), SENTENCES[0]) == known
    assert not asked
    lemmas(pipeline(), "Nobody had ungrommeted it.")
    assert asked


def test_a_lemmatizer_of_another_make_stays(stock: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    lemmatizer: Any = stock.get_pipe("lemmatizer")
    monkeypatch.setattr(lemmatizer, "overwrite", True)
    remember_lemmas(stock)
    assert "lemmatizer" in stock.pipe_names
    assert "remembered_lemmas" not in stock.pipe_names
