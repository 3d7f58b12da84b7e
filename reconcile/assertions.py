"""How alike two assertions are: the same act or state, of the same things, whatever the wording.

An assertion has only its words. So all of them count, names too, the rare ones far more than those of the
story, and what is done must be the same: two sentences on the same magnets need not say the same of them.
"""

import re
from functools import cache

from reconcile.causes import is_one_event, tells_cause
from reconcile.denials import is_amount_denied, is_anybody_denied, is_denied_alike, is_thing_denied
from reconcile.doers import is_one_act
from reconcile.keys import Key
from reconcile.states import state_words, words_beside
from reconcile.vocabulary import load
from reconcile.weights import Weights
from reconcile.words import Lexicon

# What is left of the likeness where the acts have nothing in common ("has asked" against "are stalled").
OTHER_ACT = 0.5
# From this part of the lighter act on, the acts are the same.
SAME_ACT = 0.5
# Asserting the same needs the same words on both sides; a question of state only the same things.
OF_STATE = 0.75
OF_ACT = 0.5
# A name that only the other's sentence holds may be meant: it counts half.
IN_SENTENCE = 0.5
# "Nothing has been signed" speaks of whatever the other side says was signed.
UNIVERSAL = 0.8
SWAPPED = 0.8
ONE_ACT = 0.65
# "X has reopened", "X opened its doors again": a state of one and the same holder.
OF_HOLDER = 0.75


def likeness(a: Key, b: Key, weights: Weights) -> float:
    """Return how alike two assertions are, between 0 and 1."""
    if tells_cause(a.claim) and tells_cause(b.claim):
        return 1.0 if is_one_event(a.claim, b.claim) else 0.0
    if swapped(a, b):
        return SWAPPED
    if is_thing_denied(a, b) or is_amount_denied(a, b) or is_anybody_denied(a, b):
        return UNIVERSAL
    if is_denied_alike(a, b):
        return UNIVERSAL
    if is_one_act(a, b):
        return ONE_ACT
    state, rule = bool(a.stages.keys() & b.stages.keys()), is_one_instrument(a, b)
    if state and (_denies_all(a) or _denies_all(b)):
        return UNIVERSAL
    left, right = (_things(key, state) for key in (a, b))
    if state:
        left, right = left - _agent(a, b), right - _agent(b, a)
    if state and a.claim.source != b.claim.source and _one_holder(a, b) and _nothing_else(a, b):
        return OF_HOLDER
    if state and (_is_one_trade(a, b) or is_one_body(a, b)):
        return OF_HOLDER
    if not left or not right:
        return 0.0
    named = _named_nearby(a, b, left, right)
    overlap, dice = _shared(left, right, named, weights)
    part = OF_STATE if state or rule else OF_ACT
    words = part * overlap + (1 - part) * dice
    if state or rule or not (a.act or b.act):  # to be something is no act
        return words
    acts, _ = _shared(a.act, b.act, frozenset(), weights)
    return words * (OTHER_ACT + (1 - OTHER_ACT) * min(1.0, acts / SAME_ACT))


def _agent(key: Key, other: Key) -> frozenset[str]:
    """Return the words for who brought a thing into a state, where the other side only tells of the thing.

    "The operator opened the gates" tells of the gates what "the gates were shut" does.
    """
    thing = key.predicate - key.act
    is_told = bool(key.claim.object) and not other.claim.object and bool(thing & other.subject)
    return key.subject - other.concepts if is_told else frozenset()


def swapped(a: Key, b: Key) -> bool:
    """Whether each is said to have done to the other what goes one way only: "A beat B", "B beat A"."""
    if not a.predicate & b.predicate & _one_way() or a.holder_words & b.holder_words:
        return False
    there, here = (
        b.holder_words & a.name_words - a.holder_words,
        a.holder_words & b.name_words - b.holder_words,
    )
    return bool(there and here) and a.claim.polarity == b.claim.polarity == "affirmed"


@cache
def _one_way() -> frozenset[str]:
    return frozenset(load("wording")["one_way"].split())


def _one_holder(a: Key, b: Key) -> bool:
    """Whether both name one holder, or one side names in its clause the one that the other is about."""
    if _is_apposed(a, b) or _is_apposed(b, a):
        return True
    if _is_owned(a) != _is_owned(b):
        return False  # "the weaver's brother", "the weaver"
    # The dairy and the mill of one firm are two; a person may be called by an office here, by another there.
    two = bool(a.subject and b.subject) and not a.subject & b.subject
    full = any(len(name) > 1 for name in a.holders & b.holders)
    return bool(a.holder_words & b.holder_words) and (full or not two)


def _is_owned(key: Key) -> bool:
    """Whether the subject is kin to who is named in it, or a rival: "Holm's brother"."""
    return bool(_OWNED.search(key.claim.subject)) and not key.subject.isdisjoint(_kin())


_OWNED = re.compile(r"[a-z](?:['’]s|s['’]) [a-z]")


@cache
def _kin() -> frozenset[str]:
    return frozenset(word.text for word in Lexicon().words(load("wording")["kin"]))


def _is_apposed(key: Key, other: Key) -> bool:
    """Whether a claim that names no holder of its own has a full name of the other's in its sentence."""
    if key.holder_words or not other.holder_words:
        return False
    here = key.context.union(*key.clause)
    return other.holder_words <= here or any(len(name) > 1 and name <= here for name in other.holders)


def is_one_body(a: Key, b: Key) -> bool:
    """Whether two sources ask one state of a body or of what it decides: "the verdict was unanimous"."""
    rows = a.stages.keys() & b.stages.keys()
    if not rows or a.claim.source == b.claim.source or a.holder_words or b.holder_words:
        return False
    bodies = frozenset().union(*(words_beside(row) for row in rows))
    return bool(a.subject and b.subject) and a.subject | b.subject <= bodies


def _nothing_else(a: Key, b: Key) -> bool:
    """Whether a state is told of the holder itself, or of things that the other side tells of, too."""
    idle = state_words().union(*(words_beside(row) for row in a.stages.keys() & b.stages.keys()))
    left, right = (key.predicate - idle for key in (a, b))
    if not left or not right or left & right:
        return True
    # What each tells by the way need not be the same: "beat Holm to go top", "drew with Holm in the rain".
    others = [key.name_words - key.holder_words for key in (a, b)]
    if not others[0] & others[1]:
        return False
    left, right = ((key.predicate & key.core.words) - idle for key in (a, b))
    return not left or not right


def _is_one_trade(a: Key, b: Key) -> bool:
    """Whether both tell one state of a trade, one of them without saying of which goods ("shipments")."""
    alike = any(a.stages[row] & b.stages[row] for row in a.stages.keys() & b.stages.keys())
    bare = any(key.subject and key.subject <= _trade() for key in (a, b))
    return alike and bare and bool(a.subject & _trade() and b.subject & _trade())


def _denies_all(key: Key) -> bool:
    """Whether a claim denies something of everything or everybody ("nothing has been signed")."""
    words = {key.claim.subject.lower(), key.claim.measure.partition(" ")[0].lower()}
    return key.claim.polarity == "negated" and bool(words & {"anything", "anybody"})


def is_one_instrument(a: Key, b: Key) -> bool:
    """Whether both name the same instrument and its side ("export licence", "import licence")."""
    return any(a.acts[name] and b.acts[name] for name in a.acts.keys() & b.acts.keys())


def _things(key: Key, one_question: bool) -> frozenset[str]:
    """Return the words that count: where both tell a state, those of what is in it."""
    if not one_question:
        return key.concepts | key.name_words
    things = key.concepts - state_words() - _trade()
    return things or key.concepts - state_words() or key.concepts


def _named_nearby(a: Key, b: Key, left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """Return the names that one side leaves to its sentence ("this arrangement")."""
    names = a.name_words | b.name_words
    return ((left - right) & b.context | (right - left) & a.context) & names


def _trade() -> frozenset[str]:
    """Goods that are stalled are stalled for the seller and for the buyer."""
    return frozenset(member[0] for member in load("contrasts")["trade_side"]["members"])


def _shared(
    left: frozenset[str], right: frozenset[str], missed: frozenset[str], weights: Weights
) -> tuple[float, float]:
    """Return overlap and Dice of two sets of words; the weights are squared, so that rare words decide."""
    one, other = _sum(left, weights), _sum(right, weights)
    if not one or not other:
        return 0.0, 0.0
    shared = _sum(left & right, weights) + IN_SENTENCE * _sum(missed, weights)
    return min(1.0, shared / min(one, other)), min(1.0, 2 * shared / (one + other))


def _sum(words: frozenset[str], weights: Weights) -> float:
    return sum(weights(word) ** 2 for word in words)
