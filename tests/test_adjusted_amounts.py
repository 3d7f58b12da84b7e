"""Amounts that leave out different things are not held against each other: before tax, excluding fuel."""

import pytest

from claims.sources import from_text
from claims.vocabulary import load
from reconcile import reconcile

CASES = [
    (
        "Brill Foods made a profit of €40m in 2024.",
        "Brill Foods made a profit before tax of €52m in 2024.",
        False,
    ),
    (
        "Brill Foods made a profit before tax of €52m in 2024.",
        "Brill Foods made a profit after tax of €40m in 2024.",
        False,
    ),
    (
        "Brill Foods made a profit before tax of €52m in 2024.",
        "Brill Foods made a profit before tax of €47m in 2024.",
        True,
    ),
    (
        "Brill Foods made a pre-tax loss of €52m in 2024.",
        "Brill Foods made a loss before tax of €47m in 2024.",
        True,
    ),
    ("Brill Foods lost €52m in 2024.", "Brill Foods made a pretax loss of €47m in 2024.", False),
    (
        "Brill Foods posted an operating loss of €52m and a pre-tax loss of €47m for 2024.",
        "Brill Foods has recorded a €52m operating loss for 2024, and a €47m pre-tax loss.",
        False,
    ),
    (
        "Sales at Brill Foods were €90m in 2024.",
        "Sales excluding fuel at Brill Foods were €70m in 2024.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "conflicts"), CASES)
def test_amounts_that_leave_something_out(one: str, other: str, conflicts: bool) -> None:
    result = reconcile([from_text(one + "\n", "a.txt"), from_text(other + "\n", "b.txt")])
    money = {claim.id for claim in result.claims if claim.kind == "money"}
    hard = {pair.verdict for pair in result.pairs if {pair.a, pair.b} <= money} & {
        "conflict",
        "possible_conflict",
    }
    assert bool(hard) == conflicts


@pytest.mark.parametrize("ahead", load("measures")["adjusting"]["ahead"])
def test_what_stands_before_the_noun_leaves_something_out(ahead: str) -> None:
    plain = "Brill Foods made a loss of €40m in 2024."
    test_amounts_that_leave_something_out(plain, plain.replace("40", "52"), True)
    test_amounts_that_leave_something_out(plain, f"Brill Foods made a {ahead} loss of €52m in 2024.", False)


@pytest.mark.parametrize(
    "told",
    [
        "Leave out",
        "Leave aside",
        "Count",
        "Count in",
        "Add",
        "Include",
        "Exclude",
        "Strip out",
        "Take away",
        "Subtract",
    ],
)
def test_a_reader_is_told_what_to_count(told: str) -> None:
    plain = "Brill Foods made a loss of €40m in 2024."
    counted = f"{told} fuel, and Brill Foods made a loss of €52m in 2024."
    test_amounts_that_leave_something_out(plain, counted, False)


@pytest.mark.parametrize("word", ["combined", "joint"])
def test_a_figure_of_several_is_not_that_of_one(word: str) -> None:
    plain = "Brill Foods made a loss of €40m in 2024."
    test_amounts_that_leave_something_out(plain, plain.replace("loss of €40m", f"{word} loss of €52m"), False)
