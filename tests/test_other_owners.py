"""Figures told of two things that have different names are no conflict."""

import pytest

import reconcile
from claims.sources import from_text


def _alerts(one: str, other: str) -> int:
    return reconcile.reconcile([from_text(one, "a.txt"), from_text(other, "b.txt")]).open_conflicts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Farms use 62 percent of the water.", "Homes use 27 percent of the water."),
        ("The plant in Kolle has 310 employees.", "The mine at Kolle has 120 employees."),
    ],
)
def test_two_things_may_have_two_figures(one: str, other: str) -> None:
    assert _alerts(one, other) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Farms use 62 percent of the water.", "Farms use 27 percent of the water."),
        ("The plant in Kolle has 310 employees.", "The Kolle plant employs 120 people."),
        ("The mine at Kolle has 310 employees.", "The mine at Kolle has 120 employees."),
    ],
)
def test_one_thing_may_not(one: str, other: str) -> None:
    assert _alerts(one, other) == 1
