"""What befell a train, ship or plane that a text tells of by a verb alone: "the ferry capsized"."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.noun_phrases import subject_of
from claims.framing.topic import event_nouns
from claims.language import Sentence
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_LEAD = 4


def wrecked(sentences: Sequence[Sentence]) -> str | None:
    """Return what befell a vehicle by what the opening of a text says that it did, or None.

    Args:
        sentences: All sentences of the text, parsed.

    Returns:
        The vehicle and the noun that the text uses most for such an accident ("train derailment").
    """
    deeds = load("matters")["wrecks"]["deeds"]
    for sentence in sentences[:_LEAD]:
        for token in sentence.span:
            kind = deeds.get(token.lemma_) or ("crash" if _hits(token) else None)
            vehicle = _vehicle(token) if kind and token.pos_ == "VERB" else None
            if kind and vehicle is not None:
                return f"{vehicle.lemma_.lower()} {_called(str(kind), sentences)}"
    return None


def _hits(verb: "Token") -> bool:
    hits = verb.lemma_ in load("matters")["wrecks"]["hits"]
    return hits and any(it.dep_ == "dobj" and it.lemma_ in _vehicles() for it in verb.rights)


def _vehicle(verb: "Token") -> "Token | None":
    """Return the vehicle that a verb is said of, also by "it": "the bus was late when it overturned"."""
    subject = subject_of(verb)
    if subject is not None and subject.pos_ == "PRON":
        told = (it for it in verb.doc[: verb.i] if it.dep_ != "compound")  # no "car sales"
        subject = next((it for it in told if it.lemma_ in _vehicles()), None)
    return subject if subject is not None and subject.lemma_.lower() in _vehicles() else None


def _called(kind: str, sentences: Sequence[Sentence]) -> str:
    """Return the noun that a text uses most for an accident of a kind, else the plain one."""
    text = " ".join(sentence.text.lower() for sentence in sentences)
    nouns = event_nouns(kind) or frozenset({kind})
    return max(sorted(nouns), key=lambda noun: (text.count(f" {noun}"), noun == kind))


@cache
def _vehicles() -> frozenset[str]:
    wrecks = load("matters")["wrecks"]
    return frozenset((*wrecks["vehicles"], *wrecks["unnamed"]))
