"""Two reports of one matter that cannot both be true, and two that only look so."""

import pytest

from reconcile import reconcile
from tests.make import article

HARD = {"conflict", "possible_conflict"}
# What else the articles tell, so that the words of a case are not those of all claims.
REST = (
    " The tram line will be 12 km long. The mayor opened a library in May. Rain delayed the harvest of rye."
    " Tolbeck has 40,000 inhabitants. Anna Berg leads the museum. The ferry to Lund sank in 2019."
)

AGAINST = {
    "no money, and so much": (
        "The treasurer said that no grants had been paid to the theatre.",
        "The county paid €30 million in grants to the theatre.",
    ),
    "no amount taken from what is kept": (
        "The treasurer said that no reserves were used.",
        "The county took $12 million from its reserves.",
    ),
    "none seen, and eleven who had it": (
        "No nosebleeds were seen.",
        "Eleven pilots in the study had nosebleeds.",
    ),
    "the same deed, done to none and to four": (
        "No barges were damaged.",
        "Four barges were damaged by ice.",
    ),
    "not a single one, and 212": (
        "Not a single complaint was received about the bridge.",
        "The office received 212 complaints about the bridge.",
    ),
    "nobody charged, and one who was": (
        "Nobody has been charged.",
        "Jonas Pell was charged with arson in May.",
    ),
    "free, and with a sentence to serve": (
        "Oskar Lenz was acquitted.",
        "Oskar Lenz received a suspended sentence of nine months.",
    ),
    "won, and drew": (
        "Halden beat Marsk 3-1 on Saturday to go top of the league.",
        "Halden drew 3-3 with Marsk on Saturday in a game full of mistakes.",
    ),
    "to be closed, and to stay open": (
        "The fire station of Braak is to be closed and let.",
        "The fire station of Braak stays open.",
    ),
    "took sides, and kept out": (
        "Mayor Ida Holm campaigned for a yes.",
        "Mayor Ida Holm kept out of the debate.",
    ),
    "admitted, and what he is called by": (
        "The judge spoke to Oskar Lenz. He denied all charges.",
        "Oskar Lenz had pleaded guilty.",
    ),
    "none to lose it, and twelve who will": (
        "No teachers will lose their jobs.",
        "Twelve teachers will be laid off.",
    ),
    "a profit of so much, and a loss": (
        "Oster made a profit of €110 million in 2024.",
        "Oster made a loss in 2024.",
    ),
    "stopped, and still done, on one day": (
        "Hollins Farm has stopped deliveries.",
        "Hollins Farm is still delivering.",
    ),
    "told of whom the text is about": (
        "Roland makes tyres. It will close its plant. The ministry said that no subsidies had been offered.",
        "The government offered €30 million in subsidies.",
    ),
    "called by a surname": (
        "Oskar Lenz ran a bank. Lenz, 58, had pleaded guilty.",
        "The judge spoke to Oskar Lenz. He denied all charges.",
    ),
    "for it, and against it": ("Clara Weiss supports the takeover.", "Clara Weiss opposes the takeover."),
}

BOTH = {
    "none of a kind": ("No tickets were sold at the door.", "Some 4,000 tickets were sold for the concert."),
    "none for somebody": ("No money was paid to the mayor.", "The firm paid €2 million for the site."),
    "none in a part": ("No goals were scored in the first half.", "Norra scored three goals."),
    "no others": ("No further grants were paid.", "The county paid €30 million in grants."),
    "none at another time": (
        "No complaints were received in May.",
        "The council received 40 complaints last year.",
    ),
    "one kin free, and the other not": (
        "Oskar Lenz's wife was acquitted.",
        "Oskar Lenz was jailed for five years for fraud.",
    ),
    "how long it was done, and the term for it": (
        "The fraud went on for more than six years.",
        "Oskar Lenz was jailed for five years for fraud.",
    ),
    "at home and away": (
        "Marsk have lost five in a row away from home.",
        "Marsk have not lost at home since August.",
    ),
    "over several years, and in one": (
        "Over five years rents have gone up by 8 percent.",
        "Rents rose by 6.4 percent.",
    ),
    "what nobody asked for, and what one wants": (
        "Nobody asked for boats of that kind.",
        "The captain wants a boat for the lake.",
    ),
    "a profit of one year, and a loss of another": (
        "Oster made a profit of €110 million in 2023.",
        "Oster made a loss in 2024.",
    ),
    "opened on a day, and shut for a week": (
        "The cable car opened on 8 June.",
        "The cable car stayed shut for three weeks.",
    ),
    "some of the mills, and all of them": (
        "Twelve of its 40 mills will close, Brill said.",
        "Brill has 40 mills.",
    ),
    "not since, and before": (
        "The council has not met since June.",
        "The council met in May.",
    ),
}


def _verdicts(one: str, other: str, later: str = "2025-11-20") -> set[str]:
    texts = (("a.md", "2025-11-20", one), ("b.md", later, other))
    found = reconcile([article(text + REST, name, day=day) for name, day, text in texts])
    told = {claim.id: claim.sentence for claim in found.claims}
    return {pair.verdict for pair in found.pairs if all(told[end] not in REST for end in (pair.a, pair.b))}


@pytest.mark.parametrize("case", AGAINST)
def test_only_one_account_can_hold(case: str) -> None:
    assert _verdicts(*AGAINST[case]) & HARD


@pytest.mark.parametrize("case", BOTH)
def test_both_accounts_can_hold(case: str) -> None:
    assert not _verdicts(*BOTH[case]) & HARD


def test_how_long_a_term_is_says_no_more_of_guilt() -> None:
    told = (
        "Oskar Lenz was jailed for seven years for fraud.",
        "Oskar Lenz was sentenced to five years in prison.",
    )
    assert "conflict" in _verdicts(*told) and "agree" not in _verdicts(*told)


def test_a_change_told_as_a_plan_and_in_the_present() -> None:
    told = ("The property tax will go up by 3.2 percent.", "The property tax goes up by 2.3 percent.")
    found = _verdicts(*told)
    assert found & HARD and "projection_vs_actual" not in found


def test_what_adds_up_is_not_what_boosts() -> None:
    told = ("The rocket uses two boosters.", "The rocket has four boosters.")
    assert "superseded" not in _verdicts(*told, later="2025-11-21")


def test_what_is_told_of_one_town_is_a_part() -> None:
    text = "The number of cases stands at 84. In the town of Mell there are 13 cases."
    found = reconcile([article(text + REST, "a.md")])
    assert {pair.verdict for pair in found.pairs} == {"different_scope"}


def test_a_headline_that_counts_its_questions() -> None:
    text = "The vote on the schools had three questions." + REST
    found = reconcile([article(text, "a.md", title="The vote on the schools in seven questions")])
    assert not {pair.verdict for pair in found.pairs} & {"internal_inconsistency"}
