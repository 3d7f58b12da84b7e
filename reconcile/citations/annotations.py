"""The citations as Web Annotations (W3C Recommendation, 2017): quote and position selectors, JSON-LD."""

from collections.abc import Sequence
from typing import Any

from reconcile.citations.fragments import is_web
from reconcile.citations.row import Citation

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def as_annotations(rows: Sequence[Citation]) -> dict[str, Any]:
    """Return the citations as a page of annotations, one for each claim.

    What is said of a claim is the body, the passage of the source the target. Offsets count code points of
    the extracted text, whose hash is given as the state of the source.
    """
    return {
        "@context": CONTEXT,
        "id": "urn:reconcile:citations",
        "type": "AnnotationPage",
        "items": [_annotation(row) for row in rows],
    }


def _annotation(row: Citation) -> dict[str, Any]:
    return {
        "id": f"urn:reconcile:claim:{row.claim}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "format": "text/plain", "language": "en", "value": _said(row)},
        "target": {
            "source": _source(row),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": row.selector.exact,
                    "prefix": row.selector.prefix,
                    "suffix": row.selector.suffix,
                },
                {"type": "TextPositionSelector", "start": row.selector.start, "end": row.selector.end},
            ],
        },
    }


def _source(row: Citation) -> dict[str, str]:
    is_page = is_web(row.work.url) and not row.work.original  # a retelling has other words than its original
    address = row.work.url if is_page else f"urn:sha256:{row.work.text_sha256}"
    named = {"id": address, "type": "Text", "schema:name": row.work.name}
    return named | {"schema:sha256": row.work.text_sha256}


def _said(row: Citation) -> str:
    """What the claim says, in one line."""
    about = f"{row.subject}: " if row.subject else ""
    when = f", {row.period}" if row.period else ""
    who = f" (according to {row.attribution})" if row.attribution else ""
    verdict = f" [{row.verdict}]" if row.verdict else ""
    return f"{about}{row.said}{when}{who}{verdict}"
