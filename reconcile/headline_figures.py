"""A figure of a headline that its own text gives otherwise: "Six villages burned" above "seven villages".

A headline sums up the text below it. Where the text never gives its figure, but another of the same kind and
size beside the same words, one of the two is a slip.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from reconcile.intervals import relation, stated, times_apart
from reconcile.keys import Key
from reconcile.vocabulary import load
from reconcile.weights import Weights
from reconcile.window import next_to
from reconcile.words import light_words, plain_words

# The two are of one size: neither is more than so many times the other.
NEAR_IN_SIZE = 1.6
# "Between two mills", "one in the eye": such a number seldom counts.
FEW = 2
# The words that both sentences have must weigh so much.
SHARED = 0.15
# A number of so many significant digits is not likely to be another one but for a digit.
LONG = 3
_OTHERWISE = frozenset({"date", "rank"})


def slips(headlines: Mapping[str, str], keys: Iterable[Key], weights: Weights) -> frozenset[frozenset[str]]:
    """Return the pairs of claims, by their ids, of which one is a headline's and the text gives the other.

    Args:
        headlines: Source -> its headline.
        keys: The keys of all claims.
        weights: How much each word says.
    """
    told: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        value = key.claim.value
        if value is not None and value.unit not in _OTHERWISE:
            told[key.claim.source].append(key)
    found = set()
    for source, same in told.items():
        title = plain_words(headlines.get(source, ""))
        above = [key for key in same if title and plain_words(key.claim.sentence) == title]
        above = [key for key in above if not is_of_article(key)]
        below = [key for key in same if key.claim.sentence not in {key.claim.sentence for key in above}]
        for head in above:
            other = _told_otherwise(head, below, weights)
            if other is not None:
                found.add(frozenset((head.claim.id, other.claim.id)))
    return frozenset(found)


def is_of_article(key: Key) -> bool:
    """Whether a headline counts what its article is made of: "in six questions", "five things to know"."""
    value = key.claim.value
    counted = plain_words(value.counted or "")[-1:] if value else []
    if value is None or set(counted).isdisjoint(load("titles")["of_article"]):
        return False
    ahead = plain_words(key.claim.sentence.partition(value.surface)[0])
    return not ahead or ahead[-1] == "in"


def _told_otherwise(head: Key, below: list[Key], weights: Weights) -> Key | None:
    """Return the claim of the text that gives the figure of a headline otherwise, where none gives it."""
    alike = [key for key in below if key.told_as == head.told_as and _may_be_same(head, key)]
    if any(relation(head.claim.value, key.claim.value) == "agree" for key in alike):
        return None
    told = [key for key in alike if _is_near(head, key) and not _is_only_foreseen(key, head)]
    told = [key for key in told if not _is_mark(head, key) and not _is_part_told(key)]
    rated = [(_shared(head, key, weights), -key.claim.start, key) for key in told]
    best = max(rated, default=None, key=lambda found: found[:2])
    if best is None:
        return None
    if best[0] >= SHARED:
        return best[2]
    slip = [key for _, _, key in rated if _is_slip_of_digit(head, key)]
    return slip[0] if len(slip) == 1 else None


def _is_only_foreseen(key: Key, head: Key) -> bool:
    """Whether a figure of the text was foreseen and the headline tells what came."""
    return key.claim.modality == "projection" and head.claim.modality == "actual"


def _is_mark(head: Key, key: Key) -> bool:
    """Whether a headline says that a mark is passed or near, and the text how much it is."""
    one, other = head.claim.value, key.claim.value
    if one is None or other is None:
        return False
    marks, above = load("titles")["marks"], stated(other)[0] > stated(one)[0]
    before = plain_words(next_to(head.claim, behind=False))[-1:]
    return not set(marks["passed" if above else "near"]).isdisjoint(before)


_PART = re.compile(
    r"\b(?:including|among (?:them|these)|(?:of|among) (?:whom|which|them|these)),?\s(?:\w+\s){0,2}$", re.I
)


def _is_part_told(key: Key) -> bool:
    """Whether the text tells a figure as a part of another, or denies it: "Nine have not."."""
    return key.claim.polarity == "negated" or _PART.search(next_to(key.claim, behind=False)) is not None


def _is_slip_of_digit(head: Key, key: Key) -> bool:
    """Whether two long numbers of one length differ in one digit: it takes no words to see the slip."""
    one, other = head.digits, key.digits
    long = min(len(one), len(other)) >= LONG and len(one) == len(other)
    return long and sum(left != right for left, right in zip(one, other, strict=True)) == 1


def _may_be_same(head: Key, key: Key) -> bool:
    """Whether both count the same, or one does not say what right behind its number."""
    one, other = head.claim.value, key.claim.value
    if head.dimension == key.dimension == "change" and not (head.concepts & key.concepts) - light_words():
        return False  # profit fell, and so did the shares
    named = one is not None and other is not None and one.counted and other.counted
    if not (named and head.counted and key.counted):
        return True
    # "2,600 jobs to go" and "2,400 job cuts": what the one counts, the other may tell of its things.
    told = head.counted & key.concepts | key.counted & head.concepts
    return bool(head.counted & key.counted) or key.counted <= told or head.counted <= told


def _is_near(head: Key, key: Key) -> bool:
    one, other = head.claim.value, key.claim.value
    if one is None or other is None or relation(one, other) != "disjoint":
        return False
    small = min(abs(stated(value)[1]) for value in (one, other))
    return small > FEW and times_apart(one, other) <= NEAR_IN_SIZE


def _shared(head: Key, key: Key, weights: Weights) -> float:
    words = frozenset(word for word in head.context & key.context if not word[0].isdigit())
    return weights.beside((words - light_words()) | (head.counted & key.counted))
