"""The formats that citations are written in, each from the same rows."""

import json
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import PurePath

from reconcile.citations.row import Citation
from reconcile.safe import json_visible

# Format -> module and function that writes it, and the endings of files that are taken for it.
_FORMATS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "csv": ("table", "as_csv", (".csv",)),
    "md": ("pages", "as_markdown", (".md", ".markdown")),
    "xlsx": ("table", "as_xlsx", (".xlsx",)),
    "html": ("pages", "as_html", (".html", ".htm")),
    "csl": ("bibliography", "as_csl", (".json", ".csl")),
    "biblatex": ("bibliography", "as_biblatex", (".bib",)),
    "ris": ("bibliography", "as_ris", (".ris",)),
    "annotations": ("annotations", "as_annotations", (".jsonld",)),
}
FORMATS = tuple(_FORMATS)


def for_file(name: str) -> str | None:
    """Return the format that the ending of a file's name stands for, or None."""
    suffix = PurePath(name).suffix.lower()
    return next((form for form, (_, _, endings) in _FORMATS.items() if suffix in endings), None)


def endings() -> str:
    """Return the endings that are known, for a message."""
    return ", ".join(ending for _, _, all_of_one in _FORMATS.values() for ending in all_of_one)


def render(rows: Sequence[Citation], form: str) -> str | bytes:
    """Write citations.

    Args:
        rows: The citations.
        form: One of ``FORMATS``.

    Returns:
        Text, or bytes where the format is no text.
    """
    module, function, _ = _FORMATS[form]
    write: Callable[[Sequence[Citation]], object] = getattr(
        import_module(f"reconcile.citations.{module}"), function
    )
    written = write(rows)
    if isinstance(written, str | bytes):
        return written
    return json_visible(json.dumps(written, ensure_ascii=False, indent=2)) + "\n"
