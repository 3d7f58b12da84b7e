"""Rates: amount ÷ quantity and amount ÷ number, against the rate or the average that the text gives."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from reconcile.figures import Figure, handy, printed, product, quotient, short, within
from reconcile.intervals import digits, to_days
from reconcile.rules import NEAR, Finding, before, between, by_sentence, is_telling, near, result
from reconcile.vocabulary import load

# "800 a day", "€38 a ballot", "ten to a station": what one of a thing has.
_FOR_ONE = re.compile(r"^\s*(?:(?:to|for|in)\s+)?(?:an?|per|each|every)\s+([a-z]+)\b(?!\s+(?:or|on)\b)", re.I)
_EACH_BEHIND = re.compile(r"^[^.,;\d]{0,12}\b(?:apiece|each|a head|a piece|per head|on average)\b", re.I)
_EACH_AHEAD = re.compile(r"\baverag(?:e|es|ed|ing)\b[^.;]{0,60}$|\beach\b[^.,;\d]{0,40}$", re.I)
_APIECE = re.compile(r"^\s*(?:apiece|each)\b", re.I)
_AT_END = re.compile(r"\s(?:to\san?|an?|per|each|every)\s+([a-z]+)$", re.I)
# What a rate of so many of a population is called: cases per 100,000.
_PER = "per_"
# A number of so many digits hardly fits by chance, wherever it stands.
_MANY_DIGITS = 3
# A product of this size is hardly one by chance.
MANY = 20
# An average known this well, as a part of itself, is hardly that of two other figures of one sentence.
EXACT = 0.015
_TIMES = re.compile(r"\s*(?:[a-z]+\s)?(?:of|with|times|x|×|at|by)\s(?:[a-z]+\s)?", re.I)
_MAKES = re.compile(
    r"(?:\b(?:which|that) (?:makes|made|comes to|came to)|, making|, a total of)\s[^\w.;,]{0,3}$", re.I
)
# "14 coaches with 60 seats in each, or 840".
_IN_EACH = re.compile(r"^[^.,;\d]{0,20}\b(?:each|apiece)\b", re.I)
# "An average of 40", "averaging 40".
_AVERAGE_OF = re.compile(r"\b(?:an average of|averaging)\s[^\d.;,]{0,8}$", re.I)
_PLURAL = re.compile(r"(?:ies|es|s|y)$")


def rate(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Amount ÷ quantity = rate, where the units say so: tonnes ÷ hectares = tonnes per hectare."""
    for last in figures:
        if last.unit.startswith(_PER):
            yield from _of_so_many(last, figures)
        if "/" not in last.unit:
            continue
        top, bottom = last.unit.split("/", 1)
        around = [f for f in near(figures, last, 2) if f.is_level]
        yield from _over_time(last, [f for f in around if f.sentence == last.sentence])
        for above in (f for f in around if f.unit in (top, f"{top}/day")):  # so much a day is so much a head
            below = next((f for f in around if _is_of(f, bottom) and _fits(above, f, last)), None)
            if below:
                yield _divided(above, below, last)
                break


def _over_time(last: Figure, around: Sequence[Figure]) -> Iterator[Finding]:
    """Yield "1,200 loaves in two days, or 25 an hour": an amount and a length of time in any unit."""
    top, bottom = last.unit.split("/", 1)
    one = to_days(bottom)
    for above, time in permutations(around, 2):
        length = to_days(time.unit)
        if one is None or length is None or above.unit != top or time.unit == bottom:
            continue
        made = quotient(above.expected, time.expected).scaled(one / length)
        computed = above.number / time.number * one / length
        if made.meets(last.expected) and is_telling(made, computed, last):
            words = f"{printed(above)} ÷ {printed(time)}"
            told = f"{words} = “{last.value.surface}”, as printed"
            yield Finding((above, time, last), True, computed, told)
            return


def _of_so_many(last: Figure, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Yield "23 injuries in 9.6 million hours, or 2.4 per million": counts of the sentence of a rate."""
    base = float(last.unit.removeprefix(_PER))
    here = [f for f in figures if f.sentence == last.sentence and f.unit == "count" and f.is_level]
    for above, below in permutations(here, 2):
        made = quotient(above.expected, below.expected).scaled(base)
        computed = base * above.number / below.number
        if above.number < below.number and made.meets(last.expected) and is_telling(made, computed, last):
            words = f"{printed(above)} ÷ {printed(below)} × {short(base)} = {short(computed)}"
            told = f"{words}{within(made, '')}, printed “{last.value.surface}”"
            yield Finding((above, below, last), True, computed, told)
            return


def _is_of(figure: Figure, unit: str) -> bool:
    """Whether a figure is in a unit, or counts what the unit is one of ("40 million shares")."""
    counted = (figure.value.counted or "").lower().removesuffix("s")
    if unit in load("course")["persons"] and figure.unit == "count":
        return figure.number > MANY
    return figure.unit == unit or (figure.unit == "count" and counted == unit)


def average(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Amount ÷ number = what each costs, gets or has."""
    levels = [f for f in figures if f.is_level and f.number > 0 and f.unit != "%"]
    for last in levels:
        noun, each = one_of(last, text), is_each(last, text)
        if not noun and not each:
            continue
        others = near(levels, last, len(levels))
        amounts = [f for f in others if f.unit == last.unit and f.number > last.number]
        numbers = [f for f in others if _counts(f, last, noun)]
        pairs = ((above, below) for above in amounts for below in numbers if above is not below)
        if last.unit == "count" and not noun:
            pairs = (pair for pair in pairs if all(f.sentence == last.sentence for f in pair))
        found = next((pair for pair in pairs if _belong(*pair, last) and _fits(*pair, last)), None)
        if found:
            yield _divided(*found, last)


def one_of(figure: Figure, text: str) -> str:
    """Return the thing that one of has the figure: "day" of "800 a day"; "" where none is named."""
    match = _AT_END.search(figure.value.surface) or _FOR_ONE.search(
        text[figure.value.end : figure.value.end + 24]
    )
    return match.group(1).lower() if match else ""


def is_each(figure: Figure, text: str) -> bool:
    """Whether the wording says that an amount is one thing's; an average count is one of something else."""
    if figure.key.dimension != "money":
        return bool(_APIECE.search(text[figure.value.end : figure.value.end + 12])) or is_mean(figure, text)
    ahead, behind = before(text, figure, 60), text[figure.value.end : figure.value.end + 30]
    return bool(_EACH_AHEAD.search(ahead) or _EACH_BEHIND.search(behind))


def is_mean(figure: Figure, text: str) -> bool:
    """Whether the wording calls a figure the average of others of its sentence."""
    return bool(_AVERAGE_OF.search(before(text, figure)))


def product_of(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "40 rows of 30 seats, 1,200 in all": so many times so many."""
    levels = [f for f in figures if f.is_level and f.number > 1 and f.unit != "%" and not f.is_cell]
    for told in by_sentence(levels):
        sentence = sorted(told, key=lambda f: f.value.start)
        for at, last in enumerate(sentence):
            found = (_times(*pair, last) for pair in _factors(sentence[:at], last, text))
            yield from [finding for finding in found if finding][:1]


def _factors(ahead: Sequence[Figure], last: Figure, text: str) -> Iterator[tuple[Figure, Figure]]:
    """Yield how many there are, and what each has, by the words around the two and their product."""
    if len(ahead) < 2:
        return
    each = ahead[-1]
    if _MAKES.search(before(text, last)):
        yield from ((one, each) for one in reversed(ahead[:-1]))
    elif _TIMES.fullmatch(between(text, ahead[-2], each)) or (
        _IN_EACH.search(text[each.value.end : last.value.start])
    ):
        yield ahead[-2], each


def _times(one: Figure, each: Figure, last: Figure) -> Finding | None:
    """Return the finding on a product that fits."""
    times, computed = product(one.expected, each.expected), one.number * each.number
    if one.unit != "count" or each.unit != last.unit or last.number < MANY or not times.meets(last.expected):
        return None
    if not is_telling(times, computed, last):
        return None
    words = f"{printed(one)} × {printed(each)} = {short(computed)}"
    return Finding((one, each, last), True, computed, result(words, times, last, last.unit, True))


def _counts(figure: Figure, last: Figure, noun: str) -> bool:
    """Whether a figure counts what one of has so much: by its noun, close by, or too exactly."""
    if figure.unit != "count" or figure.number <= 1 or figure.value.hedge in ("over", "under"):
        return False
    if noun and re.search(rf"\b{re.escape(_PLURAL.sub('', noun))}", figure.key.claim.sentence.lower()):
        return True
    if noun and last.key.dimension != "money":
        return False
    told = len(digits(figure.number)) >= _MANY_DIGITS and figure.value.hedge == "exact"
    close = abs(figure.sentence - last.sentence) <= NEAR + 1 and bool(figure.value.counted)
    return figure.sentence == last.sentence or close or told


def _belong(above: Figure, below: Figure, last: Figure) -> bool:
    """Whether one of the two stands in the sentence of the average, or both in the one before it."""
    if last.sentence in (above.sentence, below.sentence):
        return True
    if above.sentence != below.sentence:
        return False
    made = quotient(above.expected, below.expected)
    return above.sentence == last.sentence - 1 or made.high - made.low <= EXACT * made.high


def _fits(above: Figure, below: Figure, last: Figure) -> bool:
    made = quotient(above.expected, below.expected)
    return made.meets(last.expected) and is_telling(made, above.number / below.number, last)


def _divided(above: Figure, below: Figure, last: Figure) -> Finding:
    expected, computed = quotient(above.expected, below.expected), above.number / below.number
    words = f"{printed(above)} ÷ {printed(below)} = {short(computed * handy(computed, last.unit)[0])}"
    return Finding((above, below, last), True, computed, result(words, expected, last, last.unit, True))
