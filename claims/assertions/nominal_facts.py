"""Facts that a noun phrase carries: appositions, and nouns of events that are presupposed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.assertions.checkable import is_hypothetical
from claims.assertions.clauses import child, clause_of, is_time, own_subject
from claims.assertions.nominals import noun_phrase, noun_tokens, subtree, text_of
from claims.polarity import negators
from claims.tokens import FINITE
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class NominalFact:
    """A fact carried by a noun phrase; offsets count from the start of the sentence."""

    subject: str
    subject_head: Token
    measure: str
    object: str | None
    predicate: Token
    start: int
    end: int


def nominal_facts(span: Span) -> Iterator[NominalFact]:
    """Yield the facts that noun phrases of a sentence carry, and places told in passing ("ahead of Peru")."""
    left = _left_as_it_was(span)
    if left is not None:
        yield left
    for token in span:
        if token.lower_ in _PLACINGS and (placed := _placing(token)) is not None:
            yield placed
        if token.pos_ not in {"NOUN", "PROPN"}:
            continue
        found = _apposition(token) or _title(token) or _event(token)
        if found is not None:
            yield found


def _left_as_it_was(span: Span) -> NominalFact | None:
    """Read a line that ends in ", unchanged" as saying that of the thing whose figure it gives."""
    words = [token for token in span if not token.is_punct]
    if len(words) < _SHORTEST_LINE or words[-1].lower_ not in word_list(
        "nominal_events", "lines", "unchanged"
    ):
        return None
    thing = next((token for token in span if token.dep_ == "ROOT"), words[0])
    if words[-1].nbor(-1).text not in {",", "("} or any(token.tag_ in FINITE for token in span):
        return None
    if thing.pos_ not in {"NOUN", "PROPN"} or not any(token.like_num for token in words):
        return None
    last = words[-1]
    return NominalFact(
        noun_phrase(thing), thing, f"is {last.lower_}", None, last, words[0].idx, last.idx + len(last)
    )


_SHORTEST_LINE = 3
_PLACINGS = {"ahead": "of", "behind": ""}


def _placing(word: Token) -> NominalFact | None:
    """Read "came second, ahead of Peru" as a place before Peru's; the rank itself is a number."""
    clause = clause_of(word)
    if word.head.i != clause.i or word.i < clause.i or is_hypothetical(clause) or negators(clause):
        return None
    place = next((item for item in word.children if item.lower_ == _PLACINGS[word.lower_]), None)
    rival = child(place if place is not None else word, "pobj")
    subject = own_subject(clause)
    apart = word.left_edge.i > 0 and word.nbor(-1).text == ","
    if subject is None or subject.pos_ != "PROPN" or rival is None or rival.pos_ != "PROPN" or not apart:
        return None
    if rival.ent_type_ in {"DATE", "TIME"}:
        return None
    name = noun_phrase(rival)
    be = "are" if subject.tag_ == "NNPS" else "is"
    measure = f"{be} {word.lower_} {_PLACINGS[word.lower_]} {name}".replace("  ", " ")
    first, last = noun_tokens(subject)[0], noun_tokens(rival)[-1]
    return NominalFact(noun_phrase(subject), subject, measure, name, word, first.idx, last.idx + len(last))


def _apposition(noun: Token) -> NominalFact | None:
    """Read "X, a member of Y, …" as "X is a member of Y"."""
    head = noun.head
    if (
        noun.dep_ != "appos"
        or noun.tag_ not in {"NN", "NNS"}
        or head.pos_ not in {"PROPN", "NOUN"}
        or head.i > noun.i
    ):
        return None
    article = next(
        (item for item in noun.children if item.dep_ == "det" and item.lower_ in {"a", "an", "the"}), None
    )
    if article is None or not (head.pos_ == "PROPN" or _is_definite(head)):
        return None
    words = [token for token in noun_tokens(noun, 12) if token.i > article.i]
    if (
        any(
            token.pos_ == "NUM" or token.ent_type_ in {"DATE", "TIME", "ORDINAL", "PERCENT"}
            for token in words
        )
        or len(words) < 2
    ):
        return None
    if noun.lemma_.lower() in word_list("nominal_events", "nouns", "bare"):
        return None
    head = _adjoining(noun) or head
    if head.ent_type_ == "PERSON" and noun.lemma_.lower() not in word_list("nominal_events", "nouns", "held"):
        return None  # "Ada Holm, a retired nurse, said": who speaks, not what is told
    first, last = noun_tokens(head)[0], words[-1]
    measure = f"is {article.text} {text_of(words)}"
    place = child(noun, "prep")
    target = child(place, "pobj") if place is not None else None
    return NominalFact(
        noun_phrase(head),
        head,
        measure,
        noun_phrase(target) if target is not None else None,
        noun,
        first.idx,
        last.idx + len(last),
    )


def _title(name: Token) -> NominalFact | None:
    """Read "port director Ada Holm" as an office that the person holds."""
    if name.ent_type_ != "PERSON" or name.dep_ in {"compound", "nmod"}:
        return None
    if name.dep_ == "nsubj" and child(name.head, "ccomp") is not None:
        return None  # there the office only tells who speaks
    before = [item for item in name.subtree if item.i < name.i and item.dep_ != "det"]
    role = [item for item in before if item.ent_type_ != "PERSON"]
    person = [item for item in before if item.ent_type_ == "PERSON"] + [name]
    if len(role) < 2 or not person or role[-1].i > person[0].i:
        return None
    if role[-1].lower_ not in word_list("attribution", "person_nouns") or not _is_contiguous(
        [*role, *person]
    ):
        return None
    past = role[0].lower_ in word_list("nominal_events", "offices", "past")
    office = text_of(role[2:] if past and role[1].is_punct else role[1:] if past else role)
    measure = f"{'was' if past else 'is'} {office}"
    return NominalFact(text_of(person), name, measure, None, name, role[0].idx, name.idx + len(name))


def _is_contiguous(tokens: list[Token]) -> bool:
    return tokens[-1].i - tokens[0].i == len(tokens) - 1


def _adjoining(noun: Token) -> Token | None:
    """Return the name right before the comma or dash, where the parse joined the apposition to another."""
    edge = noun.left_edge.i
    if edge < 2 or noun.doc[edge - 1].text not in {",", "-", "--", "–", "—"}:
        return None
    before = noun.doc[edge - 2]
    return before if before.pos_ == "PROPN" and before.dep_ not in {"compound", "conj"} else None


def _is_definite(noun: Token) -> bool:
    return any(item.dep_ == "poss" or (item.dep_ == "det" and item.lower_ == "the") for item in noun.children)


def _event(noun: Token) -> NominalFact | None:
    """Read "X's removal of Y from Z" and "the resumption of Y" as what happened."""
    vocabulary = load("nominal_events")
    lemma = noun.lemma_.lower()
    if (
        lemma not in vocabulary["agent"]
        and lemma not in vocabulary["undergoer"]
        and lemma not in vocabulary["member"]
    ):
        return None
    if not _is_definite(noun) or not _is_presupposed(noun):
        return None
    owner = child(noun, "poss")
    of = next((item for item in noun.children if item.dep_ == "prep" and item.lower_ == "of"), None)
    affected = child(of, "pobj") if of is not None else None
    others = [item for item in noun.children if item.dep_ == "prep" and (of is None or item.i != of.i)]
    tail = " ".join(text_of(subtree(item)) for item in others if not is_time(item))
    agent = vocabulary["agent"].get(lemma)
    if owner is not None and affected is not None and agent:
        thing = noun_phrase(affected)
        return _built(noun, owner, " ".join(f"{agent} {thing} {tail}".split()[:14]), thing)
    if owner is None and affected is not None and lemma in vocabulary["undergoer"]:
        return _built(noun, affected, " ".join(f"{vocabulary['undergoer'][lemma]} {tail}".split()[:14]), None)
    if (
        owner is not None
        and affected is None
        and lemma in vocabulary["member"]
        and (others or lemma in word_list("nominal_events", "nouns", "whole"))
    ):
        return _built(noun, owner, " ".join(f"{vocabulary['member'][lemma]} {tail}".split()[:14]), None)
    return None


def _is_presupposed(noun: Token) -> bool:
    """Tell whether the text takes the event as having happened."""
    clause = clause_of(noun)
    if any(item.lower_ in word_list("nominal_events", "unreal", "adjectives") for item in noun.children):
        return False
    if noun.dep_ in {"dobj", "pobj"}:
        verbs = frozenset(load("nominal_events")["unreal"]["verbs"])
        return clause.lemma_.lower() not in verbs and not negators(clause) and not is_hypothetical(clause)
    return True


def _built(noun: Token, subject: Token, measure: str, target: str | None) -> NominalFact:
    tokens = [
        noun,
        *noun_tokens(subject),
        *(part for item in noun.children if item.dep_ == "prep" for part in item.subtree),
    ]
    name = noun_phrase(subject)
    if subject.tag_ in {"NNS", "NNPS"}:
        measure = re.sub(r"^is\b", "are", re.sub(r"^has\b", "have", measure))
    return NominalFact(
        name, subject, measure, target, noun, min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens)
    )
