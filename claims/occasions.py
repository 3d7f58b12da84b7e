"""Dates that a text asserts: when something happened, and what it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.language import Sentence
from claims.model import Claim
from claims.noun_phrases import is_verb, object_of, phrase_tokens, premodifiers, subject_of, text_of
from claims.periods import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = frozenset({"say", "tell", "report", "note", "add", "state", "be", "have"})
_LINKS = frozenset({"prep", "npadvmod", "advmod", "pobj", "nmod", "nummod", "compound", "tmod", "appos"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event with its date; offsets count in the sentence."""

    time: TimeExpression
    predicate: "Token"
    subject: "Token | None"
    measure: str
    start: int
    end: int


def occasions(
    sentence: Sentence, times: Sequence[TimeExpression], numbers: Sequence[Claim]
) -> Iterator[Occasion]:
    """Yield the events that a sentence dates.

    A time that only says when a number holds is that number's period and no claim of its own.

    Args:
        sentence: The parsed sentence.
        times: Its time expressions.
        numbers: The number claims already read from it.
    """
    for time in times:
        if time.kind not in ("date", "span") or not (time.first or time.last):
            continue
        verb = _dated_verb(sentence, time)
        if verb is None or verb.lemma_ in _SAYING:
            continue
        if any(
            claim.period is not None and claim.period.text == time.text and _states(verb, sentence, claim)
            for claim in numbers
        ):
            continue
        subject = subject_of(verb)
        measure = f"date of {_act(verb)}"
        left = min(
            time.start,
            subject.left_edge.idx if subject is not None and abs(subject.i - verb.i) < 25 else verb.idx,
        )
        right = max(time.end, verb.idx + len(verb))
        yield Occasion(time, verb, subject, measure, left, right)


def _states(verb: "Token", sentence: Sentence, claim: Claim) -> bool:
    """Tell whether a number claim hangs on the verb itself."""
    assert claim.value is not None
    piece = sentence.span.doc.char_span(
        claim.value.start - sentence.start, claim.value.end - sentence.start, alignment_mode="expand"
    )
    if piece is None:
        return False
    token = piece.root
    while token.head != token and not is_verb(token):
        token = token.head
    return bool(token.i == verb.i)


def _dated_verb(sentence: Sentence, time: TimeExpression) -> "Token | None":
    piece = sentence.span.doc.char_span(time.start, time.end, alignment_mode="expand")
    if piece is None or not len(piece):
        return None
    token = piece.root
    if is_verb(token):
        return token
    while token.dep_ in _LINKS and token.head != token:
        token = token.head
        if is_verb(token):
            return token
        if token.pos_ in ("NOUN", "PROPN") and token.i not in range(piece.start, piece.end):
            return None
    return None


def _act(verb: "Token") -> str:
    target = object_of(verb)
    tokens = [verb, *(child for child in verb.children if child.dep_ in ("prt", "neg"))]
    if target is not None and target.pos_ != "PRON":
        tokens += phrase_tokens(target, depth=1)
    else:
        attribute = next((child for child in verb.children if child.dep_ in ("attr", "oprd", "acomp")), None)
        tokens += premodifiers(attribute) if attribute is not None else []
    return text_of(tokens)
