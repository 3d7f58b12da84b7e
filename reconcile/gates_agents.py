"""The gate on who did it: one act that only one body can have done, told of two."""

import re
from functools import cache

from reconcile.assertions import swapped
from reconcile.gates_time import span
from reconcile.gates_values import SAME_ASSERTION
from reconcile.keys import FACT, Key
from reconcile.pairing import Pairing, Reason
from reconcile.vocabulary import load
from reconcile.words import light_words, plain_words, stem, stop_words

# Told in the passive, who did it stands in the measure and counts among its words.
SAME_PASSIVE = 0.5
_PASSIVE = re.compile(
    r"^(?:has |have |had )?(?:then |also |later |finally )?(?:was|were|is|are|been) (?:\w+ly )?(\w+)\b", re.I
)
_BY = re.compile(r"\b(?:by|on (?:the )?orders? of|at the (?:request|demand|order) of) (?!\d)([^,;]+)", re.I)


@cache
def _sole_acts() -> frozenset[str]:
    return frozenset(stem(word) for word in load("course")["sole_acts"])


def one_way(pair: Pairing) -> Reason | None:
    """ "Canada overtook Australia" against "Australia overtook Canada": it went one way only."""
    if (
        pair.a.dimension != FACT
        or pair.b.dimension != FACT
        or pair.same_source
        or not swapped(pair.a, pair.b)
    ):
        return None
    one, other = span(pair.a), span(pair.b)
    if one and other and (one[1] < other[0] or other[1] < one[0]):
        return None  # first the one, then the other
    return Reason("direction", "conflict", "Each is said to have done it to the other: it went one way only.")


def two_agents(pair: Pairing) -> Reason | None:
    """ "The council suspended the firm" against "the government suspended it": only one of them did.

    It takes an act that has one doer, the same thing that it was done to, and two doers without a word in
    common; it never is certain, because one may have acted through the other.
    """
    if pair.a.dimension != FACT or pair.b.dimension != FACT or pair.same_source:
        return None
    a, b = pair.a.claim, pair.b.claim
    if a.polarity != "affirmed" or b.polarity != "affirmed":
        return None
    one, other = doer(pair.a), doer(pair.b)
    passive = bool(_PASSIVE.match(a.measure) or _PASSIVE.match(b.measure))
    if max(pair.fit.what, pair.fit.gist) < (SAME_PASSIVE if passive else SAME_ASSERTION):
        return None
    # What they share is the act and what it was done to.
    shared = (pair.a.concepts & pair.b.concepts) if passive else (pair.a.predicate & pair.b.predicate)
    if not one or not other or one & other or len(shared) < 2:
        return None
    return Reason("agent", "possible_conflict", "One act, and two who are said to have done it.")


def doer(key: Key) -> frozenset[str]:
    """Return the telling words of who is said to have done an act that has one doer; none for other acts."""
    measure = key.claim.measure
    passive, by = _PASSIVE.match(measure), _BY.search(measure)
    if passive:
        if by is None or stem(passive.group(1).lower()) not in _sole_acts():
            return frozenset()
        return frozenset(stem(word) for word in plain_words(by.group(1))) - stop_words() - light_words()
    helpers = {"has", "have", "had", "then", "also", "later", "finally"}
    verb = next((word for word in plain_words(measure) if word not in helpers), "")
    return (key.holder_words | key.subject) - light_words() if stem(verb) in _sole_acts() else frozenset()
