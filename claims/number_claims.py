"""What a number claim takes from the words around its number: its span, its place, its status, a denial."""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.figures.conversion import for_one
from claims.framing.ballots import of_ballot, voted_in
from claims.framing.context import Context
from claims.framing.frame import Frame, Reading
from claims.framing.noun_phrases import noun_phrase
from claims.framing.scope import is_institution
from claims.language import Sentence
from claims.modality import sign_of, sign_of_words
from claims.model import Value
from claims.polarity import stands_aside
from claims.speech.noun_status import Sign
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Doc, Token


def with_place(
    context: Context,
    scope: dict[str, str],
    reading: Reading,
    only: "Token | None",
    measure: str,
    subject: str,
) -> tuple[dict[str, str], dict[str, str]]:
    """Complete where a number holds and of how much of a count, with what each was inferred from.

    Args:
        context: What the text has said so far.
        scope: What the clause says of where and of whom the number holds.
        reading: The number.
        only: The place that alone sets it apart from the number before it, or None.
        measure: What it measures.
        subject: Whose it is.
    """
    notes: dict[str, str] = {}
    if only is not None and only.pos_ == "PROPN":
        scope = {"geography": noun_phrase(only)} | scope
    if "geography" not in scope and context.home and is_institution(subject):
        scope = {"geography": context.home} | scope
        notes["scope.geography"] = f"the text is written from “{context.home}”"
    voted = "geography" not in scope and subject == context.ballot
    if voted and (place := voted_in(reading.anchor, measure)):
        scope = {"geography": place} | scope
    if context.partial and of_ballot(measure):
        scope |= {"basis": context.partial}
        notes["scope.basis"] = f"the paragraph says “{context.partial}”"
    return scope, notes


def in_source(value: Value, sentence: Sentence) -> Value:
    """Return a value with the place and the words that it has in the text; what falls to one is an amount."""
    divided = for_one(value.unit)
    return replace(
        value,
        unit=divided[0] if divided else value.unit,
        surface=sentence.text[value.start : value.end],
        start=sentence.start + value.start,
        end=sentence.start + value.end,
    )


def is_denied(predicate: "Token | None", anchor: "Token") -> bool:
    """Tell whether a number's clause is negated or what somebody denies; "12 refused" still counts 12."""
    if predicate is None or stands_aside(anchor, predicate) or _only_puts_right(anchor, predicate):
        return False
    if any(child.dep_ == "neg" for child in predicate.children):
        return True
    deniers = load("frames")["verbs"]["denial"]
    return any(above.lemma_ in deniers for above in predicate.ancestors if above.pos_ == "VERB")


def _only_puts_right(anchor: "Token", predicate: "Token") -> bool:
    """Tell whether a number says how much it is after all: "the queue was not long: 40 people"."""
    if predicate.lemma_ != "be":
        return False
    denied = next((child for child in predicate.rights if child.dep_ == "acomp" and child.i < anchor.i), None)
    return denied is not None and any(token.text == ":" for token in predicate.doc[denied.i + 1 : anchor.i])


def forbidden(value: Value, predicate: "Token | None") -> Value | None:
    """Return the bound that a denied one comes to: "did not sink below 7" is at least 7; else None.

    Args:
        value: A value of a denied clause.
        predicate: The verb of the clause.
    """
    if predicate is None or not (
        _may_be(predicate) or predicate.lemma_ in word_list("hedges", "moving", "verbs")
    ):
        return None
    if value.hedge == "over":
        return replace(value, low=None, high=value.low, hedge="at_most")
    return replace(value, low=value.high, high=None, hedge="at_least") if value.hedge == "under" else None


def _may_be(predicate: "Token") -> bool:
    """Tell whether a clause says what can or must be."""
    return not {"MD", "TO"}.isdisjoint(child.tag_ for child in predicate.lefts)


def sign_told(reading: Reading, frame: Frame) -> Sign | None:
    """Return the word that says that a number is expected or planned; in a text without a verb any may."""
    found = Sign("projection", frame.expected) if frame.expected is not None else sign_of(reading.anchor)
    if found is None and frame.predicate is None:
        found = _worded(reading.anchor.doc)
    return found


@lru_cache(maxsize=8)
def _worded(doc: "Doc") -> "Sign | None":
    return sign_of_words(doc)


def span_told(sentence: Sentence, reading: Reading, frame: Frame) -> tuple[int, int]:
    """The words a number claim rests on: from its subject or measure to its value, whichever comes first."""
    quantity = reading.quantity
    near = [token for token in (frame.subject, frame.predicate, *frame.parts) if token is not None]
    left = min([quantity.start, *(_left(token) for token in near)])
    right = max([quantity.end, *(token.idx + len(token) for token in near)])
    if right - left > 250:
        left, right = quantity.start, quantity.end
    return left, min(right, len(sentence.text))


def _left(token: "Token") -> int:
    edge = token
    for child in token.lefts:
        if child.dep_ in ("compound", "amod", "poss", "det", "nmod"):
            edge = min(edge, child.left_edge, key=lambda word: word.i)
    return int(edge.idx)
