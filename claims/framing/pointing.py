"""Measures that only point to what was told before: "the sum has reached €9m", "on this basis sales"."""

import re

from claims.framing.frame import Frame, Reading
from claims.vocabulary import word_list

_BASIS = re.compile(r"(?i)\bon (?:that|this|the same) basis\b")
_ON = " on basis"


def points_back(measure: str, frame: Frame) -> bool:
    """Tell whether a measure only points to the figure told before: "the sum has now reached €9m".

    Args:
        measure: What the sentence calls the number.
        frame: Its frame.
    """
    noun = frame.parts[0] if frame.parts else None
    if noun is None or measure.lower() not in word_list("naming", "nouns", "figures"):
        return False
    return any(child.lower_ in ("the", "that", "this") for child in noun.lefts)


def on_that_basis(measure: str, reading: Reading, last: str) -> bool:
    """Tell whether a number is reckoned as the one before was: "on that basis profit was €9m".

    Args:
        measure: What the sentence calls the number.
        reading: The number.
        last: What was last measured in its unit.
    """
    head = measure.lower().removesuffix(_ON).split()[-1:]
    return (
        bool(head)
        and head == last.lower().split()[-1:]
        and _BASIS.search(reading.anchor.doc.text) is not None
    )
