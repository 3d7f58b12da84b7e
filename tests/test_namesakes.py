"""What only has its name from an event, a town, a month or a verb is not what an article is about."""

import pytest

from claims import extract
from claims.sources import from_text

CREWS = """# Cat freed from drain

Fire engines were called to Harwick at noon. Three fire crews came, and the fire brigade sent six ladders.

The fire service has 12 boats. Four children watched.
"""
DRAINS = """# Sewers cleaned

The storm drains of Harwick were cleaned on Monday. Each storm drain holds 40 litres.
The city has 9 km of them.
"""
SALES = """# Fewer cars

Car sales rose 4% in May before they plunged in June. Twelve dealers closed, and 90 people were hurt.
"""
WIRE = """---
title: "Mill reopens"
publisher: Zentrik News
---

# Mill reopens

The city has 40,000 people. The mill has 90 looms.
"""
BLOCKED = """# Protesters block bridge

Work on the bridge took six years, a builder said. The bridge has a toll. Building the bridge cost €40m.

The bridge has 14 lamps.
"""
REPORT = """# Jobs market slows

The March report showed that 40,000 jobs were lost. The March report was weak. Analysts had foreseen 10,000.
"""


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (CREWS, "fire"),
        (DRAINS, "storm"),
        (SALES, "crash"),
        (WIRE, "Zentrik"),
        (BLOCKED, "Block"),
        (REPORT, "March"),
    ],
)
def test_a_namesake_is_no_theme(text: str, never: str) -> None:
    claims = extract(from_text(text, "story.md"))
    assert claims
    assert not [claim for claim in claims if claim.subject == never]
    assert not [claim for claim in claims if never in claim.scope.get("topic", "")]


def test_a_name_that_opens_itself_ends() -> None:
    body = "Duran Duran sold 40,000 tickets. Duran Duran will play. Duran Duran have 12 songs."
    assert extract(from_text(f"# Duran Duran sell out\n\n{body}\n", "story.md"))


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The 40 people who save at the bank are pensioners.", "survivors"),
        ("Of the 12 who drowned kittens three were fined.", "survivors"),
    ],
)
def test_who_saves_is_not_saved(text: str, measure: str) -> None:
    assert all(claim.measure != measure for claim in extract(from_text(text, "story.txt")))


def test_a_team_of_a_club_is_no_age() -> None:
    claims = extract(from_text("The club's under-18s drew 1-1.\n", "story.txt"))
    assert all(claim.measure != "age" for claim in claims)
