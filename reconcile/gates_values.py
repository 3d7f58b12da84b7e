"""The last gates: polarity, sides of an act, places with two holders, assertions, and the values."""

import re
from functools import cache

from reconcile.denials import is_anybody_denied, is_put_off
from reconcile.fit import unmatched
from reconcile.gates_denials import SOON, since, was_told_late
from reconcile.gates_scope import SURE
from reconcile.gist import opposed
from reconcile.intervals import is_telling, soft
from reconcile.keys import Key
from reconcile.numerals import SCORE, numbers_of
from reconcile.pairing import Pairing, Reason, day
from reconcile.states import (
    TOLD_BY_FIGURES,
)
from reconcile.vocabulary import load
from reconcile.window import apart
from reconcile.wording import said
from reconcile.words import plain_words, stem

# Assertions must share this much before their difference can be a contradiction.
SAME_ASSERTION = 0.6
SAME_CORE = 0.5
SAME_ACT = 0.5
# By so much weight of rare words, and so much of what the shorter one says, two assertions are on one matter.
RARE_WORDS = 1.0
MOST_WORDS = 0.6
# Reports so many days apart tell of one match.
SAME_REPORTS = 3
# A negation denies a figure at most so many words behind it.
NEAR_DENIAL = 4


def polarity(pair: Pairing) -> Reason | None:
    """One side affirms what the other denies."""
    a, b = pair.a.claim, pair.b.claim
    if a.polarity != b.polarity and a.value is not None and b.value is not None:
        denied = pair.a if a.polarity == "negated" else pair.b
        # From a day on "nobody may" what they did: the day is not denied, but what begins on it.
        is_day = a.value.unit == "date" and pair.fit.what < SURE
        return _denied_figure(pair) if _is_denied(denied) and not is_day else None
    if a.polarity == b.polarity or a.value is not None or b.value is not None or is_put_off(pair.a, pair.b):
        return None
    matter = same_matter(pair)
    if pair.fit.what < SURE and not matter:
        return None
    if pair.a.stages.keys() & pair.b.stages.keys():
        return None  # states decide for themselves, with denials undone
    if not matter and not same_predicate(pair) and not is_anybody_denied(pair.a, pair.b):
        return None
    denied, affirmed = (pair.a, pair.b) if a.polarity == "negated" else (pair.b, pair.a)
    before, after = day(pair.as_of(denied)), day(pair.as_of(affirmed))
    if a.modality == b.modality == "plan" and before and after and abs((after - before).days) <= SOON:
        return Reason("polarity", "possible_conflict", "One side plans what the other rules out.")
    if not was_told_late(pair, denied, affirmed) and (later := since(pair, denied, affirmed)):
        return later
    return Reason("polarity", "conflict", "One side affirms what the other denies.")


def _is_denied(key: Key) -> bool:
    """Whether a denial is of the figure itself: "never near the box in a trial of four months" is not."""
    before, behind = apart(key.claim)
    if not before and not behind:
        return True
    if _of_others().match(behind):
        return False  # "will lose 900 jobs, not the 400 announced by the firm": those are told as the firm's
    words = plain_words(key.claim.sentence.replace("n't", " not"))
    ahead = plain_words(before.replace("n't", " not"))
    negations = frozenset(load("course")["not_so_many"])
    if negations.isdisjoint(words) or not negations.isdisjoint(ahead[-NEAR_DENIAL:]):
        return True
    return any(stem(word) in _denying() for word in ahead)


@cache
def _of_others() -> re.Pattern[str]:
    """Return how a figure is given to those who tell it: "announced by the firm"."""
    return re.compile(rf"\s(?:[a-z]+\s)?(?:{'|'.join(load('course')['told_by'])}) by\b", re.I)


@cache
def _denying() -> frozenset[str]:
    return frozenset(stem(word) for word in load("course")["denying"])


def _denied_figure(pair: Pairing) -> Reason:
    """A figure that the other side denies; to deny another figure says nothing of this one."""
    values = [key.claim.value for key in (pair.a, pair.b)]
    digits = all(value and any(sign.isdigit() for sign in value.surface) for value in values)
    sure = digits or bool(pair.a.predicate & pair.b.predicate)  # "a third" stands in many a text
    telling = all(value and is_telling(value) for value in values)
    sure = sure and (pair.fit.what >= SAME_ASSERTION or telling)
    # "over 250" does not give the 300 that the other denies
    open_ended = {value is not None and None in (value.low, value.high) for value in values}
    sure = sure and len(open_ended) == 1
    if pair.relation == "agree" and not pair.same_source and sure:
        return Reason("polarity", "conflict", "One side gives the figure that the other denies.")
    return Reason("polarity", "insufficient", "One side only denies another figure.")


def same_matter(pair: Pairing) -> bool:
    """Whether two assertions tell of the same by several rare words, whoever they say it of."""
    if pair.fit.who == 0.0 or pair.a.dimension != pair.b.dimension:
        return False
    weights = pair.setting.weights
    left, right = pair.a.predicate | pair.a.name_words, pair.b.predicate | pair.b.name_words
    if pair.a.predicate == pair.b.predicate and pair.a.predicate and _one_voice(pair):
        return True
    shared = weights.beside(left & right)
    least = min(weights.beside(left), weights.beside(right))
    return shared >= RARE_WORDS and shared >= MOST_WORDS * least


def _one_voice(pair: Pairing) -> bool:
    """Whether both are told by one named person, who speaks of the same affair."""
    one, other = (
        {word for word in (key.claim.attribution or "").split() if word[:1].isupper()}
        for key in (pair.a, pair.b)
    )
    return bool(one & other)


def same_predicate(pair: Pairing) -> bool:
    """Whether the words of what is asserted are mostly the same, whatever the subjects share."""
    left, right = pair.a.predicate, pair.b.predicate
    weights = pair.setting.weights
    return bool(left and right) and weights.sum(left & right) >= 0.5 * min(
        weights.sum(left), weights.sum(right)
    )


def sides_of_act(pair: Pairing) -> Reason | None:
    """The same act or rule, said to lie on opposite sides: an export licence against an import permit."""
    if not pair.is_asserted or max(pair.fit.what, pair.fit.gist) < SAME_ACT:
        return None
    for instrument in sorted(pair.a.acts.keys() & pair.b.acts.keys()):
        left, right = pair.a.acts[instrument], pair.b.acts[instrument]
        if left and right and not left & right:
            first, second = (f"{'/'.join(sorted(sides))} {instrument}" for sides in (left, right))
            text = f"Opposite sides of the same act: {first} against {second}."
            return Reason("instrument", "possible_conflict", text)
    return None


def two_holders(pair: Pairing) -> Reason | None:
    """One rank, one period, two holders."""
    if pair.a.place is None or pair.a.place != pair.b.place or pair.fit.what < SAME_ASSERTION:
        return None
    left, right = unmatched(pair.a.holders, pair.b.holders), unmatched(pair.b.holders, pair.a.holders)
    if not left or not right:
        return None
    if pair.a.holder_is_guess or pair.b.holder_is_guess:
        text = "One place, and one of its two holders is only taken from elsewhere in the text."
        return Reason("rank", "insufficient", text)
    return Reason("rank", "conflict", "One place, two holders: only one of them can have it.")


def assertion(pair: Pairing) -> Reason | None:
    """Two assertions that no gate has told apart."""
    if not pair.is_asserted:
        return None
    if pair.a.dimension != pair.b.dimension:
        rows = (pair.a.stages.keys() & pair.b.stages.keys()) - TOLD_BY_FIGURES.keys()  # guilty, however long
        shared = any(pair.a.stages[row] & pair.b.stages[row] for row in rows)
        if shared or (pair.a.place is not None and pair.a.place == pair.b.place):
            return Reason("assertion", "agree", "The figure and the assertion say the same.")
        return Reason("assertion", "insufficient", "The assertion gives no figure to hold against the other.")
    if _say_the_same(pair) and not opposed(pair.a, pair.b) and _stand_alike(pair):
        if (scores := _two_scores(pair)) is not None:
            return Reason("score", "conflict", f"One outcome, two scores: {scores[0]} against {scores[1]}.")
        if _of_other_numbers(pair):
            return Reason("assertion", "insufficient", "The same is asserted of other numbers.")
        return Reason("assertion", "agree", "Both assert the same.")
    return Reason("assertion", "insufficient", "Too few words in common to say that both assert the same.")


def _of_other_numbers(pair: Pairing) -> bool:
    """Whether two assertions number the same things otherwise: "jailed for six years", "for five years"."""
    one, other = (numbers_of(_asserted(key)) for key in (pair.a, pair.b))
    return any(one[of].isdisjoint(other[of]) for of in one.keys() & other.keys())


def _asserted(key: Key) -> str:
    """Return what a claim asserts, with the object where that stands elsewhere."""
    measure, thing = key.claim.measure, key.claim.object or ""
    return measure if thing in measure else f"{measure} {thing}"


def _two_scores(pair: Pairing) -> tuple[str, str] | None:
    """Return the two scores that two reports of the same days give of one match or vote: "3-1" and "3-2"."""
    told = [frozenset(SCORE.findall(_asserted(key))) for key in (pair.a, pair.b)]
    days = [day(pair.published(key)) for key in (pair.a, pair.b)]
    if pair.same_source or [len(scores) for scores in told] != [1, 1] or pair.a.core.verb != pair.b.core.verb:
        return None
    if not days[0] or not days[1] or abs((days[0] - days[1]).days) > SAME_REPORTS:
        return None
    if pair.fit.who != 1.0 and not (pair.fit.who is None and pair.a.subject & pair.b.subject):
        return None
    against = [key.name_words - key.holder_words for key in (pair.a, pair.b)]
    if all(against) and not against[0] & against[1]:
        return None
    one, other = (next(iter(scores)) for scores in told)
    same = sorted(re.split("[–-]", one)) == sorted(re.split("[–-]", other))  # told from the other side
    return None if same else (one, other)


def _say_the_same(pair: Pairing) -> bool:
    """Whether words or cores are the same; less of a core will do where both name the holder."""
    least = SAME_CORE if pair.fit.who == 1.0 else SAME_ASSERTION
    return pair.fit.what >= SAME_ASSERTION or pair.fit.gist >= least


def _stand_alike(pair: Pairing) -> bool:
    """Whether both affirm or both deny; of a state, with the denial undone."""
    rows = pair.a.stages.keys() & pair.b.stages.keys()
    if rows:
        return any(pair.a.stages[row] & pair.b.stages[row] for row in rows)
    return pair.a.claim.polarity == pair.b.claim.polarity


def values(pair: Pairing) -> Reason | None:
    """Values as intervals: what a reader expects, then what the wording excludes."""
    a, b = pair.a.claim.value, pair.b.claim.value
    if a is None or b is None or pair.relation == "none":
        return Reason("value", "insufficient", "There is no value on one side.")
    one, other = (said(key.claim) for key in (pair.a, pair.b))
    if pair.relation == "agree":
        text = f"Both say {one}." if one == other else f"{one} and {other} are the same within rounding."
        return Reason("value", "agree", text)
    if pair.relation == "possible":
        touching = soft(a).gap(soft(b)) == 0 if a.unit == b.unit else False
        text = (
            "one lies just above what the other lies just below."
            if touching
            else "a reader takes them for two different figures, though the wording does not exclude it."
        )
        return Reason("value", "possible_conflict", text)
    return Reason("value", "conflict", "no rounding or tolerance bridges them.")
