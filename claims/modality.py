"""How a statement is meant: as a fact, an expectation, an intention, an estimate or a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import child, clause_of, is_predicate
from claims.polarity import polarity, stands_aside
from claims.speech.clause_status import sign_of_clause, sign_of_what_is_sought
from claims.speech.given import is_given
from claims.speech.noun_status import (
    Sign,
    counted,
    is_known_figure,
    is_starting_point,
    sign_in_words,
    sign_of_argument,
    sign_of_noun,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.model import Modality
    from claims.tokens import Token

__all__ = ["modality", "modality_of_words", "polarity", "sign_of", "sign_of_words"]

_FIGURES = frozenset({"CARDINAL", "PERCENT", "MONEY", "QUANTITY"})


def modality(token: Token) -> Modality:
    """Return the status that the words around a predicate, or around a noun with a number, give it.

    Args:
        token: The predicate of a clause, or the head of a noun phrase ("forecast of 48 Mt": either noun).

    Returns:
        The first status that the predicate, what modifies it or what governs it names; else actual.
    """
    sign = sign_of(token)
    return sign.status if sign is not None else "actual"


def sign_of(token: Token) -> Sign | None:
    """Return the status of a predicate or figure with the word that gives it; None where it is actual.

    Args:
        token: As for ``modality``.
    """
    if is_predicate(token):
        return sign_of_clause(token, figure=None)
    changed = sign_of_argument(token)
    if is_known_figure(token, is_forecast=changed is not None):
        return None
    found = sign_of_noun(token) or changed
    if found is None and is_given(counted(token)):
        return None
    if found is not None or is_starting_point(token) or _renames(token):
        return found
    predicate = clause_of(token)
    if stands_aside(token, predicate, frozenset({"appos"})):
        return None  # "the road, 90 km of it, will be closed": it is so long now
    if (other := _said_again(predicate)) is not None:
        return sign_of(other)
    return sign_of_what_is_sought(predicate, token) or sign_of_clause(predicate, figure=token)


def _said_again(predicate: Token) -> Token | None:
    """Return the figure that a clause puts in other words: "gives 8% in two years, *which is 4%* a year"."""
    subject = child(predicate, "nsubj") if predicate.dep_ == "relcl" and predicate.lemma_ == "be" else None
    if subject is None or subject.lower_ != "which" or predicate.tag_ not in {"VBZ", "VBP"}:
        return None
    figure = predicate.head
    return figure if figure.like_num or any(item.like_num for item in figure.lefts) else None


def _renames(noun: Token) -> bool:
    """Tell whether a noun without a number says what another is ("to buy Castor, a maker of lifts")."""
    if noun.dep_ != "appos" or noun.ent_type_ in _FIGURES:
        return False
    return not any(item.pos_ in {"NUM", "SYM"} for item in (noun, *noun.children))


def modality_of_words(tokens: Iterable[Token]) -> Modality:
    """Return the status of words without a verb, from the first of them that names one.

    Args:
        tokens: The words of a heading, a cell or a list item.

    Returns:
        The status, or actual.
    """
    sign = sign_of_words(tokens)
    return sign.status if sign is not None else "actual"


def sign_of_words(tokens: Iterable[Token]) -> Sign | None:
    """Return the status of words without a verb with the word that names it, or None.

    Args:
        tokens: The words of a heading, a cell or a list item.
    """
    return sign_in_words(tokens)
