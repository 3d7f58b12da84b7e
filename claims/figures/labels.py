"""Tells numbers that say how much from those that name something or stand for a date or a time of day."""

from collections.abc import Sequence
from typing import Literal

from claims.figures import currencies, spelled, units
from claims.figures.ages import is_age, is_team
from claims.figures.calendar_numbers import is_date, looks_like_year
from claims.figures.clock import is_spelled_time
from claims.figures.numbers import Number
from claims.figures.spelled import lower
from claims.figures.surroundings import (
    at_index,
    counts_noun,
    glued_digits,
    glued_letters,
    has_amount,
    listed,
    names_ratio,
)
from claims.figures.words import Word, is_owner
from claims.tokens import FINITE
from claims.vocabulary import load

Mark = Literal["label", "date", "age"]
_DASHES = frozenset("-–—‑‐−")
_LINKS = frozenset({"to", "and", "or", "-", "–", "—", "/", ",", "&"})
_OLDEST = 120
_SCORES = _DASHES | {":"}
_RUN = 24
_REACH_OF_VOTE = 12
_BREAKS = frozenset({",", ";", "and", "while", "but"})
_ENDS_OF_REMNANTS = frozenset({".", ",", ";", "and", "in", "from", "while", "but"})
_SERIAL = 8


def mark_all(words: Sequence[Word], numbers: Sequence[Number]) -> list[Mark | None]:
    """Mark each number that is a label, a date or a person's age; None for what may be a quantity.

    Args:
        words: The words of the text.
        numbers: Its numbers in order.

    Returns:
        One mark a number.
    """
    marks: list[Mark | None] = [_mark(words, number) for number in numbers]
    _pass_on(words, numbers, marks)
    return marks


def _mark(words: Sequence[Word], number: Number) -> Mark | None:
    if number.form == "other":
        return "label"
    if is_date(words, number) or is_spelled_time(words, number):
        return "date"
    if is_age(words, number):
        return "age"
    if lower(words, number.first - 1) in load("units")["scales"]["before"]:
        return None
    return "label" if _is_label(words, number) else None


def _pass_on(words: Sequence[Word], numbers: Sequence[Number], marks: list[Mark | None]) -> None:
    """Give a mark to the other members of a run: "22 to 25 July", "Routes 12 and 14", "2018-19"."""
    for at in range(len(numbers) - 2, -1, -1):
        if marks[at] is None and marks[at + 1] == "date" and _is_linked(words, numbers[at], numbers[at + 1]):
            day = 1 <= numbers[at].value <= 31 and numbers[at + 1].value <= 31
            if numbers[at].magnitude == 1 and (day or looks_like_year(words, numbers[at])):
                marks[at] = "date"
    for at in range(1, len(numbers)):
        before, mark = marks[at - 1], marks[at]
        if (
            mark is None
            and before in {"date", "label", "age"}
            and _is_linked(words, numbers[at - 1], numbers[at])
        ):
            marks[at] = _inherited(words, numbers[at - 1], numbers[at], before)


def _inherited(words: Sequence[Word], left: Number, right: Number, mark: Mark | None) -> Mark | None:
    if right.magnitude != 1 or has_amount(words, right):
        return None
    tight = right.first - left.last == 1 and words[right.first].glued
    if mark == "date":
        year = looks_like_year(words, right) or (tight and right.value < 100)
        return (
            "date" if year or (left.value <= 31 and right.value <= 31 and right.last == len(words)) else None
        )
    if mark == "age":
        return "age" if 0 < right.value <= _OLDEST else None
    return "label" if tight or _is_plain(words, right) else None


def _is_linked(words: Sequence[Word], left: Number, right: Number) -> bool:
    return right.first - left.last == 1 and lower(words, left.last) in _LINKS


def _is_plain(words: Sequence[Word], number: Number) -> bool:
    """Whether no noun follows that the number could count."""
    after = words[number.last] if number.last < len(words) else None
    return after is None or after.kind == "sign" or not after.tag.startswith(("NN", "JJ", "VBN", "CD"))


def _is_label(words: Sequence[Word], number: Number) -> bool:
    if number.form == "ordinal":
        return False
    if words[number.first].kind != "digits":
        return _is_label_word(words, number)
    return (
        _is_joined(words, number)
        or _is_list_mark(words, number)
        or _is_score(words, number)
        or _is_named(words, number)
        or _is_next_named(words, number)
        or _is_phone(words, number)
        or _is_footnote(words, number)
    )


def _is_label_word(words: Sequence[Word], number: Number) -> bool:
    """ "Formula One", "category three", "one another"."""
    if number.form != "words":
        return False
    before = at_index(words, number.first - 1)
    if (
        before is not None
        and before.tag == "NNP"
        and before.text[0].isupper()
        and words[number.first].text[0].isupper()
    ):
        return number.last == number.first + 1 and not has_amount(words, number) and number.magnitude == 1
    if before is not None and before.lower in listed("names", "nouns") and before.tag in {"NN", "NNP"}:
        return not has_amount(words, number) and not counts_noun(words, number) and not before.glued
    return False


def _is_joined(words: Sequence[Word], number: Number) -> bool:
    """Part of a name that mixes letters and digits: A321neo, V-12, COVID-19, 737-700s, 7/2025, an address."""
    if _in_address(words, number) or _is_serial(words, number) or is_team(words, number):
        return True
    first, after = words[number.first], at_index(words, number.last)
    before = at_index(words, number.first - 1)
    if before is not None and first.glued:
        if before.kind == "letters" and not _has_currency(words, number.first):
            return True
        left = words[number.first - 2]
        if (
            (
                before.text in _DASHES
                and number.first >= 2
                and (before.glued or (left.text.isupper() and len(left.text) > 1))
            )
            and left.kind == "letters"
            and left.text[0].isupper()
            and left.lower not in spelled.starters()
        ):
            return not has_amount(words, number)
        if before.text in {"/", ".", "_", "#"} and before.glued and not _has_currency(words, number.first):
            return not _is_rate(words, number)
    if after is None or not after.glued:
        return False
    if after.kind == "letters" and number.magnitude == 1:
        return not has_amount(words, number) and after.lower not in {"x", "s", "st", "nd", "rd", "th"}
    return after.text == "/" and glued_digits(words, number.last + 1)


def _is_serial(words: Sequence[Word], number: Number) -> bool:
    """A long run of digits that nothing groups or measures: a serial number."""
    text = words[number.first].text
    return (
        len(text) >= _SERIAL
        and text.isdecimal()
        and not has_amount(words, number)
        and not counts_noun(words, number)
    )


def _in_address(words: Sequence[Word], number: Number) -> bool:
    """Whether the run without spaces around the number is a file name or a link."""
    first, last = number.first, number.last
    while first and words[first].glued and number.first - first < _RUN:
        first -= 1
    while last < len(words) and words[last].glued and last - number.last < _RUN:
        last += 1
    name = (
        lower(words, number.last) == "."
        and words[number.last].glued
        and glued_letters(words, number.last + 1)
    )
    return name or any(word.text in {"_", "\\", "@"} and word.glued for word in words[first + 1 : last])


def _is_rate(words: Sequence[Word], number: Number) -> bool:
    return words[number.first - 1].text == "/" and has_amount(words, number)


def _has_currency(words: Sequence[Word], at: int) -> bool:
    """Whether a currency stands before the digits, be it in letters that touch them ("Rs500", "EUR5m")."""
    return currencies.before(words, at) is not None


def _is_list_mark(words: Sequence[Word], number: Number) -> bool:
    """The "3." or "3)" that opens a line."""
    after = at_index(words, number.last)
    if number.first != 0 or after is None or not after.glued or after.text not in {".", ")"}:
        return False
    beyond = at_index(words, number.last + 1)
    return number.value < 100 and (beyond is None or not beyond.glued)


def _is_score(words: Sequence[Word], number: Number) -> bool:
    """Result of a game: "2-1", "at 2-2"; a run with a unit or a rising run with a noun is a range."""
    tight = _tight_pair(words, number)
    mixed = number.last > number.first + 2  # 2-1/4
    if tight is None or mixed or names_ratio(words, number.first):
        return False
    left, right, end = tight
    after = at_index(words, end)
    if left > right and _is_division(words, end - 3, end):
        return False
    if after is not None and (after.text in _DASHES or after.text == "/") and glued_digits(words, end + 1):
        return True  # three parts or more: a phone number, a line of a form
    if after is not None and after.glued and after.lower == "s":
        return True
    if max(left, right) > 200:
        return False
    if left >= right:
        return not _unit_at(words, end)
    rising = after is not None and (
        after.kind == "letters" and after.tag.startswith(("NN", "JJ", "VBN", "CD"))
    )
    return not (rising or _unit_at(words, end) or spelled.read_magnitudes(words, end)[1] > end or right > 30)


def _is_division(words: Sequence[Word], first: int, end: int) -> bool:
    """Tell whether two numbers are votes for and against: "voted 6-3", "in a 4-1 vote", "passed it 5-2"."""
    after, told = at_index(words, end), load("labels")["divisions"]
    if after is not None and after.lower in told["results"]:
        return True
    before = words[max(0, first - _REACH_OF_VOTE) : first]
    if not before or before[-1].tag in {"DT", "PRP$"} or is_owner(before[-1].lower):
        return False  # "a 15-12 pay deal", "the club's 3-1 win"
    verbs = [word.lower for word in before if word.tag in FINITE or word.lower in told["verbs"]]
    if not verbs or verbs[-1] not in told["verbs"]:
        return False
    return before[-1].lower == "voted" or any(word.lower in told["bodies"] for word in words)


def _unit_at(words: Sequence[Word], at: int) -> bool:
    return units.match(words, at) is not None or currencies.after(words, at) is not None


def _tight_pair(words: Sequence[Word], number: Number) -> tuple[float, float, int] | None:
    """Return both whole numbers of "3-1", seen from either side, and the index after them."""
    for first in (number.first, number.first - 2):
        if (
            first < 0
            or not glued_digits(words, first + 2)
            or words[first + 1].text not in _SCORES
            or not words[first + 1].glued
        ):
            continue
        left, right = words[first].text, words[first + 2].text
        if (
            left.isdecimal()
            and right.isdecimal()
            and len(left) <= 3
            and len(right) <= 3
            and not _has_currency(words, first)
        ):
            return float(left), float(right), first + 3
    return None


def _is_named(words: Sequence[Word], number: Number) -> bool:
    """A number that names what stands before it: "Route 12", "Model 3", "pylon 64", "iPhone 14 Pro"."""
    before = at_index(words, number.first - 1)
    if before is None or has_amount(words, number) or number.magnitude != 1:
        return False
    if before.text in listed("names", "signs"):
        return True
    if before.text == "." and lower(words, number.first - 2) in listed("names", "abbreviations"):
        return True
    if before.kind != "letters" or words[number.first].text.count(",") or "." in words[number.first].text:
        return False
    if before.lower in listed("names", "nouns") and not counts_noun(words, number):
        return not before.tag.startswith("VB") and not _is_some_of(words, number)
    if before.lower in listed("names", "runs") and before.tag in {"NNS", "NNPS", ""}:
        return not counts_noun(words, number)
    if before.lower in listed("names", "not_names") or before.text.islower():
        return False
    if before.lower.endswith("'s") or before.lower in listed("dates", "weekdays"):
        return False
    if any(letter.isupper() for letter in before.text[1:]) and any(
        letter.islower() for letter in before.text
    ):
        return True  # iPhone 14, PlayStation 5
    proper = before.tag.startswith(("NNP", "NN")) and any(letter.isupper() for letter in before.text)
    whole = at_index(words, number.last + 1)  # "in Dalby 11 of 62"
    part = lower(words, number.last) == "of" and whole is not None and whole.kind == "digits"
    if proper and (part or _is_remnant(words, number)):
        return False
    return proper and (not counts_noun(words, number) or not _in_phrase(words, number.first - 1))


def _is_remnant(words: Sequence[Word], number: Number) -> bool:
    """Whether a name leaves out the verb that one had before: "Lyon got 41 mm, Nantes 12 and Metz 9"."""
    after = lower(words, number.last)
    if after and after not in _ENDS_OF_REMNANTS:
        return False
    at = number.first - 1
    while at and words[at].tag in {"NNP", "NNPS", "DT"}:
        at -= 1
    if words[at].lower not in _BREAKS:
        return False
    for place in range(at - 1, max(1, at - _RUN), -1):
        if words[place].kind == "digits" and words[place - 1].tag in {"VBD", "VBZ", "VBP"}:
            return words[place - 2].tag in {"NNP", "NNPS", "NN"} and words[place - 2].text[:1].isupper()
    return False


def _is_some_of(words: Sequence[Word], number: Number) -> bool:
    """Whether a number tells how many did something: "Of the 20 boats in the harbour 8 were sunk"."""
    if lower(words, number.last) not in {"have", "are", "were", "had"}:
        return False
    opening = range(max(0, number.first - _RUN), number.first - 2)
    return any(
        words[at].lower == "of"
        and (words[at].text == "Of" or lower(words, at - 1) in {",", "and"})
        and any(word.kind == "digits" for word in words[at + 1 : at + 4])
        for at in opening
    )


def _in_phrase(words: Sequence[Word], at: int) -> bool:
    """Whether the name before a count ends a phrase: "In Tokyo 12 people", not "the Nasdaq 100 firms"."""
    while at and words[at].tag in {"NNP", "NNPS", "DT"}:
        at -= 1
    return words[at].tag in {"IN", "TO"}


def _is_next_named(words: Sequence[Word], number: Number) -> bool:
    """A number in front of a name that counts nothing: "11 Pro Max", "911 Turbo"."""
    here = number.last
    if (
        here >= len(words)
        or words[here].tag != "NNP"
        or not words[number.first].text.isdecimal()
        or number.magnitude != 1
        or has_amount(words, number)
    ):
        return False
    while here < len(words) and words[here].tag == "NNP" and words[here].kind == "letters":
        here += 1
    follows = here < len(words) and (
        words[here].tag.startswith(("NN", "JJ"))
        or words[here].kind == "digits"
        or words[here].lower in {"and", "&", "-"}
    )
    return not follows and words[number.last].text[0].isupper()


def _in_dialling_code(words: Sequence[Word], number: Number) -> bool:
    """Part of "(555) 010-7788": digits in brackets right before a run of two."""
    for first in (number.first, number.first - 2, number.first - 4):
        run = words[max(0, first - 1) : first + 5]
        shape = [word.kind if word.kind == "digits" else word.text for word in run]
        if first > 0 and shape == ["(", "digits", ")", "digits", "-", "digits"] and run[4].glued:
            return True
    return False


def _is_footnote(words: Sequence[Word], number: Number) -> bool:
    """The mark of a note: "was confirmed.[14]"."""
    before, after = at_index(words, number.first - 1), at_index(words, number.last)
    return (
        before is not None and before.text == "[" and before.glued and after is not None and after.text == "]"
    )


def _is_phone(words: Sequence[Word], number: Number) -> bool:
    """Three or more runs of digits in a row: "+34 555 0148"."""
    if _in_dialling_code(words, number):
        return True
    run = 1
    at = number.first
    while run < 4 and at and words[at - 1].kind == "digits":
        at, run = at - 1, run + 1
    plus = lower(words, at - 1) == "+" and words[at].glued
    last = number.last
    while run < 4 and last < len(words) and words[last].kind == "digits":
        last, run = last + 1, run + 1
    return run >= 3 or (plus and run >= 2)
