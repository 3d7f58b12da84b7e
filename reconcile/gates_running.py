"""The gate on running totals: a later, higher figure of what only adds up replaces the earlier one."""

import re

from reconcile.format import day_of
from reconcile.gates_time import FUTURE, SOON, WITHIN_DAYS
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason, day
from reconcile.running import (
    COUNTED_ON,
    RECALLED,
    counts_on,
    course_words,
    is_running,
    is_toll,
    rises,
    set_anew,
    stands,
)
from reconcile.told_times import has, span
from reconcile.vocabulary import load
from reconcile.window import clause


def running_total(pair: Pairing) -> Reason | None:
    """A later, higher figure of a running total replaces the earlier one."""
    grows = (is_running(pair.a) and is_running(pair.b)) or _run_beside(pair)
    one_measure = pair.a.dimension == pair.b.dimension and pair.fit.what >= COUNTED_ON
    counted_on = one_measure and (counts_on(pair.a) or counts_on(pair.b))
    changed = not pair.same_source and set_anew(pair.a) != set_anew(pair.b)
    if not (grows or counted_on or changed) or (pair.relation == "agree" and not _says_risen(pair)):
        return None
    if FUTURE & {pair.a.claim.modality, pair.b.claim.modality}:
        return None
    when_a, when_b = day(pair.as_of(pair.a)), day(pair.as_of(pair.b))
    if when_a is None or when_b is None:
        return None
    if when_a == when_b:
        return _counted_later(pair)
    if (span(pair.a) or span(pair.b)) and abs((when_a - when_b).days) > RECALLED:
        return None  # another event
    if _is_settled(pair):
        return None
    earlier, later = (pair.a, pair.b) if when_a < when_b else (pair.b, pair.a)
    if _is_of_event(pair, earlier, later):
        return _come_of(pair, earlier, later)
    before, after = day_of(min(when_a, when_b)), day_of(max(when_a, when_b))
    if set_anew(later) and not set_anew(earlier):
        text = f"By {after} it was changed from what held on {before}."
        return Reason("running total", "superseded", text)
    if not (grows or counted_on) or (not rises(earlier, later) and not stands(pair)):
        return None
    runs = "grows" if rises(earlier, later) else "changes"
    text = f"The figure of {after} replaces the one of {before}: such a total {runs} while the event lasts."
    return Reason("running total", "superseded", text)


def _counted_later(pair: Pairing) -> Reason | None:
    """A toll of one day that a report of soon after gives, and a higher one of a later report."""
    one, other = day(pair.published(pair.a)), day(pair.published(pair.b))
    if one is None or other is None or one == other:
        return None
    days = span(pair.a)
    if days is None or days[0] != days[1] or days != span(pair.b):
        return None
    if not (is_toll(pair.a) and is_toll(pair.b)) or _is_settled(pair):
        return None
    early, late = (pair.a, pair.b) if one < other else (pair.b, pair.a)
    return _come_of(pair, late, early)


def _is_settled(pair: Pairing) -> bool:
    """Whether two reports tell what was done on a day long before both, or before both came out together."""
    told = [out for key in (pair.a, pair.b) if (out := day(pair.published(key)))]
    if len(told) < len((pair.a, pair.b)) or counts_on(pair.a) or counts_on(pair.b):
        return False
    together = abs((told[0] - told[1]).days) <= WITHIN_DAYS
    for key, out in zip((pair.a, pair.b), told, strict=True):
        days = span(key)
        first = out if together else min(told)
        if days is not None and days[0] == days[1] and (first - days[1]).days > SOON:
            return True
    return False


def _is_of_event(pair: Pairing, earlier: Key, later: Key) -> bool:
    """Whether the figure of the earlier day is told by the later report, as what came of that day.

    "40 were hurt on the 6th", told on the 20th, is not replaced by the 55 of a report of the 16th.
    """
    told, before = day(pair.published(earlier)), day(pair.published(later))
    if told is None or before is None or told <= before or not (is_running(earlier) and is_running(later)):
        return False
    days = span(earlier)
    once = days is not None and days[0] == days[1]
    return once and not counts_on(earlier) and not _AT_THE_TIME.search(clause(earlier.claim))


def _come_of(pair: Pairing, outcome: Key, early: Key) -> Reason | None:
    """What came of a day replaces a lower count that was reported before."""
    if not rises(early, outcome):
        return None
    before, told = (day_of(when) if (when := day(pair.published(key))) else "" for key in (early, outcome))
    text = f"What was told on {told} replaces the figure of {before}: such a total grows."
    return Reason("running total", "superseded", text)


# So a count of that day is told later, and not what came of it.
_AT_THE_TIME = re.compile(
    r"\b(?:stood|announced|reported|known|initial(?:ly)?|first|then|by|at the time|put|had)\b", re.I
)


def _run_beside(pair: Pairing) -> bool:
    """Whether both count the same, and the same word beside both figures tells that it adds up: "flooded"."""
    both = pair.a.near & pair.b.near & course_words("running")
    return pair.a.dimension == "count" and bool(both and pair.a.counted & pair.b.counted)


def _says_risen(pair: Pairing) -> bool:
    """Whether "at least 17" has by the words of the other side risen to 21."""
    if pair.a.claim.value is None or pair.b.claim.value is None or pair.same_source:
        return False
    hedges = {pair.a.claim.value.hedge, pair.b.claim.value.hedge}
    return "at_least" in hedges and any(has(key, load("course")["risen"]) for key in (pair.a, pair.b))
