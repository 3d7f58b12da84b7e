"""Tells numbers that say how much from those that name something or stand for a date or a time of day."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from claims import currencies, hedges, spelled, units
from claims.numbers import Number
from claims.spelled import lower
from claims.vocabulary import load
from claims.words import Word

Mark = Literal["label", "date", "age"]
_DASHES = frozenset("-–—‑‐−")
_LINKS = frozenset({"to", "and", "or", "-", "–", "—", "/", ",", "&"})
_OLDEST = 120
_RUN = 24
_SERIAL = 8


@cache
def _set(section: str, name: str) -> frozenset[str]:
    return frozenset(load("labels")[section][name])


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
    if _is_date(words, number):
        return "date"
    if _is_age(words, number):
        return "age"
    return "label" if _is_label(words, number) else None


def _pass_on(words: Sequence[Word], numbers: Sequence[Number], marks: list[Mark | None]) -> None:
    """Give a mark to the other members of a run: "22 to 25 July", "Routes 12 and 14", "2018-19"."""
    for at in range(len(numbers) - 2, -1, -1):
        if marks[at] is None and marks[at + 1] == "date" and _is_linked(words, numbers[at], numbers[at + 1]):
            day = 1 <= numbers[at].value <= 31 and numbers[at + 1].value <= 31
            if numbers[at].magnitude == 1 and (day or _looks_like_year(words, numbers[at])):
                marks[at] = "date"
    for at in range(1, len(numbers)):
        before, mark = marks[at - 1], marks[at]
        if mark is None and before in {"date", "label", "age"} and _is_linked(words, numbers[at - 1], numbers[at]):
            marks[at] = _inherited(words, numbers[at - 1], numbers[at], before)


def _inherited(words: Sequence[Word], left: Number, right: Number, mark: Mark | None) -> Mark | None:
    if right.magnitude != 1 or _has_amount(words, right):
        return None
    tight = right.first - left.last == 1 and words[right.first].glued
    if mark == "date":
        year = _looks_like_year(words, right) or (tight and right.value < 100)
        return "date" if year or (left.value <= 31 and right.value <= 31 and right.last == len(words)) else None
    if mark == "age":
        return "age" if 0 < right.value <= _OLDEST else None
    return "label" if tight or _is_plain(words, right) else None


def _is_linked(words: Sequence[Word], left: Number, right: Number) -> bool:
    return right.first - left.last == 1 and lower(words, left.last) in _LINKS


def _is_plain(words: Sequence[Word], number: Number) -> bool:
    """Whether no noun follows that the number could count."""
    after = words[number.last] if number.last < len(words) else None
    return after is None or after.kind == "sign" or not after.tag.startswith(("NN", "JJ", "VBN", "CD"))


def _has_amount(words: Sequence[Word], number: Number) -> bool:
    """Whether a unit or a currency belongs to the number."""
    if currencies.before(words, number.first):
        return True
    found = units.match(words, number.last) or currencies.after(words, number.last)
    return found is not None


# Dates and times ------------------------------------------------------------------------------------------------


def _is_date(words: Sequence[Word], number: Number) -> bool:
    if number.magnitude != 1:
        return False
    if number.form == "ordinal":
        return lower(words, number.last) in _set("dates", "ordinal_of") or _is_day(words, number) or _is_half(words, number)
    if number.form == "decade":
        return lower(words, number.first - 1) == "the"
    if words[number.first].kind != "digits":
        return False
    return _is_time(words, number) or _is_day(words, number) or _is_decade(words, number) or _is_year(words, number)


def _is_half(words: Sequence[Word], number: Number) -> bool:
    after = number.last
    if lower(words, after) == "-":
        after += 1
    return lower(words, after) in _set("dates", "ordinal_of")


def _is_month(word: Word | None) -> bool:
    return word is not None and word.text.rstrip(".") in _set("dates", "months")


def _at(words: Sequence[Word], index: int) -> Word | None:
    return words[index] if 0 <= index < len(words) else None


def _is_day(words: Sequence[Word], number: Number) -> bool:
    """Day of a month, or the year right behind a month: "April 4", "8 August", "4th of July", "March 2025"."""
    if number.value != int(number.value):
        return False
    day = 1 <= number.value <= 31
    after = number.last + (lower(words, number.last) == "of")
    if day and _is_month(_at(words, after)) and not _is_verb_may(words, after):
        return True
    before = number.first - 1
    if lower(words, before) in {".", ",", "the"}:
        before -= 1
    if not _is_month(_at(words, before)) or words[number.first].text.count(","):
        return False
    if before < number.first - 1 and lower(words, number.first - 1) == "," and day:
        return False
    if lower(words, before) in {"march", "may"} and not words[before].text[0].isupper():
        return False
    counts = _has_amount(words, number) or _counts_noun(words, number)
    return (day and not counts) or _looks_like_year(words, number)


def _is_verb_may(words: Sequence[Word], at: int) -> bool:
    return words[at].text in {"May", "March"} and words[at].tag in {"MD", "VB"}


def _counts_noun(words: Sequence[Word], number: Number) -> bool:
    """Whether a plural noun follows directly, or behind one adjective."""
    after = _at(words, number.last)
    if after is None or after.kind != "letters":
        return False
    if after.tag in {"NNS", "NNPS"}:
        return True
    beyond = _at(words, number.last + 1)
    return after.tag in {"JJ", "NN"} and beyond is not None and beyond.tag == "NNS"


def _looks_like_year(words: Sequence[Word], number: Number) -> bool:
    text = words[number.first].text
    return len(text) == 4 and text.isdigit() and 1000 <= number.value <= 2199 and number.last == number.first + 1


def _is_time(words: Sequence[Word], number: Number) -> bool:
    """Time of day: "6.40pm", "07:42", "5 a.m.", "at 1600 GMT"; also ISO days and "24/7"."""
    after, before = lower(words, number.last), lower(words, number.first - 1)
    if after in _set("dates", "clock") and 0 <= number.value <= 2400:
        return True
    if after == ":" and _glued_digits(words, number.last + 1) and words[number.last].glued:
        return True
    if before == ":" and words[number.first].glued and _digits_before(words, number.first - 1):
        return True
    if after == "-" and len(words[number.first].text) == 4 and _iso(words, number.first):
        return True
    return any(words[start : start + 1] and _iso(words, start) for start in (number.first - 2, number.first - 4) if start >= 0)


def _iso(words: Sequence[Word], at: int) -> bool:
    run = "".join(word.text for word in words[at : at + 5])
    return len(run) == 10 and run[4] == run[7] == "-" and run.replace("-", "").isdigit()


def _glued_digits(words: Sequence[Word], at: int) -> bool:
    word = _at(words, at)
    return word is not None and word.kind == "digits" and word.glued


def _glued_letters(words: Sequence[Word], at: int) -> bool:
    word = _at(words, at)
    return word is not None and word.kind == "letters" and word.glued and word.text.islower()


def _digits_before(words: Sequence[Word], at: int) -> bool:
    word = _at(words, at - 1)
    return word is not None and word.kind == "digits" and words[at].glued


def _is_decade(words: Sequence[Word], number: Number) -> bool:
    """The 1990s, '90s; also 2018s, a possessive that lost its apostrophe."""
    after = _at(words, number.last)
    text = words[number.first].text
    if after is None or not after.glued or after.lower not in {"s", "'s"} or not text.isdigit():
        return False
    return (len(text) == 4 and 1700 <= number.value <= 2100) or (
        text[-1] == "0" and len(text) == 2 and lower(words, number.first - 1) in {"the", "'", "’", "‘", "early", "late", "mid"})


def _is_year(words: Sequence[Word], number: Number) -> bool:
    if not _looks_like_year(words, number):
        return False
    before, after = lower(words, number.first - 1), _at(words, number.last)
    if after is not None and after.text == "/" and _glued_digits(words, number.last + 1):
        return True
    if before in {"a.d.", "ad"} or (after is not None and after.lower in {"bc", "ad", "bce", "ce", "b.c.", "a.d."}):
        return True
    if _has_amount(words, number) or (after is not None and after.text in {"-", "+"} and not _glued_digits(words, number.last + 1)):
        return _is_closed_year(words, number, before)
    if before in {"in", "since", "by", "until"} and 1000 <= number.value <= 2199:
        return not _counts_noun(words, number) or number.value % 50 != 0
    if not 1700 <= number.value <= 2100 or hedges.ends_before(words, number.first):
        return False
    return not _counts_noun(words, number) or number.value % 50 != 0


def _is_closed_year(words: Sequence[Word], number: Number, before: str) -> bool:
    """A year that a unit seems to follow: "in 2019 the", "2024-25"."""
    return before in {"in", "since"} and 1900 <= number.value <= 2100 and not words[number.last].glued


# Ages -----------------------------------------------------------------------------------------------------------


def _is_age(words: Sequence[Word], number: Number) -> bool:
    """The age of a person: "Dale Hrycak, 58, farms", "aged 64", "a man of 34"."""
    if not (number.form in {"digits", "words"} and number.magnitude == 1 and 0 < number.value <= _OLDEST):
        return False
    before = lower(words, number.first - 1)
    after = _at(words, number.last)
    if before in _set("ages", "before"):
        return not _has_amount(words, number)
    if before in {"between", "of", "over", "under", "from"} and lower(words, number.first - 2) in {"aged", "ages"}:
        return not _has_amount(words, number)
    closed = after is None or after.kind == "sign"
    if before == "of" and (closed or (after is not None and after.tag.startswith(("VB", "W", "MD", "IN")))):
        return _is_person(_at(words, number.first - 2))
    name = _at(words, number.first - 2)
    if before not in {",", "("} or not closed or after is None or words[number.first].kind != "digits":
        return False
    pair = {",": {",", ".", ";"}, "(": {")"}}[before]
    return after.text in pair and name is not None and name.kind == "letters" and name.tag == "NNP" and not _is_month(name)


def _is_person(word: Word | None) -> bool:
    if word is None:
        return False
    return word.lower in _set("ages", "people") or word.lower.endswith(tuple(_set("ages", "endings")))


# Labels ---------------------------------------------------------------------------------------------------------


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
    )


def _is_label_word(words: Sequence[Word], number: Number) -> bool:
    """ "Formula One", "category three", "one another"."""
    if number.form != "words":
        return False
    before = _at(words, number.first - 1)
    if before is not None and before.tag == "NNP" and before.text[0].isupper() and words[number.first].text[0].isupper():
        return number.last == number.first + 1 and not _has_amount(words, number) and number.magnitude == 1
    if before is not None and before.lower in _set("names", "nouns") and before.tag in {"NN", "NNP"}:
        return not _has_amount(words, number) and not _counts_noun(words, number) and not before.glued
    return False


def _is_joined(words: Sequence[Word], number: Number) -> bool:
    """Part of a name that mixes letters and digits: A321neo, V-12, COVID-19, 737-700s, 7/2025, an address."""
    if _in_address(words, number) or _is_serial(words, number):
        return True
    first, after = words[number.first], _at(words, number.last)
    before = _at(words, number.first - 1)
    if before is not None and first.glued:
        if before.kind == "letters" and not _is_spelled_sign(words, number.first):
            return True
        left = words[number.first - 2]
        if before.text in _DASHES and number.first >= 2 and (before.glued or (left.text.isupper() and len(left.text) > 1)):
            if left.kind == "letters" and left.text[0].isupper() and left.lower not in spelled.starters():
                return not _has_amount(words, number)
        if before.text in {"/", ".", "_", "#", "@"} and before.glued and before.text != "@":
            return not _is_rate(words, number)
    if after is None or not after.glued:
        return False
    if after.kind == "letters" and number.magnitude == 1:
        return not _has_amount(words, number) and after.lower not in {"x", "s", "st", "nd", "rd", "th"}
    return after.text == "/" and _glued_digits(words, number.last + 1)


def _is_serial(words: Sequence[Word], number: Number) -> bool:
    """A long run of digits that nothing groups or measures: a serial number."""
    text = words[number.first].text
    return len(text) >= _SERIAL and text.isdigit() and not _has_amount(words, number) and not _counts_noun(words, number)


def _in_address(words: Sequence[Word], number: Number) -> bool:
    """Whether the run without spaces around the number is a file name or a link."""
    first, last = number.first, number.last
    while first and words[first].glued and number.first - first < _RUN:
        first -= 1
    while last < len(words) and words[last].glued and last - number.last < _RUN:
        last += 1
    name = lower(words, number.last) == "." and words[number.last].glued and _glued_letters(words, number.last + 1)
    return name or any(word.text in {"_", "\\", "@"} and word.glued for word in words[first + 1 : last])


def _is_rate(words: Sequence[Word], number: Number) -> bool:
    return words[number.first - 1].text == "/" and _has_amount(words, number)


def _is_spelled_sign(words: Sequence[Word], at: int) -> bool:
    """Whether the letters that touch the digits are a currency ("Rs500", "EUR5m") or a hedge ("now-18", "c20")."""
    return currencies.before(words, at) is not None


def _is_list_mark(words: Sequence[Word], number: Number) -> bool:
    """The "3." or "3)" that opens a line."""
    after = _at(words, number.last)
    if number.first != 0 or after is None or not after.glued or after.text not in {".", ")"}:
        return False
    beyond = _at(words, number.last + 1)
    return number.value < 100 and (beyond is None or not beyond.glued)


def _is_score(words: Sequence[Word], number: Number) -> bool:
    """Result of a game: "2-1", "at 2-2"; a run with a unit or a rising run with a noun is a range."""
    tight = _tight_pair(words, number)
    if tight is None:
        return False
    left, right, end = tight
    after = _at(words, end)
    if after is not None and (after.text in _DASHES or after.text == "/") and _glued_digits(words, end + 1):
        return True  # three parts or more: a phone number, a line of a form
    if after is not None and after.glued and after.lower == "s":
        return True
    if max(left, right) > 200:
        return False
    if left >= right:
        return not _unit_at(words, end)
    rising = after is not None and (after.kind == "letters" and after.tag.startswith(("NN", "JJ", "VBN", "CD")))
    return not (rising or _unit_at(words, end) or spelled.read_magnitudes(words, end)[1] > end or right > 30)


def _unit_at(words: Sequence[Word], at: int) -> bool:
    return units.match(words, at) is not None or currencies.after(words, at) is not None


def _tight_pair(words: Sequence[Word], number: Number) -> tuple[float, float, int] | None:
    """Return both whole numbers of "3-1", seen from either side, and the index after them."""
    for first in (number.first, number.first - 2):
        if first < 0 or not _glued_digits(words, first + 2) or words[first + 1].text not in _DASHES or not words[first + 1].glued:
            continue
        left, right = words[first].text, words[first + 2].text
        if left.isdigit() and right.isdigit() and len(left) <= 3 and len(right) <= 3 and not _money_at(words, first):
            return float(left), float(right), first + 3
    return None


def _money_at(words: Sequence[Word], at: int) -> bool:
    return currencies.before(words, at) is not None


def _is_named(words: Sequence[Word], number: Number) -> bool:
    """A number that names what stands before it: "Route 12", "Model 3", "pylon 64", "iPhone 14 Pro"."""
    before = _at(words, number.first - 1)
    if before is None or _has_amount(words, number) or number.magnitude != 1:
        return False
    if before.text in _set("names", "signs"):
        return True
    if before.text == "." and lower(words, number.first - 2) in {"no", "nos", "vol", "fig", "art", "sec", "ext", "tel", "pp"}:
        return True
    if before.kind != "letters" or words[number.first].text.count(",") or "." in words[number.first].text:
        return False
    if before.lower in _set("names", "nouns") and not _counts_noun(words, number):
        return before.tag not in {"VB", "VBD", "VBP", "VBZ", "DT", "RB", "IN"}
    if before.lower in _set("names", "runs") and before.tag in {"NNS", "NNPS", ""}:
        return True
    if before.lower in _set("names", "not_names") or not before.text[0].isupper() and before.text.islower():
        return False
    if before.lower.endswith("'s") or before.lower in _set("dates", "weekdays"):
        return False
    if any(letter.isupper() for letter in before.text[1:]) and any(letter.islower() for letter in before.text):
        return True  # iPhone 14, PlayStation 5
    proper = before.tag.startswith(("NNP", "NN")) and any(letter.isupper() for letter in before.text)
    return proper and (not _counts_noun(words, number) or not _in_phrase(words, number.first - 1))


def _in_phrase(words: Sequence[Word], at: int) -> bool:
    """Whether the name before a count ends a phrase of place: "In Tokyo 12 people", not "the Nasdaq 100 firms"."""
    while at and words[at].tag in {"NNP", "NNPS", "DT"}:
        at -= 1
    return words[at].tag in {"IN", "TO"}


def _is_next_named(words: Sequence[Word], number: Number) -> bool:
    """A number in front of a name that counts nothing: "11 Pro Max", "911 Turbo"."""
    here = number.last
    if here >= len(words) or words[here].tag != "NNP" or not words[number.first].text.isdigit() or number.magnitude != 1 or _has_amount(words, number):
        return False
    while here < len(words) and words[here].tag == "NNP" and words[here].kind == "letters":
        here += 1
    follows = here < len(words) and (words[here].tag.startswith(("NN", "JJ")) or words[here].kind == "digits" or words[here].lower in {"and", "&", "-"})
    return not follows and words[number.last].text[0].isupper()


def _is_phone(words: Sequence[Word], number: Number) -> bool:
    """Three or more runs of digits in a row: "+34 555 0148"."""
    run = 1
    at = number.first
    while run < 4 and at and words[at - 1].kind == "digits":
        at, run = at - 1, run + 1
    plus = lower(words, at - 1) == "+" and words[at].glued
    last = number.last
    while run < 4 and last < len(words) and words[last].kind == "digits":
        last, run = last + 1, run + 1
    return run >= 3 or (plus and run >= 2)
