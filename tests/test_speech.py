"""Who says each figure and how it is meant, in passages on many topics."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims import extract, load
from claims.model import Claim

PASSAGES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "speech.toml").read_text(encoding="utf-8")
)["passage"]


def claims_of(tmp_path: Path, text: str, name: str = "story.txt") -> list[Claim]:
    path = tmp_path / name
    path.write_text(text + "\n", encoding="utf-8")
    return extract(load(path))


def figure(claims: list[Claim], words: str) -> Claim:
    """Return the claim whose figure contains some words."""
    (found,) = [claim for claim in claims if claim.value and words in claim.value.surface]
    return found


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["text"][:60])
def test_each_figure_has_its_source_and_its_status(tmp_path: Path, passage: dict[str, Any]) -> None:
    claims = claims_of(tmp_path, passage["text"])
    wanted = [tuple(row.split(" | ")) for row in passage["claims"]]
    found = [figure(claims, words) for words, _, _ in wanted]
    told = [
        (words, claim.attribution or "-", claim.modality)
        for (words, *_), claim in zip(wanted, found, strict=True)
    ]
    assert told == wanted


OUTLOOK = """---
publisher: Copper Study Council (CSC)
published: 2025-08-28
---

# Copper outlook

The Council raises its forecast of mine output in 2026 to 23 million tonnes. We put stocks at 310,000 tonnes.
Two in three smelters polled by this bulletin expect a shortage. Prices were 8,900 dollars a tonne in July.
"""


def test_an_institution_vouches_for_its_own_text(tmp_path: Path) -> None:
    claims = claims_of(tmp_path, OUTLOOK, "outlook.md")
    for words in ("23 million", "310,000"):
        assert figure(claims, words).attribution == "Copper Study Council (CSC)"
    assert "Council" in figure(claims, "310,000").inferred["attribution"]
    assert figure(claims, "8,900").attribution is None


def test_we_are_nobody_where_the_publisher_is_unknown(tmp_path: Path) -> None:
    claims = claims_of(tmp_path, "Stocks fell last week. We put them at 310,000 tonnes.")
    assert figure(claims, "310,000").attribution is None


TABLE = """# Flood damage

The insurers' union breaks the loss down as follows:

| Line | Loss (€m) |
|---|---|
| Homes | 96 |
| Cars | 14 |

Shops lost 31 million euros.

According to the farm bureau, the flood drowned:

- 412 sheep
- 77 cows
"""


def test_a_line_that_presents_a_table_names_its_source(tmp_path: Path) -> None:
    claims = claims_of(tmp_path, TABLE, "flood.md")
    for words in ("96", "14"):
        cell = figure(claims, words)
        assert cell.attribution == "insurers' union"
        assert "as follows:" in cell.inferred["attribution"]
    assert figure(claims, "31 million").attribution is None
    assert figure(claims, "412").attribution == figure(claims, "77").attribution == "farm bureau"


AHEAD = """---
published: 2024-03-14
---

# Harbour works

Voting begins on 4 June 2024. The dredger came in 2019. Payments start in 2025 with 31 million euros.
Fuel is hedged for 2025 at 14 dollars. The delivery schedule is:

- 2026: 12
- 2023: 7
"""


def test_what_is_told_of_a_time_to_come_is_no_fact_yet(tmp_path: Path) -> None:
    claims = claims_of(tmp_path, AHEAD, "harbour.md")
    status = {claim.value.surface: claim.modality for claim in claims if claim.value}
    assert status["on 4 June 2024"] == "plan"
    assert (status["31 million euros"], status["12"], status["7"]) == ("plan", "plan", "actual")
    assert status["14 dollars"] == "actual"
    assert "2024-03-14" in figure(claims, "31 million").inferred["modality"]


def test_without_a_date_of_publication_nothing_lies_ahead(tmp_path: Path) -> None:
    claims = claims_of(tmp_path, "Payments start in 2099 with 31 million euros.")
    assert figure(claims, "31 million").modality == "actual"


BUDGET = """# What the hall costs

| Item | Budget of 2019 (€m) | Budget deficit (€m) | Spent (€m) |
|---|---|---|---|
| Roof | 31 | 14 | 45 |
"""


def test_a_column_of_a_budget_was_planned(tmp_path: Path) -> None:
    told = {
        claim.value.surface: claim.modality
        for claim in claims_of(tmp_path, BUDGET, "story.md")
        if claim.value
    }
    assert told == {"31": "plan", "14": "actual", "45": "actual"}


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        ("The road, some 90 km of it, will not be repaired.", "90", "affirmed"),
        ("The fine of €310,000 has not been paid.", "310,000", "affirmed"),
        ("The club did not sell 90 seats.", "90", "negated"),
        ("The 40 trains did not run.", "40", "negated"),
    ],
)
def test_a_figure_beside_its_subject_is_not_denied(
    tmp_path: Path, text: str, words: str, polarity: str
) -> None:
    found = [claim for claim in claims_of(tmp_path, text) if claim.value and words in claim.value.surface]
    assert [claim.polarity for claim in found] == [polarity]
