"""Sums that the wording implies: exchange rates, yearly rises, wholes of two shares, figures it points to."""

import pytest

from claims.sources import from_text
from reconcile import reconcile

# text, rule, verdict, words of the printed sum
CASES = [
    (
        "Repairs cost €50m ($58m). We convert at $1.16 to the euro.",
        "amount × exchange rate = amount",
        "consistent",
        "50 million EUR × 1.16 USD = 58 million USD",
    ),
    (
        "Repairs cost €50m ($68m). We convert at $1.16 to the euro.",
        "amount × exchange rate = amount",
        "inconsistent",
        "but printed 68 million USD",
    ),
    (
        "The stadium cost £80m. The city paid £20m of it, or 25%.",
        "part of whole = share",
        "consistent",
        "20 million ÷ 80 million = 25 %",
    ),
    (
        "Wages rise by 9.3% over three years, which is 3% a year.",
        "yearly rise × years = rise",
        "consistent",
        "3 % a year for 3 years = 9.3 %",
    ),
    (
        "Chile holds 9.3 million tonnes of lithium reserves (34%). Australia has 6.2 million tonnes (22.5%).",
        "amount ÷ share = one whole",
        "consistent",
        "one whole fits both",
    ),
    (
        "The depot has 60 trucks, a quarter of the 240 that the plan foresaw.",
        "part of whole = share",
        "consistent",
        "60 ÷ 240 = 25 %",
    ),
    (
        "The motion won by 2,310 votes to 1,890, or 55%.",
        "part of both = share",
        "consistent",
        "2,310 ÷ (2,310 + 1,890) = 55 %",
    ),
]

# Nothing ties the figures together.
APART = [
    "Repairs cost €50m ($68m). A ticket costs $3 a week.",
    "Wages rise by 9.3% over three years. Rents went up by 6% a year.",
    "Chile holds 9.3 million tonnes of lithium reserves (34%). Australia has 6.2 million tonnes (60%).",
]


@pytest.mark.parametrize(("text", "rule", "verdict", "words"), CASES)
def test_what_the_wording_implies(text: str, rule: str, verdict: str, words: str) -> None:
    checks = [check for check in reconcile([from_text(text, "a.txt")]).checks if check.rule == rule]
    assert [check.verdict for check in checks] == [verdict]
    assert words in checks[0].text


TABLE = """# Accounts

| Item | Plan 2024 (€m) | Result 2024 (€m) |
|---|---|---|
| Wages | 141 | 182 |
| Rent | 78 | 97 |
| Power | 30 | 41 |
| **Total** | 249 | 330 |
"""


def test_every_column_of_a_table_is_summed_up() -> None:
    checks = reconcile([from_text(TABLE, "a.md")]).checks
    found = {check.text.partition(" = ")[0].split(" ")[0]: check.verdict for check in checks}
    assert [check.rule for check in checks] == ["rows sum to total"] * 2
    assert found == {"141": "consistent", "182": "inconsistent"}


@pytest.mark.parametrize("text", APART)
def test_what_it_does_not(text: str) -> None:
    assert not reconcile([from_text(text, "a.txt")]).checks


def test_of_several_pairs_that_give_a_multiple_the_closest_is_taken() -> None:
    text = "It gave 7,200 kg of plums, 1,000 kg of pears, almost eight times the 930 kg of last year."
    (check,) = [c for c in reconcile([from_text(text, "a.txt")]).checks if c.rule == "ratio = multiple"]
    assert "7.2 t ÷ 930 kg = 7.74" in check.text
