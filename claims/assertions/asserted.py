"""Which clauses of a sentence are asserted, by their place in it: not what is asked for or conditional."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claims.assertions.checkable import is_checkable, is_hypothetical, is_over, is_rhetorical, listed
from claims.assertions.clauses import (
    auxiliaries,
    child,
    clause_of,
    first_conjunct,
    governor,
    is_gerund_object,
    is_passive,
    is_predicate,
    is_taken_up,
    mark_of,
    own_subject,
    role,
    subject_of,
)
from claims.polarity import denies_report, denying_words, negators
from claims.speech.speech_frames import is_frame, words
from claims.tokens import FINITE

if TYPE_CHECKING:
    from claims.tokens import Token

_FAR = 8
_ABOUT = frozenset({"about", "of", "over"})
_NAMED = frozenset({"NOUN", "PROPN"})
_APART = frozenset({",", "-", "--", "–", "—", "("})


def asserts(predicate: Token, figures: frozenset[int]) -> bool:
    """Tell whether the clause of a predicate states something checkable of its subject.

    Args:
        predicate: The head of a clause.
        figures: Places of the tokens that are figures and what they count.

    Returns:
        False for frames of speech, content that is asked for or ordered, conditions, hypotheses, questions,
        commands, rhetoric, opinions, generic truths, and clauses that only state a figure.
    """
    return (
        not _is_adjunct(predicate)
        and not _only_likens(predicate)
        and (
            not is_frame(predicate)
            or _keeps_silent(predicate)
            or _is_let_known(predicate)
            or _is_addressed(predicate)
            or _knew(predicate)
        )
        and _is_asserted_place(predicate)
        and is_checkable(predicate, figures)
    )


def _is_adjunct(predicate: Token) -> bool:
    """Tell whether a participle works as a preposition ("including", "according to")."""
    thing = child(predicate, "dobj")
    if thing is not None and any(item.lower_ == "of" for item in thing.rights):
        return False  # "ending ten years of war", not "the year ending in March"
    bare = own_subject(predicate) is None and not auxiliaries(predicate)
    return bare and predicate.lower_ in listed("subordination", "adjuncts")


def _only_likens(clause: Token) -> bool:
    """Tell whether a clause only points to another time of the same ("as it did last year")."""
    stands_for_verb = clause.lemma_ in {"do", "have", "be"} and clause.dep_ == "advcl"
    told = child(clause, "dobj", "attr", "acomp", "ccomp", "xcomp", "oprd")
    return stands_for_verb and mark_of(clause) in {"as", "than"} and told is None


def _keeps_silent(predicate: Token) -> bool:
    """Tell whether a clause says what somebody does not say or know ("has not said when it will open").

    So do "nobody replied" and "has not told its staff".
    """
    told = child(predicate, "ccomp") or next((it for it in predicate.rights if _is_not_told(it)), None)
    if told is not None:
        return bool(negators(predicate)) and (mark_of(told) in {"whether", "if"} or _is_interrogative(told))
    subject = own_subject(predicate)
    denied = bool(negators(predicate)) or (subject is not None and bool(denying_words(subject)))
    return denied and predicate.lemma_.lower() in listed("let_known", "replies")


def _is_addressed(predicate: Token) -> bool:
    """Tell whether a clause says to whom somebody wrote or of what they told them, not what it was."""
    if predicate.lemma_.lower() not in listed("let_known", "addressing") or child(predicate, "ccomp"):
        return False
    later = {item.lower_ for item in predicate.children if item.dep_ in {"prep", "dative"}}
    if predicate.lemma_ == "tell":
        return child(predicate, "dobj") is not None and bool(later & {"about", "of"})
    return "to" in later or (predicate.lemma_ == "complain" and not later.isdisjoint(_ABOUT))


def _knew(predicate: Token) -> bool:
    """Tell whether a clause says that somebody knew something ("had known for a year that it leaked")."""
    subject, told = own_subject(predicate), child(predicate, "ccomp")
    if predicate.lemma_ != "know" or subject is None or told is None or own_subject(told) is None:
        return False
    if subject.lower_ in {"i", "we", "you"} or subject.lower_ in listed("vague_subjects"):
        return False
    return is_over(predicate) and not _is_interrogative(told) and told.i > predicate.i


def _is_let_known(predicate: Token) -> bool:
    """Tell whether a clause says from whom or when somebody heard ("were told at once", "learnt from X")."""
    subject = subject_of(predicate)
    if subject is None or subject.lemma_.lower() in listed("let_known", "addressed"):
        return False
    later = [item for item in predicate.children if item.i > predicate.i]
    if predicate.lemma_.lower() in listed("let_known", "hearing"):
        return not negators(predicate) and any(
            item.dep_ == "prep" and item.lower_ == "from" for item in later
        )
    if predicate.lemma_.lower() not in listed("let_known", "telling") or not is_passive(predicate):
        return False
    return any(item.dep_ in {"prep", "agent", "npadvmod", "advmod", "dobj", "advcl"} for item in later)


def _is_asserted_place(predicate: Token) -> bool:
    """Tell whether a clause is asserted, and with it all that it hangs under."""
    clause = first_conjunct(predicate)
    for _ in range(_FAR):
        if not _is_asserted_here(clause):
            return False
        above = governor(clause)
        if above is None or _is_presupposed(clause):
            return True
        if clause.dep_ in {"relcl", "acl"}:
            return not _is_conditional(first_conjunct(above))
        clause = first_conjunct(above)
    return True


def _is_presupposed(clause: Token) -> bool:
    """Tell whether a clause of time or place says what was so, whatever it hangs on ("since she left")."""
    if clause.dep_ != "advcl" or own_subject(clause) is None or _is_subject_clause(clause):
        return False
    past = clause.tag_ == "VBD" or any(item.tag_ == "VBD" for item in auxiliaries(clause))
    perfect = any(item.tag_ in {"VBZ", "VBP"} for item in auxiliaries(clause))
    mark = mark_of(clause)
    return (mark in {"since", "after"} and (past or perfect)) or (mark in {"where", "until"} and past)


def _is_subject_clause(clause: Token) -> bool:
    """Tell whether a question opens a sentence as its subject ("How it began is unclear")."""
    end = clause.right_edge.i + 1
    if clause.left_edge.tag_ not in {"WRB", "WP"} or clause.i > clause.head.i or end >= len(clause.doc):
        return False
    return clause.doc[end].pos_ in {"AUX", "VERB"}


def _is_not_told(clause: Token) -> bool:
    """Tell whether a clause is what somebody has not said ("has not said *when it will reopen*")."""
    says = clause.head
    if clause.dep_ != "advcl" or own_subject(clause) is None:
        return False
    asked = mark_of(clause) in {"when", "where", "why", "how"} and clause.i > says.i
    return asked and is_frame(says) and bool(negators(says))


def _is_conditional(clause: Token) -> bool:
    return clause.dep_ == "advcl" and mark_of(clause) in listed("subordination", "conditional")


def _is_asserted_here(clause: Token) -> bool:
    place = role(clause)
    if _follows_label(clause):
        return True
    if place in {"main", "coordinate", "with"}:
        return not any(
            item.dep_ == "mark" and item.lower_ in {"whether", "if", "unless"} for item in clause.children
        )
    if place == "content":
        return _is_asserted_content(clause)
    if place == "adverbial":
        mark = mark_of(clause)
        if _is_subject_clause(clause) or _is_not_told(clause):
            return False
        if _is_presupposed(clause):
            return True
        return mark in listed("subordination", "asserted") if mark else clause.tag_ != "VB"
    if place == "participial":
        return _is_asserted_participle(clause)
    if place == "relative":
        return _is_asserted_relative(clause)
    if place == "modifier":
        return _is_asserted_modifier(clause)
    return is_caused(clause) or _is_means(clause) or is_left_undone(clause)


def _is_asserted_content(clause: Token) -> bool:
    head = clause_of(clause.head)
    if mark_of(clause) in {"if", "whether"} or _is_interrogative(clause) or _is_subjunctive(clause):
        return False
    if is_frame(head):
        return True
    if is_caused(clause) or _is_denied_report(clause):
        return True
    if is_over(clause) and head.lemma_.lower() not in listed("demand", "verbs"):
        return True
    if clause.head.pos_ in {"ADJ", "NOUN"} or mark_of(clause):
        return False
    if _is_separate(clause, head):
        return True
    free = clause.i < head.i and head.lemma_.lower() not in listed("demand", "verbs")
    return free or (clause.i < head.i and _precedes_quotation(clause))


def _is_subjunctive(clause: Token) -> bool:
    """Tell whether a clause says what somebody asks for ("advised that fares *be* raised")."""
    helpers = auxiliaries(clause)
    return bool(helpers) and helpers[0].tag_ == "VB" and helpers[0].lower_ == "be"


def _precedes_quotation(clause: Token) -> bool:
    """Tell whether direct speech behind a colon follows, which the parse took for the main clause."""
    end = clause.right_edge.i
    marks = [token for token in clause.doc[end : end + 3] if token.is_punct]
    return any(left.text == ":" and right.is_quote for left, right in pairwise(marks))


def _is_denied_report(clause: Token) -> bool:
    """Tell whether the clause is what somebody denies ("denied reports that the coach will go")."""
    if clause.dep_ not in {"acl", "relcl"} or clause.head.dep_ != "dobj":
        return False
    report = denies_report(clause.head.head)
    return report is not None and report.i == clause.i


def _is_interrogative(clause: Token) -> bool:
    edge = clause.left_edge
    inner = child(clause, "csubj", "csubjpass", "advcl")
    if inner is not None and inner.left_edge.i == edge.i:
        return False  # "how it began is unclear, he said", "when it rang, all ran"
    return edge.tag_ in {"WRB", "WP", "WDT", "WP$"} and edge.lower_ not in {"which", "that"}


def _is_separate(clause: Token, head: Token) -> bool:
    """Tell whether a colon or dash stands between two clauses that the parse joined."""
    left, right = sorted((clause.i, head.i))
    return any(token.text in {";", ":", "-", "--", "–", "—"} for token in clause.doc[left:right])


def _is_asserted_participle(clause: Token) -> bool:
    over = any(
        "have" in (item.lemma_, item.lower_.replace("ing", "e")) for item in auxiliaries(clause)
    )  # "having been convicted"
    if (clause.tag_ != "VBG" and not over) or is_gerund_object(clause):
        return False
    marks = [
        item for item in clause.children if item.dep_ == "mark" or (item.dep_ == "prep" and item.i < clause.i)
    ]
    if marks and mark_of(clause) not in {"while", "after"}:
        return False
    return clause.i > clause.head.i or over


def _is_asserted_relative(clause: Token) -> bool:
    if _is_denied_report(clause):
        return True
    if clause.head.lemma_.lower() in listed("content_nouns", "nouns") and clause.left_edge.lower_ == "that":
        return False
    if _is_apart(clause) or is_taken_up(clause):
        return True
    if is_over(clause) and (_is_one(clause.head) or _describes_name(clause.head)) and not is_passive(clause):
        return True
    return (
        clause.left_edge.lower_ in {"which", "that"} and _is_new(clause.head) and not is_hypothetical(clause)
    )


def _is_one(noun: Token) -> bool:
    """Tell whether a noun means something in particular, of which a clause tells, not what fits it."""
    return noun.pos_ == "PROPN" or any(item.lower_ == "the" or item.dep_ == "poss" for item in noun.lefts)


def _describes_name(noun: Token) -> bool:
    """Tell whether a noun says what somebody named is: "Ada Holm, a *nurse* who wrote to the ministry"."""
    return noun.dep_ == "appos" and noun.head.pos_ == "PROPN"


def _is_apart(clause: Token) -> bool:
    """Tell whether a comma, dash or bracket stands before the clause."""
    edge = clause.left_edge.i
    return edge > 0 and clause.doc[edge - 1].text in _APART


def _is_new(noun: Token) -> bool:
    """Tell whether a phrase introduces what it names ("a dispute that has …"), so that the clause informs."""
    return any(item.lower_ in {"a", "an"} for item in noun.children) and noun.ent_type_ == ""


def _is_asserted_modifier(clause: Token) -> bool:
    if clause.tag_ == "VBN":
        return clause.head.dep_ == "ROOT" and not auxiliaries(clause) and _is_headless(clause)
    if clause.tag_ != "VBG":
        return False
    edge = clause.left_edge.i
    if edge and clause.doc[edge - 1].text in _APART:
        return True
    return clause.lemma_.lower() in listed("regulation", "verbs") and clause.head.lemma_.lower() in words(
        "instruments"
    )


def _is_headless(clause: Token) -> bool:
    """Tell whether a participle after its noun is all the sentence has for a verb ("Talks suspended")."""
    aside = next((item for item in clause.head.rights if item.dep_ == "relcl"), None)
    if aside is not None and aside.i < clause.i:  # "Holm, who was away, conceded"
        inside = {item.i for item in aside.subtree}
        between = [token for token in clause.doc[aside.right_edge.i : clause.i + 1] if token.i not in inside]
        rest = [token for token in clause.doc if token.i not in inside]
        return len(between) == 2 and between[0].text == "," and not any(map(_is_finite, rest))
    return clause.i == clause.head.i + 1 and not any(map(_is_finite, clause.doc))


def _is_finite(token: Token) -> bool:
    return token.tag_ in FINITE


def is_caused(clause: Token) -> bool:
    """Tell whether the clause is what a verb of causation brought about ("forced the club to sell")."""
    head = clause.head
    if clause.dep_ not in {"xcomp", "ccomp"} or clause.tag_ != "VB" or not is_predicate(head):
        return False
    if head.lemma_.lower() not in listed("causation", "verbs") or head.tag_ not in {"VBD", "VBN", "VBG"}:
        return False
    return (
        not (negators(head) or is_hypothetical(head) or is_passive(head)) and subject_of(clause) is not None
    )


def is_left_undone(clause: Token) -> bool:
    """Tell whether a clause says what somebody did not do ("settled in May without admitting fault").

    Args:
        clause: The head of a clause.
    """
    place = clause.head
    if clause.dep_ != "pcomp" or clause.tag_ != "VBG" or place.lower_ != "without":
        return False
    return is_predicate(place.head) and is_over(place.head) and not negators(place.head)


def _follows_label(clause: Token) -> bool:
    """Tell whether a clause stands behind a label that the parse took for its head ("Rail: it is cut")."""
    label = clause.head
    if clause.dep_ not in {"acl", "appos", "ccomp"} or label.dep_ != "ROOT" or label.pos_ not in _NAMED:
        return False
    first = clause.left_edge.i
    return own_subject(clause) is not None and first > label.i and clause.doc[first - 1].text == ":"


def _is_means(clause: Token) -> bool:
    """Tell whether a vague statement rests on this one ("strengthens its hand by buying a rival")."""
    place = clause.head
    if clause.dep_ != "pcomp" or clause.tag_ != "VBG" or place.lower_ != "by" or not is_predicate(place.head):
        return False
    return place.i > place.head.i and is_rhetorical(place.head) and not is_hypothetical(place.head)
