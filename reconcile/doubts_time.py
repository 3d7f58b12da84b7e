"""Doubts about when: whether two claims tell of two times or of two occasions."""

import re

from reconcile.doubts_holder import is_age, is_likely
from reconcile.doubts_matter import OF_ANOTHER_SIZE, is_of_another_size
from reconcile.gates_parts import is_of_which
from reconcile.keys import Key
from reconcile.pairing import Pairing, day
from reconcile.stretches import is_of_longer_change, is_of_other_stretch, may_be_done_again
from reconcile.told_times import compares, span

_THAN = re.compile(
    r"\b(?:higher|lower|more|fewer|larger|smaller|better|worse|greater|less) "
    r"than (?:in|at|on|for|during|when)\b"
)
LONG_AGO = 120


def of_other_occasion(pair: Pairing) -> str | None:
    """Return why two figures may be of two occasions, or of a whole and its part."""
    if not pair.is_asserted and is_of_which(pair.a) != is_of_which(pair.b):
        return "One side is a part of what its sentence counts."
    if not pair.is_asserted and is_of_another_size(pair):
        return OF_ANOTHER_SIZE
    if not pair.is_asserted and any(_is_compared(key) for key in (pair.a, pair.b)):
        return "One side is set against another figure of its kind, so they may be of two occasions."
    if may_be_done_again(pair):
        return "It may have been done on both days."
    if not pair.is_asserted and pair.same_source and is_of_other_stretch(pair):
        return "The sentence of one names another stretch of time."
    if not pair.is_asserted and is_of_longer_change(pair):
        return "One side tells how much something changed over a time that the other does not name."
    return None


def of_other_time(pair: Pairing) -> str | None:
    """Return why one side may speak of a time that is not the other's."""
    if any(key.claim.id in pair.setting.outdated and other.period is None for key, other in pair.both_ways):
        return "One source gives a later figure, too, and the other does not say for when its own holds."
    if _is_unresolved(pair.a) or _is_unresolved(pair.b):
        return "One side gives a time that cannot be put on a calendar."
    back = not pair.is_asserted and any(_is_looking_back(pair, *two) for two in pair.both_ways)
    if back and not is_likely(pair) and not is_age(pair):
        return "One side speaks of an earlier time for comparison, the other does not say of which."
    return None


def _is_compared(key: Key) -> bool:
    """Whether the sentence holds its figure against that of another occasion: "lower than in the spring"."""
    return _THAN.search(key.claim.sentence) is not None and key.period is None


def _is_looking_back(pair: Pairing, key: Key, other: Key) -> bool:
    """Whether one side recalls a time well before its source, and the other gives none."""
    days, published = span(key), day(pair.published(key))
    if days is None or published is None or other.period is not None:
        return False
    return (published - days[1]).days > LONG_AGO and (compares(key) or compares(other))


def _is_unresolved(key: Key) -> bool:
    period = key.period
    return key.claim.value is not None and period is not None and not (period.start or period.end)
