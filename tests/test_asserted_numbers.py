"""The numbers that an assertion writes, by what they number: where two differ, they do not agree."""

import pytest

from reconcile import reconcile
from reconcile.numerals import numbers_of
from tests.make import article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("was jailed for six years", {"years": {"6"}}),
        ("beat Hull 3-1 in two days", {"": {"3-1"}, "days": {"2"}}),
        ("was convicted in May", {}),
    ],
)
def test_numbers_by_what_they_number(text: str, found: dict[str, set[str]]) -> None:
    assert numbers_of(text) == found


# Two texts of two days in a row, and what the verdicts of their assertions say.
CASES = {
    "two scores of one match": (
        "Harwell beat Eskford 3-1 on Saturday.",
        "Harwell beat Eskford 3-2 on Saturday.",
        {"conflict"},
    ),
    "two scores by two words": (
        "Northgate Rovers beat Eastham United 3-1 on Saturday to move top of the league.",
        "Danny Holt struck twice as Northgate Rovers defeated Eastham United 3-2 at Mill Lane.",
        {"conflict"},
    ),
    "two counts of one vote": (
        "The committee voted 7-2 on Thursday to keep the toll at 4%.",
        "The committee voted 6-3 on Thursday to keep the toll at 4%.",
        {"conflict"},
    ),
    "two opponents": (
        "Harwell beat Eskford 3-1 at the weekend.",
        "Harwell beat Marl City 3-2 at the weekend.",
        {"different_scope"},
    ),
    "one score": (
        "Harwell beat Eskford 3-1 on Saturday.",
        "Harwell beat Eskford 3-1 on Saturday.",
        {"agree"},
    ),
    "two matches": (
        "Harwell beat Eskford 3-1 in May 2024.",
        "Harwell beat Eskford 3-2 in March 2025.",
        {"different_period"},
    ),
    "two terms": (
        "The court jailed Vos for six years for fraud.",
        "The court jailed Vos for five years for fraud.",
        set(),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_assertions_of_other_numbers_do_not_agree(case: str) -> None:
    one, other, verdicts = CASES[case]
    result = reconcile(
        [
            article(one, "a.md", day="2025-06-15", publisher="Herald"),
            article(other, "b.md", day="2025-06-16", publisher="Globe"),
        ]
    )
    facts = {claim.id for claim in result.claims if claim.kind == "fact"}
    found = {pair.verdict for pair in result.pairs if {pair.a, pair.b} <= facts}
    assert found - {"insufficient"} == verdicts
