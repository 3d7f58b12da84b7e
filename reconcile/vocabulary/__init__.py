"""Words that comparison needs, as data: every list that a rule needs is a TOML file in this folder."""

from functools import cache
from importlib.resources import files
from typing import Any

from claims.vocabulary import parsed


@cache
def load(name: str) -> dict[str, Any]:
    """Return the vocabulary stored in ``<name>.toml``, as ``claims.vocabulary.load`` does."""
    return parsed(__name__, name)


@cache
def load_folder(name: str) -> dict[str, dict[str, Any]]:
    """Return the vocabularies stored in a folder, by file name without suffix, in alphabetical order.

    Args:
        name: Name of the folder.

    Returns:
        The parsed tables of each file. Callers share one object and must not change it.
    """
    found = (entry.name for entry in files(__name__).joinpath(name).iterdir())
    themes = sorted(entry.removesuffix(".toml") for entry in found if entry.endswith(".toml"))
    return {theme: load(f"{name}/{theme}") for theme in themes}
