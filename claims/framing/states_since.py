"""Dates without an act: since when something is in a state."""

from typing import TYPE_CHECKING

from claims.framing.noun_phrases import governed, phrase_tokens, subject_of, text_of
from claims.language import Sentence
from claims.periods import TimeExpression
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

# What is dated, the word that tells it, and the measure.
Told = tuple["Token", "Token", str]

_NEXT = len(", to ")
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


def held_until(time: TimeExpression, verb: "Token | None") -> Told | None:
    """Return what is in a state up to or by a time: "is under contract until 2031", "must be in use by May".

    Args:
        time: One of a sentence's times.
        verb: The verb that it hangs on, or None.
    """
    noun = subject_of(verb) if verb is not None else None
    if (
        verb is None
        or noun is None
        or time.relation not in ("until", "by")
        or verb.lemma_ not in ("be", "have")
    ):
        return None
    if any(child.dep_ in ("neg", "expl") for child in verb.children):
        return None
    if verb.lemma_ == "have":
        return _deadline(time, verb, noun)
    link = next((child for child in verb.rights if child.dep_ == "prep"), None)
    inside = governed(link)
    stands = link is not None and link.i == verb.i + 1 and link.idx < time.start - len(link)
    if not stands or inside is None or inside.pos_ != "NOUN" or inside.idx >= time.start:
        return None
    if link is None or link.lower_ in ("for", "of") or any(word.like_num for word in inside.subtree):
        return None
    state = f"{link.lower_} {text_of(phrase_tokens(inside, depth=0))}"
    return noun, verb, f"date {state} until" if time.relation == "until" else f"date {state}"


def _deadline(time: TimeExpression, verb: "Token", noun: "Token") -> Told | None:
    """The time somebody has for something: "Bidders have until 9 May to appeal"."""
    to = next(
        (
            word
            for word in verb.doc[verb.i :]
            if word.idx >= time.end and word.tag_ == "VB" and word.i and word.nbor(-1).tag_ == "TO"
        ),
        None,
    )
    if time.relation != "until" or to is None or to.idx - time.end > _NEXT:
        return None
    return noun, verb, f"deadline to {to.lemma_}"


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
