"""The citations table: every claim with its exact words, its place and its source, in many formats."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reconcile.citations.collect import UnknownGroup as UnknownGroup
    from reconcile.citations.collect import citations as citations
    from reconcile.citations.formats import render as render
    from reconcile.citations.row import Citation as Citation

_HOME = {"Citation": "row", "UnknownGroup": "collect", "citations": "collect", "render": "formats"}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
