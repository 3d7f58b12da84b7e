"""Times in the label of a list's item, which hold for all figures of the item."""

from functools import cache

from claims.periods import TimeExpression
from claims.timing.business_parts import months_named
from claims.timing.told import Told
from claims.vocabulary import load


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


def state_in_label(told: Told) -> tuple[str, bool]:
    """Return the words by which the label of an item tells how things stand, and whether they say "so far".

    Args:
        told: A figure: "Workers on site: 620", "Paid out so far: €4m", "Still in hospital: 14".
    """
    label, colon, _ = told.sentence.text[: told.place[0]].partition(":")
    if not told.in_list or not colon:
        return "", False
    words = label.lower().split()
    if words[-2:] == ["so", "far"]:
        return "so far", True
    pair = " ".join(words[-2:])
    if pair in states():
        return pair, False
    return next(((word, False) for word in words if word in ("still", "currently")), ("", False))


@cache
def states() -> frozenset[str]:
    """Return the pairs of words that tell where or how people and things are: "on site"."""
    states: dict[str, list[str]] = load("when")["states"]
    return frozenset(f"{link} {noun}" for link, nouns in states.items() for noun in nouns)
