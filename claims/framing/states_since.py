"""Dates without an act: since when something is in a state."""

from typing import TYPE_CHECKING

from claims.framing.noun_phrases import phrase_tokens, subject_of, text_of
from claims.language import Sentence
from claims.periods import TimeExpression
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

# What is dated, the word that tells it, and the measure.
Told = tuple["Token", "Token", str]

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
    placed = _phrase(verb) if state is None else ""
    if placed and verb.tag_ == "VBN" and noun is not None and not denied:
        return noun, verb, f"date {placed} since"
    if noun is None or noun.pos_ not in ("NOUN", "PROPN", "PRON") or state is None or denied:
        return None
    if verb.tag_ != "VBN" or state.like_num or any(child.like_num for child in state.children):
        return None
    named = text_of(phrase_tokens(state, possessor=False, depth=0)) if state.dep_ == "attr" else state.text
    return noun, verb, f"date {named} since"


def _phrase(verb: "Token") -> str:
    """Return a state that a preposition tells: "out of order", "on strike", "in custody", or ""."""
    link = next((child for child in verb.rights if child.lower_ in load("frames")["states_in"]), None)
    if link is None or link.i != verb.i + 1:
        return ""
    states = load("frames")["states_in"][link.lower_]
    state = next((token.text for token in link.subtree if token.lower_ in states), "")
    joined = f"{link.lower_} of" if link.lower_ == "out" else link.lower_
    return f"{joined} {state}" if state else ""


def _since(sentence: Sentence, time: TimeExpression) -> "Token | None":
    token = sentence.span.doc.root_of(time.start, time.end)
    while token is not None and token.lower_ != "since" and token.dep_ in _LINKS and token.head != token:
        token = token.head
    return token if token is not None and token.lower_ == "since" else None
