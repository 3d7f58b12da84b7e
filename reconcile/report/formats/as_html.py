"""The report as one HTML file: no script, no network, nothing that a source says can become markup."""

from collections.abc import Callable

import jinja2

from claims.model import Claim
from reconcile.format import moment
from reconcile.report.document import Report
from reconcile.report.formats import Material, highlights, page
from reconcile.report.formats.drawing import drawing
from reconcile.report.plots import allows, expects
from reconcile.report.selection import ALERTS
from reconcile.safe import cut, one_line

# How a claim is marked in its source's text, the gravest first.
_KINDS = ("conflict", "possible", "explained", "agree", "other")


def render(report: Report, material: Material) -> str:
    """Return the report as an HTML page."""
    questions: dict[str, int] = {}  # a claim may answer several; the gravest comes first
    for item in report.items:
        for of in item.statements:
            questions.setdefault(of.claim, item.number)
    places = {claim.id: place for place, claim in enumerate(material.claims, 1)}
    environment = _environment()
    environment.filters |= {"question": questions.get, "place": places.__getitem__, "is_first": _once()}
    return page.render(
        "report.html",
        environment,
        report=report,
        texts=_texts(report, material),
        items={item.number: item for item in report.items},
        sources={source.name: place for place, source in enumerate(report.sources, 1)},
    )


def _once() -> Callable[[str], bool]:
    """Return what tells the first time that it is asked about a claim: one may answer two questions."""
    seen: set[str] = set()

    def is_first(claim: str) -> bool:
        known = claim in seen
        seen.add(claim)
        return not known

    return is_first


def _environment() -> jinja2.Environment:
    made = page.environment()
    made.filters |= {"moment": moment, "cut": _cut}
    made.globals |= {"allows": allows, "expects": expects, "drawing": drawing, "ALERTS": ALERTS}
    return made


def _cut(text: str, width: int) -> str:
    return cut(one_line(text), width)


def _texts(report: Report, material: Material) -> dict[str, list[tuple[int, list[highlights.Piece]]]]:
    """Return the lines of each source with what is claimed in them."""
    kinds = {claim.id: "other" for claim in material.claims}
    for item in reversed(report.items):  # the gravest of a claim's questions says what it is
        for of in item.statements:
            told = item.verdict not in ALERTS or of.letter in item.telling
            kinds[of.claim] = page.tone(item.verdict) if told else "explained"
    by_source: dict[str, list[Claim]] = {name: [] for name in material.sources}
    for claim in material.claims:
        by_source[claim.source].append(claim)
    return {
        name: highlights.lines(source, by_source[name], kinds, _KINDS)
        for name, source in material.sources.items()
    }
