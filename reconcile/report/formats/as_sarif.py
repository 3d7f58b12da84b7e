"""The conflicts as SARIF 2.1.0, which code review reads: a result for each source in a conflict.

The other sources are related locations, so that a reviewer of one document can step to what it contradicts.
Fingerprints come from the ids of claim and group, which stay as long as the texts do.
"""

import json
import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from reconcile.report.document import Report
from reconcile.report.evidence import Statement
from reconcile.report.findings import Finding, findings
from reconcile.report.formats import Material
from reconcile.safe import json_visible, visible
from reconcile.vocabulary import load

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LINK = re.compile(r"\[(?=[^\[\]]{0,500}\]\()")


def render(report: Report, material: Material) -> str:
    """Return the conflicts as a SARIF log."""
    return json_visible(json.dumps(log(report, material), ensure_ascii=False, indent=2)) + "\n"


def log(report: Report, material: Material) -> dict[str, Any]:
    """Return the SARIF log as plain data."""
    rules = [_rule(name, *words) for name, words in load("report")["rules"].items()]
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    artifacts = {source.name: place for place, source in enumerate(report.sources)}
    driver = {
        "name": "reconcile",
        "version": report.made_with.versions["reconcile"],
        "shortDescription": {"text": "Finds where several articles on one story conflict, and why."},
        "rules": rules,
    }
    unread = [_notification(" ".join(filter(None, (of.name, of.cause, of.advice)))) for of in report.unread]
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": unread}],
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {
                "location": _artifact(source.name, place, material),
                "roles": ["analysisTarget"],
                "description": _message(source.title or source.name),
            }
            for source, place in zip(report.sources, artifacts.values(), strict=True)
        ],
        "results": [_result(of, places, artifacts, material) for of in findings(report)],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str, title: str, text: str, level: str) -> dict[str, Any]:
    return {
        "id": name,
        "name": title.title().replace(" ", ""),
        "shortDescription": {"text": title},
        "fullDescription": {"text": text},
        "help": {"text": text},
        "defaultConfiguration": {"level": level},
    }


def _notification(text: str) -> dict[str, Any]:
    return {"level": "warning", "message": _message(text)}


def _message(text: str) -> dict[str, str]:
    """Return words as a message, in which neither braces are placeholders nor brackets links."""
    shown = visible(text).replace("{", "{{").replace("}", "}}")
    return {"text": _LINK.sub(r"\\[", shown)}


def _result(
    of: Finding, rules: dict[str, int], artifacts: dict[str, int], material: Material
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": of.rule,
        "ruleIndex": rules[of.rule],
        "kind": "fail",
        "level": load("report")["rules"][of.rule][2],
        "message": _message(f"{of.title}: {of.text}"),
        "locations": [_location(of.statement, artifacts, material)],
        "relatedLocations": [
            {"id": place, **_location(other, artifacts, material), "message": _message(other.said)}
            for place, other in enumerate(of.others, 1)
        ],
        "partialFingerprints": {
            "reconcileConflict/v1": of.id,
            "reconcileClaim/v1": f"{of.id}:{of.statement.claim}",
        },
        "properties": {"severity": of.severity},
    }
    if of.decided:
        found["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": visible(of.decided)}
        ]
    return found


def _location(of: Statement, artifacts: dict[str, int], material: Material) -> dict[str, Any]:
    place = of.place
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": of.start,
        "charLength": of.end - of.start,
        "snippet": {"text": of.quote},
    }
    artifact = _artifact(of.source, artifacts[of.source], material)
    physical = {"artifactLocation": artifact} | ({"region": region} if material.lines_of(of) else {})
    return {"physicalLocation": physical, "logicalLocations": [{"name": visible(of.place.label)}]}


def _artifact(name: str, index: int, material: Material) -> dict[str, Any]:
    """Return where a source lies: below the folder of the run, or elsewhere at its own address."""
    path, _ = material.file_of(name)
    if PurePath(path).is_absolute():
        return {"uri": PurePath(path).as_uri(), "index": index}
    return {
        "uri": quote(PurePath(path).as_posix().encode("utf-8", "replace")),
        "uriBaseId": _ROOT,
        "index": index,
    }
