"""Denials of all others: "no other mill will close" is said beside the one that closes.

Such a denial speaks of every thing of a kind but those of which its own text says the same. It contradicts
what another source says of one that it cannot have meant to leave out, which takes a name.
"""

from collections.abc import Iterable, Mapping

from reconcile.keys import FACT, Key
from reconcile.words import plain_words

_OTHERS = frozenset({"other", "others", "another", "else"})


def of_the_rest(key: Key) -> bool:
    """Whether an assertion denies something of all others ("no other mill", "nobody else")."""
    claim = key.claim
    if key.dimension != FACT or claim.polarity != "negated":
        return False
    return not _OTHERS.isdisjoint([*plain_words(claim.subject), *plain_words(claim.measure)[:2]])


def exempted(keys: Iterable[Key]) -> Mapping[str, frozenset[str]]:
    """Return for each source that denies something of all others the names of which it tells any state.

    Args:
        keys: The keys of all claims.
    """
    keys = list(keys)
    denying = {key.claim.source for key in keys if of_the_rest(key)}
    found: dict[str, set[str]] = {source: set() for source in sorted(denying)}
    for key in keys:
        if key.claim.source in found and key.dimension == FACT and key.stages:
            found[key.claim.source] |= key.holder_words | frozenset().union(*key.topic)
    return {source: frozenset(names) for source, names in found.items()}


def may_be_exempt(key: Key, other: Key, names: Mapping[str, frozenset[str]]) -> bool:
    """Whether a denial of all others may leave out what the other claim is about.

    Args:
        key: The key of a claim.
        other: The key of the one it is held against.
        names: What ``exempted`` gave.
    """
    if not of_the_rest(key) or of_the_rest(other):
        return False
    named = other.holder_words - {"@world"}
    return not named or not named.isdisjoint(names.get(key.claim.source, frozenset()))
