"""Words as data: every list that a rule needs is a TOML file in this folder."""

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
    return parsed(__name__, name)


def parsed(package: str, name: str) -> dict[str, Any]:
    """Return what ``<name>.toml`` holds in the folder of a package."""
    return tomllib.loads(files(package).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def word_list(name: str, *keys: str) -> frozenset[str]:
    """Return a word list of a vocabulary.

    Args:
        name: File name without its suffix.
        keys: The tables above the list, and its own name.
    """
    found = load(name)
    for key in keys:
        found = found[key]
    return frozenset(found)
