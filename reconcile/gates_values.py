"""The last gates: opposite states, sides of an act, polarity, places with two holders, and the values."""

import re
from functools import cache

from reconcile.denials import UNTIL, is_anybody_denied, is_put_off
from reconcile.fit import unmatched
from reconcile.format import day_of
from reconcile.gates_denials import SOON, since, was_told_late
from reconcile.gates_scope import SURE, roles
from reconcile.gist import opposed
from reconcile.intervals import is_telling, soft
from reconcile.keys import Key
from reconcile.numerals import SCORE, numbers_of
from reconcile.pairing import Pairing, Reason, day
from reconcile.states import (
    TOLD_BY_FIGURES,
    is_of_one,
    is_of_things,
    is_ordered,
    stage_name,
    state_words,
    words_beside,
)
from reconcile.vocabulary import load
from reconcile.window import apart
from reconcile.wording import said
from reconcile.words import Lexicon, light_words, plain_words, stem

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
# So many characters before a clause an adverb still belongs to it: "and now accepts".
NEAR_NOW = 8


def opposite_states(pair: Pairing) -> Reason | None:
    """Two states of one thing that exclude each other; in a course of events the later one replaces."""
    if not pair.is_asserted or is_put_off(pair.a, pair.b):
        return None  # two changes are compared by their figures
    if (_names_view(pair.a) or _names_view(pair.b)) and not _names_view(pair.a) & _names_view(pair.b):
        return None  # "cut its sales forecast", "its sales rose"
    least = SAME_ASSERTION if pair.a.dimension == pair.b.dimension else SURE
    if pair.fit.what < least and not same_matter(pair):
        return None
    for row in sorted(pair.a.stages.keys() & pair.b.stages.keys()):
        left, right = pair.a.stages[row], pair.b.stages[row]
        if left & right or (is_of_things(row) and _are_of_two_things(pair, row)):
            continue
        if _have_two_subjects(pair, row):
            continue
        if _is_after_its_end(pair) or _lasted_only(pair) or (is_of_one(row) and _are_called_otherwise(pair)):
            return None
        names = f"{stage_name(row, left)} against {stage_name(row, right)}"
        if _has_changed(pair):
            return Reason(
                "state", "superseded", f"{names.capitalize()}: the later source says that it is so now."
            )
        if not is_ordered(row) or _is_settled(pair):
            return Reason("state", "conflict", f"{names.capitalize()}: only one can hold.")
        return _course(pair, row, names)
    return None


def _names_view(key: Key) -> frozenset[str]:
    """Return the words for a view of the future that an assertion is of: a forecast, a target."""
    return key.predicate & _views()


@cache
def _views() -> frozenset[str]:
    reader = Lexicon()
    return frozenset(word.text for view in load("course")["views"] for word in reader.words(view))


# What is said of the subject itself.
_OF_ITSELF = re.compile(r"(?:is|are|was|were|(?:has|have|had) been|stay|remain|stood|lay|lies)", re.I)


def _have_two_subjects(pair: Pairing, row: str) -> bool:
    """Whether each side tells its state of something that the other does not name: drones, and dogs."""
    if not all(_OF_ITSELF.match(key.claim.measure) for key in (pair.a, pair.b)):
        return False  # who did it may be called otherwise
    idle = words_beside(row) | light_words() | roles()
    left, right = (key.subject - idle for key in (pair.a, pair.b))
    if pair.same_source and not (left and right):
        # "The mill was closed. … The paper mill at Lund never closed." names another one.
        named = (pair.b if right else pair.a).subject & (pair.b if right else pair.a).name_words
        if named - pair.setting.common_names - (pair.a if right else pair.b).context:
            return True
    return bool(left - pair.b.context - pair.b.concepts and right - pair.a.context - pair.a.concepts)


def _are_of_two_things(pair: Pairing, row: str) -> bool:
    """Whether each side tells its state of something else: "denied both counts", "admitted theft"."""
    idle = state_words() | words_beside(row)
    for key, other in pair.both_ways:
        things, others = key.predicate - idle, other.predicate - idle
        if things and not things & others and not (things <= other.context and not others):
            return _OF_ALL.search(other.claim.measure) is None
    return False


_OF_ALL = re.compile(r"\b(?:all|any|every|everything|anything|wrongdoing)\b", re.I)


def _are_called_otherwise(pair: Pairing) -> bool:
    """Whether each side names something that the other does not: inquiries into a fire and into a theft."""
    left, right = (key.concepts - key.act - state_words() for key in (pair.a, pair.b))
    return bool(left - pair.b.context and right - pair.a.context)


def _is_after_its_end(pair: Pairing) -> bool:
    """Whether one side tells how it was until a day on which, or after which, the other's state began."""
    for key, other in pair.both_ways:
        ended = day(key.period.end) if key.period and UNTIL.search(key.claim.measure) else None
        began = day(other.period.start) if other.period else None
        if ended and key.claim.polarity == "affirmed" and (began is None or began >= ended):
            return True
    return False


def _has_changed(pair: Pairing) -> bool:
    """Whether the side that is told later says that it is so *now*."""
    before, after = (day(pair.as_of(key)) for key in (pair.a, pair.b))
    if before is None or after is None or before == after:
        return False
    claim = (pair.a if before > after else pair.b).claim
    told = f"{claim.sentence.partition(claim.quote)[0][-NEAR_NOW:]} {claim.quote}"
    return _NOW.search(told) is not None


def _lasted_only(pair: Pairing) -> bool:
    """Whether one state lasted so long, and the other began on a day: "shut for a week", "opened in May"."""
    for key, other in pair.both_ways:
        lasted = _SPELL.search(key.claim.measure) is not None and key.period is None
        if lasted and other.period is not None and _SPELL.search(other.claim.measure) is None:
            return True
    return False


_SPELL = re.compile(r"\bfor (?:[\w-]+ ){1,3}(?:minutes|hours?|days?|weeks?|months?|years?)\b", re.I)
_NOW = re.compile(r"\bnow\b", re.I)


def _is_settled(pair: Pairing) -> bool:
    """Whether one side says of the past that it was not so, and the other that it was."""
    if pair.a.claim.polarity == pair.b.claim.polarity or pair.a.dimension != pair.b.dimension:
        return False
    denying, telling = (pair.a, pair.b) if pair.a.claim.polarity == "negated" else (pair.b, pair.a)
    return was_told_late(pair, denying, telling)


def _are_told_now(pair: Pairing) -> bool:
    """Whether two sources tell their states as what is so when they come out: "is running", "remain shut"."""
    days = [day(pair.published(key)) for key in (pair.a, pair.b)]
    present = all(_IS.match(key.claim.measure) for key in (pair.a, pair.b))
    return present and not pair.same_source and days[0] is not None and days[0] == days[1]


_IS = re.compile(r"(?:still )?(?:is|are|has|have|remains?|stays?)\b", re.I)


def _course(pair: Pairing, row: str, names: str) -> Reason:
    """Decide a course of events by the dates, where they are known."""
    first, last = (pair.a, pair.b) if min(pair.a.stages[row]) < min(pair.b.stages[row]) else (pair.b, pair.a)
    before, after = day(pair.as_of(first)), day(pair.as_of(last))
    if before and after and before > after:
        return Reason(
            "state",
            "conflict",
            f"{names.capitalize()}, but the earlier state is reported later: "
            f"{day_of(before)} against {day_of(after)}.",
        )
    if before and before == after and _are_told_now(pair):
        text = f"{names.capitalize()}: both are told of {day_of(before)}, as what is so still."
        return Reason("state", "possible_conflict", text)
    dated = f" ({day_of(before)}, then {day_of(after)})" if before and after and before < after else ""
    return Reason(
        "state", "superseded", f"{names.capitalize()}: the later state replaces the earlier one{dated}."
    )


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
