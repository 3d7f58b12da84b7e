"""The summary says what was read, shows conflicts with both sides and why, and is harmless and readable."""

import re
from dataclasses import replace

import pytest

from claims.model import Claim, Datum, Period, Source, Value
from reconcile.pairing import Reason
from reconcile.report import claims_table, text
from reconcile.result import Check, Group, Pair, Reconciliation

YEAR = Period("2023-01-01", "2023-12-31", "in 2023")


def _source(name: str, publisher: str = "", published: str = "", **more: object) -> Source:
    known = {"publisher": publisher, "published": published}
    return Source(name, "", (), name, {k: Datum(v, "x") for k, v in known.items() if v}, **more)  # type: ignore[arg-type]


def _claim(
    ident: str, source: str, sentence: str, surface: str, low: float, unit: str, **more: object
) -> Claim:
    start = sentence.index(surface)
    hedge = more.pop("hedge", "exact")
    value = Value(
        low, None if hedge == "over" else low, unit, None, hedge, surface, None, start, start + len(surface)
    )  # type: ignore[arg-type]
    span = (ident, source, 0, len(sentence), sentence, sentence)
    return Claim(*span, "quantity", "Lindavia", "salt output", value=value, **more)  # type: ignore[arg-type]


SOURCES = (
    _source("gazette.md", "The Gazette", "2025-10-10"),
    _source("herald.md", "The Herald"),
    _source("wire.txt", warnings=("read as windows-1252",)),
)
OVER_90 = "Lindavia, which mines over 90% of the world's salt [sic], has closed its ports."
CLAIMS = (
    _claim("c1", "gazette.md", OVER_90, "over 90%", 90, "%", hedge="over"),
    _claim("c2", "herald.md", "It mined 67% of all salt.", "67%", 67, "%", period=YEAR),
    _claim("c3", "herald.md", "It sold 4.5 million tonnes.", "4.5 million tonnes", 4.5e6, "t", period=YEAR),
    _claim("c4", "gazette.md", "Sales were 4.5 Mt.", "4.5 Mt", 4.5e6, "t", period=YEAR),
    _claim("c5", "gazette.md", "Sales may reach 6 Mt.", "6 Mt", 6e6, "t", modality="projection"),
    _claim("c6", "wire.txt", "Some 67% of salt, as the wire had it.", "67%", 67, "%", period=YEAR),
)
CONFLICT = (
    Reason("unit", "pass", "Same unit."),
    Reason("value", "conflict", "No number is both over 90 % and 67 %."),
    Reason("period", "note", "gazette.md gives no year or date."),
    Reason("resolution", "resolution", "It would be no conflict if the undated figure is for another year."),
)
FORECAST = (Reason("status", "projection_vs_actual", "One is a forecast."),)
GROUPS = (
    Group(
        "a1b2c3",
        "Lindavia: share of salt output",
        ("c1", "c2", "c6"),
        "conflict",
        "high",
        (
            Pair("c1", "c2", "conflict", CONFLICT, "high"),
            Pair("c1", "c6", "conflict", CONFLICT, "high"),
            Pair("c2", "c6", "agree", (Reason("value", "agree", "The same."),)),
        ),
    ),
    Group(
        "d4e5f6",
        "Lindavia: salt sales to come",
        ("c3", "c5"),
        "projection_vs_actual",
        "low",
        (Pair("c3", "c5", "projection_vs_actual", FORECAST),),
    ),
    Group(
        "070809",
        "Lindavia: salt sales",
        ("c3", "c4"),
        "agree",
        "low",
        (Pair("c3", "c4", "agree", (Reason("value", "agree", "The same."),)),),
        (("gazette.md", "wire.txt"),),
    ),
)
CHECKS = (
    Check("k1", "share", ("c2",), "consistent", 67.4, "240/356 = 67.4 %, printed 67 %"),
    Check("k2", "sum", ("c3",), "inconsistent", 5.0, "2 + 3 = 5, printed 4.5"),
)
RESULT = Reconciliation(SOURCES, CLAIMS, GROUPS, CHECKS, ("a block was capped",))


def _section(report: str, title: str) -> str:
    sections = re.split(r"(?m)^([A-Z][A-Z ]+) ─+$", report)
    return dict(zip(sections[1::2], sections[2::2], strict=True))[title]


def test_it_begins_with_what_was_read() -> None:
    head = text.render(RESULT).partition("CONFLICTS")[0]
    assert "3 sources, 6 claims" in head
    assert "gazette.md  The Gazette · 10 October 2025" in head
    assert "herald.md   The Herald · undated" in head
    assert "wire.txt    publisher unknown · undated" in head
    for words in (
        "! 1 conflict",
        "! 1 sum that does not add up",
        "~ explained: 1 forecast against an outcome",
        "= 1 agreement",
    ):
        assert words in head


def test_a_conflict_has_both_sides_their_words_and_why() -> None:
    conflicts = _section(text.render(RESULT), "CONFLICTS")
    for words in (
        "! CONFLICT  Lindavia: share of salt output",
        "severity high · a1b2c3",
        "A  over 90 %\n",
        "“Lindavia, which mines [over 90%] of the world's salt [sic],",
        "gazette.md · The Gazette · 10 October 2025",
        "B  67 % · 2023\n",
        "so too wire.txt",
        "-> No number is both over 90 % and 67 %. gazette.md gives no year or date.",
        "It would be no conflict if the undated figure is for another year.",
        "! DOES NOT ADD UP  2 + 3 = 5, printed 4.5",
    ):
        assert words in conflicts
    assert "Same unit" not in conflicts
    assert "other pair" not in conflicts
    assert conflicts.count("67 % · 2023") == 1


def test_what_is_no_conflict_comes_after_in_short() -> None:
    report = text.render(RESULT)
    order = ["CONFLICTS", "EXPLAINED DIFFERENCES", "SUMS THAT ADD UP", "AGREEMENTS", "READING"]
    assert re.findall(r"(?m)^([A-Z][A-Z ]+) ─+$", report) == order
    explained = _section(report, "EXPLAINED DIFFERENCES")
    assert "6 million t · projection · gazette.md" in explained
    assert "-> One is a forecast." in explained
    assert ": 240/356 = 67.4 %, printed 67 % · " in _section(report, "SUMS THAT ADD UP").replace("\xa0", " ")
    assert "Lindavia: salt sales: 4.5 million t, 2023 (2 sources, 1 origin)" in _section(report, "AGREEMENTS")
    reading = _section(report, "READING")
    assert "a block was capped" in reading
    assert "wire.txt: read as windows-1252" in reading
    assert report.endswith("\n3 sources: 2 open conflicts, 1 explained difference, 1 agreement.\n")


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, colour: bool) -> None:
    report = text.render(RESULT, width=width, colour=colour)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", report)
    assert max(map(len, plain.splitlines())) <= width
    assert not any(line != line.rstrip() for line in plain.splitlines())


def test_colour_changes_no_word_and_never_runs_over_a_line_end() -> None:
    for width in (40, 57, 80):
        coloured = text.render(RESULT, width=width, colour=True)
        assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == text.render(RESULT, width=width)
        for line in coloured.splitlines():
            codes = re.findall(r"\x1b\[[0-9;]*m", line)
            assert not codes or codes[-1] == "\x1b[0m"
    assert "\x1b[1m[over 90%]" in text.render(RESULT, colour=True)


def test_retold_sources_are_named_so() -> None:
    retold = replace(SOURCES[0], metadata={"retold_from": Datum("original.txt", "front matter: retold_from")})
    assert "3 sources (1 retold), 6 claims" in text.render(replace(RESULT, sources=(retold, *SOURCES[1:])))
    assert "1 source (all retold)" in text.render(
        replace(RESULT, sources=(retold,), claims=(), groups=(), checks=())
    )


def test_without_conflict_it_says_so() -> None:
    report = text.render(replace(RESULT, groups=GROUPS[2:], checks=()))
    assert "= no conflict found" in report
    assert "CONFLICTS" not in report


def test_nothing_read_is_still_a_report() -> None:
    report = text.render(Reconciliation((), (), (), ()), ["a.txt: does not exist; check the path"])
    assert "0 sources, 0 claims" in report
    assert "! a.txt: does not exist" in report
    assert "no conflict" not in report


def test_hostile_words_stay_words() -> None:
    evil = "\x1b[2J\u202e[/b]\r"
    claims = tuple(replace(c, quote=c.quote + evil, attribution=evil, subject=evil) for c in CLAIMS)
    groups = tuple(replace(g, title=g.title + evil) for g in GROUPS)
    sources = (_source("gazette.md", evil), *SOURCES[1:])
    result = replace(RESULT, claims=claims, groups=groups, sources=sources)
    for report in (text.render(result, [evil]), claims_table.render(sources, claims, [evil])):
        assert not set(report) & set("\x1b\u202e\r")
        assert r"\x1b[2J\u202e[/b]" in report


def test_the_claims_table_fits_or_shows_all() -> None:
    long = tuple(replace(claim, subject="A ministry with a name that is far too long") for claim in CLAIMS)
    for width in (40, 60, 80, 120, 200):
        fitted = claims_table.render(SOURCES, long, width=width)
        assert max(map(len, fitted.splitlines())) <= width
    narrow = claims_table.render(SOURCES, long, width=80)
    assert "A minist" in narrow and "…" in narrow
    wide = claims_table.render(SOURCES, long)
    assert "A ministry with a name that is far too long" in wide
    columns = "source id kind subject measure value period modality attribution polarity"
    assert wide.splitlines()[0].split() == columns.split()


def test_a_denial_is_marked_at_every_width() -> None:
    denied = replace(
        CLAIMS[0], kind="fact", value=None, polarity="negated", measure="has agreed", object="to it"
    )
    assert "not: has agreed to it" in claims_table.render(SOURCES, [denied], width=100)
    assert "has agreed to it" in claims_table.render(SOURCES, [denied])
    assert "negated" in claims_table.render(SOURCES, [denied])
