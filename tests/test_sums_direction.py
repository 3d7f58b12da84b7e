"""Which way a figure is said to have gone: rises that are rises, falls that are none."""

import pytest

from claims.sources import from_text
from reconcile import reconcile
from reconcile.vocabulary import load

CASES = {
    "a rise that is one": ("The chain expanded from 7 shops to 12 shops.", {"consistent"}),
    "told with the new figure first": ("Attendance fell to 9,400 people from 12,100 people.", {"consistent"}),
    "a fall that is none": ("Water use fell from 310 litres to 350 litres.", {"inconsistent"}),
    "up from": ("The toll is now €4.60, up from €4.10.", {"consistent"}),
    "down from what was less": (
        "The reservoir held 61 million litres, down from 54 million litres.",
        {"inconsistent"},
    ),
    "not only": ("The law not only raised the fine from $200 to $500.", {"consistent"}),
    "a fall that is denied": ("Prices did not fall from $40 to $45 as feared.", set()),
    "a time that improves is a shorter one": ("Her time improved from 58 seconds to 61 seconds.", set()),
    "places in a table of clubs": ("The club dropped from 3 to 5 in the table.", set()),
    "a growth that slows": ("The firm's growth slowed from 5% to 3%.", set()),
    "what falls, and goes elsewhere": ("The price of falling leaves went from $40 to $45.", set()),
    "a rise against that of another place": ("Rents in Orn rose to $410 against $450 in Tarn.", set()),
    "a rise against the year before": (
        "Rents in Orn rose to $410 against $380 the year before.",
        {"consistent"},
    ),
    "a rise in what was asked for": (
        "The town raised the crates needed from 40 kg to 45 kg.",
        {"consistent"},
    ),
    "what was done beside it": ("The rise in crates expected from 45 kg to 40 kg.", set()),
    "a loss that grows": ("The loss per hen grew from -$4 to -$9.", set()),
    "bounds that leave it open": ("Output rose from about 50 tonnes to about 49 tonnes.", set()),
}


@pytest.mark.parametrize("case", CASES)
def test_which_way_it_went(case: str) -> None:
    text, wanted = CASES[case]
    found = reconcile([from_text(text)]).checks
    assert {check.verdict for check in found} == wanted, [check.text for check in found]


@pytest.mark.parametrize("act", load("directions")["acts"])
def test_what_else_was_done_is_no_rise(act: str) -> None:
    assert not reconcile([from_text(f"The rise of the lake {act} from 310 litres to 250 litres.")]).checks


def test_the_figures_are_printed_in_a_unit_of_their_size() -> None:
    (check,) = reconcile([from_text("The water fell from 50 metres to 61 metres.")]).checks
    assert check.text == "50 to 61 is a rise, but the text says “fell”"


def test_the_sum_names_the_word() -> None:
    (check,) = reconcile([from_text("Water use fell from 310 litres to 350 litres.")]).checks
    assert check.rule == "from–to goes as told"
    assert check.text == "310 to 350 is a rise, but the text says “fell”"


def test_a_growth_that_is_checked_says_it_already() -> None:
    (check,) = reconcile([from_text("Sales rose 10% from €200m to €220m.")]).checks
    assert check.rule == "from–to = growth"


def test_a_count_of_names_holds_for_the_headline_too() -> None:
    text = "Three firms win permits\n\nThree companies — Arlo, Bexley and Corin — have been given permits."
    (check,) = reconcile([from_text(text)]).checks
    assert (check.rule, check.verdict, len(check.claims)) == ("count = enumeration", "consistent", 2)
