"""Clauses whose verb was left out: "Lyon recorded 41 mm, Nantes nine", "exports rose 4 % and imports 3 %"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, phrase, word_class
from claims.framing.noun_phrases import clause_verb, governed, is_time, owner_of
from claims.model import Quantity
from claims.tokens import FINITE

if TYPE_CHECKING:
    from claims.tokens import Token

_GAP = frozenset({",", "and", "while", "but", "the", "with", "only", "a", ";"})
_BREAKS = frozenset({",", "and", ";", "while", "but"})
_INSIDE = frozenset({"in", "at", "on", "across"})
_BESIDE_REST = frozenset({"the", "other", ","})
_FEW = 5


def comparable(first: Quantity, second: Quantity) -> bool:
    """Tell whether two numbers may measure one thing: of one kind, or a counted thing and a bare number."""
    return first.kind == second.kind or {first.kind, second.kind} <= {"count", "quantity"}


def gapped(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Read a clause whose verb was left out: "Lyon recorded 41 mm, Nantes nine"."""
    if not before:
        return None
    earlier, frame = before[-1]
    between = list(reading.anchor.doc[max(earlier.inside) + 1 : min(reading.inside)])
    breaks = [at for at, token in enumerate(between) if token.lower_ in _BREAKS]
    if not breaks or not comparable(earlier.quantity, reading.quantity):
        return None
    passed, tail = between[: breaks[-1]], between[breaks[-1] :]
    if any(token.tag_ in FINITE for token in passed):
        return None
    named = frame.subject is not None and any(token.pos_ == "PROPN" for token in tail)
    if not frame.measure and not (named and tail[-1].lower_ == "with"):
        return None  # "India followed with 90, Chile with 40": of what, was said before
    if not named:
        return _of_noun(reading, earlier, frame, tail)
    names = [token for token in tail if token.pos_ == "PROPN"]
    if not all(token.pos_ == "PROPN" or token.lower_ in _GAP for token in tail):
        return None
    return replace(frame, subject=names[-1], parts=(), shared=True)


def left_to_others(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Read what others do with what remains: "and the owners the remaining €5m", "the owners the rest, €5m".

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    if not before or before[-1][1].subject is None or not before[-1][1].measure:
        return None
    earlier, frame = before[-1]
    between = list(reading.anchor.doc[max(earlier.inside) + 1 : min(reading.inside)])
    kept, remaining = list(between), word_class("nouns", "remaining")
    while kept and kept[-1].lower_ in remaining | _BESIDE_REST:
        kept.pop()
    rest = {token.lower_ for token in between[len(kept) :]}
    breaks = [at for at, token in enumerate(kept) if token.lower_ in _BREAKS]
    if rest.isdisjoint(remaining) or not breaks or not comparable(earlier.quantity, reading.quantity):
        return None
    others = _left_noun(reading, kept[breaks[-1] :])
    if others is None or any(token.tag_ in FINITE for token in between):
        return None
    return replace(frame, subject=others, parts=(), shared=True)


def in_another_place(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Read a clause of which only the place is left: "in Lyon rents rose 4 %, in Nantes 6 %".

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    if not before or reading.quantity.counted:
        return None
    earlier, frame = before[-1]
    place = _only_place(reading, earlier)
    if place is None or not comparable(earlier.quantity, reading.quantity) or not frame.measure:
        return None
    return replace(frame, place=place, shared=True)


def listed_by_place(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Read the parts of a count that stand each before its place: "90 died, including 40 in Rome".

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    if not before or reading.quantity.counted or reading.quantity.kind not in ("count", "quantity"):
        return None
    doc, first, last = reading.anchor.doc, min(reading.inside), max(reading.inside)
    behind = doc.tokens[last + 1 : last + 2 + _FEW]
    named = list(takewhile(lambda token: token.pos_ == "PROPN" and not is_time(token), behind[1:]))
    if not named or behind[0].lower_ not in _INSIDE or named[-1].i > last + _FEW:
        return None
    closing = doc.tokens[named[-1].i + 1 : named[-1].i + 2]
    earlier, frame = before[-1]
    opening = doc[first - 1].lower_ if first else ""
    goes_on = frame.place is not None and opening in (",", "and", ";")
    closed = not closing or closing[0].is_punct or closing[0].lower_ == "and"
    if not closed or not (goes_on or opening == "including") or earlier.quantity.kind != "count":
        return None
    return replace(frame, place=named[-1], shared=True)


def _only_place(reading: Reading, earlier: Reading) -> "Token | None":
    """Return the place that stands alone between a number and the one before it, or None."""
    between = reading.anchor.doc.tokens[max(earlier.inside) + 1 : min(reading.inside)]
    opens = max((at for at, token in enumerate(between) if token.lower_ in _INSIDE), default=0)
    named = between[opens + 1 :]
    verb = clause_verb(earlier.anchor)
    if any(token.tag_ in FINITE and verb not in (token, token.head) for token in between):
        return None
    if not opens or len(named) not in range(1, _FEW) or between[opens - 1].lower_ not in _BREAKS:
        return None
    number = reading.anchor.doc[min(reading.inside)]  # which the model may take for a day: "in the south 12"
    if any(is_time(token) and token.ent_type_ != number.ent_type_ for token in named):
        return None
    if any(token.pos_ not in (*NOUNS, "ADJ", "DET") for token in named):
        return None
    return named[-1] if named[-1].pos_ in NOUNS else None


def elsewhere(
    reading: Reading, frame: Frame, before: Sequence[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Give a number its own place in a measure that it shares: "12 are from Rome and nine from Oslo".

    Args:
        reading: The number.
        frame: Its frame.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    if not frame.shared or not before or reading.quantity.kind != "count" or reading.quantity.counted:
        return frame
    known = before[-1][1]
    after = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    link = after[0] if after and after[0].dep_ == "prep" else None
    noun = governed(link)
    if link is None or noun is None or noun.pos_ not in NOUNS or is_time(noun) or noun.i in values:
        return frame
    things, placed, place = known.measure.rpartition(f" {link.lower_} ")
    if not placed:
        return frame
    apart = frame.subject is None or frame.subject.text not in place
    subject = frame.subject if apart else known.subject
    return replace(frame, subject=subject, measure=f"{things}{placed}{phrase(noun, values, depth=1)}")


def _of_noun(reading: Reading, earlier: Reading, frame: Frame, tail: Sequence["Token"]) -> Frame | None:
    """Read a clause without a verb by the common noun that is left: what does the same, or is measured."""
    verb = frame.predicate
    if verb is None or reading.quantity.counted not in (None, earlier.quantity.counted):
        return None
    if verb.lemma_ in word_class("verbs", "level") | word_class("verbs", "change"):
        return _measured(reading, frame, tail)
    if frame.subject is None or frame.subject in frame.parts:
        return None
    if earlier.quantity.kind == reading.quantity.kind == "money" and tail[-1].tag_ in ("NN", "NNS"):
        named = {inner.i for word in (tail[-1], *tail[-1].lefts) for inner in word.subtree}
        if all(token.i in named or token.lower_ in _GAP for token in tail):  # "and the council £58m"
            return replace(frame, subject=tail[-1], parts=(), shared=True)
    doer = _left_noun(reading, tail)
    return replace(frame, subject=doer, parts=(), shared=True) if doer is not None else None


def _measured(reading: Reading, frame: Frame, tail: Sequence["Token"]) -> Frame | None:
    """ "Exports rose 4 %, and imports 3 %": what is left is measured itself, as the subject before it was."""
    noun = _left_noun(reading, tail)
    verb = frame.predicate
    if noun is None or verb is None:
        return None
    if (
        frame.subject is not None
        and frame.subject.lower_ not in frame.measure.lower()
        and frame.subject not in frame.parts
    ):
        return replace(frame, subject=noun, shared=True)  # "the dam is 40 m high and the wall 3 m"
    if not frame.parts or frame.parts[0].head != verb:
        return None
    own = frozenset(token.i for token in reading.figures)
    measure = phrase(noun, own, possessor=False)
    return Frame(owner_of(noun) or frame.subject, measure, None, verb, parts=(noun,))


def _left_noun(reading: Reading, tail: Sequence["Token"]) -> "Token | None":
    """Return the head of the only noun phrase between a comma and the number that ends its clause."""
    rest = reading.anchor.doc[max(reading.inside) + 1 :]
    following = [token for token in rest if token.idx >= reading.quantity.end][:1]  # "3 m." may be one token
    named = [token for token in tail if token.lower_ not in _BREAKS]
    named = named[:-1] if named and named[-1].lower_ in ("by", "to", "at") else named
    ends = not following or following[0].is_punct or following[0].pos_ in ("CCONJ", "ADP", "SCONJ")
    if not named or not ends or named[-1].pos_ not in NOUNS or named[0].tag_ == "IN":
        return None
    if not all(token.pos_ in (*NOUNS, "ADJ", "DET") or token.tag_ in ("IN", "POS") for token in named):
        return None
    of = next((at for at, token in enumerate(named) if token.tag_ == "IN"), len(named))
    return named[of - 1] if named[of - 1].pos_ in NOUNS else None


def beside_without_verb(reading: Reading, others: Sequence[Reading]) -> Reading | None:
    """Return the number before one whose noun shares its verb: "exports rose 4 %, and imports 3 %".

    Args:
        reading: The number behind the noun.
        others: All numbers of the sentence, in order.
    """
    earlier = [other for other in others if max(other.inside) < min(reading.inside)]
    if not earlier:
        return None
    if _only_place(reading, earlier[-1]) is not None:
        return earlier[-1]
    between = list(reading.anchor.doc[max(earlier[-1].inside) + 1 : min(reading.inside)])
    opens = [token for token in between if token.lower_ in _BREAKS]
    named = between[len(opens) :]
    if not opens or between[: len(opens)] != opens or len(named) >= _FEW:
        return None
    verb = clause_verb(earlier[-1].anchor)
    return earlier[-1] if verb is not None and _left_noun(reading, between) is not None else None


def may_be_more(reading: Reading) -> bool:
    """Tell whether a number only comes on top of the one before: "there could be another €10m"."""
    verb, first = reading.anchor.head, min(reading.inside)
    there = any(child.dep_ == "expl" for child in verb.children)
    comes = reading.anchor.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in word_class("more", "verbs")
    if reading.quantity.counted or not (there or comes):
        return False
    before = (token.lower_ for token in reading.anchor.doc[max(0, first - 2) : first])
    return not word_class("more", "words").isdisjoint(before)
