"""Each word of the vocabularies of numbers, units, currencies and hedges does what it is listed for."""

import subprocess
import sys

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
    known = pint.UnitRegistry()
    assert known.parse_expression(expression).to(base).magnitude == pytest.approx(factor, rel=1e-9)


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


@pytest.mark.parametrize(
    ("mark", "worth"),
    sorted(
        {
            *load("numbers")["marks"]["always"].items(),
            *((mark, worth) for mark, worth in load("numbers")["marks"]["glued"].items() if mark != "m"),
        }
    ),
)
def test_every_short_magnitude_is_read_without_money(mark, worth):
    (found,) = quantities(f"It has 3.5{mark} users.")
    assert (found.low, found.unit) == (pytest.approx(3.5 * worth), "user")


@pytest.mark.parametrize(("word", "decade"), sorted(load("numbers")["decades"].items()))
def test_every_decade_of_life_is_read(word, decade):
    (found,) = quantities(f"She is in her {word}.")
    assert (found.low, found.high, found.unit) == (decade, decade + 9, "year of age")


@pytest.mark.parametrize(("word", "place"), sorted(load("numbers")["ordinals"].items()))
def test_every_ordinal_is_a_rank(word, place):
    from claims.language import pipeline

    ranks = [found for found in find(pipeline()(f"They came {word} in the league.")) if found.kind == "rank"]
    assert [found.low for found in ranks] == [place]


@pytest.mark.parametrize("word", ["responder", "responders", "cousin", "cousins", "lady", "aid"])
def test_some_are_called_first_without_a_rank(word):
    assert [found for found in quantities(f"The first {word} came in May.") if found.kind == "rank"] == []


# A bare verb form reads as a noun here ("ran from" needs a subject), so each is put where it can stand.
@pytest.mark.parametrize("word", load("ranges")["extent"]["words"])
def test_every_word_of_extent_makes_a_range(word):
    (found,) = quantities(f"Fees rose and {word} from $5 to $9.")
    assert (found.low, found.high, found.hedge, found.pair) == (5, 9, "range", None)


@pytest.mark.parametrize("word", load("ranges")["change"]["verbs"])
def test_every_verb_of_change_gives_an_old_and_a_new_value(word):
    from claims.language import pipeline

    doc = pipeline()(f"They {word} from $5 to $9.")
    doc[1].tag_ = "VBD"
    assert [(found.low, found.hedge) for found in find(doc)][-2:] == [(5, "exact"), (9, "exact")]


@pytest.mark.parametrize("word", load("ranges")["change"]["nouns"])
def test_every_noun_of_change_gives_an_old_and_a_new_value(word):
    from claims.language import pipeline

    doc = pipeline()(f"The {word} from $5 to $9 hurt.")
    doc[1].tag_ = "NN"
    assert [(found.low, found.hedge) for found in find(doc)][-2:] == [(5, "exact"), (9, "exact")]


@pytest.mark.parametrize("word", load("ranges")["change"]["with_object"])
def test_some_verbs_change_only_an_object(word):
    from claims.language import pipeline

    doc = pipeline()(f"They {word} it from $5 to $9.")
    assert [found.low for found in find(doc)] == [5, 9]
    (found,) = quantities(f"They {word} from $5 to $9.")
    assert found.hedge == "range"


@pytest.mark.parametrize("word", load("ranges")["ratio"]["words"])
def test_every_word_for_a_ratio_is_heard(word):
    (found,) = quantities(f"Say {word} of 7-2.")
    assert (found.low, found.unit) == (3.5, "ratio")


@pytest.mark.parametrize(
    "text",
    [f"They {word} 3-1." for word in load("ranges")["score"]["before"]]
    + [f"It is 3-1 {word}." for word in load("ranges")["score"]["after"]],
)
def test_every_word_for_a_score_is_heard(text):
    (found,) = quantities(text)
    assert (found.low, found.high, found.pair) == (3, 1, "score")


NEW = """
import claims.vocabulary as vocabulary

plain = vocabulary.load
units, hedges = plain("units"), plain("hedges")
maund = {"name": "maund", "words": ["maund"], "symbols": ["md"], "factor": 0.0373242}
units["dimension"]["mass"]["unit"].append(maund)
hedges["before"]["approx"].append("a smidgen around")
from claims.quantities import quantities, to_value
text = "They sold a smidgen around 450 maunds and 7md."
for q in quantities(text):
    value = to_value(q, text)
    print(q.low, q.unit, q.hedge, round(value.low, 3), value.unit)
"""


def test_a_new_unit_and_a_new_hedge_need_no_code():
    done = subprocess.run([sys.executable, "-c", NEW], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["450.0 maund approx 16.796 t", "7.0 maund exact 0.261 t"]


@pytest.mark.parametrize("phrase", load("hedges")["before_changes"]["nearly"])
def test_what_hedges_a_change_leaves_a_count_exact(phrase):
    (changed,) = quantities(f"The price {phrase} doubled.")
    (left,) = quantities(f"By dawn {phrase} 450 homes had light.")
    assert (changed.hedge, left.hedge) == ("nearly", "exact")
