"""Figures told on top of another of their measure: "A further 12 people were killed", "12 more people"."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from reconcile.keys import Key
from reconcile.vocabulary import load
from reconcile.window import next_to


@cache
def _more() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, inside = ("|".join(load("course")["added"][place]) for place in ("before", "inside"))
    return re.compile(rf"\b(?:{before}) $", re.I), re.compile(rf"\b(?:{before}|{inside})\b", re.I)


def added(keys: Sequence[Key]) -> frozenset[str]:
    """Return the ids of figures that their source tells on top of another of the same measure.

    Where it gives none before ("nine died and another 23 were hurt"), the figure is the whole of what it
    counts; but another six years are always on top of others.

    Args:
        keys: The keys of all claims.
    """
    alike: dict[tuple[object, ...], list[Key]] = defaultdict(list)
    for key in keys:
        if key.claim.value is not None and key.claim.kind != "growth":
            alike[key.claim.source, key.dimension, key.predicate].append(key)
    found = set()
    for same in alike.values():
        first = min((key.claim.start for key in same if not _is_on_top(key)), default=None)
        found |= {
            key.claim.id
            for key in same
            if first is not None
            and (first < key.claim.start or key.claim.kind == "duration")
            and _is_on_top(key)
        }
    return frozenset(found)


def _is_on_top(key: Key) -> bool:
    value = key.claim.value
    ahead, inside = _more()
    return value is not None and bool(
        ahead.search(next_to(key.claim, behind=False)) or inside.search(value.surface)
    )
