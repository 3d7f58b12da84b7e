"""The sentence that gives the reason of a verdict says what is so, in the words of the sources."""

import pytest

from reconcile import reconcile
from tests.make import article

CASES = {
    "a season that is not over": (
        "Danny Holt has 18 goals this season.",
        "Danny Holt had scored 16 goals by 1 March.",
        "The figure of 4\xa0March\xa02025 replaces the one of 1\xa0March\xa02025",
    ),
    "a month of long ago": (
        "A jury heard how two cyclists were killed in June 2023.",
        "Four cyclists were killed on the bridge.",
        "June\xa02023 is long before the report; ",
    ),
    "an estimate of a year that was forecast": (
        "Norland had forecast wheat exports of 8 million tonnes for 2024.",
        "Wheat exports of Norland are estimated at 6 million tonnes in 2024.",
        "Globe estimates about\xa06\xa0million\xa0t for 2024.",
    ),
    "what only one side says": (
        "Brackley's sales fell to £42m in the year to March.",
        "Brackley's export sales were £31m.",
        "Only Globe limits it to “export”.",
    ),
    "two who have one place": (
        "Norlund ranks first among the exporters of tin.",
        "Vesby ranks first among the exporters of tin.",
        "Herald has Norlund at rank\xa01, Globe has Vesby there: only one of them can have that place.",
    ),
    "one place, and who has it told before": (
        "Norlund is the largest exporter of tin. It ranks first.",
        "Vesby ranks first among the exporters of tin.",
        "One place, and one of its two holders is only taken from elsewhere",
    ),
    "what is needed, near what was reached": (
        "The members voted on the pier. Three-quarters of the votes was needed.",
        "Of the votes on the pier 77% were in favour.",
        "Herald gives what is needed, not Globe.",
    ),
    "a figure of the place of its text": (
        "In our village 42 cellars were flooded.",
        "The storm flooded 310 cellars.",
        "Herald speaks of the place it is written in, not Globe.",
    ),
    "what only one side leaves out": (
        "Brackley's profit fell to £42m in the year to March.",
        "Brackley's pre-tax profit was £61m.",
        "Only Globe gives it “pre-tax”.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_reason(case: str) -> None:
    one, other, told = CASES[case]
    result = reconcile(
        [
            article(one, "a.md", day="2025-03-04", publisher="Herald"),
            article(other, "b.md", day="2025-03-05", publisher="Globe"),
        ]
    )
    sentences = [r.text for pair in result.pairs for r in pair.reasons if r.effect == pair.verdict]
    assert any(told in sentence for sentence in sentences), sentences
