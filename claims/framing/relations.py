"""Frames of numbers from their grammatical relation: object, subject, modifier, apposition."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.acts import is_extent, unit_of
from claims.framing.apposed import apposed, of_goods_beside, part_of, swap
from claims.framing.frame import (
    NOUNS,
    Frame,
    Reading,
    bracket_depth,
    first_conjunct,
    phrase,
    says_something,
    share_of,
    thing_of,
    whole_of,
    word_class,
)
from claims.framing.inflection import done
from claims.framing.levels import holder_of, level_of, verbless
from claims.framing.noun_phrases import clause_verb, complement_of, is_verb, object_of, owner_of, subject_of
from claims.framing.objects import as_object, is_paid
from claims.framing.prepositions import by_preposition
from claims.framing.put_at import put_outside
from claims.framing.subjects import as_subject
from claims.framing.sums import worth
from claims.framing.topic import event_kinds
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


_MODIFYING = ("nummod", "compound", "amod", "nmod", "quantmod", "poss")


def by_relation(
    reading: Reading, anchor: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Return the frame of a number from what it hangs on.

    Args:
        reading: The number.
        anchor: The token by which it hangs in the parse, or the first of its conjuncts.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    relation, anchor, head = _hung(reading, anchor, values)
    if relation == "conj":
        joined = _joined(reading, anchor, before, values)
        if joined is not None:
            return joined
        anchor = first_conjunct(anchor)
        relation, head = anchor.dep_, anchor.head
    if relation in _MODIFYING and head.pos_ in NOUNS and head.i not in reading.inside:
        return _modifier(reading, head, values)
    if relation == "pobj" and (in_all := _in_all(reading, anchor, before, values)) is not None:
        return in_all
    if relation == "appos" and head.pos_ in NOUNS:
        return apposed(reading, head, before, values)
    total = head.head if relation == "pobj" and head.lower_ == "of" else anchor
    if total.lower_ == "total" and total.dep_ in ("nsubj", "nsubjpass") and is_verb(total.head):
        relation, head = total.dep_, total.head  # "a total of 40 people were hurt"
    if relation == "pobj" and head.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
        return by_preposition(reading, head, before, values)
    if relation in ("nsubj", "nsubjpass") and is_verb(head):
        if before and reading.quantity.counted and _is_apart(anchor, head):
            return part_of(reading, before[-1], values)
        return as_subject(reading, _to_come(head), before, values)
    verb = head if is_verb(head) else clause_verb(anchor)
    if (extent := _extent(reading, head, verb)) is not None:
        return extent
    of_worth = [head, *(token for token in anchor.ancestors if token.i > anchor.i - 6)]
    if any(token.lower_ == "worth" and not _goes_on(token, reading, values) for token in of_worth):
        return worth(reading, anchor, before, values)
    if verb is None:
        return verbless(reading, anchor, values)
    if anchor.lower_ == "at" and put_outside(verb) is not None:
        return by_preposition(reading, anchor, before, values)
    return as_object(reading, verb, before, values)


def _hung(reading: Reading, anchor: "Token", values: frozenset[int]) -> tuple[str, "Token", "Token"]:
    """Return how a number hangs in the parse, by which token and on what, where the parse is put right."""
    relation, head = anchor.dep_, anchor.head
    beside = relation == "nummod" and head.i in values and head.i not in reading.inside
    if beside and head.ent_type_ == "DATE":
        relation, head = "dobj", head.head  # "it averaged 41,000 last season"
    if relation == "predet" and head.pos_ in NOUNS:  # "half the wells lie in the delta"
        relation, anchor, head = head.dep_, head, head.head
    if relation == "pobj" and head.lower_ == "between" and is_verb(head.head):
        relation, head = "dobj", head.head  # "raised between €2m and €3m"
    if relation == "nummod" and is_paid(reading, head):
        relation, head = "dobj", head.head
    return relation, anchor, head


def _joined(
    reading: Reading, anchor: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """What the number measures with which "and" or "or" joins it: "nine ships and 40 boats"."""
    first = first_conjunct(anchor)
    for earlier, frame in reversed(before):
        if first.i in earlier.inside and _is_share_of(reading, earlier) and frame.measure:
            return replace(frame, measure=f"share of {frame.measure}", shared=True)
        if first.i in earlier.inside and earlier.quantity.kind == reading.quantity.kind:
            thing = thing_of(reading, values)
            if reading.quantity.counted and thing:
                measure = swap(frame.measure, earlier, thing)
            else:
                measure = of_goods_beside(reading, earlier, frame.measure, values)
            measure = share_of(reading, measure, values) if whole_of(reading, values) else measure
            return replace(frame, measure=measure, shared=True)
    beside = _share_above(reading, before) if whole_of(reading, values) else None
    return replace(beside, measure=share_of(reading, "", values), shared=True) if beside is not None else None


def _in_all(
    reading: Reading, anchor: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """How many there are, of whom the parse takes "all" for a part: "In all 640 workers are on the site"."""
    head = anchor.head
    if head.lower_ != "in" or anchor.i != head.i + 3 or head.nbor(1).lower_ != "all":
        return None
    verb = clause_verb(anchor)
    return as_subject(reading, verb, before, values) if verb is not None else None


def _extent(reading: Reading, head: "Token", verb: "Token | None") -> Frame | None:
    """How long, high or far: "is 40 m tall", "the airport is 35 minutes away"."""
    if not is_extent(reading) or head.lower_ not in load("frames")["extent"]:
        return None
    if head.pos_ not in ("ADJ", "ADV", "ADP", "SCONJ"):
        return None
    extent = load("frames")["extent"][head.lower_]
    if extent == "distance" and reading.quantity.kind == "duration":
        near = unit_of(reading) in ("h", "min", "s")  # "the airport is 35 minutes away"
        extent = "travel time" if near else "time left"  # "the final is two weeks away"
    return Frame(subject_of(verb) if verb is not None else None, extent, None, verb)


def _to_come(verb: "Token") -> "Token":
    """Return what is to be done: "felled" of "300 trees are to be felled"."""
    deed = next((child for child in verb.rights if child.dep_ == "xcomp"), None)
    of_to = deed is not None and verb.lemma_ == "be" and deed.left_edge.lower_ == "to"
    return deed if deed is not None and of_to and verb.nbor(1).lower_ in ("to", "not", "now") else verb


def _is_share_of(reading: Reading, earlier: Reading) -> bool:
    """Tell whether a number sets the one before against another amount: "9 t, or 30 % of the 30 …"."""
    of = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 4]
    against = of.text.startswith("of the ") and of[-1].like_num
    return reading.quantity.kind == "share" and earlier.quantity.kind == "quantity" and against


def _goes_on(worth: "Token", reading: Reading, values: frozenset[int]) -> bool:
    """Tell whether a list goes on behind what something is worth: "drugs worth €3m, 11 guns"."""
    apart = any(token.lower_ in (",", "and") for token in worth.doc[worth.i : min(reading.inside)])
    return apart and bool(thing_of(reading, values))


def _share_above(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Return the frame of a share in whose whole the parse puts this one: "81 % of sales and 9 % of jobs"."""
    above = {token.i for token in reading.anchor.ancestors}
    shares = (
        frame
        for earlier, frame in reversed(before)
        if earlier.quantity.kind == "share" and earlier.anchor.i in above
    )
    return next(shares, None)


def _is_apart(noun: "Token", verb: "Token") -> bool:
    """Tell whether a noun that the parse calls the subject of a verb is not: a nearer one is."""
    own = subject_of(verb)
    return own is not None and own.i > noun.i and own.head == verb


def _length_of(reading: Reading, noun: "Token", verb: "Token | None", values: frozenset[int]) -> Frame | None:
    """How long or far a thing is: "a 40 km road", "a nine-week strike"."""
    if unit_of(reading) == "km" and noun.pos_ == "NOUN" and noun.lemma_ not in word_class("nouns", "extents"):
        return Frame(noun, load("frames")["extent_of"].get(noun.lemma_, "length"), None, verb, parts=(noun,))
    if reading.quantity.kind == "duration" and noun.lemma_ not in ("low", "high", "peak"):
        return Frame(noun.head if noun.dep_ == "poss" else noun, "length", None, verb)
    return None


def _set_beside(
    reading: Reading, noun: "Token", verb: "Token | None", values: frozenset[int]
) -> Frame | None:
    """The noun only stands beside the number: "Dorn's €4bn in loans", "€640 across 2,400 patients"."""
    if any(child.dep_ == "case" and child.i < min(reading.inside) for child in noun.children):
        target = complement_of(reading.anchor, "in", "of")  # "beside Dorn's €4bn in loans"
        if noun.pos_ == "PROPN" and target is not None and target.i not in values:
            return Frame(noun, phrase(target, values), None, verb, parts=(target,))
    of_noun = {token.i for child in noun.lefts if child.dep_ == "compound" for token in child.subtree}
    between = [token for token in noun.doc[max(reading.inside) + 1 : noun.i] if token.i not in of_noun]
    depth = bracket_depth(noun)
    apart = any(token.i in values and bracket_depth(token) <= depth for token in between)
    if apart and reading.quantity.kind == "money" and verb is not None:  # "€640 across 2,400 patients"
        return level_of(reading, verb, subject_of(verb), values)
    return None


def _modifier(reading: Reading, noun: "Token", values: frozenset[int]) -> Frame:
    """The number modifies a noun: "a 39 % decline in imports", "a 34 % tariff", "3,000 kg capacity"."""
    verb = clause_verb(noun)
    if _is_a_verb(noun, reading):
        return Frame(owner_of(noun.head.head), phrase(noun.head.head, values | {noun.i}), None, None)
    told = _length_of(reading, noun, verb, values) or _set_beside(reading, noun, verb, values)
    if told is not None:
        return told
    owner = owner_of(noun)
    if noun.lemma_ in word_class("nouns", "change"):
        target = complement_of(noun, "in", "of")
        if target is not None:
            measure = phrase(target, values, possessor=False)
            return Frame(owner_of(target) or owner, measure, None, verb, parts=(target, noun))
    holder = owner or holder_of(noun) or (subject_of(verb) if verb is not None else None)
    measure = phrase(noun, values, possessor=False)
    if reading.quantity.kind == "money" and _is_costly(noun):
        return Frame(noun, "cost", None, verb, parts=(noun,))  # "a €40m bridge"
    if holder == noun:
        holder = None
    if verb is not None and object_of(verb) == noun and verb.lemma_ not in word_class("verbs", "possession"):
        measure = f"{measure} {done(verb)}" if says_something(verb) else measure
    return Frame(holder, measure, None, verb, parts=(noun,))


def _is_costly(noun: "Token") -> bool:
    """Tell whether money before a thing is its cost: a bridge's, an event's, a railway line's by name."""
    kind = noun.lemma_.lower()
    if kind in word_class("nouns", "costly") or kind in event_kinds():
        return True
    named = noun.i > 0 and noun.nbor(-1).text[:1].isupper() and noun.nbor(-1).head == noun
    return named and kind in load("works")["kinds"]


def _is_a_verb(noun: "Token", reading: Reading) -> bool:
    """Tell whether a noun behind a sum is the verb of the clause: "The deductible of €500 stays"."""
    of = reading.quantity.kind in ("money", "share") and noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return of and noun.lemma_ in ("stay", "remain") and noun.head.head.pos_ in NOUNS
