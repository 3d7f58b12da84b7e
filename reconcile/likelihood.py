"""How likely it is that two figures answer one question, by a model learned from annotated stories.

A logistic regression over what the two share and what tells them apart (Fellegi and Sunter 1969, with weights
from labelled pairs). ``vocabulary/likelihood.toml`` holds the weights; ``benchmarks/likelihood.py`` learns
them from ``tests/annotated`` and measures them on the stories left out.
"""

from collections.abc import Mapping
from math import exp, log

from reconcile.beside import beside, exclude, same_number
from reconcile.intervals import relation, stated
from reconcile.keys import FACT, Key
from reconcile.vocabulary import load
from reconcile.weights import Weights
from reconcile.words import light_words

# The least likelihood that two figures are put together for.
LIKELY = 0.4
# Of assertions nothing was learned, and one day is that of many things.
UNLEARNED = frozenset({FACT, "date"})
_FAR = 8.0
_MUCH = 3.0
_FEW = ("percent", "change")

Words = frozenset[str]


def likelihood(a: Key, b: Key, weights: Weights, who: float | None) -> float:
    """Return how likely two figures answer one question, between 0 and 1.

    Args:
        a: The key of a claim with a value.
        b: The key of another; ``is_learned`` of the two.
        weights: How much each word says.
        who: How alike the holders are, as ``fit`` found; None where one side names none.
    """
    table: Mapping[str, float] = load("likelihood")["weights"]
    odds = load("likelihood")["bias"] + sum(
        table[name] * value for name, value in features(a, b, weights, who).items()
    )
    return float(1 / (1 + exp(-max(-30.0, min(30.0, odds)))))


def is_learned(a: Key, b: Key, who: float | None) -> bool:
    """Whether something was learned of such pairs: figures of one dimension, not of two named holders.

    Args:
        a: The key of a claim.
        b: The key of another.
        who: How alike the holders are; None where one side names none.
    """
    return who != 0.0 and a.dimension == b.dimension and a.dimension not in UNLEARNED


def may_be_likely(a: Key, b: Key) -> bool:
    """Whether two claims are worth the question: figures with a number or telling words in common."""
    if a.dimension != b.dimension or a.dimension in UNLEARNED or a.claim.source == b.claim.source:
        return False
    if a.near & b.near:
        return True
    # Percentages are few, and the same one stands for many a thing: it takes a word in common, too.
    telling = a.dimension not in _FEW or bool(_told_alike(a, b))
    return telling and relation(a.claim.value, b.claim.value) == "agree"


def _told_alike(a: Key, b: Key) -> Words:
    """Return the words that both sentences have, numbers and light words left out."""
    return frozenset(word for word in a.context & b.context if not word[0].isdigit()) - light_words()


def features(a: Key, b: Key, weights: Weights, who: float | None) -> dict[str, float]:
    """Return what speaks for or against one question, as numbers; the order of the two does not matter.

    Args:
        a: The key of a claim with a value.
        b: The key of another; ``is_learned`` of the two.
        weights: How much each word says.
        who: How alike the holders are; None where one side names none.
    """
    told = _told_alike(a, b)
    near = weights.beside(a.near & b.near)
    one, other = a.claim, b.claim
    return {
        "measure": _dice(a.concepts, b.concepts, weights),
        "measure contained": _contained(a.concepts, b.concepts, weights),
        "predicate": _dice(a.predicate, b.predicate, weights),
        "predicate contained": _contained(a.predicate, b.predicate, weights),
        "subject": _dice(a.subject | a.holder_words, b.subject | b.holder_words, weights),
        "measure in the other sentence": min(_within(a, b, weights), _within(b, a, weights)),
        "holder": 0.5 if who is None else who,
        "holder unknown": float(who is None),
        "holder guessed": float(a.holder_is_guess) + float(b.holder_is_guess),
        "words beside": min(near, 2.0),
        "part of the words beside": beside(a, b, weights),
        "words of the sentence": min(weights.beside(told), _MUCH),
        "counted alike": float(bool(a.counted & b.counted)),
        "counted otherwise": float(bool(a.counted and b.counted) and not a.counted & b.counted),
        "counted on one side": float(bool(a.counted) != bool(b.counted)),
        "light words": float(bool(a.light & b.light)),
        "contrast": float(exclude(a, b)),
        "same place": float(one.scope.get("geography") == other.scope.get("geography")),
        "one source": float(one.source == other.source),
        "one sentence": float(one.source == other.source and one.sentence == other.sentence),
        "one kind": float(one.kind == other.kind),
        "one status": float(one.modality == other.modality),
        **_of_values(a, b),
        **_of_periods(a, b),
        **{f"both {kind}": float(a.dimension == kind) for kind in KINDS},
    }


KINDS = ("count", "percent", "money", "duration", "change", "rank")


def _of_values(a: Key, b: Key) -> dict[str, float]:
    one, other = a.claim.value, b.claim.value
    agree = relation(one, other) == "agree"
    apart = _FAR
    if one is not None and other is not None:
        try:
            left, right = stated(one)[0], stated(other)[0]
        except ValueError:
            left = right = 0.0
        apart = min(_FAR, abs(log((abs(left) + 1e-9) / (abs(right) + 1e-9))))
    return {
        "values agree": float(agree),
        "telling value": float(same_number(a, b)),
        "same digits": float(a.digits == b.digits and len(a.digits) > 1),
        "distance": apart,
        "near in size": float(apart < 0.3),
        "far in size": float(apart > 4),
    }


def _of_periods(a: Key, b: Key) -> dict[str, float]:
    left, right = _days(a), _days(b)
    both = bool(left and right)
    apart = both and (left[-1] < right[0] or right[-1] < left[0])
    return {
        "same period": float(both and left == right),
        "other period": float(apart),
        "one period": float(bool(left) != bool(right)),
    }


def _days(key: Key) -> tuple[str, ...]:
    """Return the first and the last day of a claim, or nothing."""
    period = key.period
    return (period.start, period.end or period.start) if period is not None and period.start else ()


def _dice(left: Words, right: Words, weights: Weights) -> float:
    if not left or not right:
        return 0.0
    return 2 * weights.sum(left & right) / (weights.sum(left) + weights.sum(right))


def _contained(left: Words, right: Words, weights: Weights) -> float:
    if not left or not right:
        return 0.0
    return weights.sum(left & right) / min(weights.sum(left), weights.sum(right))


def _within(key: Key, other: Key, weights: Weights) -> float:
    return _contained(key.concepts, other.context, weights)
