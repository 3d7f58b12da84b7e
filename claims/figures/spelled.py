"""Numbers in words: "two hundred and fifty-six thousand", "two and a half", "tens of thousands"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.figures.words import Word
from claims.vocabulary import load

_MAX_CHAIN = 3  # "a hundred thousand million" is the longest chain of magnitudes anyone writes
# Enough to tell a share from an ordinal in a text without tags.
_SHARED = 14  # words to look back over for a share beside this one
_OPEN = frozenset(["of", "in", "to", "from", "on", "and", "or", "more", "less"]) | frozenset(
    ["below", "above", "than", "the", "by", "for", "at", "thanks"]
)
_BEFORE_SHARE = frozenset(["by", "about", "than", "around", "roughly", "almost", "nearly", "over"])
_ENDING = frozenset(
    ["IN", "TO", "CC", "JJR", "RBR", "DT", "MD", "VBP", "VBZ", "VBD", "WDT", "RB", "EX", "PRP", "PRP$"]
)
_CLAUSE_SIGNS = frozenset(".,;:!?)]}\"”’'–—")


@dataclass(frozen=True, slots=True)
class Spelled:
    """What a run of number words says.

    Attributes:
        last: Index after its last word.
        value: The number.
        coefficient: The number before its magnitude ("two and a half" in "two and a half million").
        place: Its last significant place.
        high: Upper end, for vague numbers ("dozens", "tens of thousands").
    """

    last: int
    value: float
    coefficient: float
    place: float
    high: float | None = None


@cache
def table(name: str) -> dict[str, Any]:
    """Return one table of the number vocabulary."""
    found: dict[str, Any] = load("numbers")[name]
    return found


@cache
def magnitudes() -> dict[str, float]:
    """Return the worth of magnitude words, singular and plural."""
    found: dict[str, float] = {}
    for word, worth in {**table("magnitudes"), **table("groups")}.items():
        found[word] = found[f"{word}s"] = float(worth)
    return found


@cache
def denominators() -> dict[str, int]:
    """Return the denominators of fraction words, singular and plural."""
    found = {word: int(worth) for word, worth in table("parts").items()}
    return found | {f"{word}s": worth for word, worth in found.items()} | {"halves": 2}


@cache
def starters() -> frozenset[str]:
    """Return the words that a number in words can start with."""
    return frozenset([*table("small"), *magnitudes(), "a", "an", "half", "tens", "quarter"])


def lower(words: Sequence[Word], at: int) -> str:
    """Return the lower-case word at an index, or "" outside the text."""
    return words[at].lower if 0 <= at < len(words) else ""


def _behind_hyphen(words: Sequence[Word], at: int) -> int:
    """Step over a hyphen that joins two words."""
    if (
        lower(words, at) in {"-", "‑", "‐"}
        and words[at].glued
        and at + 1 < len(words)
        and words[at + 1].glued
    ):
        return at + 1
    return at


def read_magnitudes(words: Sequence[Word], at: int) -> tuple[float, int]:
    """Read a chain of magnitude words ("lakh crore", "thousand", "-million").

    Returns:
        Their product and the index after them; 1 and ``at`` where there is none.
    """
    product, chain = 1.0, 0
    while chain < _MAX_CHAIN:
        here = _behind_hyphen(words, at)
        worth = magnitudes().get(lower(words, here))
        if worth is None:
            break
        product, at, chain = product * worth, here + 1, chain + 1
    return product, at


def read_cardinal(words: Sequence[Word], at: int, joined: bool = True) -> tuple[float, float, int] | None:
    """Read a whole number in words, with its inner magnitudes.

    Args:
        words: The words of the text.
        at: Index of the first one.
        joined: Whether "and" may join parts; not so inside "between … and …".

    Returns:
        The value, its last place and the index after it, or None.
    """
    small = table("small")
    total, group, place, limit = 0.0, None, 1.0, float("inf")
    first = at
    while at < len(words):
        here = _behind_hyphen(words, at) if at > first else at
        word = lower(words, here)
        if word == "and" and joined and _and_continues(words, here, group, limit):
            here = here + 1
            word = lower(words, here)
        if word in small:
            value = small[word]
            if group is None:
                group = value
            elif _continues(group, value):
                group += value
            else:
                break
            place = 1.0
        elif word == "hundred" and group is not None and 1 <= group < 100:
            group, place = group * 100, 100.0
        elif word in {"thousand", "million", "billion", "trillion", "lakh", "crore"} and group is not None:
            worth = magnitudes()[word]
            if worth >= limit or _chained(words, here):
                break
            total, group, place, limit = total + group * worth, None, worth, worth
        else:
            break
        at = here + 1
    if at == first:
        return None
    return total + (group or 0), place, at


def _chained(words: Sequence[Word], at: int) -> bool:
    """Whether another magnitude follows ("two lakh crore"): such chains are read as one factor."""
    return lower(words, at + 1) in magnitudes()


def _continues(group: float, value: float) -> bool:
    return (value < 10 and group % 10 == 0 and group % 100 >= 20) or (
        group >= 100 and group % 100 == 0 and value < 100
    )


def _and_continues(words: Sequence[Word], at: int, group: float | None, limit: float) -> bool:
    """Whether "and" goes on with the same number: two hundred and five, not "two hundred and six hundred"."""
    hundreds = (group or 0) >= 100 and (group or 0) % 100 == 0
    if not (hundreds or (group is None and limit < float("inf"))):
        return False
    value = table("small").get(lower(words, at + 1))
    if not value:
        return False
    after = _behind_hyphen(words, at + 2)
    if value >= 20 and 0 < table("small").get(lower(words, after), 99) < 10:
        after += 1
    worth = magnitudes().get(lower(words, _behind_hyphen(words, after)))
    return worth is None or (worth == 100 and group is None) or 100 < worth < limit


def read(words: Sequence[Word], at: int) -> Spelled | None:
    """Read the number in words that starts at an index."""
    word = lower(words, at)
    if word not in starters():
        return None
    if word in {"a", "an"}:
        return _with_article(words, at)
    if word == "half":
        return _half(words, at, at)
    if word == "dozen" and words[at - 1].tag in {"PRP$", "POS"}:  # "his dozen goals"
        return Spelled(at + 1, 12.0, 1.0, 12.0)
    if word in magnitudes() or word == "tens":
        return _of_every(words, at) or _vague(words, at)
    joined = lower(words, at - 1) != "between"
    cardinal = read_cardinal(words, at, joined)
    if cardinal is None:
        return None
    value, place, last = cardinal
    return _fraction(words, value, last) or _whole(words, value, place, last)


def _whole(words: Sequence[Word], value: float, place: float, last: int) -> Spelled:
    part, last = read_addition(words, last)
    if lower(words, last) == "point" and lower(words, last + 1) in table("small"):
        decimals, last = _decimals(words, last + 1)
        value, place = value + decimals[0], decimals[1]
    factor, after = read_magnitudes(words, last)
    coefficient = value + part
    place = 0.1 if part else place
    inner = magnitudes().get(lower(words, last - 1), 1.0) if after == last else 1.0  # "three million"
    return Spelled(after, coefficient * factor, coefficient / inner, place * factor)


def _decimals(words: Sequence[Word], at: int) -> tuple[tuple[float, float], int]:
    value, place = 0.0, 1.0
    while (digit := table("small").get(lower(words, at), 10)) < 10 and place > 1e-6:
        place /= 10
        value, at = value + digit * place, at + 1
    return (value, place), at


def read_addition(words: Sequence[Word], at: int) -> tuple[float, int]:
    """Read "and a half", "and three-quarters" behind a whole number.

    Returns:
        The fraction and the index after it; 0 and ``at`` where there is none.
    """
    here = _behind_hyphen(words, at)
    if lower(words, here) != "and":
        return 0.0, at
    here = _behind_hyphen(words, here + 1)
    count = 1 if lower(words, here) in {"a", "one"} else table("small").get(lower(words, here))
    after = _behind_hyphen(words, here + 1)
    divisor = denominators().get(lower(words, after))
    if not count or divisor is None or count >= divisor:
        return 0.0, at
    if lower(words, after + 1) in {"of", "the"}:  # "two and a third of the crew" is two numbers
        return 0.0, at
    return count / divisor, after + 1


def _fraction(words: Sequence[Word], count: float, at: int) -> Spelled | None:
    """Read "two-thirds", "one fifth", "three quarters"."""
    here = _behind_hyphen(words, at)
    word = lower(words, here)
    divisor = denominators().get(word)
    if divisor is None or count < 1 or count >= divisor or count != int(count):
        return None
    plural = word.endswith("s") or word == "halves"
    if plural != (count > 1):
        return None
    if count == 1 and here == at and not _ends_fraction(words, here + 1):
        return None
    if word in {"quarters"} and not _ends_fraction(words, here + 1):  # "in two quarters running"
        return None
    return Spelled(here + 1, count / divisor, count / divisor, 0.0)


def _with_article(words: Sequence[Word], at: int) -> Spelled | None:
    """Read "a hundred", "a dozen", "a third", "a half million", "a quarter of a million"."""
    here = at + 1
    word = lower(words, here)
    if word in table("magnitudes") or word in table("groups"):
        factor, last = read_magnitudes(words, here)
        part, last = read_addition(words, last)
        more = read_cardinal(words, last + 1) if word == "hundred" and lower(words, last) == "and" else None
        if more and more[0] < 100:
            return Spelled(more[2], factor + more[0], factor + more[0], 1.0)
        return Spelled(last, (1 + part) * factor, 1 + part, factor)
    if word == "half" and lower(words, at) == "a":
        return _half(words, here, here)
    divisor = denominators().get(word)
    if divisor is None or word.endswith("s") or word == "half":
        return None
    if lower(words, here + 1) == "of" and lower(words, here + 2) == "a":
        factor, last = read_magnitudes(words, here + 3)
        if factor > 1:
            return Spelled(last, factor / divisor, 1 / divisor, factor / 10)
    if word == "quarter" and lower(words, here + 1) in magnitudes():
        factor, last = read_magnitudes(words, here + 1)
        return Spelled(last, factor / divisor, 1 / divisor, factor / 10)
    if not _ends_fraction(words, here + 1):
        return None
    if word == "quarter" and not _is_share_quarter(words, at, here + 1):
        return None
    if word == "third" and _goes_on_counting(words, at, here + 1):
        return None
    return Spelled(here + 1, 1 / divisor, 1 / divisor, 0.0)


def _is_share_quarter(words: Sequence[Word], at: int, after: int) -> bool:
    """Tell the share from three months: "a quarter of sales", "by a quarter", not "$5m a quarter"."""
    if lower(words, after) in {"of", "more", "less", "fewer"}:
        return True
    if lower(words, after) in {"ago", "earlier", "later", "before"}:
        return False
    of_change = lower(words, at - 1) == "of" and lower(words, at - 2) in _changes()
    if of_change or _follows_share(words, at, after) or _is_of_amount(words, at, after):
        return True
    tag = words[at - 1].tag if at else ""
    return tag.startswith("VB") or lower(words, at - 1) in _BEFORE_SHARE


@cache
def _changes() -> frozenset[str]:
    """Nouns whose size a share can be: "an increase of a third"."""
    return frozenset(noun for way in ("up", "down") for noun in load("changes")[way]["nouns"])


def _is_of_amount(words: Sequence[Word], at: int, after: int) -> bool:
    """Tell the share that a number makes: "85 fell ill, exactly a quarter." """
    comma = at - 1 if lower(words, at - 1) == "," else at - 2
    if lower(words, comma) != "," or lower(words, after) not in {"", ".", ",", ";", ")"}:
        return False
    exactly = comma == at - 1 or lower(words, at - 1) in {"exactly", "precisely", "just", "only", "fully"}
    return exactly and any(
        character.isdigit() for word in words[max(0, comma - _SHARED) : comma] for character in word.lower
    )


def _goes_on_counting(words: Sequence[Word], at: int, after: int) -> bool:
    """Tell whether "a third" follows on a second one ("a second goal, and nearly a third")."""
    return lower(words, after) != "of" and any(
        word.lower == "second" for word in words[max(0, at - _SHARED) : at]
    )


def _follows_share(words: Sequence[Word], at: int, after: int) -> bool:
    """Tell whether another share of the same whole came before: "half to wages and a quarter to rent"."""
    if lower(words, at - 1) not in {"and", ","} or lower(words, after) not in {"to", "for", "from", "on"}:
        return False
    shares = denominators().keys() | {"half", "thirds", "fifths", "%", "percent"}
    return any(word.lower in shares for word in words[max(0, at - _SHARED) : at])


def _half(words: Sequence[Word], at: int, first: int) -> Spelled | None:
    """Read "half", "half a million", "half-million", "half a dozen"."""
    names = table("half")
    if lower(words, first - 1) in names["not_after"] or lower(words, at + 1) in names["not_before"]:
        return None
    if _is_half_name(words, at):
        return None
    here = at + 1
    if lower(words, here) in {"a", "an"}:
        factor, last = read_magnitudes(words, here + 1)
        if factor > 1:
            return Spelled(last, factor / 2, 0.5, factor / 10)
        return Spelled(here, 0.5, 0.5, 0.0)
    joint = _behind_hyphen(words, here)
    factor, last = read_magnitudes(words, joint)
    if factor > 1:
        return Spelled(last, factor / 2, 0.5, factor / 10)
    if joint != here:  # half-year, half-time, half-finished
        return None
    return Spelled(here, 0.5, 0.5, 0.0)


def _is_half_name(words: Sequence[Word], at: int) -> bool:
    """Whether "half" is part of a name or goes with a participle: "a centre-half", "were half built"."""
    tied = at > 1 and words[at].glued and words[at - 1].glued and words[at - 1].text in {"-", "‑", "‐"}
    after = words[at + 1] if at + 1 < len(words) else None
    return tied or (after is not None and after.tag == "VBN")


def _of_every(words: Sequence[Word], at: int) -> Spelled | None:
    """Read the whole of "nine in every hundred", "two out of every thousand"."""
    if lower(words, at - 1) not in {"every", "each"} or lower(words, at - 2) not in {"in", "of"}:
        return None
    worth = magnitudes()[lower(words, at)]
    return Spelled(at + 1, worth, worth, worth) if not lower(words, at).endswith("s") else None


def _vague(words: Sequence[Word], at: int) -> Spelled | None:
    """Read "dozens", "hundreds of thousands", "tens of millions": from one to ten times the magnitude."""
    word = lower(words, at)
    unit = 10.0 if word == "tens" else magnitudes()[word]
    if not word.endswith("s") or (at and words[at - 1].kind == "digits"):
        return None
    last = at + 1
    while (
        lower(words, last) == "of" and lower(words, last + 1) in magnitudes() and last - at < 2 * _MAX_CHAIN
    ):
        unit *= magnitudes()[lower(words, last + 1)]
        last += 2
    if word == "tens" and last == at + 1:
        return None
    return Spelled(last, unit, 1.0, unit, high=unit * 10)


def _ends_fraction(words: Sequence[Word], at: int) -> bool:
    """Whether what follows "a third" makes it a share and not an ordinal ("a third term")."""
    if at >= len(words):
        return True
    word = words[at]
    if word.kind == "sign":
        return word.text in _CLAUSE_SIGNS or word.text == "("
    if word.kind == "digits":
        return False
    if word.lower in _OPEN:
        return True
    return word.tag in _ENDING
