"""Frames of numbers: whose number it is and what it measures, read from the parse."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.ages import age_of, told_age
from claims.framing.alike import alike, moved_price, passed
from claims.framing.ballots import as_votes
from claims.framing.brackets import in_bracket, outside_bracket
from claims.framing.capacities import as_capacity
from claims.framing.comparisons import as_before, as_comparison
from claims.framing.completed import completed
from claims.framing.composed import as_part_of_sum
from claims.framing.crowds import as_crowd
from claims.framing.described import as_described
from claims.framing.differences import as_difference
from claims.framing.divisions import as_division
from claims.framing.durations import as_duration, is_stretch
from claims.framing.expectations import as_expected, hoped
from claims.framing.extents import as_extent
from claims.framing.extremes import as_extreme
from claims.framing.frame import NOUNS, Frame, Reading, Remnant, is_bare, is_whole, phrase, state_of
from claims.framing.gapping import elsewhere, gapped, in_another_place, left_to_others, listed_by_place
from claims.framing.groups import as_among
from claims.framing.inflection import done
from claims.framing.moves import of_move
from claims.framing.noun_phrases import clause_verb, complement_of, is_verb, object_of, subject_of
from claims.framing.of_them import as_part
from claims.framing.of_times import as_brought
from claims.framing.outcomes import as_outcome
from claims.framing.owners import owned
from claims.framing.pairs import in_pairs
from claims.framing.parents import of_parent
from claims.framing.payments import as_payment
from claims.framing.percentages import as_percentage
from claims.framing.portions import as_portion
from claims.framing.prices import sold_at
from claims.framing.ranks import as_rank, ranked_by
from claims.framing.relations import by_relation
from claims.framing.remnants import as_remnant, borrowed, remnants
from claims.framing.severance import as_severance
from claims.framing.sums import beside_budget, beyond_plan, of_exchange
from claims.framing.swings import as_degrees, as_swing, of_change
from claims.framing.tallies import as_tally, in_plural
from claims.framing.tenures import as_tenure
from claims.framing.tolls import as_toll, of_what_happened
from claims.framing.vehicles import as_vehicle, is_speed
from claims.framing.votes_cast import as_cast
from claims.framing.waters import as_water
from claims.model import Quantity

if TYPE_CHECKING:
    from claims.tokens import Span, Token


def readings(span: "Span", quantities: Sequence[Quantity]) -> list[Reading]:
    """Tie quantities to the tokens that carry them.

    Args:
        span: A parsed sentence.
        quantities: Those found in it, with offsets relative to its text.

    Returns:
        One reading each, in order; those that match no token are left out.
    """
    found = []
    for quantity in quantities:
        piece = span.doc.char_span(quantity.start, quantity.end)
        if piece is None:
            continue
        if quantity.kind == "growth" and quantity.unit == "percentage" and _is_part(piece.root):
            quantity = replace(quantity, kind="share", direction=None)  # "it grows 46 % of the crop"
        if quantity.kind == "share" and (side := beside_budget(span.doc.text, quantity.end)):
            quantity = replace(quantity, kind="growth", direction=side)  # "37 % over budget"
        noun = quantity.number_end if quantity.counted else _before_of(piece, quantity)
        figures = tuple(token for token in piece if token.idx < noun)
        found.append(Reading(quantity, _anchor(piece), frozenset(token.i for token in piece), figures))
    found = [passed(moved_price(reading)) for reading in found]
    answers = remnants(span.doc, [reading.quantity for reading in found])
    return [alike(_answering(reading, answers.get(at), found), found) for at, reading in enumerate(found)]


def _answering(reading: Reading, remnant: Remnant | None, others: Sequence[Reading]) -> Reading:
    if remnant is None:
        return reading
    quantity = borrowed(reading.quantity, others[remnant.like].quantity)
    return replace(reading, quantity=quantity, remnant=remnant)


def _is_part(anchor: "Token") -> bool:
    target = complement_of(anchor, "of")
    return anchor.dep_ == "dobj" and target is not None and target.pos_ in NOUNS


def _before_of(piece: "Span", quantity: Quantity) -> int:
    """Return where the figure of a number ends, which may hold what it is of ("a quarter of sales")."""
    of = (token.idx for token in piece if token.lower_ == "of" and token.idx >= quantity.number_end)
    return next(of, quantity.end)


def _anchor(piece: "Span") -> "Token":
    root = piece.root
    if root.pos_ in (*NOUNS, "SYM", "NUM") and root.dep_ != "punct":
        return root
    outside = [
        token for token in piece if token.pos_ in NOUNS and token.head.i not in range(piece.start, piece.end)
    ]
    under = [token for token in root.rights if token in piece and token.pos_ in (*NOUNS, "NUM")]
    first = [token for token in piece if token.pos_ == "NUM" and token.head.i < piece.start]
    if (root.pos_ == "ADP" or root.dep_ == "punct") and first and not outside:
        return first[0]  # "a profit of €45m to €48m": the parse hangs the end of the range on the verb
    if root.pos_ == "VERB" and not outside and not under:  # "estimated at €9m", read as about so much
        under = [token for token in piece if token.dep_ == "pobj" and token.head.head.i == root.i]
    return outside[-1] if outside else under[0] if under and root.pos_ == "VERB" else root


def frames(readings: Sequence[Reading], taken: frozenset[int] = frozenset()) -> list[Frame]:
    """Read the frame of each quantity of a sentence.

    Args:
        readings: The quantities in order.
        taken: Tokens that belong to no measure, such as those of time expressions.

    Returns:
        A frame for each, in the same order.
    """
    values = taken | frozenset(token.i for reading in readings for token in reading.figures)
    made: list[tuple[Reading, Frame]] = []
    for reading in readings:
        remnant, told = reading.remnant, None
        if remnant is not None and not remnant.alone:
            told = as_remnant(remnant, made[remnant.like][1], values)
        lasting = [known for known in made if not is_stretch(known[0])]
        levels = [known for known in lasting if known[0].quantity.kind != "rank"]
        before = levels if reading.quantity.kind in ("growth", "share", "money") else lasting
        frame = told or beyond_plan(reading, _frame(reading, before, values), before)
        frame = of_move(reading, frame, before, values)
        if frame.measure == "cost" and _is_budgeted(reading):
            frame = replace(frame, measure="budget")
        frame = elsewhere(reading, frame, before, values)
        owner = frame.subject
        if owner is not None and (owner.i in taken or is_speed(owner, readings)):
            frame = replace(frame, subject=None)  # "H1 EBIT": a time has no profit
        frame = of_what_happened(frame)
        frame = of_change(reading, sold_at(reading, as_degrees(reading, frame), made), made)
        made.append((reading, owned(reading, _rated(reading, in_plural(reading, frame)))))
    return in_pairs(made)


_RATE = re.compile(r"\b(?:an?|per|each|every) (hour|day|week|month|year)$")


def _rated(reading: Reading, frame: Frame) -> Frame:
    """Put the time of a rate into its measure: "services a week"."""
    quantity = reading.quantity
    rate = _RATE.search(reading.anchor.doc.text[quantity.start : quantity.end].lower())
    if (
        rate is None
        or quantity.kind not in ("count", "quantity")
        or not (quantity.counted or is_bare(reading) or _is_bare_rate(reading))
    ):
        return frame
    if not frame.measure or f" a {rate[1]}" in frame.measure:
        return frame
    return replace(frame, measure=f"{frame.measure} a {rate[1]}")


def _is_bare_rate(reading: Reading) -> bool:
    """Tell whether a number has no unit but the time of a rate ("from three to five a day")."""
    if any(token.is_currency for token in reading.figures):
        return False
    surface = reading.anchor.doc.text[reading.quantity.number_end : reading.quantity.end]
    return len(surface.split()) == 2 and _RATE.search(surface.lower()) is not None


def _frame(reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]) -> Frame:
    return (
        _beside_others(reading, before, values)
        or _of_a_kind(reading, before, values)
        or _as_clause_tells(reading, before, values)
        or _by_its_place(reading, before, values)
    )


def _beside_others(
    reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """Ask whether a number is one of several that a sentence tells: a part, the rest, the like elsewhere."""
    return (
        as_brought(reading, before, values)
        or in_another_place(reading, before)
        or listed_by_place(reading, before)
        or left_to_others(reading, before)
        or as_extreme(reading, before)
        or as_part(reading, before)
        or as_portion(reading, before, values)
    )


def _of_a_kind(reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]) -> Frame | None:
    """Ask whether a number is of a kind that its own words tell: an age, a vote, a capacity, a toll."""
    if reading.quantity.unit.endswith(" of age"):
        return age_of(reading)
    return (
        as_difference(reading, before)
        or as_swing(reading, before, values)
        or as_expected(reading, before, values)
        or hoped(reading, before)
        or of_exchange(reading)
        or as_described(reading, values)
        or of_parent(reading)
        or told_age(reading)
        or as_severance(reading)
        or as_votes(reading, before)
        or as_cast(reading, before)
        or as_division(reading, before)
        or as_crowd(reading)
        or as_capacity(reading)
        or as_vehicle(reading, values)
        or as_toll(reading)
        or as_tally(reading, values)
        or as_among(reading)
        or as_part_of_sum(reading, values)
        or as_payment(reading, values)
        or as_outcome(reading, values)
        or as_water(reading, values)
        or as_extent(reading, values)
        or _frequency(reading, values)
    )


def _as_clause_tells(
    reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """Ask whether the clause says what a number is: the same as before, a state, a time, a comparison."""
    if (same := as_before(reading, before)) is not None:
        return same
    if state := state_of(reading):
        return Frame(None, state, None, clause_verb(reading.anchor))
    if reading.quantity.kind == "duration" and outside_bracket(reading.anchor, values) is None:
        timed = as_tenure(reading) or as_duration(reading, before, values)
        if timed is not None:
            return timed
    return (
        gapped(reading, before)
        or as_comparison(reading, before, values)
        or as_percentage(reading, before, values)
    )


def _by_its_place(reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]) -> Frame:
    """Read a number by where it stands: as a whole, in a bracket, or beside what its clause tells of."""
    if before and is_whole(reading):
        return replace(before[-1][1], subject=None, shared=True)
    outer = outside_bracket(reading.anchor, values)
    if outer is not None:
        frame = in_bracket(reading, outer, before, values)
    else:
        frame = by_relation(reading, reading.anchor, before, values)
    if reading.quantity.kind == "rank":
        return as_rank(reading, frame, before, values)
    if not frame.measure and reading.quantity.kind == "quantity" and not reading.quantity.counted:
        frame = replace(frame, measure=ranked_by(before, values))
    return completed(reading, frame, before, values)


def _frequency(reading: Reading, values: frozenset[int]) -> Frame | None:
    """The number says how often something happened: "the flames have twice crossed the road"."""
    anchor, verb = reading.anchor, reading.anchor.head
    last = anchor.doc[max(reading.inside)].lower_
    if last not in ("twice", "thrice", "times") or reading.quantity.kind == "growth" or not is_verb(verb):
        return None
    subject, target = subject_of(verb), object_of(verb)
    if target is not None and target.tag_ == "WDT" and verb.dep_ == "relcl":
        doer = f" by {phrase(subject, values)}" if subject is not None else ""
        return Frame(verb.head, f"times {done(verb)}{doer}", None, verb)
    named = f"{phrase(target, values, depth=1)} " if target is not None and target.pos_ != "PRON" else ""
    return Frame(subject, f"times {named}{done(verb)}", None, verb)


def _is_budgeted(reading: Reading) -> bool:
    """Tell whether a sum was set for something: "more than the €18m budgeted in 2014"."""
    behind = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    return bool(behind) and behind[0].lower_ == "budgeted"
