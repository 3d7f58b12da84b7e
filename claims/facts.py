"""Facts: what a sentence asserts of whom, clause by clause, phrased positively with its polarity."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.asserted import asserts, is_left_undone
from claims.assertions.checkable import is_checkable, is_no_one, is_not_one, listed
from claims.assertions.clauses import (
    auxiliaries,
    child,
    first_conjunct,
    is_existential,
    is_taken_up,
    mark_of,
    modal_of,
    own_subject,
    predicates,
    role,
    subject_of,
)
from claims.assertions.ellipsis import in_its_form, repeated
from claims.assertions.figured import is_circumstance, level_moved_to, level_set_to, set_off
from claims.assertions.left_out import stands_for_noun, written_out
from claims.assertions.nominal_facts import NominalFact, nominal_facts
from claims.assertions.nominals import named_by_apposition, noun_phrase, noun_tokens, subtree, text_of
from claims.assertions.phrases import clause_tokens, predicate_phrase
from claims.assertions.rulings import as_suffered, found_against
from claims.frames import readings
from claims.framing.inflection import past_participle
from claims.polarity import denying_words, lacks, negators, polarity
from claims.quantities import find
from claims.speech.speech_frames import is_frame
from claims.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claims.framing.frame import Reading
    from claims.language import Sentence
    from claims.model import Polarity
    from claims.periods import TimeExpression
    from claims.tokens import Token


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
        is_presupposed: Whether a noun phrase carries it: it stands whatever its clause is about.
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
    is_presupposed: bool = False


def facts(
    sentence: Sentence, figures: frozenset[int] | None = None, before: Token | None = None
) -> list[Fact]:
    """Return the facts that a sentence asserts.

    Args:
        sentence: A parsed sentence.
        figures: Places of the tokens that are figures and what they count; looked for where not given.
        before: The last predicate of the sentence before, for what this one leaves out ("Nor did Peru").

    Returns:
        Its facts in the order of their predicates; none for headings, questions and commands.
    """
    known = _figures(sentence) if figures is None else figures
    told = predicates(sentence.span)
    found = [fact for predicate in told if (fact := _fact(sentence, predicate, known, before))]
    found += [_nominal(sentence, item) for item in nominal_facts(sentence.span)]
    return sorted(found, key=lambda fact: (fact.start, fact.end, fact.predicate.i))


def figures_of(placed: Iterable[Reading]) -> frozenset[int]:
    """Return the places of the tokens that are figures and what they count.

    Args:
        placed: The numbers of a sentence; one that only tells a thing from others ("the second try") is none,
            nor is one that only tells when ("was resumed two weeks later").
    """
    told = (reading for reading in placed if not (_tells_apart(reading) or is_circumstance(reading)))
    return frozenset(place for reading in told for place in reading.inside)


def _tells_apart(reading: Reading) -> bool:
    if reading.quantity.kind == "duration" and reading.anchor.dep_ in {"compound", "amod"}:
        return True  # "a five-year contract" is a contract
    ordinal = reading.figures[-1] if reading.figures else reading.anchor
    if ordinal.lower_ == "one" and ordinal.i and ordinal.nbor(-1).lower_ in ("the", "this", "that"):
        return True
    return reading.quantity.kind == "rank" and ordinal.dep_ == "amod" and ordinal.tag_ != "JJS"


def _figures(sentence: Sentence) -> frozenset[int]:
    quantities = [item for item in find(sentence.span.doc) if item.kind not in ("label", "date")]
    return figures_of(readings(sentence.span, quantities))


def dating(fact: Fact, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the times of a sentence that may date a fact, not those of clauses about its things.

    Args:
        fact: The fact.
        times: The times of its sentence, offsets relative to it ("the ban imposed in May remains": none).
    """
    return [time for time in times if not _describes(fact.predicate, time)]


def _describes(predicate: Token, time: TimeExpression) -> bool:
    """Tell whether a time stands in a clause that only describes a thing."""
    piece = predicate.doc.char_span(time.start, time.end)
    token = piece.root if piece is not None and len(piece) else predicate
    above = {predicate.i, *(item.i for item in predicate.ancestors)}
    while token.i not in above and token.head.i != token.i:
        if token.dep_ in {"relcl", "acl"}:
            return True
        token = token.head
    return False


def _fact(sentence: Sentence, predicate: Token, figures: frozenset[int], before: Token | None) -> Fact | None:
    subject = subject_of(predicate)
    if subject is None:
        return None
    model = repeated(predicate, before)
    here = model is None or model.doc is predicate.doc
    known = figures if here else frozenset()
    level = level_moved_to(predicate, figures)
    added = level | level_set_to(predicate, figures)
    told = asserts if here else is_checkable
    if not told(model or predicate, known - added):
        return None
    subject = named_by_apposition(subject) or _described(predicate, subject) or subject
    measure = predicate_phrase(model or predicate, added | set_off(model or predicate, known))
    measure = in_its_form(measure, predicate, model) if model is not None else measure
    if is_left_undone(predicate):
        measure = measure.replace(predicate.text, past_participle(predicate.lemma_), 1)
    target = None if level else _object(model or predicate)
    if is_taken_up(predicate) and target is None:
        target = noun_phrase(predicate.head, without=predicate)
        measure = f"{measure} the {target}"
    governed = _governed(predicate)
    if governed is not None and target is None:
        target = noun_phrase(predicate.head, without=predicate)
        measure = f"{measure} {governed.lower_} the {target}"
    measure = f"{measure} {_where_told(predicate)}".rstrip()
    found = found_against(predicate)
    if found is not None:
        subject, target, measure = found, None, as_suffered(predicate, found)
    name = (written_out(subject, before) or "") if stands_for_noun(subject) else _name(predicate, subject)
    if not name or not measure or (len(measure.split()) < 2 and not _is_complete(predicate)):
        return None
    start, end = _extent(predicate)
    return Fact(
        subject=name,
        subject_head=subject,
        measure=measure,
        object=target,
        polarity=polarity(predicate),
        start=sentence.start + start,
        end=sentence.start + end,
        predicate=predicate,
        condition=_condition(predicate),
    )


def _described(predicate: Token, noun: Token) -> Token | None:
    """Return whom a clause about a description tells of: "Ada Holm, a nurse *who wrote to the ministry*"."""
    named = predicate.dep_ == "relcl" and noun.dep_ == "appos" and noun.head.pos_ == "PROPN"
    return noun.head if named else None


def _governed(predicate: Token) -> Token | None:
    """Return the preposition of a relative clause: for in "the inquiry for which the families asked"."""
    if predicate.dep_ != "relcl" or predicate.head.pos_ != "NOUN":
        return None
    places = [item for item in predicate.children if item.dep_ == "prep" and item.i < predicate.i]
    return next((item for item in places if any(part.tag_ == "WDT" for part in item.children)), None)


def _where_told(predicate: Token) -> str:
    """Return the place that a clause is told of: "in Elm Bay" for "lives in Elm Bay, where she was born"."""
    place = predicate.head
    where = any(item.lower_ == "where" for item in predicate.children if item.i < predicate.i)
    if predicate.dep_ != "relcl" or not where or place.pos_ not in {"NOUN", "PROPN"}:
        return ""
    before = place.head.lower_ if place.dep_ == "pobj" and place.head.lower_ in {"in", "at", "on"} else "at"
    the = "the " if any(item.lower_ == "the" for item in place.lefts) else ""
    return f"{before} {the}{noun_phrase(place, 4, without=predicate)}"


def _name(predicate: Token, subject: Token) -> str:
    if subject.pos_ == "PRON" and subject.tag_ == "PRP":
        return subject.text  # whatever the parse hangs on it
    if is_no_one(subject):
        return "anybody"
    inside = predicate if subject.is_ancestor(predicate) else None
    name = noun_phrase(subject, without=inside)
    first, _, rest = name.partition(" ")
    first = "any" if is_not_one(subject) else first
    return f"{load('polarity')['affirmed'].get(first.lower(), first)} {rest}".strip()


def _is_complete(predicate: Token) -> bool:
    """Tell whether one word says enough: what happened or exists, not a bare copula or a present state."""
    if is_existential(predicate):
        return True
    if predicate.pos_ != "VERB" or predicate.lemma_ == "do":
        return False
    subject = own_subject(predicate)
    if predicate.tag_ == "VB" and predicate.dep_ == "ccomp" and is_frame(predicate.head):
        return True  # "expect prices to rise"
    stays = predicate.lemma_ in {"stay", "remain", "continue", "stand"}
    if stays and subject is not None and subject.lemma_.lower() in listed("owned", "policies"):
        return True
    known = subject is not None and any(item.lower_ == "the" for item in subject.lefts)
    if known and predicate.tag_ == "VBZ" and role(predicate) in {"main", "coordinate", "content"}:
        return True  # "the dam holds"
    return predicate.tag_ in {"VBD", "VBN"} or bool(negators(predicate))


def _object(predicate: Token) -> str | None:
    found = child(predicate, "dobj") or child(predicate, "attr")
    if found is None:
        place = next(
            (item for item in predicate.children if item.dep_ == "prep" and item.i > predicate.i), None
        )
        found = child(place, "pobj") if place is not None and place.i == predicate.i + 1 else None
    if found is None or is_existential(predicate) or found.tag_ in {"WDT", "WP"}:
        return None
    if found.dep_ == "pobj" and (found.ent_type_ in {"DATE", "TIME"} or denying_words(found)):
        return None  # "was lifted in June" acts on nothing
    if found.lower_ in load("polarity")["affirmed"]:
        return None
    return noun_phrase(named_by_apposition(found) or found) or None


def _extent(predicate: Token) -> tuple[int, int]:
    """Return where the clause stands in its sentence: its subject, where that is near, and its predicate."""
    tokens = clause_tokens(predicate) + auxiliaries(predicate) + negators(predicate)
    tokens = [token for token in tokens if not token.is_punct] or [predicate]
    own = own_subject(predicate)
    if own is not None:
        tokens += [own, *noun_tokens(own), *denying_words(own)]
        tokens += [token for item in _fronted(predicate, own) for token in (item.left_edge, item)]
    return min(token.idx for token in tokens), max(token.idx + len(token) for token in tokens)


def _fronted(predicate: Token, subject: Token) -> list[Token]:
    """Return the adjuncts before the subject that belong to the clause ("In April, …", "To cut costs, …")."""
    return [item for item in predicate.children if item.i < subject.i and _is_fronted_adjunct(item)]


def _is_fronted_adjunct(item: Token) -> bool:
    if item.dep_ == "advcl":
        return item.tag_ == "VB" and own_subject(item) is None
    return item.dep_ in {"prep", "npadvmod"} and item.lower_ != "according"


@cache
def _conditional() -> frozenset[str]:
    return frozenset(load("assertions")["subordination"]["conditional"])


def _condition(predicate: Token) -> str | None:
    for clause in _adjoined(predicate):
        if clause.dep_ == "advcl" and (mark_of(clause) in _conditional() or _is_occasion(clause, predicate)):
            return text_of(subtree(clause))
        if clause.lower_ in {"provided", "providing"} and clause.dep_ in {"prep", "advcl"}:
            return text_of(_from(clause))
        if clause.dep_ == "prep" and clause.lower_ == "without" and _is_refused(predicate):
            return text_of(subtree(clause))
    return None


def _is_occasion(clause: Token, predicate: Token) -> bool:
    """Whether it happens each time that something does: "when fog comes down, the pass will be shut"."""
    mark, tenses = mark_of(clause), {*(aux.tag_ for aux in auxiliaries(clause)), clause.tag_}
    return mark == "whenever" or (
        mark == "when" and bool(modal_of(predicate)) and not tenses & {"VBD", "VBN"}
    )


def _is_refused(predicate: Token) -> bool:
    return not lacks(predicate) and polarity(predicate) == "negated"


def _from(clause: Token) -> list[Token]:
    """Return a condition and what follows it, for the parser splits "provided that …" in two."""
    later = [item for item in clause.head.subtree if item.i >= clause.i]
    return later if child(clause, "ccomp", "pcomp") is None else subtree(clause)


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
        is_presupposed=True,
    )
