"""The first since a year, the highest since another: such a year dates nothing, and two of them differ."""

import pytest

from claims import extract
from reconcile import reconcile
from tests.make import article


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Rents in Lund fell to their lowest level since March 2020.", []),
        ("Inflation rose to 4.1% in May, the highest since 2011.", []),
        ("The club has won its first cup since May 1998.", []),
        ("The mill has been idle since May 1998.", ["1998-05-01"]),
        ("The ferry sank on 4 June 2019, its first accident since 1987.", ["2019-06-04"]),
    ],
)
def test_what_bounds_a_record_is_no_date_of_an_event(text: str, dated: list[str]) -> None:
    found = [it for it in extract(article(text, "a.md", day="2031-03-03")) if it.kind == "date"]
    assert [it.value.low for it in found if it.value] == dated


def _verdicts(one: str, other: str) -> set[str]:
    pages = [article(one, "a.md", day="2031-03-03"), article(other, "b.md", day="2031-03-03")]
    result = reconcile(pages)
    source = {claim.id: claim.source for claim in result.claims}
    kind = {claim.id: claim.kind for claim in result.claims}
    return {
        pair.verdict
        for pair in result.pairs
        if source[pair.a] != source[pair.b] and kind[pair.a] == kind[pair.b] == "rank"
    }


SINCE_1987 = "It was the choir's first prize since 1987."


def test_the_first_since_two_years_is_a_conflict() -> None:
    assert _verdicts(SINCE_1987, "The choir won its first prize since 1991.") == {"conflict"}


@pytest.mark.parametrize("other", ["first big prize since 1971", "first prize since at least 1991"])
def test_the_first_of_another_kind_and_since_at_least_a_year_is_none(other: str) -> None:
    assert _verdicts(SINCE_1987, f"The choir won its {other}.") <= {"agree"}


@pytest.mark.parametrize("since", [" since 1987", ""])
def test_the_first_since_one_year_is_none(since: str) -> None:
    assert _verdicts(SINCE_1987, f"The choir won its first prize{since}.") == {"agree"}


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("by the end of 2034", "across the county", {"possible_conflict"}),
        ("in 2034", "across the county", {"insufficient"}),
    ],
)
def test_a_deadline_is_no_time_of_a_count(one: str, other: str, told: set[str]) -> None:
    pages = [
        article(f"Harwell Council will close 64 libraries {one}.", "a.md", day="2031-03-03"),
        article(f"Harwell Council is to close 71 libraries {other}.", "b.md", day="2031-03-03"),
    ]
    assert {pair.verdict for pair in reconcile(pages).pairs} == told
