"""What is written is read back, and no mixture of what numbers are written with raises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.quantities import quantities, to_value

MAGNITUDES = {
    "": 1,
    " thousand": 1e3,
    " million": 1e6,
    " billion": 1e9,
    " lakh": 1e5,
    " crore": 1e7,
    " lakh crore": 1e12,
}
UNITS = {
    " tonnes": "metric ton",
    " km": "kilometre",
    "%": "percentage",
    " hectares": "hectare",
    " euros": "euro",
    " barrels a day": "barrel per day",
    " years": "year",
    " basis points": "basis point",
    " houses": "house",
}
HEDGES = {
    "": "exact",
    "about ": "approx",
    "nearly ": "nearly",
    "more than ": "over",
    "at least ": "at_least",
    "fewer than ": "under",
    "up to ": "at_most",
    "no more than ": "at_most",
    "not fewer than ": "at_least",
}
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
]
ONES += ["seventeen", "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spell(number: int) -> str:
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {spell(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    rest = number % 1000
    joint = " and " if 0 < rest < 100 else " "
    return f"{spell(number // 1000)} thousand" + (f"{joint}{spell(rest)}" if rest else "")


def indian(number: int) -> str:
    digits = str(number)
    head, tail = digits[:-3], digits[-3:]
    groups = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail])


STYLES = {
    "plain": str,
    "english": lambda number: f"{number:,}",
    "indian": indian,
    "spaced": lambda number: f"{number:,}".replace(",", "\u00a0"),
    "words": lambda number: spell(number) if number < 1_000_000 else f"{number:,}",
}


@settings(max_examples=300, deadline=None)
@given(
    number=st.integers(min_value=2, max_value=9_999_999),
    style=st.sampled_from(sorted(STYLES)),
    magnitude=st.sampled_from(sorted(MAGNITUDES)),
    unit=st.sampled_from(sorted(UNITS)),
    hedge=st.sampled_from(sorted(HEDGES)),
)
def test_a_written_quantity_is_read_back(number, style, magnitude, unit, hedge):
    if style == "words" and number >= 1000:
        magnitude = ""  # nobody writes "two thousand million"
    text = f"They counted {hedge}{STYLES[style](number)}{magnitude}{unit} there."
    (found,) = quantities(text)
    stated = found.high if HEDGES[hedge] in {"under", "at_most"} else found.low
    assert stated == pytest.approx(number * MAGNITUDES[magnitude])
    assert (found.unit, found.hedge) == (UNITS[unit], HEDGES[hedge])


@settings(max_examples=150, deadline=None)
@given(
    low=st.integers(min_value=2, max_value=800),
    gap=st.integers(min_value=1, max_value=150),
    joint=st.sampled_from(["-", "–", " to "]),
    magnitude=st.sampled_from([" million", " billion", " crore", "bn", "m"]),
    sign=st.sampled_from(["$", "€", "£", "₹", "US$", "Rs "]),
)
def test_a_range_shares_its_magnitude_and_currency(low, gap, joint, magnitude, sign):
    worth = {"bn": 1e9, "m": 1e6, **MAGNITUDES}[magnitude]
    (found,) = quantities(f"They expect {sign}{low}{joint}{low + gap}{magnitude} of it.")
    assert (found.low, found.high) == (pytest.approx(low * worth), pytest.approx((low + gap) * worth))
    assert (found.hedge, found.kind) == ("range", "money")


PIECES = [
    "1",
    "2,3",
    "3.5",
    "12,34,567",
    "1.2.3",
    "-",
    "–",
    "$",
    "€",
    "US$",
    "%",
    ",",
    ".",
    "and",
    "or",
    "to",
    "from",
    "between",
    "of",
    "a",
    "half",
    "third",
    "quarter",
    "million",
    "one",
    "two",
    "hundred",
    "per",
    "in",
    "every",
    "times",
    "fold",
    "th",
    "km/h",
    "tons",
    "years",
    "over",
    "up",
    "down",
    "rose",
    "by",
    "(",
    ")",
    "'",
    '"',
    "½",
    "×",
    "10",
    "^",
    "/",
    "+",
    "±",
    "²",
    "٣",
    "🙂",
    "2024",
    "5pm",
    "No.",
    "Rs",
    "m",
    "bn",
    "first",
    "largest",
    "A321",
    "#",
    "@",
    "_",
    "minus",
    "magnitude",
    "twice",
    "second",
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "\n"])), max_size=25))
def test_odd_input_never_raises_and_spans_are_sound(pieces):
    text = "".join(piece + gap for piece, gap in pieces)
    for found in quantities(text):
        assert 0 <= found.start <= found.number_start < found.number_end <= found.end <= len(text)
        assert found.pair or found.low is None or found.high is None or found.low <= found.high
        to_value(found, text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_read(text):
    for found in quantities(text):
        to_value(found, text)


@pytest.mark.parametrize("unit", ["7", ",", "-", "million million "])
def test_a_megabyte_is_read(unit):
    assert quantities(unit * (1_000_000 // len(unit))) == []
