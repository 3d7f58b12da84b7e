"""Totals, remainders and differences that the wording points to, and wording that only looks like it."""

import pytest

from claims.sources import from_text
from reconcile import reconcile
from reconcile.result import Check

CONSISTENT = [
    (
        "A used van costs €9,400 this month. Import tax comes to €600, so that it costs the buyer €10,000.",
        "9,400 + 600 = 10,000",
    ),
    (
        "The trust got £90m from the sale. It spent £41m on roofs. Another £30m went on windows and £11m on "
        "paint; the remaining £8m is in the bank.",
        "41 million + 30 million + 11 million + 8 million = 90 million",
    ),
    (
        "The estate was sold for $80m. The money was split three ways. The museum got $50m; $20m went to a "
        "school, and a niece got $10m.",
        "50 million + 20 million + 10 million = 80 million",
    ),
    (
        "The dairy earned €31.5m in 2024, €4.2m more than the €27.3m of the year before.",
        "31.5 million − 27.3 million = 4.2 million",
    ),
    (
        "The dairy lost €3.1m in 2024, €1.2m less than the €4.3m of the year before.",
        "4.3 million − 3.1 million = 1.2 million",
    ),
    (
        "A lawyer earned €61,000 in 2021, and next year the union wants a rise of 8% for clerks. "
        "Their pay would go from €50,000 to €54,000.",
        "50,000 to 54,000 is 8 %",
    ),
    (
        "Arden has 21 boats. Belmont, with 14 boats, is next to it: the two would hold 35 boats.",
        "21 + 14 = 35",
    ),
    (
        "In 2020 the pier was to cost €40m. It is now 25% over budget. In 2025 its cost was put at €50m.",
        "40 million to 50 million is 25 %",
    ),
]

INCONSISTENT = [
    (
        "The estate was sold for $80m. The money was split three ways. The museum got $50m; $20m went to a "
        "school, and a niece got $15m.",
        "= 85 million (83.5 million to 86.5 million USD), but printed 80 million USD",
    ),
    (
        "The dairy earned €31.5m, €6.2m more than the €27.3m of the year before.",
        "31.5 million − 27.3 million = 4.2 million (4.1 million to 4.3 million EUR), but printed 6.2",
    ),
]

NOTHING = [
    "Rents have risen since the bank cut its rate from 5 to 3 percent.",
    "A used van costs €9,400 this month. A wash is €600, so that few drivers want one. Insurers pay €10,500.",
    "The trust got £90m from the sale. It spent £41m on roofs. The remaining £8m is in the bank.",
    "The dairy had sales of €31.5m and a profit that was €6.2m more than the €2.3m of the year before.",
    "The jury was split. Three members got $50 each. A niece paid $20 and an uncle $10 for the $95 book.",
    "The bridge went three days without a guard. It cost €80m. A toll of €50m, €20m and €15m was raised.",
    "Shares plunged 40.8% to $2.06, after the firm cut its forecast from between $160m and $171m to $140m.",
    "Two matches into the season the book has four new pages and the coach two new boots.",
    "Homes from $750,000 to $1 million sell in 70 days, from $1 million to $2 million in 99 days and from "
    "$2 million to $4 million in 299 days.",
]


@pytest.mark.parametrize(("part", "verdict"), [(15, "consistent"), (17, "consistent"), (18, "inconsistent")])
def test_a_part_is_no_more_than_its_whole(part: int, verdict: str) -> None:
    checks = _checks(f"The library has lent {part} out of 17 volumes of the set.")
    assert [check.verdict for check in checks] == [verdict]


def _checks(text: str) -> list[Check]:
    return list(reconcile([from_text(text, "a.txt")]).checks)


@pytest.mark.parametrize(("text", "words"), CONSISTENT)
def test_what_the_wording_adds_up_is_checked(text: str, words: str) -> None:
    found = [check.verdict for check in _checks(text) if words in check.text]
    assert found == ["consistent"], [check.text for check in _checks(text)]


@pytest.mark.parametrize(("text", "words"), INCONSISTENT)
def test_what_does_not_add_up_is_said(text: str, words: str) -> None:
    found = [check.text for check in _checks(text) if check.verdict == "inconsistent"]
    assert len(found) == 1 and words in found[0], found


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_sum_gives_no_check(text: str) -> None:
    # That what was cut from 5 to 3 fell is another matter.
    assert [check.text for check in _checks(text) if check.rule != "from–to goes as told"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The museum lost €21m in 2024, compared to a profit of €3.4m a year earlier. Its shop lost €24m.",
        "The clinic lost 900 nurses in March 2025, and it has lost 2,600 in the first three months of 2025 "
        "after hiring 3,500 in all of 2024.",
        "The ferry carried 9 million people in 2024, more than the 2.6 million of 2020. That was only 22% of "
        "the traffic of old.",
    ],
)
def test_what_is_compared_with_or_lies_inside_is_no_part(text: str) -> None:
    assert not reconcile([from_text(text, "a.txt")]).checks
