"""Rates over time: amount ÷ time = what a day or a year has, and one rate told for two lengths of time."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from reconcile.figures import Figure, bounds, handy, printed, quotient, short, within
from reconcile.intervals import Interval, to_days
from reconcile.numerals import either, numerals
from reconcile.rules import Finding, between, is_telling, near, result
from reconcile.rules_rates import one_of

# A length of time that no claim is made of: "stole 1.8 million over six years".
_OVER = re.compile(
    rf"\b(?:over|in|within|during|for)\s(?:the\s|its\s|their\s)?(?:past\s|last\s|first\s|next\s)?"
    rf"(\d{{1,3}}|{either(2, 12)})[\s-](hour|day|week|month|year)s?\b",
    re.I,
)
# What a season has, a year has.
_YEARLY = {"season": "year"}
_OR_ALL = re.compile(r",?\s(?:or|that is|which makes|making)\s(?:about\s|some\s|nearly\s)?", re.I)
_EQUALS = re.compile(
    r"\b(?:is|was|makes?|equals?|or|equal to|which is|that is|amounts? to)\b[^.;\d]{0,24}$", re.I
)
# The weeks of a year and the days of a month are rounded by whoever reckons with them.
_CALENDAR = 0.015


def per_time(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Amount ÷ time = what a day, a month or a year has."""
    levels = [f for f in figures if f.is_level and f.number > 0 and f.unit != "%"]
    for last in levels:
        unit = _YEARLY.get(one_of(last, text), one_of(last, text))
        if to_days(unit) is None:
            continue
        around = near(levels, last, 1)
        around += [f for f in levels if f not in around and _is_told_whole(last, around, f, text)]
        for above in (f for f in around if f.unit == last.unit and f.number > last.number):
            times = [
                f
                for f in around
                if last.sentence in (above.sentence, f.sentence) or f.sentence == above.sentence
            ]
            found = next((made for f in times if (made := _of_claim(above, f, last, unit))), None)
            found = found or _of_text(above, last, unit)
            if found:
                yield found
                break


def _is_told_whole(last: Figure, around: Sequence[Figure], time: Figure, text: str) -> bool:
    """Whether "£6m a day, or £30m in all" tells for a length of time that another sentence gives."""
    if to_days(time.unit) is None or time.value.hedge != "exact":
        return False
    return any(f.unit == last.unit and _OR_ALL.fullmatch(between(text, last, f)) for f in around)


def _of_claim(above: Figure, time: Figure, last: Figure, unit: str) -> Finding | None:
    days, of_one = to_days(time.unit), to_days(unit)
    if days is None or of_one is None:
        return None
    lasts = time.expected.scaled(days / of_one)
    return _divided((above, time, last), lasts, time.number * days / of_one, unit)


def _of_text(above: Figure, last: Figure, unit: str) -> Finding | None:
    """Return what the length of time gives that the sentence of an amount names."""
    match = _OVER.search(above.key.claim.sentence) if above.sentence == last.sentence else None
    days, of_one = to_days(match.group(2).lower()) if match else None, to_days(unit)
    if match is None or days is None or of_one is None:
        return None
    word = match.group(1).lower()
    number = (int(word) if word.isdecimal() else numerals(2, 12)[word]) * days / of_one
    return _divided((above, last), Interval(number, number), number, unit) if number > 1 else None


def _divided(found: tuple[Figure, ...], lasts: Interval, number: float, unit: str) -> Finding | None:
    above, last = found[0], found[-1]
    if not (made := quotient(above.expected, lasts)).meets(last.expected):
        return None
    computed = above.number / number
    shown = short(computed * handy(last.number, last.unit)[0])
    words = f"{printed(above)} ÷ {short(round(number, 1))} {unit}s = {shown}"
    return Finding(found, True, computed, result(words, made, last, last.unit, True))


def two_rates(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """One rate told twice: "80,000 a week is 4.16 million a year"."""
    levels = [f for f in figures if f.is_level and f.number > 0 and f.unit != "%"]
    timed = [f for f in levels if to_days(one_of(f, text)) is not None]
    for one, other in pairwise(timed):
        short_time, long_time = (to_days(one_of(f, text)) or 1.0 for f in (one, other))
        if one.sentence != other.sentence or one.unit != other.unit or short_time == long_time:
            continue
        gap = between(text, one, other)
        if not _EQUALS.search(gap) and gap.strip() not in (",", "("):
            continue
        times = long_time / short_time
        made = one.expected.scaled(times).widened(_CALENDAR)
        if made.meets(other.expected):
            words = (
                f"{printed(one)} a {one_of(one, text)} = {short(one.number * times)} a {one_of(other, text)}"
            )
            said = f"{words} ({bounds(made, other.unit)}), printed {printed(other)}"
            yield Finding((one, other), True, one.number * times, said)


# "Stocks of 240,000 tonnes, or 12 days of use".
_OF_USE = re.compile(
    r"^\s*(?:of|['’])\s?(?:[a-z]+\s){0,2}?(use|usage|consumption|demand|sales|supply|output|production|imports)\b",
    re.I,
)
YEAR = 365.0


def cover(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A stock ÷ what is used in a year = for how long it lasts."""
    levels = [f for f in figures if f.is_level and f.number > 0 and f.unit != "%"]
    for last in levels:
        days, match = to_days(last.unit), _OF_USE.match(text[last.value.end : last.value.end + 40])
        if days is None or match is None or last.key.claim.kind != "duration":
            continue
        stocks = [f for f in levels if f.sentence == last.sentence and f.value.end <= last.value.start]
        for above, below in product(stocks[-1:], levels):
            if (
                below is above
                or below.unit != above.unit
                or match[1].lower() not in below.sentence_text.lower()
            ):
                continue
            made = quotient(above.expected, below.expected).scaled(YEAR / days)
            computed = YEAR / days * above.number / below.number
            if below.number > above.number and made.meets(last.expected) and is_telling(made, computed, last):
                words = f"{printed(above)} ÷ {printed(below)} a year = {short(round(computed, 1))}"
                told = f"{words}{within(made, f'{last.unit}s')}, printed “{last.value.surface}”"
                yield Finding((above, below, last), True, computed, told)
                break
