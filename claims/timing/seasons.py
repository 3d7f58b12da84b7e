"""Seasons: those of a business whose year has a summer and a winter half, and that of a league."""

import re
from datetime import date, timedelta
from functools import cache

from claims.framing.sport import club_of
from claims.model import Claim, Period
from claims.timing.event_spans import stretch
from claims.vocabulary import load, word_list

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


_SEASON = re.compile(r"\b(?:into the|this|the) season\b")
_LATE = range(4, 9)  # the months in which a season that began in the summer before ends and is looked back on
_LAST_MONTH = 6
_LOOKING_BACK = timedelta(days=60)


def season_told(text: str, published: date | None) -> Period | None:
    """Return the season of a league that a story on a club tells of, as far as it had come by its day.

    In spring and summer that is the season that the text says has ended, later the running one.

    Args:
        text: The text of the source.
        published: The day of its publication, or None.
    """
    if published is None or club_of(text) is None:
        return None
    late = published.month in _LATE
    told = (_ended() if late else _SEASON).search(text)
    if told is None:
        return None
    day = published - _LOOKING_BACK if late else published
    year = day.year + (day.month > _LAST_MONTH)
    last = f"{year}-06-30" if late else published.isoformat()
    return Period(f"{year - 1}-07-01", last, told[0], f"published {published.isoformat()}")


@cache
def _ended() -> re.Pattern[str]:
    """Return how a text says that a season is over: "ended the season", "the last match of its season"."""
    words = load("sport")["season"]
    acts, days, games = ("|".join(words[kind]) for kind in ("ended", "last_days", "games"))
    last = rf"(?:last|final) (?:league |home )?(?:{games}) of"
    whose = "the|their|its|this|a"
    return re.compile(rf"\b(?:(?:{acts})(?: of)?|{days}|{last}) (?:{whose}) (?:[a-z]+ )?season\b")


def of_season(claim: Claim, season: Period | None, tense: str) -> tuple[Period, str] | None:
    """Date what a club has in a season: its points, wins, goals and place.

    Args:
        claim: An undated figure.
        season: The season that the text tells of, or None.
        tense: The tense of its clause, or "" where it names another time.
    """
    if season is None or not tense or claim.modality not in ("actual", "reported"):
        return None
    running = not (season.end or "").endswith("-06-30")
    if tense not in (("present", "none") if running else ("past", "none")):
        return None
    words = set(claim.measure.lower().split())
    if words.isdisjoint(word_list("sport", "of_a_season")) and not words >= {"average", "attendance"}:
        return None
    return season, f"the season that the text tells of, “{season.text}”"
