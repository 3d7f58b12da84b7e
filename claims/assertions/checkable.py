"""What can be checked: not a hypothesis, a question, an opinion, a generic truth or a bare figure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from claims.assertions.clauses import (
    OBJECTS,
    auxiliaries,
    child,
    clause_of,
    first_conjunct,
    governor,
    is_existential,
    is_passive,
    is_predicate,
    modal_of,
    own_subject,
    role,
    subject_of,
)
from claims.polarity import negators
from claims.speech.speech_frames import is_frame, words
from claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

_CURRENCIES = frozenset("$€£¥₹")
_TIMES = frozenset({"DATE", "TIME"})


@cache
def listed(*path: str) -> frozenset[str]:
    """Return a word list of the vocabulary of assertions, found by its path."""
    data: Any = load("assertions")
    for key in path:
        data = data[key]
    return frozenset(data)


def is_checkable(predicate: Token) -> bool:
    """Tell whether a clause, wherever it stands, says something that could be looked up."""
    return not (
        is_hypothetical(predicate)
        or _is_question(predicate)
        or _has_vague_subject(predicate)
        or is_rhetorical(predicate)
        or _is_generic(predicate)
        or states_figure(predicate)
    )


def is_hypothetical(predicate: Token) -> bool:
    """Tell whether a clause speaks of what might be or ought to be."""
    modal = modal_of(predicate)
    if modal not in listed("hypothetical", "modals"):
        return False
    if modal in {"could", "may"} and negators(predicate):
        return False
    if modal == "could" and any(item.lemma_ == "have" for item in auxiliaries(predicate)):
        return False
    return not (modal == "would" and _is_reported_future(predicate))


def _is_reported_future(predicate: Token) -> bool:
    """Tell whether "would" is the past of "will" in reported speech ("said it would close")."""
    first = first_conjunct(predicate)
    head = clause_of(first.head)
    return (
        first.dep_ == "ccomp" and head.tag_ in {"VBD", "VBN"} and head.lemma_.lower() in words("frame_verbs")
    )


def _is_question(predicate: Token) -> bool:
    """Tell whether the clause asks or commands."""
    last = predicate.doc[-1]
    if last.text == "?" or (last.is_quote and last.i and last.nbor(-1).text == "?"):
        return True
    if predicate.tag_ != "VB" or auxiliaries(predicate) or own_subject(predicate) is not None:
        return False
    return role(first_conjunct(predicate)) == "main"


def _has_vague_subject(predicate: Token) -> bool:
    """Tell whether the clause speaks of nobody in particular, or of a bare number of things."""
    subject = subject_of(predicate)
    if subject is None or subject.lower_ in listed("vague_subjects"):
        return subject is None or subject.dep_ not in {"csubj", "csubjpass"}
    if (
        subject.pos_ == "NUM"
        or subject.text == "%"
        or (subject.left_edge.tag_ in {"WRB", "WP"} and subject.pos_ == "NOUN")
    ):
        return True
    if len(subject.text) == 1 and subject.lower_ != "i":
        return True
    counted = any(item.dep_ == "nummod" and item.ent_type_ not in _TIMES for item in subject.children)
    return counted and not any(item.dep_ in {"dobj", "attr", "acomp"} for item in predicate.children)


def is_rhetorical(predicate: Token) -> bool:
    """Tell whether a clause values or comments instead of stating."""
    lemma = predicate.lemma_.lower()
    if lemma in listed("rhetorical_verbs") and not is_passive(predicate):
        return True
    if predicate.lower_ in listed("evaluative") and auxiliaries(predicate):
        return True
    if lemma in listed("vague_in_future") and modal_of(predicate) == "will":
        return True
    if _leads_to_rhetoric(predicate):
        return True
    complements = [item for item in predicate.children if item.dep_ in OBJECTS or item.dep_ == "pobj"]
    light = load("assertions")["light_verbs"].get(lemma, ())
    if any(item.lemma_.lower() in light for item in complements):
        return True
    subject = subject_of(predicate)
    if subject is None or is_existential(predicate):
        return False
    if subject.lower_ == "it" and child(predicate, "acomp") is not None and _has_clause(predicate):
        return True
    if lemma == "be" and complements:
        return _values(complements[0])
    if subject.lower_ in listed("meta", "subjects"):
        return lemma in {"be", "come", "make", "go"}
    return subject.lemma_.lower() in listed("meta", "nouns") and lemma in {"be", "have", "show"}


def _leads_to_rhetoric(predicate: Token) -> bool:
    """Tell whether a copula or intention governs a rhetorical verb ("is poised to strengthen")."""
    place = child(predicate, "acomp", "oprd") or predicate
    inner = child(place, "xcomp")
    if inner is None or not is_predicate(inner):
        return False
    return predicate.lemma_ in {"be", "appear", "seem", "help"} and inner.lemma_.lower() in listed(
        "rhetorical_verbs"
    )


def _has_clause(predicate: Token) -> bool:
    complement = child(predicate, "acomp")
    parts = [*predicate.children, *(complement.children if complement is not None else ())]
    return any(item.dep_ in {"xcomp", "ccomp", "advcl", "csubj"} for item in parts)


def _values(complement: Token) -> bool:
    if complement.pos_ in {"ADJ", "ADV", "VERB"}:
        return complement.lemma_.lower() in listed("evaluative")
    modifiers = {item.lemma_.lower() for item in complement.children if item.dep_ == "amod"}
    return complement.lemma_.lower() in listed("evaluative_nouns") or bool(
        modifiers & listed("evaluative_modifiers")
    )


def _is_generic(predicate: Token) -> bool:
    """Tell whether a clause in the simple present speaks of a kind, with no name or date in it."""
    if auxiliaries(predicate) or predicate.tag_ not in {"VBP", "VBZ"}:
        return False
    if predicate.lemma_.lower() in {"remain", "stay", "keep"}:
        return False
    subject = subject_of(predicate)
    if subject is None or subject.tag_ != "NNS":
        return False
    if any(item.dep_ in {"det", "poss", "nummod"} for item in subject.children):
        return False
    above = governor(predicate)
    if above is not None and is_frame(above):
        return False
    return not any(token.ent_type_ or token.pos_ == "PROPN" for token in predicate.subtree)


def states_figure(predicate: Token) -> bool:
    """Tell whether the clause only gives a figure: its object or measure is a number with its unit."""
    objects = [item for item in predicate.children if item.dep_ in OBJECTS or item.dep_ == "npadvmod"]
    if any(_is_figure(item) for item in objects):
        return True
    if predicate.lemma_ == "include":
        return any(_is_number(item) for item in predicate.subtree if item.i > predicate.i)
    places = [item for item in predicate.children if item.dep_ in {"prep", "agent"} and item.i > predicate.i]
    complements = [item for place in places for item in place.children if item.dep_ == "pobj"]
    if complements and not objects and not _is_figure(complements[0]):
        complements = []
    complements += [item for item in predicate.children if item.dep_ == "advmod"]
    if is_existential(predicate):
        subject = own_subject(predicate)
        complements = [subject] if subject is not None else []
    inner = child(predicate, "xcomp")
    if inner is not None and is_predicate(inner) and states_figure(inner):
        return True
    return any(_is_figure(item) for item in complements)


def _is_figure(token: Token) -> bool:
    if token.ent_type_ in _TIMES and not any(item.text == "%" for item in token.subtree):
        return False
    near = [token, *(item for item in token.children if item.dep_ not in _ASIDE)]
    near += [part for item in near[1:] if item.dep_ == "amod" for part in item.children]
    if any(_is_number(item) for item in near):
        return True
    places = [item for item in token.children if item.dep_ == "prep" and item.lower_ in _AMOUNT_PLACES]
    inside = [item for place in places for item in place.children]
    return any(_is_number(part) for item in inside for part in (item, *item.children))


_ASIDE = frozenset({"prep", "conj", "appos", "relcl", "acl"})
_AMOUNT_PLACES = frozenset({"of", "at", "to", "from", "by"})


def _is_number(token: Token) -> bool:
    if token.ent_type_ in _TIMES:
        return False
    if (token.pos_ == "NUM" and token.lower_ != "one") or token.text == "%" or token.text in _CURRENCIES:
        return True
    return token.text[0].isdigit() and not token.text.endswith(("th", "st", "nd", "rd"))
