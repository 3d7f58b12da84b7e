"""What was learned of pairs of figures holds for stories that it was not learned from."""

from itertools import islice

import pytest

from claims.extract import extract
from claims.sources import from_text
from reconcile.engine import setting_of
from reconcile.fit import fit
from reconcile.keys import Key, make_key
from reconcile.likelihood import features, is_learned, likelihood, may_be_likely
from reconcile.vocabulary import load
from reconcile.weights import Weights
from reconcile.words import Lexicon
from tests import annotated, gold, questions, whole

STORY = str(annotated.FOLDER / "outbreak")


def _precision(hits: list[bool]) -> float:
    """Return the mean of the precision at each hit."""
    at = [sum(hits[:place]) / place for place, hit in enumerate(hits, 1) if hit]
    return sum(at) / len(at)


def test_every_feature_has_a_weight_and_no_weight_is_left() -> None:
    keys, weights = questions.keys_of(STORY)
    pair = next(questions.pairs_of(keys, weights))
    found = features(pair.a, pair.b, weights, pair.fit.who)
    assert found.keys() == load("likelihood")["weights"].keys()


def test_the_order_of_two_figures_does_not_matter() -> None:
    keys, weights = questions.keys_of(STORY)
    pairs = list(islice(questions.pairs_of(keys, weights), 40))
    assert len(pairs) == 40
    for pair in pairs:
        who = pair.fit.who
        there, back = likelihood(pair.a, pair.b, weights, who), likelihood(pair.b, pair.a, weights, who)
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
    keys, weights = questions.keys_of(str(whole.folder(corpus)))
    same = questions.told_as_one(keys, wanted, groups)
    ranked = [
        (likelihood(pair.a, pair.b, weights, pair.fit.who), pair.fit.what, pair.ids in same)
        for pair in questions.pairs_of(keys, weights)
    ]
    likely = [told for *_, told in sorted(ranked, key=lambda row: -row[0])]
    alike = [told for *_, told in sorted(ranked, key=lambda row: -row[1])]
    assert _precision(likely) > 0.6 > 0.5 > _precision(alike)
