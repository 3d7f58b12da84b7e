"""Clauses: where a predicate gets its subject, what belongs to it, and what governs it.

A clause is known by its predicate, the token that heads it. Subjects that the sentence does not repeat
("was questioned and released", "imports remain stalled, hurting makers") are found by general rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claims.vocabulary import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.tokens import Span, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OWN_SUBJECTS = SUBJECTS - {"expl"}
CLAUSAL = frozenset(
    {
        "ROOT",
        "conj",
        "ccomp",
        "xcomp",
        "advcl",
        "relcl",
        "acl",
        "pcomp",
        "parataxis",
        "csubj",
        "dep",
        "csubjpass",
    }
)
OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_RELATIVE = frozenset({"which", "who", "that", "whom"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "IN"})
_FAR = 12
_FINITE = frozenset({"VBD", "VBZ", "VBP"})

Role = Literal[
    "main", "coordinate", "content", "infinitive", "adverbial", "participial", "relative", "modifier", "with"
]


def is_predicate(token: Token) -> bool:
    """Tell whether a token heads a clause."""
    if token.pos_ == "AUX" and token.dep_ in {"aux", "auxpass"}:
        return False
    if token.pos_ == "ADJ" and token.dep_ in {"relcl", "conj"} and child(token, "nsubjpass") is not None:
        return True  # "whose plant has been idle": the parse has it for a passive
    if token.pos_ not in {"VERB", "AUX"} or (not token.text[0].isalpha() and token.text[0] != "'"):
        return False
    return token.dep_ in CLAUSAL or any(child.dep_ in SUBJECTS for child in token.children)


def predicates(span: Span) -> Iterator[Token]:
    """Yield the predicates of a sentence in order."""
    return (token for token in span if is_predicate(token))


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child with one of the dependency labels."""
    for item in token.children:
        if item.dep_ in labels:
            return item
    return None


def is_time(preposition: Token) -> bool:
    """Tell whether a preposition opens a time: "on Monday"."""
    noun = child(preposition, "pobj")
    return noun is not None and noun.ent_type_ in {"DATE", "TIME"}


def own_subject(predicate: Token) -> Token | None:
    """Return the subject that stands in the predicate's own clause."""
    found = [item for item in predicate.children if item.dep_ in _OWN_SUBJECTS]
    if not found:
        # the parser sometimes hangs the subject on the auxiliary
        found = [
            part
            for item in predicate.children
            if item.dep_ in {"aux", "auxpass"}
            for part in item.children
            if part.dep_ in SUBJECTS
        ]
    if found:
        before = [item for item in found if item.i < predicate.i]
        return (before or found)[-1]
    if child(predicate, "expl"):
        return child(predicate, "attr", "dobj")
    return None


def is_existential(predicate: Token) -> bool:
    """Tell whether the clause says that something exists ("there is no evidence")."""
    expletive = child(predicate, "expl")
    return expletive is not None and expletive.lower_ == "there"


def role(predicate: Token) -> Role:
    """Return what the clause does in its sentence."""
    label = predicate.dep_
    if label in {"ROOT", "parataxis", "dep"}:
        return "main"
    if label == "conj":
        return "coordinate"
    if label == "ccomp":
        return "content"
    if label in {"xcomp", "csubj", "csubjpass"}:
        return "infinitive"
    if label == "relcl":
        return "relative"
    if label == "acl":
        return "modifier" if own_subject(predicate) is None else "content"
    if label == "pcomp":
        return (
            "with" if own_subject(predicate) is not None and predicate.head.lower_ == "with" else "infinitive"
        )
    if label == "advcl":
        return "adverbial" if own_subject(predicate) is not None else "participial"
    return "main"


def first_conjunct(predicate: Token) -> Token:
    """Return the predicate that a chain of coordinated predicates starts with."""
    while predicate.dep_ == "conj" and is_predicate(predicate.head):
        predicate = predicate.head
    return predicate


def subject_of(predicate: Token) -> Token | None:
    """Return the head of the predicate's subject, its own or the one it shares.

    Args:
        predicate: The head of a clause.

    Returns:
        The subject's head; for a relative clause the antecedent; None where the clause has none.
    """
    token = predicate
    for _ in range(_FAR):
        own = own_subject(token)
        if own is not None:
            return antecedent(token) if own.lower_ in _RELATIVE and own.tag_ in _RELATIVE_TAGS else own
        if token.dep_ == "relcl":
            return antecedent(token)
        if token.dep_ == "acl" and token.head.pos_ in NOMINAL:
            return token.head
        noun = _noun_before(token) or _subject_of_insertion(token)
        if noun is not None:
            return noun
        if token.dep_ == "xcomp":
            controller = child(token.head, "dobj", "dative")
            if controller is not None and controller.i < token.i:
                return controller
        if token.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "dep"}:
            return None
        sayer = _sayer(token)
        if sayer is not None:
            return sayer
        above = clause_of(token.head)
        if above.i == token.i:
            return None
        token = above
    return None


def _sayer(token: Token) -> Token | None:
    """Return who says something and *wants* something, where the parse has what is said want it."""
    said = token.head
    if (
        token.dep_ != "conj"
        or not (token.lemma_ in word_list("assertions", "mindful", "verbs") or _threatens(token))
        or said.dep_ != "ccomp"
        or not is_predicate(said.head)
    ):
        return None
    thing = own_subject(said)
    if thing is None or thing.pos_ != "NOUN" or token.tag_ != said.head.tag_ or thing.tag_ == "NNS":
        return None
    return own_subject(said.head)


def _threatens(token: Token) -> bool:
    """Tell whether somebody threatens to do something, as no thing does ("threatened to strike")."""
    return token.lemma_ == "threaten" and child(token, "xcomp") is not None


def _subject_of_insertion(root: Token) -> Token | None:
    """Return the subject that the parse gave to a participle ("Dole, asked about it, said")."""
    if root.dep_ != "ROOT":
        return None
    for item in root.lefts:
        found = child(item, "nsubj") if item.dep_ == "advcl" and item.tag_ in {"VBN", "VBD"} else None
        if found is not None and found.nbor(1).text == ",":
            return found
    return None


def _noun_before(participle: Token) -> Token | None:
    """Return the noun right before a participle, which it modifies whatever the parse says."""
    if participle.tag_ != "VBG" or participle.dep_ != "advcl" or any(True for _ in participle.lefts):
        return None
    place = participle.i - 1
    if place > 0 and participle.doc[place].text == ")":
        while place > 0 and participle.doc[place].text != "(":
            place -= 1
        place -= 1
    before = participle.doc[place] if place >= 0 else participle
    return before if before.pos_ == "NOUN" and before.dep_ in {"dobj", "pobj", "attr"} else None


def antecedent(predicate: Token) -> Token | None:
    """Return what the relative pronoun of a clause stands for."""
    clause = first_conjunct(predicate)
    for _ in range(_FAR):
        if clause.dep_ in {"relcl", "acl"} or not is_predicate(clause.head) or clause.head.i == clause.i:
            break
        clause = clause.head
    if clause.dep_ not in {"relcl", "acl"} or clause.head.pos_ not in NOMINAL:
        return _noun_before_pronoun(predicate)
    noun = clause.head
    if noun.dep_ == "conj" and noun.head.dep_ == "pobj" and noun.head.head.lower_ == "between":
        return noun.head
    return _aged(noun)


def _aged(noun: Token) -> Token:
    """Return whom an age is of, where the parse hangs a clause on it: "Rae, a rigger of 34, who fell"."""
    if noun.pos_ != "NUM" or noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return noun
    person = noun.head.head
    return person.head if person.dep_ == "appos" and person.head.pos_ == "PROPN" else person


def _noun_before_pronoun(predicate: Token) -> Token | None:
    """Return the noun before a relative pronoun whose clause the parse hung elsewhere (", which ruled …")."""
    pronoun = own_subject(predicate)
    if pronoun is None or pronoun.lower_ not in {"which", "who"}:
        return None
    place = pronoun.i - 1
    while place > 0 and (predicate.doc[place].is_punct or predicate.doc[place].dep_ == "appos"):
        place -= 1
    noun = predicate.doc[place] if place >= 0 else pronoun
    return noun if noun.pos_ in {"NOUN", "PROPN"} else None


def clause_of(token: Token) -> Token:
    """Return the predicate of the clause that a token stands in; the root where there is no other."""
    while not is_predicate(token) and token.head.i != token.i:
        token = token.head
    return token


def governor(predicate: Token) -> Token | None:
    """Return the predicate that governs this one, across coordination; None for the main clause."""
    first = first_conjunct(predicate)
    if first.head.i == first.i:
        return None
    head = clause_of(first.head)
    return head if is_predicate(head) and head.i != first.i else None


def mark_of(predicate: Token) -> str:
    """Return the conjunction that introduces the clause, in small letters; "" where there is none."""
    marks = [item.lower_ for item in predicate.children if item.dep_ == "mark"]
    if not marks and predicate.dep_ in {"advcl", "ccomp", "acl"}:
        marks = [item.lower_ for item in predicate.children if item.tag_ == "WRB" and item.i < predicate.i]
    return marks[0] if marks else ""


def auxiliaries(predicate: Token) -> list[Token]:
    """Return the auxiliaries of a predicate in order."""
    return [item for item in predicate.children if item.dep_ in {"aux", "auxpass"}]


def modal_of(predicate: Token) -> str:
    """Return the modal auxiliary over the predicate in its plain form, or ""."""
    for token in (predicate, first_conjunct(predicate)):
        helpers = auxiliaries(token)
        for item in helpers:
            if item.tag_ == "MD":
                return {"wo": "will", "'ll": "will", "ca": "can", "sha": "shall", "'d": "would"}.get(
                    item.lower_, item.lower_
                )
        finite = token.tag_ in _FINITE or any(item.tag_ in _FINITE for item in helpers)
        if token.dep_ == "conj" and (own_subject(token) is not None or finite):
            break
    return ""


def is_passive(predicate: Token) -> bool:
    """Tell whether the predicate stands in the passive."""
    if predicate.tag_ != "VBN":
        return False
    first = predicate if auxiliaries(predicate) else first_conjunct(predicate)
    return any(item.dep_ in {"auxpass", "nsubjpass"} for item in first.children)


def is_gerund_object(clause: Token) -> bool:
    """Tell whether a gerund right behind a verb is its object ("ruled out *running*")."""
    if clause.tag_ != "VBG" or clause.dep_ != "advcl" or own_subject(clause) is not None:
        return False
    before = clause.left_edge.i - 1
    return before == clause.head.i or (before > clause.head.i and clause.doc[before].dep_ == "prt")


def particle_of(predicate: Token) -> str:
    """Return the verb's particle ("step *down*"), or ""."""
    particle = child(predicate, "prt")
    return particle.lower_ if particle is not None else ""


def is_taken_up(clause: Token) -> bool:
    """Tell whether a clause says what somebody does with what was told ("fined 9m, *a sum it disputes*")."""
    head = clause.head
    bare = not any(item.tag_ in {"WDT", "WP", "IN"} for item in clause.children if item.i < clause.i)
    return clause.dep_ == "relcl" and head.dep_ == "appos" and head.pos_ == "NOUN" and bare and _is_a(head)


def _is_a(noun: Token) -> bool:
    return any(item.lower_ in {"a", "an"} for item in noun.children)
