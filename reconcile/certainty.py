"""Whether a pair is certain enough to contradict: a difference between two things is no contradiction.

Each doubt is a sentence; one that cannot be dispelled keeps a pair from being called a conflict.
"""

import re
from functools import cache

from reconcile.assertions import OF_HOLDER, is_one_body
from reconcile.denials import is_amount_denied, is_anybody_denied
from reconcile.doubts_holder import of_other_holder
from reconcile.doubts_matter import of_other_matter
from reconcile.doubts_time import of_other_occasion, of_other_time
from reconcile.exceptions import may_be_exempt
from reconcile.gates_scope import SURE, are_of_one_whole, extra_words
from reconcile.keys import IN_FULL, Key
from reconcile.pairing import Pairing, day
from reconcile.states import OFFICE, state_words, words_beside
from reconcile.told_times import same_days, span
from reconcile.vocabulary import load
from reconcile.wording import quoted
from reconcile.words import stem

# The words that two assertions must share to be one, by weight.
SOME_WORDS = 0.65
# A source contradicts itself only where it says the same in all but the same words.
SAME_WORDING = 0.85
# Two assertions in the same words, so many of them, are one.
SEVERAL = 3
# A rule or measure is told in many words; its instrument decides.
SAME_RULE = 0.5
# What befell somebody so many days ago may be of the event that a text is about.
LATELY = 366
# "Nobody has been fined", of all there are: not "nobody at the mill has been fined".
_ALL = re.compile(r"\b(?:nobody|no[- ]one) (?:has|have|was|were|is|yet|so far)\b", re.I)
_SO_FAR = re.compile(r"(?:anybody |anyone )?(?:has|have) been ", re.I)


def doubt(pair: Pairing) -> str | None:
    """Return why two claims may not mean the same, or None where nothing speaks for that."""
    if why := _is_set_apart(pair):
        return why
    if _is_one_state(pair):
        return None
    shared = _shared(pair)
    if not shared and not pair.one_matter:
        return "They share no word for what is measured."
    if why := of_other_occasion(pair):
        return why
    if are_of_one_whole(pair):
        return None
    if pair.one_slip:
        return of_other_time(pair) if pair.a.period and pair.b.period else None
    return (
        of_other_holder(pair, shared)
        or of_other_matter(pair, shared)
        or of_other_time(pair)
        or _of_few_words(pair, shared)
        or _said_otherwise(pair)
        or _worded_otherwise(pair, shared)
    )


def _is_denied(pair: Pairing) -> bool:
    return is_amount_denied(pair.a, pair.b) or is_anybody_denied(pair.a, pair.b)


def _shared(pair: Pairing) -> frozenset[str]:
    """Return the words for what is measured that both sides have."""
    shared = (pair.a.concepts | pair.a.subject) & (pair.b.concepts | pair.b.subject)
    if _is_denied(pair):
        shared |= pair.a.nothing | pair.b.nothing or pair.a.act | pair.b.act
    if pair.one_matter:
        shared |= pair.a.near & pair.b.near
    return shared


def _is_set_apart(pair: Pairing) -> str | None:
    """Return why the sentences themselves keep two claims apart."""
    if pair.same_sentence and not pair.two_voices:
        return "One sentence sets the two side by side."
    if any(may_be_exempt(key, other, pair.setting.exempted) for key, other in pair.both_ways):
        return "One side speaks of all others, and may leave out the one of the other side."
    if pair.is_asserted and _depends(pair.a) != _depends(pair.b):
        return "One side says so on a condition only."
    return None


def _of_few_words(pair: Pairing, shared: frozenset[str]) -> str | None:
    """Return a doubt where two assertions share words that say too little."""
    if not pair.is_asserted or _is_denied(pair):
        return None
    left, right = ({word for name in key.names for word in name} for key in (pair.a, pair.b))
    few = pair.setting.weights.sum(shared | (left & right)) < SOME_WORDS
    return "They share too few words to be one assertion." if few and not _is_of_the_story(pair) else None


def _said_otherwise(pair: Pairing) -> str | None:
    """Return why two claims of one voice may differ in what they mean: it words them in two ways."""
    if not pair.same_source or pair.two_voices or _is_lately_denied(pair):
        return None
    if any(_is_carried_over(key) for key in (pair.a, pair.b)):
        return "The subject of one is taken from the sentence before, so it may be another."
    if pair.is_headline(pair.a) or pair.is_headline(pair.b):
        return None
    if pair.fit.what < SAME_WORDING:
        return "The source words the two differently, so it may mean two things."
    if pair.rests_on_parse and _are_beside_others(pair):
        return "No word beside the two figures is the same, so they may be of two things."
    return None


def _is_lately_denied(pair: Pairing) -> bool:
    """Whether a text says of nobody so far what it tells of somebody in the year before."""
    if not is_anybody_denied(pair.a, pair.b):
        return False
    denying, telling = (pair.a, pair.b) if pair.a.claim.polarity == "negated" else (pair.b, pair.a)
    now, happened = day(pair.as_of(denying)), span(telling)
    perfect = _SO_FAR.match(denying.claim.measure) and _ALL.search(denying.claim.sentence)
    return (
        perfect is not None
        and now is not None
        and happened is not None
        and 0 <= (now - happened[1]).days <= LATELY
    )


def _worded_otherwise(pair: Pairing, shared: frozenset[str]) -> str | None:
    """Return the words that only one side has, unless nothing hangs on them."""
    if pair.is_asserted and pair.a.acts and pair.b.acts and max(pair.fit.what, pair.fit.gist) >= SAME_RULE:
        return None
    if _is_one_place(pair):
        return None
    if pair.fit.what >= SURE or (pair.a.counted & pair.b.counted and same_days(pair.a, pair.b)):
        return None
    left, right = extra_words(pair)
    in_same_words = not left | right and pair.a.predicate == pair.b.predicate and len(shared) >= SEVERAL
    if pair.is_asserted and in_same_words:
        return None  # told in the same words of whom each source calls otherwise
    words = " against ".join(q for q in (quoted(left, pair.a), quoted(right, pair.b)) if q)
    return f"The wording does not show that both mean the same{': ' if words else ''}{words}."


def _is_of_the_story(pair: Pairing) -> bool:
    """Whether both tell opposite states of what all sources speak of, and of nothing else: "the plant"."""
    rows = pair.a.stages.keys() & pair.b.stages.keys()
    opposed = any(not pair.a.stages[row] & pair.b.stages[row] for row in rows)
    known = pair.setting.understood | pair.setting.common_names
    one = bool(pair.a.subject) and pair.a.subject == pair.b.subject and pair.a.subject <= known
    return opposed and one and not pair.same_source and not pair.a.names and not pair.b.names


def _depends(key: Key) -> bool:
    """Whether an assertion holds on a condition only: "if it rains, the pool will be shut"."""
    opening = key.claim.scope.get("condition", "").lower().split()[:1]
    return not set(load("course")["conditions"]).isdisjoint(opening)


def _is_one_place(pair: Pairing) -> bool:
    """Whether both tell who has one place among the same: "is the largest", "overtook it as the largest"."""
    if not pair.is_asserted or pair.a.place is None or pair.a.place != pair.b.place:
        return False
    left, right = (key.concepts - superlatives() - {key.core.verb} for key in (pair.a, pair.b))
    return bool(left) and left == right


@cache
def superlatives() -> frozenset[str]:
    """Return the stems of the words that give a place among others ("largest")."""
    return frozenset(stem(word) for word in load("course")["superlative"])


def _is_one_state(pair: Pairing) -> bool:
    """Whether two sources tell opposite states of one holder, or of one body and what it decides."""
    if pair.same_source or not pair.is_asserted or not pair.a.stages.keys() & pair.b.stages.keys():
        return False
    named = pair.fit.who == 1.0 and not (_is_guessed(pair.a) and _is_guessed(pair.b))
    in_office = OFFICE in pair.a.stages.keys() & pair.b.stages.keys()
    if in_office and any(_is_done_to(*two) for two in pair.both_ways):
        return True
    idle = state_words().union(*map(words_beside, pair.a.stages.keys() & pair.b.stages.keys()))
    left, right = (bool(key.predicate - idle) for key in (pair.a, pair.b))
    return is_one_body(pair.a, pair.b) or (named and left == right and pair.fit.what >= OF_HOLDER)


def _is_guessed(key: Key) -> bool:
    """Whether the subject was taken from elsewhere, and by more than the rest of its name."""
    return key.holder_is_guess and not key.claim.inferred.get("subject", "").endswith(IN_FULL)


_OF_IT = re.compile(r"\s(?:of|in|from|by|against|for|about|to|as|on|at|with|over)\s")


def _is_done_to(key: Key, other: Key) -> bool:
    """Whether one side does something to the one that the other side is about: "has dismissed Brill".

    It is not done to them where only what is dismissed is theirs: "the complaint of Brill".
    """
    done_to = _OF_IT.split(key.claim.object or "", maxsplit=1)[0].split()
    if not done_to or not done_to[-1][:1].isupper():
        return False
    thing = frozenset(word for word in done_to if word[:1].isupper())
    names = frozenset(word for name in other.holders for word in name)
    return bool(names) and frozenset(map(str.lower, thing)) >= names and not key.holder_words & names


def _are_beside_others(pair: Pairing) -> bool:
    """Whether none of the words beside the one figure stands beside the other."""
    return pair.a.place is None and not pair.a.near & pair.b.near


def _is_carried_over(key: Key) -> bool:
    return key.holder_is_guess and not key.topic
