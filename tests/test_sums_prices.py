"""What a quantity is worth, against what another of the same goods is worth in the same text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.sources import from_text
from reconcile import reconcile

RULE = "value ÷ quantity = one price"
COD = "The port landed 400 tonnes of cod worth €2.1 million. In June it landed 600 tonnes of"
SEED = "Latvia imported 50 tonnes of seed in May and will import 70 tonnes worth €140,000 in June"
SAME = {
    "tonnes": f"{COD} cod worth €3.15 million.",
    "things": "The school sold 40 desks for €2,000 on Monday. It sold 60 desks for €3,000 on Tuesday.",
    "unnamed goods": f"{SEED}. Prices fell. {SEED}, a trader said.",
}
NO_PRICE = {
    "other goods": f"{COD} crab worth €90 million.",
    "other price": f"{COD} cod worth €5.2 million.",
    "other currency": f"{COD} cod worth $3.15 million.",
    "things of many prices": "He sold two houses for €3 million. He sold four houses for €80,000 in June.",
    "land of many prices": "The town sold 40 hectares for €8 million. It sold 60 hectares for €90,000.",
    "work of many prices": "She worked 40 hours for €4,000. She worked 60 hours for €90 in June.",
    "one sentence": "It landed 400 tonnes of cod worth €2 million and 600 tonnes of cod worth €3 million.",
}


def _verdicts(text: str) -> list[str]:
    return [check.verdict for check in reconcile([from_text(text)]).checks if check.rule == RULE]


@pytest.mark.parametrize("case", SAME)
def test_two_values_that_come_to_one_price(case: str) -> None:
    assert _verdicts(SAME[case]) == ["consistent"]


@pytest.mark.parametrize("case", NO_PRICE)
def test_values_that_say_nothing_of_each_other(case: str) -> None:
    assert _verdicts(NO_PRICE[case]) == []


def test_a_price_ten_times_the_other_is_a_slip() -> None:
    text = f"{COD} cod worth €300 million."
    (check,) = [check for check in reconcile([from_text(text)]).checks if check.rule == RULE]
    assert check.verdict == "inconsistent"
    assert check.text.startswith("2.1 million EUR ÷ 400 t = 5,250 EUR/t")
    assert check.text.endswith("one price is more than 10 times the other")


@given(st.integers(2, 9), st.integers(2, 9), st.integers(2, 900))
def test_the_price_is_one_whatever_the_quantities(first: int, second: int, price: int) -> None:
    told = [
        f"{count}1 tonnes of cod worth €{(10 * count + 1) * price * 1_000:,}" for count in (first, second)
    ]
    assert _verdicts(f"The port landed {told[0]}. In June it landed {told[1]}.") == ["consistent"]
