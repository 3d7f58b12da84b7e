"""A verdict does not depend on which of two sources comes first: they stand in the order of their names."""

from dataclasses import replace
from itertools import combinations, islice

import pytest

import claims
from claims.model import Claim, Source
from reconcile.compare import compare
from reconcile.engine import setting_of
from reconcile.keys import make_key
from reconcile.words import Lexicon
from tests import annotated

# So many pairs apart, they meet every gate and take little time.
EVERY = 5
Told = dict[tuple[str, str], tuple[str, str, tuple[str, ...]]]


def _told(sources: list[Source], found: list[Claim]) -> Told:
    """Return verdict, severity and the gates asked for pairs of claims, by their ids."""
    lexicon = Lexicon(source.text for source in sources)
    keys = [make_key(claim, lexicon) for claim in found]
    setting = setting_of(sources, keys)
    told: Told = {}
    for a, b in islice(combinations(keys, 2), 0, None, EVERY):
        if set(a.blocks) & set(b.blocks):
            made = compare(a, b, setting)
            facets = tuple(reason.facet for reason in made.reasons)
            told[a.claim.id, b.claim.id] = made.verdict, made.severity, facets
    return told


@pytest.mark.parametrize("story", ["copper", "dockers"])
def test_sources_may_be_named_the_other_way_round(story: str) -> None:
    sources, _ = claims.load_all([str(annotated.FOLDER / story)])
    found = [claim for source in sources for claim in claims.extract(source)]
    names = sorted(source.name for source in sources)
    other = dict(zip(names, reversed(names), strict=True))
    renamed = [replace(source, name=other[source.name]) for source in sources]
    moved = [replace(claim, source=other[claim.source]) for claim in found]
    told = _told(sources, found)
    assert len({verdict for verdict, _, _ in told.values()}) > 5
    assert _told(renamed, moved) == told
