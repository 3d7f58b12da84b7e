"""The published JSON Schemas of what the commands write as JSON, one for each form, with a version each."""

from reconcile.report.document import REPORT_VERSION, Report
from reconcile.result import SCHEMA_VERSION
from reconcile.schema import forms, generate

# Form -> the dataclass that describes it, and its version.
FORMS: dict[str, tuple[type, int]] = {
    "report": (Report, REPORT_VERSION),
    "check": (forms.Checked, SCHEMA_VERSION),
    "claims": (forms.Claimed, SCHEMA_VERSION),
}


def schema(name: str, *, closed: bool = False) -> generate.Schema:
    """Return the JSON Schema of one form.

    Args:
        name: One of ``FORMS``.
        closed: Whether a field that is not described makes a document invalid; that is for tests, because new
            fields may come without a new version.
    """
    form, version = FORMS[name]
    return generate.schema(form, name, version, closed=closed)
