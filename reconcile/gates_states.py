"""The gate on opposite states of one thing, of which a later one may replace an earlier."""

import re
from functools import cache

from reconcile.denials import UNTIL, is_put_off
from reconcile.format import day_of
from reconcile.gates_denials import was_told_late
from reconcile.gates_scope import SURE, roles
from reconcile.gates_values import SAME_ASSERTION, same_matter
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason, day
from reconcile.states import is_of_one, is_of_things, is_ordered, stage_name, state_words, words_beside
from reconcile.vocabulary import load
from reconcile.words import Lexicon, light_words

# So many characters before a clause an adverb still belongs to it: "and now accepts".
NEAR_NOW = 8
# What is said of the subject itself.
_OF_ITSELF = re.compile(r"(?:is|are|was|were|(?:has|have|had) been|stay|remain|stood|lay|lies)", re.I)
_OF_ALL = re.compile(r"\b(?:all|any|every|everything|anything|wrongdoing)\b", re.I)
_OF_THE_REST = re.compile(r"\b(?:of|on) (?:[\w-]+ ){0,2}(?:other|others|remaining|rest)\b", re.I)
_SPELL = re.compile(r"\bfor (?:[\w-]+ ){1,3}(?:minutes|hours?|days?|weeks?|months?|years?)\b", re.I)
_NOW = re.compile(r"\bnow\b", re.I)
_IS = re.compile(r"(?:still )?(?:is|are|has|have|remains?|stays?)\b", re.I)


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
        if _have_two_subjects(pair, row) or _is_of_the_rest(pair):
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


def _is_of_the_rest(pair: Pairing) -> bool:
    """Whether one side tells its state of the others only: "cleared of two other charges"."""
    return bool(_OF_THE_REST.search(pair.a.claim.measure)) != bool(_OF_THE_REST.search(pair.b.claim.measure))


def _are_of_two_things(pair: Pairing, row: str) -> bool:
    """Whether each side tells its state of something else: "denied both counts", "admitted theft"."""
    idle = state_words() | words_beside(row)
    for key, other in pair.both_ways:
        things, others = key.predicate - idle, other.predicate - idle
        if things and not things & others and not (things <= other.context and not others):
            return _OF_ALL.search(other.claim.measure) is None
    return False


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
