"""The seasons of a business whose year is cut into a summer half and a winter half."""

from datetime import date, timedelta

from claims.model import Period
from claims.timing.event_spans import stretch

# The half-years of a business year that ends in March or September, by the season that each holds.
_YEAR_ENDS = (3, 9)
_HALVES = {"winter": 10, "summer": 4}
_LEADS = frozenset({"for", "in", "over", "during", "the", "this", "next", "last", "coming", "past"})


def half_of_season(own: Period, fiscal_end: int | None) -> tuple[Period, str] | None:
    """Read "bookings for the winter" of a business that reports by half-years as those of the winter half.

    Airlines, ferries, utilities and tour operators whose books close in March or September sell and plan by
    these halves; three months of the calendar are meant where the words name a year or a part of the season.

    Args:
        own: The period as the calendar has it.
        fiscal_end: The month in which the business year of the text ends, or None.
    """
    *before, season = own.text.lower().split() or [""]
    days = stretch(own)
    if fiscal_end not in _YEAR_ENDS or season not in _HALVES or days is None or not set(before) <= _LEADS:
        return None
    month = _HALVES[season]
    first = date(days[0].year - (days[0].month < month), month, 1)
    following = date(first.year + (month == 10), 4 if month == 10 else 10, 1)
    note = f"the {season} half of the business year that the text speaks of"
    last = following - timedelta(days=1)
    return Period(first.isoformat(), last.isoformat(), own.text, own.resolved_from), note
