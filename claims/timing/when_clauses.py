"""Times that a clause with "when" takes over: "the worst since 1998, when 40 died", "shut in May"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.periods import TimeExpression
from claims.timing.baselines import Place
from claims.timing.tenses import tense

if TYPE_CHECKING:
    from claims.tokens import Span, Token

CALENDAR = ("date", "span")
_WHEN = ", when "
_ENDS_CLAUSE = frozenset(",;:()")


def as_named(time: TimeExpression) -> TimeExpression:
    """Return the time itself, whatever stands before it: 1998 for "since 1998"."""
    return replace(time, first=time.named[0], last=time.named[1], relation="in")


def is_when_of(predicate: "Token | None", time: TimeExpression) -> bool:
    """Tell whether a clause says what was at a time: "more than in 2022, when it sold 40"."""
    if predicate is None or predicate.dep_ != "relcl" or time.kind not in CALENDAR:
        return False
    led = any(child.lower_ == "when" and child.i < predicate.i for child in predicate.children)
    return led and time.start <= predicate.head.idx < time.end


def opens_when(time: TimeExpression, figure: Place, span: "Span") -> bool:
    """Tell whether a figure stands in what was so at a time of comparison: "since 1994, when 9 shut"."""
    if time.kind not in CALENDAR or time.relation != "since" or time.named[0] is None:
        return False
    clause = span.doc.text[time.end : figure[0]] if time.end < figure[0] else ""
    return clause.startswith(_WHEN) and not _ENDS_CLAUSE.intersection(clause[len(_WHEN) :])


def named_if_when(time: TimeExpression, predicate: "Token | None") -> TimeExpression:
    """Return the time itself for what was then: "the worst since 1998, when 40 people died"."""
    if predicate is None or predicate.dep_ != "relcl" or time.relation not in ("since", "until", "before"):
        return time
    if not time.start <= predicate.head.idx < time.end:
        return time
    return as_named(time)


def tells_when(verb: "Token", predicate: "Token") -> bool:
    """Tell whether a clause says when another was so: "kept nine halls when it closed in 1994"."""
    if verb.dep_ != "advcl" or verb.head != predicate or tense(verb) != "past":
        return False
    led = any(child.lower_ == "when" and child.i < verb.i for child in verb.children)
    return led and tense(predicate) in ("past", "none")
