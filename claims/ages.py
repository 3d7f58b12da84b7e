"""Ages of persons that stand without a unit: "Dale Hrycak, 58, farms", "aged 64", "a man of 34"."""

from collections.abc import Sequence

from claims.calendar_numbers import is_month
from claims.numbers import Number
from claims.spelled import lower
from claims.surroundings import at_index, has_amount, listed
from claims.words import Word

_OLDEST = 120


def is_age(words: Sequence[Word], number: Number) -> bool:
    """The age of a person: "Dale Hrycak, 58, farms", "aged 64", "a man of 34"."""
    if not (number.form in {"digits", "words"} and number.magnitude == 1 and 0 < number.value <= _OLDEST):
        return False
    before = lower(words, number.first - 1)
    after = at_index(words, number.last)
    if before in listed("ages", "before"):
        return not has_amount(words, number)
    if before in {"between", "of", "over", "under", "from"} and lower(words, number.first - 2) in {
        "aged",
        "ages",
    }:
        return not has_amount(words, number)
    closed = after is None or after.kind == "sign"
    if before == "of" and (closed or (after is not None and after.tag.startswith(("VB", "W", "MD", "IN")))):
        return _is_person(at_index(words, number.first - 2))
    name = at_index(words, number.first - 2)
    if before not in {",", "("} or not closed or after is None or words[number.first].kind != "digits":
        return False
    pair = {",": {",", ".", ";"}, "(": {")"}}[before]
    return (
        after.text in pair
        and name is not None
        and name.kind == "letters"
        and name.tag == "NNP"
        and not is_month(name)
    )


def _is_person(word: Word | None) -> bool:
    if word is None:
        return False
    return word.lower in listed("ages", "people") or word.lower.endswith(tuple(listed("ages", "endings")))
