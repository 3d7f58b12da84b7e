"""Times in the label of a list's item, which hold for all figures of the item."""

from claims.periods import TimeExpression
from claims.timing.business_parts import months_named
from claims.timing.told import Told


def labelled(told: Told) -> TimeExpression | None:
    """Return the time in the label of an item: "Letters sorted in 2024: 730,000, or 2,000 a day".

    Args:
        told: A figure without a time of its own.
    """
    label = told.sentence.text[: told.place[0]].partition(":")[0]
    if not told.in_list or len(label) == len(told.sentence.text[: told.place[0]]):
        return None
    inside = [time for time in told.times if time.end <= len(label) and time.kind in ("date", "span")]
    apart = "(" in told.sentence.text[len(label) : told.place[0]] or told.is_old
    known = len(inside) == 1 and (inside[0].first or months_named(inside[0].text))
    return inside[0] if known and not apart else None
