"""What typesetting did to a text is not read, and every claim still points at the stored text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claims
from claims.sources import from_text
from claims.sources.view import view
from claims.vocabulary import load

READ = {
    "a word cut at the end of a line": ("The produc-\ntion fell.", "The production fell."),
    "Windows line ends": ("The produc-\r\ntion fell.", "The production fell."),
    "a soft hyphen": ("The pro\u00adduction fell.", "The production fell."),
    "a soft hyphen at the end of a line": ("The produc\u00ad\ntion fell.", "The production fell."),
    "a hyphen of its own": ("A well-\nknown mine.", "A well-known mine."),
    "a hyphen that the text has elsewhere": ("A sea-\nbed. The sea-bed.", "A sea-bed. The sea-bed."),
    "a name": ("The Rhine-\nRuhr area.", "The Rhine-Ruhr area."),
    "a number before a unit": ("A 40-\ntonne load.", "A 40-tonne load."),
    "a range of years": ("In 2023-\n24 it fell.", "In 2023-24 it fell."),
    "a teen": ("The four-\nteen men.", "The fourteen men."),
    "a dash at the end of a line": ("It fell -\nas expected.", "It fell -\nas expected."),
    "ligatures": ("The o\ufb03ce \ufb01ned \ufb02at owners.", "The office fined flat owners."),
    "a hyphen that does not break": ("A 12\u2011storey house.", "A 12-storey house."),
    "a joiner": ("one\u2060two\u200b three", "onetwo three"),
    "grouped digits": ("12\u2009500 and 1\u00a0250\u00a0000", "12,500 and 1,250,000"),
    "digits that are no group": ("in 2023\u00a0400 men", "in 2023\u00a0400 men"),
    "a combining accent": ("Cafe\u0301", "Caf\u00e9"),
    "plain text": ("Nothing is to be done here.", "Nothing is to be done here."),
}


@pytest.mark.parametrize("case", READ)
def test_what_is_read(case: str) -> None:
    stored, read = READ[case]
    seen = view(from_text(f"{stored}\n"))
    assert seen.source.text == f"{read}\n"
    assert seen.stored.text == f"{stored}\n"


def test_text_without_any_of_it_is_not_copied() -> None:
    source = from_text("The mine closed on Monday.\n")
    assert view(source).source is source


@pytest.mark.parametrize("kind", ["first", "second"])
def test_each_part_with_a_hyphen_keeps_it(kind: str) -> None:
    for word in load("hyphens")[kind]:
        pair = (word, "governing") if kind == "first" else ("coal", word)
        seen = view(from_text(f"A {pair[0]}-\n{pair[1]} town.\n"))
        assert seen.source.text == f"A {pair[0]}-{pair[1]} town.\n"


@pytest.mark.parametrize("ending", load("hyphens")["endings"])
def test_each_ending_is_joined(ending: str) -> None:
    assert view(from_text(f"The seven-\n{ending} one.\n")).source.text == f"The seven{ending} one.\n"


def test_claims_point_at_the_stored_text() -> None:
    text = (
        "The har\u00adbour of\ufb01ce said 12\u2009500\u00a0tonnes of grain were ex-\nported in 2023.\n\n"
        "The well-\nknown silo in Velle holds 40\u2011kilo bags worth 3 mil\u00adlion euros.\n"
    )
    source = from_text(text)
    found = claims.extract(source)
    for claim in found:
        assert claim.quote == text[claim.start : claim.end]
        assert claim.sentence in text
        assert claim.value is None or claim.value.surface == text[claim.value.start : claim.value.end]
    values = {(claim.value.low, claim.value.unit, claim.value.surface) for claim in found if claim.value}
    assert (12_500, "t", "12\u2009500\u00a0tonnes") in values
    assert (3_000_000, "EUR", "3 mil\u00adlion euros") in values


PLAIN = ["a", "mine", " ", "\n", "-\n", "12", ".", "-", "\r\n", "X"]
PIECES = st.sampled_from([*PLAIN, "\u00ad", "\ufb01", "\u200b", "\u2009500", "e\u0301", "\u2011"])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=40).map("".join))
def test_there_is_a_way_back_from_every_place(text: str) -> None:
    seen = view(from_text(f"x {text} x"))
    read, stored = seen.source.text, seen.stored.text
    assert (seen.back(0), seen.back(len(read), at_end=True)) == (0, len(stored))
    places = [seen.back(at) for at in range(len(read))]
    assert places == sorted(places)
    for at, place in enumerate(places):
        end = seen.back(at + 1, at_end=True)
        assert place <= end <= len(stored)
        inside = stored[place:end]
        assert read[at] in inside or read[at] in ",-" or not inside.isascii()
    for block, other in zip(seen.source.blocks, seen.stored.blocks, strict=True):
        assert 0 <= block.start <= block.end <= len(read)
        assert block.kind == other.kind
