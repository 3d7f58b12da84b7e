"""Names read in batches are the names that the model's own recogniser gives, one document at a time."""

import importlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import claims
from claims.entities import batch_entities
from claims.language import MODEL, pipeline, plain, split

STORIES = Path(__file__).parent / "stories"
SENTENCES = [
    "Ada Holm of Corran Council said on 3 May 2024 that the Alder Bridge had cost $12 million.",
    "In Oslo, Paris and New York the Elmer Dairy sold 40% more.",
    "  Leading spaces,\n and Monday \n\n Morning  Post  inside.",
    "Nothing",
    "January",
    "The Governor of the Bank of Corran Island",
    "£9",
]
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()} | {"\n", "  "})


@pytest.fixture(scope="module")
def stock() -> Language:
    model: Language = importlib.import_module(MODEL).load()
    return model


def names(doc: Doc) -> list[tuple[int, int, str]]:
    return [(entity.start, entity.end, entity.label_) for entity in doc.ents]


def batched(texts: Iterable[str]) -> list[Doc]:
    return list(pipeline().pipe(map(plain, texts)))


def alone(doc: Doc) -> Doc:
    """Read the names of a document once more, by the model's own recogniser."""
    bare = Doc(
        doc.vocab,
        [token.text for token in doc],
        [bool(token.whitespace_) for token in doc],
        sent_starts=[token.is_sent_start for token in doc],
    )
    read: Doc = pipeline().get_pipe("ner")(bare)
    return read


def test_a_story_has_the_same_names() -> None:
    sources, _ = claims.load_all([str(STORIES)])
    texts = [
        source.text[start:end]
        for source in sources
        for block in source.blocks
        for start, end in split(source.text, block.start, block.end)
    ]
    read = batched(texts)
    assert [names(doc) for doc in read] == [names(alone(doc)) for doc in read]
    assert sum(len(doc.ents) for doc in read) > len(read) > 200


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), min_size=1, max_size=5))
def test_any_words_in_any_company_have_the_same_names(texts: list[str]) -> None:
    for doc in batched(texts):
        assert names(doc) == names(alone(doc))
        assert all(token.ent_iob_ in "BIO" for token in doc)


def test_each_sentence_by_itself_has_the_same_names() -> None:
    for text, doc in zip(SENTENCES, batched(SENTENCES), strict=True):
        assert names(doc) == names(pipeline()(plain(text)))


def test_names_that_were_set_before_are_left_to_the_model(stock: Language) -> None:
    before, after = stock.make_doc(SENTENCES[0]), pipeline().make_doc(SENTENCES[0])
    for doc, model, name in ((before, stock, "ner"), (after, pipeline(), "batched_entities")):
        doc.set_ents([doc.char_span(0, 3, label="FAC")], default="missing")
        model.get_pipe(name)(doc)
    assert names(after) == names(before)
    assert names(after)[0] == (0, 1, "FAC")


def test_a_recogniser_of_another_make_stays(stock: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(stock.get_pipe("ner").cfg, "beam_width", 4)
    batch_entities(stock)
    assert "ner" in stock.pipe_names
    assert "batched_entities" not in stock.pipe_names
