"""Which clauses assert something that can be checked: not opinion, rhetoric, question, wish or condition."""

from functools import cache
from typing import Any

from spacy.tokens import Token

from claims.clauses import (
    auxiliaries,
    child,
    clause_of,
    first_conjunct,
    governor,
    is_existential,
    is_passive,
    is_predicate,
    mark_of,
    modal_of,
    own_subject,
    role,
    subject_of,
)
from claims.modality import negators
from claims.vocabulary import load

_FAR = 8


@cache
def _words(*path: str) -> frozenset[str]:
    data: Any = load("assertions")
    for key in path:
        data = data[key]
    return frozenset(data)


@cache
def frame_verbs() -> frozenset[str]:
    """Return the verbs that only present the statement they govern."""
    return frozenset(load("attribution")["frame_verbs"])


@cache
def _instruments() -> frozenset[str]:
    return frozenset(load("attribution")["instruments"])


@cache
def _light() -> dict[str, frozenset[str]]:
    return {verb: frozenset(nouns) for verb, nouns in load("assertions")["light_verbs"].items()}


def asserts(predicate: Token) -> bool:
    """Tell whether the clause of a predicate states something checkable of its subject.

    Args:
        predicate: The head of a clause.

    Returns:
        False for frames of speech, content that is asked for or ordered, conditions, hypotheses, questions,
        commands, rhetoric, opinions, generic truths, and clauses that only state a figure.
    """
    return (
        not _is_adjunct(predicate)
        and _is_asserted_place(predicate)
        and not is_frame(predicate)
        and not is_hypothetical(predicate)
        and not _is_question(predicate)
        and not is_rhetorical(predicate)
        and not _is_generic(predicate)
        and not states_figure(predicate)
    )


def _is_adjunct(predicate: Token) -> bool:
    return (
        predicate.lower_ in _words("subordination", "adjuncts")
        and own_subject(predicate) is None
        and not auxiliaries(predicate)
    )


def _is_asserted_place(predicate: Token) -> bool:
    """Tell whether the place of a clause in its sentence is one where clauses are asserted."""
    first = first_conjunct(predicate)
    for _ in range(_FAR):
        if not _is_asserted_here(first):
            return False
        above = governor(first)
        if above is None:
            return True
        if first.dep_ == "relcl" or first.dep_ == "acl":
            above_place = first_conjunct(above)
            return not _is_conditional(above_place)
        first = first_conjunct(above)
        if is_frame(above) or role(first) in {"main", "coordinate"}:
            continue
    return True


def _is_conditional(clause: Token) -> bool:
    return clause.dep_ == "advcl" and mark_of(clause) in _words("subordination", "conditional")


def _is_asserted_here(clause: Token) -> bool:
    place = role(clause)
    if place in {"main", "coordinate"}:
        return True
    if place == "content":
        return _is_asserted_content(clause)
    if place == "adverbial":
        mark = mark_of(clause)
        return mark in _words("subordination", "asserted") if mark else clause.tag_ != "VB"
    if place == "participial":
        return _is_asserted_participle(clause)
    if place == "relative":
        return _is_asserted_relative(clause)
    if place == "modifier":
        return _is_asserted_modifier(clause)
    if place == "with":
        return True
    return is_caused(clause)


def _is_asserted_content(clause: Token) -> bool:
    head = clause_of(clause.head)
    if mark_of(clause) in {"if", "whether"} or _is_interrogative(clause):
        return False
    if is_frame(head):
        return not binds(head)
    if is_caused(clause):
        return True
    if clause.head.pos_ in {"ADJ", "NOUN"}:
        return False
    if head.lemma_.lower() == "be" and _states_opinion_noun(head):
        return True
    if not mark_of(clause) and clause.i < head.i and head.lemma_.lower() not in _words("demand", "verbs"):
        return True
    return not mark_of(clause) and _is_separate(clause, head)


def _is_interrogative(clause: Token) -> bool:
    edge = clause.left_edge
    return (
        edge.tag_ in {"WRB", "WP", "WDT", "WP$"}
        and edge.lower_ not in {"which", "that"}
        and clause.dep_ == "ccomp"
    )


def _is_separate(clause: Token, head: Token) -> bool:
    """Tell whether a semicolon, colon or dash stands between two clauses that the parse joined."""
    left, right = sorted((clause.i, head.i))
    return any(token.text in {";", ":", "-", "--", "–", "—"} for token in clause.doc[left:right])


def _states_opinion_noun(head: Token) -> bool:
    subject = own_subject(head)
    return subject is not None and subject.lemma_.lower() in _words("opinion_nouns", "nouns")


def _is_asserted_participle(clause: Token) -> bool:
    if clause.tag_ == "VBG":
        if any(item.dep_ == "mark" for item in clause.children) and mark_of(clause) not in {"while", "after"}:
            return False
        if child(clause, "prep") is not None and child(clause, "prep") in list(clause.lefts):
            return False
        return clause.i > clause.head.i or any(item.lemma_ == "have" for item in auxiliaries(clause))
    return False


def _is_asserted_relative(clause: Token) -> bool:
    if _is_content_noun(clause.head) and any(item.lower_ == "that" for item in clause.children):
        return False
    edge = clause.left_edge
    before = clause.doc[edge.i - 1] if edge.i else None
    apart = before is not None and before.text in {",", "-", "--", "–", "—", "("}
    if apart:
        return True
    return (
        clause.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
        and edge.lower_ in {"which", "that"}
        and _is_new(clause.head)
    )


def _is_new(noun: Token) -> bool:
    """Tell whether a phrase introduces what it names ("a dispute that has …"), so that the clause informs."""
    return any(item.lower_ in {"a", "an"} for item in noun.children) and noun.ent_type_ == ""


def _is_content_noun(noun: Token) -> bool:
    return noun.lemma_.lower() in {
        "guarantee",
        "assurance",
        "commitment",
        "promise",
        "condition",
        "fear",
        "hope",
        "claim",
        "demand",
        "allegation",
        "possibility",
        "risk",
        "evidence",
        "sign",
        "idea",
        "requirement",
        "suggestion",
        "proposal",
        "belief",
        "warning",
    }


def _is_asserted_modifier(clause: Token) -> bool:
    if clause.tag_ != "VBG":
        return False
    before = clause.doc[clause.left_edge.i - 1] if clause.left_edge.i else None
    apart = before is not None and before.text in {",", "-", "--", "–", "—"}
    return (
        apart
        or (clause.lemma_.lower() in _words("regulation", "verbs")
        and clause.head.lemma_.lower() in _instruments())
    )


def is_caused(clause: Token) -> bool:
    """Tell whether the clause is what a verb of causation brought about ("forced the club to sell")."""
    head = clause.head
    if (
        not is_predicate(head)
        or head.lemma_.lower() not in _words("causation", "verbs")
        or clause.dep_ not in {"xcomp", "ccomp"}
    ):
        return False
    if clause.tag_ != "VB" or negators(head) or is_hypothetical(head):
        return False
    return (head.tag_ in {"VBD", "VBN", "VBG"} and not is_passive(head)) and subject_of(clause) is not None


def binds(predicate: Token) -> bool:
    """Tell whether a text that orders lays something down here ("the rules state that …")."""
    subject = subject_of(predicate)
    return (
        subject is not None
        and subject.lemma_.lower() in _instruments()
        and predicate.lemma_.lower() in _words("regulation", "verbs") | frame_verbs()
    )


def is_frame(predicate: Token) -> bool:
    """Tell whether a predicate only presents what somebody says, without a statement of its own."""
    if predicate.lemma_.lower() not in frame_verbs() or binds(predicate):
        return False
    if child(predicate, "ccomp") is not None:
        return True
    if any(item.dep_ in {"parataxis", "xcomp"} for item in predicate.children):
        return (
            child(predicate, "xcomp") is None
            or predicate.lemma_.lower() not in {"expect", "claim"}
            or not is_passive(predicate)
        )
    if predicate.dep_ in {"parataxis"} or child(predicate, "dobj", "nsubjpass") is None:
        return not is_passive(predicate)
    return predicate.lemma_.lower() in {
        "say",
        "tell",
        "quote",
        "ask",
        "add",
        "explain",
        "answer",
        "reply",
        "mean",
        "write",
        "call",
        "find",
        "show",
        "read",
        "hear",
    }


def is_hypothetical(predicate: Token) -> bool:
    """Tell whether a clause speaks of what might be, or hangs under a clause that does."""
    modal = modal_of(predicate)
    if modal not in _words("hypothetical", "modals"):
        return False
    if modal in {"could", "may"} and negators(predicate):
        return False
    return not (modal == "would" and _is_reported_future(predicate))


def _is_reported_future(predicate: Token) -> bool:
    """Tell whether "would" is the past of "will" in reported speech ("said it would close")."""
    first = first_conjunct(predicate)
    head = clause_of(first.head)
    return first.dep_ == "ccomp" and head.tag_ in {"VBD", "VBN"} and head.lemma_.lower() in frame_verbs()


def _is_question(predicate: Token) -> bool:
    """Tell whether the clause asks or commands."""
    clause = first_conjunct(predicate)
    last = predicate.doc[len(predicate.doc) - 1]
    if (
        last.text == "?"
        or (len(predicate.doc) > 1
        and last.text in {'"', "''", ")"}
        and last.nbor(-1).text == "?")
    ):
        return True
    if subject_of(predicate) is None:
        return True
    return (
        predicate.tag_ == "VB"
        and not auxiliaries(predicate)
        and role(clause) == "main"
        and clause.i == predicate.i
    )


def is_rhetorical(predicate: Token) -> bool:
    """Tell whether a clause values or comments instead of stating."""
    lemma = predicate.lemma_.lower()
    if lemma in _words("rhetorical_verbs") and not is_passive(predicate):
        return True
    objects = [item for item in predicate.children if item.dep_ in {"dobj", "attr", "acomp", "oprd", "pobj"}]
    if lemma in _light() and any(item.lemma_.lower() in _light()[lemma] for item in objects):
        return True
    subject = subject_of(predicate)
    if subject is None or subject.lower_ == "you":
        return True
    if subject.lower_ == "it" and child(predicate, "acomp") is not None and _has_clause(predicate):
        return True
    if lemma == "be" and objects:
        return _values(objects[0])
    if (
        subject.lower_ in _words("meta", "subjects")
        and subject.pos_ == "PRON"
        and subject.lower_ in {"this", "that", "such", "what"}
    ):
        return lemma in {"be", "come", "make", "apply"} and lemma != "apply"
    return (
        not is_existential(predicate)
        and subject.lemma_.lower() in _words("meta", "nouns")
        and lemma in {"be", "have", "show"}
    )


def _has_clause(predicate: Token) -> bool:
    complement = child(predicate, "acomp")
    parts = [*predicate.children, *(complement.children if complement is not None else ())]
    return any(item.dep_ in {"xcomp", "ccomp", "advcl", "csubj"} for item in parts)


def _values(complement: Token) -> bool:
    if complement.pos_ in {"ADJ", "ADV", "VERB"}:
        return complement.lemma_.lower() in _words("evaluative")
    modifiers = {item.lemma_.lower() for item in complement.children if item.dep_ == "amod"}
    return complement.lemma_.lower() in _words("evaluative_nouns") or bool(
        modifiers & {"essential", "ideal", "vital", "key", "crucial", "important"}
    )


def _is_generic(predicate: Token) -> bool:
    """Tell whether a clause in the simple present speaks of a kind, with no name or date in it."""
    if (
        auxiliaries(predicate)
        or predicate.tag_ not in {"VBP", "VBZ"}
        or predicate.lemma_.lower() in {"remain", "stay", "keep"}
    ):
        return False
    subject = subject_of(predicate)
    if (
        subject is None
        or subject.tag_ != "NNS"
        or any(item.dep_ in {"det", "poss", "nummod"} for item in subject.children)
    ):
        return False
    if governor(predicate) is not None and is_frame(governor(predicate) or predicate):
        return False
    return not any(token.ent_type_ or token.pos_ == "PROPN" for token in predicate.subtree)


def states_figure(predicate: Token) -> bool:
    """Tell whether the clause only gives a figure: its object or measure is a number with its unit."""
    if is_existential(predicate):
        complements = [item for item in predicate.children if item.dep_ in {"attr", "dobj"}]
    else:
        complements = [
            item
            for item in predicate.children
            if item.dep_ in {"dobj", "attr", "acomp", "oprd", "npadvmod", "advmod", "dative"}
        ]
        complements += [
            item
            for place in predicate.children
            if place.dep_ in {"prep", "agent"}
            for item in place.children
            if item.dep_ == "pobj"
        ]
    inner = child(predicate, "xcomp")
    if inner is not None and is_predicate(inner) and states_figure(inner):
        return True
    return any(_is_figure(item) for item in complements)


def _is_figure(token: Token) -> bool:
    if token.ent_type_ in {"DATE", "TIME"} and not any(item.text == "%" for item in token.subtree):
        return False
    near = [
        token,
        *(
            item
            for item in token.children
            if item.dep_
            in {"nummod", "quantmod", "nmod", "compound", "advmod", "amod", "npadvmod", "punct", "predet"}
        ),
    ]
    if any(_is_number(item) for item in near):
        return True
    inside = [
        item
        for place in token.children
        if place.dep_ == "prep" and place.lower_ in {"of", "at", "to", "from", "by"}
        for item in place.children
    ]
    return any(_is_number(part) for item in inside for part in (item, *item.children))


def _is_number(token: Token) -> bool:
    if token.ent_type_ in {"DATE", "TIME"}:
        return False
    if (token.pos_ == "NUM" and token.text.lower() != "one") or token.text in {"%", "€", "$", "£", "₹"}:
        return True
    return token.text[0].isdigit() and not token.text.endswith(("th", "st", "nd", "rd"))
