"""A quote is found again at its place, and by its words and surroundings after the text was edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.selectors import CONTEXT, Selector, find, select

TEXT = (
    "The ferry carried 40 people. It sank at noon. "
    "The coast guard saved 40 people, the harbour office said.\n"
    "A second ferry carried 52 people and reached the island."
)


def _select(words: str, nth: int = 0) -> Selector:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return select(TEXT, start, start + len(words))


@given(st.text(max_size=200), st.data())
def test_a_passage_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    selector = select(text, start, end)
    assert text[selector.start : selector.end] == selector.exact
    found = find(selector, text)
    if start == end:
        assert found is None
    else:
        assert found is not None and text[slice(*found)] == selector.exact
        around = text[max(0, found[0] - CONTEXT) : found[1] + CONTEXT]
        assert around == text[max(0, start - CONTEXT) : end + CONTEXT]


@pytest.mark.parametrize("nth", [0, 1])
def test_surroundings_tell_the_same_words_apart(nth: int) -> None:
    selector = _select("40 people", nth)
    edited = "New: the ferry had 40 people on it, says its owner.\n\n" + TEXT
    found = find(selector, edited)
    assert found is not None
    assert found[0] == edited.index(TEXT) + selector.start


def test_words_with_a_small_edit_are_found() -> None:
    selector = _select("The coast guard saved 40 people, the harbour office said.")
    edited = TEXT.replace("saved 40 people", "rescued 40 people")
    found = find(selector, edited)
    assert found is not None
    assert "rescued 40 people" in edited[slice(*found)]


@pytest.mark.parametrize("text", ["", "Nothing of the kind.", "x" * 500])
def test_what_is_gone_is_not_found(text: str) -> None:
    assert find(_select("The coast guard saved 40 people, the harbour office said."), text) is None
