"""Puts readings together and gives them out as quantities."""

from collections.abc import Sequence

from claims.figures import (
    changes,
    compounds,
    counted,
    currencies,
    hedges,
    pairs,
    ranges,
    ranks,
    readings,
    shares,
    sharing,
    units,
)
from claims.figures.ages import bound_behind, hyphenated
from claims.figures.labels import Mark
from claims.figures.numbers import Number
from claims.figures.readings import Reading
from claims.figures.spelled import lower
from claims.figures.words import Word, lowered
from claims.model import Quantity, QuantityKind
from claims.vocabulary import load

Readings = list[Reading]
_TIME = frozenset({"time", "month", "year", "hour", "minute", "second"})
_BELOW = _TIME | {"many", "area", "length", "volume", "capacity"}
_KINDS: dict[str, QuantityKind] = {
    "share": "share",
    "money": "money",
    "points": "growth",
    "many": "quantity",
    "rank": "rank",
}
_HYPHENS = frozenset("-‑‐")


def read(words: Sequence[Word], found: Sequence[Number], marks: Sequence[Mark | None]) -> Readings:
    """Attach to each number what belongs to it.

    Args:
        words: The words of the text.
        found: Its numbers.
        marks: The mark of each number.

    Returns:
        The readings in order, superlatives and multiples included.
    """
    started = [readings.start(words, number, mark) for number, mark in zip(found, marks, strict=True)]
    for at, reading in enumerate(started):
        following = started[at + 1] if at + 1 < len(started) else None
        if reading.mark is None and reading.number.form not in {"ordinal", "decade"}:
            readings.attach(words, reading, _until(words, following))
            shares.of_money(words, reading)
    kept = ranges.join(words, _without_swallowed(started))
    for reading in kept:
        if reading.mark is None:
            _complete(words, reading)
    kept = _without_swallowed(_without_counted(kept))
    made = [*changes.multiples(words, kept), *ranks.superlatives(words)]
    for reading in kept:
        if reading.mark is None and reading.number.form == "ordinal":
            ranks.rank(words, reading)
    sharing.share(words, kept)
    kept = sorted(kept + _apart(made, kept), key=lambda reading: (reading.first, reading.last))
    changes.direct(words, kept)
    previous: Reading | None = None
    for reading in kept:
        _hedge(words, reading)
        if previous is not None:
            _hedge_twin(words, previous, reading)
        _set_kind(words, reading)
        previous = reading
    return kept


# Behind them a number is no part of the unit of the one before.
_NO_UNITS = frozenset("-–—/")


def _until(words: Sequence[Word], following: Reading | None) -> int:
    """Return where a unit must end: before the next number, unless that is part of a unit ("per 100,000")."""
    if following is None or following.number.form == "ordinal":
        return len(words)
    ahead = words[following.first - 1].text
    exponent = words[following.first].glued and ahead not in _NO_UNITS and not currencies.is_sign(ahead)
    if exponent or lower(words, following.first - 1) == "per" or readings.is_below(words, following.first):
        return len(words)
    sign = currencies.before(words, following.first)
    return sign[1] if sign and words[following.first].glued else following.first


def _without_swallowed(started: Readings) -> Readings:
    """Drop numbers that a unit before them contains: "seconds", "per 100,000", "m2"."""
    kept: Readings = []
    for reading in started:
        if kept and reading.number.first < kept[-1].last and kept[-1].mark is None:
            continue
        kept.append(reading)
    return kept


def _without_counted(kept: Readings) -> Readings:
    """Drop numbers that are part of a counted noun: "63,000 Model 3 sedans"."""
    found: Readings = []
    for reading in kept:
        last = found[-1].counted[1] if found and found[-1].counted else 0
        if reading.number.first >= last:
            found.append(reading)
    return found


def _apart(made: Readings, kept: Readings) -> Readings:
    taken = {index for reading in kept for index in range(reading.first, reading.last)}
    return [one for one in made if taken.isdisjoint(range(one.first, one.last))]


def _complete(words: Sequence[Word], reading: Reading) -> None:
    """Give a number without a unit the noun that it counts."""
    if reading.number.form in {"ordinal", "decade"}:
        return
    if reading.unit is None and reading.number.value == 1 and reading.number.form == "words":
        _read_one(words, reading)
        if reading.mark is not None:
            return
    if reading.unit is not None or shares.NAMED in reading.extra:
        return
    noun = counted.find(words, hedges.after(words, reading.last)[1])
    if noun is None and _is_description(words, reading):
        reading.mark = "label"
        return
    if noun is not None:
        reading.counted, reading.head, reading.behind_hyphen = (
            (noun.first, noun.last),
            noun.head,
            noun.behind_hyphen,
        )
    _take_count_rate(words, reading, noun)


def _is_description(words: Sequence[Word], reading: Reading) -> bool:
    """Whether a hyphen makes the number part of an adjective: "a six-speed gearbox", "a two-way street"."""
    at = reading.last
    if (
        at + 1 >= len(words)
        or words[at].text not in _HYPHENS
        or not (words[at].glued and words[at + 1].glued)
    ):
        return False
    behind = words[at + 1]
    return behind.kind == "letters" and behind.lower not in {
        "a",
        "an",
        "per",
        "plus",
        "odd",
        "ish",
        "fold",
        "to",
    }


def _take_count_rate(words: Sequence[Word], reading: Reading, noun: counted.Noun | None) -> None:
    """Attach a rate to a count: "16 a day", "three thousand tests per day", "12 per 100,000"."""
    for at in (reading.last, noun.last if noun else reading.last):
        found = readings.rate_at(words, at)
        if found and (at == reading.last or found[0].dimension in _BELOW):
            reading.rate = found[0]
            if at == reading.last:
                reading.counted = reading.head = None
                reading.surface = (at, found[1])
                reading.last = found[1]
            else:
                reading.extra["rate_end"] = str(found[1])
            return


def _read_one(words: Sequence[Word], reading: Reading) -> None:
    """Tell the number one from the pronoun."""
    before, after = lower(words, reading.first - 1), lower(words, reading.last)
    pronoun = load("labels")["pronoun"]
    if before in pronoun["not_after"] or (
        after in pronoun["not_before"] and before not in {"just", "only", "than"}
    ):
        reading.mark = "label"
    elif after == "of":
        reading.figure_of_speech = True
    elif after in {"fewer", "more", "less"} and (
        after == "fewer" or lower(words, reading.last + 1) == "than"
    ):
        return  # "eight seats, one fewer than last time"
    elif after in _HYPHENS or after.startswith("'") or counted.find(words, reading.last) is None:
        reading.mark = "label"


def _hedge(words: Sequence[Word], reading: Reading) -> None:
    if reading.mark in {"label", "date"} or reading.kind == "rank":
        reading.hedge = "range" if reading.is_range else "exact"
        return
    timed = reading.unit is not None and reading.unit.dimension in _TIME
    hedge, first = hedges.before(words, reading.first, timed)
    if hedge == "exact":
        behind, last = hedges.after(words, reading.number_last)
        if behind == "exact":
            behind, last = hedges.after(words, _end(reading))
        if behind != "exact":
            hedge, reading.last = behind, max(reading.last, last)
    if hedge == "exact" and (timed or _is_length(reading)) and hedges.is_bounded(words, first):
        hedge = "at_most"
    bound = bound_behind(words, reading.last) if reading.mark == "age" and hedge == "exact" else None
    if bound is not None:
        hedge, reading.last = bound, reading.last + 2
    reading.first = first
    limit = hyphenated(words, reading.number) if reading.mark == "age" else None
    if limit is not None:
        hedge, reading.first = ("under" if limit == "under" else "over"), first - 2
        reading.last += 1
    if reading.is_range:
        hedge = "range"
    reading.hedge = hedge


def _is_length(reading: Reading) -> bool:
    return reading.unit is not None and reading.unit.dimension == "length"


def _hedge_twin(words: Sequence[Word], previous: Reading, reading: Reading) -> None:
    """Pass a hedge on to the same amount in another unit: "more than 100 kilometres (60 miles)"."""
    if reading.hedge != "exact" or reading.mark is not None or previous.unit is None or reading.unit is None:
        return
    if previous.unit.dimension != reading.unit.dimension or previous.unit.dimension == "money":
        return  # sums in two currencies are as often two sums
    gap = tuple(word.text for word in words[_end(previous) : reading.first])
    if gap in {("(",), ("/",)} and previous.hedge != "range":
        reading.hedge = previous.hedge


def _end(reading: Reading) -> int:
    return max(reading.last, reading.counted[1] if reading.counted and not reading.inherited else 0)


def _set_kind(words: Sequence[Word], reading: Reading) -> None:
    if reading.mark is not None or reading.kind in {"rank", "duration", "growth"}:
        return
    unit, form = reading.unit, reading.number.form
    if form == "decade":
        reading.is_range, reading.hedge, reading.kind = True, "range", "quantity"
        reading.unit = units.by_name()["year of age"]
    elif unit is None:
        fraction = form == "fraction"
        reading.kind = ("growth" if reading.direction else "share") if fraction else "count"
    elif unit.dimension in _TIME:
        reading.kind = "duration"
        reading.is_offset = _is_offset(words, reading)
    elif unit is changes.TIMES:
        reading.kind = "count"
    else:
        reading.kind = _KINDS.get(unit.dimension, "quantity")
        if unit.dimension == "share" and reading.direction:
            reading.kind = "growth"
        if unit.name == "point" and changes.moves_percent(words, reading):
            reading.unit, reading.kind = units.by_name()["percentage point"], "growth"
        elif unit.name == "point" and "behind" in lowered(words, reading.number_last, reading.last + 1):
            reading.direction = None  # "14 points behind the leaders": a gap, nothing has fallen


def _is_offset(words: Sequence[Word], reading: Reading) -> bool:
    """Whether a length of time leads to a date or is that of a change: "two days later", "9% over a year"."""
    after = lower(words, reading.last)
    if after in {"ago", "hence"} or (
        after in {"later", "earlier"} and lower(words, reading.last + 1) != "than"
    ):
        return True
    changed = lower(words, reading.first - 2) in {"%", "percent", "cent"}
    lent = after == "at" and "%" in lowered(words, reading.last, reading.last + 4)  # "over 30 years at 4.1%"
    return (changed or lent) and lower(words, reading.first - 1) == "over" and reading.hedge == "exact"


# Out ----------------------------------------


def everything(text: str, words: Sequence[Word], found: Readings, shift: int) -> list[Quantity]:
    """Give out all readings, labels and dates included; "two years and six months" is one."""
    return [_quantity(text, words, reading, shift) for reading in compounds.join(words, found)]


def public(text: str, words: Sequence[Word], found: Readings, shift: int) -> list[Quantity]:
    """Give out what is a quantity, old and new values and scores as pairs.

    A direction that only a noun carries ("a 9% drop") is left to the noun, a bound to the "within" before.
    """
    kept = [reading for reading in pairs.join(words, found) if _is_public(reading)]
    for reading in kept:
        if reading.by_noun or reading.hedge != "exact":
            reading.direction = None
        if reading.hedge == "at_most" and hedges.is_bounded(words, reading.first):
            reading.hedge = "exact"  # the preposition is no part of the number
        if reading.hedge == "exact" and hedges.is_mean(words, reading.first):
            reading.hedge = "approx"
        if reading.is_offset:
            reading.is_offset, reading.kind = False, "duration"
    return [_quantity(text, words, reading, shift) for reading in kept]


def _is_public(reading: Reading) -> bool:
    return reading.mark is None and reading.kind != "rank"


def _quantity(text: str, words: Sequence[Word], reading: Reading, shift: int) -> Quantity:
    start, end = words[reading.first].start, words[_end(reading) - 1].end
    if "rate_end" in reading.extra:
        end = words[int(reading.extra["rate_end"]) - 1].end
    low, high = _bounds(reading)
    counted_text = None
    if reading.counted and reading.mark is None and reading.unit is None and reading.kind == "count":
        counted_text = text[words[reading.counted[0]].start : words[reading.counted[1] - 1].end]
    return Quantity(
        start=shift + start,
        end=shift + end,
        low=low,
        high=high,
        unit=_unit_name(words, reading),
        surface_unit=_surface(text, words, reading),
        hedge=reading.hedge,
        direction=reading.direction,
        kind=_kind(reading),
        counted=counted_text,
        number_start=shift + words[reading.number.first].start,
        number_end=shift + words[reading.number_last - 1].end,
        pair=reading.pair,
    )


def _kind(reading: Reading) -> QuantityKind:
    if reading.mark == "age":
        return "quantity"
    if reading.is_offset:
        return "date"
    if reading.mark is not None:
        return reading.mark
    return reading.kind


def _bounds(reading: Reading) -> tuple[float | None, float | None]:
    low, high = _tidy(reading.low), _tidy(reading.high)
    if reading.hedge in {"over", "at_least"}:
        return low, None
    if reading.hedge in {"under", "at_most"}:
        return None, high
    return low, high


def _tidy(number: float) -> float:
    """Drop the noise of binary fractions: 4.1 million is 4,100,000."""
    return float(f"{number:.15g}") if abs(number) > 1 else number


def _unit_name(words: Sequence[Word], reading: Reading) -> str:
    if reading.mark == "age":
        return "year of age"
    if reading.mark is not None:
        return ""
    if reading.unit is not None:
        return reading.unit.name
    noun = counted.singular(words[reading.head].text) if reading.head is not None else ""
    if reading.rate is not None:
        return f"{noun} per {reading.rate.name}".strip()
    return noun


def _surface(text: str, words: Sequence[Word], reading: Reading) -> str:
    if reading.mark is not None:
        return ""
    span = reading.surface or (reading.counted if reading.unit is None else None)
    if span is None:
        return ""
    shown = text[words[span[0]].start : words[span[1] - 1].end]
    if reading.prefixed and reading.rate is not None and not reading.inherited:
        shown += f" per {reading.rate.name}"
    return shown
