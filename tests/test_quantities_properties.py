"""What is written is read back, and no mixture of what numbers are written with raises."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.quantities import quantities, to_value
from tests.written import BEFORE, FRACTIONS, Phrase, bounds, phrases


@settings(max_examples=500, deadline=None, derandomize=True)
@given(phrases())
def test_a_written_quantity_is_read_back(phrase: Phrase) -> None:
    (found,) = [one for one in quantities(phrase.text) if not phrase.text.startswith("7,25", one.start)]
    assert (found.low, found.high) == (_near(phrase.low), _near(phrase.high))
    assert (found.unit, found.hedge) == (phrase.unit, phrase.hedge)


def _near(number: float | None) -> object:
    return None if number is None else pytest.approx(number)


@settings(max_examples=100, deadline=None)
@given(
    fraction=st.sampled_from(sorted(FRACTIONS)),
    hedge=st.sampled_from(sorted(phrase for phrase in BEFORE if phrase[-1] not in "-~≈∼<>≤≥")),
    whole=st.sampled_from(["of the tickets", "of its members", "of all homes", "of the crop"]),
)
def test_a_written_part_is_read_back(fraction: str, hedge: str, whole: str) -> None:
    (found,) = quantities(f"They gave away {hedge} {fraction} {whole}.")
    assert (found.low, found.high) == tuple(map(_near, bounds(FRACTIONS[fraction], BEFORE[hedge])))
    assert (found.kind, found.hedge) == ("share", BEFORE[hedge])


MILLIONS = {" million": 1e6, " billion": 1e9, " crore": 1e7, "bn": 1e9, "m": 1e6}


@settings(max_examples=150, deadline=None)
@given(
    low=st.integers(min_value=2, max_value=800),
    gap=st.integers(min_value=1, max_value=150),
    joint=st.sampled_from(["-", "–", " to "]),
    magnitude=st.sampled_from(sorted(MILLIONS)),
    sign=st.sampled_from(["$", "€", "£", "₹", "US$", "Rs "]),
)
def test_a_range_shares_its_magnitude_and_currency(low, gap, joint, magnitude, sign):
    worth = MILLIONS[magnitude]
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
