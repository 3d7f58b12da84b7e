"""Items behind a colon and the total in front of it: sums that fit, that do not, and lists that are none."""

import pytest

from claims.sources import from_text
from reconcile import reconcile

CASES = {
    "items that add up": (
        "The club sold 90 tickets: 40 to members, 30 to guests and 20 at the door.",
        {"consistent"},
    ),
    "items that do not": (
        "The club sold 95 tickets: 40 to members, 30 to guests and 20 at the door.",
        {"inconsistent"},
    ),
    "a total that only the widest rounding of every item would give": (
        "The fair cost €480m: €210m for halls and roads, €170m for trains, and €120m for parks.",
        {"inconsistent"},
    ),
    "examples are no items": (
        "The club sold 95 tickets, including: 40 to members, 30 to guests and 20 at the door.",
        set(),
    ),
    "two items may leave the rest out": ("The club sold 95 tickets: 40 to members and 30 to guests.", set()),
    "a list that goes on in another sentence": (
        "The club sold 95 tickets: 40 to members. It gave 30 to guests and 20 to schools.",
        set(),
    ),
    "an item that is no figure, and what is told of it": (
        "Seven letters came: three from nurses, two from cooks and one from a guard, who had three dogs.",
        set(),
    ),
    "the whole of a sum named before": (
        "Ray Dunn left £5.4m. He spent the whole of it on three things: £2.1m on boats, £1.2m on cars "
        "and £600,000 on horses.",
        {"inconsistent"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_items_behind_a_colon(case: str) -> None:
    text, wanted = CASES[case]
    found = {check.verdict for check in reconcile([from_text(text, "a.txt")]).checks if "+" in check.text}
    assert found == wanted
