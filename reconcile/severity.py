"""How grave a contradiction is, said in one sentence, and what would make it none."""

from math import inf

from reconcile.format import capital, value
from reconcile.format import day as written_day
from reconcile.gates_scope import SURE, extra_words
from reconcile.gates_time import missing_period
from reconcile.intervals import EXCHANGE_HARD, hard, plain, soft, stated
from reconcile.keys import FACT, Key
from reconcile.pairing import Pairing
from reconcile.rates import SOURCE
from reconcile.wording import label, quoted, said, when

# Relative distance between what readers expect: from here it is large.
LARGE = 0.15
SMALL = 0.03


def severity(pair: Pairing, verdict: str) -> str:
    """Grade a pair: large and certain is high; each doubt takes a step off."""
    if verdict not in ("conflict", "possible_conflict", "internal_inconsistency"):
        return "low"
    grade = 3
    if pair.relation in ("possible", "disjoint"):
        distance = _distance(pair)
        grade = 3 if distance >= LARGE else 2 if distance >= SMALL else 1
        grade -= int(missing_period(pair) is not None and distance < 2 * LARGE)
    grade -= int(verdict == "possible_conflict") + int(pair.fit.what < SURE)
    return ("low", "low", "medium", "high")[max(0, min(3, grade))]


def _distance(pair: Pairing) -> float:
    """Return the gap between the soft intervals, as a part of the larger value."""
    a, b = pair.a.claim.value, pair.b.claim.value
    assert a is not None and b is not None
    if a.unit == "date":
        return LARGE if soft(a).gap(soft(b)) > 7 else SMALL
    if a.unit == "rank":
        return LARGE
    size = max(abs(number) for value in (a, b) for number in stated(value))
    factor = pair.factor
    if factor is None or not size:
        return inf
    return soft(a).gap(soft(b).scaled(factor)) / max(
        abs(n) for n in (*stated(a), *(end * factor for end in stated(b)))
    )


def explanation(pair: Pairing, verdict: str, why: str) -> str:
    """Return one sentence that a person would say about the pair."""
    if verdict not in ("conflict", "possible_conflict", "internal_inconsistency"):
        return why
    because = why[:1].lower() + why[1:] if why[:2].istitle() else why
    if not pair.same_source and (told := _of_one_place(pair)):
        return told
    if pair.same_source and not pair.attributed_apart:
        verb = "quotes both" if pair.two_voices else "says both"
        return f"{label(pair, pair.a)} {verb} {_said(pair, pair.a)} and {_said(pair, pair.b)}: {because}"
    sides = (f"{_speaker(pair, key)} {_says(pair, key)} {_said(pair, key)}" for key in (pair.a, pair.b))
    told = f"{'; '.join(sides)}: {because}"
    return capital(told)


def _of_one_place(pair: Pairing) -> str | None:
    """Return who has one rank by either side, where that is what the two say."""
    ranks = [
        key.claim.value for key in (pair.a, pair.b) if key.claim.value and key.claim.value.unit == "rank"
    ]
    if len(ranks) != len((pair.a, pair.b)) or pair.a.place is None or pair.a.place != pair.b.place:
        return None
    one, other = (f"{_speaker(pair, key)} has {key.claim.subject}" for key in (pair.a, pair.b))
    return capital(f"{one} at {value(ranks[0])}, {other} there: only one of them can have that place.")


def _says(pair: Pairing, key: Key) -> str:
    """ "The ministry says", "traders say"."""
    name = key.claim.attribution if pair.attributed_apart else None
    last = name.split()[-1] if name else ""
    return (
        "say" if last.islower() and last.endswith("s") and not last.endswith(("ss", "'s", "’s")) else "says"
    )


def _speaker(pair: Pairing, key: Key) -> str:
    named = key.claim.attribution if pair.attributed_apart and pair.two_voices else None
    return f"{named} ({label(pair, key)})" if named else label(pair, key)


def _said(pair: Pairing, key: Key) -> str:
    """Return what a side says and for when; that neither is dated is told once, elsewhere."""
    other = pair.b if key is pair.a else pair.a
    told = when(key.claim)
    neither = key.claim.period is None and other.claim.period is None
    return said(key.claim) + ("" if neither or (pair.same_source and key.claim.period is None) else told)


def exchange_of(pair: Pairing) -> str | None:
    """Return at what rate two currencies were compared, with its day and source; None for one currency."""
    rate = pair.rate
    if rate is None:
        return None
    at = f"1 {rate.base} = {plain(rate.per)} {rate.quote}"
    source = f"{SOURCE}, {written_day(rate.day)}"
    return f"Compared at {at} ({source}); a rate may be off by {EXCHANGE_HARD:.0%} of the figure."


def bounds_of(pair: Pairing) -> str:
    """Return what each figure leaves possible, and for a possible conflict what a reader expects."""
    reading = soft if pair.relation == "possible" else hard
    verb = "is read as" if pair.relation == "possible" else "allows"
    sides = [
        f"{said(key.claim)} {verb} {reading(key.claim.value)}"
        for key in (pair.a, pair.b)
        if key.claim.value is not None and key.claim.value.unit != "date"
    ]
    return f"{capital(', '.join(sides))}." if sides else "The two dates have no day in common."


def resolution(pair: Pairing) -> str:
    """Return what would make the contradiction none."""
    conditions = []
    if pair.same_source and pair.is_headline(pair.a) != pair.is_headline(pair.b):
        return "It would be no conflict if the headline means another thing or time than the text."
    silent = [label(pair, key) for key in (pair.a, pair.b) if key.period is None]
    if silent and {pair.a.dimension, pair.b.dimension}.isdisjoint(("date", FACT)):
        other = next((key.claim for key in (pair.a, pair.b) if key.period), None)
        if other is None:
            conditions.append("the two speak of different times")
        else:
            conditions.append(
                f"{silent[0]} meant another time than {when(other).removeprefix(' for ').strip()}"
            )
    left, right = (extra - pair.setting.understood for extra in extra_words(pair))
    extras = ((left, pair.a), (right, pair.b))
    named = [(quoted(extra, key), key) for extra, key in extras if extra and not pair.is_asserted]
    if pair.same_source and len(named) == 2:
        conditions.append(f"{named[0][0]} and {named[1][0]} mean two things")
    else:
        conditions += [f"{label(pair, key)} means {words} only" for words, key in named]
    if not conditions:
        conditions.append("one of them means another part, place or time, or was corrected since")
    return f"It would be no conflict if {', or if '.join(conditions)}."
