"""Numbers of the calendar and the clock: days, years, decades, ordinal quarters, times of day."""

from collections.abc import Sequence

from claims.figures import hedges
from claims.figures.numbers import Number
from claims.figures.spelled import lower
from claims.figures.surroundings import at_index, counts_noun, digits_before, glued_digits, has_amount, listed
from claims.figures.words import Word


def is_date(words: Sequence[Word], number: Number) -> bool:
    """Whether a number belongs to a date, a year, a part of a year or a time of day."""
    if number.magnitude != 1:
        return False
    if number.form == "ordinal":
        return (
            lower(words, number.last) in listed("dates", "ordinal_of")
            or _is_day(words, number)
            or _is_half(words, number)
        )
    if number.form == "decade":
        return lower(words, number.first - 1) == "the"
    if words[number.first].kind != "digits":
        return False
    return (
        _is_time(words, number)
        or _is_day(words, number)
        or _is_decade(words, number)
        or _is_year(words, number)
        or _ends_year(words, number)
    )


def _ends_year(words: Sequence[Word], number: Number) -> bool:
    """The second part of "2017/18", which is no number for what follows ("in 2017/18 to 590")."""
    slash, year = number.first - 1, number.first - 2
    if year < 0 or words[slash].text != "/" or not words[slash].glued or not words[number.first].glued:
        return False
    first, last = words[year].text, words[number.first].text
    return len(first) == 4 and first.isdecimal() and len(last) == 2 and int(first[2:]) + 1 == int(last)


def _is_half(words: Sequence[Word], number: Number) -> bool:
    after = number.last
    if lower(words, after) == "-":
        after += 1
    return lower(words, after) in listed("dates", "ordinal_of")


def is_month(word: Word | None) -> bool:
    """Whether a word names a month."""
    return word is not None and word.text.rstrip(".") in listed("dates", "months")


def _is_day(words: Sequence[Word], number: Number) -> bool:
    """Day of a month, or the year right behind one: "April 4", "8 August", "4th of July", "March 2025"."""
    if number.value != int(number.value):
        return False
    day = 1 <= number.value <= 31
    after = number.last + (lower(words, number.last) == "of")
    if day and is_month(at_index(words, after)) and not _is_verb_may(words, after):
        return True
    before = number.first - 1
    if lower(words, before) in {".", ",", "the"}:
        before -= 1
    if not is_month(at_index(words, before)) or words[number.first].text.count(","):
        return False
    if before < number.first - 1 and lower(words, number.first - 1) == "," and day:
        return False
    if lower(words, before) in {"march", "may"} and not words[before].text[0].isupper():
        return False
    counts = has_amount(words, number) or counts_noun(words, number)
    return (day and not counts) or looks_like_year(words, number)


def _is_verb_may(words: Sequence[Word], at: int) -> bool:
    return words[at].text in {"May", "March"} and words[at].tag in {"MD", "VB"}


def looks_like_year(words: Sequence[Word], number: Number) -> bool:
    """Whether a number has the four bare digits of a year."""
    text = words[number.first].text
    alone = number.last == number.first + 1
    return alone and len(text) == 4 and text.isdecimal() and 1000 <= number.value <= 2199


def _is_time(words: Sequence[Word], number: Number) -> bool:
    """Time of day: "6.40pm", "07:42", "5 a.m.", "at 1600 GMT"; also ISO days and "24/7"."""
    after, before = lower(words, number.last), lower(words, number.first - 1)
    if after in listed("dates", "clock") and 0 <= number.value <= 2400:
        return True
    if (
        after in listed("dates", "military")
        and len(words[number.first].text) == 4
        and before in {"at", "by", "from", "to"}
    ):
        return True
    if after == ":" and glued_digits(words, number.last + 1) and words[number.last].glued:
        return len(words[number.last + 1].text) > 1
    if before == ":" and words[number.first].glued and digits_before(words, number.first - 1):
        return len(words[number.first].text) > 1
    if after == "-" and len(words[number.first].text) == 4 and _iso(words, number.first):
        return True
    return any(
        words[start : start + 1] and _iso(words, start)
        for start in (number.first - 2, number.first - 4)
        if start >= 0
    )


def _iso(words: Sequence[Word], at: int) -> bool:
    if len(words[at].text) != 4:
        return False
    run = "".join(word.text for word in words[at : at + 5])
    return len(run) == 10 and run[4] == run[7] == "-" and run.replace("-", "").isdecimal()


def _is_decade(words: Sequence[Word], number: Number) -> bool:
    """The 1990s, '90s; also 2018s, a possessive that lost its apostrophe."""
    after = at_index(words, number.last)
    text = words[number.first].text
    if after is None or not after.glued or after.lower not in {"s", "'s"} or not text.isdecimal():
        return False
    return (len(text) == 4 and 1700 <= number.value <= 2100) or (
        text[-1] == "0"
        and len(text) == 2
        and lower(words, number.first - 1) in {"the", "'", "’", "‘", "early", "late", "mid"}
    )


def _is_year(words: Sequence[Word], number: Number) -> bool:
    if not looks_like_year(words, number):
        return False
    before, after = lower(words, number.first - 1), at_index(words, number.last)
    if after is not None and after.text == "/" and glued_digits(words, number.last + 1):
        return True
    if before in {"a.d.", "ad"} or (
        after is not None and after.lower in {"bc", "ad", "bce", "ce", "b.c.", "a.d."}
    ):
        return True
    if has_amount(words, number) or (
        after is not None and after.text in {"-", "+"} and not glued_digits(words, number.last + 1)
    ):
        return _is_closed_year(words, number, before)
    if before in {"in", "since", "by", "until"} and 1000 <= number.value <= 2199:
        return not counts_noun(words, number) or number.value % 50 != 0
    if not 1700 <= number.value <= 2100 or hedges.ends_before(words, number.first):
        return False
    return not counts_noun(words, number) or number.value % 50 != 0


def _is_closed_year(words: Sequence[Word], number: Number, before: str) -> bool:
    """A year that a unit seems to follow: "in 2019 the", "2024-25"."""
    return before in {"in", "since"} and 1900 <= number.value <= 2100 and not words[number.last].glued
