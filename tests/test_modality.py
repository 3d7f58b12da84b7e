"""The status of figures: forecast, plan, estimate or report, from the words around them."""

import pytest

from claims import extract
from claims.language import parse
from claims.modality import modality, modality_of_words, polarity
from claims.model import Claim, Modality
from claims.vocabulary import load
from tests.make import article

FIGURES: list[tuple[str, str, Modality]] = [
    ("The bank expects growth of 3%.", "3", "projection"),
    ("Growth is forecast at 3%.", "3", "projection"),
    ("The ministry published a forecast of 48 tonnes.", "48", "projection"),
    ("The projected cost of 40 million worries the council.", "40", "projection"),
    ("It now sees a profit of 20 million.", "20", "projection"),
    ("It saw a profit of 20 million.", "20", "actual"),
    ("The price is likely to exceed 90 euros.", "90", "projection"),
    ("The price will exceed 90 euros.", "90", "projection"),
    ("The company will build 90 flats.", "90", "plan"),
    ("The city plans to build 90 flats.", "90", "plan"),
    ("Car parts maker Elmholt will cut 90 jobs.", "90", "plan"),
    ("The hall was to have opened at a cost of 40 million.", "40", "plan"),
    ("The hall was found to have cost 40 million.", "40", "actual"),
    ("The state set a target of 90 flats.", "90", "plan"),
    ("The airline is considering buying 12 aircraft.", "12", "plan"),
    ("An estimated 60 houses burned.", "60", "estimate"),
    ("The loss is estimated at 60 million.", "60", "estimate"),
    ("The agency puts the loss at 60 million.", "60", "estimate"),
    ("According to estimates of the port, 60 ships called.", "60", "estimate"),
    ("According to the forecast, sales reach 60 million in 2040.", "60", "projection"),
    ("According to the port, 60 ships called.", "60", "actual"),
    ("The damage was assessed at 60 million.", "60", "estimate"),
    ("The firm is reportedly worth 60 million.", "60", "reported"),
    ("He is said to have paid 60 million.", "60", "reported"),
    ("The firm paid 60 million.", "60", "actual"),
    ("Brokers cut their price target to 60 dollars.", "60", "projection"),
    ("The state missed its target of 60 flats.", "60", "plan"),
    ("Nordhus to close 60 shops, but Kell is hiring", "60", "plan"),
    ("A wish to close 60 shops drove the firm.", "60", "actual"),
    ("The board will pay a dividend of 2 euros, after 60 euros for 2024.", "60", "actual"),
    ("The club could not pay 60 million.", "60", "actual"),
    ("A visitor will be charged 12 euros at the gate.", "12", "plan"),
    ("At least 12 more guides will be needed.", "12", "projection"),
    ("Some 40 homes will be damaged.", "40", "projection"),
    ("The hall will seat 900.", "900", "plan"),
    ("The stadium will have 900 seats.", "900", "plan"),
    ("The party will have 90 seats.", "90", "projection"),
    ("Classes will resume after 12 days.", "12", "plan"),
    ("The museum counts on 900 visitors.", "900", "projection"),
    ("The harbour counted 900 dockers on strike on Monday.", "900", "actual"),
    ("The clerks counted 900 ballots on Monday.", "900", "actual"),
    ("A survey had seen turnout at 40%.", "40", "projection"),
    ("The team scored 31 goals.", "31", "actual"),
    ("The state set a goal of 20%.", "20", "plan"),
    ("Another 2 million is due in May.", "2", "plan"),
    ("The delay of 20 days is due to storms.", "20", "actual"),
    ("The office hopes for 900 visitors.", "900", "projection"),
    ("The quarry offers a rise of 4%.", "4", "plan"),
    ("The wall offers shelter for 40 boats.", "40", "actual"),
    ("The quarry raised its offer from 3% to 5%.", "5", "plan"),
    ("The bloc would win half of the 61 seats.", "61", "actual"),
    ("The baker will shut one of its three shops.", "three", "actual"),
    ("The line will reopen with brakes on all 64 cars.", "64", "actual"),
    ("The eight families will have the money in May.", "eight", "actual"),
    ("The next eight families will have the money in May.", "eight", "projection"),
    ("His fee of 38 million will be written off.", "38", "actual"),
    ("Its loss of 38 million will be reported.", "38", "plan"),
    ("The firm expects sales of 66 million after 84 million in 2024.", "84", "actual"),
    ("The council voted to keep the fee at 40 euros.", "40", "actual"),
    ("The bank's committee voted on Thursday to leave the rate at 4%.", "4", "actual"),
    ("The council voted to raise the fee to 40 euros.", "40", "plan"),
    ("The club wants to keep the fee at 40 euros.", "40", "plan"),
    ("The council will shed 90 jobs, or 6% of its staff of 400.", "400", "actual"),
    ("The council will shed 90 jobs, or 6% of its staff of 400.", "90", "plan"),
    ("Ruiz struck again, his fifth goal in 9 games.", "9", "actual"),
    ("Its goal of 9% is far off.", "9", "plan"),
    ("The crews have voted by 84% to 16% to strike.", "84", "actual"),
    ("The board proposes a dividend of 42 cents.", "42", "plan"),
    ("The firm wants to halve its debt of 900 million.", "900", "actual"),
    ("The consensus was for 81 million.", "81", "projection"),
    ("A dividend of 42 cents is proposed.", "42", "plan"),
    ("The tram will have 19 stops.", "19", "plan"),
    # what somebody sets or pays is a plan, what comes of it is not
    ("The levy will rise to 4% in January.", "4", "plan"),
    ("Inflation will rise to 4% in January.", "4", "projection"),
    ("The state will pay 60%.", "60", "plan"),
    ("Visitors will pay 60 million.", "60", "projection"),
    ("The line is to carry 900 people.", "900", "projection"),
    ("The line is to open in 900 days.", "900", "plan"),
    ("Mine to cost 90 million", "90", "projection"),
    ("The mayor would like to build 12 pools.", "12", "plan"),
    ("The two sides, he said, would set up 12 boards.", "12", "plan"),
    # what is there or was once asked for
    ("The school offers 40 courses.", "40", "actual"),
    ("They had asked for 21%.", "21", "actual"),
    ("They asked for 21%.", "21", "plan"),
    ("The mill will close in June, after 64 years.", "64", "actual"),
    ("The head will retire in May after 8 years in the job.", "8", "actual"),
    ("She could be out in June, after 6 years.", "6", "projection"),
    ("On its fare of 12 euros that would come to 90.", "12", "actual"),
    ("The hall will cost more than the 4 million approved in 2020.", "4", "actual"),
    ("The bank sold 900 funeral plans.", "900", "actual"),
    ("They bought a plan, 900 of them in May.", "900", "actual"),
    ("The firm has bought 900 plans, 300 of them in May.", "300", "actual"),
]


@pytest.mark.parametrize(("text", "number", "status"), FIGURES, ids=[row[0] for row in FIGURES])
def test_the_status_of_a_figure(text: str, number: str, status: Modality) -> None:
    [doc] = parse([text])
    [token] = [token for token in doc if token.text == number]
    assert modality(token) == status


def test_the_status_of_words_without_a_verb() -> None:
    docs = list(
        parse(["Forecast for 2030: 5 Mt", "Estimated cost: 5 million", "Cost: 5 million", "Goals: 5"])
    )
    assert [modality_of_words(doc) for doc in docs] == ["projection", "estimate", "actual", "actual"]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The plant did not emit 5 tonnes.", True),
        ("The club failed to score.", True),
        ("The club never failed to score.", False),
        ("The firm has no choice but to pay.", False),
        ("The law not only bans smoking.", False),
        ("No fewer than five ships sailed.", False),
        ("Not a single ship sailed.", True),
    ],
)
def test_the_sentence_is_denied_or_not(text: str, denied: bool) -> None:
    [doc] = parse([text])
    [root] = [token for token in doc if token.dep_ == "ROOT"]
    assert polarity(root) == ("negated" if denied else "affirmed")


@pytest.mark.parametrize(
    ("text", "surface", "status"),
    [
        ("Halden will shed 90 jobs after a loss of $4 million last year.", "$4 million", "actual"),
        ("Halden will shed 90 jobs after a loss of $4 million last year.", "90 jobs", "plan"),
        ("The club will sell two players, despite winning eight cups in 2023.", "eight cups", "actual"),
        ("Lund will open eight pools after a refit of €4 million next year.", "€4 million", "plan"),
        ("The head of the guild, 58, is leaving in June.", "58", "actual"),
        ("Halden's claim for €70 million goes to court in June.", "€70 million", "actual"),
    ],
)
def test_what_came_before_what_will_be(text: str, surface: str, status: Modality) -> None:
    source = article(text, day="2025-03-04")
    [claim] = [claim for claim in extract(source) if claim.value and claim.value.surface == surface]
    assert claim.modality == status


def _figure(text: str, surface: str) -> Claim:
    source = article(text, day="2025-03-04")
    [claim] = [claim for claim in extract(source) if claim.value and claim.value.surface == surface]
    return claim


@pytest.mark.parametrize("verb", load("modality")["plan"]["asking_verbs"])
def test_what_somebody_is_asked_to_do_is_not_done(verb: str) -> None:
    past = {"beg": "begged"}.get(verb, verb.removesuffix("e") + "ed")
    text = f"On Monday the union {past} the firm to hire 40 nurses."
    assert _figure(text, "40 nurses").modality == "plan"
    assert {claim.modality for claim in extract(article(text)) if not claim.value} <= {"actual"}


def test_what_is_asked_of_so_many_is_asked() -> None:
    assert _figure("The head asked 40 pupils what they had read.", "40 pupils").modality == "actual"


@pytest.mark.parametrize("verb", load("when")["putting_off"]["verbs"])
def test_a_day_that_something_is_put_off_to_is_planned(verb: str) -> None:
    past = {"put": "put back", "push": "pushed back", "defer": "deferred", "bring": "brought forward"}
    done = past | {"slip": "slipped"}
    told = done.get(verb, verb.removesuffix("e") + "ed")
    text = f"The opening {'has' if verb == 'slip' else 'was'} {told} to 4 April 2026."
    assert _figure(text, "4 April 2026").modality == "plan"


def test_the_end_of_what_is_agreed_is_no_plan() -> None:
    assert _figure("The port signed a lease until June 2030.", "until June 2030").modality == "actual"


DATED: list[tuple[str, str, Modality]] = [
    ("The captain signed a contract that runs until June 2031.", "until June 2031", "actual"),
    ("The lease expires in May 2029.", "in May 2029", "actual"),
    ("The winter sale in Dorn ends on 4 December 2025.", "on 4 December 2025", "plan"),
    ("The city will build a hall for €4m, to be opened in May 2027.", "in May 2027", "plan"),
    ("The winter fair, set for 4 December 2025, is sold out.", "for 4 December 2025", "plan"),
    ("The price of a stamp goes from 80p to 95p in May 2026.", "80p", "actual"),
    ("The price of a stamp goes from 80p to 95p in May 2026.", "95p", "plan"),
]


@pytest.mark.parametrize(("text", "surface", "status"), DATED)
def test_what_is_arranged_and_what_is_in_force(text: str, surface: str, status: Modality) -> None:
    assert _figure(text, surface).modality == status


@pytest.mark.parametrize(
    ("column", "status"),
    [("To close", "plan"), ("To be built", "plan"), ("To date", "actual"), ("Pledged (€m)", "actual")],
)
def test_a_column_of_what_is_to_be_done(column: str, status: Modality) -> None:
    rows = f"| District | {column} |\n|---|---|\n| Marl | 14 |\n| Dorn | 9 |\n"
    found = extract(article("# Libraries of the Elm valley\n\n" + rows))
    assert {claim.modality for claim in found if claim.value} == {status}


def test_what_somebody_asks_for_is_asked_by_them() -> None:
    claim = _figure("Residents asked the council to cut the fee by 30 euros.", "30 euros")
    assert claim.attribution == "Residents"


@pytest.mark.parametrize(
    ("text", "surface", "polarity"),
    [
        ("The queue was not long: 40 people.", "40 people", "affirmed"),
        ("The hole is not deep: some 12 metres.", "some 12 metres", "affirmed"),
        ("The queue was not 40 people.", "40 people", "negated"),
        ("The inn has not paid two bills: £400 for gas.", "£400", "negated"),
    ],
)
def test_what_puts_a_denied_word_right_is_not_denied(text: str, surface: str, polarity: str) -> None:
    assert _figure(text, surface).polarity == polarity
