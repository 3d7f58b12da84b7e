"""The report as JSON, in the form that ``reconcile schema report`` describes."""

import json
from dataclasses import asdict
from typing import Any

from reconcile.report.document import REPORT_VERSION, Report
from reconcile.report.formats import Material
from reconcile.safe import json_visible


def render(report: Report, material: Material) -> str:
    """Return the report as a JSON document."""
    return json_visible(json.dumps(document(report), ensure_ascii=False, indent=2)) + "\n"


def document(report: Report) -> dict[str, Any]:
    """Return the report as plain data."""
    return {"schema_version": REPORT_VERSION, **asdict(report)}
