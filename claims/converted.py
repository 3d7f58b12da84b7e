"""Amounts told twice before the noun they belong to: "a €3m (£2.6m) loss", "a 12-mile (19 km) tunnel"."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NN", "NNS"})
_INNER = _NOUNS | {"JJ", "JJR", "JJS", "HYPH", "NNP"}
# Labels of the word that stands for the whole phrase in its clause.
_OUTER = frozenset({"dobj", "attr", "pobj", "nsubj", "nsubjpass", "conj", "appos", "dep", "oprd"})
_LONGEST_BRACKET = 5
_LONGEST_NAME = 6


def join_amounts_to_their_noun(doc: "Doc") -> None:
    """Read "a €3m (£2.6m) operating loss" as an operating loss, where the parser sees an amount beside it."""
    if "(" not in doc.text:
        return
    opening = None
    for token in doc:
        if token.text == "(":
            opening = token.i
        elif token.text == ")" and opening is not None:
            if 1 < token.i - opening <= _LONGEST_BRACKET + 1:
                _join(doc, opening, token.i)
            opening = None


def _join(doc: "Doc", opening: int, closing: int) -> None:
    first, end = _amount_before(doc, opening), _name_behind(doc, closing + 1)
    if first == opening or end == closing + 1 or not _is_amount([*doc[opening + 1 : closing]]):
        return
    region = doc[first:end]
    noun = doc[end - 1]
    tops = [token for token in region if not first <= token.head.i < end or token.head == token]
    outer = next((token for token in tops if token.dep_ in _OUTER), None)
    if outer is None or any(token.dep_ == "ROOT" for token in tops) or noun.is_ancestor(outer.head):
        return
    above, label = outer.head, outer.dep_
    told = next((token for token in doc[first:opening] if token.text[0].isdigit()), doc[opening - 1])
    again = doc[closing - 1]
    behind = [child for token in region for child in token.rights if child.i >= end]
    noun.head, noun.dep_ = above, label
    for token in region:
        if token.i < opening and token.tag_ == "DT":
            token.head, token.dep_ = noun, "det"
        elif token.i < opening:
            part = "nmod" if token.is_currency else "quantmod"
            token.head, token.dep_ = (noun, "nummod") if token == told else (told, part)
        elif token.i <= closing:
            token.head, token.dep_ = (told, "appos") if token == again else (again, token.dep_)
        elif token != noun:
            token.head = noun
            token.dep_ = "amod" if token.tag_ == "JJ" else "compound"
    for child in behind:
        child.head = noun


def _amount_before(doc: "Doc", opening: int) -> int:
    """Return where the amount before a bracket begins, its article included."""
    at = opening
    if at > 2 and doc[at - 1].tag_ in _NOUNS and doc[at - 2].text == "-" and doc[at - 3].like_num:
        at -= 3  # "a 12-mile"
    while at and (doc[at - 1].is_currency or _is_numeral(doc[at - 1])):
        at -= 1
    counted = at < opening and any(token.is_currency or token.text == "-" for token in doc[at:opening])
    if not counted:
        return opening
    return at - 1 if at and doc[at - 1].tag_ == "DT" else at


def _is_amount(bracket: "Sequence[Token]") -> bool:
    """Tell whether a bracket holds one amount and nothing else."""
    words = [token for token in bracket if not (token.is_currency or _is_numeral(token))]
    return len(words) < len(bracket) and len(words) <= 1 and all(word.tag_ in _NOUNS for word in words)


def _is_numeral(token: "Token") -> bool:
    """Tell whether a word is a number or its magnitude: "40", "2bn", "million"."""
    return token.tag_ == "CD" or token.text[0].isdigit() or token.lower_ in _magnitudes()


@cache
def _magnitudes() -> frozenset[str]:
    numbers = load("numbers")
    marks = (mark for marks in numbers["marks"].values() for mark in marks)
    return frozenset(numbers["magnitudes"]) | frozenset(marks)


def _name_behind(doc: "Doc", start: int) -> int:
    """Return the index behind the noun that follows a bracket; the start itself where none does."""
    end = start
    for token in doc[start : start + _LONGEST_NAME]:
        if token.tag_ not in _INNER:
            break
        end = token.i + 1
    while end > start and doc[end - 1].tag_ not in _NOUNS:
        end -= 1
    return end
