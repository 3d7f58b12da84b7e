"""Whom an article is about, and which figures and roles are theirs; sums by what is said around them."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.model import Claim
from claims.vocabulary import load as vocabulary

OWN = vocabulary("context")["protagonist"]
FRAMES = vocabulary("frames")


def figure(tmp_path: Path, text: str, words: str) -> Claim:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    found = [claim for claim in extract(load(path)) if claim.value and words in claim.value.surface]
    return found[0]


PERSON = """Okafor joins Athling

Daniel Okafor has signed. Okafor scored 23 goals. Okafor likes the sea.

The {had} is €55m. The {role} will earn €4m.
"""


@pytest.mark.parametrize("role", OWN["roles"])
def test_a_role_stands_for_the_person_an_article_is_about(tmp_path: Path, role: str) -> None:
    assert figure(tmp_path, PERSON.format(had="transfer fee", role=role), "€4m").subject == "Daniel Okafor"


@pytest.mark.parametrize("had", ["transfer fee", "salary", "bail"])
def test_what_befalls_the_person(tmp_path: Path, had: str) -> None:
    claim = figure(tmp_path, PERSON.format(had=had, role="player"), "€55m")
    assert (claim.subject, claim.measure) == ("Daniel Okafor", had)


def test_one_of_two_persons_is_not_the_topic(tmp_path: Path) -> None:
    text = (
        PERSON.format(had="transfer fee", role="player")
        + "\nPaul Reece left. Paul Reece is 30. Reece was ill.\n"
    )
    assert figure(tmp_path, text, "€55m").subject == "transfer fee"


@pytest.mark.parametrize("foreseen", sorted(set(FRAMES["plans"]) - {"schedule", "promise", "target"}))
def test_distance_from_what_was_foreseen(tmp_path: Path, foreseen: str) -> None:
    past = {"plan": "planned", "estimate": "estimated", "forecast": "forecast"}.get(foreseen, f"{foreseen}ed")
    claim = figure(tmp_path, f"The clinic cost £46m, £6m more than {past}.", "£6m")
    assert claim.measure == f"cost above {FRAMES['plans'][foreseen]}"


@pytest.mark.parametrize("verb", ["paid", "gave", "lent", "owes", "offered", "granted", "awarded", "charged"])
def test_who_gets_a_sum_is_no_measure(tmp_path: Path, verb: str) -> None:
    claim = figure(tmp_path, f"The court said the bank {verb} Kettle Rovers €55 million.", "€55")
    assert "Rovers" not in claim.measure


FIRM = """{firm} to carve in Tarvik again

The Danish toymaker {firm} is going back to Tarvik, forty years after it left, with a workshop for 12 people.

Villagers gave it the old dairy for a krone. {firm} wants to carve its Solvin trains there by summer.

Net profit for 2024 rose to €18 million from €14 million, more than the savings banks had hoped for.
Turnover grew 5% to €98 million.

Solvin was last carved in 1985. At its site in Lund {firm} has 54 carvers.

In a letter to shops, {firm} told of the dairy in April. The company's shares ended the day 2% dearer.
"""


# The parse takes most of these invented names for those of persons.
@pytest.mark.parametrize("firm", ["Marlene", "Bellamy", "Tamsin", "Selwyn"])
def test_the_accounts_of_an_article_are_those_of_the_firm_by_its_trade(tmp_path: Path, firm: str) -> None:
    text = FIRM.format(firm=firm)
    assert {figure(tmp_path, text, amount).subject for amount in ("€18", "€14", "€98")} == {firm}
