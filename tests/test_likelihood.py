"""What was learned of pairs of figures holds for stories that it was not learned from."""

import json
from itertools import combinations

import pytest

from claims import load_all
from claims.extract import extract
from claims.sources import from_text
from reconcile.engine import setting_of
from reconcile.fit import fit
from reconcile.keys import Key, make_key
from reconcile.likelihood import UNLEARNED, features, is_learned, likelihood, may_be_likely
from reconcile.vocabulary import load
from reconcile.weights import Weights
from reconcile.words import Lexicon
from tests import annotated, gold, whole

ONE_QUESTION = {"agree", "conflict", "superseded", "different_period", "projection_vs_actual"}
STORY = str(annotated.FOLDER / "outbreak")


def _keys(folder: str) -> tuple[list[Key], Weights]:
    sources, _ = load_all([folder])
    sources = sorted(sources, key=lambda source: source.name)
    lexicon = Lexicon(source.text for source in sources)
    found = [make_key(claim, lexicon) for source in sources for claim in extract(source)]
    return [key for key in found if key.dimension not in UNLEARNED], setting_of(sources, found).weights


def _precision(hits: list[bool]) -> float:
    """Return the mean of the precision at each hit."""
    at = [sum(hits[:place]) / place for place, hit in enumerate(hits, 1) if hit]
    return sum(at) / len(at)


def test_every_feature_has_a_weight_and_no_weight_is_left() -> None:
    keys, weights = _keys(STORY)
    found = features(keys[0], keys[1], weights, None)
    assert found.keys() == load("likelihood")["weights"].keys()


def test_the_order_of_two_figures_does_not_matter() -> None:
    keys, weights = _keys(STORY)
    for a, b in combinations(keys[:40], 2):
        who = fit(a, b, weights).who
        if is_learned(a, b, who):
            there, back = likelihood(a, b, weights, who), likelihood(b, a, weights, who)
            assert there == pytest.approx(back, abs=1e-12)
            assert 0 <= there <= 1


DAYS = (
    "The bridge over the Orn opened on 4 May 2021.",
    "The bridge over the Orn, says the board, opened on 4 May 2021 to all.",
)
HOLDERS = ("Harwick Council spent £4.2 million on roads.", "Menton Council spent £4.2 million on roads.")


def _two(texts: tuple[str, ...], unit: str) -> tuple[Key, Key, Weights]:
    sources = [from_text(text, f"{at}.txt") for at, text in enumerate(texts)]
    keys = [make_key(claim, Lexicon(texts)) for source in sources for claim in extract(source)]
    a, b = (key for key in keys if key.dimension == unit)
    return a, b, setting_of(sources, keys).weights


def test_of_days_and_of_two_named_holders_nothing_was_learned() -> None:
    one, other, _ = _two(DAYS, "date")
    assert one.near & other.near
    assert not is_learned(one, other, None)
    assert not may_be_likely(one, other)
    one, other, weights = _two(HOLDERS, "money")
    assert may_be_likely(one, other)
    assert fit(one, other, weights).who == 0.0
    assert not is_learned(one, other, 0.0)
    assert is_learned(one, other, None)


@pytest.mark.parametrize("corpus", ["airline", "island_fire"])
def test_pairs_of_a_story_that_nothing_was_learned_from_are_ranked_better(corpus: str) -> None:
    if not gold.available(corpus) or not whole.folder(corpus).exists():
        pytest.skip(f"the annotated articles of {corpus} are not here")
    wanted, groups = gold.scorer().load(gold.GOLD / corpus)
    keys, weights = _keys(str(whole.folder(corpus)))
    claims = json.loads(json.dumps([key.claim.as_json() for key in keys]))
    answers = gold.scorer().answer(wanted, claims)[0]
    same = {
        frozenset((answers[a]["id"], answers[b]["id"]))
        for group in groups
        if group["verdict"] in ONE_QUESTION
        for a, b in combinations(group["members"], 2)
        if a in answers and b in answers
    }
    ranked = []
    for a, b in combinations(keys, 2):
        found = fit(a, b, weights)
        if is_learned(a, b, found.who):
            told = {frozenset((a.claim.id, b.claim.id))} <= same
            ranked.append((likelihood(a, b, weights, found.who), found.what, told))
    likely = [told for *_, told in sorted(ranked, key=lambda row: -row[0])]
    alike = [told for *_, told in sorted(ranked, key=lambda row: -row[1])]
    assert _precision(likely) > 0.6 > 0.5 > _precision(alike)
