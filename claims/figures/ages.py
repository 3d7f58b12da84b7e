"""Ages of persons that stand without a unit: "Rosa Lindt, 41, paints", "aged 64", "a man of 34"."""

from collections.abc import Sequence

from claims.figures.calendar_numbers import is_month
from claims.figures.numbers import Number
from claims.figures.spelled import lower
from claims.figures.surroundings import at_index, counts_noun, has_amount, listed
from claims.figures.words import Word, is_owner
from claims.model import Hedge

_OLDEST = 120
_HYPHENS = frozenset("-‑‐")
_TEAMS = range(15, 24)  # years by which teams of the young are called
_YOUNGEST_PARENT = 14
_YOUNGEST_SAID = 10
_REACH = 5  # words between what somebody did and the age at which
_NAME = 9  # words that a name may be, with where it is from


def is_age(words: Sequence[Word], number: Number) -> bool:
    """Whether a number is the age of a person.

    Args:
        words: The words of the text, tagged.
        number: A number without a unit of its own.
    """
    if not (number.form in {"digits", "words"} and number.magnitude == 1 and 0 < number.value <= _OLDEST):
        return False
    if number.value % 1:
        return False  # "Ada Holm (48.32)": what she ran
    return (
        _is_said(words, number)
        or hyphenated(words, number) is not None
        or _is_of_person(words, number)
        or _is_apposition(words, number)
        or _is_predicate(words, number)
    )


def _is_said(words: Sequence[Word], number: Number) -> bool:
    """ "aged 64", "aged between 18 and 24", "children under five"."""
    before, earlier = lower(words, number.first - 1), lower(words, number.first - 2)
    said = before in listed("ages", "before")
    bounded = before in {"between", "of", "over", "under", "from"} and earlier in {"age", "aged", "ages"}
    limited = before in {"over", "under"}
    group = limited and earlier in listed("ages", "groups")
    said = said or _is_bounded(words, number)
    group = group or (limited and _is_of_part(words, number))
    return (said or bounded or (group and not _counts(words, number))) and not has_amount(words, number)


def bound_behind(words: Sequence[Word], last: int) -> Hedge | None:
    """Return what "and over" or "or younger" behind an age makes of it; None where neither stands there.

    Args:
        words: The words of the text.
        last: Index behind the age.
    """
    if lower(words, last) not in {"and", "or"}:
        return None
    beyond = lower(words, last + 1)
    if beyond in listed("ages", "above"):
        return "at_least"
    return "at_most" if beyond in listed("ages", "below") else None


def _is_bounded(words: Sequence[Word], number: Number) -> bool:
    """ "those of 65 and over": a limit behind the people whom it bounds."""
    bound = bound_behind(words, number.last) is not None
    group = lower(words, number.first - 2)
    return bound and lower(words, number.first - 1) in {"of", "aged"} and group in listed("ages", "groups")


def _is_of_part(words: Sequence[Word], number: Number) -> bool:
    """ "nine of them under 18", "a third of them are over 80", but not "12 of them under 40 tonnes"."""
    at = number.first - 2
    if lower(words, at) in {"are", "were", "aged"}:
        at -= 1
    part = lower(words, at) in {"them", "these", "those", "whom"} and lower(words, at - 1) == "of"
    return part and _stands_alone(words, number)


def hyphenated(words: Sequence[Word], number: Number) -> str | None:
    """Return the limit of "under-16s" and "over-65s"; None for other numbers and for teams.

    Args:
        words: The words of the text, tagged.
        number: A number.
    """
    return None if is_team(words, number) else _hyphenated(words, number)


def is_team(words: Sequence[Word], number: Number) -> bool:
    """Whether a limit of age names a team of the young: "the under-21s", "the club's under-18s".

    Args:
        words: The words of the text, tagged.
        number: A number.
    """
    if _hyphenated(words, number) != "under" or number.value not in _TEAMS:
        return False
    before = at_index(words, number.first - 3)
    if before is None:
        return False
    return before.tag in {"NNP", "PRP$"} or before.lower == "the" or is_owner(before.lower)


def _hyphenated(words: Sequence[Word], number: Number) -> str | None:
    at = number.first - 1
    ends = lower(words, number.last) == "s" and words[number.last].glued
    if not ends or lower(words, at) not in _HYPHENS or lower(words, at - 1) not in {"under", "over"}:
        return None
    return lower(words, at - 1)


def _counts(words: Sequence[Word], number: Number) -> bool:
    after, beyond = at_index(words, number.last), at_index(words, number.last + 1)
    if lower(words, number.last + 1) == "for":  # "children under five account for most"
        return False
    if after is not None and after.tag == "NN" and number.value > 1:  # no "five travel": a verb, mistagged
        return beyond is not None and beyond.tag.startswith(("NN", "CD"))
    return after is not None and after.tag.startswith(("NN", "JJ", "CD"))


def _is_of_person(words: Sequence[Word], number: Number) -> bool:
    """ "a man of 34 was held", "women of 79 and 84"; a mother of two has two children."""
    after, person = at_index(words, number.last), at_index(words, number.first - 2)
    if person is not None and person.lower in listed("ages", "parents") and number.value < _YOUNGEST_PARENT:
        return False
    if lower(words, number.last) == "and" and person is not None and person.tag == "NNS":
        beyond = at_index(words, number.last + 2)
        both = words[number.first].kind == "digits" and words[number.last + 1 :][:1] != []
        ends = beyond is None or beyond.kind == "sign"
        both = both and words[number.last + 1].kind == "digits" and ends
        return both and lower(words, number.first - 1) == "of" and _is_person(person)
    open_end = after is None or after.kind == "sign" or after.tag.startswith(("VB", "W", "MD", "IN"))
    behind_of = lower(words, number.first - 1) == "of" and open_end
    return behind_of and (_is_person(person) or _describes_a_name(words, number))


def _describes_a_name(words: Sequence[Word], number: Number) -> bool:
    """ "Ana Roth, a retired rigger of 62, came": what is said of a person whom a name was just given."""
    if number.value < _YOUNGEST_SAID:
        return False
    trade = at_index(words, number.first - 2)
    if trade is None or trade.tag != "NN" or not trade.lower.endswith(tuple(listed("ages", "trades"))):
        return False
    for article in range(number.first - 3, number.first - 7, -1):
        if lower(words, article) in ("a", "an"):
            name = at_index(words, article - 2)
            return lower(words, article - 1) == "," and name is not None and name.tag == "NNP"
    return False


def _is_predicate(words: Sequence[Word], number: Number) -> bool:
    """ "she is 81", "Mrs Tasker, who is 81.", "since he was 15", "I am eighty-one"."""
    person = at_index(words, number.first - 2)
    if _opens_clause(words, number) or _is_of_eldest(words, number) or _is_when_lived(words, number):
        return True
    said = lower(words, number.first - 1) in listed("ages", "being")
    if person is None or not said or number.value < _YOUNGEST_SAID:
        return False
    named = person.tag == "NNP" and person.kind == "letters" and not is_month(person)
    someone = person.lower in listed("ages", "pronouns") or (named and words[number.first].kind == "digits")
    return someone and _stands_alone(words, number)


def _is_of_eldest(words: Sequence[Word], number: Number) -> bool:
    """ "The oldest was 91.", "the youngest runner is 15", "the oldest 62"."""
    at = number.first - 1
    if lower(words, at) in listed("ages", "being"):
        at -= 1
        if lower(words, at) == ",":  # "The youngest, Ana Roth of Dorn, is 23"
            named = range(max(0, at - _NAME), at)
            at = next((word for word in named if lower(words, word) in listed("ages", "eldest")), at)
    eldest = {lower(words, at), lower(words, at - 1)} & {*listed("ages", "eldest")}
    return bool(eldest) and number.value >= _YOUNGEST_SAID and _stands_alone(words, number)


def _is_when_lived(words: Sequence[Word], number: Number) -> bool:
    """ "He moved to Dorn at 14.", "she died at 84": how old somebody was then."""
    near = range(max(0, number.first - _REACH), number.first - 1)
    verb = next((at for at in near if lower(words, at) in listed("ages", "lived")), None)
    if verb is None or lower(words, number.first - 1) != "at" or lower(words, number.first - 2) == "in":
        return False
    doer = at_index(words, verb - 1)
    is_thing = doer is not None and doer.tag in {"NN", "NNS"} and not _is_person(doer)
    moves_on = lower(words, verb + 1) in listed("ages", "ways")  # "the score came out at 84"
    in_digits = words[number.first].kind == "digits" and number.value >= _YOUNGEST_SAID
    return in_digits and not is_thing and not moves_on and _stands_alone(words, number)


def _opens_clause(words: Sequence[Word], number: Number) -> bool:
    """ "Now 23, he leaves the club"."""
    now = lower(words, number.first - 1) in listed("ages", "still")
    first = number.first == 1 or (lower(words, number.first - 2) in {".", "!", "?"})
    person = lower(words, number.last + 1) in listed("ages", "pronouns")
    return now and first and lower(words, number.last) == "," and person


def _stands_alone(words: Sequence[Word], number: Number) -> bool:
    """Whether what follows a number can be nothing that it counts, measures or divides."""
    after = at_index(words, number.last)
    if has_amount(words, number):
        return False
    if after is None or after.text in {".", ",", ";", "!", "?", ")", "”", '"', "—", "–"}:
        beyond = at_index(words, number.last + 1)
        return after is None or beyond is None or not (after.text in ".," and beyond.glued)
    return after.lower in listed("ages", "after") and not counts_noun(words, number)


def _is_apposition(words: Sequence[Word], number: Number) -> bool:
    """ "Rosa Lindt, 41, paints", "the striker, 29, has", "Ana Ruiz (46)"."""
    now = lower(words, number.first - 1) in listed("ages", "still")  # "Ana Ruiz, now 46, paints"
    opener = number.first - 1 - now
    name, after = at_index(words, opener - 1), at_index(words, number.last)
    closers = {",": {",", ".", ";"}, "(": {")"}}.get(lower(words, opener), set())
    if after is None and lower(words, opener) == "," and words[number.first].kind == "digits":
        return _is_full_name(words, opener)  # "Captain: Ana Ruiz, 46"
    if name is None or after is None or after.text not in closers or words[number.first].kind != "digits":
        return False
    if name.tag == "NNP" and name.kind == "letters":
        return not is_month(name)
    beyond = at_index(words, number.last + 1)
    acts = beyond is not None and beyond.tag.startswith(("VB", "MD", "WP"))
    goes_on = beyond is not None and beyond.lower == "and" and _is_person(name)  # "the striker, 24, and"
    acts = (acts or goes_on) and after.text == ","
    ends = after.text == "." and at_index(words, opener - 2) is not None and _is_person(name)
    return name.tag == "NN" and (acts or ends) and number.value >= _YOUNGEST_SAID


def _is_full_name(words: Sequence[Word], last: int) -> bool:
    """Whether two names stand right before a place, the second no month: a first name and a surname."""
    first, name = at_index(words, last - 2), at_index(words, last - 1)
    both = first is not None and name is not None and first.tag == name.tag == "NNP"
    return both and name is not None and name.kind == "letters" and not is_month(name)


def _is_person(word: Word | None) -> bool:
    if word is None:
        return False
    if word.lower in {"men", "women"} or (word.tag == "NNS" and word.lower[:-1] in listed("ages", "people")):
        return True
    return word.lower in listed("ages", "people") or word.lower.endswith(tuple(listed("ages", "endings")))
