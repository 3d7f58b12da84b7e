"""Doubts about whose figure it is: whether two claims tell of two holders."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from reconcile.beside import AGE
from reconcile.intervals import stated
from reconcile.keys import Key
from reconcile.likelihood import is_learned, likelihood
from reconcile.pairing import Pairing
from reconcile.running import is_toll
from reconcile.states import is_own
from reconcile.told_times import span
from reconcile.vocabulary import load

# So likely, two figures are of one question, though a facet that may be misread speaks against it.
LIKELY_ONE = 0.6
# Two ages of one person, told by two sources, lie so near.
NEAR_AGE = 1.12
_BOUNDS = frozenset({"over", "at_least", "under", "at_most", "range"})


def of_other_holder(pair: Pairing, shared: frozenset[str]) -> str | None:
    """Return why two claims may be of two holders.

    Args:
        pair: The two.
        shared: The words for what is measured that both have.
    """
    if pair.rests_on_parse and _holder_unknown(pair) and _is_of_many(pair, shared):
        return "One side does not say whose figure it is, and it is reported for several."
    if pair.rests_on_parse and _is_guessed_apart(pair) and not is_likely(pair):
        return "They may be about two holders: one of them is taken from elsewhere in the text."
    if any(is_own(row) for row in pair.a.stages.keys() & pair.b.stages.keys()) and _is_guessed_apart(pair):
        return "They may be about two holders, and what one has won another may have lost."
    if not pair.is_asserted and any(_is_of_section(key) for key in (pair.a, pair.b)):
        return "The subject of one is only what its section is about, so it may be a part of it."
    if not pair.is_asserted and _is_of_several(pair.a) != _is_of_several(pair.b):
        return "One side speaks of several holders together."
    if pair.rests_on_parse and pair.fit.who is None and (why := _of_unnamed_holder(pair, shared)):
        return why
    if pair.rests_on_parse and AGE in shared and _is_age_of_other(pair):
        return "The age of one may be that of somebody else."
    return None


@cache
def _several() -> re.Pattern[str]:
    holders = "|".join(load("course")["several"])
    return re.compile(rf"(?:the|both|these|its|their)\s(?:two\s|three\s)?(?:{holders})\b", re.I)


def _is_of_several(key: Key) -> bool:
    """Whether a sentence opens with several, of which the parse took one for the holder."""
    return key.holder_is_guess and _several().match(key.claim.sentence) is not None


def _of_unnamed_holder(pair: Pairing, shared: frozenset[str]) -> str | None:
    """Return why two figures of which one has no holder may be of two."""
    common = pair.setting.common_names
    if is_toll(pair.a) and is_toll(pair.b) and _on_one_day(pair):
        return None  # what befell on the day of the disaster
    if any(_is_unnamed(*two, common) for two in pair.both_ways):
        return "Only one side says whose figure it is."
    if len(shared) > 1:
        return None
    unowned = not pair.a.holders and not pair.b.holders and not _is_of_many(pair, shared)
    alike = unowned and pair.a.predicate == pair.b.predicate
    if not alike and not is_likely(pair):
        return "One side does not say whose figure it is, and they share one word only."
    return None


def _on_one_day(pair: Pairing) -> bool:
    """Whether both figures are stated to be of the same day."""
    days = span(pair.a)
    return days is not None and days[0] == days[1] and days == span(pair.b)


def _is_age_of_other(pair: Pairing) -> bool:
    if any(key.claim.value and key.claim.value.hedge in _BOUNDS for key in (pair.a, pair.b)):
        return True  # "people over 55", "children of 4 to 6": who is counted, not how old somebody is
    guessed = pair.a.holder_is_guess or pair.b.holder_is_guess
    unnamed = pair.fit.who is None and bool(pair.a.holders or pair.b.holders)
    return (guessed or unnamed) and not is_age(pair)


def holders_of(keys: Iterable[Key]) -> Mapping[str, int]:
    """Return for each word of a measure how many holders it is reported of, by more than a guess."""
    holders: dict[str, set[frozenset[str]]] = defaultdict(set)
    for key in keys:
        if key.claim.value is None or key.holder_is_guess:
            continue
        for word in key.concepts:
            holders[word].update(key.holders)
    return {word: len(named) for word, named in holders.items()}


def is_likely(pair: Pairing) -> bool:
    """Whether all that two sources tell of two figures makes it likely that they answer one question."""
    if pair.is_asserted or pair.same_source or not is_learned(pair.a, pair.b, pair.fit.who):
        return False
    return likelihood(pair.a, pair.b, pair.setting.weights, pair.fit.who) >= LIKELY_ONE


def is_age(pair: Pairing) -> bool:
    """Whether two sources give two ages of one named person that differ by little."""
    a, b = pair.a.claim.value, pair.b.claim.value
    if a is None or b is None or pair.same_source or pair.fit.who != 1.0 or not pair.factor:
        return False
    small, large = sorted((stated(a)[1], stated(b)[1] * pair.factor))
    return 0 < large <= small * NEAR_AGE


def _holder_unknown(pair: Pairing) -> bool:
    return pair.fit.who is None or (pair.a.holder_is_guess and pair.b.holder_is_guess and pair.fit.who < 1)


def _is_of_section(key: Key) -> bool:
    return key.claim.inferred.get("subject", "").startswith("the section is about")


def _is_unnamed(key: Key, other: Key, common: frozenset[str]) -> bool:
    """Whether neither the claim nor its sentence names any holder of the other, and the story does not."""
    if key.subject and other.holders and all(name & common for name in other.holders):
        return False
    named = {word for name in other.holders for word in name}
    return bool(named) and not key.holders and not key.topic and not named & key.context


def _is_guessed_apart(pair: Pairing) -> bool:
    """Whether the holders differ, which a guess alone does not let one say for certain."""
    guess = pair.a.holder_is_guess or pair.b.holder_is_guess
    one, other = pair.a.held, pair.b.held
    return guess and bool(one and other) and not one & other


def _is_of_many(pair: Pairing, shared: frozenset[str]) -> bool:
    """Whether every shared word of the measure is reported of several holders."""
    return all(pair.setting.holders.get(word, 0) > 1 for word in shared)
