"""Numbers of list items: behind a label the counted thing and the name right before still count."""

from dataclasses import replace

from claims.framing.frame import Frame, Reading

_STEM = 4


def listed(reading: Reading, frame: Frame, label: str, start: int) -> Frame:
    """Return the frame of a number behind a label: "Partners: Dalby 40 %, Horn 60 %", "Season: 31 goals".

    Args:
        reading: The number.
        frame: Its frame by the parse.
        label: The label.
        start: Where the item begins behind it.
    """
    first = reading.anchor.doc[min(reading.inside)]
    name = first.nbor(-1) if first.i > 0 else first
    holder = name if name.pos_ == "PROPN" and name.idx >= start and name.ent_type_ != "DATE" else None
    counted = (reading.quantity.counted or "").lower()
    told = not counted or reading.quantity.kind == "duration" or counted.split()[-1][:_STEM] in label.lower()
    measure = label if told else f"{label} {counted}"
    return replace(frame, measure=measure, subject=holder, predicate=None)
