"""Sums that the wording ties together across sentences, and such as look like them and are none."""

import pytest

from claims.sources import from_text
from reconcile import reconcile

# Text -> what the check says.
TOLD = {
    "a rise to a figure": (
        "Demand for lithium reached 93 kt in 2024. By 2050 it is projected to soar to 180 kt.",
        "93,000 to 180,000 is a rise, as “soar” says",
    ),
    "a fall to a figure": (
        "Attendance at Lund Rovers averaged 8,200 in 2024. In 2025 attendance fell to 7,400.",
        "8,200 to 7,400 is a fall, as “fell” says",
    ),
    "instalments": (
        "The club paid €3.8m for the striker."
        " It pays €2m now and the rest in three equal instalments of €600,000.",
        "2 million EUR + 3 × 600,000 EUR = 3.8 million",
    ),
    "shares of value and of quantity": (
        "Chile accounts for 64% of copper export value and 86% of the quantity.",
        "64 % of the value on 86 % of the quantity: a unit is worth 0.74 times the average",
    ),
    "of the sum": (
        "The fire fund raised €9.6m. Rain fell."
        " Of the sum, €5.1m is for homes, €2.8m for roads and €1.7m for schools.",
        "5.1 million + 2.8 million + 1.7 million = 9.6 million",
    ),
    "of the dead": (
        "Twenty-seven people died in the fire. It broke out at noon."
        " Nineteen of the dead were guests and eight worked in the hotel.",
        "19 + 8 = 27",
    ),
    "the remaining": (
        "Water is back in 45 of 62 villages. For the remaining 17 it may take a week.",
        "45 + 17 = 62",
    ),
    "the extra": (
        "The new school cost €655m, up from €418m in the budget. The extra €237m has four causes.",
        "655 million − 418 million = 237 million",
    ),
    "so many per million": (
        "In 9.6 million working hours the mine had 23 injuries, or 2.4 per million.",
        "23 ÷ 9.6 million × 1 million = 2.4",
    ),
    "which makes": (
        "Forty-five farmers accepted the €140,000, which makes €6.3m so far.",
        "45 × 140,000 EUR = 6.3 million",
    ),
    "before a cost": (
        "Operating profit was €51.2m in 2024. Recall costs were €14m in 2024."
        " Operating profit before recall costs was €65.2m in 2024.",
        "65.2 million − 51.2 million = 14 million",
    ),
    "for how long a stock lasts": (
        "Consumption of rice is 28.1 Mt a year."
        " Stocks stood at 412,000 tonnes, a little over five days of consumption.",
        "412,000 t ÷ 28.1 million t a year = 5.4",
    ),
    "a rate of exchange in brackets": (
        "The bridge costs £948m (€1.08bn at €1.14 to the pound).",
        "948 million GBP × 1.14 EUR = 1.08 billion EUR",
    ),
    "of revenue, far from it": (
        "Revenue rose to £486m. The hall was full. Toys sold well. Rain fell. Staff were few. Boats came."
        " Toys brought in £198m, or 41% of revenue.",
        "198 million ÷ 486 million = 40.7 %",
    ),
    "above a record, not the next two figures": (
        "The striker cost €3.2m. The fee is 14% above the old record of €2.8m,"
        " and wages rose from €15.8m to €18m.",
        "2.8 million to 3.2 million is 14.3 %",
    ),
}


def _said(text: str) -> list[str]:
    result = reconcile([from_text(f"---\ndate: 2026-03-02\n---\n\n{text}\n", "a.md")])
    assert {check.verdict for check in result.checks} <= {"consistent"}
    return [check.text for check in result.checks]


@pytest.mark.parametrize("case", TOLD)
def test_a_sum_that_the_wording_ties_together(case: str) -> None:
    text, said = TOLD[case]
    assert any(line.startswith(said) for line in _said(text))


NONE = {
    "a rise that is a fall": (
        "Attendance at Lund Rovers averaged 8,200 in 2024. In 2025 attendance rose to 7,400."
    ),
    "another measure": "Attendance at Lund Rovers averaged 8,200 in 2024. In 2025 the debt rose to €9,400.",
    "of two holders": "Chile accounts for 64% of copper export value. Peru has 86% of the quantity.",
    "other instalments": (
        "The club paid €5.8m for the striker."
        " It pays €2m now and the rest in three equal instalments of €600,000."
    ),
    "no whole": "The fire fund raised €9.9m. Of the sum, €5.1m is for homes and €1.7m for schools.",
}


@pytest.mark.parametrize("case", NONE)
def test_what_gives_no_sum(case: str) -> None:
    assert _said(NONE[case]) == []


@pytest.mark.parametrize(("total", "verdict"), [("14.4", "consistent"), ("15.4", "inconsistent")])
def test_a_total_of_the_named_some_of_whom_leave_out_the_measure(total: str, verdict: str) -> None:
    text = (
        "Chile produced 5.42 Mt of copper. Congo follows with 3.35 Mt. Peru produced 2.72 Mt of copper."
        " China mined 1.82 Mt of copper and Zambia 1.09 Mt."
        f" Together the five produced {total} Mt of copper."
    )
    result = reconcile([from_text(text, "a.txt")])
    assert {check.verdict for check in result.checks if len(check.claims) > 4} == {verdict}
