"""Prices: what is paid for a tonne, what a thing is offered at, what is dearer than it was."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.figures.currencies import by_name
from claims.framing.acts import nominal
from claims.framing.frame import Frame, Reading, word_class
from claims.framing.inflection import done
from claims.framing.memory import Name
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.tokens import Span


def priced(measure: str, name: Name, frame: Frame, unit: str) -> tuple[str, Name]:
    """Call a price a price: "wheat traded at $228 a tonne" measures the price of wheat.

    Args:
        measure: What the sentence calls it.
        name: Whose it is.
        frame: Its frame.
        unit: The base unit of its value.
    """
    verb = frame.predicate
    made = verb is not None and verb.lemma_ in ("cost", "come", "make")
    if unit.endswith("/km") and (made or measure in ("cost", "price", "")):
        return "cost per kilometre", name
    level = load("frames")["verbs"]["level"]
    if verb is not None and measure in (verb.lemma_, done(verb)):  # "hedged at $79 a barrel"
        asked = verb.lemma_ in ("charge", "cost")
        if asked or verb.lemma_ in level or verb.lemma_ in word_class("quoted", "verbs"):
            return "price", name
        return f"{done(verb)} price", name
    words = measure.lower().split()
    if (measure and measure.lower() == name.text.lower() and words != ["costs"]) or words == ["cost"]:
        return "price", name
    if measure.startswith("share of ") and name.inferred:  # "hedged at $79 a barrel" of the fuel just told
        return f"price of {measure.removeprefix('share of ')}", name
    if not measure or any(word in load("frames")["nouns"]["price"] for word in measure.lower().split()):
        return measure, name
    return f"price of {measure}", Name(measure) if name.inferred else name


def per_one(measure: Name, thing: str, frame: Frame) -> Name:
    """Say for what a sum is: "a debt of €900 per inhabitant" is "debt per inhabitant".

    Args:
        measure: What the sentence calls it.
        thing: What there is one sum for each of.
        frame: Its frame.
    """
    if " per " in measure.text or (thing == "share" and "price" in measure.text.split()):
        return measure
    verb, called = frame.predicate, measure.text or "amount"
    deeds = (verb.lemma_, done(verb)) if verb is not None and verb.lemma_ != "cost" else ()
    if verb is not None and called in deeds:  # "must repay €120 per head"
        called = f"amount {done(verb)}"
    return replace(measure, text=f"{called} per {thing}")


def sold_at(reading: Reading, frame: Frame, before: "Sequence[tuple[Reading, Frame]]") -> Frame:
    """Measure what something is sold at by the price, not by sales: "figs sell at €4 a kilo, 9% more".

    Args:
        reading: The number.
        frame: Its frame.
        before: The numbers of the sentence read so far, with their frames.
    """
    top, per, _ = reading.quantity.unit.partition(" per ")
    verb = frame.predicate
    if verb is None or frame.measure not in (nominal(verb), f"{nominal(verb)} price", done(verb), "hands"):
        return frame
    last = before[-1][1] if before else None
    goes_on = last is not None and last.predicate is verb and last.measure == "price"
    sold = frame.measure == "hands" and reading.quantity.kind == "money"  # "it changed hands for €3m"
    priced_so = (sold or (bool(per) and by_name().get(top) is not None)) and _stands_behind_at(reading)
    if priced_so or (goes_on and reading.quantity.kind == "growth"):
        return replace(frame, measure="price", subject=last.subject if goes_on and last else frame.subject)
    return frame


def _stands_behind_at(reading: Reading) -> bool:
    first = reading.anchor.doc[min(reading.inside)]
    return first.i > 0 and first.nbor(-1).lower_ in ("at", "for")


def divided_by(behind: "Span") -> str:
    """Return by what a sum is divided in the words behind it: "for each pupil", "to every household", or "".

    Args:
        behind: The words.
    """
    words = list(behind)
    if len(words) < 3 or words[0].lower_ not in ("for", "to") or words[1].lower_ not in ("each", "every"):
        return ""
    noun = words[1].head
    return str(noun.lemma_.lower()) if noun.tag_ == "NN" and noun.i > words[1].i else ""


def _is_offered(reading: Reading, frame: Frame) -> bool:
    """Tell whether a sum is what a thing is offered at: "a new bicycle is due by March at €379"."""
    anchor = reading.anchor
    if reading.quantity.kind != "money" or anchor.dep_ != "pobj" or anchor.head.lower_ != "at":
        return False
    verb = frame.predicate
    if verb is not None and any(child.dep_ == "attr" for child in verb.rights):
        return False  # "wages were the largest item, at €8m"
    return verb is None or verb.lemma_ == "be"


def compared(measure: str, subject: str, reading: Reading, frame: Frame) -> str:
    """Name what a thing is offered at, or what a comparative is about: steel "9 % cheaper" has another price.

    Args:
        measure: What the sentence calls the number.
        subject: Whose it is.
        reading: The number.
        frame: Its frame.
    """
    if measure.lower() == subject.lower() and _is_offered(reading, frame):
        return "price"
    if reading.quantity.kind != "growth" and reading.quantity.unit != "percentage":
        return measure
    qualities: dict[str, str] = load("frames")["comparatives"]
    behind = reading.anchor.doc[max(reading.inside) : max(reading.inside) + 2]
    word = next((token.lower_ for token in behind if token.lower_ in qualities), "")
    own = measure.lower() in (subject.lower(), *(token.lower_ for token in behind))
    return qualities[word] if word and (own or word in measure.lower().split()) else measure


def beyond_first(measure: str, reading: Reading) -> str:
    """Call what comes on top of a cost so: "will cost an extra £20m", "a further €3m of costs".

    Args:
        measure: What is measured.
        reading: The number.
    """
    if measure not in ("cost", "price"):
        return measure
    first = min(reading.inside)
    before = [token.lower_ for token in reading.anchor.doc[max(0, first - 2) : first + 1]]
    more = not word_list("naming", "beside", "more").isdisjoint(before)
    return f"extra {measure}" if more else measure
