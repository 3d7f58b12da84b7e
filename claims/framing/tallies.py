"""Counted things by what is told of them: who does something, who they are, how far they are from a mark."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, complements, phrase, thing_of, word_class
from claims.framing.inflection import doing, done, plural
from claims.framing.noun_phrases import clause_verb, governed, is_verb, object_of, owner_of, subject_of
from claims.framing.rests import as_rest
from claims.timing.tenses import is_speech
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_WHO = frozenset({"who", "that", "which"})


def as_tally(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Return the frame of a number of things that a clause tells more of than that they are there.

    Args:
        reading: The number.
        values: The tokens of all numbers, units and times of the sentence.
    """
    if not (reading.quantity.counted or reading.quantity.unit == "point"):
        return None
    return (
        as_rest(reading, values)
        or _ended(reading)
        or _doers(reading, values)
        or _distance(reading, values)
        or _described(reading, values)
    )


def _ended(reading: Reading) -> Frame | None:
    """What games ended in, in a list of such: "17 wins, ten draws and eleven defeats"."""
    anchor = reading.anchor
    results = word_class("results", "nouns")
    listed = anchor.dep_ in ("pobj", "conj", "appos", "dep", "npadvmod")
    if not listed or anchor.lower_ not in results or not results & _others(anchor):
        return None
    verb = clause_verb(anchor)
    subject = subject_of(verb) if verb is not None else None
    if subject is not None and subject.lemma_ in word_class("results", "marks_won"):
        subject = owner_of(subject)
    return Frame(subject, anchor.lower_, None, verb)


def _others(noun: "Token") -> set[str]:
    """Return the other words of a sentence in small letters."""
    return {token.lower_ for token in noun.doc if token.i != noun.i}


def in_plural(reading: Reading, frame: Frame) -> Frame:
    """Name what one is counted of as if there were several: "seats" for "one seat"."""
    noun = reading.anchor
    single = reading.quantity.counted and reading.quantity.low == reading.quantity.high == 1
    if not single or noun.tag_ != "NN" or noun.lower_ != reading.quantity.unit.split()[-1]:
        return frame
    several = plural(noun.lower_)
    words = frame.measure.split()
    if noun.text not in words:
        return frame
    words[words.index(noun.text)] = several
    return replace(frame, measure=" ".join(words))


def _doers(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Those by whom something is done: "opened by 210 clerks" counts clerks opening letters."""
    link = reading.anchor.head
    verb = link.head
    if reading.anchor.dep_ != "pobj" or link.dep_ != "agent" or verb.tag_ != "VBN" or not is_verb(verb):
        return None
    done_to = subject_of(verb)
    named = done_to is not None and done_to.pos_ in NOUNS and done_to.i not in values
    target = phrase(done_to, values, depth=0) if done_to is not None and named else ""
    if done_to is not None and done_to.pos_ == "NOUN":
        target = f"{target[:1].lower()}{target[1:]}"
    measure = f"{thing_of(reading, values)} {doing(verb)} {target}".strip()
    return Frame(done_to if named else None, measure, None, verb)


def _distance(reading: Reading, values: frozenset[int]) -> Frame | None:
    """How far somebody is from a mark: "14 points behind the champions", "a seat short of a majority"."""
    anchor = reading.anchor
    following = anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    verb = clause_verb(anchor)
    if not following or anchor.dep_ != "npadvmod" or verb is None:
        return None
    mark = following[0]
    if mark.lower_ not in word_list("naming", "beside", "marks"):
        return None
    link = next((child for child in mark.rights if child.lower_ in ("of", "from")), None)
    noun = governed(link or mark)
    if noun is None or noun.pos_ not in NOUNS or noun.i in values:
        return None
    to = f"{mark.lower_} {link.lower_}" if link is not None else mark.lower_
    things = thing_of(reading, values) or f"{reading.quantity.unit}s"
    return Frame(subject_of(verb), f"{things} {to} {phrase(noun, values, depth=0)}", None, verb)


def _described(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Those who only tell something are counted for what they are: "two officials who have read it say …"."""
    anchor = reading.anchor
    clause = next((child for child in anchor.rights if child.dep_ == "relcl"), None)
    speaks = anchor.dep_ == "nsubj" and is_speech(anchor.head)
    opens = anchor.dep_ == "pobj" and anchor.head.lower_ == "of" and anchor.head.i == 0
    if clause is None or not (speaks or opens):
        return None
    who = next((child for child in clause.lefts if child.lower_ in _WHO and "subj" in child.dep_), None)
    if who is None:
        return None
    passive = any(child.dep_ == "auxpass" for child in clause.lefts)
    if passive:
        return Frame(None, f"{thing_of(reading, values)} {done(clause)}", None, clause_verb(anchor))
    target = object_of(clause)
    deed = complements(clause, values) if target is None or target.pos_ in NOUNS else ""
    helped = " ".join(child.text for child in clause.lefts if child.dep_ == "aux")
    told = f"{thing_of(reading, values)} {who.lower_} {helped} {clause.text} {deed}"
    return Frame(None, " ".join(told.split()), None, clause_verb(anchor))
