"""Times of day in words: "at eight o'clock", "ten past four", "at six she left"."""

from collections.abc import Sequence

from claims.figures.numbers import Number
from claims.figures.spelled import lower
from claims.figures.surroundings import at_index, counts_noun, has_amount, listed
from claims.figures.words import Word

_HOURS = 12
_MINUTES = 30


def is_spelled_time(words: Sequence[Word], number: Number) -> bool:
    """Whether a number word is an hour, or the minutes before or after one.

    Args:
        words: The words of the text, tagged.
        number: A number in words.
    """
    if number.form not in {"words", "fraction"} or number.magnitude != 1:
        return False
    if lower(words, number.last) in listed("dates", "clock"):
        return 1 <= number.value <= _HOURS
    return _is_minutes(words, number) or _is_hour(words, number)


def _is_minutes(words: Sequence[Word], number: Number) -> bool:
    """ "ten" of "ten past four", "quarter" of "a quarter to nine"."""
    whole = 1 <= number.value <= _MINUTES or number.value in (0.25, 0.5)
    hour = listed("dates", "hours")
    if not whole or lower(words, number.last) not in listed("dates", "minutes_before"):
        return False
    past = lower(words, number.last) in listed("dates", "minutes_past")
    told = lower(words, number.first - 1) in listed("dates", "clock_told") and _is_closed(
        words, number.last + 2
    )
    return lower(words, number.last + 1) in hour and (past or told)


def _is_hour(words: Sequence[Word], number: Number) -> bool:
    if number.value != int(number.value) or not 1 <= number.value <= _HOURS or number.last - number.first > 1:
        return False
    before = lower(words, number.first - 1)
    earlier = lower(words, number.first - 2)
    if before in listed("dates", "minutes_past") or (before == "to" and earlier == "quarter"):
        return earlier in listed("dates", "minutes")
    if has_amount(words, number) or counts_noun(words, number):
        return False
    after = at_index(words, number.last)
    if before == "at":  # "at six she ordered the soup", not "stood at six"
        if earlier in listed("dates", "clock_acts") and (after is None or after.kind == "sign"):
            return True  # "the alarm was sent at seven, …"
        opens = number.first == 1 or words[number.first - 2].text in {",", "“", '"'}
        return opens and after is not None and (after.text == "," or after.tag in {"PRP", "DT", "NNP"})
    return before in listed("dates", "clock_after") and lower(words, number.last) in listed(
        "dates", "clock_before"
    )


def _is_closed(words: Sequence[Word], at: int) -> bool:
    after = at_index(words, at)
    return after is None or after.kind == "sign" or after.tag in {"IN", "CC"}
