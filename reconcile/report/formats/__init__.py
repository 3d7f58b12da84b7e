"""The report written in each format; every one is a function from the report to text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model import Claim, Source
    from reconcile.report.document import Report

# Format -> the module that writes it, and the endings of files that are taken for it; the longest fits first.
FORMATS: dict[str, tuple[str, tuple[str, ...]]] = {
    "html": ("as_html", (".html", ".htm")),
    "md": ("as_markdown", (".md", ".markdown")),
    "json": ("as_json", (".json",)),
    "sarif": ("as_sarif", (".sarif", ".sarif.json")),
    "github": ("as_github", ()),
    "text": ("as_text", (".txt",)),
}


@dataclass(frozen=True)
class Material:
    """What a format may need beyond the report itself.

    Attributes:
        sources: The sources by name, for their texts.
        claims: All claims, for the places to mark in the texts.
        paths: Name of a source -> where it lies, for formats that point at files.
    """

    sources: Mapping[str, "Source"]
    claims: Sequence["Claim"]
    paths: Mapping[str, str]


Writer = Callable[["Report", Material], str]


def for_file(name: str) -> str | None:
    """Return the format that the ending of a file's name stands for, or None."""
    lower = PurePath(name).name.lower()
    found = [
        (len(ending), form)
        for form, (_, endings) in FORMATS.items()
        for ending in endings
        if lower.endswith(ending) and lower != ending
    ]
    return max(found)[1] if found else None


def writer(form: str) -> Writer:
    """Return what writes a format; its module is imported only now."""
    module = import_module(f"{__name__}.{FORMATS[form][0]}")
    render: Writer = module.render
    return render
