"""Which of a sentence's time expressions tells when a claim holds."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from claims.framing.forecasts import is_forecast
from claims.framing.noun_phrases import clause_verb, is_verb
from claims.model import Period
from claims.periods import TimeExpression
from claims.timing.baselines import Place, follows_cue, times_of_figure
from claims.timing.tenses import (
    DEPENDENT,
    foresees,
    is_finite,
    is_pluperfect,
    is_speech,
    is_told_of_the_past,
    tense,
)
from claims.timing.when_clauses import CALENDAR, as_named, is_when_of, named_if_when, opens_when, tells_when
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Span, Token

_Nearness = tuple[int, bool, int]
_LONGEST_MONTH = 31
_BESIDE = frozenset({"after", "before", "following", "during", "since", "ahead", "despite", "amid"})
_ISO_LENGTH = 10
_NOMINAL = ("NOUN", "PROPN")
# "19%, and 17% by 2028": of the later level only
_LEVEL = re.compile(
    r"[^,;:]{0,9}(?:, [^,;]*)?, (?:and|then) (?:to )?[€£$]?\d[\d.,]*(?:%| per cent|bn|m)? (?:in |from )?"
)
_NAMING = frozenset({"compound", "amod", "nummod", "nmod", "poss"})
_WHEN = frozenset({"in", "at", "on", "during", "for", "over", "throughout", "of"})


def times_inside(times: Sequence[TimeExpression]) -> Callable[[int, int], bool]:
    """Return a test for spans that lie inside a calendar expression; offsets count in the sentence."""
    spans = [(time.start, time.end) for time in times if time.kind in (*CALENDAR, "clock")]
    if not spans:
        return lambda start, end: False
    return lambda start, end: any(left <= start and end <= right for left, right in spans)


def stated(time: TimeExpression | None) -> Period | None:
    """Return the period that a time expression states; days that it leaves open stay open."""
    if time is None:
        return None
    first, last = (day if day and len(day) == 10 else None for day in (time.first, time.last))
    return Period(first, last, time.text, time.resolved_from)


def period_of(
    anchor: "Token",
    predicate: "Token | None",
    times: Sequence[TimeExpression],
    span: "Span",
    figure: Place | None = None,
) -> TimeExpression | None:
    """Return the time expression that a claim's period is, or None.

    A time that is only compared with dates the old figure. The one inside the same bracket wins, then one
    that hangs on the value or its clause, then one of the clause above.

    Args:
        anchor: The token that carries the value, or the predicate of a fact.
        predicate: The verb of the claim's clause.
        times: The sentence's time expressions, offsets relative to it.
        span: The parsed sentence.
        figure: Where the figure stands, offsets relative to the sentence.
    """
    place = figure or (anchor.idx, anchor.idx + len(anchor))
    times = [time for time in _without_named_twice(times) if not is_only(time, place)]
    told = next((time for time in times if is_when_of(predicate, time)), None)
    if told is not None:
        return named_if_when(told, predicate)
    then = next((time for time in times if opens_when(time, place, span)), None)
    if then is not None:
        return as_named(then)
    own, free = times_of_figure([time for time in times if time.kind in CALENDAR], place, span)
    if own is not None:
        return None if _is_of_forecast(predicate) else own
    old = figure is not None and follows_cue(figure[0], span)
    best: tuple[_Nearness, TimeExpression] | None = None
    for time in free:
        head = span.doc.root_of(time.start, time.end)
        if head is None or (old and not _opens(predicate or span.root, time)):
            continue
        if _LEVEL.fullmatch(span.doc.text[place[1] : time.start]):
            continue
        if is_forecast_day(time, head, predicate) or _opens_next(time, free, anchor, span):
            continue
        rank = _closeness(anchor, predicate, head)
        if rank is None and time.relation == "as_of" and time.start == 0:
            rank = 2  # "As of 5 May, 40 were confirmed and 6 had been reported"
        if rank is None or (rank > 0 and _dates_something_else(anchor, predicate, head)):
            continue
        key = (rank, _hangs_on_event_beside(anchor, predicate, head), abs(head.i - anchor.i))
        if best is None or key < best[0]:
            best = key, time
    return named_if_when(best[1], predicate) if best else None


def is_only(time: TimeExpression, figure: Place) -> bool:
    """Tell whether a time that no calendar gives is the figure itself: "18 minutes later".

    Args:
        time: The time; offsets count in the sentence.
        figure: Where the figure stands there.
    """
    return not (time.first or time.last) and time.start < figure[1] and figure[0] < time.end


def _without_named_twice(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Leave out a time that the next words put on the calendar: "on its opening day, 3 May"."""
    pairs = zip_longest(times, times[1:])
    return [time for time, after in pairs if time.first or time.last or not _follows_at_once(time, after)]


def _follows_at_once(time: TimeExpression, after: TimeExpression | None) -> bool:
    return after is not None and time.kind == "date" and bool(after.first) and after.start - time.end == 2


def is_forecast_day(time: TimeExpression, head: "Token", predicate: "Token | None") -> bool:
    """Tell whether a time says when a forecast was made: "in May it had forecast 430 visitors".

    Args:
        time: The time.
        head: Its head in the parse.
        predicate: The verb of the figure's clause.
    """
    if predicate is None or time.relation not in (None, "in") or time.text.lower().startswith("for "):
        return False
    changed = not foresees(predicate)
    if changed and not _is_about_forecast(predicate):
        return False
    days = _days_of(time)
    short = days is not None and days <= _LONGEST_MONTH
    return short and _hangs_on(head, predicate) and (changed or is_told_of_the_past(predicate))


def _is_about_forecast(predicate: "Token") -> bool:
    """Tell whether what a verb changes is what was foreseen: "cut its forecast for 2026 to 2 %"."""
    return any(
        child.dep_ in ("nsubj", "nsubjpass", "dobj") and is_forecast(child) for child in predicate.children
    )


def _days_of(time: TimeExpression) -> int | None:
    if not time.first or not time.last or len(time.first) != len(time.last):
        return None
    if len(time.first) < _ISO_LENGTH:
        return 1
    return (date.fromisoformat(time.last) - date.fromisoformat(time.first)).days + 1


def _hangs_on(head: "Token", verb: "Token") -> bool:
    """Tell whether a time hangs on a verb itself and not on a noun of its clause."""
    step = head.head if head.dep_ == "pobj" else head
    return step == verb or step.head == verb


def _hangs_on_event_beside(anchor: "Token", predicate: "Token | None", head: "Token") -> bool:
    """Tell whether a time dates an event beside: "arrested 14 people after a march on Sunday"."""
    top = head.head if head.dep_ == "pobj" else head
    noun = top.head
    link = noun.head
    beside = noun.pos_ in _NOMINAL and link.head == predicate and link.lower_ in _BESIDE
    return beside and link not in anchor.ancestors


def _opens_next(time: TimeExpression, free: Sequence[TimeExpression], anchor: "Token", span: "Span") -> bool:
    """Tell whether a time opens the next half of a parallel: "in 2010 there were 9, in 2020 only 6"."""
    if time.start < anchor.idx or not any(other.end <= anchor.idx for other in free):
        return False
    inside = [token for token in span if token.idx < time.start]
    if not inside or not (inside[-1].text in (",", ";") or inside[-1].pos_ == "CCONJ"):
        return False
    for token in span.doc[inside[-1].i + 1 : span.end]:
        if token.idx < time.end:
            continue
        if token.like_num:
            return True
        if token.is_punct or token.pos_ == "CCONJ":
            return False
    return False


def _opens(verb: "Token", time: TimeExpression) -> bool:
    """Tell whether a time stands before subject and verb and so dates both ends of a change."""
    above = next((step for step in (verb, *verb.ancestors) if is_finite(step)), verb)
    subject = next((child for child in above.children if child.dep_ in ("nsubj", "nsubjpass")), above)
    return time.start < min(subject.left_edge.idx, above.idx)


def _is_of_forecast(predicate: "Token | None") -> bool:
    """Tell whether what changed is what was said: "the forecast goes up from 3 % in July"."""
    children = predicate.children if predicate is not None else ()
    return any(
        child.dep_ in ("nsubj", "nsubjpass") and child.lemma_ in word_list("when", "speech", "nouns")
        for child in children
    )


def _bracket(token: "Token") -> int:
    """Return the index of the bracket that a token stands in, or -1."""
    depth = 0
    if "(" not in token.doc.text:
        return -1
    for index in range(token.i - 1, -1, -1):
        text = token.doc[index].text
        depth += (text == ")") - (text == "(")
        if depth < 0:
            return index
    return -1


def _closeness(anchor: "Token", predicate: "Token | None", head: "Token") -> int | None:
    inside = _bracket(head)
    if inside == _bracket(anchor):
        return 0 if inside >= 0 else _by_clause(anchor, predicate, head)
    if inside >= 0:
        return None
    outside = _by_clause(anchor, predicate, head)
    return None if outside is None else 4 + outside


def _by_clause(anchor: "Token", predicate: "Token | None", head: "Token") -> int | None:
    if anchor in head.ancestors and (not is_verb(anchor) or anchor.dep_ in ("dobj", "pobj")):
        return None if _is_told_of(anchor, head) or _is_of_figure_below(anchor, head) else 1
    verb = head if is_verb(head) else clause_verb(head)
    if verb is not None and _says_more_of(anchor, verb):
        return 0
    if verb is None or predicate is None:
        return 3 if verb is None or not (verb.dep_ in ("advcl", "relcl", "acl") or is_speech(verb)) else None
    if verb.i == predicate.i or _is_of_whole(head, predicate):
        return 1
    if predicate.dep_ == "relcl" and head.head == predicate.head and head.dep_ in _NAMING:
        return 1
    if verb in predicate.ancestors:
        return 2 if _governs(verb, predicate) else None
    if tells_when(verb, predicate):
        return 2
    return 2 if _complements(verb, predicate) or _closes_pair(verb, predicate, head) else None


def _says_more_of(anchor: "Token", verb: "Token") -> bool:
    """Tell whether a clause says more of what a figure measures: "the record of 7 m, set in 1993"."""
    link = anchor.head
    return (
        verb.dep_ in ("acl", "relcl") and link.lower_ == "of" and link.head == verb.head and link.head != link
    )


def _closes_pair(verb: "Token", predicate: "Token", head: "Token") -> bool:
    """Tell whether a time at the end of two clauses dates both: "killed four and injured 61 on Monday"."""
    if verb.dep_ != "conj" or verb.head != predicate or head.i < verb.i or tense(verb) != tense(predicate):
        return False
    link = next((child for child in predicate.rights if child.dep_ == "cc"), None)
    if link is None or link.lower_ != "and" or link.nbor(-1).is_punct:
        return False
    return not any(word.is_punct for word in verb.doc[link.i : head.i])  # "…, results showed on Monday"


def _complements(verb: "Token", predicate: "Token") -> bool:
    """Tell whether a clause completes another: "hopes to sell 40 in May"; not "sold 40, and hopes to …"."""
    while verb.i != predicate.i and verb.dep_ in ("xcomp", "ccomp", "acomp"):
        verb = verb.head
    return verb.i == predicate.i


def _is_told_of(anchor: "Token", head: "Token") -> bool:
    """Tell whether a time says when a figure was named: "the 48 t that the bank forecast in May"."""
    for step in head.ancestors:
        if step.i == anchor.i:
            return False
        if step.dep_ == "relcl" and is_speech(step):
            return True
    return False


def _is_of_whole(head: "Token", predicate: "Token") -> bool:
    """Tell whether a time dates the whole that a part is told of: "of the 90 seen in May, a third …"."""
    return any(
        step.lower_ == "of" and step.head == predicate and step.i < predicate.i for step in head.ancestors
    )


def _is_of_figure_below(anchor: "Token", head: "Token") -> bool:
    """Tell whether a time belongs to a noun below: "90 taps, a third of the 270 planned in 2022"."""
    step = head
    while step.head != anchor and step.i != anchor.i:
        if step.dep_ in ("relcl", "acl"):
            of_unit = step.head.dep_ == "npadvmod" and step.head.head == anchor  # "40 a day expected by 2030"
            return not of_unit and not _is_brought_about(anchor, step)
        step = step.head
    return step.dep_ == "appos" and any(word.like_num for word in step.subtree if word.i < head.i)


def _is_brought_about(anchor: "Token", participle: "Token") -> bool:
    """Tell whether a participle says what somebody had done: "had half of the 40 taps mended on Monday"."""
    verb = anchor.head
    return participle.tag_ == "VBN" and anchor.dep_ == "dobj" and verb.lemma_ in ("have", "get")


def _governs(verb: "Token", predicate: "Token") -> bool:
    """Tell whether the time of one clause also dates a clause below it."""
    reported = predicate.dep_ == "ccomp" and predicate.head == verb
    if reported and verb.lemma_ in word_list("when", "ruling", "verbs"):
        return any(child.lower_ == "must" for child in predicate.lefts)
    content = reported or (predicate.dep_ == "xcomp" and predicate.head == verb)
    if content and foresees(verb) and tense(verb) == "present":
        return True  # "for 2026 it expects sales to rise by 4 %"
    if is_speech(verb):
        return tense(predicate) == "perfect" or (reported and is_pluperfect(predicate))
    step: Token | None = predicate
    while step is not None and step.i != verb.i:
        if step.dep_ not in DEPENDENT or not _same_time(step, verb):
            return False
        step = clause_verb(step)
    return True


def _same_time(clause: "Token", above: "Token") -> bool:
    """Tell whether a clause speaks of the time of the clause above: a result does, a deed it judges does not.

    Args:
        clause: The clause below: in "found him guilty of robbing four shops that had paid", the last two.
        above: The clause that has a time.
    """
    if clause.dep_ == "relcl" and is_pluperfect(clause) and not is_pluperfect(above):
        return False
    if clause.dep_ == "relcl" and _tells_who(clause):
        return False
    if clause.dep_ == "pcomp" and clause.head.head.lemma_.lower() in word_list("when", "charges", "of"):
        return False
    if is_finite(clause):
        return tense(clause) == tense(above)
    return clause.i > above.i or clause.dep_ != "advcl"


def _tells_who(clause: "Token") -> bool:
    """Tell whether a clause says who is meant, by what they once did: "a man who robbed a bank"."""
    who = next((child for child in clause.lefts if child.lower_ == "who"), None)
    return who is not None and who.i > 0 and who.nbor(-1).pos_ in _NOMINAL


def _dates_something_else(anchor: "Token", predicate: "Token | None", head: "Token") -> bool:
    """Tell whether a time only describes a noun that the figure is not about: "twice the 2021 loss"."""
    top = head
    while top.dep_ == "pobj" and top.head.pos_ == "ADP" and top.head.lower_ == "of":
        top = top.head
    noun = top.head
    attributive = top.dep_ in _NAMING or top.lower_ == "of"
    if not attributive or noun.pos_ not in _NOMINAL or noun.i == anchor.i:
        return is_aside(anchor, head)
    if noun in anchor.ancestors or anchor in noun.ancestors or predicate is None or predicate.head == noun:
        return False
    step = noun
    while step.dep_ in ("compound", "poss", "conj", "appos") and step.head.pos_ in _NOMINAL:
        step = step.head
    if step.dep_ == "pobj" and step.head.lower_ in _WHEN:
        return False
    return step.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr", "ROOT") or (
        step.dep_ != "ROOT" and clause_verb(step) != predicate
    )


def is_aside(anchor: "Token", head: "Token") -> bool:
    """Tell whether a time hangs on a word beside: "empty for the summer", "the lowest since April"."""
    above = head.head
    if above.pos_ == "ADP":
        above = above.head
    if above.i == anchor.i or above in anchor.ancestors:
        return False
    if above.pos_ in _NOMINAL:
        topmost = any(child.tag_ == "JJS" for child in above.children)
        return topmost or (above.lemma_ in word_list("when", "speech", "nouns") and head.dep_ == "npadvmod")
    apart = above.i > 0 and above.nbor(-1).text in (",", "(", "—", "–")
    return above.tag_ == "JJS" or (
        apart and above.pos_ == "ADJ" and above.dep_ in ("amod", "acl", "relcl", "advcl")
    )
