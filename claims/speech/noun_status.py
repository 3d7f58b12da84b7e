"""The status that the words around a figure give it: "a target of 20%", "the 48 Mt forecast in July"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from claims.assertions.clauses import auxiliaries, child, clause_of, is_predicate, own_subject
from claims.speech.speech_frames import words
from claims.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.tokens import Token

Status = Literal["reported", "projection", "plan", "estimate"]
STATUSES: tuple[Status, ...] = get_args(Status)
_FAR = 6
_NEAR = 5


class Sign(NamedTuple):
    """A status and the word that gives it."""

    status: Status
    word: Token


_NAMING = frozenset({"nummod", "quantmod", "compound", "amod", "nmod", "appos"})
_LINKS = _NAMING | {"pobj", "prep", "conj", "npadvmod", "dobj", "acl"}
_MODIFIERS = frozenset({"amod", "compound", "nmod", "advmod", "quantmod"})


@cache
def status_words(status: Status, kind: str) -> frozenset[str]:
    """Return a word list of the vocabulary of modality."""
    return frozenset(load("modality")[status].get(kind, ()))


@cache
def _naming_nouns() -> frozenset[str]:
    """Return the nouns that give any status, alone or as the last word of a phrase."""
    kinds = ("nouns", "phrases")
    return frozenset(
        word.split()[-1] for status in STATUSES for kind in kinds for word in status_words(status, kind)
    )


def _is_named(token: Token, status: Status) -> bool:
    """Tell whether a noun gives a status: "a goal of 20%", not "31 goals" or "his fifth goal"."""
    lemma = token.lemma_.lower()
    if lemma not in _naming_nouns():
        return False
    named = {f"{item.lower_} {lemma}" for item in token.lefts if item.dep_ == "compound"}
    if named & status_words("projection", "phrases"):
        return status == "projection"
    if is_product(token):
        return False
    achieved = lemma in status_words(status, "achieved") and (token.lower_ != lemma or _is_one_of_many(token))
    return lemma in status_words(status, "nouns") and not achieved


def is_product(noun: Token) -> bool:
    """Tell whether a plan is something that is bought and sold: "bought a plan", "plans sold: 46,300".

    Args:
        noun: The word that may name a plan.
    """
    if noun.lemma_.lower() not in status_words("plan", "products"):
        return False
    traded = status_words("plan", "trading_verbs")
    behind = next(iter(noun.rights), noun)
    roles = {"dobj", "nsubjpass"} | ({"nsubj"} if noun.lower_ != noun.lemma_.lower() else set())
    return (noun.dep_ in roles and noun.head.lemma_.lower() in traded) or (
        behind.tag_ in {"VBN", "VBD"} and behind.lemma_.lower() in traded
    )


def _is_one_of_many(noun: Token) -> bool:
    """Tell whether a noun is one of what somebody has achieved: "his fifth goal", "a goal in nine games"."""
    for item in noun.children:
        if item.ent_type_ == "ORDINAL" and item.dep_ == "amod":
            return True
        if (
            item.dep_ == "prep"
            and item.lower_ in {"in", "from", "against"}
            and child(item, "pobj") is not None
        ):
            return any(part.like_num for part in item.subtree)
    return False


def sign_in_words(tokens: Iterable[Token]) -> Sign | None:
    """Return the first status that one of some words names, without regard to the parse."""
    for token in tokens:
        known = {token.lemma_.lower(), token.lower_}
        if known & status_words("plan", "only_in_phrases"):
            continue
        for status in STATUSES:
            told = known & (status_words(status, "adjectives") | status_words(status, "adverbs"))
            if told or _is_named(token, status) or token.lower_ in status_words(status, "nouns"):
                return Sign(status, token)
    return None


@cache
def _status_forms() -> re.Pattern[str]:
    """Return a pattern for how the words begin that name a status, whatever their ending."""
    kinds = ("adjectives", "adverbs", "nouns", "phrases")
    named = {word for status in STATUSES for kind in kinds for word in status_words(status, kind)}
    stems = sorted({re.escape(word.split()[-1][:-1]) for word in named})
    return re.compile(rf"\b(?:{'|'.join(stems)})", re.IGNORECASE)


def may_name_status(text: str) -> bool:
    """Tell whether a form of a word that names a status can stand in a text, so that it is worth a parse."""
    return _status_forms().search(text) is not None


def is_starting_point(token: Token) -> bool:
    """Tell whether a change to come starts at a figure ("will rise from 118 to 150", "down from 47")."""
    if token.lower_ == "to":
        return False  # what hangs on "to" is where it goes
    number = next((item for item in token.children if item.dep_ == "nummod"), token)
    for place in range(number.i - 1, max(-1, number.i - _NEAR), -1):
        before: Token = token.doc[place]
        if before.lower_ == "from":
            return before.dep_ == "prep" and (
                is_predicate(before.head) or before.head.lower_ in {"up", "down"}
            )
        if before.lower_ in {"to", "and", "or"} or before.pos_ in {"VERB", "NOUN", "PUNCT"}:
            return False
    return False


def is_known_figure(token: Token, *, is_forecast: bool) -> bool:
    """Tell whether a figure stands for what already is: "last year's 640", "its usual 12".

    Args:
        token: The head of the figure's noun phrase.
        is_forecast: The clause gives forecasts and their changes; "its previous 12" is then one of them.
    """
    known = load("modality")["known"]
    for item in counted(token).children:
        if item.dep_ == "amod" and item.lower_ in known["adjectives"]:
            return not is_forecast
        if item.dep_ == "poss" and item.ent_type_ == "DATE":
            return any(word.lower_ in known["times"] for word in (item, *item.children))
    return False


def counted(token: Token) -> Token:
    """Return the noun that a number counts, or the token itself.

    Args:
        token: The head of a figure's noun phrase, or the number in it.
    """
    return token.head if token.dep_ in {"nummod", "quantmod"} else token


def sign_of_noun(noun: Token) -> Sign | None:
    """Read the status off a noun phrase: "an estimated 60 houses", "a target of 20%"."""
    found = _of_clause_on(counted(noun))
    if found is not None:
        return found
    token, beside = noun, False
    for step in range(_FAR):
        # "14 proposals" counts the proposals: they are made
        is_counted = (step == 0 or beside) and child(token, "nummod") is not None
        modifiers = [item for item in token.children if item.dep_ in _MODIFIERS]
        for status in STATUSES:
            if not is_counted and _is_named(token, status):
                return Sign(status, token)
            for item in modifiers:
                if item.lower_ in status_words(status, "adjectives"):
                    return Sign(status, item)
        if token.dep_ not in _LINKS or (token.dep_ == "dobj" and not _is_infinitive_of_noun(token.head)):
            return None
        if token.tag_ == "VB" and token.head.lemma_.lower() in status_words("plan", "nouns_with_infinitive"):
            return Sign("plan", token.head)
        beside = token.dep_ == "appos"
        token = token.head
        if token.pos_ == "VERB" and token.dep_ != "acl":
            return None
    return None


def _is_infinitive_of_noun(verb: Token) -> bool:
    return verb.dep_ == "acl" and (verb.tag_ == "VB" or not is_predicate(verb))


def _of_clause_on(noun: Token) -> Sign | None:
    """Read "the 48 Mt that the ministry forecast", "the 270 the plan called for", "the 4.5% targeted"."""
    for clause in (*noun.rights, *_participle_over(noun)):
        passive = clause.tag_ == "VBN" and clause.dep_ != "relcl"
        subject = own_subject(clause) if clause.dep_ == "relcl" else None
        if not passive and (subject is None or subject.tag_ in {"WDT", "WP"}):
            continue
        if passive and noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.i == 0:
            continue  # "Of 19 huts planned, six were built": so many there were
        if subject is not None and child(clause, "ccomp", "xcomp") is not None:
            continue
        if passive and clause.lemma_ == "need" and any(item.is_currency for item in noun.lefts):
            return Sign("plan", clause)  # "the £90,000 needed for the roof"
        for status in STATUSES:
            verbs = status_words(status, "verbs") - status_words(status, "only_with_verb")
            verbs -= status_words(status, "given_verbs")
            if clause.lemma_.lower() in verbs:
                return Sign(status, clause)
            if subject is not None and subject.lemma_.lower() in status_words(status, "nouns"):
                return Sign(status, subject)
    return None


def _participle_over(noun: Token) -> list[Token]:
    """Return the participle that the parse made the verb of its noun ("half the 4.5% pencilled in")."""
    clause = noun.head
    bare = clause.tag_ == "VBN" and clause.dep_ in {"advcl", "ROOT", "ccomp"} and not auxiliaries(clause)
    return [clause] if noun.dep_ == "nsubj" and bare else []


def sign_of_argument(token: Token) -> Sign | None:
    """Read "raised its forecast to 3%" and "the target was cut to 90": a forecast that changes or stands."""
    predicate = clause_of(token)
    if not is_predicate(predicate):
        return None
    lemma = predicate.lemma_.lower()
    if lemma not in status_words("projection", "verbs_of_forecasts") and lemma not in words("revising_verbs"):
        return None
    for item in predicate.children:
        if item.dep_ in {"dobj", "nsubj", "nsubjpass"} and item.i != token.i:
            for status in STATUSES:
                if _is_named(item, status):
                    return Sign(status, item)
    return None
