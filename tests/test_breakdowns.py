"""A total that a sentence breaks down lends its measure to its parts."""

import pytest

from claims import extract
from claims.model import Claim
from reconcile import reconcile
from tests.make import article


def _told(text: str) -> dict[str, Claim]:
    return {claim.value.surface: claim for claim in extract(article(text)) if claim.value is not None}


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        (
            "The flood cost €58m: €31m in industry, €15m in trade and €12m for households.",
            "€58m",
            {"€31m": "industry", "€15m": "trade", "€12m": "households"},
        ),
        (
            "The storm killed 12 people: seven in Corran, three in Dalby and two at sea.",
            "12 people",
            {"seven": "Corran", "three": "Dalby", "two": "sea"},
        ),
        (
            "The fund holds €90m, of which €40m for roads, €30m for rails and €20m for bridges.",
            "€90m",
            {"€40m": "roads", "€30m": "rails", "€20m": "bridges"},
        ),
        (
            "The port lost 300 jobs (180 at the quay and 120 in the office) last year.",
            "300 jobs",
            {"180": "quay", "120": "office"},
        ),
        (
            "The club scored 40 goals: 25 at home and 15 on its travels.",
            "40 goals",
            {"25": "home", "15": "travels"},
        ),
    ],
)
def test_the_parts_measure_what_their_total_does(text: str, whole: str, parts: dict[str, str]) -> None:
    told = _told(text)
    assert {surface: told[surface].scope.get("part") for surface in parts} == parts
    assert {told[surface].measure for surface in parts} == {told[whole].measure}
    assert {told[surface].subject for surface in parts} == {told[whole].subject}


@pytest.mark.parametrize(
    "text",
    [
        "The flood cost €58m: the dyke alone, at €31m in 2019, was dearer than all €90m of works.",
        "The storm killed 12 people: it lasted seven hours in Corran and three in Dalby.",
        "The flood cost €58m: €3m in industry and €2m in trade had been feared.",
    ],
)
def test_not_every_colon_breaks_a_total_down(text: str) -> None:
    assert not any("part" in claim.scope for claim in extract(article(text)))


def test_parts_of_one_total_are_no_conflict_and_add_up() -> None:
    text = "The storm killed 12 people: seven in Corran, three in Dalby and two at sea."
    result = reconcile([article(text)])
    assert not [pair for pair in result.pairs if "conflict" in pair.verdict]
    assert {check.verdict for check in result.checks} == {"consistent"}
