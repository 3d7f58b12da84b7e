"""What was done to whom, for the nouns that take it up: "it was closed … the closure was ordered by X"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.clauses import is_passive
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.facts import Fact
    from claims.tokens import Token

_PRONOUNS = frozenset({"it", "they", "them", "he", "she", "him", "her", "this", "that", "we", "us"})


class Acts:
    """The acts that a text has told of so far, by their verb."""

    def __init__(self) -> None:
        """Know of none yet."""
        self._done_to: dict[str, str] = {}

    def note(self, fact: Fact, subject: str) -> None:
        """Remember what a fact says was done, and to whom.

        Args:
            fact: The fact.
            subject: Its subject as the text has named it.
        """
        verb = fact.predicate
        lemma = verb.lemma_.lower()
        if fact.polarity != "affirmed" or lemma not in _verbs():
            return
        suffers = is_passive(verb) or fact.object is None
        whom = subject if suffers else fact.object
        if whom and whom.lower() not in _PRONOUNS:
            self._done_to[lemma] = whom

    def undergone(self, noun: Token) -> str | None:
        """Return to whom the act that a bare noun takes up was done, or None where none was told of.

        Args:
            noun: The head of a noun phrase: closure in "the closure was ordered by the governor".
        """
        parts = list(noun.children)
        definite = any(item.lower_ in {"the", "this", "that"} for item in parts if item.i < noun.i)
        named = any(item.dep_ in {"poss", "compound", "amod", "relcl", "acl"} for item in parts)
        if not definite or named or any(item.lower_ in {"of", "on"} for item in parts):
            return None
        return self._done_to.get(_nouns().get(noun.lemma_.lower(), ""))


@cache
def _nouns() -> dict[str, str]:
    return dict(load("nominal_events")["acts"])


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_nouns().values())
