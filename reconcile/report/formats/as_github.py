"""The conflicts as annotations of a workflow on GitHub: one line each for every source in a conflict.

They are workflow commands, ``::error file=…,line=…::text``. A decided conflict is a notice. What GitHub would
read as the end of a line, of a property or of the command is written as its escape.
"""

from collections.abc import Iterator

from reconcile.report.document import Report
from reconcile.report.findings import Finding, findings
from reconcile.report.formats import Material
from reconcile.safe import one_line, visible

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(report: Report, material: Material) -> str:
    """Return the annotations, a line each."""
    lines = [*(_annotation(of, material) for of in findings(report)), *_unread(report)]
    return "".join(f"{line}\n" for line in lines)


def _annotation(of: Finding, material: Material) -> str:
    place = of.statement.place
    level = "notice" if of.decided else "error" if of.certain else "warning"
    properties = {"file": material.file_of(of.statement.source)[0]}
    if material.lines_of(of.statement):
        properties |= {"line": str(place.line), "endLine": str(place.end_line)}
        if place.line == place.end_line:  # GitHub ignores columns over several lines
            properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = one_line(f"{of.name}: {of.title}")
    return _command(level, properties, of.text)


def _unread(report: Report) -> Iterator[str]:
    for of in report.unread:
        words = "; ".join(filter(None, (of.name, of.cause, of.advice)))
        yield _command("warning", {"title": "Not read, or not in full"}, words)


def _command(level: str, properties: dict[str, str], text: str) -> str:
    named = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    return f"::{level} {named}::{_escaped(one_line(text), _DATA)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in visible(text))
