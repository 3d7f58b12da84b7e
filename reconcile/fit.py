"""How well two claims answer the same question: what is measured and of whom, each step with its weight.

The steps make a waterfall: a base from the shared words, then a factor for each facet that speaks against.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from reconcile.assertions import OF_HOLDER, UNIVERSAL, is_one_instrument, likeness
from reconcile.beside import attributes, is_one_deal, is_one_matter, is_one_number, same_number
from reconcile.causes import tells_cause
from reconcile.company import share_company
from reconcile.denials import is_amount_denied, is_case_denied
from reconcile.gist import gist
from reconcile.keys import FACT, Key
from reconcile.likelihood import LIKELY, is_learned, likelihood
from reconcile.states import RESULT, STANCE, TOLD_BY_FIGURES
from reconcile.vocabulary import load
from reconcile.weights import Weights
from reconcile.words import light_words

# What counts how much. Words of the measure say more than the holder, who is often left out in a text.
WEIGHT_WHAT = 0.7
WEIGHT_WHO = 0.3
# A word that only the other claim's sentence holds may have been missed by the parse: it counts half.
IN_SENTENCE = 0.5
OTHER_MEASURE = 0.4
OTHER_PART = 0.8
PART_AND_WHOLE = 0.95
OTHER_HOLDER = 0.5
OTHER_BY_GUESS = 0.7
OTHER_COUNTED = 0.75
# What a holder is called says less than what is measured of it, where the other side calls it otherwise.
HOLDER_WORD = 0.4
# The noun that is counted says more about a count than the words around it.
COUNTED = 2.0
UNKNOWN_HOLDER = 0.85
SAME_TOPIC = 0.9
# Evidence beside the words: the same stated days, the same number unless it is round or small, and the same
# question of state (stalled or resumed).
SAME_PERIOD = 0.08
SAME_VALUE = 0.15
SAME_STATE = 0.12
SOME_LIKENESS = 0.25
# What is measured is the same where one number, or the only figure beside the same rare words, says so.
BY_NUMBER = 0.75
BY_WORDS = 0.75
# So is it where both sentences give another number, too.
IN_COMPANY = 0.95
# What speaks against a pair takes no more from it then.
DESPITE = 0.85
LONGEST_KEY = 64
# A pair is worth grouping from here; below, the claims are about different things.
LEAST = 0.6
FUZZY_FROM = 0.88

Name = frozenset[str]


@dataclass(frozen=True, slots=True)
class Fit:
    """How two claims fit together.

    Attributes:
        score: Between 0 and 1.
        what: Likeness of what is measured or asserted.
        gist: The same of what two assertions have at their core; enough to agree, not to contradict.
        who: Likeness of the holders, or None where one side names none.
        steps: (facet, what it added to the score or took from it) in the order they were applied.
    """

    score: float
    what: float
    who: float | None
    gist: float = 0.0
    steps: tuple[tuple[str, float], ...] = field(default=())

    @property
    def waterfall(self) -> tuple[tuple[str, float], ...]:
        """Each facet with what it added to the score or took from it, rounded; the sum is the score."""
        return tuple((facet, round(effect, 3)) for facet, effect in self.steps if round(effect, 3))


def fit(a: Key, b: Key, weights: Weights) -> Fit:
    """Return how well two claims fit together; the order of the two does not matter."""
    what = _what(a, b, weights)
    core = _gist(a, b, weights)
    number, words = is_one_number(a, b, weights), is_one_matter(a, b, weights)
    what = max(what, BY_NUMBER if number else 0.0, BY_WORDS if words else 0.0)
    if number and share_company(a, b, weights.companies):
        what = max(what, IN_COMPANY)
    alike = max(what, core)
    who = SAME_TOPIC if words and is_one_deal(a, b, weights) else _who(a, b)
    one_place = a.place is not None and a.place == b.place
    holder = 1.0 if one_place else UNKNOWN_HOLDER if who is None else who
    steps = [("measure", alike * WEIGHT_WHAT), ("holder", alike * WEIGHT_WHO * holder)]
    score = alike * (WEIGHT_WHAT + WEIGHT_WHO * holder)
    for facet, factor in _penalties(a, b, who):
        factor = max(factor, DESPITE) if number or words else factor
        steps.append((facet, score * factor - score))
        score *= factor
    if score >= SOME_LIKENESS:
        for facet, bonus in _evidence(a, b):
            score += bonus
            steps.append((facet, bonus))
    asked = score < 1.0 and is_learned(a, b, who)
    if asked and (raised := _raised(likelihood(a, b, weights, who))) > score:
        steps.append(("all in all, as learned", raised - score))
        score = raised
    if score > 1.0:
        steps.append(("at most 1", 1.0 - score))
    return Fit(min(1.0, score), what, who, core, tuple(steps))


def _raised(likely: float) -> float:
    """Return the score of a likelihood: where it suffices, a group is joined for it."""
    return likely + LEAST - LIKELY if likely >= LIKELY else 0.0


def cannot_fit(a: Key, b: Key) -> bool:
    """Whether two claims are too far apart to be fitted: of other holders, or without a word in common.

    It costs little and never leaves out a pair that would reach a group's threshold by its words.
    """
    if not (a.concepts & b.concepts or a.light & b.light or a.name_words & b.name_words):
        return True
    if (
        "share" in (a.claim.kind, b.claim.kind)
        or a.holder_is_guess
        or b.holder_is_guess
        or a.place
        or b.place
    ):
        return False
    both = bool(a.holder_words and b.holder_words)
    return both and not (a.holder_words & b.name_words or b.holder_words & a.name_words)


def same_sentence(a: Key, b: Key) -> bool:
    """Whether both claims stand in one sentence of one source."""
    return a.claim.source == b.claim.source and a.claim.sentence == b.claim.sentence


def _what(a: Key, b: Key, weights: Weights) -> float:
    """Weighted overlap of the words of measure, object and subject; the mean of overlap and Dice."""
    if a.dimension == b.dimension == FACT:
        # What one sentence says are two things; else it would have been said once.
        return 0.0 if same_sentence(a, b) else likeness(a, b, weights)
    if is_case_denied(a, b) or is_amount_denied(a, b):
        return UNIVERSAL
    if _is_of_other_stage(a, b):
        return OF_HOLDER
    left, right = (_moved(one, other) for one, other in ((a, b), (b, a)))
    if not left or not right:
        # Light words only ("total", "change"): they must be the same to say anything.
        return 0.6 if not left and not right and a.light & b.light else 0.0
    counted = a.counted | b.counted
    shared = _sum(left & right, counted, weights)
    if not same_sentence(a, b):
        missed = weights.sum((left - right) & b.context) + weights.sum((right - left) & a.context)
        shared += IN_SENTENCE * missed / 2
    all_left = _sum(left, counted, weights) - _named_apart(a, b, weights)
    all_right = _sum(right, counted, weights) - _named_apart(b, a, weights)
    overlap = min(1.0, shared / min(all_left, all_right))
    dice = min(1.0, 2 * shared / (all_left + all_right))
    fuzzy = ratio(a.text[:LONGEST_KEY], b.text[:LONGEST_KEY]) / 100
    return max((overlap + dice) / 2, fuzzy if fuzzy >= FUZZY_FROM else 0.0)


def _is_of_other_stage(a: Key, b: Key) -> bool:
    """Whether one gives the sentence of somebody who was acquitted, or the profit of who made a loss."""
    rows = a.stages.keys() & b.stages.keys() & TOLD_BY_FIGURES.keys()
    opposed = any(not a.stages[row] & b.stages[row] for row in rows) and FACT in (a.dimension, b.dimension)
    one, other = ((key.period.start, key.period.end) if key.period else None for key in (a, b))
    if not opposed or (RESULT in rows and (one is None or one != other)):
        return False
    named = any(len(name) > 1 for name in a.holders & b.holders) or (a.holders == b.holders and a.holders)
    of_kin = any(key.subject and key.holders for key in (a, b))  # "Holm's brother"
    return (
        opposed
        and bool(named)
        and not of_kin
        and a.claim.source != b.claim.source
        and a.dimension != b.dimension
    )


def _moved(key: Key, other: Key) -> frozenset[str]:
    """Return what a claim is of; of a fact that is held against a change, what rose or fell: its subject."""
    mixed = key.dimension == FACT != other.dimension and "movement" in key.stages.keys() & other.stages.keys()
    return key.subject - light_words() if mixed and key.subject else key.concepts


def _gist(a: Key, b: Key, weights: Weights) -> float:
    asserted = a.dimension == b.dimension == FACT and not same_sentence(a, b)
    if not asserted or tells_cause(a.claim) or tells_cause(b.claim):
        return 0.0
    return gist(a, b, weights)


def _named_apart(key: Key, other: Key, weights: Weights) -> float:
    """Return the weight to leave out for what only the holder is called: "bridge" here, "crossing" there."""
    if (key.concepts & other.concepts) <= attributes():
        return 0.0  # "length": it takes the holder to say of what
    only = key.subject - key.predicate - key.counted - other.concepts
    return (1 - HOLDER_WORD) * weights.sum(only) if other.subject or other.holders else 0.0


def _sum(words: frozenset[str], counted: frozenset[str], weights: Weights) -> float:
    return weights.sum(words) + (COUNTED - 1) * weights.sum(words & counted)


def _evidence(a: Key, b: Key) -> list[tuple[str, float]]:
    """What beside the words speaks for one and the same question."""
    found = []
    one, other = a.period, b.period
    if one and other and one.start and (one.start, one.end) == (other.start, other.end):
        found.append(("same period", SAME_PERIOD))
    if FACT in (a.dimension, b.dimension) and (a.stages.keys() & b.stages.keys() or is_one_instrument(a, b)):
        found.append(("same state asked", SAME_STATE))
    if a.dimension == b.dimension and same_number(a, b):
        found.append(("same value", SAME_VALUE))
    return found


def same_name(a: Name, b: Name) -> bool:
    """Whether one name is the other or a part of it ("Menk", "Dario Menk")."""
    return a <= b or b <= a


def unmatched(names: frozenset[Name], others: frozenset[Name]) -> frozenset[Name]:
    """Return the names that have no match among the others."""
    return frozenset(name for name in names if not any(same_name(name, other) for other in others))


def _who(a: Key, b: Key) -> float | None:
    """1 where the holders match, 0 where they do not, None where one side is silent."""
    if not a.holders or not b.holders:
        one, other = a.holders or a.topic, b.holders or b.topic
        if a.claim.source != b.claim.source:
            one, other = one or a.theme, other or b.theme
        return SAME_TOPIC if one and other and unmatched(one, other) < one else None
    left = unmatched(a.holders, b.holders)
    right = unmatched(b.holders, a.holders)
    if len(left) == len(a.holders) or len(right) == len(b.holders):
        here, there = unmatched(a.holders, b.names) < a.holders, unmatched(b.holders, a.names) < b.holders
        elsewhere = here or there
        if here != there and a.dimension == b.dimension == FACT:
            return SAME_TOPIC  # "China has resumed exports to Europe", "exports to Europe have resumed"
        if a.holder_is_guess or b.holder_is_guess:
            return None
        return 0.4 if elsewhere else 0.0
    missing = len(left) + len(right)
    return 1.0 - 0.5 * missing / (len(a.holders) + len(b.holders))


def is_one_trade(row: str, left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether two sides are the import and the export of goods: one trade, seen from its two ends."""
    members = load("contrasts")[row]["members"]
    return {members[side][0] for side in left | right} == {"import", "export"}


def sides_of(a: Key, b: Key) -> tuple[Mapping[str, frozenset[int]], Mapping[str, frozenset[int]]]:
    """Return which members of contrasts two claims name.

    Where two assertions stand alike, what one of them says by the way tells them not apart; where they may
    contradict each other, everything does.
    """
    both = a.stages.keys() & b.stages.keys()
    alike = a.claim.polarity == b.claim.polarity if not both else any(a.stages[r] & b.stages[r] for r in both)
    asserted = a.dimension == b.dimension == FACT
    here, there = (a.sides_told, b.sides_told) if asserted and alike else (a.sides, b.sides)
    if asserted and both:  # "the sale was completed", "the plan to sell fell through"
        asked = {"plan", "votes"} if STANCE in both else {"plan"}  # who supports it, and who opposes it
        here, there = (
            {row: told for row, told in side.items() if row not in asked} for side in (here, there)
        )
    return here, there


def _penalties(a: Key, b: Key, who: float | None) -> list[tuple[str, float]]:
    found = []
    if who == 0.0 and (a.place is None or a.place != b.place):
        found.append(("other holder", OTHER_HOLDER))
    apart = bool(a.held and b.held) and not a.held & b.held
    if who is None and apart and FACT not in (a.dimension, b.dimension):
        alike = a.counted & b.counted and a.dimension == b.dimension
        found.append(("other holder by guess", DESPITE if alike else OTHER_BY_GUESS))
    if a.counted and b.counted and not a.counted & b.counted and a.dimension == b.dimension:
        found.append(("other things counted", OTHER_COUNTED))
    here, there = sides_of(a, b)
    for row in sorted(here.keys() | there.keys()):
        table = load("contrasts")[row]
        left, right = here.get(row, frozenset()), there.get(row, frozenset())
        if left and right and not left & right:
            asserted = FACT in (a.dimension, b.dimension)
            sides_of_act = asserted and ("sides_of" in table or is_one_trade(row, left, right))
            found.append((row, 1.0 if sides_of_act else OTHER_PART if table["divides"] else OTHER_MEASURE))
        elif left != right and table["divides"] and FACT not in (a.dimension, b.dimension):
            found.append((row, PART_AND_WHOLE))
    return found
