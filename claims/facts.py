"""Facts: what a sentence asserts of whom, clause by clause, phrased positively with its polarity."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from claims.assertions import asserts, is_frame
from claims.clauses import (
    auxiliaries,
    child,
    first_conjunct,
    is_existential,
    mark_of,
    own_subject,
    predicates,
    subject_of,
)
from claims.language import Sentence
from claims.modality import negators, polarity
from claims.model import Polarity
from claims.nominal_facts import NominalFact, nominal_facts
from claims.phrases import clause_tokens, noun_phrase, noun_tokens, predicate_phrase, subtree, text_of
from claims.vocabulary import load

_EMPTY_SUBJECTS = frozenset({"nobody", "nothing", "none"})


@dataclass(frozen=True, slots=True)
class Fact:
    """An assertion without a figure.

    Attributes:
        subject: The noun phrase that it is about, as written, without determiner; a pronoun stays.
        subject_head: The head of that phrase.
        measure: What is asserted, phrased positively.
        object: What the assertion acts on, or None.
        polarity: Whether the measure is affirmed or denied.
        start: First offset of the clause in the source.
        end: Offset after the clause.
        predicate: The word that the assertion hangs on: a verb, or the noun of a nominal fact.
        condition: What it is said to depend on, or None.
    """

    subject: str
    subject_head: Token
    measure: str
    object: str | None
    polarity: Polarity
    start: int
    end: int
    predicate: Token
    condition: str | None = None


def facts(sentence: Sentence) -> list[Fact]:
    """Return the facts that a sentence asserts.

    Args:
        sentence: A parsed sentence.

    Returns:
        Its facts in the order of their predicates; none for headings, questions and commands.
    """
    found = [fact for predicate in predicates(sentence.span) if (fact := _fact(sentence, predicate))]
    found += [_nominal(sentence, item) for item in nominal_facts(sentence.span)]
    return sorted(found, key=lambda fact: (fact.start, fact.end, fact.predicate.i))


def _fact(sentence: Sentence, predicate: Token) -> Fact | None:
    subject = subject_of(predicate)
    if subject is None:
        return None
    model = _elided(predicate)
    if not asserts(model or predicate) or (model is not None and not _stands_alone(predicate)):
        return None
    measure = _measure(predicate, model)
    name = noun_phrase(subject)
    if not name or (len(measure.split()) < 2 and not _is_complete(predicate)):
        return None
    start, end = _extent(sentence, predicate, subject)
    return Fact(
        subject=_named(name),
        subject_head=subject,
        measure=measure,
        object=_object(model or predicate),
        polarity=polarity(predicate),
        start=start,
        end=end,
        predicate=predicate,
        condition=_condition(predicate),
    )


def _named(name: str) -> str:
    return {"nobody": "anybody", "nothing": "anything", "none": "any"}.get(name.lower(), name)


def _stands_alone(predicate: Token) -> bool:
    return not is_frame(predicate)


def _elided(predicate: Token) -> Token | None:
    """Return the predicate that an auxiliary left alone repeats ("…, China is not")."""
    if predicate.pos_ != "AUX" or any(
        item.i > predicate.i and item.dep_ in {"attr", "acomp", "dobj", "prep", "xcomp", "ccomp", "advmod"}
        for item in predicate.children
    ):
        return None
    before = [
        item
        for item in predicates(predicate.doc[:])
        if item.i < predicate.i and own_subject(item) is not None
    ]
    same = [
        item
        for item in before
        if item.lemma_ == predicate.lemma_ or any(aux.lemma_ == predicate.lemma_ for aux in auxiliaries(item))
    ]
    return same[-1] if same else None


def _measure(predicate: Token, model: Token | None) -> str:
    return predicate_phrase(model or predicate)


def _is_complete(predicate: Token) -> bool:
    """Tell whether one word says enough: a verb of change or a participle, not a bare copula."""
    return predicate.pos_ == "VERB"


def _object(predicate: Token) -> str | None:
    found = child(predicate, "dobj") or child(predicate, "attr")
    if found is None:
        place = next(
            (item for item in predicate.children if item.dep_ == "prep" and item.i == predicate.i + 1), None
        )
        found = child(place, "pobj") if place is not None else None
    if found is None or is_existential(predicate):
        return None
    return noun_phrase(found) or None


def _extent(sentence: Sentence, predicate: Token, subject: Token) -> tuple[int, int]:
    """Return where the clause stands in the source: its subject, where that is near, and its predicate."""
    tokens = clause_tokens(predicate) + auxiliaries(predicate) + negators(predicate)
    own = own_subject(predicate)
    if own is not None:
        tokens += [own, *noun_tokens(own)]
    left = min(token.idx for token in tokens)
    right = max(token.idx + len(token) for token in tokens)
    if own is None and subject.i < predicate.i and predicate.i - subject.i <= 3:
        left = min(left, subject.idx)
    return sentence.start + left, sentence.start + right


@cache
def _conditional() -> frozenset[str]:
    return frozenset(load("assertions")["subordination"]["conditional"])


def _condition(predicate: Token) -> str | None:
    for clause in _adjoined(predicate):
        if clause.dep_ == "advcl" and mark_of(clause) in _conditional():
            return text_of(subtree(clause))
        if clause.dep_ == "prep" and clause.lower_ == "without":
            return text_of(subtree(clause))
    return None


def _adjoined(predicate: Token) -> Iterator[Token]:
    yield from predicate.children
    inner = child(predicate, "xcomp", "acomp")
    if inner is not None:
        yield from inner.children
        deeper = child(inner, "xcomp")
        if deeper is not None:
            yield from deeper.children
    first = first_conjunct(predicate)
    if first.i != predicate.i:
        yield from first.children


def _nominal(sentence: Sentence, item: NominalFact) -> Fact:
    return Fact(
        subject=item.subject,
        subject_head=item.subject_head,
        measure=item.measure,
        object=item.object,
        polarity="affirmed",
        start=sentence.start + item.start,
        end=sentence.start + item.end,
        predicate=item.predicate,
    )
