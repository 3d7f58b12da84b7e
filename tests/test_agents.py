"""One act that only one body can have done, told of two: a possible conflict; of what many can do, none."""

import pytest

from claims.sources import from_text
from reconcile import reconcile

# What else the articles tell, so that the words of the act are not those of all claims.
REST = (
    " The tram line will be 12 km long. The mayor opened a library in May. Rain delayed the harvest of rye."
    " Tolbeck has 40,000 inhabitants. Anna Berg leads the museum. The ferry to Lund sank in 2019."
)

CASES = {
    "two bodies suspend one firm": (
        "The city council suspended the tunnel contractor Pike Works.",
        "Then the regional government suspended the tunnel contractor Pike Works.",
        "possible_conflict",
    ),
    "two critics": (
        "The city council criticised the tunnel contractor Pike Works.",
        "Then the regional government criticised the tunnel contractor Pike Works.",
        "agree",
    ),
    "in the active and in the passive": (
        "Nils Berg designed the library in Tolbeck.",
        "The library in Tolbeck was designed by Ana Costa.",
        "possible_conflict",
    ),
    "a name and an office": (
        "Mayor Ida Holm ordered the evacuation of the school.",
        "The evacuation of the school was ordered by the mayor.",
        "agree",
    ),
    "two unions that call a strike": (
        "The strike was called by the drivers' union.",
        "The strike was called by the association of the ground staff.",
        "possible_conflict",
    ),
    "one body by two of its names": (
        "The council suspended the tunnel contractor Pike Works.",
        "Then the city council suspended the tunnel contractor Pike Works.",
        "agree",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_who_did_it(case: str) -> None:
    one, other, verdict = CASES[case]
    result = reconcile([from_text(one + REST, "a.txt"), from_text(other, "b.txt")])
    claims = {claim.id: claim for claim in result.claims}
    facts = [pair.verdict for pair in result.pairs if claims[pair.a].kind == claims[pair.b].kind == "fact"]
    assert facts == [verdict]
