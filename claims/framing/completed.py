"""Frames of numbers that leave something to the number before them: "54 % against 43 % for the Greens"."""

from dataclasses import replace

from claims.framing.brackets import listed_before
from claims.framing.frame import (
    Frame,
    Reading,
    counted_before,
    fate_of,
    follow,
    is_bare,
    one_in,
    outside_reach,
    participial,
)
from claims.framing.gapping import comparable, may_be_more
from claims.framing.levels import is_agent
from claims.framing.noun_phrases import complement_of
from claims.framing.of_them import is_of_them
from claims.vocabulary import load


def completed(
    reading: Reading, frame: Frame, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Complete what a clause leaves to the number before it in the sentence.

    Args:
        reading: The number.
        frame: Its frame as the clause gives it.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    if not before or outside_reach(before[-1][0], reading):
        return frame
    last = before[-1]
    return (
        _set_against(reading, last)
        or _of_fate(reading, before)
        or _some_of_which(reading, frame, last[1])
        or _share_of_last(reading, frame, last)
        or _share_left_out(reading, frame, before, values)
        or _named_again(reading, frame, last[1])
        or frame
    )


def _set_against(reading: Reading, last: tuple[Reading, Frame]) -> Frame | None:
    """What the one before is held against, was expected or used to be: "54 % against 43 % for the Greens"."""
    earlier = last[1]
    if _is_compared(reading, last[0]):
        holder = complement_of(reading.anchor, "for", "in", "at", "by")
        named = holder is not None and is_agent(holder)
        kept = earlier.shared or not earlier.whole
        return replace(earlier, subject=holder if named else earlier.subject, parts=(), shared=kept)
    if not comparable(last[0].quantity, reading.quantity):
        return None
    same = _is_foreseen(reading) or _is_former(reading) or may_be_more(reading)
    return replace(earlier, shared=True) if same else None


def _of_fate(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """What became of so many of those counted before: "90 homes flooded, 12 destroyed"."""
    fate = fate_of(reading.anchor) if is_bare(reading) and before[-1][0].quantity.counted else ""
    if not fate:
        return None
    return replace(before[-1][1], measure=f"{counted_before(reading, before)} {fate}", shared=True)


def _some_of_which(reading: Reading, frame: Frame, earlier: Frame) -> Frame | None:
    """How much of the amount before something is or was done to: "loans of €60m, of which €9m was repaid"."""
    kind = reading.quantity.kind
    if kind not in ("share", "money") or not _of_which(reading) or not earlier.measure:
        return None
    if kind == "share":
        measure = f"share of {earlier.measure} {frame.measure}".strip()
        return replace(
            earlier, measure=measure, whole=earlier.measure, predicate=frame.predicate, shared=True
        )
    if frame.predicate is None or frame.predicate.tag_ != "VBN":
        return None
    deed = frame.measure.removeprefix("amount ")
    done_with = f"{earlier.measure} {deed}".strip()  # "loans of €60m, of those €9m was repaid"
    return replace(earlier, measure=done_with, predicate=frame.predicate, shared=True)


def _share_of_last(reading: Reading, frame: Frame, last: tuple[Reading, Frame]) -> Frame | None:
    """The number before as a share, or a share of it: "4,100, or one islander in twelve"."""
    kind, earlier = last[0].quantity.kind, last[1]
    if reading.quantity.kind == "share" and frame.shared and frame.measure == earlier.measure:
        return replace(frame, measure=follow(reading, frame)) if kind != "share" else frame
    apposed = frame.measure == f"share of {frame.whole}" and one_in(reading) is not None
    if not apposed or kind != "count" or not _is_put_otherwise(reading):
        return None
    measure = f"{earlier.measure} as {frame.measure}"
    return replace(earlier, measure=measure, whole=frame.whole, shared=True)


def _share_left_out(
    reading: Reading, frame: Frame, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """A share of what the number before measures or counts: "Peru (30 %), Chile (29 %)"."""
    if reading.quantity.kind != "share" or frame.measure:
        return None
    earlier = before[-1][1]
    counted = next((old.quantity.counted for old, _ in reversed(before) if old.quantity.counted), None)
    base = (counted if is_of_them(reading) else None) or earlier.measure.removeprefix("share of ")
    tail = participial(reading.anchor, values)
    measure = f"share of {base} {tail}".strip() if base else ""
    measure = base if base.split()[-1:] == ["share"] else measure
    if listed_before(reading, frame, before[-1][0]):  # "Peru (30 %), Chile (29 %)"
        earlier = replace(earlier, subject=frame.subject, parts=())
    return replace(earlier, measure=measure, whole=base or None, predicate=frame.predicate, shared=True)


def _named_again(reading: Reading, frame: Frame, earlier: Frame) -> Frame | None:
    """The same as before by its bare noun: "imports" after "imports of magnets"."""
    if reading.quantity.counted or not frame.measure or not _names_again(frame.measure, earlier.measure):
        return None
    if earlier.measure.startswith("share ") and reading.quantity.kind != "share":
        return None
    subject = frame.subject or earlier.subject
    return replace(frame, measure=earlier.measure, subject=subject, parts=(), shared=True)


def _is_put_otherwise(reading: Reading) -> bool:
    """Tell whether a share tells the count before it once more: "4,100, or one islander in twelve"."""
    doc, first = reading.anchor.doc, min(reading.inside)
    behind = doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    alone = not behind or behind[0].is_punct  # "84,000 left, roughly one islander in seven."
    return first > 0 and (doc[first - 1].lower_ == "or" or (doc[first - 1].text == "," and alone))


def _is_compared(reading: Reading, earlier: Reading) -> bool:
    """Tell whether a number is only held against the one before ("54 % against 43 % for the Greens")."""
    own = reading.quantity.counted not in (None, earlier.quantity.counted)  # "31 beds compared with 28"
    if not comparable(earlier.quantity, reading.quantity) or own:
        return False
    first = min(reading.inside)
    words = [token.lower_ for token in reading.anchor.doc[max(0, first - 3) : first]]
    return any(word in ("against", "versus") for word in words) or words[-2:] == ["compared", "with"]


def _is_foreseen(reading: Reading) -> bool:
    """Tell whether a number is what was thought of the one before ("less than the 4.5 % forecast in May")."""
    following = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    words = load("frames")["verbs"]
    return (
        bool(following)
        and following[0].tag_ == "VBN"
        and following[0].lemma_ in (*words["opinion"], *words["foresight"])
    )


def _is_former(reading: Reading) -> bool:
    """Tell whether a number is where the one before came from ("up from €11m")."""
    words = reading.anchor.doc[max(0, min(reading.inside) - 2) : min(reading.inside)].text.lower()
    return words in ("up from", "down from", "up on", "down on")


def _names_again(short: str, full: str) -> bool:
    """Tell whether a measure is the bare noun of a fuller one: "imports" after "imports of magnets"."""
    return (
        short != full
        and " as share of " not in full
        and (full.startswith(f"{short} of ") or (" " not in short and full.endswith(f" {short}")))
    )


def _of_which(reading: Reading) -> bool:
    before = reading.anchor.doc[max(0, min(reading.inside) - 2) : min(reading.inside)].text.lower()
    return before in ("of which", "of them", "of those")
