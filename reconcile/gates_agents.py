"""The gate on who did it: one act that only one body can have done, told of two."""

from reconcile.assertions import swapped
from reconcile.doers import doer, is_one_act, passive_act
from reconcile.gates_values import SAME_ASSERTION
from reconcile.keys import FACT
from reconcile.pairing import Pairing, Reason
from reconcile.told_times import span

# Told in the passive, who did it stands in the measure and counts among its words.
SAME_PASSIVE = 0.5


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
    passive = bool(passive_act(pair.a) or passive_act(pair.b))
    if max(pair.fit.what, pair.fit.gist) < (SAME_PASSIVE if passive else SAME_ASSERTION):
        return None
    # What they share is the act and what it was done to.
    shared = (pair.a.concepts & pair.b.concepts) if passive else (pair.a.predicate & pair.b.predicate)
    if not one or not other or one & other or (len(shared) < 2 and not is_one_act(pair.a, pair.b)):
        return None
    return Reason("agent", "possible_conflict", "One act, and two who are said to have done it.")
