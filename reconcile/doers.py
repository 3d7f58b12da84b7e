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
    helpers = {"has", "have", "had", "then", "also", "later", "finally"}
    verb = next((word for word in plain_words(measure) if word not in helpers), "")
    return (key.holder_words | key.subject) - light_words() if stem(verb) in _sole_acts() else frozenset()


def is_one_act(a: Key, b: Key) -> bool:
    """Whether two sources say in the passive that one thing was done to one thing, and by whom."""
    act = passive_act(a)
    told = act is not None and act == passive_act(b) and doer(a) and doer(b)
    of_one = bool(a.subject & b.subject) or bool(a.holder_words & b.holder_words)
    return bool(told) and of_one and a.claim.source != b.claim.source
