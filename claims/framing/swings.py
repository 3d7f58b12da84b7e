"""Moves told beside a clause: "with trade up 9 % to €3bn", "followed by Kenya, up 4 %", "adding 57 cents"."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claims.figures.degrees import apart
from claims.framing.acts import unit_of
from claims.framing.frame import LAST, NOUNS, Frame, Reading, outside_reach, phrase, word_class
from claims.framing.noun_phrases import clause_verb, owner_of, subject_of
from claims.tokens import FINITE
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.model import Direction
    from claims.tokens import Token

_WAYS = frozenset({"up", "down"})
_LEADING = frozenset({"by", "and", "with"})
_LONGEST = 7
_DEGREES = frozenset({"degC", "degree"})
_SUMS = ("money", "quantity")


def as_swing(
    reading: Reading, before: Sequence[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """Read how far something moved that a phrase beside the clause tells of, and where it came to.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    first = min(reading.inside)
    if first < 3 or reading.quantity.counted:
        return None
    if before and (told := _of_last(reading, before[-1])) is not None:
        return told
    if before and _ends_swing(reading, before[-1][0]):
        return _end_of_swing(reading, before[-1])
    if reading.quantity.kind != "growth" or not _is_beside(reading):
        return None
    noun = reading.anchor.doc[first - 2]
    return _of_next(reading, before) if noun.text == "," else _with(reading, noun, values)


def _of_last(reading: Reading, last: tuple[Reading, Frame]) -> Frame | None:
    """Read by how much the price told last moved: "oil settled at $70, adding 57 cents or 1 %"."""
    earlier, frame = last
    quantity = reading.quantity
    if quantity.kind == "growth" and _in_percent(reading, earlier):
        return replace(frame, shared=True)
    if quantity.direction is None or quantity.kind not in _SUMS or earlier.quantity.kind not in _SUMS:
        return None
    gains = reading.anchor.dep_ == "dobj" and _way_of(reading.anchor.head) is not None
    return replace(frame, shared=True, differs=quantity.direction) if gains and frame.measure else None


def _ends_swing(reading: Reading, earlier: Reading) -> bool:
    """Tell whether a number is where the change before it came to: "with trade up 9 % to €3bn"."""
    if reading.quantity.kind == "growth" or earlier.quantity.kind != "growth" or not _is_beside(earlier):
        return False
    return reading.anchor.doc[min(reading.inside) - 1].lower_ == "to"


def _end_of_swing(reading: Reading, last: tuple[Reading, Frame]) -> Frame | None:
    earlier, frame = last
    between = reading.anchor.doc[max(earlier.inside) + 1 : min(reading.inside)]
    parted = any(token.tag_ in FINITE or token.is_punct for token in between)
    return None if parted or not frame.measure else replace(frame, shared=True)


def _is_beside(reading: Reading) -> bool:
    """Tell whether "up" or "down" leads to a number behind a noun or a name, not behind a verb."""
    first = min(reading.inside)
    doc = reading.anchor.doc
    if first < 3 or doc[first - 1].lower_ not in _WAYS:
        return False
    return doc[first - 2].pos_ in NOUNS or (doc[first - 2].text == "," and doc[first - 3].pos_ == "PROPN")


def _with(reading: Reading, noun: "Token", values: frozenset[int]) -> Frame | None:
    """Read "with trade volume up 9 %"."""
    start = next((at for at in range(noun.i, max(-1, noun.i - _LONGEST), -1) if _opens(noun.doc[at])), None)
    if start is None or noun.i in values:
        return None
    words = noun.doc[start + 1 : noun.i + 1]
    if any(word.tag_ in FINITE or word.is_punct for word in words) or noun.pos_ != "NOUN":
        return None
    verb = clause_verb(noun.doc[start])
    owner = next((word for word in words if word.dep_ == "poss"), None)
    named = " ".join(
        word.text for word in words if word.pos_ not in ("DET", "PRON", "PART") and word != owner
    )
    measure = phrase(noun, values, possessor=False) if owner_of(noun) is not None else named
    return Frame(
        owner or (subject_of(verb) if verb is not None else None), measure, None, verb, parts=(noun,)
    )


def _opens(token: "Token") -> bool:
    return token.lower_ == "with" and token.pos_ == "ADP"


def _of_next(reading: Reading, before: Sequence[tuple[Reading, Frame]]) -> Frame | None:
    """Read "followed by Kenya, up 4 %" as of what moved in the phrase before it."""
    first = min(reading.inside)
    name = reading.anchor.doc[first - 3]
    edge = name.left_edge.i if name.left_edge.i < name.i else name.i
    leads = edge > 0 and name.doc[edge - 1].lower_ in _LEADING
    kin = next((told for told in reversed(before) if told[0].quantity.kind == "growth"), None)
    if not leads or kin is None or not kin[1].measure or outside_reach(kin[0], reading):
        return None
    if any(token.tag_ in FINITE for token in name.doc[max(kin[0].inside) : first]):
        return None
    return replace(kin[1], subject=name, parts=(), shared=True)


def gained(reading: Reading) -> "Direction | None":
    """Return which way a price moved by a sum that a verb of gain leads to: "oil settled …, adding $2".

    Args:
        reading: The sum.
    """
    verb = reading.anchor.head
    if reading.quantity.direction is not None or reading.anchor.dep_ != "dobj":
        return None
    way = _way_of(verb)
    if way is None or not unit_of(reading)[:3].isupper():
        return None
    carrier = verb.head if verb.dep_ in ("advcl", "conj") else verb
    moves = word_class("quoted", "verbs") | word_class("verbs", "change") | word_class("verbs", "level")
    if carrier != verb and carrier.lemma_ not in moves:
        return None  # "Elm Oil spent €8m, adding €2m for wells"
    noun = subject_of(verb) or subject_of(carrier)
    quoted = noun is not None and noun.lemma_.lower() in word_class("quoted", "things")
    return way if quoted else None


def _way_of(verb: "Token") -> "Direction | None":
    if verb.lemma_ in word_list("frames", "quoted", "gaining"):
        return "up"
    return "down" if verb.lemma_ in word_list("frames", "quoted", "losing") else None


def is_put_in_percent(reading: Reading, earlier: Reading) -> bool:
    """Tell whether a percentage tells a move of a price once more: "up 30 cents or 2 %".

    Args:
        reading: The percentage.
        earlier: The number before it.
    """
    return reading.quantity.kind == "share" and _in_percent(reading, earlier)


def _in_percent(reading: Reading, earlier: Reading) -> bool:
    if earlier.quantity.direction is None or earlier.quantity.kind not in _SUMS:
        return False
    between = reading.anchor.doc[max(earlier.inside) + 1 : min(reading.inside)]
    return between.text.lower().strip(", ") == "or"


def as_degrees(reading: Reading, frame: Frame) -> Frame:
    """Read by how much it was warmer than usual as a difference: "1.2 degrees above average".

    Args:
        reading: The number.
        frame: Its frame as if it were a temperature.
    """
    if unit_of(reading) not in _DEGREES or frame.differs is not None:
        return frame
    way = apart(reading.anchor.doc.text, reading.quantity.start, reading.quantity.end)
    verb = frame.predicate
    subject = subject_of(verb) if verb is not None else None
    alone = verb is not None and verb.lemma_ in word_list("changes", "degrees", "alone")
    if subject is not None and (alone or _is_so_warm(frame, subject)):
        return Frame(subject, "temperature", None, verb, differs=way)  # "the river warmed by 2 degrees"
    gauged = frame.measure in word_list("changes", "degrees", "gauged")
    done = gauged or not frame.measure or frame.measure.startswith("time ")
    if way is None:
        return replace(frame, measure="temperature") if done else frame  # "kept at 4 degrees for a week"
    return replace(frame, measure=frame.measure or "temperature", differs=way)


def _is_so_warm(frame: Frame, noun: "Token") -> bool:
    """Tell whether a clause says of a thing how warm it is: "the lake was at 3 degrees"."""
    if frame.subject is not None or frame.parts != (noun,) or frame.predicate is None:
        return False
    own = noun.lemma_.lower() in word_list("changes", "degrees", "names")
    return frame.predicate.lemma_ == "be" and not own


def of_change(reading: Reading, frame: Frame, before: Sequence[tuple[Reading, Frame]]) -> Frame:
    """Read a bare change as one of what was measured before: "It is a drop of 4%", "after a fall of 2%".

    Args:
        reading: The number.
        frame: Its frame.
        before: The numbers of the sentence read so far, with their frames.
    """
    if reading.quantity.kind != "growth" or frame.measure.lower() not in _change_nouns():
        return frame
    told = next((known for _, known in reversed(before) if known.measure and not known.of_last), None)
    if told is not None:
        return replace(frame, subject=told.subject, measure=told.measure, parts=told.parts, shared=True)
    of_nobody = frame.subject is None or frame.subject.pos_ == "PRON" or frame.subject.text == frame.measure
    return replace(frame, subject=None, measure=LAST, shared=True, of_last=True) if of_nobody else frame


@cache
def _change_nouns() -> frozenset[str]:
    ways = load("changes")
    return frozenset((*ways["up"]["nouns"], *ways["down"]["nouns"])) - {
        "growth",
        "loss",
        "cut",
        "gain",
        "cuts",
    }
