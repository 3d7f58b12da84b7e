"""A comparison made again with claims changed is that of the changed claims, and touches nothing else."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from claims import load_all
from claims.model import Claim
from reconcile.afresh import Comparison
from reconcile.engine import reconcile, reconcile_claims
from reconcile.result import Reconciliation
from tests.make import claim, exact, period, source

PLACES = ("Norland", "Sudland", "Ostmark")
MEASURES = ("cement production", "cement exports", "steel production")


def _compared(numbers: list[int]) -> Reconciliation:
    claims = []
    for at, number in enumerate(numbers):
        place, measure = PLACES[number % 3], MEASURES[number // 3 % 3]
        figure = exact((4e6, 5e6, 9e6)[number // 9 % 3], "t", step=5e4)
        made = claim("abcd"[at % 4], place, measure, figure)
        claims.append(replace(made, id=f"c{at:02}", start=at * 100, end=at * 100 + 50))
    texts = {name: " ".join(c.sentence for c in claims if c.source == name) for name in "abcd"}
    return reconcile_claims([source(name, text) for name, text in texts.items()], claims)


_STORIES = st.lists(st.integers(0, 26), min_size=4, max_size=14).map(_compared)


@settings(max_examples=50, deadline=None)
@given(_STORIES, st.data())
def test_pairs_kept_apart_give_what_comparing_everything_gives(
    result: Reconciliation, data: st.DataObject
) -> None:
    pairs = [frozenset(pair) for group in result.groups for pair in combinations(group.claims, 2)]
    apart = frozenset(data.draw(st.sets(st.sampled_from(pairs), max_size=4))) if pairs else frozenset()
    found = Comparison(result).afresh({}, apart)
    assert found == reconcile_claims(result.sources, result.claims, apart)
    assert not apart & {frozenset(pair) for g in found.groups for pair in combinations(g.claims, 2)}


@settings(max_examples=50, deadline=None)
@given(_STORIES, st.data())
def test_a_claim_corrected_to_what_it_says_changes_nothing(
    result: Reconciliation, data: st.DataObject
) -> None:
    same = data.draw(st.sampled_from(result.claims))
    assert Comparison(result).afresh({same.id: same}) == result


@settings(max_examples=50, deadline=None)
@given(_STORIES, st.data())
def test_a_correction_changes_only_groups_that_its_claim_could_be_in(
    result: Reconciliation, data: st.DataObject
) -> None:
    wrong = data.draw(st.sampled_from(result.claims))
    right = replace(wrong, subject=data.draw(st.sampled_from(PLACES)), value=exact(7e6, "t", step=5e4))
    comparison = Comparison(result)
    found = comparison.afresh({wrong.id: right})
    assert {claim.id: claim for claim in found.claims}[wrong.id] == right
    # Norland's steel is not touched by what is corrected to or from Sudland.
    for place in set(PLACES) - {wrong.subject, right.subject}:
        assert _of(found, place) == _of(result, place)
    assert comparison.afresh({wrong.id: wrong}) == result


def _of(result: Reconciliation, place: str) -> list[object]:
    claims: dict[str, Claim] = {claim.id: claim for claim in result.claims}
    return [group for group in result.groups if {claims[i].subject for i in group.claims} == {place}]


def test_a_corrected_value_is_summed_anew_and_other_sources_keep_their_sums(tmp_path: Path) -> None:
    told = "made {} tonnes of the 360 tonnes of glass produced in 2020, or 67 %. It rained.\n"
    for name, place in (("a", "Norland"), ("b", "Sudland")):
        (tmp_path / f"{name}.txt").write_text(f"{place} {told.format(240)}")
    result = reconcile(load_all([str(tmp_path)])[0])
    assert [check.verdict for check in result.checks] == ["consistent", "consistent"]
    wrong = next(c for c in result.claims if c.source == "b.txt" and c.value and c.value.low == 240)
    right = replace(wrong, value=exact(200, "t", step=5))
    found = Comparison(result).afresh({wrong.id: right})
    claims = [right if claim is wrong else claim for claim in result.claims]
    assert found.checks == reconcile_claims(result.sources, claims).checks
    assert len(found.checks) == 1 and wrong.id not in found.checks[0].claims


def test_a_corrected_period_is_compared() -> None:
    one = claim(
        "a", "Norland", "cement production", exact(4e6, "t"), period=period("2020-01-01", "2020-12-31")
    )
    other = claim("b", "Norland", "cement production", exact(9e6, "t"))
    result = reconcile_claims([source("a", "x"), source("b", "y")], [one, other])
    assert [group.verdict for group in result.groups] == ["conflict"]
    right = replace(other, period=period("2021-01-01", "2021-12-31"))
    (group,) = Comparison(result).afresh({other.id: right}).groups
    assert group.verdict == "different_period"
