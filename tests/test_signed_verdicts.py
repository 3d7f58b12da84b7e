"""Two articles each: what an editor would sign as a contradiction, and what only looks like one."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims.model import Claim
from reconcile import reconcile
from tests.make import article

HARD = {"conflict", "possible_conflict", "internal_inconsistency"}
# What else the articles tell, so that the words of a pair are not those of all claims.
REST = (
    "\n\nThe tram depot will be 12 km away. Rain delayed the harvest of rye.",
    "\n\nTolbeck has 40,000 inhabitants. Anna Berg leads the museum. The steamer to Lund sank in 2019.",
)
PAIRS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "signed.toml").read_text())["pair"]


def _said(claim: Claim) -> str:
    return claim.value.surface if claim.value else claim.quote


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["name"] for pair in PAIRS])
def test_an_editor_would_sign(pair: dict[str, Any]) -> None:
    titles, days = pair.get("titles", ["News", "News"]), pair.get("days", ["2031-03-04", "2031-03-05"])
    pages = [
        article(pair[name] + REST[at], f"{name}.md", title=titles[at], day=days[at])
        for at, name in enumerate(("a", "b"))
    ]
    result = reconcile(pages)
    claims = {claim.id: claim for claim in result.claims}
    two = [pair for pair in result.pairs if claims[pair.a].source != claims[pair.b].source]
    flagged = {(_said(claims[p.a]), _said(claims[p.b])) for p in two if p.verdict in HARD}
    assert flagged == {tuple(row) for row in pair["flagged"]}
    told = {p.verdict for p in two}
    assert set(pair.get("told", [])) <= told
