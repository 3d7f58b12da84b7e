"""Every number of a text, in digits or in words, with its magnitude and its last significant place."""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claims.figures import digits, spelled
from claims.figures.spelled import lower, table
from claims.figures.words import Word

Form = Literal["digits", "words", "fraction", "ordinal", "vague", "decade", "other"]
_FRACTION_SLASH = "\N{FRACTION SLASH}"
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_MINUS = frozenset("-−–")
_LIMIT = 1e30
_NEAR = 6
_DECADES = frozenset(range(10, 100, 10))


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in the text.

    Attributes:
        first: Index of its first word.
        last: Index after its last word, magnitude included.
        value: What it says; the lower end of a vague number.
        high: Upper end of a vague number ("dozens"), else the value.
        coefficient: The number before its magnitude.
        magnitude: The magnitude's worth; 1 where there is none.
        place: Last significant place, in the number's own worth; 0 for a fraction.
        form: How it is written; "other" is a run of digits that is no number.
    """

    first: int
    last: int
    value: float
    high: float
    coefficient: float
    magnitude: float
    place: float
    form: Form

    def scaled(self, factor: float) -> "Number":
        """Return the number with a magnitude that stands elsewhere ("between 1.2 and 1.4 billion")."""
        return Number(
            self.first,
            self.last,
            self.value * factor,
            self.high * factor,
            self.coefficient,
            factor,
            self.place * factor,
            self.form,
        )


def scan(words: Sequence[Word]) -> list[Number]:
    """Read all numbers of a text.

    Args:
        words: The words of the text, tagged where possible.

    Returns:
        The numbers in order, not overlapping.
    """
    european = digits.is_european(word.text for word in words if word.kind == "digits")
    found: list[Number] = []
    openers, at = _openers(), 0
    while at < len(words):
        if words[at].kind == "letters" and words[at].lower not in openers:
            at += 1
            continue
        number = _read(words, at, european)
        if number is None or abs(number.value) > _LIMIT:
            at += 1
            continue
        found.append(number)
        at = number.last
    return found


def _read(words: Sequence[Word], at: int, european: bool) -> Number | None:
    word = words[at]
    if word.kind == "digits":
        return _in_digits(words, at, european)
    if word.kind == "sign":
        part = _sign_fraction(word)
        return Number(at, at + 1, part, part, part, 1.0, 0.0, "fraction") if part else None
    return _in_words(words, at)


def _sign_fraction(word: Word) -> float:
    """Return the worth of ½, ¾ …, or 0."""
    if len(word.text) != 1 or unicodedata.category(word.text) != "No":
        return 0.0
    worth = unicodedata.numeric(word.text, 0.0)
    return worth if 0 < worth < 1 else 0.0


def _in_digits(words: Sequence[Word], at: int, european: bool) -> Number | None:
    read = digits.read(words[at].text, european)
    if read is None:
        return Number(at, at + 1, 0.0, 0.0, 0.0, 1.0, 0.0, "other")
    value, place = read
    last = at + 1
    if lower(words, last) in _ORDINAL_ENDINGS and words[last].glued:
        return Number(at, last + 1, value, value, value, 1.0, 0.0, "ordinal")
    if value in _DECADES and lower(words, last) == "s" and lower(words, at - 1) in table("decade")["of_life"]:
        return _decade(at, value, last + 1)
    if last < len(words) and words[last].glued and (part := _sign_fraction(words[last])):
        value, place, last = value + part, 0.0, last + 1
    else:
        slash = _slash_fraction(words, at)
        if slash:
            return slash
        joint = last + (lower(words, last) == "-" and words[last].glued)  # 2-1/4
        mixed = _slash_fraction(words, joint) if joint < len(words) else None
        apart = mixed is not None and (joint > last or not words[joint].glued)
        if mixed and apart and value == int(value) and words[joint].kind == "digits":
            value, place, last = value + mixed.value, 0.0, mixed.last
    power, last = _power_of_ten(words, last)
    if power is not None:
        return Number(at, last, value * power, value * power, value, power, place * power, "digits")
    part, last = spelled.read_addition(words, last)
    factor, last = _magnitude(words, at, last)
    value += part
    coefficient, value, place = value, value * factor, (0.1 if part else place) * factor
    return Number(at, last, value, value, coefficient, factor, place, "digits")


def _slash_fraction(words: Sequence[Word], at: int) -> Number | None:
    """Read "1/3" where it can be no date or label: a small fraction before "of" or behind a whole number.

    Its own sign, U+2044, stands in no date.
    """
    if at + 2 >= len(words) or words[at + 1].text not in {"/", _FRACTION_SLASH}:
        return None
    if not (words[at + 1].glued and words[at + 2].glued):
        return None
    top, bottom = digits.read(words[at].text), digits.read(words[at + 2].text)
    if not top or not bottom or not 0 < top[0] < bottom[0] or bottom[0] not in {2, 3, 4, 5, 6, 8, 10, 16, 32}:
        return None
    hyphen = at > 1 and words[at - 1].text == "-" and words[at].glued and words[at - 2].kind == "digits"
    mixed = hyphen or (at > 0 and words[at - 1].kind == "digits" and not words[at].glued)
    if (
        not mixed
        and words[at + 1].text == "/"
        and lower(words, at + 3)
        not in {
            "of",
            "cup",
            "inch",
            "mile",
            "pint",
            "teaspoon",
            "tablespoon",
            "-",
        }
    ):
        return None
    value = top[0] / bottom[0]
    return Number(at, at + 3, value, value, value, 1.0, 0.0, "fraction")


def _power_of_ten(words: Sequence[Word], at: int) -> tuple[float | None, int]:
    """Read "× 10^6", "x 10−30"."""
    if lower(words, at) not in {"×", "x", "*"} or lower(words, at + 1) != "10":
        return None, at
    here, sign = at + 2, 1
    if lower(words, here) == "^":
        here += 1
    if lower(words, here) in _MINUS:
        here, sign = here + 1, -1
    exponent = lower(words, here)
    if here >= len(words) or not words[here].glued or not exponent.isdecimal() or len(exponent) > 2:
        return None, at
    return math.pow(10.0, sign * int(exponent)), here + 1


def _magnitude(words: Sequence[Word], number: int, at: int) -> tuple[float, int]:
    """Read what multiplies digits: "million", "lakh crore", "bn", "m"."""
    factor, last = spelled.read_magnitudes(words, at)
    if last > at:
        return factor, last
    if at >= len(words):
        return 1.0, at
    mark = words[at]
    marks = table("marks")
    always = marks["always"].get(mark.text) or (
        marks["always"].get(mark.lower) if mark.text.istitle() else None
    )
    if always and not _goes_on(words, at):
        return float(always), at + 1
    if mark.text not in marks["money"] or _goes_on(words, at):
        return 1.0, at
    if _is_money(words, number):
        return float(marks["money"][mark.text]), at + 1
    kind = "glued" if mark.glued else "spaced"
    if mark.text.isupper() and at + 1 < len(words) and words[at + 1].tag == "NNP":
        return 1.0, at  # 221B Baker Street
    if mark.text in marks[kind] and not (mark.text == "m" and _is_metre(words, number, at)):
        return float(marks[kind][mark.text]), at + 1
    return 1.0, at


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether letters, digits or a stroke touch the mark, so that it is no magnitude ("5m2", "3.4 t/ha")."""
    after = words[at + 1] if at + 1 < len(words) else None
    return bool(after and after.glued and (after.kind != "sign" or after.text in "/²³^°"))


def _is_money(words: Sequence[Word], at: int) -> bool:
    from claims.figures import currencies

    first = at - 1 if at and words[at - 1].text in _MINUS and words[at].glued else at
    return currencies.before(words, first) is not None


def _is_metre(words: Sequence[Word], number: int, mark: int) -> bool:
    """Whether a glued "m" is a length: something long, deep or run follows it."""
    after = lower(words, mark + 1)
    if after == "-":
        after = lower(words, mark + 2)
    race = (
        lower(words, number - 1) in table("metres")["before"]
        and words[number].text in table("metres")["races"]
    )
    near = words[max(0, number - _NEAR) : number]
    counts = mark + 1 < len(words) and words[mark + 1].tag == "NNS"  # "threw a party for 80m viewers"
    thrown = not counts and any(word.lower in table("metres")["sport"] for word in near)
    return race or thrown or after in table("metres")["after"] or after == "x"


@cache
def _openers() -> frozenset[str]:
    """Return the words that a number in words can begin with."""
    return spelled.starters() | table("ordinals").keys() | table("decades").keys()


def _in_words(words: Sequence[Word], at: int) -> Number | None:
    word = words[at]
    if word.lower in table("ordinals"):
        return _ordinal(at, table("ordinals")[word.lower], at + 1)
    if word.lower in table("decades"):
        return _decade(at, float(table("decades")[word.lower]), at + 1)
    compound = _compound_ordinal(words, at)
    if compound:
        return compound
    read = spelled.read(words, at)
    if read is None:
        return None
    if read.high is not None:
        return Number(at, read.last, read.value, read.high, 1.0, read.value, read.place, "vague")
    form: Form = "words" if read.place else "fraction"
    magnitude = read.value / read.coefficient if read.coefficient else 1.0
    return Number(at, read.last, read.value, read.value, read.coefficient, magnitude, read.place, form)


def _ordinal(at: int, value: float, last: int) -> Number:
    return Number(at, last, value, value, value, 1.0, 0.0, "ordinal")


def _compound_ordinal(words: Sequence[Word], at: int) -> Number | None:
    """Read "twenty-first"."""
    tens = table("small").get(words[at].lower, 0)
    if tens < 20 or lower(words, at + 1) not in {"-", "‑"} or not words[at + 1].glued:
        return None
    ones = table("ordinals").get(lower(words, at + 2), 10)
    return _ordinal(at, tens + ones, at + 3) if ones < 10 else None


def _decade(at: int, value: float, last: int) -> Number:
    """Read "in her sixties", "in his 40s": a decade of life, or of a century, told apart later."""
    return Number(at, last, value, value + 9, value, 1.0, 0.0, "decade")
