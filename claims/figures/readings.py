"""A number with what belongs to it, and the steps that attach currency, unit and rate."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from claims.figures import currencies, hedges, units
from claims.figures.labels import Mark
from claims.figures.numbers import Number
from claims.figures.spelled import lower, table
from claims.figures.units import Unit
from claims.figures.words import Word
from claims.model import Direction, Hedge, Pair, QuantityKind
from claims.vocabulary import load

_HYPHENS = frozenset("-‑‐")
_TIES = frozenset("-+")
_MINUS = frozenset("-−")
_NEAR = 60
_THING = 4
_SHORT = frozenset({"second", "minute", "hour", "day"})
# of these "a square metre", "a troy ounce" can only be what something is sold by
_MEASURES = frozenset({"mass", "area", "volume", "capacity", "energy"})
_CLAUSE_GOES_ON = frozenset({"IN", "CC", "RB", "MD", "TO", "VBD", "VBN", "VBP", "VBZ"})
_AGO = frozenset({"ago", "earlier", "before", "later", "after", "since", "hence", "previously", "prior"})


@dataclass(slots=True)
class Reading:
    """What has been read of one quantity so far; indices count words.

    Attributes:
        number: The number; of a range the lower one.
        mark: Label, date or age, or None.
        first: First word, currency included.
        last: Index after the last word, unit included.
        number_last: Index after the number; of a range after the upper one.
        low: Lower end.
        high: Upper end.
        place: Last significant place, for rounding.
        unit: Unit or currency.
        surface: Span of the words of the unit, or None.
        prefixed: Whether a currency stands before the number.
        counted: Span of the counted noun, or None.
        head: Index of the counted noun itself.
        behind_hyphen: Whether a hyphen ties the noun to the number.
        inherited: Whether unit or noun were taken from another number.
        is_range: Whether low and high are the ends of a stated range.
        pair: What low and high are where they are no range; set by the public call alone.
        moved_from: The old value that a from-to gives for this one.
        hedge: What the wording does to the number.
        direction: Rise or fall by this much.
        by_noun: Whether only a noun or a comparison says the direction ("a 9% decline", "9% lower").
        kind: What sort of number it is.
        figure_of_speech: Counts, but claims nothing ("one of the best").
        is_offset: A length of time that leads to a date ("two days later").
    """

    number: Number
    mark: Mark | None
    first: int
    last: int
    number_last: int
    low: float
    high: float
    place: float
    unit: Unit | None = None
    surface: tuple[int, int] | None = None
    prefixed: bool = False
    counted: tuple[int, int] | None = None
    head: int | None = None
    behind_hyphen: bool = False
    inherited: bool = False
    is_range: bool = False
    moved_from: "Reading | None" = None
    hedge: Hedge = "exact"
    direction: Direction | None = None
    by_noun: bool = False
    kind: QuantityKind = "count"
    figure_of_speech: bool = False
    is_offset: bool = False
    dropped: bool = False
    pair: Pair | None = None
    rate: Unit | None = None
    extra: dict[str, str] = field(default_factory=dict)

    def scale(self, factor: float) -> None:
        """Multiply the number by a magnitude that stands elsewhere."""
        self.number = self.number.scaled(factor)
        self.low, self.high, self.place = self.low * factor, self.high * factor, self.place * factor


def start(words: Sequence[Word], number: Number, mark: Mark | None) -> Reading:
    """Begin a reading with the number alone."""
    reading = Reading(
        number, mark, number.first, number.last, number.last, number.value, number.high, number.place
    )
    if number.form == "vague":
        reading.is_range = True
    return reading


def attach(words: Sequence[Word], reading: Reading, until: int) -> None:
    """Attach sign, currency, unit and rate to a number.

    Args:
        words: The words of the text.
        reading: The number; changed.
        until: Index of the next number's first word, which a unit must not reach over.
    """
    _take_sign(words, reading)
    _take_scale(words, reading)
    found = currencies.before(words, reading.first)
    if found:
        reading.unit, reading.first = found
        reading.prefixed = True
        reading.surface = (reading.first, _sign_end(words, reading))
        _take_sign(words, reading)
    _take_suffix(words, reading, until)
    _take_zero(words, reading)
    if reading.unit is not None:
        _take_rate(words, reading, until)


def _take_scale(words: Sequence[Word], reading: Reading) -> None:
    """Read a scale named before its number: "magnitude 6.4", "a magnitude of 6.4"."""
    at = reading.first - 1 - (lower(words, reading.first - 1) in _HYPHENS | {"of"})
    unit = (
        units.by_name().get(lower(words, at))
        if lower(words, at) in load("units")["scales"]["before"]
        else None
    )
    if unit is not None:
        reading.unit, reading.surface, reading.first = unit, (at, at + 1), at


def _sign_end(words: Sequence[Word], reading: Reading) -> int:
    end = reading.number.first
    return end - 1 if words[end - 1].text in _MINUS else end


def _take_sign(words: Sequence[Word], reading: Reading) -> None:
    """Read a minus: "-5", "minus 5", "minus-130", "$-5"."""
    at = reading.first - 1
    if at < 0 or reading.low < 0:
        return
    sign, before = words[at], words[at - 1] if at else None
    if before is not None and before.text.isupper() and before.kind == "letters" and not sign.glued:
        return  # COVID -19
    written = (
        sign.text in _MINUS and words[at + 1].glued and not (sign.glued and before and before.kind != "sign")
    )
    if written and before is not None and sign.glued and before.text in ")]%":
        written = False
    spoken = sign.lower == "minus" or (
        sign.text in _HYPHENS and before is not None and before.lower == "minus"
    )
    if spoken and before is not None and before.lower == "or":
        return  # plus or minus 3
    if not (written or spoken):
        return
    reading.low, reading.high = -reading.high, -reading.low
    reading.first = at - 1 if spoken and sign.lower != "minus" else at
    if reading.prefixed and reading.surface:
        reading.surface = (reading.surface[0], reading.surface[1])


def _take_suffix(words: Sequence[Word], reading: Reading, until: int) -> None:
    at = _behind_suffix(words, reading.last)
    if at + 1 < len(words) and words[at].text in _HYPHENS and words[at].glued and words[at + 1].glued:
        at += 1
    found = _suffix(words, at, reading)
    if found is None or found[1] > until:
        return
    unit, end = found
    if reading.unit is not None:
        if unit.base == reading.unit.base and unit.dimension == "money":
            reading.last = end
        return
    reading.unit, reading.last, reading.surface = unit, end, (at, end)
    nation = currencies.of_nation(unit, words, end) if unit.dimension == "money" else None
    if nation:
        reading.unit = nation[0]


def _behind_suffix(words: Sequence[Word], at: int) -> int:
    """Step over a hedge that is tied to the number: "50-odd tonnes", "40+ minutes"."""
    tied = at < len(words) and words[at].text in _TIES and words[at].glued
    return hedges.after(words, at)[1] if tied else at


def _take_zero(words: Sequence[Word], reading: Reading) -> None:
    """Read "5 degrees below zero", "20 below zero"."""
    side = lower(words, reading.last)
    if side not in {"below", "above"} or lower(words, reading.last + 1) != "zero":
        return
    if reading.unit is None or reading.unit.dimension in {"temperature", "angle"}:
        reading.last += 2
        if side == "below" and reading.low > 0:
            reading.low, reading.high = -reading.high, -reading.low


def _suffix(words: Sequence[Word], at: int, reading: Reading) -> tuple[Unit, int] | None:
    """Find the unit behind a number; "half an hour" and "a quarter of a century" reach over small words."""
    if reading.number.form == "fraction" and lower(words, at) in {"a", "an", "of"}:
        at += 1 + (lower(words, at) == "of" and lower(words, at + 1) in {"a", "an"})
        return units.match(words, at) if words[at - 1].lower in {"a", "an"} else None
    found = units.match(words, at) or _span_of_time(words, at)
    money = currencies.after(words, at)
    if money and (found is None or money[1] > found[1]):
        found = money
    if found is None:
        return None
    unit, end = found
    if unit.name == "pound sterling" and words[at].lower.startswith("pound"):
        return (_pound(words, reading), end)
    if unit.name == "second" and lower(words, end).strip("-") in {"half", "quarter", "division", "row"}:
        return None
    if unit.name in {"point", "day", "minute", "second"} and words[at].tag == "NNP":
        return found if reading.number.value != 1 else None
    return found


def _span_of_time(words: Sequence[Word], at: int) -> tuple[Unit, int] | None:
    """Read "three consecutive days", "50 previous years"."""
    if at >= len(words) or words[at].tag not in {"JJ", "JJR", "RBR"}:
        return None
    found = units.match(words, at + 1)
    times = {"time", "month", "year", "hour", "minute"}
    return found if found and found[0].dimension in times and words[at + 1].tag == "NNS" else None


def _pound(words: Sequence[Word], reading: Reading) -> Unit:
    """Tell the weight from the money."""
    near = words[max(0, reading.first - _NEAR) : reading.last + _NEAR]
    money = reading.number.magnitude >= 1e3 or any(
        word.text == "£" or word.lower == "sterling" for word in near
    )
    return currencies.currency("GBP") if money else units.by_name()["pound-mass"]


def _take_rate(words: Sequence[Word], reading: Reading, until: int) -> None:
    """Attach "per tonne", "a barrel", "/ha", "per 100,000" to a unit."""
    assert reading.unit is not None
    at = reading.last
    if reading.unit.dimension == "money":
        nation = currencies.of_nation(reading.unit, words, at)
        if nation:
            reading.unit, at = nation
            reading.last = at
    behind = _behind_thing(words, at)
    found = rate_at(words, at) or rate_at(words, behind)
    if found is not None and behind > at + 2 and found[0].name not in _SHORT and found[1] > behind:
        return  # "2 million tonnes of carbon dioxide a year": an amount of a year
    if found is None or (reading.unit.dimension in {"share", "points"} and found[0].dimension != "length"):
        return
    bottom, end = found
    if end > until + 1:
        return
    if bottom.name == "pound" and reading.unit.dimension == "money" and not _is_exchange(words, reading.unit):
        bottom = units.by_name()["pound-mass"]  # "90 cents a pound"
    reading.rate, top = bottom, reading.unit
    reading.unit = units.compound(reading.unit, bottom)
    reading.surface = (
        (reading.surface[0], end) if reading.surface and not reading.prefixed else reading.surface
    )
    reading.last = end
    nation = currencies.of_nation(top, words, end) if top.dimension == "money" else None
    if nation:
        reading.unit, reading.last = units.compound(nation[0], bottom), nation[1]


def _is_exchange(words: Sequence[Word], money: Unit) -> bool:
    """Tell whether so much money "a pound" is what sterling is exchanged for."""
    traded = load("currencies")["exchange"]["words"]
    return money.base == "GBP" or any(word.lower in traded for word in words)


def _behind_thing(words: Sequence[Word], at: int) -> int:
    """Return the index behind what is measured: "300,000 sacks of raw sugar a day"."""
    here = at + 1
    while lower(words, at) == "of" and here < min(len(words), at + _THING) and _is_thing(words[here]):
        here += 1
    return here if here > at + 1 and words[here - 1].tag.startswith("NN") else len(words)


def _is_thing(word: Word) -> bool:
    return word.kind == "letters" and word.tag in {"NN", "NNS", "NNP", "JJ", "VBG", "VBN"}


def rate_at(words: Sequence[Word], at: int) -> tuple[Unit, int] | None:
    """Find the lower half of a rate at a word: "per share", "a barrel", "-a-day", "/ha".

    Returns:
        The unit below the line and the index after it, or None.
    """
    here = at + (lower(words, at) in _HYPHENS and lower(words, at + 1) in {"a", "an", "per"})
    joint = lower(words, here)
    if joint == "/" and here + 1 < len(words) and words[here + 1].glued:
        return units.match(words, here + 1) or _trade_noun(words, here + 1)
    if joint not in {"per", "a", "an"}:
        return None
    below = here + 1 + (lower(words, here + 1) in _HYPHENS)
    if joint == "per":
        found = units.match(words, below) or _per_many(words, below) or _trade_noun(words, below)
        return found if not (found and found[0].dimension == "share") else None
    word, measured = lower(words, below), units.match(words, below)
    ago = word in load("units")["rates"]["clock"] and lower(words, below + 1) in _AGO
    phrase = measured is not None and measured[1] > below + 1 and measured[0].dimension in _MEASURES
    if ago or (word not in load("units")["rates"]["a"] and not phrase):
        return None
    return measured or _trade_noun(words, below)


def is_below(words: Sequence[Word], at: int) -> bool:
    """Whether "a dozen" is what something else is reckoned by: "$4 a dozen", not "$4, a dozen of them"."""
    if lower(words, at) != "a" or lower(words, at + 1) not in table("groups"):
        return False
    after = words[at + 2] if at + 2 < len(words) else None
    return after is None or after.kind == "sign" or after.tag in _CLAUSE_GOES_ON


def _per_many(words: Sequence[Word], at: int) -> tuple[Unit, int] | None:
    """Read "per 100,000 people", "per thousand"."""
    from claims.figures import digits, spelled

    if at >= len(words):
        return None
    read = digits.read(words[at].text) if words[at].kind == "digits" else None
    factor, last = spelled.read_magnitudes(words, at if read is None else at + 1)
    count = (read[0] if read else 1.0) * factor
    if count <= 1 or (read is None and lower(words, at) in table("groups")):  # "per dozen"
        return None
    last = max(last, at + 1)
    measured = units.match(words, last)  # "per 100 km", not "per 100,000 people"
    name = f"{count:.0f} {measured[0].name}" if measured else f"{count:.0f}"
    return Unit(name, "many", name), measured[1] if measured else last


def _trade_noun(words: Sequence[Word], at: int) -> tuple[Unit, int] | None:
    if at >= len(words) or words[at].kind != "letters":
        return None
    from claims.figures.counted import singular

    noun = singular(words[at].lower)
    return Unit(noun, "item", noun), at + 1
