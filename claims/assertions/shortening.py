"""How much of a long predicate is told: what is said by the way is left out, a clause is told to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.tokens import Token

LONGEST = 14  # words
LONGEST_WITH_CLAUSE = 22  # words, where a shorter phrase would end inside a clause

Told = tuple[str, "Token"]
_ASIDES = frozenset({"acl", "relcl"})


def without_asides(words: Sequence[Told]) -> list[Told]:
    """Leave out what a long predicate says by the way of the subject of a clause inside it.

    "asked for a promise that goods bought from the works will not be sold on" asks for no purchase.

    Args:
        words: The words of a predicate, each with its token.

    Returns:
        The words that are left; all of them where they are few.
    """
    if length(words) <= LONGEST:
        return list(words)
    told = {token.i for _, token in words}
    aside = {
        part.i
        for _, token in words
        if token.dep_ in _ASIDES and token.head.i in told and _stands_before_its_verb(token)
        for part in token.subtree
    }
    return [(word, token) for word, token in words if token.i not in aside]


def longest(words: Sequence[Told]) -> int:
    """Return how many words of a predicate may be told.

    Args:
        words: The words of a predicate, each with its token.
    """
    if length(words) <= LONGEST:
        return LONGEST
    marked = [token for _, token in words if not token.is_punct]
    last_short, first_cut = marked[LONGEST - 1].i, marked[LONGEST].i
    told = {token.i for token in marked}
    clauses = [token.head for token in marked if token.dep_ in SUBJECTS and token.i < token.head.i in told]
    is_open = any(clause.left_edge.i <= last_short and first_cut <= clause.right_edge.i for clause in clauses)
    return LONGEST_WITH_CLAUSE if is_open else LONGEST


def length(words: Sequence[Told]) -> int:
    """Return the number of words, signs not counted."""
    return sum(not token.is_punct for _, token in words)


def _stands_before_its_verb(aside: Token) -> bool:
    subject = aside.head
    return subject.dep_ in SUBJECTS and subject.i < aside.i < subject.head.i
