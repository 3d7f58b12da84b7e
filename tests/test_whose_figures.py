"""Whose figures are that a report gives without saying whose: the firm's by its full name, or a state's."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.framing.economy import economy_of, is_of_economy, is_of_its_prices, is_whole_economys, observes
from claims.framing.home import home_of
from claims.language import sentences
from claims.model import Claim
from claims.sources import from_text
from claims.vocabulary import load as vocabulary

MILLS = """Crop Mills said on Monday it would close its quarry at Orsa and cut 340 jobs, after its sales fell.

The crop failed twice. The company's titles include the Harbour Street Journal and the Dalby Post.

Revenue was €3.1m in the first quarter. Shares of the company fell 4% in early trading. Crop Mills is old.
"""
PRICES = """Inflation in Portugal rose to 3.4% in March, the Tagus Office for Numbers said on Tuesday.

The rate was 3.1% in February. Core inflation was 2.8%. The Bank of England was not asked.

Gas prices fell by 7%. Average hourly earnings were up 4%. Rents rose. The Office counts rents, too.
"""

UNKNOWN = """Unemployment in Norland rose to 5.7% in May, the office for numbers said on Monday.

Employment fell by 9,000. Core inflation was 3.2%. Wages grew by 2.8%. The number of vacancies was 40,000.
"""

ROVERS = """# Rovers raise the rent

HALDEN, 4 June 2024 – Halden Rovers raised ticket prices on Tuesday. Halden Rovers owe the bank €9m. In Halden
nobody was glad. A pub in Halden, near Halden station, sold 40 pies.

The club lost €3m. Halden Rovers sold 4,000 tickets.
"""


def numbers(tmp_path: Path, text: str) -> dict[str, Claim]:
    path = tmp_path / "story.txt"
    path.write_text(text, encoding="utf-8")
    return {claim.value.surface: claim for claim in extract(load(path)) if claim.value is not None}


@pytest.mark.parametrize("surface", ["340 jobs", "€3.1m", "4%"])
def test_a_firm_that_tells_of_itself_is_the_topic_by_its_full_name(tmp_path: Path, surface: str) -> None:
    assert numbers(tmp_path, MILLS)[surface].subject == "Crop Mills"


def test_a_club_goes_by_the_town_in_its_name_too(tmp_path: Path) -> None:
    assert numbers(tmp_path, ROVERS)["€3m"].subject == "Halden Rovers"


@pytest.mark.parametrize(
    ("told", "measure"),
    [
        ("The shares of Dalby are dear.", "change in share price"),
        ("The stock exchange in Halden is old.", "change in share price"),
        ("The stock market is calm.", "change in share price"),
        ("The stock markets are calm.", "change in share price"),
        ("Stocks of herring are low.", "change in rise"),
        ("Nobody knows the vote shares.", "change in rise"),
        ("Halden shares a boat with Dalby.", "change in rise"),
    ],
)
def test_a_firm_rises_on_the_exchange_where_shares_are_traded(
    tmp_path: Path, told: str, measure: str
) -> None:
    assert numbers(tmp_path, f"{told}\n\nBrixen rose 5% in May.\n")["5%"].measure == measure


@pytest.mark.parametrize("surface", ["3.4%", "2.8%", "7%", "4%"])
def test_inflation_prices_and_pay_are_of_the_state_that_a_report_names(tmp_path: Path, surface: str) -> None:
    claim = numbers(tmp_path, PRICES)[surface]
    assert claim.subject == "Portugal"


@pytest.mark.parametrize("surface", ["5.7%", "9,000", "3.2%", "2.8%", "40,000"])
def test_a_state_that_no_list_knows_is_named_by_its_bank_or_by_what_it_has(
    tmp_path: Path, surface: str
) -> None:
    assert numbers(tmp_path, UNKNOWN)[surface].subject == "Norland"


@pytest.mark.parametrize("rate", vocabulary("context")["economy"]["rates"])
def test_a_report_on_an_economy_may_open_with_a_rate(rate: str) -> None:
    source = from_text(f"The {rate} goes up. Rain fell. Inflation is old. Inflation is high.", "story.txt")
    assert economy_of(sentences(source), None, "Reserve Bank of Norland") == "Norland"
    source = from_text("The bank goes up. Rain fell. Inflation is old. Inflation is high.", "story.txt")
    assert economy_of(sentences(source), None, "Reserve Bank of Norland") is None


@pytest.mark.parametrize("setter", vocabulary("context")["economy"]["setters"])
def test_a_rate_is_of_an_economy_where_a_central_bank_sets_it(setter: str) -> None:
    told = "The interest rate of the {} goes up. Rain fell. Inflation rose. Inflation in Norland is high."
    found = [economy_of(sentences(from_text(told.format(who), "a.txt")), None) for who in (setter, "lender")]
    assert found == ["Norland", None]


@pytest.mark.parametrize("figure", vocabulary("context")["economy"]["also"])
def test_what_every_economy_has(figure: str) -> None:
    assert is_whole_economys(figure)
    assert not is_whole_economys(f"{figure} at the mill")


@pytest.mark.parametrize("body", vocabulary("context")["lands"]["named_after"])
def test_a_body_tells_by_its_name_of_which_state_it_is(body: str) -> None:
    source = from_text("Inflation fell again. Inflation was high.", "story.txt")
    assert economy_of(sentences(source), None, f"{body} of Norland") == "Norland"


def test_a_text_that_tells_of_no_economy_gives_its_prices_to_no_state(tmp_path: Path) -> None:
    text = "The Dalby Inn in Portugal opened in May.\n\nTicket prices rose by 7%. The inn has 40 rooms.\n"
    assert numbers(tmp_path, text)["7%"].subject != "Portugal"


@pytest.mark.parametrize("term", vocabulary("context")["economy"]["terms"])
def test_what_is_of_an_economy(term: str) -> None:
    assert is_of_economy(f"change in core {term}")


@pytest.mark.parametrize("index", vocabulary("context")["economy"]["indices"])
def test_an_index_is_of_an_economy(index: str) -> None:
    assert is_of_economy(index.upper())


@pytest.mark.parametrize("pay", vocabulary("context")["economy"]["pay"])
def test_pay_of_all_is_of_an_economy(pay: str) -> None:
    assert is_of_its_prices(pay)


@pytest.mark.parametrize("word", vocabulary("context")["economy"]["observers"])
def test_who_only_tells_of_an_economy(word: str) -> None:
    assert observes(f"Orsa {word.title()}")
    assert not observes("Orsa Mills")


@pytest.mark.parametrize("body", ["Bank", "Church", "University", "Institute", "Museum", "College"])
def test_a_body_called_after_a_state_is_not_that_state(body: str) -> None:
    named = f"The {body} of England met. The {body} of England ate. The {body} of England slept."
    assert home_of(from_text(named)) is None
