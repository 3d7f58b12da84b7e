"""Numbers that were only expected: "beating forecasts of €3m", "above the 2 % analysts had predicted"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.frame import LAST, NOUNS, Frame, Reading, word_class
from claims.framing.gapping import comparable
from claims.framing.levels import level_of
from claims.framing.noun_phrases import clause_verb, subject_of
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.tokens import Token

_REACH = 5


def as_expected(
    reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """Read what was expected of the amount just told, or of what the clause says missed or beat it.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    sign = foretold(reading)
    if sign is None or reading.quantity.counted:
        return None
    kin = next((frame for old, frame in reversed(before) if of_one_kind(old, reading)), None)
    if kin is not None and (kin.differs or {"above", "below"} & set(kin.measure.split())):
        return None  # "£8m above the estimate of £90m"
    if kin is not None and kin.measure:
        return replace(kin, shared=True, expected=sign)
    verb = clause_verb(reading.anchor)
    while verb is not None and verb.lemma_ not in word_list("naming", "verbs", "missing"):
        verb = clause_verb(verb)
    subject = subject_of(verb) if verb is not None else None
    if verb is None or subject is None or subject.pos_ not in NOUNS:
        return None
    return replace(level_of(reading, verb, subject, values), expected=sign)


def hoped(reading: Reading, before: "Sequence[tuple[Reading, Frame]]") -> Frame | None:
    """Read what somebody thought of the number before: "less than the $440m analysts had hoped for".

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    clause = next((child for child in reading.anchor.rights if child.dep_ == "relcl"), None)
    words = load("frames")["verbs"]
    if clause is None or clause.lemma_ not in (*words["opinion"], *words["foresight"], "hope", "want"):
        return None
    if reading.quantity.counted or any(child.tag_ == "WP" for child in clause.lefts):
        return None
    same = next(
        (frame for old, frame in reversed(before) if comparable(old.quantity, reading.quantity)), None
    )
    if same is not None:
        return replace(same, shared=True)
    return None if before else Frame(None, LAST, None, clause, shared=True, of_last=True)


def of_one_kind(old: Reading, reading: Reading) -> bool:
    """Tell whether two numbers may be of one thing, a change in percent and the one foreseen included."""
    one, other = old.quantity, reading.quantity
    if {one.kind, other.kind} <= {"share", "growth"}:
        return one.unit == other.unit
    return one.kind == other.kind


def foretold(reading: Reading) -> "Token | None":
    """Return the word that says that a number was only expected, right before it or right behind it."""
    first, last = min(reading.inside), max(reading.inside)
    doc = reading.anchor.doc
    if first > 1 and doc[first - 1].lower_ in ("of", "for"):
        noun = doc[first - 2]
        named = noun.lemma_.lower() in word_list("naming", "nouns", "expectations")
        return noun if named and _is_held_against(list(doc[max(0, first - _REACH - 2) : first - 2])) else None
    if first > 0 and doc[first - 1].lower_ in ("the", "a", "an"):
        noun = reading.anchor.head  # "above the 2 % estimate"
        named = noun.i == last + 1 and noun.lemma_.lower() in word_list("naming", "nouns", "expectations")
        if named and _is_held_against(list(doc[max(0, first - _REACH - 1) : first - 1])):
            return noun
        return _thought(list(doc[last : last + _REACH]), reading)
    return None


def _is_held_against(words: "Sequence[Token]") -> bool:
    """Tell whether what stands before a forecast sets something against it ("beating", "below")."""
    against, missing = word_list("naming", "beside", "against"), word_list("naming", "verbs", "missing")
    return any(word.lower_ in against or word.lemma_ in missing for word in words)


def _thought(words: "Sequence[Token]", reading: Reading) -> "Token | None":
    """Return the verb of "the 2 % (that) analysts had expected" or "the 2 % expected by analysts"."""
    thinking = word_class("verbs", "opinion") | word_class("verbs", "foresight") | {"hope"}
    for word in words:
        if word.i in reading.inside:
            continue
        if word.tag_ in ("VBN", "VBD") and word.lemma_ in thinking:
            return word
        if word.pos_ not in (*NOUNS, "AUX", "DET", "ADJ") and word.lower_ not in ("that", "which", "had"):
            return None
    return None
