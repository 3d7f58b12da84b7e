"""What one source says: numbers, times, facts and who says them.

The public functions are imported on first use, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.extract import extract as extract
    from claims.quantities import quantities as quantities
    from claims.quantities import quantities_many as quantities_many
    from claims.sources import load as load
    from claims.sources import load_all as load_all

__all__ = ["extract", "load", "load_all", "quantities", "quantities_many"]

_HOME = {
    "extract": "claims.extract",
    "load": "claims.sources",
    "load_all": "claims.sources",
    "quantities": "claims.quantities",
    "quantities_many": "claims.quantities",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # A submodule may share its name with the function it holds: the function is what callers ask for.
    found = getattr(import_module(_HOME[name]), name)
    globals()[name] = found
    return found
