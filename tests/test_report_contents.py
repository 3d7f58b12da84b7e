"""The report holds what a person needs to hand on, and says the same in every format."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from claims.sources import Problem
from reconcile.report.build import MOST_IMPORTANT, build
from reconcile.report.document import Report
from reconcile.report.evidence import Statement
from reconcile.report.formats import FORMATS, for_file
from tests import reports
from tests.whole import ROOT


@pytest.fixture(scope="module")
def report() -> Report:
    return build(reports.seeds())


def _statements(report: Report) -> list[Statement]:
    asked = [of for item in report.items for of in item.statements]
    return [*asked, *report.single, *(of for check in report.sums for of in check.statements)]


def test_every_source_is_named_with_its_date_and_how_that_is_known(report: Report) -> None:
    assert [source.name for source in report.sources] == [source.name for source in reports.seeds().sources]
    by_name = {source.name: source for source in report.sources}
    dated = by_name["3-end-user-conditions.md"]
    assert (dated.published, dated.published_from) == ("2025-10-28", "front matter: published")
    undated = by_name["4-shipments-resume.md"]
    assert undated.published is None and undated.published_from is None
    assert all(
        re.fullmatch(r"[0-9a-f]{64}", source.sha256) and source.wording == "retold"
        for source in report.sources
    )
    assert {"reconcile", "spacy", "python"} <= set(report.made_with.versions)
    assert report.made_with.settings


def test_every_quote_stands_where_the_report_says(report: Report) -> None:
    for of in _statements(report):
        file = (ROOT / "seeds" / of.source).read_text(encoding="utf-8")
        lines = file.splitlines()
        assert file[of.start : of.end] == of.quote
        assert lines[of.place.line - 1][of.place.column - 1 :].startswith(of.quote.splitlines()[0])
        assert "".join(run.text for run in of.excerpt if run.role in ("quote", "value")) == of.quote
        if of.written:
            assert of.written in file


def test_every_conflict_is_complete(report: Report) -> None:
    assert report.conflicts
    for item in report.conflicts:
        assert len(item.telling) >= 2
        told = {end for why in item.arguments for end in (why.a, why.b)}
        assert told <= {of.letter for of in item.statements}
        assert all(why.text and why.unless and why.facets for why in item.arguments)
        assert [of.letter for of in item.statements] == sorted(of.letter for of in item.statements)


def test_every_group_between_sources_and_every_check_is_in_the_report(report: Report) -> None:
    result = reports.seeds()
    between = {group.id for group in result.groups if sum(map(len, group.origins)) > 1}
    assert between <= {item.id for item in report.items}
    assert {check.id for check in result.checks} == {check.id for check in report.sums}


def test_a_figure_of_one_source_is_listed_once_and_no_shared_one_is(report: Report) -> None:
    single = [of.claim for of in report.single]
    shared = {of.claim for item in report.items if item.sources > 1 for of in item.statements}
    assert single and len(set(single)) == len(single)
    assert not set(single) & shared
    assert all(of.value is not None for of in report.single)


def test_the_matrix_shows_who_is_silent(report: Report) -> None:
    line = next(line for line in report.matrix.lines if line.title == report.conflicts[0].title)
    answered = {of.source for of in report.conflicts[0].statements}
    for name, cell in zip(report.matrix.sources, line.cells, strict=True):
        assert bool(cell.texts) == (name in answered)


def test_a_plot_shows_what_the_wording_allows(report: Report) -> None:
    plot = report.conflicts[0].plots[0]
    bars = {bar.text: bar for bar in plot.bars}
    over, nearly = (
        bars["over\N{NO-BREAK SPACE}90\N{NO-BREAK SPACE}%"],
        bars["nearly\N{NO-BREAK SPACE}90\N{NO-BREAK SPACE}%"],
    )
    assert (over.low, over.high, over.open_low) == (90, None, True)
    assert (nearly.low, nearly.high, nearly.open_high) == (None, 90, True)
    assert plot.low < min(tick.at for tick in plot.ticks) and plot.high > max(tick.at for tick in plot.ticks)
    for bar in plot.bars:
        assert bar.text in plot.description and bar.source in plot.description


def test_the_most_important_conflicts_are_at_most_seven(report: Report) -> None:
    numbers = [item.number for item in report.conflicts]
    assert list(report.summary.most_important) == numbers[:MOST_IMPORTANT]


def test_what_could_not_be_read_is_said() -> None:
    result = replace(reports.seeds(), problems=("a block of claims is too dense",))
    report = build(result, [Problem("torn.md", "is empty", "check the file")])
    assert [(of.name, of.cause, of.advice) for of in report.unread] == [
        ("torn.md", "is empty", "check the file"),
        ("", "a block of claims is too dense", ""),
    ]
    for form in set(FORMATS) - {"json"}:
        text = reports.written(result, form, report)
        assert "is empty" in text and "a block of claims is too dense" in text, form


def test_what_is_left_to_do_is_said(report: Report) -> None:
    found = {(of.kind, of.item, of.source) for of in report.open_items}
    assert {("undecided", item.number, None) for item in report.conflicts} <= found
    assert ("undated", None, "4-shipments-resume.md") in found


def _plain(text: str) -> str:
    text = re.sub(r"(?s)<(style|desc|title)\b.*?</\1>|<[^>]*>", "", text)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&#39;", "'"), ("&#34;", '"'), ("&amp;", "&")):
        text = text.replace(entity, sign)
    return " ".join(re.sub(r"[\\*>]", "", text).split())


@pytest.mark.parametrize("form", ["html", "md", "text"])
def test_the_formats_for_people_say_the_same(report: Report, form: str) -> None:
    shown = _plain(reports.written(reports.seeds(), form))
    assert _plain(report.summary.text) in shown
    for item in report.conflicts:
        assert _plain(item.title) in shown
        for of in item.statements:
            if of.letter in item.telling:
                assert f"{of.source}, {of.place.label}" in shown
                assert _plain(of.said) in shown
    if form == "text":
        return
    for item in report.items:
        assert _plain(item.title) in shown and item.id in shown and _plain(item.voices) in shown
    for why in (why for item in report.conflicts for why in item.arguments):
        assert _plain(why.text) in shown and _plain(why.unless) in shown
    for check in report.sums:
        assert _plain(check.text) in shown
    for of in report.single:
        assert _plain(of.normalised or "") in shown


def test_the_json_holds_the_document(report: Report) -> None:
    found: dict[str, Any] = json.loads(reports.written(reports.seeds(), "json"))
    assert found["schema_version"] == 1
    assert [item["id"] for item in found["conflicts"]] == [item.id for item in report.conflicts]
    assert len(found["single"]) == len(report.single)


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_same_sources_give_the_same_report(form: str) -> None:
    result = reports.seeds()
    turned = replace(result, claims=tuple(result.claims), sources=tuple(result.sources))
    assert reports.written(result, form) == reports.written(turned, form)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.html", "html"),
        ("a.HTM", "html"),
        ("folder.md/report.json", "json"),
        ("a.sarif", "sarif"),
        ("a.sarif.json", "sarif"),
        ("a.markdown", "md"),
        ("a.txt", "text"),
        ("a.pdf", None),
        (".html", None),
        ("report", None),
    ],
)
def test_the_ending_of_a_file_names_the_format(name: str, form: str | None) -> None:
    assert for_file(name) == form


def test_the_frame_has_a_row_for_each_statement(report: Report) -> None:
    frame = reports.seeds().consistency()
    assert len(frame) == sum(len(item.statements) for item in report.items)
    assert list(dict.fromkeys(frame["id"])) == [item.id for item in report.items]
    conflict = frame[(frame["verdict"] == "conflict") & frame["telling"]]
    assert set(conflict["letter"]) == set(report.conflicts[0].telling)
    assert replace(reports.seeds(), groups=(), claims=(), checks=()).consistency().empty


def test_an_empty_result_can_be_written() -> None:
    empty = replace(reports.seeds(), claims=(), groups=(), checks=())
    for form in FORMATS:
        assert reports.written(empty, form)
