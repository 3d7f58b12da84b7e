"""Each word of the vocabularies of numbers, units, currencies and hedges does what it is listed for."""

import pint
import pytest

from claims.figures import units
from claims.quantities import find, quantities, to_value
from claims.vocabulary import load


def _unit_spellings():
    table = load("units")
    groups = [(group["base"], group["unit"]) for group in table["dimension"].values()]
    groups.append((None, table["own"]["unit"]))
    for base, entries in groups:
        for entry in entries:
            for word in entry.get("words", []):
                yield f"7.5 {word}", entry["name"], base
            for symbol in entry.get("symbols", []):
                yield f"7.5{symbol}", entry["name"], base
                for prefix in entry.get("prefixes", []):
                    word = table["prefixes"][prefix]["word"]
                    yield f"7.5 {prefix}{symbol}", word + entry["name"], base


# "7.5m" is seven and a half million
SPELLINGS = sorted({case for case in _unit_spellings() if case[0] != "7.5m"}, key=str)
SHARED = {"fps", "A", "c", "p"}  # one spelling of two units: the first listed wins


@pytest.mark.parametrize(("text", "name", "base"), SPELLINGS, ids=[text for text, _, _ in SPELLINGS])
def test_every_spelling_of_a_unit_is_read(text, name, base):
    spelling = text.removeprefix("7.5").strip()
    (found,) = quantities(f"It measures {text}, they said.")
    assert found.low == 7.5
    assert found.surface_unit == spelling
    if spelling not in SHARED:
        assert found.unit == name
    if base is not None:
        assert to_value(found, f"It measures {text}, they said.").unit == base


def _factors():
    table = load("units")
    for dimension, group in table["dimension"].items():
        for entry in group["unit"]:
            if "pint" in entry and "factor" in entry and "pint" in group:
                yield dimension, entry["name"], entry["pint"], group["pint"], entry["factor"]


@pytest.mark.parametrize(("dimension", "name", "expression", "base", "factor"), list(_factors()))
def test_the_factors_in_the_table_are_those_of_pint(dimension, name, expression, base, factor):
    registry = pint.UnitRegistry()
    assert registry.parse_expression(expression).to(base).magnitude == pytest.approx(factor, rel=1e-9)


@pytest.mark.parametrize("name", sorted(units.by_name()))
def test_every_unit_has_a_finite_positive_factor(name):
    assert 0 < units.by_name()[name].to_base() < 1e25


SIGNS = sorted(load("currencies")["signs"].items())


@pytest.mark.parametrize(("sign", "code"), SIGNS)
def test_every_currency_sign_is_read_before_a_number(sign, code):
    text = f"It cost {sign}7.5 million."
    (found,) = quantities(text)
    assert (found.low, found.kind, found.surface_unit) == (7.5e6, "money", sign)
    assert to_value(found, text).unit == code


@pytest.mark.parametrize(("name", "code"), sorted(load("currencies")["names"].items()))
def test_every_currency_name_is_read_behind_a_number(name, code):
    text = f"It cost 7.5 million {name}."
    (found,) = quantities(text)
    assert to_value(found, text).unit == code


MINOR = [(word, entry["of"]) for entry in load("currencies")["minor"].values() for word in entry["words"]]


@pytest.mark.parametrize(("name", "code"), MINOR)
def test_hundredths_are_converted_to_the_currency(name, code):
    text = f"It cost 40 {name}."
    (value,) = [to_value(q, text) for q in quantities(text)]
    assert (value.low, value.unit) == (0.4, code)


BEFORE = [
    (phrase, hedge)
    for hedge, phrases in load("hedges")["before"].items()
    for phrase in phrases
    if phrase[-1] != "-"
]
AFTER = [(phrase, hedge) for hedge, phrases in load("hedges")["after"].items() for phrase in phrases]


@pytest.mark.parametrize(("phrase", "hedge"), BEFORE)
def test_every_hedge_before_a_number_is_read(phrase, hedge):
    (found,) = [q for q in quantities(f"They sold {phrase} 450 tonnes.") if q.unit == "metric ton"]
    assert found.hedge == hedge
    stated = found.high if hedge in {"under", "at_most"} else found.low
    assert stated == 450
    assert (found.low is None) == (hedge in {"under", "at_most"})
    assert (found.high is None) == (hedge in {"over", "at_least"})


@pytest.mark.parametrize(("phrase", "hedge"), AFTER)
def test_every_hedge_behind_a_number_is_read(phrase, hedge):
    gap = "" if phrase[0] in "-+" else " "
    (found,) = quantities(f"They sold 450{gap}{phrase}.")
    assert found.hedge == hedge


@pytest.mark.parametrize("word", [w for w, v in load("numbers")["small"].items() if v > 1])
def test_every_small_number_word_is_read(word):
    (found,) = quantities(f"They sold {word} tonnes.")
    assert found.low == load("numbers")["small"][word]


@pytest.mark.parametrize(("word", "worth"), sorted(load("numbers")["magnitudes"].items()))
def test_every_magnitude_is_read(word, worth):
    (found,) = quantities(f"They sold three {word} tonnes.")
    assert found.low == pytest.approx(3 * worth)


@pytest.mark.parametrize(("mark", "worth"), sorted(load("numbers")["marks"]["money"].items()))
def test_every_short_magnitude_is_read_behind_money(mark, worth):
    (found,) = quantities(f"It cost $3.5{mark}.")
    assert found.low == pytest.approx(3.5 * worth)


@pytest.mark.parametrize(("word", "divisor"), sorted(load("numbers")["parts"].items()))
def test_every_fraction_is_read(word, divisor):
    (found,) = quantities(
        f"They sold a {word} of the crop." if word != "half" else "They sold half of the crop."
    )
    assert (found.low, found.kind) == (pytest.approx(1 / divisor), "share")


@pytest.mark.parametrize(("word", "times"), sorted(load("changes")["multiples"].items()))
def test_every_multiple_verb_is_read(word, times):
    from claims.language import pipeline

    doc = pipeline()(f"Sales {word}.")
    for token in doc[1:2]:
        token.tag_ = "VBD"
    (found,) = find(doc)
    assert (found.low, found.kind) == (times, "growth")


def _changes(side):
    return [
        (word, side) for word in load("changes")[side]["verbs"] if word not in {"higher", "lower", "inch up"}
    ]


@pytest.mark.parametrize(("word", "direction"), [*_changes("up"), *_changes("down")])
def test_every_verb_of_change_gives_the_direction(word, direction):
    (found,) = quantities(f"Sales {word} 4%.")
    assert (found.low, found.direction, found.kind) == (4, direction, "growth")


@pytest.mark.parametrize("noun", load("labels")["names"]["nouns"])
def test_a_number_that_names_something_is_no_quantity(noun):
    assert quantities(f"They met at {noun} 64.") == []
