"""Nouns left out: what "an earlier one" or "the first" is one of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import OBJECTS, child, own_subject
from claims.assertions.nominals import noun_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.tokens import Token

_TOLD_OF = frozenset({"nsubj", "nsubjpass", "attr", "dobj"})
_FIRST = frozenset({"first", "second", "third", "last", "other", "latter", "former"})


def stands_for_noun(subject: Token) -> bool:
    """Tell whether a subject leaves its noun out: "an earlier one", "the one at Elm Bay", "the second".

    Args:
        subject: The head of a subject.
    """
    told = {item.lower_ for item in subject.children if item.lower_ != "of"}
    if any(item.lower_ == "of" for item in subject.children):
        return False
    if subject.lower_ == "one":
        described = any(item.dep_ in {"amod", "prep", "relcl"} for item in subject.children)
        return described and bool(told & {"a", "an", "the", "another"})
    return subject.lower_ in _FIRST and subject.pos_ == "ADJ" and "the" in told


def written_out(subject: Token, before: Token | None) -> str | None:
    """Return a subject with the noun that it leaves out: "earlier trial" for "an earlier one".

    Args:
        subject: A subject that stands for a noun.
        before: The last predicate of the sentence before.
    """
    noun = next(_nouns_before(subject, before), None)
    if noun is None:
        return None
    phrase = noun_phrase(subject).split()
    place = next((at for at, word in enumerate(phrase) if word.lower() == subject.lower_), 0)
    if subject.lower_ == "one":
        phrase[place] = noun.text
    else:
        phrase.insert(place + 1, noun.text)
    return " ".join(phrase)


def _nouns_before(subject: Token, before: Token | None) -> Iterator[Token]:
    for token in reversed(subject.doc[: subject.left_edge.i]):
        if token.dep_ in _TOLD_OF and _is_one_thing(token):
            yield token
    told = (own_subject(before), child(before, *OBJECTS)) if before is not None else ()
    yield from (token for token in told if token is not None and _is_one_thing(token))


def _is_one_thing(token: Token) -> bool:
    return token.tag_ == "NN" and token.pos_ == "NOUN" and not token.ent_type_
