"""Sums for which one source lacks a figure that another gives: they confirm where words tie the figures."""

import pytest

from claims.sources import from_text
from reconcile import reconcile
from reconcile.result import Check, Reconciliation

REST = " Anna Berg leads the museum. The tram line will be 12 km long."


def _both(one: str, other: str) -> Reconciliation:
    told = (("a.md", "2026-03-02", one + REST), ("b.md", "2026-03-20", other))
    return reconcile(from_text(f"---\ndate: {day}\n---\n\n{text}\n", name) for name, day, text in told)


def _across(result: Reconciliation) -> list[Check]:
    source = {claim.id: claim.source for claim in result.claims}
    return [check for check in result.checks if len({source[i] for i in check.claims}) > 1]


# The two texts, and how the sum begins.
TOLD = {
    "the whole of a share": (
        "The lawyers of the bakers sued the mill for £20m in damages.",
        "The bakers accept £9m from the mill to end the suit, or 45% of the damages.",
        "9 million ÷ 20 million = 45 %",
    ),
    "what is shared by many": (
        "The state pays €80m of the cost of the dam and the province the other €34m.",
        "With 96,000 farms, the part of the province comes to some €354 for each farm.",
        "34 million EUR ÷ 96,000 = 354",
    ),
    "the sum before a rise": (
        "Grants for the herring boats have reached €41m so far.",
        "Grants for the herring boats have reached €48m, €7m more than in winter.",
        "41 million EUR in a.md to 48 million EUR is a change of 7 million EUR",
    ),
    "a rate of exchange": (
        "The court has fined the mill £8.4m (€10.1m).",
        "Sums are at a rate of €1.20 to the pound.",
        "8.4 million GBP × 1.2 EUR = 10.08 million EUR",
    ),
    "the day from which a time is counted": (
        "Elmgate primary school was closed on 9 March 2026.",
        "Elmgate primary school reopened on 18 March 2026 after nine days.",
        "9 March 2026 to 18 March 2026 is 9 days",
    ),
    "a day told by the time that has passed": (
        "The pilots walked out at the port of Elmgate on 9 March 2026."
        " Two days later the port of Elmgate closed.",
        "The port of Elmgate closed on 11 March 2026.",
        "9 March 2026 and “Two days later” is 11 March 2026",
    ),
}


@pytest.mark.parametrize("case", TOLD)
def test_a_sum_with_a_figure_of_another_source(case: str) -> None:
    one, other, words = TOLD[case]
    (check,) = _across(_both(one, other))
    assert check.verdict == "consistent" and check.text.startswith(words)
    assert "a.md" in check.text or "b.md" in check.text


NONE = {
    "nothing ties them": (
        "The lawyers of the bakers sued the mill for £20m in damages.",
        "The ferry was insured for £9m, or 45% of its price.",
    ),
    "two that fit": (
        "The lawyers of the bakers sued the mill for £20m in damages."
        " The bakers want £20.5m in damages in all.",
        "The bakers accept £9m from the mill to end the suit, or 45% of the damages.",
    ),
    "a share of something else": (
        "The hospital of Elmgate has 200 beds.",
        "The hospital of Elmgate treated 50 people for flu, 25% of the children in town.",
    ),
    "parts of which only one is of its kind": (
        "The fleet of Elmgate has 25 boats.",
        "Police stopped 10 boats and 15 lorries at the fleet harbour of Elmgate.",
    ),
    "a day off": (
        "Elmgate primary school was closed on 10 March 2026.",
        "Elmgate primary school reopened on 18 March 2026 after nine days.",
    ),
    "another rate": (
        "The court has fined the mill £8.4m (€11.1m).",
        "Sums are at a rate of €1.20 to the pound.",
    ),
}


@pytest.mark.parametrize("case", NONE)
def test_what_confirms_nothing(case: str) -> None:
    assert _across(_both(*NONE[case])) == []
