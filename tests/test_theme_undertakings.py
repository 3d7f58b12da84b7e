"""The theme of an article may be a deal between firms, a named operation, or what is done or decided."""

import pytest

from claims import extract
from claims.framing.deals import deal_of
from claims.framing.undertakings import undertaking_of
from claims.sources import from_text
from claims.vocabulary import load

DEALS = load("matters")["deals"]
UNDERTAKINGS = load("matters")["undertakings"]
BOUGHT = """# Alder Mills to buy Corran Dairies

Alder Mills is to buy the creamery Corran Dairies for €310m, the two firms said on Monday.
Shareholders of Corran Dairies get €4.20 a share, a premium of 21%.

- Corran Dairies herds: 112
- Net debt: €40m

The takeover needs the consent of the competition office. Alder Mills has 900 staff. The takeover of Corran
Dairies will cost 80 jobs.
"""
RAIDS = """# Police hold nine in dog smuggling raids

Nine people were held in raids on three farms on Sunday. Officers took away 61 dogs and €14,000 in cash.

What they code-named Operation Bramble took years of work. The raids lasted two hours.
"""
BAN = """# Ban on gas heaters from May

The town council passed a ban on gas heaters on cafe terraces. Some 240 cafes have heaters.

The ban takes effect in May. Offenders pay €90.
"""


def topics(text: str) -> set[str]:
    found = (claim.scope.get("topic") for claim in extract(from_text(text, "story.md")))
    return {topic for topic in found if topic is not None}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (BOUGHT, "Alder Mills takeover of Corran Dairies"),
        (RAIDS, "Operation Bramble smuggling raids"),
        (BAN, "ban"),
    ],
)
def test_an_article_tells_of_it(text: str, topic: str) -> None:
    assert topics(text) == {topic}


@pytest.mark.parametrize("verb", DEALS["verbs"])
def test_a_deal_is_told_by_a_verb(verb: str) -> None:
    body = (
        f"Alder Mills may {verb} Corran Dairies. Shareholders of Corran Dairies get a premium in the deal. "
        "Alder Mills waits."
    )
    deal = deal_of("", body, frozenset())
    assert deal is not None
    assert (deal.buyer, deal.target) == ("Alder Mills", "Corran Dairies")


@pytest.mark.parametrize("noun", DEALS["nouns"])
def test_a_deal_is_told_by_a_noun(noun: str) -> None:
    body = (
        f"Alder Mills plans a {noun} for Corran Dairies. Shareholders of Corran Dairies get a premium in the "
        "deal. Alder Mills waits."
    )
    deal = deal_of("", body, frozenset())
    assert deal is not None
    assert (deal.buyer, deal.target) == ("Alder Mills", "Corran Dairies")


@pytest.mark.parametrize("kind", DEALS["kinds"])
def test_a_deal_is_called_as_the_text_mostly_calls_it(kind: str) -> None:
    body = (
        f"Alder Mills may buy Corran Dairies. The {kind} has its critics. Investors like the {kind}. "
        f"Shareholders like the {kind}, and the premium. Alder Mills and Corran Dairies are old."
    )
    deal = deal_of("", body, frozenset())
    assert deal is not None
    assert deal.kind == kind


@pytest.mark.parametrize("holders", DEALS["holders"])
def test_those_who_own_a_firm_tell_which_is_bought(holders: str) -> None:
    body = (
        f"Corran Dairies {holders} met in May. The stake is large, the premium low. They took the bid by "
        "Alder Mills. Corran Dairies and Alder Mills are old."
    )
    deal = deal_of("", body, frozenset())
    assert deal is not None
    assert deal.target == "Corran Dairies"


@pytest.mark.parametrize("sign", DEALS["signs"])
def test_a_deal_has_several_signs(sign: str) -> None:
    body = "Alder Mills would buy Corran Dairies. They have {}. Alder Mills and Corran Dairies are old."
    others = [word for word in ("stake", "premium", "bidder") if word != sign][:2]
    if sign not in DEALS["kinds"]:
        others[0] = "deal"
    assert deal_of("", body.format(" and ".join([sign, *others])), frozenset()) is not None
    assert deal_of("", body.format(" and ".join(others)), frozenset()) is None


@pytest.mark.parametrize(
    "body",
    [
        "Dalby will buy Mina Orrel from Corran. Mina Orrel passed a medical. Dalby made a bid, "
        "Corran an offer, and the deal has a premium.",
        "Dalby bought Corran's mill. It made a bid, Corran an offer. The deal has a premium. Dalby won.",
        "The Alder Gallery bought a vase. Alder Gallery says the bid was high. No deal was made, no offer.",
    ],
)
def test_no_deal(body: str) -> None:
    assert deal_of("", body, frozenset({"Mina", "Orrel"})) is None


def test_clubs_do_not_buy_each_other() -> None:
    text = (
        "# Dalby Rovers win the race\n\nDalby Rovers made a bid for Alder United striker Ada Holm. "
        "The transfer fee is €4m. The offer is a record, and the deal runs on. Dalby Rovers said the bid for "
        "Alder United winger Una Dell failed. The striker had 12 goals on loan, a medical, and signed.\n"
    )
    assert "Dalby Rovers bid for Alder United" not in topics(text)


@pytest.mark.parametrize("kind", UNDERTAKINGS["kinds"])
def test_an_operation_has_a_name(kind: str) -> None:
    assert undertaking_of("", f"The {kind} Bramble began. Then {kind} Bramble went on.") == f"{kind} Bramble"
    assert undertaking_of("", f"The {kind.lower()} began. Then the {kind.lower()} went on.") is None


@pytest.mark.parametrize("given", UNDERTAKINGS["given"])
def test_an_operation_is_given_its_name_once(given: str) -> None:
    filler = "It rained all day in the valley. " * 40
    assert undertaking_of("", f"{filler}The search, {given} Operation Bramble, ended.") == "Operation Bramble"
    assert undertaking_of("", f"{filler}The search was like Operation Bramble.") is None


@pytest.mark.parametrize("noun", load("context")["themes"]["lesser"])
def test_what_is_done_or_decided(noun: str) -> None:
    told = f"The vicar spoke of the {noun}. The {noun} is new.\n\nSome 240 singers came."
    text = f"# The {noun} of May\n\n{told}\n"
    assert topics(text) == {noun}


@pytest.mark.parametrize("when", load("context")["themes"]["when"])
def test_when_it_was_says_of_no_event_which_it_is(when: str) -> None:
    text = (
        f"# Farm raids\n\nPolice held nine in {when} raids. The raids were long.\n\nSome 61 dogs are safe.\n"
    )
    assert topics(text) == {"farm raids"}
