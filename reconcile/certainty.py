"""Whether a pair is certain enough to contradict: a difference between two things is no contradiction.

Each doubt is a sentence; one that cannot be dispelled keeps a pair from being called a conflict.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from claims.framing.carried import SHARED
from reconcile.assertions import OF_HOLDER, is_one_body
from reconcile.beside import AGE, attributes
from reconcile.denials import is_amount_denied, is_anybody_denied
from reconcile.exceptions import may_be_exempt
from reconcile.gates_parts import is_of_which
from reconcile.gates_scope import SURE, are_of_one_whole, extra_words, roles
from reconcile.gates_time import SAME_HOLDER
from reconcile.intervals import digits, stated
from reconcile.keys import IN_FULL, Key
from reconcile.likelihood import is_learned, likelihood
from reconcile.pairing import Pairing, day
from reconcile.states import OFFICE, is_own, state_words, words_beside
from reconcile.stretches import is_of_longer_change, is_of_other_stretch, may_be_done_again
from reconcile.told_times import compares, span
from reconcile.vocabulary import load
from reconcile.window import next_to
from reconcile.wording import quoted
from reconcile.words import light_words, plain_words, stem, stop_words

# The words that two assertions must share to be one, by weight.
SOME_WORDS = 0.65
# A source contradicts itself only where it says the same in all but the same words.
SAME_WORDING = 0.85
# Two assertions in the same words, so many of them, are one.
SEVERAL = 3
LONG_AGO = 120
# From this ratio two figures are of different things, unless their digits are the same: a slip of scale.
ANOTHER_SIZE = 5
OF_ANOTHER_SIZE = "They are of quite another size, so they may count different things."
# The same of money where one side does not say whose it is.
UNOWNED_SIZE = 2
# Two ages of one person, told by two sources, lie so near.
NEAR_AGE = 1.12
# So likely, two figures are of one question, though a facet that may be misread speaks against it.
LIKELY_ONE = 0.6
# A rule or measure is told in many words; its instrument decides.
SAME_RULE = 0.5


def holders_of(keys: Iterable[Key]) -> Mapping[str, int]:
    """Return for each word of a measure how many holders it is reported of, by more than a guess."""
    holders: dict[str, set[frozenset[str]]] = defaultdict(set)
    for key in keys:
        if key.claim.value is None or key.holder_is_guess:
            continue
        for word in key.concepts:
            holders[word].update(key.holders)
    return {word: len(named) for word, named in holders.items()}


def _is_likely(pair: Pairing) -> bool:
    """Whether all that two sources tell of two figures makes it likely that they answer one question."""
    if pair.is_asserted or pair.same_source or not is_learned(pair.a, pair.b, pair.fit.who):
        return False
    return likelihood(pair.a, pair.b, pair.setting.weights, pair.fit.who) >= LIKELY_ONE


def doubt(pair: Pairing) -> str | None:
    """Return why two claims may not mean the same, or None where nothing speaks for that."""
    # Of one matter by the words beside them, whatever the parse made of the two.
    parsed = not pair.is_asserted and not pair.one_matter
    shared = (pair.a.concepts | pair.a.subject) & (pair.b.concepts | pair.b.subject)
    denied = is_amount_denied(pair.a, pair.b) or is_anybody_denied(pair.a, pair.b)
    if denied:
        shared |= pair.a.nothing | pair.b.nothing or pair.a.act | pair.b.act
    if pair.same_sentence and not pair.two_voices:
        return "One sentence sets the two side by side."
    if any(may_be_exempt(key, other, pair.setting.exempted) for key, other in pair.both_ways):
        return "One side speaks of all others, and may leave out the one of the other side."
    if pair.is_asserted and _depends(pair.a) != _depends(pair.b):
        return "One side says so on a condition only."
    if _is_one_state(pair):
        return None
    if pair.one_matter:
        shared |= pair.a.near & pair.b.near
    if not shared and not pair.one_matter:
        return "They share no word for what is measured."
    if not pair.is_asserted and is_of_which(pair.a) != is_of_which(pair.b):
        return "One side is a part of what its sentence counts."
    if not pair.is_asserted and is_of_another_size(pair):
        return OF_ANOTHER_SIZE
    if not pair.is_asserted and any(_is_compared(key) for key in (pair.a, pair.b)):
        return "One side is set against another figure of its kind, so they may be of two occasions."
    if may_be_done_again(pair):
        return "It may have been done on both days."
    if not pair.is_asserted and pair.same_source and is_of_other_stretch(pair):
        return "The sentence of one names another stretch of time."
    if not pair.is_asserted and is_of_longer_change(pair):
        return "One side tells how much something changed over a time that the other does not name."
    if are_of_one_whole(pair):
        return None
    if parsed and _holder_unknown(pair) and _is_of_many(pair, shared):
        return "One side does not say whose figure it is, and it is reported for several."
    if parsed and _is_guessed_apart(pair) and not _is_likely(pair):
        return "They may be about two holders: one of them is taken from elsewhere in the text."
    if any(is_own(row) for row in pair.a.stages.keys() & pair.b.stages.keys()) and _is_guessed_apart(pair):
        return "They may be about two holders, and what one has won another may have lost."
    if not pair.is_asserted and any(_is_of_section(key) for key in (pair.a, pair.b)):
        return "The subject of one is only what its section is about, so it may be a part of it."
    common = pair.setting.common_names
    if parsed and pair.fit.who is None and any(_is_unnamed(*two, common) for two in pair.both_ways):
        return "Only one side says whose figure it is."
    names = {word for name in pair.a.names for word in name} & {
        word for name in pair.b.names for word in name
    }
    unowned = not pair.a.holders and not pair.b.holders and not _is_of_many(pair, shared)
    alike = unowned and pair.a.predicate == pair.b.predicate
    if parsed and pair.fit.who is None and len(shared) < 2 and not alike and not _is_likely(pair):
        return "One side does not say whose figure it is, and they share one word only."
    guessed = pair.a.holder_is_guess or pair.b.holder_is_guess
    unnamed = pair.fit.who is None and bool(pair.a.holders or pair.b.holders)
    if parsed and AGE in shared and (guessed or unnamed) and not _is_age(pair):
        return "The age of one may be that of somebody else."
    if parsed and any(_is_from_elsewhere(key) for key in (pair.a, pair.b)) and not _is_likely(pair):
        return "The sentence of one does not say what is measured, so it may be something else."
    if not pair.is_asserted and _is_bare(pair, shared):
        return "They share what is counted only, and what is said of it differs."
    if parsed and (why := _of_other_subject(pair, shared)):
        return why
    if parsed and _have_other_owners(pair, shared):
        return "What the two are told of has two names, so it may be two things."
    if not pair.is_asserted and any(_is_elliptic(key) for key in (pair.a, pair.b)):
        return "One side leaves out what is counted, so it may count something else."
    if not pair.is_asserted and _are_told_of_others_behind(pair):
        return "One side leaves out what is counted, and what stands behind the two figures differs."
    if any(key.claim.id in pair.setting.outdated and other.period is None for key, other in pair.both_ways):
        return "One source gives a later figure, too, and the other does not say for when its own holds."
    if _is_unresolved(pair.a) or _is_unresolved(pair.b):
        return "One side gives a time that cannot be put on a calendar."
    back = _is_looking_back(pair, pair.a, pair.b) or _is_looking_back(pair, pair.b, pair.a)
    if not pair.is_asserted and back and not _is_likely(pair) and not _is_age(pair):
        return "One side speaks of an earlier time for comparison, the other does not say of which."
    few = pair.setting.weights.sum(shared | names) < SOME_WORDS and not _is_of_the_story(pair)
    if pair.is_asserted and not denied and few:
        return "They share too few words to be one assertion."
    if pair.same_source and not pair.two_voices and any(_is_carried_over(key) for key in (pair.a, pair.b)):
        return "The subject of one is taken from the sentence before, so it may be another."
    headed = pair.is_headline(pair.a) or pair.is_headline(pair.b)
    if pair.same_source and not pair.two_voices and not headed and pair.fit.what < SAME_WORDING:
        return "The source words the two differently, so it may mean two things."
    if pair.same_source and not pair.two_voices and not headed and parsed and _are_beside_others(pair):
        return "No word beside the two figures is the same, so they may be of two things."
    if pair.is_asserted and pair.a.acts and pair.b.acts and max(pair.fit.what, pair.fit.gist) >= SAME_RULE:
        return None
    if _is_one_place(pair):
        return None
    if pair.fit.what >= SURE or (pair.a.counted & pair.b.counted and _same_days(pair)):
        return None
    left, right = extra_words(pair)
    if (
        pair.is_asserted
        and not left | right
        and pair.a.predicate == pair.b.predicate
        and len(shared) >= SEVERAL
    ):
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


def _is_age(pair: Pairing) -> bool:
    """Whether two sources give two ages of one named person that differ by little."""
    a, b = pair.a.claim.value, pair.b.claim.value
    if a is None or b is None or pair.same_source or pair.fit.who != 1.0 or not pair.factor:
        return False
    small, large = sorted((stated(a)[1], stated(b)[1] * pair.factor))
    return 0 < large <= small * NEAR_AGE


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


def _holder_unknown(pair: Pairing) -> bool:
    return pair.fit.who is None or (pair.a.holder_is_guess and pair.b.holder_is_guess and pair.fit.who < 1)


def _are_beside_others(pair: Pairing) -> bool:
    """Whether none of the words beside the one figure stands beside the other."""
    return pair.a.place is None and not pair.a.near & pair.b.near


_THAN = re.compile(
    r"\b(?:higher|lower|more|fewer|larger|smaller|better|worse|greater|less) "
    r"than (?:in|at|on|for|during|when)\b"
)


def _is_compared(key: Key) -> bool:
    """Whether the sentence holds its figure against that of another occasion: "lower than in the spring"."""
    return _THAN.search(key.claim.sentence) is not None and key.period is None


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


def _is_elliptic(key: Key) -> bool:
    """Whether the measure was taken from the number before it and nothing is named as counted."""
    value = key.claim.value
    shared = key.claim.inferred.get("measure") == SHARED
    return value is not None and value.unit == "count" and not value.counted and shared


_BEHIND = re.compile(r"\s(?:in|at|for|from|among|against|by|with) ((?:[\w’'-]+ ?){1,4})")


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
    noun_only = both <= pair.a.counted | pair.b.counted and pair.fit.who != 1.0 and not _same_days(pair)
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


def _is_carried_over(key: Key) -> bool:
    return key.holder_is_guess and not key.topic


def _is_looking_back(pair: Pairing, key: Key, other: Key) -> bool:
    """Whether one side recalls a time well before its source, and the other gives none."""
    days, published = span(key), day(pair.published(key))
    if days is None or published is None or other.period is not None:
        return False
    return (published - days[1]).days > LONG_AGO and (compares(key) or compares(other))


def _is_unresolved(key: Key) -> bool:
    period = key.period
    return key.claim.value is not None and period is not None and not (period.start or period.end)


def _same_days(pair: Pairing) -> bool:
    one = span(pair.a)
    return one is not None and one == span(pair.b)
