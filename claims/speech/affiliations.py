"""For whom people speak: the body that the text names with a person, so that their "we" can be read as it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import child
from claims.speech.speech_frames import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.tokens import Span, Token

_OF = frozenset({"of", "at", "for", "with", "from"})
_FOR = frozenset({"for"})


class Affiliations:
    """The bodies that the persons of a text belong to, by the last word of the person's name."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Read all sentences of a text.

        Args:
            spans: Its sentences, in order.
        """
        self._bodies: dict[str, Token] = {}
        self._officers: set[str] = set()
        for span in spans:
            for token in span:
                if token.ent_type_ == "PERSON" and token.pos_ == "PROPN" and token.dep_ != "compound":
                    self._learn(token)

    def _learn(self, person: Token) -> None:
        for role in _roles(person):
            body = _body_of(role)
            if body is not None:
                self._bodies.setdefault(person.text, body)
            if role.lower_ in words("officers"):
                self._officers.add(person.text)
        body = _named_after(person, _OF)
        if body is not None and body.ent_type_ == "ORG":
            self._bodies.setdefault(person.text, body)
        led = _led(person)
        if led is not None:
            self._bodies.setdefault(person.text, led)

    def body_of(self, speaker: str) -> Token | None:
        """Return the noun for the body that a person speaks for, or None.

        Args:
            speaker: The name of the person, with or without a role before it.
        """
        return self._bodies.get(speaker.split()[-1]) if speaker else None

    def is_officer(self, speaker: str) -> bool:
        """Tell whether a person holds an office in a body that the text does not name with it."""
        return bool(speaker) and speaker.split()[-1] in self._officers


def _roles(person: Token) -> list[Token]:
    """Return the nouns for what a person is: beside the name, before it, or that it stands beside."""
    found = [
        item
        for item in person.children
        if item.dep_ == "appos" and (item.pos_ == "NOUN" or item.lower_ in words("officers"))
    ]
    if person.dep_ == "appos" and person.head.pos_ == "NOUN":
        found.append(person.head)
    before = [
        item
        for item in person.lefts
        if item.ent_type_ != "PERSON" and item.dep_ in {"compound", "nmod"} and item.pos_ in {"NOUN", "PROPN"}
    ]
    return found + [item for item in before if item.lower_ in words("person_nouns") | words("officers")]


def _led(person: Token) -> Token | None:
    """Return what a person leads or speaks for ("who led the talks for the union")."""
    for clause in person.children:
        if clause.dep_ != "relcl" or clause.lemma_.lower() not in words("leading_verbs"):
            continue
        thing = child(clause, "dobj")
        found = (
            _named_after(clause, _FOR) or (_named_after(thing, _FOR) if thing is not None else None) or thing
        )
        if found is not None and (found.pos_ == "PROPN" or found.lemma_.lower() in words("speaker_nouns")):
            return found
    return None


def _body_of(role: Token) -> Token | None:
    """Return whose "chief executive" or "spokesman" somebody is."""
    owner = child(role, "poss")
    if owner is not None:
        return owner if owner.pos_ in {"PROPN", "NOUN"} or owner.lower_ == "its" else None
    named = _named_after(role, _OF)
    if named is not None and named.pos_ in {"PROPN", "NOUN"}:
        return named
    before = [item for item in role.lefts if item.dep_ == "compound" and item.ent_type_ == "ORG"]
    return before[-1] if before else None


def _named_after(noun: Token, places: frozenset[str]) -> Token | None:
    place = next((item for item in noun.rights if item.dep_ == "prep" and item.lower_ in places), None)
    found = child(place, "pobj") if place is not None else None
    if found is None:
        return None
    name = child(found, "appos")  # "of the broker Holm Berg"
    return name if name is not None and name.pos_ == "PROPN" else found
