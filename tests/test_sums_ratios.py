"""Shares, changes and rates told across sentences and tables: found where the wording ties them, else not."""

import pytest

from claims.sources import from_text
from reconcile import reconcile
from reconcile.result import Check

SCHOOLS = """# Schools

| Item | 2024 (€m) | 2023 (€m) |
|---|---|---|
| Tuition | 52.3 | 49.9 |
| Grants | 31.1 | 28.4 |
| Rent | 12.6 | 11.7 |
| Income | 96.0 | 90.0 |
| Salaries | 62.4 | 60.1 |

"""

POLL = """# Where people fish

| Water | Share (%) |
|---|---|
| Rivers | 41.5 |
| Lakes | 33.2 |
| Sea | 19.1 |
| Ponds | 6.2 |
"""

# text, words of the printed sum
FOUND = [
    (
        "Last year 1,250 ewes lambed on the farm. The vet saw 50 of them twice. Some 75 ewes, or 6% of "
        "those, had triplets.",
        "75 ÷ 1,250 = 6 %",
    ),
    (
        "The library lent 84,000 books. Children took home 21,000 books, a share of 25%.",
        "21,000 ÷ 84,000 = 25 %",
    ),
    (
        "In 2024 the brewery had revenue of €90m. Its operating profit was €9.9m. The sales chief left in "
        "May. A new hall was opened in June. The press was there. The mayor spoke. In 2024 the operating "
        "margin was 11%.",
        "9.9 million ÷ 90 million = 11 %",
    ),
    (SCHOOLS + "In 2024 salaries took 65% of income.", "62.4 million ÷ 96 million = 65 %"),
    (SCHOOLS + "Tuition rose by 4.8% in 2024.", "49.9 million to 52.3 million is 4.8 %"),
    (SCHOOLS, "52.3 million + 31.1 million + 12.6 million = 96 million"),
    (POLL, "41.5 + 33.2 + 19.1 + 6.2 = 100 %"),
    (
        "The choir spent €9,300 on robes, half as much again as the orchestra, whose bill was €6,200.",
        "6,200 to 9,300 is 50 %",
    ),
    (
        "Rents take 31.4% of wages in the city. The union said so in May. In 2020 they took 28.3%. "
        "That is 3.1 percentage points more than in 2020, when they took 28.3%.",
        "31.4 − 28.3 = 3.1 points",
    ),
    ("In eight weeks the bakery sold 5,600 loaves, 700 a week.", "5,600 ÷ 8 weeks = 700"),
    ("The 45 kennels held 180 dogs, four to a kennel.", "180 ÷ 45 = 4"),
    (
        "The museum counted 64,000 visitors. It costs €1.6m a year, or €25 a visitor.",
        "1.6 million EUR ÷ 64,000 = 25",
    ),
    (
        "The prize fund is worth $600,000:\n\n- $300,000 after 10 wins\n- $200,000 after 5 wins\n"
        "- $100,000 after 2 wins\n",
        "300,000 + 200,000 + 100,000 = 600,000",
    ),
]

# Nothing ties the figures together, or what does says something else.
APART = [
    "The farm has 1,250 ewes. A dealer sold 75 tractors. Prices rose by 6%.",
    "The library lends 84,000 books a year. Rain fell on 25% of days. The café sold 21,000 coffees.",
    "In 2024 the brewery had revenue of €90m. In 2019 its operating profit was €9.9m. In 2022 the operating "
    "margin was 11%.",
    "The bakery sold 5,600 loaves. The strike lasted eight weeks. Flour costs €700 a tonne.",
    "The 45 kennels are new. A vet treats 180 cats, four a day.",
    "The prize is $600,000. The club is 65 years old. Members pay an average of $9,230.",
    "Turnout was 61.4%. In the survey 58.3% liked the park. Wages rose by 3.1 percentage points.",
]


def _checks(text: str) -> list[Check]:
    name = "a.md" if "|" in text or "\n- " in text else "a.txt"
    return list(reconcile([from_text(text, name)]).checks)


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_figures_that_belong_together_are_put_together(text: str, words: str) -> None:
    found = [check for check in _checks(text) if words in check.text]
    assert [check.verdict for check in found] == ["consistent"], [check.text for check in _checks(text)]


@pytest.mark.parametrize("text", APART)
def test_figures_that_nothing_ties_give_no_check(text: str) -> None:
    assert [check.text for check in _checks(text)] == []


def test_the_sum_says_how_the_figure_was_hedged() -> None:
    text = "The museum counted 64,000 visitors. It costs €1.60m, or about €25 a visitor."
    assert [check.text for check in _checks(text)] == [
        "1.6 million EUR ÷ 64,000 = 25 (24.7 to 25.3 EUR), printed about 25 EUR"
    ]


def test_two_rows_that_happen_to_add_up_are_no_total() -> None:
    text = "| Town | Boats |\n|---|---|\n| Arle | 12 |\n| Borne | 30 |\n| Cray | 42 |\n| Dell | 17 |\n"
    assert not _checks(text)
