"""Who did it: the doer of an act that has one doer, told in the active or in the passive."""

import re
from functools import cache

from reconcile.keys import FACT, Key
from reconcile.vocabulary import load
from reconcile.words import light_words, plain_words, stem, stop_words

_PASSIVE = re.compile(
    r"^(?:\w+ (?=was |were |is |are ))?(?:has |have |had )?(?:then |also |later |finally )?"
    r"(?:was|were|is|are|been) (?:\w+ly )?(\w+)\b",
    re.I,
)
_BY = re.compile(r"\b(?:by|on (?:the )?orders? of|at the (?:request|demand|order) of) (?!\d)([^,;]+)", re.I)


@cache
def _sole_acts() -> frozenset[str]:
    return frozenset(stem(word) for word in load("course")["sole_acts"])


def passive_act(key: Key) -> str | None:
    """Return the stem of what is said in the passive to have been done, by whomsoever."""
    found = _PASSIVE.match(key.claim.measure) if key.dimension == FACT else None
    return stem(found.group(1).lower()) if found else None


def doer(key: Key) -> frozenset[str]:
    """Return the telling words of who is said to have done an act that has one doer; none for other acts."""
    measure = key.claim.measure
    passive, by = passive_act(key), _BY.search(measure)
    if passive:
        if by is None or (passive not in _sole_acts() and "order" not in by.group().lower()):
            return frozenset()
        return frozenset(stem(word) for word in plain_words(by.group(1))) - stop_words() - light_words()
    return (key.holder_words | key.subject) - light_words() if _active_act(key) else frozenset()


def _active_act(key: Key) -> str | None:
    """Return the stem of the act of one doer that an assertion tells in the active."""
    helpers = {"has", "have", "had", "then", "also", "later", "finally"}
    verb = next((word for word in plain_words(key.claim.measure) if word not in helpers), "")
    return stem(verb) if stem(verb) in _sole_acts() else None


def is_one_act(a: Key, b: Key) -> bool:
    """Whether two sources, one at least in the passive, tell of one act done to one thing, and by whom."""
    passive = (passive_act(a), passive_act(b))
    if passive == (None, None) or a.claim.source == b.claim.source or not doer(a) or not doer(b):
        return False
    if (passive[0] or _active_act(a)) != (passive[1] or _active_act(b)):
        return False
    # A person's name here and an office there may be the same.
    if None in passive and _is_named(a) != _is_named(b):
        return False
    return bool(_done_to(a) & _done_to(b))


def _done_to(key: Key) -> frozenset[str]:
    """Return the words for what an act was done to: the subject of the passive, the object of the active."""
    if passive_act(key):
        return key.subject | key.holder_words
    return (key.predicate - key.act) | (key.name_words - key.holder_words)


def _is_named(key: Key) -> bool:
    by = _BY.search(key.claim.measure) if passive_act(key) else None
    return bool(key.holder_words) if by is None else any(word[:1].isupper() for word in by.group(1).split())
