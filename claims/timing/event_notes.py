"""What a claim says of a time that it has from an event, so that other sources can be asked for the days.

The notes are for people, and one module reads back what they name: which event a figure was dated by, and
which event a figure waits for whose days its own text does not give.
"""

import re

_TAKEN = re.compile(r"taken from the days? of the (?P<kind>[\w -]+), “")
_AWAITED = re.compile(r"within the (?P<kind>[\w -]+), whose days the text does not give\Z")


def taken(kind: str, words: str, *, of_a_day: bool = False) -> str:
    """Return the note of a figure that was dated by an event of its own text.

    Args:
        kind: The plain word for the kind of event ("fire"); "" where it is not known.
        words: The words that give its days.
        of_a_day: Whether it took one day.
    """
    return f"taken from the day{'' if of_a_day else 's'} of the {kind or 'event'}, “{words}”"


def awaited(kind: str) -> str:
    """Return the note of a figure of an event whose days its own text does not give."""
    return f"within the {kind}, whose days the text does not give"


def kind_taken(note: str) -> str | None:
    """Return the kind of event by which a note says that a figure was dated, or None."""
    found = _TAKEN.search(note)
    return found["kind"] if found else None


def kind_awaited(note: str) -> str | None:
    """Return the kind of event that a note says a figure waits for, or None."""
    found = _AWAITED.search(note)
    return found["kind"] if found else None
