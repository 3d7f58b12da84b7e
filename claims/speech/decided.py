"""What somebody has decided, told without a word of planning: "is closing 12 shops", "the fare goes up"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import (
    auxiliaries,
    child,
    is_existential,
    is_passive,
    own_subject,
    subject_of,
)
from claims.speech.noun_status import Sign, status_words

if TYPE_CHECKING:
    from claims.tokens import Token

_PRESENT = frozenset({"VBZ", "VBP"})
_UNITS = frozenset({"day", "week", "month", "year", "hour", "minute"})
_UNREAL = frozenset({"would", "could", "'d", "’d"})
_HAVING = frozenset({"have", "'ve", "’ve"})
_STEPS = frozenset({"to", "from", "by"})


def of_decision(predicate: Token, figure: Token) -> Sign | None:
    """Read the plan in a present tense, in a duty with a term and in what is declared for so many days.

    Args:
        predicate: The head of the figure's clause.
        figure: The head of its noun phrase.
    """
    lemma = predicate.lemma_.lower()
    if lemma in status_words("plan", "announcing_verbs"):
        what = child(predicate, "dobj")
        lasts = figure.lemma_ in _UNITS and what is not None and what.i == figure.i
        return Sign("plan", predicate) if lasts else None
    if figure.lemma_ in _UNITS and figure.head.lower_ == "within" and _is_duty(predicate):
        return Sign("plan", predicate)
    if predicate.tag_ == "VBG" and lemma in status_words("plan", "closing_verbs"):
        return Sign("plan", predicate) if _is_under_way(predicate) and is_agent(predicate) else None
    if predicate.tag_ not in _PRESENT or auxiliaries(predicate):
        return None
    subject = subject_of(predicate)
    if subject is None:
        return None
    named = subject.lemma_.lower()
    if named in status_words("plan", "deals") and lemma in status_words("plan", "deal_verbs"):
        return Sign("plan", predicate)
    steps = any(item.dep_ == "prep" and item.lower_ in _STEPS for item in predicate.children)
    if steps and lemma in status_words("plan", "setting_verbs") - {"be"} and is_set_price(subject):
        return Sign("plan", predicate)
    return None


def _is_duty(predicate: Token) -> bool:
    """Read "must pay" and "has to pay"."""
    if any(item.lower_ == "must" for item in auxiliaries(predicate)):
        return True
    return predicate.dep_ == "xcomp" and predicate.head.lemma_ == "have" and predicate.head.tag_ in _PRESENT


def _is_under_way(predicate: Token) -> bool:
    helpers = auxiliaries(predicate)
    return bool(helpers) and all(item.tag_ in _PRESENT for item in helpers) and not is_passive(predicate)


def is_agent(predicate: Token) -> bool:
    """Tell whether the subject of a clause is somebody who decides.

    Args:
        predicate: The head of the clause.
    """
    subject = subject_of(predicate)
    return subject is not None and (
        subject.ent_type_ in status_words("plan", "agent_labels")
        or (subject.pos_ == "PROPN" and not subject.ent_type_)
        or subject.lemma_.lower() in status_words("plan", "agent_nouns")
        or subject.lower_ in status_words("plan", "agent_pronouns")
    )


def is_set_price(subject: Token) -> bool:
    """Tell whether a noun names what somebody sets: a fare, a wage, "the price of a stamp".

    Args:
        subject: The subject of a clause.
    """
    prices = status_words("plan", "set_prices")
    if subject.lemma_.lower() == "toll":  # of a road, not of an earthquake
        return any(word.is_currency or word.ent_type_ == "MONEY" for word in subject.doc)
    if subject.lemma_.lower() in prices:
        return True
    of = child(subject, "prep") if subject.lemma_ in {"price", "cost"} else None
    bought = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    return bought is not None and bought.lemma_.lower() in prices


def is_cut(predicate: Token) -> bool:
    """Read "300 jobs will go" and "of the 40 kiosks, 12 will leave and 28 will stay".

    Args:
        predicate: The head of a clause with "will".
    """
    subject = subject_of(predicate)
    if subject is not None and is_existential(predicate):
        return subject.lemma_.lower() in status_words("plan", "cut_things")  # "there will be 40 fewer posts"
    if subject is None or predicate.lemma_.lower() not in status_words("plan", "cut_verbs"):
        return False
    if subject.lemma_.lower() in status_words("plan", "cut_things"):
        return True
    return subject.like_num and predicate.lemma_.lower() in status_words("plan", "fates")


def comes_into_being(predicate: Token) -> bool:
    """Read "a joint service will come into existence with 90 crews".

    Args:
        predicate: The head of a clause with "will".
    """
    if predicate.lemma_ not in status_words("plan", "coming_verbs"):
        return False
    into = (item for item in predicate.children if item.lower_ == "into" and item.dep_ == "prep")
    return any(word.lower_ in status_words("plan", "coming_into") for item in into for word in item.children)


def is_programme(predicate: Token) -> bool:
    """Read "the overhaul will cost £4m and save £2m a year".

    Args:
        predicate: The head of a clause with "will".
    """
    subject = subject_of(predicate)
    known = subject is not None and subject.lemma_.lower() in status_words("plan", "programmes")
    return known and predicate.lemma_.lower() in status_words("plan", "programme_verbs")


def is_awarded(predicate: Token, figure: Token) -> bool:
    """Read "the families will get £40,000 each": what is to be got of a sum is theirs already.

    Args:
        predicate: The head of the figure's clause.
        figure: The head of its noun phrase.
    """
    if predicate.lemma_ not in status_words("plan", "awarding_verbs") or is_passive(predicate):
        return False
    if not any(item.lower_ in {"will", "shall", "'ll", "’ll"} for item in auxiliaries(predicate)):
        return False
    what = child(predicate, "dobj")
    same = what is not None and (what.i == figure.i or what.is_ancestor(figure))
    return same and any(item.is_currency for item in (figure, *figure.subtree))


def is_in_force(predicate: Token | None) -> bool:
    """Tell whether a clause says until when a contract runs that is in force already.

    Args:
        predicate: The head of the clause, if it has one.
    """
    if predicate is None or predicate.tag_ not in _PRESENT:
        return False
    if predicate.lemma_.lower() not in status_words("plan", "running_verbs"):
        return False
    subject = subject_of(predicate) or own_subject(predicate)
    return subject is not None and subject.lemma_.lower() in status_words("plan", "contracts")


def is_counterfactual(predicate: Token) -> bool:
    """Tell whether a clause says what would have been: "would have cost £9m".

    Args:
        predicate: The head of the clause.
    """
    if predicate.tag_ not in {"VBN", "VBD"}:
        return False
    helpers = {item.lower_ for item in auxiliaries(predicate)}
    return not _UNREAL.isdisjoint(helpers) and not _HAVING.isdisjoint(helpers)
