"""What a court or jury finds of somebody: told of them, as the passive has it ("was convicted of fraud")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.checkable import listed
from claims.assertions.clauses import child, is_passive, subject_of
from claims.assertions.nominals import noun_phrase, text_of
from claims.assertions.phrases import clause_tokens
from claims.framing.inflection import past_participle

if TYPE_CHECKING:
    from claims.tokens import Token

_LONGEST = 14
_INSIDE_WORDS = frozenset({"-", "–"})  # "a 15-year-old", "12–13 hours"


def found_against(predicate: Token) -> Token | None:
    """Return whom a court's verdict is on, or None where a clause tells of no verdict.

    Args:
        predicate: The head of a clause ("the jury *cleared* her of murder").
    """
    judge = subject_of(predicate)
    told = predicate.tag_ in {"VBD", "VBN"} and not is_passive(predicate)
    if judge is None or not told or not _is_court(judge):
        return None
    lemma = predicate.lemma_.lower()
    if lemma == "find":
        state = child(predicate, "ccomp", "oprd", "acomp")
        if state is None or state.lower_ not in listed("rulings", "found"):
            return None
        return child(state, "nsubj") or child(predicate, "dobj")
    filing = child(predicate, "dobj")
    if lemma in listed("rulings", "of_filings"):
        if filing is None or filing.lemma_ not in listed("rulings", "filings"):
            return None
        return filing if child(filing, "poss") is not None else None
    if lemma not in listed("rulings", "verbs"):
        return None
    behind = (item for item in predicate.rights if item.dep_ == "npadvmod")  # not "last week a court cleared"
    return child(predicate, "dobj") or next(behind, None)


def as_suffered(predicate: Token, whom: Token) -> str:
    """Return a verdict as what befell whom it is on: "was cleared by the jury of murder".

    Args:
        predicate: The verb of the verdict.
        whom: The head of the noun phrase for whom it is on.
    """
    inside = {part.i for part in whom.subtree if part.i == whom.i or not _is_charge(part, whom)}
    rest = [part for part in clause_tokens(predicate) if part.i > predicate.i and part.i not in inside]
    closing = (place for place, part in enumerate(rest) if part.is_punct and part.text not in _INSIDE_WORDS)
    rest = rest[: next(closing, len(rest))]
    judge = subject_of(predicate)
    be = "were" if whom.tag_ in {"NNS", "NNPS"} or whom.lower_ == "them" else "was"
    by = f"by {noun_phrase(judge, 4)}" if judge is not None else ""
    state = 1 if predicate.lemma_.lower() == "find" else 0  # "found guilty by the jury of fraud"
    out = child(predicate, "prt")
    rest = [part for part in rest if out is None or part.i != out.i]
    done = past_participle(predicate.lemma_.lower())
    done = f"{done} {out.text}" if out is not None else done
    told = [be, done, text_of(rest[:state]), by, text_of(rest[state:])]
    return " ".join(" ".join(told).split()[:_LONGEST])


def _is_charge(part: Token, whom: Token) -> bool:
    """Tell whether a word belongs to what somebody is found guilty of, which the parse may hang on them."""
    place = part
    while place.head.i not in (whom.i, place.i):
        place = place.head
    described = any(item.dep_ == "appos" and item.i < place.i for item in whom.children)
    of_them = place.head.i == whom.i and place.dep_ == "prep" and place.lower_ == "of"
    return of_them and (whom.pos_ == "PRON" or described)


def _is_court(noun: Token) -> bool:
    names = [noun, *(item for item in noun.lefts if item.dep_ == "compound")]
    return any(item.lemma_.lower() in listed("rulings", "courts") for item in names)
