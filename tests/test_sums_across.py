"""A change that one source tells, held against the earlier figure of another: it confirms, never accuses."""

import pytest

from claims.sources import from_text
from reconcile import reconcile
from reconcile.afresh import Comparison
from reconcile.result import Check, Reconciliation

EARLIER = "In 2023 the port of Arle handled 4.0 million tonnes of salt. The pier is old."


def _both(told: str, earlier: str = EARLIER) -> Reconciliation:
    return reconcile([from_text(earlier, "earlier.txt"), from_text(told, "later.txt")])


def _across(result: Reconciliation) -> list[Check]:
    source = {claim.id: claim.source for claim in result.claims}
    return [check for check in result.checks if len({source[i] for i in check.claims}) > 1]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("In 2024 the port of Arle handled 4.4 million tonnes of salt, up 10%.", "is 10 %"),
        (
            "In 2024 the port of Arle handled 4.4 million tonnes of salt, 400,000 tonnes more than in 2023.",
            "is a change of 400,000 t",
        ),
    ],
)
def test_a_change_confirmed_by_the_figure_of_another_source(told: str, words: str) -> None:
    (check,) = _across(_both(told))
    assert check.verdict == "consistent" and words in check.text
    assert check.text.startswith("4 million t in earlier.txt to 4.4 million t")


@pytest.mark.parametrize(
    "told",
    [
        "In 2024 the port of Arle handled 4.4 million tonnes of salt, up 25%.",
        "In 2024 the port of Arle handled 4.4 million tonnes of salt. Wages rose 10%.",
        "In 2024 the port of Arle handled 4.4 million tonnes of salt, up 10% from 4.0 million tonnes.",
    ],
)
def test_other_changes_and_those_that_their_own_source_confirms_give_none(told: str) -> None:
    assert _across(_both(told)) == []


def test_it_goes_when_a_reviewer_keeps_the_two_apart() -> None:
    result = _both("In 2024 the port of Arle handled 4.4 million tonnes of salt, up 10%.")
    (check,) = _across(result)
    apart = frozenset(check.claims[:2])
    assert _across(Comparison(result).afresh({}, [apart])) == []


def test_the_whole_between_a_figure_and_its_change_parts_them_not() -> None:
    told = "In 2026 the Elm List won 23 of the 54 seats, three more than in 2022."
    (check,) = _across(_both(told, "In 2022 the Elm List won 20 seats. The hall is old."))
    assert check.text.startswith("20 in earlier.txt to 23 is a change of 3")
