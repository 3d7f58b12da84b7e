"""Repairs of sentences that tell what somebody says: the verb of saying and what it governs."""

from typing import TYPE_CHECKING

from claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_SETTINGS = frozenset({"in", "at", "on", "after", "before", "during", "outside", "from", "by"})


def read_that_as_conjunction(word: "Token") -> None:
    """Read "told the court that he had paid" as what was told: he paid no "that".

    Args:
        word: "that", where the parse takes it for an object or a mark.
    """
    clause = word.head
    subject = next((child for child in clause.lefts if child.dep_ in _SUBJECTS), None)
    if subject is None or word.i > subject.i:
        return
    if clause.dep_ == "relcl" and (verb := _told_beside(clause)) is not None:
        clause.head, clause.dep_ = verb, "ccomp"
    if clause.dep_ == "ccomp":
        word.pos_, word.tag_, word.dep_ = "SCONJ", "IN", "mark"


def _told_beside(clause: "Token") -> "Token | None":
    """Return the verb that tells what the parse hangs on a place ("told us in Rome that it would close")."""
    preposition = clause.head.head
    verb = preposition.head
    if clause.head.dep_ != "pobj" or preposition.lower_ not in _SETTINGS or verb.pos_ != "VERB":
        return None
    foretold = any(
        child.dep_ == "mark" or child.tag_ == "MD" or child.lower_ == "had" for child in clause.lefts
    )
    told = verb.lemma_ in load("attribution")["frame_verbs"]
    return verb if foretold and told and not any(child.dep_ == "ccomp" for child in verb.children) else None


def read_closing_word_as_a_verb(root: "Token") -> None:
    """Read "The club will not sell, Holm promises" as what Holm says.

    Args:
        root: The head of the sentence, a noun in the plural for the parse.
    """
    said = next((child for child in root.lefts if child.dep_ == "ccomp"), None)
    speaker = next((child for child in root.lefts if child.dep_ == "nsubj"), None)
    if said is not None and speaker is not None and said.i < speaker.i and speaker.nbor(-1).text == ",":
        root.pos_, root.tag_ = "VERB", "VBZ"
