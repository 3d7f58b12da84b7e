"""Sums for each thing apart from those for all: "€40 each, or €2m altogether"."""

import re

from claims.figures.counted import singular
from claims.framing.context import Context
from claims.framing.frame import Frame, Reading
from claims.framing.measures import is_money
from claims.framing.prices import divided_by
from claims.vocabulary import word_list

_AT_PRICES = re.compile(r"(?i)\bat (?:list|current|constant|market|today's|catalogue) prices?\b")


def of_each(measure: str, context: Context, reading: Reading, frame: Frame) -> str:
    """Tell the amount for each thing from that for all: "€40 each, or €2m altogether".

    Args:
        measure: What a sum measures.
        context: What the text has said so far.
        reading: The sum.
        frame: Its frame.
    """
    doc, last = reading.anchor.doc, max(reading.inside)
    behind = [token.lower_ for token in doc[last + 1 : last + 3]]
    thing = frame.subject if frame.subject is not None and frame.subject.tag_ == "NNS" else None
    of = thing.text if thing is not None else context.counted
    counts = (of.split()[-1:] == measure.split()[-1:] and not is_money(measure)) or of == measure
    if (place := _AT_PRICES.search(doc.text)) and measure.split()[:1] in (["value"], ["cost"]):
        measure = f"{measure} {place[0].lower()}"
    by_turns = len(behind) > 1 and behind[1] in word_list("naming", "nouns", "turns")
    if behind[:1] == ["each"] and by_turns:
        return f"{measure} {' '.join(behind)}"
    if behind[:1] in (["apiece"], ["each"]) and " per " not in measure and not by_turns:
        own = "amount" if counts or not measure else measure
        return f"{own} per {_one_of(of)}" if of else f"{own} each"
    if (one := divided_by(doc[last + 1 : last + 5])) and " per " not in measure:
        return f"{measure.removesuffix(f' for {one}').removesuffix(f' to {one}')} per {one}"
    if behind[:1] == ["altogether"] or behind == ["in", "total"] or behind == ["in", "all"]:
        return f"total amount of {measure}" if counts else f"total {measure}"
    lowest = frame.predicate is not None and frame.predicate.lemma_ in ("start", "begin") and frame.parts
    if lowest and frame.parts[0].tag_ == "NNS" and reading.anchor.head.lower_ in ("at", "from"):
        return f"lowest {measure}"
    return measure


def _one_of(things: str) -> str:
    words = things.split()
    return " ".join([*words[:-1], singular(words[-1])])
