"""A claim's place is told in words that a person can look up."""

import pytest

from claims.model import Block, Source
from claims.sources import from_text
from claims.sources.locators import locate

TEXT = (
    "Harbour reopens\n\nThe harbour reopened on Monday, the port said.\r\nIt had been shut for nine days.\n"
)


@pytest.mark.parametrize(
    ("offset", "place"), [(0, "line 1"), (17, "line 3"), (-5, "line 1"), (70, "line 4"), (10_000, "line 5")]
)
def test_lines_of_a_text_file(offset: int, place: str) -> None:
    assert str(locate(from_text(TEXT), offset)) == place


@pytest.mark.parametrize(("offset", "place"), [(0, 1), (39, 1), (40, 2), (89, 2), (90, 3), (500, 3)])
def test_pages_of_a_document_with_pages(offset: int, place: int) -> None:
    source = Source("a.pdf", "x" * 100, (), "", format="pdf", pages=(0, 40, 90))
    assert str(locate(source, offset)) == f"page {place}"


def test_paragraphs_are_counted_without_the_furniture() -> None:
    blocks = (Block(0, 9, "furniture"), Block(10, 19, "heading"), Block(20, 29, "paragraph"))
    source = Source("a.html", "x" * 30, blocks, "", format="html")
    assert [str(locate(source, at)) for at in (3, 12, 25)] == ["paragraph 1", "paragraph 1", "paragraph 2"]
