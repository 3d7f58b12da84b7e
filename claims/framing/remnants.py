"""Numbers of clauses that leave out their verb, each beside the number of the clause in full that it answers.

In "revenue rose 8 % to €5m and profit 3 % to €1m" the 3 % answers the 8 %, and the €1m the €5m.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.elided.bare import is_bare
from claims.framing.frame import NOUNS, Frame, Remnant, phrase, word_class
from claims.framing.noun_phrases import complement_of, is_numbered, owner_of
from claims.model import Quantity
from claims.tokens import FINITE
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Doc, Span, Token

_BREAKS = frozenset({",", ";", "and", "while", "but"})
_USUAL = frozenset({"", "to", "at"})
_RANKED = frozenset({"ahead", "of", "behind", "followed", "by", "then"})
_LONGEST = 7
_FAR = 8


def remnants(doc: "Doc", quantities: Sequence[Quantity]) -> dict[int, Remnant]:
    """Find the numbers of clauses without a verb that answer the numbers of the clause before.

    Args:
        doc: A parsed sentence.
        quantities: Its numbers in order.

    Returns:
        What each such number answers, by its place among the numbers.
    """
    if len(quantities) < 2:
        return {}
    spans = [doc.char_span(quantity.start, quantity.end) for quantity in quantities]
    found: dict[int, Remnant] = {}
    for noun, full, rest in _clauses(doc, spans):
        answered = _answers(doc, quantities, spans, full, rest)
        for place, like in answered.items():
            if _has_own_extent(doc, spans[place]):
                continue
            alone = len(rest) == len(full) == 1 and not doc[noun.i + 1].text.isdigit()
            alone = alone and _led_by(doc, spans[place]) in _USUAL
            found[place] = Remnant(noun, like, alone)
    return found


def _has_own_extent(doc: "Doc", span: "Span | None") -> bool:
    """Tell whether the word behind a number says what it measures: "40 m deep and its dam 30 m high"."""
    behind = doc[span.end : span.end + 1] if span is not None else ()
    return any(token.lower_ in load("frames")["extent"] for token in behind)


def _clauses(
    doc: "Doc", spans: Sequence["Span | None"]
) -> Iterator[tuple["Token", Sequence[int], Sequence[int]]]:
    """Yield the noun of each clause without a verb, the numbers of the clause in full, and its own."""
    full: list[int] = []
    noun, rest, end, told = None, list[int](), 0, False
    for place, span in enumerate(spans):
        if span is None:
            continue
        between = doc.tokens[end : span.start]
        end = span.end
        finite = any(token.tag_ in FINITE for token in between)
        left = None if finite or not full else _left(between)
        if (finite or left is not None) and noun is not None:
            yield noun, full, rest
        if finite:
            full, noun, told = [place], None, True
        elif left is not None and told:
            noun, rest = left, [place]
        elif noun is not None:
            rest.append(place)
        else:
            full.append(place)
    if noun is not None:
        yield noun, full, rest


def _left(between: Sequence["Token"]) -> "Token | None":
    """Return the head of a noun phrase that stands alone between a comma or "and" and a number."""
    breaks = [at for at, token in enumerate(between) if token.lower_ in _BREAKS]
    if not breaks or breaks[-1] > _FAR:
        return None
    named = list(between[breaks[-1] + 1 :])
    led = bool(named) and named[-1].tag_ in ("IN", "TO") and named[-1].lower_ != "of"  # "and a loss of €4m"
    named = named[:-1] if led else named
    if len(named) > 1 and named[-1].text.isdigit() and is_numbered(named[-2]):
        named = named[:-1]  # "Line 5 9,000"
    while len(named) > 1 and named[0].lower_ in _RANKED:  # "ahead of Peru with 40"
        named = named[1:]
    if len(named) == 1 and between[-1].tag_ == "IN" and named[0].pos_ == "ADJ":  # "solar for 9 %"
        return named[0]
    if len(named) == 1 and named[0].tag_ == "VBG" and named[0].lower_ in word_class("nouns", "measured"):
        return named[0]  # "and spending 3 % to €5m"
    if not named or len(named) > _LONGEST or named[-1].pos_ not in NOUNS or named[0].tag_ == "IN":
        return None
    timed = any(_tells_time(token) for token in named) or named[-1].ent_type_ in ("DATE", "TIME")
    if timed or named[0].lower_ in ("up", "down"):
        return None
    plain = (*NOUNS, "ADJ", "DET", "NUM")
    if not all(token.pos_ in plain or token.tag_ in ("IN", "POS", "PRP$") for token in named):
        return None
    of = next((at for at, token in enumerate(named) if token.tag_ == "IN"), len(named))
    return named[of - 1] if named[of - 1].pos_ in NOUNS else None


def _tells_time(token: "Token") -> bool:
    """Tell whether a word is of a time; in "the day ticket" a day only names a kind of ticket."""
    if token.ent_type_ not in ("DATE", "TIME"):
        return False
    return not (token.pos_ == "DET" or (token.tag_ == "NN" and token.dep_ == "compound"))


def _answers(
    doc: "Doc",
    quantities: Sequence[Quantity],
    spans: Sequence["Span | None"],
    full: Sequence[int],
    rest: Sequence[int],
) -> dict[int, int]:
    """Return which number of the clause in full each of the rest answers; none if the first has none."""
    found: dict[int, int] = {}
    open_still = list(full)
    for place in rest:
        alike = [like for like in open_still if _alike(quantities[like], quantities[place])]
        led = [like for like in alike if _led_by(doc, spans[like]) == _led_by(doc, spans[place])]
        choice = (led or (alike if len(alike) == 1 else []))[:1]
        if not choice:
            return {} if place == rest[0] else found
        found[place] = choice[0]
        open_still = open_still[open_still.index(choice[0]) + 1 :]
    return found


def _alike(one: Quantity, other: Quantity) -> bool:
    if "rank" in (one.kind, other.kind):
        return False
    kinds = {one.kind, other.kind}
    if kinds <= {"share", "growth"}:
        return one.unit == other.unit
    counted = other.counted and one.counted and other.counted != one.counted
    return not counted and (
        len(kinds) == 1 or (is_bare(other) and kinds <= {"count", "quantity", "duration"})
    )


def _led_by(doc: "Doc", span: "Span | None") -> str:
    word = doc[span.start - 1] if span is not None and span.start else None
    return word.lower_ if word is not None and word.tag_ in ("IN", "TO") and word.lower_ != "by" else ""


def borrowed(quantity: Quantity, like: Quantity) -> Quantity:
    """Give a number what it leaves to the one that it answers: its unit, its noun, that it is a change."""
    if is_bare(quantity) and like.kind in ("count", "quantity", "duration"):
        return replace(
            quantity, unit=like.unit, surface_unit=like.surface_unit, kind=like.kind, counted=like.counted
        )
    if quantity.kind == "share" and like.kind == "growth":
        return replace(quantity, kind="growth", direction=like.direction)
    return quantity


def as_remnant(remnant: Remnant, full: Frame, values: frozenset[int]) -> Frame | None:
    """Return the frame of a number that answers another, or None where that one's frame says too little.

    Args:
        remnant: The number's place.
        full: The frame of the number that it answers.
        values: The tokens of all numbers, units and times of the sentence.
    """
    noun, verb = remnant.noun, full.predicate
    if not full.measure:
        return None
    measured = full.parts[0] if full.parts else None
    if measured is None or verb is None or measured.head != verb or measured.i > verb.i:
        if verb is not None and verb.lemma_ in word_class("verbs", "change") and full.subject is None:
            return None
        return replace(full, subject=noun, parts=(), shared=True)
    if noun.pos_ == "PROPN" and measured.pos_ != "PROPN":  # "output was 4 t in Peru and Chile 3 t"
        return replace(full, subject=noun, parts=(), shared=True)
    named = phrase(noun, values, possessor=False)
    sizes = word_class("nouns", "size") | word_list("naming", "nouns", "parts")
    sized = complement_of(noun, "of") if noun.lemma_ in sizes else None
    if sized is not None:  # "and the number of sheep 3 % to 200"
        return Frame(sized, named, None, verb, parts=(noun,))
    if measured.lemma_ in sizes and complement_of(measured, "of") is not None:
        named = f"{measured.text} of {named}"
    kept = full.subject if full.subject is not None and full.subject not in full.parts else None
    owner = owner_of(noun)
    if owner is not None and owner.pos_ not in NOUNS and kept is not None:
        owner = kept  # "its debt" is of whose sales were told
    return Frame(owner or kept, named, None, verb, parts=(noun,))
