"""Clauses that stress a part of what they tell: "It was on Monday that …", "It was the mayor who …"."""

from typing import TYPE_CHECKING

from claims.tokens import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVES = frozenset({"that", "which"})
_CONTENT = frozenset({"ccomp", "advcl", "relcl"})


def read_stressed_time_in_its_clause(pronoun: "Token") -> None:
    """Read "It was on Monday that the strike began" as "The strike began on Monday".

    Args:
        pronoun: "it" as a subject.
    """
    copula = pronoun.head
    clause = next((child for child in copula.rights if child.dep_ in _CONTENT), None)
    time = copula.nbor() if copula.i + 1 < len(copula.doc) else None
    if copula.lemma_ != "be" or clause is None or time is None or time.pos_ != "ADP" or copula.dep_ != "ROOT":
        return
    that = clause.left_edge
    if that.lower_ != "that" or time.head != copula or any(child.dep_ == "neg" for child in copula.children):
        return
    if clause.tag_ not in FINITE and not any(child.tag_ in FINITE for child in clause.lefts):
        return
    for child in list(copula.children):
        if child != clause:
            child.head = clause
    clause.head, clause.dep_ = clause, "ROOT"
    copula.head = clause
    pronoun.dep_ = copula.dep_ = that.dep_ = "meta"


def read_stressed_doer_as_subject(pronoun: "Token") -> None:
    """Read "It was the mayor who closed the pool" as "The mayor closed the pool".

    Args:
        pronoun: "it" as a subject.
    """
    copula = pronoun.head
    doer = next((child for child in copula.rights if child.dep_ == "attr"), None)
    told = copula.dep_ in ("ROOT", "ccomp") and copula.lemma_ == "be"
    if not told or doer is None or list(copula.conjuncts):
        return
    others = [child for child in doer.children if child.dep_ == "conj"]
    spared = next((noun for noun in others if any(child.dep_ == "neg" for child in noun.lefts)), None)
    near = [*doer.children, *(spared.children if spared is not None else ())]
    clause = next((child for child in near if child.dep_ == "relcl"), None)
    who = (
        next((child for child in clause.lefts if child.dep_ == "nsubj"), None) if clause is not None else None
    )
    denied = any(child.dep_ == "neg" for child in copula.children)
    if clause is None or who is None or denied or not (who.lower_ == "who" or _is_stressed(doer, who)):
        return
    label, above = copula.dep_, copula.head
    if spared is not None:
        spared.dep_ = "appos"
        for child in doer.rights:
            child.head = spared if child.dep_ == "cc" else child.head
    for child in list(copula.children):
        if child != clause:
            child.head = clause
    clause.head, clause.dep_ = (clause if label == "ROOT" else above), label
    doer.head, doer.dep_, copula.head = clause, "nsubj", clause
    pronoun.dep_ = copula.dep_ = who.dep_ = "meta"


def _is_stressed(doer: "Token", pronoun: "Token") -> bool:
    """Tell whether "it was" only stresses one known thing: no "it is the first bridge that …"."""
    known = doer.pos_ == "PROPN" or any(
        child.lower_ in ("the", "this", "that") or child.dep_ == "poss" for child in doer.lefts
    )
    plain = not any(child.dep_ in ("amod", "nummod") for child in doer.lefts)
    return pronoun.lower_ in _RELATIVES and known and plain
