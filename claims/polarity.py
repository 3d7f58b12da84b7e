"""Said or denied: negation, denying determiners and words that deny what they govern."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.clauses import (
    auxiliaries,
    child,
    first_conjunct,
    is_passive,
    is_predicate,
    own_subject,
)
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.model import Polarity
    from claims.tokens import Token

_FAR = 12
_ASIDE = frozenset({"appos", "prep", "relcl", "acl"})


@cache
def _negation(kind: str) -> frozenset[str]:
    return frozenset(load("polarity")[kind])


@cache
def _denials(kind: str) -> dict[str, str]:
    return dict(load("polarity")[kind])


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
    found += [
        part
        for item in predicate.children
        if item.dep_ in {"acomp", "oprd"} and item.i > predicate.i
        for part in item.children
        if part.dep_ == "neg" and part.i < item.i and _is_negator(part)
    ]
    if predicate.dep_ == "pcomp" and predicate.head.lower_ == "without":
        found.append(predicate.head)  # "settled without admitting fault"
    adjuncts = [item for item in predicate.children if item.dep_ == "prep"]
    found += [part for item in adjuncts for part in _denying_adjunct(item)]
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


def _denying_adjunct(item: Token) -> list[Token]:
    """Return the word of an adjunct that denies a clause ("at *no* time", "in *no* way"), or none."""
    if item.i + 2 >= len(item.doc) or item.nbor(1).lower_ != "no":
        return []
    denies_all = item.nbor(2).lemma_.lower() in _negation("adjuncts")
    return [item.nbor(1)] if denies_all else []


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
    first = predicate.head
    if predicate.dep_ != "conj" or not is_predicate(first) or own_subject(predicate) is not None:
        return False
    shared = own_subject(first)  # "no wall was cracked or broken"
    either = any(item.dep_ == "cc" and item.lower_ in {"or", "nor"} for item in first.children)
    return either and shared is not None and bool(denying_words(shared))


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
        and (
            item.lower_ in _negation("determiners")
            or item.dep_ == "neg"
            or _is_not_one(item)
            or item.lower_ == "not"
            or (item.dep_ == "poss" and _is_of_nobody(item))
        )
        and noun.doc[item.i + 1].lower_ not in _negation("hedges_after_no") | _negation("spared_by")
    ]


def _is_not_one(number: Token) -> bool:
    """Tell whether a number denies that there was any ("not one ship")."""
    return number.lower_ == "one" and number.dep_ == "nummod" and any(it.dep_ == "neg" for it in number.lefts)


def _is_of_nobody(owner: Token) -> bool:
    """Tell whether an owner denies that there is one ("nobody's house", "no teacher's contract")."""
    first = owner.left_edge
    return owner.lower_ in _negation("pronouns") or (
        first.i < owner.i and first.lower_ in _negation("determiners")
    )


def is_mass(noun: Token) -> bool:
    """Tell whether a noun means a mass or an abstract thing, which takes no indefinite article."""
    word = noun.lemma_.lower()
    return word in _negation("mass_nouns") or word.endswith(tuple(_negation("mass_endings")))


def denies(predicate: Token) -> bool:
    """Tell whether the predicate's own word denies ("lacks", "failed to", "is unwilling to")."""
    return (
        denying_adjective(predicate) is not None
        or denial_with_object(predicate) is not None
        or denies_infinitive(predicate)
        or lacks(predicate)
    )


def denial_with_object(predicate: Token) -> str | None:
    """Return the verb that affirms what this one denies of its object ("lack" -> "have"), or None.

    Who "never refused it a penny" has not therefore accepted one: what is denied itself denies nothing.
    """
    if child(predicate, "xcomp", "ccomp", "neg") is not None:
        return None
    if child(predicate, "dobj", "nsubjpass", "dative") is None and not is_passive(predicate):
        return None
    lemma = predicate.lemma_.lower()
    grants = load("polarity")["grants"]
    if lemma in grants["verbs"] and any(
        item.dep_ == "dative"
        or (item.dep_ in {"dobj", "nsubjpass"} and item.lemma_.lower() in grants["nouns"])
        for item in predicate.children
    ):
        return str(grants["verb"])
    return _denials("verbs_with_object").get(lemma)


def denies_report(predicate: Token) -> Token | None:
    """Return the clause that a predicate denies as a report ("denied claims *that it had paid*"), or None."""
    if predicate.lemma_.lower() not in word_list("polarity", "denied_reports", "verbs"):
        return None
    noun = child(predicate, "dobj")
    if noun is None or noun.lemma_.lower() not in word_list("polarity", "denied_reports", "nouns"):
        return None
    return next((item for item in noun.children if item.dep_ in {"acl", "relcl"} and own_subject(item)), None)


def denies_infinitive(predicate: Token) -> bool:
    """Tell whether the predicate denies the infinitive it governs."""
    inner = child(predicate, "xcomp", "ccomp")
    if inner is None or predicate.lemma_.lower() not in _denials("verbs_with_infinitive"):
        return False
    led = any(item.lower_ == "to" for item in inner.children)
    return led or inner.dep_ == "xcomp" or inner.tag_ not in {"NN", "VB"}  # not "refused him bail"


def denying_adjective(predicate: Token) -> Token | None:
    """Return the adjective after a copula that denies what it governs; who "survived unhurt" survived."""
    found = child(predicate, "acomp", "attr", "oprd")
    if found is not None and predicate.lemma_.lower() in load("polarity")["come_through"]["verbs"]:
        return None
    if found is not None and found.lower_ in _denials("adjectives"):
        return found
    return predicate if predicate.lower_ in _denials("adjectives") else None


def lacks(predicate: Token) -> bool:
    """Tell whether "without" denies the possession of what follows ("were left without power")."""
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
    if first.dep_ in {"acl", "relcl"} and first.head.dep_ == "dobj":
        report = denies_report(first.head.head)
        return report is not None and report.i == first.i and not negators(first.head.head)
    if first.dep_ not in {"ccomp", "xcomp"} or not is_predicate(first.head):
        return False
    head = first.head
    if first.dep_ == "xcomp" and _is_yet_to(head):
        return True
    lemma = head.lemma_.lower()
    if first.dep_ == "ccomp" and lemma in _negation("raising_verbs"):
        return _is_negated(head) != any(
            bool(denying_words(item)) for item in head.children if item.dep_ in {"nsubj", "nsubjpass"}
        )
    denied = first.tag_ == "VBG" or first.dep_ == "ccomp"
    denied = denied and lemma in _denials("verbs_with_clause")
    if first.dep_ == "xcomp":
        denied = denied or lemma in _denials("verbs_with_infinitive") or denying_adjective(head) is not None
    return denied and not negators(head)


def _is_yet_to(predicate: Token) -> bool:
    return any(item.lower_ == "yet" and _is_negator(item) for item in predicate.children)


def stands_aside(noun: Token, predicate: Token, links: frozenset[str] = _ASIDE) -> bool:
    """Tell whether what a clause denies or foretells leaves a noun alone: it only describes the subject.

    Args:
        noun: The head of a noun phrase: seven in "the road, seven miles of it, will not open".
        predicate: The head of the clause.
        links: What may tie such a noun to the subject.
    """
    token = noun
    path: list[str] = []
    while token.i != predicate.i and token.head.i != token.i and len(path) < _FAR:
        path.append(token.dep_)
        token = token.head
    within = path[-1:] in (["nsubj"], ["nsubjpass"]) and token.i == predicate.i
    return within and any(label in links for label in path[:-1])
