"""The status that verbs give what they say: "is expected to", "plans to", "will", "is said to have"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.clauses import (
    auxiliaries,
    child,
    clause_of,
    first_conjunct,
    is_passive,
    is_predicate,
    is_time,
    own_subject,
)
from claims.speech.decided import is_awarded, is_counterfactual, of_decision
from claims.speech.moods import of_demand, of_headline, of_infinitive, of_modal
from claims.speech.noun_status import STATUSES, Sign, Status, is_product, status_words
from claims.speech.speech_frames import words
from claims.timing.tenses import is_pluperfect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.tokens import Token

_FAR = 6
# "puts the loss at 5 million", "counts on 400 visitors"
_WITH: tuple[tuple[Status, str], ...] = (
    ("estimate", "at"),
    ("projection", "at"),
    ("projection", "on"),
)
_PRESENT: tuple[Status, ...] = ("projection", "plan")
_IMPERSONAL = frozenset({"appear", "seem"})


def sign_of_clause(predicate: Token, figure: Token | None) -> Sign | None:
    """Return the status that a predicate and those that govern it give.

    Args:
        predicate: The head of a clause.
        figure: The figure in it whose status is asked for; None for that of the clause.
    """
    below: Token | None = None
    for above in _governing(predicate):
        found = _of_predicate(above, below)
        below = above
        if found is not None and not (figure is not None and _is_beside(figure, above)):
            return found
    if figure is not None:
        if is_counterfactual(predicate) or is_awarded(predicate, figure):
            return None
        decided = of_decision(predicate, figure)
        if decided is not None:
            return decided
    found = of_demand(predicate) or of_headline(predicate) or of_modal(predicate)
    finite = _finite(predicate)
    return found or (of_modal(finite) if finite is not predicate else None)


def sign_of_what_is_sought(predicate: Token, figure: Token) -> Sign | None:
    """Read "asked the state for 5 million", "demand 9%" and "accused the firm of hiding 5 million".

    Args:
        predicate: The head of the figure's clause.
        figure: The head of its noun phrase.
    """
    if is_pluperfect(predicate):
        return None  # "they had asked for 21%": that was then
    lemma = predicate.lemma_.lower()
    whom = child(predicate, "dobj")  # the parser may hang the rest on the person
    if lemma in status_words("plan", "verbs_with_figure") and whom is not None and not is_passive(predicate):
        return Sign("plan", predicate) if whom.i == figure.i or whom.is_ancestor(figure) else None
    for item in (*predicate.children, *(whom.children if whom is not None else ())):
        if item.dep_ != "prep" or not item.is_ancestor(figure):
            continue
        if item.lower_ == "for" and lemma in status_words("plan", "verbs_with_for"):
            return Sign("plan", predicate)
        if item.lower_ == "of" and lemma in status_words("reported", "verbs_with_of"):
            return Sign("reported", predicate)
    return None


def _is_beside(figure: Token, predicate: Token) -> bool:
    """Tell whether a figure stands outside what somebody expects, plans or decides."""
    return _has_the_attitude(figure, predicate) or _tells_how(figure, predicate)


def _tells_how(figure: Token, predicate: Token) -> bool:
    """Tell whether a figure says how something was decided: "voted by 70% to 30% to leave"."""
    inner = child(predicate, "xcomp")
    if (
        inner is None
        or predicate.lemma_.lower() not in status_words("plan", "deciding")
        or predicate.i > figure.i
    ):
        return False
    return figure.i < inner.left_edge.i and not inner.is_ancestor(figure)


def _has_the_attitude(figure: Token, predicate: Token) -> bool:
    """Tell whether a figure counts those who expect or plan something: "six expect a rise"."""
    if predicate.lemma_.lower() not in _attitudes() or is_passive(predicate):
        return False
    subject = own_subject(predicate)
    if subject is None:
        return False
    return figure.i == subject.i or subject.is_ancestor(figure)


@cache
def _attitudes() -> frozenset[str]:
    return frozenset().union(*(status_words(status, "verbs") for status in STATUSES)) - _IMPERSONAL


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


# --- by the verb itself -------------------------------------------------------------------------------------


def _of_predicate(predicate: Token, below: Token | None) -> Sign | None:
    """Return what a predicate says of the status of its content; below is the clause that it governs."""
    lemma = predicate.lemma_.lower()
    if _is_hearsay(predicate, below):
        return Sign("reported", predicate)
    if lemma in status_words("projection", "assuming_verbs") and _is_a_case(own_subject(predicate)):
        return Sign("projection", predicate)
    for status in ("projection", "plan", "estimate"):
        told = lemma in status_words(status, "verbs") and not is_product(predicate)
        if told and _is_construed(predicate, below, status):
            return Sign(status, predicate)
    if below is not None and lemma in status_words("plan", "asking_verbs") and _is_asked(below):
        return Sign("plan", predicate)
    what = child(predicate, "dobj")
    present = predicate.tag_ in {"VBZ", "VBP"} and what is not None and not _is_at_hand(predicate, what)
    for meant in _PRESENT:
        if present and lemma in status_words(meant, "present_verbs"):
            return Sign(meant, predicate)
    if is_passive(predicate) and lemma in status_words("plan", "present_verbs") and _is_open(predicate):
        return Sign("plan", predicate)
    if lemma in status_words("projection", "verbs_with_to") and _guides(predicate):
        return Sign("projection", predicate)
    beside = {item.lower_ for item in predicate.children if item.dep_ == "prep" and not is_time(item)}
    for status, place in _WITH:
        if place == "on" and what is not None:
            continue  # "counted 400 men on strike"
        if place in beside and lemma in status_words(status, f"verbs_with_{place}"):
            return Sign(status, predicate)
    return _of_complement(predicate) or _of_subject(predicate) or _of_adverb(predicate)


def _is_a_case(subject: Token | None) -> bool:
    """Tell whether a clause is about what was reckoned with: "the worst scenario (had assumed 4,000)"."""
    return subject is not None and subject.lemma_.lower() in status_words("projection", "assuming_nouns")


def _guides(predicate: Token) -> bool:
    """Tell whether somebody points to a result to come: "had guided to sales of 4 million"."""
    for to in predicate.children:
        what = child(to, "pobj") if to.lower_ == "to" and to.dep_ == "prep" else None
        if what is not None and what.lemma_.lower() in status_words("projection", "results"):
            return True
        if what is not None and any(item.is_currency for item in (what, *what.children)):
            return child(what, "prep") is None or not any(item.lower_ == "of" for item in what.children)
    return False


def _is_asked(clause: Token) -> bool:
    """Tell whether a clause is what somebody is to do: "asked (or wants) the firm *to hire* 40"."""
    infinitive = clause.tag_ == "VB" and any(item.tag_ == "TO" for item in clause.lefts)
    return infinitive and clause.dep_ in {"xcomp", "ccomp"}


def _is_at_hand(predicate: Token, what: Token) -> bool:
    """Tell whether what is offered is there: "the school offers 40 courses", not "offers a rise of 4%"."""
    if predicate.lemma_ != "offer" or what.pos_ != "NOUN" or what.lower_ in {"%", "percent", "cent"}:
        return False
    if what.lemma_.lower() in words("offered_by_things"):
        return True
    return child(what, "nummod") is not None and not any(item.is_currency for item in what.children)


def _is_open(predicate: Token) -> bool:
    """Tell whether what was proposed still is: "is proposed"; "was proposed" tells of an act."""
    return any(item.tag_ in {"VBZ", "VBP"} and item.lemma_ == "be" for item in auxiliaries(predicate))


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
    if lemma in status_words(status, "given_verbs") and predicate.tag_ in {"VBD", "VBN"}:
        return infinitive or child(predicate, "ccomp") is not None
    if lemma in status_words(status, "only_with_infinitive"):
        return infinitive and not _is_kept(predicate, below)
    if lemma in status_words(status, "only_with_verb"):
        return infinitive or below is not None or child(predicate, "ccomp") is not None
    return True


def _is_kept(predicate: Token, below: Token | None) -> bool:
    """Tell whether it is decided to leave a thing as it is: "voted to keep the fee at 40 euros"."""
    inner = child(predicate, "xcomp") or below
    if (
        inner is None
        or predicate.lemma_.lower() not in status_words("plan", "deciding")
        or predicate.tag_ not in {"VBD", "VBN"}
    ):
        return False
    return inner.lemma_.lower() in status_words("plan", "leaving_verbs") and child(inner, "dobj") is not None


def _of_adverb(predicate: Token) -> Sign | None:
    """Read "allegedly", "probably"."""
    adverbs = [item for item in predicate.children if item.dep_ in {"advmod", "npadvmod"}]
    for status in STATUSES:
        for item in adverbs:
            if item.lower_ in status_words(status, "adverbs"):
                return Sign(status, item)
    return None


# --- by what stands beside it -------------------------------------------------------------------------------


def _of_complement(predicate: Token) -> Sign | None:
    """Read "is set to", "is likely to", "is on course to": what stands between a copula and an infinitive."""
    for item in predicate.children:
        noun = child(item, "pobj") if item.dep_ == "prep" else None
        if (
            noun is not None
            and item.lower_ == "on"
            and noun.lower_ in status_words("projection", "course_nouns")
        ):
            return Sign("projection", noun)
        if (
            noun is not None
            and item.lower_ == "by"
            and noun.lemma_.lower() in status_words("estimate", "nouns")
        ):
            return Sign("estimate", noun)
        cited = _cited(item) if item.lower_ == "according" else None
        if cited is not None and not any(word.tag_ == "MD" for word in predicate.lefts):
            return cited
    places = [item for item in predicate.children if item.dep_ in {"acomp", "attr", "oprd"}]
    if predicate.tag_ == "VBN" and is_passive(predicate):
        places.append(predicate)
    for place in places:
        if place.lower_ in status_words("plan", "due") and not any(
            item.lower_ == "to" for item in place.children
        ):
            return Sign("plan", place)
        infinitive = any(item.dep_ in {"xcomp", "ccomp"} for item in (*place.children, *predicate.children))
        for status in ("projection", "plan"):
            if place.lower_ in status_words(status, "adjectives_with_infinitive") and infinitive:
                return Sign(status, place)
            if place.lower_ in status_words(status, "adjectives") and place.i != predicate.i:
                return Sign(status, place)
    return _of_settled(predicate)


def _cited(according: Token) -> Sign | None:
    """Read "according to estimates of the port", "according to the forecast"."""
    to = child(according, "prep")
    noun = child(to, "pobj") if to is not None else None
    statuses: tuple[Status, ...] = ("projection", "estimate")
    found = (
        status
        for status in statuses
        if noun is not None and noun.lemma_.lower() in status_words(status, "nouns")
    )
    status = next(found, None)
    return Sign(status, noun) if status is not None and noun is not None else None


def _of_settled(predicate: Token) -> Sign | None:
    """Read "is to open in May"."""
    inner = child(predicate, "xcomp")
    if predicate.lemma_ != "be" or inner is None or child(predicate, "acomp", "attr", "oprd") is not None:
        return None
    infinitive = any(item.lower_ == "to" for item in inner.lefts) and (
        inner.tag_ == "VB" or any(item.lower_ == "have" for item in auxiliaries(inner))
    )  # "is to open", "was to have opened"
    if not infinitive and child(inner, "auxpass") is None:
        return None
    return Sign(of_infinitive(inner).status, predicate)


def _of_subject(predicate: Token) -> Sign | None:
    """Read "the planned tunnel is 31 km long": what is to come is measured in the present tense."""
    subject = own_subject(predicate)
    if subject is None or predicate.lemma_ != "be" or predicate.tag_ not in {"VBZ", "VBP"}:
        return None
    for item in subject.children:
        for status in ("plan", "projection"):
            if item.dep_ == "amod" and item.lower_ in status_words(status, "adjectives"):
                return Sign(status, item)
    return None
