"""Words that comparison needs, as data: every list that a rule needs is a TOML file in this folder."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Return the vocabulary stored in ``<name>.toml``.

    Args:
        name: File name without its suffix.

    Returns:
        The parsed tables. Callers share one object and must not change it.

    Raises:
        FileNotFoundError: There is no such vocabulary.
    """
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


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
