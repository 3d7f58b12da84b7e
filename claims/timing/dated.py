"""A period as a figure gets it, with the note on what it was taken from."""

from dataclasses import dataclass, replace
from datetime import date

from claims.model import Period
from claims.timing.carrying import joined


@dataclass(frozen=True, slots=True)
class Dated:
    """A period and, where it was not in the clause itself, what it was taken from."""

    period: Period | None
    inferred: str | None = None


def carried_from(period: Period, words: str | None = None) -> Dated:
    """Return a period that holds on, with the words that gave it, or with its own.

    Args:
        period: As it was told before.
        words: What gave it, where those are not its own words.
    """
    return noted(period, f"carried from {words}" if words else f"carried from “{period.text}”")


def noted(period: Period, note: str) -> Dated:
    """Return a period that says in a note how it was resolved.

    Args:
        period: The period.
        note: What it was taken from.
    """
    return Dated(replace(period, resolved_from=joined(period.resolved_from, note)), note)


def as_of_now(published: date | None, words: str) -> Dated:
    """Return the day on which a text appeared, for what it says is so now.

    Args:
        published: The day of publication, or None.
        words: The words that say so.
    """
    if published is None:
        return Dated(None)
    day = published.isoformat()
    return noted(Period(day, day, words), f"what is so now, as of {day}, when the text appeared")
