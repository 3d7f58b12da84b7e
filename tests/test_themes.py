"""The theme of an article names what came to grief, what was voted on, who strikes or who moves to a club."""

import pytest

from claims import extract
from claims.sources import from_text

SINKING = """# Search called off

The coaster Alder Star sank off Corran on Monday. Forty people were on board. The ship carried 12 lorries.

The wreck lies at a depth of 61 metres.
"""
BILL = """# Voters say no

Voters rejected the Fishing Rights Act on Sunday. In the referendum 54% said no.

Turnout was 48%.
"""
STRIKE = """# No trains until Friday

The signallers voted for the strike on Monday. The signallers walked out at six. The strike has cost
€3m a day so far.

The offer is 4%. The strike is the third this year.
"""
MOVE = """# A winger for a record fee

Mina Orrel, 23, has signed for Dalby. The transfer fee is €9m. Orrel passed a medical on Tuesday.

The contract has a release clause of €20m. Orrel said she was glad. "It is time," said Mina Orrel.
"""


@pytest.mark.parametrize(
    ("text", "figure", "topic"),
    [
        (SINKING, "61 metres", "Alder Star sinking"),
        (BILL, "48%", "Fishing Rights Act referendum"),
        (STRIKE, "€3m a day", "signallers' strike"),
        (MOVE, "€20m", "Mina Orrel transfer"),
    ],
)
def test_a_theme_names_what_it_is_of(text: str, figure: str, topic: str) -> None:
    claims = extract(from_text(text, "story.md"))
    told = {
        claim.value.surface: f"{claim.subject} {claim.scope.get('topic')}" for claim in claims if claim.value
    }
    assert topic in told[figure]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("# A walk\n\nThe ferry Alder Star sails at 9. The ferry takes 40 cars.\n", "sinking"),
        ("# Budget\n\nThe Budget Act was signed. It costs €3m. Taxes rise by 2%.\n", "referendum"),
        ("# Hall\n\nAda Holm signed the book. The fee is €9. The hall seats 40 people.\n", "transfer"),
    ],
)
def test_nothing_is_made_an_event_that_was_none(text: str, never: str) -> None:
    claims = extract(from_text(text, "story.md"))
    assert claims
    assert not [claim for claim in claims if never in claim.scope.get("topic", "")]
