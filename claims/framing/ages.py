"""Frames of ages: whose age a number is."""

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, is_bare
from claims.framing.noun_phrases import clause_verb, noun_phrase, possessor_of, subject_of
from claims.model import Quantity
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Span, Token


def as_age(reading: Reading, frame: Frame) -> Quantity:
    """Return a number as years where its clause tells an age by it: "she was four".

    Args:
        reading: The number.
        frame: Its frame.
    """
    if frame.measure != "age" or not is_bare(reading):
        return reading.quantity
    return replace(reading.quantity, unit="year of age", kind="quantity")


def told_age(reading: Reading) -> Frame | None:
    """Read "I am eighty-one", "she is 44" and "the oldest is 91" as ages; None for any other number."""
    anchor, verb = reading.anchor, reading.anchor.head
    eldest = _eldest(reading)
    if eldest is not None:
        return eldest
    if not is_bare(reading) or anchor.dep_ not in ("attr", "acomp") or verb.lemma_ != "be":
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in ("i", "he", "she"):
        return None
    return Frame(subject, "age", None, verb)


def _eldest(reading: Reading) -> Frame | None:
    """ "The youngest is a girl of 14 months", "the oldest candidate was 62": an age."""
    anchor = reading.anchor
    if not (
        is_bare(reading) or reading.quantity.kind == "duration" or reading.quantity.unit.endswith(" of age")
    ):
        return None
    noun = anchor.head.head if anchor.dep_ == "pobj" and anchor.head.lower_ == "of" else anchor
    verb = noun.head
    if noun.dep_ not in ("attr", "acomp") or verb.lemma_ != "be":
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.tag_ not in ("NN", "NNS", "JJS", "NNP"):
        return None
    said = any(word.lower_ in word_list("labels", "ages", "eldest") for word in (subject, *subject.lefts))
    return Frame(subject, "age", None, verb) if said else None


def age_of(reading: Reading) -> Frame:
    """The number is an age: of the noun that it hangs on or stands behind, or of what the clause is about."""
    eldest = _eldest(reading)
    if eldest is not None:
        return eldest
    verb = clause_verb(reading.anchor)
    if verb is not None and reading.anchor.dep_ == "pobj" and reading.anchor.head.lower_ == "at":
        return Frame(subject_of(verb), "age", None, verb)  # "he moved to Dorn at 17"
    old = [
        reading.anchor.doc[max(reading.inside)],
        *reading.anchor.ancestors,
    ]  # "they were 19 and 44 years old"
    if verb is not None and verb.lemma_ == "be" and any(token.lower_ == "old" for token in old):
        subject = subject_of(verb)
        owner = possessor_of(subject) if subject is not None else None
        if subject is not None and owner is not None:  # "Oslo's 22 trams are 14 years old"
            age = noun_phrase(subject, possessor=False, complement=False)
            return Frame(owner, f"age of {age}", None, verb)
        return Frame(subject, "age", None, verb)
    return Frame(_aged(reading), "age", None, verb)


def _aged(reading: Reading) -> "Token | None":
    """Return the noun whose age a number is: what it hangs on or stands behind, by its name if it has one."""
    anchor = reading.anchor
    if anchor.lower_ == "old" and anchor.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss"):
        return anchor  # "the 23-year-old has signed"
    if anchor.text.lower().startswith(("under-", "over-")):
        return anchor  # "over-65s pay half"
    above = [token for token in anchor.ancestors if token.pos_ in NOUNS and token.i not in reading.inside]
    last = max(reading.inside)
    if anchor.doc[last].lower_ in ("old", "-old") or anchor.doc[last].lower_.endswith("-old"):
        named = _named_behind(anchor.doc[last + 1 : last + 7])
        if named is not None:
            return named
    if above:
        several = above[0].tag_ == "NNS" or above[0].lemma_ in word_list("naming", "nouns", "several")
        apposed = above[0].dep_ == "appos" and above[0].head.pos_ in NOUNS and several
        return above[0].head if apposed else above[0]  # "the winners, women of 41 and 58"
    before = (token for token in reversed(anchor.doc[: min(reading.inside)]) if token.pos_ in NOUNS)
    return next(before, None)


def _named_behind(words: "Span") -> "Token | None":
    """Return the last noun of the run behind an age: "Obi" of "the 24-year-old Nigeria forward Ade Obi"."""
    run = list(takewhile(lambda token: token.pos_ in (*NOUNS, "ADJ") or token.lower_ == "forward", words))
    while run and run[-1].pos_ == "ADJ":
        run.pop()
    return run[-1] if run else None
