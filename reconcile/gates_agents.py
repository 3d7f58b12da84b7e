"""The gate on who did it: one act that only one body can have done, told of two."""

from functools import cache

from reconcile.gates_values import SAME_ASSERTION
from reconcile.keys import FACT, Key
from reconcile.pairing import Pairing, Reason
from reconcile.vocabulary import load
from reconcile.words import light_words, plain_words, stem


@cache
def _sole_acts() -> frozenset[str]:
    return frozenset(stem(word) for word in load("course")["sole_acts"])


def two_agents(pair: Pairing) -> Reason | None:
    """ "The council suspended the firm" against "the government suspended it": only one of them did.

    It takes an act that has one doer, the same thing that it was done to, and two doers without a word in
    common; it never is certain, because one may have acted through the other.
    """
    if pair.a.dimension != FACT or pair.b.dimension != FACT or pair.same_source:
        return None
    a, b = pair.a.claim, pair.b.claim
    if a.polarity != "affirmed" or b.polarity != "affirmed" or not _does(pair.a) or not _does(pair.b):
        return None
    if max(pair.fit.what, pair.fit.gist) < SAME_ASSERTION:
        return None
    one, other = _doer(pair.a), _doer(pair.b)
    # What they share is the act and what it was done to.
    if not one or not other or one & other or len(pair.a.predicate & pair.b.predicate) < 2:
        return None
    return Reason("agent", "possible_conflict", "One act, and two who are said to have done it.")


def _does(key: Key) -> bool:
    """Whether a subject is said to have done one of the acts that have one doer."""
    words = plain_words(key.claim.measure)
    helpers = {"has", "have", "had", "then", "also", "later", "finally"}
    verb = next((word for word in words if word not in helpers), "")
    return stem(verb) in _sole_acts()


def _doer(key: Key) -> frozenset[str]:
    """Return the telling words of who is said to have done it."""
    return frozenset(key.holder_words | key.subject) - light_words()
