"""Reports that several tests look at, each made once a test run."""

from functools import cache

import claims
import reconcile
from claims.model import Source
from claims.sources import from_text
from reconcile.report.build import build
from reconcile.report.document import Report
from reconcile.report.formats import Material, writer
from reconcile.result import Reconciliation
from tests.whole import ROOT

# What could do harm in a page, a table, a terminal, a template, a workflow's log or a spreadsheet.
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "]]>",
    "--><svg onload=alert(3)>",
    "[here](javascript:alert(4))",
    "![p](https://tracker.example/p.png)",
    "{{ 7 * 7 }}",
    "{0}",
    "$\\frac{1}{0}$",
    "| a | b |",
    "*bold* _thin_ `code` ~~gone~~",
    '=HYPERLINK("https://tracker.example","x")',
    "::error file=x::gone",
    "%0A::warning::gone",
    "@everyone #1 :smile: www.tracker.example https://tracker.example",
    "\x1b[31mred\x1b[0m \u202edetrevni\u2069 \u200bhidden\x07",
    "&lt;b&gt; &amp;",
)
HOSTILE_NAME = "<script>alert(1)</script>.txt"


@cache
def seeds() -> Reconciliation:
    """The five articles, compared."""
    sources, problems = claims.load_all([str(ROOT / "seeds")])
    assert problems == []
    return reconcile.reconcile(sources)


@cache
def hostile() -> Reconciliation:
    """Two articles that contradict each other and hold everything hostile."""
    words = "\n\n".join(f"The mill of Lindau {one} was closed in May." for one in HOSTILE)
    head = (
        '---\ntitle: "<script>alert(5)</script> ]]> | =1+1"\n'
        'publisher: "<b>*Daily*</b> @all"\npublished: 2024-02-01\n---\n\n'
    )
    mill = "The steel mill of Lindau produced {} tonnes of steel in 2023 {}.\n\n"
    texts = {
        HOSTILE_NAME: mill.format("410", HOSTILE[0]) + words,
        "=cmd|'x'!A1.md": head + mill.format("870", HOSTILE[4]) + words,
    }
    return reconcile.reconcile([from_text(text, name) for name, text in texts.items()])


def material(result: Reconciliation) -> Material:
    """What the formats need of a result, as if all sources lay in one folder."""
    by_name: dict[str, Source] = {source.name: source for source in result.sources}
    return Material(by_name, result.claims, {name: f"articles/{name}" for name in by_name})


def written(result: Reconciliation, form: str, document: Report | None = None) -> str:
    """The report on a result in a format."""
    return writer(form)(document or build(result), material(result))
