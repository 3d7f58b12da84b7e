"""The report as Markdown that renders on a code host: tables, quotes and lists, no HTML.

Everything that a source says is escaped so that it is shown as the characters it is: no emphasis, link,
image, table, HTML, formula or mention can come of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from reconcile.format import counted, day, moment
from reconcile.report.document import Item, Report, Ruling
from reconcile.report.evidence import Argument, Statement
from reconcile.report.formats import Material
from reconcile.report.plots import allows, expects
from reconcile.report.selection import ALERTS
from reconcile.safe import cut, one_line

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})
# What would begin emphasis, code, a link, a table's cell, a formula, an emoji, an address or a reference; at
# the beginning also a list, a heading or a rule.
_SPECIAL = re.compile(r"[\\`*_\[\]#|~$]|^[-+=](?=[\s=-]|$)|:(?=//|[\w+-]{1,40}:)|(?<=\bwww)\.")
_NUMBERED = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))")
_CELL = 70
_MOST_REASONS = 3


def render(report: Report, material: Material) -> str:
    """Return the report as Markdown."""
    lines: list[str] = []
    for block in _blocks(report):
        lines += [*block, ""]
    return "\n".join(lines).strip() + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    flat = _SPECIAL.sub(r"\\\g<0>", one_line(text)).translate(_ENTITIES)
    return _NUMBERED.sub(r"\1\\", flat)


def _blocks(report: Report) -> Iterator[list[str]]:
    yield [f"# {escaped(report.title)}"]
    claims = counted(sum(source.claims for source in report.sources), "claim")
    yield [f"{counted(len(report.sources), 'source')}, {claims}: {report.summary.text}."]
    yield [f"- {escaped(count.mark)} {escaped(count.text)}" for count in report.summary.counts]
    yield from _important(report)
    yield from _read(report)
    yield from _matrix(report)
    yield ["## Conflicts"]
    for item in report.conflicts:
        yield from _item(item)
    if not report.conflicts:
        yield ["None was found."]
    yield ["## Explained differences"]
    for item in report.differences:
        yield from _item(item)
    if not report.differences:
        yield ["None was found."]
    yield from _agreements(report)
    yield from _sums(report)
    yield from _single(report)
    yield from _open(report)
    yield from _made_with(report)


def _important(report: Report) -> Iterator[list[str]]:
    if not report.summary.most_important:
        return
    items = {item.number: item for item in report.items}
    yield ["## What matters most"]
    lines = []
    for number in report.summary.most_important:
        item = items[number]
        sides = "; ".join(
            f"**{escaped(cut(one_line(of.said), _CELL))}** ({escaped(of.voice)})"
            for of in item.statements
            if of.letter in item.telling
        )
        lines.append(f"1. {escaped(item.title)} ({item.name.lower()}): {sides}")
    yield lines


def _read(report: Report) -> Iterator[list[str]]:
    yield ["## What was read"]
    rows = []
    for source in report.sources:
        published = f"{day(source.published)} ({source.published_from})" if source.published else "unknown"
        changed = f"; changed {day(source.modified)} ({source.modified_from})" if source.modified else ""
        wording = f" ({source.wording})" if source.wording != "original" else ""
        row = (
            f"{source.name}{wording}",
            source.title or "",
            source.publisher or "unknown",
            published + changed,
        )
        rows.append((*row, str(source.claims), source.sha256[:12]))
    yield _table(("Source", "Title", "Publisher", "Published", "Claims", "SHA-256"), rows, longest=200)
    if report.unread:
        yield ["### Not read, or not in full"]
        yield [
            f"- {escaped('; '.join(filter(None, (of.name, of.cause, of.advice))))}" for of in report.unread
        ]


def _matrix(report: Report) -> Iterator[list[str]]:
    yield ["## Who says what"]
    matrix = report.matrix
    if not matrix.lines:
        yield ["No question is answered by two sources."]
        return
    marks = {item.number: item.mark for item in report.items}
    rows = [
        (f"{marks[line.item]} {line.title}", *("; ".join(cell.texts) or "–" for cell in line.cells))
        for line in matrix.lines
    ]
    yield _table(("Question", *matrix.sources), rows)
    if matrix.sources_left_out or matrix.lines_left_out:
        left_out = (
            counted(matrix.sources_left_out, "source"),
            counted(matrix.lines_left_out, "question"),
        )
        yield [f"Not shown here: {', '.join(left_out)}."]


def _item(item: Item) -> Iterator[list[str]]:
    yield [f"### {item.number}\\. {escaped(item.title)}"]
    severity = f"severity {item.severity} · " if item.verdict in ALERTS else ""
    yield [f"**{escaped(item.mark)} {item.name.lower()}** · {severity}{item.voices} · `{item.id}`"]
    told = [of for of in item.statements if of.letter in item.telling]
    others = [of for of in item.statements if of.letter not in item.telling]
    for of in told:
        yield _quote(of)
    if others and item.verdict in ALERTS:
        yield ["Also on this question, not in the conflict:"]
    for of in others:
        yield _quote(of)
    yield from _values(item)
    arguments = item.arguments if item.verdict in ALERTS else item.arguments[:_MOST_REASONS]
    for why in arguments:
        yield _argument(why, with_facets=item.verdict in ALERTS)
    if item.more_pairs:
        yield [f"… and {counted(item.more_pairs, 'other pair')} of statements with this verdict."]
    yield from _review(item)


def _quote(of: Statement) -> list[str]:
    words = "".join(
        f"**{escaped(run.text)}**" if run.role == "value" else _run(run.text) for run in of.excerpt
    )
    wording = f" · {of.wording}, not the original words" if of.wording != "original" else ""
    inferred = "".join(f" · {facet} {origin}" for facet, origin in of.inferred.items())
    where = f"{of.source}, {of.place.label} · {of.voice}{wording}{inferred}"
    return [f"**{of.letter}** {escaped(of.said)}", "", f"> {words.strip()}", ">", f"> {escaped(where)}"]


def _run(text: str) -> str:
    """Escape a piece of a sentence, keeping the blanks that part it from the next."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{escaped(text)}{after}"


def _values(item: Item) -> Iterator[list[str]]:
    figures = [of for of in item.statements if of.written]
    if not figures:
        return
    bars = {
        letter: (allows(bar, plot.unit), expects(bar, plot.unit))
        for plot in item.plots
        for bar in plot.bars
        for letter in (bar.letter, *bar.others)
    }
    head = ("", "As written", "Normalised", "Wording allows", "Reader expects", "Period", "Source")
    rows = [
        (
            of.letter,
            of.written or "",
            of.normalised or "",
            *bars.get(of.letter, ("", "")),
            of.period or "not stated",
            of.voice,
        )
        for of in figures
    ]
    yield _table(head, rows)


def _argument(why: Argument, *, with_facets: bool) -> list[str]:
    lines = [f"- {why.a} and {why.b}, {why.verdict.replace('_', ' ')}: {escaped(why.text)}"]
    if why.unless:
        lines.append(f"  - {escaped(why.unless)}")
    if with_facets:
        found = [f"{facet.facet} ({facet.effect.replace('_', ' ')})" for facet in why.facets]
        lines.append(
            f"  - facets: {escaped(', '.join(found))}; no difference in {escaped(', '.join(why.passed))}"
        )
    return lines


def _review(item: Item) -> Iterator[list[str]]:
    if item.review is None:
        return
    yield [f"Review: **{escaped(item.review.text)}**"]
    lines = [f"- {_ruling(of)}" for of in (*item.review.rulings, *item.review.notes)]
    if lines:
        yield lines


def _ruling(of: Ruling) -> str:
    said = of.text if of.action != "note" else ""
    words = " ".join(filter(None, (said, f"“{of.note}”" if of.note else "")))
    return escaped(f"{of.reviewer}, {moment(of.at)}: {words}")


def _agreements(report: Report) -> Iterator[list[str]]:
    yield ["## Agreements"]
    if not report.agreements:
        yield ["No two sources were found to say the same."]
        return
    yield [
        "Sources that print the same sentence or name the same origin count as one origin. Nothing is "
        "averaged: articles are not independent measurements."
    ]
    for item in report.agreements:
        yield from _item(item)


def _sums(report: Report) -> Iterator[list[str]]:
    yield ["## Arithmetic"]
    if not report.sums:
        yield ["The figures of no source allow a check."]
    for check in report.sums:
        verdict = "adds up" if check.verdict == "consistent" else "**does not add up**"
        where = "; ".join(
            f"“{one_line(of.quote)}” ({of.source}, {of.place.label})" for of in check.statements
        )
        yield [f"- {verdict}: {escaped(check.text)}", f"  - {escaped(check.rule)}: {escaped(where)}"]


def _single(report: Report) -> Iterator[list[str]]:
    yield ["## Figures that only one source has"]
    if not report.single:
        yield ["There is none."]
        return
    rows = [
        (
            of.about,
            of.normalised or "",
            of.written or "",
            of.period or "not stated",
            f"{of.source}, {of.place.label}",
        )
        for of in report.single
    ]
    yield _table(("About", "Figure", "As written", "Period", "Source"), rows)


def _open(report: Report) -> Iterator[list[str]]:
    yield ["## Open items"]
    lines = [
        f"- {escaped(f'{left.source}: {left.text}' if left.source else left.text)}"
        for left in report.open_items
    ]
    yield lines or ["Nothing is left to do."]
    if report.changes:
        yield ["### What reviewers changed"]
        yield [f"- {escaped(of.title)}: {_ruling(of)}" for of in report.changes]
    if report.reviewers is None:
        yield ["No decisions were read."]
    elif report.reviewers:
        yield [f"Decisions by {escaped(', '.join(report.reviewers))}."]


def _made_with(report: Report) -> Iterator[list[str]]:
    yield ["## Versions, settings and hashes"]
    facts = {**report.made_with.versions, **report.made_with.settings}
    rows = list(facts.items())
    rows += [(f"text of {source.name}", f"SHA-256 {source.sha256}") for source in report.sources]
    yield _table(("", ""), rows, longest=200)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]], longest: int = _CELL) -> list[str]:
    lines = [_row(head, longest), "|" + " --- |" * len(head)]
    return [*lines, *(_row(row, longest) for row in rows)]


def _row(cells: Iterable[str], longest: int) -> str:
    return "| " + " | ".join(escaped(cut(one_line(cell), longest)) for cell in cells) + " |"
