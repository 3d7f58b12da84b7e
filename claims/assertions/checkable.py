"""What can be checked: not a hypothesis, a question, an opinion, a generic truth or a bare figure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from claims.assertions.clauses import (
    OBJECTS,
    auxiliaries,
    child,
    clause_of,
    first_conjunct,
    governor,
    is_existential,
    is_passive,
    is_predicate,
    modal_of,
    own_subject,
    role,
    subject_of,
)
from claims.assertions.figured import is_counted, states_figure
from claims.assertions.left_out import stands_for_noun
from claims.polarity import denying_words, negators, polarity
from claims.speech.speech_frames import is_frame, may_speak, words
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


@cache
def listed(*path: str) -> frozenset[str]:
    """Return a word list of the vocabulary of assertions, found by its path."""
    data: Any = load("assertions")
    for key in path:
        data = data[key]
    return frozenset(data)


def is_checkable(predicate: Token, figures: frozenset[int]) -> bool:
    """Tell whether a clause, wherever it stands, says something that could be looked up.

    Args:
        predicate: The head of the clause.
        figures: Places of the tokens that are figures and what they count.
    """
    return not (
        is_hypothetical(predicate)
        or _is_question(predicate)
        or _has_vague_subject(predicate, figures)
        or is_rhetorical(predicate)
        or _is_generic(predicate)
        or states_figure(predicate, figures)
    )


def is_hypothetical(predicate: Token) -> bool:
    """Tell whether a clause speaks of what might be or ought to be."""
    modal = modal_of(predicate)
    if modal not in listed("hypothetical", "modals"):
        return False
    if modal in {"could", "may"} and (negators(predicate) or _is_denied_of_all(predicate)):
        return False
    if modal == "may" and _is_permitted(predicate):
        return False
    if modal == "could" and any(item.lemma_ == "have" for item in auxiliaries(predicate)):
        return False
    if modal in {"may", "might"}:
        return not _is_reported(predicate)
    return not (modal == "would" and _is_reported(predicate, past=True))


def _is_permitted(predicate: Token) -> bool:
    """Tell whether a rule lets something be done ("owners may keep their boats", "boats may be kept")."""
    subject = own_subject(predicate)
    many = is_passive(predicate) or (subject is not None and subject.tag_ == "NNS")
    return many and predicate.lemma_.lower() in listed("permitted", "verbs")


def _is_denied_of_all(predicate: Token) -> bool:
    """Tell whether nobody may or could do something ("no farmer may sell raw milk")."""
    subject = own_subject(predicate)
    return subject is not None and bool(denying_words(subject))


def _is_reported(predicate: Token, *, past: bool = False) -> bool:
    """Tell whether a clause is what somebody says ("said it would close", "warned that it may flood").

    Args:
        predicate: The head of the clause.
        past: Whether the verb of saying has to stand in the past, so that "would" is the past of "will".
    """
    first = first_conjunct(predicate)
    head = clause_of(first.head)
    said = first.dep_ == "ccomp" and head.lemma_.lower() in words("frame_verbs")
    return said and (not past or head.tag_ in {"VBD", "VBN"})


def _is_question(predicate: Token) -> bool:
    """Tell whether the clause asks or commands."""
    last = predicate.doc[-1]
    if last.text == "?" or (last.is_quote and last.i and last.nbor(-1).text == "?"):
        return True
    if predicate.tag_ != "VB" or auxiliaries(predicate) or own_subject(predicate) is not None:
        return False
    first = first_conjunct(predicate)
    told = first.i != predicate.i and own_subject(first) is not None  # "fell but hurt nobody"
    return role(first) == "main" and not told


def _has_vague_subject(predicate: Token, figures: frozenset[int]) -> bool:
    """Tell whether the clause speaks of nobody in particular, or of a bare number of things."""
    subject = subject_of(predicate)
    if subject is not None and (stands_for_noun(subject) or is_no_one(subject)):
        return False
    if subject is None or (
        subject.lower_ in listed("vague_subjects")
        and not (
            _is_part_of_known(subject) or _is_of_known_place(subject) or _is_all_of_a_kind(predicate, subject)
        )
    ):
        return subject is None or subject.dep_ not in {"csubj", "csubjpass"}
    if (
        (subject.pos_ == "NUM" and not is_not_one(subject))
        or subject.text == "%"
        or (subject.left_edge.tag_ in {"WRB", "WP"} and subject.pos_ == "NOUN")
    ):
        return True
    lettered = any(item.dep_ == "compound" for item in subject.lefts)  # "Gate C"
    if len(subject.text) == 1 and subject.lower_ != "i" and not lettered:
        return True
    if any(item.lower_ == "most" and item.dep_ == "amod" for item in subject.children):
        perfect = any(item.lemma_ == "have" for item in auxiliaries(predicate))
        acts = child(predicate, "dobj", "auxpass") is not None and role(predicate) in {"main", "coordinate"}
        if acts and is_over(predicate) and not perfect:
            return False  # "most people took the vaccine"
        return not perfect or subject.lemma_ == "people"  # "most schools have reopened"
    return is_counted(predicate, subject, figures)


def is_over(predicate: Token) -> bool:
    """Tell whether a clause speaks of what has happened ("the firm that built the pier").

    Args:
        predicate: The head of the clause.
    """
    return predicate.tag_ == "VBD" or any(
        item.tag_ == "VBD" or item.lower_ in {"has", "have"} for item in auxiliaries(predicate)
    )


def is_no_one(subject: Token) -> bool:
    """Tell whether a subject written in two words is nobody.

    Args:
        subject: The head of the subject.
    """
    return subject.lower_ == "one" and [item.lower_ for item in subject.lefts] == ["no"]


def is_not_one(subject: Token) -> bool:
    """Tell whether a subject denies that it was any of known things ("not one of the mills").

    Args:
        subject: The head of the subject.
    """
    denied = any(item.dep_ == "neg" for item in subject.lefts)
    return subject.lower_ == "one" and denied and _is_part_of_known(subject)


def _is_part_of_known(subject: Token) -> bool:
    """Tell whether "most" or "some" is of known things ("most of the stalls"), not of anybody."""
    of = next((item for item in subject.rights if item.lower_ == "of"), None)
    things = child(of, "pobj") if of is not None and subject.lower_ in listed("parts") else None
    return things is not None and any(
        item.dep_ == "poss" or item.lower_ in {"the", "these", "those"} for item in things.lefts
    )


def _is_all_of_a_kind(predicate: Token, subject: Token) -> bool:
    """Tell whether "everything" is all of one kind, of which is told what happened ("everything sold")."""
    kind = any(item.dep_ in {"acl", "relcl"} for item in subject.rights)
    return subject.lower_ in {"everything", "everyone", "everybody", "all"} and kind and is_over(predicate)


def _is_of_known_place(subject: Token) -> bool:
    """Tell whether "somebody" is one of a known place or body: "someone at the plant", not just anyone."""
    if subject.lower_ not in {"somebody", "someone"}:
        return False
    places = (
        child(item, "pobj") for item in subject.children if item.lower_ in {"in", "at", "from", "inside"}
    )
    return any(
        place is not None and (place.pos_ == "PROPN" or any(item.lower_ == "the" for item in place.lefts))
        for place in places
    )


def is_rhetorical(predicate: Token) -> bool:
    """Tell whether a clause values or comments instead of stating."""
    lemma = predicate.lemma_.lower()
    if lemma in listed("rhetorical_verbs") and not (is_passive(predicate) or _tells_somebody(predicate)):
        return True
    if predicate.lower_ in listed("evaluative") and auxiliaries(predicate):
        return True
    if (
        lemma in listed("vague_in_future")
        and modal_of(predicate) == "will"
        and child(predicate, "dobj") is None
    ):
        return True
    if _leads_to_rhetoric(predicate):
        return True
    complements = [item for item in predicate.children if item.dep_ in OBJECTS or item.dep_ == "pobj"]
    light = load("assertions")["light_verbs"].get(lemma, ())
    if any(item.lemma_.lower() in light for item in complements):
        return True
    if is_existential(predicate):
        return _only_points(predicate)
    subject = subject_of(predicate)
    if subject is None:
        return False
    if subject.lower_ in listed("meta", "subjects") and lemma in {"be", "come", "make", "go"}:
        return True
    if subject.lower_ == "it" and child(predicate, "acomp") is not None and _has_clause(predicate):
        return True
    if subject.lemma_.lower() in listed("meta", "moods"):
        return True
    if subject.lemma_.lower() in listed("meta", "displays") and not is_passive(predicate):
        return True
    if lemma in {"be", "become"} and complements:
        return _values(complements[0], subject)
    return subject.lemma_.lower() in listed("meta", "nouns") and lemma in {"be", "have", "show"}


def _tells_somebody(predicate: Token) -> bool:
    """Tell whether somebody is told something ("had not told its workers"), not a story or a tale."""
    whom = child(predicate, "dobj") if predicate.lemma_ == "tell" else None
    return whom is not None and (whom.pos_ in {"PRON", "PROPN"} or whom.tag_ == "NNS" or may_speak(whom))


def _leads_to_rhetoric(predicate: Token) -> bool:
    """Tell whether a copula or intention governs a rhetorical verb ("is poised to strengthen")."""
    if predicate.lemma_ not in {"be", "appear", "seem", "help"}:
        return False
    place = child(predicate, "acomp", "oprd") or predicate
    inner = child(place, "xcomp")
    return inner is not None and is_predicate(inner) and inner.lemma_.lower() in listed("rhetorical_verbs")


def _has_clause(predicate: Token) -> bool:
    complement = child(predicate, "acomp")
    parts = [*predicate.children, *(complement.children if complement is not None else ())]
    return any(item.dep_ in {"xcomp", "ccomp", "advcl", "csubj"} for item in parts)


def _only_points(predicate: Token) -> bool:
    """Tell whether "there is" only points: to a bare noun ("there is your answer") or a time."""
    thing = own_subject(predicate)
    if thing is None or thing.lemma_.lower() in listed("meta", "times"):
        return True
    bare = not any(
        item.dep_ in {"amod", "compound", "prep", "nummod", "acl", "neg"} for item in thing.children
    )
    placed = any(item.dep_ in {"prep", "npadvmod"} and item.i > predicate.i for item in predicate.children)
    denied = polarity(predicate) == "negated" or negators(predicate) or denying_words(thing)
    told = predicate.tag_ in {"VBD", "VBN"} and any(item.lower_ in {"a", "an"} for item in thing.children)
    return bare and not placed and not denied and not told


def _values(complement: Token, subject: Token) -> bool:
    if complement.lemma_.lower() in listed("meta", "times") and subject.lower_ == "it":
        return True
    asked = subject.lemma_.lower() in listed("causes", "nouns") or subject.dep_ == "csubj"
    if asked and complement.lower_ in listed("causes", "unknown"):
        return False
    if asked and complement.lower_ == "clear" and negators(complement.head):
        return False
    if complement.pos_ in {"ADJ", "ADV", "VERB"}:
        compared = any(item.lower_ in {"less", "more"} for item in complement.children)
        than = any(item.lower_ == "than" for item in complement.subtree)
        return complement.lemma_.lower() in listed("evaluative") or (compared and not than)
    modifiers = {item.lemma_.lower() for item in complement.children if item.dep_ == "amod"}
    return complement.lemma_.lower() in listed("evaluative_nouns") or bool(
        modifiers & listed("evaluative_modifiers")
    )


def _is_any_one(predicate: Token, subject: Token) -> bool:
    """Tell whether a clause says what any of a kind is ("a library without money is only a building")."""
    kind = child(predicate, "attr")
    any_one = any(item.lower_ in {"a", "an"} for item in subject.lefts)
    return predicate.lemma_ == "be" and any_one and kind is not None and kind.tag_ == "NN"


_NOW = frozenset({"at", "on", "under", "without", "behind", "off"})


def _is_generic(predicate: Token) -> bool:
    """Tell whether a clause in the simple present speaks of a kind, with no name or date in it."""
    if auxiliaries(predicate) or predicate.tag_ not in {"VBP", "VBZ"} or negators(predicate):
        return False
    if predicate.lemma_.lower() in listed("states_and_duties", "verbs"):
        return False
    if predicate.lemma_ == "be" and child(predicate, "xcomp") is not None:
        return False  # "schools are to close"
    if predicate.lemma_ == "be" and any(
        item.lower_ in _NOW for item in predicate.rights if item.dep_ == "prep"
    ):
        return False  # "stocks are at a record low", "trains are on time"
    state = child(predicate, "acomp")
    if state is not None and (state.tag_ == "VBN" or state.lower_ in listed("states_and_duties", "states")):
        return False
    subject = subject_of(predicate)
    if subject is None or (subject.tag_ != "NNS" and not _is_any_one(predicate, subject)):
        return False
    if any(
        item.dep_ in {"det", "poss", "nummod"} and item.lower_ not in {"a", "an"} for item in subject.children
    ):
        return False
    above = governor(predicate)
    if above is not None and is_frame(above):
        return False
    return not any(token.ent_type_ or token.pos_ == "PROPN" for token in predicate.subtree)
