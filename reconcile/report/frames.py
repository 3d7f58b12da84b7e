"""The report as pandas frames, for notebooks."""

from typing import TYPE_CHECKING

from reconcile.report.document import Report

if TYPE_CHECKING:
    import pandas

_QUESTION = ("number", "id", "title", "verdict", "severity", "sources", "origins")
_COLUMNS = [
    *_QUESTION,
    "state",
    "decision",
    "reviewers",
    "letter",
    "telling",
    "claim",
    "source",
    "place",
    "quote",
    "said",
    "written",
    "normalised",
    "period",
    "modality",
    "attribution",
]


def consistency(report: Report) -> "pandas.DataFrame":
    """Return the questions of a report as a table: a row for each statement on each of them.

    Args:
        report: The report.
    """
    import pandas  # takes as long as a small run, and only notebooks need it

    rows = []
    for item in report.items:
        review = item.review
        question = {name: getattr(item, name) for name in _QUESTION} | {
            "state": review.state if review else None,
            "decision": review.text if review else None,
            "reviewers": [ruling.reviewer for ruling in review.rulings] if review else [],
        }
        for of in item.statements:
            rows.append(
                question
                | {
                    "letter": of.letter,
                    "telling": of.letter in item.telling,
                    "claim": of.claim,
                    "source": of.source,
                    "place": of.place.label,
                    "quote": of.quote,
                    "said": of.said,
                    "written": of.written,
                    "normalised": of.normalised,
                    "period": of.period,
                    "modality": of.modality,
                    "attribution": of.attribution,
                }
            )
    return pandas.DataFrame(rows, columns=_COLUMNS)
