"""What a claim tells of its time: its days, and the words by which it is set against another time."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from reconcile.keys import Key
from reconcile.pairing import day
from reconcile.vocabulary import load
from reconcile.words import plain_words


@cache
def _comparisons() -> tuple[str, ...]:
    return tuple(load("course")["comparison"])


def compares(key: Key) -> bool:
    """Whether the sentence sets a figure against an earlier or another one."""
    return has(key, _comparisons())


def has(key: Key, cues: Iterable[str]) -> bool:
    """Whether the sentence of a claim holds one of some phrases."""
    text = f" {' '.join(plain_words(key.claim.sentence))} "
    return any(f" {cue} " in text for cue in cues)


def span(key: Key) -> tuple[date, date] | None:
    """Return the stated period as two days, or None where it is open, unknown or not stated."""
    period = key.period
    if period is None:
        return None
    first, last = day(period.start), day(period.end)
    return (first, last) if first and last and first <= last else None


def same_days(a: Key, b: Key) -> bool:
    """Tell whether two claims state the same first and last day."""
    one = span(a)
    return one is not None and one == span(b)
