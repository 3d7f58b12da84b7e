"""Figures told on top of another of their measure: "A further 12 people were killed", "12 more people"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from reconcile.keys import Key
from reconcile.vocabulary import load
from reconcile.window import next_to

# So many characters ahead another count may stand that a figure comes on top of.
CLOSE = 300
# So many figures of a kind are looked at before one, and behind it.
MOST = 100


@cache
def _more() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before, inside = ("|".join(load("course")["added"][place]) for place in ("before", "inside"))
    return re.compile(rf"\b(?:{before}) $", re.I), re.compile(rf"\b(?:{before}|{inside})\b", re.I)


def added(keys: Sequence[Key]) -> frozenset[str]:
    """Return the ids of figures that their source tells on top of another of the same measure.

    Where it counts only something else before ("nine died and another 23 were hurt"), the figure is the whole
    of what it counts; where it counts nothing before, the figure comes on top of what others told.

    Args:
        keys: The keys of all claims.
    """
    told: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in keys:
        if key.claim.value is not None and key.claim.kind != "growth" and key.predicate:
            told[key.claim.source, key.dimension].append(key)
    return frozenset(
        key.claim.id for figures in told.values() for key in _on_top(sorted(figures, key=_place))
    )


def _on_top(figures: Sequence[Key]) -> Iterator[Key]:
    """Yield those of one source's figures of one kind, as they stand in the text, that add to others."""
    for at, key in enumerate(figures):
        if _is_on_top(key):
            around = figures[max(0, at - MOST) : at + MOST]
            if _is_first(key, around) or any(_is_base(other, key) for other in around):
                yield key


def _is_first(extra: Key, figures: Sequence[Key]) -> bool:
    """Whether a source tells no figure of a kind ahead of another in its sentence or shortly before."""
    return not any(0 <= _place(extra) - _place(key) <= CLOSE for key in figures if key is not extra)


def _is_base(key: Key, extra: Key) -> bool:
    """Whether a figure is of what the other is more of; another stretch of time may come first."""
    first = _place(key) < _place(extra) or extra.claim.kind == "duration"
    alike = key.predicate <= extra.predicate or _thing(key) == _thing(extra) != ""
    return first and alike and not _is_on_top(key)


def _place(key: Key) -> int:
    return key.claim.value.start if key.claim.value else key.claim.start


def _thing(key: Key) -> str:
    counted = key.claim.value.counted if key.claim.value else None
    named = (counted or "").lower().split()[-1:]
    return named[0] if named and named[0] not in load("course")["added"]["anybody"] else ""


def _is_on_top(key: Key) -> bool:
    value = key.claim.value
    ahead, inside = _more()
    return value is not None and bool(
        ahead.search(next_to(key.claim, behind=False)) or inside.search(value.surface)
    )
