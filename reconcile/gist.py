"""The gist of assertions: whether two say the same, when what is said by the way counts little.

A gist is enough to say that two sources agree. It is never enough to say that they contradict each other.
"""

from collections.abc import Mapping
from functools import cache

from reconcile.keys import Key
from reconcile.states import is_ordered, state_words
from reconcile.vocabulary import load
from reconcile.weights import Weights
from reconcile.words import Lexicon

# What a word beside the core counts, of a word in it. Eighths add up to the same in any order.
ASIDE = 0.375
# What only the other's sentence holds may have been lost by the parse: of a name, and of another word.
NAME_IN_SENTENCE = 0.5
WORD_IN_SENTENCE = 0.375
# What may have been lost adds to what is shared, and never makes up for it.
MOST_LOST = 0.5
# One word alone is a topic, not an assertion.
FEWEST = 2
# Two parties who talk to each other do so whatever about, and a dispute has two sides.
BETWEEN_TWO = 0.7
PARTIES = 2
TALKS = "talks"
# What is left of the gist where another thing is done.
OTHER_ACT = 0.5

Heft = Mapping[str, float]


def gist(a: Key, b: Key, weights: Weights) -> float:
    """Return how far the cores of two assertions are the same, between 0 and 1."""
    if _apart(a, b) or _swapped(a, b):
        return 0.0
    rows = a.stages.keys() & b.stages.keys()
    if rows and not any(a.stages[row] & b.stages[row] for row in rows):
        return 0.0
    if _between_two(a, b):
        return BETWEEN_TWO
    # Further back, a state is what somebody wants or waits for ("seeks proof before resuming the sale").
    asked = bool(rows) and bool(a.core.words & state_words()) and bool(b.core.words & state_words())
    left, right = (_heft(key, weights) for key in (a, b))
    if asked:
        names = a.name_words | b.name_words
        left, right = _of_state(left, right, names), _of_state(right, left, names)
    both = left.keys() & right.keys()
    if not both or (len(both) < FEWEST and not asked):
        return 0.0
    total = min(sum(left.values()), sum(right.values()))
    # What is told by the way on one side only is hardly shared; a state is found wherever it stands.
    mean = max if asked else _mean
    shared = sum(mean(left[word], right[word]) for word in both)
    lost = _in_sentence(left, right, b, a.name_words) + _in_sentence(right, left, a, b.name_words)
    shared += min(lost, shared * MOST_LOST)
    overlap = min(1.0, shared / total)
    dice = min(1.0, 2 * shared / (sum(left.values()) + sum(right.values())))
    words = (overlap + dice) / 2
    return words if asked else words * _act(a, b)


def _between_two(a: Key, b: Key) -> bool:
    """Whether both say of the same two parties what takes two: that they talk, or are in dispute."""
    acts = a.core.words & b.core.words & _words("between_two")
    parties = bool(a.holders & b.holders) and len(a.names & b.names) >= PARTIES
    going_on = TALKS not in a.stages and TALKS not in b.stages and not opposed(a, b)
    return bool(acts) and parties and going_on and a.claim.source != b.claim.source


def _mean(one: float, other: float) -> float:
    return (one + other) / 2


def _heft(key: Key, weights: Weights) -> Heft:
    """Return what each word of an assertion counts; squared, so that rare words decide."""
    core = key.core.words - _words("happening")
    return {
        word: weights(word) ** 2 * (1.0 if word in core else ASIDE)
        for word in (key.concepts | key.name_words) - key.core.manner
    }


def opposed(a: Key, b: Key) -> bool:
    """Whether one undoes what the other does ("tightened", "relaxed"): then they do not agree."""
    if frozenset((a.core.verb, b.core.verb)) in _opposites():
        return True
    # Of a course of events the stages tell: "remains halted" undoes nothing that is "pending approval".
    one_stage = any(is_ordered(row) and a.stages[row] & b.stages[row] for row in a.stages.keys() & b.stages)
    return not one_stage and (_undone(a, b) or _undone(b, a))


def _undone(a: Key, b: Key) -> bool:
    """Whether one tells that what the other asserts is brought to an end: "reducing its dependence"."""
    return a.core.verb in _words("undoing") and not _tells(b, a.core.verb)


@cache
def _opposites() -> frozenset[frozenset[str]]:
    pairs = (pair.split() for pair in load("wording")["opposites"])
    reader = Lexicon()
    return frozenset(
        frozenset(word.text for side in pair for word in reader.words(side)[:1]) for pair in pairs
    )


def _of_state(own: Heft, other: Heft, names: frozenset[str]) -> Heft:
    """Leave what is in a state; whose goods they are is told by either side of a trade."""
    trade = {member[0] for member in load("contrasts")["trade_side"]["members"]}
    drop = state_words() | trade
    found = {word: heft for word, heft in own.items() if word not in drop}
    return {
        word: heft if word not in names or word in other else heft * ASIDE for word, heft in found.items()
    }


def _in_sentence(own: Heft, other: Heft, key: Key, names: frozenset[str]) -> float:
    """Return what the words count that only the other's sentence holds."""
    missed = (own.keys() - other.keys()) & key.context
    return sum(own[word] * (NAME_IN_SENTENCE if word in names else WORD_IN_SENTENCE) for word in missed)


def _act(a: Key, b: Key) -> float:
    """Return how much is left of the gist for what is done: a verb here may be a noun there."""
    if not a.core.verb and not b.core.verb:
        return 1.0  # to be something is no act
    told = _tells(a, b.core.verb) or _tells(b, a.core.verb)
    return 1.0 if told and not opposed(a, b) else OTHER_ACT


def _tells(key: Key, verb: str) -> bool:
    """Whether the core of an assertion names what another says is done: "the sale has begun" names a sale."""
    told = key.predicate | (key.subject if key.core.verb in _words("happening") else frozenset())
    return bool(verb) and verb in told & key.core.words


@cache
def _words(row: str) -> frozenset[str]:
    return frozenset(word.text for word in Lexicon().words(load("wording")[row]))


def _apart(a: Key, b: Key) -> bool:
    """Whether both name whom they are about, and neither is named by the other."""
    both = bool(a.holder_words and b.holder_words)
    return both and not (a.holder_words & b.name_words or b.holder_words & a.name_words)


def _swapped(a: Key, b: Key) -> bool:
    """Whether each does to the other what the other does to it: "A beat B" and "B beat A"."""
    if not a.holders or not b.holders or a.holder_words & b.holder_words:
        return False
    there = b.holder_words & a.name_words - a.holder_words
    here = a.holder_words & b.name_words - b.holder_words
    return bool(there and here)
