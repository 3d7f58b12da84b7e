"""What a mention can stand for: one thing by name, a person, a body of people, or what somebody says."""

from functools import cache
from typing import TYPE_CHECKING

from claims.framing.noun_phrases import is_verb, subject_of
from claims.names import state
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


@cache
def organisations() -> frozenset[str]:
    """Return the nouns for which an article's topic may stand ("the company")."""
    return frozenset(load("context")["organisations"])


@cache
def people() -> frozenset[str]:
    """Return the nouns that mean one person."""
    return frozenset(load("attribution")["person_nouns"])


@cache
def bodies() -> frozenset[str]:
    """Return the nouns in the singular that "they" may stand for: bodies of people."""
    return organisations() | frozenset(load("attribution")["speaker_nouns"])


def is_organisation(name: "Token") -> bool:
    """Tell whether an apposition calls a name a firm or the like, whatever the parse took it for."""
    return any(child.dep_ == "appos" and child.lemma_ in organisations() for child in name.children)


def is_one_body(name: "Token") -> bool:
    """Tell whether a name in the plural is one body's: "Elm Boilers, which makes …, will close its plant"."""
    verb = name.head
    told = {child.lower_ for child in verb.lefts} | {verb.tag_}
    clauses = {child.tag_ for child in name.children if child.dep_ == "relcl"}
    its = any(word.lower_ in ("its", "itself") for word in verb.subtree)
    return bool({"has", "is", "was", "VBZ"} & (told | clauses)) or its


def has_office(name: "Token") -> bool:
    """Tell whether a name stands behind a person's role: "the owner, Ada Holm"."""
    return name.dep_ == "appos" and name.head.lemma_.lower() in people()


def names_it(token: "Token") -> bool:
    """Tell whether a modifier makes a noun the name of one thing: "the *Harwick* bridge"."""
    dated = token.ent_type_ in ("DATE", "TIME")
    return token.pos_ == "PROPN" and token.dep_ == "compound" and not dated and not state(token.text)


def telling(root: "Token") -> "Token":
    """Return the head of what a sentence tells: of "the road is closed, the city said" what was said."""
    said = [child for child in root.lefts if child.dep_ == "ccomp"]
    return said[-1] if said and root.lemma_ in load("frames")["verbs"]["speech"] else root


def acting_before(pronoun: "Token") -> "Token | None":
    """Return the last subject in the plural before "them" that does not itself do what is done to them."""
    doer = subject_of(pronoun.head) if is_verb(pronoun.head) else None
    for earlier in reversed(pronoun.doc[: pronoun.i]):
        if earlier.dep_ in ("nsubj", "nsubjpass") and earlier.tag_ in ("NNS", "NNPS") and earlier != doer:
            return earlier
    return None


def spoken_of(pronoun: "Token") -> "Token | None":
    """Return the person whom somebody speaks of as "he" or "she": themselves, or whom they speak for.

    Args:
        pronoun: The subject of what is said: she in "Ada Holm's lawyer said that she would appeal".
    """
    clause = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or clause.dep_ != "ccomp":
        return None
    speaker = subject_of(clause.head) if clause.head.lemma_ in load("frames")["verbs"]["speech"] else None
    if speaker is None or speaker.i > pronoun.i:
        return None
    if speaker.pos_ == "PROPN":  # a first name and a surname are a person's
        named = speaker.ent_type_ in ("PERSON", "") and speaker.i > 0 and speaker.nbor(-1).pos_ == "PROPN"
        return speaker if named else None
    owner = next((child for child in speaker.lefts if child.dep_ == "poss" and child.pos_ == "PROPN"), None)
    return owner if owner is not None and speaker.lemma_ in people() else None
