"""What a claim takes from its whole article: its theme, the names behind descriptions, who is a person."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.framing.mentions import is_somebody
from claims.language import sentences
from claims.model import Claim
from claims.people import people_of
from claims.sources import from_text
from claims.vocabulary import load as vocabulary

ELECTION = """HARWICK GAZETTE

Harwick council goes to the Elm List

HARWICK - The Elm List won the council election in Harwick on Sunday with 38% of the vote, taking 14 seats.
The turnout in Harwick was 61%. Counting took nine hours in 52 polling stations.
Some 340 clerks were paid for it.
The city's 12 districts had never voted so late. Mayor Ada Holm's Oak Party stood at 27%.
"""

BRIDGE = """Corrosion stops the Dalby bridge

The Dalby bridge was closed on Monday. Its builder, Merrin Works, had found rust in 40 of its cables.
The bridge is 420 metres long. The firm employs 310 people. Repairs worth €1.3m. Drivers lose 25 minutes.
"""


def numbers(tmp_path: Path, text: str) -> dict[str, Claim]:
    path = tmp_path / "story.txt"
    path.write_text(text, encoding="utf-8")
    return {claim.value.surface: claim for claim in extract(load(path)) if claim.value is not None}


def test_what_has_no_name_is_of_the_theme_of_its_article(tmp_path: Path) -> None:
    found = numbers(tmp_path, ELECTION)
    clerks = found["Some 340 clerks"]
    assert clerks.scope["topic"] == "Harwick council election"
    assert "the article tells of" in clerks.inferred["scope.topic"]


def test_the_figure_of_a_name_is_of_the_theme_too(tmp_path: Path) -> None:
    seats = numbers(tmp_path, ELECTION)["14 seats"]
    assert seats.subject == "Elm List"
    assert seats.scope["topic"] == "Harwick council election"


def test_a_theme_that_only_names_the_subject_is_not_repeated(tmp_path: Path) -> None:
    text = """Merrin Works doubles its profit

Merrin Works made a profit of €4m in 2024, it said on Monday. Merrin Works employs 310 people. In May
Merrin Works opened 2 depots. Its 12 lorries were idle for 3 days during a strike.
"""
    found = numbers(tmp_path, text)
    assert found["310 people"].subject == "Merrin Works"
    assert "topic" not in found["310 people"].scope
    assert not [claim for claim in found.values() if "strike" in claim.scope.get("topic", "")]


def test_a_party_named_by_its_leader_is_no_measure(tmp_path: Path) -> None:
    share = numbers(tmp_path, ELECTION)["27%"]
    assert "Oak Party" in share.subject
    assert share.measure == "share of vote"


def test_the_city_is_the_place_that_the_article_tells_of(tmp_path: Path) -> None:
    districts = numbers(tmp_path, ELECTION)["12 districts"]
    assert (districts.subject, districts.measure) == ("Harwick", "districts voted")
    assert "Harwick" in districts.inferred["subject"]


@pytest.mark.parametrize(
    ("surface", "subject"), [("420 metres", "Dalby bridge"), ("310 people", "Merrin Works")]
)
def test_a_description_stands_for_the_name_given_before(tmp_path: Path, surface: str, subject: str) -> None:
    assert numbers(tmp_path, BRIDGE)[surface].subject == subject


def test_figures_of_a_partial_count_say_so(tmp_path: Path) -> None:
    text = (
        ELECTION
        + "\nWith 80% of the ballots counted, the Elm List had 39.5% of the vote. "
        + "The Oak Party stood at 26.5%.\n"
    )
    found = numbers(tmp_path, text)["26.5%"]
    assert found.scope["basis"] == "With 80% of the ballots counted"
    assert "paragraph" in found.inferred["scope.basis"]


def test_a_sum_at_the_end_closes_its_sentence(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(BRIDGE, encoding="utf-8")
    assert any(sentence.text == "Repairs worth €1.3m." for sentence in sentences(load(path)))


def test_the_rest_of_a_clause_is_its_circumstance(tmp_path: Path) -> None:
    text = "Tests of the water linked the old spring to 88 patients."
    assert "old spring" in numbers(tmp_path, text)["88 patients"].scope["circumstance"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("They met striker Ada Holm in Dalby.", {"Ada", "Holm"}),
        ("Ada Holm, 44, lost.", {"Ada", "Holm"}),
        ("“No,” said Ada Holm.", {"Ada", "Holm"}),
        ("Ada Holm, the port's director, left.", {"Ada", "Holm"}),
        ("In Dalby, 40 homes burned.", set()),
        ("Merrin Bank said so.", set()),
        ("The owner, Ada Holm, left.", {"Ada", "Holm"}),
        ("The Crown said so.", set()),
    ],
)
def test_persons_are_told_by_how_a_text_writes_of_them(text: str, people: set[str]) -> None:
    assert people_of(text) == people


TITLED = (
    "Ada Holm keeps a shop. Jonas Rask keeps a farm. {title} Holm has 12 lamps. {title} Rask has nine sheep."
)


@pytest.mark.parametrize("title", vocabulary("context")["persons"]["titles_of_women"])
def test_a_womans_title_is_no_mans(tmp_path: Path, title: str) -> None:
    found = numbers(tmp_path, TITLED.format(title=title.title()))
    assert (found["12 lamps"].subject, found["nine sheep"].subject) == ("Ada Holm", f"{title.title()} Rask")


@pytest.mark.parametrize("title", vocabulary("context")["persons"]["titles_of_men"])
def test_a_mans_title_is_no_womans(tmp_path: Path, title: str) -> None:
    found = numbers(tmp_path, TITLED.format(title=title.title()))
    assert (found["12 lamps"].subject, found["nine sheep"].subject) == (f"{title.title()} Holm", "Jonas Rask")


@pytest.mark.parametrize("ending", vocabulary("context")["persons"]["endings"])
def test_how_words_for_somebody_end(ending: str) -> None:
    assert is_somebody(f"old gaff{ending}")
    assert not is_somebody("old appeal")


@pytest.mark.parametrize("time", ["90 minutes", "three hours", "40 seconds", "two days", "six months"])
def test_a_time_measures_nothing_that_is_counted(time: str) -> None:
    found = extract(from_text(f"The yard sold 40 ships. It was {time}.", "a.txt"))
    assert [claim.measure for claim in found if claim.value and claim.value.surface == time] == [""]


FIRM = """Orlane shuts two mills

{opening}Orlane set aside €9m for it. The paper maker has been shrinking. Nobody is at risk, Orlane says.
In the first half Orlane made 4,000 tonnes. Costs were €31m. The boss, {boss}, blamed the price of wood.
"""


@pytest.mark.parametrize(
    "opening", ["Orlane shut two mills on Monday. ", "The retailer Orlane closes. ", "But Orlane shut them. "]
)
def test_a_name_that_never_has_a_first_name_is_no_person(tmp_path: Path, opening: str) -> None:
    found = numbers(tmp_path, FIRM.format(opening=opening, boss="Ada Holm"))
    assert found["€31m"].subject == "Orlane"


def test_what_a_statistics_office_tells_of_a_land_is_of_the_land(tmp_path: Path) -> None:
    text = """Peru sells more tea than ever

Peru earned $40m from tea last year, the Hill Crops Authority told a meeting. Peru has overtaken Chile.
Peruvian growers are pleased. The Authority met in May. The Authority counted a crop of 9,000 tonnes on
3,000 hectares. The yield was 3 tonnes a hectare. Peru has never sold so much.
"""
    found = numbers(tmp_path, text)
    assert [found[it].subject for it in ("9,000 tonnes", "3 tonnes a hectare")] == ["Peru", "Peru"]


def test_the_goods_that_a_text_opens_with_are_what_its_amounts_are_of(tmp_path: Path) -> None:
    text = """Cocoa earns Togo a record sum

Togo earned $40m from cocoa last year. The harvest was 9,000 tonnes. Exporters took most of the crop, and
growers kept some stocks. Trade was brisk, since demand was high. Cocoa is sold by the bag. A kilo fetched $4.
"""
    found = numbers(tmp_path, text)
    assert (found["9,000 tonnes"].measure, found["$4"].subject) == ("cocoa production", "cocoa")


def test_a_firm_that_publishes_its_own_news_is_what_it_tells_of(tmp_path: Path) -> None:
    text = """---
publisher: Brastow Mills plc
---

# Brastow shuts two mills

Brastow Mills plc shut two mills in May. Brastow has 9 more. The shutting costs money. Debt was €31m.
"""
    assert numbers(tmp_path, text)["€31m"].subject == "Brastow"
