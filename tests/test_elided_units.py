"""Units that a number leaves to its surroundings: completed and marked as inferred, or left alone."""

import pytest

from claims.extract import extract
from claims.model import Claim
from claims.quantities import find
from claims.sources import from_text

JUMP = "Ruiz was clocked at 41.2 km/h on Friday. "
COPPER = "Copper sold at $9,400 a tonne in May. "
LOCAL = "The rent is $700 a month, Australian. "

# text, words of the number, low, unit
COMPLETED = [
    # the number before is a rate, and the clause says nothing but that there is a number
    (JUMP + "On Sunday she reached 39.", "39", 39.0, "km/h"),
    ("The field gave 7.5 tonnes per hectare. Olsen got 6 in a dry year.", "6", 6.0, "t/ha"),
    # the clause is about the unit
    ("Hectares under vines shrank to 7,400.", "7,400", 7400.0, "ha"),
    ("Barrels shipped by rail fell 3% to 1.9 million.", "1.9 million", 1.9e6, "barrel"),
    # the same measure of something else, or for something else
    ("The new mast measures 80 metres. That of the old one was 65.", "65", 0.065, "km"),
    ("Tolls will be 95 kroner for a car and 310 for a lorry.", "310", 310.0, "NOK"),
    # what it was before, and what it has come to
    ("The ferry takes 50 minutes, down from 80 by road.", "80", 80.0, "min"),
    ("Sewage ran out at 60 litres a second; it has since been brought down to 20.", "20", 20.0, "l/s"),
    ("Support for the coach stood at 62%. It has since fallen to 48.", "48", 48.0, "%"),
    # a sum, by what it is a sum of
    (
        "The dam will cost 8.4 billion kroner. The ministry had set a budget of 6.8 billion.",
        "6.8",
        6.8e9,
        "NOK",
    ),
    # prices of the same good
    (COPPER + "The smelter had paid $9,900 in April.", "9,900", 9900.0, "USD/t"),
    (COPPER + "Most brokers expect prices below $8,000 by winter.", "8,000", None, "USD/t"),
    (COPPER + "It was 9% below the $9,900 of last year.", "9,900", 9900.0, "USD/t"),
    (COPPER + "Freight costs $90.", "$90", 90.0, "USD/t"),
    (COPPER + "Freight costs $90, so a cargo lands at $9,490.", "9,490", 9490.0, "USD/t"),
    ("Copper fetched $9,400 a tonne, up $120 on the day.", "$120", 120.0, "USD/t"),
    (
        "Silver sells at €900 a kilo.\n\nA dealer was paying €950 for it.",
        "€950",
        950000.0,
        "EUR/t",
    ),
    (
        "A dealer was paying €950 for it.\n\nSilver sells at €900 a kilo.",
        "€950",
        950000.0,
        "EUR/t",
    ),
    ("Petrol sells at 142.9 cents a litre. Drivers paid 131 in spring.", "131", 1.31, "USD/l"),
    # goods in sacks of a mass that the text states
    ("Togo sold 1.4 million bags of 62.5 kg then. Ghana sold 3 million bags.", "3 million", 187500.0, "t"),
    ("Togo sold 1.4 million 60-kg bags in May. In April it was 2 million.", "2 million", 120000.0, "t"),
    ("Growers sold 2 million bags of coffee, ahead of the 1.5 million of last May.", "1.5", 9e4, "t"),
    ("Peru sold 4,000 60-kg bags. In Kenya 9,000 50-kg bags were offered.", "9,000", 450.0, "t"),
    ("The mill sold 300 50-kilo sacks of rice.", "300", 15.0, "t"),
    ("The port took 9,000 bales (of 480 lb).", "9,000", 1959.5, "t"),
    ("Mills buy 8,000 sacks of 50 kilos a day. Farmers get $40 a sack.", "$40", 800.0, "USD/t"),
    # prices in cents, those that a price is set against, those that are told like one
    ("Tin sold at 190 cents a pound. The trade index reached 181 cents.", "181 cents", 3990.4, "USD/t"),
    ("Nuts cost 80 lari a kilo, 60% above the 50 lari of spring.", "50 lari", 50000.0, "GEL/t"),
    ("Soap fetched $7,200 a tonne, a tenth below the $8,000 of May.", "8,000", 8000.0, "USD/t"),
    ("Tin sold at $900 a tonne. Two mills see it over $950 and one under 850.", "850", None, "USD/t"),
    # what one of a measure costs
    ("Togo shipped 900 tonnes of cocoa, and a kilo fetched €7.", "€7", 7000.0, "EUR/t"),
    # whose pesos
    ("Chile grows. In Chile a ticket costs 900 pesos.", "900", 900.0, "CLP"),
    ("Kenya built a school for 40 million shillings.", "40 million", 4e7, "KES"),
    ("Millers in Kenya pay 45 shillings a kilo.", "45", 45000.0, "KES/t"),
    # whose dollars
    (LOCAL + "The deposit was $2,000.", "$2,000", 2000.0, "AUD"),
    (LOCAL + "A ride costs 80 cents.", "80 cents", 0.8, "AUD"),
    ("All figures are in Canadian dollars. The rink cost $3 million.", "$3 million", 3e6, "CAD"),
]

ALONE = [
    (JUMP + "The stadium was full. It holds 39.", "39", "count"),
    ("The rain brought 40 litres a metre. The club fell to 14.", "14", "count"),
    ("The ferry takes 50 minutes. Fans came from 14 towns.", "14", "count"),
    (JUMP + "Another 39 were injured.", "39", "count"),
    (JUMP + "Her rival is 39.", "39", "count"),
    (JUMP + "On Sunday she reached 390.", "390", "count"),
    ("The field gave 7.5 tonnes per hectare.\n\nOlsen got 6 in the vote.", "6", "count"),
    (COPPER + "A worker's helmet costs $9,000.", "9,000", "USD"),
    (COPPER + "The smelter paid $9,000 for a lorry.", "9,000", "USD"),
    (COPPER + "Zinc prices fell below $8,000.", "8,000", "USD"),
    (COPPER + "The founder gave $9,000 to a school.", "9,000", "USD"),
    (COPPER + "The smelter paid €9,000.", "9,000", "EUR"),
    (COPPER + "The smelter paid $9,000 each.", "9,000", "USD"),
    (COPPER + "The smelter paid $9 million in May.", "$9 million", "USD"),
    (COPPER + "The strike cost $46,000.", "46,000", "USD"),
    (COPPER + "The mine's fine was cut from $9,900 to $8,100.", "8,100", "USD"),
    (COPPER + "The mine spent less than the $8,100 that it had planned.", "8,100", "USD"),
    ("The dam will cost 8.4 billion kroner. The valley has 6.8 billion trees.", "6.8", "count"),
    ("The deposit was $2,000.", "2,000", "USD"),
    ("Tin sold at 190 cents a pound. The firm's share closed at 181 cents.", "181 cents", "USD"),
    ("Tin sold at 190 cents a pound. A ticket costs 210 cents.", "210 cents", "USD"),
    ("Sterling slipped to €1.14 a pound.", "€1.14", "EUR/pound"),
    # things that somebody carries, masses of two sorts, what is no container
    ("Guests may check in two bags of 23 kg.", "two", "count"),
    ("The mill sold 8,000 25-kg bags and 9,000 50-kg bags. Bakers took 6,000 bags.", "6,000", "count"),
    ("He sold three bags of coffee.", "three", "count"),
    ("The airport handled 300,000 bags. Passengers may check in bags of 23 kg.", "300,000", "count"),
    ("The shelter took in 3,000 dogs of 20 kilos.", "3,000", "count"),
    ("A ticket costs 900 pesos in Mexico. Chile voted.", "900", "MXN"),
    (LOCAL + "A flight costs US$90.", "US$90", "USD"),
    (LOCAL + "In Toronto it is $800 a month, Canadian. The deposit was $2,000.", "$2,000", "USD"),
    (LOCAL + "Fuel is $75 U.S. there. The deposit was $2,000.", "$2,000", "USD"),
]


def _figure(text: str, words: str) -> Claim:
    claims = extract(from_text(f"{text}\n", "story.md"))
    found = [claim for claim in claims if claim.value is not None and words in claim.value.surface]
    assert found, [claim.value.surface for claim in claims if claim.value]
    return found[-1]


@pytest.mark.parametrize(("text", "words", "low", "unit"), COMPLETED)
def test_a_unit_is_taken_from_the_text_around(text: str, words: str, low: float | None, unit: str) -> None:
    claim = _figure(text, words)
    assert claim.value is not None
    assert (claim.value.low, claim.value.unit) == (low and pytest.approx(low, rel=1e-4), unit)
    assert "unit" in claim.inferred


@pytest.mark.parametrize(("text", "words", "unit"), ALONE)
def test_a_number_of_another_kind_is_left_alone(text: str, words: str, unit: str) -> None:
    claim = _figure(text, words)
    assert claim.value is not None
    assert claim.value.unit == unit
    assert "unit" not in claim.inferred


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Sales sank from 151.5 to 148.2 million cans.", 1.515e8),
        ("Sales rose from 900 to 2 million cans.", 900),
        ("Sales rose from 5 to 1.2 million cans.", 5),
    ],
)
def test_a_larger_number_before_millions_is_one_of_millions(text: str, old: float) -> None:
    value = _figure(text, text.split()[3]).value
    assert value is not None
    assert value.low == old


def test_a_rate_in_a_list_counts_what_its_line_names() -> None:
    claim = _figure("The new pool at a glance:\n\n- Depth: 3 metres\n- Swimmers: 3,200 a day", "3,200")
    assert claim.value is not None
    assert (claim.value.low, claim.value.unit, claim.value.counted) == (3200.0, "count/day", "swimmers")


def test_only_what_ends_a_pause_tells_how_long_it_was() -> None:
    text = "The ferry stopped in March. A judge quit six weeks later. Traffic resumed ten weeks later.\n"
    lengths = [c.value.surface for c in extract(from_text(text)) if c.value and c.kind == "duration"]
    assert lengths == ["ten weeks"]


def test_the_note_says_from_which_words() -> None:
    assert "$9,400 a tonne" in _figure(COPPER + "The smelter had paid $9,900.", "9,900").inferred["unit"]


def test_numbers_alone_are_read_as_they_stand() -> None:
    from claims.language import pipeline

    assert [found.unit for found in find(pipeline()("The smelter had paid $9,900."))] == ["dollar"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Flats there sell at €3,000 a square metre.", "EUR/ha"),
        ("Gas was sold at €40 a megawatt hour.", "EUR/Wh"),
        ("Gold rose to $2,400 a troy ounce.", "USD/t"),
    ],
)
def test_a_unit_of_several_words_may_follow_an_article(text: str, unit: str) -> None:
    claim = _figure(text, "a ")
    assert claim.value is not None
    assert claim.value.unit == unit


def test_many_prices_take_linear_time() -> None:
    text = "Copper sold at $9,400 a tonne. The smelter paid $9,900. "
    assert len(extract(from_text(text * 300, "story.md"))) >= 600


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The north grows 40% of the rice.", "share"),
        ("Rice output grew 4% in 2024.", "growth"),
        ("Rice output grew by 4% of the plan.", "growth"),
    ],
)
def test_a_share_of_a_crop_is_no_growth(text: str, kind: str) -> None:
    assert _figure(text, "4").kind == kind


def test_a_price_that_names_no_good_is_that_of_the_price_it_is_like() -> None:
    claim = _figure(COPPER + "Most brokers expect prices below $8,000 by winter.", "8,000")
    assert claim.subject == "Copper"
    assert "Copper" in claim.inferred["subject"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The grant is €300 per household.", "EUR"),
        ("The firm bid £2.10 a share.", "GBP/share"),
        ("They carry nine litres a head.", "l"),
        ("The road cost €9m per kilometre.", "EUR/km"),
        ("Plums sell at €6 a crate.", "EUR/crate"),
    ],
)
def test_what_falls_to_one_is_an_amount_and_only_goods_have_a_price_by_a_unit(text: str, unit: str) -> None:
    claims = extract(from_text(f"{text}\n", "story.md"))
    assert [claim.value.unit for claim in claims if claim.value] == [unit]


ROUND = "The auction ended at a price of €64 per tonne. "


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        (f"{ROUND}Analysts had expected €68.", "€68", "EUR/t"),
        (f"{ROUND}The lowest bid, €57, was Holm's.", "€57", "EUR/t"),
        (f"{ROUND}Holm came third with a bid of €63.", "€63", "EUR/t"),
        (f"{ROUND}He made a bid of €66 for the clock.", "€66", "EUR"),
        (f"{ROUND}The mayor paid €62 for a coat.", "€62", "EUR"),
        (f"{ROUND}An average family spends €60 on bread.", "€60", "EUR"),
        (f"{ROUND}Pupils pay some 80 cents.", "some 80 cents", "EUR"),
    ],
)
def test_a_bid_or_a_forecast_beside_a_price_is_one(text: str, words: str, unit: str) -> None:
    claim = _figure(text, words)
    assert claim.value is not None
    assert claim.value.unit == unit
