"""Which of a sentence's time expressions tells when a claim holds."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claims.noun_phrases import clause_verb, is_verb
from claims.periods import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CALENDAR = ("date", "span")


def times_inside(times: Sequence[TimeExpression]) -> Callable[[int, int], bool]:
    """Return a test for spans that lie inside a calendar expression; offsets count in the sentence."""
    spans = [(time.start, time.end) for time in times if time.kind in (*_CALENDAR, "clock")]
    return lambda start, end: any(left <= start and end <= right for left, right in spans)


def period_of(
    anchor: "Token", predicate: "Token | None", times: Sequence[TimeExpression], span: "Span"
) -> TimeExpression | None:
    """Return the time expression that a claim's period is, or None.

    The one inside the same bracket wins, then one that hangs on the value or its clause, then the only one of
    the sentence's main clause.

    Args:
        anchor: The token that carries the value, or the predicate of a fact.
        predicate: The verb of the claim's clause.
        times: The sentence's time expressions, offsets relative to it.
        span: The parsed sentence.
    """
    best: tuple[int, int, TimeExpression] | None = None
    for time in times:
        if time.kind not in _CALENDAR:
            continue
        head = _head(span, time)
        if head is None:
            continue
        rank = _closeness(anchor, predicate, head)
        if rank is None:
            continue
        key = (rank, abs(head.i - anchor.i))
        if best is None or key < best[:2]:
            best = (*key, time)
    return best[2] if best else None


def _head(span: "Span", time: TimeExpression) -> "Token | None":
    piece = span.doc.char_span(time.start, time.end, alignment_mode="expand")
    return piece.root if piece is not None and len(piece) else None


def _bracket(token: "Token") -> int:
    """Return the index of the bracket that a token stands in, or -1."""
    depth = 0
    for index in range(token.i - 1, -1, -1):
        text = token.doc[index].text
        depth += (text == ")") - (text == "(")
        if depth < 0:
            return index
    return -1


def _closeness(anchor: "Token", predicate: "Token | None", head: "Token") -> int | None:
    if _bracket(head) != _bracket(anchor):
        return (
            None
            if _bracket(head) >= 0
            else _by_clause(anchor, predicate, head)
            if _bracket(anchor) < 0
            else 4
        )
    if _bracket(anchor) >= 0:
        return 0
    return _by_clause(anchor, predicate, head)


def _by_clause(anchor: "Token", predicate: "Token | None", head: "Token") -> int | None:
    if anchor in head.ancestors:
        return 1
    verb = head if is_verb(head) else clause_verb(head)
    if verb is None or predicate is None:
        return 3
    if verb.i == predicate.i:
        return 1
    if verb in predicate.ancestors and predicate.dep_ in ("xcomp", "ccomp", "conj", "pcomp"):
        return 2
    if predicate in verb.ancestors and verb.dep_ in ("xcomp", "ccomp"):
        return 2
    return None
