"""The state that an article is set in where no list knows it, and the place of its headline."""

import pytest

from claims import extract
from claims.framing.lands import as_states, land_of
from claims.framing.protagonist import protagonist_of
from claims.framing.theme_place import place_of
from claims.language import sentences
from claims.model import Claim
from claims.sources import from_text
from claims.vocabulary import load, word_list

FERRIES = """# Orlavia counts its ferries

PORT ELM - Ferries in Orlavia carried 4 million people last year, the transport ministry said on Monday. In
2023 the country had 31 ferries.

In the capital, Port Elm, 9 ferries are laid up. Few people in Orlavia have a boat of their own. Quays were
mended for €3m.
"""
COAST = """# Holm wants fewer ferries

{lead} has too many ferries, says Ada Holm. The country has 31 of them, and {lead} pays €3m a year.
"""


def claims_of(text: str) -> dict[str, Claim]:
    """Return the claims of a text by the words of their values."""
    return {claim.value.surface: claim for claim in extract(from_text(text, "story.md")) if claim.value}


def test_the_country_is_the_one_that_the_article_is_set_in() -> None:
    found = claims_of(FERRIES)
    assert found["31 ferries"].subject == "Orlavia"
    assert "the country" in found["31 ferries"].inferred["subject"]


def test_figures_of_nobody_are_told_of_the_state_not_of_its_capital() -> None:
    assert claims_of(FERRIES)["€3m"].scope["topic"] == "Orlavia"


@pytest.mark.parametrize("said", ["the country", "the capital", "nationwide", "the finance ministry"])
def test_a_text_speaks_of_a_state(said: str) -> None:
    text = f"Ferries in Orlavia are slow. Few in {said} like them. Rain fell in Orlavia."
    assert land_of("Orlavia mends its quays", text, frozenset()) == "Orlavia"
    assert land_of("Orlavia mends its quays", text.replace(said, "the north"), frozenset()) is None


@pytest.mark.parametrize("had", sorted(word_list("context", "lands", "had")))
def test_what_only_a_state_has(had: str) -> None:
    assert as_states(f"The {had} of Orlavia met.")["Orlavia"]
    assert as_states(f"Orlavia’s new {had} met.")["Orlavia"]


@pytest.mark.parametrize("called", sorted(word_list("context", "lands", "called")))
def test_what_a_state_is_called(called: str) -> None:
    assert as_states(f"The {called} of Orlavia is small.")["Orlavia"]
    assert as_states(f"Orlavia, a small {called}, has ferries.")["Orlavia"]


@pytest.mark.parametrize("kind", sorted(word_list("context", "lands", "settlements")))
def test_a_town_is_no_state(kind: str) -> None:
    text = (
        f"Ferries in Orlavia are slow. The country has 31. Rain fell in Orlavia. The {kind} of Orlavia slept."
    )
    assert land_of("Orlavia mends its quays", text, frozenset()) is None


@pytest.mark.parametrize("held", sorted(word_list("context", "lands", "held")))
def test_what_is_had_in_a_firm_puts_nothing_there(held: str) -> None:
    text = f"The country saw {held} in Orlavia fall. {held.capitalize()} in Orlavia fell again."
    assert land_of("Orlavia mends its quays", text, frozenset()) is None


def test_a_person_is_no_state() -> None:
    text = "Trust in Orlavia fell. The country has 31 ferries. Hope in Orlavia fell."
    assert land_of("Orlavia mends its quays", text, frozenset({"Orlavia"})) is None


def test_a_headline_names_its_place_before_a_colon() -> None:
    text = "# Amberland: fewer boats, fuller trains\n\nTrains from Tolbeck were full. A boat left Tolbeck at"
    text += " noon and one in Tolbeck sank. Quays were mended for €3m. Rain came to Amberland."
    assert claims_of(text)["€3m"].scope["topic"] == "Amberland"


def test_a_common_word_before_a_colon_is_no_place() -> None:
    text = "# Warning: boats may drift\n\nThe harbour lost 12 boats. Boats in Warning Bay sank."
    assert "Warning" not in str(claims_of(text)["12 boats"].scope)


def test_part_of_a_longer_name_is_no_place() -> None:
    text = "PORT ELM - Boats from Port Elm were full in Dalby. The port of Elm was shut, and Dalby is glad."
    assert place_of("Dalby shuts its port", f"{text} Rain fell in Dalby.", set(), set()) == ("Dalby", True)


def about(text: str) -> str | None:
    """Return whom an article is about."""
    source = from_text(text, "story.md")
    return protagonist_of(source, sentences(source))


FILLING = "Boats are old here. Piers are long. Lamps burn at night. Gulls sit on roofs. Nets are dry. " * 7
WAITER = f"""# Ferries cost more again

Fares are too high, says Ada Holm, a cook. She pays €4 a day. Holm says that she would walk.

{FILLING} Fares rose by 6% in May. Of the boats, 31 are new. The pier was mended for €3m. Ferries run on
12 lines, and most are full. {FILLING} Crews want more pay. A strike is likely, and a court may hear of it.

"I will walk," says Holm. She means it.
"""


def test_who_only_opens_and_closes_an_article_is_not_what_it_tells_of() -> None:
    followed = WAITER.replace("The pier was", "Holm saw that the pier was")
    assert [about(text) for text in (WAITER, followed)] == [None, "Holm"]


def test_who_only_opens_an_article_owns_none_of_its_figures() -> None:
    assert "Holm" not in claims_of(WAITER)["€3m"].scope.get("topic", "")


def test_every_sign_of_a_state_is_one() -> None:
    assert all(sign.startswith("\\b") for sign in load("context")["lands"]["national"])


HOMES = """# Orlavia house prices rise 4%, sales slip

ELM NEWSWIRE
DALBY, 15 October 2025 - House prices in Orlavia rose by 4% in the year to September, Statistics Orlavia
said on Wednesday, more than the 3% of an Elm poll. Home sales fell to 22,000. Rents rose by 5%.
"""


def test_a_statistics_office_names_its_state() -> None:
    assert as_states("Statistics Orlavia said so.")["Orlavia"]
    assert land_of("Prices rise", "Statistics Orlavia said so. Orlavia builds.", frozenset()) == "Orlavia"


@pytest.mark.parametrize("surface", ["4%", "22,000", "5%"])
def test_house_prices_and_rents_of_nobody_are_those_of_the_state(surface: str) -> None:
    found = next(claim for words, claim in claims_of(HOMES).items() if surface in words)
    assert "Orlavia" in (found.subject, found.scope.get("topic"))


@pytest.mark.parametrize("own", sorted(word_list("context", "local_papers", "own")))
def test_a_paper_that_only_names_its_own_work_is_no_place(own: str) -> None:
    body = f"Prices rose more than an Elmford {own} had said. The Elmford {own} was wide of it."
    assert place_of("Prices rise\n\nElmford Newswire", body, frozenset(), frozenset())[0] is None
    told = f"{body} Elmford is glad, and all of Elmford’s builders."
    assert place_of("Prices rise\n\nElmford Newswire", told, frozenset(), frozenset())[0] == "Elmford"
