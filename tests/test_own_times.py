"""Figures that stand beside another time: now, at an end, before a change, on the day of a market."""

import pytest

from claims import extract
from tests.make import article

DAY = "2025-03-01"
ROWS = [
    # what is so now, whatever the clause foretells
    ("By 2027 the college hopes to bring its dropout rate, now 40%, below 30%.", "40%", (DAY, DAY)),
    (
        "By 2027 the college hopes to bring its dropout rate, now 40%, below 30%.",
        "below 30%",
        ("2027-01-01", "2027-12-31"),
    ),
    # the price that another is to replace
    ("A locker is to rise from 80p to 95p on 4 April.", "80p", (DAY, DAY)),
    ("A locker is to rise from 80p to 95p on 4 April.", "95p", ("2025-04-04", "2025-04-04")),
    ("A swimming lesson will cost £12 instead of £10.", "£10", (DAY, DAY)),
    ("A locker rose from 80p to 95p.", "80p", None),
    # what there is, where the clause looks ahead
    ("The baker will close 12 of its 40 shops in the course of 2026.", "40", (DAY, DAY)),
    ("The baker closed 12 of its 40 shops in 2024.", "12", ("2024-01-01", "2024-12-31")),
    # who was hurt when something happened that day
    (
        "Nine people were hurt when a tram struck a bus on Monday. Some 40 passengers were aboard.",
        "40",
        ("2025-02-24", "2025-02-24"),
    ),
    # at the end of what is named
    ("Net debt ended June 2024 at £40m.", "£40m", ("2024-06-30", "2024-06-30")),
    ("Net debt rose in June 2024 to £40m.", "£40m", ("2024-06-01", "2024-06-30")),
    # shares move on the day of the report
    ("Shares in the brewer were down 4% at 231 pence.", "4%", (DAY, DAY)),
    ("Shares in the brewer closed 3% higher.", "3%", (DAY, DAY)),
    ("Sales of the brewer were down 4% in May 2024.", "4%", ("2024-05-01", "2024-05-31")),
    # what comes between belongs to what is told
    (
        "Between June 2009 and April 2011, the auditors found, the museum lost 4,000 coins.",
        "4,000",
        ("2009-06-01", "2011-04-30"),
    ),
    # for how long there had been none
    ("Sales will rise by 4%, the first increase in six years.", "4%", None),
    ("The mine will close in six years, with 40 jobs lost.", "40", ("2031-01-01", "2031-12-31")),
    # what has come about by a day
    ("Most of the hay has come in: 340 bales by Friday evening.", "340", ("2025-02-28", "2025-02-28")),
    ("The firm has agreed to deliver 9 trams by Friday.", "9 trams", ("2025-03-07", "2025-03-07")),
]


@pytest.mark.parametrize(("text", "words", "days"), ROWS)
def test_the_time_of_a_figure(text: str, words: str, days: tuple[str, str] | None) -> None:
    found = [claim for claim in extract(article(text, day=DAY)) if claim.value]
    claim = next(claim for claim in found if words in claim.value.surface)  # type: ignore[union-attr]
    period = claim.period
    assert ((period.start, period.end) if period else None) == days
    assert period is None or period.text in text


def test_a_forecast_for_the_full_year_is_of_the_year_that_runs() -> None:
    year = "In 2024 its business year ended in December."
    found = extract(article(f"The brewery raised its forecast of full-year profit to £45m. {year}", day=DAY))
    [claim] = [claim for claim in found if claim.value and claim.value.unit == "GBP"]
    assert claim.period is not None
    assert (claim.period.start, claim.period.end) == ("2025-01-01", "2025-12-31")
