"""The development corpora: what is a claim in the gold stands in one block, and that is no furniture."""

import json
from pathlib import Path

import pytest

from claims.sources import load_all

SHARED = Path(__file__).parents[2] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the development corpora are not here")
CORPORA = ["seeds", "island_fire", "airline", "wheat"]


@pytest.mark.parametrize("corpus", CORPORA)
def test_core_claims_lie_in_one_block_that_is_no_furniture(corpus: str) -> None:
    articles = SHARED / "seeds" if corpus == "seeds" else SHARED / "gold" / corpus
    sources, problems = load_all([articles])
    assert problems == [] and len(sources) == (5 if corpus == "seeds" else 4)
    by_name = {source.name: source for source in sources}
    gold = (SHARED / "gold" / corpus / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    outside = []
    for claim in map(json.loads, gold):
        source = by_name[claim["source"]]
        assert source.text[claim["start"] : claim["end"]] == claim["quote"]
        inside = [b for b in source.blocks if b.start <= claim["start"] and claim["end"] <= b.end]
        in_front_matter = source.text.startswith("---") and claim["end"] <= source.blocks[0].end
        is_lost = not inside or inside[0].kind == "furniture"
        if claim.get("core", True) and is_lost and not in_front_matter:
            outside.append(claim["quote"])
    assert outside == []


def test_the_date_of_every_dated_article_is_found() -> None:
    sources, _ = load_all([SHARED / "gold", SHARED / "seeds"])
    dates = {source.name: source.known("published") for source in sources}
    undated = {name for name, date in dates.items() if date is None}
    assert undated == {"000_5fc278786dc16a05.txt", "003_2ad0dc3a1f98a956.txt", "004_137fca70f696e7ba.txt"}


def test_the_publisher_of_every_invented_article_is_found() -> None:
    sources, _ = load_all([SHARED / "gold"])
    assert [source.name for source in sources if source.known("publisher") is None] == []
