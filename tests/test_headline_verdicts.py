"""A headline leaves out what the text says, and may contradict it; an aside's names narrow nothing."""

import pytest

from claims.sources import from_text
from reconcile import reconcile
from tests.make import article

CASES = {
    "the headline has another figure": (
        "Brill profit down 12%",
        "Brill Foods said on Wednesday that operating profit fell 9% in the half-year to 30 September 2025. "
        "Brill makes biscuits.",
        "internal_inconsistency",
    ),
    "it has the same": (
        "Brill profit down 9%",
        "Brill Foods said on Wednesday that operating profit fell 9% in the half-year to 30 September 2025. "
        "Brill makes biscuits.",
        "agree",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_headline_and_text(case: str) -> None:
    title, text, verdict = CASES[case]
    result = reconcile([article(text, title=title)])
    claims = {claim.id: claim for claim in result.claims}
    percent = [
        pair.verdict for pair in result.pairs if {claims[pair.a].kind, claims[pair.b].kind} == {"growth"}
    ]
    assert percent == [verdict]


def test_names_beside_the_clause_do_not_narrow_it() -> None:
    one = (
        "A flood destroyed 40 bridges on 3 May 2025, most of them near Lund and Tarn. The flood hit Norland."
    )
    other = "A flood hit Norland on 3 May 2025. The flood destroyed 60 bridges on 3 May 2025."
    result = reconcile([from_text(one, "a.txt"), from_text(other, "b.txt")])
    claims = {claim.id: claim for claim in result.claims}
    found = {
        pair.verdict
        for pair in result.pairs
        if {
            claims[pair.a].value and claims[pair.a].value.low,
            claims[pair.b].value and claims[pair.b].value.low,
        }
        == {40, 60}
    }
    assert found == {"conflict"}


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        (
            "Brill profit down 12%",
            "Brill Foods said that profit fell in the half-year. Shares in Brill fell 9%.",
            [],
        ),
        (
            "Attendance up 20%",
            "The park said that attendance rose in the summer. Its ticket prices rose 15%.",
            [],
        ),
        (
            "Brill posts €25m loss in bad year",
            "Brill Foods had a bad year. It posted a loss that analysts had forecast to be €32m. "
            "It makes tea.",
            [],
        ),
        (
            "Town opens only 84 shops in May",
            "The town opened only 84 shops in May, fewer than hoped. May came after 17 months in which the "
            "town opened more than 150 shops each month.",
            [],
        ),
        (
            "Brill opens ten halls for €65m",
            "The ten halls will have cost €65m by 2027. Brill opens ten halls whose first plan cost €49m.",
            [],
        ),
    ],
)
def test_a_headline_does_not_speak_of_what_else_changed(title: str, text: str, found: list[str]) -> None:
    result = reconcile([article(text, title=title)])
    assert [pair.verdict for pair in result.pairs if pair.verdict == "internal_inconsistency"] == found
