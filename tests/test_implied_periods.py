"""When a figure holds by the figures beside it, by its harvest, or by a word like "now"."""

import pytest

from claims.extract import extract
from claims.model import Claim
from claims.sources import from_text

LEAD = "Peru harvested 900 tonnes of quinoa this spring. "
HALF = (
    "Brill said on Wednesday that operating profit fell to €31m in the six months to 30 September 2025. "
    "Sales rose to €90m.\n\n"
)
YEAR, BEFORE, NEXT = (
    ("2025-01-01", "2025-12-31"),
    ("2024-01-01", "2024-12-31"),
    ("2026-01-01", "2026-12-31"),
)
TODAY, REPORTED, NONE = ("2025-11-20", "2025-11-20"), ("2025-04-01", "2025-09-30"), (None, None)

ROWS = [
    # "now" and "so far" are the day of the text, whatever the tense
    ("The guild has now raised €41,000.", "41,000", TODAY),
    ("The guild has paid €41,000 so far.", "41,000", TODAY),
    ("The bill now stands at €41m.", "41", TODAY),
    ("The guild raised €41,000.", "41,000", NONE),
    ("The guild has raised €41,000.", "41,000", NONE),
    # a season of the harvest that the text is about
    (LEAD + "The mill paid farmers €410 a tonne this season.", "410", YEAR),
    (LEAD + "The mill paid €410 a tonne this season, 6% more than the €390 of the season before.", "6", YEAR),
    (LEAD + "The mill paid €410 this season, more than the €390 of the season before.", "390", BEFORE),
    (LEAD + "Exports will reach 70 tonnes this season.", "70", ("2025-07-01", "2026-06-30")),
    ("The mill paid farmers €410 this season.", "410", ("2025-07-01", "2026-06-30")),
    # the old figure of a harvest is that of the year before
    (
        "The world harvest of rye came to 700 tonnes in 2024. Peru's harvest rose from 41 tonnes to 52.",
        "41",
        ("2023-01-01", "2023-12-31"),
    ),
    ("Peru has gathered 90 tonnes: its yield recovered from 3 t/ha in 2024 to 5 t/ha.", "5 t/ha", YEAR),
    ("Peru has gathered 90 tonnes: its yield recovered from 3 t/ha in 2021 to 5 t/ha.", "5 t/ha", NONE),
    ("Her fields have 4 tonnes of rye a hectare.", "4 t", YEAR),
    ("Her fields have 4 tonnes of rye a hectare in a normal year.", "4 t", NONE),
    # a rank and a change go with the figure of their clause
    ("Sowing is complete on 41,000 hectares, the most in ten years.", "the most", YEAR),
    # what had been expected goes with the outcome
    ("Output of rye was 41 tonnes in 2024. Analysts had expected output of rye of 52 tonnes.", "52", BEFORE),
    (HALF + "Analysts had expected operating profit of €35m.", "35", REPORTED),
    (HALF + "Analysts expect operating profit of €35m.", "35", NONE),
    # prices of one paragraph
    ("Rye closed at €41 a tonne on 3 May 2025. Oats closed at €52 a tonne.", "52", ("2025-05-03",) * 2),
    (
        "Rye was quoted at €41 a tonne this week. Freight to Oslo costs €8 a tonne.",
        "8",
        ("2025-11-17", "2025-11-20"),
    ),
    ("Rye was quoted at €41 a tonne in May. Freight to Oslo costs €8 a tonne.", "8", TODAY),
    # goods in stock are foreseen for the year of trade
    (
        "Exports in the year to June 2026 are forecast at 41 tonnes.\n\nStocks will rise to 52 tonnes.",
        "52",
        ("2025-07-01", "2026-06-30"),
    ),
    # times of words beside, and of another clause
    ("The port had half of the 41 cranes mended on 3 May.", "half", ("2025-05-03",) * 2),
    ("The guild has 41 members, and plans to open a hall in May 2026.", "41", NONE),
    ("The ministry said on Monday that Peru made 41 tonnes, the third record in a row.", "third", NONE),
]


def _figure(text: str, words: str) -> Claim:
    found = extract(from_text(f"---\ndate: 2025-11-20\n---\n\n{text}\n", "story.md"))
    claims = [c for c in found if c.value and c.kind != "date" and words in c.value.surface]
    assert claims, [c.value.surface for c in found if c.value]
    return claims[-1]


@pytest.mark.parametrize(("text", "words", "days"), ROWS)
def test_when_a_figure_holds(text: str, words: str, days: tuple[str | None, str | None]) -> None:
    period = _figure(text, words).period
    assert (period.start if period else None, period.end if period else None) == days


@pytest.mark.parametrize(("text", "words", "days"), [row for row in ROWS if row[2] != NONE])
def test_what_was_not_said_in_the_clause_says_where_it_is_from(
    text: str, words: str, days: tuple[str, str]
) -> None:
    claim = _figure(text, words)
    assert claim.period is not None and claim.period.resolved_from, days
