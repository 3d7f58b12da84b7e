"""Checks inside a source."""

from collections.abc import Sequence

from reconcile.keys import Key
from reconcile.result import Check


def checks(keys: Sequence[Key]) -> list[Check]:
    """Return the checks that the figures allow."""
    return []
