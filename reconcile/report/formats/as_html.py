"""The report as one HTML file: no script, no network, nothing that a source says can become markup.

Everything that is put into the page is escaped (Jinja2's autoescape) after what cannot be seen in it was made
visible. A content security policy allows this one style sheet and nothing else.
"""

import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

import jinja2
from markupsafe import Markup

from claims.model import Claim
from reconcile.format import counted, day, moment
from reconcile.report.document import Report
from reconcile.report.formats import Material, highlights
from reconcile.report.formats.drawing import drawing
from reconcile.report.plots import allows, expects
from reconcile.report.selection import ALERTS
from reconcile.safe import cut, one_line, visible

_POLICY = "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'"
_BLANKS = re.compile(r"\s+")
# How a claim is marked in its source's text, the gravest first.
_KINDS = ("conflict", "possible", "explained", "agree", "other")
_TONES = {
    "conflict": "conflict",
    "inconsistent": "conflict",
    "internal_inconsistency": "conflict",
    "possible_conflict": "possible",
    "agree": "agree",
    "consistent": "agree",
}


def render(report: Report, material: Material) -> str:
    """Return the report as an HTML page."""
    style = _BLANKS.sub(" ", _read("report.css"))
    questions = {of.claim: item.number for item in report.items for of in item.statements}
    environment = _environment()
    places = {claim.id: place for place, claim in enumerate(material.claims, 1)}
    environment.filters |= {"question": questions.get, "place": places.__getitem__}
    page = environment.get_template("report.html").render(
        report=report,
        style=Markup(style),  # our own file
        policy=_POLICY.format(_digest(style)),
        texts=_texts(report, material),
        items={item.number: item for item in report.items},
        sources={source.name: place for place, source in enumerate(report.sources, 1)},
    )
    return page.strip() + "\n"


def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8").strip()


def _digest(style: str) -> str:
    return b64encode(sha256(style.encode()).digest()).decode()


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_read),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters |= {"day": day, "moment": moment, "counted": counted, "tone": _tone, "cut": _cut}
    environment.globals |= {"allows": allows, "expects": expects, "drawing": drawing, "ALERTS": ALERTS}
    return environment


def _shown(value: object) -> object:
    """Make visible what cannot be seen in a text, before it is escaped."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _tone(verdict: str) -> str:
    return _TONES.get(verdict, "explained")


def _cut(text: str, width: int) -> str:
    return cut(one_line(text), width)


def _texts(report: Report, material: Material) -> dict[str, list[tuple[int, list[highlights.Piece]]]]:
    """Return the lines of each source with what is claimed in them."""
    kinds = {claim.id: "other" for claim in material.claims}
    for item in report.items:
        for of in item.statements:
            told = item.verdict not in ALERTS or of.letter in item.telling
            kinds[of.claim] = _tone(item.verdict) if told else "explained"
    by_source: dict[str, list[Claim]] = {name: [] for name in material.sources}
    for claim in material.claims:
        by_source[claim.source].append(claim)
    return {
        name: highlights.lines(source, by_source[name], kinds, _KINDS)
        for name, source in material.sources.items()
    }
