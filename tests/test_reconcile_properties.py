"""What must not matter does not: order, names of the sources; and a dense block is capped, not hung."""

import json
import random
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import Claim
from reconcile.engine import reconcile_claims
from reconcile.result import Reconciliation
from tests.make import claim, exact, period, source

PLACES = ("Norland", "Sudland", "Ostmark")
MEASURES = ("cement production", "cement exports", "steel production", "people employed")
YEARS = (None, period("2022-01-01", "2022-12-31"), period("2023-01-01", "2023-12-31"))


@st.composite
def stories(draw: st.DrawFn) -> list[Claim]:
    claims = []
    for number in range(draw(st.integers(2, 9))):
        place, measure = draw(st.sampled_from(PLACES)), draw(st.sampled_from(MEASURES))
        figure = exact(draw(st.sampled_from([4e6, 5e6, 9e6])), "t", step=5e4)
        made = claim(
            draw(st.sampled_from("abc")), place, measure, figure, period=draw(st.sampled_from(YEARS))
        )
        claims.append(replace(made, id=f"c{number}", start=number * 100, end=number * 100 + 50))
    return claims


def _run(claims: list[Claim], names: dict[str, str] | None = None) -> Reconciliation:
    names = names or {}
    renamed = [replace(c, source=names.get(c.source, c.source)) for c in claims]
    text = " ".join(sorted(c.sentence for c in claims))
    return reconcile_claims([source(name, text) for name in sorted({c.source for c in renamed})], renamed)


def _verdicts(result: Reconciliation) -> dict[frozenset[str], str]:
    return {frozenset((pair.a, pair.b)): pair.verdict for pair in result.pairs}


@settings(max_examples=60, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims: list[Claim], rng: random.Random) -> None:
    shuffled = claims[:]
    rng.shuffle(shuffled)
    assert json.dumps(_run(claims).as_json()) == json.dumps(_run(shuffled).as_json())


@settings(max_examples=60, deadline=None)
@given(stories())
def test_the_names_of_the_sources_do_not_matter(claims: list[Claim]) -> None:
    assert _verdicts(_run(claims)) == _verdicts(_run(claims, {"a": "z", "b": "y", "c": "x"}))


@settings(max_examples=60, deadline=None)
@given(stories())
def test_every_pair_of_a_group_has_a_verdict_and_a_deciding_reason(claims: list[Claim]) -> None:
    groups = _run(claims).groups
    told = {frozenset((pair.a, pair.b)) for group in groups for pair in group.pairs}
    for group in groups:
        every = {frozenset(two) for two in combinations(group.claims, 2)}
        own = {frozenset((pair.a, pair.b)) for pair in group.pairs}
        # What two groups share, one of them tells.
        assert own and len(own) == len(group.pairs) and own <= every <= told
        for pair in group.pairs:
            assert [r for r in pair.reasons if r.effect == pair.verdict]
            assert any(found.verdict == group.verdict for found in group.pairs)


def test_a_dense_block_is_capped_and_said() -> None:
    claims = [
        claim("a", "Norland", "cement production", exact(float(number + 1), "t"), start=number * 10)
        for number in range(400)
    ]
    result = reconcile_claims([source("a", "cement production")], claims)
    assert result.problems and "nearest" in result.problems[0]
    assert max(len(group.claims) for group in result.groups) <= 80


@pytest.mark.parametrize("frame", ["claims_frame", "groups_frame", "pairs_frame"])
def test_results_are_also_tables(frame: str) -> None:
    year = YEARS[1]
    made = [claim(name, "Norland", "cement production", exact(5e6, "t"), period=year) for name in "ab"]
    assert len(getattr(_run(made), frame)) > 0
    assert list(getattr(_run([]), frame).columns)


def test_groups_have_titles_that_name_the_question() -> None:
    made = [claim(name, "Norland", "cement production", exact(5e6, "t")) for name in "ab"]
    assert [group.title for group in _run(made).groups] == ["Norland: cement production"]


@pytest.mark.parametrize("empty", ["part", "the rest", "it"])
def test_a_subject_that_says_nothing_is_no_title(empty: str) -> None:
    made = [
        claim("a", empty, "cement production", exact(5e6, "t")),
        claim("b", "Norland", "cement production", exact(5e6, "t")),
    ]
    assert [group.title for group in _run(made).groups] == ["Norland: cement production"]
