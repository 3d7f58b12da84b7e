"""Noun phrases as a person would write them: without determiner, brackets, clauses and appositions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.clauses import child, is_predicate
from claims.speech.speech_frames import words
from claims.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.tokens import Token

LONGEST_NAME = 10
DASHES = frozenset({"-", "--", "–", "—"})

_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "such", "no", "any", "both", "all", "neither"}
    | {"not", "our", "my", "your"}
)
_SIDE_CLAUSES = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "ccomp", "csubj", "neg"})
_NOUN_PARTS = frozenset(
    {"cc", "punct", "pobj", "case", "nummod", "amod", "pcomp", "advmod", "quantmod", "compound", "npadvmod"}
)
_MARKS_OF_QUOTATION = frozenset({'"', "''", "``"})


def text_of(tokens: Iterable[Token]) -> str:
    """Return tokens as text: their own spacing where they adjoin, one space elsewhere."""
    parts: list[str] = []
    last: Token | None = None
    for token in tokens:
        if last is not None and (token.i != last.i + 1 or last.whitespace_):
            parts.append(" ")
        parts.append(token.text)
        last = token
    return tidy("".join(parts))


def tidy(text: str) -> str:
    """Return text without doubled or stray space and punctuation."""
    text = re.sub(r" +(?=[,;:%)]|'s\b)", "", " ".join(text.split()))
    return re.sub(r",(?:,)+", ",", text).strip(" ,;:-–—")


def subtree(token: Token) -> list[Token]:
    """Return a token and all that depends on it, in order."""
    return list(token.subtree)


def noun_phrase(head: Token, longest: int = LONGEST_NAME, without: Token | None = None) -> str:
    """Return a noun phrase as written, without determiner, brackets, clauses and appositions."""
    phrase = text_of(noun_tokens(head, longest, without))
    phrase = re.sub(r" nor (?:the |an? )?", " and ", phrase)
    return re.sub(r"(?:'s|(?<=s)')$", "", phrase).rstrip()


def noun_tokens(head: Token, longest: int = LONGEST_NAME, without: Token | None = None) -> list[Token]:
    """Return the tokens of a noun phrase without determiners, brackets, clauses and appositions.

    Args:
        head: The head of the phrase.
        longest: How many words it may have; what comes last is left out beyond.
        without: A clause inside the phrase that is to be left out.
    """
    if is_predicate(head) and head.dep_ in {"csubj", "csubjpass", "xcomp", "pcomp"}:
        return list(head.subtree)[:longest]
    aside = {item.i for item in without.subtree} if without is not None and without.i != head.i else set()
    parts = sorted((item for item in _noun_parts(head) if item.i not in aside), key=lambda item: item.i)
    kept = without_brackets(parts)
    kept = _after_dateline(kept, head)
    while kept and kept[0].i < head.i and _is_no_name(kept[0]):
        kept.pop(0)
    return _shortened(kept, head, longest)


def _is_no_name(token: Token) -> bool:
    denied = token.lower_ == "one" and any(item.dep_ == "neg" for item in token.lefts)  # "not one ship"
    return denied or token.lower_ in _DETERMINERS or token.is_punct or token.dep_ in {"preconj", "cc"}


def _noun_parts(head: Token) -> list[Token]:
    kept: list[Token] = []
    waiting = [head]
    while waiting:
        token = waiting.pop()
        kept.append(token)
        for item in token.children:
            if item.dep_ == "appos" and item.pos_ == "PROPN" and item.left_edge.i == token.i + 1:
                waiting.append(item)  # "the chipmaker Pellworth"
            elif item.dep_ in _SIDE_CLAUSES:
                kept.extend(_purpose(item, token) or _short_participle(item, token))
            elif _is_weekday(item) or _is_set_off(item, token) or _is_behind_apposition(item, token):
                continue
            elif item.dep_ in {"conj", "prep", "nmod", "pobj"} or item.i < token.i:
                waiting.append(item)
            elif item.dep_ in _NOUN_PARTS:
                kept.extend(item.subtree)
    return kept


def _purpose(clause: Token, noun: Token) -> list[Token]:
    """Return "to sell the mill" of "a plan to sell the mill": what is planned is what the noun is about."""
    if clause.dep_ != "acl" or clause.tag_ != "VB" or noun.lemma_.lower() not in _intents():
        return []
    if not any(item.lower_ == "to" for item in clause.lefts):
        return []
    beside = {
        part.i
        for item in clause.subtree
        if item.dep_ in _SIDE_CLAUSES and item.i != clause.i
        for part in item.subtree
    }
    return [item for item in clause.subtree if item.i not in beside and not item.is_punct]


@cache
def _intents() -> frozenset[str]:
    return frozenset(load("assertions")["intents"]["nouns"])


def _is_behind_apposition(item: Token, noun: Token) -> bool:
    """Tell whether a phrase stands behind what only describes a name: "cleared Holm, a baker, *of theft*"."""
    before = [part for part in noun.children if part.dep_ == "appos" and noun.i < part.i < item.i]
    return item.dep_ == "prep" and noun.pos_ == "PROPN" and bool(before) and item.nbor(-1).text == ","


def _is_set_off(item: Token, noun: Token) -> bool:
    """Tell whether a comma sets off what only describes ("the barge, *80 metres long*, has sailed")."""
    if item.dep_ not in _DESCRIBING or item.i < noun.i:
        return False
    described = (part for part in noun.rights if part.dep_ in _DESCRIBING and part.i <= item.i)
    return any(part.left_edge.nbor(-1).text == "," for part in described)


_DESCRIBING = frozenset({"prep", "advmod", "npadvmod", "amod"})


def _is_weekday(item: Token) -> bool:
    """Tell whether a day stands behind a noun that it does not belong to ("a jury *on Friday* found")."""
    if item.dep_ != "prep" or item.lower_ != "on":
        return False
    return any(
        part.dep_ == "pobj" and part.ent_type_ == "DATE" and part.pos_ == "PROPN" for part in item.children
    )


def _short_participle(item: Token, noun: Token) -> list[Token]:
    """Return a participle that narrows its noun without a comma ("companies producing magnets")."""
    if item.dep_ != "acl" or item.i != noun.i + 1 or item.tag_ not in {"VBG", "VBN"}:
        return []
    aside = {
        part.i for child_ in item.children if child_.dep_ in {"advcl", "ccomp"} for part in child_.subtree
    }
    return [part for part in item.subtree if part.i not in aside]


def without_brackets(tokens: list[Token]) -> list[Token]:
    """Return tokens without what stands in brackets, and without quotation marks."""
    kept, depth = [], 0
    for token in tokens:
        depth += token.text in {"(", "["}
        if not depth and token.text not in _MARKS_OF_QUOTATION | {")", "]"}:
            kept.append(token)
        if token.text in {")", "]"}:
            if not depth:
                break
            depth -= 1
    return kept


def _after_dateline(tokens: list[Token], head: Token) -> list[Token]:
    """Leave out a place or label that stands before the name with a dash or colon."""
    cut = 0
    for place, token in enumerate(tokens):
        if token.i >= head.i:
            break
        if token.text == ":" or (token.text in DASHES and token.i and token.nbor(-1).whitespace_):
            cut = place + 1
    return tokens[cut:]


def _shortened(tokens: list[Token], head: Token, longest: int) -> list[Token]:
    """Cut a phrase at the last boundary between its parts that keeps it short."""
    kept: list[Token] = []
    count = 0
    for token in tokens:
        count += not token.is_punct
        if count > longest:
            break
        kept.append(token)
    if count > longest:
        while len(kept) > 1 and kept[-1].i > head.i and kept[-1].dep_ not in {"pobj", "conj", "dobj"}:
            kept.pop()
    return _trimmed(kept)


def _trimmed(tokens: list[Token]) -> list[Token]:
    first, last = 0, len(tokens)
    while last > first and _is_loose(tokens[last - 1]):
        last -= 1
    while first < last and tokens[first].is_punct:
        first += 1
    return tokens[first:last]


def _is_loose(token: Token) -> bool:
    if token.text == "%":
        return False
    return token.is_punct or token.dep_ in {"cc", "prep", "det", "mark"}


def named_by_apposition(head: Token) -> Token | None:
    """Return the proper name beside a role ("the mayor of Tolbeck, Anna Berg"), or None.

    Args:
        head: The head of a noun phrase that names a role or kind.
    """
    if head.pos_ != "NOUN":
        return None
    found = child(head, "appos")
    if found is not None and found.pos_ == "NOUN":  # "the third runner, the Swede Tom Berg"
        found = child(found, "appos") or found
    if found is None and head.lower_ in words("person_nouns"):
        # the parser hangs the name on the last noun of the role
        inner = [token for token in head.subtree if token.dep_ == "pobj" and token.i > head.i]
        found = next((name for token in inner if (name := child(token, "appos"))), None)
        if found is not None and found.ent_type_ != "PERSON":
            return None
        found = found or _between_commas(head)
    if found is None or found.pos_ != "PROPN" or is_bracketed(found):
        return None
    firm = any(item.text == "&" for item in found.children)
    others = any(item.dep_ == "conj" and item.pos_ == "PROPN" for item in found.children)
    return None if not firm and others else found


def _between_commas(role: Token) -> Token | None:
    """Return the name right behind a role and a comma, and before another, where the parse lost it."""
    doc, last = role.doc, role.i + 1
    if role.dep_ != "pobj" or last >= len(doc) or doc[last].text != ",":
        return None
    while last + 1 < len(doc) and doc[last + 1].ent_type_ == "PERSON":
        last += 1
    closed = last > role.i + 1 and last + 1 < len(doc) and doc[last + 1].is_punct
    return doc[last] if closed and doc[last].pos_ == "PROPN" else None


def is_bracketed(token: Token) -> bool:
    """Tell whether a token stands right behind an opening bracket."""
    edge = token.left_edge.i
    return (edge > 0 and token.doc[edge - 1].text in {"(", "["}) or token.doc[token.i - 1].text in {"(", "["}
