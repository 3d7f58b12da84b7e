"""Lengths of what somebody is given for a time: "a four-year contract", "his ban of six months"."""

from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, word_class
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    governed,
    is_verb,
    noun_phrase,
    object_of,
    owner_of,
    subject_of,
)
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


def as_tenure(reading: Reading) -> Frame | None:
    """Return the frame of a length of time that is a sentence, a contract, a ban; None for any other.

    Args:
        reading: The length of time.
    """
    anchor = reading.anchor
    noun = _noun(reading, anchor)
    if noun is None:
        return _sent_down(anchor) or _in_office(anchor)
    measure = load("frames")["tenures"].get(noun.lemma_.lower())
    if measure is None:
        return None
    return Frame(_holder(noun), measure, None, clause_verb(noun), parts=(noun,))


def _noun(reading: Reading, anchor: "Token") -> "Token | None":
    """Return what is so long: "contract" of "five-year contract", of "contract of five years"."""
    if anchor.dep_ in ("compound", "nummod", "amod", "nmod") and anchor.head.i not in reading.inside:
        return anchor.head if anchor.head.pos_ in NOUNS else None
    of = next((child for child in anchor.rights if child.lower_ == "of"), None)
    if of is not None:
        return governed(of)
    if anchor.dep_ != "pobj":
        return None
    if anchor.head.lower_ == "of" and anchor.head.head.pos_ in NOUNS:
        return anchor.head.head
    if anchor.head.lower_ == "to" and is_verb(anchor.head.head):  # "cut his term to nine years"
        verb = anchor.head.head
        return object_of(verb) or _suffering(verb)
    return None


def _suffering(verb: "Token") -> "Token | None":
    subject = subject_of(verb)
    return subject if subject is not None and subject.dep_ == "nsubjpass" else None


def _holder(noun: "Token") -> "Token | None":
    """Return whose a contract or sentence is: its owner, or who signs, serves or is given it."""
    owner = owner_of(noun)
    if owner is not None:
        return owner
    verb = clause_verb(noun)
    if verb is None:
        return None
    signed = object_of(verb) if verb.lemma_ == "sign" and noun.dep_ == "pobj" else None
    if signed is not None and (signed.pos_ == "PROPN" or signed.lemma_ in word_class("nouns", "anybody")):
        return signed  # "the club signed Ada Holm on a two-year contract"
    given = next((child for child in verb.rights if child.dep_ == "dative"), None)
    if given is not None and given.pos_ != "ADP":
        return given
    subject = subject_of(verb)
    return None if subject == noun else subject


def _sent_down(anchor: "Token") -> Frame | None:
    """ "Was sent to prison for nine years": the prison sentence."""
    verb = anchor.head.head
    if anchor.dep_ != "pobj" or anchor.head.lower_ != "for" or not is_verb(verb) or verb.lemma_ != "send":
        return None
    to = (word for child in verb.rights if child.lower_ == "to" for word in child.children)
    if not any(word.lower_ in ("prison", "jail") for word in to):
        return None
    return Frame(object_of(verb) or subject_of(verb), "prison sentence", None, verb)


def _in_office(anchor: "Token") -> Frame | None:
    """How long somebody was what they stopped being: "retired as mayor after nine years"."""
    verb = anchor.head.head
    after = anchor.dep_ == "pobj" and anchor.head.lower_ == "after"
    if not after or verb.lemma_ not in word_class("verbs", "leaving"):
        return None
    office = complement_of(verb, "as")
    if office is None:
        return None
    return Frame(subject_of(verb), f"time as {noun_phrase(office, possessor=False, depth=0)}", None, verb)
