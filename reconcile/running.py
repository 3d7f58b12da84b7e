"""What only adds up while an event lasts: tolls, areas burned, what is counted "so far"."""

import re
from collections.abc import Mapping
from functools import cache

from reconcile.intervals import stated
from reconcile.keys import Key
from reconcile.pairing import Pairing
from reconcile.told_times import has
from reconcile.vocabulary import load
from reconcile.window import apart, clause
from reconcile.words import stem

# What is counted "so far" is a running total of the same measure only.
COUNTED_ON = 0.6
# A toll that lies this many days before its report is recalled from another event.
RECALLED = 300
_TO = r"\bto (?:(?:just|only|about|around|nearly|almost|some) )?$"
_PERFECT = r"\b(?:has|have|had)\b"


@cache
def course_words(name: str) -> frozenset[str]:
    """Return the words of a list in the vocabulary of courses, as written and as stems.

    Args:
        name: ``running``, ``tolls``, ``standing``.
    """
    words = load("course")[name].split()
    return frozenset({*words, *map(stem, words)})


@cache
def _changed() -> Mapping[str, re.Pattern[str]]:
    """Return what stands before a figure that something was changed to, by the kind of the figure."""
    acts, moves = ("|".join(load("course")[key]) for key in ("changed", "moved"))
    moved = rf"\bha(?:s|ve) (?:since |now )?(?:{moves}) "
    stands = r"\b(?:is|are|was|were) (?:now )?(?:up|down|back) "
    amount = re.compile(rf"(?:{moved}(?:up |down |back )?|{stands}){_TO}")
    return {
        "duration": re.compile(rf"\b(?:{acts})\b[^.;]{{0,60}}{_TO}"),
        "count": re.compile(rf"{moved}{_TO}"),
        **dict.fromkeys(("money", "quantity", "share"), amount),
    }


def is_running(key: Key) -> bool:
    """Whether the measure only adds up while an event lasts."""
    return key.claim.kind in ("count", "quantity", "money") and adds_up(key)


def adds_up(key: Key) -> bool:
    """Whether it befalls one after the other while an event lasts, whatever is told of it."""
    return bool(course_words("running") & (key.concepts | key.light))


def is_toll(key: Key) -> bool:
    """Whether what befell on one day is still being counted in the days after it."""
    return key.claim.kind == "count" and bool(course_words("tolls") & (key.concepts | key.light))


def counts_on(key: Key) -> bool:
    """Whether the sentence says that it counts up to its day ("so far", "by Thursday")."""
    if key.claim.kind not in ("count", "money"):
        return False
    if has(key, load("course")["so_far"]):
        return True
    is_price = key.claim.kind == "money" and is_priced(key)
    return not is_price and _counted_by().search(clause(key.claim)) is not None


def is_priced(key: Key) -> bool:
    """Whether it is an amount that is no total: a price that has climbed was given otherwise before."""
    words = load("course")["priced"].split()
    return not key.concepts.isdisjoint({*words, *map(stem, words)})


@cache
def _counted_by() -> re.Pattern[str]:
    """Return how a clause counts up to a day: "by 3 May … had paid", "has reached"."""
    day, reached = load("course")["counted_by"], load("course")["reached"]
    return re.compile(rf"{reached}|{day}[^;:]*{_PERFECT}|{_PERFECT}[^;:]*{day}", re.I)


def set_anew(key: Key) -> bool:
    """Whether it was changed to this by its sentence: "cut his ban to six months", "has shrunk to 640"."""
    value, changed = key.claim.value, _changed().get(key.claim.kind)
    if value is None or changed is None or (key.claim.kind == "money" and is_priced(key)):
        return False
    return changed.search(apart(key.claim)[0]) is not None


def stands(pair: Pairing) -> bool:
    """Whether both tell how many there are at a time, which may fall, too: the missing."""
    return all(course_words("standing") & (key.concepts | key.light) for key in (pair.a, pair.b))


def rises(earlier: Key, later: Key) -> bool:
    """Whether the later of two figures is the larger."""
    assert earlier.claim.value is not None and later.claim.value is not None
    try:
        return stated(later.claim.value)[1] > stated(earlier.claim.value)[0]
    except (ValueError, TypeError):
        return False
