"""How a statement is meant: as a fact, an expectation, an intention, an estimate or a report."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, get_args

from spacy.tokens import Token

from claims.clauses import (
    auxiliaries,
    child,
    clause_of,
    first_conjunct,
    is_passive,
    is_predicate,
    modal_of,
    own_subject,
    subject_of,
)
from claims.model import Modality, Polarity
from claims.vocabulary import load

Status = Literal["reported", "projection", "plan", "estimate"]
_STATUSES: tuple[Status, ...] = get_args(Status)
_FAR = 6


@cache
def _words(status: Status, kind: str) -> frozenset[str]:
    return frozenset(load("modality")[status].get(kind, ()))


@cache
def _denials(kind: str) -> dict[str, str]:
    return dict(load("polarity")[kind])


@cache
def _negation(kind: str) -> frozenset[str]:
    return frozenset(load("polarity")[kind])


def modality(token: Token) -> Modality:
    """Return the status that the words around a predicate, or around a noun with a number, give it.

    Args:
        token: The predicate of a clause, or the head of a noun phrase ("forecast of 48 Mt": either noun).

    Returns:
        The first status that the predicate, what modifies it or what governs it names; else actual.
    """
    if not is_predicate(token):
        found = _of_noun(token)
        if found:
            return found
        token = clause_of(token)
    for predicate in _governing(token):
        found = _of_predicate(predicate, governs=predicate.i != token.i)
        if found:
            return found
    return _of_modal(token) or "actual"


def modality_of_words(tokens: Iterable[Token]) -> Modality:
    """Return the status of words without a verb, from the first of them that names one.

    Args:
        tokens: The words of a heading, a cell or a list item.

    Returns:
        The status, or actual.
    """
    for token in tokens:
        for status in _STATUSES:
            if any(
                token.lemma_.lower() in _words(status, kind) or token.lower_ in _words(status, kind)
                for kind in ("nouns", "adjectives", "adverbs")
            ):
                return status
    return "actual"


def _governing(predicate: Token) -> Iterator[Token]:
    """Yield the predicate and those whose content it is, innermost first."""
    yield predicate
    for _ in range(_FAR):
        first = (
            first_conjunct(predicate)
            if own_subject(predicate) is None or predicate.dep_ == "conj"
            else predicate
        )
        if first.i != predicate.i and own_subject(predicate) is None and not auxiliaries(predicate):
            predicate = first
            yield predicate
        if first.dep_ not in {"xcomp", "ccomp"}:
            return
        head = clause_of(first.head)
        if head.i == first.i or not is_predicate(head):
            return
        predicate = head
        yield predicate


def _of_predicate(predicate: Token, governs: bool) -> Status | None:
    lemma = predicate.lemma_.lower()
    adverbs = {item.lower_ for item in predicate.children if item.dep_ in {"advmod", "npadvmod"}}
    with_verb = governs or any(item.dep_ in {"xcomp", "ccomp"} for item in predicate.children)
    for status in _STATUSES:
        if adverbs & _words(status, "adverbs"):
            return status
    if (
        lemma in _words("reported", "passive_verbs")
        and is_passive(predicate)
        and child(predicate, "xcomp") is not None
    ):
        return "reported"
    for status in ("projection", "plan", "estimate"):
        narrow = lemma in _words(status, "only_with_verb")
        if lemma in _words(status, "verbs") and (with_verb or not narrow):
            return status
    if (
        lemma in _words("projection", "present_verbs")
        and predicate.tag_ in {"VBZ", "VBP"}
        and child(predicate, "dobj")
    ):
        return "projection"
    if lemma in _words("estimate", "verbs_with_at") and any(
        item.lower_ == "at" for item in predicate.children
    ):
        return "estimate"
    return _of_complement(predicate)


def _of_complement(predicate: Token) -> Status | None:
    """Read "is set to", "is likely to", "is on course to": what stands between a copula and an infinitive."""
    places = [item for item in predicate.children if item.dep_ in {"acomp", "attr", "oprd"}]
    if predicate.tag_ == "VBN" and is_passive(predicate):
        places.append(predicate)
    for place in places:
        infinitive = any(item.dep_ in {"xcomp", "ccomp"} for item in (*place.children, *predicate.children))
        for status in ("projection", "plan"):
            if place.lower_ in _words(status, "adjectives_with_infinitive") and infinitive:
                return status
            if place.lower_ in _words(status, "adjectives") and place.i != predicate.i:
                return status
    return None


def _of_modal(predicate: Token) -> Status | None:
    modal = modal_of(predicate)
    if modal not in _words("projection", "modals"):
        return None
    if modal in {"will", "shall"} and _is_decision(predicate):
        return "plan"
    return "projection"


def _is_decision(predicate: Token) -> bool:
    """Tell whether the clause says what its subject has decided to do."""
    subject = subject_of(predicate)
    if (
        subject is None
        or is_passive(predicate)
        or predicate.lemma_.lower() in _words("plan", "unplanned_verbs")
    ):
        return False
    return (
        subject.ent_type_ in _words("plan", "agent_labels")
        or subject.lemma_.lower() in _words("plan", "agent_nouns")
        or subject.lower_ in _words("plan", "agent_pronouns")
    )


def _of_noun(noun: Token) -> Status | None:
    """Read the status off a noun phrase: "an estimated 60 houses", "a target of 20%"."""
    token = noun
    for _ in range(_FAR):
        for status in _STATUSES:
            if token.lemma_.lower() in _words(status, "nouns"):
                return status
            modifiers = [
                item
                for item in token.children
                if item.dep_ in {"amod", "compound", "nmod", "advmod", "quantmod"}
            ]
            if any(item.lower_ in _words(status, "adjectives") for item in modifiers):
                return status
        if token.dep_ not in {
            "pobj",
            "prep",
            "nummod",
            "quantmod",
            "compound",
            "amod",
            "nmod",
            "appos",
            "conj",
            "npadvmod",
            "dobj",
            "acl",
        }:
            return None
        if token.dep_ == "dobj" and (
            token.head.dep_ != "acl" or (is_predicate(token.head) and token.head.tag_ != "VB")
        ):
            return None
        token = token.head
        if token.pos_ == "VERB" and token.dep_ != "acl":
            return None
    return None


def polarity(predicate: Token) -> Polarity:
    """Tell whether the clause affirms or denies its measure, phrased positively.

    Args:
        predicate: The head of a clause.

    Returns:
        ``negated`` for an odd number of denials: negation, denying determiners, words that deny.
    """
    denials = sum(
        (
            _is_negated(predicate),
            denies(predicate),
            _has_denying_noun(predicate),
            _is_content_denied(predicate),
        )
    )
    return "negated" if denials % 2 else "affirmed"


def negators(predicate: Token) -> list[Token]:
    """Return the words that negate a predicate ("not", "never", "no longer", "yet to")."""
    found = [item for item in predicate.children if _is_negator(item)]
    if not found and predicate.dep_ == "conj" and _shares_negation(predicate):
        found = negators(predicate.head)
    return found


def _is_negator(item: Token) -> bool:
    if item.lower_ in _negation("negators") and item.dep_ in {"neg", "advmod", "preconj", "cc"}:
        follower = item.doc[item.i + 1].lower_ if item.i + 1 < len(item.doc) else ""
        return follower not in _negation("spared_by") and not (item.dep_ == "cc" and item.i > item.head.i)
    if item.lower_ == "longer":
        return item.i > 0 and item.nbor(-1).lower_ == "no"
    if item.lower_ == "yet" and item.i < item.head.i + 2:
        follower = item.doc[item.i + 1].lower_ if item.i + 1 < len(item.doc) else ""
        return follower == "to"
    return False


def _shares_negation(predicate: Token) -> bool:
    """Tell whether a coordinated predicate shares the negation of the one before ("not sold or moved")."""
    if own_subject(predicate) is not None or auxiliaries(predicate) or not is_predicate(predicate.head):
        return False
    return any(item.dep_ == "cc" and item.lower_ in {"or", "nor"} for item in predicate.head.children)


def _is_negated(predicate: Token) -> bool:
    before = predicate.dep_ == "conj" and any(
        item.dep_ == "cc" and item.lower_ == "nor" and item.head.i < predicate.i
        for item in predicate.head.children
    )
    count = len({item.i for item in negators(predicate)})
    if not count and before:
        count = 1
    return bool(count % 2)


def _has_denying_noun(predicate: Token) -> bool:
    """Tell whether the subject or object denies the clause ("no aid", "nobody", "not a single ship")."""
    for item in predicate.children:
        if item.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and denying_words(item):
            return True
    return False


def denying_words(noun: Token) -> list[Token]:
    """Return the words in a noun phrase that deny its clause."""
    if noun.lower_ in _negation("pronouns"):
        return [noun]
    if noun.lemma_.lower() in _negation("not_denied_nouns"):
        return []
    return [
        item
        for item in noun.children
        if item.i < noun.i
        and (item.lower_ in _negation("determiners") or item.dep_ == "neg" or item.lower_ == "not")
        and noun.doc[item.i + 1].lower_ not in _negation("hedges_after_no") | _negation("spared_by")
    ]


def denies(predicate: Token) -> bool:
    """Tell whether the predicate's own word denies ("lacks", "failed to", "is unwilling to")."""
    return (
        denying_adjective(predicate) is not None
        or denial_with_object(predicate) is not None
        or denies_infinitive(predicate)
        or _is_without(predicate)
    )


def denial_with_object(predicate: Token) -> str | None:
    """Return the verb that affirms what this one denies of its object ("lack" -> "have"), or None."""
    if child(predicate, "xcomp", "ccomp") is not None:
        return None
    if child(predicate, "dobj", "nsubjpass", "dative") is None and not is_passive(predicate):
        return None
    return _denials("verbs_with_object").get(predicate.lemma_.lower())


def denies_infinitive(predicate: Token) -> bool:
    """Tell whether the predicate denies the infinitive it governs."""
    return (
        predicate.lemma_.lower() in _denials("verbs_with_infinitive")
        and child(predicate, "xcomp", "ccomp") is not None
    )


def denying_adjective(predicate: Token) -> Token | None:
    """Return the adjective after a copula that denies what it governs."""
    found = child(predicate, "acomp", "attr", "oprd")
    if found is not None and found.lower_ in _denials("adjectives"):
        return found
    return predicate if predicate.lower_ in _denials("adjectives") else None


def _is_without(predicate: Token) -> bool:
    verbs = load("polarity")["without"]["verbs"]
    place = child(predicate, "prep")
    return (
        predicate.lemma_.lower() in verbs
        and place is not None
        and place.lower_ == "without"
        and child(predicate, "dobj", "attr", "acomp") is None
    )


def _is_content_denied(predicate: Token) -> bool:
    """Tell whether a governing verb denies the clause ("denied that", "failed to")."""
    first = first_conjunct(predicate)
    if first.dep_ not in {"ccomp", "xcomp"} or not is_predicate(first.head):
        return False
    head = first.head
    if first.dep_ == "xcomp" and _is_yet_to(head):
        return True
    lemma = head.lemma_.lower()
    denied = first.tag_ == "VBG" or first.dep_ == "ccomp"
    denied = denied and lemma in _denials("verbs_with_clause")
    if first.dep_ == "xcomp":
        denied = denied or lemma in _denials("verbs_with_infinitive") or denying_adjective(head) is not None
    return denied and not negators(head)


def _is_yet_to(predicate: Token) -> bool:
    return any(item.lower_ == "yet" and _is_negator(item) for item in predicate.children)
