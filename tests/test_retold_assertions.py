"""What one sentence says twice is one conflict, and a source that drops "mostly" contradicts itself."""

import pytest

from claims.sources import from_text
from reconcile import reconcile
from reconcile.engine import reconcile_claims
from reconcile.result import Reconciliation
from tests.make import claim, exact, period, source

Y2023 = period("2023-01-01", "2023-12-31")
# What else a story tells: words are weighed by how rare they are in it.
REST = (
    " Anna Berg leads the museum in Tolbeck. Rain delayed the harvest of oats. The council bought 40 buses."
    " A court jailed two smugglers in March. The striker scored 24 goals. Voters chose a new mayor on Sunday."
)

IMPORT = "In May, Norland introduced rules requiring bakers to obtain import permits from Torvik."
EXPORT = "In May, Norland introduced rules requiring export licences for flour."


def _result(*texts: str) -> Reconciliation:
    return reconcile(
        [from_text(text + REST, f"{name}.txt") for name, text in zip("abcd", texts, strict=False)]
    )


def _flagged(result: Reconciliation) -> list[str]:
    hard = ("conflict", "possible_conflict", "internal_inconsistency")
    return [pair.verdict for pair in result.pairs if pair.verdict in hard]


def test_a_rule_and_what_it_requires_make_one_conflict() -> None:
    result = _result(IMPORT, EXPORT)
    assert _flagged(result) == ["possible_conflict"]
    set_aside = [r for pair in result.pairs for r in pair.reasons if r.facet == "sentence"]
    assert set_aside, "the narrower pairs say why they are no conflict of their own"


def test_opposite_sides_of_a_rule_never_agree() -> None:
    result = _result(IMPORT, EXPORT.replace("flour", "wheat, rye and other flour"))
    assert "agree" not in {pair.verdict for pair in result.pairs if "permit" in str(pair.reasons)}


BODY = "Norland's bakers imported 460 tonnes of rye flour, mostly from Torvik, in the year to June 2024."


@pytest.mark.parametrize(
    ("again", "verdicts"),
    [
        (
            "Norland's bakers imported 460 tonnes of rye flour from Torvik in the year to June 2024.",
            ["internal_inconsistency"],
        ),
        (
            "Norland's bakers imported 460 tonnes of rye flour, mainly from Torvik, in the year to May.",
            [],
        ),
        ("Norland's bakers imported 460 tonnes of rye flour in the year to June 2024.", []),
        ("Norland's bakers imported 720 tonnes of oat flour from Torvik in the year to June 2023.", []),
    ],
    ids=["all of it", "most of it again", "not said from where", "another amount"],
)
def test_most_of_it_is_not_all_of_it(again: str, verdicts: list[str]) -> None:
    assert _flagged(_result(f"{BODY}\n\nThe price rose.\n\n{again}")) == verdicts


def test_two_holders_of_one_place_told_as_a_rank_and_as_an_act() -> None:
    result = _result(
        "In 2023, Norland was once more the largest importer, taking 12 million tonnes of rye.",
        "Torvik overtook Norland as the largest importer: its mills bought 13 million tonnes in 2023.",
    )
    assert "conflict" in _flagged(result)


def test_how_full_planes_are_is_their_load_factor() -> None:
    claims = [
        claim("a", "Brell Air", "load factor", exact(88.4, "%", step=0.1), kind="share", period=Y2023),
        claim(
            "b", "Brell Air", "share of planes full", exact(84.4, "%", step=0.1), kind="share", period=Y2023
        ),
    ]
    result = reconcile_claims([source(c.source, c.sentence) for c in claims], claims)
    assert _flagged(result) == ["conflict"]
