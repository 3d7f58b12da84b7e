"""Figures that stand already, whatever the clause around them foretells: "half of the 61 seats"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claims.assertions.clauses import child
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_DEFINITE = frozenset({"the", "these", "those", "its", "their", "his", "her", "our", "all", "both"})
_WHOLE = frozenset({"all", "both"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MEASURING = frozenset({"of", "for"})
_YEARS = frozenset({"year", "decade", "season"})
_SERVED = frozenset({"in", "at", "as", "with", "on", "of"})
_NEAR = 4
_NOW = frozenset({"now", "currently", "presently", "today"})
_AT = frozenset({"in", "of", "for"})
_SET_AGAINST = frozenset({"after", "as", "than", "from", "against"})


@lru_cache(maxsize=8)  # asked more than once in a row of one figure
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
    if is_replaced(noun) or is_of_now(noun) or _bounds_record(noun):
        return True
    return (_is_definite(noun) and noun.dep_ in _SUBJECTS) or _measures_owned(noun) or _has_lasted(noun)


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
    part = of.nbor(-1) if of.head.pos_ == "VERB" else of.head  # "is shutting 14 of its 52 kiosks"
    counted = part.like_num or part.text == "%" or part.lower_ in load("modality")["known"]["parts"]
    return counted and _is_definite(noun)


def _measures_owned(noun: Token) -> bool:
    """Read "his fee of £9m will be …", "its claim for £4m": what somebody has is as large as it is."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ not in _MEASURING or of.head.pos_ != "NOUN":
        return False
    owned = of.head
    foretold = owned.lemma_.lower() in load("modality")["known"]["unsettled"]
    placed = owned.dep_ in _SUBJECTS or owned.dep_ == "dobj" or _is_whole(owned) or _opens(owned)
    return child(owned, "poss") is not None and placed and not foretold


def _opens(noun: Token) -> bool:
    """Read "on her pay of £38,000 that would come to …": set before the subject, as a basis."""
    verb = noun.head.head
    subject = next((item for item in verb.children if item.dep_ in _SUBJECTS), None)
    return noun.dep_ == "pobj" and subject is not None and noun.i < subject.i


def _has_lasted(noun: Token) -> bool:
    """Read "will close in May, after 30 years" and "will leave after nine years in it"."""
    after, verb = noun.head, noun.head.head
    if noun.dep_ != "pobj" or noun.lemma_ not in _YEARS or after.lower_ != "after":
        return False
    open_ = any(item.tag_ == "MD" and item.lower_ not in {"will", "shall"} for item in verb.lefts)
    aside = after.i > 0 and after.nbor(-1).text == "," and not open_
    served = any(item.dep_ == "prep" and item.lower_ in _SERVED for item in noun.rights)
    dated = any(item.dep_ == "prep" and _is_date(item) and item.i < after.i for item in verb.children)
    return served or (aside and dated)


def is_replaced(noun: Token) -> bool:
    """Read "will cost £12 instead of £10".

    Args:
        noun: The head of the figure's noun phrase, or the number itself where it has none.
    """
    of = noun.head
    return noun.dep_ == "pobj" and of.lower_ == "of" and of.i > 0 and of.nbor(-1).lower_ == "instead"


def is_of_now(noun: Token) -> bool:
    """Read "rents, now about €900, should fall" and "hopes to bring its rate, now 40%, below 30%".

    Args:
        noun: The head of the figure's noun phrase, or the number itself where it has none.
    """
    number = next((item for item in noun.lefts if item.dep_ == "nummod"), noun)
    for place in range(number.i - 1, max(0, number.i - _NEAR), -1):
        word = noun.doc[place]
        if word.lower_ in _NOW:
            return noun.doc[place - 1].text in {",", "(", "-", "–", "—"}
        if word.pos_ not in {"ADP", "ADV", "SYM", "NUM", "DET", "ADJ"}:
            return False
    return False


def _bounds_record(noun: Token) -> bool:
    """Read "will rise by 4%, the first increase in six years": so long it had not."""
    within, what = noun.head, noun.head.head
    if noun.dep_ != "pobj" or noun.lemma_ not in _YEARS or within.lower_ not in {"in", "for"}:
        return False
    return any(item.lower_ == "first" or item.tag_ == "JJS" for item in (what, *what.lefts))


def _is_date(preposition: Token) -> bool:
    return any(item.ent_type_ == "DATE" for item in preposition.children)


def _is_past(noun: Token) -> bool:
    """Read "66 this year after 84 in 2024", "more than the 12 of 2023": set beside what is to come."""
    doc, first = noun.doc, noun.i
    before = {word.lower_ for word in doc.tokens[max(0, first - _NEAR) : first] if not word.is_punct}
    if not before & _SET_AGAINST:
        return False
    for place in range(first + 1, min(first + _NEAR, len(doc) - 1)):
        if doc[place].lower_ in _AT:
            return doc[place + 1].ent_type_ == "DATE"
        if doc[place].pos_ not in {"NOUN", "PROPN", "NUM", "SYM"} and doc[place].tag_ != "VBN":
            return False
    return False
