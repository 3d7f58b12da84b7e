"""What a claim says of a time that it has from an event, so that other sources can be asked for the days.

The notes are for people, and one module reads back what they name: which event a figure was dated by, and
which event a figure waits for whose days its own text does not give.
"""

import re

_TAKEN = re.compile(r"taken from the days? of the (?P<kind>[\w -]+), “")
_AWAITED = re.compile(r"within the (?P<kind>[\w -]+), whose days the text does not give\Z")
_WITHIN = re.compile(
    r"(?P<toll>a toll )?of the (?P<kind>[\w -]+?)(?: of (?P<day>[\d-]{10}), “(?P<words>.+)”)?\Z"
)


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


def within(kind: str, day: str = "", words: str = "", *, toll: bool = False) -> str:
    """Return the note of a figure that is told of an event of one day, be the day known from its text or not.

    Args:
        kind: The kind of the event ("crash").
        day: Its day by the text, or "".
        words: The words that give it.
        toll: Whether the figure counts whom it hit, which more may be added to.
    """
    return f"{'a toll ' if toll else ''}of the {kind}" + (f" of {day}, “{words}”" if day else "")


def read_within(note: str) -> tuple[str, str, str, bool] | None:
    """Return kind, day, its words and whether it is a toll, from a note of `within`, or None."""
    found = _WITHIN.match(note)
    if found is None:
        return None
    return found["kind"], found["day"] or "", found["words"] or "", found["toll"] is not None
