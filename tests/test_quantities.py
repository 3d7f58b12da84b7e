"""Numbers in running text: what is a quantity, with which unit, hedge and direction, and what is none."""

import json
from pathlib import Path

import pytest

import claims
from claims.language import pipeline, plain
from claims.quantities import find, quantities, quantities_many, to_value
from claims.vocabulary import load, word_list

# text -> (value or (low, high), unit, hedge) of each quantity
PLAIN = {
    "The town has 1,234,567 residents.": [(1234567, "resident", "exact")],
    "Sales reached 12,34,567 units.": [(1234567, "unit", "exact")],
    "It earned 2.345.678,50 euros and spent 3,5 million.": [
        (2345678.5, "euro", "exact"),
        (3.5e6, "", "exact"),
    ],
    "About 12 000 people came.": [(12000, "people", "approx")],
    "Clinics treated 2 384 patients.": [(2384, "patient", "exact")],
    "Bids have risen to 1 033.": [(1033, "", "exact")],
    "Some 1 240 (of them 300 bulls) died.": [(1240, "", "approx"), (300, "bull", "exact")],
    "On route 9 300 people waited.": [(300, "people", "exact")],
    "Half the pupils stayed.": [(0.5, "", "exact")],
    "Some 1 234 567 birds were counted.": [(1234567, "bird", "approx")],
    "They paid two hundred and fifty-six thousand dollars.": [(256000, "dollar", "exact")],
    "He owes half a million rupees.": [(5e5, "Indian rupee", "exact")],
    "She ran two and a half miles.": [(2.5, "mile", "exact")],
    "He waited half an hour.": [(0.5, "hour", "exact")],
    "Five dozen eggs broke.": [(60, "egg", "exact")],
    "Tens of thousands of fans came.": [((10_000, 100_000), "fan", "range")],
    "It has 2½ acres.": [(2.5, "acre", "exact")],
    "The index lost 190 points, or 0.6%.": [(190, "point", "exact"), (0.6, "percentage", "exact")],
    "They want between $1.2 and $1.4 billion.": [((1.2e9, 1.4e9), "dollar", "range")],
    "Guests pay €380m to €420m.": [((3.8e8, 4.2e8), "euro", "range")],
    "A £30m-£50m pier opens.": [((3e7, 5e7), "pound sterling", "range")],
    "The fare is €3-€5.": [((3, 5), "euro", "range")],
    "It lasts five or six days.": [((5, 6), "day", "range")],
    "Yields are 2.1–2.4 t/ha.": [((2.1, 2.4), "metric ton per hectare", "range")],
    "It weighs 5 ± 2 kg.": [((3, 7), "kilogram", "range")],
    "Prices range from $12 to $15.": [((12, 15), "dollar", "range")],
    "They won 12, seven and three medals.": [
        (12, "medal", "exact"),
        (7, "medal", "exact"),
        (3, "medal", "exact"),
    ],
    "Oil cost $79 a barrel.": [(79, "dollar per barrel", "exact")],
    "It makes 52,000 barrels a day.": [(52000, "barrel per day", "exact")],
    "The rate is 12 per 100,000.": [(12, "per 100000", "exact")],
    "It was minus 12 degrees Celsius.": [(-12, "celsius", "exact")],
    "A magnitude 6.4 quake struck.": [(6.4, "magnitude", "exact")],
    "They cut rates by 25 basis points.": [(25, "basis point", "exact")],
    "One in five drivers is uninsured.": [(0.2, "driver", "exact")],
    "Two-thirds of members agreed.": [(2 / 3, "member", "exact")],
    "The crew is 30-strong.": [(30, "strong", "exact")],
    "A 60-strong staff runs it.": [(60, "staff", "exact")],
    "The fine is 8 billion won.": [(8e9, "South Korean won", "exact")],
    "It costs US$75 or HK$580.": [(75, "dollar", "exact"), (580, "Hong Kong dollar", "exact")],
    "A $40 million school opens.": [(4e7, "dollar", "exact")],
    "It costs A$75 or HK $580.": [(75, "Australian dollar", "exact"), (580, "Hong Kong dollar", "exact")],
    "It costs $8.05 a bushel, Canadian.": [(8.05, "Canadian dollar per bushel", "exact")],
    "They hired more than 40 nurses.": [((40, None), "nurse", "over")],
    "No more than 40 nurses came.": [((None, 40), "nurse", "at_most")],
    "Not fewer than 40 nurses came.": [((40, None), "nurse", "at_least")],
    "Just under 40% voted.": [(40, "percentage", "nearly")],
    "It walks more than 100 kilometres (60 miles).": [
        ((100, None), "kilometre", "over"),
        ((60, None), "mile", "over"),
    ],
    "Fifteen people or more came.": [((15, None), "people", "at_least")],
    "It fell 14% over three years.": [(14, "percentage", "exact"), (3, "year", "exact")],
    "It was shut for over two years.": [((2, None), "year", "over")],
}

NONE = [
    "Route 12 is closed.",
    "The A321neo and the 737-700s were sold.",
    "See page 17, section 4.2.1 and No. 1,284.",
    *(f"See {abbreviation}. 1,284." for abbreviation in load("labels")["names"]["abbreviations"]),
    "Call +34 555 0148 today.",
    "Call 055 555 2000 today.",
    *(f"Her half {noun} was late." for noun in load("numbers")["half"]["not_before"]),
    "It began at 6.40pm on 8 August 2025.",
    "In 2024/25 and in the 1990s it rained.",
    "Fresh from terminal 2 came COVID-19.",
    "The code is 3-1.",
    "No one saw the other one.",
    "Ana Ruiz, 46, runs it.",
    "The second quarter was calm.",
    "It happened on 22 to 25 July.",
    "Published 2025-10-02 in https://example.org/a_12_3.html",
]


def _row(quantity):
    ends = (quantity.low, quantity.high)
    return ends[0] if ends[0] == ends[1] else ends, quantity.unit, quantity.hedge


@pytest.mark.parametrize(("text", "wanted"), PLAIN.items(), ids=list(PLAIN))
def test_quantities_are_read_with_unit_and_hedge(text, wanted):
    found = [_row(quantity) for quantity in quantities(text)]
    assert [row[1:] for row in found] == [row[1:] for row in wanted]
    assert [row[0] for row in found] == [pytest.approx(row[0]) if row[1] != 0 else row[0] for row in wanted]


@pytest.mark.parametrize("text", NONE)
def test_numbers_that_measure_nothing_are_left_out(text):
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "first", "second", "unit", "pair"),
    [
        ("Pay rose from $12 to $15.", 12, 15, "dollar", "change"),
        ("Pay rose last year from $12 to $15.", 12, 15, "dollar", "change"),
        ("Pay fell from $15 to $12.", 15, 12, "dollar", "change"),
        ("The tax was cut from 5 to 4.5 per cent.", 5, 4.5, "percentage", "change"),
        ("The ship slowed from 20 knots at 3pm on Friday to 12 knots.", 20, 12, "knot", "change"),
        ("City won 3-1 away.", 3, 1, "", "score"),
        ("They blew a 9-2 lead.", 9, 2, "", "score"),
    ],
)
def test_old_and_new_value_or_a_score_are_a_pair_and_no_range(text, first, second, unit, pair):
    (found,) = quantities(text)
    assert (found.low, found.high, found.unit, found.pair, found.hedge) == (
        first,
        second,
        unit,
        pair,
        "exact",
    )
    apart = [q for q in find(pipeline()(text)) if q.kind != "date"]
    assert [(q.low, q.high, q.pair) for q in apart] == [(first, first, None), (second, second, None)]


@pytest.mark.parametrize(
    "text",
    [
        "The club expanded its board from seven to 12.",
        "The squad shrank from 30 to 24 players.",
        "Pay rose from about $12 to $15.",
        "They were down to 9-2 odds.",
        "It was a 4-4-2 shape.",
        "The sides drew 2-2.",
    ],
)
def test_counts_and_hedged_values_are_no_pair(text):
    assert all(found.pair is None for found in quantities(text))


def test_find_gives_labels_dates_and_ranks_with_their_kind():
    text = "Route 12 was the third-longest in 2024, with 40 km."
    kinds = [(text[q.start : q.end], q.kind) for q in find(pipeline()(text))]
    assert kinds == [("12", "label"), ("the third-longest", "rank"), ("2024", "date"), ("40 km", "quantity")]


def test_a_run_of_named_things_is_a_label():
    text = "the lanthanides (elements 57 to 71)"
    (found,) = find(pipeline()(text))
    assert (found.kind, found.low, found.high, found.hedge) == ("label", 57, 71, "range")


def test_spans_cover_hedge_number_and_noun():
    text = "Only then were some 4,500 rare birds seen."
    (found,) = quantities(text)
    assert text[found.start : found.end] == "some 4,500 rare birds"
    assert text[found.number_start : found.number_end] == "4,500"
    assert found.counted == "rare birds"


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "direction"),
    [
        ("Profit fell 6.5% last year.", -6.5, -6.5, "%", "down"),
        ("Profit fell by nearly a tenth.", -10, -10, "%", "down"),
        ("It was a 9% decline.", -9, -9, "%", "down"),
        ("The crop is 10% to 15% smaller.", -15, -10, "%", "down"),
        ("Exports dropped by more than a fifth.", -20, None, "%", "down"),
        ("Fares were 15% below those of rivals.", -15, -15, "%", "down"),
        ("The share rose by almost two percentage points.", 2, 2, "pp", "up"),
        ("The toll rate was cut by 1.5 points.", -1.5, -1.5, "pp", "down"),
        ("The share index fell by 40 points.", -40, -40, "point", "down"),
        ("The exchange rate fell by 90 points.", -90, -90, "point", "down"),
        ("The index was cut by 5 points.", -5, -5, "point", "down"),
        ("It was 1.4 points above the norm of 31%.", 1.4, 1.4, "pp", "up"),
        ("The gusts never exceeded 57 km/h.", None, 57, "km/h", None),
        ("Sales were 6.6% more than before.", 6.6, 6.6, "%", "up"),
        ("Up to 40% of them left.", None, 40, "%", None),
        ("It covers 10,650 acres.", 4309.902, 4309.902, "ha", None),
        ("Winds hit 56 mph.", 90.1233, 90.1233, "km/h", None),
        ("It yields 51.2 bushels of wheat an acre.", 3.4433, 3.4433, "t/ha", None),
        ("Wheat costs $5.42 a bushel.", 199.1509, 199.1509, "USD/t", None),
        ("It pays ₹2,050 a quintal.", 20500, 20500, "INR/t", None),
        ("It lasted eleven weeks.", 77, 77, "day", None),
        ("It lasted four decades.", 40, 40, "year", None),
        ("They have a 24-year-old son.", 24, 24, "year", None),
        ("It was 50 degrees Fahrenheit.", 10, 10, "degC", None),
        ("It adds 16 flights a day.", 16, 16, "count/day", None),
        ("It must rule within 40 days.", None, 40, "day", None),
        ("They live within three kilometres of it.", None, 3, "km", None),
        ("The mast is no taller than 60 metres.", None, 0.06, "km", None),
        ("The crane may lift no heavier than 12 tonnes.", None, 12, "t", None),
        ("It pays up to a maximum of €900.", None, 900, "EUR", None),
        ("It pumps 65 litres a second.", 65, 65, "l/s", None),
        ("It pumps 36 cubic metres an hour.", 0.01, 0.01, "m3/s", None),
        ("They carried 1.48 crore passengers.", 14_800_000, 14_800_000, "count", None),
        ("A third of the crew left.", 100 / 3, 100 / 3, "%", None),
        ("It costs 35 cents.", 0.35, 0.35, "USD", None),
        ("It pumps 3 million barrels a day.", 3e6, 3e6, "barrel/day", None),
        ("Demand reached 93 kilotons.", 93000, 93000, "t", None),
    ],
)
def test_values_are_in_base_units_and_falls_are_negative(text, low, high, unit, direction):
    value = to_value(find(pipeline()(plain(text)))[0], text)
    assert (value.unit, value.direction) == (unit, direction)
    assert value.low == (None if low is None else pytest.approx(low, rel=1e-4))
    assert value.high == (None if high is None else pytest.approx(high, rel=1e-4))
    assert value.surface == text[value.start : value.end]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("4,500 people", 50),
        ("6.9 million tonnes", 50_000),
        ("67%", 0.5),
        ("40%", 0.5),
        ("€2.34bn", 5e6),
        ("240 kilotons", 5000),
        ("12 hotels", 0.5),
    ],
)
def test_step_is_half_of_the_last_significant_place(text, step):
    assert to_value(quantities(text)[0], text).step == pytest.approx(step)


@pytest.mark.parametrize(
    ("header", "low", "unit"),
    [
        ("Loss (€m)", 96e6, "EUR"),
        ("Crop 2025 (Mt)", 96e6, "t"),
        ("Share, %", 96, "%"),
        ("Revenue in US$ million", 96e6, "USD"),
        ("Population (000s)", 96000, "count"),
        ("Country", 96, "count"),
        ("Year", 96, "count"),
        ("2023", 96, "count"),
        ("2023/24", 96, "count"),
        ("1,000 t", 96e3, "t"),
    ],
)
def test_a_bare_cell_takes_the_unit_of_its_header(header, low, unit):
    value = to_value(quantities("96")[0], "96", header=header)
    assert (value.low, value.unit) == (pytest.approx(low), unit)


def test_a_bushel_is_weighed_only_where_the_crop_is_named():
    text = "They cut 100 bushels."
    (found,) = quantities(text)
    assert to_value(found, text).unit == "bushel"
    assert to_value(found, text, context="The oats were dry.").low == pytest.approx(1.4515, rel=1e-3)


def test_many_texts_give_the_same_as_each_alone():
    texts = [*PLAIN, *NONE, ""]
    assert quantities_many(texts) == [quantities(text) for text in texts]


def test_the_function_can_be_called_whatever_was_imported_before():
    assert claims.quantities("It has 3 km.")[0].unit == "kilometre"


GOLD = Path(__file__).parents[2] / "shared" / "gold" / "newsquant-dev.json"


@pytest.mark.skipif(not GOLD.exists(), reason="the benchmark is not beside the project")
def test_values_of_the_benchmark_stay_right():
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    found = quantities_many([item["text"] for item in gold])
    wanted = sum(len(item["quantities"]) for item in gold)
    hits = 0
    for item, mine in zip(gold, found, strict=True):
        values = [low if (low := q.low) is not None else q.high for q in mine if q.hedge != "range"]
        for quantity in item["quantities"]:
            number = float(quantity["value"]) if "-" not in quantity["value"][1:].replace("E-", "") else None
            if number is not None and any(abs(number - v) <= 1e-6 * max(abs(v), 1e-9) for v in values):
                values.remove(next(v for v in values if abs(number - v) <= 1e-6 * max(abs(v), 1e-9)))
                hits += 1
    assert hits / wanted > 0.85


def test_within_bounds_a_claim_and_leaves_a_number_alone_as_it_stands() -> None:
    text = "It must rule within 40 days."
    (alone,) = quantities(text)
    (read,) = find(pipeline()(plain(text)))
    assert (alone.hedge, read.hedge) == ("exact", "at_most")


@pytest.mark.parametrize("verb", sorted(word_list("hedges", "bounding", "proposing")))
def test_a_term_that_is_proposed_is_so_long(tmp_path: Path, verb: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"The auditors {verb} that the quay be mended within 40 days.\n", encoding="utf-8")
    told = [claim.value for claim in claims.extract(claims.load(path)) if claim.value]
    assert [(value.low, value.high) for value in told] == [(40, 40)]


@pytest.mark.parametrize("rate", load("changes")["of_rates"]["words"])
def test_what_is_told_in_percent_moves_by_points_of_a_hundred(rate: str) -> None:
    [found] = quantities(f"The {rate} was cut by 3 points.")
    assert (found.unit, found.direction) == ("percentage point", "down")
