"""Lengths by the words behind them: how far from, how high above, how deep below something."""

from typing import TYPE_CHECKING

from claims.framing.acts import unit_of
from claims.framing.frame import NOUNS, Frame, Reading, phrase
from claims.framing.noun_phrases import clause_verb, is_verb, subject_of
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token


def as_extent(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Return the frame of a length that tells how far something is from something else.

    Args:
        reading: The length.
        values: The tokens of all numbers, units and times of the sentence.
    """
    if reading.quantity.unit == "point":
        return _points_apart(reading, values)
    if reading.quantity.kind != "quantity" or unit_of(reading) != "km":
        return None
    words = reading.anchor.doc[max(reading.inside) + 1 :]
    if len(words) and words[0].text == "(":  # "10 kilometres (6 miles) below ground"
        words = words[next((at + 1 for at, word in enumerate(words) if word.text == ")"), len(words)) :]
    if words[:2].text.lower() == "to the" and len(words) > 2 and _beside(reading):  # "210 km to the south"
        words = words[2:]
        words = words if words[0].lower_ in word_list("extents", "directions") else words[len(words) :]
    if not len(words):
        return None
    verb = clause_verb(reading.anchor)
    rises = verb is not None and verb.lemma_ in word_list("extents", "rising") and words[0].lower_ == "above"
    measure = "height" if rises else _measure(words[0], values)
    if not measure:
        return None
    noun = _beside(reading)
    told = verb or next((it for it in reading.anchor.ancestors if is_verb(it)), None)
    subject = noun or (subject_of(told) if told is not None else None)
    if subject is not None and (subject.i in values or subject.i in reading.inside):
        subject = None
    return Frame(subject, measure, None, verb)


def _points_apart(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Read how many points lie between two places of a table: "three points from safety"."""
    last, doc = max(reading.inside), reading.anchor.doc
    words = doc[last + 1 : last + 2]
    noun = _target(words[0]) if words else None
    if noun is None or noun.pos_ not in NOUNS or noun.i in values:
        return None
    if any(child.like_num for child in noun.lefts):  # "54 points from 26 games"
        return None
    link = words[0].lower_
    within = link == "of" and min(reading.inside) > 0 and doc[min(reading.inside) - 1].lower_ == "within"
    if link not in word_list("extents", "places") and not within:
        return None
    verb = clause_verb(reading.anchor)
    subject = subject_of(verb) if verb is not None else None
    return Frame(subject, f"points {'from' if within else link} {phrase(noun, values, depth=1)}", None, verb)


def _measure(link: "Token", values: frozenset[int]) -> str:
    extents = load("extents")
    noun = _target(link)
    if link.lower_ == "from" and noun is not None and noun.lower_ == "end":
        return "length"
    if link.lower_ == "of" and noun is not None:
        return f"depth of {noun.lower_}" if noun.lower_ in word_list("extents", "waters") else ""
    named = extents["behind"].get(link.lower_)
    if named is not None:
        if noun is None or noun.i in values or noun.pos_ not in (*NOUNS, "ADV"):
            return ""
        if link.lower_ == "above" and noun.lower_ == "level":
            return "altitude"
        if link.lower_ == "above" and noun.lower_ in word_list("extents", "waters"):
            named = "clearance"  # of what crosses it; what stands in it rises above it
        return f"{named} {link.lower_} {phrase(noun, values, depth=0)}"
    if link.lower_ in word_list("extents", "directions"):
        if link.lower_ == "down" and noun is None:  # "the bell lies 30 metres down"
            return "depth"
        inner = next((child for child in link.children if child.lower_ in ("of", "from")), None)
        mark = _target(inner) if inner is not None else noun
        way = link.lower_ if link.lower_ in word_list("extents", "ways") else "from"
        named = mark is not None and mark.pos_ in NOUNS
        return f"distance {way} {phrase(mark, values, depth=0)}" if named and mark else "distance"
    return ""


def _target(link: "Token") -> "Token | None":
    return next((child for child in link.children if child.dep_ in ("pobj", "pcomp")), None)


def _beside(reading: Reading) -> "Token | None":
    """Return the noun that a length behind a comma describes: "the bridge, 40 miles from here, …"."""
    first = reading.anchor.doc[min(reading.inside)]
    if first.i < 2 or first.nbor(-1).text != ",":
        return None
    return reading.anchor.head if reading.anchor.dep_ == "appos" else None
