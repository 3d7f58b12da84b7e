"""Figures that stand already, whatever the clause around them foretells: "half of the 61 seats"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import child
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_DEFINITE = frozenset({"the", "these", "those", "its", "their", "his", "her", "our", "all", "both"})
_WHOLE = frozenset({"all", "both"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NEAR = 4
_AT = frozenset({"in", "of", "for"})
_SET_AGAINST = frozenset({"after", "as", "than", "from", "against"})


def is_given(noun: Token) -> bool:
    """Tell whether a figure counts or measures what is there, not what is foretold of it.

    Args:
        noun: The head of the figure's noun phrase, or the number itself where it has none.
    """
    while noun.dep_ == "compound" and noun.like_num and noun.head.like_num:
        noun = noun.head  # "38 million"
    if not _is_numbered(noun) or _is_of_time_to_come(noun):
        return False
    if any(item.lower_ in _WHOLE for item in noun.lefts) or _is_whole(noun) or _is_past(noun):
        return True
    return (_is_definite(noun) and noun.dep_ in _SUBJECTS) or _measures_owned(noun)


def _is_numbered(noun: Token) -> bool:
    return noun.like_num or any(item.dep_ == "nummod" or item.like_num for item in noun.children)


def _is_definite(noun: Token) -> bool:
    return any(item.lower_ in _DEFINITE or item.dep_ == "poss" for item in noun.lefts)


def _is_of_time_to_come(noun: Token) -> bool:
    """Tell whether an adjective speaks of others than those there: "the next 40", "the other 300"."""
    apart = load("modality")["known"]["to_come"]
    return any(noun.doc[place].lower_ in apart for place in range(noun.left_edge.i, noun.i))


def _is_whole(noun: Token) -> bool:
    """Read "19 of the 61 seats", "one of its two plants" and "of 40 homes planned, six …"."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ != "of":
        return False
    if of.i == 0:
        return True
    part = of.head
    counted = part.like_num or part.text == "%" or part.lower_ in load("modality")["known"]["parts"]
    return counted and _is_definite(noun)


def _measures_owned(noun: Token) -> bool:
    """Read "his fee of £38m will be …": what somebody has is as large as it is."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ != "of" or of.head.pos_ != "NOUN":
        return False
    owned = of.head
    foretold = owned.lemma_.lower() in load("modality")["known"]["unsettled"]
    placed = owned.dep_ in _SUBJECTS or owned.dep_ == "dobj" or _is_whole(owned)
    return child(owned, "poss") is not None and placed and not foretold


def _is_past(noun: Token) -> bool:
    """Read "66 this year after 84 in 2024", "more than the 12 of 2023": set beside what is to come."""
    doc, first = noun.doc, noun.i
    before = {word.lower_ for word in doc[max(0, first - _NEAR) : first] if not word.is_punct}
    if not before & _SET_AGAINST:
        return False
    for place in range(first + 1, min(first + _NEAR, len(doc) - 1)):
        if doc[place].lower_ in _AT:
            return doc[place + 1].ent_type_ == "DATE"
        if doc[place].pos_ not in {"NOUN", "PROPN", "NUM", "SYM"}:
            return False
    return False
