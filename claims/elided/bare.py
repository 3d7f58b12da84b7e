"""Bare numbers whose unit stands elsewhere: "acres fell to 3m", "51 bushels an acre … he gets 43"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.elided.figure import PER, Figure, path_of, size_of, word_list
from claims.figures import currencies, units
from claims.figures.packed import is_packed
from claims.figures.words import split
from claims.framing.noun_phrases import SUBJECTS, clause_verb, subject_of
from claims.model import Quantity
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_ALIKE = 2.0
_NEAR = 4.0
_FAR = 50.0
# Nobody leaves the currency out of a smaller sum.
_LARGE = 1e5
# Fewer sacks are told with their noun.
_MANY = 1e3
_TO = frozenset({"to", "at", "from", "by"})
_NEXT = 2
_UP_OR_DOWN = frozenset({"up", "down"})
_POINTING = frozenset({"that", "those"})


def is_bare(quantity: Quantity) -> bool:
    """Tell whether a quantity has neither a unit nor a noun that it counts."""
    return quantity.kind == "count" and not quantity.unit and quantity.counted is None


def complete(figure: Figure, anchor: "Token", before: Sequence[Figure]) -> Figure:
    """Give a bare number the unit that its clause or the number before it names.

    Args:
        figure: The bare number.
        anchor: The token by which it hangs in the parse.
        before: The figures of its sentence and the one before, up to it.
    """
    told = [other.quantity for other in before if other.quantity.kind not in ("label", "date", "rank")]
    path = list(path_of(anchor))
    unit = _of_subject(path)
    if unit is not None:
        quantity = replace(figure.quantity, unit=unit[0], surface_unit=unit[1], kind="quantity")
        return Figure(quantity, f"the clause is about “{unit[1]}”")
    lender = (
        _sum_before(figure.quantity, path, told)
        or _packs_before(figure.quantity, anchor, told)
        or _price_before(figure.quantity, anchor, path, told)
        or _whole_before(figure.quantity, anchor, before)
        or _sum_shared(figure.quantity, path, told)
        or _set_against(figure.quantity, told, anchor)
        or _longest(figure.quantity, told, anchor)
        or _lender(figure.quantity, anchor, path, told[-1:])
    )
    return figure if lender is None else _borrowed(figure, lender)


def _borrowed(figure: Figure, lender: Quantity) -> Figure:
    quantity = replace(figure.quantity, unit=lender.unit, surface_unit=lender.surface_unit, kind=lender.kind)
    return Figure(quantity, f"the number before is in {lender.surface_unit}")


def _of_subject(path: Sequence["Token"]) -> tuple[str, str] | None:
    """Return the unit that a clause is about and its words: "acres are down 2% to 3.1 million"."""
    verb = path[-1]
    if verb.lemma_ not in word_list("verbs", "level") or not any(step.lower_ in _TO for step in path):
        return None
    noun = subject_of(verb)
    if noun is None or noun.tag_ != "NNS":
        return None
    pieces = split(noun.lower_)
    match = units.match(pieces, 0)
    if match is None or match[1] < len(pieces) or match[0].dimension not in word_list("prices", "dimensions"):
        return None
    return match[0].name, noun.text


def _sum_before(quantity: Quantity, path: Sequence["Token"], told: Sequence[Quantity]) -> Quantity | None:
    """Return the sum whose currency "a budget of 6.8 billion" shares, or None."""
    if size_of(quantity) < _LARGE:
        return None
    nouns = [*path, *(word for word in [subject_of(path[-1])] if word is not None)]
    if not any(token.lemma_.lower() in word_list("money", "nouns") for token in nouns):
        return None
    lender = next((other for other in reversed(told) if other.kind == "money"), None)
    return lender if lender is not None and _are_alike(quantity, lender, _FAR) else None


def _price_before(
    quantity: Quantity, anchor: "Token", path: Sequence["Token"], told: Sequence[Quantity]
) -> Quantity | None:
    """Return the price that another is told like: "two see it over 80 cents a pound, one under 60"."""
    link = anchor.head if anchor.dep_ == "pobj" else anchor
    if link.lower_ not in word_list("prices", "levels"):
        return None
    lender = next((other for other in reversed(told) if _is_price(other)), None)
    here = lender is not None and lender.start >= anchor.doc[0].idx and lender in told[-_NEXT:]
    priced = any(token.lemma_.lower() in word_list("prices", "words") for token in path)
    return lender if lender and (here or priced) and _are_alike(quantity, lender, _ALIKE) else None


def _packs_before(quantity: Quantity, anchor: "Token", told: Sequence[Quantity]) -> Quantity | None:
    """Return the number of sacks just before that another is told beside: "9m sacks; in May 8m"."""
    lender = next((other for other in reversed(told) if other.kind in ("quantity", "money", "count")), None)
    if lender is None or not is_packed(lender.unit) or size_of(quantity) < _MANY:
        return None
    of_others = any(child.lower_ == "of" and child.i > anchor.i for child in anchor.children)
    counts = of_others and any(word.pos_ == "PRON" for child in anchor.children for word in child.children)
    return lender if not counts and _are_alike(quantity, lender, _FAR) else None


def _whole_before(quantity: Quantity, anchor: "Token", before: Sequence[Figure]) -> Quantity | None:
    """Return the sum just before that "1.4 million of it" is a part of, and what follows in that sentence."""
    last = before[-1] if before else None
    if last is None or last.quantity.kind != "money" or size_of(quantity) < _LARGE:
        return None
    doc = anchor.doc
    behind = [word for word in doc if word.idx >= quantity.end][:2]
    of_it = [word.lower_ for word in behind[:2]] in (["of", "it"], ["of", "that"], ["of", "this"])
    goes_on = last.unit_from is not None and last.quantity.start >= doc[0].idx
    fits = _are_alike(quantity, last.quantity, _FAR)
    return last.quantity if (of_it or goes_on) and fits else None


def _sum_shared(quantity: Quantity, path: Sequence["Token"], told: Sequence[Quantity]) -> Quantity | None:
    """Return the sum whose currency a number of millions shares that is paid, got or asked for, or None.

    "The nurses got €300,000; they had wanted a million."
    """
    if size_of(quantity) < _LARGE:
        return None
    if not any(token.lemma_.lower() in word_list("money", "verbs") for token in path):
        return None
    large = [
        other for other in told if size_of(other) >= _LARGE and other.kind in ("money", "count", "quantity")
    ]
    lender = large[-1] if large else None
    if lender is None or lender.kind != "money" or PER in lender.unit:
        return None
    return lender if _are_alike(quantity, lender, _FAR) else None


def _set_against(quantity: Quantity, told: Sequence[Quantity], anchor: "Token") -> Quantity | None:
    """Return the number that another stands instead of: "40 mph instead of 50", "30 hours rather than 35"."""
    before = anchor.doc.text[: quantity.number_start].lower().split()[-2:]
    lender = told[-1] if told else None
    if before not in (["instead", "of"], ["rather", "than"]) or lender is None or not lender.unit:
        return None
    plain = lender.counted is None and lender.direction is None
    return lender if plain and _are_alike(quantity, lender, _NEAR) else None


def _longest(quantity: Quantity, told: Sequence[Quantity], anchor: "Token") -> Quantity | None:
    """Return the time that "a maximum of nine" is told beside: "got seven months of a maximum of nine"."""
    lender = told[-1] if told else None
    if quantity.hedge not in ("at_most", "at_least") or lender is None or lender.kind != "duration":
        return None
    before = anchor.doc.text[: quantity.number_start].lower().split()[-2:]
    bounded = before in (["maximum", "of"], ["minimum", "of"])
    return lender if bounded and _are_alike(quantity, lender, _NEAR) else None


def _lender(
    quantity: Quantity, anchor: "Token", path: Sequence["Token"], last: Sequence[Quantity]
) -> Quantity | None:
    """Return the number just before whose unit this one shares, or None."""
    if not last or last[0].counted is not None or not last[0].unit:
        return None
    lender, verb = last[0], clause_verb(anchor)
    if _is_former_level(anchor):
        return lender if _are_alike(quantity, lender, _NEAR) else None
    if anchor.tag_ != "CD" or verb is None or lender.kind == "duration":
        return None
    if _is_moved_to(anchor, verb) and (lender.kind == "quantity" or lender.unit == "percentage"):
        return lender if _are_alike(quantity, lender, _NEAR) else None
    if _is_joined(anchor) or _points(verb):
        return lender if _are_alike(quantity, lender, _FAR) else None
    if anchor.dep_ not in ("dobj", "pobj") or lender.direction is not None:
        return None
    if verb.lemma_ in word_list("verbs", "vague") and anchor.dep_ == "dobj" and _is_rate(lender):
        return lender if _are_alike(quantity, lender, _NEAR) else None
    if verb.lemma_ in word_list("prices", "words") and _is_price(lender) and path[1:2] == [verb]:
        return lender if _are_alike(quantity, lender, _ALIKE) else None
    return None


def _is_former_level(anchor: "Token") -> bool:
    """Tell whether a number is what the one before it was: "29 minutes, down from 47"."""
    place = anchor.head
    moved = place.dep_ == "prep" and place.head.lower_ in _UP_OR_DOWN and place.i == place.head.i + 1
    return anchor.dep_ == "pobj" and place.lower_ == "from" and moved


def _is_moved_to(anchor: "Token", verb: "Token") -> bool:
    """Tell whether "it" has come to a level: "it was brought down to 14", "it has since fallen to 14"."""
    if anchor.dep_ != "pobj" or anchor.head.lower_ != "to" or anchor.head.head.i not in _with_particles(verb):
        return False
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or subject.lower_ != "it":
        return False
    return len(_with_particles(verb)) > 1 or verb.lemma_.lower() in load("frames")["verbs"]["change"]


def _with_particles(verb: "Token") -> list[int]:
    return [verb.i, *(child.i for child in verb.children if child.lower_ in _UP_OR_DOWN)]


def _is_joined(anchor: "Token") -> bool:
    """Tell whether a number is the second of two: "95 kroner for a car and 310 for a lorry"."""
    behind = next((child for child in anchor.children if child.dep_ == "prep"), None)
    first = anchor.head
    return (
        anchor.dep_ == "conj"
        and behind is not None
        and any(child.dep_ == "prep" and child.lower_ == behind.lower_ for child in first.children)
    )


def _points(verb: "Token") -> bool:
    """Tell whether the clause is about the same measure of something else: "that of the old one was 310"."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    named = subject is not None and any(child.lower_ == "of" for child in subject.children)
    return subject is not None and named and verb.lemma_ == "be" and subject.lower_ in _POINTING


def _are_alike(quantity: Quantity, lender: Quantity, factor: float) -> bool:
    return 1 / factor <= size_of(lender) / max(size_of(quantity), 1e-9) <= factor


def _is_rate(quantity: Quantity) -> bool:
    top, per, below = quantity.unit.partition(PER)
    known = units.by_name()
    speed = quantity.unit in known and known[quantity.unit].dimension == "speed"
    return speed or bool(per and top in known and below in known)


def _is_price(quantity: Quantity) -> bool:
    top, per, below = quantity.unit.partition(PER)
    return bool(per and top in currencies.by_name() and below in units.by_name())
