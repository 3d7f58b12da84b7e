"""What a figure measures where its clause says it in more words than one, or in other words than its own."""

import pytest

from claims.extract import extract
from claims.sources import from_text
from claims.vocabulary import load, word_list

Row = tuple[str, str, str, str]


def _frame(text: str, surface: str) -> tuple[str, str]:
    """Return subject and measure of the last figure that is written so."""
    found = [claim for claim in extract(from_text(text, "a.txt")) if claim.value is not None]
    claim = next(claim for claim in reversed(found) if claim.value and claim.value.surface == surface)
    return claim.subject.lower(), claim.measure


LIVES: list[Row] = [
    ("The avalanche took 46 lives in May.", "46 lives", "avalanche", "deaths"),
    ("The blaze claimed nine lives.", "nine lives", "blaze", "deaths"),
    ("The barge sank with the loss of 64 lives.", "64 lives", "barge", "deaths"),
    ("The storm cost 70 people their lives.", "70 people", "storm", "deaths"),
    ("The storm cost 70 goats their lives.", "70 goats", "storm", "goats killed"),
    ("The vaccine saved 400 lives.", "400 lives", "vaccine", "lives saved"),
    ("Sixty people were pulled out alive by Monday.", "Sixty people", "people", "people pulled out alive"),
    ("Nine cats were found alive.", "Nine cats", "cats", "cats found alive"),
    ("Two climbers were found injured.", "Two climbers", "climbers", "climbers found injured"),
]
GROUPS: list[Row] = [
    ("The plane had 178 guests and a crew of six on board.", "178 guests", "plane", "guests"),
    ("The plane had 178 guests and a crew of six on board.", "six", "plane", "crew"),
    ("The borough has a council of 27.", "27", "borough", "council members"),
    ("The borough opens with 900 flats and an assembly of 12.", "12", "borough", "assembly members"),
    ("Elections to a board of 27 members are due.", "27 members", "board", "members"),
    ("A team of 12 is searching the lake.", "12", "team", "members"),
    (
        "Imports and exports of 40 tonnes were booked.",
        "40 tonnes",
        "imports and exports",
        "imports and exports",
    ),
]
TUNNEL = (
    "The Elm tunnel opened in May. The tunnel was late. The project took years. Builders left the tunnel. "
)
PRICES: list[Row] = [
    ("Adult tickets at the zoo go up from £14 to £16.", "£14", "adult tickets at zoo", "price"),
    ("A day pass is to rise by €2 to €11.", "€2", "day pass", "change in price"),
    ("A day pass is to rise by €2 to €11.", "€11", "day pass", "price"),
    ("A weekly pass is to go up by 30 pence to £3.70.", "£3.70", "weekly pass", "price"),
    ("The damages rose to £9m.", "£9m", "damages", "damages"),
    ("The family ticket will cost £40 instead of £36 (+11.1%).", "£36", "family ticket", "price"),
    ("The family ticket will cost £40 instead of £36 (+11.1%).", "11.1%", "family ticket", "change in price"),
    (f"{TUNNEL}The price of a ticket goes from £2.60 to £2.90.", "£2.90", "ticket", "price"),
    (f"{TUNNEL}The price of the tunnel rose to £4bn.", "£4bn", "elm tunnel", "cost"),
    ("The library, refurbished for £270,000, is full.", "£270,000", "library", "cost of refurbishment"),
    ("The tunnel was built for £3bn.", "£3bn", "tunnel", "cost"),
    ("They restored the mill for £40,000.", "£40,000", "mill", "cost of restoration"),
]
FINES: list[Row] = [
    ("The regulator fined Barrow Foods £38m for lax checks.", "£38m", "barrow foods", "fine"),
    ("The court fined the club a record €9m.", "€9m", "club", "fine"),
    ("Judges fined the skipper and the mate €400 each.", "€400", "skipper and mate", "fine each"),
    ("Barrow Foods has been fined £4m by the tax office.", "£4m", "barrow foods", "fine"),
    ("The agency penalised the mill £12m.", "£12m", "mill", "fine"),
]
SIGNS: list[Row] = [
    ("Revenue rose to €5.2m (+8%).", "8%", "revenue", "change in revenue"),
    ("Profit fell to €1.1m (-4%).", "-4%", "profit", "change in profit"),
]
JAM = "Barrow Foods makes jam. Barrow Foods was fined €7m in May. "
SUMS: list[Row] = [
    (f"{JAM}It made £93m before tax in 2019.", "£93m", "barrow foods", "profit before tax"),
    (f"{JAM}The year before, the company had made £151m.", "£151m", "barrow foods", "profit"),
    (f"{JAM}The mayor got €9m.", "€9m", "mayor", "amount received"),
    (
        f"{JAM}Relatives will get £1.2 million for each miner.",
        "£1.2 million",
        "relatives",
        "amount received per miner",
    ),
    ("The court awarded €94,000 per family.", "€94,000 per family", "court", "amount awarded per family"),
    ("The state will pay £900 to every household.", "£900", "state", "amount paid per household"),
    ("The town spent €90 for each pupil.", "€90", "town", "spending per pupil"),
    ("The hall burned. Another £50,000 is needed for paint.", "£50,000", "hall", "amount needed for paint"),
    ("The hall burned. Some €2m has been spent on roofs.", "Some €2m", "hall", "spending on roofs"),
    ("The hall burned. €5m was raised in May.", "€5m", "hall", "amount raised"),
    (
        "Fees and other items brought in £162 million.",
        "£162 million",
        "fees and items revenue",
        "fees and items revenue",
    ),
    ("The set cost €7m. The film made €40m in May.", "€40m", "film", "amount made"),
    ("The rent was £700. The mayor makes £90,000.", "£90,000", "mayor", "earnings"),
    ("The repairs were a blemish, at £82m.", "£82m", "repairs", "repairs"),
]
TRIAL = "The trial of Ode Larn opened. The court sat for days. The judge told the jury so. "
OTHERS: list[Row] = [
    ("Shares in Barrow Foods were down 4% at 231 pence.", "231 pence", "barrow foods", "share price"),
    ("Dalby Motor lifted its guidance for profit to €450 million.", "€450 million", "dalby motor", "profit"),
    (
        f"{JAM}Its underlying profit was €20m. Quarterly profit on this basis came to €8m.",
        "€8m",
        "barrow foods",
        "underlying profit",
    ),
    (f"{JAM}It faces a £9m penalty for late trains.", "£9m", "barrow foods", "fine"),
    ("The tram, with 310 guests on board, was doing 23 km/h.", "23 km/h", "tram", "speed"),
    ("Inspectors let the line run at no more than 25 mph.", "no more than 25 mph", "line", "speed"),
    ("Gusts of 90 km/h felled trees.", "90 km/h", "gusts", "speed"),
    ("The top wind speed was 90 km/h.", "90 km/h", "top wind speed", "top wind speed"),
    (
        f"{TRIAL}The prosecution had wanted eight years.",
        "eight years",
        "prosecution",
        "prison sentence sought",
    ),
    (
        "Donors pledged $570m (€500m, at $1.14 a euro) for the orphans.",
        "$570m",
        "donors",
        "amount pledged for orphans",
    ),
    ("The divers saved 20 people. Helicopters winched up 12.", "12", "helicopters", "people winched up"),
]


def test_who_fines_it_is_another() -> None:
    text = "Barrow Foods makes jam. The agency penalised it £12m."
    assert _frame(text, "£12m") == ("barrow foods", "fine")


def test_a_sign_in_a_bracket_says_which_way() -> None:
    found = extract(from_text("Revenue rose to €5.2m (+8%) and profit fell to €1.1m (−4%).", "a.txt"))
    told = {claim.measure: claim.value for claim in found if claim.value and claim.kind == "growth"}
    assert {measure: (value.low, value.direction) for measure, value in told.items()} == {
        "change in revenue": (8, "up"),
        "change in profit": (-4, "down"),
    }


@pytest.mark.parametrize(
    ("text", "surface", "subject", "measure"), [*LIVES, *GROUPS, *PRICES, *FINES, *SIGNS, *SUMS, *OTHERS]
)
def test_what_a_figure_measures(text: str, surface: str, subject: str, measure: str) -> None:
    assert _frame(text, surface) == (subject, measure)


@pytest.mark.parametrize("noun", load("measures")["speeds"]["of"])
def test_what_has_a_speed_of_its_own_name(noun: str) -> None:
    assert _frame(f"The {noun} was 40 km/h in May.", "40 km/h")[1] == f"{noun} speed"


@pytest.mark.parametrize("deed", sorted(word_list("spells", "sentences", "sought")))
def test_what_the_prosecution_seeks(deed: str) -> None:
    text = f"{TRIAL}The prosecution will {deed} nine years."
    assert _frame(text, "nine years")[1] == "prison sentence sought"
