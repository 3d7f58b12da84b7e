"""What one source says: numbers, times, facts and who says them.

The public functions are imported on first use, so that importing the package costs nothing.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
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


class _Package(ModuleType):
    """A package two of whose functions share their names with the modules that hold them.

    Importing such a module would put it in the function's place; here the function stays.
    """

    def __getattr__(self, name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        found: Callable[..., Any] = getattr(import_module(_HOME[name]), name)
        self.__dict__[name] = found
        return found

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
