"""Predicates left out: what an auxiliary left alone repeats ("…, Peru is not", "Nor did its coach")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import auxiliaries, is_predicate, own_subject, predicates

if TYPE_CHECKING:
    from claims.tokens import Span, Token

_COMPLEMENTS = frozenset({"attr", "acomp", "dobj", "prep", "xcomp", "ccomp", "advmod", "npadvmod"})
_OPENING = frozenset({"nor", "neither", "so"})


def repeated(predicate: Token, before: Token | None = None) -> Token | None:
    """Return the predicate that an auxiliary left alone repeats, or None where it stands for itself.

    Args:
        predicate: The head of a clause.
        before: The last predicate of the sentence before, for a sentence that is one such clause.
    """
    modal = predicate.tag_ == "MD"
    if predicate.lemma_ not in {"be", "have", "do"} and not modal:
        return None
    if any(item.i > predicate.i and item.dep_ in _COMPLEMENTS for item in predicate.children):
        return None
    if not modal:
        for item in reversed(list(predicates(predicate.doc[: predicate.i]))):
            if (
                own_subject(item) is not None
                and _is_form(predicate, item)
                and not _describes(predicate, item)
            ):
                return item
    if before is None or predicate.dep_ != "ROOT" or own_subject(predicate) is None:
        return None
    opened = predicate.doc[0].lower_ in _OPENING
    denied = any(item.dep_ == "neg" for item in predicate.children)
    return before if opened or denied else None


def _describes(predicate: Token, item: Token) -> bool:
    """Tell whether a clause only describes the subject ("the mill, which closed, does not")."""
    subject = own_subject(predicate)
    return subject is not None and subject.is_ancestor(item)


def _is_form(predicate: Token, item: Token) -> bool:
    forms = (item.lemma_, *(auxiliary.lemma_ for auxiliary in auxiliaries(item)))
    return predicate.lemma_ in forms or predicate.lemma_ == "do"


def last_predicate(span: Span) -> Token | None:
    """Return the last predicate of a sentence with a subject of its own that is no mere auxiliary."""
    for item in reversed(tuple(span)):
        if item.tag_ != "MD" and is_predicate(item) and own_subject(item) is not None:
            return item
    return None


def in_its_form(phrase: str, predicate: Token, model: Token) -> str:
    """Put a repeated predicate in the form that a modal left alone asks for: "appeals" as "will appeal".

    Args:
        phrase: The predicate as its own clause has it.
        predicate: What is left of the clause that repeats it.
        model: The repeated predicate.
    """
    if predicate.tag_ != "MD" or phrase.startswith(f"{predicate.text} "):
        return phrase
    rest = phrase.partition(model.text)[2]
    return f"{predicate.text} {model.lemma_}{rest}"
