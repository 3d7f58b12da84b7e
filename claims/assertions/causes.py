"""Causes: what brought an event about, told in one way however a text puts it.

"A lamp started the blaze", "the blaze was sparked by a lamp", "the cause was a lamp" and "a lamp is to blame
for the blaze" all assert of the blaze that it was caused by a lamp.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.checkable import listed
from claims.assertions.clauses import child, is_passive, is_predicate, own_subject, particle_of, subject_of
from claims.assertions.nominals import noun_phrase, noun_tokens, text_of

if TYPE_CHECKING:
    from claims.tokens import Token

_BY = "was caused by"
_UNKNOWN = "cause is unknown"
_KNOWN = "cause is known"
_FIRE = "fire"


@dataclass(frozen=True, slots=True)
class Cause:
    """What is asserted of the cause of an event.

    Attributes:
        event: The noun for the event, or None where it is the one that the text is about.
        by: The noun for what caused it, or None where that is unknown.
        measure: "was caused by a lamp", "cause is unknown".
        object: What caused it, without determiner, or None.
    """

    event: Token | None
    by: Token | None
    measure: str
    object: str | None


def is_mishap(noun: str) -> bool:
    """Tell whether a noun names an event whose cause is asked for ("fire", "collapse", "outbreak")."""
    return noun.lower() in listed("causes", "mishaps")


def cause_of(predicate: Token, *, kind: str = "", taken_up: bool = False) -> Cause | None:
    """Read what a clause says of a cause.

    Args:
        predicate: The head of the clause.
        kind: The plain word for the event that the text is about, or "".
        taken_up: Whether the sentence before told of a cause, so that "it was not X" goes on about it.
    """
    if predicate.lemma_ == "be":
        found = (
            _named(predicate, kind)
            or _asked(predicate, kind)
            or _is_due(predicate)
            or _is_source(predicate, kind)
        )
        return found or (_taken_up(predicate) if taken_up else None)
    if predicate.lemma_ == "know":
        return _known(predicate, kind) or _asked(predicate, kind)
    return (
        _brought_about(predicate)
        or _blamed(predicate)
        or _suspected(predicate, kind)
        or (_set_alight(predicate) if kind == _FIRE else None)
        or (_tainted(predicate) if kind in listed("causes", "catching") else None)
    )


@cache
def _verbs() -> frozenset[str]:
    return listed("causes", "verbs")


def _causes(predicate: Token) -> bool:
    return f"{predicate.lemma_} {particle_of(predicate)}".strip() in _verbs()


def _built(event: Token | None, by: Token | None) -> Cause | None:
    if by is None or by.pos_ not in {"NOUN", "PROPN"}:
        return None
    article = next((item.text for item in by.children if item.dep_ == "det" and item.i < by.i), "")
    article = article.lower() if article.lower() in {"a", "an", "the"} else ""
    phrase = text_of(noun_tokens(by))
    return Cause(event, by, " ".join(f"{_BY} {article} {phrase}".split()), noun_phrase(by))


def _event_in(noun: Token | None) -> Token | None:
    return noun if noun is not None and is_mishap(noun.lemma_) else None


def _after(token: Token, *places: str) -> Token | None:
    """Return the noun that follows one of the prepositions at a token."""
    for item in token.children:
        if item.dep_ in {"prep", "agent"} and item.lower_ in places and item.i > token.i:
            return child(item, "pobj")
    return None


def _brought_about(predicate: Token) -> Cause | None:
    """Read "X caused the fire", "the fire was sparked by X"."""
    if not _causes(predicate):
        return None
    if is_passive(predicate):
        event = _event_in(subject_of(predicate))
        return _built(event, _after(predicate, "by")) if event is not None else None
    event = _event_in(child(predicate, "dobj"))
    if event is None or predicate.tag_ == "VBG" or not _is_single(event):
        return None
    return _built(event, subject_of(predicate))


def _is_single(event: Token) -> bool:
    """Tell whether a noun means one event ("the fire", "a delay"), not what comes about in general."""
    return any(item.dep_ in {"det", "poss"} for item in event.children)


def _named(predicate: Token, kind: str) -> Cause | None:
    """Read "the cause of the fire was X", "the cause is unknown"."""
    subject = own_subject(predicate)
    if subject is None or subject.lemma_.lower() not in listed("causes", "nouns"):
        return None
    event = _after(subject, "of", "for")
    if event is None and not is_mishap(kind):
        return None
    if event is not None and subject.lemma_.lower() != "cause" and not is_mishap(event.lemma_):
        return None
    adjective = child(predicate, "acomp")
    if adjective is not None and adjective.lower_ in listed("causes", "unknown"):
        return Cause(event, None, _UNKNOWN, None)
    return _built(event, child(predicate, "attr"))


def _known(predicate: Token, kind: str) -> Cause | None:
    """Read "the cause of the fire is not known"."""
    subject = own_subject(predicate)
    if (
        subject is None
        or subject.lemma_.lower() not in listed("causes", "nouns")
        or not is_passive(predicate)
    ):
        return None
    event = _after(subject, "of", "for")
    return Cause(event, None, _KNOWN, None) if event is not None or is_mishap(kind) else None


def _asked(predicate: Token, kind: str) -> Cause | None:
    """Read "why the pump failed is unknown", "how the blast began is not known"."""
    question, adjective = child(predicate, "csubj", "csubjpass"), child(predicate, "acomp")
    known = predicate.lemma_ == "know" and is_passive(predicate)
    unknown = adjective is not None and adjective.lower_ in listed("causes", "unknown")
    if question is None or not (known or unknown):
        return None
    asked, measure = own_subject(question), _KNOWN if known else _UNKNOWN
    if asked is not None and asked.tag_ == "WP" and _causes(question):
        event = _event_in(child(question, "dobj"))
        return Cause(event, None, measure, None) if event is not None else None
    where = next((item.lower_ for item in question.subtree if item.tag_ == "WRB"), "")
    if where in {"how", "why", "where"} and question.lemma_ in listed("causes", "origins"):
        event = _event_in(asked)
        germ = where == "where" and asked is not None and asked.lemma_ in listed("causes", "germs")
        if event is not None or (germ and is_mishap(kind)):
            return Cause(event, None, measure, None)
    return None


def _is_due(predicate: Token) -> Cause | None:
    """Read "the crash was due to fog", "the collapse was the result of neglect", "X is to blame for it"."""
    inner = child(predicate, "xcomp")
    if inner is not None and inner.lemma_ == "blame":
        return _blamed(inner)
    event = _event_in(own_subject(predicate))
    place = child(predicate, "acomp", "attr", "prep")
    if event is None or place is None:
        return None
    if place.lower_ == "due":
        return _built(event, _after(place, "to"))
    return _built(event, _after(place, "of")) if place.lemma_ in {"result", "consequence"} else None


def _taken_up(predicate: Token) -> Cause | None:
    """Read "it was not the power line" after a sentence on the cause."""
    subject = own_subject(predicate)
    if subject is None or subject.lower_ != "it" or child(predicate, "neg") is None:
        return None
    return _built(None, child(predicate, "attr"))


def _blamed(predicate: Token) -> Cause | None:
    """Read "they blamed the fire on X", "X was blamed for the fire", "X is to blame for the fire"."""
    if predicate.lemma_ != "blame":
        return None
    subject, thing = subject_of(predicate), child(predicate, "dobj")
    if is_passive(predicate) or thing is None:
        event = _event_in(_after(predicate, "for"))
        return _built(event, subject) if event is not None else None
    event = _event_in(thing)
    if event is not None:
        return _built(event, _after(predicate, "on") or _after(thing, "on"))
    event = _event_in(_after(predicate, "for") or _after(thing, "for"))
    return _built(event, thing) if event is not None else None


def _is_source(predicate: Token, kind: str) -> Cause | None:
    """Read "X was the source of the outbreak", "X was not the cause of the fire"."""
    noun = child(predicate, "attr")
    if noun is None or noun.lemma_.lower() not in listed("causes", "nouns"):
        return None
    if not any(item.lower_ == "the" for item in noun.children):
        return None
    of = _after(noun, "of", "for", "behind")
    event = _event_in(of)
    told = event is not None or (of is None and is_mishap(kind))
    return _built(event, own_subject(predicate)) if told else None


def _suspected(predicate: Token, kind: str) -> Cause | None:
    """Read "inspectors suspect a faulty lamp" in a story on a mishap, not "they suspect Holm of theft"."""
    thing = child(predicate, "dobj")
    if predicate.lemma_ != "suspect" or is_passive(predicate) or not is_mishap(kind) or thing is None:
        return None
    of = any(item.lower_ == "of" for item in predicate.children)
    return _built(None, thing) if thing.pos_ == "NOUN" and not of and not thing.ent_type_ else None


def _tainted(predicate: Token) -> Cause | None:
    """Read "X contaminated the milk", "the milk was contaminated by X" in a story on an outbreak."""
    if predicate.lemma_ not in listed("causes", "tainting"):
        return None
    if is_passive(predicate):
        return _built(None, _after(predicate, "by"))
    return _built(None, subject_of(predicate)) if child(predicate, "dobj") is not None else None


def _set_alight(predicate: Token) -> Cause | None:
    """Read "X set the barn alight" in a story on a fire."""
    if predicate.lemma_ != "set" or is_passive(predicate):
        return None
    parts = [item for item in predicate.children if item.i > predicate.i and not is_predicate(item)]
    inner = [part for item in parts for part in (item, *item.children)]
    burning = any(item.lower_ in {"alight", "ablaze", "aflame", _FIRE} for item in inner)
    return _built(None, subject_of(predicate)) if burning else None
