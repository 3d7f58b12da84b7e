"""Numbers that stand in pairs, one of which says less: "from seven to 12 lines", "two of five counts"."""

from dataclasses import replace
from itertools import pairwise

from claims.framing.ballots import is_side
from claims.framing.comparisons import of_last
from claims.framing.frame import Frame, Reading, is_bare
from claims.framing.gapping import comparable


def in_pairs(made: list[tuple[Reading, Frame]]) -> list[Frame]:
    """Complete the first of a pair by the second: "from seven to 12 lines", "40 t or 9 % of the reserves".

    Args:
        made: The numbers of a sentence in order, each with its frame.

    Returns:
        Their frames, in the same order.
    """
    frames = [frame for _, frame in made]
    for at, ((first, frame), (second, other)) in enumerate(pairwise(made)):
        if not frame.measure and other.whole not in (None, "total") and other.measure == of_last(other.whole):
            frames[at] = replace(frame, measure=other.whole)
        between = first.anchor.doc.text[first.quantity.end : second.quantity.start].strip()
        if between == "of" and frame.measure and other.measure.startswith(f"{frame.measure} "):
            frames[at] = replace(other, shared=True)  # "guilty of two of five counts"
            frames[at + 1] = replace(other, measure=frame.measure)
            continue
        if between == "of" and second.quantity.counted and frame.measure == other.measure:
            frames[at + 1] = replace(other, measure=second.quantity.counted)  # "two of five bridges fell"
            continue
        if (
            between == "to"
            and not is_side(frame.measure)
            and comparable(first.quantity, second.quantity)
            and (
                len(frame.measure) < len(other.measure)
                or (is_bare(first) and not is_bare(second))
                or frame.measure.startswith(f"{other.measure} ")  # "raised from 24 to 40 beds"
            )
        ):
            frames[at] = replace(other, shared=True)
    return frames
