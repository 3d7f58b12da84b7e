"""The citations for reading: a table of quotes under each question, and the sources with their evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from reconcile.citations.bibliography import Entry, entries
from reconcile.citations.row import Citation
from reconcile.format import counted, day
from reconcile.report.formats import page
from reconcile.report.formats.as_markdown import escaped
from reconcile.vocabulary import load

_HEAD = ("Claim", "Quote", "As written", "Period", "Said by", "Source")


@dataclass(frozen=True, slots=True)
class Section:
    """The citations of one question.

    Attributes:
        title: The question; "" for what answers none.
        verdict: How the answers stand to each other, for people, or "".
        decision: What was decided, by whom and when, or "".
        rows: The citations.
    """

    title: str
    verdict: str
    decision: str
    rows: tuple[Citation, ...]


def sections(rows: Sequence[Citation]) -> list[Section]:
    """Return the citations by question, in the order of the first of each; what answers none comes last."""
    by_group: dict[str, list[Citation]] = {}
    for row in rows:
        by_group.setdefault(row.group, []).append(row)
    order = sorted(by_group, key=lambda group: not group)
    return [_section(tuple(by_group[group])) for group in order]


def _section(rows: tuple[Citation, ...]) -> Section:
    first = rows[0]
    if not first.group:
        return Section("", "", "", rows)
    mark, _, name, _ = load("display")["verdicts"][first.verdict]
    return Section(first.question, f"{mark} {name}", _decision(first), rows)


def _decision(row: Citation) -> str:
    if not row.decision:
        return ""
    note = f": {row.note}" if row.note else ""
    return f"decided by {row.reviewer}, {row.decided[:10]}{note}"


def when(row: Citation) -> str:
    """Return the period of a row with what it was resolved from."""
    return f"{row.period} ({row.period_evidence})" if row.period else ""


def particulars(entry: Entry) -> list[tuple[str, str]]:
    """Return what is known of a source, each with its name."""
    work = entry[1]
    known = [
        ("not the original", work.original),
        ("title", work.title),
        ("authors", work.authors),
        ("publisher", work.publisher),
        ("published", _dated(work.published, work.published_evidence)),
        ("modified", _dated(work.modified, work.modified_evidence)),
        ("accessed", day(work.accessed) if work.accessed else ""),
        ("address", work.url),
        ("SHA-256 of the file", work.file_sha256),
        ("SHA-256 of the text", work.text_sha256),
    ]
    return [(name, value) for name, value in known if value]


def _dated(date: str, evidence: str) -> str:
    return f"{day(date)} ({evidence})" if date else ""


def as_markdown(rows: Sequence[Citation]) -> str:
    """Return the citations as Markdown."""
    lines: list[str] = []
    for block in _blocks(rows):
        lines += [*block, ""]
    return "\n".join(lines).strip() + "\n"


def _blocks(rows: Sequence[Citation]) -> Iterator[list[str]]:
    works = entries(rows)
    yield ["# Citations"]
    yield [f"{counted(len(rows), 'claim')} of {counted(len(works), 'source')}."]
    for section in sections(rows):
        yield [f"## {escaped(section.title) or 'Other claims'}"]
        if section.verdict:
            about = "; ".join(filter(None, [section.verdict, section.decision]))
            yield [escaped(about)]
        yield [_line(_HEAD), _line(("---",) * len(_HEAD)), *map(_row, section.rows)]
    yield ["## Sources"]
    for entry in works:
        yield [
            f"### {escaped(entry[1].name)}",
            "",
            *(f"- {name}: {escaped(value)}" for name, value in particulars(entry)),
        ]


def _row(row: Citation) -> str:
    decided = f" ({row.decision})" if row.decision else ""
    cells = (
        f"{row.said}{decided}",
        f"“{row.selector.exact}”",
        row.surface,
        when(row),
        " ".join(filter(None, [row.attribution, f"({row.modality})"])),
        f"{row.work.name}, {row.locator}",
    )
    return _line([escaped(cell) for cell in cells])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def as_html(rows: Sequence[Citation]) -> str:
    """Return the citations as one HTML page without script or network."""
    works = entries(rows)
    environment = page.environment()
    environment.filters |= {"when": when, "particulars": particulars}
    return page.render(
        "citations.html",
        environment,
        version=version("reconcile"),
        claims=len(rows),
        sections=sections(rows),
        works=works,
        places={work.name: place for place, (_, work, _) in enumerate(works, 1)},
    )
