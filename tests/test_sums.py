"""The figures of a source are put together, and what they give is printed with its bounds."""

from typing import Any

import pytest

from claims.model import Claim
from reconcile.engine import reconcile_claims
from reconcile.result import Check
from tests.make import claim, exact, source


def _read(text: str, *figures: tuple[str, Any, dict[str, Any]]) -> list[Check]:
    """Check figures given as words in the text, value and facets; a sentence ends with a full stop."""
    claims: list[Claim] = []
    at = 0
    for words, figure, facets in figures:
        at = text.index(words, at)
        left = text.rfind(". ", 0, at) + 1
        right = text.find(". ", at)
        sentence = text[left : right if right > 0 else len(text)].strip()
        placed = type(figure)(**{**_fields(figure), "start": at, "end": at + len(words), "surface": words})
        fields = {"subject": "harbour", "measure": "traffic", "start": at, "end": at + len(words)} | facets
        made = claim("a", fields.pop("subject"), fields.pop("measure"), placed, **fields)
        claims.append(type(made)(**{**_fields(made), "sentence": sentence, "quote": words}))
        at += len(words)
    return list(reconcile_claims([source("a", text)], claims).checks)


def _fields(thing: Any) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in type(thing).__dataclass_fields__}


def test_a_part_of_a_whole_is_the_share_printed() -> None:
    text = "The port handled 45 tonnes of salt out of 60 tonnes in all, or 75 percent."
    (check,) = _read(
        text,
        ("45 tonnes", exact(45, "t", step=0.5), {"measure": "salt"}),
        ("60 tonnes", exact(60, "t", step=0.5), {"measure": "salt"}),
        ("75 percent", exact(75, "%", step=0.5), {"measure": "share of salt"}),
    )
    assert (check.rule, check.verdict) == ("part of whole = share", "consistent")
    assert "45 ÷ 60 = 75 %" in check.text and "printed 75 %" in check.text


def test_a_wrong_share_that_the_wording_ties_is_an_error() -> None:
    text = "The port handled 45 tonnes of salt out of 60 tonnes, or 85 percent."
    (check,) = _read(
        text,
        ("45 tonnes", exact(45, "t", step=0.5), {"measure": "salt"}),
        ("60 tonnes", exact(60, "t", step=0.5), {"measure": "salt"}),
        ("85 percent", exact(85, "%", step=0.5), {"measure": "share of salt"}),
    )
    assert check.verdict == "inconsistent" and "but printed 85 %" in check.text


def test_figures_that_nothing_ties_together_are_left_alone() -> None:
    text = "The port handled 45 tonnes of salt. A crane weighs 60 tonnes. Rain fell on 75 percent of days."
    assert not _read(
        text,
        ("45 tonnes", exact(45, "t", step=0.5), {"measure": "salt"}),
        ("60 tonnes", exact(60, "t", step=0.5), {"subject": "crane", "measure": "weight"}),
        ("75 percent", exact(75, "%", step=0.5), {"subject": "rain", "measure": "share of days"}),
    )


@pytest.mark.parametrize(("last", "verdict"), [(355, "consistent"), (345, "inconsistent")])
def test_parts_and_their_total_in_one_sentence(last: int, verdict: str) -> None:
    text = f"Officials listed 143 boats as sunk and 212 boats as damaged, {last} boats in all."
    found = _read(
        text,
        ("143 boats", exact(143, counted="boats"), {}),
        ("212 boats", exact(212, counted="boats"), {}),
        (f"{last} boats", exact(last, counted="boats"), {}),
    )
    assert [check.verdict for check in found] == [verdict]


@pytest.mark.parametrize(("growth", "verdict"), [(25, "consistent"), (50, "inconsistent")])
def test_growth_from_one_figure_to_another(growth: int, verdict: str) -> None:
    text = f"Toll income rose {growth} percent to 50 million euros from 40 million euros."
    found = _read(
        text,
        (
            f"{growth} percent",
            exact(growth, "%", step=0.5),
            {"measure": "change in toll income", "kind": "growth"},
        ),
        ("50 million", exact(50e6, "EUR", step=5e5), {"measure": "toll income"}),
        ("40 million", exact(40e6, "EUR", step=5e5), {"measure": "toll income"}),
    )
    assert [check.verdict for check in found] == [verdict]


def test_a_rate_is_its_amount_over_its_quantity() -> None:
    text = "Growers brought in 620 tonnes of hops off 400 hectares, or 1.55 tonnes a hectare."
    found = _read(
        text,
        ("620 tonnes", exact(620, "t", step=5), {"measure": "hops"}),
        ("400 hectares", exact(400, "ha", step=0.5), {"measure": "hops"}),
        ("1.55 tonnes a hectare", exact(1.55, "t/ha", step=0.005), {"measure": "hops"}),
    )
    assert [check.rule for check in found] == ["amount ÷ quantity = rate"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Four clubs were fined: Arden, Belmont, Corley and Dunmore.", "consistent"),
        ("Four clubs were fined: Arden, Belmont and Corley.", "inconsistent"),
        ("Four clubs were fined (Arden, Belmont, Corley and Dunmore).", "consistent"),
        ("Four clubs were fined, including Arden and Belmont.", None),
    ],
)
def test_a_number_against_the_names_that_follow(text: str, verdict: str | None) -> None:
    found = _read(text, ("Four clubs", exact(4, counted="clubs"), {"measure": "clubs fined"}))
    assert [check.verdict for check in found] == ([verdict] if verdict else [])


def test_the_rows_of_a_table_against_its_total() -> None:
    text = "| Line | Loss |\n| Roofs | 96 |\n| Boats | 14 |\n| Total | 120 |"
    cells = [
        (
            words,
            exact(number * 1e6, "EUR", step=5e5),
            {"scope": {"row": row, "column": "Loss"}, "measure": "Loss"},
        )
        for words, number, row in (("96", 96, "Roofs"), ("14", 14, "Boats"), ("120", 120, "Total"))
    ]
    found = _read(text, *cells)
    assert [(check.rule, check.verdict) for check in found] == [("rows sum to total", "inconsistent")]
    assert "110 million" in found[0].text


def test_a_share_of_somebody_else_is_no_share_of_this() -> None:
    text = "Norland caught 38 t, Sudland 210 t (18 %)."
    made = [
        claim("a", "Norland", "cod catch", exact(38, "t", step=0.5, start=15, end=19), sentence=text),
        claim("a", "Sudland", "cod catch", exact(210, "t", step=0.5, start=29, end=34), sentence=text),
        claim(
            "a", "Sudland", "share of cod catch", exact(18, "%", step=0.5, start=36, end=40), sentence=text
        ),
    ]
    assert not reconcile_claims([source("a", text)], made).checks


def test_a_share_in_words_does_not_fit_every_quotient() -> None:
    text = "Of the 400 boats 200 sank; one boat in ten was new."
    made = [
        claim("a", "Norland", "boats", exact(400, start=7, end=10, counted="boats"), sentence=text),
        claim("a", "Norland", "boats sunk", exact(200, start=17, end=20, counted="boats"), sentence=text),
        claim("a", "Norland", "share of boats", exact(10, "%", step=50.0, start=27, end=42), sentence=text),
    ]
    assert not [check for check in reconcile_claims([source("a", text)], made).checks if "÷" in check.text]
