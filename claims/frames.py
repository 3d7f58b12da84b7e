"""Frames of numbers: whose number it is and what it measures, read from the parse."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.framing.brackets import in_bracket, outside_bracket
from claims.framing.frame import (
    NOUNS,
    Frame,
    Reading,
    fate_of,
    follow,
    is_bare,
    is_whole,
    participial,
    state_of,
)
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    is_verb,
    noun_phrase,
    possessor_of,
    subject_of,
)
from claims.framing.relations import by_relation, is_agent
from claims.language import text_of
from claims.model import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def readings(span: "Span", quantities: Sequence[Quantity]) -> list[Reading]:
    """Tie quantities to the tokens that carry them.

    Args:
        span: A parsed sentence.
        quantities: Those found in it, with offsets relative to its text.

    Returns:
        One reading each, in order; those that match no token are left out.
    """
    found = []
    for quantity in quantities:
        piece = span.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if piece is None or not len(piece):
            continue
        noun = quantity.number_end if quantity.counted else quantity.end
        figures = tuple(token for token in piece if token.idx < noun)
        found.append(Reading(quantity, _anchor(piece), frozenset(token.i for token in piece), figures))
    return found


def _anchor(piece: "Span") -> "Token":
    root = piece.root
    if root.pos_ in (*NOUNS, "SYM", "NUM"):
        return root
    outside = [
        token for token in piece if token.pos_ in NOUNS and token.head.i not in range(piece.start, piece.end)
    ]
    return outside[-1] if outside else root


def frames(readings: Sequence[Reading], taken: frozenset[int] = frozenset()) -> list[Frame]:
    """Read the frame of each quantity of a sentence.

    Args:
        readings: The quantities in order.
        taken: Tokens that belong to no measure, such as those of time expressions.

    Returns:
        A frame for each, in the same order.
    """
    values = taken | frozenset(token.i for reading in readings for token in reading.figures)
    made: list[tuple[Reading, Frame]] = []
    for reading in readings:
        frame = _frame(reading, made, values)
        if frame.subject is not None and frame.subject.i in taken:  # "H1 EBIT": a time has no profit
            frame = replace(frame, subject=None)
        made.append((reading, frame))
    return _paired(made)


def _paired(made: list[tuple[Reading, Frame]]) -> list[Frame]:
    """Give the first of a pair "from seven to 12" the measure of the second where only that has one."""
    frames = [frame for _, frame in made]
    for index, ((first, frame), (second, other)) in enumerate(pairwise(made)):
        between = text_of(first.anchor.doc)[first.quantity.end : second.quantity.start].strip()
        if (
            between == "to"
            and comparable(first.quantity, second.quantity)
            and (len(frame.measure) < len(other.measure) or (is_bare(first) and not is_bare(second)))
        ):
            frames[index] = replace(other, shared=True)
    return frames


def _frame(reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]) -> Frame:
    anchor = reading.anchor
    if reading.quantity.unit.endswith(" of age"):
        return Frame(_aged(anchor), "age", None, clause_verb(anchor))
    state = state_of(reading)
    if state:
        return Frame(None, state, None, clause_verb(anchor))
    gapped = _gapped(reading, before)
    if gapped is not None:
        return gapped
    if before and is_whole(reading):
        return replace(before[-1][1], subject=None, shared=True)
    outer = outside_bracket(anchor, values)
    if outer is not None:
        frame = in_bracket(reading, outer, before, values)
    else:
        frame = by_relation(reading, anchor, before, values)
    if reading.quantity.kind == "rank":
        return as_rank(reading, frame, before)
    return _completed(reading, frame, before, values)


_GAP = frozenset({",", "and", "while", "but", "the", "with", "only", "a", ";"})


_BREAKS = frozenset({",", "and", ";", "while", "but"})


def _gapped(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Read a clause whose verb was left out: "Lyon recorded 41 mm, Nantes nine"."""
    if not before:
        return None
    earlier, frame = before[-1]
    first, last = max(earlier.inside) + 1, min(reading.inside)
    between = list(reading.anchor.doc[first:last])
    breaks = [at for at, token in enumerate(between) if token.lower_ in _BREAKS]
    if not breaks or frame.subject is None or not frame.measure:
        return None
    passed, tail = between[: breaks[-1]], between[breaks[-1] :]
    names = [token for token in tail if token.pos_ == "PROPN"]
    if not names or not all(token.pos_ == "PROPN" or token.lower_ in _GAP for token in tail):
        return None
    if any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in passed):
        return None
    if not comparable(earlier.quantity, reading.quantity):
        return None
    return replace(frame, subject=names[-1], parts=(), shared=True)


def comparable(first: Quantity, second: Quantity) -> bool:
    """Tell whether two numbers may measure one thing: of one kind, or a counted thing and a bare number."""
    return first.kind == second.kind or {first.kind, second.kind} <= {"count", "quantity"}


def _aged(anchor: "Token") -> "Token | None":
    """Return the noun whose age a number is: the nearest before it that it hangs on or stands beside."""
    above = [token for token in anchor.ancestors if token.pos_ in NOUNS]
    if above:
        return above[0]
    return next((token for token in reversed(anchor.doc[: anchor.i]) if token.pos_ in NOUNS), None)


def _completed(
    reading: Reading, frame: Frame, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Complete what a clause leaves to the number before it in the sentence."""
    if not before or outside_reach(before[-1][0], reading):
        return frame
    earlier = before[-1][1]
    if _is_compared(reading, before[-1][0]):
        holder = complement_of(reading.anchor, "for", "in", "at", "by")
        named = holder is not None and is_agent(holder)
        return replace(earlier, subject=holder if named else earlier.subject, parts=(), shared=True)
    fate = fate_of(reading.anchor)
    if is_bare(reading) and fate and before[-1][0].quantity.counted:
        return replace(earlier, measure=f"{before[-1][0].quantity.counted} {fate}", shared=True)
    if reading.quantity.kind == "share" and _of_which(reading) and earlier.measure:
        measure = f"share of {earlier.measure} {frame.measure}".strip()
        return replace(
            earlier, measure=measure, whole=earlier.measure, predicate=frame.predicate, shared=True
        )
    if reading.quantity.kind == "share" and frame.shared and frame.measure == earlier.measure:
        return (
            replace(frame, measure=follow(reading, frame))
            if before[-1][0].quantity.kind != "share"
            else frame
        )
    if reading.quantity.kind == "share" and not frame.measure:
        counted = next((old.quantity.counted for old, _ in reversed(before) if old.quantity.counted), None)
        base = (counted if of_them(reading) else None) or earlier.measure.removeprefix("share of ")
        tail = participial(reading.anchor, values)
        measure = f"share of {base} {tail}".strip() if base else ""
        return replace(earlier, measure=measure, whole=base or None, predicate=frame.predicate, shared=True)
    if frame.measure and _names_again(frame.measure, earlier.measure):
        return replace(
            frame, measure=earlier.measure, subject=frame.subject or earlier.subject, parts=(), shared=True
        )
    return frame


def _is_compared(reading: Reading, earlier: Reading) -> bool:
    """Tell whether a number is only held against the one before ("54 % against 43 % for the Greens")."""
    if not comparable(earlier.quantity, reading.quantity) or reading.quantity.counted:
        return False
    first = min(reading.inside)
    words = [token.lower_ for token in reading.anchor.doc[max(0, first - 3) : first]]
    return any(word in ("against", "versus") for word in words) or words[-2:] == ["compared", "with"]


def of_them(reading: Reading) -> bool:
    """Tell whether a number is of things named before ("half of them")."""
    last = max(reading.inside)
    return reading.anchor.doc[last + 1 : last + 3].text.lower() in ("of them", "of these", "of those")


def _names_again(short: str, full: str) -> bool:
    """Tell whether a measure is the bare noun of a fuller one: "imports" after "imports of magnets"."""
    return short != full and (
        full.startswith(f"{short} of ") or (" " not in short and full.endswith(f" {short}"))
    )


def _of_which(reading: Reading) -> bool:
    before = reading.anchor.doc[max(0, min(reading.inside) - 2) : min(reading.inside)].text.lower()
    return before in ("of which", "of them", "of those")


def outside_reach(earlier: Reading, reading: Reading) -> bool:
    """Tell whether too much stands between two numbers for one to complete the other."""
    return reading.anchor.i - earlier.anchor.i > 40


def as_rank(reading: Reading, frame: Frame, before: list[tuple[Reading, Frame]]) -> Frame:
    """Name what a rank is by: "the largest reserves" by reserves, "the largest importer" as importer."""
    anchor = reading.anchor
    noun = anchor if anchor.pos_ in NOUNS else anchor.head
    verb = clause_verb(anchor) if not is_verb(noun) else noun
    subject = subject_of(verb) if verb is not None else None
    bare = anchor.pos_ not in NOUNS and noun.i < anchor.i
    if bare or noun.pos_ not in NOUNS or any(noun.i in earlier.inside for earlier, _ in before):
        if before and before[-1][1].measure and not outside_reach(before[-1][0], reading):
            return replace(before[-1][1], measure=f"rank by {before[-1][1].measure}", shared=True)
        return Frame(subject, "rank", None, verb, shared=True)
    name = noun_phrase(noun, possessor=False, depth=2)
    subject = complement_of(noun, "by") or subject
    word = "by" if noun.dep_ in ("dobj", "pobj") and verb is not None and verb.lemma_ != "be" else "as"
    if subject == noun:
        subject = None
    return Frame(
        possessor_of(noun) if subject is None else subject, f"rank {word} {name}", None, verb, parts=(noun,)
    )
