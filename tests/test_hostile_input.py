"""No input raises, however odd, and what is found lies where it says: numbers, times and whole sources.

How the time grows with such inputs is measured by ``benchmarks/hostile.py``.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claims
from claims.language import split
from claims.periods import find_times
from claims.quantities import quantities, to_value
from claims.sources import SourceError, from_text, load_all
from claims.vocabulary import load
from tests.work import work

INPUTS = tomllib.loads(Path(__file__).parents[1].joinpath("benchmarks", "hostile.toml").read_text("utf-8"))
FRAMED = {name: ("", unit, "") for name, unit in INPUTS["repeated"].items()} | INPUTS["framed"]
PUBLISHED = date(2025, 11, 20)


def hostile(name: str, size: int) -> str:
    start, unit, end = FRAMED[name]
    return str(start + unit * (size // len(unit)) + end)


def check_quantities(text: str) -> None:
    for found in quantities(text):
        assert 0 <= found.start <= found.number_start < found.number_end <= found.end <= len(text)
        assert found.low is None or found.high is None or found.low <= found.high
        value = to_value(found, text)
        assert text[value.start : value.end] == value.surface


def check_times(text: str, published: date | None = PUBLISHED) -> None:
    last = 0
    for found in find_times(text, published=published):
        assert last <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        last = found.end


def check_claims(text: str, name: str = "a.md") -> None:
    """A text is read, or refused in one line that says why; its claims stand where they say."""
    try:
        source = from_text(text, name)
    except SourceError as error:
        assert str(error).count("\n") == 0
        return
    for claim in claims.extract(source):
        assert 0 <= claim.start < claim.end <= len(source.text)
        assert claim.quote == source.text[claim.start : claim.end]
        if claim.value is not None:
            assert claim.value.surface == source.text[claim.value.start : claim.value.end]


@pytest.mark.parametrize("name", FRAMED)
def test_a_hostile_input_is_read(name: str) -> None:
    text = hostile(name, 1_500)
    check_quantities(text)
    check_times(text)
    check_claims(text)


@pytest.mark.parametrize("name", FRAMED)
def test_work_grows_with_the_text_and_not_with_its_square(name: str) -> None:
    small, large = hostile(name, 500), hostile(name, 2_000)
    for reader in (quantities, find_times):
        spent = work(lambda reader=reader: reader(small)), work(lambda reader=reader: reader(large))
        assert spent[1] < 6 * spent[0] + 4_000  # linear is 4, quadratic 16


# What reads sentences knows the sentence and the whole source: both are told to grow here.
GROWING = {
    "one sentence": ("The port shipped ", "5 tonnes of ore and ", "sand."),
    "sentences": ("", "The port shipped 5 bushels of wheat in May 2020, “a third more”, said Ms Lie. ", ""),
    "paragraphs": ("", "The port shipped 5 bushels of wheat in May 2020, officials said on Monday.\n\n", ""),
    "rows": ("| Port | Ore (t) |\n|---|---|\n", "| Odda | 5 |\n", ""),
    "quotations": ("", "“We shipped 5 tonnes,” he said.\n\n", ""),
    "brackets": ("The port (", "5 km, ", ") won."),
}


@pytest.mark.parametrize("name", GROWING)
def test_the_work_of_reading_claims_grows_with_the_text(name: str) -> None:
    start, unit, end = GROWING[name]

    def spent(size: int) -> int:
        source = from_text(start + unit * (size // len(unit)) + end, "a.md")
        return work(lambda: claims.extract(source))

    spent(500)  # fills the caches
    assert spent(4_000) < 6 * spent(1_000)  # linear is 4, quadratic 16


@pytest.mark.parametrize("unit", ["Yes. ", "It is so, said Ms. B. Lie! ", "No. 5; (", "a" * 40 + ". "])
def test_a_long_paragraph_is_split_in_linear_time(unit: str) -> None:
    def spent(size: int) -> int:
        text = unit * (size // len(unit))
        return work(lambda: split(text, 0, len(text)))

    spent(500)  # fills the caches
    assert spent(200_000) < 6 * spent(50_000)  # linear is 4, quadratic 16


def test_paragraphs_without_words_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("The port shipped 12 tonnes of ore.\n\n" + '5" ' * 1_000 + "\n\nIt sold nine of them.\n")
    (source,), problems = load_all([file])
    assert [problem.cause for problem in problems] == [
        "has 2,999 digits and signs with hardly a word (line 3)"
    ]
    assert [claim.value.low for claim in claims.extract(source) if claim.value] == [12, 9]


def test_a_long_sentence_is_read_to_its_end() -> None:
    listed = ", ".join(f"{number} tonnes of ore went to Odda" for number in range(11, 411))
    found = claims.extract(from_text(f"The port said that {listed}."))
    assert [claim.value.low for claim in found if claim.value] == list(range(11, 411))


ARTICLE = """# Port of Odda ships more ore

By Ane Dahl, 4 March 2024

The port shipped about 1.2 million tonnes of ore in 2023, up 8% from a year earlier, the ministry said
on Monday. It costs between $3 and $4.5 billion (Rs 3,500 crore); “we never sold a third of it,”
said Ms Lie, 47.

| Year | Ore (t) |
|---|---|
| 2022 | 1,100 |
"""


def _words(table: object) -> Iterator[str]:
    """Yield the words that a vocabulary lists, whatever their order in it."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        yield from (key for key in table if isinstance(key, str))
        yield from (word for value in table.values() for word in _words(value))
    elif isinstance(table, list):
        yield from (word for value in table for word in _words(value))


LISTED = sorted(
    {
        word
        for name in ("hedges", "units", "numbers", "periods", "currencies", "changes", "ranges", "labels")
        for word in _words(load(name))
    }
)
NUMBERS = st.integers(0, 10**7).map(str) | st.floats(0, 1e6).map(str) | st.sampled_from(["1,2", "½", "2020"])
JOINTS = st.sampled_from([" ", " ", " ", "", "-", ", ", "\n", ". ", " (", ") ", "–", "\u00a0"])
MIXTURES = st.lists(st.tuples(st.sampled_from(LISTED) | NUMBERS, JOINTS), max_size=15).map(
    lambda pieces: "".join(piece + joint for piece, joint in pieces)
)
CHARACTERS = st.text(st.characters(exclude_categories=()), max_size=60)  # lone surrogates, too


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """An ordinary article with a few places overwritten, doubled or cut out."""
    text = ARTICLE
    for _ in range(draw(st.integers(1, 4))):
        left = draw(st.integers(0, len(text)))
        right = min(len(text), left + draw(st.integers(0, 40)))
        piece = draw(st.sampled_from(["", text[left:right] * 2]) | CHARACTERS | MIXTURES)
        text = text[:left] + piece + text[right:]
    return text


@settings(max_examples=300, deadline=None)
@given(CHARACTERS | MIXTURES)
def test_no_text_stops_the_reader_of_numbers(text: str) -> None:
    check_quantities(text)


@settings(max_examples=300, deadline=None)
@given(CHARACTERS | MIXTURES | mutated(), st.none() | st.dates())
def test_no_text_stops_the_reader_of_times(text: str, published: date | None) -> None:
    check_times(text, published)


@settings(max_examples=80, deadline=None)
@given(CHARACTERS | MIXTURES | mutated(), st.sampled_from(["a.md", "a.txt"]))
def test_no_text_stops_the_reader_of_claims(text: str, name: str) -> None:
    check_claims(text, name)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80))
def test_no_bytes_stop_the_reader_of_claims(data: bytes) -> None:
    check_claims(data.decode("latin-1"))
