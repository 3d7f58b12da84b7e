"""Parts of a count told without a verb: "27 people, four of them children", "90 flats, 12 of them empty"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, state_of
from claims.framing.inflection import done
from claims.framing.noun_phrases import is_verb
from claims.parts import MOST, THEM, part_words

if TYPE_CHECKING:
    from claims.tokens import Token


_LIMIT = re.compile(r"\b(under|over|above|below|aged) (\d+)\b")


def with_limits(text: str) -> str:
    """Join a limit of age to its word ("under-18"): a measure keeps it, unlike other figures."""
    return _LIMIT.sub(r"\1-\2", text)


def is_of_them(reading: Reading) -> bool:
    """Tell whether a number is of things named before ("half of them")."""
    last = max(reading.inside)
    of, them = ([token.lower_ for token in reading.anchor.doc[last + 1 : last + 3]] + ["", ""])[:2]
    return of == "of" and them in THEM


def as_part(reading: Reading, before: Sequence[tuple[Reading, Frame]]) -> Frame | None:
    """Return the frame of a part of what was counted before it, or None for other numbers.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    if reading.quantity.kind not in ("count", "share") or not is_of_them(reading):
        return None
    counted = next(((old, frame) for old, frame in reversed(before) if _is_counted(old, frame)), None)
    behind = max(reading.inside) + 3
    said = part_words(list(reading.anchor.doc[behind : behind + MOST + 1]))
    if counted is None or not said:
        return None
    whole, frame = counted
    things, measure = whole.quantity.counted or "", frame.measure if frame.measure != "age" else ""
    named = said[1:] if said[0].tag_ == "DT" else said
    what = with_limits(" ".join(token.text for token in named))
    if reading.quantity.kind == "share":
        return replace(frame, measure=f"share of {things} {_linked(said, what)}", whole=things, shared=True)
    fated = with_fate(what, things, frame) if _is_named(said) else None
    if fated is not None:
        return fated
    if len(said) == 1 and said[0].pos_ == "ADV":
        return replace(frame, measure=f"{what} {measure or things}", shared=True)  # "seriously injured"
    return replace(frame, measure=f"{measure or things} {_linked(said, what)}", shared=True)


def with_fate(what: str, things: str, whole: Frame) -> Frame | None:
    """Return the frame of a part that met with what the whole did, or None: "children killed".

    Args:
        what: What the part counts.
        things: What the whole counts.
        whole: The frame of the whole.
    """
    verb = whole.predicate
    if verb is None or not is_verb(verb) or verb.lemma_ in ("be", "have") or whole.measure in ("", things):
        return None
    return replace(whole, measure=f"{what} {done(verb)}", shared=True)


def _is_counted(reading: Reading, frame: Frame) -> bool:
    """Tell whether a number counts things, or those left out: "killed three people and injured 40"."""
    bare = reading.quantity.kind == "count" and bool(frame.measure) and frame.predicate is not None
    bare = bare and frame.subject is not None and frame.measure != "age"
    return reading.quantity.counted is not None or bare or bool(state_of(reading))


def _linked(said: Sequence["Token"], what: str) -> str:
    """Join to the things what they are: "members that are women", but "members under 30", "lost to mines"."""
    return f"that are {what}" if _is_named(said) or said[0].pos_ == "ADJ" else what


def _is_named(said: Sequence["Token"]) -> bool:
    """Tell whether the words name what the part is, as a noun and what describes it do ("young children")."""
    head = next((token for token in said if token.tag_ == "IN"), None)
    named = said[: said.index(head)] if head is not None else said
    return bool(named) and named[-1].pos_ in NOUNS
