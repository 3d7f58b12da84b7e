"""How many children somebody has: "Ada Holm, a mother of two"."""

from claims.framing.frame import NOUNS, Frame, Reading
from claims.vocabulary import load


def of_parent(reading: Reading) -> Frame | None:
    """Return the frame of a number of children behind a parent, or None.

    Args:
        reading: The number.
    """
    doc, first = reading.anchor.doc, min(reading.inside)
    if first < 2 or doc[first - 1].lower_ != "of":
        return None
    behind = doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    if any(token.pos_ in NOUNS for token in behind):
        return None
    parent = doc[first - 2]
    if (
        reading.quantity.kind not in ("count", "quantity")
        or parent.lemma_ not in load("labels")["ages"]["parents"]
    ):
        return None
    return Frame(parent.head if parent.dep_ == "appos" else parent, "children", None, None)
