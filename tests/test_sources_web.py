"""Web pages: the article is told from what surrounds it, and metadata from what only looks like them."""

import json
import sys

import pytest

from claims.model import Source
from claims.sources import html
from claims.sources.errors import Unreadable
from claims.vocabulary import load
from reconcile.engine import reconcile_claims
from tests.make import claim, exact

BODY = (
    "<p>The mine at Kolle closed on Monday after a fire, and 320 workers were sent home, its owner said.</p>"
    "<p>It produced 18,000 tonnes of copper in the year before, and it is to open again in spring.</p>"
    "<p>The fire had burned for two days when it was put out by men from three towns, the police said.</p>"
)
NOISE = "They sold 777 houses."


def page(body: str = "", head: str = "", title: str = "Mine at Kolle closes") -> Source:
    article = f"<article><h1>{title}</h1>{BODY}{body}</article>" if "<h1>" not in body else body
    markup = f"<!DOCTYPE html><html><head><title>Kolle</title>{head}</head><body>{article}</body></html>"
    return html.read(markup.encode()).as_source("a.html")


def linked(**fields: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | fields)}</script>'


@pytest.mark.parametrize("name", load("webpages")["prune"]["words"] + load("webpages")["prune"]["pairs"])
def test_what_is_named_as_furniture_is_left_out(name: str) -> None:
    for attribute in (f'class="x {name.replace(" ", "-")}"', f'id="{name.replace(" ", "_")}"'):
        assert NOISE not in page(f"<div {attribute}><p>{NOISE}</p></div>").text


@pytest.mark.parametrize(
    "tag", sorted({*load("webpages")["prune"]["tags"]} - {"input", "embed", "head", "select"})
)
def test_what_is_marked_as_furniture_is_left_out(tag: str) -> None:
    assert NOISE not in page(f"<{tag}><div>{NOISE}</div></{tag}>").text


@pytest.mark.parametrize("role", load("webpages")["prune"]["roles"])
def test_what_plays_the_part_of_furniture_is_left_out(role: str) -> None:
    assert NOISE not in page(f'<div role="{role}"><p>{NOISE}</p></div>').text


@pytest.mark.parametrize(
    "hiding", ["hidden", 'aria-hidden="true"', 'style="display: none"', 'style="visibility:hidden"']
)
def test_what_is_hidden_is_left_out(hiding: str) -> None:
    assert NOISE not in page(f"<p {hiding}>{NOISE}</p>").text


@pytest.mark.parametrize("name", ["has-sidebar", "menu-open", "share-enabled", "no-comments"])
def test_the_article_stays_whatever_its_wrapper_is_called(name: str) -> None:
    source = page(f'<div class="{name}"><h1>Mine at Kolle closes</h1>{BODY}</div>')
    assert "18,000 tonnes" in source.text


def test_tables_and_captions_are_kept_as_what_they_are() -> None:
    table = (
        "<table><caption>Copper in tonnes</caption><tr><th>Mine</th><th>2023</th></tr>"
        "<tr><td>Kolle</td><td>18,000</td></tr></table><p>The owner would not say more about it.</p>"
    )
    figure = "<figure><img src='a.jpg'><figcaption>The mine had 320 workers.</figcaption></figure>"
    source = page(f"<h1>Mine at Kolle closes</h1>{figure}{BODY}{table}")
    kinds = [(block.kind, source.text[block.start : block.end]) for block in source.blocks]
    assert ("caption", "The mine had 320 workers.") in kinds
    assert ("caption", "Copper in tonnes") in kinds
    row = next(block for block in source.blocks if block.kind == "table_row" and block.header)
    assert row.header == ("Mine", "2023")
    assert [source.text[start:end] for start, end in row.cells] == ["Kolle", "18,000"]


def test_white_space_of_the_markup_is_none_of_the_text() -> None:
    source = page("<p>It  had\n   <b>12</b>\u00a0men<br>and\tfive   boys in the pit below the town.</p>")
    assert "It had 12\u00a0men and five boys" in source.text


META = [(key, name) for key, names in load("metadata")["meta"].items() for name in names]


@pytest.mark.parametrize(("key", "name"), META)
@pytest.mark.parametrize("kind", ["name", "property"])
def test_every_name_of_a_meta_tag_is_read(key: str, name: str, kind: str) -> None:
    written = {
        "published": "2024-05-03",
        "modified": "2024-05-03",
        "url": "https://a.example/b",
        "language": "en",
    }
    value = written.get(key, "The Kolle Herald")
    found = page(head=f'<meta {kind}="{name}" content="{value}">').metadata[key]
    assert (found.value, found.evidence) == (value, f"meta tag: {name}")


@pytest.mark.parametrize(
    "kind", [*load("metadata")["linked"]["articles"], *load("metadata")["linked"]["pages"]]
)
def test_every_type_of_article_is_known(kind: str) -> None:
    head = f'<script type="application/ld+json">{{"@type": "{kind}", "datePublished": "2024-05-03"}}</script>'
    assert page(head=head).known("published") == "2024-05-03"


DATES = {
    "JSON-LD": (linked(datePublished="2024-05-03T23:30:00-05:00"), "2024-05-03", "JSON-LD: datePublished"),
    "the article of a graph": (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, '
        '{"@type": "Article", "datePublished": "2024-05-03"}]}</script>',
        "2024-05-03",
        "JSON-LD: datePublished",
    ),
    "a meta tag": (
        '<meta property="article:published_time" content="2024-05-03T10:00Z">',
        "2024-05-03",
        None,
    ),
    "a meta tag with a month": ('<meta name="date" content="3 May 2024">', "2024-05-03", "meta tag: date"),
    "the meta tag of a change": (
        '<meta property="og:updated_time" content="2024-05-04">',
        "2024-05-04",
        None,
    ),
    "an ambiguous date": ('<meta name="date" content="03/05/2024">', None, None),
    "a year alone": ('<meta name="date" content="2024">', None, None),
    "JSON-LD of another article": (
        '<script type="application/ld+json">{"@type": "ItemList", "itemListElement": '
        '[{"@type": "NewsArticle", "datePublished": "2024-06-01"}]}</script>',
        None,
        None,
    ),
    "broken JSON-LD": (
        '<script type="application/ld+json">{"datePublished": "2024-05-03"</script>',
        None,
        None,
    ),
    "deep JSON-LD": (f'<script type="application/ld+json">{"[" * 50_000}</script>', None, None),
    "JSON-LD of an odd shape": (
        linked(datePublished=["x", {"name": 7}], author=[[[1]]], headline=None),
        None,
        None,
    ),
    "the day of the crawl": ('<meta name="generator" content="built 2024-05-03">', None, None),
}


@pytest.mark.parametrize("case", DATES)
def test_the_date_of_a_page(case: str) -> None:
    head, day, evidence = DATES[case]
    found = page(head=head).metadata.get("published")
    assert (found and found.value) == day
    assert evidence is None or (found and found.evidence) == evidence


@pytest.mark.parametrize(
    "around",
    [
        "<footer>Copyright 2026 Kolle Media. Updated 25 November 2026.</footer>",
        "<div class='footer-text'>© 2009-2026. Last build: 2026-11-25.</div>",
        "<div id='top-bar'>Wednesday, 25 November 2026</div>",
        "<aside><time datetime='2026-11-25'>25 November 2026</time></aside>",
        "<div class='comments'><time datetime='2026-11-25'>25 November</time><p>It was 12 men.</p></div>",
    ],
)
def test_no_date_is_taken_from_around_the_article(around: str) -> None:
    source = page(f"<article><h1>Mine at Kolle closes</h1>{BODY}</article>{around}")
    assert "published" not in source.metadata and "published_guess" not in source.metadata
    assert "2026" not in source.text


@pytest.mark.parametrize(
    "title",
    ["Node.js has a fault", "Outage at cloud.storage", "Mine closes | 320 lose work", "A - B: the last day"],
)
def test_no_publisher_is_taken_from_a_title(title: str) -> None:
    source = page(title=title, head=f"<title>{title}</title>")
    assert "publisher" not in source.metadata
    assert source.known("title") == title


def test_the_date_beside_the_headline_is_found() -> None:
    when = "<span>A. Writer, <time datetime='2024-05-03'>Friday</time></span>"
    head = f"<header><h1>Mine at Kolle closes</h1>{when}</header>"
    found = page(f"<article>{head}{BODY}</article>").metadata["published"]
    assert (found.value, found.evidence) == ("2024-05-03", "time tag in the header")


def test_a_date_in_the_address_is_a_guess_and_decides_nothing() -> None:
    made = []
    for day, amount in (("2024/05/03", 40), ("2024/06/09", 55)):
        head = f'<link rel="canonical" href="https://kolle.example/{day}/mine.html">'
        made.append((page(head=head), amount))
    for source, _ in made:
        assert source.metadata["published_guess"].guess
        assert source.known("published") is None
    names = [f"{number}.html" for number in range(2)]
    sources = [
        Source(name, source.text, source.blocks, source.sha256, source.metadata)
        for name, (source, _) in zip(names, made, strict=True)
    ]
    told = [
        claim(name, "Kolle", "people killed", exact(amount, "count", counted="people"))
        for name, (_, amount) in zip(names, made, strict=True)
    ]
    verdicts = [pair.verdict for group in reconcile_claims(sources, told).groups for pair in group.pairs]
    assert verdicts and "superseded" not in verdicts
    dated = [
        Source(s.name, s.text, s.blocks, s.sha256, {"published": s.metadata["published_guess"]})
        for s in sources
    ]
    sure = [pair.verdict for group in reconcile_claims(dated, told).groups for pair in group.pairs]
    assert sure == ["superseded"]  # so the guess would have decided, had it been let


def test_two_dates_are_told() -> None:
    head = (
        linked(datePublished="2024-05-03") + '<meta property="article:published_time" content="2024-05-09">'
    )
    source = page(head=head)
    assert source.known("published") == "2024-05-03"
    assert any("two dates of publication" in warning for warning in source.warnings)


def test_the_reader_is_named_with_its_version() -> None:
    assert page().reader.startswith("trafilatura ") and page().reader[12:].count(".") >= 1


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_encodings(charset: str) -> None:
    markup = (
        f'<html><head><meta charset="{charset}"></head><body><h1>Café “A” fined €5</h1>{BODY}</body></html>'
    )
    codec = "cp1252" if charset == "iso-8859-1" else charset
    assert "Café “A” fined €5" in html.read(markup.encode(codec)).text


@pytest.mark.parametrize(
    "markup", ["", "   ", "<html></html>", "<p>", "<html><body><script>x()</script>", "<!--"]
)
def test_a_page_without_an_article_is_one_line(markup: str) -> None:
    with pytest.raises(Unreadable) as caught:
        html.read(markup.encode())
    assert "\n" not in f"{caught.value.cause}{caught.value.advice}"


def test_a_page_is_read_alike_however_often() -> None:
    assert page() == page()
    assert sys.getrecursionlimit() <= 10_000
