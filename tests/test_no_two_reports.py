"""Figures that differ and contradict nothing: marks, parts, conditions, several holders, seasons, prices."""

import pytest

from reconcile import reconcile
from tests.make import article

HARD = {"conflict", "possible_conflict", "internal_inconsistency"}
REST = " The harbour of Marl has a new crane. Rain delayed the rye. Anna Berg leads the choir."

# Two texts of which neither contradicts the other.
APART = {
    "what a reader is told to leave out": (
        "Leave out the gift and the Tolbeck brewery made a profit of €60m in 2023.",
        "The Tolbeck brewery made a profit of €48m in 2023.",
    ),
    "what a reader is told to count": (
        "Count the interest, says the economist Piet Dahl, and the Marl tunnel cost nearer to €90m.",
        "The Marl tunnel cost €71m.",
    ),
    "shares of two together": (
        "Combined share of Tolbeck and Lund in the beer market: 38%",
        "Tolbeck has a 14% share of the beer market.",
    ),
    "ages of groups": (
        "Pensioners over 70 get the grant for nine months.",
        "Among pupils aged 11 to 14, unemployment of a parent was 6.3%.",
    ),
    "a season that is over, and one that runs": (
        "In 2023/24 Marl Rovers played 22 cup ties.",
        "Marl Rovers are fifth in the cup group with 9 points from 7 ties.",
    ),
}


@pytest.mark.parametrize(("first", "second"), APART.values(), ids=APART)
def test_two_texts_that_do_not_contradict_each_other(first: str, second: str) -> None:
    sources = [
        article(first + REST, "a.md", day="2024-11-03", publisher="Tolbeck Post"),
        article(second + REST, "b.md", day="2024-11-05", publisher="Lund Herald"),
    ]
    assert not {pair.verdict for pair in reconcile(sources).pairs} & HARD


# A headline and its text.
HEADS = {
    "a mark that is passed": (
        "Flu cases pass 300 as wards fill up",
        "The number of flu cases in Marl has risen to 342, the clinic said.",
        False,
    ),
    "a part of what the headline counts": (
        "Lund mill and its 340 workers face closure",
        "Of the firm's workers 2,000 live in Norway, including 420 workers at the head office.",
        False,
    ),
    "another figure": (
        "Flu cases climb to 300 as wards fill up",
        "The number of flu cases in Marl has risen to 342, the clinic said.",
        True,
    ),
}


@pytest.mark.parametrize(("title", "text", "wanted"), HEADS.values(), ids=HEADS)
def test_what_a_headline_says_of_a_mark_or_of_others(title: str, text: str, wanted: bool) -> None:
    result = reconcile([article(text + REST, title=title)])
    assert bool({pair.verdict for pair in result.pairs} & HARD) == wanted


def test_a_mill_that_is_named_in_full_later_is_another_one() -> None:
    text = "When the mill was closed in May, 85 spinners lost their pay. The paper mill at Lund never closed."
    assert not {pair.verdict for pair in reconcile([article(text)]).pairs} & HARD


MARKS = [
    *(
        (verb, 46_300)
        for verb in ("pass", "passes", "passed", "top", "tops", "hit", "hits", "break", "breaks")
    ),
    *((verb, 46_300) for verb in ("reach", "reaches", "cross", "crosses", "surpass")),
    *((verb, 36_300) for verb in ("nears", "approach", "approaches", "close")),
]


@pytest.mark.parametrize(("verb", "told"), MARKS)
def test_a_verb_by_which_a_headline_tells_of_a_mark(verb: str, told: int) -> None:
    text = f"In May {told:,} crates were landed at Alby. Rain fell on the last day."
    result = reconcile([article(text, title=f"Crates landed at Alby {verb} 40,000")])
    assert not {pair.verdict for pair in result.pairs} & HARD
    plain = reconcile([article(text, title="Crates landed at Alby number 40,000")])
    assert {pair.verdict for pair in plain.pairs} & HARD


@pytest.mark.parametrize("noun", ["claims", "counts", "estimates", "lists", "records", "reports"])
def test_what_others_have_claims_of_is_not_what_they_claim(noun: str) -> None:
    text = f"The mayor says the fire cost €40m, while insurers have {noun} of €52m."
    assert not {pair.verdict for pair in reconcile([article(text)]).pairs} & HARD
    said = text.replace(f"have {noun} of", "say it cost")
    assert {pair.verdict for pair in reconcile([article(said)]).pairs} & HARD


def test_what_others_expect_of_claims_is_not_what_somebody_claims() -> None:
    text = (
        "The guild puts the harm to orchards at between €3m and €5m. Lenders foresee claims of roughly €1m."
    )
    assert not {pair.verdict for pair in reconcile([article(text + REST)]).pairs} & HARD


def test_prices_for_each_are_never_added_up() -> None:
    rows = "\n".join(f"| Site {name} | {price} |" for name, price in zip("ABC", (60, 63, 65), strict=True))
    table = f"# Prices\n\n| Site | Price (€ per MWh) |\n|---|---|\n{rows}\n| All sites | 64 |\n"
    assert all(check.verdict == "consistent" for check in reconcile([article(table)]).checks)


# A clause that denies a bound, and the bound that it comes to.
BOUNDS = {
    "The water at Marl did not sink below 7.2 metres in May.": ("at_least", 0.0072, None),
    "The price of rye did not rise above €5.": ("at_most", None, 5.0),
    "The repair did not cost more than €40m.": ("at_most", None, 40e6),
    "The lake did not fall below 7 km.": ("at_least", 7.0, None),
    "The lake did not drop below 7 km.": ("at_least", 7.0, None),
    "The lake did not dip below 7 km.": ("at_least", 7.0, None),
    "The lake did not slip below 7 km.": ("at_least", 7.0, None),
    "The lake did not decline below 7 km.": ("at_least", 7.0, None),
    "The fee did not go above €5.": ("at_most", None, 5.0),
    "The fee did not climb above €5.": ("at_most", None, 5.0),
    "The fee did not increase above €5.": ("at_most", None, 5.0),
    "The fee did not get above €5.": ("at_most", None, 5.0),
    "The fee did not move above €5.": ("at_most", None, 5.0),
    "The fee did not come above €5.": ("at_most", None, 5.0),
    "The fund did not grow above €5.": ("at_most", None, 5.0),
    "The water at Marl did not rise above 7 km.": ("at_most", None, 7.0),
    "The trek did not last more than 7 km.": ("at_most", None, 7.0),
    "The repair did not take more than €5.": ("at_most", None, 5.0),
}


@pytest.mark.parametrize(("sentence", "wanted"), BOUNDS.items())
def test_a_bound_that_is_denied_is_the_other_bound(sentence: str, wanted: tuple[object, ...]) -> None:
    claims = [claim for claim in reconcile([article(sentence)]).claims if claim.value is not None]
    told = [(claim.value.hedge, claim.value.low, claim.value.high) for claim in claims if claim.value]
    assert told == [wanted]
    assert {claim.polarity for claim in claims} == {"affirmed"}
