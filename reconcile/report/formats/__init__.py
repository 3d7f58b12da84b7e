"""The report written in each format; every one is a function from the report to text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model import Claim, Source
    from reconcile.report.document import Report
    from reconcile.report.evidence import Statement

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
        paths: Name of a file -> where it lies, for formats that point at files; a source has the name of its
            file, with more behind it where the file holds several.
    """

    sources: Mapping[str, "Source"]
    claims: Sequence["Claim"]
    paths: Mapping[str, str]

    def file_of(self, source: str) -> tuple[str, bool]:
        """Return where the file of a source lies, and whether that file is the source and nothing else."""
        if source in self.paths:
            return self.paths[source], True
        found = max((name for name in self.paths if source.startswith(name)), key=len, default=None)
        return (self.paths[found] if found else source), False

    def lines_of(self, of: "Statement") -> bool:
        """Whether the lines of a statement are those of its file."""
        return of.place.kind == "line" and self.file_of(of.source)[1]


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
