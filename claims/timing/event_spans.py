"""How long the event of an article lasted, where the text says so."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.framing.noun_phrases import clause_verb, is_verb
from claims.framing.topic import event_kinds
from claims.model import Period
from claims.periods import TimeExpression
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Span, Token

_LONGEST = 100
_NEAR = 8
_NOMINAL = ("NOUN", "PROPN")


@cache
def _events() -> frozenset[str]:
    return frozenset(load("context")["events"])


def is_event(token: "Token") -> bool:
    """Tell whether a noun names an event that an article can be about."""
    return token.pos_ in _NOMINAL and token.lemma_.lower() in _events()


def kinds_of_events(words: Iterable["Token"]) -> frozenset[str]:
    """Return the kinds of the events that words name ("fire" for a blaze)."""
    named = [word for word in words if word.pos_ in _NOMINAL and is_event(word)]
    return frozenset(event_kinds()[word.lemma_.lower()] for word in named)


def about_event(token: "Token | None") -> bool:
    """Tell whether a noun phrase is about an event: "the strike", "the fire's victims"."""
    if token is None:
        return False
    return is_event(token) or any(is_event(child) for child in token.children if child.dep_ == "poss")


def span_of_event(span: "Span", times: Sequence[TimeExpression]) -> Period | None:
    """Return how long an event lasted, where a sentence says so, or None.

    Args:
        span: The parsed sentence.
        times: Its times, with offsets relative to it.
    """
    for time in times:
        found = _stated(span, time) or _counted_back(span, time, times) or _over_after(span, time, times)
        if found is not None:
            return found
    return None


def _stated(span: "Span", time: TimeExpression) -> Period | None:
    """Read "Between 2 and 9 May the flood …" and "It lasted from 2 to 9 May"."""
    days = stretch(time)
    if days is None or not 0 < (days[1] - days[0]).days < _LONGEST or time.kind != "span":
        return None
    verb = verb_at(span, time)
    if verb is None:
        return None
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    lasts = verb.lemma_ in load("when")["event"]["lasting"] and any(
        is_event(child) or child.pos_ == "PRON" for child in subjects
    )
    if not lasts and not (any(map(is_event, subjects)) and verb.tag_ == "VBD"):
        return None
    return Period(time.first, time.last, time.text, time.resolved_from)


def _counted_back(span: "Span", time: TimeExpression, times: Sequence[TimeExpression]) -> Period | None:
    """Read "put out on Monday, two weeks after a fire broke out": from the outbreak to yesterday."""
    days = stretch(time)
    if days is None or days[0] != days[1]:
        return None
    for lasting in times:
        count = days_in(lasting)
        if count is None or lasting.start < time.end:
            continue
        behind = [token for token in span if token.idx >= lasting.end][:_NEAR]
        if not behind or behind[0].lower_ != "after" or not any(map(is_event, behind)):
            continue
        if not any(_is_over(token) for token in span if token.idx < lasting.start):
            continue
        first = days[1] - timedelta(days=count)
        words = f"{time.text}, {lasting.text} after"
        return Period(first.isoformat(), days[1].isoformat(), words, time.resolved_from)
    return None


def _over_after(span: "Span", time: TimeExpression, times: Sequence[TimeExpression]) -> Period | None:
    """Read "the strike ended on 2 June after nine days" and "a siege that lasted a week ended on 2 June"."""
    days = stretch(time)
    if days is None or days[0] != days[1] or not any(map(_is_over, span)):
        return None
    for lasting in times:
        count = days_in(lasting)
        if count is None:
            continue
        before = [token for token in span if token.idx < lasting.start]
        verb = verb_at(span, lasting)
        after = bool(before) and before[-1].lower_ == "after"
        after = after and verb is not None and _is_over(verb) and any(map(is_event, verb.lefts))
        if after or _lasts(verb):
            first = days[1] - timedelta(days=count)
            words = f"{time.text}, after {lasting.text}"
            return Period(first.isoformat(), days[1].isoformat(), words, time.resolved_from)
    return None


def _lasts(verb: "Token | None") -> bool:
    """Tell whether a clause says how long an event went on: "a siege that had lasted three weeks"."""
    if verb is None or verb.lemma_ not in load("when")["event"]["lasting"]:
        return False
    return verb.dep_ == "relcl" and is_event(verb.head)


def _is_over(token: "Token") -> bool:
    return token.lemma_.lower() in word_list("when", "event", "over")


def days_in(time: TimeExpression) -> int | None:
    """Return how many days a length of time in days or weeks has, or None.

    Args:
        time: A time expression.
    """
    words = time.text.lower().split()
    if time.kind != "duration" or len(words) != 2 or words[1] not in ("day", "days", "week", "weeks"):
        return None
    count = int(words[0]) if words[0].isdecimal() else load("periods")["numbers"].get(words[0])
    if count is None or count > _LONGEST:
        return None
    return int(count) * (7 if words[1].startswith("week") else 1)


def verb_at(span: "Span", time: TimeExpression) -> "Token | None":
    """Return the verb that a time belongs to.

    Args:
        span: The parsed sentence.
        time: One of its times, with offsets relative to it.
    """
    root = span.doc.root_of(time.start, time.end)
    return root if root is None or is_verb(root) else clause_verb(root)


def stretch(time: TimeExpression | Period) -> tuple[date, date] | None:
    """Return first and last day of a time that is closed and known, or None."""
    if isinstance(time, TimeExpression):
        return _days(time.first, time.last)
    return _days(time.start, time.end)


@lru_cache(maxsize=1024)
def _days(first: str | None, last: str | None) -> tuple[date, date] | None:
    if not first or not last or len(first) != 10 or len(last) != 10:
        return None
    return date.fromisoformat(first), date.fromisoformat(last)
