"""The parse as plain objects says what spaCy's own says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language import parse, pipeline, plain
from claims.tokens import Doc

SENTENCES = [
    "The harbour, which the storm of 12 March had closed, reopened on Tuesday.",
    "Rents rose 4.5% in Ghent and 6% in Liège, the housing agency said.",
    "“We lost €3m,” said Ms Dahl; nobody was hurt",
    "Who pays?",
    "x",
]
PLAIN = ["i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "whitespace_"]
PLAIN += ["is_alpha", "is_currency", "is_digit", "is_punct", "is_quote", "is_space", "like_num"]
RELATED = ["children", "lefts", "rights", "subtree", "ancestors"]


@pytest.mark.parametrize("text", SENTENCES)
def test_a_token_says_what_spacy_says(text: str) -> None:
    stock = pipeline()(plain(text))
    for ours, theirs in zip(Doc(stock), stock, strict=True):
        assert {name: getattr(ours, name) for name in PLAIN} == {
            name: getattr(theirs, name) for name in PLAIN
        }
        assert ours.head.i == theirs.head.i
        assert (ours.left_edge.i, ours.right_edge.i) == (theirs.left_edge.i, theirs.right_edge.i)
        assert len(ours) == len(theirs)
        for name in RELATED:
            assert [t.i for t in getattr(ours, name)] == [t.i for t in getattr(theirs, name)], name


@pytest.mark.parametrize("text", SENTENCES)
def test_a_span_says_what_spacy_says(text: str) -> None:
    stock = pipeline()(plain(text))
    doc = Doc(stock)
    for start in range(len(stock)):
        for end in range(start + 1, len(stock) + 1):
            ours, theirs = doc[start:end], stock[start:end]
            assert (ours.text, len(ours), ours.root.i) == (theirs.text, len(theirs), theirs.root.i)
            assert (ours.start_char, ours.end_char) == (theirs.start_char, theirs.end_char)
            assert [t.i for t in ours[1:-1]] == [t.i for t in theirs[1:-1]]


@pytest.mark.parametrize("text", SENTENCES)
def test_characters_lead_to_the_tokens_that_they_stand_in(text: str) -> None:
    stock = pipeline()(plain(text))
    doc = Doc(stock)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            if text[start].isspace() or text[end - 1].isspace():
                continue
            theirs = stock.char_span(start, end, alignment_mode="expand")
            ours = doc.char_span(start, end)
            assert ours is not None and (ours.start, ours.end) == (theirs.start, theirs.end)
    assert doc.char_span(0, len(text) + 1) is None
    assert doc.char_span(1, 1) is None


def test_places_outside_a_sentence_are_errors() -> None:
    (doc,) = parse(["The mill burned."])
    assert doc[0].nbor().text == "mill"
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[-1].nbor()
    assert doc[0].is_sent_start and not doc[1].is_sent_start
    assert doc[2].is_ancestor(doc[0]) and not doc[0].is_ancestor(doc[2])


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12))
def test_every_token_hangs_on_a_root_whatever_the_repairs_moved(moves: list[tuple[int, int]]) -> None:
    stock = pipeline()(plain("The old mill at the river burned on Friday"))
    for moved, head in moves:
        stock[moved].head = stock[head]
    doc = Doc(stock)
    roots = [token for token in doc if token.head is token]
    assert sorted(token.i for root in roots for token in root.subtree) == list(range(len(doc)))
    assert all(roots.count(token) or list(token.ancestors)[-1] in roots for token in doc)
