"""The gate on status: forecasts, plans and polls against outcomes, and newer forecasts against older ones."""

import re
from itertools import pairwise

from reconcile.format import capital
from reconcile.format import day as written_day
from reconcile.gates_scope import SURE
from reconcile.gates_time import SAME_HOLDER, SAME_WORDS, SOON, is_future
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason, day
from reconcile.told_times import compares, has
from reconcile.vocabulary import load
from reconcile.window import clause
from reconcile.wording import label, said, when
from reconcile.words import plain_words

# A budget is held against what its own thing comes to.
SAME_COST = 0.72
# An assertion is a forecast of another only where both are one proposition.
SAME_PROPOSITION = 0.7
_YEAR = 366


def status(pair: Pairing) -> Reason | None:
    """A forecast, target or plan is not an outcome, and a newer forecast replaces an older one."""
    future = [key for key in (pair.a, pair.b) if is_future(pair, key)]
    if pair.is_asserted and pair.fit.what < SAME_PROPOSITION:
        return None
    if not pair.is_asserted and _is_unreal(pair.a) != _is_unreal(pair.b):
        return Reason("status", "not_comparable", "One is what would have been, the other what was.")
    if is_polled(pair.a) != is_polled(pair.b) and pair.relation != "agree" and not pair.is_asserted:
        other = "a forecast or plan" if future else "what was counted"
        return Reason("status", "projection_vs_actual", f"One is what a poll found, the other {other}.")
    if (
        _is_budgeted(pair.a) != _is_budgeted(pair.b)
        and pair.fit.what >= SAME_COST
        and pair.relation != "agree"
    ):
        return Reason(
            "status", "projection_vs_actual", "One is what was budgeted, the other what it comes to."
        )
    set_beside = pair.same_sentence and pair.two_voices and not any(_is_watched(key) for key in future)
    if pair.one_number or pair.one_deal or set_beside:
        return None  # told as fact here, as a forecast there: both say the same
    if len(future) == 1 and pair.is_asserted and (_is_kept(pair, future[0]) or _are_willing(pair)):
        return None  # it will be closed here, and stays open there
    if len(future) == 1 and not pair.same_source and _is_told_of_now(pair, future[0]):
        return None  # "will go up by 3%" here, "goes up by 2%" there
    if len(future) == 1 and not pair.same_source and _are_of_one_act(pair):
        return None  # what somebody wants or promises, told as such here and as a plan there
    ruled = [_is_rule(key) for key in (pair.a, pair.b)]
    if len(future) == 1 and not pair.same_source and (all(ruled) or _is_share_ruled(pair, ruled)):
        return None  # what everybody gets or pays is told of now here, and of what comes there
    if len(future) == 1 and not pair.same_source and pair.fit.what >= SURE and _is_to_come(pair, future[0]):
        return None  # the 40 that will be felled here, and 60 there
    if len(future) == 1:
        if pair.is_asserted and _was_ruled_out(pair, future[0]):
            text = "One side says that it will not happen, the other that it has."
            return Reason("status", "possible_conflict", text)
        told = _forecast_and_outcome(pair, future[0])
        if pair.relation == "agree" and not pair.is_asserted and not _at_other_times(pair):
            return Reason("status", "agree", f"{told.removesuffix('.')}: the figure is the same.")
        return Reason("status", "projection_vs_actual", told)
    if pair.relation != "agree" and not pair.same_source and (earlier := _preliminary(pair)):
        text = f"{capital(label(pair, earlier))} gives a first figure, which a later report replaces."
        return Reason("status", "superseded", text)
    if len(future) == 2 and pair.relation != "agree" and not pair.is_asserted:
        return _two_forecasts(pair)
    return None


_UNREAL = re.compile(r"\b(?:would|could)(?:n['’]t| not| never)?(?: \w+ly)? have \w+", re.I)


def _is_unreal(key: Key) -> bool:
    """Whether a figure tells what did not come about: "it would have cost €5m"."""
    return key.claim.value is not None and _UNREAL.search(clause(key.claim)) is not None


def _is_watched(key: Key) -> bool:
    """Whether a forecast is that of those who only watch: "revenue was €2m, while analysts expected €3m"."""
    return not set(plain_words(key.claim.attribution or "")).isdisjoint(load("wording")["watchers"].split())


def _is_kept(pair: Pairing, ahead: Key) -> bool:
    """Whether a state is planned to which what the other side says stays so is opposed."""
    other = pair.b if ahead is pair.a else pair.a
    rows = pair.a.stages.keys() & pair.b.stages.keys()
    opposed = any(not pair.a.stages[row] & pair.b.stages[row] for row in rows)
    return opposed and _KEPT.match(other.claim.measure) is not None


_KEPT = re.compile(
    r"(?:still )?(?:stays?|remains?|keeps?|is (?:still|staying|to (?:stay|remain|keep)))\b", re.I
)


def _are_willing(pair: Pairing) -> bool:
    """Whether both tell that somebody is ready for something, which is no plan here and a fact there."""
    row = "willingness"
    return bool(pair.a.stages.get(row, frozenset()) & pair.b.stages.get(row, frozenset()))


def _is_told_of_now(pair: Pairing, ahead: Key) -> bool:
    """Whether a change that one side plans is told by the other in the present, without another time."""
    other = pair.b if ahead is pair.a else pair.a
    plan = ahead.claim.modality == "plan" and ahead.claim.kind == other.claim.kind == "growth"
    return plan and other.period is None and _RISES.search(clause(other.claim)) is not None


_RISES = re.compile(
    r"\b(?:rises?|falls?|grows?|climbs?|drops?|increases?|decreases?|goes (?:up|down)|go (?:up|down)) by\b",
    re.I,
)

# "15% of any future sale", "€40 for each guest", "a fifth if he is ever sold".
_RULE = re.compile(
    r"\b(?:any|each|every|apiece|whenever|per (?:person|head|guest|family)|if [\w ]{1,30} ever)\b", re.I
)


def _is_rule(key: Key) -> bool:
    """Whether an amount or share is what a rule or contract gives in each case."""
    return key.dimension in ("money", "percent") and _RULE.search(clause(key.claim)) is not None


def _is_share_ruled(pair: Pairing, ruled: list[bool]) -> bool:
    """Whether a share of any sale here is one of a sale there."""
    return any(ruled) and pair.a.dimension == "percent" and pair.fit.what >= SURE


_TO_COME = re.compile(r"\b(?:will|shall|(?:is|are) (?:now |due |set )?to)\b", re.I)


def _is_to_come(pair: Pairing, ahead: Key) -> bool:
    """Whether the other side counts, as given, the things of which its clause tells what will be done."""
    other = pair.b if ahead is pair.a else pair.a
    return other.dimension == "count" and _TO_COME.search(clause(other.claim)) is not None


def _are_of_one_act(pair: Pairing) -> bool:
    """Whether both figures are what somebody wants or asks for, or what somebody has promised."""
    return any(all(_is_told_with(key, act) for key in (pair.a, pair.b)) for act in ("demands", "promises"))


def _is_told_with(key: Key, act: str) -> bool:
    told = {*plain_words(clause(key.claim)), *plain_words(key.claim.measure)}
    return key.claim.value is not None and not told.isdisjoint(load("course")[act])


def _at_other_times(pair: Pairing) -> bool:
    """Whether both sides say for when their figure holds, and it is not the same time."""
    one, other = (
        (key.period.start, key.period.end) if key.period and (key.period.start or key.period.end) else None
        for key in (pair.a, pair.b)
    )
    return pair.same_sentence or (one is not None and other is not None and one != other)


def _preliminary(pair: Pairing) -> Key | None:
    """Return the side that is called a first or provisional figure, where the other is told later."""
    for key, other in pair.both_ways:
        here, there = pair.published(key), pair.published(other)
        if _is_first(key) and not _is_first(other) and here and there and here < there:
            return key
    return None


def _is_first(key: Key) -> bool:
    """Whether the sentence calls its figures first or provisional ones."""
    course = load("course")
    return has(key, course["preliminary"]) and not has(key, [*course["final"], *course["corrected"]])


def _is_budgeted(key: Key) -> bool:
    """Whether an amount is what something was to cost."""
    return key.dimension == "money" and "budget" in plain_words(key.claim.measure)


def is_polled(key: Key) -> bool:
    """Whether a figure comes from a poll: it estimates what a vote or a count then settles."""
    course = load("course")
    if key.claim.kind != "share" or course["of_votes"] in plain_words(key.claim.measure):
        return False
    told = " ".join(plain_words(f"{key.claim.attribution or ''} {key.claim.sentence}"))
    for phrase in course["voting"]:
        told = told.replace(phrase, "")
    return not set(told.split()).isdisjoint(course["polls"])


def _was_ruled_out(pair: Pairing, ahead: Key) -> bool:
    """Whether what one side rules out has happened by the other: "would not appeal", "has appealed"."""
    other = pair.b if ahead is pair.a else pair.a
    both = ahead.claim.value is None and other.claim.value is None
    return both and ahead.claim.polarity == "negated" and other.claim.polarity == "affirmed"


def _forecast_and_outcome(pair: Pairing, ahead: Key) -> str:
    """Say which side looks ahead: "004 projects 700 t for 2025; 003 reports 870 t as fact"."""
    other = pair.b if ahead is pair.a else pair.a
    verb = {"projection": "projects", "plan": "plans"}.get(ahead.claim.modality, "looks ahead to")
    who = "the source" if pair.same_source else label(pair, other)
    stated = f"{said(ahead.claim)}{when(ahead.claim) if ahead.claim.period else ''}"
    reported = f"{said(other.claim)}{when(other.claim) if other.period else ''}"
    if other.claim.modality == "estimate":
        return f"{capital(label(pair, ahead))} {verb} {stated}; {who} estimates {reported}."
    return f"{capital(label(pair, ahead))} {verb} {stated}; {who} reports {reported} as fact."


def _two_forecasts(pair: Pairing) -> Reason | None:
    a, b = pair.a.claim, pair.b.claim
    if pair.same_source:
        if _is_told_twice(pair):
            return None
        least = SAME_PROPOSITION if compares(pair.a) or compares(pair.b) else SAME_WORDS
        if pair.fit.who is not None and pair.fit.who >= SAME_HOLDER and pair.fit.what >= least:
            return Reason(
                "status", "superseded", "The source sets a new forecast or plan against an older one."
            )
        return Reason("status", "insufficient", "The source gives two forecasts, maybe of two things.")
    if pair.attributed_apart and {a.modality, b.modality} != {"plan"}:
        return Reason("status", "different_scope", f"Two forecasters: {a.attribution} and {b.attribution}.")
    if _is_of_far_year(pair):
        text = "One forecast is for a later year, the other names no time."
        return Reason("status", "insufficient", text)
    when_a, when_b = pair.published(pair.a), pair.published(pair.b)
    told_later = when_a and when_b and when_a != when_b and not _is_one_news(pair, when_a, when_b)
    if when_a and when_b and told_later and not pair.one_slip:
        return Reason(
            "status",
            "superseded",
            f"The forecast published on {written_day(max(when_a, when_b))} replaces "
            f"that of {written_day(min(when_a, when_b))}.",
        )
    return Reason(
        "status",
        "possible_conflict",
        "Two forecasts for the same figure, and nothing says that one replaces the other.",
    )


def _is_of_far_year(pair: Pairing) -> bool:
    """Whether only one forecast of a count names a time, and that lies more than a year after its text.

    The day by which a plan is to be carried out is no time of the count: "will shut 40 by May 2031".
    """
    timed = [key for key in (pair.a, pair.b) if key.period is not None]
    if len(timed) != 1 or timed[0].claim.kind not in ("count", "quantity"):
        return False
    if timed[0].claim.modality == "plan" and timed[0].period and _DEADLINE.match(timed[0].period.text):
        return False
    begins, told = day(timed[0].period.start if timed[0].period else None), day(pair.published(timed[0]))
    return begins is not None and told is not None and (begins - told).days > _YEAR


_DEADLINE = re.compile(r"(?:by|before)\b", re.I)


def _is_told_twice(pair: Pairing) -> bool:
    """Whether a source gives one plan in the same words twice, and neither time says that it changed."""
    told = not any(_is_revised(key) for key in (pair.a, pair.b))
    alike = pair.fit.what == 1.0 and not pair.same_sentence and pair.a.period == pair.b.period is None
    return alike and told and not pair.two_voices and not compares(pair.a) and not compares(pair.b)


def _is_one_news(pair: Pairing, one: str, other: str) -> bool:
    """Whether two sources tell a plan within days of each other, and the later one speaks of no revision."""
    first, second = day(one), day(other)
    if first is None or second is None or abs((first - second).days) > SOON:
        return False
    later = pair.a if first > second else pair.b
    return not _is_revised(later)


def _is_revised(key: Key) -> bool:
    """Whether the sentence of a forecast or plan says that it was another one before."""
    words, course = plain_words(key.claim.sentence), load("course")
    anew = any(word == "new" and view in course["revised_anew"] for word, view in pairwise(words))
    return anew or not set(words).isdisjoint(course["revised"])
