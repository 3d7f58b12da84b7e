"""How a statement is meant: as a fact, an expectation, an intention, an estimate or a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import (
    auxiliaries,
    child,
    clause_of,
    first_conjunct,
    governor,
    is_passive,
    is_predicate,
    modal_of,
    own_subject,
    subject_of,
)
from claims.polarity import negators, polarity
from claims.speech.noun_status import (
    STATUSES,
    Status,
    is_known_figure,
    is_starting_point,
    status_of_argument,
    status_of_noun,
    status_of_words,
    status_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from claims.model import Modality

__all__ = ["modality", "modality_of_words", "polarity"]

_FAR = 6
_FIGURES = frozenset({"CARDINAL", "PERCENT", "MONEY", "QUANTITY"})


def modality(token: Token) -> Modality:
    """Return the status that the words around a predicate, or around a noun with a number, give it.

    Args:
        token: The predicate of a clause, or the head of a noun phrase ("forecast of 48 Mt": either noun).

    Returns:
        The first status that the predicate, what modifies it or what governs it names; else actual.
    """
    if is_predicate(token):
        return _of_clause(token, figure=None)
    changed = status_of_argument(token)
    if is_known_figure(token, is_forecast=changed is not None):
        return "actual"
    found = status_of_noun(token) or changed
    if found or is_starting_point(token) or _renames(token):
        return found or "actual"
    predicate = clause_of(token)
    return _of_what_is_sought(predicate, token) or _of_clause(predicate, figure=token)


def _renames(noun: Token) -> bool:
    """Tell whether a noun without a number says what another is ("to buy Castor, a maker of lifts")."""
    if noun.dep_ != "appos" or noun.ent_type_ in _FIGURES:
        return False
    return not any(item.pos_ in {"NUM", "SYM"} for item in (noun, *noun.children))


def _of_clause(predicate: Token, figure: Token | None) -> Modality:
    """Return the status that a predicate and those that govern it give, to a figure or to the clause."""
    below: Token | None = None
    for above in _governing(predicate):
        found = _of_predicate(above, below)
        below = above
        if found and not (figure is not None and _has_the_attitude(figure, above)):
            return found
    if _is_demanded(predicate):
        return "plan"
    return _of_modal(predicate) or _of_modal(_finite(predicate)) or "actual"


def _has_the_attitude(figure: Token, predicate: Token) -> bool:
    """Tell whether a figure counts those who expect or plan something: "six expect a rise"."""
    subject = own_subject(predicate)
    if subject is None or is_passive(predicate) or predicate.lemma_.lower() not in _attitudes():
        return False
    return figure.i == subject.i or subject.is_ancestor(figure)


def _attitudes() -> frozenset[str]:
    return frozenset().union(*(status_words(status, "verbs") for status in STATUSES)) - _IMPERSONAL


_IMPERSONAL = frozenset({"appear", "seem"})


def _is_demanded(predicate: Token) -> bool:
    """Tell whether the clause stands in the subjunctive: "(that) 14 wardens be hired"."""
    return any(
        item.dep_ == "auxpass" and item.tag_ == "VB" and item.lower_ == "be" for item in predicate.children
    ) and not any(item.dep_ == "aux" for item in predicate.children)


def modality_of_words(tokens: Iterable[Token]) -> Modality:
    """Return the status of words without a verb, from the first of them that names one.

    Args:
        tokens: The words of a heading, a cell or a list item.

    Returns:
        The status, or actual.
    """
    return status_of_words(tokens) or "actual"


def _governing(predicate: Token) -> Iterator[Token]:
    """Yield the predicate and those whose content it is, innermost first."""
    yield predicate
    for _ in range(_FAR):
        first = (
            first_conjunct(predicate)
            if own_subject(predicate) is None or predicate.dep_ == "conj"
            else predicate
        )
        if first.i != predicate.i and own_subject(predicate) is None and not _has_own_tense(predicate):
            predicate = first
            yield predicate
        if first.dep_ not in {"xcomp", "ccomp"} and not _is_participle_of(first):
            return
        head = clause_of(first.head)
        if head.i == first.i or not is_predicate(head):
            return
        predicate = head
        yield predicate


def _has_own_tense(predicate: Token) -> bool:
    """Tell whether a coordinated predicate does not share the time of the first ("planned … but treated")."""
    return bool(auxiliaries(predicate)) or predicate.tag_ in {"VBD", "VBZ", "VBP"}


def _finite(predicate: Token) -> Token:
    """Return the predicate whose time an infinitive or participle shares."""
    for _ in range(_FAR):
        first = first_conjunct(predicate)
        if first.dep_ != "xcomp" and not _is_participle_of(first):
            break
        head = clause_of(first.head)
        if not is_predicate(head) or head.i == first.i:
            break
        predicate = head
    return predicate


def _is_participle_of(clause: Token) -> bool:
    """Tell whether a participle takes its time from the clause before ("…, taking the price to €400")."""
    if clause.tag_ != "VBG" or auxiliaries(clause):
        return False
    return clause.dep_ == "advcl" or (clause.dep_ == "pcomp" and clause.head.lower_ == "with")


def _of_what_is_sought(predicate: Token, figure: Token) -> Status | None:
    """Read "asked the state for 5 million", "demand 9%" and "accused the firm of hiding 5 million"."""
    lemma = predicate.lemma_.lower()
    whom = child(predicate, "dobj")  # the parser may hang the rest on the person
    if lemma in status_words("plan", "verbs_with_figure") and whom is not None and not is_passive(predicate):
        return "plan" if whom.i == figure.i or whom.is_ancestor(figure) else None
    for item in (*predicate.children, *(whom.children if whom is not None else ())):
        if item.dep_ != "prep" or not item.is_ancestor(figure):
            continue
        if item.lower_ == "for" and lemma in status_words("plan", "verbs_with_for"):
            return "plan"
        if item.lower_ == "of" and lemma in status_words("reported", "verbs_with_of"):
            return "reported"
    return None


def _of_predicate(predicate: Token, below: Token | None) -> Status | None:
    lemma = predicate.lemma_.lower()
    if _is_hearsay(predicate, below):
        return "reported"
    for status in ("projection", "plan", "estimate"):
        if lemma in status_words(status, "verbs") and _is_construed(predicate, below, status):
            return status
    if (
        lemma in status_words("projection", "present_verbs")
        and predicate.tag_ in {"VBZ", "VBP"}
        and child(predicate, "dobj")
    ):
        return "projection"
    if lemma in status_words("estimate", "verbs_with_at") and any(
        item.lower_ == "at" for item in predicate.children
    ):
        return "estimate"
    found = _of_complement(predicate)
    if found:
        return found
    adverbs = {item.lower_ for item in predicate.children if item.dep_ in {"advmod", "npadvmod"}}
    return next((status for status in STATUSES if adverbs & status_words(status, "adverbs")), None)


def _is_hearsay(predicate: Token, below: Token | None) -> bool:
    """Read "is said to have" and "it is understood that"."""
    if predicate.lemma_.lower() not in status_words("reported", "passive_verbs") or not is_passive(predicate):
        return False
    subject = own_subject(predicate)
    impersonal = below is not None and subject is not None and subject.lower_ == "it"
    return impersonal or child(predicate, "xcomp") is not None


def _is_construed(predicate: Token, below: Token | None, status: Status) -> bool:
    """Tell whether a verb has the complement without which it means none of this ("agreed *to pay*")."""
    lemma = predicate.lemma_.lower()
    infinitive = child(predicate, "xcomp") is not None or (below is not None and below.dep_ == "xcomp")
    if lemma in status_words(status, "only_with_infinitive"):
        return infinitive
    if lemma in status_words(status, "only_with_verb"):
        return infinitive or below is not None or child(predicate, "ccomp") is not None
    return True


def _of_complement(predicate: Token) -> Status | None:
    """Read "is set to", "is likely to", "is on course to": what stands between a copula and an infinitive."""
    for item in predicate.children:
        on = child(item, "pobj") if item.dep_ == "prep" and item.lower_ == "on" else None
        if on is not None and on.lower_ in status_words("projection", "course_nouns"):
            return "projection"
        by = child(item, "pobj") if item.dep_ == "prep" and item.lower_ == "by" else None
        if by is not None and by.lemma_.lower() in status_words("estimate", "nouns"):
            return "estimate"
    places = [item for item in predicate.children if item.dep_ in {"acomp", "attr", "oprd"}]
    if predicate.tag_ == "VBN" and is_passive(predicate):
        places.append(predicate)
    for place in places:
        infinitive = any(item.dep_ in {"xcomp", "ccomp"} for item in (*place.children, *predicate.children))
        for status in ("projection", "plan"):
            if place.lower_ in status_words(status, "adjectives_with_infinitive") and infinitive:
                return status
            if place.lower_ in status_words(status, "adjectives") and place.i != predicate.i:
                return status
    return _of_subject(predicate)


def _of_subject(predicate: Token) -> Status | None:
    """Read "the planned tunnel is 31 km long": what is to come is measured in the present tense."""
    subject = own_subject(predicate)
    if subject is None or predicate.lemma_ != "be" or predicate.tag_ not in {"VBZ", "VBP"}:
        return None
    before = {item.lower_ for item in subject.children if item.dep_ == "amod"}
    if before & status_words("plan", "adjectives"):
        return "plan"
    return "projection" if before & status_words("projection", "adjectives") else None


def _of_modal(predicate: Token) -> Status | None:
    modal = modal_of(predicate)
    if modal not in status_words("projection", "modals") or (modal == "could" and _is_of_the_past(predicate)):
        return None
    if modal in {"will", "shall"} and _is_decision(predicate):
        return "plan"
    return "projection"


def _is_of_the_past(predicate: Token) -> bool:
    """Tell whether "could" is the past of "can": "could not be found", "could have been"."""
    return bool(negators(predicate)) or any(item.lemma_ == "have" for item in auxiliaries(predicate))


def _is_decision(predicate: Token) -> bool:
    """Tell whether the clause says what its subject has decided to do."""
    subject = subject_of(predicate)
    if subject is not None and subject.lower_ == "it":
        # what somebody says that it will do is its plan
        above = governor(predicate)
        told = above is not None and above.i < predicate.i and not above.nbor(1).is_quote
        subject = subject_of(above) if above is not None and told else None
    if (
        subject is None
        or is_passive(predicate)
        or predicate.lemma_.lower() in status_words("plan", "unplanned_verbs")
    ):
        return False
    return (
        subject.ent_type_ in status_words("plan", "agent_labels")
        or subject.lemma_.lower() in status_words("plan", "agent_nouns")
        or subject.lower_ in status_words("plan", "agent_pronouns")
    )
