"""What the words beside two figures tell: one number told twice, or two numbers told of one matter.

A parse may give a figure the wrong measure or holder. The words right beside it, and that no other figure of
its kind in the source stands beside them, do not depend on the parse.
"""

from functools import cache

from reconcile.company import differ_in_company, share_company
from reconcile.contrasts import sides
from reconcile.intervals import relation, times_apart
from reconcile.keys import FACT, Key
from reconcile.vocabulary import load
from reconcile.weights import Weights
from reconcile.words import light_words

# The same telling number in two sources is one figure where this part of the words beside it is the same,
SAME_BESIDE = 0.25
# or where the two sentences share words of this weight.
SAME_SENTENCE = 0.4
SAME_DATE = 0.5
# A number that may well occur twice by chance is one figure where rare words of this weight stand beside it.
BESIDE_SMALL = 0.7
# Two figures are of one matter where they share words of this weight, and their sources have no other beside,
ONE_MATTER = 0.3
# those words are this part of what stands beside them,
MOST_BESIDE = 0.4
# and one of them is at most so many times the other.
NEAR_IN_SIZE = 1.6
# Where the words are rarer and the figures nearer in size, a smaller part will do.
RARE_MATTER = 0.5
SOME_BESIDE = 0.2
ALIKE_IN_SIZE = 1.3
# The only figures of their kind are of one thing where one is at most so many times the other.
ONLY_IN_SIZE = 1.4
# No tolerance makes two figures the same from this ratio on.
FAR = 1.5


def beside(a: Key, b: Key, weights: Weights) -> float:
    """Return how alike the words beside two figures are: the part of the lighter side that both have."""
    least = min(weights.beside(a.near), weights.beside(b.near))
    return weights.beside(a.near & b.near) / least if least else 0.0


def exclude(a: Key, b: Key) -> bool:
    """Whether words beside two figures exclude one another."""
    left, right = sides(a.near, a.dimension), sides(b.near, b.dimension)
    return any(not left[row] & right[row] for row in left.keys() & right.keys())


def same_number(a: Key, b: Key) -> bool:
    """Whether two sources give one number that is unlikely to occur twice by chance."""
    if a.number is None or b.number is None or a.claim.source == b.claim.source:
        return False
    small, large = sorted((abs(a.number), abs(b.number)))
    if (
        a.dimension != "money"
        and a.claim.value
        and b.claim.value
        and a.claim.value.unit == b.claim.value.unit
        and large > small * FAR
    ):
        return False  # what follows takes longer
    return relation(a.claim.value, b.claim.value) == "agree"


def are_in_words(a: Key, b: Key) -> bool:
    """Whether two shares are told in words: "a third", "two in five" stand in many a text."""
    values = [key.claim.value for key in (a, b)]
    return all(
        value is not None and value.unit == "%" and not any(sign.isdigit() for sign in value.surface)
        for value in values
    )


def is_one_number(a: Key, b: Key, weights: Weights) -> bool:
    """Whether one telling number stands in two sources among the same words, which no contrast divides."""
    if a.dimension != b.dimension or a.dimension == FACT:
        return False
    if _is_small_number(a, b, weights) or share_company(a, b, weights.companies):
        return True
    if _are_only_ones(a, b, weights) and relation(a.claim.value, b.claim.value) == "agree":
        return not exclude(a, b)
    if not same_number(a, b):
        return False
    if a.counted & b.counted and _is_told_once(a, b, weights):
        return True  # of the same noun: the words around it do not divide them
    if exclude(a, b):
        return False
    if a.dimension == "date":
        return beside(a, b, weights) >= SAME_DATE
    if _is_told_once(a, b, weights):
        return True
    told = frozenset(word for word in a.context & b.context if not word[0].isdigit()) - light_words()
    alike, in_sentence = beside(a, b, weights) >= SAME_BESIDE, weights.beside(told) >= SAME_SENTENCE
    either = _same_digits(a, b) and not are_in_words(a, b)
    return (alike or in_sentence) if either else (alike and in_sentence)


def _is_told_once(a: Key, b: Key, weights: Weights) -> bool:
    """Whether each of two sources gives one telling number once, of what need not be called the same.

    Two amounts of money or goods with the same digits are one in reports on one story. People and things are
    counted in so many ways, and percentages are so few, that these must share a word, too.
    """
    if not _same_digits(a, b) or not weights.gives_once(a) or not weights.gives_once(b):
        return False
    if are_in_words(a, b):
        return False
    kinds = {value.hedge for key in (a, b) if (value := key.claim.value)}
    if not kinds <= _TOLD or a.claim.kind != b.claim.kind:
        return False
    if a.dimension in _AMOUNTS:
        return True
    words = (key.counted | key.predicate | key.near for key in (a, b))
    one, other = words
    shared = (one & other) - light_words() - attributes()
    return a.dimension in ("count", "percent") and bool(shared)


def _is_small_number(a: Key, b: Key, weights: Weights) -> bool:
    """Whether each of two sources gives one small number once, among the same rare words."""
    if a.claim.source == b.claim.source or not _same_digits(a, b) or a.claim.kind != b.claim.kind:
        return False
    if a.dimension in _TIMED or not weights.gives_once(a) or not weights.gives_once(b):
        return False
    if a.claim.modality != b.claim.modality or (a.dimension == "rank" and not a.holders & b.holders):
        return False
    near = weights.beside(a.near & b.near) >= BESIDE_SMALL
    return near and relation(a.claim.value, b.claim.value) == "agree" and not exclude(a, b)


def _are_only_ones(a: Key, b: Key, weights: Weights) -> bool:
    """Whether each of two sources gives one figure of a kind that few things have: one speed, one weight."""
    if a.claim.source == b.claim.source or a.dimension not in _RARE or a.claim.kind != b.claim.kind:
        return False
    return weights.is_only(a) and weights.is_only(b)


_RARE = frozenset({"mass", "area", "length/h", "km3", "l", "m3", "degC", "magnitude", "W", "Wh"})
_TIMED = frozenset({"date", "change"})
_TOLD = frozenset({"exact", "approx", "nearly"})
_AMOUNTS = frozenset({"money", "mass", "length", "area", "km3", "l"})


def is_one_matter(a: Key, b: Key, weights: Weights) -> bool:
    """Whether two sources each give one figure beside the same rare words, near in size and not the same."""
    one, other = a.claim.value, b.claim.value
    if one is None or other is None or a.claim.source == b.claim.source or a.dimension != b.dimension:
        return False
    if slip(a, b, weights):
        return True
    if (
        a.dimension in _OTHERWISE
        or a.claim.kind == "rank"
        or one.unit != other.unit
        or AGE in a.concepts | b.concepts
    ):
        return False
    apart = times_apart(one, other)
    if apart > NEAR_IN_SIZE or relation(one, other) == "agree":
        return False
    if is_one_deal(a, b, weights):
        return True
    if _are_only_ones(a, b, weights) and apart <= ONLY_IN_SIZE:
        return sides(a.near, a.dimension) == sides(b.near, b.dimension)
    if exclude(a, b) or weights.gives(b.claim.source, a) or weights.gives(a.claim.source, b):
        return False
    if a.holders and b.holders and not a.holder_words & b.holder_words:
        return False
    both = a.near & b.near
    told = both.difference(*a.clause, *b.clause)
    part, weight = beside(a, b, weights), weights.beside(told)
    alike = part >= SOME_BESIDE and weight >= RARE_MATTER and apart <= ALIKE_IN_SIZE
    if not alike and (part < MOST_BESIDE or weight < ONE_MATTER):
        return False
    return weights.are_alone(both, a, b)


def slip(a: Key, b: Key, weights: Weights) -> int:
    """Return how many numbers two sources share that tell the same things of one matter, but for one number.

    Args:
        a: The key of a claim.
        b: The key of another.
        weights: What figures stand beside each other.

    Returns:
        0 where they do not, or the two figures agree.
    """
    one, other = a.claim.value, b.claim.value
    if one is None or other is None or one.unit != other.unit:
        return 0
    shared = differ_in_company(a, b, weights.companies)
    if not shared or times_apart(one, other) > NEAR_IN_SIZE or relation(one, other) == "agree":
        return 0
    return 0 if exclude(a, b) else shared


@cache
def attributes() -> frozenset[str]:
    """Return the words for what everything has: only the holder tells such measures apart."""
    return frozenset(load("wording")["attributes"].split())


@cache
def _deals() -> frozenset[str]:
    return frozenset(load("wording")["deals"].split())


def is_one_deal(a: Key, b: Key, weights: Weights) -> bool:
    """Whether two sources each give one amount that passes between the same two parties."""
    if a.dimension != "money" or not (a.near | a.concepts) & _deals() or not (b.near | b.concepts) & _deals():
        return False
    parties = [name for name in a.clause & b.clause if any(weights.is_alone(word, a, b) for word in name)]
    return len(a.clause & b.clause) >= PARTIES and bool(parties)


# The two between whom an amount passes.
PARTIES = 2
AGE = "age"
# Ages, dates and changes are of somebody or something: words alone do not tell of whom.
_OTHERWISE = frozenset({FACT, "date", "change", "rank"})


def _same_digits(a: Key, b: Key) -> bool:
    return a.digits == b.digits
