"""The HTML report is one harmless file that everyone can read: on a screen, a phone, paper, or by ear."""

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from claims.model import Claim
from reconcile.report.formats.highlights import lines
from reconcile.result import Reconciliation
from tests import make, reports
from tests.browser import Browser, needs_browser

LARGEST = 200_000
_AXE = files("axe_core_python").joinpath("axe.min.js")


class _Page(HTMLParser):
    """Collects tags, ids, links and the words of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.targets: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids[value or ""] += 1
            if name == "href":
                self.targets.add(value or "")


@pytest.fixture(scope="module", params=["seeds", "hostile"])
def page(request: pytest.FixtureRequest) -> str:
    return reports.written(getattr(reports, request.param)(), "html")


def test_the_page_on_five_articles_is_small() -> None:
    assert len(reports.written(reports.seeds(), "html").encode()) < LARGEST


def test_nothing_in_the_page_runs_or_loads(page: str) -> None:
    found = _Page(page)
    assert not {"script", "img", "iframe", "object", "embed", "form", "base", "audio", "video"} & set(
        found.tags
    )
    assert not [
        name for name in found.attributes if name.startswith("on") or name in ("src", "style", "srcset")
    ]
    style = re.search(r"(?s)<style>(.*?)</style>", page)
    assert style and "url(" not in style[1] and "@import" not in style[1]


def test_the_policy_allows_this_style_sheet_and_nothing_else(page: str) -> None:
    style = re.search(r"(?s)<style>(.*?)</style>", page)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert style and policy
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert policy[1].replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def test_every_link_leads_to_one_place_in_the_page(page: str) -> None:
    found = _Page(page)
    assert [name for name, times in found.ids.items() if times > 1] == []
    assert found.targets - {"data:,"} <= {f"#{name}" for name in found.ids}


def test_a_figure_leads_to_its_quote_and_a_quote_to_its_place_in_the_text() -> None:
    page = reports.written(reports.seeds(), "html")
    plot = re.search(r'(?s)<svg role="group".*?<a href="#(s\d+)"', page)
    assert plot
    quote = re.search(rf'(?s)<li id="{plot[1]}">.*?<p><a href="#(c\d+)">', page)
    assert quote
    place = re.search(rf'<mark id="{quote[1]}"[^>]*>(.*?)</mark>', page)
    assert place and place[1] in page


def test_a_source_without_an_answer_has_a_dash() -> None:
    page = reports.written(reports.seeds(), "html")
    cells = re.split(r"<td>", page.partition('class="matrix"')[2].partition("<section")[0])[1:]
    assert all(cell.strip() for cell in cells)
    assert sum(cell.strip()[:1] == "–" for cell in cells) > 5


def test_the_texts_are_whole() -> None:
    page = reports.written(reports.seeds(), "html")
    for source, shown in zip(
        reports.seeds().sources, re.findall(r'(?s)<ol class="lt">(.*?)</ol>', page), strict=True
    ):
        bare = re.sub(r'<a class="r".*?</a>|<[^>]*>', "", shown)
        for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&#34;", '"'), ("&amp;", "&")):
            bare = bare.replace(entity, sign)
        assert bare.split() == source.text.split()


def _claim(start: int, end: int, name: str) -> Claim:
    return make.claim("a.txt", "it", "is", id=name, start=start, end=end)


def test_claims_that_overlap_are_all_marked() -> None:
    source = make.source("a.txt", "one two\r\n\r\nthree four five")
    claims = [_claim(0, 16, "x"), _claim(11, 26, "y"), _claim(11, 16, "z")]
    found = lines(
        source, claims, {"x": "other", "y": "conflict", "z": "agree"}, ("conflict", "agree", "other")
    )
    assert [
        (number, [(piece.text, piece.kind, piece.begin, piece.end) for piece in pieces])
        for number, pieces in found
    ] == [
        (1, [("one two", "other", ("x",), ())]),
        (3, [("three", "conflict", ("y", "z"), ("x", "z")), (" four five", "conflict", (), ("y",))]),
    ]


# --- in a browser ---


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def file(page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(page, encoding="utf-8")
    return path


@needs_browser
@pytest.mark.parametrize("width", [1280, 400])
def test_a_browser_finds_nothing_to_complain_about(browser: Browser, file: Path, width: int) -> None:
    browser.open(file, width=width)
    assert browser.messages() == []
    assert browser.requests() == [file.resolve().as_uri()]
    assert browser.run("document.documentElement.scrollWidth") == width, "the page is wider than the window"
    assert browser.run("getComputedStyle(document.querySelector('h1')).fontSize") != "32px", "no style"


def _opened(browser: Browser, folder: Path, result: Reconciliation, *, dark: bool = False) -> None:
    file = folder / "report.html"
    file.write_text(reports.written(result, "html"), encoding="utf-8")
    browser.open(file, dark=dark)


# In the dark only the colours differ, which are the same on every page.
@needs_browser
@pytest.mark.parametrize(
    ("result", "dark", "rules"),
    [
        (reports.seeds, False, "{resultTypes: ['violations']}"),
        (reports.hostile, True, "{runOnly: ['color-contrast']}"),
    ],
    ids=["light", "dark"],
)
def test_axe_finds_no_barrier(browser: Browser, tmp_path: Path, result: Any, dark: bool, rules: str) -> None:
    _opened(browser, tmp_path, result(), dark=dark)
    browser.run("document.querySelectorAll('details').forEach(one => one.open = true)")
    browser.run(_AXE.read_text(encoding="utf-8") + "; 1")
    found: list[dict[str, Any]] = json.loads(
        browser.run(f"axe.run({rules}).then(found => JSON.stringify(found.violations))")
    )
    assert [(of["id"], [node["target"] for node in of["nodes"]][:3]) for of in found] == []


@needs_browser
def test_it_prints_with_everything_that_is_folded_away(browser: Browser, tmp_path: Path) -> None:
    _opened(browser, tmp_path, reports.hostile())
    browser("Emulation.setEmulatedMedia", media="print")
    folded = "[...document.querySelectorAll('details > :not(summary)')]"
    assert browser.run(f"{folded}.length") > 0
    assert browser.run(f"{folded}.filter(one => !one.checkVisibility()).length") == 0
    assert browser.run("getComputedStyle(document.querySelector('nav')).display") == "none"
    paper = tmp_path / "report.pdf"
    browser.paper(paper)
    assert paper.read_bytes().startswith(b"%PDF")
