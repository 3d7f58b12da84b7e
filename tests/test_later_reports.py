"""What a later report tells replaces what an earlier one told as of its day; what keeps two figures apart."""

import pytest

from reconcile import reconcile
from tests.make import article

FLAGS = {"conflict", "possible_conflict", "internal_inconsistency"}
REST = (
    " The harbour of Tolbeck has a new crane. Rain delayed the rye. Anna Berg leads the museum."
    " The tram line will be 12 km long."
)

# The two texts, the day of the second (the first appeared on 3 March 2025), and whether they are flagged.
CASES = {
    "a figure of a day after the first report": (
        "The yard has 61 barges in repair.",
        "On 20 June 2025 the yard had 54 barges in repair.",
        "2025-06-24",
        False,
    ),
    "one of before": (
        "The yard had 61 barges in repair on 1 March 2025.",
        "The yard had 54 barges in repair on 1 March 2025.",
        "2025-06-24",
        True,
    ),
    "beds that are put up and taken down": (
        "In the yard 61 beds are standing.",
        "In the yard 84 beds are standing.",
        "2025-03-20",
        False,
    ),
    "beds told of within days": (
        "In the yard 61 beds are standing.",
        "In the yard 84 beds are standing.",
        "2025-03-06",
        True,
    ),
    "a price of one day and one of a later report": (
        "Tin closed at $9,400 a tonne on 28 February 2025.",
        "Tin trades at $8,100 a tonne.",
        "2025-06-24",
        False,
    ),
    "a wind that has eased": (
        "The gale reached the yard with winds of 130 km/h.",
        "The winds of the gale are down to 70 km/h.",
        "2025-03-04",
        False,
    ),
    "a wind told of otherwise": (
        "The gale reached the yard with winds of 130 km/h.",
        "The gale reached the yard with winds of 70 km/h.",
        "2025-03-04",
        True,
    ),
    "a price that has crept up": (
        "The shares of the yard stood at €29.40.",
        "The shares of the yard have edged up to €31.60.",
        "2025-03-04",
        False,
    ),
    "a share price of one day and one of a later report": (
        "Shares in Orlund closed at 246p on 28 February 2025.",
        "A share in Orlund now costs 271p.",
        "2025-06-24",
        False,
    ),
    "a share price": (
        "The share price of Alby Foods was €41 on 3 March 2025.",
        "The share price of Alby Foods was €46.",
        "2025-06-24",
        False,
    ),
    "an exchange rate": (
        "The exchange rate of the crown was 4.1% on 3 March 2025.",
        "The exchange rate of the crown was 4.6%.",
        "2025-06-24",
        False,
    ),
    "a bond yield": (
        "The bond yield of Alby Foods was 4.1% on 3 March 2025.",
        "The bond yield of Alby Foods was 4.6%.",
        "2025-06-24",
        False,
    ),
    "a rent, which does not move by the day": (
        "The rent of Alby Foods was €41 on 3 March 2025.",
        "The rent of Alby Foods was €46.",
        "2025-06-24",
        True,
    ),
    "an offer and what came of it": (
        "The port offers its pilots a bonus of £600.",
        "The port's pilots get a bonus of £900.",
        "2025-06-24",
        False,
    ),
    "compared with another occasion": (
        "The poll on the ferry had a turnout of 82%.",
        "The turnout, 71%, was lower than in the poll on the fares.",
        "2025-03-05",
        False,
    ),
    "an end of a range": (
        "Catches ranged from 55% in the west to 64% in the east.",
        "Catches came to 61% overall.",
        "2025-03-05",
        False,
    ),
    "the only speed that either gives": (
        "The tug struck the pier at 19 knots.",
        "The boat went at 14 knots when it hit the pier.",
        "2025-03-05",
        True,
    ),
    "tons that may be short tons": (
        "The bridge holds 42,000 tonnes of steel.",
        "The bridge holds 46,300 tons of steel.",
        "2025-03-05",
        False,
    ),
    "tonnes that are not": (
        "The bridge holds 42,000 tonnes of steel.",
        "The bridge holds 46,300 tonnes of steel.",
        "2025-03-05",
        True,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_two_reports(case: str) -> None:
    one, other, when, flagged = CASES[case]
    first = article(one + REST, "a.md", day="2025-03-03", publisher="Tolbeck Post")
    second = article(other + REST, "b.md", day=when, publisher="Lund Herald")
    result = reconcile([first, second])
    assert any(pair.verdict in FLAGS for pair in result.pairs) is flagged
