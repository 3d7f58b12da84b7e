"""Doubts about what is measured: whether two claims tell of two things."""

import re
from functools import cache

from claims.framing.carried import SHARED
from reconcile.beside import attributes
from reconcile.doubts_holder import is_likely
from reconcile.gates_scope import roles
from reconcile.gates_time import SAME_HOLDER
from reconcile.intervals import digits, stated
from reconcile.keys import Key
from reconcile.pairing import Pairing
from reconcile.told_times import same_days
from reconcile.vocabulary import load
from reconcile.window import next_to
from reconcile.words import light_words, plain_words, stem, stop_words

OF_ANOTHER_SIZE = "They are of quite another size, so they may count different things."
# From this ratio two figures are of different things, unless their digits are the same: a slip of scale.
ANOTHER_SIZE = 5
# The same of money where one side does not say whose it is.
UNOWNED_SIZE = 2
_BEHIND = re.compile(r"\s(?:in|at|for|from|among|against|by|with) ((?:[\w’'-]+ ?){1,4})")


def of_other_matter(pair: Pairing, shared: frozenset[str]) -> str | None:
    """Return why what is measured or counted may be two things.

    Args:
        pair: The two claims.
        shared: The words for what is measured that both have.
    """
    if pair.is_asserted:
        return None
    parsed = pair.rests_on_parse
    if parsed and any(_is_from_elsewhere(key) for key in (pair.a, pair.b)) and not is_likely(pair):
        return "The sentence of one does not say what is measured, so it may be something else."
    if _is_bare(pair, shared):
        return "They share what is counted only, and what is said of it differs."
    if parsed and (why := _of_other_subject(pair, shared)):
        return why
    if parsed and _have_other_owners(pair, shared):
        return "What the two are told of has two names, so it may be two things."
    if _are_one_side(pair):
        return _of_other_vote(pair)
    if any(_is_elliptic(key) for key in (pair.a, pair.b)):
        return "One side leaves out what is counted, so it may count something else."
    if _are_told_of_others_behind(pair):
        return "One side leaves out what is counted, and what stands behind the two figures differs."
    return None


def is_of_another_size(pair: Pairing) -> bool:
    """Whether two figures lie so far apart that no slip of the pen explains it, as one of scale would."""
    a, b, factor = pair.a.claim.value, pair.b.claim.value, pair.factor
    if a is None or b is None or factor is None or a.unit == "date":
        return False
    one, other = (max(map(abs, stated(value))) for value in (a, b))
    small, large = sorted((one, other * factor))
    unowned = pair.fit.who is None and pair.a.dimension == "money" and not pair.two_voices
    most = UNOWNED_SIZE if unowned else ANOTHER_SIZE
    return 0 < small * most <= large and digits(one) != digits(other)


def _are_one_side(pair: Pairing) -> bool:
    """Whether both count the same side of a vote: "31 votes to 24"."""
    one, other = (key.sides.get("votes") for key in (pair.a, pair.b))
    return one is not None and one == other


def _of_other_vote(pair: Pairing) -> str | None:
    """Return a doubt where only one side says what was voted on, and the other's headline does not."""
    for key, other in pair.both_ways:
        headline = plain_words(pair.setting.headlines.get(other.claim.source, ""))
        known = pair.setting.understood | frozenset(map(stem, headline))
        known |= pair.setting.recurring.get(other.claim.source, frozenset())
        bare = other.subject <= _votes() and not other.holders
        named = other.context - _votes()  # "the vote on the budget"
        if bare and (key.subject - _votes() - known or (named and named.isdisjoint(key.context))):
            return "One side does not say that the same was voted on."
    return None


@cache
def _votes() -> frozenset[str]:
    return frozenset(stem(word) for word in ("vote", "ballot", "count"))


def _is_elliptic(key: Key) -> bool:
    """Whether the measure was taken from the number before it and nothing is named as counted."""
    value = key.claim.value
    shared = key.claim.inferred.get("measure") == SHARED
    return value is not None and value.unit == "count" and not value.counted and shared


def _are_told_of_others_behind(pair: Pairing) -> bool:
    """Whether a number without a noun and another have other words behind: "9 in the cup", "6 in all"."""
    if not any(_leaves_out_noun(key) for key in (pair.a, pair.b)):
        return False
    found = [_BEHIND.match(next_to(key.claim, behind=True)) for key in (pair.a, pair.b)]
    one, other = (set(map(stem, plain_words(f[1]))) - stop_words() if f else set() for f in found)
    return bool(one and other) and not one & other


def _leaves_out_noun(key: Key) -> bool:
    value = key.claim.value
    return value is not None and value.unit == "count" and not value.counted


@cache
def _vague() -> frozenset[str]:
    return frozenset(load("wording")["vague"].split())


def _is_from_elsewhere(key: Key) -> bool:
    """Whether no word of what is counted or measured stands in the sentence of a count, outside a table."""
    told = key.counted | key.predicate
    return (
        key.dimension == "count" and bool(told) and not told & key.context and "column" not in key.claim.scope
    )


def _is_bare(pair: Pairing, shared: frozenset[str]) -> bool:
    """Whether two counts share their noun only, while other words beside each figure tell of what it is."""
    both, kind = pair.a.predicate & pair.b.predicate, pair.a.dimension
    vague = bool(both) and both <= _vague() and kind in ("count", "money")
    if kind == "percent":  # a share, of what is told by the words beside it
        vague = bool(both) and both <= attributes() and pair.fit.who != 1.0
    noun_only = (
        both <= pair.a.counted | pair.b.counted and pair.fit.who != 1.0 and not same_days(pair.a, pair.b)
    )
    if not vague and not (noun_only and kind == "count"):
        return False
    left, right = (key.near - key.counted - both for key in (pair.a, pair.b))
    return bool(left and right and not left & right)


def _told_of(key: Key) -> frozenset[str]:
    """Return the words for what a claim is about: its subject, or the topic of its text; no mere role."""
    topic = frozenset(stem(word) for word in plain_words(key.claim.subject))
    return (key.subject or (topic - stop_words())) - light_words()


def _of_other_subject(pair: Pairing, shared: frozenset[str]) -> str | None:
    """Return a doubt where what everything has is told of two subjects: "runs begin", "service begins"."""
    of_all = shared <= attributes() or pair.a.dimension == "date"
    if not of_all or (pair.fit.who is not None and pair.fit.who >= SAME_HOLDER):
        return None
    generic = frozenset() if pair.a.dimension == "date" else roles()
    left, right = (_told_of(key) - shared - generic for key in (pair.a, pair.b))
    some = (left and right) if pair.a.dimension == "date" and not shared <= attributes() else (left or right)
    if some and not left & right and not (left <= pair.b.context and right <= pair.a.context):
        return "They may tell of two things: a date, a price or a length is one that everything has."
    return None


def _have_other_owners(pair: Pairing, shared: frozenset[str]) -> bool:
    """Whether each side says of what its figure is, and the two share no word: "farms use", "homes use"."""
    if pair.same_source and pair.fit.who is not None and pair.fit.who >= SAME_HOLDER:
        return False  # "Brill profit" and "Brill Foods"
    if any("subject" in key.claim.inferred for key in (pair.a, pair.b)):
        return False
    left, right = (key.subject - key.counted - shared - light_words() for key in (pair.a, pair.b))
    return bool(left and right) and not (left & pair.b.context or right & pair.a.context)
