"""Stretches of time that the sentence of a figure names, and the other's does not."""

import re
from functools import cache

from reconcile.pairing import Pairing
from reconcile.vocabulary import load
from reconcile.window import clause


def is_of_other_stretch(pair: Pairing) -> bool:
    """Whether the sentences of two figures name different stretches of time: "nine-month revenue"."""
    one, other = (
        {found.lower().replace("-", " ") for found in _stretches().findall(key.claim.sentence)}
        for key in (pair.a, pair.b)
    )
    return one != other and one.isdisjoint(other)


@cache
def _stretches() -> re.Pattern[str]:
    return re.compile(load("course")["stretches"], re.I)


def is_of_longer_change(pair: Pairing) -> bool:
    """Whether only one of two changes is that of several years or months: "over five years"."""
    if pair.a.dimension not in ("change", "percent"):
        return False
    found = [_spans_of_change().search(clause(key.claim)) is not None for key in (pair.a, pair.b)]
    return found[0] != found[1]


@cache
def _spans_of_change() -> re.Pattern[str]:
    return re.compile(load("course")["spans_of_change"], re.I)
