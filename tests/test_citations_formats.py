"""Bibliographies and annotations are read by the programs that people use for them."""

import json
import re
from html import unescape
from typing import Any

import pytest
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from reconcile.citations import render
from reconcile.citations.fragments import link
from reconcile.citations.people import authors
from reconcile.selectors import Selector, find
from tests.citing import HOSTILE, rows, sources


def _text(form: str) -> str:
    written = render(rows(), form)
    assert isinstance(written, str)
    return written


def _of(name: str) -> list[str]:
    return [" ".join(row.selector.exact.split()) for row in rows() if row.work.name == name]


def test_biblatex_is_read_by_a_parser() -> None:
    found = parse_string(_text("biblatex"), "bibtex").entries
    assert len(found) == len(sources())
    entry = found["the-harbour-gazette-2025"]
    assert entry.type == "article"
    assert entry.fields["date"] == "2025-03-04"
    assert entry.fields["urldate"] == "2025-04-01"
    assert [str(person) for person in entry.persons["author"]] == [
        "Lee, Ann",
        "de Wit, Bo",
        "{Staff Reporter}",
    ]
    assert r"\{fewer\}" in entry.fields["title"] and r"\&" in entry.fields["title"]
    assert entry.fields["annotation"].count("claim ") >= len(_of("first.md"))


def test_a_translation_says_so_in_every_bibliography() -> None:
    for form in ("biblatex", "csl", "ris"):
        assert "translated from Der Küstenbote" in _text(form), form


def test_csl_is_formatted_by_a_processor() -> None:
    items: list[dict[str, Any]] = json.loads(_text("csl"))
    assert len(items) == len(sources())
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    made = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        made.register(Citation([CitationItem(item["id"])]))
    shown = [str(entry) for entry in made.bibliography()]
    gazette = next(entry for entry in shown if "Harbour Gazette" in entry)
    assert "Lee, A." in gazette and "2025" in gazette and "Ferry line" in gazette


def test_ris_is_read_by_a_parser() -> None:
    found = rispy.loads(_text("ris"))
    assert len(found) == len(sources())
    gazette = next(entry for entry in found if entry.get("secondary_title") == "The Harbour Gazette")
    assert gazette["type_of_reference"] == "NEWS"
    assert gazette["authors"] == ["Lee, Ann", "de Wit, Bo", "Staff Reporter"]
    assert gazette["year"] == "2025"
    assert len(gazette["notes"]) == len(_of("first.md"))


def test_annotations_follow_the_model() -> None:
    page = json.loads(_text("annotations"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    texts = {source.sha256: source.text for source in sources()}
    for item, row in zip(page["items"], rows(), strict=True):
        assert item["type"] == "Annotation" and item["id"].startswith("urn:")
        assert item["body"]["type"] == "TextualBody" and item["body"]["value"]
        quote, position = item["target"]["selector"]
        assert quote["type"] == "TextQuoteSelector" and position["type"] == "TextPositionSelector"
        text = texts[item["target"]["source"]["schema:sha256"]]
        assert text[position["start"] : position["end"]] == quote["exact"] == row.selector.exact
        selector = Selector(
            quote["exact"], quote["prefix"], quote["suffix"], position["start"], position["end"]
        )
        assert find(selector, text) == (position["start"], position["end"])


def test_annotations_point_at_the_page_only_where_its_words_are_the_page_s() -> None:
    targets = {
        item["target"]["source"]["schema:name"]: item["target"]["source"]["id"]
        for item in json.loads(_text("annotations"))["items"]
    }
    assert targets["first.md"] == "https://example.org/news/ferry?id=3&lang=en"
    assert targets["second.md"].startswith("urn:sha256:")
    assert targets[HOSTILE].startswith("urn:sha256:")


def _plain(text: str) -> str:
    """Undo what the formats do to protect signs, and spread over spaces and lines."""
    text = re.sub(r"\\([^\w\s])", r"\1", unescape(text)).replace("\\textasciitilde{}", "~")
    text = text.replace("\\x1b", "\x1b").replace("\\u001b", "\x1b").replace('""', '"')
    return " ".join(text.split())


@pytest.mark.parametrize("form", ["csl", "biblatex", "ris", "csv", "md", "html"])
def test_every_quote_stands_in_every_format(form: str) -> None:
    written = _plain(_text(form))
    missing = [row.selector.exact for row in rows() if _plain(row.selector.exact) not in written]
    assert not missing


@pytest.mark.parametrize("form", ["csl", "biblatex", "ris", "annotations", "csv", "md", "html"])
def test_no_format_prints_a_control_character(form: str) -> None:
    assert not [sign for sign in _text(form) if sign < " " and sign not in "\r\n\t"]


@pytest.mark.parametrize("form", ["csl", "biblatex", "ris", "annotations", "csv", "md", "html", "xlsx"])
def test_no_citations_are_an_empty_list(form: str) -> None:
    assert render([], form) is not None


@pytest.mark.parametrize(
    ("url", "words", "wanted"),
    [
        ("https://a.example/x", "40 people", "https://a.example/x#:~:text=40%20people"),
        ("https://a.example/x#top", "40 people", "https://a.example/x#top:~:text=40%20people"),
        ("https://a.example/x", "a, b & c-d", "https://a.example/x#:~:text=a%2C%20b%20%26%20c%2Dd"),
        ("https://a.example/x", "two\nlines", "https://a.example/x#:~:text=two%20lines"),
        ("javascript:alert(1)", "words", ""),
        ("https://a.example/x\nSet-Cookie: y", "words", ""),
        ("", "words", ""),
    ],
)
def test_a_link_leads_to_the_words(url: str, words: str, wanted: str) -> None:
    assert link(url, words) == wanted


def test_a_long_quote_is_named_by_its_ends() -> None:
    words = " ".join(f"word{number}" for number in range(60))
    assert link("https://a.example/x", words).endswith(
        "text=word0%20word1%20word2%20word3%20word4,word55%20word56%20word57%20word58%20word59"
    )


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Ann Lee", [("Lee", "Ann")]),
        ("Ann Lee and Bo de Wit", [("Lee", "Ann"), ("de Wit", "Bo")]),
        ("Ann Lee, Bo Wit & Cy Oz", [("Lee", "Ann"), ("Wit", "Bo"), ("Oz", "Cy")]),
        ("Staff Reporter", [("Staff Reporter", "")]),
        ("Madonna", [("Madonna", "")]),
        ("", []),
    ],
)
def test_authors_are_told_apart(line: str, wanted: list[tuple[str, str]]) -> None:
    assert authors(line) == wanted
