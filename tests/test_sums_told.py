"""Sums that the wording ties together across sentences, and such as look like them and are none."""

import pytest

from claims.sources import from_text
from reconcile import reconcile

# Text -> what the check says.
TOLD = {
    "a rise to a figure": (
        "Demand for beds reached 310 in 2024. By 2040 it is forecast to soar to 520.",
        "310 to 520 is a rise, as “soar” says",
    ),
    "a fall to a figure": (
        "Attendance at Lund Rovers averaged 8,200 in 2024. In 2025 attendance fell to 7,400.",
        "8,200 to 7,400 is a fall, as “fell” says",
    ),
    "instalments": (
        "The city paid €9m for the organ. It pays €3m now and the rest in four yearly payments of €1.5m.",
        "3 million EUR + 4 × 1.5 million EUR = 9 million",
    ),
    "shares of value and of quantity": (
        "Peru accounts for 30% of the value of cocoa sales and 40% of the quantity.",
        "30 % of the value on 40 % of the quantity: a unit is worth 0.75 times the average",
    ),
    "of the sum": (
        "The school fund raised €7.2m. Rain fell."
        " Of the sum, €4.1m is for roofs, €2.2m for books and €900,000 for meals.",
        "4.1 million + 2.2 million + 900,000 = 7.2 million",
    ),
    "of the dead": (
        "Thirty-one people died in the fire. It broke out at noon."
        " Twenty of the dead were guests and eleven worked in the hotel.",
        "20 + 11 = 31",
    ),
    "the remaining": (
        "Trains run again on 25 of 40 lines. For the remaining 15 it may take a week.",
        "25 + 15 = 40",
    ),
    "the extra": (
        "The new school cost €61m, up from €48m in the plan. Nobody explained the extra €13m.",
        "61 million − 48 million = 13 million",
    ),
    "so many per million": (
        "On 5 million rides the trams had 12 thefts, or 2.4 per million.",
        "12 ÷ 5 million × 1 million = 2.4",
    ),
    "which makes": (
        "Sixty-two farmers took the €15,000, which makes €930,000 in all.",
        "62 × 15,000 EUR = 930,000",
    ),
    "before a cost": (
        "Operating profit was €33m in 2024. Flood costs were €6m in 2024."
        " Operating profit before flood costs was €39m in 2024.",
        "39 million − 33 million = 6 million",
    ),
    "for how long a stock lasts": (
        "Consumption of rice is 7.3 Mt a year. The sheds hold 240,000 tonnes, or 12 days of consumption.",
        "240,000 t ÷ 7.3 million t a year = 12",
    ),
    "a rate of exchange in brackets": (
        "The bridge costs £500m (€600m at €1.20 to the pound).",
        "500 million GBP × 1.2 EUR = 600 million EUR",
    ),
    "of revenue, far from it": (
        "Revenue rose to £250m. The hall was full. Toys sold well. Rain fell. Staff were few. Boats came."
        " Toys brought in £80m, or 32% of revenue.",
        "80 million ÷ 250 million = 32 %",
    ),
    "above a record, not the next two figures": (
        "The painting cost €4.6m. The price is 15% above the old record of €4m,"
        " and rents rose from €20m to €23.1m.",
        "4 million to 4.6 million is 15 %",
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
    "of two holders": "Peru accounts for 30% of the value of cocoa sales. Ghana has 40% of the quantity.",
    "other instalments": (
        "The city paid €12m for the organ. It pays €3m now and the rest in four yearly payments of €1.5m."
    ),
    "no whole": "The school fund raised €9.9m. Of the sum, €4.1m is for roofs and €900,000 for meals.",
}


@pytest.mark.parametrize("case", NONE)
def test_what_gives_no_sum(case: str) -> None:
    assert _said(NONE[case]) == []


@pytest.mark.parametrize(("total", "verdict"), [("17.3", "consistent"), ("18.3", "inconsistent")])
def test_a_total_of_the_named_some_of_whom_leave_out_the_measure(total: str, verdict: str) -> None:
    text = (
        "Spain produced 6.1 Mt of barley. Turkey follows with 4.2 Mt. Canada produced 3.3 Mt of barley."
        " Ukraine grew 2.4 Mt of barley and Poland 1.3 Mt."
        f" Together the five produced {total} Mt of barley."
    )
    result = reconcile([from_text(text, "a.txt")])
    assert {check.verdict for check in result.checks if len(check.claims) > 4} == {verdict}
