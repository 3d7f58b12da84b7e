"""How many voices stand behind claims: sources that carry the same words or name one origin count as one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rapidfuzz.fuzz import ratio

from claims.model import Claim
from reconcile.vocabulary import load
from reconcile.words import plain_words, stop_words

# Sentences that are this much alike were copied; shorter ones may be alike by chance.
COPIED = 90
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
FEWEST_WORDS = 8


def origins(
    claims: Iterable[Claim], labels: Mapping[str, str], repeats: Mapping[str, str] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Gather the sources of some claims by their origin.

    Two sources have one origin where one repeats the other's text, where they print the same sentence,
    where both name who says it and name the same ("IEA" and "the International Energy Agency (IEA)"), or
    where one names the other. An unnamed source ("officials") is no origin.

    Args:
        claims: Claims that answer one question.
        labels: Source -> the name by which others would call it: its publisher.
        repeats: Source -> the one whose text it repeats.

    Returns:
        The names of the sources by origin, each sorted; as many entries as there are origins.
    """
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(claim.source, []).append(claim)
    group_of = {name: {name} for name in by_source}
    same = repeats or {}
    for one, other in combinations(sorted(by_source), 2):
        if group_of[one] is group_of[other]:
            continue
        repeated = same.get(one, one) == same.get(other, other)
        if repeated or _one_origin(by_source[one], by_source[other], labels):
            joined = group_of[one] | group_of[other]
            group_of.update(dict.fromkeys(joined, joined))
    return tuple(sorted({tuple(sorted(group)) for group in group_of.values()}))


def _one_origin(one: Sequence[Claim], other: Sequence[Claim], labels: Mapping[str, str]) -> bool:
    return any(_is_copied(a, b) or _is_same_voice(a, b, labels) for a in one for b in other)


def _is_copied(a: Claim, b: Claim) -> bool:
    left, right = plain_words(a.sentence), plain_words(b.sentence)
    if min(len(left), len(right)) < FEWEST_WORDS or _figures(a.sentence) != _figures(b.sentence):
        return False
    return ratio(" ".join(left), " ".join(right)) >= COPIED


def _figures(sentence: str) -> list[str]:
    """Return what is written in digits: whoever copies a sentence copies its figures."""
    return _DIGITS.findall(sentence)


def _is_same_voice(a: Claim, b: Claim, labels: Mapping[str, str]) -> bool:
    said_a, said_b = _voice(a.attribution), _voice(b.attribution)
    if said_a and said_b:
        return said_a <= said_b or said_b <= said_a
    for said, other in ((said_a, b), (said_b, a)):
        publisher = _voice(labels.get(other.source))
        if said and publisher and said == publisher:
            return True
    return False


def _voice(name: str | None) -> frozenset[str]:
    """Return the telling words of a name; nothing for one that names nobody."""
    words = frozenset(plain_words(name or "")) - stop_words()
    telling = words - frozenset(load("wording")["anonymous"].split())
    return words if telling else frozenset()
