"""What is remembered of the attribute ruler is what the ruler says."""

import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from claims.language import MODEL, pipeline, plain

SENTENCES = [
    "The ferry that sank on Monday carried 412 passengers, but it wasn't insured.",
    "There were few who knew that; those did.",
    "Let's go: y'all ain't gonna get what you've got to get.",
    "I told you that he'd been one of them, hadn't I?",
    "It is said  that  nothing's lost.",
    "C'm on, all of them have had it.",
    "Nuthin' doing; save for that, she does.",
]
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()} | {"there", "is", "was", "are"})


@pytest.fixture(scope="module")
def stock() -> Language:
    model: Language = importlib.import_module(MODEL).load()
    return model


def attributes(doc: Doc) -> list[tuple[str, str, str, str, str]]:
    return [(token.text, token.tag_, token.pos_, str(token.morph), token.lemma_) for token in doc]


def both(stock: Language, text: str) -> tuple[Doc, Doc]:
    """Tag one text twice from the same tokens: with the ruler, and from memory."""
    nlp = pipeline()
    asked, remembered = nlp.make_doc(plain(text)), nlp.make_doc(plain(text))
    for doc, model in ((asked, stock), (remembered, nlp)):
        for _, component in model.pipeline:
            doc = component(doc)
    return asked, remembered


@pytest.mark.parametrize("text", SENTENCES)
def test_the_first_and_the_second_time_are_as_the_ruler_says(stock: Language, text: str) -> None:
    for _ in range(2):
        asked, remembered = both(stock, text)
        assert attributes(remembered) == attributes(asked)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join))
def test_any_words_are_tagged_as_the_ruler_says(stock: Language, text: str) -> None:
    asked, remembered = both(stock, text)
    assert attributes(remembered) == attributes(asked)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The cats sleep in the sun.", ["DET", "NOUN", "VERB"]),
        ("There are cats in the sun.", ["PRON", "VERB", "NOUN"]),  # with which a pattern of two begins
    ],
)
def test_the_ruler_is_asked_only_once_for_what_it_said(
    monkeypatch: pytest.MonkeyPatch, text: str, first: list[str]
) -> None:
    nlp = pipeline()
    ruler = nlp.get_pipe("attribute_ruler")
    list(nlp.pipe([text]))
    asked: list[Doc] = []
    monkeypatch.setattr(type(ruler), "__call__", lambda self, doc: asked.append(doc) or doc)
    [doc] = nlp.pipe([text])
    assert not asked
    assert [token.pos_ for token in doc][:3] == first
