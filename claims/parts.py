"""Parts told without a verb, kept together in the parse: "60 people were held, 15 of them for theft"."""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Protocol, TypeVar

from claims.tokens import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token


class _Tagged(Protocol):
    @property
    def lower_(self) -> str: ...
    @property
    def tag_(self) -> str: ...


Word = TypeVar("Word", bound=_Tagged)
THEM = frozenset({"them", "these", "those"})
_ENDS = frozenset({",", ";", ".", ":", ")", "—", "–", "and", "or", "while", "but", "!", "?"})
_BEFORE = frozenset({",", "(", "—", "–", ";", ":"})
MOST = 8  # words that say what the part is; more are a clause
_MANNER = 3  # words such as "at least" and "more than" before the number


def before_end(tokens: Iterable[Word]) -> list[Word]:
    """Return the words up to the first that ends or joins a phrase: a comma, a bracket, "and"."""
    return list(takewhile(lambda token: token.lower_ not in _ENDS, tokens))


def part_words(tokens: Sequence[Word]) -> list[Word]:
    """Return the words behind "of them" that say what a part is, none where a clause or nothing follows.

    Args:
        tokens: The tokens behind "of them", as many as may be part of it and one more.
    """
    said = before_end(tokens[: MOST + 1])
    is_clause = len(said) > MOST or any(token.tag_ in FINITE for token in said)
    return [] if is_clause else said


def give_clause_its_part(conjunction: "Token") -> None:
    """Read "closed after part of its roof came down" as what came down, not as closed "after part".

    Args:
        conjunction: "after" or "before", where the parse takes it for a preposition.
    """
    part = next((child for child in conjunction.rights if child.dep_ == "pobj"), None)
    end = part.right_edge.i + 1 if part is not None else 0
    if part is None or conjunction.dep_ != "prep" or not end < len(part.doc):
        return
    verb = part.doc[end]
    while verb.dep_ in ("aux", "auxpass", "neg") and verb.i + 1 < len(verb.doc):
        verb = verb.nbor(1)
    told = verb.tag_ in FINITE or any(child.tag_ in FINITE for child in verb.lefts)
    if verb.dep_ != "advcl" or verb.head != conjunction.head or not told:
        return
    if any(child.dep_ in ("nsubj", "nsubjpass", "mark") for child in verb.children):
        return
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    part.head, part.dep_ = verb, "nsubjpass" if passive else "nsubj"
    conjunction.head, conjunction.dep_ = verb, "mark"


def keep_part_together(them: "Token") -> None:
    """Hang the words that say what a part is on its number: it is not the clause that is "for theft".

    Args:
        them: The pronoun of "of them".
    """
    if them.i < 3 or them.nbor(-1).lower_ != "of":
        return
    doc, number = them.doc, them.nbor(-2)
    opening = max(number.left_edge.i - _MANNER, 0)
    before = [token for token in doc[opening : number.i] if token.text in _BEFORE]
    said = part_words(list(doc[them.i + 1 : them.i + MOST + 2]))
    if not before or not said:
        return
    whole = next((token for token in reversed(doc[: before[-1].i]) if token.pos_ in ("NOUN", "PROPN")), None)
    inside = {token.i for token in said}
    if whole is None or whole in number.subtree:
        return
    clause = next((word for word in said if word.is_ancestor(whole)), None)
    if clause is not None:  # "for a farm with 90 cows, 12 of them ill" is no clause "farm ill"
        _hang_on_its_head(clause)
    number.head, number.dep_ = whole, "appos"
    for word in (them.nbor(-1), *said):
        if word.head.i not in inside or word == them.nbor(-1):
            word.head = number
            word.dep_ = word.dep_ if word.dep_ == "prep" else "acl" if word.tag_ == "VBN" else "appos"


def _hang_on_its_head(clause: "Token") -> None:
    """Give what the parse took for a clause's own words back to what the clause hangs on."""
    mark = next((child for child in clause.lefts if child.dep_ == "mark"), None)
    for child in list(clause.lefts):
        if mark is not None and child.dep_ in ("nsubj", "nsubjpass"):
            child.head, child.dep_ = mark, "pobj"
        else:
            child.head = clause.head
    if mark is not None:
        mark.dep_ = "prep"
