"""The annotated stories say what their articles say: quotes stand where they should, groups name claims."""

import json
import re

import pytest

from tests import annotated

_DIGITS = re.compile(r"\d+")
HARD = {"conflict", "internal_inconsistency"}


@pytest.mark.parametrize("story", annotated.STORIES)
def test_quotes_stand_where_the_claim_says(story: str) -> None:
    claims, _ = annotated.load(story)
    texts = {claim["source"]: annotated.text_of(story, claim["source"]) for claim in claims}
    wrong = [c["id"] for c in claims if texts[c["source"]][c["start"] : c["end"]] != c["quote"]]
    assert wrong == []


@pytest.mark.parametrize("story", annotated.STORIES)
def test_every_digit_of_an_article_belongs_to_a_claim(story: str) -> None:
    claims, _ = annotated.load(story)
    for source in sorted({claim["source"] for claim in claims}):
        spans = [(c["start"], c["end"]) for c in claims if c["source"] == source and c["kind"] != "fact"]
        text = annotated.text_of(story, source)
        body = text.index("\n---\n") if text.startswith("---\n") else 0
        left = [
            found[0]
            for found in _DIGITS.finditer(text, body)
            if not any(start <= found.start() < end for start, end in spans)
        ]
        assert left == [], source


@pytest.mark.parametrize("story", annotated.STORIES)
def test_groups_name_claims_that_say_something(story: str) -> None:
    claims, groups = annotated.load(story)
    core = {claim["id"] for claim in claims if claim["core"]}
    assert len({claim["id"] for claim in claims}) == len(claims)
    assert [group["id"] for group in groups if not set(group["members"]) <= core] == []
    opposed = [group for group in groups if group["verdict"] in HARD and group.get("sides")]
    assert opposed
    assert all(set(side) <= set(group["members"]) for group in opposed for side in group["sides"])


@pytest.mark.parametrize("story", annotated.STORIES)
def test_lines_hold_nothing_but_what_differs(story: str) -> None:
    lines = (annotated.FOLDER / story / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    usual = annotated.USUAL.items()
    idle = [row["id"] for row in rows if any(row.get(key, ...) == value for key, value in usual)]
    assert idle == []
