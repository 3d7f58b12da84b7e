"""Scope: the facets that narrow what a number or statement is about, with the words they came from."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.measures import without_figures
from claims.framing.noun_phrases import governed, noun_phrase
from claims.names import Names, demonym, is_world, state
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_PLACING = frozenset({"in", "at", "on", "across"})
_INSIDE = frozenset({"in", "across"})
_NOT_PLACES = frozenset({"DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"})
_MATTER = ("t", "l", "m3", "barrel")


@cache
def _basis() -> frozenset[str]:
    return frozenset(load("context")["basis"]["words"])


def scope_of(
    tokens: Iterable["Token"], measure: str, subject: str, names: Names, *, thing: str = "", unit: str = ""
) -> dict[str, str]:
    """Read the scope of a claim.

    Args:
        tokens: The tokens of the clause that carries it.
        measure: Its measure.
        subject: Its subject.
        names: The names of its text.
        thing: What there is so much of ("rare earth magnets").
        unit: Its base unit; matter that is weighed or poured is a commodity.

    Returns:
        Facet -> words, in the order geography, commodity, sector, basis; facets nobody names are missing.
    """
    words = list(tokens)
    found = {
        "geography": (_named_last(measure) if unit == "count" else "") or _geography(words, subject),
        "commodity": _commodity(thing or measure, names, unit) if measure != "weight" else "",
        "sector": _sector(words),
        "basis": "; ".join(
            word for word in dict.fromkeys(measure.lower().split()) if word.strip(",;") in _basis()
        ),
    }
    return {facet: words for facet, words in found.items() if words}


def where(predicate: "Token | None") -> list["Token"]:
    """Return the words of the place that opens a clause: "In Chile, the firm employs 90 people".

    Args:
        predicate: The verb of the clause, or None.
    """
    if predicate is None:
        return []
    found: list[Token] = []
    if _tells_where(predicate):
        found += [*predicate.head.lefts, predicate.head]  # "the Oslo route, where it flew 40,000 people"
    for opening in predicate.lefts:
        if opening.dep_ == "prep" and opening.lower_ in _PLACING and opening.left_edge.is_sent_start:
            place = governed(opening)
            if place is not None:
                found += [word for word in (*place.lefts, place) if word.dep_ != "det"]
    return found


def _tells_where(clause: "Token") -> bool:
    """Tell whether a clause says what is so at the place before it: "Lund, where it employs 90 people"."""
    opening = clause.lefts if clause.dep_ == "relcl" else ()
    inside = any(word.lower_ in _INSIDE and word.nbor(1).lower_ == "which" for word in opening)
    return inside or any(word.lower_ == "where" for word in opening)


def is_institution(subject: str) -> bool:
    """Tell whether a subject is a body of a state without a name of its own ("state", "government")."""
    return subject.lower().split()[-1:] in [[word] for word in load("context")["institutions"]]


def _geography(words: list["Token"], subject: str) -> str:
    places = [state(subject) or demonym(subject.split()[0]) or ""] if subject else []
    for token in words:
        if token.dep_ in ("amod", "compound") and is_world(token.text):
            places.append("global")
        elif _is_place(token):
            name = without_figures(noun_phrase(token, possessor=False, complement=False))
            places.append(state(name) or name)
        elif token.ent_type_ == "NORP" and demonym(token.text):
            places.append(demonym(token.text) or "")
    return "; ".join(dict.fromkeys(place for place in places if place))


def _named_last(measure: str) -> str:
    """Return the state in which alone something is counted: "jobs in Peru", told beside others elsewhere."""
    return state(measure.rpartition(" in ")[2].removeprefix("the ")) or ""


def _is_place(token: "Token") -> bool:
    """Tell whether a name is that of a place, be it before what stands or runs there ("the Oslo route")."""
    if token.pos_ != "PROPN":
        return False
    if token.dep_ == "compound":
        return token.head.lemma_ in load("context")["sites"] and token.ent_type_ != "PERSON"
    if token.ent_type_ in ("GPE", "LOC", "FAC") or _is_where_it_happened(token):
        return True
    return any(_tells_where(child) for child in token.rights)


def _is_where_it_happened(name: "Token") -> bool:
    """Tell whether something is said to have been so "in" a name, whatever kind of name the model sees."""
    link = name.head
    if name.dep_ != "pobj" or link.lower_ not in _INSIDE or link.head.pos_ not in ("VERB", "AUX"):
        return False
    if name.ent_type_ in _NOT_PLACES or any(child.dep_ == "nummod" for child in name.children):
        return False
    elsewhere = load("context")["inside"]
    return name.lower_ not in elsewhere["names"] and link.head.lemma_ not in elsewhere["verbs"]


def _commodity(thing: str, names: Names, unit: str) -> str:
    expanded = [
        full
        for acronym, full in names.acronyms.items()
        if acronym in thing.split() or acronym.rstrip("s") in thing.split()
    ]
    if expanded:
        return expanded[0]
    if unit.partition("/")[0] not in _MATTER:
        return ""
    apart = _basis() | word_list("measures", "amounts")
    return " ".join(word for word in thing.rpartition(" of ")[2].split() if word.lower() not in apart)


def _sector(words: list["Token"]) -> str:
    found = [
        noun_phrase(token, possessor=False, complement=False)
        for token in words
        if token.lemma_ in ("sector", "industry") and token.pos_ == "NOUN"
    ]
    return "; ".join(dict.fromkeys(found))
