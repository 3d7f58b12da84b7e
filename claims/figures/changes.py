"""Rises, falls and multiples: whether a number is the size of a change; "doubled", "threefold"."""

from collections.abc import Sequence
from functools import cache

from claims.figures.numbers import Number
from claims.figures.readings import Reading
from claims.figures.spelled import lower
from claims.figures.units import Unit
from claims.figures.words import Word, lowered
from claims.model import Direction
from claims.vocabulary import load

_REACH = 7
TIMES = Unit("time", "multiple", "count")


@cache
def _directions(name: str) -> dict[str, Direction]:
    table = load("changes")
    found: dict[str, Direction] = {}
    directions: tuple[Direction, Direction] = ("up", "down")
    for direction in directions:
        for word in table[direction][name]:
            found.setdefault(word, direction)
    return found


@cache
def _between() -> frozenset[str]:
    return frozenset(load("changes")["between"]["words"])


def compares(word: str) -> bool:
    """Tell whether a word behind a number says that it is more or less by so much ("higher", "below")."""
    return word in _directions("after")


def direction_of(word: str) -> Direction | None:
    """Return which way a word behind a number says that something differs ("higher", "below")."""
    return _directions("after").get(word)


def way_of_verb(word: str) -> Direction | None:
    """Return which way a verb says that something moves ("rose", "cut"), or None."""
    return _directions("verbs").get(word) or _directions("with_by").get(word)


def direct(words: Sequence[Word], readings: Sequence[Reading]) -> None:
    """Set the direction of every reading that is the size of a change.

    Args:
        words: The words of the text.
        readings: The readings in order; changed.
    """
    previous: Reading | None = None
    for reading in readings:
        if reading.mark is None and reading.number.form != "ordinal":
            _direct(words, reading)
            if reading.direction is None and previous is not None:
                _restate(words, previous, reading)
        previous = reading


def _direct(words: Sequence[Word], reading: Reading) -> None:
    if "short" in {lower(words, at) for at in (reading.last, reading.counted[1] if reading.counted else -1)}:
        return  # "fell €2m short of the target": a gap
    direction = _by_sign(words, reading) or _by_verb(words, reading)
    if direction is not None:
        reading.direction = direction
        return
    direction = _by_noun(words, reading)
    if direction is not None:
        reading.direction, reading.by_noun = direction, True


def _by_verb(words: Sequence[Word], reading: Reading) -> Direction | None:
    """Look back over small words for a verb of change: "rose by almost two", "up 6"; not "fell to"."""
    marked = False
    at = reading.first - 1
    for _ in range(_REACH):
        if at < 0:
            return None
        word = words[at].lower
        if (word == "to" and lower(words, at - 1) == "up") or (
            word == "than" and lower(words, at - 1) in {"higher", "lower"}
        ):
            at -= 2
            continue
        if word in load("changes")["crops"]["verbs"] and not marked and lower(words, reading.last) == "of":
            return None
        if word in _directions("verbs") and not (word in {"up", "down"} and _is_particle(words, at)):
            return _directions("verbs")[word]
        if word in _directions("with_by") and (marked or _is_relative(reading)):
            return _directions("with_by")[word]
        if word == "to" and lower(words, at - 1) not in {"up", "close", "as"}:
            return None
        if word == "at" and lower(words, at + 1) not in {"least", "most"}:
            return None
        if word in {"from", "of"} and word != lower(words, reading.first - 1):
            return None
        if word == "from" or (word == "of" and not marked):
            return None
        if word == "by":
            return _verb_before_by(words, at - (lower(words, at - 1) == ","))
        if word not in _between() and words[at].tag != "RB":
            return None
        marked = marked or word == "by"
        at -= 1
    return None


def _is_particle(words: Sequence[Word], at: int) -> bool:
    """Whether "up" or "down" belongs to another verb: "gave up", "set up"."""
    return lower(words, at - 1) in load("changes")["between"]["with_particle"]


def _verb_before_by(words: Sequence[Word], at: int) -> Direction | None:
    """Find the verb that "by" belongs to, over an object: "increased sales by"."""
    for back in range(at - 1, max(-1, at - _REACH), -1):
        word = words[back].lower
        if words[back].tag in {"NN", "NNP"} and word in _directions("with_by"):
            continue  # "rejected the lift by 58% to 42%"
        if word in _directions("verbs") or word in _directions("with_by"):
            return {**_directions("with_by"), **_directions("verbs")}[word]
        if (
            words[back].kind == "digits"
            or words[back].text in {",", ";", ".", ":"}
            or words[back].tag in {"VBD", "VBZ"}
        ):
            return None
    return None


def _by_sign(words: Sequence[Word], reading: Reading) -> Direction | None:
    """Read a sign in a bracket behind a figure: "sales of €5m (+8%)", "profit of €1m (-4%)"."""
    sign = lower(words, reading.first - 1)
    down = reading.low is not None and reading.low < 0
    if not (down or (sign == "+" and words[reading.first].glued)) or not _is_relative(reading):
        return None
    opens = lower(words, reading.first - (1 if sign == "(" else 2))
    if opens != "(" or lower(words, reading.last) not in {")", ",", ";"}:
        return None
    return "down" if down else "up"


def _is_relative(reading: Reading) -> bool:
    """Whether a bare "gained 3.5" is a change by its unit: a percentage, points, cents."""
    unit = reading.unit
    return unit is not None and (
        unit.dimension in {"share", "points", "basis_points"}
        or unit.name in {"point", "cent", "penny", "sen", "paisa"}
    )


def _by_noun(words: Sequence[Word], reading: Reading) -> Direction | None:
    """Read "a 9% decline", "11% lower", "15% below", "a decline of 9%"."""
    if not (_is_relative(reading) or reading.number.form == "fraction"):
        return _compared(words, reading)
    of = reading.first - 1
    while of > 0 and lower(words, of) in _between() - {"of"} and reading.first - of < _REACH:
        of -= 1  # "a decline of about 9%"
    if lower(words, of) == "of" and lower(words, of - 1) in _directions("nouns"):
        return _directions("nouns")[lower(words, of - 1)]
    for at in (reading.last, reading.last + 1):
        word = lower(words, at)
        if word in _directions("after") and (
            at == reading.last or words[reading.last].tag in {"JJ", "NN", "VBG", "VBN", "HYPH"}
        ):
            return _directions("after")[word]
    return None


def _compared(words: Sequence[Word], reading: Reading) -> Direction | None:
    """Read "€8m less than a year before", "12 km more than planned": by how much two amounts differ."""
    if reading.unit is None or lower(words, reading.last + 1) != "than":
        return None
    return _directions("after").get(lower(words, reading.last))


def _restate(words: Sequence[Word], previous: Reading, reading: Reading) -> None:
    """Pass the direction to the same change in other terms: "lost 190 points, or 0.6%"."""
    end = previous.counted[1] if previous.counted and not previous.inherited else previous.last
    gap = tuple(word.lower for word in words[max(end, previous.last) : reading.first])
    if gap in {(",", "or", "by"), ("or", "by")} and _is_relative(reading):
        reading.direction = previous.direction or _verb_of_both(words, previous)
        return  # "slid from 50 to 40, or by 20%"
    if gap and gap[-1] == "by" and previous.direction and reading.unit == previous.unit and len(gap) < _REACH:
        reading.direction = previous.direction
        return
    if (
        previous.direction
        and gap in {("or",), (",", "or"), (",",), ("(",), ("/",)}
        and (gap != (",",) or reading.unit == previous.unit)
    ):
        reading.direction, reading.by_noun = previous.direction, previous.by_noun


def _verb_of_both(words: Sequence[Word], level: Reading) -> Direction | None:
    """Return which way the figure moved that a number is the last level of: "fell from 9 to 6"."""
    at = level.first - 1
    while at >= 0 and level.first - at < 2 * _REACH and words[at].text not in {",", ";", "."}:
        word = words[at].lower
        found = way_of_verb(word)
        if found is not None and word not in {"up", "down"}:
            return found
        at -= 1
    return None


# Multiples ----------------------------------------


def multiples(words: Sequence[Word], readings: Sequence[Reading]) -> list[Reading]:
    """Read "doubled", "twice", "threefold"; "three times" gets its unit.

    Returns:
        New readings for the words that are multiples by themselves.
    """
    for reading in readings:
        if (
            reading.mark is None
            and reading.unit is None
            and lower(words, reading.last) in {"times", "time"}
            and reading.low != 1
        ) and (reading.counted is None or reading.counted[0] >= reading.last):
            reading.unit, reading.surface = TIMES, (reading.last, reading.last + 1)
            reading.last += 1
            reading.counted = None
            reading.kind = (
                "growth" if lower(words, reading.last) in load("changes")["of"]["after"] else "count"
            )
        if reading.mark is None and lower(words, reading.last) in {"-", "fold"}:
            _take_fold(words, reading)
    known = multiple_words()
    places = [at for at, word in enumerate(words) if word.lower in known or word.lower.endswith("fold")]
    return [made for at in places if (made := _multiple(words, at)) is not None]


def _take_fold(words: Sequence[Word], reading: Reading) -> None:
    at = reading.last + (lower(words, reading.last) == "-")
    if lower(words, at) == "fold" and words[at].glued:
        reading.unit, reading.surface, reading.last = TIMES, (at, at + 1), at + 1
        reading.counted, reading.kind = None, "growth"


@cache
def multiple_words() -> frozenset[str]:
    """Return the words that are multiples by themselves; "threefold" is none of them."""
    return frozenset([*load("changes")["multiples"], *load("changes")["adverbs"]])


def _multiple(words: Sequence[Word], at: int) -> Reading | None:
    table = load("changes")
    word = words[at].lower
    value = table["multiples"].get(word)
    if value is not None and not words[at].tag.startswith("VB"):
        return None
    if value is None:
        value = table["adverbs"].get(word)
    if value is None and word.endswith("fold") and len(word) > 4:
        value = load("numbers")["small"].get(word[:-4])
    if value is None or (at and words[at - 1].text == "-"):
        return None
    number = Number(at, at + 1, float(value), float(value), float(value), 1.0, 0.0, "words")
    reading = Reading(
        number, None, at, at + 1, at + 1, number.value, number.value, 0.0, unit=TIMES, surface=(at, at + 1)
    )
    adverb = word in table["adverbs"]
    of = lower(words, at + 1) in table["of"]["after"]
    reading.kind = "growth" if not adverb or of else "count"
    return reading


def moves_percent(words: Sequence[Word], reading: Reading) -> bool:
    """Tell whether points are of a percentage: "improved 1.9 points to 88.4%"."""
    after = lower(words, reading.last)
    reach = 6 if after in {"to", "from"} else 14 if compares(after) else 0  # "4 points better than"
    ahead = list(words[reading.last : reading.last + reach])
    by = lower(words, reading.first - 1) == "by"
    if by and reading.direction and _is_rate(lowered(words, max(0, reading.first - _REACH), reading.first)):
        return True  # "the toll rate was cut by 1.5 points"
    tenths = any("." in word.text for word in words[reading.first : reading.number_last])
    led = by and after in {",", "with", "."}
    led = led or (tenths and after in {"above", "below"})  # "a share of 31%, 1.4 points above the norm"
    if led or after in {"more", "less", "higher", "lower", "up", "down"}:  # "32% of them, 5 points more"
        ahead += words[max(0, reading.first - 14) : reading.last + 6]
    return any(word.text == "%" or word.lower in {"percent", "cent"} for word in ahead)


def _is_rate(moved: Sequence[str]) -> bool:
    """Tell whether what moves is told in percent: a tax rate, no share index or exchange rate."""
    table = load("changes")["of_rates"]
    return not set(table["words"]).isdisjoint(moved) and set(table["others"]).isdisjoint(moved)
