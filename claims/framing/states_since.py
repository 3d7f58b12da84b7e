"""Dates without an act: since when something is in a state, and the day of an event that a noun names."""

from functools import cache
from typing import TYPE_CHECKING

from claims.framing.noun_phrases import SUBJECTS, phrase_tokens, subject_of, text_of
from claims.language import Sentence
from claims.periods import TimeExpression
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

# What is dated, the word that tells it, and the measure.
Told = tuple["Token", "Token", str]

_DAY = len("2025-01-01")
_LINKS = frozenset({"prep", "pobj", "nmod", "nummod", "compound", "npadvmod"})


def held_since(sentence: Sentence, time: TimeExpression, verb: "Token | None") -> Told | None:
    """Return what is said to be in a state since a time: "the curfew, in force since May", "idle since May".

    Args:
        sentence: The parsed sentence.
        time: One of its times.
        verb: The verb that the time hangs on, or None.
    """
    since = _since(sentence, time)
    if since is None or since.i < 2:
        return None
    if verb is not None:
        return _has_been(verb) if verb.lemma_ == "be" else None
    force, inside = since.nbor(-1), since.nbor(-2)
    noun = inside.head
    if force.lower_ not in load("frames")["in_force"]["nouns"] or inside.lower_ != "in":
        return None
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i > inside.i:
        return None
    return noun, inside, f"date in {force.lower_}"


def _has_been(verb: "Token") -> Told | None:
    """Return what has been in a state: "the plant has been idle", "Berg has been mayor"."""
    noun = subject_of(verb)
    state = next(
        (child for child in verb.children if child.dep_ in ("acomp", "attr") and child.i > verb.i), None
    )
    denied = any(child.dep_ in ("neg", "expl") for child in verb.children)
    if noun is None or noun.pos_ not in ("NOUN", "PROPN", "PRON") or state is None or denied:
        return None
    if verb.tag_ != "VBN" or state.like_num or any(child.like_num for child in state.children):
        return None
    named = text_of(phrase_tokens(state, possessor=False, depth=0)) if state.dep_ == "attr" else state.text
    return noun, verb, f"date {named} since"


def _since(sentence: Sentence, time: TimeExpression) -> "Token | None":
    token = _head(sentence, time)
    while token is not None and token.lower_ != "since" and token.dep_ in _LINKS and token.head != token:
        token = token.head
    return token if token is not None and token.lower_ == "since" else None


def _head(sentence: Sentence, time: TimeExpression) -> "Token | None":
    """Return the head of the words of a time."""
    piece = sentence.span.doc.char_span(time.start, time.end)
    return piece.root if piece is not None and len(piece) else None


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(load("frames")["in_force"]["events"])


def event_on(sentence: Sentence, time: TimeExpression) -> Told | None:
    """Return the event whose day a noun phrase names: "the referendum of 14 June".

    Args:
        sentence: The parsed sentence.
        time: One of its times.
    """
    if time.kind != "date" or time.named[0] is None or len(time.named[0]) < _DAY:
        return None
    if time.named[0] != time.named[1]:
        return None
    token = _head(sentence, time)
    place = token.head if token is not None and token.dep_ == "pobj" else token
    if place is None or place.lower_ not in ("of", "on") or place.dep_ != "prep":
        return None
    noun = place.head
    named = noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in _event_nouns() and noun.i < place.i
    definite = any(child.lower_ in ("the", "this", "its", "his", "her", "their") for child in noun.lefts)
    if not named or not definite or place.i - noun.i > 2 or noun.dep_ == "dobj":
        return None
    subject = noun.dep_ in SUBJECTS or noun.dep_ in ("pobj", "ROOT", "appos", "conj")
    return (noun, noun, "date") if subject else None
