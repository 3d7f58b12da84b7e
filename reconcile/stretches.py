"""Stretches of time that the sentence of a figure names, and the other's does not; acts of two occasions."""

import re
from functools import cache

from reconcile.intervals import soft
from reconcile.pairing import Pairing
from reconcile.running import adds_up
from reconcile.vocabulary import load
from reconcile.window import clause
from reconcile.words import plain_words

# Two dates of one act at most so many days apart are one occasion, told otherwise.
ONE_OCCASION = 3


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


def may_be_done_again(pair: Pairing) -> bool:
    """Whether two dates lie apart and are of what may be done many times: a match, a visit, a payment."""
    if pair.a.dimension != "date" or pair.a.claim.value is None or pair.b.claim.value is None:
        return False
    if pair.same_source and adds_up(pair.a) and adds_up(pair.b):
        return True  # "30 were killed on Monday and a further 12 on Tuesday"
    if soft(pair.a.claim.value).gap(soft(pair.b.claim.value)) <= ONE_OCCASION:
        return False
    done = set(plain_words(pair.a.claim.measure)) & set(plain_words(pair.b.claim.measure))
    return not done.isdisjoint(load("course")["repeatable"])
