"""Two figures of one passage: what was expected, or told earlier, and what came instead."""

import pytest

from reconcile import reconcile
from tests.make import article

REST = " Anna Berg leads the choir of Lund. Rain delayed the rye. A new crane stands by the harbour."
BOTH = {"projection_vs_actual", "superseded"}

# The text, and what its two figures are called.
CASES = {
    "what an owner had counted on": (
        "Sales at the fair reached 410 tickets; the town had counted on 350.",
        "projection_vs_actual",
    ),
    "what others expected, in the next sentence": (
        "The toll raised €7 million in 2024. The treasury had budgeted €9 million.",
        "projection_vs_actual",
    ),
    "what was first expected": (
        "Sales at the fair reached 410 tickets; they had originally been expected to reach 350.",
        "projection_vs_actual",
    ),
    "past a figure of the year before": (
        "Profit at the brewery fell to €31m from €37m in 2023. Lenders had forecast €34m.",
        "projection_vs_actual",
    ),
    "what was hoped for, told behind": (
        "The fair drew 4,100 visitors, fewer than the 5,000 that the town had hoped for.",
        "projection_vs_actual",
    ),
    "instead of": ("The repair of the lock took 18 months instead of 12.", "projection_vs_actual"),
    "a forecast that replaces another": (
        "The mill expects to sell 30 million loaves next year. An old plan had assumed 40 million.",
        "superseded",
    ),
    "a target that is raised": (
        "The city has raised its target for new flats from 1,200 to 1,500.",
        "superseded",
    ),
    "what was told before": (
        "Over an hour 520 tonnes of grain slid into the dock. At first the port had spoken of 410 tonnes.",
        "superseded",
    ),
    "a day that was promised": (
        "The pool opened on 4 March 2024, having been promised for June 2021.",
        "projection_vs_actual",
    ),
    "a price that changes": ("A day ticket for the ferry costs €9 instead of €8.", None),
    "a change from year to year": ("Sales at the brewery rose from €88m to €93m.", None),
    "what is forecast of something else": (
        "Output at the mine was 799 tonnes. Exports in the year to June are forecast at 811 tonnes.",
        None,
    ),
    "counted, not counted on": (
        "The choir has 40 singers. At the gate the ushers had counted 52 people.",
        None,
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_a_text_tells_what_was_expected_or_told_before(text: str, wanted: str | None) -> None:
    result = reconcile([article(text + REST, "a.md", day="2025-03-03", publisher="Tolbeck Post")])
    by_revision = {
        reason.effect
        for pair in result.pairs
        for reason in pair.reasons
        if reason.facet == "revision" and reason.effect != "pass"
    }
    assert by_revision == ({wanted} if wanted else set())


def test_what_a_text_sets_apart_so_is_no_contradiction() -> None:
    texts = [
        "The fair drew 4,100 visitors. The town had expected 3,500.",
        "The fair drew 4,100 visitors, the town said.",
    ]
    sources = [
        article(text + REST, f"{name}.md", day="2025-03-03", publisher=f"Post {name}")
        for text, name in zip(texts, "ab", strict=True)
    ]
    verdicts = {pair.verdict for pair in reconcile(sources).pairs}
    assert verdicts.isdisjoint({"conflict", "possible_conflict", "internal_inconsistency"})
    assert verdicts & BOTH
